"""People, figures, keywords, related articles and accuracy: what their pages show of the sample."""

import csv
from xml.etree.ElementTree import Element

from jianbao.model.site import Archive
from jianbao.render.pages.figures import ROWS, concerning, newest_stating, spoken_value
from tests.unit.render import sample
from tests.unit.render.browsing import Site, by_class, elements, local, read_site, text_of


def rows(page: Element) -> list[list[str]]:
    """The cells of the rows of a table's body."""
    found = (row for body in elements(page) if local(body) == "tbody" for row in body)
    return [[text_of(cell).strip() for cell in row] for row in found]


def test_a_person_has_a_page_with_first_and_last_mention_and_each_office(site: Site) -> None:
    page = site.page("people/named/丁一/")

    head = text_of(by_class(page, "head")[0])
    assert "首见 约2025年10月" in head
    assert "末见 2025年12月6日" in head
    assert "河口镇党委书记" in text_of(by_class(page, "strip")[0])
    assert rows(page)[0][0] == "2025-12-06"
    assert rows(page)[0][2] == "河口镇党委书记"


def test_who_signs_and_who_is_named_are_told_apart(site: Site) -> None:
    named, reporters, *_ = by_class(site.page("people/"), "crowd")[0]

    assert "丁一" in text_of(named)
    assert {"林小满", "周砚"} <= set(text_of(reporters).split())
    assert "丁一" not in text_of(reporters)


def test_who_is_both_is_led_from_one_page_to_the_other(site: Site) -> None:
    there = {a.get("href") for a in elements(by_class(site.page("people/林小满/"), "head")[0]) if local(a) == "a"}
    back = {a.get("href") for a in elements(by_class(site.page("people/named/林小满/"), "head")[0]) if local(a) == "a"}

    assert "../../people/named/林小满/" in there
    assert "../../../people/林小满/" in back


def test_who_is_named_less_often_has_no_page(archive: Archive) -> None:
    assert {group.name for group in archive.officeholders} == {"丁一", "林小满"}


def test_who_is_named_less_often_stands_in_the_list_with_the_articles(site: Site, archive: Archive) -> None:
    seldom = {one.name: one.entries for one in archive.seldom_named}
    shown = by_class(site.page("people/"), "namings")[0]

    led_to = {a.get("href") for a in elements(shown) if local(a) == "a"}

    assert seldom
    for name, identifiers in seldom.items():
        assert name in text_of(shown)
        assert {f"../{archive.entries[identifier].path}" for identifier in identifiers} <= led_to


def test_an_organisation_has_a_page_with_first_and_last_mention_and_its_articles(site: Site) -> None:
    page = site.page("people/organisations/河口镇竹编协会/")

    head = text_of(by_class(page, "head")[0])
    assert "首见 约2025年10月" in head
    assert "末见 2025年12月6日" in head
    assert rows(page)[0] == ["2025-12-06", "一根竹子的“七十二变” 看河口镇怎样把手艺变成产业"]
    assert "河口镇竹编协会" in text_of(by_class(site.page("people/"), "crowd")[0])


def test_an_organisation_counts_an_article_once_and_has_no_page_for_a_few(archive: Archive) -> None:
    (group,) = archive.organisations

    assert group.name == "河口镇竹编协会"
    assert len(group.entries) == len(set(group.entries)) >= 4


def test_a_county_shows_what_is_about_it_before_what_only_names_it(site: Site) -> None:
    page = site.page("counties/beixi/")

    assert by_class(page, "empty")
    (named,) = by_class(page, "named")
    assert len([e for e in elements(named) if local(e) == "h3"]) == 2
    assert len([e for e in elements(site.page("counties/beixi/named/")) if local(e) == "h3"]) == 2
    assert not by_class(site.page("counties/dongguan/"), "named")


def test_a_county_tells_of_its_people_and_figures(site: Site) -> None:
    page = site.page("counties/nanzhu/")

    assert "丁一" in text_of(by_class(page, "strip")[1])
    assert "数据" in text_of(by_class(page, "head")[0])


def test_a_figure_stands_in_its_sentence(site: Site) -> None:
    found = rows(site.page("counties/nanzhu/figures/"))

    subject, printed, normal, change, date, sentence = found[0]
    assert (subject, printed, normal, change, date) == ("培训", "1271人次", "1,271人次", "", "2025-12-06")
    assert sentence.startswith("……请企业的技师来当老师，考核合格的发给证书。截至11月底，已有1271人次参加培训，")


def test_what_an_article_states_is_not_told_of_a_county_that_it_only_names() -> None:
    groups = {group.county.slug: group for group in sample.archive().county_groups}

    assert groups["beixi"].named.entries
    assert not concerning(groups["beixi"])
    assert concerning(groups["nanzhu"]) == groups["nanzhu"].entries


def test_the_table_of_a_year_has_all_figures_and_no_formula(site: Site) -> None:
    (name,) = (name for name in site.files if name.startswith("figures/") and name.endswith(".csv"))
    header, *table = csv.reader(site.files[name].decode("utf-8-sig").splitlines())

    assert header[:2] == ["date", "article"]
    assert table[-3][:2] == ["2025-12-06", "20251206-01-01"]
    assert table[-3][4:] == ["培训", "1271", "人次", "", "", "1271人次"]
    assert table[-1][4].startswith("'=1+1")
    assert table[-1][8] == "-5.5"


def test_a_page_shows_the_newest_figures_only(archive: Archive) -> None:
    shown = newest_stating(archive, archive.newest)

    assert [entry.id for entry in shown] == [one for one in archive.newest if archive.entries[one].card.figures]
    assert sum(entry.card.figures for entry in shown) < ROWS
    assert len(newest_stating(archive, archive.newest * ROWS)) < ROWS


def test_values_have_no_more_decimals_than_they_need() -> None:
    assert [spoken_value(value) for value in (476900.0, 31.5, 1e13, 0.25)] == [
        "476,900", "31.5", "10,000,000,000,000", "0.25",
    ]  # fmt: skip


def test_keywords_lead_to_the_search(site: Site) -> None:
    page = site.page("keywords/")
    links = {text_of(a): a.get("href") for a in elements(by_class(page, "crowd")[0]) if local(a) == "a"}

    assert links["竹编"] == "../search/?q=%E7%AB%B9%E7%BC%96"
    assert "手艺人" in links


def test_related_articles_say_why(site: Site) -> None:
    related = next(site.page("articles/20251206-01-01/").iterfind(".//main/section"))
    first, *_ = (element for element in elements(related) if local(element) == "li")

    assert text_of(first).split()[0] == "同一文字"
    assert next(a.get("href") for a in elements(first) if local(a) == "a") == "../20251103-01-01/"
    assert site.page("articles/20251206-01-06/").find(".//main/section") is None


def test_scores_stand_with_their_intervals() -> None:
    page = read_site(sample.archive(language="en"), sample.theme()).page("about/accuracy/")

    table = {row[0]: row[1:] for row in rows(page)}
    assert table["Where an article begins"][0].startswith("0.9")
    assert "–" in table["Where an article begins"][0]
    assert {"Headline", "People in the texts", "Coverage"} <= table.keys()
