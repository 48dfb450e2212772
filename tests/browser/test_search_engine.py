"""The search module in a browser: the same answers as in Python, and snippets."""

import json
import random
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page

from jianbao.index.search import directory
from jianbao.index.search.fold import fold
from jianbao.index.search.read import open_index
from jianbao.index.search.suggest import open_names
from jianbao.model.search import SearchDocument
from tests.browser.module import HOME, load
from tests.unit.index.search import vectors
from tests.unit.index.search.specimens import document, folder, index_of

CHARACTERS = "的一遵义仁怀，。“”\"'-%0015gGＧé㎡½℃ \u3000\x85\u0301e😀𠮷ß"
HAN = "".join(map(chr, range(0x4E00, 0x4E00 + 120)))


def archive(rng: random.Random, characters: str, size: int, longest: int) -> list[SearchDocument]:
    def text() -> str:
        return "".join(rng.choices(characters, k=rng.randint(0, longest)))

    days = sorted(rng.choice(["2024-03-02", "2024-11-01", "2025", "2025-12~", "2025-12-08"]) for _ in range(size))
    return [
        document(
            f"id{number}",
            *(text() for _ in range(rng.randint(0, 3))),
            title=text()[:12],
            date=day,
            topics=rng.sample(["energy", "talent", "liquor"], rng.randint(0, 2)),
            counties=rng.sample(["520382", "520302"], rng.randint(0, 1)),
            people=rng.sample(["王一", "李二"], rng.randint(0, 1)),
            kind=rng.choice(["news", "photo"]),
        )
        for number, day in enumerate(days)
    ]


def question(rng: random.Random, documents: Sequence[SearchDocument], characters: str) -> tuple[str, dict[str, Any]]:
    def term() -> str:
        blocks = rng.choice(documents).blocks
        text = rng.choice(blocks)[1] if blocks and rng.random() < 0.8 else "".join(rng.choices(characters, k=9))
        start = rng.randrange(len(text) + 1)
        piece = text[start : start + rng.randint(1, 6)]
        return rng.choice(["{}", "{}", '"{}"', "-{}"]).format(piece)

    filters = {
        "topic": ["energy", "talent"],
        "county": ["520382"],
        "kind": ["photo"],
        "newspaper": ["遵义日报"],
        "reporter": ["王一"],
        "from": "2024-11",
        "to": "2025-12-01",
    }
    options = {
        "limit": rng.choice([3, 1000]),
        "offset": rng.choice([0, 2]),
        "sort": rng.choice(["relevance", "newest", "oldest"]),
        "filters": {name: value for name, value in filters.items() if rng.random() < 0.15},
    }
    return " ".join(term() for _ in range(rng.choice([0, 1, 1, 1, 2, 3]))), options


@pytest.mark.parametrize(
    ("characters", "size", "longest"), [(CHARACTERS, 80, 40), (HAN + "abc12", 500, 60), ("的一，", 120, 60)]
)
def test_both_engines_give_the_same_answers(blank: Page, characters: str, size: int, longest: int) -> None:
    rng = random.Random(size)
    documents = archive(rng, characters, size, longest)
    files = folder(documents)
    questions = [question(rng, documents, characters) for _ in range(250)]
    load(blank, files)
    answers = blank.evaluate(
        """async (questions) => {
          const answers = [];
          for (const [text, options] of questions) {
            answers.push(await index.search(text, { ...options, snippets: false }));
          }
          return answers;
        }""",
        questions,
    )
    index = open_index(files.__getitem__)
    for (text, options), got in zip(questions, answers, strict=True):
        for hit in got["hits"]:
            hit["url"] = hit["url"].removeprefix(HOME)
            assert hit.pop("snippet") == []
        assert got == index.search(text, **options), (text, options)


def test_a_rare_character_scores_as_in_python(blank: Page) -> None:
    load(blank, folder(vectors.RARE))
    scores = blank.evaluate(
        "async () => (await index.search('鳛', { snippets: false })).hits.map(({ id, score }) => [id, score])"
    )
    assert scores == [[hit["id"], hit["score"]] for hit in index_of(vectors.RARE).search("鳛")["hits"]]


def test_every_character_folds_as_in_python(blank: Page) -> None:
    # Private characters fold to themselves; surrogates are none; what is not assigned yet may differ between versions.
    texts = [
        text
        for char in map(chr, range(0x110000))
        if unicodedata.category(char) not in {"Cn", "Co", "Cs"}
        for text in (char, f"遵{char}\u0301e")
    ]
    load(blank, folder([]))
    differ = blank.evaluate(
        r"""(pairs) => JSON.parse(pairs).filter(([text, folded]) =>
          !/\p{Cn}/u.test(text) && search.fold(text) !== folded)""",
        json.dumps([(text, fold(text)) for text in texts]),
    )
    assert differ == []


