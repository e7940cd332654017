"""No unit stands twice: its address must name one place.

Good::

    ###### Điều 1. Phạm vi điều chỉnh
    ###### Điều 2. Đối tượng áp dụng

Bad::

    ###### Điều 1. Phạm vi điều chỉnh
    ###### Điều 1. Đối tượng áp dụng
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bookcase.diagnostics import Diagnostic, Span
from bookcase.legal.ids import identified
from bookcase.legal.units import canonical_mark
from bookcase.model.tree import LegalText, Unit

if TYPE_CHECKING:
    from collections.abc import Iterator

CODE = "LAW102"


def check(text: LegalText, path: str) -> Iterator[Diagnostic]:
    """Yield a warning for each repeat outside quotes, at the repeat."""
    for placed in identified(text):
        if "~" in placed.id.rpartition(".")[2] and not placed.quoted:
            yield _finding(placed.block, placed.id, path)


def _finding(block: object, name: str, path: str) -> Diagnostic:
    line = getattr(block, "line", 1)
    said = name
    if isinstance(block, Unit):
        said = (block.mark or canonical_mark(block.kind, block.number)).rstrip(".)")
    return Diagnostic(
        Span(path, line),
        CODE,
        f"{said} xuất hiện hai lần; địa chỉ của lần sau là «{name}»",
        "warning",
        "kiểm tra số theo bản gốc; nếu là lời trích của văn bản khác, viết > ở đầu dòng",
    )
