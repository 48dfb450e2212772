"""Addresses that are no more: which pages stand in their places, and what must not be."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from jianbao.index.addresses import article_at
from jianbao.model.gone import GONE, Gone
from jianbao.model.problem import Problem

_CLOSED = ("articles/", "issues/", "topics/", "counties/", "people/")
"""Sections of which every page is known here: what has moved there must be there."""


def retired_ids(gone: Sequence[Gone]) -> dict[str, int]:
    """Ids of articles that no article may have again, each with its line in `GONE`."""
    return {identifier: one.line for one in gone if (identifier := article_at(one.path))}


def settle(
    gone: Sequence[Gone], standing: Collection[str], articles: Collection[str]
) -> tuple[tuple[Gone, ...], tuple[Problem, ...]]:
    """The pages that stand in the places of those that are no more, and what is wrong with `gone`.

    `standing` are the paths of all pages of the site, `articles` those of articles, whose ids are refused elsewhere.
    `moved` of a page that is given leads to a page that stands, or to that of a withdrawal, in one step. Where a topic
    or county has moved, the pages below it have, too.
    """
    named = {one.path: one for one in reversed(gone)}
    problems = []
    pages: dict[str, Gone] = {}
    below: dict[str, Gone] = {}
    for one in gone:
        if named[one.path] is not one:
            problems.append(_problem(one, f"/{one.path} is listed twice", "keep one of the two entries"))
        elif one.path in standing:
            if one.path not in articles:
                problems.append(_problem(one, f"/{one.path} is a page of the site", "take this entry out"))
        elif (end := _end(one, named)) is None:
            problems.append(_problem(one, f"/{one.path} moves in a circle", "let `moved` name the page that is there"))
        elif end.moved is not None and end.moved not in standing and end.moved.startswith(_CLOSED):
            hint = "name an address of the site, or leave `moved` out: then the page says that it was withdrawn"
            problems.append(_problem(end, f"there is no page /{end.moved} that it could have moved to", hint))
        else:
            target = one.moved if end is one else end.moved or end.path
            pages[one.path] = replace(one, moved=target)
            below |= {path: replace(one, path=path, moved=now) for path, now in _below(one.path, target, standing)}
    pages = below | pages
    return tuple(pages[path] for path in sorted(pages.keys() - set(standing))), tuple(problems)


def _end(one: Gone, named: Mapping[str, Gone]) -> Gone | None:
    """The last of the entries that lead to each other; None where they lead in a circle."""
    seen = {one.path}
    while one.moved and one.moved in named:
        one = named[one.moved]
        if one.path in seen:
            return None
        seen.add(one.path)
    return one


def _below(before: str, now: str | None, standing: Collection[str]) -> Iterator[tuple[str, str]]:
    """Addresses that a topic or county takes with it, each before and now: its pages, and where both meet."""
    section, _, name = before.partition("/")
    if now is None or not now.startswith(f"{section}/") or section not in {"topics", "counties"} or name.count("/") > 1:
        return
    for path in standing:
        if path.startswith(now) and path != now:
            yield before + path.removeprefix(now), path
        elif section == "counties" and path.startswith("topics/"):
            topic, _, rest = path.removeprefix("topics/").partition("/")
            if rest.startswith(now.removeprefix("counties/")):
                yield f"topics/{topic}/{name}{rest.removeprefix(now.removeprefix('counties/'))}", path


def _problem(one: Gone, message: str, hint: str) -> Problem:
    return Problem(GONE, one.line, message, hint)
