"""Which files differ from the last time: their signatures first, then their digests.

A signature is what the file system tells for nothing: size, time of the last change,
number of the file. Files whose signature stands are not opened.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from stat import S_ISREG
from typing import TYPE_CHECKING, NamedTuple

from bookcase.errors import MachineError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

YOUNG = 2_000_000_000
"""Nanoseconds in which a file may change again without another time to tell it by."""
UNREAD = b""
"""The digest of what was not read: a link, or a file that cannot be read."""
_SKIPPED = frozenset({"__pycache__"})
_DIGEST = 16


class Signature(NamedTuple):
    """What the file system tells of a file; all zero for what is not to be trusted."""

    size: int
    changed: int
    number: int


class Known(NamedTuple):
    """A file as it was last seen."""

    signature: Signature
    digest: bytes


NOT_TRUSTED = Signature(-1, 0, 0)
FOLDER = Signature(0, 0, 0)

Files = dict[str, Known]
"""Files by their paths below a folder, with ``/``."""


@dataclass(frozen=True, slots=True)
class Differences:
    """How the files of a folder differ from what they were, by path."""

    changed: frozenset[str] = frozenset()
    added: frozenset[str] = frozenset()
    removed: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        """Tell whether anything differs."""
        return bool(self.changed or self.added or self.removed)

    @property
    def all(self) -> frozenset[str]:
        """Return every path that differs."""
        return self.changed | self.added | self.removed


def signatures(folder: Path, *, hidden: bool = False) -> dict[str, Signature]:
    """Return the signature of all below a folder; a link counts as a file.

    A folder's path ends with ``/``, and its signature never changes.

    Args:
        folder: The folder; nothing is below one that is not there.
        hidden: Whether files and folders whose names begin with a dot count.

    Raises:
        MachineError: A folder cannot be read.
    """
    found: dict[str, Signature] = {}
    waiting = [(os.fspath(folder), "")]
    while waiting:
        place, path = waiting.pop()
        try:
            with os.scandir(place) as entries:
                for entry in entries:
                    _look(entry, path, found, waiting, hidden=hidden)
        except FileNotFoundError:
            continue
        except OSError as error:
            message = f"không đọc được thư mục {place}: {error.strerror}"
            raise MachineError(message) from error
    return found


def _look(
    entry: os.DirEntry[str],
    path: str,
    found: dict[str, Signature],
    waiting: list[tuple[str, str]],
    *,
    hidden: bool,
) -> None:
    name = entry.name
    if (name[0] == "." and not hidden) or name in _SKIPPED:
        return
    if entry.is_dir(follow_symlinks=False):
        waiting.append((entry.path, f"{path}{name}/"))
        found[f"{path}{name}/"] = FOLDER
        return
    told = entry.stat(follow_symlinks=False)
    found[path + name] = Signature(told.st_size, told.st_mtime_ns, told.st_ino)


def signature(path: Path) -> Signature:
    """Return the signature of one file; :data:`NOT_TRUSTED` where there is none."""
    try:
        told = path.lstat()
    except OSError:
        return NOT_TRUSTED
    return Signature(told.st_size, told.st_mtime_ns, told.st_ino)


def look(
    folder: Path,
    seen: Mapping[str, Signature],
    before: Mapping[str, Known],
    now: int,
) -> Files:
    """Return the files below a folder; only those that may differ are read.

    Args:
        folder: The folder.
        seen: The signatures of all that lies in it.
        before: The files as they were last seen.
        now: The time, in nanoseconds: what changed just before it, or after it, is not
            trusted the next time either.
    """
    found: Files = {}
    for path, told in seen.items():
        known = before.get(path)
        if known is not None and known.signature == told:
            found[path] = known
        elif told == FOLDER:
            found[path] = Known(told, UNREAD)
        else:
            found[path] = Known(_trusted(told, now), digest_of(folder / path))
    return found


def look_at(folder: Path, files: Files, paths: Iterable[str], now: int) -> Files:
    """Return the files with some of them looked at again."""
    found = dict(files)
    for path in paths:
        seen = signature(folder / path)
        if seen == NOT_TRUSTED:
            found.pop(path, None)
        else:
            found[path] = Known(_trusted(seen, now), digest_of(folder / path))
    return found


def _trusted(seen: Signature, now: int) -> Signature:
    return seen if seen.changed < now - YOUNG else NOT_TRUSTED


def digest_of(path: Path) -> bytes:
    """Return the digest of a file's bytes; :data:`UNREAD` where it cannot be read.

    Links, pipes and the like are not read: a pipe would wait for a writer for ever.
    """
    try:
        if not S_ISREG(path.lstat().st_mode):
            return UNREAD
        return hashlib.blake2b(path.read_bytes(), digest_size=_DIGEST).digest()
    except OSError:
        return UNREAD


def differences(before: Mapping[str, Known], after: Mapping[str, Known]) -> Differences:
    """Compare the files of two times by their digests.

    What could not be read counts as changed: nobody knows what it holds.
    """
    changed = {
        path
        for path, known in after.items()
        if (old := before.get(path)) is not None
        and old is not known
        and (old.digest != known.digest or known.digest == UNREAD)
    }
    return Differences(
        frozenset(changed),
        frozenset(after.keys() - before.keys()),
        frozenset(before.keys() - after.keys()),
    )


def digest_all(files: Mapping[str, Known]) -> bytes:
    """Return one digest of the names and bytes of some files."""
    total = hashlib.blake2b(digest_size=_DIGEST)
    for path in sorted(files):
        total.update(path.encode("utf-8", "surrogateescape"))
        total.update(b"\0%b\0" % files[path].digest)
    return total.digest()
