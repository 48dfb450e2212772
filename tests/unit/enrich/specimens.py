"""Articles made by hand, and the vocabulary of this archive."""

from functools import cache

from jianbao.enrich.article import Vocabulary, compile_vocabulary
from jianbao.enrich.vocabulary import read_gazetteer, read_topics
from jianbao.model.digest import Article, Block, Kind, Role
from jianbao.model.record import Record
from jianbao.model.vocabulary import Gazetteer, Topics
from tests.programs import REPOSITORY


@cache
def gazetteer() -> Gazetteer:
    read, problems = read_gazetteer((REPOSITORY / "content/places.yaml").read_text("utf-8"), "content/places.yaml")
    assert read is not None
    assert problems == ()
    return read


@cache
def topics() -> Topics:
    read, problems = read_topics((REPOSITORY / "content/topics.yaml").read_text("utf-8"), "content/topics.yaml")
    assert read is not None
    assert problems == ()
    return read


@cache
def vocabulary() -> Vocabulary:
    return compile_vocabulary(gazetteer(), topics())


def article(
    *blocks: tuple[Role, str],
    byline: tuple[str, ...] = (),
    marked_topics: tuple[str, ...] = (),
    marked_counties: tuple[str, ...] = (),
) -> Article:
    """Make an article of blocks; its fields follow from them where enriching looks at them."""
    title = next((text for role, text in blocks if role is Role.TITLE), "")
    return Article(
        id=None,
        kind=Kind.NEWS,
        title=title,
        title_inferred=not title,
        kicker=None,
        subtitle=None,
        column=None,
        byline=byline,
        source=None,
        dateline=None,
        continued_from=None,
        continued_on=None,
        confidence=1.0,
        blocks=tuple(Block(role, text, (number,)) for number, (role, text) in enumerate(blocks, start=1)),
        topics=marked_topics,
        counties=marked_counties,
    )


def county_names(record: Record) -> list[str]:
    """Short names of the counties of a record, in its order."""
    names = {county.code: county.short for county in gazetteer().counties}
    return [names[code] for code in record.counties]
