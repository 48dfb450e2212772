"""Fuzzing that coverage guides: `python -m tests.fuzz.guided TARGET [SECONDS]`, with atheris installed beside.

TARGET is `parser`, `marks`, `settings`, `importers` or `search`. What is found is printed with its input, which is also
left in the working folder as `crash-…`; the exit code is not 0 then. A folder of inputs to begin with may follow the
seconds. atheris has wheels for few versions of Python, so it is no dependency: `pip install atheris`.
"""

import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from importlib import import_module
from types import ModuleType
from typing import Any

Target = Callable[[bytes], None]
_LONGEST = 4096
"""Bytes of an input."""
_STAGES = (
    "jianbao.build.add.writing", "jianbao.build.content.config", "jianbao.build.content.gone",
    "jianbao.enrich.vocabulary",
    "jianbao.importers.docx", "jianbao.importers.html", "jianbao.importers.jsonl", "jianbao.importers.plain",
    "jianbao.model.errors", "jianbao.parse.digest", "jianbao.parse.frontmatter", "jianbao.parse.marks",
    "jianbao.text.decode", "jianbao.index.search.fold", "jianbao.index.search.query", "jianbao.index.search.read",
    "jianbao.index.search.suggest", "tests.fuzz.invariants", "tests.unit.index.search.specimens",
)  # fmt: skip


def parser(modules: Mapping[str, ModuleType]) -> Target:
    """Bytes are read in full or refused; marking what was read changes nothing."""
    read, faults = modules["jianbao.parse.digest"].read_digest, modules["tests.fuzz.invariants"].faults

    def look(data: bytes) -> None:
        read(data, "page.txt")
        found = faults(data.decode("utf-8", "replace"), marking=True)
        assert found == [], found

    return look


def marks(modules: Mapping[str, ModuleType]) -> Target:
    """Every line can be read, and every text can be written so that it reads back."""
    read, escape = modules["jianbao.parse.marks"].read_mark, modules["jianbao.build.add.writing"].escape

    def look(data: bytes) -> None:
        for line in data.decode("utf-8", "replace").split("\n"):
            read(line)
            assert read(escape(line)).text == line, line

    return look


def settings(modules: Mapping[str, ModuleType]) -> Target:
    """What is wrong in a file of settings, or in front matter, is told and never raised."""
    readers: tuple[Callable[[str], Any], ...] = (
        lambda text: modules["jianbao.build.content.config"].read_config(text, "site.yaml"),
        modules["jianbao.build.content.gone"].read_gone,
        lambda text: modules["jianbao.enrich.vocabulary"].read_gazetteer(text, "places.yaml"),
        lambda text: modules["jianbao.enrich.vocabulary"].read_topics(text, "topics.yaml"),
        lambda text: modules["jianbao.parse.frontmatter"].read_front_matter(f"---\n{text}\n---".split("\n"), "a.txt"),
    )

    def look(data: bytes) -> None:
        if data:
            readers[data[0] % len(readers)](data[1:].decode("utf-8", "replace"))

    return look


def importers(modules: Mapping[str, ModuleType]) -> Target:
    """Files of other programs are read or refused with a reason."""
    names = ("plain", "html", "jsonl", "docx")
    readers = [getattr(modules[f"jianbao.importers.{name}"], f"read_{name}") for name in names]
    original = import_module("jianbao.importers.document").Original
    refusal = modules["jianbao.model.errors"].SourceError

    def look(data: bytes) -> None:
        if data:
            with suppress(refusal):
                readers[data[0] % len(readers)](original("a", data[1:]))

    return look


def search(modules: Mapping[str, ModuleType]) -> Target:
    """A query finds what a scan finds, in texts that nobody foresaw; whatever is typed can be completed."""
    specimens = modules["tests.unit.index.search.specimens"]
    open_index = modules["jianbao.index.search.read"].open_index
    open_names = modules["jianbao.index.search.suggest"].open_names

    def look(data: bytes) -> None:
        query, *texts = data.decode("utf-8", "replace").split("\n")
        texts = [text.replace("\0", "") for text in texts]  # no digest holds NUL: it is refused as no text
        documents = [specimens.document(f"id{place}", *text.split("\t")) for place, text in enumerate(texts[:5])]
        files = specimens.folder(documents)
        index, names = open_index(files.__getitem__), open_names(files.__getitem__)
        found = {hit["id"] for hit in index.search(query, limit=99)["hits"]}
        assert found == specimens.scan(documents, query), (query, texts)
        names.suggest(query)
        for other in names.alternatives(query, index.count):
            assert index.count(other["query"]) > 0, (query, other)

    return look


TARGETS: Mapping[str, Callable[[Mapping[str, ModuleType]], Target]] = {
    "parser": parser,
    "marks": marks,
    "settings": settings,
    "importers": importers,
    "search": search,
}


def main(arguments: list[str]) -> int:
    """Run a target for some seconds."""
    if not arguments or arguments[0] not in TARGETS:
        sys.stderr.write(f"Usage: python -m tests.fuzz.guided {'|'.join(TARGETS)} [SECONDS]\n")
        return 2
    atheris = import_module("atheris")
    with atheris.instrument_imports(include=["jianbao"]):
        modules = {name: import_module(name) for name in _STAGES}
    seconds = arguments[1] if len(arguments) > 1 else "60"
    options = [sys.argv[0], f"-max_total_time={seconds}", f"-max_len={_LONGEST}", "-timeout=60", "-rss_limit_mb=4096"]
    atheris.Setup([*options, *arguments[2:]], TARGETS[arguments[0]](modules))
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
