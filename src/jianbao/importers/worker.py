"""The program that reads one file after the other for `apart`: `python -m jianbao.importers.worker`.

Standard input: a line of JSON {"format", "name", "encoding", "size"}, then that many bytes, and again. Standard output:
a line of JSON for each, {"documents": […]} or {"reason", "hint", "line"}.
"""

import contextlib
import json
import sys
from collections.abc import Callable
from importlib import import_module
from typing import BinaryIO

from jianbao.importers.document import Document, Original
from jianbao.importers.wire import to_wire
from jianbao.model.errors import SourceError

MEMORY = 2 * 2**30
"""Bytes that reading one file may take."""
LONGEST = 3_000_000
"""Characters of a file's text; an issue of a hundred pages has a third of that."""
_READERS = {"docx": "read_docx", "html": "read_html", "mhtml": "read_mhtml", "pdf": "read_pdf"}
_EXTRA = "jianbao[import]"


def main() -> None:
    """Answer until the input ends."""
    _limit_memory()
    source, answers = sys.stdin.buffer, sys.stdout
    while head := source.readline():
        answers.write(json.dumps(_answer(json.loads(head), source), ensure_ascii=True) + "\n")
        answers.flush()


def _limit_memory() -> None:
    # Not every system has such limits; the parent's limit of time holds everywhere.
    with contextlib.suppress(ImportError, ValueError, OSError):
        resource = import_module("resource")
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _answer(job: dict[str, str], source: BinaryIO) -> dict[str, object]:
    original = Original(job["name"], source.read(int(job["size"])))
    try:
        documents = _reader(job["format"])(original, job["encoding"] or None)
        if sum(len(line.text) for document in documents for line in document.lines) > LONGEST:
            return {"reason": f"has more than {LONGEST:,} characters", "hint": "cut it into issues"}
        return {"documents": [to_wire(document) for document in documents]}
    except SourceError as error:
        return {"reason": error.reason, "hint": error.hint, "line": error.line}
    except MemoryError:
        return {"reason": f"takes more than {MEMORY // 2**30} GiB of memory to read", "hint": "copy its text instead"}
    except Exception as error:  # noqa: BLE001 - whatever a library makes of a broken file must not end the others
        told = "".join(char for char in str(error)[:200] if char.isprintable())
        return {"reason": f"cannot be read ({type(error).__name__}: {told})", "hint": "copy its text instead"}


def _reader(name: str) -> Callable[[Original, str | None], tuple[Document, ...]]:
    try:
        reader: Callable[[Original, str | None], tuple[Document, ...]] = getattr(
            import_module(f"jianbao.importers.{name}"), _READERS[name]
        )
    except ModuleNotFoundError as error:
        package = (error.name or "").partition(".")[0]
        raise SourceError(f"needs a package that is not installed ({package})", f"pip install '{_EXTRA}'") from error
    return reader


if __name__ == "__main__":
    main()
