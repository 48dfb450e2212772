"""Reading a corpus of newspaper articles: JSON Lines, plain or `.xz`, in page order.

Each line holds `date` (ISO), `page`, `kicker`, `title`, `subtitle` (null where there is none) and `body`, a list of
paragraphs. Articles without headline or text are left out.
"""

import json
import lzma
import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import TextIO

from jianbao.parse.training.blocks import Source

_RUBRIC = re.compile(r"^【[^】]{1,20}】")
_SENDER = re.compile(r"^\w{2,8}消息（[^）]{1,20}）：")


HELD = 7
"""One date in so many is never learned from."""


def held_dates(dates: Iterable[str]) -> frozenset[str]:
    """The dates of a corpus that are left for measuring: the fourth of every seven."""
    return frozenset(sorted(set(dates))[HELD // 2 :: HELD])


def read(path: Path) -> list[list[Source]]:
    """The pages of the corpus, each its articles in order."""
    return [list(page) for _, page in groupby(_articles(path), key=lambda article: (article.date, article.page))]


def read_loose(path: Path) -> list[Source]:
    """Articles without a page (broadcast news, say), of which only headline and text are given.

    A rubric in brackets before the headline and the sender's name before the text are no part of what is read out.
    """
    with _opened(path) as lines:
        rows = [json.loads(line) for line in lines]
    out = []
    for row in rows:
        title = _RUBRIC.sub("", row["title"] or "").strip()
        body = tuple(_SENDER.sub("", paragraph).strip() for paragraph in row["body"])
        body = tuple(paragraph for paragraph in body if paragraph)
        if title and body:
            out.append(Source(row["date"], 1, None, title, None, body))
    return out


def _opened(path: Path) -> TextIO:
    return lzma.open(path, "rt", encoding="utf-8") if path.suffix == ".xz" else path.open(encoding="utf-8")


def _articles(path: Path) -> Iterator[Source]:
    with _opened(path) as lines:
        for line in lines:
            row = json.loads(line)
            body = tuple(paragraph for paragraph in row["body"] if paragraph.strip())
            if row["title"] and body:
                yield Source(
                    row["date"], row["page"], row["kicker"] or None, row["title"], row["subtitle"] or None, body
                )
