"""Reads a tree of text by the description of a record.

Never stops at a fault: a value that is wrong is left out and reported, and the rest is
read. All faults of a file come out at once.

Finds:
    META101: a field that the record does not have.
    META102: a field that is required and missing.
    META103: a list where a text is wanted, and the like.
    META104: a date that is none.
    META105: a value that is not in the closed list.
    META106: a text that has not the form it should have.
    META107: neither true nor false.
    META108: not a number, or out of bounds.
    META109: a value twice in one list.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bookcase.diagnostics import Diagnostic, Level, Result, Span
from bookcase.metadata import days, suggest
from bookcase.metadata.fields import (
    BIGGEST,
    Choice,
    Day,
    Flag,
    Key,
    ListOf,
    Number,
    Record,
    Ref,
    Share,
    Short,
    Text,
    Type,
    WordOr,
)
from bookcase.metadata.keys import Keys
from bookcase.metadata.rows import Placed, Row
from bookcase.metadata.yamlfile import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Mapping as Names

NO_KEYS: Final = Keys()
_FLAGS = {"true": True, "false": False}


def read_row(
    record: Record, node: Node, keys: Keys = NO_KEYS, *, whole: bool = True
) -> Result[Row]:
    """Read a record.

    Args:
        record: Its description.
        node: What was written.
        keys: The closed lists.
        whole: False when the file could not be read to its end, so that nothing may
            be called missing.
    """
    reader = Reader(keys, whole=whole)
    return Result(reader.row(record, node), tuple(reader.found))


def read_rows(
    record: Record, node: Node, keys: Keys = NO_KEYS, *, whole: bool = True
) -> Result[tuple[Row, ...]]:
    """Read a list of records."""
    if isinstance(node, Mapping) and not node.entries:
        return Result(())
    reader = Reader(keys, whole=whole)
    items = reader.read(ListOf(record), node)
    rows = items if isinstance(items, tuple) else ()
    return Result(
        tuple(one for one in rows if isinstance(one, Row)), tuple(reader.found)
    )


class Reader:
    """Reads values by their types, and keeps what was found wrong in ``found``."""

    def __init__(self, keys: Keys, *, whole: bool = True) -> None:
        """Read by these closed lists; ``whole`` as in :func:`read_row`."""
        self.keys, self.whole = keys, whole
        self.found: list[Diagnostic] = []

    def row(self, record: Record, node: Node) -> Row:
        """Read a record; one that is no group of fields at all is empty."""
        if not isinstance(node, Mapping):
            self._say(node.span, "META103", _shape("một nhóm trường «tên: giá trị»"))
            return Row({}, {}, node.span)
        values: dict[str, object] = {}
        spans: dict[str, Span] = {}
        known = {field.name: field for field in record.fields}
        for key, value in node.entries:
            field = known.get(key.text)
            if field is None:
                self._unknown(key, record)
                continue
            if isinstance(value, Scalar) and value.empty:
                continue
            spans[key.text] = value.span
            read = self.read(field.type, value)
            if read is not None:
                values[key.text] = read
        if self.whole:
            self._missing(record, node, spans)
        return Row(values, spans, node.span)

    def read(self, kind: Type, node: Node) -> object:
        """Read a value; None where nothing is said or it is wrong."""
        if isinstance(node, Scalar) and node.empty:
            return None
        return _READERS[type(kind)](self, kind, node)

    def _unknown(self, key: Scalar, record: Record) -> None:
        names = [field.name for field in record.fields]
        hint = dict(record.foreign).get(key.text) or suggest.meant(key.text, names)
        hint = hint or f"bỏ trường này; các trường có thể dùng: {', '.join(names)}"
        self._say(key.span, "META101", f"không có trường «{key.text}»", hint)

    def _missing(self, record: Record, node: Mapping, spans: dict[str, Span]) -> None:
        for field in record.fields:
            if not field.required or field.name in spans:
                continue
            empty = node.get(field.name)
            example = f", ví dụ «{field.example}»" if field.example else ""
            self._say(
                empty.span if empty else node.span,
                "META102",
                f"thiếu trường bắt buộc «{field.name}»",
                f"thêm dòng «{field.name}: …»: {field.about}{example}",
            )

    def scalar(self, node: Node, wanted: str) -> Scalar | None:
        """Take a single value, or say that one is wanted."""
        if isinstance(node, Scalar):
            return node
        self._say(node.span, "META103", _shape(wanted))
        return None

    def text(self, kind: Text, node: Node) -> str | None:
        """Read a text."""
        scalar = self.scalar(node, "một giá trị bằng chữ")
        if scalar is None:
            return None
        if kind.pattern and not re.fullmatch(kind.pattern, scalar.text):
            what = f"«{scalar.text}» không đúng dạng"
            self._say(scalar.span, "META106", what, f"phải là {kind.form}")
            return None
        return scalar.text

    def ref(self, _kind: Ref, node: Node) -> Placed | None:
        """Read a reference to a document."""
        scalar = self.scalar(node, "mã văn bản hoặc trích dẫn bằng chữ")
        return Placed(scalar.text.strip(), scalar.span) if scalar else None

    def day(self, _kind: Day, node: Node) -> object:
        """Read a date."""
        scalar = self.scalar(node, "một ngày")
        if scalar is None:
            return None
        read = days.read_day(scalar.text)
        if isinstance(read, str):
            what = f"«{scalar.text}» không phải ngày: {read}"
            self._say(scalar.span, "META104", what, days.cure(scalar.text))
            return None
        return read

    def flag(self, _kind: Flag, node: Node) -> bool | None:
        """Read true or false."""
        scalar = self.scalar(node, "true hoặc false")
        if scalar is None:
            return None
        if scalar.text not in _FLAGS:
            what = f"«{scalar.text}» không phải true hay false"
            self._say(scalar.span, "META107", what, "viết true (có) hoặc false (không)")
        return _FLAGS.get(scalar.text)

    def number(self, kind: Number, node: Node) -> int | None:
        """Read a whole number."""
        scalar = self.scalar(node, "một số")
        if scalar is None:
            return None
        if re.fullmatch(r"-?[0-9]{1,12}", scalar.text):
            value = int(scalar.text)
            if kind.least <= value <= kind.most:
                return value
        bounds = f"từ {kind.least} " + (
            f"đến {kind.most}" if kind.most < BIGGEST else "trở lên"
        )
        what = f"«{scalar.text}» không phải số nguyên {bounds}"
        self._say(scalar.span, "META108", what, "viết bằng chữ số")
        return None

    def share(self, _kind: Share, node: Node) -> float | None:
        """Read a number from 0 to 1."""
        scalar = self.scalar(node, "một số từ 0 đến 1")
        if scalar is None:
            return None
        if re.fullmatch(r"[01](\.[0-9]{1,9})?", scalar.text):
            value = float(scalar.text)
            if value <= 1:
                return value
        what = f"«{scalar.text}» không phải số từ 0 đến 1"
        self._say(scalar.span, "META108", what, "viết như 0.85")
        return None

    def choice(self, kind: Choice, node: Node) -> str | None:
        """Read one of a few values."""
        return self._listed(dict(kind.options), node)

    def key(self, kind: Key, node: Node) -> str | None:
        """Read a key of a closed list."""
        where = f"content/_data/{kind.listed}.yml"
        return self._listed(self.keys.lists.get(kind.listed), node, where)

    def items(self, kind: ListOf, node: Node) -> tuple[object, ...] | None:
        """Read a list, leaving out what is wrong in it."""
        if not isinstance(node, Sequence):
            hint = "viết [giá trị, giá trị] hoặc mỗi mục một dòng «- »"
            self._say(node.span, "META103", _shape("một danh sách"), hint)
            return None
        read = [(one, self.read(kind.item, one)) for one in node.items]
        if isinstance(kind.item, (Key, Text)):
            self._repeated([(one, value) for one, value in read if value is not None])
        return tuple(value for _, value in read if value is not None)

    def short(self, kind: Short, node: Node) -> Row:
        """Read a record that may be written as its first field alone."""
        if not isinstance(node, Scalar):
            return self.row(kind.record, node)
        first = kind.record.fields[0]
        value = self.read(first.type, node)
        values = {} if value is None else {first.name: value}
        return Row(values, {first.name: node.span}, node.span)

    def word_or(self, kind: WordOr, node: Node) -> object:
        """Read one certain word, or a value."""
        if isinstance(node, Scalar) and node.text == kind.word:
            return kind.word
        return self.read(kind.other, node)

    def _listed(
        self, entries: Names[str, str] | None, node: Node, where: str = ""
    ) -> str | None:
        scalar = self.scalar(node, "một giá trị trong danh sách")
        if scalar is None:
            return None
        if entries is None or scalar.text in entries:
            return scalar.text
        what = f"«{scalar.text}» không có trong danh sách"
        hint = suggest.meant_key(scalar.text, entries, where)
        self._say(scalar.span, "META105", what, hint)
        return None

    def _repeated(self, read: list[tuple[Node, object]]) -> None:
        seen: set[object] = set()
        for node, value in read:
            if value in seen:
                what = f"«{value}» viết hai lần trong danh sách"
                self._say(node.span, "META109", what, "bỏ một", "warning")
            seen.add(value)

    def _say(
        self,
        span: Span,
        code: str,
        message: str,
        hint: str = "",
        level: Level = "error",
    ) -> None:
        self.found.append(Diagnostic(span, code, message, level, hint))


def _shape(wanted: str) -> str:
    return f"chỗ này phải là {wanted}"


_READERS: dict[type, Callable[[Reader, Type, Node], object]] = {
    Text: Reader.text,  # type: ignore[dict-item]  # each takes its own type only
    Day: Reader.day,  # type: ignore[dict-item]
    Flag: Reader.flag,  # type: ignore[dict-item]
    Number: Reader.number,  # type: ignore[dict-item]
    Share: Reader.share,  # type: ignore[dict-item]
    Choice: Reader.choice,  # type: ignore[dict-item]
    Key: Reader.key,  # type: ignore[dict-item]
    Ref: Reader.ref,  # type: ignore[dict-item]
    ListOf: Reader.items,  # type: ignore[dict-item]
    Record: Reader.row,  # type: ignore[dict-item]
    Short: Reader.short,  # type: ignore[dict-item]
    WordOr: Reader.word_or,  # type: ignore[dict-item]
}
