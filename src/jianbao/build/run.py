"""One build, from content/ to the published site."""

import gc
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from jianbao.build.explain import Explanation, explain
from jianbao.build.keys import indexing_code, rendering_code
from jianbao.build.load import load_content
from jianbao.build.plan import Work, make_plan
from jianbao.build.publish import Published, altered, publish
from jianbao.build.store import Store, discard_store, open_store, passing_store, unfit
from jianbao.build.theme import languages, load_theme
from jianbao.build.workers import HERE
from jianbao.index.search.jobs import search_jobs
from jianbao.index.site import build_archive
from jianbao.model.errors import ContentError, StoreError
from jianbao.model.job import Job
from jianbao.model.problem import Problem, is_error
from jianbao.model.site import Archive
from jianbao.model.theme import OutputFile, Theme
from jianbao.render.site import site_jobs as render_jobs


@dataclass(frozen=True, slots=True)
class Opened:
    """An archive, read. Its texts are fetched from the store as they are asked for, so it lasts as long as that."""

    archive: Archive
    theme: Theme
    warnings: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did."""

    archive: Archive
    published: Published
    warnings: tuple[Problem, ...]
    explanation: Explanation | None = None
    """Of the file that the build was asked about."""


Result = TypeVar("Result")
Watcher = Callable[[OutputFile], None]
"""Is told of every file as it is made; what a progress bar hangs on."""


def read_archive(root: Path, store: Store, base_url: str | None = None, workers: Executor = HERE) -> Opened:
    """Read the archive at `root` and work out what it holds; the problems that are left are warnings.

    `base_url` takes the place of that of site.yaml. Raises ContentError with every problem where one is an error.
    """
    theme, more = load_theme(root)
    content, found = load_content(root, languages(theme), store, workers)
    problems = [*found, *more]
    if content is None:
        raise ContentError(tuple(sorted(problems)))
    if base_url is not None:
        content = replace(content, config=replace(content.config, base_url=base_url))
    with _uncollected():
        archive, faults = build_archive(content)
    problems = sorted({*problems, *faults})
    if any(map(is_error, problems)):
        raise ContentError(tuple(problems))
    return Opened(archive, theme, tuple(problems))


def with_archive(root: Path, use: Callable[[Opened], Result]) -> Result:
    """Read the archive at `root` and use it while its texts are at hand; errors as `read_archive` raises them."""
    return _with_store(root, lambda store, warnings: use(_warned(read_archive(root, store), warnings)))


def build(
    root: Path,
    output: Path,
    base_url: str | None = None,
    watch: Watcher = lambda _: None,
    asked: str | None = None,
    workers: Executor = HERE,
) -> Built:
    """Build the archive at `root` into `output`; explain the file or address `asked`.

    `workers` share what is worth sharing (see `workers.executor`).

    Raises ContentError where the content has errors and PublishError where the disk refuses; in both cases the site
    that was published before stays as it was.
    """

    def work(store: Store, warnings: tuple[Problem, ...]) -> Built:
        opened = _warned(read_archive(root, store, base_url, workers), warnings)
        return _publish(opened, output, store, watch, asked)

    return _with_store(root, work)


def site_jobs(opened: Opened) -> Iterator[Job]:
    """Everything that the site is made of."""
    yield from render_jobs(opened.archive, opened.theme, rendering_code())
    yield from search_jobs(opened.archive, indexing_code())


def _publish(opened: Opened, output: Path, store: Store, watch: Watcher, asked: str | None) -> Built:
    site = str(output.resolve())
    with _uncollected():
        plan = make_plan(site_jobs(opened), store.jobs(site), partial(altered, output))
    # Should this build end before its files are in place, the next must not take the old ones for them.
    store.drop_jobs(site, plan.due & plan.before.keys() | plan.gone)
    store.commit()
    work = Work(plan, store, site)
    published = publish(_watched(work.files(), watch), output, plan.keep)
    work.save()
    explanation = None if asked is None else explain(plan, work, asked)
    return Built(opened.archive, published, opened.warnings, explanation)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the search for garbage in circles: a million small values are made that stay, and none in a circle."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _watched(files: Iterator[OutputFile], watch: Watcher) -> Iterator[OutputFile]:
    for file in files:
        watch(file)
        yield file


def _warned(opened: Opened, more: Iterable[Problem]) -> Opened:
    return replace(opened, warnings=tuple(sorted({*opened.warnings, *more})))


def _with_store(root: Path, work: Callable[[Store, tuple[Problem, ...]], Result]) -> Result:
    """Work with the store of the archive at `root`; where it proves to be unfit, once more with a new one, or none."""
    warnings: list[Problem] = []
    for _ in range(2):
        try:
            with open_store(root, warnings) as store:
                return work(store, tuple(warnings))
        except StoreError as error:
            warnings.append(unfit(error.reason))
            if error.damaged:
                discard_store(root)
    with passing_store() as store:
        return work(store, tuple(warnings))
