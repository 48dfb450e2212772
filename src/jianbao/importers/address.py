"""Date and page that the address of an e-paper tells, or the path of a file that was kept under it."""

import re

from jianbao.model.digest import IssueFields
from jianbao.model.edtf import EdtfDate
from jianbao.text.dates import is_calendar_date

# The address of an e-paper, or a folder kept by it: …/2025-12/08/content_1.htm, …/202512/08/node_02.html
_FOLDERS = re.compile(r"(?:^|/)(?P<year>(?:19|20)\d\d)-?(?P<month>\d\d)[-/](?P<day>\d\d)/", re.ASCII)
_NODE = re.compile(r"(?:^|[/_])(?:node|page|ban)_?0?(?P<page>\d{1,2})(?=\D|$)", re.ASCII)
# 人民日报: nw.D110000renmrb_20251208_1-03.htm
_NUMBERED = re.compile(r"_(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)_\d{1,3}-(?P<page>\d\d)(?=\.|$)", re.ASCII)


def address_issue(address: str) -> IssueFields:
    """Date and page that an address of an e-paper, or the same as a path, tells."""
    found = _NUMBERED.search(address) or _FOLDERS.search(address)
    if found is None:
        return IssueFields()
    year, month, day = (int(found[part]) for part in ("year", "month", "day"))
    if not (month and day and is_calendar_date(year, month, day)):
        return IssueFields()
    page = found if found.re is _NUMBERED else _NODE.search(address)
    return IssueFields(date=EdtfDate(year, month, day), page=int(page["page"]) or None if page else None)
