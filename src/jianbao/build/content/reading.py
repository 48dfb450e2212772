"""One digest, from its bytes to the rows that the store keeps: parsed, enriched, its flaws told."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from jianbao.build.storage.packing import packed
from jianbao.build.storage.sheets import Rows, Sheet, Unread
from jianbao.enrich.article import Vocabulary, compile_vocabulary, enrich_article
from jianbao.index.cards import card_of
from jianbao.index.identify import no_date
from jianbao.model.digest import Digest
from jianbao.model.problem import Problem, is_error
from jianbao.model.vocabulary import Gazetteer, Topics
from jianbao.parse.digest import Reading, read_digest
from jianbao.parse.frontmatter import Subject


@dataclass(frozen=True, slots=True)
class Reader:
    """All that reading a digest takes beside its bytes. Plain data: it goes to each worker process."""

    vocabulary: Vocabulary
    topics: frozenset[str]
    """Ids that marks and front matter may name."""
    counties: frozenset[str]
    """Codes that they may name."""


def reader_of(gazetteer: Gazetteer, topics: Topics) -> Reader:
    """A reader with the vocabulary of an archive."""
    vocabulary = compile_vocabulary(gazetteer, topics)
    return Reader(vocabulary, frozenset(topics.by_id), frozenset(gazetteer.by_code))


def row_reader(gazetteer: Gazetteer, topics: Topics) -> Callable[[Unread], Rows]:
    """`read_rows` with the vocabulary of an archive; it can be sent to other processes."""
    return partial(read_rows, reader_of(gazetteer, topics))


def read_rows(reader: Reader, unread: Unread) -> Rows:
    """Read a digest. One with an error has no articles: one flaw is one problem, and not a row of what follows."""
    reading = read_digest(unread.data, unread.file)
    digest, problems = reading.digest, reading.problems
    problems = tuple(sorted(problems + _outside_vocabulary(reading.subjects, unread.file, reader)))
    if digest is None or any(map(is_error, problems)):
        problems += _undated(reading, unread.file)
        return Rows(unread.stamp, packed([Sheet("", None, (), problems)]), packed([]))
    records = [enrich_article(article, reader.vocabulary) for article in digest.articles]
    sheet = Sheet(digest.sha256, digest.issue, tuple(map(card_of, records)), problems)
    return Rows(unread.stamp, packed([sheet]), packed(records))


def problems_of(data: bytes, file: str) -> tuple[Problem, ...]:
    """What is wrong in a digest by itself, whatever the vocabulary."""
    return read_digest(data, file).problems


def with_subjects(digest: Digest, vocabulary: Vocabulary) -> Digest:
    """The digest with the topics and counties of each article."""
    records = [enrich_article(article, vocabulary) for article in digest.articles]
    articles = tuple(
        replace(record.article, topics=tuple(match.topic for match in record.topics), counties=record.counties)
        for record in records
    )
    return replace(digest, articles=articles)


def _undated(reading: Reading, file: str) -> tuple[Problem, ...]:
    """That a digest which is left out for other errors has no date either; unless it stands in what cannot be read."""
    if reading.digest is None or reading.digest.issue.date is not None:
        return ()
    above = any(problem.line < reading.lines[0].number for problem in reading.problems if is_error(problem))
    return () if above else (no_date(file),)


def _outside_vocabulary(subjects: Sequence[Subject], file: str, reader: Reader) -> tuple[Problem, ...]:
    """Topics and counties that marks and front matter name must be in the vocabulary."""
    hint = "topics are named by their id, counties by their code"
    known = {
        "topics": (reader.topics, "the topic {} is not in content/topics.yaml"),
        "counties": (reader.counties, "the county {} is not in content/places.yaml"),
    }
    unknown: dict[str, int] = {}
    for subject in subjects:
        names, message = known[subject.key]
        if subject.name not in names:
            unknown.setdefault(message.format(subject.name), subject.line)
    return tuple(Problem(file, line, message, hint) for message, line in unknown.items())
