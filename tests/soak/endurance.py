"""Years of an archive, day by day: no address is ever lost, and the last site is that of a clean build."""

import shutil
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from jianbao.build.archive import with_archive
from jianbao.build.publishing.ledger import permanence_problems
from jianbao.build.run import Built, build
from tests.small_archive import tree
from tests.soak.keeper import Keeper

HEAD = f"{'day':>6}{'articles':>10}{'CPU s a build':>15}{'written':>9}{'files':>8}{'memory MB':>11}"
_PAGES = 4096 / 1e6
_STOPS = (signal.SIGINT, signal.SIGTERM)


@dataclass(frozen=True, slots=True)
class Span:
    """Some days in a row."""

    day: int
    articles: int
    cpu: float
    """Seconds of the processor that the median build took."""
    written: float
    """Files that it wrote."""
    files: int
    memory: float
    """MB that the process holds at the end."""

    def row(self) -> str:
        """Give a line of the table below HEAD."""
        costs = f"{self.cpu:15.2f}{self.written:9.0f}{self.files:8}{self.memory:11.0f}"
        return f"{self.day:6}{self.articles:10}{costs}"


def endure(keeper: Keeper, days: int, tell: Callable[[Span], None], every: int = 50) -> bool:
    """Keep an archive until it is so many days old; False where it was stopped before, and may go on from there.

    AssertionError where something was lost, or is not as it should be.
    """
    root = keeper.root
    keeper.begin()
    seen: set[str] = set()
    costs: list[tuple[float, int]] = []
    with stopping() as stopped:
        while keeper.days < days and not stopped:
            keeper.work()
            start = time.process_time()
            built = build(root, root / "_site")
            costs.append((time.process_time() - start, built.published.written))
            seen |= {path.name for path in (root / "_site" / "articles").iterdir()}
            keeper.rest()
            if keeper.days % every == 0 or keeper.days == days:
                _check_addresses(root, seen, keeper.days)
                tell(_span(keeper.days, built, costs))
                costs.clear()
    if keeper.days < days:
        return False
    assert not with_archive(root, lambda opened: permanence_problems(opened.archive, opened.ledger, "2026"))
    _compare_with_clean(root)
    return True


@contextmanager
def stopping() -> Iterator[list[int]]:
    """Gives a list into which the signal goes that asks to stop (Ctrl+C, kill)."""
    asked: list[int] = []
    before = {one: signal.signal(one, lambda number, _: asked.append(number)) for one in _STOPS}
    try:
        yield asked
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)


def _check_addresses(root: Path, seen: set[str], day: int) -> None:
    lost = [one for one in sorted(seen) if not (root / "_site" / "articles" / one / "index.html").is_file()]
    assert not lost, f"day {day}: addresses were lost: {lost[:9]}"


def _span(day: int, built: Built, costs: Sequence[tuple[float, int]]) -> Span:
    files = built.published.written + built.published.unchanged
    cpu, written = (median(cost[place] for cost in costs) for place in (0, 1))
    return Span(day, built.articles, cpu, written, files, _memory())


def _compare_with_clean(root: Path) -> None:
    clean = root.with_name(f"{root.name}-clean")
    shutil.rmtree(clean, ignore_errors=True)
    shutil.copytree(root / "content", clean / "content")
    build(clean, clean / "_site")
    ours, fresh = tree(root / "_site"), tree(clean / "_site")
    different = sorted(path for path in ours.keys() | fresh.keys() if ours.get(path) != fresh.get(path))
    assert not different, f"not as a clean build makes it: {different[:9]}"


def _memory() -> float:
    """MB that this process holds; 0 where the system does not tell."""
    try:
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * _PAGES
    except OSError:
        return 0.0
