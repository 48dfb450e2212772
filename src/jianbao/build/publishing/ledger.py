"""content/addresses.txt: the addresses that were published, so that none is lost, whatever else is.

Where there is such a file, if only an empty one, `jianbao build` keeps the record, and who keeps the archive keeps it
with the rest of content/: it lies there because nothing else tells, in a fresh clone or after a loss, what readers may
have cited. In an archive without one, `.jianbao/` remembers as much for warnings. A line is an address and, of an
article, the headline that stood there; `-` before it says that a build found nothing there any more, `+` that it is in
doubt whether what stands there stood elsewhere before. Lines may come in any order and more than once, so two branches
that both grew are joined by keeping the lines of both; what git writes between them is passed over.

An address stays on record for ever. Where nothing stands there any more, the build puts a page in its place that says
what is known: what `content/gone.yaml` tells or, until somebody has written that, only that something was there.
"""

import re
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from jianbao.build.content.files import read_text, replace_file
from jianbao.build.content.gone import entry_line, read_address
from jianbao.build.standing import LEDGER, MEMORY, keeps_record, ledger_at
from jianbao.index.addresses import article_at, article_path
from jianbao.index.numbers import page_of
from jianbao.index.permanence import Comparison, Lost, compare
from jianbao.model.errors import PublishError
from jianbao.model.gone import GONE, Ledger, Recorded
from jianbao.model.problem import Problem, Severity
from jianbao.model.site import Archive

TITLE = "# Addresses that were published"
"""What a record begins with."""
HEAD = f"""\
{TITLE}, written by `jianbao build`: keep this file with the rest of content/.
# None of them may vanish. What became of one is told in gone.yaml; where two versions meet, keep the lines of both.
"""
_ADDRESS = re.compile(r"(?:[a-z]+/){0,2}[^/ ]+/")
_PAGE = re.compile(r"(?:articles|issues|topics|counties|people(?:/named)?)/[^/]+/")
"""What `content/gone.yaml` names; the pages below a topic that has moved go with it."""
_GONE, _NEW = "-", "+"
_CONFLICT = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")
"""What git writes between the lines of two branches."""
_SHOWN = 3


def read_ledger(root: Path, problems: list[Problem]) -> dict[str, Recorded]:
    """What is on record of the archive at `root`, by path: nothing where there is no file.

    Lines that are no addresses are problems, and so is a file that cannot be read, which is an error.
    """
    text = read_text(root, root / LEDGER, problems) if keeps_record(root) else None
    return ledger_of(text or "", problems)


def remembered(root: Path) -> dict[str, Recorded]:
    """What earlier builds had of an archive that kept no record then."""
    with suppress(OSError, ValueError):
        return ledger_of((root / MEMORY).read_text(encoding="utf-8"), [])
    return {}


def ledger_of(text: str, problems: list[Problem]) -> dict[str, Recorded]:
    """What the lines of a record say, by path; of lines about one address the last counts.

    Of two articles that two branches put at one address the first keeps it: it is that of the branch merged into.
    """
    ledger: dict[str, Recorded] = {}
    for number, line in enumerate(text.split("\n"), 1):
        path, _, title = line.rstrip("\r").partition(" ")
        address = path.lstrip(_GONE + _NEW)
        if _ADDRESS.fullmatch(address):
            signs = path.removesuffix(address)
            first = ledger.get(address)
            if first and first.title and title and first.title != title:
                problems.append(_of_two(number, address, first.title, title))
            else:
                ledger[address] = Recorded(title, gone=_GONE in signs, new=_NEW in signs)
        elif path and not path.startswith(("#", *_CONFLICT)):
            hint = "write the line as it was, or take it out: `articles/20251208-07/ headline`"
            message = f"this is no address of the site and is passed over: {line[:30]}"
            problems.append(Problem(LEDGER.as_posix(), number, message, hint, Severity.WARNING))
    return ledger


def _of_two(number: int, address: str, first: str, second: str) -> Problem:
    message = f"two headlines stand at /{address}: {first[:30]}, and {second[:30]}; the first keeps it"
    hint = (
        "where both are articles, `jianbao mark --pin` shows which has which id; where one is the other's, all is well"
    )
    return Problem(LEDGER.as_posix(), number, message, hint, Severity.WARNING)


def ledger_text(ledger: Ledger) -> str:
    """The record as it stands in its file."""
    lines = (
        f"{_GONE * one.gone}{_NEW * one.new}{path}{' ' * (one.title != '')}{one.title}"
        for path, one in sorted(ledger.items())
    )
    return HEAD + "".join([line.replace("\n", " ") + "\n" for line in lines])


def titles_of(ledger: Ledger) -> dict[str, str]:
    """The headline that stood at each address, by path."""
    return {path: one.title for path, one in ledger.items()}


def joined(ledger: Ledger, elsewhere: Ledger) -> dict[str, Recorded]:
    """Two records as one: the first counts, but for titles that it does not know."""
    known = {path: one if one.title or path not in elsewhere else elsewhere[path] for path, one in ledger.items()}
    return {**elsewhere, **known}


