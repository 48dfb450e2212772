"""What earlier builds made, kept in one SQLite file: it saves work and holds nothing that a build cannot make again.

Each row bears a checksum, as SQLite has none of its own: what was changed behind our back is noticed and made anew.
"""

import json
import sqlite3
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Final, TypeVar

from jianbao.build.storage.packing import packed, unpacked
from jianbao.model.errors import StoreError
from jianbao.model.problem import Problem, Severity
from jianbao.model.record import Record
from jianbao.model.theme import Kept

FORMAT: Final = 2
"""Of the file. Of another one nothing is taken over."""
FOLDER: Final = ".jianbao"
NAME: Final = "store.sqlite"

_TABLES = """
CREATE TABLE source (stamp TEXT PRIMARY KEY, sheet BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE text (stamp TEXT PRIMARY KEY, records BLOB NOT NULL);
CREATE TABLE job (site TEXT, name TEXT, outcome BLOB NOT NULL, PRIMARY KEY (site, name)) WITHOUT ROWID;
CREATE TABLE note (site TEXT, name TEXT, note BLOB NOT NULL, PRIMARY KEY (site, name));
CREATE TABLE made (name TEXT PRIMARY KEY, thing BLOB NOT NULL);
CREATE TABLE site (site TEXT PRIMARY KEY, standing BLOB NOT NULL) WITHOUT ROWID;
"""
_CHECKSUM = 8
_IN_MEMORY = 48
"""Digests whose records stay in memory: more than one issue has, so that pages of one issue read them once."""
_PATIENCE = 2.0
"""Seconds to wait for another process that writes."""
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Done:
    """A job that was done."""

    facts: Mapping[str, str]
    """What it followed from."""
    files: Mapping[str, Kept]
    """What it made."""


