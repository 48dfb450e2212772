"""One build, from content/ to the published site.

All that it takes to see that there is nothing to do is here; what does it is imported where there is.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from types import MappingProxyType

from jianbao.build.content.batch import finish_interrupted
from jianbao.build.explain import Explanation
from jianbao.build.publishing.lock import exclusive
from jianbao.build.publishing.publish import Published
from jianbao.build.standing import NOTHING_SEEN, Glance, Standing, glance, stands
from jianbao.build.storage.store import FOLDER, Store, with_store
from jianbao.build.workers import HERE
from jianbao.model.gone import Ledger
from jianbao.model.problem import Problem
from jianbao.model.theme import OutputFile

_WORK = "jianbao.build.work"
Watcher = Callable[[OutputFile], None]
"""Is told of every file as it is made; what a progress bar hangs on."""


@dataclass(frozen=True, slots=True)
class Order:
    """What a build is asked for."""

    root: Path
    output: Path
    base_url: str | None
    """In place of that of site.yaml."""
    watch: Watcher
    asked: str | None
    """The file or address to explain."""
    workers: Executor
    seen: Glance
    """All that is there to read."""
    lasting: bool = True
    """Its addresses are put on record."""
    published: Ledger = field(default_factory=dict)
    """What is published besides what is on record."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did."""

    articles: int
    issues: int
    base_url: str | None
    """As the site has it."""
    published: Published
    warnings: tuple[Problem, ...]
    explanation: Explanation | None = None
    """Of the file that the build was asked about."""
    recorded: int = 0
    """Addresses that are on record, where the record has become another."""


def build(  # noqa: PLR0913 - a command with its options
    root: Path,
    output: Path,
    base_url: str | None = None,
    watch: Watcher = lambda _: None,
    asked: str | None = None,
    workers: Executor = HERE,
    *,
    waiting: Callable[[], None] = lambda: None,
    lasting: bool = True,
    published: Ledger = MappingProxyType({}),
) -> Built:
    """Build the archive at `root` into `output`; explain the file or address `asked`.

    `workers` share what is worth sharing (see `workers.executor`). One build of an archive runs at a time; where
    another does, `waiting` is called once. The addresses of a build that is `lasting` are put on record as published,
    in content/addresses.txt; those of a preview are not. To those on record comes what else is `published`.

    Raises ContentError where the content has errors and PublishError where the disk refuses; in both cases the site
    that was published before stays as it was.
    """
    if not (root / "content").is_dir():
        # There is no archive whose folder could be locked.
        return _build(Order(root, output, base_url, watch, asked, workers, NOTHING_SEEN, lasting, published))
    finish_interrupted(root)
    with _alone(root, waiting):
        seen = glance(root, base_url)
        return _build(Order(root, output, base_url, watch, asked, workers, seen, lasting, published))


def _build(order: Order) -> Built:
    def work(store: Store, warnings: tuple[Problem, ...]) -> Built:
        row = b"" if order.asked or order.published or warnings else store.standing(str(order.output.resolve()))
        standing = stands(order.root, order.output, order.seen, row)
        if standing:
            return _as_it_stands(standing)
        made: Callable[[Order, Store, tuple[Problem, ...]], Built] = import_module(_WORK).carry_out
        return made(order, store, warnings)

    return with_store(order.root, work)


@contextmanager
def _alone(root: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """One build of an archive at a time. Where its folder cannot be written, no other can get in the way."""
    lock = root / FOLDER / "lock"
    try:
        lock.parent.mkdir(exist_ok=True)
        lock.touch()
    except OSError:
        yield
        return
    with exclusive(lock, waiting):
        yield


def _as_it_stands(standing: Standing) -> Built:
    published = Published(0, len(standing.sizes), 0, sum(standing.sizes))
    return Built(standing.articles, standing.issues, standing.base_url, published, standing.warnings)
