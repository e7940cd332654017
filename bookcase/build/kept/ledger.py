"""What the last build made, and from what: the manifest, in a file of its own.

It is replaced in one transaction, so it tells of one whole build, or of none. A ledger
that is damaged, or was written by another version, counts as empty.
"""

from __future__ import annotations

import marshal
import pickle
import sqlite3
import zlib
from collections.abc import Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from bookcase.build.kept.made import Row, Small
from bookcase.errors import MachineError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from bookcase.search.parts import Part

Begun = Mapping[str, tuple[Row, tuple[int, int, int]]]
"""Pages that were made, by address, and what the file system tells of their files."""

VERSION = 1
DAMAGED = (pickle.UnpicklingError, zlib.error, EOFError)
"""What reading a value that is not as it was written may come to."""
_QUICK = 1
"""How hard pieces are pressed together."""
_TABLES = """
CREATE TABLE values_ (name TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID;
CREATE TABLE pages (url TEXT PRIMARY KEY, key BLOB, mend BLOB, facts TEXT, small BLOB)
  WITHOUT ROWID;
CREATE TABLE begun (url TEXT PRIMARY KEY, key BLOB, mend BLOB, facts TEXT, small BLOB,
  size INTEGER, changed INTEGER, number INTEGER) WITHOUT ROWID;
CREATE TABLE mends (url TEXT PRIMARY KEY, mend BLOB) WITHOUT ROWID;
CREATE TABLE reads (path TEXT, owner TEXT, PRIMARY KEY (path, owner)) WITHOUT ROWID;
CREATE TABLE parts (digest TEXT PRIMARY KEY, piece INTEGER, place INTEGER)
  WITHOUT ROWID;
CREATE TABLE pieces (number INTEGER PRIMARY KEY, part BLOB);
CREATE TABLE kept (name TEXT PRIMARY KEY, digest BLOB, value BLOB) WITHOUT ROWID;
"""

_NAMES = (
    *("values_", "pages", "begun", "mends"),
    *("reads", "parts", "pieces", "kept"),
)


