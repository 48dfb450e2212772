import pytest

from jianbao.parse.fields.authors import with_authors
from jianbao.parse.labels import Label, LineTag, PageLine


def labels(*lines: tuple[str, Label]) -> list[Label]:
    page = [PageLine(text, 0) for text, _ in lines]
    tags = [LineTag(label, place == 0, 1.0, 1.0) for place, (_, label) in enumerate(lines)]
    return [tag.label for tag in with_authors(page, tags)]


@pytest.mark.parametrize("name", ["王　强", "张晓云", "□ 张晓云", "□ 王 强", "北京　洪乐风"])
def test_a_bare_name_below_the_headline_is_a_byline(name: str) -> None:
    found = labels(("母亲的针线筐", Label.TITLE), (name, Label.SUBTITLE), ("母亲有一个针线筐。", Label.PARAGRAPH))

    assert found == [Label.TITLE, Label.BYLINE, Label.PARAGRAPH]


@pytest.mark.parametrize("text", ["核心阅读", "青溪 县长", "向前走吧朋友", "一、总则", "开 幕", "王强"])
def test_other_words_below_the_headline_are_none(text: str) -> None:
    assert labels(("母亲的针线筐", Label.TITLE), (text, Label.SUBTITLE))[1] is Label.SUBTITLE


def test_the_second_line_of_a_headline_is_a_name_only_if_it_is_no_words() -> None:
    assert labels(("母亲的针线筐", Label.TITLE), ("张晓云", Label.TITLE_NEXT))[1] is Label.BYLINE
    assert labels(("一起携手", Label.TITLE), ("向未来", Label.TITLE_NEXT))[1] is Label.TITLE_NEXT


def test_a_padded_name_may_stand_below_a_heading_of_the_text_but_not_in_it() -> None:
    text, heading, name = ("孩子笑了。", Label.PARAGRAPH), ("多一些等待", Label.PARAGRAPH), ("牟　敏", Label.PARAGRAPH)
    title = ("家长寄语", Label.TITLE)

    assert labels(title, text, heading, name)[3] is Label.BYLINE
    assert labels(title, heading, text, name)[3] is Label.PARAGRAPH


def test_several_names_may_stand_below_a_heading() -> None:
    title, text = ("母亲的针线筐", Label.TITLE), ("母亲有一个针线筐。", Label.PARAGRAPH)

    assert labels(title, ("张晓云 李明远", Label.SUBTITLE), text)[1] is Label.BYLINE
    assert labels(title, ("■张晓云、王　强", Label.SUBTITLE), text)[1] is Label.BYLINE
    assert labels(title, ("向未来 齐奋进", Label.SUBTITLE), text)[1] is Label.SUBTITLE


@pytest.mark.parametrize("line", ["（张晓云 李明远）", "（王强）", "（王　强）", "（欧阳明轩）"])
def test_names_in_brackets_below_a_text_sign_it(line: str) -> None:
    text = ("母亲有一个针线筐。", Label.PARAGRAPH)

    assert labels(("母亲的针线筐", Label.TITLE), text, (line, Label.CROSSHEAD), text)[2] is Label.BYLINE


@pytest.mark.parametrize("line", ["（高铁站）", "（黄金周）", "（全文完）", "（资料图片）", "（遵义日报）"])
def test_other_words_in_brackets_sign_nothing(line: str) -> None:
    text = ("母亲有一个针线筐。", Label.PARAGRAPH)

    assert labels(("母亲的针线筐", Label.TITLE), text, (line, Label.CROSSHEAD), text)[2] is Label.CROSSHEAD


def test_bare_names_sign_a_text_as_its_last_line_only() -> None:
    title, text, names = ("母亲的针线筐", Label.TITLE), ("母亲有一个针线筐。", Label.PARAGRAPH), "张晓云 李明远"

    assert labels(title, text, (names, Label.PARAGRAPH))[2] is Label.BYLINE
    assert labels(title, text, (names, Label.CROSSHEAD), text)[2] is Label.CROSSHEAD


@pytest.mark.parametrize("names", ["张晓云", "张晓云 李明远", "王　强", "□ 张晓云", "文/张晓云 图/李明远"])
def test_names_taken_for_the_headline_make_the_line_above_it_that(names: str) -> None:
    kicker, text = ("我市开展普法活动", Label.KICKER), ("活动吸引了许多市民。", Label.PARAGRAPH)

    assert labels(kicker, (names, Label.TITLE), text) == [Label.TITLE, Label.BYLINE, Label.PARAGRAPH]


def test_who_is_written_about_may_be_the_headline() -> None:
    page = ("时代楷模", Label.KICKER), ("张晓云", Label.TITLE), ("张晓云扎根山乡三十年。", Label.PARAGRAPH)

    assert labels(*page) == [Label.KICKER, Label.TITLE, Label.PARAGRAPH]


def test_marks_and_openings_stay() -> None:
    page = [PageLine("母亲的针线筐", 0), PageLine("张晓云", 0, Label.SUBTITLE), PageLine("李明远", 0)]
    given = ((Label.TITLE, True), (Label.SUBTITLE, False), (Label.TITLE, True))
    tags = tuple(LineTag(label, opens, 1.0, 1.0) for label, opens in given)

    assert with_authors(page, tags) == tags
