"""Builds that are killed at random moments, by the system's own SIGKILL.

    python -m tests.faults.kills [PUBLISHINGS [BUILDS]]      160 at publishing alone and 60 at whole builds if not said

After each, every file is whole and of one of the two sites; the next build gives the right site. Prints how far the
killed builds had come.
"""

import random
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from jianbao.build.publishing.journal import is_pending
from tests.faults.sites import Files, torn, tree, version
from tests.programs import REPOSITORY, SCRIPTS, run

KILLS = (160, 60)
PAGES = 400
DIGESTS = 5
BODY = "入冬以来，湄潭县农技人员走进茶园，指导茶农修枝、施肥。"


def spoil(command: Sequence[str | Path], folder: Path, old: Files, new: Files, seconds: float) -> str:
    """Start a build, kill it after some time, look at the site, and tell how far it had come."""
    with subprocess.Popen(command, cwd=REPOSITORY, stdout=subprocess.DEVNULL) as process:
        time.sleep(seconds)
        process.kill()
    assert torn(folder, old, new) == []
    if is_pending(folder):
        return "among the renames"
    if (folder / "index.html").read_bytes() == new["index.html"]:
        return "after it was done"
    return "while it wrote aside" if list(folder.glob(".jianbao-new-*")) else "before it wrote"


def publishing(folder: Path, kills: int, rng: random.Random) -> Counter[str]:
    """Kill `publish` alone."""
    ended: Counter[str] = Counter()
    run(sys.executable, "-m", "tests.faults.sites", folder, "0", str(PAGES))
    started = time.monotonic()
    run(sys.executable, "-m", "tests.faults.sites", folder, "1", str(PAGES))
    took = time.monotonic() - started
    for number in range(2, kills + 2):
        command = (sys.executable, "-m", "tests.faults.sites", folder, str(number), str(PAGES))
        old, new = version(number - 1, PAGES), version(number, PAGES)
        ended[spoil(command, folder, old, new, rng.uniform(took / 4, took))] += 1
        run(*command)
        assert tree(folder) == new
    return ended


def archive(folder: Path, words: Sequence[str]) -> list[Files]:
    """Write an archive, and give the site that each word in its digests makes."""
    shutil.copytree(REPOSITORY / "content", folder / "content", ignore=lambda *_: ["issues"])
    sites: list[Files] = []
    for word in words:
        edit(folder, word)
        run(SCRIPTS / "jianbao", "--root", folder, "build", "--output", folder / word)
        sites.append(tree(folder / word))
        shutil.rmtree(folder / ".jianbao", ignore_errors=True)
    return sites


def edit(folder: Path, word: str) -> None:
    """Put a word into every digest."""
    for day in range(DIGESTS):
        path = folder / "content" / "issues" / f"2025-{day // 28 + 1:02}-{day % 28 + 1:02}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"茶园管护正当时\n\n{word}。{BODY}\n", encoding="utf-8")


def building(folder: Path, kills: int, rng: random.Random) -> Counter[str]:
    """Kill whole builds."""
    ended: Counter[str] = Counter()
    words = ("绥阳", "桐梓")
    sites = archive(folder, words)
    command = (SCRIPTS / "jianbao", "--root", folder, "build", "--quiet")
    edit(folder, words[0])
    run(*command)
    started = time.monotonic()
    edit(folder, words[1])
    run(*command)
    took = time.monotonic() - started
    for number in range(kills):
        old, new = sites[(number + 1) % 2], sites[number % 2]
        edit(folder, words[number % 2])
        ended[spoil(command, folder / "_site", old, new, rng.uniform(took / 3, took))] += 1
        run(*command)
        assert tree(folder / "_site") == new
    return ended


def main() -> None:
    """Kill, and print."""
    kills = [*map(int, sys.argv[1:]), *KILLS[len(sys.argv) - 1 :]]
    kinds: dict[str, Callable[[Path, int, random.Random], Counter[str]]] = {
        "publishing": publishing,
        "whole builds": building,
    }
    for (name, kind), number in zip(kinds.items(), kills, strict=True):
        with TemporaryDirectory() as folder:
            ended = kind(Path(folder, "site"), number, random.Random(7))
        print(f"{name}, {ended.total()} killed: {', '.join(f'{number} {how}' for how, number in ended.most_common())}")


if __name__ == "__main__":
    main()
