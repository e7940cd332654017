"""The text of a PDF file in the order in which it is drawn.

Enough for what WeasyPrint writes: fonts with two-byte codes and a ToUnicode table.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_BLOCK = re.compile(r"begin(bfchar|bfrange)(.*?)end", re.DOTALL)
_HEX = re.compile(r"<([0-9a-fA-F ]*)>")


def text_of(data: bytes) -> str:
    """Return all text, runs parted by spaces."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return " ".join(run for page in pdf.pages for run in _runs(page))


def _runs(page: pikepdf.Page) -> Iterator[str]:
    fonts = page.obj.Resources.Font
    tables = {name: _table(font) for name, font in fonts.items()}
    table: Mapping[int, str] = {}
    for step in pikepdf.parse_content_stream(page):
        name, operands = str(step.operator), step.operands
        if name == "Tf":
            table = tables[str(operands[0])]
        elif name in {"TJ", "Tj"}:
            yield _decoded(operands[0], table)


def _decoded(shown: pikepdf.Object, table: Mapping[int, str]) -> str:
    parts = [shown] if isinstance(shown, pikepdf.String) else list(shown)
    codes = b"".join(bytes(one) for one in parts if isinstance(one, pikepdf.String))
    pairs = zip(codes[::2], codes[1::2], strict=True)
    return "".join(table[high << 8 | low] for high, low in pairs)


def _table(font: pikepdf.Object) -> dict[int, str]:
    source = font.ToUnicode.read_bytes().decode("ascii")
    table: dict[int, str] = {}
    for kind, block in _BLOCK.findall(source):
        assert kind == "bfchar"
        found = _HEX.findall(block)
        for code, letters in zip(found[::2], found[1::2], strict=True):
            table[int(code, 16)] = bytes.fromhex(letters).decode("utf-16-be")
    return table
