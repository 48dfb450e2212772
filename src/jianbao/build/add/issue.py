"""Which issue and page a document is of: what the person says, what it says itself, what its name says."""

from dataclasses import dataclass, replace

from jianbao.importers.address import address_issue
from jianbao.importers.document import Document
from jianbao.model.digest import IssueFields
from jianbao.model.edtf import EdtfDate
from jianbao.parse.filename import date_and_page

_MARKUP = frozenset(("html", "jsonl"))


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the person says of all that is added; None where nothing."""

    newspaper: str | None = None
    date: EdtfDate | None = None
    page: int | None = None
    section: str | None = None
    number: str | None = None
    encoding: str | None = None
    marks: bool = False
    """Texts hold marks already."""
    replace: bool = False
    keep_original: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """The issue of a document, and what a person should know of how it was told."""

    issue: IssueFields
    notes: tuple[str, ...] = ()


def tell_issue(document: Document, name: str, front: IssueFields | None, wishes: Wishes) -> Told:
    """Work out the issue of a document from the file `name`; `front` is its front matter.

    What the person says decides; then front matter, which a keeper wrote. The fields of a saved page or of JSON are
    surer than a file name; a file name is surer than what the text prints.
    """
    by_name = _by_name(name)
    own = document.issue
    order = [own, by_name] if document.format in _MARKUP else [by_name, own]
    order = ([front] if front else []) + order
    said = IssueFields(wishes.newspaper, wishes.date, wishes.number, wishes.page, wishes.section)
    merged = _merge([said, *order])
    notes = []
    dates = {source.date.base for source in order if source.date is not None}
    if wishes.date is None and len(dates) > 1:
        notes.append(f"its name, its fields and its text tell different dates ({', '.join(sorted(dates))}): look")
    if by_name.page is not None and merged.date is not None and by_name.date not in {None, merged.date}:
        # The name is that of another day: its number is no page of this one.
        merged = replace(merged, page=_merge([said, *(source for source in order if source is not by_name)]).page)
    return Told(merged, tuple(notes))


def _by_name(name: str) -> IssueFields:
    date, page = date_and_page(name)
    return IssueFields(date=date, page=page) if date else address_issue(name)


def _merge(sources: list[IssueFields]) -> IssueFields:
    """The first value of each field that a source has."""
    fields = ("newspaper", "date", "number", "page", "section")
    return IssueFields(
        **{
            field: next((value for source in sources if (value := getattr(source, field)) is not None), None)
            for field in fields
        }
    )
