import pytest

from jianbao.importers.document import Original
from jianbao.importers.html import LARGEST_PAGE, read_html
from jianbao.model.edtf import EdtfDate
from jianbao.model.errors import SourceError

FOUNDER = """<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">
<title>茶园管护正当时-某某日报</title></head><body>
<!--enpproperty <articleid>7</articleid><date>2025-12-08 00:00:00.0</date><author></author><title>茶园管护正当时</title>
<subtitle></subtitle><introtitle></introtitle><nodename>要闻</nodename>/enpproperty-->
<div class="nav"><a href="node_2.htm">第02版：要闻</a></div><script>var a = "脚本";</script>
<div class="text_c"><h3>入冬不闲</h3><h1>茶园管护<br>正当时</h1><h2>湄潭县技术员下乡</h2><h4>本报记者 林小满</h4>
<div class="lai">某某日报（2025年12月08日 第 02 版）</div>
<div id="ozoom"><founder-content><!--enpcontent--><P>　　入冬以来，技术员<b>走进</b>茶园。</P>
<P>　　<strong>修枝施肥</strong></P><P>　　“春茶丰产&nbsp;有望”。<br>　　他说。</P><!--/enpcontent-->
</founder-content></div></div>
<div class="foot">版权所有</div></body></html>"""

TABLE = """<html><body><table><tr><td class="font02">引题在上</td></tr><tr><td class="font01">标题</td></tr>
<tr><td class="font02">副题在下</td></tr></table><div id="ozoom"><p>正文一段。</p></div></body></html>"""

PEOPLE = """<html><body><div class="article"><h1>标题</h1><p class="sec">张三 <span class="date">《人民日报》（
<span class="newstime">2026年08月03日</span> 第 05 版）</span></p>
<div id="ozoom"><p>正文一段。</p></div></div></body></html>"""

SEVERAL = """<html><body><article><h1>甲</h1><p>甲文。</p></article><article><p>无题的短讯。</p></article>
<article><h2>引</h2><h1>丙</h1><p>丙文。</p></article></body></html>"""

BARE = """<html><head><title>标题 - 某某日报</title></head><body>
<div><p>第一段文字。</p><p>第二段文字。</p></div></body></html>"""


def roles(html: str, name: str = "a.html") -> list[tuple[str | None, str]]:
    (document,) = read_html(Original(name, html.encode()))
    return [(line.role, line.text) for line in document.lines if line.text]


def test_a_page_of_founder_tells_every_role() -> None:
    (document,) = read_html(Original("content_7.htm", FOUNDER.encode("gb18030")))
    assert [(line.role, line.text) for line in document.lines if line.text] == [
        ("kicker", "入冬不闲"),
        ("title", "茶园管护"),
        ("continuation", "正当时"),
        ("subtitle", "湄潭县技术员下乡"),
        ("byline", "本报记者 林小满"),
        ("paragraph", "　　入冬以来，技术员走进茶园。"),
        ("crosshead", "　　修枝施肥"),
        ("paragraph", "　　“春茶丰产 有望”。"),
        ("paragraph", "　　他说。"),
        ("furniture", "某某日报（2025年12月08日 第 02 版）"),
    ]
    assert document.encoding == "GB18030"
    assert (document.issue.date, document.issue.page) == (EdtfDate(2025, 12, 8), 2)
    assert document.issue.section == "要闻"


def test_cells_of_a_table_are_headings_by_their_place() -> None:
    assert roles(TABLE) == [
        ("kicker", "引题在上"),
        ("title", "标题"),
        ("subtitle", "副题在下"),
        ("paragraph", "正文一段。"),
    ]


def test_date_and_page_are_read_from_below_the_headline() -> None:
    (document,) = read_html(Original("a.html", PEOPLE.encode()))
    assert (document.issue.date, document.issue.page) == (EdtfDate(2026, 8, 3), 5)
    assert ("title", "标题") in roles(PEOPLE)


def test_the_name_of_a_saved_page_tells_date_and_page() -> None:
    (document,) = read_html(Original("nw.D110000renmrb_20251208_1-03.htm", BARE.encode()))
    assert (document.issue.date, document.issue.page) == (EdtfDate(2025, 12, 8), 3)


def test_several_articles_are_kept_apart() -> None:
    (document,) = read_html(Original("a.html", SEVERAL.encode()))
    found = [(line.role, line.text, line.start) for line in document.lines if line.text]
    assert found == [
        ("title", "甲", False),
        ("paragraph", "甲文。", False),
        ("paragraph", "无题的短讯。", True),
        ("kicker", "引", False),
        ("title", "丙", False),
        ("paragraph", "丙文。", False),
    ]


def test_the_first_heading_is_the_headline_where_none_is_named() -> None:
    page = "<body><div><h2>标题</h2><h3>副题</h3><div id=ozoom><p>正文。</p></div></div></body>"
    assert roles(page) == [("title", "标题"), ("subtitle", "副题"), ("paragraph", "正文。")]


