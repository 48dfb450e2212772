"""The work of a build: what has changed is made anew and put in place."""

from collections.abc import Iterator
from functools import partial

from jianbao.build.archive import Opened, read_archive
from jianbao.build.explain import explain
from jianbao.build.garbage import set_aside, uncollected
from jianbao.build.keys import indexing_code, rendering_code
from jianbao.build.plan import Work, make_plan
from jianbao.build.publishing.ledger import permanence_summary, read_ledger, write_ledger
from jianbao.build.publishing.manifest import digest, manifest_text
from jianbao.build.publishing.publish import altered, publish
from jianbao.build.run import Built, Order, Watcher
from jianbao.build.standing import Standing, lasting, ledger_state, standing_row
from jianbao.build.storage.compiled import CompiledTemplates
from jianbao.build.storage.store import Store
from jianbao.enrich.words import words_of
from jianbao.index.permanence import compare
from jianbao.index.search.jobs import search_jobs
from jianbao.model.job import Job
from jianbao.model.problem import Problem
from jianbao.model.theme import OutputFile
from jianbao.render.equipment import Equipment
from jianbao.render.site import site_jobs as render_jobs
from jianbao.text.fingerprint import fingerprint
from jianbao.text.words import segmenter


def carry_out(order: Order, store: Store, warnings: tuple[Problem, ...]) -> Built:
    """Build what is ordered; `warnings` are those of the store."""
    opened = read_archive(order.root, store, order.base_url, order.workers)
    with set_aside():
        return _carry_out(order, store, opened, warnings)


def _carry_out(order: Order, store: Store, opened: Opened, warnings: tuple[Problem, ...]) -> Built:
    site = str(order.output.resolve())
    with uncollected():
        plan = make_plan(site_jobs(opened, store), store.jobs(site), partial(altered, order.output))
    # Should this build end before its files are in place, the next must not take the old ones for them.
    store.drop_jobs(site, plan.due & plan.before.keys() | plan.gone)
    store.commit()
    work = Work(plan, store, site)
    published = publish(_watched(work.files(), order.watch), order.output, plan.keep)
    work.save()
    before = read_ledger(order.root)
    compared = compare(opened.archive, before)
    if order.lasting:
        write_ledger(order.root, compared, before)
    opened = opened.warned(permanence_summary(compared))
    store.save_standing(site, standing_row(_standing(order, opened, work)))
    store.commit()
    explanation = None if order.asked is None else explain(plan, work, order.asked)
    archive = opened.archive
    told = opened.warned(warnings).warnings
    return Built(len(archive.entries), len(archive.issues), archive.config.base_url, published, told, explanation)


def site_jobs(opened: Opened, store: Store) -> Iterator[Job]:
    """Everything that the site is made of."""
    names, terms = words_of(opened.archive.gazetteer, opened.archive.topics)
    equipment = Equipment(
        # The same that cuts articles: a second one would take a quarter of a second to load.
        cut=lambda text: segmenter(names, terms).cut(text),
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
        seen=lasting(order.seen),
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
