"""Reading a corpus of newspaper articles: JSON Lines, plain or `.xz`, in page order.

Each line holds `date` (ISO), `page`, `kicker`, `title`, `subtitle` (null where there is none) and `body`, a list of
paragraphs. Articles without headline or text are left out.
"""

import json
import lzma
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from jianbao.parse.training.pages import Source


def read(path: Path) -> list[list[Source]]:
    """The pages of the corpus, each its articles in order."""
    return [list(page) for _, page in groupby(_articles(path), key=lambda article: (article.date, article.page))]


def between(pages: list[list[Source]], first: str, last: str) -> list[list[Source]]:
    """The pages with `first` ≤ date < `last`."""
    return [page for page in pages if first <= page[0].date < last]


def _articles(path: Path) -> Iterator[Source]:
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            body = tuple(paragraph for paragraph in row["body"] if paragraph.strip())
            if row["title"] and body:
                yield Source(row["date"], row["page"], row["kicker"] or None, row["title"], row["subtitle"] or None, body)
