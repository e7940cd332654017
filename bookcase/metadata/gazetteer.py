"""Provinces and communes of today, and the former ones they came from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bookcase.diagnostics import Diagnostic, Result, Span
from bookcase.files import read_text
from bookcase.metadata.csvfile import read_csv
from bookcase.model.places import Commune, FormerCommune, Province

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from bookcase.metadata.csvfile import Cells
    from bookcase.model.places import Ring

MAIN = "yes"
SHAPES = "province-shapes.csv"
_RING = re.compile(r"-?\d+ -?\d+(?: -?\d+ -?\d+){2,}")


def read_provinces(data_dir: Path) -> Result[Mapping[str, Province]]:
    """Read ``provinces.csv``, by code, and their outlines."""
    rows = _table(data_dir, "provinces.csv", "code,name,kind,lat,lon")
    shapes = read_shapes(data_dir)
    made = {
        code: Province(
            code, name, kind, _float(lat), _float(lon), shapes.value.get(code, ())
        )
        for _, (code, name, kind, lat, lon) in rows.value
    }
    return Result(made, rows.diagnostics + shapes.diagnostics)


def read_shapes(data_dir: Path) -> Result[Mapping[str, tuple[Ring, ...]]]:
    """Read ``province-shapes.csv``; a bookcase need not have any outlines.

    Finds:
        META304: an outline that is no row of points; it is left out.
    """
    if not (data_dir / SHAPES).exists():
        return Result({})
    rows = _table(data_dir, SHAPES, "code,shape")
    made: dict[str, tuple[Ring, ...]] = {}
    found = list(rows.diagnostics)
    for line, (code, shape) in rows.value:
        rings = shape.split(";")
        if all(map(_RING.fullmatch, rings)):
            made[code] = tuple(map(_ring, rings))
        else:
            span, what = Span(f"_data/{SHAPES}", line), "hình tỉnh không đọc được"
            hint = "vẽ lại bằng scripts/map-shapes"
            found.append(Diagnostic(span, "META304", what, hint=hint))
    return Result(made, tuple(found))


def _ring(text: str) -> Ring:
    numbers = [*map(int, text.split())]
    return tuple(zip(numbers[::2], numbers[1::2], strict=False))


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
