"""The work of a build: what has changed is made anew and put in place."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, partial

from jianbao.build.archive import Opened, read_archive
from jianbao.build.explain import explain
from jianbao.build.garbage import set_aside, uncollected
from jianbao.build.keys import indexing_code, rendering_code
from jianbao.build.plan import Work, make_plan
from jianbao.build.publishing.ledger import (
    ledger_text,
    next_ledger,
    permanence_summary,
    sound,
    unwritten,
    write_ledger,
)
from jianbao.build.publishing.manifest import digest, manifest_text
from jianbao.build.publishing.publish import altered, publish
from jianbao.build.publishing.published import RECORD
from jianbao.build.run import Built, Order, Watcher
from jianbao.build.standing import Standing, keeps_record, lasting, ledger_state, standing_row
from jianbao.build.storage.compiled import CompiledTemplates
from jianbao.build.storage.store import Store
from jianbao.enrich.words import words_of
from jianbao.index.permanence import Comparison, compare
from jianbao.index.search.jobs import search_jobs
from jianbao.index.site import with_lost
from jianbao.model.errors import PublishError
from jianbao.model.gone import Ledger, Recorded
from jianbao.model.job import Job, fixed_job
from jianbao.model.problem import Problem
from jianbao.model.site import Archive
from jianbao.model.theme import OutputFile
from jianbao.render.equipment import Equipment
from jianbao.render.site import site_jobs as render_jobs
from jianbao.text.fingerprint import fingerprint
from jianbao.text.words import segmenter


def carry_out(order: Order, store: Store, warnings: tuple[Problem, ...]) -> Built:
    """Build what is ordered; `warnings` are those of the store."""
    opened = read_archive(order.root, store, order.base_url, order.workers, order.published)
    with set_aside():
        return _carry_out(order, store, opened, warnings)


def _carry_out(order: Order, store: Store, opened: Opened, warnings: tuple[Problem, ...]) -> Built:
    site = str(order.output.resolve())
    ledger = _ledger(opened.archive, opened.known)
    on_record = ledger if opened.ledger == opened.known else _ledger(opened.archive, opened.ledger)
    opened = opened.warned(permanence_summary(ledger.compared))
    with uncollected():
        plan = make_plan(_jobs(opened, store, on_record), store.jobs(site), partial(altered, order.output))
    # Should this build end before its files are in place, the next must not take the old ones for them.
    store.drop_jobs(site, plan.due & plan.before.keys() | plan.gone)
    store.commit()
    work = Work(plan, store, site)
    published = publish(_watched(work.files(), order.watch), order.output, plan.keep)
    work.save()
    recorded, failures = _record(order, ledger)
    opened = opened.warned(failures)
    store.save_standing(site, standing_row(_standing(order, opened, work)))
    store.commit()
    explanation = None if order.asked is None else explain(plan, work, order.asked)
    archive = opened.archive
    told = opened.warned(warnings).warnings
    counts = (len(archive.entries), len(archive.issues))
    return Built(*counts, archive.config.base_url, published, told, explanation, recorded)


@dataclass(frozen=True, slots=True)
class _Ledger:
    """The archive beside the addresses that are known, and which are to be after the build."""

    compared: Comparison
    after: dict[str, Recorded]
    """By path."""


def _ledger(archive: Archive, known: Ledger) -> _Ledger:
    compared = compare(archive, known)
    return _Ledger(compared, next_ledger(archive, compared, known))


def _record(order: Order, ledger: _Ledger) -> tuple[int, tuple[Problem, ...]]:
    """Write down what has been published; how many are on record now, 0 where that is as before or there is none."""
    try:
        written = order.lasting and write_ledger(order.root, ledger.after)
    except PublishError as error:
        return 0, (unwritten(error),)
    return len(ledger.after) * (written and keeps_record(order.root)), ()


def _jobs(opened: Opened, store: Store, ledger: _Ledger) -> Iterator[Job]:
    """Everything that the site is made of, with the addresses that it had and a page in the place of those it lost."""
    compared = ledger.compared
    archive = with_lost(opened.archive, sound(compared.lost), compared.successors)
    yield from site_jobs(replace(opened, archive=archive), store)
    # What was taken out of the archive may have been for its headline.
    told = {path: Recorded("", gone=True) if one.gone else one for path, one in ledger.after.items()}
    yield fixed_job("addresses", OutputFile(RECORD, ledger_text(told).encode()))


def site_jobs(opened: Opened, store: Store) -> Iterator[Job]:
    """Everything that the site is made of."""
    names, terms = words_of(opened.archive.gazetteer, opened.archive.topics)
    # The same that cuts articles, since a second one would take a quarter of a second to load; no sooner than needed.
    cutter = cache(partial(segmenter, names, terms))
    equipment = Equipment(
        cut=lambda text: cutter().cut(text),
        words=fingerprint(names, terms),
        compiled=lambda edition, setting: CompiledTemplates(store, edition, fingerprint(rendering_code(), setting)),
    )
    yield from render_jobs(opened.archive, opened.theme, rendering_code(), equipment)
    yield from search_jobs(opened.archive, indexing_code())


def _standing(order: Order, opened: Opened, work: Work) -> Standing:
    """What the next build compares with."""
    archive = opened.archive
    files = {path: kept for name in work for path, kept in work[name].files.items()}
    manifest = manifest_text({path: kept.digest for path, kept in files.items()})
    return Standing(
        # With what another site has published, the same content makes another site than without.
        seen="" if order.published else lasting(order.seen),
        ledger=ledger_state(order.root),
        manifest=digest(manifest.encode()).hex(),
        sizes=tuple(files[path].size for path in sorted(files)),
        articles=len(archive.entries),
        issues=len(archive.issues),
        base_url=archive.config.base_url,
        warnings=opened.warnings,
    )


def _watched(files: Iterator[OutputFile], watch: Watcher) -> Iterator[OutputFile]:
    for file in files:
        watch(file)
        yield file
