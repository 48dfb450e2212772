"""Search misses nothing and invents nothing, whatever the text is made of."""

from hypothesis import given, settings
from hypothesis import strategies as st

from jianbao.index.search.fold import fold
from jianbao.model.search import SearchDocument
from tests.unit.index.search.specimens import document, index_of, scan

# Few characters, so that they meet often; among them what folding changes, joins or leaves out.
CHARACTERS = "的一遵义，。“”\"'-%0015gGＧａé㎡½℃ \u3000\x85\u0301e😀𠮷ßİ"
TEXTS = st.text(CHARACTERS, max_size=30)
DATES = st.sampled_from(["2024-12-31", "2025-11-30", "2025-12-01", "2025-12-08"])


@st.composite
def archives(draw: st.DrawFn) -> list[SearchDocument]:
    texts = draw(st.lists(st.tuples(TEXTS, st.lists(TEXTS, max_size=3), DATES), min_size=1, max_size=8))
    return [
        document(f"id{number}", *paragraphs, title=title, date=date)
        for number, (title, paragraphs, date) in enumerate(texts)
    ]


@given(archives(), st.data())
@settings(max_examples=60)
def test_every_piece_of_every_block_is_found(documents: list[SearchDocument], data: st.DataObject) -> None:
    index = index_of(documents)
    for item in documents:
        for _, text in item.blocks:
            folded = fold(text)
            size = data.draw(st.integers(1, 12))
            for start in range(max(len(folded) - size + 1, 0)):
                piece = folded[start : start + size]
                query = f'"{piece}"' if '"' not in piece else piece
                assert {hit["id"] for hit in index.search(query, limit=99)["hits"]} == scan(documents, query)


@given(archives(), st.lists(st.text(CHARACTERS, max_size=12), min_size=1, max_size=20))
@settings(max_examples=60)
def test_a_query_finds_what_a_scan_finds(documents: list[SearchDocument], queries: list[str]) -> None:
    index = index_of(documents)
    for query in queries:
        answer = index.search(query, limit=99)
        assert {hit["id"] for hit in answer["hits"]} == scan(documents, query)
        assert answer["total"] == len(answer["hits"])
