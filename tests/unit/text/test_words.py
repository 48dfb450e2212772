"""The two segmenters are held together: an archive must come out the same with either."""

import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jianbao.text.words import (
    Segmenter,
    inverse_document_frequency,
    is_listed,
    reference_segmenter,
    segmenter,
)

NAMES = ("正安", "羊磴", "仁怀市", "余庆", "务川", "板桥镇")
TERMS = ("酱酒", "抽水蓄能", "高技能人才", "人才")
TEXTS = [
    "近日，仁怀市酱酒企业赴武汉推介，5G基站F-35与APP同时亮相。",
    "真正安全的生产才是效益，正安吉他销往海外，其余庆祝活动照常举行。",
    "来自羊磴的120件作品在四川美术学院展出，持续至12月20日。",
    "ＡＢＣ　全角字符与㯊、𠮷等生僻字，以及“引号”……和——破折号。",
    "抽水蓄能电站装机160万千瓦，高技能人才队伍突破5万人！",
    "",
    "abc 123",
]
WORDS = ["正安", "吉他", "安全", "仁怀", "市场", "服务", "川渝", "庆祝", "必有", "酱酒", "人才", "的", "在", "学习"]
WORDS += ["习水", "水平", "，", "5A", "。"]


@cache
def reference() -> Segmenter:
    return reference_segmenter(NAMES, TERMS)


@pytest.mark.parametrize("text", TEXTS)
def test_both_segmenters_cut_alike(text: str) -> None:
    assert segmenter(NAMES, TERMS).cut(text) == reference().cut(text)


# Words in any order, as text is: in a run of characters that makes no words (酒仁祝仁祝善) the two guess differently.
@given(st.lists(st.sampled_from(WORDS), max_size=12).map("".join))
@settings(deadline=None)  # the first example loads both dictionaries
def test_both_segmenters_cut_words_alike_in_any_order(text: str) -> None:
    assert segmenter(NAMES, TERMS).cut(text) == reference().cut(text)


@given(st.text(max_size=60))
@settings(deadline=None)
def test_pieces_tile_the_text(text: str) -> None:
    pieces = segmenter().cut(text)

    assert "".join(pieces) == text
    assert all(pieces)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("正安吉他", ["正安", "吉他"]),
        ("真正安全", ["真正", "安全"]),
        ("服务川渝", ["服务", "川", "渝"]),
        ("其余庆祝", ["其余", "庆祝"]),
        ("来自羊磴本土", ["来自", "羊磴", "本土"]),
        ("仁怀市场", ["仁怀", "市场"]),
        ("酱酒", ["酱酒"]),
    ],
)
def test_added_names_are_whole_and_swallow_nothing(text: str, words: list[str]) -> None:
    assert segmenter((*NAMES, "仁怀"), TERMS).cut(text) == words


def test_rare_words_tell_more() -> None:
    assert inverse_document_frequency("我们") < inverse_document_frequency("能源") < 8
    assert inverse_document_frequency("赤水竹编") > 11
    assert is_listed("能源")
    assert not is_listed("赤水竹编")


def test_reference_warns_of_nothing_and_writes_nothing(tmp_path: Path) -> None:
    code = "from jianbao.text.words import reference_segmenter as r; print('/'.join(r().cut('新闻剪报')))"
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        capture_output=True,
        encoding="utf-8",
        env={
            "TMPDIR": str(tmp_path),
            "PYTHONPATH": ":".join(sys.path),
            "PYTHONIOENCODING": "utf-8",
            "PYTHONDONTWRITEBYTECODE": "1",
        },
        check=False,
    )

    assert (done.returncode, done.stdout, done.stderr) == (0, "新闻/剪报\n", "")
    assert list(tmp_path.iterdir()) == []


def test_word_class_is_that_of_the_dictionary_in_both() -> None:
    words = ["装机容量", "增长", "王岐山", "仁怀市", "高技能人才", "没有这个词吧", "，", "5G"]

    compiled, plain = segmenter(NAMES, TERMS), reference()
    assert [compiled.word_class(word) for word in words] == [plain.word_class(word) for word in words]
    assert compiled.word_class("装机容量") == "n"
    assert compiled.word_class("没有这个词吧") == ""
