"""`jianbao review`: walk through what the parser is not sure of; a key writes the mark."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import click

from jianbao.build.content.corrections import entry
from jianbao.build.content.files import closed, files_below
from jianbao.build.content.load import DIGEST_ENDINGS
from jianbao.build.reviewing.answers import Desk, Written
from jianbao.build.reviewing.review import Answer, Doubt, doubts, next_doubt
from jianbao.cli.check import DOUBTFUL
from jianbao.cli.problems import say_waiting
from jianbao.cli.terminal import shown
from jianbao.model.correction import CORRECTIONS
from jianbao.model.edtf import EdtfDate
from jianbao.model.errors import ChangedError, ContentError, UsageError
from jianbao.model.problem import Problem, is_error
from jianbao.parse.digest import read_digest

_ANSWERS = {
    "h": (Answer("title"), "headline of a new article"),
    "k": (Answer("kicker", start=True), "kicker of a new article"),
    "b": (Answer(None, start=True), "a new article without a headline begins"),
    "s": (Answer("subtitle"), "deck"),
    "c": (Answer("crosshead"), "crosshead"),
    "p": (Answer("paragraph"), "paragraph"),
    "j": (Answer("continuation"), "goes on from the line above"),
    "f": (Answer("furniture"), "furniture of the page"),
}
_HEADING_NAMES = {
    "title": "the headline",
    "kicker": "the kicker above it",
    "subtitle": "the deck below it",
    "continuation": "the next line of the one above",
}
_PASS, _TAKE_BACK = Answer(None), Answer("take back")
_AGREE, _QUIT = ("\r", "\n", "\r\n"), "q"
_MOVES = {" ": _PASS, "-": _PASS, "u": _TAKE_BACK, _QUIT: None, "\x03": None, "\x04": None, "\x1b": None}


@click.command()
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--below", default=DOUBTFUL, show_default=True, type=click.FloatRange(0, 1), help="What counts as doubt.")
@click.pass_obj
def review(root: Path, files: tuple[Path, ...], below: float) -> None:
    """Walk through the lines of which it is not sure whether an article begins there, or which heading they are.

    All digests are walked through, or FILES.

    One key answers and writes the mark: Enter agrees, space passes on, u takes the last answer back (the very last one,
    too, before it ends), q ends. What is corrected is told to readers, by an entry in content/corrections.yaml.
    """
    today = dt.date.today()  # noqa: DTZ011 - the keeper's own day
    desk = Desk(root, EdtfDate(today.year, today.month, today.day), say_waiting)
    walk = _Walk(desk, files or tuple(_digests(root)), below)
    while (found := walk.next_doubt()) or (walk.done and _goes_back()):
        answer = _ask(walk.file, found[1]) if found else _TAKE_BACK
        if answer is None:
            click.echo(f"{walk.answered} of {walk.asked} answered")
            return
        if found and answer != _TAKE_BACK:
            walk.answer(*found, answer)
        else:
            walk.take_back()
    told = f"{walk.answered} of {walk.asked} answered; nothing more is doubtful"
    click.echo(told if walk.asked else "nothing is doubtful")
    if walk.problems:
        raise ContentError(tuple(walk.problems))


@dataclass(slots=True)
class _Walk:
    """A person's way through the doubts of several files, and back."""

    desk: Desk
    files: Sequence[Path]
    below: float
    place: int = 0
    """Of the file, among all."""
    line: int = 0
    """Behind which the next doubt of the file is looked for."""
    asked: int = 0
    """Doubts that were shown and not taken back."""
    answered: int = 0
    done: list[tuple[int, Written]] = field(default_factory=list)
    """The answers that can be taken back, each with the place of its file."""
    problems: dict[Problem, None] = field(default_factory=dict)

    @property
    def file(self) -> Path:
        """The file that the person is at."""
        return self.files[self.place]

    def next_doubt(self) -> tuple[bytes, Doubt] | None:
        """The next doubt, with the file as it is now; None where there is no further one."""
        while self.place < len(self.files):
            problems: list[Problem] = []
            found = _next_doubt(self.file, self.below, self.line, problems)
            self.problems |= dict.fromkeys(problems)
            if found:
                self.asked += 1
                return found
            self.place, self.line = self.place + 1, 0
        return None

    def answer(self, data: bytes, doubt: Doubt, answer: Answer) -> None:
        """Write the answer to a doubt of the file, which holds `data`, and go on behind it."""
        self.line = doubt.line
        if answer == _PASS:
            return
        try:
            written = self.desk.write(self.file, data, doubt, answer)
        except ChangedError:
            self._begin_again()
            return
        self.answered += 1
        self.done.append((self.place, written))
        if untold := written.untold:
            click.echo(
                f"nothing can be added to {CORRECTIONS} as it is; write there yourself:\n  {entry(untold)}", err=True
            )

    def take_back(self) -> None:
        """Take the last answer back, if there is one, and go to its question; the one that stands now comes again."""
        self.asked -= self.place < len(self.files)
        if not self.done:
            return
        self.place, written = self.done.pop()
        try:
            self.desk.take_back(written)
        except ChangedError:
            self._begin_again()
            return
        self.asked, self.answered, self.line = self.asked - 1, self.answered - 1, written.line - 1

    def _begin_again(self) -> None:
        """Go back to the head of a file that is another by now: its lines may have moved."""
        self.done.clear()
        self.line = 0
        click.echo("\nsomebody else changed the file meanwhile: nothing was written; here it is as it is now")


