"""Where e-papers keep what: the marks of their publishing systems, as tables.

Most Chinese papers publish with a system of Founder (方正翔宇), whose pages hold the text in `<founder-content>`,
between comments `enpcontent` or in `#ozoom`, and their fields in one comment `<!--enpproperty … /enpproperty-->`.
They show 引题, 主题, 副题 and 作者 as h3, h1, h2 and h4 (人民日报, 光明日报), as table cells `font01` and `font02`, or
in classes that end in such a name (`main-article-pretitle`); others name their classes in English or pinyin
(`bmnr_con_yinti`).
"""

import html
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import takewhile

from lxml import etree

from jianbao.importers.markup import Node, blocks_below, text_of, tokens
from jianbao.text.chars import bare
from jianbao.text.folio import Folio, read_folio

_NAMES: Mapping[str, frozenset[str]] = {
    "kicker": frozenset(
        (
            "introtitle",
            "intro-title",
            "intro_title",
            "title-intro",
            "pretitle",
            "pre-title",
            "pre_title",
            "leadtitle",
            "lead-title",
            "uptitle",
            "up-title",
            "kicker",
            "yinti",
            "title_yin",
            "jianti",
            "meiti",
        )
    ),
    "subtitle": frozenset(
        (
            "subtitle",
            "sub-title",
            "sub_title",
            "title-sub",
            "newssubtitle",
            "subhead",
            "deck",
            "futi",
            "title_fu",
            "fubiaoti",
            "downtitle",
            "down-title",
        )
    ),
    "title": frozenset(
        (
            "title",
            "title1",
            "newstitle",
            "news-title",
            "news_title",
            "articletitle",
            "article-title",
            "article_title",
            "maintitle",
            "main-title",
            "main_title",
            "content-title",
            "content_title",
            "detail-title",
            "arttitle",
            "art-title",
            "art_title",
            "headline",
            "biaoti",
            "bt1",
            "zhuti",
            "zhubiaoti",
            "font01",
            "founder-title",
        )
    ),
    "byline": frozenset(
        ("author", "article-author", "news-author", "writer", "byline", "reporter", "zuozhe", "jizhe", "sec", "font6")
    ),
    "caption": frozenset(("caption", "figcaption", "picinfo", "pic-text", "pic_text", "pictext", "img-desc", "tushuo")),
}
_VAGUE = frozenset(("title", "title1", "headline", "deck", "caption", "sec", "reporter", "font01", "font6", "zhuti"))
"""Names that say something only as whole words: `page-title` is no headline."""
_BODIES: Sequence[str] = (
    "//founder-content",
    "//*[@id='ozoom']",
    "//comment()[normalize-space(.)='enpcontent']/..",
    "//*[@id='articleContent' or @id='articlecontent' or @id='article-content']",
    "//*[@id='zoom' or @id='content' or @id='contenttext' or @id='Content' or @id='text']",
    "//*[contains(concat(' ', normalize-space(@class), ' '), ' newsdetatext ')]",
    "//*[contains(concat(normalize-space(@class), ' '), 'article-content ')]",
    "//*[contains(concat(normalize-space(@class), ' '), 'etail-content ')]",
    "//article",
)
"""Where the text of an article is, the surest first."""
HEADINGS: Mapping[str, str] = {"h1": "title", "h2": "subtitle", "h3": "kicker", "h4": "byline"}
_FIELDS = {"introtitle": "kicker", "title": "title", "subtitle": "subtitle", "author": "byline", "date": "date"}
_FIELDS |= {"nodename": "section", "papername": "newspaper"}
_META = {"publishdate": "date", "pubdate": "date", "article:published_time": "date", "author": "byline"}
_HEADLINE_NAME = re.compile(r"(?:news|article|art|detail|content|main|text)+[-_]?(?:title|tit|headline)")
"""Names that systems make for a headline: `newsdetail-title`, `art_tit`."""
_TAG = re.compile(r"<[/a-zA-Z][^<>]*>")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_MASTHEAD = re.compile(
    r"[\u4e00-\u9fff]{0,8}(?:日报|晚报|早报|晨报|商报|时报|周报|周刊|都市报|教育报|法治报|农民报|青年报|数字报|电子报|报社)"
    r"(?:数字报|电子报|电子版|数字版|网|多媒体版)*"
)
_LONGEST_CLASS = 60
"""Characters of a class that a person gave."""
_MOSTLY_LINKS = 0.5
"""Share of the text from which it is a list of links; in an article with a link or two it is under 0.1."""
_LIST = 2
"""Links from which there may be a list."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where an article is on a page."""

    body: Node
    """What holds its text."""
    region: Node
    """What holds its headings and its text, and nothing of another article."""
    is_named: bool = True
    """It is told by the names of the markup where the text is; else it is the densest part of the page."""


def named_bodies(root: Node) -> list[Node]:
    """The elements that hold the text of an article by the name that the publishing systems give them."""
    for path in _BODIES:
        found = root.xpath(path)
        bodies = [body for body in _outermost(found) if bare(text_of(body))]
        if bodies:
            return bodies
    return []


