"""Live preview: what changes in content/ and templates/ is built at once, and whoever looks at a page is told."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Condition, Event

from watchfiles import watch

from jianbao.model.problem import Problem

_FOLDERS = ("content", "templates")
_LOOK_AGAIN = 1000
"""Milliseconds after which is looked for a folder that was not there: nothing else tells that it has been made."""


@dataclass(frozen=True, slots=True)
class News:
    """How things stand after a build."""

    build: int
    """Counts the attempts."""
    page: int
    """Counts the attempts that succeeded: pages are those of this one."""
    problems: tuple[Problem, ...]
    """Why the last attempt failed; empty where it did not."""


class Newsroom:
    """Where the builder leaves news and the server's threads wait for it."""

    def __init__(self) -> None:
        self._news = News(0, 0, ())
        self._changed = Condition()

    @property
    def latest(self) -> News:
        """How things stand."""
        return self._news

    def report(self, problems: Iterable[Problem] = ()) -> None:
        """Tell of a build that succeeded, or of the problems for which it did not."""
        told = tuple(problems)
        with self._changed:
            build = self._news.build + 1
            self._news = News(build, self._news.page if told else build, told)
            self._changed.notify_all()

    def wait(self, build: int, seconds: float) -> News:
        """The news, once they are of another build than `build`, or when the time is over."""
        with self._changed:
            self._changed.wait_for(lambda: self._news.build != build, seconds)
            return self._news


def changes(root: Path, stop: Event) -> Iterator[frozenset[str]]:
    """Paths that changed below `root/content` and `root/templates`, as often as something does, until `stop` is set."""
    watched = _folders(root)
    while not stop.is_set():
        for found in watch(
            *watched, stop_event=stop, yield_on_timeout=True, rust_timeout=_LOOK_AGAIN, raise_interrupt=True
        ):
            if found:
                yield frozenset(path for _, path in found)
            if _folders(root) != watched:
                watched = _folders(root)
                yield frozenset(str(path) for path in watched)
                break


def _folders(root: Path) -> list[Path]:
    there = [root / name for name in _FOLDERS if (root / name).is_dir()]
    return there or [root]


def rebuild_on_change(root: Path, newsroom: Newsroom, build: Callable[[], Iterable[Problem]], stop: Event) -> None:
    """Build whenever something changes; `build` gives the problems for which it failed."""
    for _ in changes(root, stop):
        newsroom.report(build())
