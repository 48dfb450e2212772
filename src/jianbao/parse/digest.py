"""Read a digest: from the bytes of a file to its articles and furniture, and the problems on the way."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import repeat
from shlex import quote
from typing import NamedTuple

from jianbao.model.digest import Article, Block, Digest, Kind, Role
from jianbao.model.problem import Problem, Severity, is_error
from jianbao.parse.articles import Cutting, cut_out
from jianbao.parse.bounds import too_many_lines, too_much_text
from jianbao.parse.fields.article import heading, read_origin
from jianbao.parse.fields.authors import with_authors
from jianbao.parse.fields.columns import column_of
from jianbao.parse.fields.folio import contradictions, with_folios
from jianbao.parse.fields.kinds import kind_of
from jianbao.parse.fields.titles import infer_title
from jianbao.parse.frontmatter import FrontMatter, Subject, read_front_matter
from jianbao.parse.labels import LineTag, PageLine
from jianbao.parse.marking import page_lines
from jianbao.parse.marks import FURNITURE, Mark, read_mark
from jianbao.parse.settings import Settings, gather_settings
from jianbao.parse.settle import settle
from jianbao.parse.tagging import tag
from jianbao.parse.traditional import as_printed, readable
from jianbao.text.chars import bare, trim
from jianbao.text.controls import CONTROLS, controls
from jianbao.text.decode import Undecodable, decode, split_lines

Tagger = Callable[[Sequence[PageLine]], tuple[LineTag, ...]]
"""What says of every line of a page what it is."""


class DigestLine(NamedTuple):
    """A line of a digest that has text."""

    number: int
    """Line in the file as stored, from 1."""
    text: str
    """Without its mark and its line end."""
    blank_before: int
    """Blank lines between it and the line before."""
    mark: Mark


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of a digest."""

    digest: Digest | None
    """None where the file is no text or has none."""
    problems: tuple[Problem, ...]
    """In the order of the file."""
    lines: tuple[DigestLine, ...] = ()
    tags: tuple[LineTag, ...] = ()
    """One a line."""
    subjects: tuple[Subject, ...] = ()
    """Topics and counties that marks and front matter name, in the order of the file; told even beside problems."""


def read_digest(data: bytes, file: str, tagger: Tagger = tag) -> Reading:
    """Read the bytes of a digest; `file` is its path as a person would type it, and may tell date and page."""
    text = decode(data)
    if isinstance(text, Undecodable):
        return Reading(None, (_undecodable(text, file),))
    if flaw := _of_one_line(text, file) or too_much_text(text, file):
        return Reading(None, (flaw,))
    source = split_lines(text)
    if flaw := too_many_lines(source, file):
        return Reading(None, (flaw,))
    front = read_front_matter(source, file)
    lines, lone, problems = _read_lines(source[front.length :], front.length + 1, file)
    problems = front.problems + problems + _invisible(source, file)
    if not lines:
        hint = "put the text of the page into it, or delete the file"
        problems += (Problem(file, 1, "the digest has no text" if bare(text) else "the digest is empty", hint),)
        return Reading(None, tuple(sorted(problems)))
    texts = [line.text for line in lines]
    read = readable(texts)
    page = page_lines(read, [line.blank_before for line in lines], [line.mark for line in lines])
    tags = settle(page, with_authors(page, tagger(page)))
    numbers = [line.number for line in lines]
    cuttings, furniture = cut_out(texts, numbers, tags)
    settings, wrong = gather_settings(cuttings, [(line.number, line.mark) for line in lines], lone, file)
    if read is texts:
        articles = tuple(map(_article, cuttings, settings, repeat(front)))
    else:
        known = map(_article, cut_out(read, numbers, tags)[0], settings, repeat(front))
        articles = tuple(map(as_printed, known, cuttings, settings, repeat(front.issue.newspaper)))
    problems += wrong + contradictions(front.issue, furniture, file)
    if not any(map(is_error, problems)):
        problems += _without_articles(articles, lines, file)
    digest = Digest(file, hashlib.sha256(data).hexdigest(), with_folios(front.issue, furniture), articles, furniture)
    return Reading(digest, tuple(sorted(problems)), lines, tags, _subjects(front, lines, lone))


def _undecodable(found: Undecodable, file: str) -> Problem:
    if found.encoding:
        hint = f"convert it: iconv -f {found.encoding} -t UTF-8 {quote(file)} > converted.txt"
    else:
        hint = "save it as plain text in UTF-8"
    return Problem(file, found.line, f"the file {found.reason}", hint)


