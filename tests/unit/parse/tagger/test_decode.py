import itertools

import numpy as np
import pytest

from jianbao.parse.labels import Label, LineTag, PageLine
from jianbao.parse.tagger.decode import (
    UNGRAMMATICAL,
    allowed,
    best_path,
    gains,
    joined_headings,
    marginals,
    tag,
    two_state_marginals,
)
from jianbao.parse.tagger.pieces import Piece
from jianbao.parse.tagger.states import STATES

PAGE = (
    PageLine("学习贯彻全会精神 奋力开创新局面", 0),
    PageLine("清江县茶产业迈上新台阶", 0),
    PageLine("本报讯（记者 张三）4月8日，清江县举行春茶开采仪式，来自各乡镇的茶农和企业代表参加活动。", 0),
    PageLine("据了解，该县现有茶园二十万亩，去年茶产业综合产值突破五十亿元，带动十万余人增收。", 0),
    PageLine("图书馆夜间开放受欢迎", 0),
    PageLine("本报讯（记者 李四）自3月起，市图书馆将闭馆时间延长至晚上十点，每晚到馆读者近千人。", 0),
    PageLine("“下班以后也能来看书，真方便。”市民王女士说。", 0),
)


def chains() -> list[tuple[np.ndarray, np.ndarray, np.ndarray]]:
    rng = np.random.default_rng(7)
    return [(rng.normal(0, 2, (n, 4)), rng.normal(0, 1, 4), rng.normal(0, 2, (4, 4))) for n in (1, 2, 5)]


def weight(path: tuple[int, ...], scores: np.ndarray, begin: np.ndarray, follow: np.ndarray) -> float:
    steps = sum(follow[a, b] for a, b in itertools.pairwise(path))
    return float(begin[path[0]] + steps + sum(scores[at, state] for at, state in enumerate(path)))


def test_what_was_joined_to_a_heading_is_taken_apart() -> None:
    def page(*labels: Label) -> tuple[list[Piece], list[int]]:
        pieces = [Piece(PageLine("甲乙", 0), 2 * number, 2 * number + 1) for number in range(len(labels))]
        states = [next(at for at, state in enumerate(STATES) if state.label is label) for label in labels]
        return pieces, states

    assert joined_headings(*page(Label.TITLE, Label.PARAGRAPH, Label.SUBTITLE)) == {1, 5}
    marked = [Piece(PageLine("甲乙", 0, Label.TITLE), 0, 1)]
    assert joined_headings(marked, page(Label.TITLE)[1]) == set()


@pytest.mark.parametrize("chain", chains())
def test_the_best_path_is_the_best_of_all_paths(chain: tuple[np.ndarray, np.ndarray, np.ndarray]) -> None:
    paths = itertools.product(range(4), repeat=len(chain[0]))
    assert tuple(best_path(*chain)) == max(paths, key=lambda path: weight(path, *chain))


@pytest.mark.parametrize("chain", chains())
def test_marginals_are_sums_over_all_paths(chain: tuple[np.ndarray, np.ndarray, np.ndarray]) -> None:
    expected = np.zeros_like(chain[0])
    for path in itertools.product(range(4), repeat=len(chain[0])):
        expected[np.arange(len(path)), path] += np.exp(weight(path, *chain))
    np.testing.assert_allclose(marginals(*chain), expected / expected.sum(axis=1, keepdims=True))


@pytest.mark.parametrize("count", [1, 2, 40])
def test_odds_of_two_states_are_their_marginals(count: int) -> None:
    rng = np.random.default_rng(count)
    scores, follow = rng.normal(0, 5, (count, 2)), rng.normal(0, 1, (2, 2))
    expected = marginals(scores, np.array([0, UNGRAMMATICAL]), follow)[:, 1]
    np.testing.assert_allclose(two_state_marginals(scores, follow), expected, atol=1e-12)


def test_a_path_gains_by_its_states_and_more_by_its_openings() -> None:
    opens = np.array([state.opens for state in STATES])
    chances = np.zeros((1, len(STATES)))
    chances[0, np.flatnonzero(opens)[:2]] = 0.35
    chances[0, np.flatnonzero(~opens)[0]] = 0.3
    gained = gains(chances)[0]
    assert gained[opens].min() > gained[~opens].max()
    assert gained[opens].max() == pytest.approx(0.35 + 2 * 0.7)


