"""Bring the tags of a page into a shape that articles can be built from, whoever tagged it.

After `settle`: the first line that is not furniture opens an article; an article has at most one headline, with no text
above it; a kicker stands above a headline, and an article with a head has a headline; what continues stands right
behind what it continues. Labels and openings that marks fix are left alone.
"""

from collections.abc import Sequence

from jianbao.parse.labels import Label, LineTag, PageLine

_FURNITURE, _TITLE, _START, _CONTINUATION = Label.FURNITURE, Label.TITLE, Label.START, Label.CONTINUATION
"""Asked for at every line: in its class a member takes ten times as long to find (Python 3.11)."""

BODY = {Label.PARAGRAPH, Label.CONTINUATION, Label.CROSSHEAD, Label.CAPTION, Label.START}
_NEXT = {
    Label.TITLE_NEXT: Label.TITLE,
    Label.KICKER_NEXT: Label.KICKER,
    Label.SUBTITLE_NEXT: Label.SUBTITLE,
}
_HEADINGS = {Label.TITLE, Label.KICKER, Label.SUBTITLE, *_NEXT}
_LONGEST_HEADLINE = 30
_TEXT_ENDS = tuple("。！？…”’）)；，、：")
"""Captions end with these, and photo news begin with one."""


def settle(lines: Sequence[PageLine], tags: Sequence[LineTag]) -> tuple[LineTag, ...]:
    """The tags with contradictions resolved; one a line, in order."""
    settled = list(tags)
    article: list[int] = []
    titled = in_body = False
    before: Label | None = None
    for place, line in enumerate(lines):
        tag = settled[place]
        if tag.label is _FURNITURE:
            if tag.opens:
                settled[place] = tag._replace(opens=False)
            continue
        label = _joined(line, tag, before)
        opens = tag.opens or not article
        if label is _TITLE and not opens and (titled or in_body):
            if line.fixed or in_body:
                opens = line.fixed_opens is not False
            else:
                joins = before in {_TITLE, Label.TITLE_NEXT} and not line.apart
                label = Label.TITLE_NEXT if joins else Label.SUBTITLE
        if opens:
            _give_headline(lines, settled, article)
            article, titled, in_body = [], False, False
            label = label if line.fixed else _NEXT.get(label, label)
            label = _START if label is _CONTINUATION and not line.fixed else label
        elif label is _START and not line.fixed:
            label = Label.PARAGRAPH
        if label is not tag.label or opens is not tag.opens:
            settled[place] = tag._replace(label=label, opens=opens)
        article.append(place)
        titled = titled or label is _TITLE
        in_body = in_body or (label in BODY and not (label is _CONTINUATION and before in _HEADINGS))
        before = before if label is _CONTINUATION else label
    _give_headline(lines, settled, article)
    return tuple(settled)


def _joined(line: PageLine, tag: LineTag, before: Label | None) -> Label:
    """The label, where a `…_NEXT` that follows nothing of its kind begins a heading itself."""
    if line.fixed:
        return tag.label
    if line.apart and tag.label is _CONTINUATION:
        return Label.PARAGRAPH
    kind = _NEXT.get(tag.label)
    follows = not tag.opens and not line.apart and before in {kind, tag.label}
    return tag.label if kind is None or follows else kind


def _give_headline(lines: Sequence[PageLine], settled: list[LineTag], article: Sequence[int]) -> None:
    """Make kickers stand above a headline only, and the first heading of an article its headline if it has no other."""
    title = next((n for n in article if settled[n].label is Label.TITLE), None)
    if title is None:
        title = _heading_to_promote(lines, settled, article)
        if title is None:
            return
        _relabel(lines, settled, title, Label.TITLE)
    kicker_or_next = {Label.KICKER, Label.KICKER_NEXT}
    in_body = False
    for n in article:
        in_body = in_body or settled[n].label in BODY
        if n > title and settled[n].label in kicker_or_next:
            _relabel(lines, settled, n, Label.CROSSHEAD if in_body else Label.SUBTITLE)


def _heading_to_promote(lines: Sequence[PageLine], settled: list[LineTag], article: Sequence[int]) -> int | None:
    """The line to be the headline of an article without one: the last kicker of its head, else its first deck."""
    head: list[int] = []
    for n in article:
        if settled[n].label in BODY:
            break
        head.append(n)
    free = [n for n in head if not lines[n].fixed]
    kickers = [n for n in free if settled[n].label is Label.KICKER]
    decks = [n for n in free if settled[n].label is Label.SUBTITLE]
    if kickers or decks:
        return (kickers[-1:] or decks)[0]
    first = article[0] if article else None
    if first is None or lines[first].fixed:
        return None
    alone = settled[first].label is Label.START and _is_heading_over_text(lines, settled, article)
    return first if alone or settled[first].label is Label.CROSSHEAD else None


def _is_heading_over_text(lines: Sequence[PageLine], settled: Sequence[LineTag], article: Sequence[int]) -> bool:
    """Whether an untitled article begins with a short line that is no sentence, and goes on: a headline after all."""
    text = lines[article[0]].text.strip()
    goes_on = len(article) > 1 and settled[article[1]].label is Label.PARAGRAPH
    return goes_on and len(text) <= _LONGEST_HEADLINE and not text.endswith(_TEXT_ENDS)


def _relabel(lines: Sequence[PageLine], settled: list[LineTag], place: int, label: Label) -> None:
    """Change a label that no mark fixes, and those of the lines that continue the same heading."""
    if lines[place].fixed:
        return
    following = {Label.TITLE: Label.TITLE_NEXT, Label.SUBTITLE: Label.SUBTITLE_NEXT}.get(label, Label.CONTINUATION)
    settled[place] = settled[place]._replace(label=label)
    for n in range(place + 1, len(settled)):
        if settled[n].label not in _NEXT or lines[n].fixed or settled[n].opens:
            return
        settled[n] = settled[n]._replace(label=following)
