"""A picture that a text shows lies in the work's ``attachments/``.

Good::

    ![Sơ đồ vị trí](attachments/so-do.png)

Bad::

    ![Sơ đồ vị trí](attachments/khong-co.png)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bookcase.diagnostics import Diagnostic, Span
from bookcase.model.tree import Picture, every_block

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from bookcase.model.tree import Block, LegalText

CODE = "LAW104"


def check(
    text: LegalText,
    path: str,
    attachments: Collection[str],
    blocks: Sequence[Block] | None = None,
) -> Iterator[Diagnostic]:
    """Yield an error for each picture that is not there.

    Args:
        text: The text.
        path: Its file.
        attachments: Names of the files in the work's ``attachments/``.
        blocks: What :func:`bookcase.model.tree.every_block` gives, if it is at hand.
    """
    for picture in every_block(text.blocks) if blocks is None else blocks:
        if not isinstance(picture, Picture):
            continue
        if picture.path.rpartition("/")[2] not in attachments:
            yield Diagnostic(
                Span(path, picture.line),
                CODE,
                f"không có tệp hình «{picture.path}»",
                hint="chép tệp vào thư mục attachments, hoặc sửa tên cho đúng",
            )
