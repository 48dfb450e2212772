"""The articles that are learned from, in parts, and the pages that are made of them."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jianbao.parse.training.blocks import Source, is_photograph
from jianbao.parse.training.plan import Plan

FOLDS = 4
"""Parts of the material. Line breaks are judged by the counts of the other parts: a text that was counted itself has no
pair of neighbours that seems rare, and would teach to trust the counts more than new text bears."""


@dataclass(frozen=True, slots=True)
class Material:
    """What is learned from."""

    pages: Sequence[Sequence[Source]]
    """Articles as they stood together in print."""
    loose: Sequence[Source] = ()
    """Articles without a page, which are only thrown together with others."""

    @property
    def articles(self) -> list[Source]:
        """All of them."""
        return [article for page in self.pages for article in page] + list(self.loose)

    def folds(self) -> "tuple[Material, ...]":
        """Its parts; a date is in one of them as a whole."""
        dates = sorted({page[0].date for page in self.pages})
        part_of = {date: number % FOLDS for number, date in enumerate(dates)}
        return tuple(
            Material([page for page in self.pages if part_of[page[0].date] == part], self.loose[part::FOLDS])
            for part in range(FOLDS)
        )


def selections(material: Material, plan: Plan, rng: random.Random) -> Iterator[tuple[Sequence[Source], bool]]:
    """Pages as printed, articles thrown together from all pages, and parts of pages."""
    pages = material.pages
    photographs = [article for page in pages for article in page if is_photograph(article)]
    for page in pages:
        rough = rng.random() < plan.rough
        kind = rng.random()
        if kind < 0.24:
            count = rng.choice((1, 2, 4, 6, 8, 16))
            yield [_any_article(material, rng) for _ in range(count)], rough
        elif kind < 0.36 and rough:
            yield rng.sample(list(page), rng.randrange(1, len(page) + 1)), rough
        elif kind < 0.62 and photographs:
            with_photograph = list(page)
            with_photograph.insert(rng.randrange(len(page) + 1), rng.choice(photographs))
            yield with_photograph, rough
        else:
            yield page, rough


def _any_article(material: Material, rng: random.Random) -> Source:
    if material.loose and rng.random() < 0.4:
        return rng.choice(material.loose)
    return rng.choice(rng.choice(material.pages))
