"""What a build costs: from nothing, with one new day, with nothing new, with one template changed.

    python -m tests.bench.bench_build [--articles 1000 10000] [--source ARTICLES.jsonl.xz] [--peers]

The articles are invented, or those of a file with one in JSON a line (`date`, `title`, `body`, a list of paragraphs).
With --peers, generators that are installed build the same articles in turn. Run by `make bench` as it stands.
"""

import argparse
import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench import peers
from tests.bench.archives import Row, days_of, rows_of, write_day, write_settings
from tests.bench.measured import HEAD, Cost, cost
from tests.programs import REPOSITORY, SCRIPTS


def main() -> None:
    """Print a table for each size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=[1000])
    parser.add_argument("--source", type=Path)
    parser.add_argument("--peers", action="store_true")
    parser.add_argument("--jobs", type=int)
    options = parser.parse_args()
    for count in options.articles:
        print(f"{count:,} articles\n{HEAD}")
        with TemporaryDirectory() as folder:
            ours = measure(Path(folder, "jianbao"), options.source, count, options.jobs)
            if options.peers:
                compare(Path(folder), options.source, count, ours)
        print()


def measure(folder: Path, source: Path | None, count: int, jobs: int | None) -> dict[str, Cost]:
    """Print and give what each kind of build costs."""
    write_settings(folder)
    *days, last = days_of(rows_of(source, count)).items()
    for day, rows in days:
        write_day(folder, day, rows)
    output = folder / "_site"
    workers = [] if jobs is None else ["--jobs", str(jobs)]
    command: list[str | Path] = [SCRIPTS / "jianbao", "--root", folder, "build", "--quiet", *workers]
    costs = {}
    for name in states(folder, last):
        costs[name] = cost(command, REPOSITORY, output)
        print(costs[name].row(f"jianbao, {name}"))
    each = costs["from nothing"]
    print(f"{'':34}{1000 * each.cpu / count:9.2f} ms CPU and {1000 * each.size / count:.2f} kB an article")
    return costs


def states(folder: Path, last: tuple[dt.date, list[Row]]) -> Iterator[str]:
    """Bring the archive into each state that is measured, and name it."""
    yield "from nothing"
    write_day(folder, *last)
    yield "one new day"
    yield "nothing new"
    change_template(folder)
    yield "one template changed"


def change_template(folder: Path) -> None:
    """Lay a template of the site's own over the one of all articles."""
    (folder / "templates").mkdir()
    page = (REPOSITORY / "templates" / "article.html").read_text(encoding="utf-8")
    mine = page.replace("{% block main %}", "{% block main %}<!-- mine -->")
    (folder / "templates" / "article.html").write_text(mine, encoding="utf-8")


def compare(folder: Path, source: Path | None, count: int, ours: dict[str, Cost]) -> None:
    """Print what the peers cost, and our share of that."""
    *days, last = days_of(rows_of(source, count)).items()
    for peer in peers.installed(folder):
        for day, rows in days:
            peer.add(day, rows)
        for name in ("from nothing", "one new day"):
            if name == "one new day":
                peer.add(*last)
            for who, theirs in peer.costs().items():
                print(theirs.row(f"{who}, {name}") + f"   ours is {ours[name].cpu / theirs.cpu:.2f} of it")


if __name__ == "__main__":
    main()
