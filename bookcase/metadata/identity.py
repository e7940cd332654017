"""Whether a document's id and folder are those that its own record gives it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bookcase.diagnostics import Diagnostic
from bookcase.model import ids

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bookcase.metadata.keys import Keys
    from bookcase.metadata.rows import Row
    from bookcase.model.act import Work

_MARK = "-MAU"
_MAKE_THE_ID = ("number", "type", "issued", "issuers", "scope", "disambiguator")


def tail(work: Work, keys: Keys) -> str:
    """Return what the id of a work should be after its type."""
    own = next((keys.suffixes[key] for key in work.issuers if key in keys.suffixes), "")
    suffix = ids.place_suffix(work.scope, own)
    return ids.work_tail(work.number, work.issued, suffix, work.disambiguator)


def check(work: Work, row: Row, keys: Keys) -> Iterator[Diagnostic]:
    """Hold a work against its own facts.

    Finds:
        META201: the id is not the one that type, number, day and place give.
        META202: the folder is not the one that the id gives.
        META203: a specimen whose number could exist, or a real act marked as one.
        META204: a number without a digit.
    """
    yield from _number(work, row)
    if row.wrong("specimen"):
        return
    yield from _specimen(work, row)
    if not row.text("type") or any(row.wrong(name) for name in _MAKE_THE_ID):
        return
    end = tail(work, keys)
    right = ids.work_id(work.type, end, specimen=work.specimen)
    if work.id != right:
        what = f"mã «{work.id}» không khớp loại, số, ngày và nơi ban hành"
        hint = f"theo các trường đó, mã là «{right}»"
        yield Diagnostic(row.at("id"), "META201", what, hint=hint)
    folder = ids.work_folder(work.type, work.number, work.issued, end)
    if work.folder != folder:
        what = "văn bản nằm sai thư mục"
        hint = f"theo loại, số và ngày, thư mục là «{folder}»"
        yield Diagnostic(row.at("id"), "META202", what, hint=hint)


def _number(work: Work, row: Row) -> Iterator[Diagnostic]:
    if work.number and not any(sign.isdigit() for sign in work.number):
        what = f"số, ký hiệu «{work.number}» không có chữ số nào"
        hint = "văn bản không có số thì bỏ trường number"
        yield Diagnostic(row.at("number"), "META204", what, hint=hint)


def _specimen(work: Work, row: Row) -> Iterator[Diagnostic]:
    marked = work.number.endswith(_MARK)
    if work.specimen and not marked:
        what = "văn bản minh họa phải có số không thể nhầm với văn bản thật"
        hint = f"thêm {_MARK} vào cuối number"
        yield Diagnostic(row.at("number"), "META203", what, hint=hint)
    elif marked and not work.specimen:
        what = f"số kết thúc bằng {_MARK} chỉ dành cho văn bản minh họa"
        hint = "thêm specimen: true, hoặc sửa number"
        yield Diagnostic(row.at("number"), "META203", what, hint=hint)
