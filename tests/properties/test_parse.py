"""What holds of the parser whatever is put into it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jianbao.parse.annotate import mark_text
from jianbao.parse.digest import Reading, read_digest
from jianbao.parse.marks import read_mark, write_mark
from jianbao.text.chars import bare
from tests.fuzz.invariants import shape

TEXTS = (
    "秋茶采摘正当时", "图书馆里书香浓（新论）", "从卖鲜叶到卖品牌——", "——一个乡镇的实践", "青溪县委书记李明",
    "采茶工人正忙着采摘秋茶。", "今年全镇茶叶产量预计", "达到三百吨，", "“还要再干几年", "”他说。",
    "本报讯（记者 周敏）", "新华社北京12月6日电 ", "（记者 王　强）", "（来源：《晚报》）", "周敏摄",
    "图为茶园。", "（上接一版）", "【副刊】", "一、总体要求", "核心阅读", "第2版：要闻", "2025年12月8日",
    "编辑 周敏 校对 王强", "Tea",
)  # fmt: skip
SIGNS = (
    " ",
    "\u3000\u3000",
    "\u2028",
    "\ufeff",
    "\f",
    "\n",
    "\n",
    "\n\n",
    "\r\n",
    "# ",
    "\\# ",
    "\\{.title}",
    "{",
    "}",
)
MARKS = (
    " {.title}", " {.kicker}", " {.subtitle}", " {.column}", " {.byline}", " {.jump}", " {.paragraph}",
    " {.continuation}", " {.crosshead}", " {.caption}", " {.furniture}", " {.start}", " {topic=tea}",
)  # fmt: skip
pages = st.lists(st.sampled_from(TEXTS + SIGNS + MARKS), max_size=40).map("".join)


def parsed(text: str) -> Reading:
    return read_digest(text.encode(), "page.txt")


@settings(deadline=None)
@given(pages)
def test_records_tile_the_source(text: str) -> None:
    reading = parsed(text)
    if reading.digest is None:
        assert reading.problems
        return
    source = [read_mark(line.removesuffix("\r")).text for line in text.removeprefix("\ufeff").split("\n")]
    held = [(block.lines, block.text) for article in reading.digest.articles for block in article.blocks]
    held += [(piece.lines, piece.text) for piece in reading.digest.furniture]

    numbers = sorted(line for lines, _ in held for line in lines)
    assert numbers == [number for number, line in enumerate(source, 1) if bare(line)]
    for lines, words in held:
        assert list(lines) == sorted(lines)
        assert bare(words) == bare("".join(source[line - 1] for line in lines))


@settings(deadline=None)
@given(pages)
def test_marked_digest_reads_as_before_and_marking_is_idempotent(text: str) -> None:
    reading = parsed(text)
    if reading.digest is None:
        return
    marked = mark_text(text, reading)
    again = parsed(marked)

    assert again.digest is not None
    assert shape(again.digest) == shape(reading.digest)
    # A person who marks every line of a page as furniture has answered the one doubt that marks answer.
    answered = (
        ()
        if reading.digest.articles
        else tuple(one for one in reading.problems if "no article was found" in one.message)
    )
    assert again.problems == tuple(one for one in reading.problems if one not in answered)
    assert mark_text(marked, again) == marked
    assert all(article.confidence == 1.0 for article in again.digest.articles)


@settings(deadline=None)
@given(pages)
def test_marking_adds_marks_and_nothing_else(text: str) -> None:
    reading = parsed(text)
    if reading.digest is None:
        return
    before, after = (value.split("\n") for value in (text, mark_text(text, reading)))

    for old, new in zip(before, after, strict=True):
        assert (
            read_mark(new.removesuffix("\r").removeprefix("\ufeff")).text
            == read_mark(old.removesuffix("\r").removeprefix("\ufeff")).text
        )
        assert old.removesuffix("\r").removeprefix("\ufeff") in new


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from("字 {}.#\\=,atile"), max_size=30), st.sampled_from(["title", "kicker", None]))
def test_any_line_can_be_marked_and_keeps_its_text(line: str, role: str | None) -> None:
    before = read_mark(line)
    if not bare(before.text) or before.errors or before.mark.role:
        return
    after = read_mark(write_mark(line, role=role, start=True))

    assert after.text == before.text
    assert (after.mark.role, after.mark.start, after.errors) == (role, True, ())


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_give_a_digest_or_a_problem(data: bytes) -> None:
    reading = read_digest(data, "page.txt")

    assert reading.digest is not None or reading.problems


@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_text_gives_a_digest_or_a_problem(text: str) -> None:
    reading = parsed(text.encode("utf-8", "replace").decode())

    assert reading.digest is not None or reading.problems


HOSTILE = {
    "one line": "遵" * 300_000,
    "short lines": "遵\n" * 5_000,
    "open brackets": "（" * 300_000,
    "lines of brackets": "“\n" * 5_000,
    "marks without end": "{.title}" * 30_000,
    "marks on a line": "文" + " {.title}" * 30_000,
    "braces": "{" * 300_000,
    "backslashes": "\\" * 300_000 + "# x",
    "headlines": "# 题\n" * 5_000,
    "kickers": "引 {.kicker}\n" * 5_000,
    "continuations": "续 {.continuation}\n" * 5_000 + "# 题",
    "bylines": "记者王强\n" * 5_000,
    "titles in one line": "记者 " * 100_000,
    "dates": "2025年" * 100_000,
    "spaces": "\u3000" * 300_000 + "字",
    "folios": "第2版：要闻\n" * 5_000,
    "lone marks": "题\n" + "{topic=a}\n" * 5_000 + "文。",
    "keys": "---\n" + "a: b\n" * 5_000 + "---\n字",
}


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in HOSTILE.items()])
def test_hostile_pages_are_read_in_full(text: str) -> None:
    reading = parsed(text)
    assert reading.digest is not None or reading.problems
    if reading.digest is not None:
        assert len(mark_text(text, reading)) >= len(text)


@settings(deadline=None)
@given(
    st.lists(
        st.lists(st.sampled_from([text for text in TEXTS if bare(text)]), min_size=1, max_size=6),
        min_size=2,
        max_size=5,
    )
)
def test_a_settled_split_with_blank_lines_is_read_as_it_stands(articles: list[list[str]]) -> None:
    lines = [
        f"# {line} {{#a-{number}}}" if place == 0 else line
        for number, article in enumerate(articles)
        for place, line in enumerate(article)
    ]
    digest = parsed("\n\n".join(lines)).digest
    assert digest is not None
    assert [article.id for article in digest.articles] == [f"a-{number}" for number in range(len(articles))]
    assert [article.title for article in digest.articles] == [article[0].strip() for article in articles]
    assert all(len(block.lines) == 1 for article in digest.articles for block in article.blocks)
