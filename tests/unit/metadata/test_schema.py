"""The published JSON Schemas."""

from __future__ import annotations

import re
from typing import Any

import jsonschema
import pytest
import yaml

from bookcase import schema
from bookcase.metadata.keys import keys
from bookcase.metadata.lists import read_lists
from tests.shared import ROOT

CONTENT = ROOT / "content"
KEYS = keys(read_lists(CONTENT / "_data").value)
SCHEMAS = schema.schemas(KEYS)
HEAD = re.compile(
    r"\A(?:---\n)?# yaml-language-server: \$schema=(?P<way>.*)/"
    r"(?P<name>\w+)\.schema\.json\n(?P<yaml>.*?)(?:^---$|\Z)",
    re.DOTALL | re.MULTILINE,
)


class Loader(yaml.SafeLoader):
    """Reads YAML 1.2 as editors' programs do: ``on`` is a word, a date is a text."""


Loader.yaml_implicit_resolvers = {
    sign: [(tag, form) for tag, form in rules if tag.rpartition(":")[2] in "nullint"]
    for sign, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Loader.add_implicit_resolver(
    "tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf")
)


def test_the_files_are_fresh() -> None:
    for name, data in schema.files(KEYS).items():
        assert (CONTENT / "_schema" / name).read_bytes() == data, (
            f"{name}: draw it again with bookcase.schema.write"
        )


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_each_is_a_schema_of_the_dialect_it_names(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMAS[name])


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_every_field_is_explained(name: str) -> None:
    bare = [
        field
        for properties in found(SCHEMAS[name], "properties")
        if isinstance(properties, dict)
        for field, drawn in properties.items()
        if isinstance(drawn, dict) and not {"description", "enum"} & set(drawn)
    ]
    assert bare == []


def found(value: object, name: str) -> list[object]:
    """Find every value of a name, however deep."""
    if isinstance(value, list):
        return [one for item in value for one in found(item, name)]
    if not isinstance(value, dict):
        return []
    own = [value[name]] if name in value else []
    return own + [one for item in value.values() for one in found(item, name)]


def annotated() -> list[tuple[str, str, Any]]:
    """Return the files that name their schema: path, schema and value."""
    rows = []
    for path in sorted(CONTENT.rglob("*")):
        if path.suffix not in (".yml", ".md") or path.parent.name.startswith("_"):
            continue
        match = HEAD.match(path.read_text(encoding="utf-8"))
        if match:
            way = (path.parent / match["way"]).resolve()
            assert way == (CONTENT / "_schema").resolve(), path
            value = yaml.load(match["yaml"], Loader)  # noqa: S506 - a safe loader
            rows.append((str(path.relative_to(CONTENT)), match["name"], value))
    return rows


def test_the_starter_content_keeps_to_its_schemas() -> None:
    rows = annotated()
    assert len(rows) > 60
    faults = [
        f"{path}: {fault.json_path}: {fault.message}"
        for path, name, value in rows
        for fault in jsonschema.Draft202012Validator(SCHEMAS[name]).iter_errors(value)
    ]
    assert faults == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("document", {"id": "luat-1", "type": "luat"}),
        ("document", {"id": "luat-1", "type": "luật", "versions": []}),
        ("document", {"id": "luat-1", "type": "luat", "versions": [], "titel": "x"}),
        ("effects", [{"by": "d1", "on": "luat-1", "op": "thay"}]),
        ("publication", {"id": "x", "kind": "qa", "questions": []}),
        ("quiz", {"id": "x", "kind": "quiz"}),
        ("locality", {"code": 8}),
    ],
)
def test_what_the_reader_refuses_the_schemas_refuse(name: str, value: object) -> None:
    assert not jsonschema.Draft202012Validator(SCHEMAS[name]).is_valid(value)
