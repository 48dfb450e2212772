"""Read ten thousand digests that went through something: `python -m tests.fuzz.mutate_digests [COUNT] [SEED]`.

A fifth is made by Hypothesis, the others are mutations of real pages where the corpus of tests/eval is there, else of
the archive's own digests. Every one must be read without a crash and without a loss; every tenth is also marked and
read again. At the end huge pages show how time grows with size. The exit code is 1 where anything failed.
"""

import random
import sys
import time
import traceback
from collections.abc import Iterator

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jianbao.parse.digest import read_digest
from tests.eval import corpus
from tests.fuzz.invariants import faults
from tests.fuzz.mutations import broken_bytes, mutate

CONTENT = corpus.REPOSITORY / "content" / "issues"
LONGEST = 3_000
"""Characters of a page that is mutated; longer ones are cut."""

HUGE = {
    "a page of a million characters": ("青溪县石桥镇的茶园里，采茶工人正忙着采摘秋茶。\n", 41_000),
    "a line of a million characters": ("遵", 1_000_000),
    "a line of sentences": ("今年全镇茶叶产量预计达到三百吨。", 62_000),
    "100,000 lines of a character": ("遵\n", 100_000),
    "two million blank lines": ("\n", 2_000_000),
    "a million open brackets": ("（", 1_000_000),
    "lines of open quotes": ("“今年，\n", 100_000),
    "bylines": ("（记者 王强）\n", 100_000),
    "headlines": ("# 题\n", 100_000),
}
"""Pages that are one text so many times."""


def pages() -> list[str]:
    """Texts to start from."""
    place = corpus.folder()
    if place is not None:
        return [page.text[:LONGEST] for page in corpus.draw(place, "fuzz", 300)]
    return [path.read_text(encoding="utf-8")[:LONGEST] for path in sorted(CONTENT.rglob("*.txt"))]


def mutations(count: int, seed: str) -> Iterator[str]:
    """Mutated pages, the same for one seed."""
    start = pages()
    for number in range(count):
        rng = random.Random(f"{seed}/{number}")
        yield mutate(rng.choice(start), rng)


def run(count: int, seed: str) -> int:
    """Read them all; how many failed."""
    failed = 0
    for number, text in enumerate(mutations(count - count // 5, seed)):
        try:
            found = faults(text, marking=number % 10 == 0)
            rng = random.Random(f"{seed}/bytes/{number}")
            if number % 10 == 5:
                read_digest(broken_bytes(text, rng), "page.txt")
        except Exception:  # noqa: BLE001 - whatever is raised is the finding
            found = [traceback.format_exc()]
        if found:
            failed += 1
            tell(f"mutation {seed}/{number}: {'; '.join(found)}")
        if number % 1000 == 999:
            tell(f"{number + 1} mutations read, {failed} failed")
    return failed + _generated(count // 5)


def _generated(count: int) -> int:
    """Let Hypothesis look for texts that are read wrongly."""
    alphabet = st.characters(codec="utf-8") | st.sampled_from("字文。，“”（）{}#\\. \n\n\n\r")

    @settings(
        max_examples=count, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck)
    )
    @given(st.text(alphabet, max_size=400))
    def all_is_kept(text: str) -> None:
        assert faults(text, marking=True) == []

    try:
        all_is_kept()
    except Exception:  # noqa: BLE001 - as above
        traceback.print_exc()
        return 1
    return 0


def sizes() -> None:
    """How long pages take, and how much longer four times as much."""
    for name, (unit, count) in HUGE.items():
        small, large = (_seconds(unit * size + "字") for size in (count // 4, count))
        tell(f"{name:<32} {large:7.2f} s  x {large / max(small, 1e-6):.1f} for four times as much")


def _seconds(text: str) -> float:
    """Seconds of the processor, which others on the machine do not lengthen."""
    data = text.encode()
    start = time.process_time()
    reading = read_digest(data, "page.txt")
    assert reading.digest is not None
    return time.process_time() - start


def tell(line: str) -> None:
    """Say something at once: the run is long."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main(arguments: list[str]) -> int:
    """Run with a count and a seed, or with ten thousand and a fixed one."""
    count = int(arguments[0]) if arguments else 10_000
    failed = run(count, arguments[1] if len(arguments) > 1 else "jianbao-fuzz")
    tell(f"{count} digests read, {failed} failed")
    sizes()
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
