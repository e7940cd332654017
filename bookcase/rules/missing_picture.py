"""A picture that a text shows lies in the work's ``attachments/``.

Good::

    ![Sơ đồ vị trí](attachments/so-do.png)

Bad::

    ![Sơ đồ vị trí](attachments/khong-co.png)
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bookcase.diagnostics import Diagnostic, Span
from bookcase.model.tree import Picture, every_block

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from pathlib import Path

    from bookcase.model.tree import Block, LegalText

CODE = "LAW104"

_PICTURE = re.compile(r"!\[[^\[\]\n]*+\]\(\s*+<?([^)\s>]{1,2000}+)")


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


def check_markdown(
    body: str, path: str, first_line: int, content: Path
) -> Iterator[Diagnostic]:
    """Yield an error for each picture of a publication that is not there.

    Args:
        body: The Markdown.
        path: Its file, relative to the content folder.
        first_line: The line of the file on which the body starts.
        content: The content folder.
    """
    folder = (content / path).parent
    for number, line in enumerate(body.split("\n"), first_line):
        for found in _PICTURE.finditer(line):
            name = found[1]
            if "://" not in name and not (folder / name).is_file():
                yield Diagnostic(
                    Span(path, number, found.start(1) + 1),
                    CODE,
                    f"không có tệp hình «{name[:80]}»",
                    hint="chép tệp vào cạnh bài hoặc vào attachments, hay sửa tên",
                )
