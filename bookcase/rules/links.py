"""A link in a publication leads to something that the bookcase holds.

Good::

    [Luật mẫu](luat:01-2024-qh15-mau#d5)

Bad::

    [Luật mẫu](luat:khong-co-luat-nay)
    [bài kia](../hoi-dap/khong-co.md)
"""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

from bookcase.diagnostics import Diagnostic, Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

CODE = "LINK101"
_SHOWN = 80

_LINK = re.compile(
    r"(?<!!)\[[^\[\]\n]*+\]\(\s*+<?([^)\s>]{1,2000}+)"
    r"|^ {0,3}\[(?!\^)[^\[\]\n]++\]:\s*+<?([^\s>]{1,2000}+)"
)
"""A link in place, and the address of one by reference; neither looks back."""
_CODE = re.compile(r"`[^`\n]*+`")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_SAFE = ("http:", "https:", "mailto:", "tel:", "luat:")


_MADE = (
    "ke/",
    "viec/",
    "thuat-ngu.html",
    "theo-doi.html",
    "ngon-ngu.html",
    "hoc.html",
    "bao-sai-sot.html",
    "tim-kiem.html",
    "ban-dung.html",
    "dia-phuong/index.html",
)
"""Pages that are made of everything together: they always stand."""


def check(
    body: str,
    path: str,
    first_line: int,
    works: Collection[str],
    pages: Collection[str],
) -> Iterator[Diagnostic]:
    """Yield an error for each link that leads nowhere or may not be published.

    Args:
        body: The Markdown.
        path: Its file, relative to the content folder.
        first_line: The line of the file on which the body starts.
        works: The last part of the folder of every act held or registered.
        pages: Addresses of the site's pages, relative to its root.
    """
    for number, line in enumerate(body.split("\n"), first_line):
        plain = _CODE.sub(lambda found: " " * len(found[0]), line)
        for found in _LINK.finditer(plain):
            group = found.lastindex or 1
            if message := _fault(found[group], path, works, pages):
                yield Diagnostic(
                    Span(path, number, found.start(group) + 1),
                    CODE,
                    message,
                    hint="sửa địa chỉ, hoặc bỏ liên kết và giữ chữ",
                )


def _fault(
    target: str, path: str, works: Collection[str], pages: Collection[str]
) -> str:
    if target.startswith("#"):
        return ""
    if target.startswith("luat:"):
        tail = target.removeprefix("luat:").partition("#")[0]
        held = tail in works
        return "" if held else f"không có văn bản «{tail[:_SHOWN]}» trong tủ sách"
    if _SCHEME.match(target):
        safe = target.lower().startswith(_SAFE)
        return "" if safe else f"liên kết «{target[:_SHOWN]}» không được phép"
    place = target.partition("#")[0].partition("?")[0]
    name = posixpath.normpath(posixpath.join(posixpath.dirname(path), place))
    page = name.removesuffix(".md") + ".html" if name.endswith(".md") else name
    held = page in pages or page.startswith(_MADE)
    return "" if held else f"không có trang «{target[:_SHOWN]}»"
