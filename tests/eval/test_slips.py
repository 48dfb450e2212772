"""What is told as a slip is one: clean pages give hardly any."""

import json
import lzma
from pathlib import Path

from jianbao.model.digest import Article, Block, Kind, Role
from jianbao.parse.slips import find_slips
from tests.eval import corpus

MONTH = "2020-05"
"""The last of the corpus, whose pages the rules for slips were not made on."""

MOST = 0.01
"""Slips an article. The 1,947 articles of the month have 16, each of them looked at and each a flaw of the text:
12 commas and colons of half width, 3 quotation marks without their other half, a full-width digit. None was raised for
nothing."""


def test_clean_pages_have_hardly_any_slips() -> None:
    place = corpus.folder()
    assert place is not None
    slips, articles = told(place)

    assert slips / articles <= MOST, f"{slips} in {articles} articles"


def told(place: Path) -> tuple[int, int]:
    """How many slips are told in how many articles of the month."""
    slips = articles = 0
    with lzma.open(place / "data" / "newspaper-dev.jsonl.xz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if not row["date"].startswith(MONTH):
                continue
            texts = [(Role.TITLE, row["title"] or ""), *((Role.PARAGRAPH, text.strip()) for text in row["body"])]
            blocks = tuple(Block(role, text, (number,)) for number, (role, text) in enumerate(texts, 1) if text)
            article = Article(
                id=None, kind=Kind.NEWS, title="", title_inferred=False, kicker=None, subtitle=None, column=None,
                byline=(), source=None, dateline=None, continued_from=None, continued_on=None, confidence=1.0,
                blocks=blocks,
            )  # fmt: skip
            slips += len(find_slips(article))
            articles += 1
    return slips, articles
