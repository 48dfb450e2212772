import hashlib

import pytest

from jianbao.model.digest import Kind, Role
from jianbao.model.problem import Problem
from jianbao.parse.digest import read_digest
from jianbao.parse.rules.tagger import tag

BODY = "青溪县石桥镇的茶园里，采茶工人正忙着采摘秋茶。"


def problem(data: bytes) -> Problem:
    reading = read_digest(data, "a.txt")
    assert reading.digest is None
    (found,) = reading.problems
    return found


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "the digest is empty"),
        (b"\n \xe3\x80\x80\r\n", "the digest is empty"),
        (b"\xef\xbb\xbf", "the digest is empty"),
        (b"---\ndate: 2025-12-08\n---\n\n", "the digest has no text"),
    ],
)
def test_digest_without_text_is_a_problem(data: bytes, message: str) -> None:
    assert (problem(data).message, problem(data).line) == (message, 1)


def test_legacy_encoding_is_a_problem_with_the_command_that_converts() -> None:
    found = problem(("遵义\n" + BODY).encode("gb18030"))

    assert found.message == "the file is GB18030, not UTF-8"
    assert "iconv -f GB18030 -t UTF-8 a.txt" in found.hint


def test_lines_are_counted_in_the_file_as_stored() -> None:
    data = f"\ufeff---\ndate: 2025-12-08\n---\r\n\n标题\r\n{BODY}\r\n".encode()
    reading = read_digest(data, "a.txt")

    assert reading.digest is not None
    assert reading.digest.sha256 == hashlib.sha256(data).hexdigest()
    (article,) = reading.digest.articles
    assert [(block.role, block.text, block.lines) for block in article.blocks] == [
        (Role.TITLE, "标题", (5,)),
        (Role.PARAGRAPH, BODY, (6,)),
    ]


def test_front_matter_gives_topics_and_counties_unless_a_mark_does() -> None:
    text = f"---\ntopics: tea\ncounties: '1'\n---\n# 一\n{BODY}\n# 二 {{topic=law county=2,3}}\n{BODY}\n"
    digest = read_digest(text.encode(), "a.txt").digest

    assert digest is not None
    assert [(article.topics, article.counties) for article in digest.articles] == [
        (("tea",), ("1",)),
        (("law",), ("2", "3")),
    ]


def test_marks_set_fields() -> None:
    text = f"# 一 {{#a-1 kind=photo byline=王强,李四 source=晚报 continued_from=一 continued_on=4}}\n{BODY}"
    digest = read_digest(text.encode(), "a.txt").digest

    assert digest is not None
    (article,) = digest.articles
    assert (article.id, article.kind, article.byline, article.source) == ("a-1", Kind.PHOTO, ("王强", "李四"), "晚报")
    assert (article.continued_from, article.continued_on) == (1, 4)


def test_own_newspaper_is_no_source() -> None:
    text = f"---\nnewspaper: 青溪日报\n---\n标题\n{BODY}\n（青溪日报记者 周敏）"
    digest = read_digest(text.encode(), "a.txt").digest

    assert digest is not None
    assert (digest.articles[0].byline, digest.articles[0].source) == (("周敏",), None)


def test_confidence_is_one_where_marks_decide_and_less_where_rules_do() -> None:
    text = f"# 一\n{BODY} {{.paragraph}}\n# 二\n　　{BODY}\n读书会走进山村\n　　本报讯 {BODY}"
    digest = read_digest(text.encode(), "a.txt", tag).digest

    assert digest is not None
    assert [article.confidence == 1.0 for article in digest.articles] == [True, False, False]
    assert digest.articles[0].blocks[0].confidence == 1.0


def test_page_of_furniture_has_no_article() -> None:
    digest = read_digest("第2版：要闻\n本版责编：周敏\n".encode(), "a.txt").digest

    assert digest is not None
    assert digest.articles == ()
    assert [piece.text for piece in digest.furniture] == ["第2版：要闻", "本版责编：周敏"]


def test_all_problems_are_told_in_the_order_of_the_file() -> None:
    text = f"---\npgae: 2\n---\n# 一 {{#a}}\n{BODY} {{.x}}\n# 二 {{#a}}\n{BODY} {{#b}}\n第2版：要闻 {{topic=tea}}\n"
    reading = read_digest(text.encode(), "a.txt")

    assert reading.digest is not None
    assert [(found.line, found.message.split("`")[0].strip()) for found in reading.problems] == [
        (2, "the key"),
        (5, "unknown role"),
        (6, "the id"),
        (7, "a second id"),
        (8, "the mark sets something on a line that belongs to no article"),
    ]


def test_characters_that_nobody_sees_are_told_and_kept() -> None:
    reading = read_digest("---\ndate: 2025-12-08\n---\n# 秋茶\u202e采摘\n正文\x1b。\u2028\n".encode(), "page.txt")

    assert [(problem.line, problem.severity) for problem in reading.problems] == [(4, "warning"), (5, "warning")]
    assert "U+202E" in reading.problems[0].message
    assert "U+001B, U+2028" in reading.problems[1].message
    assert reading.digest is not None
    assert reading.digest.articles[0].title == "秋茶\u202e采摘"


def test_topics_and_counties_are_told_with_their_lines_even_beside_problems() -> None:
    text = "---\ndate: gestern\ntopics: [tea]\n---\n# 秋茶 {county=520399 topic=x,y}\n正文。\n{topic=z}\n"
    reading = read_digest(text.encode(), "page.txt")

    assert [(one.line, one.key, one.name) for one in reading.subjects] == [
        (3, "topics", "tea"), (5, "counties", "520399"), (5, "topics", "x"), (5, "topics", "y"), (7, "topics", "z"),
    ]  # fmt: skip
    assert len(reading.problems) == 1


def test_lines_that_end_in_cr_alone_are_told_and_how_to_convert_them() -> None:
    (problem,) = read_digest("秋茶采摘\r正文。\r".encode(), "page.txt").problems

    assert "CR alone" in problem.message
    assert problem.hint == "convert them: tr '\\r' '\\n' < page.txt > converted.txt"
    assert read_digest("秋茶采摘\r".encode(), "page.txt").digest is not None
    assert read_digest("秋茶采摘\r\r".encode(), "page.txt").digest is None, "what is marked would be two lines"
