"""Which issue and page a saved page is of: its fields, its address, and what it prints around the article."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from lxml import etree

from jianbao.importers.address import address_issue
from jianbao.importers.document import printed_issue
from jianbao.importers.markup import Node, blocks_below
from jianbao.model.digest import IssueFields
from jianbao.text.dates import printed_date
from jianbao.text.folio import agreed, read_folio
from jianbao.text.numerals import read_number

_SAVED_FROM = re.compile(r"\s*saved from url=\(\d+\)(\S{1,2000})")
_PAPER = re.compile(r"《\s*([^《》]{2,20}报)\s*》")
_SECTION = re.compile(r"第?\s*[A-Z]?0*(\d{1,3})\s*版?(?:\s*[:：·、\-]\s*|\s+|$)(.*)")
_IN_LISTS = ("a", "li", "nav", "map", "select")


def page_issue(
    root: Node, fields: Mapping[str, str], regions: Sequence[Node], around: Iterable[str], name: str
) -> IssueFields:
    """What a page tells of its issue, the surest first.

    Its fields; the address that it was saved from and its file `name`; the lines `around` the article, which print
    paper, date and page below the headline; then what it prints elsewhere, outside of the `regions` of its articles.
    """
    section = fields.get("section", "")
    numbered = _SECTION.fullmatch(section)
    own = IssueFields(
        newspaper=fields.get("newspaper"),
        date=printed_date(fields["date"]) if "date" in fields else None,
        page=(read_number(numbered[1]) or None) if numbered else None,
        section=(numbered[2].removeprefix("版").strip() if numbered else section) or None,
    )
    texts = [text for block in blocks_below(root) for text in block.lines]
    told = (own, *map(address_issue, _addresses(root, name)), _printed(around), _printed(_elsewhere(root, regions)),
            printed_issue(texts))  # fmt: skip
    return IssueFields(
        newspaper=next((one.newspaper for one in told if one.newspaper), None),
        date=next((one.date for one in told if one.date), None),
        page=next((one.page for one in told if one.page), None),
        section=next((one.section for one in told if one.section), None),
    )


def _addresses(root: Node, name: str) -> Iterator[str]:
    for comment in (*root.itersiblings(etree.Comment, preceding=True), *root.iter(etree.Comment)):
        if found := _SAVED_FROM.match(comment.text or ""):
            yield found[1]
    yield name


def _printed(lines: Iterable[str]) -> IssueFields:
    """What lines that are no text of an article agree on; a paper beside a date is that of the page."""
    folios = [(read_folio(line), _PAPER.search(line)) for line in lines]
    dated = [(folio, paper) for folio, paper in folios if folio.date]
    return IssueFields(
        newspaper=agreed(paper[1].strip() for _, paper in dated if paper),
        date=agreed(folio.date for folio, _ in folios),
        page=agreed(folio.page for folio, _ in folios),
        section=agreed(folio.section for folio, _ in folios if folio.page),
    )


def _elsewhere(root: Node, regions: Sequence[Node]) -> Iterator[str]:
    """Lines outside of articles and of lists of pages and articles."""
    inside = {node for region in regions for node in region.iter()}
    for block in blocks_below(root):
        listed = next(block.node.iterancestors(*_IN_LISTS), None) is not None or block.node.tag in _IN_LISTS
        if block.node not in inside and not listed and next(block.node.iter("a"), None) is None:
            yield from block.lines
