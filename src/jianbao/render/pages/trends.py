"""Words over time: which stood out when, drawn at build; others are compared in the browser, as the index counts."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from math import sqrt
from typing import ClassVar

from jianbao.model.edtf import EdtfDate
from jianbao.model.job import Job, Outcomes
from jianbao.model.site import Archive, Issue
from jianbao.model.theme import OutputFile
from jianbao.render.edition import Edition, Page
from jianbao.render.heads import page_head
from jianbao.render.pages.search import script_texts
from jianbao.render.press import Press
from jianbao.text.fingerprint import fingerprint

ADDRESS = "trends/"
_MOST, _FEWEST = 30, 4
"""Words on the page at most, and articles that one has at its height at least: fewer are chance."""
_MONTHS = 60
"""More would be bars of less than three pixels on a phone: the page then tells of years."""
_HEIGHT, _STEP = 24, 4
"""Of the drawing, and of a bar with the gap behind it, in its own units."""

Period = tuple[int, ...]
"""Year and month, or the year alone."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A word that many articles of one time have among their keywords, and few of the others."""

    word: str
    count: int
    """Articles that have it."""
    peak: str
    """The time in words."""
    when: str
    """The same as the search takes it: `2026-08`, `2026`."""
    peak_count: int
    bars: str
    """Path of an SVG: a bar for each period, as high as its share of the articles of that period."""


@dataclass(frozen=True, slots=True)
class TrendsView:
    """What the page shows."""

    template: ClassVar[str] = "trends.html"

    page: Page
    standing: tuple[Standing, ...]
    """The newest height first."""
    first: str
    """The first and the last period in words."""
    last: str
    width: int
    texts: Mapping[str, str]
    """Interface strings of the script."""


@dataclass(frozen=True, slots=True)
class _Times:
    """What is counted, by period; all periods from the first to the last, those without an issue too."""

    articles: Mapping[Period, int]
    words: Mapping[Period, Counter[str]]


def trends_job(edition: Edition, press: Press) -> Job:
    """The page of trends."""
    times = _times(edition.archive)
    standing = tuple(_standing(edition, times, word) for word in _outstanding(times))
    facts = {"look": press.look(TrendsView.template), "words": fingerprint(tuple(times.articles), standing)}
    return Job(f"page /{ADDRESS}", facts, partial(_set, edition, press, tuple(times.articles), standing))


def _set(
    edition: Edition, press: Press, periods: Sequence[Period], standing: tuple[Standing, ...], _: Outcomes
) -> Iterator[OutputFile]:
    t = edition.strings
    head = page_head(edition, ADDRESS, t("title_trends"), t("describe_trends", title=edition.archive.config.title))
    yield press.set(
        TrendsView(
            page=Page(ADDRESS, "", head),
            standing=standing,
            first=edition.speak(_date(periods[0])) if periods else "",
            last=edition.speak(_date(periods[-1])) if periods else "",
            width=_STEP * len(periods),
            texts=script_texts(t),
        )
    )


def _times(archive: Archive) -> _Times:
    """Counts by month; by year where the archive is long. Issues whose month is not known are in no month."""
    found = sorted({(date.year, date.month) for issue in archive.issues if (date := issue.date).month})
    if not found:
        return _Times({}, {})
    (year, month), (last_year, last_month) = found[0], found[-1]
    months = [divmod(number, 12) for number in range(12 * year + month - 1, 12 * last_year + last_month)]
    periods: list[Period] = [(year, month + 1) for year, month in months]
    if len(periods) > _MONTHS:
        years = {issue.date.year for issue in archive.issues}
        periods = [(year,) for year in range(min(years), max(years) + 1)]
    return _counted(archive, periods)


def _counted(archive: Archive, periods: Sequence[Period]) -> _Times:
    length = len(periods[0])
    members: dict[Period, list[str]] = {period: [] for period in periods}
    for issue in archive.issues:
        period = _period(issue, length)
        if period in members:
            members[period].extend(issue.entries)
    # One count of all words of a period takes a third of the time that a count for each article does.
    words = {
        period: Counter(chain.from_iterable([archive.entries[identifier].card.keywords for identifier in ids]))
        for period, ids in members.items()
    }
    return _Times({period: len(ids) for period, ids in members.items()}, words)


def _date(period: Period) -> EdtfDate:
    return EdtfDate(period[0], period[1] if len(period) > 1 else 0)


def _period(issue: Issue, length: int) -> Period:
    return (issue.date.year, issue.date.month or 0)[:length]


def _outstanding(times: _Times) -> tuple[str, ...]:
    """The words that are most above what their share of the whole archive would be, the newest height first.

    By (seen - expected) / √expected, the deviation of a Poisson count: it neither prefers the rarest words, as a ratio
    would, nor the commonest, as a difference would.
    """
    whole = sum(times.articles.values()) or 1  # issues of which no article was found
    totals: Counter[str] = Counter()
    for counts in times.words.values():
        totals.update(counts)
    heights: dict[str, tuple[float, Period]] = {}
    for period, counts in times.words.items():
        share = times.articles[period] / whole
        for word, count in counts.items():
            if count >= _FEWEST:
                expected = totals[word] * share
                height = ((count - expected) / sqrt(expected) or float(count), period)
                heights[word] = max(height, heights.get(word, height))
    best = sorted(heights, key=lambda word: (-heights[word][0], word))[:_MOST]
    return tuple(sorted(best, key=lambda word: (tuple(-part for part in heights[word][1]), -heights[word][0], word)))


def _standing(edition: Edition, times: _Times, word: str) -> Standing:
    counts = [times.words[period][word] for period in times.articles]
    shares = [count / max(times.articles[period], 1) for count, period in zip(counts, times.articles, strict=True)]
    highest = max(range(len(shares)), key=lambda place: (shares[place], place))
    peak = tuple(times.articles)[highest]
    return Standing(
        word=word,
        count=sum(counts),
        peak=edition.speak(_date(peak)),
        when="-".join(f"{part:02}" for part in peak),
        peak_count=counts[highest],
        bars=bars(shares),
    )


def bars(values: Sequence[float]) -> str:
    """The path: each bar is drawn upwards from the ground; what is not nought can be seen."""
    most = max(values, default=0.0) or 1.0
    heights = [max(round(_HEIGHT * value / most), 1) if value else 0 for value in values]
    return "".join(
        f"M{_STEP * place} {_HEIGHT}v-{height}h{_STEP - 1}v{height}z" for place, height in enumerate(heights) if height
    )
