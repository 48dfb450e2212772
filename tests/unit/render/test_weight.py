"""What a page costs beside its text: an archive of ten thousand articles pays each byte ten thousand times."""

from pathlib import Path

from tests.unit.render.browsing import blocks, parse, text_of

CHROME = 3_260
"""Bytes of an article's page of the archive of Zunyi, on average, that are not text of its blocks; its address in full
and the picture for links are among them."""


def test_the_pages_of_articles_stay_lean(built_site: Path) -> None:
    pages = [path.read_bytes() for path in built_site.glob("articles/*/index.html")]
    texts = [sum(len(text_of(block).encode()) for block in blocks(parse(page))) for page in pages]
    assert pages
    assert (sum(map(len, pages)) - sum(texts)) / len(pages) <= CHROME
