"""What may be fetched and what may be embedded."""

from __future__ import annotations

import base64
import io
from typing import TYPE_CHECKING

import pytest
from fontTools.ttLib import TTFont

from bookcase.leaflets import printer

from .samples import ASSETS, MADE

if TYPE_CHECKING:
    from pathlib import Path

DOT = "data:image/png;base64," + base64.b64encode(
    bytes.fromhex(
        "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d4944"
        "4154789c63f8cfc0f01f0005000201fe8a3e5c0000000049454e44ae426082"
    )
).decode("ascii")


@pytest.mark.parametrize(
    "html",
    [
        '<link rel="attachment" href="{url}">',
        '<a rel="attachment" href="{url}">x</a>',
        '<img src="{url}" alt="x">',
        '<link rel="stylesheet" href="{url}">',
        '<p style="background: url({url})">x</p>',
        '<object data="{url}"></object>',
        '<style>@import "{url}"</style>',
    ],
)
@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/hostname",
        "http://127.0.0.1:9/a",
        "https://example.invalid/a",
        "ftp://example.invalid/a",
        "../../etc/hostname",
    ],
)
def test_nothing_else_is_fetched(html: str, url: str) -> None:
    made = printer.render(f"{html.format(url=url)}<p>Chữ", ASSETS, ())
    data, _ = made.pdf()
    assert made.refused
    assert b"EmbeddedFile" not in data


def test_data_and_our_own_files_are_given() -> None:
    own = '<img src="leaflets/sach-mo.svg" alt="Sách">'
    made = printer.render(f'{own}<img src="{DOT}" alt="Chấm">', ASSETS, ())
    made.pdf()
    assert made.refused == []


def test_a_link_that_leads_out_of_the_assets_is_refused(tmp_path: Path) -> None:
    assets, secret = tmp_path / "assets", tmp_path / "secret.txt"
    assets.mkdir()
    secret.write_text("bí mật", encoding="utf-8")
    (assets / "own.txt").write_text("của ta", encoding="utf-8")
    (assets / "link.txt").symlink_to(secret)
    allowed = {
        name: printer.allowed((assets / name).as_uri(), assets)
        for name in ("own.txt", "link.txt", "missing.txt")
    }
    assert allowed == {"own.txt": True, "link.txt": False, "missing.txt": False}
    assert not printer.allowed(f"file://{assets}/../secret.txt", assets)
    assert not printer.allowed(f"file://host{assets}/own.txt", assets)


def test_only_our_faces_are_embedded() -> None:
    assert MADE.diagnostics == ()
    html = '<p style="font-family: Arial, DejaVu Sans">Chữ <b>đậm</b> →'
    _, fonts = printer.render(html, ASSETS, ()).pdf()
    assert fonts
    assert printer.foreign(fonts) == ()


def test_a_face_that_is_not_ours_is_seen() -> None:
    face = TTFont(ASSETS / "assets" / "fonts" / "SourceSerif4-Regular.ttf")
    for record in face["name"].names:
        record.string = "Strange Face"
    copy = io.BytesIO()
    face.save(copy)
    url = "data:font/ttf;base64," + base64.b64encode(copy.getvalue()).decode("ascii")
    style = f'@font-face {{ font-family: "Strange Face"; src: url("{url}") }}'
    html = f'<style>{style}</style><p style="font-family: Strange Face">Chữ'
    _, fonts = printer.render(html, ASSETS, ()).pdf()
    assert printer.foreign(fonts) == ("Strange-Face",)
