"""A small share of `mutate_digests`: digests that went through something are read in full."""

import random

import pytest

from jianbao.parse.digest import read_digest
from tests.fuzz.invariants import faults
from tests.fuzz.mutate_digests import CONTENT
from tests.fuzz.mutations import MUTATIONS, Mutation, broken_bytes, mutate

PAGE = "\n\n".join(path.read_text(encoding="utf-8") for path in sorted(CONTENT.rglob("*.txt")))[:6_000]


@pytest.mark.parametrize("number", range(60))
def test_a_mutated_page_is_read_in_full(number: int) -> None:
    assert faults(mutate(PAGE, random.Random(f"suite/{number}")), marking=number % 3 == 0) == []


@pytest.mark.parametrize("mutation", [pytest.param(one, id=str(place)) for place, one in enumerate(MUTATIONS)])
def test_every_mutation_changes_the_page(mutation: Mutation) -> None:
    changed = mutation(PAGE, random.Random("suite"))

    assert changed != PAGE
    assert faults(changed, marking=True) == []


@pytest.mark.parametrize("number", range(20))
def test_bytes_that_are_no_text_are_a_problem_or_a_digest(number: int) -> None:
    reading = read_digest(broken_bytes(PAGE, random.Random(f"suite/{number}")), "page.txt")

    assert reading.digest is not None or reading.problems
