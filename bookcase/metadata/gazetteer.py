"""Provinces and communes of today, and the former ones they came from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bookcase.diagnostics import Result
from bookcase.files import read_text
from bookcase.metadata.csvfile import read_csv
from bookcase.model.places import Commune, FormerCommune, Province

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from bookcase.metadata.csvfile import Cells

MAIN = "yes"


def read_provinces(data_dir: Path) -> Result[Mapping[str, Province]]:
    """Read ``provinces.csv``, by code."""
    rows = _table(data_dir, "provinces.csv", "code,name,kind,lat,lon")
    made = {
        code: Province(code, name, kind, _float(lat), _float(lon))
        for _, (code, name, kind, lat, lon) in rows.value
    }
    return Result(made, rows.diagnostics)


def read_communes(data_dir: Path) -> Result[Mapping[str, Commune]]:
    """Read ``communes.csv``, by code."""
    rows = _table(data_dir, "communes.csv", "code,province,name,kind,area,lat,lon")
    made = {
        code: Commune(
            code, province, name, kind, _float(area), _float(lat), _float(lon)
        )
        for _, (code, province, name, kind, area, lat, lon) in rows.value
    }
    return Result(made, rows.diagnostics)


def read_former(data_dir: Path) -> Result[tuple[FormerCommune, ...]]:
    """Read ``former-communes.csv``: one row for each part of a former commune."""
    columns = "code,name,district,province,successor,main"
    rows = _table(data_dir, "former-communes.csv", columns)
    made = tuple(
        FormerCommune(code, name, district, province, successor, main == MAIN)
        for _, (code, name, district, province, successor, main) in rows.value
    )
    return Result(made, rows.diagnostics)


def _table(data_dir: Path, name: str, columns: str) -> Result[tuple[Cells, ...]]:
    text = read_text(data_dir / name, f"_data/{name}")
    if text.diagnostics:
        return Result((), text.diagnostics)
    return read_csv(text.value, f"_data/{name}", columns.split(","))


def _float(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
