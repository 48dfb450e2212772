"""Date and page from the name of a digest file: `2025-12-08-02.txt`."""

import re
from pathlib import PurePosixPath

from jianbao.model.edtf import EdtfDate
from jianbao.text.dates import is_calendar_date

# A year of modern newspapers, then month and day with hyphens or without, then perhaps the page; other words may stand
# around it.
_NAME = re.compile(
    r"(?<!\d)(?P<year>1[89]\d\d|20\d\d)"
    r"(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?|(?P<month_>\d\d)(?P<day_>\d\d))"
    r"(?:[-_]p?(?P<page>\d{1,3}))?(?!\d)",
    re.ASCII,
)


def date_and_page(file: str) -> tuple[EdtfDate | None, int | None]:
    """What the name of `file` says: `2025-12-08-02`, `20251208-02`, `2025-12-08`, `2025-12`, with other text around it.

    None for what it does not say; a date that is in no calendar says nothing.
    """
    for match in _NAME.finditer(PurePosixPath(file).stem):
        year, month, day = (int(part or 0) for part in (
            match["year"], match["month"] or match["month_"], match["day"] or match["day_"]))  # fmt: skip
        if month and is_calendar_date(year, month, day):
            page = int(match["page"] or 0)
            return EdtfDate(year, month, day), page or None
    return None, None
