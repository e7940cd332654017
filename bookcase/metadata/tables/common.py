"""Records that stand inside others."""

from __future__ import annotations

from bookcase.metadata.fields import CODE, Choice, Field, ListOf, Record, Text

LEVELS = Choice(
    (
        ("central", "Trung ương, áp dụng cả nước"),
        ("province", "Cấp tỉnh"),
        ("commune", "Cấp xã"),
    )
)

FORMER_KINDS = Choice(
    (
        ("province", "Tỉnh, thành phố cũ"),
        ("district", "Huyện, quận, thị xã, thành phố thuộc tỉnh cũ"),
        ("commune", "Xã, phường, thị trấn cũ"),
    )
)

FORMER_PLACE = Record(
    (
        Field("kind", FORMER_KINDS, "Loại đơn vị hành chính cũ", required=True),
        Field(
            "code",
            Text(r"\d{2,3}|\d{5}", "mã cũ bằng chữ số"),
            "Mã của đơn vị khi còn tồn tại; viết trong ngoặc kép",
            required=True,
            example='"02"',
        ),
        Field(
            "name",
            Text(),
            "Tên đầy đủ của đơn vị khi còn tồn tại",
            required=True,
            example="Tỉnh Hà Giang",
        ),
    )
)

SCOPE = Record(
    (
        Field("level", LEVELS, "Cấp áp dụng", required=True, example="central"),
        Field(
            "code",
            CODE,
            "Mã ngày nay của tỉnh (2 chữ số) hoặc xã (5 chữ số), trong ngoặc kép; "
            "cấp trung ương không có mã",
            example='"04"',
        ),
        Field(
            "former",
            ListOf(FORMER_PLACE),
            "Các đơn vị cũ mà văn bản được ban hành cho, khi văn bản chỉ còn áp dụng "
            "trên phần đất đó",
        ),
    )
)
