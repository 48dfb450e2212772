"""Jobs: what the site is made of, each with what its files follow from. A build does only those that are new."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from hashlib import sha256

from jianbao.model.theme import Kept, OutputFile


@dataclass(frozen=True, slots=True)
class Note:
    """What a later job needs to know of this one besides its files. It is kept, not published."""

    data: bytes


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a job, in this build or an earlier one."""

    files: Mapping[str, Kept]
    """By path."""
    note: Callable[[], bytes] = bytes
    """Gives its note, which may have to be fetched; empty where it has none."""


Outcomes = Mapping[str, Outcome]
"""By the name of the job."""


@dataclass(frozen=True, slots=True)
class Job:
    """Some files of the site that are made together.

    The facts are known without making them. While all of them stay, so do the files, byte for byte.
    """

    name: str
    """Unlike that of any other job of the site; names the page or pages: `topics/energy/page/3/`."""
    facts: Mapping[str, str]
    """What the files follow from, by a word for a person: fingerprints of its text, of the templates, …"""
    make: Callable[[Outcomes], Iterable[OutputFile | Note]]
    """Makes the files. It is told the outcome of all jobs that stand before it, and asks only for those in `after`."""
    after: tuple[str, ...] = ()
    """Names of jobs that its files tell of; their facts are among its own."""


def fixed_job(name: str, *files: OutputFile) -> Job:
    """The job of files that are made already, as they cost little."""
    facts = {file.path: sha256(file.data).hexdigest() for file in files}
    return Job(name, facts, lambda _: files)


def all_files(jobs: Iterable[Job]) -> Iterator[OutputFile]:
    """Do all jobs one after the other, and give their files as they are made."""
    outcomes: dict[str, Outcome] = {}
    for job in jobs:
        kept: dict[str, Kept] = {}
        note = b""
        for made in job.make(outcomes):
            if isinstance(made, Note):
                note = made.data
            else:
                kept[made.path] = kept_of(made)
                yield made
        outcomes[job.name] = Outcome(kept, partial(bytes, note))


def kept_of(file: OutputFile) -> Kept:
    """What tells a file from any other."""
    return Kept(len(file.data), sha256(file.data).digest())
