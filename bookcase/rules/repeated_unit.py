"""No unit stands twice: its address must name one place.

Good::

    ###### Điều 1. Phạm vi điều chỉnh
    ###### Điều 2. Đối tượng áp dụng

Bad::

    ###### Điều 1. Phạm vi điều chỉnh
    ###### Điều 1. Đối tượng áp dụng
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bookcase.diagnostics import Diagnostic, Span
from bookcase.legal.ids import identified
from bookcase.model.tree import Framed, Unit
from bookcase.rules.names import name_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bookcase.legal.ids import Placed
    from bookcase.model.tree import LegalText

CODE = "LAW102"

_REPEAT = re.compile(r"~\d+\Z")


def check(
    text: LegalText, path: str, ids: Mapping[int, str] | None = None
) -> Iterator[Diagnostic]:
    """Yield a warning for each repeat outside quotes, at the repeat.

    Args:
        text: The text.
        path: Its file.
        ids: What :func:`bookcase.legal.ids.id_map` gives for it, if that is at hand.
    """
    if ids is not None and "~" not in "\n".join(ids.values()):
        return
    for placed in identified(text):
        if _REPEAT.search(placed.id) and not placed.quoted:
            yield _finding(placed, path)


def _finding(placed: Placed, path: str) -> Diagnostic:
    return Diagnostic(
        Span(path, placed.block.line),
        CODE,
        f"{_said(placed)} xuất hiện hai lần; địa chỉ của lần sau là «{placed.id}»",
        "warning",
        "kiểm tra theo bản gốc; nếu là lời trích của văn bản khác, viết > ở đầu dòng",
    )


def _said(placed: Placed) -> str:
    block = placed.block
    if isinstance(block, Unit):
        return name_of(block)
    if isinstance(block, Framed):
        return f"khối «::: {block.frame}»"
    return placed.id.partition("~")[0]
