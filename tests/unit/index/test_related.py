from jianbao.index.related import Subject, relate

TEA = ("湄潭", "春茶", "茶园", "采摘", "茶农")
LIQUOR = ("酱酒", "酿造", "高粱", "窖池", "酒企")


def test_an_article_is_related_to_earlier_ones_and_says_by_which_words() -> None:
    found = relate(
        [Subject("a", "2025-03-01", TEA), Subject("b", "2025-03-02", LIQUOR), Subject("c", "2025-03-05", TEA[:3])]
    )

    (link,) = found["c"].earlier
    assert (link.id, set(link.shared)) == ("a", set(TEA[:3]))
    assert 0 < link.likeness <= 1
    assert found["b"].earlier == found["b"].later == ()
    assert [later.id for later in found["a"].later] == ["c"]


def test_a_story_goes_on_within_a_month() -> None:
    found = relate([Subject("a", "2025-03-01", TEA), Subject("b", "2025-03-20", TEA), Subject("c", "2025-09-01", TEA)])

    assert [link.follows for link in found["b"].earlier] == [True]
    assert [(link.id, link.follows) for link in found["c"].earlier] == [("a", False), ("b", False)]


def test_what_was_said_of_old_articles_settles_while_the_archive_grows() -> None:
    subjects = [
        Subject(f"{number:03}", f"2025-{1 + number // 28:02}-{1 + number % 28:02}", TEA) for number in range(60)
    ]
    before, after = relate(subjects[:40]), relate(subjects)

    assert all(after[each].earlier == before[each].earlier for each in before)
    changed = [each for each in before if after[each].later != before[each].later]
    assert len(changed) <= 8
    assert all(len(each.later) <= 3 for each in after.values())


def test_one_word_in_common_is_too_little() -> None:
    found = relate([Subject("a", "2025-03-01", TEA), Subject("b", "2025-03-02", ("茶园", *LIQUOR))])

    assert found["b"].earlier == ()
