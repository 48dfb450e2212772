"""What adding would do: which digests, of which articles, in place of which; nothing is written here."""

import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from jianbao.build.add.holdings import Holding, Place, place_of, read_holdings
from jianbao.build.add.issue import Wishes
from jianbao.build.add.joining import join_parts
from jianbao.build.add.parts import Part, SourceFile, read_parts
from jianbao.build.add.pins import NOTHING_CARRIED, Left
from jianbao.build.add.replacing import take_place
from jianbao.build.add.writing import write_digest
from jianbao.build.content.batch import Seen
from jianbao.build.content.config import read_config
from jianbao.build.content.files import read_inside, read_text
from jianbao.importers.apart import Reader
from jianbao.importers.gather import STANDARD_INPUT, gather
from jianbao.model.digest import Digest, IssueFields
from jianbao.model.problem import Problem, Severity, is_error
from jianbao.model.site import SiteConfig
from jianbao.parse.digest import Reading, read_digest

_LONGEST_NAME = 80
_SHOWN = 5
"""Papers that a hint names."""
_NOT_IN_NAMES = frozenset('<>:"/\\|?*')
"""What file systems of one kind or another do not take."""


@dataclass(frozen=True, slots=True)
class Addition:
    """A digest to be written."""

    file: str
    """Relative to the archive's root."""
    text: str
    digest: Digest
    """What the parser makes of it."""
    newspaper: str
    sources: tuple[SourceFile, ...]
    replaces: tuple[str, ...]
    """Digests that it takes the place of, relative to the root."""
    notes: tuple[str, ...]
    seen: Seen
    """The digest's place, and what it replaces, as they were."""
    known: frozenset[int] = frozenset()
    """The places of its articles that were in what it replaces."""
    left: tuple[Left, ...] = ()
    """The articles of what it replaces that are not in it."""

    @property
    def files(self) -> Mapping[str, bytes]:
        """All that is to be written, by path relative to the root."""
        target = PurePath(self.file)
        folder = PurePath("content", "originals", target.parent.name, target.stem)
        kept = {source.sha256: source for source in self.sources if source.data}.values()
        originals = {
            (folder / f"{number:02}-{_safe_name(source.name)}").as_posix(): source.data
            for number, source in enumerate(kept, 1)
        }
        return {self.file: self.text.encode(), **originals}


@dataclass(frozen=True, slots=True)
class Plan:
    """All that adding would do."""

    additions: tuple[Addition, ...]
    """In the order of their files."""
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Archive:
    """What has to be known of the archive."""

    root: Path
    config: SiteConfig
    holdings: tuple[Holding, ...]


def plan_additions(root: Path, names: Sequence[str], wishes: Wishes) -> Plan:
    """Read everything that `names` name and work out the digests. All problems are told, with the file each is in."""
    problems: list[Problem] = []
    config = _config(root, problems)
    if config is None:
        return Plan((), tuple(problems))
    archive = _Archive(root, config, read_holdings(root, config.newspaper))
    pages: dict[Place, list[Part]] = {}
    with Reader() as reader:
        for original in gather(tuple(names), problems):
            for part in read_parts(original, reader, wishes, problems):
                beside = pages.setdefault(place_of(part.issue, config.newspaper), [])
                if _may_come(part, archive, wishes, problems) and not _is_copy(part, beside, problems):
                    beside.append(part)
    pages = {place: parts for place, parts in pages.items() if parts}
    additions = [_addition(place, parts, archive, wishes, problems) for place, parts in pages.items()]
    planned = sorted((one for one in additions if one is not None), key=lambda one: one.file)
    if not planned and not any(map(is_error, problems)):
        problems.append(Problem(names[0], 0, "there is nothing new to bring in", "see what was passed over, and why"))
    return Plan(tuple(_kept_once(planned)), tuple(dict.fromkeys(problems)))


def _kept_once(additions: Sequence[Addition]) -> Iterator[Addition]:
    """The additions, a source of several pages kept beside the first of them only."""
    kept: set[str] = set()
    for addition in additions:
        sources = (replace(one, data=b"") if one.sha256 in kept else one for one in addition.sources)
        yield replace(addition, sources=tuple(sources))
        kept |= {source.sha256 for source in addition.sources}


def _config(root: Path, problems: list[Problem]) -> SiteConfig | None:
    path = root / "content" / "site.yaml"
    if not path.is_file():
        hint = "go to the archive or name it (`jianbao --root DIR …`), or make one: jianbao init DIR"
        problems.append(Problem("content/site.yaml", 0, "there is no archive here", hint))
        return None
    text = read_text(root, path, problems)
    if text is None:
        return None
    config, wrong = read_config(text, "content/site.yaml")
    errors = [problem for problem in wrong if is_error(problem) and "language" not in problem.message]
    problems.extend(errors)
    return None if errors else config


def _may_come(part: Part, archive: _Archive, wishes: Wishes, problems: list[Problem]) -> bool:
    papers = {archive.config.newspaper, *(paper.name for paper in archive.config.newspapers)}
    name, paper = part.source.name, part.issue.newspaper
    if paper and paper not in papers:
        known = ", ".join(sorted(papers)[:_SHOWN])
        hint = f"list it under `newspapers` in content/site.yaml, or say which it is: --newspaper with one of {known}"
        problems.append(Problem(name, part.line, f"the archive holds no paper {paper[:40]!r}", hint))
        return False
    before = [held for held in archive.holdings if part.source.sha256 in held.source]
    if before and not wishes.replace:
        message = f"passed over: the same file was brought in before, as {before[0].file}"
        problems.append(Problem(name, 0, message, "--replace brings it in once more", Severity.WARNING))
        return False
    return True