def test_a_page_falls_into_its_articles() -> None:
    assert [at for at, line in enumerate(tag(PAGE)) if line.opens] == [0, 4]


def test_headlines_are_told_from_text() -> None:
    labels = [line.label for line in tag(PAGE)]
    assert labels[4:] == [Label.TITLE, Label.PARAGRAPH, Label.PARAGRAPH]


def test_no_lines_no_tags() -> None:
    assert tag(()) == ()


def test_probabilities_are_probabilities() -> None:
    assert all(0 <= line.confidence <= 1 and 0 <= line.opens_confidence <= 1 for line in tag(PAGE))


@pytest.mark.parametrize("label", Label)
@pytest.mark.parametrize("opens", [None, True, False])
def test_a_mark_is_obeyed_wherever_it_stands(label: Label, opens: bool | None) -> None:  # noqa: FBT001
    for at in (0, 3, len(PAGE) - 1):
        marked = list(PAGE)
        marked[at] = PAGE[at]._replace(fixed=label, fixed_opens=opens)
        tags = tag(marked)
        assert tags[at].label is label
        assert tags[at].confidence == pytest.approx(1)
        if label is Label.START:
            assert tags[at].opens
        elif label is Label.FURNITURE:
            assert not tags[at].opens
        elif opens is not None:
            assert tags[at] == LineTag(label, opens, tags[at].confidence, 1.0)


def test_the_lines_around_a_mark_react_to_it() -> None:
    """The first line of a heading group marked as the headline makes the second one a deck, not a headline."""
    marked = [PAGE[0]._replace(fixed=Label.TITLE), *PAGE[1:]]
    first, second = tag(marked)[:2]
    assert first.opens
    assert second.label in {Label.SUBTITLE, Label.TITLE_NEXT, Label.SUBTITLE_NEXT}


def test_a_line_that_may_not_open_an_article_joins_the_article_before() -> None:
    marked = [*PAGE[:4], PAGE[4]._replace(fixed_opens=False), *PAGE[5:]]
    assert not tag(marked)[4].opens


def test_marks_that_contradict_the_grammar_still_give_a_tag_to_every_line() -> None:
    marked = [line._replace(fixed=Label.KICKER_NEXT) for line in PAGE]
    assert [line.label for line in tag(marked)] == [Label.KICKER_NEXT] * len(PAGE)


def test_only_states_of_the_mark_are_allowed() -> None:
    mask = allowed([PageLine("甲", 0, fixed=Label.TITLE, fixed_opens=True), PageLine("乙", 0)])
    assert [STATES[at].label for at in np.flatnonzero(mask[0])] == [Label.TITLE]
    assert mask[1].all()


@pytest.mark.parametrize(
    "lines",
    [
        [PageLine("甲" * 1_000_000, 0)],
        [PageLine("甲", 0)] * 20_000,
        [PageLine("）】”" * 30, 3)] * 50,
        [PageLine("\ud800", 0), PageLine("\x00", 10**9), PageLine("𠮷\u2028", 0)],
    ],
    ids=["one huge line", "very many lines", "closings without openings", "odd characters"],
)
def test_hostile_pages_get_a_tag_for_every_line(lines: list[PageLine]) -> None:
    assert len(tag(lines)) == len(lines)


def test_a_line_that_names_its_photographer_is_still_a_caption() -> None:
    assert tag([*PAGE, PageLine("图为茶农在采茶。（张三 摄）", 0)])[-1].label is Label.CAPTION


def test_a_line_kept_apart_continues_nothing() -> None:
    cut = (PageLine("清江县采茶", 0, Label.TITLE, fixed_opens=True), PageLine("节开幕", 1), PageLine("茶农忙着采", 1))
    told = [line._replace(apart=place > 0, fixed_opens=place == 0) for place, line in enumerate(cut)]
    joining = {Label.TITLE_NEXT, Label.KICKER_NEXT, Label.SUBTITLE_NEXT, Label.CONTINUATION}
    assert not {one.label for one in tag(told)} & joining
