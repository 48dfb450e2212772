"""Tables of articles (CSV, or with tabulators): a row is an article, the first row tells what its cells are."""

import csv
import io
from collections.abc import Iterator

from jianbao.importers.document import Document, Original
from jianbao.importers.encodings import read_text
from jianbao.importers.jsonl import BODY, read_articles
from jianbao.model.errors import SourceError
from jianbao.text.simplified import simplified

_DELIMITERS = ",\t;"


def read_table(original: Original, encoding: str | None = None) -> tuple[Document, ...]:
    """One document an article. Raises SourceError, which tells of every row that is wrong."""
    decoded = read_text(original.data, encoding)
    return read_articles(_articles(decoded.text), decoded, "csv")


def _articles(text: str) -> Iterator[tuple[int, object]]:
    """(line, cells by the names of their columns), or the error in place of a row that cannot be read."""
    head = text.partition("\n")[0]
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=max(_DELIMITERS, key=head.count))
    names: list[str] = []
    line = 1
    while True:
        try:
            cells = next(rows, None)
        except csv.Error as error:
            yield line, SourceError(f"cannot be read as a table on line {line}: {error}", "save it as CSV again", line)
            return
        if cells is None:
            return
        if not names:
            names = _names(cells)
        elif len(cells) > len(names) and any(cells[len(names) :]):
            reason = f"has more cells on line {line} than its first row has names"
            yield line, SourceError(reason, "put cells with commas in quotes", line)
        elif any(map(str.strip, cells)):
            yield line, dict(zip(names, cells, strict=False))
        line = rows.line_num + 1


def _names(cells: list[str]) -> list[str]:
    names = [cell.strip() for cell in cells]
    if not {simplified(name.lower()) for name in names} & set(BODY):
        raise SourceError("has no column with the texts of articles", "name it in the first row: 正文, or text", 1)
    return names
