"""What a page is made from, as one digest; and which files it reads."""

from __future__ import annotations

import hashlib
import io
import pickle
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bookcase.build.rendering.dated import Editions
from bookcase.pages.compare.compared import ReadyPage, TextScript
from bookcase.pages.law.document import DocumentPage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bookcase.build.kept.signatures import Known
    from bookcase.build.rendering.pages import Page
    from bookcase.pages.law.changes import Change

DIGEST = 16
_ATTACHED = "/attachments/"


def digest(value: object) -> bytes:
    """Return the digest of a value that can be pickled: the same for equal values.

    Nothing is written once and referred to, as pickles are wont to do: which parts of a
    value are one object depends on how it came about.
    """
    return hashlib.blake2b(plain_pickle(value), digest_size=DIGEST).digest()


def plain_pickle(value: object) -> bytes:
    """Return a pickle without references within it."""
    file = io.BytesIO()
    pickler = pickle.Pickler(file, pickle.HIGHEST_PROTOCOL)
    pickler.fast = True
    pickler.dump(value)
    return file.getvalue()


@dataclass(frozen=True, slots=True)
class Sources:
    """The files of the content, as keys need them.

    Attributes:
        files: All of them.
        attached: What lies in ``attachments/`` of a folder, for those that have it.
    """

    files: Mapping[str, Known]
    attached: Mapping[str, tuple[str, ...]]


def sources(files: Mapping[str, Known]) -> Sources:
    """Sort the files of the content for the keys of pages."""
    attached: dict[str, list[str]] = {}
    for path in files:
        folder, mark, name = path.partition(_ATTACHED)
        if mark:
            attached.setdefault(folder, []).append(name)
    return Sources(files, {name: tuple(sorted(of)) for name, of in attached.items()})


def key_of(page: Page, base: bytes, content: Sources) -> bytes:
    """Return the digest of all that a page is made from but what it looks up."""
    total = hashlib.blake2b(base, digest_size=DIGEST)
    total.update(plain_pickle(page))
    for path in reads(page):
        known = content.files.get(path)
        total.update(known.digest if known else b"-")
    if isinstance(page, DocumentPage) and page.folder in content.attached:
        names = "\0".join(content.attached[page.folder])
        total.update(names.encode("utf-8", "surrogateescape"))
    return total.digest()


def reads(page: Page) -> tuple[str, ...]:
    """Return the files of the content that a page is rendered from, each once."""
    return tuple(dict.fromkeys(filter(None, _reads(page))))


def _reads(page: Page) -> Iterator[str]:
    if isinstance(page, TextScript):
        yield page.path
    elif isinstance(page, Editions):
        yield from (page.today, *(one.path for one in page.others))
    elif isinstance(page, ReadyPage):
        yield from (page.old, page.new, *_of_changes(page.changes))
    elif isinstance(page, DocumentPage):
        yield page.path
        yield from _of_changes(page.beside.changes)
        for note in page.beside.notes:
            yield from (one.path for one in (note.by, note.see) if one)
        yield from (one.path for one in page.beside.pointers)
        if page.chain:
            yield from (path for _, path, _ in page.chain.acting)
            yield from (one.path for one in page.chain.work.versions)


def _of_changes(changes: Iterable[Change]) -> Iterator[str]:
    for one in changes:
        yield from (one.by.path, one.old, one.new)
