from dataclasses import replace

from jianbao.index.identify import Placed, Source, identify, source_of
from jianbao.model.digest import Article, Block, Digest, IssueFields, Kind, Role
from jianbao.model.edtf import EdtfDate, Qualifier
from jianbao.model.problem import Problem, Severity
from jianbao.model.record import Record
from jianbao.model.site import Newspaper, SiteConfig

CONFIG = SiteConfig("档案", "日报", newspapers=(Newspaper("晚报", "evening"),))
DAY = EdtfDate(2025, 12, 8)


def article(identifier: str | None = None, line: int = 1) -> Record:
    block = Block(Role.TITLE, "标题", (line,))
    made = Article(identifier, Kind.NEWS, "标题", False, None, None, None, (), None, None, None, None, 1.0, (block,))  # noqa: FBT003
    return Record(made, (), (), (), ())


def source(file: str, ids: list[str | None], **fields: object) -> Source:
    issue = replace(IssueFields(date=DAY), **fields)  # type: ignore[arg-type]
    records = tuple(article(identifier, line) for line, identifier in enumerate(ids, 1))
    return source_of(Digest(file, "0" * 64, issue, tuple(record.article for record in records), ()), records)


def identified(*sources: Source) -> tuple[tuple[Placed, ...], tuple[Problem, ...]]:
    return identify(CONFIG, sources)


def ids_of(*sources: Source) -> list[tuple[str, ...]]:
    placed, problems = identified(*sources)
    assert not problems
    return [one.ids for one in placed]


def test_articles_are_numbered_in_the_order_of_the_page() -> None:
    assert ids_of(source("a.txt", [None, None])) == [("20251208-01", "20251208-02")]


def test_pages_count_by_themselves() -> None:
    pages = (source("a-02.txt", [None], page=2), source("a-01.txt", [None, None], page=1))
    assert ids_of(*pages) == [("20251208-01-01", "20251208-01-02"), ("20251208-02-01",)]


def test_digests_of_one_day_without_pages_count_on_and_it_is_said_that_numbers_may_move() -> None:
    placed, problems = identified(source("b.txt", [None]), source("a.txt", [None]))
    assert [one.ids for one in placed] == [("20251208-01",), ("20251208-02",)]
    assert [(problem.file, problem.severity) for problem in problems] == [("b.txt", Severity.WARNING)]


def test_pinned_ids_are_kept_and_passed_over() -> None:
    placed, _ = identified(source("a.txt", [None, "20251208-01", None]), source("b.txt", ["old-7", None]))
    got = [one.ids for one in placed]
    assert got == [("20251208-02", "20251208-01", "20251208-04"), ("old-7", "20251208-06")]
    assert len({identifier for ids in got for identifier in ids}) == 5


def test_an_approximate_month_and_another_paper_show_in_the_id() -> None:
    month = EdtfDate(2025, 12, 0, Qualifier.APPROXIMATE)
    placed, _ = identified(source("a.txt", [None], date=month, newspaper="晚报"))
    assert (placed[0].key, placed[0].ids) == ("evening-2025-12", ("evening-202512-01",))


def test_one_id_pinned_twice_is_told_with_both_places() -> None:
    _, problems = identified(source("a.txt", [None, "x"]), source("b.txt", ["x"]))
    assert [(problem.file, problem.line) for problem in problems] == [("b.txt", 1)]
    assert "a.txt:2" in problems[0].message


def test_a_digest_without_date_or_of_an_unknown_paper_is_told_and_left_out() -> None:
    placed, problems = identified(source("a.txt", [None], date=None, newspaper="月报"), source("b.txt", [None]))
    assert [one.source.file for one in placed] == ["b.txt"]
    assert sorted(problem.message for problem in problems) == [
        "the digest has no date",
        "the newspaper 月报 is not known to this archive",
    ]
    assert all(problem.file == "a.txt" and problem.hint for problem in problems)
    assert any("date: 2025-12-08" in problem.hint for problem in problems)
