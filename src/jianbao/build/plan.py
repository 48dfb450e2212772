"""Which jobs a build has to do: those that are new, whose facts are not those of last time, or whose files are gone."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from jianbao.build.storage.store import Done, Store
from jianbao.model.job import Job, Note, Outcome, kept_of
from jianbao.model.theme import Kept, OutputFile


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done and what stays."""

    jobs: tuple[Job, ...]
    """In an order in which each stands behind those that it is told of."""
    due: frozenset[str]
    """Names of the jobs to do."""
    before: Mapping[str, Done]
    """What earlier builds did, by job."""

    @property
    def keep(self) -> dict[str, Kept]:
        """The files that stay as they are, by path."""
        staying = (job.name for job in self.jobs if job.name not in self.due)
        return {path: kept for name in staying for path, kept in self.before[name].files.items()}

    @property
    def gone(self) -> frozenset[str]:
        """Names of jobs that were done once and have no reason any more."""
        return frozenset(self.before.keys() - {job.name for job in self.jobs})


def make_plan(
    jobs: Iterable[Job], before: Mapping[str, Done], altered: Callable[[Mapping[str, Kept]], set[str]]
) -> Plan:
    """Compare the jobs with what was done; `altered` tells which of some files are not in place as they were made."""
    ordered = tuple(jobs)
    due = {job.name for job in ordered if job.name not in before or before[job.name].facts != job.facts}
    first = Plan(ordered, frozenset(due), before)
    amiss = altered(first.keep)
    if not amiss:
        return first
    again = {job.name for job in ordered if job.name not in due and not amiss.isdisjoint(before[job.name].files)}
    return Plan(ordered, frozenset(due | again), before)


class Work(Mapping[str, Outcome]):
    """A plan as it is carried out: gives the files of the jobs that are due, and remembers what came of each."""

    def __init__(self, plan: Plan, store: Store, site: str) -> None:
        self._plan = plan
        self._store = store
        self._site = site
        self._done: dict[str, Done] = {}

    def files(self) -> Iterator[OutputFile]:
        """Do the jobs one after the other, and give their files as they are made."""
        for job in self._plan.jobs:
            if job.name in self._plan.due:
                yield from self._do(job)

    def _do(self, job: Job) -> Iterator[OutputFile]:
        files: dict[str, Kept] = {}
        for made in job.make(self):
            if isinstance(made, Note):
                self._store.save_note(self._site, job.name, made.data)
            else:
                files[made.path] = kept_of(made)
                yield made
        self._done[job.name] = Done(job.facts, files)

    def save(self) -> None:
        """Keep in the store what came of the jobs, once their files are in place."""
        for job in self._plan.jobs:
            if job.name in self._done:
                self._store.save_job(self._site, job.name, self._done[job.name])
        self._store.commit()

    def __getitem__(self, name: str) -> Outcome:
        done = self._done.get(name) or self._plan.before[name]
        return Outcome(done.files, partial(self._store.note, self._site, name))

    def __iter__(self) -> Iterator[str]:
        return (job.name for job in self._plan.jobs)

    def __len__(self) -> int:
        return len(self._plan.jobs)
