"""An invented leaflet, an invented commune, and short ways to change them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bookcase.leaflets.trifold import make
from bookcase.model.places import Commune, Contact, Locality, Province
from bookcase.model.publication import Basis, Publication, PublicationKind, Review
from tests.shared import ROOT

ASSETS = ROOT / "overrides"
HOST = "tusach.example.vn"

BODY = """
# Gấp trong

## Vì sao phải viết di chúc?

Để con cháu **khỏi tranh nhau**. Xem Điều 624 Bộ luật Dân sự số 91/2015/QH13.

!!! note "Hãy nhớ"
    Di chúc viết tay cũng có giá trị.

# Trong 1

## Ba bước

1. **Viết** rõ họ tên, ngày tháng.
2. Ký tên vào từng trang.
3. Gửi người tin cậy giữ.

# Trong 2

## Giấy tờ

| Giấy tờ | Ghi chú |
|---|---|
| Căn cước | Xuất trình |
| Giấy về đất | Nếu có |

# Trong 3

## Nên tránh

- viết bằng bút chì;
- tẩy xóa, sửa chữa;
- nhờ người được hưởng làm chứng.
"""

PUBLICATION = Publication(
    id="to-gap-viet-di-chuc",
    kind=PublicationKind.LEAFLET,
    title="Viết di chúc cho đúng",
    folder="to-gap",
    name="viet-di-chuc",
    path="to-gap/viet-di-chuc.md",
    summary="Ai được viết, viết thế nào và gửi ai giữ.",
    compiled_by="Tổ biên tập Mẫu",
    responsible="Trần Thị Mực Tím",
    published=date(2026, 11, 20),
    legal_basis=(
        Basis("Điều 624 Bộ luật Dân sự số 91/2015/QH13"),
        Basis("Điều 630 Bộ luật Dân sự số 91/2015/QH13"),
    ),
    subjects=("dan-su",),
    review=Review("approved"),
    body=BODY,
    body_line=20,
)
PROVINCE = Province("04", "Tỉnh Cao Bằng", "tỉnh")
COMMUNE = Commune("01321", "04", "Xã Bảo Lạc", "xã")
CONTACTS = (
    Contact(
        "people-committee", "", "0200 000 0201", "", "Xóm Mẫu Hai", "Giờ hành chính"
    ),
    Contact("police", "", "0200 000 0202", "", "Xóm Mẫu Hai", "Trực ngày và đêm"),
    Contact("mediation", "Nông Văn Mẫu", "0200 000 0205", "", "", "Giờ hành chính"),
)
LOCALITY = Locality("01321", CONTACTS, specimen=True, path="dia-phuong/04/01321.yml")

MADE = make(PUBLICATION, COMMUNE, PROVINCE, LOCALITY, ASSETS)
"""The sample as it is: made once for all tests that only look at it."""


def with_panel(name: str, text: str) -> Publication:
    """Return the sample with more Markdown at the end of a panel."""
    head, mark, tail = BODY.partition(f"# {name}\n")
    panel, next_mark, rest = tail.partition("\n# ")
    body = f"{head}{mark}{panel.rstrip()}\n\n{text}\n{next_mark}{rest}"
    return replace(PUBLICATION, body=body)
