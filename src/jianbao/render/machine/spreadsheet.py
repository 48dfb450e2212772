"""Tables for spreadsheets: CSV (RFC 4180) in UTF-8."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

from jianbao.render.encoding import one_line

# What spreadsheets take for a formula, full-width forms included: Excel reads those as their ASCII twins.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_DOUBTFUL = re.compile(f" [ ,]|,[ {re.escape(''.join(_FORMULA))}]")
# Without a byte-order mark Excel reads UTF-8 as GBK on a Chinese system.
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def csv_bytes(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """The table with a line of its columns' names; every text is on one line, and none is a formula."""
    return _BYTE_ORDER_MARK + csv_rows([columns]) + csv_rows(rows)


def csv_rows(rows: Iterable[Sequence[object]]) -> bytes:
    """Lines of such a table."""
    table = io.StringIO()
    writer = csv.writer(table)
    for row in rows:
        # Nearly all rows have nothing to mend, which one look at all their cells tells.
        texts = f",{','.join([cell for cell in row if isinstance(cell, str)])},"
        plain = texts.isprintable() and not _DOUBTFUL.search(texts)
        writer.writerow(row if plain else map(_cell, row))
    return table.getvalue().encode()


def _cell(value: object) -> object:
    """A cell that a spreadsheet would take for a formula begins with an apostrophe, as OWASP advises."""
    if not isinstance(value, str):
        return value
    text = one_line(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
