"""One build, from content/ to the published site."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from jianbao.build.load import load_content
from jianbao.build.publish import Published, publish
from jianbao.build.theme import languages, load_theme
from jianbao.index.documents import search_documents
from jianbao.index.search.write import search_files
from jianbao.index.site import build_archive
from jianbao.model.errors import ContentError
from jianbao.model.problem import Problem, is_error
from jianbao.model.site import Archive
from jianbao.model.theme import OutputFile, Theme
from jianbao.render.machine import machine_files
from jianbao.render.site import render_site


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did."""

    archive: Archive
    published: Published
    warnings: tuple[Problem, ...]


Watcher = Callable[[OutputFile], None]
"""Is told of every file as it is made; what a progress bar hangs on."""


def open_archive(root: Path, base_url: str | None = None) -> tuple[Archive, Theme, tuple[Problem, ...]]:
    """Read the archive at `root` and work out what it holds; the problems returned are warnings.

    `base_url` takes the place of that of site.yaml. Raises ContentError with every problem where one is an error.
    """
    theme, more = load_theme(root)
    content, found = load_content(root, languages(theme))
    problems = [*found, *more]
    if content is None:
        raise ContentError(tuple(sorted(problems)))
    if base_url is not None:
        content = replace(content, config=replace(content.config, base_url=base_url))
    archive, faults = build_archive(content)
    problems = sorted({*problems, *faults})
    if any(map(is_error, problems)):
        raise ContentError(tuple(problems))
    return archive, theme, tuple(problems)


def site_files(archive: Archive, theme: Theme) -> Iterator[OutputFile]:
    """Every file of the site."""
    yield from render_site(archive, theme)
    yield from machine_files(archive)
    yield from search_files(tuple(search_documents(archive)))


def build(root: Path, output: Path, base_url: str | None = None, watch: Watcher = lambda _: None) -> Built:
    """Build the archive at `root` into `output`.

    Raises ContentError where the content has errors and PublishError where the disk refuses; in both cases the site
    that was published before stays as it was.
    """
    archive, theme, warnings = open_archive(root, base_url)
    published = publish(_watched(site_files(archive, theme), watch), output)
    return Built(archive, published, warnings)


def _watched(files: Iterator[OutputFile], watch: Watcher) -> Iterator[OutputFile]:
    for file in files:
        watch(file)
        yield file