def find_layouts(root: Node, title: str = "") -> tuple[Layout, ...]:
    """The articles of a page in its order; a page without any sign of one is one article, its densest part.

    `title` is that of the article by the fields of the page. None where the text is a list of links: the page leads to
    articles and holds none.
    """
    named = named_bodies(root)
    bodies = [body for body in named or [_densest(root)] if not _is_list(body)]
    held = Counter(holder for body in bodies for holder in body.iterancestors())
    return tuple(Layout(body, _region(body, held, bare(title)), is_named=bool(named)) for body in bodies)


def role_by_name(node: Node) -> str | None:
    """What the tag of its own, class or id of an element says that it is."""
    words = {*_endings(node), str(node.tag)}
    if any(map(_HEADLINE_NAME.fullmatch, tokens(node))):
        return "title"
    return next((role for role, names in _NAMES.items() if words & names), None)


def is_display(node: Node) -> bool:
    """A cell in the type of 引题 and 副题, which its place tells apart."""
    return "font02" in tokens(node)


def is_masthead(text: str) -> bool:
    """The name of a paper or of its e-paper, which is no headline."""
    return _MASTHEAD.fullmatch(bare(text)) is not None


def read_properties(root: Node) -> dict[str, str]:
    """What the comment `enpproperty` says, or else the head: title, kicker, subtitle, byline, date, section, newspaper.

    Breaks are LF; other markup is taken out.
    """
    for comment in root.iter(etree.Comment):
        text = comment.text or ""
        if "enpproperty" in text[:40]:
            return {role: value for name, role in _FIELDS.items() if (value := _plain(_property(text, name)))}
    metas = [(node.get("name") or node.get("property") or "", node.get("content") or "") for node in root.iter("meta")]
    return {_META[name.lower()]: _plain(value) for name, value in metas if name.lower() in _META and _plain(value)}


def _property(text: str, name: str) -> str:
    """What stands between `<name>` and `</name>`; empty where there is none."""
    start = re.search(f"<{name}>", text, re.IGNORECASE)
    end = re.compile(f"</{name}>", re.IGNORECASE).search(text, start.end()) if start else None
    return text[start.end() : end.start()] if start and end else ""


def _plain(value: str) -> str:
    lines = _TAG.sub("", _BREAK.sub("\n", html.unescape(value))).split("\n")
    return "\n".join(line.strip() for line in lines if bare(line))


def _endings(node: Node) -> Iterator[str]:
    """The words of class and id, and their ends behind a hyphen or underscore as far as these say something."""
    for token in tokens(node):
        yield token
        cuts = re.finditer("[-_]", token) if len(token) <= _LONGEST_CLASS else ()
        yield from (token[cut.end() :] for cut in cuts if token[cut.end() :] not in _VAGUE)


def _outermost(found: object) -> list[Node]:
    nodes = list(dict.fromkeys(found)) if isinstance(found, list) else []
    held = set(nodes)
    return [node for node in nodes if not held.intersection(node.iterancestors())]


def _is_list(body: Node) -> bool:
    links = list(body.iter("a"))
    linked = sum(len(bare(text_of(link))) for link in links)
    texts = [block.text for block in blocks_below(body)] if len(links) >= _LIST else []
    total = sum(len(bare(text)) for text in texts if read_folio(text) == Folio())
    return len(links) >= _LIST and linked >= _MOSTLY_LINKS * total


def _densest(root: Node) -> Node:
    """The element whose own paragraphs hold most text; the whole page where there are no paragraphs."""
    weight: dict[Node, int] = {}
    for paragraph in root.iter("p"):
        parent = paragraph.getparent()
        if parent is not None:
            weight[parent] = weight.get(parent, 0) + len(text_of(paragraph))
    body = root.find("body")
    return max(weight, key=lambda node: weight[node], default=body if body is not None else root)


def _region(body: Node, held: Mapping[Node, int], title: str) -> Node:
    """The smallest element around a text that holds a headline above it, if that can be without taking another's text.

    `held` says how many texts an element holds. Where the page has no headline by name, any heading is one.
    """
    holders = set(body.iterancestors())
    around = []
    for above in body.iterancestors():
        if above.tag == "html" or held[above] > 1:
            break
        around.append(above)
    is_title = partial(_says, title)
    for is_headline in (_is_headline, is_title, _is_heading) if title else (_is_headline, _is_heading):
        for above in around:
            before = takewhile(lambda node: node is not body, above.iterdescendants())
            if any(node not in holders and is_headline(node) and not _is_listed(node) for node in before):
                return above
    return body


def _says(text: str, node: Node) -> bool:
    return bare(text_of(node)) == text


def _is_headline(node: Node) -> bool:
    return (node.tag == "h1" or role_by_name(node) == "title") and _is_title(node)


def _is_heading(node: Node) -> bool:
    return (node.tag in HEADINGS or role_by_name(node) in {"kicker", "subtitle"}) and _is_title(node)


def _is_title(node: Node) -> bool:
    text = bare(text_of(node))
    return bool(text) and not is_masthead(text)


def _is_listed(node: Node) -> bool:
    """In a list of articles, each of which leads to one."""
    return next(node.iterancestors("a", "li", "nav"), None) is not None
