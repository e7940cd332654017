"""The question form counts and parts text messages as the library does."""

from __future__ import annotations

import shutil

import pytest

from bookcase.diagnostics import Span
from bookcase.spoken.sms import message
from tests.quizmarks import in_node
from tests.shared import ROOT

SCRIPT = ROOT / "bookcase" / "spoken" / "browser" / "tin-nhan.js"
LONG = (
    "Kính gửi: Công chức tư pháp, hộ tịch xã Mẫu. Tôi là: Lò Thị Ví Dụ. Câu hỏi: "
    "theo khoản 1 Điều 15 Luật Hộ tịch số 60/2014/QH13 thì con sinh ngày 12 tháng 3 "
    "năm nay phải khai sinh trong 60 ngày, mà nhà tôi ở xa 25 km, đã quá 2 tuần, "
    "có mất 1 000 000 đồng không? “Giấy tờ” gồm những gì – và gọi 0200 000 0204 à…"
)
TEXTS = (
    "",
    "Chào",
    "  nhiều\n chỗ   trống ",
    LONG,
    LONG * 4,
    "chi co chu thuong " * 30,
    "dấu {ngoặc} [vuông] ~ | € " * 12,
    "Điều 5, điểm đ khoản 2 Điều 7a; Số 1, gọi 113 " * 9,
    f"địa chỉ https://example.vn/{'x' * 55} rất dài " * 3,
)


@pytest.mark.skipif(shutil.which("node") is None, reason="Node.js is not installed")
def test_a_text_is_parted_as_the_library_parts_it() -> None:
    asked = [(text, tones) for text in TEXTS for tones in (True, False)]
    calls = [("tinNhan", list(one)) for one in asked]
    told = in_node(SCRIPT, calls, "tinNhan")
    for (text, tones), parts in zip(asked, told, strict=True):
        wanted = message(text, Span("a"), tones=tones).value.parts
        assert tuple(parts) == wanted, text[:40]
