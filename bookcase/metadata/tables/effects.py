"""What an act does to other acts: the rows of ``effects.yml``."""

from __future__ import annotations

from bookcase.metadata.fields import (
    CODE,
    UNIT,
    Choice,
    Day,
    Field,
    Flag,
    ListOf,
    Number,
    Record,
    Ref,
    Share,
    Text,
)

OPS = Choice(
    (
        ("replace", "Thay, sửa đổi một đơn vị"),
        ("insert", "Bổ sung một đơn vị"),
        ("repeal", "Bãi bỏ"),
        ("replace-words", "Thay cụm từ"),
        ("insert-words", "Bổ sung cụm từ vào sau cụm từ"),
        ("delete-words", "Bỏ cụm từ"),
        ("retitle", "Sửa tên của đơn vị"),
        ("replace-annex", "Thay phụ lục"),
        ("insert-annex", "Bổ sung phụ lục"),
        ("repeal-annex", "Bãi bỏ phụ lục"),
        ("suspend", "Ngưng hiệu lực"),
        ("resume", "Tiếp tục hiệu lực"),
        ("correct", "Đính chính"),
        ("renumber", "Đổi số thứ tự"),
    )
)

POSITIONS = Choice(
    (
        ("after", "Sau đơn vị mốc"),
        ("before", "Trước đơn vị mốc"),
        ("first", "Đầu đơn vị chứa"),
        ("last", "Cuối đơn vị chứa"),
    )
)

EFFECTIVE = Record(
    (
        Field("from", Day(), "Ngày đầu tiên có tác động", required=True),
        Field("until", Day(), "Ngày đầu tiên không còn tác động (với ngưng hiệu lực)"),
        Field("where", ListOf(CODE), "Mã các địa phương, khi chỉ tác động ở đó"),
    )
)

READING = Record(
    (
        Field("words", Text(), "Lời văn mà chương trình đã đọc"),
        Field("span", ListOf(Number()), "Vị trí đầu và cuối của lời văn đó"),
        Field("confidence", Share(), "Mức chắc chắn, từ 0 đến 1"),
    )
)

EFFECT = Record(
    (
        Field(
            "by",
            UNIT,
            "Điều, khoản của văn bản này gây ra tác động",
            required=True,
            example="d1.k1",
        ),
        Field(
            "on",
            Ref(),
            "Văn bản bị tác động",
            required=True,
            example="luat-25-2008-qh12",
        ),
        Field("op", OPS, "Tác động gì", required=True, example="replace"),
        Field(
            "at",
            ListOf(UNIT),
            "Các đơn vị bị tác động; không viết hoặc [act] là toàn văn bản, "
            "[everywhere] là mọi chỗ",
            example="[d2.k1]",
        ),
        Field("new", UNIT, "Mã của đơn vị được bổ sung", example="k8a"),
        Field("to", UNIT, "Mã mới, khi đổi số thứ tự"),
        Field("position", POSITIONS, "Chỗ đặt đơn vị bổ sung so với mốc"),
        Field("anchor", UNIT, "Đơn vị làm mốc"),
        Field("after", UNIT, "Cách viết gọn của position: after với mốc này"),
        Field("before", UNIT, "Cách viết gọn của position: before với mốc này"),
        Field("in", UNIT, "Đơn vị chứa, khi khác với đơn vị chứa mốc"),
        Field(
            "text",
            UNIT,
            "Đơn vị hoặc đoạn trích của văn bản này mang lời văn mới",
            example="d1.k1/quote-1",
        ),
        Field("find", Text(), "Cụm từ bị thay, bị bỏ, hoặc đứng ngay trước"),
        Field("with", Text(), "Cụm từ thay vào, thêm vào"),
        Field("count", Number(1), "Số lần cụm từ xuất hiện ở mỗi chỗ"),
        Field(
            "effective",
            ListOf(EFFECTIVE),
            "Khi nào có tác động; không viết là theo ngày hiệu lực của văn bản",
            example="[{from: 2025-07-01}]",
        ),
        Field("by_hand", Flag(), "true: người biên tập viết, chương trình không sửa"),
        Field("read", READING, "Chương trình đã đọc được gì"),
    )
)
