"""What the marks of a page demand of the tagger, line by line."""

from collections.abc import Sequence

from jianbao.model.digest import Role
from jianbao.parse.labels import Label, PageLine
from jianbao.parse.marks import CONTINUATION, FURNITURE, Mark

_TITLE = Role.TITLE
"""Asked for at every line: in its class a member takes ten times as long to find (Python 3.11)."""
# What may stand above a headline and belong to it without saying so.
_ABOVE = {Role.KICKER, Role.COLUMN, Role.SUBTITLE}
# What may stand above a headline if the article is said to start there.
_HEAD = _ABOVE | {Role.BYLINE, Role.CREDIT, Role.DATELINE, Role.JUMP}
# A heading that a person marked goes on behind a blank line only where `{.continuation}` says so.
_COMPLETE = {Role.TITLE, Role.KICKER, Role.SUBTITLE}


def page_lines(texts: Sequence[str], blanks: Sequence[int], marks: Sequence[Mark]) -> tuple[PageLine, ...]:
    """The lines of a page for the tagger: text, blank lines before, and what the mark of each fixes.

    All three have one entry a line that has text.
    """
    if not any(marks):
        return tuple(map(PageLine, texts, blanks))
    opens = opens_by_marks(marks)
    settled = _pinned_throughout(marks)
    above = [Mark(), *marks[:-1]]
    return tuple(
        PageLine(text, blank, fixed_label(mark), opening, blank > 0 and (settled or before.role in _COMPLETE))
        for text, blank, mark, opening, before in zip(texts, blanks, marks, opens, above, strict=True)
    )


def fixed_label(mark: Mark) -> Label | None:
    """The label that a mark demands; `{.start}` alone opens an untitled article."""
    if mark.role is None:
        return Label.START if mark.start else None
    return Label(mark.role)


def opens_by_marks(marks: Sequence[Mark]) -> list[bool | None]:
    """Where the marks say that an article begins (True) or does not (False); None leaves it to be inferred.

    `{.start}` says so itself. A headline opens an article, at the kicker, column or deck marked right above it if there
    is one, and unless one of the marked lines of its head says `{.start}`. Where a line without a mark stands right
    above the headline, it may yet turn out to be its kicker. Any other role lets no article begin; a kicker or column
    above a line without a mark decides nothing.
    """
    below = [*marks[1:], Mark(role=FURNITURE)]
    opens: list[bool | None] = [_alone(mark, below=next_mark) for mark, next_mark in zip(marks, below, strict=True)]
    for place, mark in enumerate(marks):
        if mark.role == _TITLE and not mark.start:
            head = _head_above(marks, place)
            for line in head:
                opens[line] = marks[line].start
            if any(marks[line].start for line in head):
                opens[place] = False
                continue
            first = _first_above(marks, head, place)
            opens[place] = False
            unmarked_above = first > 0 and marks[first - 1].role is None and not marks[first - 1].start
            opens[first] = None if first == place and unmarked_above else True
    if _pinned_throughout(marks):
        both = zip(marks, opens, strict=True)
        return [mark.role == _TITLE if opening is None else opening for mark, opening in both]
    return opens


def _pinned_throughout(marks: Sequence[Mark]) -> bool:
    """Whether the split is settled: a head stands first, and every article that marks open has its id pinned.

    Ids are pinned to what somebody has read, so no further article is looked for. A single pin does not say that much.
    """
    first = next((mark for mark in marks if mark.role != FURNITURE), None)
    openings = [mark for mark in marks if mark.role == _TITLE or mark.start]
    if first is None or len(openings) < 2 or not all(mark.id for mark in openings):  # noqa: PLR2004 - see above
        return False
    return first.start or first.role in {Role.TITLE, *_ABOVE}


def _alone(mark: Mark, *, below: Mark) -> bool | None:
    if mark.start:
        return True
    undecided = mark.role is None or (mark.role in {Role.KICKER, Role.COLUMN} and not below.role and not below.start)
    return None if undecided else False


def _head_above(marks: Sequence[Mark], place: int) -> list[int]:
    """The marked lines right above a headline that may belong to its head, from the top; furniture is passed over."""
    head: list[int] = []
    waiting: list[int] = []
    for line in range(place - 1, -1, -1):
        role = marks[line].role
        if role == FURNITURE:
            continue
        if role == CONTINUATION and not marks[line].start:
            waiting.append(line)
        elif role in _HEAD:
            head += [*waiting, line]
            waiting.clear()
            if marks[line].start:
                break
        else:
            break
    return head[::-1]


def _first_above(marks: Sequence[Mark], head: list[int], place: int) -> int:
    """The line of a head without `{.start}` at which the article begins."""
    first = place
    for line in reversed(head):
        if marks[line].role in _ABOVE:
            first = line
        elif marks[line].role != CONTINUATION:
            break
    above = next(
        (marks[n].role for n in range(first - 1, -1, -1) if marks[n].role not in {FURNITURE, CONTINUATION}), None
    )
    while first < place and above == Role.TITLE and marks[first].role == Role.SUBTITLE:
        first += 1  # a deck below a headline is the deck of that one
        while first < place and marks[first].role in {CONTINUATION, FURNITURE}:
            first += 1
    return first
