import random
from dataclasses import fields, replace

import numpy as np
import pytest

from jianbao.parse.labels import Label
from jianbao.parse.tagger.committee import committee_of, convolve, mean_scores
from jianbao.parse.tagger.features import of_lines
from jianbao.parse.tagger.model import from_bytes, join_scores, to_bytes
from jianbao.parse.tagger.network import Network
from jianbao.parse.tagger.states import STATES, grammar
from jianbao.parse.training.blocks import Source
from jianbao.parse.training.chain import Grammar, chain_loss
from jianbao.parse.training.fit import fit, fit_joiner
from jianbao.parse.training.gradients import Example, Noise, loss_and_gradients
from jianbao.parse.training.initial import Sizes, initial
from jianbao.parse.training.material import Material
from jianbao.parse.training.member import JOINS
from jianbao.parse.training.pages import compose
from jianbao.parse.training.plan import Plan
from jianbao.parse.training.reader import Reader, read_material
from jianbao.parse.training.roles import role_of

SIZES = Sizes(hidden=6, character=3, pair=2, known=40)


def article(number: int) -> Source:
    return Source(
        date="2024-05-01",
        page=2,
        kicker="清江县抓住时节" if number % 2 else None,
        title=f"第{number}届采茶节开幕 各地茶农齐聚（乡村行）",
        subtitle="——清江采茶节见闻" if number % 3 == 0 else None,
        paragraphs=(
            "本报讯（记者 张三）五月一日，采茶节在清江县开幕，来自各地的茶农和游客参加了开幕式。" * 2,
            "茶香引来四方客",
            "据了解，采茶节已经连续举办多年，成为当地的一张名片，带动了旅游和餐饮的发展。" * 3,
            "（张三）",
        ),
    )


PAGES = [[article(number) for number in range(start, start + 4)] for start in range(0, 24, 4)]


@pytest.mark.parametrize("rough", [False, True])
def test_composed_pages_keep_the_grammar(rough: bool) -> None:  # noqa: FBT001
    begin, follow = grammar()
    for seed in range(60):
        page = compose(PAGES[seed % 6], random.Random(seed), rough=rough)
        states = np.array(page.states)
        assert begin[states[0]]
        assert follow[states[:-1], states[1:]].all()
        assert sum(STATES[state].opens for state in states) == 4


@pytest.mark.parametrize("rough", [False, True])
def test_composed_pages_hold_the_text_of_their_articles(rough: bool) -> None:  # noqa: FBT001
    for seed in range(20):
        page = compose(PAGES[0], random.Random(seed), rough=rough)
        printed = "".join("".join(line.text.split()) for line in page.lines)
        assert all("".join(each.paragraphs[0].split())[:8] in printed for each in PAGES[0])


def test_the_same_seed_gives_the_same_page() -> None:
    assert compose(PAGES[0], random.Random(3), rough=True) == compose(PAGES[0], random.Random(3), rough=True)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("（本报记者张三、李四）", Label.BYLINE),
        ("本报记者 张 三 通讯员 李四", Label.BYLINE),
        ("（作者为清江大学教授）", Label.BYLINE),
        ("新华社记者 张三摄", Label.CREDIT),
        ("数据来源：清江县统计局", Label.CREDIT),
        ("（来源：《清江日报》）", Label.CREDIT),
        ("图为茶农在采茶。", Label.CAPTION),
        ("（下转第四版）", Label.JUMP),
        ("茶香引来四方客", Label.CROSSHEAD),
        ("记者了解到，茶农收入增加了不少，生活好了。", Label.PARAGRAPH),
    ],
)
def test_paragraphs_get_weak_roles(text: str, label: Label) -> None:
    long = "茶园里采茶的人越来越多，歌声不断，" * 4
    assert role_of([long, text, long, long], 1) is label


def test_a_last_short_line_is_no_crosshead() -> None:
    assert role_of(["茶园里采茶的人越来越多，歌声不断，" * 4, "清江县 张三"], 1) is Label.PARAGRAPH


def small() -> tuple[Reader, list[Example], list[Example]]:
    plan = Plan()
    rng = random.Random(1)
    reader = read_material(Material(PAGES), SIZES, plan, rng)
    pages = [compose(page, random.Random(number), rough=number > 0) for number, page in enumerate(PAGES[:2])]
    examples = [reader.examples(page, reader.seams, plan, rng) for page in pages]
    return reader, [lines for lines, _ in examples], [pieces for _, pieces in examples]


