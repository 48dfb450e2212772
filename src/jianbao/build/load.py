"""From the folder content/ to parsed and enriched sources, with every problem on the way."""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path

from jianbao.build.config import read_config
from jianbao.build.files import files_below, name_in, read_inside, read_text
from jianbao.enrich.article import Vocabulary, compile_vocabulary, enrich_article
from jianbao.enrich.vocabulary import read_gazetteer, read_topics
from jianbao.index.identify import Source
from jianbao.index.site import Content
from jianbao.model.digest import Digest
from jianbao.model.problem import Problem, Severity, is_error
from jianbao.model.site import SiteConfig, TextPage
from jianbao.model.vocabulary import Gazetteer, Topics
from jianbao.parse.digest import read_digest

_PAGE_NAME = re.compile(r"[a-z0-9\u4e00-\u9fff][a-z0-9\u4e00-\u9fff-]{0,59}")
"""A page's file name is its address."""
DIGEST_ENDINGS = frozenset({".txt", ".md"})


@dataclass(frozen=True, slots=True)
class Settings:
    """The three YAML files of content/."""

    config: SiteConfig
    gazetteer: Gazetteer
    topics: Topics


def load_content(root: Path, languages: Collection[str]) -> tuple[Content | None, tuple[Problem, ...]]:
    """Read everything below `root/content`; the interface can speak `languages`.

    Problems are sorted; the content is None where the settings cannot be read.

    A digest with an error is left out, so that one flaw is one problem and not a row of what follows from it.
    """
    folder = root / "content"
    if not folder.is_dir():
        hint = (
            f"run jianbao in the folder that holds it ({root.resolve()} does not), or name that: `jianbao --root DIR …`"
        )
        return None, (Problem("content", 0, "there is no folder content/", hint),)
    problems: list[Problem] = []
    settings = _settings(root, languages, problems)
    digests = _digests(root, problems)
    pages = _text_pages(root, problems)
    if settings is None:
        return None, tuple(sorted(problems))
    vocabulary = compile_vocabulary(settings.gazetteer, settings.topics)
    unknown = {digest.file: _outside_vocabulary(digest, settings) for digest in digests}
    problems.extend(problem for found in unknown.values() for problem in found)
    sources = tuple(_enriched(digest, vocabulary) for digest in digests if not unknown[digest.file])
    content = Content(settings.config, settings.gazetteer, settings.topics, sources, pages)
    return content, tuple(sorted(problems))


def load_vocabulary(root: Path) -> Vocabulary | None:
    """The places and topics of the archive at `root`, ready for finding; None where they are not there or not sound."""
    problems: list[Problem] = []
    texts = [_read(root, name, problems) for name in ("places.yaml", "topics.yaml")]
    if texts[0] is None or texts[1] is None:
        return None
    gazetteer, wrong = read_gazetteer(texts[0], "content/places.yaml")
    topics, more = read_topics(texts[1], "content/topics.yaml")
    return compile_vocabulary(gazetteer, topics) if gazetteer and topics and not (wrong or more) else None


def with_subjects(digest: Digest, vocabulary: Vocabulary) -> Digest:
    """The digest with the topics and counties of each article."""
    records = _enriched(digest, vocabulary).records
    articles = tuple(
        replace(record.article, topics=tuple(match.topic for match in record.topics), counties=record.counties)
        for record in records
    )
    return replace(digest, articles=articles)


def _settings(root: Path, languages: Collection[str], problems: list[Problem]) -> Settings | None:
    config = _read(root, "site.yaml", problems)
    gazetteer = _read(root, "places.yaml", problems)
    topics = _read(root, "topics.yaml", problems)
    read_all = (
        None if config is None else read_config(config, "content/site.yaml", languages),
        None if gazetteer is None else read_gazetteer(gazetteer, "content/places.yaml"),
        None if topics is None else read_topics(topics, "content/topics.yaml"),
    )
    problems.extend(problem for read in read_all if read for problem in read[1])
    if not (read_all[0] and read_all[1] and read_all[2] and read_all[0][0] and read_all[1][0] and read_all[2][0]):
        return None
    return Settings(read_all[0][0], read_all[1][0], read_all[2][0])


def _read(root: Path, name: str, problems: list[Problem]) -> str | None:
    path = root / "content" / name
    if not path.is_file():
        problems.append(Problem(f"content/{name}", 0, "the file is missing", "an archive needs it: see the guide"))
        return None
    return read_text(root, path, problems)


def _digests(root: Path, problems: list[Problem]) -> list[Digest]:
    digests = []
    folder = root / "content" / "issues"
    if not folder.is_dir():
        hint = "make it; digests go there, by year: content/issues/2025/2025-12-08-02.txt"
        problems.append(Problem("content/issues", 0, "there is no folder content/issues", hint))
        return []
    for path in files_below(folder, root, problems):
        name = name_in(root, path)
        if path.suffix.lower() not in DIGEST_ENDINGS:
            hint = "digests end in .txt or .md; move other files out of content/issues"
            problems.append(Problem(name, 0, "this is no digest and is passed over", hint, Severity.WARNING))
            continue
        data = read_inside(root, path, problems)
        if data is not None:
            reading = read_digest(data, name)
            problems.extend(reading.problems)
            if reading.digest is not None and not any(map(is_error, reading.problems)):
                digests.append(reading.digest)
    return digests


def _outside_vocabulary(digest: Digest, settings: Settings) -> list[Problem]:
    """Topics and counties that marks and front matter name must be in the vocabulary."""
    topics = {topic.id for topic in settings.topics.all}
    counties = {county.code for county in settings.gazetteer.counties}
    unknown: dict[str, int] = {}
    for article in digest.articles:
        for topic in article.topics:
            if topic not in topics:
                unknown.setdefault(f"the topic {topic} is not in content/topics.yaml", article.lines[0])
        for county in article.counties:
            if county not in counties:
                unknown.setdefault(f"the county {county} is not in content/places.yaml", article.lines[0])
    hint = "topics are named by their id, counties by their code"
    return [Problem(digest.file, line, message, hint) for message, line in unknown.items()]


def _enriched(digest: Digest, vocabulary: Vocabulary) -> Source:
    return Source(digest, tuple(enrich_article(article, vocabulary) for article in digest.articles))


def _text_pages(root: Path, problems: list[Problem]) -> tuple[TextPage, ...]:
    pages = []
    folder = root / "content" / "pages"
    for path in files_below(folder, root, problems) if folder.is_dir() else ():
        if path.suffix != ".md" or path.parent != folder or not _PAGE_NAME.fullmatch(path.stem):
            hint = "pages are .md files right in content/pages, named by letters, digits and hyphens"
            problem = Problem(name_in(root, path), 0, "this is no page and is passed over", hint, Severity.WARNING)
            problems.append(problem)
            continue
        text = read_text(root, path, problems)
        if text is not None:
            pages.append(_text_page(path.stem, text))
    return tuple(pages)


def _text_page(slug: str, text: str) -> TextPage:
    first = text.lstrip().split("\n", 1)[0]
    title = first.removeprefix("# ").strip() if first.startswith("# ") else slug
    return TextPage(slug=slug, path=f"{slug}/", title=title, markdown=text)
