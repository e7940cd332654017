"""How a record is described: its fields, each with its type and what it is for.

One description serves twice: the reader (:mod:`bookcase.metadata.reader`) checks what
an editor wrote against it, and the JSON Schemas that help while writing are drawn from
it. Descriptions are in Vietnamese, for they are what the editor sees on hover.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"
"""The form of an id and of every key of a closed list."""


BIGGEST = 1_000_000_000
"""The bound of a number that has none of its own."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text; with a pattern, a text of that form, told to editors by ``form``."""

    pattern: str = ""
    form: str = ""


@dataclass(frozen=True, slots=True)
class Day:
    """A date, written ``2024-07-01``."""


@dataclass(frozen=True, slots=True)
class Flag:
    """``true`` or ``false``."""


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number between two bounds, both included."""

    least: int = 0
    most: int = BIGGEST


@dataclass(frozen=True, slots=True)
class Share:
    """A number from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few values that the program knows: ``(value, Vietnamese name)``."""

    options: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a closed list in ``_data/``; the list is given by its field's name."""

    listed: str


@dataclass(frozen=True, slots=True)
class Ref:
    """A document: its id, or a citation in words."""


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of values of one type."""

    item: Type


@dataclass(frozen=True, slots=True)
class Record:
    """A group of fields.

    ``foreign`` names fields that other records have and what to say of them here.
    """

    fields: tuple[Field, ...]
    foreign: tuple[tuple[str, str], ...] = ()

    def field(self, name: str) -> Field | None:
        """Find a field by its name."""
        return next((one for one in self.fields if one.name == name), None)


@dataclass(frozen=True, slots=True)
class Short:
    """A record that may be written as its first field alone."""

    record: Record


@dataclass(frozen=True, slots=True)
class WordOr:
    """One certain word, or else a value of a type."""

    word: str
    about: str
    other: Type


Type: TypeAlias = (
    Text
    | Day
    | Flag
    | Number
    | Share
    | Choice
    | Key
    | Ref
    | ListOf
    | Record
    | Short
    | WordOr
)


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a record.

    Attributes:
        name: As it is written; schema names are English.
        type: What it may hold.
        about: What it is for, in Vietnamese, ending without a full stop.
        required: Whether the record makes no sense without it.
        example: A value as it would be written.
        only: The kinds of publication that have it; empty for all.
    """

    name: str
    type: Type
    about: str
    required: bool = False
    example: str = ""
    only: tuple[str, ...] = ()


ID_TEXT = Text(ID, "chữ thường không dấu, chữ số và gạch nối")
URL = Text(r"https?://[^\s<>\"']+", "địa chỉ bắt đầu bằng https://")
SHA256 = Text(r"[0-9a-f]{64}", "64 chữ số thập lục phân viết thường")
UNIT = Text(r"[a-z0-9._~/*-]+", "mã đơn vị như d7a.k1.dd")
MONTH = Text(r"\d{4}-(?:0[1-9]|1[0-2])", "năm và tháng như 2025-11")
CODE = Text(r"\d{2}|\d{5}", "hai chữ số (tỉnh) hoặc năm chữ số (xã)")
COMMUNE_CODE = Text(r"\d{5}", "năm chữ số")
