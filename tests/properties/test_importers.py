"""Importing loses nothing, invents nothing, and refuses what it cannot read with a reason."""

import html as markup
import json
from collections import Counter
from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as st

from jianbao.importers.columns import Run, in_reading_order
from jianbao.importers.document import Original
from jianbao.importers.docx import read_docx
from jianbao.importers.html import read_html
from jianbao.importers.jsonl import read_jsonl
from jianbao.importers.plain import read_plain
from jianbao.model.errors import SourceError
from jianbao.text.chars import bare
from tests.unit.importers.specimens import make_docx

# Characters that HTML and XML can hold, among them those that hurt.
TEXT = st.text(
    st.sampled_from("茶园管护正当时，。“”AZ19 <>&\"'{}#.\\　\u00a0\u3000\U00020000"), min_size=1, max_size=12
)
TAGS = st.sampled_from(
    ("p", "div", "b", "strong", "span", "h1", "h2", "h4", "table", "td", "section", "founder-content")
)
NAMES = st.sampled_from(("", "title", "author", "ozoom", "font02", "lai", "caption", "x"))
KEYS = ("title", "text", "date", "page", "blocks", "author", "newspaper", "标题", "正文", "role", "title_inferred")
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=5), inner),
    max_leaves=12,
)


def element(parts: tuple[str, str, list[str]]) -> str:
    tag, name, inside = parts
    return f'<{tag} class="{name}">{"".join(inside)}</{tag}>'


MARKUP = st.recursive(
    TEXT.map(markup.escape) | st.sampled_from(("<br>", "<script>x</script>", "<!-- c -->", "</p>", "<p>", "&nbsp;")),
    lambda inner: st.tuples(TAGS, NAMES, st.lists(inner, max_size=4)).map(element),
    max_leaves=20,
)


def visible(text: str) -> Counter[str]:
    return Counter(bare(text.replace("\u00a0", " ")))


@given(st.lists(TEXT, min_size=1, max_size=6), st.lists(TEXT, min_size=1, max_size=3))
def test_every_character_of_a_saved_page_is_kept(paragraphs: list[str], heads: list[str]) -> None:
    shown = [*heads, *paragraphs]
    body = "".join(f"<p>{markup.escape(text)}</p>" for text in paragraphs)
    title = "".join(f"<h{number}>{markup.escape(text)}</h{number}>" for number, text in enumerate(heads, 1))
    page = f"<html><body><div>{title}<div id='ozoom'>{body}</div></div></body></html>"
    with suppress(SourceError):
        (document,) = read_html(Original("a.html", page.encode()))
        assert visible("".join(line.text for line in document.lines)) == visible("".join(shown))


@given(MARKUP)
def test_any_markup_is_read_or_refused(page: str) -> None:
    with suppress(SourceError):
        (document,) = read_html(Original("a.html", f"<body>{page}</body>".encode()))
        assert all("\n" not in line.text for line in document.lines)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for read in (read_html, read_docx, read_jsonl, read_plain):
        with suppress(SourceError):
            read(Original("a", data))


@given(st.lists(JSON, max_size=4))
def test_any_json_is_read_or_refused(values: list[object]) -> None:
    with suppress(SourceError):
        documents = read_jsonl(Original("a.jsonl", "\n".join(map(json.dumps, values)).encode()))
        assert all("\n" not in line.text for document in documents for line in document.lines)


@settings(max_examples=25)
@given(st.lists(TEXT, min_size=1, max_size=5))
def test_every_paragraph_of_a_word_document_is_a_line(texts: list[str]) -> None:
    with suppress(SourceError):
        (document,) = read_docx(Original("a.docx", make_docx(*(("Normal", text) for text in texts))))
        assert [line.text for line in document.lines] == texts


RUNS = st.builds(
    lambda text, left, bottom, size: Run(text, left, bottom, left + size * len(text), bottom + size, size),
    TEXT.filter(lambda text: bool(text.strip())),
    st.integers(0, 600),
    st.integers(0, 800),
    st.sampled_from((8, 10, 24)),
)


@given(st.lists(RUNS, max_size=25))
def test_the_order_of_reading_keeps_every_character(runs: list[Run]) -> None:
    read = "".join(line for block in in_reading_order(runs) for line in block)
    assert visible(read) == visible("".join(run.text for run in runs))
