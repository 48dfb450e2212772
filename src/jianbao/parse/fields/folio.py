"""What the folios of a page tell of its issue, and where they contradict what is known of it."""

from collections.abc import Sequence
from dataclasses import replace

from jianbao.model.digest import Furniture, IssueFields
from jianbao.model.problem import Problem, Severity
from jianbao.parse.fields.phrases import is_of_the_page
from jianbao.text.folio import Folio, agreed, read_folio


def with_folios(issue: IssueFields, furniture: Sequence[Furniture]) -> IssueFields:
    """The fields of an issue, completed by what the page prints: what front matter and file name tell stays.

    Where folios contradict each other, as in a digest of several pages, they tell nothing.
    """
    folios = [_folio(piece) for piece in furniture]
    page = issue.page or agreed(folio.page for folio in folios)
    return replace(
        issue,
        date=issue.date or agreed(folio.date for folio in folios),
        number=issue.number or agreed(folio.number for folio in folios),
        page=page,
        section=issue.section or (agreed(folio.section for folio in folios) if page else None),
    )


def contradictions(issue: IssueFields, furniture: Sequence[Furniture], file: str) -> tuple[Problem, ...]:
    """A warning for each folio that prints another date than the digest is said to have."""
    problems = []
    for piece in furniture:
        folio = _folio(piece)
        if issue.date and folio.date and not issue.date.first_day <= folio.date.first_day <= issue.date.last_day:
            message = f"the page prints the date {folio.date}, but the digest is said to be of {issue.date}"
            hint = "mend `date:` or the file name, or mark the line: it may be a date of something else"
            problems.append(Problem(file, piece.lines[0], message, hint, Severity.WARNING))
    return tuple(problems)


def _folio(piece: Furniture) -> Folio:
    """A credit of the whole page (本版制图：…) is no folio."""
    return Folio() if is_of_the_page(piece.text) else read_folio(piece.text)
