"""Words over time: which stand out, when, and how they are drawn."""

import re
from dataclasses import replace

import pytest

from jianbao.index.site import build_archive
from jianbao.model.digest import Role
from jianbao.model.edtf import EdtfDate
from jianbao.model.site import Archive
from jianbao.render.pages.trends import bars
from tests.unit.render import sample
from tests.unit.render.browsing import Site, elements, local, read_site, text_of

ISSUES = 8
"""Articles of each month."""


def archive(*months: EdtfDate) -> Archive:
    """An archive in which every article of a month has a word of that month alone, and one of all months."""
    draft = sample.Draft(((Role.TITLE, "春茶开采"), (Role.PARAGRAPH, "茶园里一片繁忙。")))
    sources = []
    for month in months:
        made = sample.source(f"{month}.txt", (draft,) * ISSUES, month)
        words = ("茶园", f"词{month}")
        cards = tuple(replace(card, keywords=words) for card in made.cards)
        sources.append(replace(made, cards=cards))
    found, problems = build_archive(replace(sample.content(), sources=tuple(sources)))
    assert not problems
    return found


def rows(site: Site) -> list[list[str]]:
    found = (row for body in elements(site.page("trends/")) if local(body) == "tbody" for row in body)
    return [[text_of(cell).strip() for cell in row] for row in found]


def test_words_of_one_month_stand_out_the_newest_first_and_lead_to_their_articles() -> None:
    site = read_site(archive(EdtfDate(2025, 1), EdtfDate(2025, 3)), sample.theme())
    own = [row[:4] for row in rows(site) if row[0] != "茶园"]
    assert own == [["词2025-03", "2025年3月", "8", "8"], ["词2025-01", "2025年1月", "8", "8"]]
    links = {element.get("href") for element in elements(site.page("trends/")) if local(element) == "a"}
    assert "../search/?q=%E8%AF%8D2025-03&from=2025-03&to=2025-03" in links
    # January and March, with a gap for February: the width is that of three bars.
    drawings = {element.get("viewBox") for element in elements(site.page("trends/")) if local(element) == "svg"}
    assert drawings == {"0 0 12 24"}


def test_a_long_archive_is_told_by_years() -> None:
    site = read_site(archive(EdtfDate(2015, 1), EdtfDate(2025, 3)), sample.theme())
    assert {row[1] for row in rows(site)} == {"2015年", "2025年"}


def test_an_archive_without_months_has_nothing_to_tell() -> None:
    site = read_site(archive(EdtfDate(2025)), sample.theme())
    assert rows(site) == []
    assert "暂无稿件" in text_of(site.page("trends/"))


@pytest.mark.parametrize(
    ("values", "heights"),
    [((0.0, 0.5, 1.0), [12, 24]), ((0.001, 1.0), [1, 24]), ((0.0, 0.0), []), ((), [])],
    ids=["to scale", "never invisible", "nothing", "none"],
)
def test_bars_are_as_high_as_their_share(values: tuple[float, ...], heights: list[int]) -> None:
    assert [int(height) for height in re.findall(r"v-(\d+)", bars(values))] == heights
