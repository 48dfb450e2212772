from collections.abc import Mapping, Sequence
from dataclasses import replace

from jianbao.index.identify import Source, source_of
from jianbao.index.site import Content, build_archive
from jianbao.model.digest import Block, Digest, IssueFields, Role
from jianbao.model.edtf import EdtfDate
from jianbao.model.record import Record
from jianbao.model.site import Archive, Bond, SiteConfig
from jianbao.model.vocabulary import Gazetteer, Topics
from tests.unit.index import test_site
from tests.unit.index.test_reprints import OTHER, STORY

TEA = ("春茶", "茶园", "采摘", "茶农", "炒青", "茶青")
LIQUOR = ("酱酒", "酿造", "高粱", "窖池", "酒企", "下沙")


def day(month: int, number: int, *articles: tuple[Sequence[str], Sequence[str]], page: int | None = None) -> Source:
    """A digest of keywords and paragraphs."""
    records = []
    for place, (keywords, paragraphs) in enumerate(articles):
        blocks = tuple(Block(Role.PARAGRAPH, text, (10 * place + line,)) for line, text in enumerate(paragraphs, 1))
        blocks = blocks or (Block(Role.TITLE, "标题", (10 * place + 1,)),)
        article = replace(test_site.record("标题").article, blocks=blocks)
        records.append(Record(article, (), (), (), tuple(keywords)))
    fields = IssueFields(date=EdtfDate(2025, month, number), page=page)
    made = tuple(one.article for one in records)
    return source_of(Digest(f"{month:02}-{number:02}.txt", "0" * 64, fields, made, ()), tuple(records))


def archive(*sources: Source) -> Archive:
    gazetteer = Gazetteer("9901", "新州市", "新州", "xinzhou", "", (), (), ())
    return build_archive(Content(SiteConfig("档案", "日报"), gazetteer, Topics(()), sources, ()))[0]


def shown(archive: Archive) -> Mapping[str, list[tuple[str, Bond]]]:
    return {each: [(one.id, one.bond) for one in archive.relations[each]] for each in archive.relations}


def test_an_article_is_related_to_earlier_ones_and_says_by_which_words() -> None:
    made = archive(day(3, 1, (TEA, ())), day(3, 2, (LIQUOR, ())), day(6, 5, (TEA[:3], ())))

    (relation,) = made.relations["20250605-01"]
    assert (relation.id, relation.bond, set(relation.shared)) == ("20250301-01", Bond.ALIKE, set(TEA[:3]))
    assert made.relations["20250302-01"] == made.relations["20250301-01"] == ()


def test_a_story_goes_on_within_a_month() -> None:
    found = shown(archive(day(3, 1, (TEA, ())), day(3, 20, (TEA, ())), day(9, 1, (TEA, ()))))

    assert found["20250320-01"] == [("20250301-01", Bond.FOLLOWS)]
    assert {bond for _, bond in found["20250901-01"]} == {Bond.ALIKE}


def test_articles_of_one_issue_are_related_both_ways() -> None:
    found = shown(archive(day(3, 1, (TEA, ()), (TEA, ()))))

    assert found == {
        "20250301-01": [("20250301-02", Bond.ALIKE)],
        "20250301-02": [("20250301-01", Bond.ALIKE)],
    }


def test_the_same_text_is_told_first_and_once() -> None:
    found = shown(archive(day(3, 1, (TEA, STORY)), day(3, 3, (TEA, STORY)), day(3, 5, (TEA, STORY), (TEA, OTHER))))

    assert found["20250303-01"] == [("20250301-01", Bond.REPRINT)]
    assert found["20250305-01"] == [
        ("20250301-01", Bond.REPRINT),
        ("20250303-01", Bond.REPRINT),
        ("20250305-02", Bond.ALIKE),
    ]
    assert len(found["20250305-02"]) == 1


def test_the_same_words_a_year_later_are_no_reprint() -> None:
    assert Bond.REPRINT not in dict(shown(archive(day(1, 1, (TEA, STORY)), day(12, 1, (TEA, STORY))))["20251201-01"])


def test_what_is_in_the_paper_every_day_tells_nothing() -> None:
    daily = ("快讯", "联播", "天气", "要闻")
    sources = [day(3, number, (daily, ())) for number in range(1, 31)]

    assert shown(archive(*sources))["20250330-01"] == []


def test_a_new_day_changes_nothing_of_older_ones() -> None:
    sources = [day(1 + number // 28, 1 + number % 28, (TEA, STORY), (LIQUOR, ())) for number in range(60)]
    before, after = archive(*sources[:40]), archive(*sources)

    assert {each: after.relations[each] for each in before.relations} == dict(before.relations)
    assert before.related.items() <= after.related.items()


def test_a_change_in_the_past_is_told_to_those_that_look_back_at_it_alone() -> None:
    others = [day(1 + number // 28, 1 + number % 28, (TEA, ())) for number in range(1, 60)]
    before, after = archive(day(1, 1, (TEA, ())), *others), archive(day(1, 1, (LIQUOR, ())), *others)

    changed = sorted(issue for issue in before.related if before.related[issue] != after.related[issue])
    assert changed[0] == "2025-01-02"
    assert len(changed) == 20
    for identifier in before.relations:
        if before.entries[identifier].issue not in {"2025-01-01", *changed}:
            assert before.relations[identifier] == after.relations[identifier]
