"""The linear chain over a batch of pages: log-likelihood and expected counts by scaled forward and backward passes."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from jianbao.parse.tagger.features import Floats, Ints
from jianbao.parse.tagger.network import Network

Grammar = tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]
"""(s,) states that may come first, and (s, s) transitions that are allowed."""


def chain_loss(
    network: Network, grammar: Grammar, scores: Sequence[Floats], states: Sequence[Ints]
) -> tuple[float, list[Floats], Floats, Floats]:
    """Negative log-likelihood of the states; its derivatives by each page's scores, the transitions, the begin."""
    may_begin, may_follow = grammar
    transitions, begin = network.transitions, network.begin
    pages, longest, count = len(scores), max(map(len, scores)), len(begin)
    emitted = np.zeros((longest, pages, count))
    real = np.zeros((longest, pages), bool)
    peaks = 0.0
    for number, page in enumerate(scores):
        peak = page.max(axis=1, keepdims=True)
        emitted[: len(page), number] = np.exp(page - peak)
        real[: len(page), number] = True
        peaks += float(peak.sum())
    follow = np.exp(transitions.astype(float)) * may_follow
    forward, scales = _forward(emitted, real, follow, np.exp(begin.astype(float)) * may_begin)
    behind = _backward(emitted, real, follow, scales)
    posterior = forward * behind
    loss = float(np.log(scales)[real].sum()) + peaks
    both = real[1:] & real[:-1]
    after = (emitted * behind)[1:] / scales[1:, :, None]
    by_transition = (forward[:-1][both].T @ after[both]) * follow
    by_begin = posterior[0].sum(axis=0)
    by_score = []
    for number, (page, truth) in enumerate(zip(scores, states, strict=True)):
        lines = np.arange(len(page))
        grad = posterior[: len(page), number].copy()
        grad[lines, truth] -= 1
        by_score.append(grad.astype(np.float32))
        loss -= float(page[lines, truth].sum() + transitions[truth[:-1], truth[1:]].sum() + begin[truth[0]])
        np.subtract.at(by_transition, (truth[:-1], truth[1:]), 1)
        by_begin[truth[0]] -= 1
    return loss, by_score, by_transition.astype(np.float32), by_begin.astype(np.float32)


def _forward(
    emitted: npt.NDArray[np.float64],
    real: npt.NDArray[np.bool_],
    follow: npt.NDArray[np.float64],
    begin: npt.NDArray[np.float64],
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    forward, scales = np.empty_like(emitted), np.ones(real.shape)
    now = begin * emitted[0]
    scales[0] = now.sum(axis=1)
    forward[0] = now / scales[0][:, None]
    for at in range(1, len(emitted)):
        now = (forward[at - 1] @ follow) * emitted[at]
        total = np.where(real[at], now.sum(axis=1), 1.0)
        scales[at] = total
        forward[at] = np.where(real[at][:, None], now / total[:, None], forward[at - 1])
    return forward, scales


def _backward(
    emitted: npt.NDArray[np.float64],
    real: npt.NDArray[np.bool_],
    follow: npt.NDArray[np.float64],
    scales: npt.NDArray[np.float64],
) -> npt.NDArray[np.float64]:
    behind = np.ones_like(emitted)
    for at in range(len(emitted) - 2, -1, -1):
        now = ((behind[at + 1] * emitted[at + 1]) @ follow.T) / scales[at + 1][:, None]
        behind[at] = np.where(real[at + 1][:, None], now, 1.0)
    return behind
