"""Each construct of a newspaper page, one fixture each: a title, a page, and what the rules make of it.

A fixture is three parts, each ended by a line that is a single full stop. Expected are what the page tells of its
issue, then for each article its kind and title (`~` in front of an inferred one), the fields that are set, and each
block with its lines; furniture comes last.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from jianbao.model.digest import Article, Digest
from jianbao.parse.digest import read_digest
from jianbao.parse.rules.tagger import tag
from jianbao.parse.tagging import tag as default

ALIKE = 76
"""Of 82 fixtures."""
FOLDER = Path(__file__).with_name("rules")
ISSUE = ("newspaper", "date", "number", "page", "section")
FIELDS = ("id", "column", "byline", "source", "dateline", "continued_from", "continued_on", "topics", "counties")


def fixtures() -> Iterator[tuple[str, str, str]]:
    for file in sorted(FOLDER.glob("*.md")):
        parts = file.read_text("utf-8").split("\n.\n")
        for title, page, expected in zip(parts[::3], parts[1::3], parts[2::3], strict=False):
            yield f"{file.stem}: {title.strip()}", page, expected


def shown(digest: Digest) -> str:
    issue = " ".join(f"{name} {value}" for name in ISSUE if (value := getattr(digest.issue, name)))
    lines = [f"issue {issue}"] * bool(issue)
    lines += [line for article in digest.articles for line in _article(article)]
    lines += [f"furniture {_lines(piece.lines)} {piece.text}" for piece in digest.furniture]
    return "\n".join(lines)


def _article(article: Article) -> Iterator[str]:
    yield f"{article.kind} {'~' * article.title_inferred}{article.title}"
    for name in FIELDS:
        value = getattr(article, name)
        if value:
            yield f"- {name} {'、'.join(value) if isinstance(value, tuple) else value}"
    for block in article.blocks:
        yield f"  {block.role} {_lines(block.lines)} {block.text}"


def _lines(lines: tuple[int, ...]) -> str:
    return ",".join(map(str, lines))


@pytest.mark.parametrize(("page", "expected"), [pytest.param(*rest, id=title) for title, *rest in fixtures()])
def test_rules_read_the_page_as_expected(page: str, expected: str) -> None:
    reading = read_digest(page.encode(), "page.txt", tag)

    assert reading.problems == ()
    assert reading.digest is not None
    assert shown(reading.digest) == expected


def test_every_kind_of_construct_has_a_fixture() -> None:
    titles = [title for title, _, _ in fixtures()]
    assert len(set(titles)) == len(titles) >= 82


def test_the_default_tagger_reads_nearly_all_of_them_alike() -> None:
    # Pages of three lines are unlike those it learned from; what it misreads must not grow.
    readings = [(read_digest(page.encode(), "page.txt", default).digest, expected) for _, page, expected in fixtures()]
    alike = [digest is not None and shown(digest) == expected for digest, expected in readings]

    assert sum(alike) >= ALIKE
