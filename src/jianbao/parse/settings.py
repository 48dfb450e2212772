"""What the marks of an article set: its id, topics, counties, kind and the fields that a person corrected."""

from bisect import bisect
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from jianbao.model.problem import Problem
from jianbao.parse.articles import Cutting
from jianbao.parse.marks import Mark
from jianbao.text.numerals import read_number


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one article; None and empty where no mark sets anything."""

    id: str | None = None
    topics: tuple[str, ...] = ()
    counties: tuple[str, ...] = ()
    kind: str | None = None
    byline: tuple[str, ...] = ()
    source: str | None = None
    continued_from: int | None = None
    continued_on: int | None = None


def gather_settings(
    cuttings: Sequence[Cutting], marks: Iterable[tuple[int, Mark]], lone: Iterable[tuple[int, Mark]], file: str
) -> tuple[tuple[Settings, ...], tuple[Problem, ...]]:
    """Give each article what the marks on its lines set, and each lone mark to the article that it stands in.

    `marks` and `lone` are (line number, mark). Problems: a second id for an article, an id used twice in the file.
    """
    owners = {number: n for n, cut in enumerate(cuttings) for block in cut.blocks for number in block.lines}
    starts = [cut.blocks[0].lines[0] for cut in cuttings]
    grouped: list[list[tuple[int, Mark]]] = [[] for _ in cuttings]
    problems: list[Problem] = []
    found = [(number, mark, owners.get(number)) for number, mark in marks if mark.id or mark.settings]
    if cuttings:
        found += [(number, mark, max(0, bisect(starts, number) - 1)) for number, mark in lone]
    for number, mark, owner in sorted(found, key=lambda entry: entry[0]):
        if owner is None:
            hint = "write it on a line of an article"
            problems.append(Problem(file, number, "the mark sets something on a line that belongs to no article", hint))
        else:
            grouped[owner].append((number, mark))
    problems += _wrong_ids(grouped, file)
    return tuple(_settings([mark for _, mark in group]) for group in grouped), tuple(problems)


def _wrong_ids(grouped: Sequence[Sequence[tuple[int, Mark]]], file: str) -> Iterable[Problem]:
    owners: dict[str, tuple[int, int]] = {}
    for article, group in enumerate(grouped):
        pinned = [(number, mark.id) for number, mark in group if mark.id]
        for number, name in pinned[1:]:
            if name != pinned[0][1]:
                yield Problem(
                    file,
                    number,
                    f"a second id `#{name}` (the article is `#{pinned[0][1]}`)",
                    "keep the one that was published",
                )
        for number, name in pinned[:1]:
            line, owner = owners.setdefault(name, (number, article))
            if owner != article:
                yield Problem(
                    file,
                    number,
                    f"the id `#{name}` belongs to another article (line {line})",
                    "give each article an id of its own",
                )


def _settings(marks: Sequence[Mark]) -> Settings:
    values: dict[str, list[str]] = {}
    for mark in marks:
        for key, value in mark.settings:
            values.setdefault(key, []).append(value)
    return Settings(
        id=next((mark.id for mark in marks if mark.id), None),
        topics=tuple(dict.fromkeys(values.get("topic", ()))),
        counties=tuple(dict.fromkeys(values.get("county", ()))),
        kind=_last(values, "kind"),
        byline=tuple(dict.fromkeys(values.get("byline", ()))),
        source=_last(values, "source"),
        continued_from=read_number(_last(values, "continued_from") or ""),
        continued_on=read_number(_last(values, "continued_on") or ""),
    )


def _last(values: dict[str, list[str]], key: str) -> str | None:
    return values[key][-1] if key in values else None
