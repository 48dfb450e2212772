"""How long, how fast and on what the networks learn."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how fast to learn."""

    epochs: int = 9
    fresh: int = 3
    """Epochs of each further round, each on pages composed anew."""
    rounds: int = 1
    """Further rounds."""
    reuse: int = 3
    """Epochs that see the same composed pages."""
    batch: int = 12
    rate: float = 3e-3
    decay: float = 3e-4
    """Share of each weight taken off at every step, at full rate."""
    dropout: float = 0.25
    joiner_dropout: float = 0.1
    """That of the joiner, which sees several times as many lines as the taggers see pieces, and is in less doubt."""
    joiner_epochs: tuple[int, int] = (12, 8)
    """Where the joiner is learned alone: epochs at the full rate, then at a low one, each on pages composed anew."""
    rough: float = 0.45
    """Share of pages with rough noise."""
    longest: int = 320
    """Lines, and pieces, of a page that are learned from; the rest of a longer page is only looked at."""
    apart: float = 0.05
    """Share of continuations that the taggers see unjoined."""
    members: int = 3
    """Networks in the committee."""
    seed: int = 20261124
