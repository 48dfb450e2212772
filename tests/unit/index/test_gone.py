from dataclasses import replace

from jianbao.index.gone import retired_ids, settle
from jianbao.model.edtf import EdtfDate
from jianbao.model.gone import Gone

STANDING = (
    "articles/20251208-01/",
    "topics/power/",
    "topics/power/page/1/",
    "topics/power/beixi/",
    "topics/tea/beixi/",
    "counties/beixi/",
)
ARTICLES = ("articles/20251208-01/",)


def gone(path: str, moved: str | None = None, line: int = 1) -> Gone:
    return Gone(path, EdtfDate(2026), "理由", moved, line)


def settled(*entries: Gone) -> dict[str, str | None]:
    pages, problems = settle(entries, STANDING, ARTICLES)
    assert not problems
    return {page.path: page.moved for page in pages}


def flaws(*entries: Gone) -> list[tuple[int, str]]:
    pages, problems = settle(entries, STANDING, ARTICLES)
    assert not {page.path for page in pages} & set(STANDING)
    return [(problem.line, problem.message) for problem in problems]


def test_what_was_withdrawn_says_so_and_what_moved_leads_on() -> None:
    entries = (gone("articles/20251208-02/"), gone("articles/20251208-03/", "articles/20251208-01/"))
    assert settled(*entries) == {"articles/20251208-02/": None, "articles/20251208-03/": "articles/20251208-01/"}


def test_moves_behind_each_other_lead_on_in_one_step() -> None:
    entries = [
        gone("articles/a/", "articles/b/"),
        gone("articles/b/", "articles/c/"),
        gone("articles/c/"),
        gone("articles/d/", "articles/e/"),
        gone("articles/e/", "articles/20251208-01/"),
    ]
    found = settled(*entries)
    assert (found["articles/a/"], found["articles/b/"], found["articles/c/"]) == ("articles/c/", "articles/c/", None)
    assert found["articles/d/"] == "articles/20251208-01/"


def test_a_topic_takes_its_pages_with_it_and_a_county_those_where_it_meets_topics() -> None:
    assert settled(gone("topics/energy/", "topics/power/")) == {
        "topics/energy/": "topics/power/",
        "topics/energy/page/1/": "topics/power/page/1/",
        "topics/energy/beixi/": "topics/power/beixi/",
    }
    assert settled(gone("counties/xi/", "counties/beixi/")) == {
        "counties/xi/": "counties/beixi/",
        "topics/power/xi/": "topics/power/beixi/",
        "topics/tea/xi/": "topics/tea/beixi/",
    }


def test_an_entry_of_its_own_goes_before_that_of_the_topic_above() -> None:
    own = gone("topics/energy/beixi/")
    topic = gone("topics/energy/", "topics/power/")
    assert settled(own, topic)["topics/energy/beixi/"] is None
    assert settled(topic, own)["topics/energy/beixi/"] is None


def test_what_cannot_be_is_told_with_its_line() -> None:
    assert flaws(gone("topics/tea/beixi/", line=3)) == [(3, "/topics/tea/beixi/ is a page of the site")]
    assert flaws(gone("articles/a/"), gone("articles/a/", line=2)) == [(2, "/articles/a/ is listed twice")]
    assert flaws(gone("articles/a/", "articles/zz/", line=4)) == [
        (4, "there is no page /articles/zz/ that it could have moved to")
    ]
    circle = flaws(gone("articles/a/", "articles/b/"), gone("articles/b/", "articles/a/", line=2))
    assert [line for line, _ in circle] == [1, 2]
    assert all("circle" in message for _, message in circle)


def test_the_order_of_entries_does_not_matter() -> None:
    entries = [gone("articles/a/", "articles/b/"), gone("articles/b/"), gone("topics/energy/", "topics/power/")]
    turned = [replace(one, line=9 - one.line) for one in reversed(entries)]
    assert settled(*entries) == settled(*turned)


def test_ids_of_articles_are_retired_and_only_these() -> None:
    assert retired_ids((gone("articles/20251208-02/", line=7), gone("topics/tea/"))) == {"20251208-02": 7}
