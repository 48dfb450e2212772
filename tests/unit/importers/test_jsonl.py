import json

import pytest

from jianbao.importers.document import Line, Original
from jianbao.importers.jsonl import read_jsonl
from jianbao.model.edtf import EdtfDate
from jianbao.model.errors import SourceError


def original(*values: object, encoding: str = "utf-8") -> Original:
    return Original("a.jsonl", "\n".join(json.dumps(value, ensure_ascii=False) for value in values).encode(encoding))


def test_an_article_has_its_parts_under_any_of_their_names() -> None:
    english = {"title": "题", "kicker": "引", "subtitle": "副", "author": ["甲", "乙"], "text": "一。\n二。"}
    chinese = {"标题": "题", "引题": "引", "副题": "副", "作者": "甲、乙", "正文": ["一。", "二。"]}
    traditional = {"標題": "题", "引題": "引", "副題": "副", "作者": "甲、乙", "內容": ["一。", "二。"]}
    one, two, three = read_jsonl(original(english, chinese, traditional))
    assert one.lines == two.lines == three.lines
    assert one.lines == (
        Line("引", "kicker"),
        Line("题", "title"),
        Line("副", "subtitle"),
        Line("甲、乙", "byline"),
        Line("一。", "paragraph"),
        Line("二。", "paragraph"),
        Line(""),
    )


def test_the_issue_is_read() -> None:
    (document,) = read_jsonl(
        original(
            {
                "title": "题",
                "日期": "2025年12月8日",
                "版次": "第2版",
                "版名": "要闻",
                "期号": 12,
                "报纸": "晚报",
                "url": "u",
            }
        )
    )
    issue = document.issue
    assert issue.date == EdtfDate(2025, 12, 8)
    assert (issue.page, issue.section, issue.number, issue.newspaper) == (2, "要闻", "12", "晚报")
    assert document.notes == ("not used: url",)


def test_blocks_as_the_archive_exports_them_keep_their_roles() -> None:
    blocks = [
        {"role": "title", "text": "题"},
        {"role": "caption", "text": "图。"},
        {"role": "nonsense", "text": "文。"},
    ]
    (document,) = read_jsonl(original({"title": "题", "title_inferred": False, "date": "2025", "blocks": blocks}))
    assert document.lines[:-1] == (Line("题", "title"), Line("图。", "caption"), Line("文。", "paragraph"))


def test_an_article_without_a_headline_opens_by_itself() -> None:
    (document,) = read_jsonl(original({"title": "图为某地", "title_inferred": True, "text": "图为某地。"}))
    assert document.lines[0] == Line("图为某地。", "paragraph", start=True)


def test_a_list_is_as_good_and_so_is_another_encoding() -> None:
    assert len(read_jsonl(original([{"title": "甲"}, {"title": "乙"}]))) == 2
    assert (
        read_jsonl(original({"title": "茶园管护正当时，这是人民的新生活"}, encoding="gb18030"))[0].encoding == "GB18030"
    )


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"{", "not valid JSON on line 1"),
        (b'{"title": "a"}\n[1', "not valid JSON on line 2"),
        (b"[" * 100_000, "not valid JSON"),
        (b'{"a":' * 100_000, "not valid JSON"),
        (b"3", "something else than an article"),
        (b"[]", "no article"),
        (b'{"title": ""}', "without title and text on line 1"),
        (b'{"title": "a\\u0000b"}', "no text"),
        (b'{"title": "\\ud800"}', "no text"),
        (b'{"title": "a", "date": "yesterday"}', "a date on line 1"),
        (b'{"title": "a", "text": true}', "true on line 1 where text belongs"),
        (b'{"title": "a", "text": ["b", [["c"]]]}', "on line 1 where text belongs"),
        (b'{"title": "a", "author": {"id": 3}}', "on line 1 where text belongs"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(data: bytes, reason: str) -> None:
    with pytest.raises(SourceError, match=reason):
        read_jsonl(Original("a.jsonl", data))


def test_the_line_of_what_is_wrong_is_told_apart_too() -> None:
    with pytest.raises(SourceError) as told:
        read_jsonl(Original("a.jsonl", b'{"title": "a"}\n[1]'))
    assert told.value.line == 2


def test_an_author_of_schema_org_is_named() -> None:
    (document,) = read_jsonl(
        original({"title": "茶园", "author": [{"name": "周砚"}, {"name": "林小满"}], "text": "茶。"})
    )
    assert "周砚、林小满" in [line.text for line in document.lines]


def test_names_that_scrapers_give_are_known() -> None:
    (document,) = read_jsonl(
        original({"news_title": "题", "pub_time": "20251208", "ban": "A02", "contents": ["一。", "二。"]})
    )
    assert [(line.text, line.role) for line in document.lines if line.text] == [
        ("题", "title"),
        ("一。", "paragraph"),
        ("二。", "paragraph"),
    ]
    assert (document.issue.date, document.issue.page) == (EdtfDate(2025, 12, 8), 2)


@pytest.mark.parametrize(
    ("fields", "page", "section"),
    [
        ({"版次": "第02版：要闻"}, 2, "要闻"),
        ({"版面": "02"}, 2, None),
        ({"版面": "第二版 要闻"}, 2, "要闻"),
        ({"版次": 3, "版名": "民生"}, 3, "民生"),
        ({"版名": "民生"}, None, "民生"),
    ],
)
def test_page_and_section_are_told_in_one_or_two_fields(
    fields: dict[str, object], page: int | None, section: str | None
) -> None:
    (document,) = read_jsonl(original({"title": "题", "text": "文。", "date": "2025-12-08", **fields}))
    assert (document.issue.page, document.issue.section) == (page, section)


def test_a_list_of_articles_may_stand_in_an_object_that_tells_of_all() -> None:
    value = {"date": "2025-12-08", "page": 2, "total": 2, "articles": [{"title": n, "text": "文。"} for n in "甲乙"]}
    for text in (json.dumps(value, ensure_ascii=False), json.dumps(value, ensure_ascii=False, indent=1)):
        first, second = read_jsonl(Original("a.json", text.encode()))
        assert (first.issue.date, second.issue.page) == (EdtfDate(2025, 12, 8), 2)
        assert [first.lines[0].text, second.lines[0].text] == ["甲", "乙"]


@pytest.mark.parametrize(
    "text",
    [
        "<p>一&ldquo;a&rdquo;。</p><p>二。</p>",
        "一“a”。<br/>二。",
        "　　一“a”。　　二。",
        "<div><p class='x'>一“a”。</p>二。</div>",
    ],
)
def test_markup_and_indents_part_paragraphs(text: str) -> None:
    (document,) = read_jsonl(original({"title": "题", "text": text}))
    assert [line.text.strip() for line in document.lines[1:-1]] == ["一“a”。", "二。"]


@pytest.mark.parametrize("text", ["若 a<b 且 b>c 则成立。", "<script>x</script>", "《p》<新>"])
def test_other_angle_brackets_are_text(text: str) -> None:
    (document,) = read_jsonl(original({"title": "题", "text": text}))
    assert document.lines[1].text == text
