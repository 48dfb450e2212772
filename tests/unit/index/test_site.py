from dataclasses import replace

from jianbao.index.documents import search_documents
from jianbao.index.identify import Source, source_of
from jianbao.index.site import Content, build_archive
from jianbao.model.digest import Article, Block, Digest, IssueFields, Kind, Role
from jianbao.model.edtf import EdtfDate, Qualifier
from jianbao.model.problem import Problem
from jianbao.model.record import Record, TopicMatch
from jianbao.model.site import Archive, Newspaper, SiteConfig, TextPage
from jianbao.model.vocabulary import County, Gazetteer, Topic, Topics

COUNTIES = (
    County("990101", "东河区", "东河", "donghe", (0, 0), (), (), ()),
    County("990102", "西山县", "西山", "xishan", (1, 0), (), (), ()),
)
TOPICS = Topics(
    (
        Topic("economy", "经济", "Economy", "medtop:04000000", None, ()),
        Topic("energy", "能源", "Energy", "medtop:20000344", "economy", ()),
    )
)


def record(title: str, *, topic: str = "", counties: tuple[str, ...] = (), byline: tuple[str, ...] = ()) -> Record:
    blocks = (Block(Role.TITLE, title, (1,)), Block(Role.PARAGRAPH, f"{title}的正文。", (2,)))
    article = Article(None, Kind.NEWS, title, False, None, None, None, byline, None, None, None, None, 1.0, blocks)  # noqa: FBT003
    return Record(article, (TopicMatch(topic, 0.9, ()),) if topic else (), counties, (), ())


def source(file: str, date: EdtfDate, *records: Record, page: int | None = None) -> Source:
    fields = IssueFields(date=date, page=page)
    return source_of(Digest(file, "0" * 64, fields, tuple(one.article for one in records), ()), records)


SOURCES = (
    source(
        "b.txt", EdtfDate(2025, 12, 8), record("乙", topic="energy", counties=("990101",), byline=("林小满",)), page=2
    ),
    source("a.txt", EdtfDate(2025, 12, 8), record("甲", topic="economy"), record("无题"), page=1),
    source(
        "old.txt",
        EdtfDate(2025, 12, 0, Qualifier.APPROXIMATE),
        record("旧", topic="energy", counties=("990101", "990102")),
    ),
)


def built(*sources: Source, pages: tuple[TextPage, ...] = ()) -> tuple[Archive, tuple[Problem, ...]]:
    gazetteer = Gazetteer("9901", "新州市", "新州", "xinzhou", "", (), COUNTIES, ())
    config = SiteConfig("档案", "日报", page_size=5)
    return build_archive(Content(config, gazetteer, TOPICS, sources, pages))


def test_issues_stand_newest_first_and_know_their_neighbours() -> None:
    archive, problems = built(*SOURCES)
    assert not problems
    assert [(issue.key, issue.previous, issue.next) for issue in archive.issues] == [
        ("2025-12-08", "2025-12", None),
        ("2025-12", None, "2025-12-08"),
    ]


def test_pages_of_an_issue_stand_in_order_and_articles_are_chained_across_them() -> None:
    archive, _ = built(*SOURCES)
    assert archive.issues[0].entries == ("20251208-01-01", "20251208-01-02", "20251208-02-01")
    assert [page.fields.page for page in archive.issues[0].pages] == [1, 2]
    middle = archive.entries["20251208-01-02"]
    assert (middle.previous, middle.next) == ("20251208-01-01", "20251208-02-01")


def test_a_topic_counts_the_articles_of_its_children_once() -> None:
    archive, _ = built(*SOURCES)
    economy, energy = archive.topic_groups
    assert economy.entries == ("20251208-01-01", "20251208-02-01", "202512-01")
    assert energy.entries == ("20251208-02-01", "202512-01")
    assert [(cross.path, len(cross.entries)) for cross in energy.counties] == [
        ("topics/energy/donghe/", 2),
        ("topics/energy/xishan/", 1),
    ]


