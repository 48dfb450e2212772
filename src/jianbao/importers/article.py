"""The lines of one article of a saved page: what stands above its text, the text, and what stands below it."""

import re
from collections.abc import Iterator, Mapping, Sequence

from jianbao.importers.document import Line
from jianbao.importers.epaper import HEADINGS, Layout, is_display, is_masthead, role_by_name
from jianbao.importers.markup import DATES, Block, Node, blocks_below, tokens
from jianbao.importers.picture import PHOTOGRAPHER, are_captions
from jianbao.text.chars import bare, trim
from jianbao.text.folio import read_folio
from jianbao.text.simplified import simplified

_SHORT = 30
"""Characters of a crosshead or of a line with the names of reporters, at most."""
_ENDS = ("。", "；", "，", "、", "！”", "？”")
_REPORTERS = re.compile(
    r"[□■◎●○◆◇▲△★☆※]?\s*[（(【]?\s*(?:文/图\s*)?(?:本报|新华社|人民日报|见习|特约|实习)*(?:全媒体)?(?:记者|通讯员)"
)
# What the next field begins with, where no space stands between two: 作者：何清海责任编辑：王芳.
_NEXT_FIELD = r"责编|责任编辑|编辑|来源|稿源|时间|日期|字号|字体|浏览|阅读|点击|审核|校对|分享|打印"
_SIGNED = re.compile(
    rf"(?:作者|记者|通讯员|撰文)\s*[:：]\s*(?:(?!{_NEXT_FIELD})[^\s:：])+(?:\s+[\u4e00-\u9fff]{{2,4}}?(?=\s|$|{_NEXT_FIELD}))*"
)
_CROSSHEADS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_HEADS = ("kicker", "title", "subtitle", "byline")
_DISPLAY, _NAMED = 8, 9
"""Levels behind those of h1 to h6: cells in display type, and elements whose name says what they are."""


def article_lines(layout: Layout, fields: Mapping[str, str], page_title: Sequence[str]) -> Iterator[Line]:
    """Headings, then text, captions, and what else stands around it, each line with its role.

    `fields` and `page_title` stand in for headings that the page does not show.
    """
    above, text, below = _parted(layout)
    placed = [*_placed_above(above, layout, fields), *_placed_below(below, layout)]
    found: dict[str, list[str]] = {role: [] for role in (*_HEADS, "caption", "furniture")}
    for block, role in placed:
        for line in block.lines:
            for piece, part in [(line, role)] if role and not _is_folio(line, role) else _signed(line):
                found[part].append(piece)
    for role in _HEADS[:-1]:  # a byline that the page does not show stands in the text
        found[role] = found[role] or (fields[role].split("\n") if role in fields else [])
    found["title"] = found["title"] or list(page_title)
    for role in _HEADS:
        for number, piece in enumerate(found[role]):
            yield Line(piece, role if number == 0 or role == "byline" else "continuation")
    for number, shown in enumerate(_body(text, layout.body)):
        if not (found["title"] or layout.is_named):
            yield Line(shown.text)  # the page says of nothing what it is: the parser knows better
        else:
            yield Line(shown.text, shown.role, start=number == 0 and not found["title"])
    yield from (Line(piece, role) for role in ("caption", "furniture") for piece in found[role])
    yield Line("")


def _parted(layout: Layout) -> tuple[list[Block], list[Block], list[Block]]:
    """The blocks above the text of an article, those of the text, and those below it.

    A text that holds its own headline begins below that.
    """
    blocks = list(blocks_below(layout.region))
    if layout.region is not layout.body:
        body = set(layout.body.iter())
        places = [place for place, block in enumerate(blocks) if block.node in body]
        begin, end = (places[0], places[-1] + 1) if places else (len(blocks), len(blocks))
        return blocks[:begin], blocks[begin:end], blocks[end:]
    roles = [_own_role(block.node, layout.region) for block in blocks]
    if "title" not in roles:
        return [], blocks, []
    begin = roles.index("title") + 1
    while begin < len(roles) and roles[begin] in _HEADS:
        begin += 1
    return blocks[:begin], blocks[begin:], []


def _own_role(node: Node, region: Node) -> str | None:
    """The role of a block outside the text by name or tag: its own, or that of the nearest element that has one."""
    for above in (node, *node.iterancestors()):
        if above is region or tokens(above) & DATES:
            return None
        if role := role_by_name(above) or HEADINGS.get(str(above.tag)) or ("kicker" if is_display(above) else None):
            return role
    return None