def _next_doubt(file: Path, below: float, line: int, problems: list[Problem]) -> tuple[bytes, Doubt] | None:
    """The file as it is now, and the first doubt behind `line`; None where there is none, or it cannot be answered."""
    data = file.read_bytes()
    reading = read_digest(data, file.as_posix())
    errors = [problem for problem in reading.problems if is_error(problem)]
    doubt = None if errors else next_doubt(doubts(reading, below), line)
    if doubt and (flaw := closed(file)):
        errors.append(Problem(file.as_posix(), doubt.line, *flaw))
    problems.extend(errors)
    return (data, doubt) if doubt and not errors else None


def _digests(root: Path) -> list[Path]:
    folder = root / "content" / "issues"
    if not folder.is_dir():
        raise UsageError("there is no archive here: name the digests, or the archive with `jianbao --root DIR`")
    problems: list[Problem] = []
    found = [path for path in files_below(folder, root, problems) if path.suffix.lower() in DIGEST_ENDINGS]
    return [path for path in found if path.is_file() and not path.is_symlink()]


def _ask(file: Path, doubt: Doubt) -> Answer | None:
    """What the person says; None to end."""
    click.echo(f"\n{file}:{doubt.line}")
    for number, text in doubt.around:
        click.echo(f"{'>' if number == doubt.line else ' '} {number:>5}  {shown(text.expandtabs())}")
    guess = "an article begins here" if doubt.opens else "no article begins here"
    name = doubt.guess.role or "without a headline"
    told = f"as a heading, this is {_HEADING_NAMES[name]}" if doubt.heading else f"{guess}: {name}"
    click.echo(f"\n  {told} ({doubt.confidence:.0%} sure)")
    click.echo("  Enter agree · " + " · ".join(f"{key} {told}" for key, (_, told) in _ANSWERS.items()))
    click.echo("  space pass on · u take the last answer back · q end")
    while True:
        key = _key()
        if key in _AGREE:
            return doubt.guess
        if key in _ANSWERS:
            return _ANSWERS[key][0]
        if key in _MOVES:
            return _MOVES[key]


def _goes_back() -> bool:
    """Whether the person takes the very last answer back, behind which there is no further question."""
    click.echo("\nthat was the last doubt\n  Enter end · u take the last answer back")
    while True:
        key = _key()
        if _MOVES.get(key) == _TAKE_BACK:
            return True
        if key in _AGREE or (key in _MOVES and _MOVES[key] is None):
            return False


def _key() -> str:
    """The key that the person presses, in lower case; that which ends where the terminal is gone."""
    try:
        return click.getchar().lower() or _QUIT
    except (EOFError, KeyboardInterrupt):
        return _QUIT
    except OSError as error:
        message = "keys are read from a terminal, and there is none; `jianbao check` lists doubts"
        raise UsageError(message) from error
