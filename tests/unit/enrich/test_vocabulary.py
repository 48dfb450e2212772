import re

import pytest

from jianbao.enrich.vocabulary import read_gazetteer, read_topics
from jianbao.model.vocabulary import TownshipKind
from tests.unit.enrich.specimens import gazetteer, topics

PLACES = """\
city: { code: "520300", name: 遵义市, short: 遵义, slug: zunyi }
counties:
  - code: "520382"
    name: 仁怀市
    short: 仁怀
    slug: renhuai
    tile: [1, 2]
    townships:
      - { code: "520382117", name: 茅台镇, short: 茅台, kind: town, slug: maotai, bare_ok: false }
  - code: "520381"
    name: 赤水市
    short: 赤水
    slug: chishui
    tile: [0, 1]
    decoys: [赤水河]
areas:
  - { name: 南部新区, short: 南部新区, slug: nanbu, parent: "520381" }
"""
TOPICS = """\
topics:
  - id: economy
    name: 经济
    name_en: Economy
    name_hant: 經濟
    medtop: medtop:20000344
    keywords:
      2.5: [经济]
  - id: energy
    name: 能源
    name_en: Energy
    medtop: medtop:20000256
    parent: economy
    keywords:
      1: [电]
      5: [能源, 光伏]
"""


def test_archive_has_all_units_of_the_city() -> None:
    places = gazetteer()

    assert [county.code for county in places.counties] == [
        *("520302", "520303", "520304", "520322", "520323", "520324", "520325"),
        *("520326", "520327", "520328", "520329", "520330", "520381", "520382"),
    ]
    units = [unit for county in places.counties for unit in county.townships]
    assert len(units) == 254
    assert all(unit.code.startswith(county.code) for county in places.counties for unit in county.townships)
    ends = {TownshipKind.STREET: "街道", TownshipKind.TOWN: "镇", TownshipKind.TOWNSHIP: "乡"}
    assert all(unit.name.endswith(ends[unit.kind]) and unit.name.startswith(unit.short) for unit in units)


def test_no_short_name_that_two_counties_share_counts_alone() -> None:
    shorts = [(unit.short, county.code) for county in gazetteer().counties for unit in county.townships if unit.bare_ok]
    everywhere = [unit.short for county in gazetteer().counties for unit in county.townships]

    assert all(everywhere.count(short) == 1 for short, _ in shorts)
    assert not {short for short, _ in shorts} & {county.short for county in gazetteer().counties}


def test_topics_of_the_archive_have_words_and_one_parent_above_at_most() -> None:
    tree = {topic.id: topic for topic in topics().all}

    assert 30 <= len(tree) <= 50
    assert all(len(topic.keywords) >= 10 for topic in tree.values())
    assert all(tree[topic.parent].parent is None for topic in tree.values() if topic.parent)


def test_gazetteer_is_read_in_the_order_of_the_codes() -> None:
    places, problems = read_gazetteer(PLACES, "places.yaml")

    assert problems == ()
    assert places is not None
    assert [county.short for county in places.counties] == ["赤水", "仁怀"]
    assert places.counties[0].decoys == ("赤水河",)
    assert places.counties[1].tile == (1, 2)
    assert places.counties[1].townships[0].bare_ok is False
    assert places.areas[0].parent == "520381"


def test_topics_are_read_with_the_heaviest_words_first() -> None:
    tree, problems = read_topics(TOPICS, "topics.yaml")

    assert problems == ()
    assert tree is not None
    assert tree.all[1].parent == "economy"
    assert [topic.name_hant for topic in tree.all] == ["經濟", ""]
    assert tree.all[1].keywords == (("能源", 5.0), ("光伏", 5.0), ("电", 1.0))


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("short: 仁怀", "shrt: 仁怀", 5, "the key `shrt` is not known"),
        ('code: "520382"', 'code: "5203822"', 3, "`code` cannot be '5203822'"),
        ('code: "520381"', 'code: "520382"', 10, "`code: 520382` stands here again"),
        ("slug: chishui", "slug: renhuai", 13, "`slug: renhuai` stands here again"),
        ("slug: chishui", "slug: Chi Shui", 13, "`slug` cannot be 'Chi Shui'"),
        ("tile: [0, 1]", "tile: [1, 2]", 14, "`tile: [1, 2]` stands here again"),
        ("tile: [0, 1]", "tile: [0]", 14, "`tile` must be a column and a row"),
        ("kind: town,", "kind: city,", 9, "`kind` cannot be 'city'"),
        ("bare_ok: false", "bare_ok: no", 9, "`bare_ok` cannot be 'no'"),
        ('parent: "520381"', 'parent: "520399"', 17, "no county of this file has the code `520399`"),
        ("name: 遵义市, ", "", 1, "`name` is missing"),
    ],
)
def test_flaw_of_places_is_told_with_its_line(old: str, new: str, line: int, message: str) -> None:
    assert PLACES.count(old) == 1
    _, problems = read_gazetteer(PLACES.replace(old, new), "places.yaml")

    assert any((p.line, p.file) == (line, "places.yaml") and p.message.startswith(message) for p in problems), problems
    assert all(problem.hint for problem in problems)


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("id: energy", "id: economy", 9, "`id: economy` stands here again"),
        ("parent: economy", "parent: money", 13, "the parent `money` is no topic that stands before"),
        ("medtop:20000256", "20000256", 12, "`medtop` cannot be '20000256'"),
        ("2.5:", "0:", 8, "'0' is no weight"),
        ("2.5:", "much:", 8, "'much' is no weight"),
        ("[电]", "[经济]", 15, "the word '经济' belongs to the topic `economy` already"),
        ("name_en: Energy", "name_eng: Energy", 11, "the key `name_eng` is not known"),
    ],
)
def test_flaw_of_topics_is_told_with_its_line(old: str, new: str, line: int, message: str) -> None:
    assert TOPICS.count(old) == 1
    _, problems = read_topics(TOPICS.replace(old, new), "topics.yaml")

    assert any((p.line, p.file) == (line, "topics.yaml") and p.message.startswith(message) for p in problems), problems
    assert all(problem.hint for problem in problems)


def test_an_alias_belongs_to_one_county() -> None:
    once = PLACES.replace("short: 仁怀", "short: 仁怀\n    aliases: [酒都]")
    twice = once.replace("decoys: [赤水河]", "aliases: [酒都]")

    assert read_gazetteer(once, "content/places.yaml")[1] == ()
    (problem,) = read_gazetteer(twice, "content/places.yaml")[1]
    assert (problem.line, problem.message) == (16, "the alias '酒都' belongs to 仁怀市 already")


def test_all_flaws_are_told_at_once_in_the_order_of_the_file() -> None:
    broken = PLACES.replace("short: 仁怀", "shrt: 仁怀").replace("[0, 1]", "[x, 1]")
    _, problems = read_gazetteer(broken, "places.yaml")

    assert [problem.line for problem in problems] == sorted(problem.line for problem in problems)
    assert len({problem.line for problem in problems}) >= 2
    assert "did you mean `short`?" in {problem.hint for problem in problems}


@pytest.mark.parametrize("text", ["", "[]", "just words", "city: 1\ncounties: 2\n", "topics: []\n", "a: [\n"])
def test_what_is_no_vocabulary_is_a_problem_and_nothing_is_read(text: str) -> None:
    for read in (read_gazetteer, read_topics):
        vocabulary, problems = read(text, "file.yaml")

        assert vocabulary is None
        assert problems
        assert all(re.match(r"file\.yaml:\d+: ", str(problem)) for problem in problems)
