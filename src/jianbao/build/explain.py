"""Why a file of the site was made anew, or was not."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from jianbao.build.plan import Plan
from jianbao.model.job import Outcome


class Verdict(StrEnum):
    """What a build did about a file."""

    KEPT = "kept"
    """Nothing that it follows from has changed."""
    NEW = "new"
    """It was made for the first time, or the store of earlier builds was gone."""
    CHANGED = "changed"
    """Something that it follows from is not as it was."""
    MENDED = "mended"
    """Nothing that it follows from has changed, but the file was missing or was not as it was written."""
    REMOVED = "removed"
    """It has no reason any more."""
    UNKNOWN = "unknown"
    """No build ever made such a file."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a build did with a file what it did."""

    path: str
    verdict: Verdict
    job: str = ""
    """The job that makes the file, perhaps together with others."""
    changed: tuple[str, ...] = ()
    """Of the facts that it follows from, those that are not as before."""
    same: tuple[str, ...] = ()


def explain(plan: Plan, outcomes: Mapping[str, Outcome], path: str) -> Explanation:
    """Explain a file after the plan was carried out; `path` may be an address of the site, such as `articles/x/`."""
    file = _file(path)
    owner = next((name for name in outcomes if file in outcomes[name].files), None)
    if owner is None:
        last = next((name for name, done in plan.before.items() if file in done.files), None)
        return Explanation(file, Verdict.REMOVED, last) if last else Explanation(file, Verdict.UNKNOWN)
    facts = next(job.facts for job in plan.jobs if job.name == owner)
    if owner not in plan.before:
        return Explanation(file, Verdict.NEW, owner, changed=tuple(facts))
    before = plan.before[owner].facts
    changed = tuple(name for name in {**before, **facts} if facts.get(name) != before.get(name))
    same = tuple(name for name in facts if name not in changed)
    if changed:
        return Explanation(file, Verdict.CHANGED, owner, changed, same)
    return Explanation(file, Verdict.MENDED if owner in plan.due else Verdict.KEPT, owner, (), same)


def _file(path: str) -> str:
    name = path.removeprefix("/")
    return f"{name}index.html" if name.endswith("/") or not name else name
