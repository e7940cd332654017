"""HTML stands in a Markdown text only as a plain table.

Good::

    <table><tr><td rowspan="2">Cấp</td><td>Xã</td></tr></table>

Bad::

    <p style="color: red">Chú ý</p>
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bookcase.diagnostics import Diagnostic, Span
from bookcase.markdown import raw_html

if TYPE_CHECKING:
    from collections.abc import Iterator

CODE = "HTML101"
_SHOWN = 40


def check(body: str, path: str, first_line: int = 1) -> Iterator[Diagnostic]:
    """Yield an error for each piece of HTML that is not published as it stands.

    Args:
        body: The Markdown.
        path: Its file.
        first_line: The line of the file on which the body starts.
    """
    if "<" not in body:
        return
    start = 0
    for piece in raw_html(body):
        shown = piece.strip().partition("\n")[0][:_SHOWN]
        at = body.find(shown, start)
        place = max(at, 0)
        start = place + 1 if at >= 0 else start
        line = first_line + body.count("\n", 0, place)
        column = place - body.rfind("\n", 0, place)
        yield Diagnostic(
            Span(path, line, column),
            CODE,
            f"mã HTML «{shown}» không được công bố",
            hint="viết bằng Markdown; HTML chỉ dùng cho bảng: table, tr, th, td, br với"
            " colspan và rowspan",
        )
