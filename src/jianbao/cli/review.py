"""`jianbao review`: walk through what the parser is not sure of; a key writes the mark."""

import datetime as dt
from pathlib import Path

import click

from jianbao.build.corrections import with_correction
from jianbao.build.files import files_below, replace_file
from jianbao.build.load import DIGEST_ENDINGS
from jianbao.build.review import Answer, Doubt, correction, doubts, next_doubt, write_answer
from jianbao.cli.check import DOUBTFUL
from jianbao.model.correction import CORRECTIONS
from jianbao.model.edtf import EdtfDate
from jianbao.model.errors import ContentError, UsageError
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
_AGREE, _SKIP, _QUIT = "\r\n", " -", "q\x03\x04\x1b"


@click.command()
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--below", default=DOUBTFUL, show_default=True, type=click.FloatRange(0, 1), help="What counts as doubt.")
@click.pass_obj
def review(root: Path, files: tuple[Path, ...], below: float) -> None:
    """Walk through the lines of which it is not sure whether an article begins there (all digests, or FILES).

    One key answers and writes the mark: Enter agrees, space passes on, q ends. What is corrected is told to readers, by
    an entry in content/corrections.yaml.
    """
    problems: list[Problem] = []
    answered = asked = 0
    for file in files or _digests(root):
        line = 0
        while True:
            data = file.read_bytes()
            reading = read_digest(data, file.as_posix())
            if any(map(is_error, reading.problems)):
                problems.extend(reading.problems)
                break
            doubt = next_doubt(doubts(reading, below), line)
            if doubt is None:
                break
            asked += 1
            answer = _ask(file, doubt)
            if answer is None:
                click.echo(f"{answered} of {asked} answered")
                return
            if answer != Answer(None):
                replace_file(file, write_answer(data, doubt.line, answer))
                _tell(root, file, doubt, answer)
                answered += 1
            line = doubt.line
    click.echo(f"{answered} of {asked} answered; nothing more is doubtful" if asked else "nothing is doubtful")
    if problems:
        raise ContentError(tuple(problems))


def _digests(root: Path) -> list[Path]:
    folder = root / "content" / "issues"
    if not folder.is_dir():
        raise UsageError("there is no archive here: name the digests, or the archive with `jianbao --root DIR`")
    problems: list[Problem] = []
    found = [path for path in files_below(folder, root, problems) if path.suffix.lower() in DIGEST_ENDINGS]
    return [path for path in found if path.is_file() and not path.is_symlink()]


def _tell(root: Path, file: Path, doubt: Doubt, answer: Answer) -> None:
    """Write down what the answer corrects in a digest of the archive."""
    issues = (root / "content" / "issues").resolve()
    if not file.resolve().is_relative_to(issues):
        return
    today = dt.date.today()  # noqa: DTZ011 - the keeper's own day
    digest = file.resolve().relative_to(root.resolve()).as_posix()
    made = correction(doubt, answer, digest, EdtfDate(today.year, today.month, today.day))
    if made:
        path = root / CORRECTIONS
        path.touch()
        replace_file(path, with_correction(path.read_text(encoding="utf-8"), made).encode())


def _ask(file: Path, doubt: Doubt) -> Answer | None:
    """What the person says; `Answer(None)` to pass on, None to end."""
    click.echo(f"\n{file}:{doubt.line}")
    for number, text in doubt.around:
        shown = "".join(char if char.isprintable() else "\ufffd" for char in text.expandtabs())
        click.echo(f"{'>' if number == doubt.line else ' '} {number:>5}  {shown}")
    guess = "an article begins here" if doubt.opens else "no article begins here"
    name = doubt.guess.role or "without a headline"
    click.echo(f"\n  {guess}: {name} ({doubt.confidence:.0%} sure)")
    click.echo("  Enter agree · " + " · ".join(f"{key} {told}" for key, (_, told) in _ANSWERS.items()))
    click.echo("  space pass on · q end")
    while True:
        key = click.getchar()
        if key in _AGREE:
            return doubt.guess
        if key in _SKIP:
            return Answer(None)
        if key.lower() in _ANSWERS:
            return _ANSWERS[key.lower()][0]
        if key in _QUIT:
            return None
