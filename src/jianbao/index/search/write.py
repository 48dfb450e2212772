"""The files of the folder `search/`: the index, segment by segment, names to suggest, and the modules that ask them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from importlib.resources import files
from itertools import chain

import numpy as np

from jianbao.index.search.characters import characters
from jianbao.index.search.directory import Entry, write_directory, write_pages
from jianbao.index.search.format import DIRECTORY, LARGE_SEGMENT, LARGE_SHARD, SMALL_SHARD, VERSION
from jianbao.index.search.grams import grams
from jianbao.index.search.names import NAMES, count_names, write_names
from jianbao.index.search.segments import named, segments
from jianbao.index.search.shards import shards
from jianbao.index.search.table import columns, rows
from jianbao.index.search.traditional import VARIANTS, write_variants
from jianbao.model.search import SearchDocument
from jianbao.model.theme import OutputFile
from jianbao.text.source import undocumented_script

FOLDER = "search/"
MODULES = ("search.js", "marks.js", "snippets.js", "suggest.js")


@dataclass(frozen=True, slots=True)
class Segment:
    """The index of some articles: complete in itself, a function of these articles alone."""

    entry: Entry
    files: tuple[OutputFile, ...]


def search_files(documents: Sequence[SearchDocument]) -> Iterator[OutputFile]:
    """Index the articles and give all files of `search/`; issues oldest first, articles in reading order."""
    entries = []
    cut = segments(documents)
    for part in cut:
        segment = write_segment(part)
        entries.append(segment.entry)
        yield from segment.files
    yield OutputFile(FOLDER + DIRECTORY, write_directory(entries))
    yield OutputFile(FOLDER + NAMES, write_names(count_names(chain.from_iterable(named(cut)))))
    yield from fixed_files()


def fixed_files() -> Iterator[OutputFile]:
    """The files that are the same for every archive: the modules, and the forms of characters."""
    yield OutputFile(FOLDER + VARIANTS, write_variants())
    for module in MODULES:
        source = files("jianbao.index.search").joinpath(module).read_text(encoding="utf-8")
        yield OutputFile(FOLDER + module, undocumented_script(source).encode())


def write_segment(documents: Sequence[SearchDocument]) -> Segment:
    """Index one segment: the newest day first, in reading order within a day (as `segments` gives them)."""
    chars = characters(documents)
    lengths = np.bincount(chars.article, minlength=len(documents)).tolist()
    size = LARGE_SHARD if len(documents) >= LARGE_SEGMENT else SMALL_SHARD
    cut = shards(grams(chars, len(documents)), size)
    content = [
        *columns(documents, lengths),
        *rows(documents, lengths),
        *cut.grams,
        *cut.positions,
        *write_pages(cut.keys),
    ]
    mark = blake2b(bytes((VERSION,)), digest_size=8)
    for _, data in content:
        mark.update(len(data).to_bytes(4, "big") + data)
    name = mark.hexdigest()
    entry = Entry(name, len(documents), sum(lengths), tuple(cut.keys))
    return Segment(entry, tuple(OutputFile(f"{FOLDER}{name}/{file}", data) for file, data in content))
