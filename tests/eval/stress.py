"""Pages in conventions that the tagger never learned: what its figures are worth elsewhere.

The articles are the corpus's, the layouts are drawn here: web pages with a line of date, source and author under the
headline; scans with ragged lines, letter-spaced headings and page numbers in the text; messages with headlines in
brackets and rules between articles; narrow columns under headlines broken by hand.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

_NAMES = ("欧阳春晓", "万里", "司徒晴", "甘露", "钟鸣", "易水寒")
_HEADS = ("kicker", "title", "subtitle")


@dataclass
class Sheet:
    """A page being laid out, and its gold in the form of make_digests.py."""

    rng: random.Random
    lines: list[str] = field(default_factory=list)
    articles: list[dict[str, Any]] = field(default_factory=list)
    furniture: list[int] = field(default_factory=list)

    def put(self, *texts: str) -> list[int]:
        """Add lines; their numbers."""
        start = len(self.lines)
        self.lines += texts
        return [start + at + 1 for at, text in enumerate(texts) if text.strip()]

    def aside(self, text: str) -> None:
        """Add a line that belongs to no article."""
        self.furniture += self.put(text)

    def close(self, article: dict[str, Any], numbers: list[int], extra: tuple[str, ...] = ()) -> None:
        """Note the gold of an article that has been put; `extra` are paragraphs that the layout added."""
        heads = {key: article[key] or None for key in _HEADS}
        body = [*article["body"], *extra]
        self.articles.append({**heads, "paragraphs": body, "lines": [numbers[0], numbers[-1]]})


def _web(sheet: Sheet, articles: list[dict[str, Any]]) -> None:
    """Kicker and headline, then date, source and author, then indented text with blank lines."""
    for article in articles:
        numbers = [n for key in ("kicker", "title", "subtitle") if article[key] for n in sheet.put(article[key])]
        month, day, name = sheet.rng.randrange(1, 13), sheet.rng.randrange(1, 29), sheet.rng.choice(_NAMES)
        meta = f"2025-{month:02d}-{day:02d} 08:{day:02d}  来源：清江日报  作者：{name}"
        numbers += sheet.put(meta, "")
        for paragraph in article["body"]:
            numbers += sheet.put(f"    {paragraph}", "")
        sheet.close(article, numbers, (meta,))
        sheet.put("")


def _scan(sheet: Sheet, articles: list[dict[str, Any]]) -> None:
    """Ragged lines, short headings letter-spaced, now and then a page number between paragraphs."""
    width = sheet.rng.randrange(16, 30)
    for article in articles:
        numbers: list[int] = []
        for key in _HEADS:
            text = article[key]
            if text:
                numbers += sheet.put(" ".join(text) if len(text) <= 8 else text)
        for at, paragraph in enumerate(article["body"]):
            if at and sheet.rng.random() < 0.03:
                sheet.aside(str(sheet.rng.randrange(1, 20)))
            text, start = f"\u3000\u3000{paragraph}", 0
            while start < len(text):
                stop = start + width - sheet.rng.choice((0, 0, 0, 1))
                numbers += sheet.put(text[start:stop])
                start = stop
        sheet.close(article, numbers)


def _message(sheet: Sheet, articles: list[dict[str, Any]]) -> None:
    """Headlines in brackets, a rule between articles, no blank lines."""
    for article in articles:
        title = f"【{article['title']}】"
        numbers = sheet.put(article["kicker"]) if article["kicker"] else []
        numbers += sheet.put(title)
        if article["subtitle"]:
            numbers += sheet.put(article["subtitle"])
        for paragraph in article["body"]:
            numbers += sheet.put(paragraph)
        sheet.close({**article, "title": title}, numbers)
        sheet.aside("—" * 12)


def _narrow(sheet: Sheet, articles: list[dict[str, Any]]) -> None:
    """Columns of eleven to fourteen characters under headlines broken near their middle."""
    width = sheet.rng.randrange(11, 15)
    for article in articles:
        numbers: list[int] = []
        for key in _HEADS:
            text = article[key]
            if text:
                middle = text.find(" ") if " " in text[4:-4] else (len(text) + 1) // 2
                cut = len(text) > 14 and middle > 0
                numbers += sheet.put(*([text[:middle], text[middle:].strip()] if cut else [text]))
        for paragraph in article["body"]:
            text = f"\u3000\u3000{paragraph}"
            numbers += sheet.put(*(text[at : at + width] for at in range(0, len(text), width)))
        sheet.close(article, numbers)
        sheet.put("")


LAYOUTS: tuple[Callable[[Sheet, list[dict[str, Any]]], None], ...] = (_web, _scan, _message, _narrow)


def compose(articles: list[dict[str, Any]], seed: str, paper: str) -> tuple[str, dict[str, Any]]:
    """One page: its text and its gold, like `compose` of make_digests.py."""
    date, page = articles[0]["date"], articles[0]["page"]
    rng = random.Random(f"{seed}/{date}/{page}")
    sheet, layout = Sheet(rng), rng.choice(LAYOUTS)
    sheet.aside(f"{paper}\u3000{date}\u3000{page}版")
    layout(sheet, [_squeezed(article) for article in articles])
    style = {"wrap": layout.__name__.strip("_"), "blank": "stress"}
    return "\n".join(sheet.lines) + "\n", {"style": style, "articles": sheet.articles, "furniture": sheet.furniture}


def _squeezed(article: dict[str, Any]) -> dict[str, Any]:
    heads = {key: " ".join((article[key] or "").split()) for key in _HEADS}
    return {**heads, "body": [" ".join(p.split()) for p in article["body"] if p.strip()]}
