"""Walking through the doubtful lines of a digest: what is not sure, and writing what a person says of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from jianbao.model.correction import Correction
from jianbao.model.digest import Role
from jianbao.model.edtf import EdtfDate
from jianbao.parse.digest import Reading
from jianbao.parse.labels import Label
from jianbao.parse.marks import read_mark, without_role, write_mark

_AROUND = 3
"""Lines shown above and below."""
_CONTINUES = frozenset((Label.TITLE_NEXT, Label.KICKER_NEXT, Label.SUBTITLE_NEXT, Label.CONTINUATION))
_HEADINGS = (_CONTINUES | {Label.TITLE, Label.KICKER, Label.SUBTITLE}) - {Label.CONTINUATION}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person says of a line."""

    role: str | None
    start: bool = False
    """An article begins on it, which its role does not say."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A line of which the parser is not sure: whether an article begins there, or which of its headings it is."""

    line: int
    """In the file as stored, from 1."""
    opens: bool
    """Whether an article begins there, as the parser takes it."""
    heading: bool
    """What is in doubt is less the beginning than which heading it is: kicker, headline, its second line or deck."""
    confidence: float
    guess: Answer
    """The mark that would say so."""
    around: tuple[tuple[int, str], ...]
    """(line, text) from a few lines above to a few below; blank lines are left out."""


def doubts(reading: Reading, limit: float) -> tuple[Doubt, ...]:
    """The lines whose opening, or whose place among the headings, is less sure than `limit`, from the top of the page.

    On pages not learned from, a head whose weakest line is from .7 to .8 sure was right as often (.82 of 50), and the
    heads below .8, a twelfth of all, hold two in three of those that are wrong.
    """
    found = []
    for place, (line, tag) in enumerate(zip(reading.lines, reading.tags, strict=True)):
        unnamed = tag.label in _HEADINGS and line.mark.role is None
        heading = unnamed and tag.confidence < tag.opens_confidence
        confidence = tag.confidence if heading else tag.opens_confidence
        if tag.label is not Label.FURNITURE and confidence < limit:
            shown = reading.lines[max(place - _AROUND, 0) : place + _AROUND + 1]
            around = tuple((one.number, one.text) for one in shown)
            guess = _guess(tag.label, opens=tag.opens)
            found.append(Doubt(line.number, tag.opens, heading, confidence, guess, around))
    return tuple(found)


def write_answer(data: bytes, line: int, answer: Answer) -> bytes:
    """The bytes of a digest with the mark for `answer` on its line; all others stay, and so does the line's ending.

    A role that the line had gives way. A headline that is marked already is said to begin the article itself.
    """
    lines = data.decode("utf-8").split("\n")
    raw = lines[line - 1].removesuffix("\r")
    ending = lines[line - 1][len(raw) :]
    had = read_mark(raw).mark.role
    start = answer.start or (had is not None and had == answer.role == Role.TITLE)
    if answer.role and had and had != answer.role:
        raw = without_role(raw)
    lines[line - 1] = write_mark(raw, role=answer.role, start=start) + ending
    return "\n".join(lines).encode()


def correction(doubt: Doubt, answer: Answer, digest: str, date: EdtfDate) -> Correction | None:
    """What the answer corrects; None where it only says what the parser took for true."""
    was, now = _said(doubt.guess), _said(answer)
    text = next(text for number, text in doubt.around if number == doubt.line)
    return None if was == now else Correction(digest, date, text, was, now)


def next_doubt(found: Sequence[Doubt], after: int) -> Doubt | None:
    """The first doubt below line `after`."""
    return next((doubt for doubt in found if doubt.line > after), None)


def _said(answer: Answer) -> str:
    return answer.role or "start"


def _guess(label: Label, *, opens: bool) -> Answer:
    if label is Label.START:
        return Answer(None, start=True)
    role = "continuation" if label in _CONTINUES else label.value
    return Answer(role, start=opens and label is not Label.TITLE)
