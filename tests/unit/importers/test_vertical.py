from jianbao.importers.document import Original
from jianbao.importers.pdf import read_pdf
from jianbao.model.edtf import EdtfDate
from tests.unit.importers.papers import Drawn, drawn_pdf

TEXT = ("　　入冬以來技術員走進", "茶園指導茶農修枝施肥", "爲春茶豐產打下基礎。")


def downwards(text: str, left: float, top: float, size: float = 10) -> list[Drawn]:
    """Give a line that runs from the top down, each character drawn by itself."""
    return [(char, left, top - size * place, size, 0) for place, char in enumerate(text) if char != "　"]


def article(title: str, right: float, top: float) -> list[Drawn]:
    lines = [piece for n, line in enumerate(TEXT) for piece in downwards(line, right - 30 - 15 * n, top)]
    return [*downwards(title, right, top, 20), *lines]


def read(*placed: Drawn) -> list[list[str]]:
    (document,) = read_pdf(Original("a.pdf", drawn_pdf(*placed)))
    text = "\n".join(line.text for line in document.lines)
    return [block.split("\n") for block in text.strip("\n").split("\n\n")]


def test_lines_that_run_down_are_read_from_the_right() -> None:
    assert read(*article("茶園管護", 400, 700)) == [["茶園管護"], list(TEXT)]


def test_articles_below_each_other_are_read_one_after_the_other() -> None:
    titles = [block[0] for block in read(*article("茶園管護", 400, 700), *article("圖書館開放", 400, 500))]
    assert titles == ["茶園管護", TEXT[0], "圖書館開放", TEXT[0]]


def test_the_head_of_such_a_page_runs_from_the_left() -> None:
    head = [("2025年12月8日第2版", 50, 780, 9, 0)]
    (document,) = read_pdf(Original("a.pdf", drawn_pdf(*head, *article("茶園管護", 400, 700))))
    assert document.lines[0].text == "2025年12月8日第2版"
    assert (document.issue.date, document.issue.page) == (EdtfDate(2025, 12, 8), 2)


def test_a_page_of_ordinary_lines_with_a_headline_from_the_top_down_is_an_ordinary_one() -> None:
    lines: list[Drawn] = [("入冬以来技术员走进茶园", 130, 740 - 15 * n, 10, 0) for n in range(4)]
    assert read(*downwards("茶园管护", 80, 740, 20), *lines)[-1] == ["入冬以来技术员走进茶园"] * 4