class Ledger:
    """An open ledger; a build alone has it."""

    def __init__(self, file: Path | None) -> None:
        """Open it, or begin one; None keeps it in memory.

        Raises:
            MachineError: The file cannot be written.
        """
        self._file = file
        self.is_new = True
        try:
            self._open()
        except sqlite3.DatabaseError:
            self.begin_anew()

    def _open(self) -> None:
        if self._file is not None:
            try:
                self._file.parent.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                message = f"không ghi được {self._file}: {error.strerror}"
                raise MachineError(message) from error
        name = str(self._file) if self._file else ":memory:"
        self._base = sqlite3.connect(name, isolation_level=None)
        self._base.execute("PRAGMA synchronous = NORMAL")
        self._base.execute("PRAGMA journal_mode = WAL")
        (version,) = self._base.execute("PRAGMA user_version").fetchone()
        self.is_new = version != VERSION
        if version not in (0, VERSION):
            raise sqlite3.DatabaseError
        if self.is_new:
            self._base.executescript(
                f"BEGIN; {_TABLES} PRAGMA user_version = {VERSION}; COMMIT;"
            )

    def begin_anew(self) -> None:
        """Forget everything, and the file too.

        Raises:
            MachineError: The file cannot be written.
        """
        self._base.close()
        if self._file is not None:
            for ending in ("", "-wal", "-shm"):
                self._file.with_name(self._file.name + ending).unlink(missing_ok=True)
        try:
            self._open()
        except sqlite3.DatabaseError as error:
            message = f"không mở được {self._file}: {error}"
            raise MachineError(message) from error

    def close(self) -> None:
        """Close it; what was not written as a whole is gone."""
        self._base.close()

    @contextmanager
    def whole(self) -> Iterator[None]:
        """Write all that is written within, or nothing.

        Raises:
            MachineError: The disk is full.
        """
        self._base.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._base.execute("COMMIT")
        except BaseException as error:
            self._base.execute("ROLLBACK") if self._base.in_transaction else None
            if isinstance(error, sqlite3.Error):
                message = f"không ghi được {self._file}: {error}"
                raise MachineError(message) from error
            raise

    def value(self, name: str) -> Any:  # noqa: ANN401 - the caller knows
        """Return a value of plain things; None where there is none."""
        row = self._base.execute(
            "SELECT value FROM values_ WHERE name = ?", (name,)
        ).fetchone()
        return marshal.loads(row[0]) if row else None  # noqa: S302 - we wrote it

    def set_value(self, name: str, value: Any) -> None:  # noqa: ANN401 - plain things
        """Keep a value of plain things."""
        blob = marshal.dumps(value)
        self._base.execute("REPLACE INTO values_ VALUES (?, ?)", (name, blob))

    def thing(self, name: str) -> Any:  # noqa: ANN401 - the caller knows
        """Return a kept value of any kind; None where there is none."""
        row = self._base.execute(
            "SELECT value FROM values_ WHERE name = ?", (name,)
        ).fetchone()
        return pickle.loads(row[0]) if row else None  # noqa: S301 - we wrote it

    def set_thing(self, name: str, value: object) -> None:
        """Keep a value of any kind."""
        blob = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
        self._base.execute("REPLACE INTO values_ VALUES (?, ?)", (name, blob))

    def keys(self) -> dict[str, tuple[bytes, bytes]]:
        """Return key and mend of all pages, by address."""
        rows = self._base.execute("SELECT url, key, mend FROM pages")
        return {url: (key, mend) for url, key, mend in rows}

    def facts(self) -> Iterator[tuple[str, list[str]]]:
        """Yield the address of each page with what it looked up."""
        for url, facts in self._base.execute("SELECT url, facts FROM pages"):
            yield url, facts.split("\n")

    def smalls(self) -> dict[str, Small]:
        """Return what all pages give to others, by address."""
        rows = self._base.execute("SELECT url, small FROM pages")
        return {url: Small(*pickle.loads(small)) for url, small in rows}  # noqa: S301 - we wrote it

    def small(self, url: str) -> Small | None:
        """Return what a page gives to others."""
        row = self._base.execute(
            "SELECT small FROM pages WHERE url = ?", (url,)
        ).fetchone()
        return Small(*pickle.loads(row[0])) if row else None  # noqa: S301 - we wrote it

    def put(self, rows: Iterable[Row]) -> None:
        """Keep pages that were made; what they looked up stands with those begun."""
        self._base.executemany(
            "REPLACE INTO pages SELECT url, key, ?, facts, ? FROM begun WHERE url = ?",
            ((row.mend, _pickled(row.small), row.url) for row in rows),
        )

    def mends(self, urls: Iterable[str]) -> dict[str, bytes]:
        """Return what was changed in some pages when all were known."""
        found: dict[str, bytes] = {}
        for url in urls:
            rows = self._base.execute("SELECT * FROM mends WHERE url = ?", (url,))
            found.update(rows)
        return found

    def set_mends(self, mends: Iterable[tuple[str, bytes]]) -> None:
        """Keep that, for all pages."""
        self._base.execute("DELETE FROM mends")
        self._base.executemany("INSERT INTO mends VALUES (?, ?)", mends)

    def drop(self, urls: Iterable[str]) -> None:
        """Forget pages."""
        self._base.executemany(
            "DELETE FROM pages WHERE url = ?", ((url,) for url in urls)
        )

    def begin(self, rows: Iterable[tuple[Row, Sequence[int]]]) -> None:
        """Keep pages that were made by a build that has not come to its end."""
        columns = ((*_columns(row), *told) for row, told in rows)
        self._base.executemany(
            "REPLACE INTO begun VALUES (?, ?, ?, ?, ?, ?, ?, ?)", columns
        )

    def begun(self) -> Begun:
        """Return the pages of such a build, and what their files should be."""
        found = {}
        for *columns, size, changed, number in self._base.execute(
            "SELECT * FROM begun"
        ):
            found[columns[0]] = (_row(columns), (size, changed, number))
        return found

    def end(self) -> None:
        """Forget that anything was begun."""
        self._base.execute("DELETE FROM begun")

    def owners(self, paths: Iterable[str]) -> frozenset[str]:
        """Return whose pages read some files."""
        found: set[str] = set()
        for path in paths:
            rows = self._base.execute("SELECT owner FROM reads WHERE path = ?", (path,))
            found.update(owner for (owner,) in rows)
        return frozenset(found)

    def set_reads(self, reads: Iterable[tuple[str, str]]) -> None:
        """Keep which files whose pages read; what was kept before is gone."""
        self._base.execute("DELETE FROM reads")
        self._base.executemany("REPLACE INTO reads VALUES (?, ?)", reads)

    def keep_part(self, part: Part) -> None:
        """Keep the words of some pages, by their digests."""
        blob = zlib.compress(pickle.dumps(part, pickle.HIGHEST_PROTOCOL), _QUICK)
        cursor = self._base.execute("INSERT INTO pieces (part) VALUES (?)", (blob,))
        rows = [
            (page.digest, cursor.lastrowid, place)
            for place, page in enumerate(part.pages)
        ]
        self._base.executemany("REPLACE INTO parts VALUES (?, ?, ?)", rows)

    def places_of_parts(self) -> dict[str, tuple[int, int]]:
        """Return where the words of each page lie: the piece, the place in it."""
        rows = self._base.execute("SELECT digest, piece, place FROM parts")
        return {digest: (piece, place) for digest, piece, place in rows}

    def place_of_part(self, digest: str) -> tuple[int, int] | None:
        """Return where the words of one page lie."""
        row = self._base.execute(
            "SELECT piece, place FROM parts WHERE digest = ?", (digest,)
        ).fetchone()
        return (row[0], row[1]) if row else None

    def piece(self, number: int) -> Part:
        """Return a piece of the words of pages."""
        (blob,) = self._base.execute(
            "SELECT part FROM pieces WHERE number = ?", (number,)
        ).fetchone()
        part: Part = pickle.loads(zlib.decompress(blob))  # noqa: S301 - we wrote it
        return part

    def drop_parts(self, kept: frozenset[str]) -> None:
        """Forget the words of pages that are no more, and pieces of them alone."""
        gone = self.places_of_parts().keys() - kept
        self._base.executemany(
            "DELETE FROM parts WHERE digest = ?", ((one,) for one in gone)
        )
        self._base.execute(
            "DELETE FROM pieces WHERE number NOT IN (SELECT piece FROM parts)"
        )

    def kept(self) -> dict[str, tuple[bytes, bytes]]:
        """Return pickles by name, with the digest of what each was made from."""
        rows = self._base.execute("SELECT name, digest, value FROM kept")
        return {name: (digest, value) for name, digest, value in rows}

    def keep(self, rows: Iterable[tuple[str, bytes, bytes]]) -> None:
        """Keep pickles by name."""
        self._base.executemany("REPLACE INTO kept VALUES (?, ?, ?)", rows)

    def drop_kept(self, names: Iterable[str]) -> None:
        """Forget pickles."""
        self._base.executemany("DELETE FROM kept WHERE name = ?", ((n,) for n in names))

    def clear(self) -> None:
        """Forget everything."""
        for table in _NAMES:
            self._base.execute(f"DELETE FROM {table}")  # noqa: S608 - our own names


def _columns(row: Row) -> tuple[str, bytes, bytes, str, bytes]:
    return row.url, row.key, row.mend, "\n".join(row.facts), _pickled(row.small)


def _pickled(small: Small) -> bytes:
    return pickle.dumps(tuple(small), pickle.HIGHEST_PROTOCOL)


def _row(columns: Sequence[Any]) -> Row:
    url, key, mend, facts, small = columns
    noted = tuple(facts.split("\n"))
    return Row(url, key, mend, noted, Small(*pickle.loads(small)))  # noqa: S301 - we wrote it
