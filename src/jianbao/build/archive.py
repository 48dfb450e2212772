"""The archive in content/, read: what commands ask, and what a build is made from."""

from collections.abc import Callable, Iterable
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from jianbao.build.content.batch import finish_interrupted
from jianbao.build.content.load import load_content
from jianbao.build.garbage import uncollected
from jianbao.build.publishing.ledger import joined, read_ledger, remembered
from jianbao.build.standing import keeps_record
from jianbao.build.storage.store import Store, with_store
from jianbao.build.theme import languages, load_theme
from jianbao.build.workers import HERE
from jianbao.index.site import build_archive
from jianbao.model.errors import ContentError
from jianbao.model.gone import Ledger
from jianbao.model.problem import Problem, is_error
from jianbao.model.site import Archive
from jianbao.model.theme import Theme

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Opened:
    """An archive, read. Its texts are fetched from the store as they are asked for, so it lasts as long as that."""

    archive: Archive
    theme: Theme
    warnings: tuple[Problem, ...]
    ledger: Ledger
    """The addresses that are on record as published."""
    known: Ledger
    """The same, or what earlier builds had where none are: warnings tell of these, and the site does not."""

    def warned(self, more: Iterable[Problem]) -> "Opened":
        """The same with more warnings."""
        return replace(self, warnings=tuple(sorted({*self.warnings, *more})))


def read_archive(
    root: Path,
    store: Store,
    base_url: str | None = None,
    workers: Executor = HERE,
    published: Ledger = MappingProxyType({}),
) -> Opened:
    """Read the archive at `root` and work out what it holds; the problems that are left are warnings.

    `base_url` takes the place of that of site.yaml; what is `published` counts as on record. Raises ContentError with
    every problem where one is an error.
    """
    theme, more = load_theme(root)
    content, found = load_content(root, languages(theme), store, workers)
    problems = [*found, *more]
    on_record = read_ledger(root, problems)
    # An empty file begins a record: with what is remembered.
    memory = {} if on_record else remembered(root)
    ledger = joined(memory if keeps_record(root) and not on_record else on_record, published)
    if content is None:
        raise ContentError(tuple(sorted(problems)))
    content = replace(content, ledger=ledger)
    if base_url is not None:
        content = replace(content, config=replace(content.config, base_url=base_url))
    with uncollected():
        archive, faults = build_archive(content)
    problems = sorted({*problems, *faults})
    if any(map(is_error, problems)):
        raise ContentError(tuple(problems))
    return Opened(archive, theme, tuple(problems), ledger, joined(ledger, memory))


def with_archive(root: Path, use: Callable[[Opened], Result], base_url: str | None = None) -> Result:
    """Read the archive at `root` and use it while its texts are at hand; `base_url` and errors as of `read_archive`."""
    finish_interrupted(root)
    return with_store(root, lambda store, warnings: use(read_archive(root, store, base_url).warned(warnings)))
