import pytest

from jianbao.parse.rules.furniture import is_furniture


@pytest.mark.parametrize(
    "text",
    [
        "遵义日报 2025年12月8日 星期一 第2版 要闻",
        "2 要闻 2025年12月8日 星期一",
        "遵义日报",
        "第2版：要闻",
        "二〇二五年十二月八日　农历乙巳年十月十九",
        "A03 综合 2025-12-08",
        "国内统一连续出版物号 CN52-0000",
        "本版责编：宋静思 张佳莹",
        "责任编辑：宋静思 版式设计：张佳莹 校对：王黔",
        "编辑 宋静思 美编 张佳莹 校对 王黔",
        "广　告",
        "www.zynews.example",
        "https://zynews.example/",
        "网址：www.zynews.example",
        "zyrb.gog.cn",
        "新闻热线：0851-28200000",
    ],
)
def test_furniture_is_known(text: str) -> None:
    assert is_furniture(text, edge=True)
    assert is_furniture(f"　　{text} ", edge=True)


@pytest.mark.parametrize(
    "text",
    [
        "2025年，全市新增企业三百家",
        "家乡年年变化大",
        "编辑部的故事",
        "版式设计：蔡华伟",
        "电话、网站等信息，公布有关规章制度。",
        "学习贯彻党的二十届四中全会精神",
        "11.73亿人",
        "广告业复苏",
        "第2版" * 50,
        "",
    ],
)
def test_text_is_no_furniture(text: str) -> None:
    assert not is_furniture(text, edge=True)


def test_a_date_alone_is_furniture_at_the_edge_of_the_page_only() -> None:
    assert is_furniture("2025年12月8日", edge=True)
    assert not is_furniture("2025年12月8日", edge=False)
