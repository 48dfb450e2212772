import pytest

from jianbao.importers.document import Document, Original
from jianbao.importers.html import read_html
from jianbao.model.digest import IssueFields
from jianbao.model.edtf import EdtfDate
from tests.unit.importers import epapers
from tests.unit.importers.epapers import BYLINE, DECK, FIRST, KICKER, SECOND, TITLE

HEADS = [("kicker", KICKER), ("title", TITLE), ("subtitle", DECK), ("byline", BYLINE)]
EIGHTH = EdtfDate(2025, 12, 8)


def read(page: str, name: str = "a.html") -> Document:
    (document,) = read_html(Original(name, page.encode()))
    return document


def roles(page: str) -> list[tuple[str | None, str]]:
    """(role, text) of what is no furniture."""
    return [(line.role, line.text) for line in read(page).lines if line.text and line.role != "furniture"]


@pytest.mark.parametrize(
    "page",
    ["FOUNDER_TABLES", "PEOPLES_DAILY_OLD", "PEOPLES_DAILY_NEW", "XIANGYU", "PINYIN", "MAIN_ARTICLE", "ONLY_FIELDS"],
)
def test_headings_text_and_issue_are_told_whatever_the_system(page: str) -> None:
    html: str = getattr(epapers, page)
    found = roles(html)
    assert found[:6] == [*HEADS, ("paragraph", FIRST), ("paragraph", SECOND)]
    assert {role for role, _ in found[6:]} <= {"caption"}
    issue = read(html).issue
    assert (issue.date, issue.page, issue.section) == (
        EIGHTH,
        2,
        "要闻" if page != "PEOPLES_DAILY_OLD" else None,
    )


@pytest.mark.parametrize("page", [epapers.PEOPLES_DAILY_OLD, epapers.PEOPLES_DAILY_NEW])
def test_the_line_below_the_headline_names_the_paper_and_a_picture_has_its_caption(page: str) -> None:
    assert read(page).issue.newspaper == "某某日报"
    assert roles(page)[6:] == [("caption", "农技人员在修枝。"), ("caption", "本报记者　林小满摄")]


def test_lines_between_breaks_are_paragraphs_and_bold_ones_crossheads() -> None:
    assert roles(epapers.BREAKS) == [
        ("title", TITLE),
        ("byline", "作者：林小满"),
        ("paragraph", FIRST),
        ("crosshead", "修枝施肥抓得早"),
        ("paragraph", SECOND),
        ("crosshead", "管护到位"),
        ("paragraph", "完。"),
    ]
    assert read(epapers.BREAKS).issue == IssueFields(date=EIGHTH, page=2)


def test_a_page_that_only_leads_to_articles_gives_none() -> None:
    assert read_html(Original("node_2.htm", epapers.LIST.encode())) == ()


def test_fields_are_text_without_their_markup() -> None:
    fields = (
        "<!--enpproperty <title>茶园&lt;br/&gt;管护</title><introtitle>甲&amp;<b>乙</b></introtitle>/enpproperty-->"
    )
    page = f"<body>{fields}<div id=ozoom><p>正文。</p></div></body>"
    assert roles(page)[:3] == [("kicker", "甲&乙"), ("title", "茶园"), ("continuation", "管护")]


@pytest.mark.parametrize(
    ("told", "page", "section"),
    [
        ("A02:要闻", 2, "要闻"),
        ("第03版：社会", 3, "社会"),
        ("第12版", 12, None),
        ("B01版：专题·健康", 1, "专题·健康"),
        ("要闻", None, "要闻"),
        ("3·15专版", 3, "15专版"),
    ],
)
def test_the_name_of_a_page_is_parted_from_its_number(told: str, page: int | None, section: str | None) -> None:
    html = f"<body><!--enpproperty <nodename>{told}</nodename>/enpproperty--><h1>题</h1><div id=ozoom>文。</div></body>"
    assert (read(html).issue.page, read(html).issue.section) == (page, section)


def test_what_the_page_hides_is_no_text_unless_nothing_else_is_there() -> None:
    hidden = f'<div id="articleContent" style="display: none"><p>{FIRST}</p></div>'
    shown = (
        f'<body><h1>{TITLE}</h1><div id="ozoom"><p>{SECOND}<i style="display:none">偷来</i></p></div>{hidden}</body>'
    )
    assert roles(shown) == [("title", TITLE), ("paragraph", SECOND)]
    assert roles(f'<body><h1>{TITLE}</h1><div id="ozoom"></div>{hidden}</body>')[1:] == [("paragraph", FIRST)]


def test_lines_of_the_markup_are_no_spaces_between_characters() -> None:
    page = "<body><h1>茶园\n  管护</h1><div id=ozoom><p>农技\n人员 in\nMeitan</p></div></body>"
    assert roles(page) == [("title", "茶园管护"), ("paragraph", "农技人员 in Meitan")]


@pytest.mark.parametrize(
    ("markup", "role"),
    [
        ("<p><img src=1.jpg></p><p>茶农在修枝。（林小满 摄）</p>", "caption"),
        ("<figure><img src=1.jpg><span>茶农在修枝。</span></figure>", "caption"),
        ("<div><div><img src=1.jpg></div><div>茶农在修枝。</div></div>", "caption"),
        ("<p><img src=1.jpg></p><p>茶农在修枝。</p>", "paragraph"),
        ("<table><tr><td>茶农在修枝。</td></tr></table>", "paragraph"),
        ("<div><img src=1.jpg><p>茶农在修枝。</p><p>二。</p><p>三。</p><p>四。</p><p>五。</p></div>", "paragraph"),
    ],
)
def test_a_caption_is_told_by_its_picture(markup: str, role: str) -> None:
    page = f"<body><h1>{TITLE}</h1><div id=ozoom><p>{FIRST}</p>{markup}</div></body>"
    assert next(found for found, text in roles(page) if text.startswith("茶农")) == role


def test_a_page_that_an_article_goes_on_on_is_told_of() -> None:
    page = f"<body><h1>{TITLE}</h1><div id=ozoom><p>{FIRST}</p></div><a href='%s'>下一页</a></body>"
    assert read(page % "content_5_2.htm").notes == (
        "the page leads to a next one: if the article goes on there, add that, too",
    )
    assert read(page % "javascript:void(0)").notes == ()


@pytest.mark.parametrize(
    "page",
    [
        "<table><tr><td><img></td></tr>" + "<tr><td>一行</td></tr>" * 1_000 + "</table>",
        "<p><img></p><p>" + "摄 " * 20_000 + "文</p>",
        "<!--enpproperty " + "<title>" * 20_000 + "--><p>文</p>",
        f"<p class='{'a-' * 20_000}'>文</p>",
    ],
)
def test_a_page_that_is_long_and_odd_is_read_in_one_look(page: str) -> None:
    assert roles(f"<body><h1>{TITLE}</h1><div id=ozoom>{page}</div></body>")[0] == ("title", TITLE)
