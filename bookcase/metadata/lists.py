"""The closed lists of ``content/_data/``."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bookcase.diagnostics import Diagnostic, Result
from bookcase.files import read_text
from bookcase.metadata import yamlfile
from bookcase.metadata.gazetteer import read_communes, read_former, read_provinces
from bookcase.metadata.keys import keys as keys_of
from bookcase.metadata.reader import NO_KEYS, read_rows
from bookcase.metadata.tables import lists as tables
from bookcase.model.lists import (
    ActType,
    Issuer,
    Lists,
    Occasion,
    Phone,
    Synonym,
    Term,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path
    from typing import TypeVar

    from bookcase.metadata.fields import Record
    from bookcase.metadata.keys import Keys
    from bookcase.metadata.rows import Row

    T = TypeVar("T")

_SYNONYMS = "synonyms.yml"
_OCCASIONS = "situations.yml"


def read_lists(data_dir: Path) -> Result[Lists]:
    """Read every closed list.

    Args:
        data_dir: ``content/_data``; diagnostics name its files ``_data/…``.

    Finds:
        META303: a key twice in one list; the first counts.
    """
    found: list[Diagnostic] = []

    def keep(result: Result[T]) -> T:
        found.extend(result.diagnostics)
        return result.value

    def entries(name: str, record: Record, make: Callable[[Row], T]) -> Mapping[str, T]:
        rows = keep(read_list(data_dir, name, record))
        return keep(_by_key(rows, make))

    def terms(name: str, record: Record = tables.TERM) -> Mapping[str, Term]:
        return entries(name, record, _term)

    lists = Lists(
        types=entries("types.yml", tables.ACT_TYPE, _type),
        issuers=entries("issuers.yml", tables.ISSUER, _issuer),
        subjects=terms("subjects.yml"),
        audiences=terms("audiences.yml"),
        roles=terms("roles.yml"),
        languages=terms("languages.yml", tables.LANGUAGE),
        provinces=keep(read_provinces(data_dir)),
        communes=keep(read_communes(data_dir)),
        former=keep(read_former(data_dir)),
        synonyms=keep(_synonyms(data_dir)),
    )
    if (data_dir / _OCCASIONS).exists():
        rows = keep(read_list(data_dir, _OCCASIONS, tables.OCCASION, keys_of(lists)))
        lists = replace(lists, occasions=keep(_by_key(rows, _occasion)))
    return Result(lists, tuple(found))


def _synonyms(data_dir: Path) -> Result[tuple[Synonym, ...]]:
    """Read the everyday words for the law's; a bookcase need not have any."""
    if not (data_dir / _SYNONYMS).exists():
        return Result(())
    read = read_list(data_dir, _SYNONYMS, tables.SYNONYM)
    rows = (Synonym(row.texts("everyday"), row.text("law")) for row in read.value)
    return Result(tuple(rows), read.diagnostics)


def read_topics(data_dir: Path, keys: Keys = NO_KEYS) -> Result[dict[int, str]]:
    """Read which subject each numbered topic of the codification belongs to."""
    read = read_list(data_dir, "topics.yml", tables.TOPIC, keys)
    return Result(
        {
            number: row.text("subject")
            for row in read.value
            if (number := row.number("number")) is not None
        },
        read.diagnostics,
    )


def read_list(
    data_dir: Path, name: str, record: Record, keys: Keys = NO_KEYS
) -> Result[tuple[Row, ...]]:
    """Read one YAML list of ``_data/``."""
    text = read_text(data_dir / name, f"_data/{name}")
    tree = yamlfile.read(text.value, f"_data/{name}")
    whole = yamlfile.whole(tree.diagnostics)
    rows = read_rows(record, tree.value, keys, whole=whole)
    return Result(rows.value, text.diagnostics + tree.diagnostics + rows.diagnostics)


def _by_key(rows: Iterable[Row], make: Callable[[Row], T]) -> Result[Mapping[str, T]]:
    made: dict[str, T] = {}
    found: list[Diagnostic] = []
    for row in rows:
        key = row.text("key")
        if key in made:
            what = f"khóa «{key}» có hai lần trong danh sách"
            span = row.at("key")
            found.append(Diagnostic(span, "META303", what, hint="bỏ một dòng"))
        elif key:
            made[key] = make(row)
    return Result(made, tuple(found))


def _type(row: Row) -> ActType:
    rank = row.number("rank") or 99
    return ActType(row.text("key"), row.text("name"), rank, row.text("short"))


def _term(row: Row) -> Term:
    return Term(row.text("key"), row.text("name"), row.text("own"))


def _occasion(row: Row) -> Occasion:
    return Occasion(
        key=row.text("key"),
        name=row.text("name"),
        icon=row.text("icon"),
        about=row.text("about"),
        steps=row.texts("steps"),
        subjects=row.texts("subjects"),
        first=row.texts("first"),
        roles=row.texts("roles"),
        phones=tuple(
            Phone(one.text("number"), one.text("name")) for one in row.rows("phones")
        ),
    )


def _issuer(row: Row) -> Issuer:
    return Issuer(
        key=row.text("key"),
        name=row.text("name"),
        level=row.text("level") or "central",
        names=row.texts("names"),
        start=row.day("from"),
        until=row.day("until"),
        suffix=row.text("suffix"),
    )
