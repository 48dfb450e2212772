"""What a reader typed, as terms."""

import re
from dataclasses import dataclass
from typing import Final

from jianbao.index.search.fold import WHITE_SPACE, fold

_TOKEN: Final = re.compile(
    rf'(-?)"([^"]*[^"{WHITE_SPACE}][^"]*)"(?=[{WHITE_SPACE}]|\Z)|[^{WHITE_SPACE}]+',
)

_NO_CHARACTER: Final = "\ufffd"
"""In place of NUL, which no text holds, and which stands for no second character in keys."""


@dataclass(frozen=True, slots=True)
class Query:
    """Folded terms, none twice."""

    terms: tuple[str, ...]
    """An article must have all of them; with none, every article will do."""
    excluded: tuple[str, ...]
    """And none of these."""


def parse(text: str) -> Query:
    """Cut a query into terms.

    Terms are parted by white space. `"…"` makes one term of what stands between; a straight quote that does not open or
    close such a term is a character like any other. `-term` excludes, if there is any other term; alone it is searched
    as it stands (`-5℃`), as `"-5℃"` always is.
    """
    terms: dict[str, None] = {}
    excluded: dict[str, None] = {}
    literal: dict[str, None] = {}
    for match in _TOKEN.finditer(text.replace("\0", _NO_CHARACTER)):
        token, minus, quoted = match[0], match[1], match[2]
        negative = minus == "-" if quoted is not None else len(token) > 1 and token[0] == "-"
        term = quoted if quoted is not None else token[negative:]
        (excluded if negative else terms)[fold(term)] = None
        if negative:
            literal[fold(token)] = None
    terms.pop("", None)
    excluded.pop("", None)
    return Query(tuple(terms), tuple(excluded)) if terms else Query(tuple(literal), ())
