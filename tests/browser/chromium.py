"""The browser that the tests drive: found, else installed, else the command that would install it.

Run as a script by `make test`. It needs nothing but Python, so that it can speak before anything works.
"""

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
"""Programs to look for on PATH, after what the variable CHROMIUM names."""
FONTS = "fonts-noto-cjk"
PLAYWRIGHT = (sys.executable, "-m", "playwright", "install")
ASK_PLAYWRIGHT = """
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
"""
Command = tuple[str, ...]
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


def recipes(*, root: bool) -> list[tuple[Command, ...]]:
    """Give the ways to install a Chromium here, the best first; each is a row of commands.

    Debian has a package. Ubuntu's is a stub for a snap, which containers cannot install: Playwright's own browser takes
    its place, with the libraries that it needs where we may install them.
    """
    if not shutil.which("apt-get"):
        return [((*PLAYWRIGHT, "chromium"),)]
    own = (*PLAYWRIGHT, *(("--with-deps",) if root else ()), "chromium")
    return [(own,)] if _is_ubuntu() else [_packages("chromium", FONTS, root=root), (own,)]


def font_recipe(*, root: bool) -> tuple[Command, ...]:
    """Give the commands that install Chinese fonts; none where we do not know how."""
    return _packages(FONTS, root=root) if shutil.which("apt-get") else ()


def _packages(*names: str, root: bool) -> tuple[Command, ...]:
    sudo = () if root else ("sudo", "--non-interactive")
    update = (*sudo, "apt-get", "update", "--quiet")
    return update, (*sudo, "apt-get", "install", "--yes", "--no-install-recommends", *names)


def _is_ubuntu() -> bool:
    try:
        release = platform.freedesktop_os_release()
    except OSError:
        return False
    return "ubuntu" in (release["ID"], *release.get("ID_LIKE", "").split())


def typed(commands: Sequence[Command]) -> str:
    """Give commands as the line that a person types."""
    return " && ".join(" ".join(part for part in command if part != "--non-interactive") for command in commands)


def advice(*, root: bool) -> str:
    """Give the line that installs a Chromium."""
    return typed(recipes(root=root)[0])


def _answer(*command: str) -> str:
    """What a program prints, or nothing if it cannot be run."""
    try:
        done = subprocess.run(command, capture_output=True, check=False, text=True, encoding="utf-8", timeout=PATIENCE)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def _install(commands: Sequence[Command]) -> None:
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
    for commands in () if found or named else recipes(root=root):
        _install(commands)
        found = find()
        if found:
            break
    if not found:
        said = f"CHROMIUM={named} does not run; unset it, or name one that does"
        print(
            said if named else f"The browser tests need Chromium. To install it: {advice(root=root)}", file=sys.stderr
        )
        return 1
    if lacks_chinese_fonts():
        _install(font_recipe(root=root))
    if lacks_chinese_fonts():
        print(f"There are no Chinese fonts: pages will show boxes. On Debian and Ubuntu, {FONTS} has some.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
