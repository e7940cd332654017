"""Every printed format keeps to PDF/UA-1, as another program judges it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pdfua
import pytest

from bookcase.leaflets.formats.board import Board, make_board
from bookcase.leaflets.formats.kinds import (
    FORMATS,
    HANDBOOK,
    POSTER,
    SHEET,
    grey,
    press,
)
from tests.unit.leaflets.samples import PUBLICATION

from .samples import ASSETS, BOOK, HOST, LEAFLET, PLACE, act, printed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bookcase.diagnostics import Result

    Print = Callable[[], Result[bytes]]

MADE: dict[str, Print] = {
    **{key: partial(printed, BOOK, key) for key in FORMATS if key != "poster"},
    "poster": partial(printed, LEAFLET, "poster"),
    "poster for all": partial(printed, LEAFLET, "poster", None),
    "poster in grey": partial(printed, LEAFLET, grey(POSTER)),
    "poster for the press": partial(printed, LEAFLET, press(POSTER)),
    "handbook for the press": partial(printed, BOOK, press(HANDBOOK)),
    "tri-fold for the press": partial(printed, PUBLICATION, press(SHEET)),
    "act": act,
    "some articles": partial(act, "d1,d3"),
    "board": partial(make_board, Board(PLACE, (LEAFLET, BOOK), HOST), ASSETS),
}


@pytest.mark.parametrize("name", MADE)
def test_pdfua_finds_no_error(name: str, tmp_path: Path) -> None:
    made = MADE[name]().value
    assert made
    (tmp_path / "a.pdf").write_bytes(made)
    found = pdfua.validate(str(tmp_path / "a.pdf")).findings
    errors = [one for one in found if one.severity is pdfua.Severity.ERROR]
    assert errors == []
