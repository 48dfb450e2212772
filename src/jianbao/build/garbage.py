"""Sparing the search for garbage in circles what it would only walk through: a million values that stay."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Without the search for garbage in circles: a million small values are made that stay, and none in a circle."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


@contextmanager
def set_aside() -> Iterator[None]:
    """All that is there stays till the end: the search for garbage need not walk through it again and again."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
