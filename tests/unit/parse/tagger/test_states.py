import numpy as np

from jianbao.parse.labels import Label
from jianbao.parse.tagger.states import STATES, Stage, State, grammar, index_of, may_follow


def state(label: Label, stage: Stage, *, opens: bool = False) -> State:
    return STATES[index_of(label, stage, opens=opens)]


def test_every_label_has_a_state() -> None:
    assert {each.label for each in STATES} == set(Label)


def test_no_two_states_are_alike() -> None:
    assert len({(each.label, each.stage, each.opens) for each in STATES}) == len(STATES)


def test_a_page_begins_with_furniture_or_an_article() -> None:
    begin, _ = grammar()
    assert all(each.opens or each.label is Label.FURNITURE for each, may in zip(STATES, begin, strict=True) if may)


def test_no_text_before_the_first_article() -> None:
    """From furniture at the top one gets into an article only by opening it."""
    top = state(Label.FURNITURE, Stage.TOP)
    assert all(each.opens or each is top for each in STATES if may_follow(top, each))


def test_a_kicker_waits_for_its_headline() -> None:
    kicker = state(Label.KICKER, Stage.BEFORE_HEADLINE, opens=True)
    assert may_follow(kicker, state(Label.TITLE, Stage.HEADLINE))
    assert not may_follow(kicker, state(Label.PARAGRAPH, Stage.TEXT))
    assert not may_follow(kicker, state(Label.START, Stage.TEXT, opens=True))


def test_a_headline_goes_on_only_behind_a_headline() -> None:
    more = state(Label.TITLE_NEXT, Stage.HEADLINE)
    assert may_follow(state(Label.TITLE, Stage.HEADLINE, opens=True), more)
    assert may_follow(more, more)
    assert not may_follow(state(Label.KICKER, Stage.BEFORE_HEADLINE, opens=True), more)
    assert not may_follow(state(Label.PARAGRAPH, Stage.TEXT), more)


def test_a_deck_may_stand_on_either_side_of_the_headline() -> None:
    title = state(Label.TITLE, Stage.HEADLINE)
    assert may_follow(state(Label.SUBTITLE, Stage.BEFORE_HEADLINE), title)
    assert may_follow(title, state(Label.SUBTITLE, Stage.AFTER_HEADLINE))
    assert not may_follow(state(Label.SUBTITLE, Stage.AFTER_HEADLINE), title)


def test_every_state_can_be_reached_and_left() -> None:
    begin, follow = grammar()
    assert np.all(begin | follow.any(axis=0))
    assert np.all(follow.any(axis=1))
