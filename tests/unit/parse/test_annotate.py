from jianbao.parse.annotate import mark_text
from jianbao.parse.digest import read_digest
from jianbao.parse.rules.tagger import tag

BODY = "青溪县石桥镇的茶园里，采茶工人正忙着采摘秋茶。今年全镇茶叶产量预计"


def marked(text: str) -> str:
    return mark_text(text, read_digest(text.encode(), "a.txt", tag))


def test_every_line_says_what_it_is() -> None:
    page = f"""\
---
date: 2025-11-03
---
石桥镇做强茶产业带动增收
一片叶子富了一方人（乡村走笔）
{BODY}

达到三百吨。
（记者 周敏）
编辑 周敏 美编 陈立 校对 王强
"""
    assert (
        marked(page)
        == f"""\
---
date: 2025-11-03
---
石桥镇做强茶产业带动增收 {{.kicker}}
# 一片叶子富了一方人（乡村走笔）
{BODY} {{.paragraph}}

达到三百吨。 {{.continuation}}
（记者 周敏） {{.byline}}
编辑 周敏 美编 陈立 校对 王强 {{.furniture}}
"""
    )


def test_untitled_article_starts() -> None:
    assert marked(f"{BODY}达到三百吨。\n") == f"{BODY}达到三百吨。 {{.start}}\n"


def test_start_is_written_where_the_roles_would_not_say_so() -> None:
    page = f"（上接一版） {{.start .jump}}\n# 秋茶采摘正当时\n{BODY}达到三百吨。 {{.paragraph}}\n"

    assert marked(page) == page


def test_byte_order_mark_line_ends_spaces_and_earlier_marks_stay() -> None:
    page = f"\ufeff秋茶采摘正当时 {{#a}}\r\n　　{BODY}达到三百吨。  \r\n\r\n写作 \\{{.x}} {{.paragraph}}\r"

    assert marked(page) == page.replace("秋茶", "# 秋茶", 1).replace("三百吨。  ", "三百吨。   {.paragraph}", 1)


def test_marking_again_changes_nothing() -> None:
    page = f"秋茶采摘正当时\n{BODY}达到三百吨。\n"

    assert marked(marked(page)) == marked(page)


def test_ids_are_pinned_where_articles_begin_and_have_none() -> None:
    page = f"石桥镇做强茶产业 {{.kicker}}\n# 秋茶采摘正当时\n{BODY}达到三百吨。 {{.paragraph}}\n# 图书馆 {{#own}}\n"
    reading = read_digest(page.encode(), "a.txt", tag)
    pinned = mark_text(page, reading, {1: "20251103-01", 4: "20251103-02", 9: "20251103-03"})

    assert pinned == page.replace("{.kicker}", "{.kicker} {#20251103-01}")
    again = read_digest(pinned.encode(), "a.txt", tag)
    assert again.digest is not None
    assert [article.id for article in again.digest.articles] == ["20251103-01", "own"]
