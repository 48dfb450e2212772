"""What the parser makes of a digest: articles of blocks, and the furniture between them."""

from dataclasses import dataclass
from enum import StrEnum

from jianbao.model.edtf import EdtfDate


class Role(StrEnum):
    """What a block is on the page. The value is the name that marks and JSON use."""

    TITLE = "title"
    KICKER = "kicker"
    SUBTITLE = "subtitle"
    COLUMN = "column"
    BYLINE = "byline"
    CREDIT = "credit"
    DATELINE = "dateline"
    PARAGRAPH = "paragraph"
    CROSSHEAD = "crosshead"
    CAPTION = "caption"
    JUMP = "jump"


class Kind(StrEnum):
    """What sort of item an article is."""

    NEWS = "news"
    PHOTO = "photo"
    BRIEF = "brief"
    COMMENTARY = "commentary"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph, a caption: lines of the digest that belong together."""

    role: Role
    text: str
    """The lines joined, marks taken off: a space between Latin words, none between Han characters; never normalised."""
    lines: tuple[int, ...]
    """Line numbers in the file as stored, from 1, ascending."""
    confidence: float = 1.0
    """Probability, 0 to 1, that the role and the extent are right; 1.0 where a mark says so."""


@dataclass(frozen=True, slots=True)
class Furniture:
    """Text of the page that is in no article: folio, responsible editors, advertisement."""

    text: str
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """One article (稿件) as it stands on the page. Fields repeat what the blocks say in a form to work with."""

    id: str | None
    """Permanent id; None until `build` gives one to an article without a pinned id (`{#…}`)."""
    kind: Kind
    title: str
    """Headline (主题), or words of the text where the page prints none (`title_inferred`)."""
    title_inferred: bool
    kicker: str | None
    subtitle: str | None
    column: str | None
    byline: tuple[str, ...]
    """Names of reporters, correspondents, photographers in the order of print, without titles such as 记者."""
    source: str | None
    """Where the text was taken from (转载来源, news agency), without the words around the name."""
    dateline: str | None
    """The dateline (电头) as printed at the head of the text: `本报讯`, `新华社北京12月6日电`."""
    continued_from: int | None
    """Page that the first part stands on (上接)."""
    continued_on: int | None
    """Page that the next part stands on (下转)."""
    confidence: float
    """The weakest of the article's two boundaries, 0 to 1."""
    blocks: tuple[Block, ...]
    """Every line of the article, headings included, in the order of the page."""
    topics: tuple[str, ...] = ()
    """Topic ids set by a mark or front matter; empty: to be inferred."""
    counties: tuple[str, ...] = ()
    """County codes set by a mark or front matter; empty: to be inferred."""

    @property
    def lines(self) -> tuple[int, int]:
        """First and last line in the file."""
        return self.blocks[0].lines[0], self.blocks[-1].lines[-1]


@dataclass(frozen=True, slots=True)
class IssueFields:
    """What a digest says of the issue that it belongs to; None where neither front matter nor file name tells."""

    newspaper: str | None = None
    date: EdtfDate | None = None
    number: str | None = None
    """期号, as printed."""
    page: int | None = None
    """版次."""
    section: str | None = None
    """版名."""
    source: str | None = None
    """Where the digest itself comes from, as its keeper describes it."""


@dataclass(frozen=True, slots=True)
class Digest:
    """A digest file, read."""

    file: str
    """Path relative to the archive's root (or as given on the command line), with forward slashes."""
    sha256: str
    """Of the file's bytes as stored."""
    issue: IssueFields
    articles: tuple[Article, ...]
    furniture: tuple[Furniture, ...]
