"""Writing what a person answers to a doubt: the mark, and with it what it corrects; and taking both back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from jianbao.build.content.batch import Seen, batch_alone, rewrite_file, write_batch
from jianbao.build.content.corrections import with_correction
from jianbao.build.content.files import read_inside
from jianbao.build.reviewing.review import Answer, Doubt, correction, write_answer
from jianbao.model.correction import CORRECTIONS, Correction
from jianbao.model.edtf import EdtfDate
from jianbao.model.errors import ContentError
from jianbao.model.problem import Problem
from jianbao.text.decode import BOM, decode


@dataclass(frozen=True, slots=True)
class Written:
    """What an answer wrote."""

    line: int
    """Of the digest."""
    before: Seen
    """What the files held, by path: relative to the archive's root, or as named where the digest is in none."""
    after: Mapping[str, bytes]
    """What they hold since."""
    in_archive: bool
    untold: Correction | None = None
    """What it corrects, where the file of corrections is not such that it could be added there."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Where answers are written."""

    root: Path
    today: EdtfDate
    waiting: Callable[[], None]
    """Is called where another program writes into the archive."""

    def write(self, file: Path, data: bytes, doubt: Doubt, answer: Answer) -> Written:
        """Write the answer to a doubt of a file that holds `data`; ChangedError, and nothing written, where not so.

        In a digest of the archive, what the answer corrects is told with it. Raises ContentError where the file of
        corrections cannot be read.
        """
        marked, home = write_answer(data, doubt.line, answer), self.root.resolve()
        if not file.resolve().is_relative_to(home / "content" / "issues"):
            written = Written(doubt.line, {str(file): data}, {str(file): marked}, in_archive=False)
            self._put(written.before, written.after, in_archive=False)
            return written
        digest = file.resolve().relative_to(home).as_posix()
        before: dict[str, bytes | None] = {digest: data}
        after = {digest: marked}
        untold = made = correction(doubt, answer, digest, self.today)
        if made:
            before[CORRECTIONS] = _corrections(self.root)
            told = _told(before[CORRECTIONS] or b"", made)
            if told is not None:
                after[CORRECTIONS], untold = told, None
        self._put(before, after, in_archive=True)
        return Written(doubt.line, before, after, in_archive=True, untold=untold)

    def take_back(self, written: Written) -> None:
        """Put back what was there before an answer; ChangedError, and nothing written, where it is another by now."""
        self._put(written.after, {name: written.before[name] for name in written.after}, in_archive=written.in_archive)

    def _put(self, before: Seen, after: Seen, *, in_archive: bool) -> None:
        """Make files hold what is `after`, None being none, where they hold what was `before`."""
        files = {name: data for name, data in after.items() if data is not None}
        with batch_alone(self.root, self.waiting):
            if in_archive:
                write_batch(self.root.resolve(), files, [name for name in after if name not in files], before)
                return
            for name, data in files.items():
                rewrite_file(Path(name), before[name] or b"", data)


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
