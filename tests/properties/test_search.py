"""Search misses nothing and invents nothing, whatever the text is made of."""

from hypothesis import given, settings
from hypothesis import strategies as st

from jianbao.index.search.fold import fold
from jianbao.index.search.query import parse
from jianbao.model.search import SearchDocument
from tests.unit.index.search.specimens import document, index_of, scan

# Few characters, so that they meet often; among them what folding changes, joins or leaves out.
CHARACTERS = "的一遵义，。“”\"'-%0015gGＧａé㎡½℃ \u3000\x85\u0301e😀𠮷ßİ"
DATES = st.sampled_from(["2024-12-31", "2025-11-30", "2025-12-01", "2025-12-08"])


@st.composite
def archives(draw: st.DrawFn, articles: int, longest: int) -> list[SearchDocument]:
    text = st.text(CHARACTERS, max_size=longest)
    texts = draw(st.lists(st.tuples(text, st.lists(text, max_size=3), DATES), min_size=1, max_size=articles))
    return [
        document(f"id{number}", *paragraphs, title=title, date=date)
        for number, (title, paragraphs, date) in enumerate(texts)
    ]


LONGEST = 12


def pieces(documents: list[SearchDocument]) -> set[str]:
    """All substrings of 1 to LONGEST characters of all blocks."""
    folded = [fold(text) for document in documents for _, text in document.blocks]
    return {
        text[start : start + size] for text in folded for start in range(len(text)) for size in range(1, LONGEST + 1)
    }


@given(archives(articles=5, longest=20))
@settings(max_examples=20, deadline=None)
def test_every_piece_of_every_block_is_found_and_nothing_else(documents: list[SearchDocument]) -> None:
    index = index_of(documents)
    blocks = {document.id: [fold(text) for _, text in document.blocks] for document in documents}
    for piece in sorted(pieces(documents)):
        query = f'"{piece}"' if '"' not in piece else piece
        if parse(query).terms != (piece,):
            continue  # It holds quotes that stand where those of a query do.
        truth = {identifier for identifier, texts in blocks.items() if any(piece in text for text in texts)}
        assert {hit["id"] for hit in index.search(query, limit=99)["hits"]} == truth, piece


@given(archives(articles=8, longest=30), st.lists(st.text(CHARACTERS, max_size=12), min_size=1, max_size=20))
@settings(max_examples=40, deadline=None)
def test_a_query_finds_what_a_scan_finds(documents: list[SearchDocument], queries: list[str]) -> None:
    index = index_of(documents)
    for query in queries:
        answer = index.search(query, limit=99)
        assert {hit["id"] for hit in answer["hits"]} == scan(documents, query)
        assert answer["total"] == len(answer["hits"])
