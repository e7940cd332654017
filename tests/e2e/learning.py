"""What tests of learning share: pages, and how one answers, begins and hands in."""

from __future__ import annotations

import base64
import json
import time
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pypdfium2

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser import Browser


NAME = "hop-dong-lao-dong"
QUIZ = f"trac-nghiem/{NAME}.html"
QA = "hoi-dap/dang-ky-khai-sinh.html"
COURSE = "khoa-hoc/hoa-giai-vien-moi.html"
FILM = "da-phuong-tien/khi-nha-bi-chay.html"
ASKED = "document.querySelectorAll('.bk-hoi')"
OUT = "#ma"


def quiz_data(site: Path, name: str = NAME) -> dict[str, Any]:
    """Return what the script of a quiz holds."""
    script = (site / f"trac-nghiem/{name}.js").read_text(encoding="utf-8")
    return dict(json.loads(script.partition("]=")[2].rstrip(";\n")))


def pages(reader: Browser) -> list[str]:
    """Return the words of the printed pages."""
    data = reader.tab.command("Page.printToPDF")["data"]
    printed = pypdfium2.PdfDocument(BytesIO(base64.b64decode(data)))
    return [
        " ".join(page.get_textpage().get_text_bounded().split()) for page in printed
    ]


def begin(reader: Browser, url: str, name: str = "Lò Thị Ví Dụ") -> None:
    """Open what is set, and begin under a name."""
    reader.open(url)
    reader.type("#ho-ten", name)
    reader.press("Enter")
    reader.wait_for(".bk-hoi")


def hand_in(reader: Browser) -> str:
    """Hand in, whatever is open yet; return the code."""
    for _ in range(2):
        if reader.evaluate("document.querySelector('#ket-qua').hidden"):
            reader.click("#nop")
    reader.wait_for("#ket-qua")
    return reader.text(OUT)


def saved(folder: Path, name: str) -> str:
    """Wait for a file that the browser was handed, and return its words."""
    deadline = time.monotonic() + 10
    while not (folder / name).is_file():
        assert time.monotonic() < deadline
        time.sleep(0.05)
    return (folder / name).read_text(encoding="utf-8-sig")
