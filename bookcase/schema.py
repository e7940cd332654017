"""The published JSON Schemas, drawn from the field tables and the closed lists.

An editor's program reads them (``# yaml-language-server: $schema=…`` on the first line
of a file) and offers fields, values and explanations while one writes.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from bookcase.files import write_atomic
from bookcase.metadata.fields import (
    Choice,
    Day,
    Field,
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
from bookcase.metadata.tables.effects import EFFECT
from bookcase.metadata.tables.places import LOCALITY
from bookcase.metadata.tables.publication import BY_KIND, PUBLICATION
from bookcase.metadata.tables.work import WORK

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from bookcase.metadata.keys import Keys

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FOLDER = "_schema"
_TITLES = {
    "document": "Văn bản: document.yml",
    "effects": "Tác động của văn bản: effects.yml",
    "publication": "Ấn phẩm thuộc mọi loại",
    "quiz": "Trắc nghiệm",
    "handbook": "Sổ tay: handbook.yml",
    "media": "Đa phương tiện",
    "course": "Khóa học",
    "locality": "Địa phương",
}
_FIXED: Mapping[type, Schema] = {
    Text: {"type": "string"},
    Day: {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
    Flag: {"type": "boolean"},
    Share: {"type": "number", "minimum": 0, "maximum": 1},
    Ref: {"type": "string", "minLength": 1},
}
_ONE_KIND = ("quiz", "handbook", "media", "course")


def schemas(keys: Keys) -> Mapping[str, Schema]:
    """Return every schema by its name.

    Args:
        keys: The closed lists, whose keys and names become the values offered.
    """
    draw = Drawer(keys)
    made = {
        "document": draw.record(WORK),
        "effects": {"type": "array", "items": draw.record(EFFECT)},
        "publication": draw.kinds(PUBLICATION),
        "locality": draw.record(LOCALITY),
    }
    made |= {kind: draw.record(BY_KIND[kind]) for kind in _ONE_KIND}
    return {
        name: {"$schema": DIALECT, "title": _TITLES[name], **made[name]}
        for name in _TITLES
    }


def files(keys: Keys) -> Mapping[str, bytes]:
    """Return the schema files by name, as they are to stand in ``_schema/``."""
    return {
        f"{name}.schema.json": _bytes(schema) for name, schema in schemas(keys).items()
    }


def write(content: Path, keys: Keys) -> None:
    """Write the schema files into the content folder."""
    for name, data in files(keys).items():
        write_atomic(content / FOLDER / name, data)


class Drawer:
    """Draws types as schemas."""

    def __init__(self, keys: Keys) -> None:
        """Draw with these closed lists."""
        self.keys = keys

    def record(self, record: Record) -> Schema:
        """Draw a group of fields, which allows no other."""
        required = [one.name for one in record.fields if one.required]
        return {
            "type": "object",
            "properties": {one.name: self.field(one) for one in record.fields},
            **({"required": required} if required else {}),
            "additionalProperties": False,
        }

    def kinds(self, record: Record) -> Schema:
        """Draw the publications of all kinds: what only some have hangs on the kind."""
        drawn = self.record(record)
        drawn["required"] = [
            one.name for one in record.fields if one.required and not one.only
        ]
        special = [one for one in record.fields if one.only]
        drawn["allOf"] = [_only(field) for field in special]
        return drawn

    def field(self, field: Field) -> Schema:
        """Draw a field with its description; one that may be absent may be null."""
        drawn = self.type(field.type)
        if not field.required:
            drawn = _or_null(drawn)
        example = f"\n\nVí dụ: {field.example}" if field.example else ""
        return {"description": f"{field.about}.{example}", **drawn}

    def type(self, kind: Type) -> Schema:
        """Draw a type."""
        match kind:
            case Record():
                return self.record(kind)
            case ListOf(item):
                return {"type": "array", "items": self.type(item)}
            case Short(record):
                first = self.type(record.fields[0].type)
                return {"anyOf": [first, self.record(record)]}
            case WordOr(word, about, other):
                said = {"const": word, "description": f"{about}."}
                return {"anyOf": [said, self.type(other)]}
            case Key(listed):
                return _listed(self.keys.lists.get(listed))
            case _:
                return _plain(kind)


def _plain(kind: Type) -> Schema:
    match kind:
        case Choice(options):
            return _listed(dict(options))
        case Text(pattern) if pattern:
            return {"type": "string", "pattern": f"^(?:{pattern})$"}
        case Number(least, most):
            return {"type": "integer", "minimum": least, "maximum": most}
        case _:
            return dict(_FIXED[type(kind)])


def _listed(entries: Mapping[str, str] | None) -> Schema:
    """Draw a closed list: each value with its name."""
    if not entries:
        return {"type": "string"}
    return {
        "anyOf": [
            {"const": key, "title": name, "description": name}
            for key, name in entries.items()
        ]
    }


def _or_null(drawn: Schema) -> Schema:
    if "anyOf" in drawn:
        return {**drawn, "anyOf": [*drawn["anyOf"], {"type": "null"}]}
    return {**drawn, "type": [drawn["type"], "null"]}


def _only(field: Field) -> Schema:
    """Say for which kinds a field is wanted or allowed, and for which it is not."""
    rule: Schema = {
        "if": {"properties": {"kind": {"enum": list(field.only)}}},
        "else": {"properties": {field.name: False}},
    }
    if field.required:
        rule["then"] = {"required": [field.name]}
    return rule


def _bytes(schema: Schema) -> bytes:
    return (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode()
