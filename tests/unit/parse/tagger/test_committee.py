"""Networks side by side say what each says alone."""

from dataclasses import replace

import numpy as np
import pytest

from jianbao.parse.tagger.committee import CHUNK, mean_scores, product
from jianbao.parse.tagger.features import HEAD, PAIR_BUCKETS, SPAN, TAIL, TAIL_SPAN
from jianbao.parse.tagger.network import Inputs
from jianbao.parse.training.initial import Sizes, initial

SIZES = Sizes(hidden=8, character=4, pair=4, states=3, known=20)
DENSE = 6
NETWORKS = tuple(initial(SIZES, DENSE, SIZES.known, np.random.default_rng(seed)) for seed in (1, 2, 3))


def inputs(count: int) -> Inputs:
    rng = np.random.default_rng(count)
    return Inputs(
        rng.normal(size=(count, DENSE)).astype(np.float32),
        rng.integers(0, SIZES.known + 1, (count, HEAD + TAIL)),
        rng.integers(0, PAIR_BUCKETS, (count, SPAN)),
        rng.integers(0, PAIR_BUCKETS, (count, TAIL_SPAN)),
        rng.random(count) < 0.3,
    )


@pytest.mark.parametrize("count", [1, 2, 63, 200])
def test_the_mean_of_a_committee_is_that_of_its_members(count: int) -> None:
    page = inputs(count)
    alone = [mean_scores((network,), page) for network in NETWORKS]
    np.testing.assert_allclose(mean_scores(NETWORKS, page), np.mean(alone, axis=0), atol=1e-5)


def test_a_page_longer_than_what_is_read_at_once_is_read_as_one() -> None:
    page = inputs(CHUNK + 100)
    start = replace(page, **{name: getattr(page, name)[: CHUNK + 99] for name in ("dense", "ends", "short")})
    start = replace(start, head_pairs=page.head_pairs[: CHUNK + 99], tail_pairs=page.tail_pairs[: CHUNK + 99])
    whole, cut = mean_scores(NETWORKS, page), mean_scores(NETWORKS, start)
    assert np.abs(whole[:CHUNK] - cut[:CHUNK])[: CHUNK - 200].max() < 0.01
    assert np.abs(whole[CHUNK - 1]).max() > 0


@pytest.mark.parametrize(("count", "deep"), [(1, 3), (70, 200), (131, 64), (5000, 16)])
def test_a_product_in_blocks_is_the_product(count: int, deep: int) -> None:
    rng = np.random.default_rng(1)
    left, right = rng.normal(size=(2, count, deep)), rng.normal(size=(2, deep, 64))
    found = product(left.astype(np.float32), right.astype(np.float32))
    np.testing.assert_allclose(found, left @ right, rtol=1e-3, atol=1e-3)
