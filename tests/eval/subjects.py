"""How well topics, places, people and figures are found: `python -m tests.eval.subjects tune` prints the table."""

import re
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jianbao.enrich.article import enrich_article
from jianbao.model.digest import Article, Role
from jianbao.model.record import Record
from jianbao.parse.digest import read_digest
from jianbao.parse.tagging import tag
from tests.eval import corpus, gold
from tests.eval.wilson import interval
from tests.unit.enrich.specimens import article, county_names, vocabulary

_APPROXIMATE = re.compile("[余多来]")
_FEWEST = 3
"""Articles of a topic below which its F1 says nothing."""


@dataclass(slots=True)
class Tally:
    """What was found rightly, wrongly and not at all."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """Share of what was found that is right."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Share of what is there that was found."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        return 2 * self.right / (2 * self.right + self.wrong + self.missed) if self.right else 0.0

    def compare(self, found: set[str], wanted: list[gold.Expected]) -> None:
        """Add what was found in one text."""
        for each in found:
            match = next((want for want in wanted if each in want.forms), None)
            self.right += match is not None and not match.optional
            self.wrong += match is None
        self.missed += sum(not want.optional and found.isdisjoint(want.forms) for want in wanted)

    def __str__(self) -> str:
        precision = _interval(self.right, self.right + self.wrong)
        recall = _interval(self.right, self.right + self.missed)
        count = self.right + self.missed
        return f"P {self.precision:.3f} {precision}  R {self.recall:.3f} {recall}  F1 {self.f1:.3f}  n = {count}"


def _interval(right: int, count: int) -> str:
    """Wilson's 95 % interval of a share."""
    bounds = interval(right / count, count) if count else None
    return f"[{bounds[0]:.2f}, {bounds[1]:.2f}]" if bounds else "[–]"


@dataclass(slots=True)
class Scores:
    """What was measured on one part of the labels."""

    counties: Tally = field(default_factory=Tally)
    people: Tally = field(default_factory=Tally)
    reporters: Tally = field(default_factory=Tally)
    figures: Tally = field(default_factory=Tally)
    organisations: Tally = field(default_factory=Tally)
    topics: dict[str, Tally] = field(default_factory=dict)
    """Each topic's page: who stands on it and who should."""
    sorted_share: float = 0.0
    """Coverage: share of the articles that got a topic."""
    primary: float = 0.0
    """Share of the articles whose primary topic is that of one of the two passes."""

    @property
    def topics_macro_f1(self) -> float:
        """Mean over the topics of at least three articles."""
        counted = self.counted_topics
        return sum(tally.f1 for tally in counted) / len(counted) if counted else 0.0

    @property
    def counted_topics(self) -> list[Tally]:
        """Those of at least three articles, in the order of their ids."""
        tallies = (self.topics[topic] for topic in sorted(self.topics))
        return [tally for tally in tallies if tally.right + tally.missed >= _FEWEST]


def measure(place: Path, part: str) -> Scores:
    """Measure on one part of the labels: `tune`, `test`, `held` or `second`."""
    scores = Scores(counties=measure_places(part))
    _measure_people(place, part, scores)
    _measure_figures(place, part, scores)
    _measure_organisations(place, part, scores)
    _measure_topics(place, part, scores)
    return scores


def measure_places(part: str) -> Tally:
    """Measure the counties of the invented sentences; it needs no corpus."""
    tally = Tally()
    for text, names in gold.sentences(part):
        found = set(county_names(enrich_article(article((Role.PARAGRAPH, text)), vocabulary())))
        tally.compare(found, [gold.Expected((name,)) for name in names])
    return tally


def _measure_people(place: Path, part: str, scores: Scores) -> None:
    for key, people, reporters in gold.rows("people.tsv", part):
        records = [enrich_article(each, vocabulary()) for each in _read(gold.articles(place)[key])]
        named = {person.name for record in records for person in record.people if person.by != "byline"}
        scores.people.compare(named, [*gold.expected(people)])
        signed = {name for record in records for name in record.article.byline}
        scores.reporters.compare(signed, [*gold.expected(reporters)])


def _read(row: dict[str, Any]) -> tuple[Article, ...]:
    """The headings and the first paragraphs, as the parser reads them."""
    marked = [(row["kicker"], " {.kicker}"), (row["title"], " {.title}"), (row["subtitle"], " {.subtitle}")]
    lines = [f"{text}{mark}" for text, mark in marked if text] + gold.excerpt(row)
    reading = read_digest("\n\n".join(lines).encode(), "2020-01-01-01.txt", tag)
    return reading.digest.articles if reading.digest else ()


