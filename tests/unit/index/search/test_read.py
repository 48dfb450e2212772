"""The engine in Python: what is found, in which order, and what is counted."""

import pytest

from jianbao.index.search.answer import Filters, Hit
from jianbao.index.search.read import open_index
from tests.unit.index.search.specimens import document, folder, index_of, scan

ARCHIVE = [
    document("a", "气温降到-5℃。", "Ｃ９１９大飞机", title="寒潮来了", date="2024-01-20", topics=["weather"]),
    document(
        "b", "建成15G基站", "面积１００㎡", title="通信", date="2025-02-03", topics=["economy"], counties=["520382"]
    ),
    document("c", "建成5G基站，茅台镇", date="2025-02", topics=["economy", "energy"], people=["王一"], kind="photo"),
    document("d", "“一区一策”精准营销", "𠮷野家 和e\u0301", title="仁怀酱酒", date="2025-12-08", counties=["520382"]),
    document("e", "仁怀 酱酒 New York", date="2025-12-08", people=["王一", "李二"], newspaper="贵州日报"),
]
INDEX = index_of(ARCHIVE)


def ids(query: str, **options: object) -> list[str]:
    return [hit["id"] for hit in INDEX.search(query, **options)["hits"]]  # type: ignore[arg-type]


QUERIES = """
一|𠮷|𠮷野|é|和é|e|-5℃|气温 -C919|c919|100m2|“一区一策”|一区一策|newyork|"New York"|仁怀酱酒|仁怀 酱酒|基站 -茅台
5G|。|°|无|无有|仁怀精准|酱酒“一区|到-5°c。||-|M|㎡ 15g
"""


@pytest.mark.parametrize("query", [query for line in QUERIES.strip().splitlines() for query in line.split("|")])
def test_what_is_found_is_what_a_scan_finds(query: str) -> None:
    assert set(ids(query)) == scan(ARCHIVE, query)


def test_a_term_never_crosses_blocks() -> None:
    assert ids("℃。c919") == []
    assert ids("酱酒“一区") == []


def test_whole_words_come_before_parts_of_words() -> None:
    assert ids("5g") == ["c", "b"]


def test_headlines_come_before_text() -> None:
    assert ids("酱酒") == ["d", "e"]


def test_equals_are_sorted_by_age_then_as_they_stand_in_the_issue() -> None:
    assert ids("") == ["d", "e", "b", "c", "a"]
    assert ids("", sort="newest") == ["d", "e", "b", "c", "a"]
    assert ids("", sort="oldest") == ["a", "c", "b", "e", "d"]


def test_a_page_of_hits_can_be_asked_for() -> None:
    assert ids("", limit=2, offset=1) == ["e", "b"]
    assert INDEX.search("", limit=0)["total"] == len(ARCHIVE)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"topic": ["economy"]}, ["b", "c"]),
        ({"topic": ["economy", "weather"]}, ["b", "c", "a"]),
        ({"topic": []}, []),
        ({"county": ["520382"]}, ["d", "b"]),
        ({"kind": ["photo"]}, ["c"]),
        ({"newspaper": ["贵州日报"]}, ["e"]),
        ({"person": ["王一"]}, ["e", "c"]),
        ({"from": "2025"}, ["d", "e", "b", "c"]),
        ({"from": "2025-02-02", "to": "2025-12-08"}, ["d", "e", "b"]),
        ({"to": "2025-02"}, ["b", "c", "a"]),
        ({"topic": ["economy"], "county": ["520382"]}, ["b"]),
    ],
)
def test_filters_browse(filters: Filters, expected: list[str]) -> None:
    assert ids("", filters=filters) == expected


def test_facets_count_what_the_other_filters_leave() -> None:
    filters: Filters = {"topic": ["energy"], "from": "2025-02", "to": "2025-02"}
    assert INDEX.search("", filters=filters)["facets"] == {
        "topic": {"economy": 2, "energy": 1},
        "county": {},
        "month": {"2025-02": 1},
        "year": {"2025": 1},
    }
    facets = INDEX.search("", filters={"from": "2025-12"})["facets"]
    assert facets["month"] == {"2025-12": 2, "2025-02": 2, "2024-01": 1}
    assert facets["topic"] == {}


def test_a_hit_says_what_the_article_is() -> None:
    (hit,) = INDEX.search("茅台镇")["hits"]
    assert hit == Hit(
        id="c",
        url="articles/c/",
        title="c",
        date="2025-02",
        topics=["economy", "energy"],
        counties=[],
        newspaper="遵义日报",
        kind="photo",
        people=["王一"],
        score=hit["score"],
    )
    assert hit["score"] > 0


def test_a_file_cut_short_is_an_error_and_not_an_answer() -> None:
    files = folder(ARCHIVE)
    damaged = {name: data[:-1] if "grams" in name else data for name, data in files.items()}
    with pytest.raises(ValueError, match="not a whole file"):
        open_index(damaged.__getitem__).search("基站")
