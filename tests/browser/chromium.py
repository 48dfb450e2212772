"""The browser that the tests drive: found, else installed, else the command that would install it.

Run as a script by `make test`. It needs nothing but Python, so that it can speak before anything works.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
"""Programs to look for on PATH, after what the variable CHROMIUM names."""
DEBIAN = ("apt-get", "install", "--yes", "--no-install-recommends", "chromium", "fonts-noto-cjk")
PLAYWRIGHT = (sys.executable, "-m", "playwright", "install", "chromium")
ASK_PLAYWRIGHT = """
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
"""
PATIENCE = 120
"""Seconds for a program to tell its version; a first start from a cold disk is slow."""


def find(environment: Mapping[str, str] = os.environ) -> Path | None:
    """Give a Chromium that runs: the one that CHROMIUM names, one on PATH, or Playwright's own.

    A CHROMIUM that does not run is not replaced by another: whoever set it wants to know.
    """
    named = environment.get("CHROMIUM")
    if named:
        return Path(named) if runs(named) else None
    return next((Path(program) for program in _candidates(environment) if runs(program)), None)


def _candidates(environment: Mapping[str, str]) -> Iterator[str]:
    for name in NAMES:
        program = shutil.which(name, path=environment.get("PATH", ""))
        if program:
            yield program
    answer = _answer(sys.executable, "-c", ASK_PLAYWRIGHT)
    if answer:
        yield answer


def runs(program: str) -> bool:
    """Tell whether it starts and says that it is a Chromium; Ubuntu has a stub of that name that does not."""
    return "Chrom" in _answer(program, "--version")


def lacks_chinese_fonts() -> bool:
    """Tell whether this machine would show boxes; False where fontconfig is not used."""
    return bool(shutil.which("fc-list")) and not _answer("fc-list", ":lang=zh", "family")


def recipes(*, root: bool) -> list[tuple[tuple[str, ...], ...]]:
    """Give the ways to install a Chromium here, the best first; each is a row of commands.

    Debian's packages bring Chinese fonts along; Playwright's own browser needs no rights, but sometimes libraries.
    """
    sudo = () if root else ("sudo", "--non-interactive")
    debian = ((*sudo, "apt-get", "update", "--quiet"), (*sudo, *DEBIAN))
    return [debian, (PLAYWRIGHT,)] if shutil.which("apt-get") else [(PLAYWRIGHT,)]


def advice(*, root: bool) -> str:
    """Give the line that a person types to install what the tests need."""
    best = recipes(root=root)[0]
    return " && ".join(" ".join(part for part in command if part != "--non-interactive") for command in best)


def _answer(*command: str) -> str:
    """What a program prints, or nothing if it cannot be run."""
    try:
        done = subprocess.run(command, capture_output=True, check=False, text=True, encoding="utf-8", timeout=PATIENCE)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def _install(commands: Sequence[Sequence[str]]) -> None:
    """Run the commands until one fails; what they print goes to the person who waits."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in commands:
        print("+", *command, flush=True)
        try:
            subprocess.run(command, check=True, env=environment)
        except (OSError, subprocess.CalledProcessError) as error:
            print(error, file=sys.stderr)
            return


def main() -> int:
    """Make sure of a Chromium and of Chinese fonts; 0 if there is one, else 1 and the command that would help."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    named = os.environ.get("CHROMIUM")
    found = find()
    if named and not found:
        print(f"CHROMIUM={named} does not run; unset it, or name one that does", file=sys.stderr)
        return 1
    for commands in recipes(root=root):
        if found and (commands == (PLAYWRIGHT,) or not lacks_chinese_fonts()):
            break
        _install(commands)
        found = find()
    if not found:
        print(f"The browser tests need Chromium. To install it: {advice(root=root)}", file=sys.stderr)
        return 1
    if lacks_chinese_fonts():
        print(f"There are no Chinese fonts: pages will show boxes. To install some: {advice(root=root)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
