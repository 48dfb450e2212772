"""Real digests against the articles that a person found in them, field by field."""

import json
from hashlib import sha256
from pathlib import Path

import pytest

from jianbao.model.digest import Article, Digest, Role
from jianbao.parse.digest import Tagger, read_digest
from jianbao.parse.fields.phrases import caption_text
from jianbao.parse.rules import tagger as rules
from jianbao.parse.tagging import tag

REPOSITORY = Path(__file__).parents[2]
STORED = REPOSITORY / "content/issues/2025/zunyi-2025-12.txt"
EXPECTED = json.loads((Path(__file__).with_name("digests") / "zunyi-2025-12/articles.json").read_text("utf-8"))[
    "articles"
]
GIVEN = "50ce3e139940eae9bfd8d467c82ddeebc987d4029ced8fac5f00c76aa8d12049"
"""SHA-256 of the text as it was copied from the e-paper."""
OF_OTHER_STAGES = ("topic", "counties")


def found(article: Article, front_matter: int) -> dict[str, object]:
    texts = {role: [block.text for block in article.blocks if block.role is role] for role in Role}
    return {
        "title": None if article.title_inferred else article.title,
        "title_inferred": article.title_inferred,
        "kicker": article.kicker,
        "subtitle": article.subtitle,
        "byline": list(article.byline),
        "source": article.source,
        "continued_from": article.continued_from,
        "paragraphs": texts[Role.PARAGRAPH],
        "crossheads": texts[Role.CROSSHEAD],
        "captions": [caption_text(text) for text in texts[Role.CAPTION]],
        "lines": [line - front_matter for line in article.lines],
        "kind": article.kind.value,
    }


def read(data: bytes, tagger: Tagger) -> Digest:
    reading = read_digest(data, "zunyi-2025-12.txt", tagger)
    assert reading.problems == ()
    assert reading.digest is not None
    return reading.digest


@pytest.mark.parametrize("tagger", [pytest.param(tag, id="default"), pytest.param(rules.tag, id="rules")])
def test_digest_is_read_as_a_person_reads_it(tagger: Tagger) -> None:
    stored = STORED.read_bytes()
    front_matter = stored.index(b"---\n", 4) + len(b"---\n")
    wanted = [{key: value for key, value in row.items() if key not in OF_OTHER_STAGES} for row in EXPECTED]

    for data, lines in ((stored, stored[:front_matter].count(b"\n")), (stored[front_matter:], 0)):
        digest = read(data, tagger)
        assert [found(article, lines) for article in digest.articles] == wanted
        assert digest.furniture == ()


def test_front_matter_tells_what_is_known_of_the_issue() -> None:
    issue = read(STORED.read_bytes(), tag).issue

    assert (issue.newspaper, str(issue.date), issue.page) == ("遵义日报", "2025-12~", None)


def test_the_text_is_stored_as_it_was_given() -> None:
    stored = STORED.read_bytes()
    text = stored[stored.index(b"---\n", 4) + len(b"---\n") :]

    assert sha256(text).hexdigest() == GIVEN
