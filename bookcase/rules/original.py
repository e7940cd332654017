"""A file that an act's record names as its original lies beside its text.

Good::

    source:
      - {file: attachments/ban-goc.pdf, signed: true}

Bad::

    source:
      - {file: attachments/khong-co.pdf, signed: true}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bookcase.diagnostics import Diagnostic, Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bookcase.model.library import Library

CODE = "LAW105"


def check(library: Library, content: Path) -> Iterator[Diagnostic]:
    """Yield a finding for each file that is not there.

    Args:
        library: What there is.
        content: The content folder.
    """
    for work in library.works:
        for one in work.source:
            if one.file and not (content / work.folder / one.file).is_file():
                what = f"không có tệp «{one.file}»"
                hint = f"chép tệp vào {work.folder}/attachments, hoặc sửa tên"
                yield Diagnostic(Span(work.path), CODE, what, hint=hint)