class Store:
    """An open store."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._records: OrderedDict[str, tuple[Record, ...]] = OrderedDict()

    def sources(self) -> dict[str, bytes]:
        """The sheets of all digests by their stamps."""
        with _faults():
            rows = self._connection.execute("SELECT stamp, sheet FROM source")
            return {stamp: opened(sheet) for stamp, sheet in rows}

    def save_source(self, stamp: str, sheet: bytes, records: bytes) -> None:
        """Keep what a digest was read into."""
        with _faults():
            self._connection.execute("REPLACE INTO source VALUES (?, ?)", (stamp, sealed(sheet)))
            self._connection.execute("REPLACE INTO text VALUES (?, ?)", (stamp, sealed(records)))

    def drop_sources(self, stamps: Iterable[str]) -> None:
        """Forget digests."""
        rows = [(stamp,) for stamp in stamps]
        with _faults():
            self._connection.executemany("DELETE FROM source WHERE stamp = ?", rows)
            self._connection.executemany("DELETE FROM text WHERE stamp = ?", rows)

    def records(self, stamp: str) -> tuple[Record, ...]:
        """The records of a digest. StoreError where they are not there or not whole."""
        if stamp in self._records:
            self._records.move_to_end(stamp)
            return self._records[stamp]
        with _faults():
            found = self._connection.execute("SELECT records FROM text WHERE stamp = ?", (stamp,)).fetchone()
            if found is None:
                raise ValueError("the text is missing")
            records = unpacked(Record, opened(found[0]))
        self._records[stamp] = records
        if len(self._records) > _IN_MEMORY:
            self._records.popitem(last=False)
        return records

    def jobs(self, site: str) -> dict[str, Done]:
        """What was made for the site in the folder `site`, by the name of the job."""
        with _faults():
            rows = self._connection.execute("SELECT name, outcome FROM job WHERE site = ?", (site,))
            return {name: _done(opened(outcome)) for name, outcome in rows}

    def note(self, site: str, name: str) -> bytes:
        """The note of a job."""
        with _faults():
            query = "SELECT note FROM note WHERE site = ? AND name = ?"
            found = self._connection.execute(query, (site, name)).fetchone()
            return opened(found[0]) if found else b""

    def save_note(self, site: str, name: str, note: bytes) -> None:
        """Keep the note of a job."""
        with _faults():
            self._connection.execute("REPLACE INTO note VALUES (?, ?, ?)", (site, name, sealed(note)))

    def save_job(self, site: str, name: str, done: Done) -> None:
        """Keep what came of a job."""
        with _faults():
            self._connection.execute("REPLACE INTO job VALUES (?, ?, ?)", (site, name, sealed(_done_row(done))))

    def drop_jobs(self, site: str, names: Iterable[str]) -> None:
        """Forget jobs."""
        rows = [(site, name) for name in names]
        with _faults():
            self._connection.executemany("DELETE FROM job WHERE site = ? AND name = ?", rows)
            self._connection.executemany("DELETE FROM note WHERE site = ? AND name = ?", rows)

    def made(self, name: str, stamp: str) -> bytes:
        """What was made under a name, if it was made from what has this fingerprint; else empty."""
        with _faults():
            found = self._connection.execute("SELECT thing FROM made WHERE name = ?", (name,)).fetchone()
            thing = opened(found[0]) if found else b""
        return thing.removeprefix(stamp.encode()) if thing.startswith(stamp.encode()) else b""

    def save_made(self, name: str, stamp: str, thing: bytes) -> None:
        """Keep it, in place of what was made of something else."""
        with _faults():
            self._connection.execute("REPLACE INTO made VALUES (?, ?)", (name, sealed(stamp.encode() + thing)))

    def standing(self, site: str) -> bytes:
        """What is known of the site as a whole; empty where that is nothing."""
        with _faults():
            found = self._connection.execute("SELECT standing FROM site WHERE site = ?", (site,)).fetchone()
            return opened(found[0]) if found else b""

    def save_standing(self, site: str, standing: bytes) -> None:
        """Keep what is known of the site as a whole, and forget sites whose folders are gone."""
        with _faults():
            self._connection.execute("REPLACE INTO site VALUES (?, ?)", (site, sealed(standing)))
            known = self._connection.execute("SELECT site FROM site").fetchall()
            gone = [(one,) for (one,) in known if not Path(one).is_dir()]
            for table in ("job", "note", "site") if gone else ():
                self._connection.executemany(f"DELETE FROM {table} WHERE site = ?", gone)  # noqa: S608 - our own names

    def commit(self) -> None:
        """Make all that was kept so far last."""
        with _faults():
            self._connection.commit()


@contextmanager
def open_store(root: Path, problems: list[Problem]) -> Iterator[Store]:
    """The store of the archive at `root`; where that cannot be had, an empty one that lasts for this build only.

    What a person should know of it is added to `problems`.
    """
    with closing(_connected(root / FOLDER / NAME, problems) or _passing()) as connection:
        yield Store(connection)


@contextmanager
def passing_store() -> Iterator[Store]:
    """An empty store that is gone at the end."""
    with closing(_passing()) as connection:
        yield Store(connection)


def discard_store(root: Path) -> None:
    """Delete the store of the archive at `root`, where the disk lets us."""
    for ending in ("", "-wal", "-shm"):
        with suppress(OSError):
            (root / FOLDER / (NAME + ending)).unlink()


def with_store(root: Path, work: Callable[[Store, tuple[Problem, ...]], Result]) -> Result:
    """Work with the store of the archive at `root`; where it proves to be unfit, once more with a new one, or none.

    The work is told what a person should know of that.
    """
    warnings: list[Problem] = []
    for _ in range(2):
        try:
            with open_store(root, warnings) as store:
                return work(store, tuple(warnings))
        except StoreError as error:
            warnings.append(unfit(error.reason))
            if error.damaged:
                discard_store(root)
    with passing_store() as store:
        return work(store, tuple(warnings))


def _passing() -> sqlite3.Connection:
    """SQLite keeps it in memory and, where it grows, in a file without a name."""
    return _with_tables(sqlite3.connect(""))


def unfit(reason: str) -> Problem:
    """What a person is told of a store that is of no use."""
    hint = "nothing is lost: this build makes everything anew"
    return Problem(
        f"{FOLDER}/{NAME}", 0, f"the store of earlier builds cannot be used: {reason}", hint, Severity.WARNING
    )


def _connected(path: Path, problems: list[Problem]) -> sqlite3.Connection | None:
    """The store at `path`, made new where it is none of ours; None, with a problem, where it cannot be used at all."""
    try:
        path.parent.mkdir(exist_ok=True)
        found, connection = _opened(path)
        if connection is None:
            problems.append(unfit(found))
            discard_store(path.parent.parent)
            found, connection = _opened(path)
    except (OSError, sqlite3.Error) as error:
        problems.append(unfit(str(error)))
        return None
    return connection


def _opened(path: Path) -> tuple[str, sqlite3.Connection | None]:
    """A connection that can write; None where the file is not as this version writes it, with what it is instead.

    Raises sqlite3.Error where it is in use or cannot be written.
    """
    connection = sqlite3.connect(path, timeout=_PATIENCE)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if version == 0 and not tables:
            return "", _with_tables(connection)
        if version == FORMAT:
            connection.execute("BEGIN IMMEDIATE")
            connection.rollback()
            return "", connection
        found = f"it is of format {version}, this jianbao writes {FORMAT}"
    except sqlite3.Error as error:
        connection.close()
        if not _is_damage(error):
            raise
        return str(error), None
    connection.close()
    return found, None


def _with_tables(connection: sqlite3.Connection) -> sqlite3.Connection:
    connection.executescript(f"{_TABLES} PRAGMA user_version = {FORMAT};")
    return connection


def _is_damage(error: sqlite3.Error) -> bool:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in {
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_NOTADB,
        sqlite3.SQLITE_ERROR,
    }


@contextmanager
def _faults() -> Iterator[None]:
    """Whatever is wrong with the file becomes a StoreError."""
    try:
        yield
    except sqlite3.Error as error:
        raise StoreError(str(error), damaged=_is_damage(error)) from error
    except (ValueError, TypeError, KeyError, IndexError) as error:
        raise StoreError("a row is not as it was written", damaged=True) from error


def sealed(data: bytes) -> bytes:
    """The data with a checksum in front."""
    return blake2b(data, digest_size=_CHECKSUM).digest() + data


def opened(row: bytes) -> bytes:
    """The data without their checksum. ValueError where they do not agree."""
    data = row[_CHECKSUM:]
    if blake2b(data, digest_size=_CHECKSUM).digest() != row[:_CHECKSUM]:
        raise ValueError("the checksum is wrong")
    return data


def _done_row(done: Done) -> bytes:
    return packed([done.facts, [[path, kept.size, kept.digest.hex()] for path, kept in done.files.items()]])


def _done(data: bytes) -> Done:
    facts, files = json.loads(data)
    return Done(facts, {path: Kept(size, bytes.fromhex(digest)) for path, size, digest in files})
