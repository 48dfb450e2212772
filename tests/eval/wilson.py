"""How sure a share is."""

from math import sqrt

_SURE = 1.96
"""Standard deviations of a 95 % interval."""


def interval(share: float, count: int) -> tuple[float, float] | None:
    """Wilson's 95 % interval of a share of `count` things; None where there are none."""
    if not count:
        return None
    spread = _SURE**2 / count
    middle = (share + spread / 2) / (1 + spread)
    half = _SURE / (1 + spread) * sqrt(share * (1 - share) / count + spread / count / 4)
    return max(0.0, middle - half), min(1.0, middle + half)
