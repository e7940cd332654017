"""The front matter of the site's own pages."""

from __future__ import annotations

from bookcase.metadata.fields import Choice, Field, Record, Text

HUB = Record(
    (
        Field("title", Text(), "Tên trang", required=True),
        Field(
            "description", Text(), "Một câu nói trang có gì; máy tìm kiếm hiện câu này"
        ),
        Field(
            "template",
            Choice((("home.html", "Trang chủ"),)),
            "Khuôn riêng của trang chủ; trang khác không có",
        ),
    )
)
