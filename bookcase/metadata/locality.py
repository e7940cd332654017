"""A commune's own file: contacts, chosen leaflets, notices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bookcase.diagnostics import Diagnostic, Result
from bookcase.metadata import yamlfile
from bookcase.metadata.reader import NO_KEYS, read_row
from bookcase.metadata.tables.places import LOCALITY
from bookcase.model.places import Broadcast, Contact, Locality, Notice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bookcase.metadata.keys import Keys
    from bookcase.metadata.rows import Row


def read_locality(text: str, path: str, keys: Keys = NO_KEYS) -> Result[Locality]:
    """Read ``dia-phuong/<mã tỉnh>/<mã xã>.yml``.

    Finds:
        META212: the code is not the file's name, or no commune of today has it.
    """
    tree = yamlfile.read(text, path)
    whole = yamlfile.whole(tree.diagnostics)
    read = read_row(LOCALITY, tree.value, keys, whole=whole)
    row = read.value
    name = path.rpartition("/")[2].removesuffix(".yml")
    found = [*tree.diagnostics, *read.diagnostics, *_faults(row, name, keys)]
    return Result(_locality(row, name, path), tuple(found))


def _faults(row: Row, name: str, keys: Keys) -> Iterator[Diagnostic]:
    code, known = row.text("code"), keys.lists.get("communes")
    if code and code != name:
        what = f"mã «{code}» không trùng tên tệp «{name}»"
        yield Diagnostic(row.at("code"), "META212", what, hint="sửa cho trùng")
    if known is not None and name not in known:
        what = f"không có xã, phường, đặc khu nào ngày nay mang mã «{name}»"
        hint = "tìm mã trong content/_data/communes.csv"
        yield Diagnostic(row.at("code"), "META212", what, hint=hint)


def _locality(row: Row, code: str, path: str) -> Locality:
    return Locality(
        code=code,
        contacts=tuple(
            _contact(one) for one in row.rows("contacts") if one.text("role")
        ),
        leaflets=row.texts("leaflets"),
        all_leaflets=row.text("leaflets") == "all",
        notices=tuple(_notice(one) for one in row.rows("notices")),
        broadcasts=tuple(
            Broadcast(one.text("days"), one.text("time"))
            for one in row.rows("broadcasts")
        ),
        specimen=row.flag("specimen"),
        path=path,
    )


def _contact(row: Row) -> Contact:
    return Contact(
        row.text("role"),
        row.text("name"),
        row.text("phone"),
        row.text("email"),
        row.text("address"),
        row.text("hours"),
    )


def _notice(row: Row) -> Notice:
    start, until = row.day("from"), row.day("until")
    return Notice(row.text("title"), row.text("text"), start, until)
