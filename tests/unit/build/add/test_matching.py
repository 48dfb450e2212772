"""Articles of a page are known again by what they say."""

import pytest

from jianbao.build.add.matching import home_of, matched
from jianbao.model.digest import Article
from jianbao.parse.digest import read_digest

TEA = "入冬以来，湄潭县农技人员走进茶园，指导茶农修枝、施肥，为明年春茶丰产打下基础。"
WINE = "仁怀市的酱香白酒推介会在武汉举行，六十多家企业带着新品与当地客商见面洽谈。"
SCHOOL = "新蒲新区的三所小学秋季开学，新增学位一千五百个，周边孩子可以就近入学读书。"


def page(*articles: tuple[str, str]) -> tuple[Article, ...]:
    text = "\n\n".join(f"# {title}\n\n{body} {{.paragraph}}" for title, body in articles)
    digest = read_digest(text.encode(), "a.txt").digest
    assert digest is not None
    return digest.articles


OLD = page(("茶园管护正当时", TEA), ("仁怀酱香走进武汉", WINE), ("新蒲新区小学开学", SCHOOL))


@pytest.mark.parametrize(
    ("new", "there"),
    [
        ([("新蒲新区小学开学", SCHOOL), ("茶园管护正当时", TEA)], {0: 2, 1: 0}),  # another order, one is gone
        ([("茶园管护忙起来", TEA)], {0: 0}),  # another headline
        ([("茶园管护正当时", TEA.replace("茶农", "花农").replace("明年", "来年"))], {0: 0}),  # mended text
        ([("茶园管护正当时", "另一篇全然不同的文章，讲的是城里的事情。")], {0: 0}),  # written anew
        ([("图片新闻", "农民在田里插秧，远处是新修的水渠和公路。")], {}),
        ([("茶园管护正当时", TEA[:20]), ("指导茶农", TEA[20:])], {0: 0}),  # split
        ([("指导茶农", TEA[12:]), ("走进茶园", TEA[:12])], {0: 0}),  # split, and none has the headline
        ([("茶园管护正当时", TEA + WINE), ("新蒲新区小学开学", SCHOOL)], {0: 0, 1: 2}),  # merged
        ([("仁怀酱香走进武汉", TEA), ("茶园管护正当时", WINE)], {0: 0, 1: 1}),  # headlines that were exchanged
    ],
)
def test_an_article_is_known_by_its_text_then_by_its_headline(
    new: list[tuple[str, str]], there: dict[int, int]
) -> None:
    assert matched(OLD, page(*new)) == there


def test_a_headline_that_is_anybodys_tells_nothing() -> None:
    old = page(("图片新闻", TEA), ("图片新闻", WINE))
    new = page(("图片新闻", SCHOOL), ("图片新闻", WINE), ("图片新闻", TEA))
    assert matched(old, new) == {1: 1, 2: 0}


def test_who_brings_a_pinned_id_is_who_has_it() -> None:
    old = page(("茶园管护正当时 {#a-1}", TEA), ("仁怀酱香走进武汉 {#a-2}", WINE))
    new = page(("茶园管护正当时 {#a-2}", TEA), ("又一稿 {#a-9}", WINE))
    assert matched(old, new) == {0: 1}


def test_where_the_text_of_one_that_is_gone_stands_now() -> None:
    new = page(("新蒲新区小学开学", SCHOOL), ("茶园管护正当时", TEA + WINE))
    assert [home_of(article, new) for article in OLD] == [1, 1, 0]
    assert home_of(OLD[0], new[:1]) is None


def test_of_two_parts_of_an_article_the_one_whose_headline_was_only_mended_is_it() -> None:
    old = page(("老旧小区改造启动", TEA + WINE))
    assert matched(old, page(("老旧小区改造启动了", TEA), ("惠及居民三千户工期八个月", WINE + TEA[:20]))) == {0: 0}