def _is_copy(part: Part, beside: Sequence[Part], problems: list[Problem]) -> bool:
    """Whether another file of the same page holds the same bytes."""
    name, sha256 = part.source.name, part.source.sha256
    same = [one.source.name for one in beside if one.source.sha256 == sha256 and one.source.name != name]
    if same:
        problems.append(Problem(name, 0, f"passed over: it is a copy of {same[0]}", severity=Severity.WARNING))
    return bool(same)


def _addition(
    place: Place, parts: list[Part], archive: _Archive, wishes: Wishes, problems: list[Problem]
) -> Addition | None:
    held = [holding.file for holding in archive.holdings if holding.place == place]
    sources = tuple(dict.fromkeys(part.source for part in parts))
    if held and not wishes.replace:
        page = f" page {place.page}" if place.page else ""
        hint = "--replace takes the new one; --date and --page say where else it belongs"
        message = f"{place.date}{page} is in the archive already: {held[0]}"
        problems.extend(Problem(source.name, 0, message, hint) for source in sources)
        return None
    file = held[0] if held else _file(place, archive.config)
    if not held and os.path.lexists(archive.root / file):
        hint = "see what it is (`jianbao check` tells what is wrong with it), and rename it or take it away"
        message = f"it belongs to {file}, where a file stands that is not this page"
        problems.extend(Problem(source.name, 0, message, hint) for source in sources)
        return None
    issue = _issue(parts, archive.config)
    lines = join_parts(parts)
    lists = tuple((key, tuple(dict.fromkeys(item for part in parts for item in dict(part.lists).get(key, ()))))
                  for key in ("topics", "counties"))  # fmt: skip
    text = write_digest(issue, lines, lists)
    notes = tuple(dict.fromkeys(note for part in parts for note in part.notes))
    digest = _read(text, file, sources, problems)
    carried = NOTHING_CARRIED
    if digest is not None and held:
        carried = take_place(archive.root, archive.config, place, held, text)
        text = "\n".join(carried.lines)
        digest = _read(text, file, sources, problems)
    if digest is None:
        return None
    notes += _twice(digest) + _beside(place, archive)
    seen = {name: read_inside(archive.root, archive.root / name, []) for name in held} or {file: None}
    return Addition(file, text, digest, place.newspaper, sources, tuple(held), notes, seen, carried.known, carried.left)


def _issue(parts: list[Part], config: SiteConfig) -> IssueFields:
    """The fields of a page's front matter; the first part that knows one tells it."""
    first = parts[0].issue
    sources = dict.fromkeys(f"{_base(part.source.name)} (SHA-256 {part.source.sha256})" for part in parts)
    return replace(
        first,
        newspaper=first.newspaper if first.newspaper != config.newspaper else None,
        number=next((part.issue.number for part in parts if part.issue.number), None),
        section=next((part.issue.section for part in parts if part.issue.section), None),
        source="; ".join(sources),
    )


def _read(text: str, file: str, sources: Sequence[SourceFile], problems: list[Problem]) -> Digest | None:
    """What the parser makes of the text of `file`, which is not there yet: what is wrong with it is of its sources."""
    reading = read_digest(text.encode(), file)
    errors = [problem for problem in reading.problems if is_error(problem)]
    names = ", ".join(dict.fromkeys(source.name for source in sources))
    problems.extend(replace(problem, file=names, line=0) for problem in errors)
    if not errors and reading.digest is not None and not reading.digest.articles and not _is_told(reading, sources):
        hint = "where it is the text of a page, write `# ` in front of its headlines, and add it with --marks"
        message = "passed over: no article was found in it, only what stands around articles"
        problems.append(Problem(names, 0, message, hint, Severity.WARNING))
        return None
    return None if errors else reading.digest


def _is_told(reading: Reading, sources: Sequence[SourceFile]) -> bool:
    """Whether a person has marked that no line is of an article: a page of advertisements."""
    return not reading.problems and all(source.format == "text" for source in sources)


def _twice(digest: Digest) -> tuple[str, ...]:
    """A word on articles that are the same, headline and text."""
    seen = Counter(tuple(block.text for block in article.blocks) for article in digest.articles)
    twice = [article.title for article in digest.articles if seen[tuple(block.text for block in article.blocks)] > 1]
    return (f"the same article stands in it more than once: {'; '.join(dict.fromkeys(twice))}",) if twice else ()


def _beside(place: Place, archive: _Archive) -> tuple[str, ...]:
    """A word on digests of the same issue that may hold the same articles."""
    same = [
        held for held in archive.holdings if (held.place.newspaper, held.place.date) == (place.newspaper, place.date)
    ]
    whole = [held.file for held in same if (held.place.page is None) != (place.page is None)]
    if not whole:
        return ()
    return (f"of the same issue the archive holds {', '.join(whole[:3])}: see that nothing is in it twice",)


def _file(place: Place, config: SiteConfig) -> str:
    """Where a digest goes: content/issues/2025/2025-12-08-02.txt; papers other than the main one have their slug."""
    slug = next((f"{paper.slug}-" for paper in config.newspapers if paper.name == place.newspaper and paper.slug), "")
    page = f"-{place.page:02}" if place.page else ""
    return f"content/issues/{place.date[:4]}/{slug}{place.date}{page}.txt"


def _base(name: str) -> str:
    return "standard input" if name == STANDARD_INPUT else PurePath(name).name


def _safe_name(name: str) -> str:
    """The last part of a file name as every file system takes it."""
    base = "".join("_" if char in _NOT_IN_NAMES or not char.isprintable() else char for char in _base(name))
    stem, ending = PurePath(base).stem.strip(". "), PurePath(base).suffix[:12]
    while len(stem.encode()) > _LONGEST_NAME:
        stem = stem[:-1]
    return f"{stem or 'original'}{ending}"