def _level(node: Node, region: Node) -> int:
    """The level of a heading without a name, 1 for h1; `_NAMED` for all else."""
    for above in (node, *node.iterancestors()):
        if above is region or role_by_name(above):
            break
        if above.tag in HEADINGS:
            return int(str(above.tag)[1])
        if is_display(above):
            return _DISPLAY
    return _NAMED


def _placed_above(blocks: list[Block], layout: Layout, fields: Mapping[str, str]) -> Iterator[tuple[Block, str | None]]:
    """The blocks above a text with their roles.

    The headline is what is named so, else what the page's fields call so, else the heading of the highest level. A
    heading that no name tells apart is a kicker above the headline and a deck below it.
    """
    known = {bare(value): role for role, value in fields.items() if role in _HEADS}
    roles = [
        None if is_masthead(block.text) else known.get(bare(block.text)) or _own_role(block.node, layout.region)
        for block in blocks
    ]
    levels = [_level(block.node, layout.region) for block in blocks]
    headings = [place for place, role in enumerate(roles) if role in {"kicker", "subtitle"}]
    if "title" not in roles and headings:
        roles[min(headings, key=lambda place: (levels[place], place))] = "title"
    titled = False
    captions = are_captions(blocks, layout.region)
    for block, role, level, beside_picture in zip(blocks, roles, levels, captions, strict=True):
        titled = titled or role == "title"
        if role in {"kicker", "subtitle"} and level < _NAMED and bare(block.text) not in known:
            yield block, "subtitle" if titled else "kicker"
        else:
            yield block, role or _role_beside(block, beside_picture=beside_picture)


def _placed_below(blocks: list[Block], layout: Layout) -> Iterator[tuple[Block, str | None]]:
    """The blocks below a text with their roles; a heading there is one of other articles."""
    for block, beside_picture in zip(blocks, are_captions(blocks, layout.region), strict=True):
        role = role_by_name(block.node)
        yield block, role if role in {"byline", "caption"} else _role_beside(block, beside_picture=beside_picture)


def _role_beside(block: Block, *, beside_picture: bool) -> str | None:
    """What a block without name or heading is: the names of reporters, the caption of a picture; None: neither."""
    if beside_picture:
        return "caption"
    text = simplified(trim(block.text))
    return "byline" if len(text) <= _SHORT and _REPORTERS.match(text) and not PHOTOGRAPHER.search(text) else None


def _is_folio(line: str, role: str | None) -> bool:
    """Whether a line that is named as a byline is that of paper, date and page: 《青溪日报》（2025年12月3日 第2版）."""
    return role == "byline" and read_folio(line).date is not None and not _REPORTERS.match(simplified(line))


def _signed(line: str) -> Iterator[tuple[str, str]]:
    """(piece, role) of a line around the text: names with 作者 before them are a byline, all else is furniture."""
    signed = _SIGNED.search(simplified(line))
    pieces = (line[: signed.start()], signed.group(), line[signed.end() :]) if signed else (line, "", "")
    for piece, role in zip(pieces, ("furniture", "byline", "furniture"), strict=True):
        if bare(piece):
            yield piece.strip(" "), role


def _body(blocks: list[Block], body: Node) -> Iterator[Line]:
    for place, (block, beside_picture) in enumerate(zip(blocks, are_captions(blocks, body), strict=True)):
        heading = block.node.tag in _CROSSHEADS
        for number, (text, bold) in enumerate(zip(block.lines, block.bold, strict=True)):
            role = "caption" if beside_picture else _role_in_body(block, text, bold=bold and place + number > 0)
            yield Line(text, "continuation" if number and heading and role == "crosshead" else role)


def _role_in_body(block: Block, text: str, *, bold: bool) -> str | None:
    """What a line of the text is; None for one that names reporters, which the parser knows better."""
    named = role_by_name(block.node)
    if named in {"caption", "byline"}:
        return named
    folio = read_folio(text)
    if folio.date and folio.page and text.startswith(("《", "（")):
        return "furniture"
    short = len(text) <= _SHORT and not text.endswith(_ENDS)
    if short and _REPORTERS.match(simplified(trim(text))):
        return None
    return "crosshead" if block.node.tag in _CROSSHEADS or (short and bold) else "paragraph"
