"""The engine in Python: what is found, in which order, and what is counted."""

import pytest

from jianbao.index.search import directory
from jianbao.index.search.answer import Filters, Hit
from jianbao.index.search.read import open_index
from tests.unit.index.search.specimens import document, folder, index_of, scan
from tests.unit.index.search.vectors import RARE

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


def test_one_character_counts_once_however_many_bigrams_it_is_in() -> None:
    found = index_of(RARE).search("鳛")["hits"]
    assert [hit["id"] for hit in found] == ["often", "once", "several"]
    assert len({hit["score"] for hit in found}) == 1


def test_terms_side_by_side_come_before_terms_apart() -> None:
    index = index_of([document("apart", "酒与茶"), document("joined", "茶酒"), document("turned", "酒茶")])
    assert [hit["id"] for hit in index.search("茶 酒")["hits"]] == ["joined", "apart", "turned"]
    assert [hit["id"] for hit in index.search("酒 茶")["hits"]] == ["turned", "apart", "joined"]


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
        ({"reporter": ["王一"]}, ["e", "c"]),
        ({"from": "2025"}, ["d", "e", "b", "c"]),
        ({"from": "2025-02-02", "to": "2025-12-08"}, ["d", "e", "b"]),
        ({"to": "2025-02"}, ["b", "c", "a"]),
        ({"to": "2025-02-28"}, ["b", "c", "a"]),
        ({"to": "2025-02-27"}, ["b", "a"]),
        ({"from": "2025-02-01"}, ["d", "e", "b", "c"]),
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
        "kind": {"photo": 1},
        "newspaper": {"遵义日报": 1},
        "month": {"2025-02": 1},
        "year": {"2025": 1},
    }
    facets = INDEX.search("", filters={"from": "2025-12"})["facets"]
    assert facets["month"] == {"2025-12": 2, "2025-02": 2, "2024-01": 1}
    assert facets["topic"] == {}


def test_a_year_alone_is_in_no_month() -> None:
    index = index_of([document("year", "茶", date="2025~"), document("month", "茶", date="2025-01~")])
    assert index.search("茶")["facets"]["month"] == {"2025-01": 1}
    assert index.search("茶")["facets"]["year"] == {"2025": 2}
    assert [hit["id"] for hit in index.search("茶", filters={"from": "2025-01", "to": "2025-01"})["hits"]] == ["month"]
    assert index.search("茶", filters={"from": "2025", "to": "2025"})["total"] == 2


def test_counting_is_searching_without_limits() -> None:
    assert [INDEX.count(query) for query in ("建成", "建成 -5G", "")] == [2, 0, len(ARCHIVE)]


def test_first_keys_of_many_shards_come_page_by_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(directory, "PAGED_SHARDS", 2)
    monkeypatch.setattr(directory, "PAGE_SHARDS", 2)
    documents = [
        document(f"{start:x}", "".join(map(chr, range(start, start + 60)))) for start in range(20_000, 26_000, 30)
    ]
    files = folder(documents)
    assert sum("/keys-" in name for name in files) > 2
    index = open_index(files.__getitem__)
    for text in ("".join(map(chr, range(start, start + 5))) for start in range(20_000, 26_050, 55)):
        assert {hit["id"] for hit in index.search(text)["hits"]} == scan(documents, text)


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
