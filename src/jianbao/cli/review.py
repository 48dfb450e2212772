"""`jianbao review`: walk through what the parser is not sure of; a key writes the mark."""

import datetime as dt
from pathlib import Path

import click

from jianbao.build.batch import batch_alone, rewrite_file, write_batch
from jianbao.build.corrections import entry, with_correction
from jianbao.build.files import closed, files_below, read_inside
from jianbao.build.load import DIGEST_ENDINGS
from jianbao.build.review import Answer, Doubt, correction, doubts, next_doubt, write_answer
from jianbao.cli.check import DOUBTFUL
from jianbao.cli.problems import say_waiting
from jianbao.cli.terminal import shown
from jianbao.model.correction import CORRECTIONS, Correction
from jianbao.model.edtf import EdtfDate
from jianbao.model.errors import ChangedError, ContentError, UsageError
from jianbao.model.problem import Problem, is_error
from jianbao.parse.digest import read_digest
from jianbao.text.decode import BOM, decode

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
        while found := _next_doubt(file, below, line, problems):
            data, doubt = found
            asked += 1
            answer = _ask(file, doubt)
            if answer is None:
                click.echo(f"{answered} of {asked} answered")
                return
            line = doubt.line
            if answer == Answer(None):
                continue
            try:
                _write(root, file, data, doubt, answer)
                answered += 1
            except ChangedError:
                click.echo("\nsomebody else changed the file meanwhile: nothing was written; here it is as it is now")
                line = 0
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


def _write(root: Path, file: Path, data: bytes, doubt: Doubt, answer: Answer) -> None:
    """Write the mark, and with it, in a digest of the archive, what it corrects; ChangedError: nothing was written."""
    after = write_answer(data, doubt.line, answer)
    home = root.resolve()
    with batch_alone(root, say_waiting):
        if not file.resolve().is_relative_to(home / "content" / "issues"):
            rewrite_file(file, data, after)
            return
        digest = file.resolve().relative_to(home).as_posix()
        today = dt.date.today()  # noqa: DTZ011 - the keeper's own day
        made = correction(doubt, answer, digest, EdtfDate(today.year, today.month, today.day))
        seen = {digest: data} | ({CORRECTIONS: _corrections(root)} if made else {})
        told = _told(seen[CORRECTIONS] or b"", made) if made else None
        write_batch(home, {digest: after} | ({CORRECTIONS: told} if told else {}), seen=seen)
    if made and told is None:
        click.echo(f"nothing can be added to {CORRECTIONS} as it is; write there yourself:\n  {entry(made)}", err=True)


def _corrections(root: Path) -> bytes | None:
    """The file of corrections; None where there is none. Raises ContentError where it cannot be read."""
    path, problems = root / CORRECTIONS, list[Problem]()
    if not path.exists() and not path.is_symlink():
        return None
    data = read_inside(root, path, problems)
    if problems:
        raise ContentError(tuple(problems))
    return data


def _told(data: bytes, made: Correction) -> bytes | None:
    """The file of corrections with one more; None where that cannot be."""
    text = decode(data)
    after = with_correction(text, made) if isinstance(text, str) else None
    return None if after is None else data[: len(data) - len(data.removeprefix(BOM))] + after.encode()


def _ask(file: Path, doubt: Doubt) -> Answer | None:
    """What the person says; `Answer(None)` to pass on, None to end."""
    click.echo(f"\n{file}:{doubt.line}")
    for number, text in doubt.around:
        click.echo(f"{'>' if number == doubt.line else ' '} {number:>5}  {shown(text.expandtabs())}")
    guess = "an article begins here" if doubt.opens else "no article begins here"
    name = doubt.guess.role or "without a headline"
    click.echo(f"\n  {guess}: {name} ({doubt.confidence:.0%} sure)")
    click.echo("  Enter agree · " + " · ".join(f"{key} {told}" for key, (_, told) in _ANSWERS.items()))
    click.echo("  space pass on · q end")
    while True:
        try:
            key = click.getchar()
        except (EOFError, KeyboardInterrupt):
            return None
        if key and key in _AGREE:
            return doubt.guess
        if key and key in _SKIP:
            return Answer(None)
        if key.lower() in _ANSWERS:
            return _ANSWERS[key.lower()][0]
        if key in _QUIT:  # so is no key at all: the terminal is gone
            return None
