"""Pictures for print: read from the content, never from elsewhere, put into the page.

A picture becomes a ``data:`` address, so that the printer needs no file of ours. What
is missing, too large or lies elsewhere is an error, and nothing is printed.
"""

from __future__ import annotations

import base64
import io
import re
import warnings
from typing import TYPE_CHECKING
from urllib.parse import unquote

from PIL import Image, UnidentifiedImageError

from bookcase.diagnostics import Diagnostic, Result, Span
from bookcase.files import inside

if TYPE_CHECKING:
    from pathlib import Path

MOST_BYTES = 8_000_000
MOST_POINTS = 40_000_000
"""How large a picture may be: as a file, and in points of colour."""

_ELSEWHERE = re.compile(r"(?i)(?:[a-z][a-z0-9+.-]*:|//|/|\\)")
_KINDS = {"PNG": "image/png", "JPEG": "image/jpeg", "WEBP": "image/webp"}


def picture(root: Path, path: str, said: str, span: Span, *, grey: bool) -> Result[str]:
    """Return a picture as a ``data:`` address; empty when there is an error.

    Args:
        root: The content folder.
        path: The picture's file, relative to it.
        said: The address as the editor wrote it.
        span: Where it is shown.
        grey: Take the colours out.

    Finds:
        PRINT003: the address leads out of the bookcase; it is never asked for.
        PRINT004: there is no such picture, or it cannot be read.
        PRINT005: it is too large.
    """
    if _ELSEWHERE.match(said) or ".." in said.split("/"):
        what = f"hình «{said}» nằm ngoài tủ sách; không bao giờ được tải về"
        hint = "chép hình vào thư mục attachments rồi dẫn tới đó"
        return Result("", (Diagnostic(span, "PRINT003", what, hint=hint),))
    file = root / unquote(path)
    if not file.is_file() or not inside(root, file):
        what = f"không có tệp hình «{said}»"
        return Result("", (Diagnostic(span, "PRINT004", what, hint="thêm tệp"),))
    if (size := file.stat().st_size) > MOST_BYTES:
        return _too_large(said, span, f"{size / 1_000_000:.1f} MB")
    return _encoded(file.read_bytes(), said, span, grey=grey)


def _encoded(data: bytes, said: str, span: Span, *, grey: bool) -> Result[str]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a large picture is found below
            image = Image.open(io.BytesIO(data))
            if image.width * image.height > MOST_POINTS:
                return _too_large(said, span, f"{image.width} × {image.height} điểm")
            kind = _KINDS.get(image.format or "", "")
            data = _in_grey(image) if grey else data
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError):
        kind = ""
    if not kind:
        what = f"không đọc được hình «{said}»; chỉ in PNG, JPEG, WebP"
        return Result("", (Diagnostic(span, "PRINT004", what, hint="lưu lại hình"),))
    letters = base64.b64encode(data).decode("ascii")
    return Result(f"data:{'image/png' if grey else kind};base64,{letters}")


def _in_grey(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.convert("L").save(out, "PNG")
    return out.getvalue()


def _too_large(said: str, span: Span, size: str) -> Result[str]:
    most = f"{MOST_BYTES // 1_000_000} MB và {MOST_POINTS // 1_000_000} triệu điểm"
    what = f"hình «{said}» quá lớn để in ({size}; nhiều nhất {most})"
    return Result("", (Diagnostic(span, "PRINT005", what, hint="thu nhỏ hình"),))
