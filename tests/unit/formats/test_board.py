"""The sheet of QR codes."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pikepdf
import segno

from bookcase.leaflets.addresses import commune_address, drawn, page_address
from bookcase.leaflets.formats.board import Board, make_board

from .samples import ASSETS, BOOK, HOST, LEAFLET, PLACE, pages, words

if TYPE_CHECKING:
    from pathlib import Path

BOARD = Board(PLACE, (LEAFLET, BOOK), HOST)


def test_it_names_the_commune_and_each_publication(tmp_path: Path) -> None:
    made = make_board(BOARD, ASSETS)
    assert made.diagnostics == ()
    read = words(made.value, tmp_path)
    for said in ("Xã Bảo Lạc", "Tỉnh Cao Bằng", LEAFLET.title, BOOK.title):
        assert said in read
    with pikepdf.open(io.BytesIO(made.value)) as pdf:
        alts = [
            str(one.Alt)
            for one in pdf.objects
            if isinstance(one, pikepdf.Dictionary) and "/Alt" in one
        ]
    assert sorted(alts) == [
        "Mã QR dẫn đến trang của xã Bảo Lạc",
        "Mã QR dẫn đến tài liệu: Sổ tay viết di chúc",
        "Mã QR dẫn đến tài liệu: Viết di chúc cho đúng",
    ]


def test_many_go_on_to_another_page() -> None:
    many = replace(BOARD, publications=(LEAFLET,) * 30, grey=True)
    made = make_board(many, ASSETS)
    assert made.diagnostics == ()
    assert pages(made.value) > 1


def test_without_a_site_there_is_nothing_to_lead_to() -> None:
    made = make_board(replace(BOARD, host=""), ASSETS)
    assert made.value == b""
    assert [(one.code, one.span.path) for one in made.diagnostics] == [
        ("PRINT009", "dia-phuong/04/01321.yml")
    ]


def test_codes_hold_the_addresses() -> None:
    short = segno.make("HTTPS://A.EXAMPLE/X/01321.HTML", error="m", micro=False)
    assert drawn(commune_address("a.example", "01321")) == short.svg_data_uri(
        border=0, omitsize=True
    )
    assert short.mode == "alphanumeric"
    assert (drawn(commune_address("", "01321")), drawn(page_address("", "a.html"))) == (
        "",
        "",
    )
