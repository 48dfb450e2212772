"""Reading content/places.yaml and content/topics.yaml: typed, closed, every flaw told with its line.

What the files mean is explained at their own tops, where the person who edits them looks.
"""

import re
from collections.abc import Iterator

from jianbao.model.problem import Problem
from jianbao.model.vocabulary import County, FunctionalArea, Gazetteer, Topic, Topics, Township, TownshipKind
from jianbao.text.devices import is_device
from jianbao.text.schema import Fields
from jianbao.text.strict_yaml import Mapping, Scalar, Sequence, load

_SLUG = (re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*"), "lower-case letters, digits and single hyphens")
_COUNTY_CODE = (re.compile(r"[0-9]{6}"), "the six digits of GB/T 2260, in quotes")
_TOWNSHIP_CODE = (re.compile(r"[0-9]{9}"), "the nine digits of GB/T 10114, in quotes")
_MEDTOP = (re.compile(r"medtop:[0-9]{8}"), "`medtop:` and the eight digits of an IPTC Media Topic")
_FLAG = (re.compile(r"true|false"), "`true` or `false`")
_KIND = (re.compile("|".join(TownshipKind)), "`street` (街道), `town` (镇) or `township` (乡)")
_WEIGHT = re.compile(r"(?=.*[1-9])(?:[0-9](?:\.[0-9]+)?|10)")
_TILE_LIMIT = 64

_Form = tuple[re.Pattern[str], str]


def read_gazetteer(text: str, file: str) -> tuple[Gazetteer | None, tuple[Problem, ...]]:
    """Read places.yaml. Returns the gazetteer, or None where one cannot be made of it, and all problems."""
    top, problems = _open(text, file, "places.yaml")
    if top is None:
        return None, tuple(problems)
    top.close(("city", "counties", "areas"))
    owners: dict[str, str] = {}
    counties = tuple(_county(fields, owners) for fields in top.parts("counties", "county"))
    areas = tuple(_area(fields, {county.code for county in counties}) for fields in top.parts("areas", "area"))
    _check_unique(top, "counties", ("code", "name", "slug", "tile"))
    _check_unique(top, "areas", ("name", "slug"))
    city = Fields.of(top.mapping.items.get("city"), file=file, problems=problems, what="`city`")
    if not counties:
        top.complain("counties", "no county is listed", "list at least one under `counties:`")
    if city is None or not counties:
        return None, tuple(sorted(problems))
    city.close(("code", "name", "short", "slug", "province", "aliases"))
    gazetteer = Gazetteer(
        code=_formed(city, "code", _COUNTY_CODE),
        name=city.text("name", required=True),
        short=city.text("short", required=True),
        slug=_formed(city, "slug", _SLUG),
        province=city.text("province"),
        aliases=city.texts("aliases"),
        counties=tuple(sorted(counties, key=lambda county: county.code)),
        areas=areas,
    )
    return gazetteer, tuple(sorted(problems))


def read_topics(text: str, file: str) -> tuple[Topics | None, tuple[Problem, ...]]:
    """Read topics.yaml. Returns the tree, or None where one cannot be made of it, and all problems."""
    top, problems = _open(text, file, "topics.yaml")
    if top is None:
        return None, tuple(problems)
    top.close(("topics",))
    topics: list[Topic] = []
    owners: dict[str, str] = {}
    for fields in top.parts("topics", "topic"):
        fields.close(("id", "name", "name_en", "name_hant", "medtop", "parent", "keywords"))
        topic = Topic(
            id=_formed(fields, "id", _SLUG),
            name=fields.text("name", required=True),
            name_en=fields.text("name_en", required=True),
            medtop=_formed(fields, "medtop", _MEDTOP),
            parent=fields.optional_text("parent"),
            keywords=tuple(_keywords(fields, owners)),
            name_hant=fields.text("name_hant"),
        )
        if topic.parent and all(topic.parent != earlier.id for earlier in topics):
            message = f"the parent `{topic.parent}` is no topic that stands before this one"
            fields.complain("parent", message, "move it in front, or mend the id")
        topics.append(topic)
    _check_unique(top, "topics", ("id", "name"))
    if not topics:
        top.complain("topics", "no topic is listed", "list at least one under `topics:`")
        return None, tuple(sorted(problems))
    return Topics(tuple(topics)), tuple(sorted(problems))


def _open(text: str, file: str, what: str) -> tuple[Fields | None, list[Problem]]:
    node, found = load(text, file=file)
    problems = list(found)
    if node is None and problems:
        return None, problems
    return Fields.of(node, file=file, problems=problems, what=what), problems


def _county(fields: Fields, owners: dict[str, str]) -> County:
    """Read a county; `owners` remembers which county has which alias."""
    fields.close(("code", "name", "short", "slug", "tile", "aliases", "former", "decoys", "townships"))
    county = County(
        code=_formed(fields, "code", _COUNTY_CODE),
        name=fields.text("name", required=True),
        short=fields.text("short", required=True),
        slug=_formed(fields, "slug", _SLUG),
        tile=_tile(fields),
        aliases=fields.texts("aliases"),
        former=fields.texts("former"),
        townships=tuple(_township(unit) for unit in fields.parts("townships", "township")),
        decoys=fields.texts("decoys"),
    )
    _check_unique(fields, "townships", ("code", "name", "slug"))
    for alias in county.aliases:
        owner = owners.setdefault(alias, county.name)
        if owner != county.name:
            fields.complain("aliases", f"the alias {alias!r} belongs to {owner} already", "keep it in one of the two")
    return county


def _township(fields: Fields) -> Township:
    fields.close(("code", "name", "short", "kind", "slug", "bare_ok"))
    kind = _formed(fields, "kind", _KIND)
    return Township(
        code=_formed(fields, "code", _TOWNSHIP_CODE),
        name=fields.text("name", required=True),
        short=fields.text("short", required=True),
        kind=TownshipKind(kind) if kind else TownshipKind.TOWN,
        slug=_formed(fields, "slug", _SLUG),
        bare_ok=_formed(fields, "bare_ok", _FLAG) == "true",
    )


def _area(fields: Fields, codes: set[str]) -> FunctionalArea:
    fields.close(("name", "short", "slug", "parent", "note"))
    parent = fields.optional_text("parent")
    if parent and parent not in codes:
        fields.complain("parent", f"no county of this file has the code `{parent}`", "give the code of one, in quotes")
    return FunctionalArea(
        name=fields.text("name", required=True),
        short=fields.text("short", required=True),
        slug=_formed(fields, "slug", _SLUG),
        parent=parent,
        note=fields.text("note"),
    )


def _formed(fields: Fields, key: str, form: _Form) -> str:
    """A required piece of text of a given form; empty, with a problem, where it has another."""
    text = fields.text(key, required=True)
    pattern, description = form
    if text and (not pattern.fullmatch(text) or (form is _SLUG and is_device(text))):
        fields.complain(key, f"`{key}` cannot be {text[:40]!r}", f"write {description}")
        return ""
    return text


def _tile(fields: Fields) -> tuple[int, int]:
    texts = fields.texts("tile")
    digits = [text for text in texts if text.isascii() and text.isdigit() and len(text) <= len(str(_TILE_LIMIT))]
    good = [int(text) for text in digits if int(text) < _TILE_LIMIT]
    if len(texts) != 2 or len(good) != 2:  # noqa: PLR2004 - a column and a row
        fields.complain("tile", "`tile` must be a column and a row", "write `tile: [0, 0]`, from the upper left")
        return (0, 0)
    return (good[0], good[1])


def _keywords(fields: Fields, owners: dict[str, str]) -> Iterator[tuple[str, float]]:
    """The words of a topic by falling weight; `owners` remembers which topic has which word."""
    node = fields.mapping.items.get("keywords")
    if not isinstance(node, Mapping):
        fields.complain("keywords", "`keywords` must be lists of words by weight", "write `3: [词, 词]` below it")
        return
    weighed = Fields(fields.file, node, fields.problems)
    for key in sorted(node.items, key=_weight, reverse=True):
        if not _weight(key):
            weighed.complain(key, f"{key[:40]!r} is no weight", "write a number above 0, at most 10")
            continue
        for word in weighed.texts(key):
            owner = owners.setdefault(word, fields.text("id"))
            if not word or owner != fields.text("id"):
                message = f"the word {word!r} belongs to the topic `{owner}` already" if word else "a word is empty"
                weighed.complain(key, message, "keep it in one of the two" if word else "take it out")
                continue
            yield word, _weight(key)


def _weight(text: str) -> float:
    return float(text) if _WEIGHT.fullmatch(text) else 0.0


def _check_unique(fields: Fields, key: str, within: tuple[str, ...]) -> None:
    """Complain where two entries of the list under `key` share what must be an entry's own."""
    listed = fields.mapping.items.get(key)
    entries = [item for item in listed.items if isinstance(item, Mapping)] if isinstance(listed, Sequence) else []
    for own in within:
        first: dict[str, int] = {}
        for entry in entries:
            value = _flat(entry.items.get(own))
            line = entry.lines.get(own, entry.line)
            if value and first.setdefault(value, line) != line:
                message = f"`{own}: {value}` stands here again (first on line {first[value]})"
                fields.problems.append(Problem(fields.file, line, message, "give each its own"))


def _flat(node: object) -> str:
    if isinstance(node, Scalar):
        return node.text.strip()
    if isinstance(node, Sequence):
        return f"[{', '.join(_flat(item) for item in node.items)}]"
    return ""
