"""The most frequent keywords, each a way into the search."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import ClassVar

from jianbao.model.job import Job, Outcomes
from jianbao.model.theme import OutputFile
from jianbao.render.edition import Edition, Page
from jianbao.render.heads import page_head
from jianbao.render.pages.letters import Letter, by_letter
from jianbao.render.press import Press
from jianbao.text.fingerprint import fingerprint

ADDRESS = "keywords/"
_MOST, _FEWEST = 300, 2
"""Words on the page at most, and articles that have one at least."""


@dataclass(frozen=True, slots=True)
class Keyword:
    """A keyword with the number of articles that have it."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class KeywordsView:
    """What the page shows."""

    template: ClassVar[str] = "keywords.html"

    page: Page
    words: tuple[Letter[Keyword], ...]


def keywords_job(edition: Edition, press: Press) -> Job:
    """The page of keywords."""
    frequent = _frequent(edition)
    facts = {"look": press.look(KeywordsView.template), "words": fingerprint(frequent)}
    return Job(f"page /{ADDRESS}", facts, partial(_set, edition, press, frequent))


def _frequent(edition: Edition) -> tuple[Keyword, ...]:
    """The most frequent words; of equals those that come first by their characters."""
    entries = edition.archive.entries.values()
    counts = Counter(chain.from_iterable([entry.card.keywords for entry in entries]))
    often = sorted((-count, word) for word, count in counts.items() if count >= _FEWEST)
    return tuple(Keyword(word, -count) for count, word in often[:_MOST])


def _set(edition: Edition, press: Press, words: Sequence[Keyword], _: Outcomes) -> Iterator[OutputFile]:
    t = edition.strings
    head = page_head(edition, ADDRESS, t("title_keywords"), t("describe_keywords", title=edition.archive.config.title))
    yield press.set(KeywordsView(Page(ADDRESS, "", head), by_letter(words)))
