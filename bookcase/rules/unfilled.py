"""What a template left open has been filled in.

Good::

    ## Cần mang gì?

Bad::

    ## …
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bookcase.diagnostics import Diagnostic, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bookcase.model.publication import Publication

CODE = "TEXT103"
GAP = "…"
_HINT = "điền cho xong, hoặc xóa dòng nếu không dùng"


def check(body: str, path: str, first_line: int = 1) -> Iterator[Diagnostic]:
    """Yield a warning for each line of a text that holds nothing but the gap.

    Args:
        body: The Markdown.
        path: Its file.
        first_line: The line of the file on which the body starts.
    """
    for number, line in enumerate(body.split("\n"), first_line):
        if line.lstrip("#-* ").rstrip() == GAP:
            yield _finding(path, number, "dòng này của mẫu chưa được điền")


def check_fields(publication: Publication) -> Iterator[Diagnostic]:
    """Yield a warning for each field of a publication that still holds the gap."""
    fields = {
        "summary": publication.summary,
        "compiled_by": publication.compiled_by,
        "responsible": publication.responsible,
    }
    for name, value in fields.items():
        if value.strip() == GAP:
            yield _finding(publication.path, 1, f"trường {name} chưa được điền")
    for basis in publication.legal_basis:
        if GAP in basis.cite:
            yield _finding(publication.path, basis.line, "căn cứ chưa được điền")


def _finding(path: str, line: int, message: str) -> Diagnostic:
    return Diagnostic(Span(path, line), CODE, message, "warning", _HINT)
