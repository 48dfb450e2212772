"""What the index keeps of the articles themselves: rows to show, columns to count and filter by.

rows-N.bin: for each article, in JSON, its id; its path, or 0 for `articles/<id>/`; title; date; first day, or 0 for the
same; topics; counties; newspaper; kind; people; length class. The text is in GB 18030 where that is safe, which makes
it a fifth smaller, and says so by a line feed in front; else in UTF-8.

columns.bin: `first`, the newest day; `gaps` and `counts`, by run of articles of one date, days since the run before and
number of articles; `dates`, the dates that are not days, by run; and for each column its distinct values, the most
frequent first, and under `<name>_of` the number of each article's value. Where a value is a set, they are numbers of
sets, and `<name>_sets` has the numbers of their members, set by set with a space between. people.bin: the same for
`people` alone.

A row of numbers is a string, the number 0 as "0" and so on by code point, since gzip then spends no more than they are
worth; numbers from LARGE on by code point from U+10000 on.
"""

import json
import re
import zlib
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

from jianbao.index.search.format import COLUMNS, PEOPLE, ROWS_PER_FILE, length_class, rows_name
from jianbao.model.search import SearchDocument

ZERO: Final = ord("0")
LARGE: Final = 0xD000 - ZERO
"""From this number on a character could be a surrogate."""
HIGH: Final = 0x10000

_LARGE_COLUMN: Final = 300
"""Characters from which on a column is worth a block of its own."""

_SAFE: Final = re.compile("[\x20-\x7e\u3000-\u3002\u3008-\u3011\uff01-\uff5d\u4e00-\u9fa5·—‘’“”…]*")
"""Characters whose codes are the same in every table of GB 2312, GBK and GB 18030, whoever made it."""


def rows(documents: Sequence[SearchDocument], lengths: Sequence[int]) -> Iterator[tuple[str, bytes]]:
    """All that is shown of an article, some articles a file."""
    every = [_row(document, length) for document, length in zip(documents, lengths, strict=True)]
    for number, start in enumerate(range(0, len(every), ROWS_PER_FILE)):
        text = _json(every[start : start + ROWS_PER_FILE])
        yield rows_name(number), compressed(b"\n" + text.encode("gb18030") if _SAFE.fullmatch(text) else text.encode())


def _row(document: SearchDocument, length: int) -> list[object]:
    return [
        document.id,
        0 if document.path == f"articles/{document.id}/" else document.path,
        document.title,
        document.date,
        0 if document.date == document.first_day else document.first_day,
        document.topics,
        document.counties,
        document.newspaper,
        document.kind,
        document.people,
        length_class(length),
    ]


def columns(documents: Sequence[SearchDocument], lengths: Sequence[int]) -> Iterator[tuple[str, bytes]]:
    """What all articles are counted, filtered and ranked by."""
    table = {
        **_dates(documents),
        **_sets("topics", [document.topics for document in documents]),
        **_sets("counties", [document.counties for document in documents]),
        **_column("newspaper", [document.newspaper for document in documents]),
        **_column("kind", [document.kind for document in documents]),
        **_column("length", [length_class(length) for length in lengths]),
    }
    yield COLUMNS, _json_in_blocks(table)
    yield PEOPLE, _json_in_blocks(_sets("people", [document.people for document in documents]))


def _column(name: str, values: Sequence[Hashable]) -> dict[str, Any]:
    distinct = [value for value, _ in Counter(values).most_common()]
    number = {value: index for index, value in enumerate(distinct)}
    return {name: distinct, f"{name}_of": numbers([number[value] for value in values])}


def _sets(name: str, values: Sequence[Sequence[str]]) -> dict[str, object]:
    sets = _column(name, [tuple(sorted(set(value))) for value in values])
    distinct: Sequence[Sequence[str]] = sets[name]
    members = [
        member for member, _ in Counter(member for value in values for member in dict.fromkeys(value)).most_common()
    ]
    number = {member: index for index, member in enumerate(members)}
    return {
        **sets,
        name: members,
        f"{name}_sets": " ".join(numbers([number[member] for member in value]) for value in distinct),
    }


def _dates(documents: Sequence[SearchDocument]) -> dict[str, object]:
    runs = [(document.first_day, document.date) for document in documents]
    starts = [at for at, run in enumerate(runs) if at == 0 or run != runs[at - 1]]
    days = [date.fromisoformat(runs[at][0]).toordinal() for at in starts]
    return {
        "first": runs[0][0],
        "gaps": numbers([before - day for before, day in zip(days[:1] + days, days, strict=False)]),
        "counts": numbers([end - start for start, end in zip(starts, [*starts[1:], len(runs)], strict=True)]),
        "dates": {str(run): runs[at][1] for run, at in enumerate(starts) if runs[at][0] != runs[at][1]},
    }


def numbers(values: Iterable[int]) -> str:
    """Write a row of numbers (see above)."""
    return "".join(chr(value + (ZERO if value < LARGE else HIGH)) for value in values)


def row_numbers(row: str) -> list[int]:
    """Read what `numbers` wrote."""
    return [code - (ZERO if code < HIGH else HIGH) for code in map(ord, row)]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def compressed(data: bytes) -> bytes:
    """Gzip without name and time, so that the same content gives the same bytes."""
    worker = zlib.compressobj(level=9, wbits=31)
    return worker.compress(data) + worker.flush()


def _json_in_blocks(columns: Mapping[str, object]) -> bytes:
    """Gzipped JSON, each large column in a block of its own.

    Columns differ in what is frequent in them, so that codes of their own make the file a tenth smaller; so does the
    strategy that does without short matches, which chance makes in rows of numbers.
    """
    worker = zlib.compressobj(level=9, wbits=31, strategy=zlib.Z_FILTERED)
    data = b""
    opening = "{"
    for name, value in columns.items():
        text = f"{opening}{_json(name)}:{_json(value)}"
        data += worker.compress(text.encode()) + (worker.flush(zlib.Z_BLOCK) if len(text) > _LARGE_COLUMN else b"")
        opening = ","
    return data + worker.compress(b"}") + worker.flush()
