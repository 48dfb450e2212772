"""Headlines of a Word document that nobody gave styles to, by the size of their type."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from jianbao.importers.epaper import is_masthead
from jianbao.importers.word import Paragraph
from jianbao.text.chars import bare
from jianbao.text.folio import Folio, read_folio

_HEADLINE, _HEADING = 1.35, 1.1
"""Times the usual type from which a line is a headline, and a line beside one its kicker or deck."""
_LONGEST = 60
"""Characters of a heading."""
_LONGEST_SENTENCE = 30
"""Characters of a heading that ends as sentences do: more are a paragraph, in whatever type."""


def headings_by_size(paragraphs: Sequence[Paragraph]) -> Mapping[int, str]:
    """Roles by place: the largest of neighbouring lines in large type is a headline, its neighbours kicker and deck."""
    sizes: Counter[int] = Counter()
    for paragraph in paragraphs:
        sizes[paragraph.size] += len(bare(paragraph.text))
    usual = max(sizes, key=lambda size: (sizes[size], -size), default=0)
    roles: dict[int, str] = {}
    for group in _groups(paragraphs, _HEADING * usual):
        largest = max(paragraphs[place].size for place in group)
        if largest >= _HEADLINE * usual:
            roles |= zip(group, _roles([paragraphs[place].size for place in group]), strict=True)
    return roles


def _groups(paragraphs: Sequence[Paragraph], least: float) -> Iterator[list[int]]:
    """Places of lines in type of at least that size that follow each other, blank ones looked over."""
    group: list[int] = []
    for place, paragraph in enumerate(paragraphs):
        text = bare(paragraph.text)
        if not text:
            continue
        short = len(text) <= (_LONGEST_SENTENCE if text.endswith(("。", "；", "……")) else _LONGEST)
        if paragraph.size >= least and not paragraph.in_table and short and not _is_of_page(paragraph):
            group.append(place)
        elif group:
            yield group
            group = []
    if group:
        yield group


def _is_of_page(paragraph: Paragraph) -> bool:
    return is_masthead(paragraph.text) or read_folio(paragraph.text) != Folio()


def _roles(sizes: Sequence[int]) -> Iterator[str]:
    """Kickers above the lines in the largest type, decks below; what goes on in the same type continues."""
    title = sizes.index(max(sizes))
    before = ("", 0)
    for place, size in enumerate(sizes):
        role = "title" if size == sizes[title] else "kicker" if place < title else "subtitle"
        yield role if (role, size) != before else "continuation"
        before = (role, size)
