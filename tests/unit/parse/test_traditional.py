import pytest

from jianbao.model.digest import Article
from jianbao.parse.digest import read_digest
from jianbao.text.simplified import simplified

PAGE = """第A02版：要聞 2025年12月8日 星期一
赤水河畔稻穀香
凱旋村雙季稻增產兩成
□ 本報記者 何清海
本報訊（通訊員 陳國強）12月7日，赤水市復興鎮凱旋村的稻田裡，農戶正在搶收晚稻，今年的產量比去年高出兩成，大家都很高興。
圖為收割現場。（叢　麗攝）
"""


def read(text: str) -> tuple[Article, ...]:
    digest = read_digest(text.encode(), "2025-12-08-02.txt").digest
    assert digest is not None
    return digest.articles


def test_a_traditional_page_is_read_as_its_simplified_twin_and_told_as_printed() -> None:
    (article,) = read(PAGE)
    (twin,) = read(simplified(PAGE))

    assert [(block.role, block.lines) for block in article.blocks] == [(one.role, one.lines) for one in twin.blocks]
    assert [block.text for block in article.blocks] == PAGE.split("\n")[1:-1]
    assert article.byline == ("何清海", "陳國強", "叢麗")
    assert article.dateline == "本報訊"


def test_marks_decide_and_stay_as_they_are_written() -> None:
    text = PAGE.replace("稻穀香", "稻穀香 {byline=陳国强 source=貴州日报}").replace("赤水河畔", "# 赤水河畔")
    (article,) = read(text.replace("增產兩成", "增產兩成 {.subtitle}"))

    assert (article.title, article.subtitle) == ("赤水河畔稻穀香", "凱旋村雙季稻增產兩成")
    assert article.byline == ("陳国强",)
    assert article.source == "貴州日报"


@pytest.mark.parametrize("newspaper", ["清江日報", "清江日报"])
def test_the_paper_is_no_source_of_its_own_articles(newspaper: str) -> None:
    text = PAGE.replace("本報訊（", "清江日報訊（").removeprefix("第A02版：要聞 2025年12月8日 星期一\n")
    (article,) = read(f"---\nnewspaper: {newspaper}\n---\n{text}")

    assert article.dateline == "清江日報訊"
    assert article.source is None


def test_an_untitled_item_is_named_in_its_own_characters() -> None:
    (article,) = read(
        "本報訊 近日，赤水市復興鎮凱旋村的農戶正在搶收晚稻。今年的產量比去年高出兩成，大家都很高興。 {.start}\n"
    )

    assert article.title_inferred
    assert article.title == "赤水市復興鎮凱旋村的農戶正在搶收晚稻"


def test_papers_of_taiwan_name_reporter_and_place_together() -> None:
    text = "捷運新線昨天正式通車，首日運量突破十萬人次，市長出席典禮並且致詞，沿線居民都表示歡迎。"
    (slash,) = read(f"# 捷運新線通車\n〔記者陳國強／台北報導〕{text}\n")
    (agency,) = read(f"# 捷運新線通車\n（中央社記者林小美台北8日電）{text}\n")

    assert (slash.byline, slash.dateline) == (("陳國強",), "台北報導")
    assert (agency.byline, agency.source) == (("林小美",), "中央社")
    assert agency.dateline == "中央社記者林小美台北8日電"
