"""Where e-papers keep what: the marks of their publishing systems, as tables.

Most Chinese papers publish with a system of Founder (方正翔宇), whose pages hold the text in `<founder-content>` or in
`#ozoom`, their fields in one comment `<!--enpproperty … /enpproperty-->`, and show 引题, 主题, 副题 and 作者 as h3, h1,
h2 and h4 (人民日报, 光明日报) or as table cells `font01`, `font02`; others name their classes in English or pinyin.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

Node = etree._Element  # noqa: SLF001 - the only name that lxml has for what its trees are made of

_TOKENS: Mapping[str, frozenset[str]] = {
    "kicker": frozenset(
        [
            "introtitle",
            "intro-title",
            "intro_title",
            "title-intro",
            "pretitle",
            "pre-title",
            "leadtitle",
            "lead-title",
            "uptitle",
            "kicker",
            "yinti",
            "title_yin",
            "jianti",
            "meiti",
            "founder-introtitle",
            "founder-pretitle",
        ]
    ),
    "subtitle": frozenset(
        [
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
            "founder-subtitle",
        ]
    ),
    "title": frozenset(
        [
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
            "headline",
            "biaoti",
            "bt1",
            "zhuti",
            "zhubiaoti",
            "font01",
            "founder-title",
        ]
    ),
    "byline": frozenset(
        ["author", "article-author", "news-author", "founder-author", "writer", "byline", "reporter", "zuozhe", "jizhe"]
    ),
    "caption": frozenset(["caption", "figcaption", "picinfo", "pic-text", "pic_text", "pictext", "img-desc", "tushuo"]),
}
_BODIES: Sequence[str] = (
    "//founder-content",
    "//*[@id='ozoom']",
    "//*[@id='articleContent' or @id='articlecontent' or @id='article-content']",
    "//*[@id='zoom' or @id='content' or @id='contenttext' or @id='Content' or @id='text']",
    "//*[contains(concat(' ', normalize-space(@class), ' '), ' article-content ')]",
    "//article",
)
"""Where the text of an article is, the surest first."""
_HEADING_TAGS: Mapping[str, str] = {"h1": "title", "h2": "subtitle", "h3": "kicker", "h4": "byline"}
_PROPERTY = re.compile(r"<(\w{2,20})>(.*?)</\1>", re.DOTALL)
_FIELDS = {"introtitle": "kicker", "title": "title", "subtitle": "subtitle", "author": "byline", "date": "date"}
_FIELDS |= {"nodename": "section", "papername": "newspaper"}


@dataclass(frozen=True, slots=True)
class Layout:
    """Where an article is on a page."""

    body: Node
    """What holds its text."""
    region: Node
    """What holds its headings and its text, and nothing of another article."""


def find_layouts(root: Node) -> tuple[Layout, ...]:
    """The articles of a page in its order; a page without any sign of one is one article, its densest part."""
    bodies = next((found for path in _BODIES if (found := _outermost(root.xpath(path)))), [])
    bodies = [body for body in bodies if _has_text(body)] or [_densest(root)]
    return tuple(Layout(body, _region(body, bodies)) for body in bodies)


def role_outside_body(node: Node, *, titled: bool) -> str | None:
    """What a block above or below the text is; None: no part of the article. `titled`: a headline stood before it.

    Class and id are surer than the tag. An h2 or h3 above the headline is a kicker, one below it a deck.
    """
    role = role_by_name(node) or _HEADING_TAGS.get(str(node.tag))
    if role in {"kicker", "subtitle"} and role_by_name(node) is None:
        return "subtitle" if titled else "kicker"
    if role is None and "font02" in _tokens(node):
        return "subtitle" if titled else "kicker"
    return role


def role_by_name(node: Node) -> str | None:
    """What the tag of its own, class or id of an element says that it is."""
    tokens = _tokens(node) | {str(node.tag)}
    return next((role for role, names in _TOKENS.items() if tokens & names), None)


def read_properties(root: Node) -> dict[str, str]:
    """What the comment `enpproperty` says: title, kicker, subtitle, byline, date, section, newspaper."""
    for comment in root.iter(etree.Comment):
        text = comment.text or ""
        if "enpproperty" in text[:40]:
            found = {name.lower(): value.strip() for name, value in _PROPERTY.findall(text)}
            return {_FIELDS[name]: value for name, value in found.items() if name in _FIELDS and value}
    return {}


def _tokens(node: Node) -> set[str]:
    return set(f"{node.get('class', '')} {node.get('id', '')}".lower().split())


def _outermost(found: object) -> list[Node]:
    nodes = found if isinstance(found, list) else []
    held = set(nodes)
    return [node for node in nodes if not held.intersection(node.iterancestors())]


def _has_text(node: Node) -> bool:
    return any(text.strip() for text in node.itertext())


def _densest(root: Node) -> Node:
    """The element whose own paragraphs hold most text; the whole page where there are no paragraphs."""
    weight: dict[Node, int] = {}
    for paragraph in root.iter("p"):
        parent = paragraph.getparent()
        if parent is not None:
            weight[parent] = weight.get(parent, 0) + sum(map(len, paragraph.itertext()))
    body = root.find("body")
    return max(weight, key=lambda node: weight[node], default=body if body is not None else root)


def _region(body: Node, bodies: Sequence[Node]) -> Node:
    """The smallest element around a text that holds a headline too, if that can be without taking another's text.

    Where the page has no headline by name, any heading is one.
    """
    others = set(bodies) - {body}
    around = []
    for above in body.iterancestors():
        if above.tag == "html" or others.intersection(above.iter()):
            break
        around.append(above)
    for is_headline in (_is_headline, _is_heading):
        for above in around:
            if any(is_headline(node) for node in above.iter() if node is not body):
                return above
    return body


def _is_headline(node: Node) -> bool:
    return (node.tag == "h1" or role_by_name(node) == "title") and _has_text(node)


def _is_heading(node: Node) -> bool:
    return (node.tag in _HEADING_TAGS or role_by_name(node) in {"kicker", "subtitle"}) and _has_text(node)