def test_titles_come_back_whatever_they_are_coded_in(blank: Page) -> None:
    safe = [
        chr(code)
        for low, high in ((0x20, 0x7E), (0x3000, 0x3002), (0x3008, 0x3011), (0xFF01, 0xFF5D), (0x4E00, 0x9FA5))
        for code in range(low, high + 1)
    ]
    text = "".join(safe) + "·—‘’“”…"
    titles = [text[start : start + 500] for start in range(0, len(text), 500)] + ["é 𠮷", "€"]
    load(blank, folder([replace(document(f"id{number:03}"), title=title) for number, title in enumerate(titles)]))
    shown = blank.evaluate(
        "async () => (await index.search('', { limit: 1e9, snippets: false })).hits.map((hit) => hit.title)"
    )
    assert shown == titles


def test_snippets_mark_the_terms_and_are_never_markup(blank: Page) -> None:
    load(blank, folder([document("a", "甲" * 200 + "在<b>遵义</b>喝 白 酒&茶" + "乙" * 200, title="白酒")]))
    text = "甲" * 200 + "在&lt;b&gt;遵义&lt;/b&gt;喝 <em>白</em> 酒&amp;茶" + "乙" * 200
    header = "<header><h1>白酒</h1><p class=note>遵义</header>"
    page = f"<main><article>{header}<div class=text><p>{text}</div></article></main><p>遵义"
    blank.evaluate("(html) => bytes.set('page', html)", page)
    pieces = blank.evaluate(
        """async () => {
          const fetch = index.files.fetch, isPage = (url) => url.href.includes("/articles/a/");
          index.files.fetch = async (url) => isPage(url) ? new Response(bytes.get("page")) : fetch(url);
          return (await index.search("遵义 白酒")).hits[0].snippet;
        }"""
    )
    assert [piece["text"] for piece in pieces if piece["match"]] == ["遵义", "白 酒"]
    text = "".join(piece["text"] for piece in pieces)
    assert text.startswith("……甲")
    assert text.endswith("乙……")
    assert "在<b>遵义</b>喝 白 酒&茶" in text


def test_a_snippet_does_not_end_within_a_match(blank: Page) -> None:
    load(blank, folder([document("a", "茶")]))
    pieces = blank.evaluate(
        """async (html) => {
          const [{ snippet }, { fold }] = await Promise.all(
            ["snippets", "search"].map((name) => import(`./search/${name}.js`)));
          return snippet(html, ["茶", "遵义会议"], fold);
        }""",
        f"<main><article><div class=text><p>茶{'甲' * 97}遵义会议{'乙' * 50}</div></article></main>",
    )
    assert [piece["text"] for piece in pieces] == ["茶", "甲" * 97, "遵义会议", "……"]


def test_what_marks_matches_loads_under_its_own_name_only() -> None:
    """A browser that never loads again what failed once could otherwise not try the engine again."""
    assert "import " not in folder([])["marks.js"].decode().partition("*/")[2]


def below_home(suggestion: dict[str, Any]) -> dict[str, Any]:
    """Make the address relative, as it is in Python."""
    return {name: unquote(value).removeprefix(HOME) if name == "url" else value for name, value in suggestion.items()}


def test_names_and_other_queries_are_those_of_python(blank: Page) -> None:
    load(blank, folder(vectors.ARCHIVE))
    suggested, others = blank.evaluate(
        """async ([typed, queries]) => [
          await Promise.all(typed.map((text) => helper.suggest(text))),
          await Promise.all(queries.map((query) => helper.alternatives(query))),
        ]""",
        [[typed for typed, _ in vectors.SUGGESTED], [query for query, _ in vectors.OTHERS]],
    )
    files = folder(vectors.ARCHIVE)
    python, index = open_names(files.__getitem__), open_index(files.__getitem__)
    for (typed, _), got in zip(vectors.SUGGESTED, suggested, strict=True):
        assert [below_home(each) for each in got] == python.suggest(typed)
    for (query, _), got in zip(vectors.OTHERS, others, strict=True):
        assert got == python.alternatives(query, index.count)


def test_first_keys_of_many_shards_come_page_by_page(blank: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(directory, "PAGED_SHARDS", 3)
    monkeypatch.setattr(directory, "PAGE_SHARDS", 2)
    module = folder([])["search.js"].decode()
    paged = module.replace("PAGED_SHARDS = 4096, PAGE_SHARDS = 64", "PAGED_SHARDS = 3, PAGE_SHARDS = 2")
    assert paged != module
    blank.route("**/search.js", lambda route: route.fulfill(body=paged, content_type="text/javascript"))
    rng = random.Random(7)
    documents = archive(rng, HAN + "abc12", 200, 60)
    files = folder(documents)
    assert sum("/keys-" in name for name in files) > 3
    queries = [question(rng, documents, HAN)[0] for _ in range(100)]
    load(blank, files)
    totals = blank.evaluate("(queries) => Promise.all(queries.map((query) => index.count(query)))", queries)
    index = open_index(files.__getitem__)
    assert totals == [index.count(query) for query in queries]
    assert sum(totals) > 0