def test_a_page_without_signs_is_one_article_with_the_title_of_the_page() -> None:
    assert roles(BARE) == [("title", "标题"), ("paragraph", "第一段文字。"), ("paragraph", "第二段文字。")]


@pytest.mark.parametrize("declared", ["gb2312", "utf-8", "no-such-code", "utf-16"])
def test_a_wrong_declaration_does_no_harm(declared: str) -> None:
    head = f'<html><head><meta charset="{declared}"></head>'
    html = f'{head}<body><h1>标题</h1><div id="ozoom"><p>这是一段中国人民的新生活。</p></div></body>'
    assert ("paragraph", "这是一段中国人民的新生活。") in roles(html)


def test_scripts_styles_and_forms_are_no_text() -> None:
    script, choice = "<script>alert(1)</script>", "<select><option>选</select>"
    html = f"<body><h1>题</h1><div id=ozoom><style>p{{}}</style><p>文{script}字。</p>{choice}</div>"
    assert roles(html) == [("title", "题"), ("paragraph", "文字。")]


@pytest.mark.parametrize(
    "data",
    [b"<div>" * 5_000 + b"x", b"<b>" * 300 + b"x", b"<p></p>", b"<!-- -->", b"<html>", b"x" * (LARGEST_PAGE + 1)],
)
def test_what_is_no_page_of_text_is_refused(data: bytes) -> None:
    with pytest.raises(SourceError):
        read_html(Original("a.html", data))


def test_an_entity_expands_to_nothing() -> None:
    bomb = "<!DOCTYPE html [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;'>]><body><h1>题</h1><p>文&b;。</p></body>"
    assert all("aaaaaaaaaa" not in text for role, text in roles(bomb) if role == "paragraph")


def test_control_characters_behind_what_is_left_out_are_text() -> None:
    html = "<html><body><h1>标题</h1><div id=ozoom><p>一<script>x</script>二\x01三<svg/>&#8;四</p></div></body></html>"
    assert roles(html) == [("title", "标题"), ("paragraph", "一二\x01三\x08四")]


UNNAMED = """<html><body><table><tr><td>某某日报</td><td>2025年12月8日 第2版</td></tr>
<tr><td colspan=2><center><font size=3>入冬不闲</font><br><font size=6><b>茶园管护正当时</b></font></center><br>
&nbsp;&nbsp;入冬以来，技术员走进茶园。<br>&nbsp;&nbsp;他说，春茶丰产有望。</td></tr></table></body></html>"""


def test_a_page_that_names_nothing_leaves_all_to_the_parser() -> None:
    assert {role for role, _ in roles(UNNAMED)} == {None}


def test_the_time_at_which_a_page_was_put_online_is_no_number_of_a_page() -> None:
    html = "<h1>茶园管护</h1><span>2025-12-08 08:12:00</span><div id=content><p>入冬以来，技术员走进茶园。</p></div>"
    (document,) = read_html(Original("a.html", html.encode()))
    assert (document.issue.date, document.issue.page) == (EdtfDate(2025, 12, 8), None)


def test_links_to_other_pages_are_no_number_of_a_page() -> None:
    html = "<h1>茶园管护</h1><div id=content><p>入冬以来。</p></div><div>上一页 1 2 下一页</div><p>2025年12月8日</p>"
    (document,) = read_html(Original("a.html", html.encode()))
    assert document.issue.page is None


def test_fields_without_space_between_them_are_told_apart() -> None:
    html = (
        "<div><h1>茶园管护</h1><div><span>来源：某某日报</span><span>作者：林小满 周砚</span>"
        "<span>责任编辑：周敏</span></div>"
        "<div id=content><p>入冬以来，技术员走进茶园。</p></div></div>"
    )
    assert [found for found in roles(html) if found[0] in {"byline", "furniture"}] == [
        ("byline", "作者：林小满 周砚"),
        ("furniture", "来源：某某日报"),
        ("furniture", "责任编辑：周敏"),
    ]


def test_the_line_of_paper_date_and_page_is_furniture_wherever_it_stands() -> None:
    printed = "《某某日报》（2025年12月08日 第 02 版）"
    html = (
        f"<div><h1>茶园管护</h1><p class=sec>本报记者 林小满<br>{printed}</p>"
        f"<div id=ozoom><p>入冬以来，技术员走进茶园。</p><p>{printed}</p></div></div>"
    )
    assert [role for role, text in roles(html) if text == printed] == ["furniture", "furniture"]
    assert ("byline", "本报记者 林小满") in roles(html)


@pytest.mark.parametrize("name", ["newsDetail-title", "article_tit", "arttitle", "detailTitle"])
def test_a_headline_is_known_by_the_names_that_systems_make(name: str) -> None:
    html = f"<div><div class={name}>茶园管护</div><div class=newsDetail-content><div>入冬以来。</div></div></div>"
    assert roles(html) == [("title", "茶园管护"), ("paragraph", "入冬以来。")]
