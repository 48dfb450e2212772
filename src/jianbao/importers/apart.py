"""Reading files of formats that can hide bombs, in a process of its own with limits of time and memory."""

import json
import subprocess
import sys
import threading
from types import TracebackType
from typing import Self

from jianbao.importers.document import Document, Original
from jianbao.importers.wire import from_wire
from jianbao.model.errors import SourceError

PATIENCE = 60.0
"""Seconds for one file; a page takes a tenth of one."""


class Reader:
    """A process that reads files; a new one is started where a file was too much for the last."""

    def __init__(self, patience: float = PATIENCE) -> None:
        self._patience = patience
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._end()

    def read(self, original: Original, kind: str, encoding: str | None = None) -> tuple[Document, ...]:
        """What a file of the format `kind` holds. Raises SourceError."""
        process = self._started()
        timer = threading.Timer(self._patience, process.kill)
        timer.start()
        try:
            answer = _ask(process, original, kind, encoding)
        finally:
            timer.cancel()
        if not answer:
            self._end()
            reason = (
                f"was given up: reading it took more than {self._patience:.0f} s, or more memory than a page can need"
            )
            raise SourceError(reason, "copy its text instead")
        value = json.loads(answer)
        if "reason" in value:
            raise SourceError(value["reason"], value["hint"], value.get("line", 0))
        return tuple(map(from_wire, value["documents"]))

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            # -P: a folder `jianbao` where the command is run is not what is started.
            command = (sys.executable, "-P", "-m", "jianbao.importers.worker")
            self._process = subprocess.Popen(  # noqa: S603 - Python itself, and a module of ours
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
        return self._process

    def _end(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None


def _ask(process: subprocess.Popen[bytes], original: Original, kind: str, encoding: str | None) -> bytes:
    """The line that the process answers; empty where it ended."""
    if process.stdin is None or process.stdout is None:
        return b""
    job = {"format": kind, "name": original.name, "encoding": encoding or "", "size": len(original.data)}
    try:
        process.stdin.write(json.dumps(job).encode() + b"\n" + original.data)
        process.stdin.flush()
    except OSError:
        return b""
    return process.stdout.readline()
