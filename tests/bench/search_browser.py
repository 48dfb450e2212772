"""Search in a real browser, beside Pagefind on the same pages: what is found, what is loaded, how long it takes.

    python -m tests.bench.search_browser SITE QUERIES.jsonl [--cold 60] [--pagefind "npx --yes pagefind@latest"]

SITE is a built site; QUERIES has one query a line, under `q`. The truth is a plain scan of all blocks of the pages.
Both engines are served from loopback by one server, which gzips text as static hosts do, and asked through their own
JavaScript, as their documentation says. Cold: a new browser profile for each query; the first answer, of an engine that
is open, is ten hits with their headlines (Pagefind has them with the excerpts only), the whole is opening, answer and
excerpts. Warm: one page that is asked all queries, excerpts included.
"""

import argparse
import gzip
import json
import re
import shlex
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from html import unescape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import fmean
from tempfile import TemporaryDirectory
from threading import Thread
from time import perf_counter
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

from jianbao.index.search.fold import fold
from tests.browser.chromium import find
from tests.browser.conftest import ARGUMENTS
from tests.browser.server import TYPES

PART = re.compile(r"<(?:article><header|div class=text)[^>]*>(.*?)</(?:header|div)>", re.DOTALL)
BLOCK = re.compile(r"<(?:h[12]|p)(?! class=note)\b[^>]*>(.*?)(?=</?(?:h[12]|p|nav)\b|$)", re.DOTALL)
TAG = re.compile(r"<[^>]*>")
COMPRESSED = {".html", ".js", ".json", ".css", ".svg", ".xml", ".txt"}
COLUMNS = {
    "engine": 10,
    "recall": 7,
    "precision": 10,
    "invented": 9,
    "open kB": 12,
    "query kB": 12,
    "answer ms": 14,
    "whole ms": 14,
    "warm ms": 14,
    "index MB": 9,
    "files": 7,
}
PREFIX = len(b"pagefind_dcd")
"""Pagefind's fragments begin with these bytes, unpacked."""


@dataclass(frozen=True, slots=True)
class Engine:
    """How an engine is asked in the page."""

    name: str
    open: str
    """Sets `window.engine`."""
    answer: str
    """Ten hits with their headlines."""
    ask: str
    """Ten hits with their headlines and excerpts."""
    ids: str
    """All that is found."""


JIANBAO = Engine(
    "jianbao",
    """async () => {
      const { open } = await import("/site/search/search.js");
      window.engine = await open(new URL("/site/search/", location.href));
    }""",
    "async (query) => { await engine.search(query, { limit: 10, snippets: false }); }",
    "async (query) => { await engine.search(query, { limit: 10 }); }",
    "async (query) => (await engine.search(query, { limit: 1e9, snippets: false })).hits.map((hit) => hit.id)",
)
PAGEFIND_HITS = """async (query) => {
  const { results } = await engine.search(query);
  await Promise.all(results.slice(0, 10).map((result) => result.data()));
}"""
PAGEFIND = Engine(
    "Pagefind",
    """async () => {
      window.engine = await import("/pagefind/pagefind.js");
      await engine.init();
    }""",
    PAGEFIND_HITS,
    PAGEFIND_HITS,
    "async (query) => (await engine.search(query)).results.map((result) => result.id)",
)


@dataclass(slots=True)
class Measured:
    """What was measured of an engine: bytes, seconds, and shares of 1."""

    opening: list[int] = field(default_factory=list)
    asking: list[int] = field(default_factory=list)
    answer: list[float] = field(default_factory=list)
    whole: list[float] = field(default_factory=list)
    warm: list[float] = field(default_factory=list)
    recall: list[float] = field(default_factory=list)
    precision: list[float] = field(default_factory=list)
    invented: int = 0
    """Queries that stand nowhere and are answered all the same."""


class Counter:
    """Counts the bytes that are sent."""

    def __init__(self) -> None:
        self.sent = 0

    def taken(self) -> int:
        """Bytes since the last call."""
        sent, self.sent = self.sent, 0
        return sent


class Handler(BaseHTTPRequestHandler):
    """Serves folders by their names."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # head and body are two writes: the second would wait for the first to be confirmed

    def __init__(self, *connection: object, folders: dict[str, Path], counter: Counter) -> None:
        self.folders = folders
        self.counter = counter
        super().__init__(*connection)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Answer with the file, gzipped if it is text."""
        name, _, path = unquote(urlsplit(self.path).path).lstrip("/").partition("/")
        file = self.folders.get(name, Path("/nowhere")) / path
        if path.endswith("/"):
            file /= "index.html"
        if not file.is_file():
            empty = not name
            self.send_response(200 if empty else 404)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        data = file.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", TYPES.get(file.suffix, "application/octet-stream"))
        if file.suffix in COMPRESSED:
            data = gzip.compress(data, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)
        self.counter.sent += len(data)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def served(folders: dict[str, Path], counter: Counter) -> Iterator[str]:
    """Serve the folders on a free port and give the address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, folders=folders, counter=counter))
    server.daemon_threads = True
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def blocks_of(site: Path) -> dict[str, str]:
    """Folded blocks of every article, a line each, by id."""
    texts = {}
    for page in sorted(site.glob("articles/*/index.html")):
        found = BLOCK.findall("".join(PART.findall(page.read_text(encoding="utf-8"))))
        texts[page.parent.name] = "\n".join(fold(unescape(TAG.sub("", block))) for block in found)
    return texts


def fragments(bundle: Path) -> dict[str, str]:
    """Ids of articles by Pagefind's ids."""
    found = {}
    for file in bundle.glob("fragment/*.pf_fragment"):
        told = json.loads(gzip.decompress(file.read_bytes())[PREFIX:])
        found[file.stem] = Path(told["url"]).name
    return found