def _of_one_line(text: str, file: str) -> Problem | None:
    """The problem of a text whose line ends nothing else knows."""
    if "\n" in text or "\r" not in text.removesuffix("\r"):
        return None
    hint = f"convert them: tr '\\r' '\\n' < {quote(file)} > converted.txt"
    return Problem(file, 1, "the lines end in CR alone, so that they are one", hint)


def _invisible(source: Sequence[str], file: str) -> tuple[Problem, ...]:
    """A warning for each line with characters that nobody sees and that change what is seen."""
    hint = "delete them; the text is kept as it is, and pages show � in their place"
    return tuple(
        Problem(
            file, number, f"the line holds {', '.join(dict.fromkeys(names))}, which nobody sees", hint, Severity.WARNING
        )
        for number, line in enumerate(source, 1)
        if CONTROLS.search(line) and (names := [name for _, name in controls(line)])
    )


def _without_articles(articles: Sequence[Article], lines: Sequence[DigestLine], file: str) -> tuple[Problem, ...]:
    """A warning where no line is of an article, and nobody said that this is so."""
    if articles or all(line.mark.role == FURNITURE for line in lines):
        return ()
    hint = "`# ` in front of a headline or `{.start}` behind a first line opens one; else say `{.furniture}` of each"
    return (Problem(file, lines[0].number, "no article was found in the digest", hint, Severity.WARNING),)


def _read_lines(
    source: Sequence[str], first: int, file: str
) -> tuple[tuple[DigestLine, ...], list[tuple[int, Mark]], tuple[Problem, ...]]:
    """The lines with text, the marks on lines without, and what is wrong in any mark."""
    lines: list[DigestLine] = []
    lone: list[tuple[int, Mark]] = []
    problems: list[Problem] = []
    blank = 0
    for number, raw in enumerate(source, first):
        if not raw or raw.isspace():
            blank += 1
            continue
        text, mark, errors = read_mark(raw)
        if errors:
            problems += [Problem(file, number, message, hint) for message, hint in errors]
        if trim(text):
            lines.append(DigestLine(number, text, blank, mark))
            blank = 0
        elif mark:
            lone.append((number, mark))
        else:
            blank += 1
    return tuple(lines), lone, tuple(problems)


def _subjects(front: FrontMatter, lines: Sequence[DigestLine], lone: Sequence[tuple[int, Mark]]) -> tuple[Subject, ...]:
    marks = sorted([*((line.number, line.mark) for line in lines if line.mark), *lone], key=lambda one: one[0])
    keys = {"topic": "topics", "county": "counties"}
    named = [Subject(keys[key], value, number) for number, mark in marks for key, value in mark.settings if key in keys]
    return tuple(sorted([*front.topics, *front.counties], key=lambda one: one.line)) + tuple(named)


def _article(cut: Cutting, settings: Settings, front: FrontMatter) -> Article:
    """The article that a cutting is, with the fields that its blocks and its marks tell."""
    blocks = cut.blocks
    title, kicker = heading(blocks, Role.TITLE), heading(blocks, Role.KICKER)
    column = column_of(heading(blocks, Role.COLUMN), title)
    kind = Kind(settings.kind) if settings.kind else kind_of(title, kicker, column, blocks)
    origin = read_origin(blocks, front.issue.newspaper, kind)
    return Article(
        id=settings.id,
        kind=kind,
        title=title if title is not None else infer_title(_own_words(blocks)),
        title_inferred=title is None,
        kicker=kicker,
        subtitle=heading(blocks, Role.SUBTITLE),
        column=column,
        byline=settings.byline or origin.byline,
        source=settings.source or origin.source,
        dateline=origin.dateline,
        continued_from=settings.continued_from or origin.continued_from,
        continued_on=settings.continued_on or origin.continued_on,
        confidence=round(cut.confidence, 3),
        blocks=blocks,
        topics=settings.topics or tuple(one.name for one in front.topics),
        counties=settings.counties or tuple(one.name for one in front.counties),
    )


def _own_words(blocks: Sequence[Block]) -> str:
    """The text to name an untitled article after: its first paragraph, else its first block."""
    texts = [block.text for block in blocks if block.role is Role.PARAGRAPH]
    return (texts or [block.text for block in blocks])[0]
