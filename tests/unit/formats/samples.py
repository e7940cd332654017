"""An invented handbook, leaflet and act, and what a PDF says."""

from __future__ import annotations

import io
import re
import subprocess
import unicodedata
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pikepdf

from bookcase.leaflets.formats.acts import ActOrder, make_act
from bookcase.leaflets.formats.kinds import FORMATS
from bookcase.leaflets.formats.publications import Order, make
from bookcase.leaflets.sheet import Place
from bookcase.legal.parser import parse
from bookcase.model.places import Commune, Contact, Locality, Province
from bookcase.model.publication import (
    Basis,
    Chapter,
    Publication,
    PublicationKind,
    Review,
)
from tests.shared import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from bookcase.diagnostics import Result
    from bookcase.leaflets.formats.kinds import Format

ASSETS = ROOT / "overrides"
CONTENT = ROOT / "content"
HOST = "tusach.example.vn"
DAY = date(2026, 11, 24)

FIRST = """
Viết di chúc để con cháu **khỏi tranh nhau**.

## Ba bước

1. **Viết** rõ họ tên, ngày tháng.
2. Ký tên vào từng trang.

| Giấy tờ | Ghi chú |
|---|---|
| Căn cước | Xuất trình |

!!! note "Hãy nhớ"
    Di chúc viết tay cũng có giá trị.
"""
SECOND = """
## Nên tránh

- viết bằng bút chì;
- tẩy xóa, sửa chữa.

### Khi đã lỡ

Viết lại bản mới[^1].

[^1]: Bản sau thay bản trước.
"""

BOOK = Publication(
    id="so-tay-di-chuc",
    kind=PublicationKind.HANDBOOK,
    title="Sổ tay viết di chúc",
    folder="so-tay",
    name="di-chuc",
    path="so-tay/di-chuc/handbook.yml",
    summary="Ai được viết, viết thế nào và gửi ai giữ.",
    compiled_by="Tổ biên tập Mẫu",
    responsible="Trần Thị Mực Tím",
    published=date(2026, 11, 20),
    legal_basis=(Basis("Điều 624 Bộ luật Dân sự số 91/2015/QH13"),),
    subjects=("dan-su",),
    review=Review("approved"),
    chapters=(
        Chapter("01", "Vì sao phải viết", FIRST, "so-tay/di-chuc/01.md", 4),
        Chapter("02", "Viết thế nào", SECOND, "so-tay/di-chuc/02.md", 4),
    ),
)
LEAFLET = replace(
    BOOK,
    id="to-gap-di-chuc",
    kind=PublicationKind.LEAFLET,
    title="Viết di chúc cho đúng",
    path="to-gap/di-chuc.md",
    folder="to-gap",
    chapters=(),
    body=f"# Gấp trong\n{FIRST}\n# Trong 1\n{SECOND}",
    body_line=20,
)
PROVINCE = Province("04", "Tỉnh Cao Bằng", "tỉnh")
COMMUNE = Commune("01321", "04", "Xã Bảo Lạc", "xã")
CONTACTS = (
    Contact("people-committee", "", "0200 000 0201", "", "Xóm Mẫu Hai", "Sáng, chiều"),
    Contact("police", "", "0200 000 0202", "", "Xóm Mẫu Hai", "Ngày và đêm"),
)
LOCALITY = Locality("01321", CONTACTS, specimen=True, path="dia-phuong/04/01321.yml")
PLACE = Place(COMMUNE, PROVINCE, LOCALITY)

LAW = """
::: mo-dau
QUỐC HỘI

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM

Căn cứ Hiến pháp;
:::

### Chương I. QUY ĐỊNH CHUNG

###### Điều 1. Phạm vi[^1]

Luật này quy định về vườn.

1. Vườn gồm:

a) Ô vườn;

- lối đi.

###### Điều 2. Sửa đổi

Sửa Điều 7 như sau:

> “Điều 7. Giờ tưới
>
> 1. Tưới trước 7 giờ.”

### Chương II. THI HÀNH

###### Điều 3. Biểu mẫu

| Số | Tên |
|---|---|
| 1 | Ô □ vuông |

###### Điều 4. Hiệu lực

Luật này có hiệu lực từ ngày 01 tháng 01 năm 2027.[^2]

::: chu-ky
Bùi Thị Mẫu
:::

## Phụ lục I. DANH MỤC

Cây ăn quả.

[^1]: Được sửa theo Luật mẫu.

[^2]: Trừ khoản 1 Điều 1.
"""

ACT = ActOrder(
    label="Luật số 09/2026/QH16-MAU",
    title="Luật Vườn mẫu",
    text=parse(LAW, "van-ban/mau.md").value,
    path="van-ban/mau.md",
    folder="van-ban",
    state="Có hiệu lực từ ngày 01/01/2027",
    printed_on=DAY,
)


def printed(
    publication: Publication, format_: Format | str, place: Place | None = PLACE
) -> Result[bytes]:
    """Print a publication with a site to lead to."""
    how = FORMATS[format_] if isinstance(format_, str) else format_
    return make(Order(publication, how, place, HOST), CONTENT, ASSETS)


def act(articles: str = "", **other: object) -> Result[bytes]:
    """Print the sample act, or some of its articles."""
    return make_act(replace(ACT, articles=articles, **other), CONTENT, ASSETS)  # type: ignore[arg-type]


def words(data: bytes, tmp_path: Path) -> str:
    """Return the text of a PDF as another program reads it, white space folded."""
    file = tmp_path / "read.pdf"
    file.write_bytes(data)
    made = subprocess.run(  # noqa: S603 - our own file
        ["pdftotext", "-raw", str(file), "-"],  # noqa: S607 - the system's
        capture_output=True,
        check=True,
    )
    return " ".join(made.stdout.decode().split())


def boxes(data: bytes) -> tuple[tuple[str, tuple[float, ...]], ...]:
    """Return the boxes of the first page in millimetres."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        page = pdf.pages[0]
        held = (
            ("media", page.mediabox),
            ("trim", page.trimbox),
            ("bleed", page.bleedbox),
        )
        return tuple(
            (name, tuple(round(float(end) * 25.4 / 72, 1) for end in box))
            for name, box in held
        )


def pages(data: bytes) -> int:
    """Count the pages."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return len(pdf.pages)


def letters(text: str) -> str:
    """Return the letters of Markdown or of a page, without marks and white space."""
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFC", text))
