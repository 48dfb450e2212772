"""One bibliographic record an article: citations, meta tags, feeds and exports are made from it, and so they agree."""

import re
from dataclasses import dataclass

from jianbao.model.digest import Article, Role
from jianbao.model.edtf import EdtfDate
from jianbao.model.site import Archive, Entry
from jianbao.model.vocabulary import County, Topic
from jianbao.render.encoding import one_line
from jianbao.render.identifiers import published
from jianbao.text.chars import join_lines

ABSTRACT_LENGTH = 56
"""Characters. Result lists show one or two lines of a description, and each character costs every page three bytes."""

_SENTENCE_END = re.compile(r"[。！？!?]+[”’」』）)]*")
_TEXT_LANGUAGE = "zh-Hans"
_NUMBER = re.compile(r"总?第?(.+?)期?")
_PAUSES = "，、；：“（ "
"""What no text ends with that is cut."""
_PROSE = frozenset({Role.PARAGRAPH, Role.CAPTION})


@dataclass(frozen=True, slots=True)
class Reference:
    """What one has to know to cite an article. All texts stand on one line."""

    id: str
    title: str
    title_inferred: bool
    """The page prints no headline; the title is made of the article's own words."""
    kicker: str | None
    subtitle: str | None
    authors: tuple[str, ...]
    newspaper: str
    date: EdtfDate
    page: int | None
    section: str | None
    """版名."""
    number: str | None
    """期号."""
    source: str | None
    """Where the newspaper has it from, as it says."""
    language: str
    """Of the text, BCP 47."""
    archive: str
    rights: str
    url: str | None
    """None where the site does not say where it is published."""
    topics: tuple[Topic, ...]
    """Primary first."""
    counties: tuple[County, ...]
    keywords: tuple[str, ...]
    abstract: str
    """The first sentences, at most `ABSTRACT_LENGTH` characters; empty where the article has only headings."""

    @property
    def subjects(self) -> tuple[str, ...]:
        """Names of topics and counties, then keywords, each once."""
        names = [*(topic.name for topic in self.topics), *(county.name for county in self.counties), *self.keywords]
        return tuple(dict.fromkeys(names))


def reference(archive: Archive, entry: Entry) -> Reference:
    """The bibliographic record of an article."""
    record, config = archive.records[entry.id], archive.config
    article = record.article
    topics, counties = archive.topics.by_id, archive.gazetteer.by_code
    return Reference(
        id=entry.id,
        title=one_line(article.title),
        title_inferred=article.title_inferred,
        kicker=_line(article.kicker),
        subtitle=_line(article.subtitle),
        authors=tuple(filter(None, map(one_line, article.byline))),
        newspaper=one_line(entry.newspaper),
        date=entry.date,
        page=entry.page,
        section=_line(entry.section),
        number=issue_number(entry.number),
        source=_line(article.source),
        language=config.language if config.language.startswith("zh") else _TEXT_LANGUAGE,
        archive=one_line(config.title),
        rights=one_line(config.license),
        url=published(config.base_url, entry.path),
        topics=tuple(topics[match.topic] for match in record.topics if match.topic in topics),
        counties=tuple(counties[code] for code in record.counties if code in counties),
        keywords=tuple(map(one_line, record.keywords)),
        abstract=abstract(article),
    )


def issue_number(printed: str | None) -> str | None:
    """The number of an issue without the words around it: `第12345期` → `12345`."""
    words = _NUMBER.fullmatch(one_line(printed)) if printed else None
    return words[1] if words else None


def abstract(article: Article, limit: int = ABSTRACT_LENGTH) -> str:
    """As many whole sentences from the beginning as fit in `limit` characters; a longer first one is cut."""
    opening: list[str] = []
    for block in article.blocks:
        if block.role in _PROSE:
            opening.append(one_line(block.text[: limit * 2]))
        if sum(map(len, opening)) > limit:
            break
    prose = join_lines(tuple(opening))
    if len(prose) <= limit:
        return prose
    end = max((match.end() for match in _SENTENCE_END.finditer(prose) if match.end() <= limit), default=0)
    return prose[:end] if end else prose[: limit - 2].rstrip(_PAUSES) + "……"


def _line(text: str | None) -> str | None:
    return one_line(text) or None if text else None