def test_counties_without_articles_are_there_too() -> None:
    archive, _ = built(SOURCES[1])
    assert [(group.path, group.entries) for group in archive.county_groups] == [
        ("counties/donghe/", ()),
        ("counties/xishan/", ()),
    ]


def test_reporters_and_unsorted_articles_are_gathered() -> None:
    archive, _ = built(*SOURCES)
    assert [(person.name, person.path, person.entries) for person in archive.people] == [
        ("林小满", "people/林小满/", ("20251208-02-01",))
    ]
    assert archive.unsorted == ("20251208-01-02",)


def test_the_order_in_which_digests_are_given_changes_nothing() -> None:
    assert built(*SOURCES) == built(*reversed(SOURCES))


def test_an_issue_is_as_unsure_as_its_least_sure_digest() -> None:
    sure = source("a.txt", EdtfDate(2025, 12), record("甲"))
    archive, _ = built(sure, SOURCES[2])
    (issue,) = archive.issues
    assert str(issue.date) == "2025-12~"
    assert issue.entries == ("202512-01", "202512-02")


def test_two_pages_at_one_address_are_told_with_both_owners() -> None:
    _, problems = built(*SOURCES, pages=(TextPage("search", "search/", "x", ""),))
    assert [problem.message for problem in problems] == [
        "the page /search/ and the page pages/search.md both claim the address /search/"
    ]


def test_an_archive_without_digests_is_empty_and_whole() -> None:
    archive, problems = built()
    assert not problems
    assert not archive.newest
    assert len(archive.county_groups) == 2


def test_search_is_told_of_articles_oldest_first_and_of_no_made_up_title() -> None:
    untitled = record("旧稿")
    block = untitled.article.blocks[1]
    article = replace(untitled.article, title="推断的题", title_inferred=True, blocks=(block,))
    archive, _ = built(*SOURCES, source("c.txt", EdtfDate(2024), replace(untitled, article=article)))
    documents = list(search_documents(archive))
    assert [document.id for document in documents][:2] == ["2024-01", "202512-01"]
    assert documents[0].blocks == (("paragraph", "旧稿的正文。"),)
    assert (documents[1].date, documents[1].first_day) == ("2025-12~", "2025-12-01")


def test_neighbours_of_an_issue_are_of_its_own_paper() -> None:
    evening = Newspaper("晚报", "evening")
    config = SiteConfig("档案", "日报", newspapers=(evening,))
    days = [(8, "日报"), (9, "晚报"), (10, "日报")]
    sources = [
        source_of(Digest(f"{day}.txt", "0" * 64, IssueFields(paper, EdtfDate(2025, 12, day)), (), ()), (record("甲"),))
        for day, paper in days
    ]
    gazetteer = Gazetteer("9901", "新州市", "新州", "xinzhou", "", (), COUNTIES, ())
    archive, _ = build_archive(Content(config, gazetteer, TOPICS, tuple(sources), ()))
    assert {issue.key: (issue.previous, issue.next) for issue in archive.issues} == {
        "2025-12-10": ("2025-12-08", None),
        "evening-2025-12-09": (None, None),
        "2025-12-08": (None, "2025-12-10"),
    }


def test_pieces_of_one_story_know_each_other() -> None:
    def piece(title: str, *, came: int | None = None, goes: int | None = None) -> Record:
        whole = record(title)
        return replace(whole, article=replace(whole.article, continued_from=came, continued_on=goes))

    archive, _ = built(
        source("1.txt", EdtfDate(2025, 12, 8), piece("以改革促发展", goes=4), record("甲"), page=1),
        source("4.txt", EdtfDate(2025, 12, 8), record("乙"), piece("以改革促发展", came=1), page=4),
    )

    whole = ("20251208-01-01", "20251208-04-02")
    assert {entry.id: entry.story for entry in archive.entries.values() if entry.story} == dict.fromkeys(whole, whole)
