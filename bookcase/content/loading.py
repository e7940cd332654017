"""Reads the whole content folder into one library."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bookcase.content import checks
from bookcase.content.folder import look, spot, text, unknown
from bookcase.content.hub import FOLDERS as HUB
from bookcase.content.localities import TOP as LOCALITIES
from bookcase.content.localities import read_localities
from bookcase.content.publications import read_publications
from bookcase.content.works import TOP as WORKS
from bookcase.content.works import read_works
from bookcase.diagnostics import Diagnostic, Result, Span
from bookcase.files import inside
from bookcase.metadata.keys import keys
from bookcase.metadata.lists import read_lists
from bookcase.metadata.register import read_register
from bookcase.metadata.stated import read_stated
from bookcase.model.library import Library
from bookcase.model.lists import Lists
from bookcase.model.publication import FOLDERS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from concurrent.futures import Executor
    from pathlib import Path
    from typing import TypeVar

    from bookcase.content.works import Reader
    from bookcase.model.register import RegisterEntry
    from bookcase.model.relations import StatedRelation

    T = TypeVar("T")

DATA = "_data"
REGISTER, ADDED = "register.csv", "register-added.csv"
"""Acts without a text here: the table as its source gives it, and what editors add."""
STATED = "relations.yml"
DATA_FILES = frozenset(
    {
        "audiences.yml",
        "communes.csv",
        "former-communes.csv",
        "issuers.yml",
        "languages.yml",
        "province-shapes.csv",
        "provinces.csv",
        "roles.yml",
        "situations.yml",
        "subjects.yml",
        "synonyms.yml",
        "topics.yml",
        "types.yml",
        REGISTER,
        ADDED,
        STATED,
    }
)
OWN_FOLDERS = frozenset({DATA, "_schema", "_templates", WORKS, LOCALITIES, *HUB})


def load(
    root: Path,
    *,
    lists: Lists | None = None,
    executor: Executor | None = None,
    chunksize: int = 256,
    read: Reader | None = None,
) -> Result[Library]:
    """Read everything but the texts of versions.

    The library is usable whatever was found. Diagnostics come sorted by place, and
    name files by their paths relative to the content folder.

    Args:
        root: The content folder.
        lists: The closed lists; read from ``_data/`` when not given.
        executor: Reads the legal documents in other processes or threads.
        chunksize: How many documents each of its tasks reads.
        read: Reads a legal document, for those who keep what was read.
    """
    found: list[Diagnostic] = []

    def keep(result: Result[T]) -> T:
        found.extend(result.diagnostics)
        return result.value

    found.extend(_strangers(root))
    known = lists if lists is not None else keep(_lists(root))
    allowed = keys(known)
    works = keep(read_works(root, allowed, executor, chunksize, read))
    register = keep(_register(root, known))
    held = {work.id for work in works}
    library = Library(
        works=works,
        publications=keep(read_publications(root, allowed)),
        localities=keep(read_localities(root, known, allowed)),
        register=tuple(entry for entry in register if entry.id not in held),
        stated=keep(_stated(root)),
        lists=known,
    )
    found.extend(checks.check(library, partial(spot, root)))
    return Result(library, tuple(sorted(found)))


def _lists(root: Path) -> Result[Lists]:
    if (root / DATA).is_dir() and not (root / DATA).is_symlink():
        return read_lists(root / DATA)
    what = f"không có thư mục {DATA}: các danh sách đóng không được kiểm tra"
    hint = "chép thư mục _data của bộ khởi đầu vào đây"
    return Result(Lists(), (Diagnostic(Span(DATA), "META513", what, "warning", hint),))


def _register(root: Path, lists: Lists) -> Result[tuple[RegisterEntry, ...]]:
    """Read the register; of an act in both tables the row of its source holds."""
    entries: dict[str, RegisterEntry] = {}
    found: tuple[Diagnostic, ...] = ()
    for name in (ADDED, REGISTER):
        path = f"{DATA}/{name}"
        if _is_own(root, path):
            source = text(root, path)
            read = read_register(source.value, path, lists)
            entries |= {one.id: one for one in read.value}
            found += source.diagnostics + read.diagnostics
    return Result(tuple(entries[id_] for id_ in sorted(entries)), found)


def _stated(root: Path) -> Result[tuple[StatedRelation, ...]]:
    path = f"{DATA}/{STATED}"
    if not _is_own(root, path):
        return Result(())
    source = text(root, path)
    read = read_stated(source.value, path)
    return Result(read.value, source.diagnostics + read.diagnostics)


def _is_own(root: Path, path: str) -> bool:
    """Tell whether a file is there, and is not a link, which is told of elsewhere."""
    return inside(root, root / path) and (root / path).is_file()


def _strangers(root: Path) -> Iterator[Diagnostic]:
    """Report what stands at the top and in ``_data/`` without a meaning there."""
    found: list[Diagnostic] = []
    top, data = look(root, "", found), look(root, DATA, found)
    yield from found
    hint = f"các thư mục: {WORKS}, {LOCALITIES}, {', '.join(FOLDERS)}"
    for name in top.folders:
        if name not in FOLDERS and name not in OWN_FOLDERS:
            yield unknown(name, hint, "warning")
    for name in top.files:
        if not name.endswith(".md"):
            yield unknown(name, "ở đây chỉ có các trang .md", "warning")
    for name in (*data.files, *data.folders):
        if name not in DATA_FILES:
            yield unknown(f"{DATA}/{name}", "danh sách này không ai đọc", "warning")
