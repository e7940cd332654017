"""Marks in a Markdown text do not stand within one another without end.

Good::

    > Lời dẫn.

Bad::

    >>>>>>>>>>>>>>>>>>>>>>>>>>>>>> Lời dẫn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bookcase.diagnostics import Diagnostic, Span
from bookcase.markdown import too_much

if TYPE_CHECKING:
    from collections.abc import Iterator

CODE = "TEXT102"


def check(body: str, path: str, first_line: int = 1) -> Iterator[Diagnostic]:
    """Yield an error where a text is too much to be read as Markdown.

    Args:
        body: The Markdown; all of it is then printed as it stands.
        path: Its file.
        first_line: The line of the file on which the body starts.
    """
    if line := too_much(body):
        yield Diagnostic(
            Span(path, first_line + line - 1),
            CODE,
            "đoạn này lồng quá sâu hoặc có quá nhiều dấu mở; bài không được dàn trang",
            hint="bỏ bớt dấu > hoặc thụt lề ở đầu dòng, dấu [ và < trong đoạn; xuống"
            " dòng hai lần giữa các đoạn",
        )
