import pytest

from jianbao.parse.marks import Mark, read_mark, write_mark


@pytest.mark.parametrize(
    ("line", "text", "mark"),
    [
        ("# 标题", "标题", Mark(role="title")),
        ("冯俊峰 {.subtitle}", "冯俊峰", Mark(role="subtitle")),
        ("冯俊峰{.subtitle}  ", "冯俊峰", Mark(role="subtitle")),
        ("冯俊峰  {.subtitle}", "冯俊峰 ", Mark(role="subtitle")),
        ("　　正文。 {.paragraph .start}", "　　正文。", Mark(role="paragraph", start=True)),
        ("正文。 {.start}", "正文。", Mark(start=True)),
        (
            "# 标题 {#20251208-01 topic=talent}",
            "标题",
            Mark(role="title", id="20251208-01", settings=(("topic", "talent"),)),
        ),
        ("# 标题 {#a} {.title kind=photo}", "标题", Mark(role="title", id="a", settings=(("kind", "photo"),))),
        (
            "标题 {topic=a,b county=520382}",
            "标题",
            Mark(settings=(("topic", "a"), ("topic", "b"), ("county", "520382"))),
        ),
        ("{topic=a}", "", Mark(settings=(("topic", "a"),))),
        ("集合 {1, 2}", "集合 {1, 2}", Mark()),
        ("空 {}", "空 {}", Mark()),
        ("写作 \\{.title}", "写作 {.title}", Mark()),
        ("写作 \\\\{.title}", "写作 \\{.title}", Mark()),
        ("写作 \\{.title} {.title}", "写作 {.title}", Mark(role="title")),
        ("\\# 号", "# 号", Mark()),
        ("\\\\# 号", "\\# 号", Mark()),
        ("# \\# 号", "# 号", Mark(role="title")),
        ("#标签", "#标签", Mark()),
        ("# ", "# ", Mark()),
        ("路径 C:\\", "路径 C:\\", Mark()),
        ("", "", Mark()),
    ],
)
def test_mark_is_taken_off_and_the_text_stays(line: str, text: str, mark: Mark) -> None:
    marked = read_mark(line)

    assert (marked.text, marked.mark, marked.errors) == (text, mark, ())


@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        ("标题 {.titel}", "unknown role `.titel`", "`.title`"),
        ("标题 {.x}", "unknown role `.x`", "backslash"),
        ("标题 {topik=a}", "unknown key `topik`", "`topic`"),
        ("标题 {#Bad_Id}", "`#Bad_Id` is not an id", "lower-case"),
        ("标题 {#-a}", "not an id", "hyphens"),
        ("标题 {#a #b}", "a second id `#b`", "one id"),
        ("标题 {kind=essay}", "unknown kind `essay`", "news"),
        ("标题 {topic=}", "sets nothing", "behind `topic=`"),
        ("标题 {continued_from=x}", "not a page", "number"),
        ("标题 {kind=news kind=photo}", "set twice", "keep one"),
        ("标题 {.title .kicker}", "as title and as kicker", "keep one"),
        ("# 标题 {.kicker}", "as title and as kicker", "keep one"),
        ("{.title}", "without text", "end of the line"),
    ],
)
def test_wrong_mark_is_told_with_a_way_out(line: str, message: str, hint: str) -> None:
    ((said, way_out),) = read_mark(line).errors

    assert message in said
    assert hint in way_out


@pytest.mark.parametrize(
    ("line", "role", "start", "written"),
    [
        ("标题", "title", False, "# 标题"),
        ("标题 {#a}", "title", False, "# 标题 {#a}"),
        ("标题", "title", True, "# 标题 {.start}"),
        ("　　正文。 ", "paragraph", False, "　　正文。  {.paragraph}"),
        ("正文。", None, True, "正文。 {.start}"),
        ("引题 {topic=a}", "kicker", False, "引题 {topic=a} {.kicker}"),
        ("引题 {.kicker}", "kicker", False, "引题 {.kicker}"),
        ("# 标题", "title", False, "# 标题"),
        ("\\# 号", "title", False, "# \\# 号"),
    ],
)
def test_role_is_written_and_the_rest_stays(line: str, role: str | None, start: bool, written: str) -> None:  # noqa: FBT001
    assert write_mark(line, role=role, start=start) == written
    assert read_mark(written).text == read_mark(line).text
    assert write_mark(written, role=role, start=start) == written
