"""The archive in one language of the interface: what all views ask for names, dates and addresses."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from jianbao.model.edtf import EdtfDate
from jianbao.model.site import Archive, Entry, Issue, SiteConfig
from jianbao.model.vocabulary import Topic
from jianbao.render.head import Head
from jianbao.render.strings import Strings
from jianbao.text.dates import spoken_en, spoken_zh
from jianbao.text.fingerprint import joined_fingerprint


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to a page of the site."""

    text: str
    path: str


@dataclass(frozen=True, slots=True)
class Counted:
    """A link with the number of articles behind it."""

    text: str
    path: str
    count: int


@dataclass(frozen=True, slots=True)
class Page:
    """What every page has."""

    path: str
    """Relative to the site's root, as in `model.site`."""
    section: str
    """Entry of the navigation that it stands under; empty: none."""
    head: Head
    frame: str | None = None
    """Path of the same page in the site's first language, where it is there in all of its languages."""


@dataclass(frozen=True, slots=True)
class Edition:
    """An archive, its interface strings, and the links to everything that pages name."""

    archive: Archive
    strings: Strings
    topics: Mapping[str, Link]
    """By topic id."""
    counties: Mapping[str, Link]
    """By county code; the text is the full name."""
    people: Mapping[str, Link]
    """Reporters by name."""
    officeholders: Mapping[str, Link]
    """Persons with a page whom texts name with an office, by name."""
    issues: Mapping[str, Link]
    """By issue key; the text is the date in words, with the paper's name where the archive holds several."""
    several_papers: bool
    """The archive holds more than one newspaper, so that a date alone does not name an issue."""
    speak: Callable[[EdtfDate], str]
    """Says a date in the interface's language."""
    texts: Mapping[str, str]
    """By issue key: fingerprint of all that is told of its articles, text included."""
    home: str = ""
    """Path of the home page in this language: empty in the site's first, `en/`."""

    def county_links(self, entry: Entry) -> tuple[Link, ...]:
        """The article's counties, most prominent first."""
        return tuple(self.counties[code] for code in entry.card.counties)


def make_edition(archive: Archive, strings: Strings) -> Edition:
    """Look up once what every page asks for."""
    speak = _SPEAKERS.get(strings.language, spoken_zh)
    several = len({issue.newspaper for issue in archive.issues}) > 1
    return Edition(
        archive=archive,
        strings=strings,
        topics={
            group.topic.id: Link(_name_of(group.topic, strings.language), group.path) for group in archive.topic_groups
        },
        counties={group.county.code: Link(group.county.name, group.path) for group in archive.county_groups},
        people={group.name: Link(group.name, group.path) for group in archive.people},
        officeholders={group.name: Link(group.name, group.path) for group in archive.officeholders},
        issues={
            issue.key: Link(" ".join([speak(issue.date), *([issue.newspaper] if several else [])]), issue.path)
            for issue in archive.issues
        },
        several_papers=several,
        speak=speak,
        texts={issue.key: _text_of(archive, issue) for issue in archive.issues},
        home=home_of(archive.config, strings.language),
    )


def home_of(config: SiteConfig, language: str) -> str:
    """Path of the home page in a language: empty in the site's first."""
    return "" if language == config.language else f"{language.lower()}/"


def _name_of(topic: Topic, language: str) -> str:
    names = {"en": topic.name_en, "zh-Hant": topic.name_hant}
    return names.get(language) or topic.name


def _spoken_hant(date: EdtfDate) -> str:
    return spoken_zh(date).replace("约", "約")


_SPEAKERS = {"en": spoken_en, "zh-Hant": _spoken_hant}


def _text_of(archive: Archive, issue: Issue) -> str:
    pages = [(page.fields.page, page.fields.section, len(page.entries)) for page in issue.pages]
    issue_itself = repr((issue.key, issue.newspaper, issue.number, str(issue.date), pages))
    articles = [f"{identifier} {archive.entries[identifier].stamp}" for identifier in issue.entries]
    return joined_fingerprint([issue_itself, *articles])
