"""A network while it learns."""

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any

import numpy as np

from jianbao.parse.tagger.network import Network
from jianbao.parse.training.chain import Grammar
from jianbao.parse.training.gradients import Example, Noise, loss_and_gradients
from jianbao.parse.training.plan import Plan

JOINS: Grammar = (np.array([True, False]), np.ones((2, 2), bool))
"""A page does not begin with a continuation."""


class Member:
    """A network that learns by Adam with decoupled decay (Kingma & Ba 2015; Loshchilov & Hutter 2019)."""

    def __init__(self, network: Network, grammar: Grammar, number: int) -> None:
        self.network = network
        self.number = number
        self.grammar = grammar
        self.average = network
        """The running mean of its weights, which does better than the weights of any one step."""
        self.first = {name: np.zeros_like(getattr(network, name)) for name in _NAMES}
        self.second = {name: np.zeros_like(getattr(network, name)) for name in _NAMES}
        self.steps = 0

    def learn(self, batch: Sequence[Example], plan: Plan, pace: float) -> float:
        """Take one step; the loss before it."""
        noise = Noise(np.random.default_rng((plan.seed, self.number, self.steps)), plan.dropout)
        loss, gradients = loss_and_gradients(self.network, self.grammar, batch, noise)
        self.steps += 1
        norm = np.sqrt(sum(float((gradient * gradient).sum()) for gradient in gradients.values()))
        shrink = np.float32(min(1.0, 5.0 / max(norm, 1e-9)))
        rate, decay = np.float32(plan.rate * pace), np.float32(plan.decay * pace)
        changed: dict[str, Any] = {}
        for name, raw in gradients.items():
            gradient = raw * shrink
            self.first[name] += 0.1 * (gradient - self.first[name])
            self.second[name] += 0.01 * (gradient * gradient - self.second[name])
            mean = self.first[name] / (1 - 0.9**self.steps)
            spread = np.sqrt(self.second[name] / (1 - 0.99**self.steps)) + 1e-8
            value = getattr(self.network, name)
            changed[name] = (value - rate * mean / spread - decay * value).astype(np.float32)
        self.network = replace(self.network, **changed)
        self.average = _mixed(self.average, self.network, min(0.995, self.steps / (self.steps + 10)))
        return loss


_NAMES = tuple(field.name for field in fields(Network))


def _mixed(old: Network, new: Network, keep: float) -> Network:
    mixed: dict[str, Any] = {name: keep * getattr(old, name) + (1 - keep) * getattr(new, name) for name in _NAMES}
    return replace(old, **mixed)
