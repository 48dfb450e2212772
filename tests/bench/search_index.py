"""What an index costs: time, memory, bytes an article, and what each new day rewrites.

    python -m tests.bench.search_index ARTICLES.jsonl[.xz] [--newest 10000] [--days 100]

The file has one article a line: `id`, `date`, `title`, and `body`, a list of paragraphs. Words of headlines stand in
for what enriching finds an article to be about.
"""

import argparse
import json
import lzma
import resource
import time
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, groupby
from pathlib import Path

from jianbao.index.search.directory import write_directory
from jianbao.index.search.names import count_names, write_names
from jianbao.index.search.segments import segments
from jianbao.index.search.write import Segment, fixed_files, search_files, write_segment
from jianbao.model.search import NameKind, SearchDocument, SearchName
from jianbao.text.words import segmenter


def documents(source: Path, newest: int) -> list[SearchDocument]:
    """Give the newest articles of the file, oldest first."""
    opener = lzma.open if source.suffix == ".xz" else open
    with opener(source, "rt", encoding="utf-8") as lines:
        rows = sorted((json.loads(line) for line in lines), key=lambda row: (row["date"], row["id"]))[-newest:]
    numbers: Counter[str] = Counter()
    cutter = segmenter()
    made = []
    for row in rows:
        numbers[row["date"]] += 1
        identifier = f"{row['date'].replace('-', '')}-{numbers[row['date']]:02}"
        made.append(
            SearchDocument(
                id=identifier,
                path=f"articles/{identifier}/",
                title=row["title"],
                date=row["date"],
                first_day=row["date"],
                newspaper="遵义日报",
                kind="news",
                topics=(),
                counties=(),
                people=(),
                blocks=(("title", row["title"]), *(("paragraph", text) for text in row["body"])),
                names=tuple(SearchName(word, NameKind.WORD) for word in cutter.cut(row["title"]) if len(word) > 1),
            )
        )
    return made


def build(articles: Sequence[SearchDocument]) -> dict[str, int]:
    """Index the articles; sizes of the files by name."""
    return {file.path: len(file.data) for file in search_files(articles)}


def main() -> None:
    """Print the two tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--newest", type=int, default=10_000)
    parser.add_argument("--days", type=int, default=100)
    options = parser.parse_args()
    articles = documents(options.articles, options.newest)
    started = time.process_time()
    sizes = build(articles)
    seconds = time.process_time() - started
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    total = sum(sizes.values())
    print(f"{len(articles)} articles: {seconds:.1f} s CPU, peak {memory:.0f} MB, {len(sizes)} files,", end=" ")
    print(f"{total:,} bytes, {total / len(articles):.0f} an article")
    by_kind: Counter[str] = Counter()
    for name, size in sizes.items():
        by_kind[Path(name).name.split("-")[0]] += size
    print(", ".join(f"{name} {size / len(articles):.1f}" for name, size in by_kind.most_common()))
    print_days(articles, options.days)


def print_days(articles: Sequence[SearchDocument], days: int) -> None:
    """Add the last days one by one and print the share of the bytes that each writes anew."""
    ends = list(accumulate(len(list(run)) for _, run in groupby(articles, key=lambda article: article.first_day)))
    built: dict[tuple[SearchDocument, ...], Segment] = {}
    shares: list[tuple[float, str]] = []
    before: set[str] = set()
    fixed = sum(len(file.data) for file in fixed_files())
    names = len(write_names(count_names(articles)))
    for end in ends[-days - 1 :]:
        # What is the same need not be built again, as in a build that keeps its segments.
        built = {part: built.get(part) or write_segment(part) for part in segments(articles[:end])}
        after = {file.path: len(file.data) for segment in built.values() for file in segment.files}
        always = names + len(write_directory([segment.entry for segment in built.values()]))
        if before:
            fresh = always + sum(size for name, size in after.items() if name not in before)
            shares.append((fresh / (always + fixed + sum(after.values())), articles[end - 1].first_day))
        before = set(after)
    shares.sort(reverse=True)
    mean = sum(share for share, _ in shares) / len(shares)
    print(f"{days} days added one by one rewrite of the bytes of the index")
    print(f"  in the mean    {mean:6.1%}")
    print(f"  in the median  {shares[len(shares) // 2][0]:6.1%}")
    for share, day in shares[:5]:
        print(f"  on {day}  {share:6.1%}")


if __name__ == "__main__":
    main()
