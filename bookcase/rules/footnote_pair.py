"""Every footnote mark has its note, and every note its mark.

Good::

    Mức đóng do Chính phủ quy định[^1].

    [^1]: Được sửa đổi theo khoản 2 Điều 1 Luật số 01/2024/QH15-MAU.

Bad::

    Mức đóng do Chính phủ quy định[^1].
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bookcase.diagnostics import Diagnostic, Span
from bookcase.model.tree import Paragraph, Table, Unit, every_block

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bookcase.model.tree import Block, LegalText

CODE = "LAW103"

_MARK = re.compile(r"\[\^([^\]\s]+)\]")


def check(
    text: LegalText, path: str, blocks: Sequence[Block] | None = None
) -> Iterator[Diagnostic]:
    """Yield an error for each mark without note, a warning for a note without mark.

    Args:
        text: The text.
        path: Its file.
        blocks: What :func:`bookcase.model.tree.every_block` gives, if it is at hand.
    """
    notes = {note.mark: note.line for note in text.footnotes}
    marks: dict[str, int] = {}
    for mark, line in _marks(every_block(text.blocks) if blocks is None else blocks):
        marks.setdefault(mark, line)
    for mark, line in marks.items():
        if mark not in notes:
            yield Diagnostic(
                Span(path, line),
                CODE,
                f"dấu chú thích [^{mark}] không có lời chú thích",
                hint=f"thêm một dòng «[^{mark}]: …» ở cuối văn bản",
            )
    for mark, line in notes.items():
        if mark not in marks:
            yield Diagnostic(
                Span(path, line),
                CODE,
                f"lời chú thích [^{mark}] không được dẫn ở đâu",
                "warning",
                f"viết [^{mark}] ở chỗ cần chú thích",
            )


def _marks(blocks: Sequence[Block]) -> Iterator[tuple[str, int]]:
    for block in blocks:
        if isinstance(block, (Unit, Paragraph)):
            words = block.text
        elif isinstance(block, Table):
            words = " ".join(cell.text for row in block.rows for cell in row)
        else:
            continue
        if "[^" in words:
            yield from ((mark, block.line) for mark in _MARK.findall(words))
