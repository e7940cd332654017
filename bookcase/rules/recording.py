"""A recording is there, and everyone can follow it.

Good::

    media: attachments/an-toan.mp4
    captions: attachments/an-toan.vtt

Bad::

    media: attachments/khong-co.mp4
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bookcase.diagnostics import Diagnostic, Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bookcase.model.publication import Publication

MISSING = "MEDIA001"
NO_CAPTIONS = "MEDIA002"
NOT_PLAYED = "MEDIA004"
_PLAYED = (".mp4", ".webm", ".mp3", ".ogg")


def check(publication: Publication, content: Path) -> Iterator[Diagnostic]:
    """Yield what is wrong with a recording's files.

    Args:
        publication: Any publication; others than recordings pass.
        content: The content folder.

    Finds:
        MEDIA001: a file that is named and not there.
        MEDIA002: a recording of our own without captions (a warning).
        MEDIA004: a kind of file that browsers do not play.
    """
    held, span = publication.recording, Span(publication.path)
    for name in (held.file, held.captions, held.poster):
        if not name or name.startswith("https:"):
            continue
        if not (content / publication.folder / name).is_file():
            what = f"không có tệp «{name}»"
            hint = f"chép tệp vào {publication.folder}/attachments, hoặc sửa tên"
            yield Diagnostic(span, MISSING, what, hint=hint)
    if not held.file or held.file.startswith("https:"):
        return
    if not held.file.lower().endswith(_PLAYED):
        what = f"trình duyệt không phát được tệp «{held.file}»"
        hint = "chuyển sang .mp4 (phim) hoặc .mp3 (âm thanh)"
        yield Diagnostic(span, NOT_PLAYED, what, hint=hint)
    if not held.captions:
        what = "phim, bài nghe chưa có phụ đề"
        hint = "thêm captions: attachments/<tên>.vtt (WebVTT)"
        yield Diagnostic(span, NO_CAPTIONS, what, "warning", hint)
