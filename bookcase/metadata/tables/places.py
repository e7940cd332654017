"""What a commune keeps in its own file."""

from __future__ import annotations

from bookcase.metadata.fields import (
    COMMUNE_CODE,
    ID_TEXT,
    Day,
    Field,
    Flag,
    Key,
    ListOf,
    Record,
    Text,
    WordOr,
)

CONTACT = Record(
    (
        Field(
            "role",
            Key("roles"),
            "Ai: ủy ban, công an, y tế, hòa giải …",
            required=True,
            example="people-committee",
        ),
        Field("name", Text(), "Họ và tên, nếu công khai"),
        Field(
            "phone",
            Text(r"\+?[0-9][0-9 .()-]*", "số điện thoại bằng chữ số"),
            "Số điện thoại, trong ngoặc kép",
        ),
        Field("email", Text(r"[^@\s]+@[^@\s]+", "địa chỉ thư điện tử"), "Thư điện tử"),
        Field("address", Text(), "Nơi tiếp"),
        Field("hours", Text(), "Giờ tiếp"),
    )
)

NOTICE = Record(
    (
        Field("title", Text(), "Tên thông báo", required=True),
        Field("text", Text(), "Nội dung", required=True),
        Field("from", Day(), "Ngày bắt đầu hiện"),
        Field("until", Day(), "Ngày đầu tiên không hiện nữa"),
    )
)

BROADCAST = Record(
    (
        Field("days", Text(), "Những ngày nào", required=True, example="Thứ Hai"),
        Field("time", Text(), "Giờ nào", required=True, example="6 giờ 30"),
    )
)

LOCALITY = Record(
    (
        Field(
            "code",
            COMMUNE_CODE,
            "Mã xã, phường, đặc khu ngày nay, trong ngoặc kép; trùng tên tệp",
            required=True,
            example='"00004"',
        ),
        Field("contacts", ListOf(CONTACT), "Người và nơi cần biết"),
        Field(
            "leaflets",
            WordOr("all", "Mọi tờ gấp", ListOf(ID_TEXT)),
            "Tờ gấp in cho địa phương: all, hoặc danh sách mã",
            example="all",
        ),
        Field("notices", ListOf(NOTICE), "Thông báo của địa phương"),
        Field("broadcasts", ListOf(BROADCAST), "Giờ phát thanh"),
        Field("specimen", Flag(), "true: dữ liệu minh họa, không có thật"),
    )
)
