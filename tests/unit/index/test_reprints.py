from jianbao.index.reprints import Printed, clauses, find_reprints

STORY = tuple(
    f"{place}的村民告诉记者今年的收成不错，合作社统一收购了全部辣椒，每亩地增收超过一千元。"
    for place in ("团溪镇白果村", "尚嵇镇茶山村", "三岔镇红苗村")
)
OTHER = ("市气象台发布今冬首个凝冻预警，山区道路结冰风险较高，请广大司机朋友注意行车安全。",)


def test_a_text_printed_again_leads_to_what_was_printed_first() -> None:
    retouched = ("据遵义日报报道，", *STORY[:2], "记者了解到明年还要扩大种植的面积。")
    texts = [Printed("a", STORY), Printed("b", OTHER), Printed("c", retouched), Printed("d", retouched)]

    assert find_reprints(texts) == {"c": "a", "d": "a"}


def test_a_formula_in_common_makes_no_reprint() -> None:
    formula = "请广大市民朋友注意出行安全并互相转告。"
    texts = [Printed("a", (OTHER[0], formula)), Printed("b", (*STORY, formula))]

    assert find_reprints(texts) == {}


def test_signs_and_short_clauses_do_not_count() -> None:
    assert clauses(["他说，好。"]) == frozenset()
    assert clauses(["合作社统一收购了全部辣椒。"]) == clauses(["“合作社统一收购了全部辣椒！”"])
