"""The library read again: acts whose files stand are taken from the ledger."""

from __future__ import annotations

import copyreg
import hashlib
import io
import pickle
from datetime import date
from typing import TYPE_CHECKING

from bookcase.content.loading import load
from bookcase.content.works import TOP, read_work_file
from bookcase.history.upcoming import AHEAD

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from bookcase.build.kept.ledger import Ledger
    from bookcase.build.kept.signatures import Known
    from bookcase.diagnostics import Result
    from bookcase.metadata.keys import Keys
    from bookcase.model.act import Work
    from bookcase.model.library import Library

_DATA = "_data/"
_DEEP = 4
"""How many names lead to an act: ``van-ban/luat/2024/01-2024-qh15``."""
_DIGEST = 16


def read_library(
    root: Path, files: Mapping[str, Known], ledger: Ledger
) -> Result[Library]:
    """Read everything but the texts of versions.

    It is what :func:`bookcase.content.loading.load` reads.

    Args:
        root: The content folder.
        files: Its files.
        ledger: Keeps acts as they were read.
    """
    kept = _Kept(root, files, ledger)
    loaded = load(root, read=kept.read)
    kept.save(ledger)
    return loaded


class _Kept:
    """Acts by their folders, with the digests of what they were read from."""

    def __init__(self, root: Path, files: Mapping[str, Known], ledger: Ledger) -> None:
        self._root = root
        self._before = ledger.kept()
        self._files = _by_folder(files)
        self._lists = _digest_of(
            sorted((path, files[path].digest) for path in files if path[:6] == _DATA)
        )
        self._seen: set[str] = set()
        self._new: list[tuple[str, bytes, bytes]] = []

    def read(self, path: str, keys: Keys) -> Result[Work]:
        """Read one act, or take it as it was read."""
        folder = path.rpartition("/")[0]
        digest = self._lists + _digest_of(sorted(self._files.get(folder, ())))
        self._seen.add(folder)
        known = self._before.get(folder)
        if known and known[0] == digest:
            result: Result[Work] = pickle.loads(known[1])  # noqa: S301 - we wrote it
            return result
        result = read_work_file(self._root, path, keys)
        blob = pickle.dumps(result, pickle.HIGHEST_PROTOCOL)
        self._new.append((folder, digest, blob))
        return result

    def save(self, ledger: Ledger) -> None:
        """Keep what was read."""
        gone = self._before.keys() - self._seen
        if self._new or gone:
            with ledger.whole():
                ledger.keep(self._new)
                ledger.drop_kept(gone)


def _by_folder(files: Mapping[str, Known]) -> Mapping[str, list[tuple[str, bytes]]]:
    """Gather the files of acts; of texts and attachments only the names are read."""
    found: dict[str, list[tuple[str, bytes]]] = {}
    for path, known in files.items():
        names = path.split("/")
        if names[0] == TOP and len(names) > _DEEP:
            digest = b"" if path.endswith(".md") and known.digest else known.digest
            link = b"link" if not known.digest and names[-1] else digest
            found.setdefault("/".join(names[:_DEEP]), []).append((path, link))
    return found


def _digest_of(rows: Iterable[tuple[str, bytes]]) -> bytes:
    total = hashlib.blake2b(digest_size=_DIGEST)
    for path, digest in rows:
        total.update(path.encode("utf-8", "surrogateescape"))
        total.update(b"\0%b\0" % digest)
    return total.digest()


def turning(dates: tuple[int, ...]) -> tuple[int, ...]:
    """Add the days on which the calendar first looks as far as some dates."""
    return tuple(sorted({*dates, *(one - AHEAD for one in dates)}))


def dates_in(value: object) -> tuple[int, ...]:
    """Return all dates within a value, sorted, as days since the year 1."""
    found: set[int] = set()

    def noted(day: date) -> tuple[type[int], tuple[()]]:
        found.add(day.toordinal())
        return int, ()

    pickler = pickle.Pickler(io.BytesIO(), pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = copyreg.dispatch_table.copy()
    pickler.dispatch_table[date] = noted
    pickler.dump(value)
    return tuple(sorted(found))
