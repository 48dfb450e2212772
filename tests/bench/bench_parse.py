"""How fast pages are read, how long the tagger takes to load, how much memory it takes. Run it by `make bench`."""

import random
import resource
import time

from jianbao.parse.digest import read_digest
from jianbao.parse.tagger.model import load
from jianbao.parse.tagging import tag

PAGES = 60
PARAGRAPH = "清江县今年新建茶园两万亩，茶农们抢抓时节采摘春茶，合作社上门收购，茶香飘满山乡。"


def page(rng: random.Random) -> str:
    """An invented page of eight articles, hard-wrapped or not, about six thousand characters."""
    width = rng.choice((22, 1000))
    lines = []
    for number in range(8):
        lines.append(f"清江县第{number + 1}季度茶产业发展迈上新台阶")
        for _ in range(6):
            text = "\u3000\u3000" + PARAGRAPH * rng.randrange(2, 5)
            lines += [text[at : at + width] for at in range(0, len(text), width)]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Print what was measured."""
    start = time.perf_counter()
    load()
    print(f"parse: weights loaded in {1000 * (time.perf_counter() - start):.0f} ms")
    rng = random.Random(1)
    pages = [page(rng).encode() for _ in range(PAGES)]
    characters = sum(len(data.decode()) for data in pages)
    read_digest(pages[0], "warm.txt", tag)
    start = time.perf_counter()
    for data in pages:
        read_digest(data, "page.txt", tag)
    took = time.perf_counter() - start
    print(f"parse: {characters / took:,.0f} characters a second, {1000 * took / PAGES:.1f} ms a page")
    odd = (
        ("one line of", "甲" * 1_000_000),
        ("100,000 lines in", "甲\n" * 100_000),
        ("2,000,000 blank lines in", "甲\n" + "\n" * 2_000_000 + "乙\n"),
    )
    for name, text in odd:
        start = time.perf_counter()
        read_digest(text.encode(), "page.txt", tag)
        print(f"parse: {name} {len(text):,} characters: {time.perf_counter() - start:.1f} s")
    print(f"parse: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000:.0f} MB at most, Python included")


if __name__ == "__main__":
    main()