def next_ledger(archive: Archive, compared: Comparison, before: Ledger) -> dict[str, Recorded]:
    """What is to be on record: the addresses of the archive, and those of `before` that are lost or said to be gone."""
    # What was withdrawn may have been for its headline.
    gone = {one.path: "" for one in archive.gone if one.path in before or _PAGE.fullmatch(one.path)}
    after = {path: Recorded(title, gone=True) for path, title in gone.items()}
    after |= {lost.path: Recorded(lost.title, gone=True, new=lost.passing) for lost in compared.lost}
    after |= {article_path(one.before): Recorded(one.entry.card.title) for one in compared.renumbered}
    # An article that has another's address for now does not make the ledger forget whose it was; nor does one of a page
    # on which an article may be another. What has probably moved is new until somebody has said that it did.
    held = {page_of(one.entry.id) for one in compared.retitled}
    doubtful = {one.entry.path for one in compared.renumbered} | set(compared.successors.values())
    for path, title in compared.lasting.items():
        if path not in doubtful and not (held and page_of(article_at(path) or "") in held):
            after[path] = Recorded(title)
        elif path in before and not before[path].new:
            after[path] = Recorded(before[path].title)
        elif path not in after:
            after[path] = Recorded(title, new=True)
    return after


def write_ledger(root: Path, ledger: Ledger) -> bool:
    """Put the record in place, if it is another; whether it was. Raises PublishError where the disk refuses."""
    data = ledger_text(ledger).encode()
    path = ledger_at(root)
    with suppress(OSError):
        if path.is_symlink() or path.read_bytes() == data:
            return False
    replace_file(path, data)
    return True


def forget(root: Path, archive: Archive, ledger: Ledger) -> None:
    """Take everything off the record but what the archive has and what the `ledger` says."""
    write_ledger(root, next_ledger(archive, compare(archive, ledger), ledger))


def sound(lost: Sequence[Lost]) -> tuple[Lost, ...]:
    """Those in whose places a page may be put: the record is a file that anybody may have written into."""
    return tuple(one for one in lost if _is_sound(one.path))


def _is_sound(path: str) -> bool:
    try:
        return read_address(path) == path
    except ValueError:
        return False


def unwritten(error: PublishError) -> Problem:
    """A warning that what was published now is not on record."""
    hint = "mend that and build again, so that no address is forgotten"
    return Problem(LEDGER.as_posix(), 0, f"the record of addresses stays as it was: {error}", hint, Severity.WARNING)


def permanence_problems(archive: Archive, ledger: Ledger, today: str) -> list[Problem]:
    """A warning for each address that would be lost, with the line to write, and each that would lead elsewhere."""
    found = []
    compared = compare(archive, ledger)
    for one in compared.renumbered:
        card = one.entry.card
        message = f"this article was published as {one.before} and would now be {one.entry.id}: {card.title[:30]}"
        hint = f"write {{#{one.before}}} at the end of the line, or let `jianbao mark --pin` do it"
        found.append(Problem(one.entry.file, card.line, message, hint, Severity.WARNING))
    for two in compared.retitled:
        message = f"under this address, {two.entry.id}, another headline was published: {two.before[:30]}"
        hint = (
            f"where it is the same article, write {{#{two.entry.id}}} at the end of the line, or let "
            "`jianbao mark --pin` do it; where it is another, pin an id of its own"
        )
        found.append(Problem(two.entry.file, two.entry.card.line, message, hint, Severity.WARNING))
    moved = compared.successors
    for lost in (one for one in compared.lost if not one.passing):
        message = f"/{lost.path} was published and is no more" + (f": {lost.title[:30]}" if lost.title else "")
        hint = (
            f"write {entry_line(lost.path, today, moved.get(lost.path))} under `gone:`"
            + (" there" if archive.gone else ", the first line of that file, which is to be made")
            + (
                "; see that it moved so; "
                if lost.path in moved
                else " (with `moved:` where it has another address now); "
            )
            + "where it was never published, `jianbao check --forget`"
        )
        found.append(Problem(GONE, 0, message, hint, Severity.WARNING))
    return found


def permanence_summary(compared: Comparison) -> list[Problem]:
    """One warning, where addresses of earlier builds are lost or lead elsewhere; `check` tells of each."""
    paths = [article_path(one.before) for one in compared.renumbered]
    paths += [lost.path for lost in compared.lost if not lost.passing] + [one.entry.path for one in compared.retitled]
    if not paths:
        return []
    told = ", ".join(f"/{path}" for path in paths[:_SHOWN]) + ", …" * (len(paths) > _SHOWN)
    have = "has" if len(paths) == 1 else "have"
    message = f"{len(paths)} of the published addresses no longer {have} what was there: {told}"
    return [Problem(GONE, 0, message, "`jianbao check` tells what to write", Severity.WARNING)]
