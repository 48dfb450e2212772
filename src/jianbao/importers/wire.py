"""Documents as JSON, for their way from one process to the other."""

from dataclasses import replace
from typing import Any

from jianbao.importers.document import Document, Line
from jianbao.model.digest import IssueFields
from jianbao.text.dates import parse_edtf


def to_wire(document: Document) -> dict[str, Any]:
    """The document in values that JSON has."""
    issue = document.issue
    return {
        "lines": [[line.text, line.role, line.start] for line in document.lines],
        "format": document.format,
        "encoding": document.encoding,
        "issue": [issue.newspaper, str(issue.date) if issue.date else None, issue.number, issue.page, issue.section],
        "notes": list(document.notes),
    }


def from_wire(value: dict[str, Any]) -> Document:
    """The document that `to_wire` was given."""
    newspaper, date, number, page, section = value["issue"]
    issue = IssueFields(newspaper=newspaper, number=number, page=page, section=section)
    return Document(
        lines=tuple(Line(text, role, start) for text, role, start in value["lines"]),
        format=value["format"],
        encoding=value["encoding"],
        issue=replace(issue, date=parse_edtf(date) if date else None),
        notes=tuple(value["notes"]),
    )
