"""Corrections are public: on their page, and on that of the digest."""

from dataclasses import replace

from jianbao.model.correction import Correction
from jianbao.model.edtf import EdtfDate
from tests.unit.render import sample
from tests.unit.render.browsing import elements, local, read_site, text_of

ARCHIVE = sample.archive()
ENTRY = ARCHIVE.entries["20251206-01-01"]
MADE = (
    Correction(ENTRY.file, EdtfDate(2026, 1, 12), "先", "paragraph", "subtitle"),
    Correction(ENTRY.file, EdtfDate(2026, 2, 1), "<后>", "己经", "已经"),
)


def test_they_are_listed_the_newest_first_with_what_was_before() -> None:
    site = read_site(replace(ARCHIVE, corrections=MADE), sample.theme())
    (body,) = (element for element in elements(site.page("corrections/")) if local(element) == "tbody")
    cells = [[text_of(cell).strip() for cell in row] for row in body]
    assert [[row[0], *row[2:]] for row in cells] == [
        ["2026-02-01", "<后>", "己经", "已经"],
        ["2026-01-12", "先", "正文", "副题"],
    ]
    (link,) = {element.get("href") for element in elements(body) if local(element) == "a"}
    page = site.page(str(link).removeprefix("../"))
    assert "己经" in text_of(page)


def test_without_any_the_page_says_so() -> None:
    assert "尚无更正" in text_of(read_site(ARCHIVE, sample.theme()).page("corrections/"))