def measure(browser: Browser, home: str, engine: Engine, queries: Sequence[str], counter: Counter) -> Measured:
    """Ask cold."""
    measured = Measured()
    for query in queries:
        context = browser.new_context()
        page = context.new_page()
        page.goto(home)
        counter.taken()
        start = perf_counter()
        page.evaluate(engine.open)
        measured.opening.append(counter.taken())
        opened = perf_counter()
        page.evaluate(engine.answer, query)
        measured.answer.append(perf_counter() - opened)
        page.evaluate(engine.ask, query)
        measured.whole.append(perf_counter() - start)
        measured.asking.append(counter.taken())
        context.close()
    return measured


def judge(page: Page, engine: Engine, wanted: dict[str, set[str]], names: dict[str, str], measured: Measured) -> None:
    """Ask warm, and compare with what there is to find."""
    page.evaluate(engine.open)
    for query, truth in wanted.items():
        start = perf_counter()
        page.evaluate(engine.ask, query)
        measured.warm.append(perf_counter() - start)
        found = {names.get(each, each) for each in page.evaluate(engine.ids, query)}
        common = len(found & truth)
        measured.recall.append(common / len(truth) if truth else 1.0)
        measured.precision.append(common / len(found) if found else float(not truth))
        measured.invented += bool(found and not truth)


def print_row(cells: Iterable[str]) -> None:
    """A row of the table."""
    print("".join(cell.rjust(width) for cell, width in zip(cells, COLUMNS.values(), strict=True)))


def show(name: str, measured: Measured, bundle: Sequence[Path]) -> None:
    """Print a row of the table."""

    def quantiles(values: Sequence[float], unit: float) -> str:
        ordered = sorted(values)
        return " / ".join(f"{unit * ordered[min(int(len(ordered) * q), len(ordered) - 1)]:,.0f}" for q in (0.5, 0.95))

    size = sum(file.stat().st_size for file in bundle)
    cells = (
        name,
        f"{fmean(measured.recall):.4f}",
        f"{fmean(measured.precision):.4f}",
        str(measured.invented),
        quantiles(measured.opening, 0.001),
        quantiles(measured.asking, 0.001),
        quantiles(measured.answer, 1000),
        quantiles(measured.whole, 1000),
        quantiles(measured.warm, 1000),
        f"{size / 1e6:.1f}",
        str(len(bundle)),
    )
    print_row(cells)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path)
    parser.add_argument("queries", type=Path)
    parser.add_argument("--cold", type=int, default=60, help="queries that are asked cold, spread over all")
    parser.add_argument("--pagefind", default="npx --yes pagefind@latest", help="the command; empty leaves it out")
    options = parser.parse_args()
    queries = [json.loads(line)["q"] for line in options.queries.read_text(encoding="utf-8").splitlines()]
    texts = blocks_of(options.site)
    wanted = {
        query: {name for name, text in texts.items() if all(fold(term) in text for term in query.split())}
        for query in queries
    }
    some = queries[:: max(len(queries) // options.cold, 1)]
    with TemporaryDirectory() as temporary, sync_playwright() as playwright:
        folders = {"site": options.site, "pagefind": Path(temporary)}
        engines = {JIANBAO: [file for file in (options.site / "search").rglob("*") if file.is_file()]}
        if options.pagefind:
            command = [*shlex.split(options.pagefind), "--site", options.site, "--output-path", temporary]
            command += ["--glob", "articles/*/index.html", "--root-selector", "main"]
            start = perf_counter()
            told = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout
            print(*re.findall(r"Running Pagefind (\S+)", told), f"indexed in {perf_counter() - start:.0f} s")
            engines[PAGEFIND] = [file for file in Path(temporary).rglob("*") if file.is_file()]
        browser = playwright.chromium.launch(executable_path=find(), args=ARGUMENTS)
        print(f"{len(texts)} articles, {len(queries)} queries, {len(some)} of them cold")
        print_row(COLUMNS)
        with served(folders, counter := Counter()) as home:
            for engine, files in engines.items():
                measured = measure(browser, home, engine, some, counter)
                page = browser.new_page()
                page.goto(home)
                judge(page, engine, wanted, fragments(Path(temporary)) if engine is PAGEFIND else {}, measured)
                show(engine.name, measured, files)
        browser.close()


if __name__ == "__main__":
    main()