def slopes_agree(network: Network, name: str, grammar: Grammar, examples: list[Example]) -> None:
    """The derivative of the loss that is largest equals the slope that a small step measures."""
    network = replace(network, **{field.name: getattr(network, field.name).astype(float) for field in fields(Network)})

    def at(values: np.ndarray) -> tuple[float, dict[str, np.ndarray]]:
        silent = Noise(np.random.default_rng(1), 0.0)
        return loss_and_gradients(replace(network, **{name: values}), grammar, examples, silent)

    values = getattr(network, name)
    slopes = at(values)[1][name]
    steepest = np.unravel_index(int(np.abs(slopes).argmax()), slopes.shape)
    nudge = np.zeros_like(values)
    nudge[steepest] = 1e-6
    measured = (at(values + nudge)[0] - at(values - nudge)[0]) / 2e-6
    assert slopes[steepest] == pytest.approx(measured, rel=0.01)


@pytest.mark.parametrize("name", [field.name for field in fields(Network)])
def test_gradients_of_a_tagger_are_the_slopes_of_its_loss(name: str) -> None:
    reader, _, pieces = small()
    network = initial(SIZES, len(reader.piece_scale.center), len(reader.shared.known), np.random.default_rng(1))
    slopes_agree(network, name, grammar(), pieces)


@pytest.mark.parametrize("name", ["characters", "from_dense", "convolutions", "context", "output", "transitions"])
def test_gradients_of_the_joiner_are_the_slopes_of_its_loss(name: str) -> None:
    reader, lines, _ = small()
    sizes = SIZES.of_joiner()
    network = initial(sizes, len(reader.line_scale.center), len(reader.shared.known), np.random.default_rng(1))
    slopes_agree(network, name, JOINS, lines)


def test_a_network_scores_alike_at_work_and_while_it_learns() -> None:
    reader, _, (page, _) = small()
    network = initial(SIZES, len(reader.piece_scale.center), len(reader.shared.known), np.random.default_rng(1))
    learning, _ = loss_and_gradients(network, grammar(), [page], Noise(np.random.default_rng(1), 0.0))
    scores = mean_scores((network,), page.inputs)
    at_work, *_ = chain_loss(network, grammar(), [scores], [page.states])
    assert learning * len(page.states) == pytest.approx(at_work, rel=1e-3)


def test_headings_are_seen_from_one_to_the_next_however_long_the_text_between() -> None:
    reader, *_ = small()
    network = initial(SIZES, len(reader.piece_scale.center), len(reader.shared.known), np.random.default_rng(1))
    committee = committee_of((network,))
    hidden = np.ones((400, SIZES.hidden), np.float32)
    other = hidden.copy()
    other[0] += 1
    other -= (other.mean(axis=0) - 1) * (np.arange(400) == 399)[:, None] * 400
    short = np.isin(np.arange(400), (0, 200))
    seen, moved = (convolve(committee, lines[None], short)[0] for lines in (hidden, other))
    assert np.abs(seen[200] - moved[200]).max() > 1e-3
    assert np.abs(seen[130] - moved[130]).max() < 1e-3


def test_a_date_is_read_by_the_counts_of_other_dates() -> None:
    pages = [[replace(article(number), date=f"2024-05-{number % 6 + 1:02d}")] for number in range(12)]
    folds = Material(pages, [article(number) for number in range(5)]).folds()
    assert sum(len(fold.articles) for fold in folds) == 17
    dates = [{page[0].date for page in fold.pages} for fold in folds]
    assert sum(map(len, dates)) == len(set().union(*dates)) == 6


def test_learning_lowers_the_loss_and_repeats_itself() -> None:
    plan = Plan(epochs=12, batch=3, rate=0.03, dropout=0.1, members=2)
    losses: list[float] = []
    first = fit(Material(PAGES), SIZES, plan, lambda _epoch, loss, _model: losses.append(loss))
    second = fit(Material(PAGES), SIZES, plan, lambda _epoch, _loss, _model: None)
    assert losses[-1] < 0.75 * losses[0]
    assert to_bytes(first) == to_bytes(second)


def test_weights_survive_being_stored() -> None:
    model = fit(Material(PAGES), SIZES, Plan(epochs=1, members=2), lambda _epoch, _loss, _model: None)
    light = of_lines(compose(PAGES[0], random.Random(1), rough=True).lines, model.seams)
    stored = from_bytes(to_bytes(model))
    assert len(stored.taggers) == 2
    np.testing.assert_allclose(join_scores(stored, light.features), join_scores(model, light.features), atol=0.05)


def test_a_joiner_learns_alone_and_leaves_the_rest_as_it_was() -> None:
    plan = Plan(epochs=1, members=2, batch=3, rate=0.03, joiner_epochs=(8, 2))
    before = fit(Material(PAGES), SIZES, plan, lambda _epoch, _loss, _model: None)
    losses: list[float] = []
    after = fit_joiner(before, Material(PAGES), plan, lambda _epoch, loss, _model: losses.append(loss))
    assert len(losses) == 10
    assert losses[-1] < 0.75 * losses[0]
    assert after.taggers is before.taggers
    assert after.shared is before.shared
