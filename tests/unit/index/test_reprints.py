from jianbao.index.reprints import is_reprint, sketch

STORY = tuple(
    f"{place}的村民告诉记者今年的收成不错，合作社在{place}收购了全部辣椒，{place}每亩地增收超过一千元，{place}的农户十分高兴。"
    for place in ("团溪镇白果村", "尚嵇镇茶山村", "三岔镇红苗村", "鸭溪镇金刀村", "枫香镇苟坝村")
)
OTHER = tuple(
    f"市气象台发布{place}的凝冻预警，{place}部分路段结冰风险较高，请{place}司机注意行车安全。"
    for place in ("北部山区", "东部高地", "西部河谷", "南部丘陵")
)


def test_a_text_that_was_retouched_is_the_same() -> None:
    retouched = ("据本报新闻热线报道，", *STORY, "记者了解到明年还要扩大种植的面积。")

    assert is_reprint(sketch(STORY), sketch(retouched))


def test_so_is_what_was_cut_from_a_text() -> None:
    assert is_reprint(sketch(STORY), sketch(STORY[:3]))


def test_a_formula_in_common_makes_no_reprint() -> None:
    formula = "请广大市民朋友注意出行安全并互相转告。"

    assert not is_reprint(sketch((*OTHER, formula)), sketch((*STORY, formula)))


def test_texts_without_clauses_are_not_the_same() -> None:
    assert not is_reprint(sketch(()), sketch(()))


def test_signs_and_short_clauses_do_not_count() -> None:
    assert sketch(["他说，好。"]) == ()
    assert sketch(["合作社统一收购了全部辣椒。"]) == sketch(["“合作社统一收购了全部辣椒！”"])


def test_a_sketch_is_small_however_long_the_text() -> None:
    assert len(sketch((*STORY, *OTHER))) == 12
