"""`jianbao review`: walk through what the parser is not sure of; a key writes the mark."""

import datetime as dt
from pathlib import Path

import click

from jianbao.build.answers import Desk, Written
from jianbao.build.corrections import entry
from jianbao.build.files import closed, files_below
from jianbao.build.load import DIGEST_ENDINGS
from jianbao.build.review import Answer, Doubt, doubts, next_doubt
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
_PASS, _TAKE_BACK = Answer(None), Answer("take back")
_AGREE, _QUIT = ("\r", "\n", "\r\n"), "q"
_MOVES = {" ": _PASS, "-": _PASS, "u": _TAKE_BACK, _QUIT: None, "\x03": None, "\x04": None, "\x1b": None}


@click.command()
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--below", default=DOUBTFUL, show_default=True, type=click.FloatRange(0, 1), help="What counts as doubt.")
@click.pass_obj
def review(root: Path, files: tuple[Path, ...], below: float) -> None:
    """Walk through the lines of which it is not sure whether an article begins there (all digests, or FILES).

    One key answers and writes the mark: Enter agrees, space passes on, u takes the last answer back, q ends. What is
    corrected is told to readers, by an entry in content/corrections.yaml.
    """
    problems: list[Problem] = []
    today = dt.date.today()  # noqa: DTZ011 - the keeper's own day
    desk = Desk(root, EdtfDate(today.year, today.month, today.day), say_waiting)
    answered = asked = 0
    for file in files or _digests(root):
        line, done = 0, list[Written]()
        while found := _next_doubt(file, below, line, problems):
            asked += 1
            answer = _ask(file, found[1])
            if answer is None:
                click.echo(f"{answered} of {asked} answered")
                return
            line, more = _take(desk, file, found, answer, done)
            answered += more
            if answer == _TAKE_BACK:
                asked -= 1 - more  # this question, and the one that was taken back, come again
    click.echo(f"{answered} of {asked} answered; nothing more is doubtful" if asked else "nothing is doubtful")
    if problems:
        raise ContentError(tuple(problems))


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


def _take(desk: Desk, file: Path, found: tuple[bytes, Doubt], answer: Answer, done: list[Written]) -> tuple[int, int]:
    """Do what the person says; the line behind which to go on, and by how many more doubts are answered."""
    data, doubt = found
    if answer == _PASS or (answer == _TAKE_BACK and not done):
        return doubt.line - (answer == _TAKE_BACK), 0
    try:
        if answer == _TAKE_BACK:
            desk.take_back(done[-1])
            return done.pop().line - 1, -1
        done.append(desk.write(file, data, doubt, answer))
    except ChangedError:
        done.clear()
        click.echo("\nsomebody else changed the file meanwhile: nothing was written; here it is as it is now")
        return 0, 0
    if untold := done[-1].untold:
        click.echo(
            f"nothing can be added to {CORRECTIONS} as it is; write there yourself:\n  {entry(untold)}", err=True
        )
    return doubt.line, 1


def _ask(file: Path, doubt: Doubt) -> Answer | None:
    """What the person says; None to end."""
    click.echo(f"\n{file}:{doubt.line}")
    for number, text in doubt.around:
        click.echo(f"{'>' if number == doubt.line else ' '} {number:>5}  {shown(text.expandtabs())}")
    guess = "an article begins here" if doubt.opens else "no article begins here"
    name = doubt.guess.role or "without a headline"
    click.echo(f"\n  {guess}: {name} ({doubt.confidence:.0%} sure)")
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


def _key() -> str:
    """The key that the person presses, in lower case; that which ends where the terminal is gone."""
    try:
        return click.getchar().lower() or _QUIT
    except (EOFError, KeyboardInterrupt):
        return _QUIT
    except OSError as error:
        message = "keys are read from a terminal, and there is none; `jianbao check` lists doubts"
        raise UsageError(message) from error