def _measure_figures(place: Path, part: str, scores: Scores) -> None:
    for key, field_ in gold.rows("figures.tsv", part):
        _compare_figures(_sentence(place, key), field_, scores.figures)


def _measure_organisations(place: Path, part: str, scores: Scores) -> None:
    for key, organisations in gold.rows("organisations.tsv", part):
        named = {each.name for each in _sentence(place, key).organisations}
        scores.organisations.compare(named, [*gold.expected(organisations)])


def _sentence(place: Path, key: str) -> Record:
    """The record of the sentence that a row of labels belongs to."""
    name, paragraph, start, end = key.rsplit("-", 3)
    text = gold.articles(place)[name]["body"][int(paragraph)][int(start) : int(end)]
    return enrich_article(article((Role.PARAGRAPH, text)), vocabulary())


def _compare_figures(record: Record, wanted: str, tally: Tally) -> None:
    """A figure is right where number, unit and subject are: of two subjects one ends as the other does."""
    left = [(each.partition("=")[0], each.partition("=")[2].split("/")) for each in filter(None, wanted.split(";"))]
    for figure in record.figures:
        printed = _APPROXIMATE.sub("", figure.printed).replace("％", "%")
        match = next((each for each in left if _APPROXIMATE.sub("", each[0]).lstrip("?") == printed), None)
        optional = match is not None and match[0].startswith("?")
        fits = match is not None and any(_same_end(figure.subject, subject) for subject in match[1])
        if match is not None and (fits or optional):
            left.remove(match)
        tally.right += fits and not optional
        tally.wrong += not fits and not optional
    tally.missed += sum(not number.startswith("?") for number, _ in left)


def _same_end(one: str, other: str) -> bool:
    return one.endswith(other) or (len(one) > 1 and other.endswith(one))


def _measure_topics(place: Path, part: str, scores: Scores) -> None:
    rows = gold.rows("topics.tsv", part)
    tallies: dict[str, Tally] = {}
    counted: Counter[str] = Counter()
    for key, first, second, further in rows:
        row = gold.articles(place)[key]
        heads = ((Role.KICKER, row["kicker"]), (Role.TITLE, row["title"]), (Role.SUBTITLE, row["subtitle"]))
        blocks = [(role, text) for role, text in heads if text] + [(Role.PARAGRAPH, text) for text in row["body"]]
        found = [match.topic for match in enrich_article(article(*blocks), vocabulary()).topics]
        counted["sorted"] += bool(found)
        counted["primary"] += (found[0] if found else "-") in {first, second}
        for topic in found:
            tally = tallies.setdefault(topic, Tally())
            fits = topic in {first, second, *further.split()}
            tally.right += fits
            tally.wrong += not fits
        if first != "-" and not {first, second} & set(found):
            tallies.setdefault(first, Tally()).missed += 1
    scores.topics = tallies
    if rows:
        scores.sorted_share, scores.primary = counted["sorted"] / len(rows), counted["primary"] / len(rows)


def table(scores: Scores) -> str:
    """The scores for a person to read, of what the part has labels for."""
    topics = Tally(
        sum(tally.right for tally in scores.topics.values()),
        sum(tally.wrong for tally in scores.topics.values()),
        sum(tally.missed for tally in scores.topics.values()),
    )
    named = {
        "counties": scores.counties,
        "reporters": scores.reporters,
        "people": scores.people,
        "figures": scores.figures,
        "organis.": scores.organisations,
        "topics": topics,
    }
    lines = [f"{name:<10} {tally}" for name, tally in named.items() if tally.right + tally.missed]
    if scores.topics:
        lines += [
            f"           macro-F1 {scores.topics_macro_f1:.3f} over topics of {_FEWEST} articles or more",
            f"           coverage {scores.sorted_share:.3f}, primary as read {scores.primary:.3f}",
        ]
    return "\n".join(lines)


def main() -> int:
    """Print the table; the corpus must be there."""
    place = corpus.folder()
    if place is None:
        sys.stderr.write("no corpus: name its folder in JIANBAO_EVAL\n")
        return 1
    part = sys.argv[1] if sys.argv[1:] else "tune"
    sys.stdout.write(f"{table(measure(place, part))}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
