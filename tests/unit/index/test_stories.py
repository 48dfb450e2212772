from jianbao.index.stories import Part, stories

TITLE = "以改革促发展 以实干开新局"


def part(
    name: str, page: int | None, title: str | None = None, *, came: int | None = None, goes: int | None = None
) -> Part:
    return Part(name, page, title, came, goes)


def test_pieces_with_one_headline_are_one_story() -> None:
    found = stories([
        part("a", 1, TITLE, goes=4), part("x", 1, "秋茶采摘正当时"), part("b", 4, f"{TITLE}（上接一版）", came=1),
    ])  # fmt: skip

    assert found == {"a": ("a", "b"), "b": ("a", "b")}


def test_a_story_may_have_three_pieces() -> None:
    found = stories([part("c", 5, TITLE, came=4), part("a", 1, TITLE, goes=4), part("b", 4, TITLE, came=1, goes=5)])

    assert found["c"] == ("a", "b", "c")
    assert len(found) == 3


def test_headlines_decide_where_two_stories_go_to_one_page() -> None:
    found = stories([
        part("a", 1, TITLE, goes=4), part("c", 1, "秋茶采摘正当时", goes=4),
        part("d", 4, "秋茶采摘", came=1), part("b", 4, "以改革促发展以实干开新局", came=1),
    ])  # fmt: skip

    assert (found["a"], found["c"]) == (("a", "b"), ("c", "d"))


def test_pages_that_name_each_other_suffice_where_nothing_else_can_be_meant() -> None:
    assert stories([part("a", 1, TITLE, goes=4), part("b", 4, None, came=1)])["a"] == ("a", "b")
    two = [part("a", 1, TITLE, goes=4), part("b", 4, None, came=1), part("c", 4, "秋茶采摘正当时", came=1)]
    assert stories(two) == {}


def test_an_orphan_stays_a_fragment() -> None:
    assert stories([part("b", 4, TITLE, came=1)]) == {}
    assert stories([part("a", 1, TITLE, goes=3), part("b", 4, TITLE, came=1)]) == {}
    assert stories([part("a", 1, TITLE, goes=4), part("x", 4, "秋茶采摘正当时")]) == {}


def test_one_headline_twice_without_a_jump_is_no_story() -> None:
    assert stories([part("a", 1, "图片报道"), part("b", 4, "图片报道")]) == {}


def test_pages_that_nobody_tells_leave_the_headline() -> None:
    assert stories([part("a", None, TITLE), part("b", None, TITLE, came=1)])["b"] == ("a", "b")


def test_jumps_in_a_circle_are_no_story() -> None:
    assert stories([part("a", 1, TITLE, came=4, goes=4), part("b", 4, TITLE, came=1, goes=1)]) == {}
