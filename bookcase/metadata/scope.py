"""Where something applies."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from bookcase.diagnostics import Diagnostic, Result
from bookcase.model.places import Area, FormerKind, FormerPlace, Scope

if TYPE_CHECKING:
    from bookcase.metadata.keys import Keys
    from bookcase.metadata.rows import Row

_LISTS = {"province": "provinces", "commune": "communes"}
_WORDS = {"province": "tỉnh (2 chữ số)", "commune": "xã (5 chữ số)"}


def scope(row: Row | None, keys: Keys) -> Result[Scope]:
    """Make a scope; central where nothing is said.

    Finds:
        META205: a code where there should be none, none where there should be one, or
            one that no place of today has.
    """
    if row is None or not row.text("level"):
        return Result(Scope())
    level, code = cast("Area", row.text("level")), row.text("code")
    former = tuple(
        FormerPlace(
            cast("FormerKind", one.text("kind")), one.text("code"), one.text("name")
        )
        for one in row.rows("former")
        if one.text("kind")
    )
    value = Scope(level, code if level != "central" else "", former)
    return Result(value, _fault(row, level, code, keys))


def _fault(row: Row, level: str, code: str, keys: Keys) -> tuple[Diagnostic, ...]:
    span = row.at("code")
    if level == "central":
        if not code:
            return ()
        what = "cấp trung ương không có mã địa phương"
        return (Diagnostic(span, "META205", what, hint="bỏ code, hoặc sửa level"),)
    if not code:
        what = f"thiếu code: mã {_WORDS[level]} ngày nay"
        hint = "tìm mã trong content/_data/, viết trong ngoặc kép"
        return (Diagnostic(span, "META205", what, hint=hint),)
    known = keys.lists.get(_LISTS[level])
    if known is None or code in known:
        return ()
    what = f"không có {_WORDS[level]} nào ngày nay mang mã «{code}»"
    hint = f"xem content/_data/{_LISTS[level]}.csv"
    return (Diagnostic(span, "META205", what, hint=hint),)
