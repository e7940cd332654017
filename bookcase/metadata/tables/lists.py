"""The closed lists in ``_data/``."""

from __future__ import annotations

from bookcase.metadata.fields import (
    ID_TEXT,
    Choice,
    Day,
    Field,
    Key,
    ListOf,
    Number,
    Record,
    Ref,
    Text,
)
from bookcase.metadata.tables.common import LEVELS
from bookcase.model.relations import LABELS

_KEY = Field("key", ID_TEXT, "Khóa, không đổi", required=True)
_NAME = Field("name", Text(), "Tên đầy đủ", required=True)

ACT_TYPE = Record(
    (
        _KEY,
        _NAME,
        Field("rank", Number(1, 99), "Bậc hiệu lực, 1 là cao nhất", required=True),
        Field("short", Text(), "Chữ viết tắt trong số, ký hiệu"),
    )
)

ISSUER = Record(
    (
        _KEY,
        _NAME,
        Field("level", LEVELS, "Cấp; không viết là trung ương"),
        Field("names", ListOf(Text()), "Những cách viết khác"),
        Field("from", Day(), "Ngày đầu tiên có cơ quan này; không biết thì bỏ"),
        Field("until", Day(), "Ngày đầu tiên không còn cơ quan này"),
        Field(
            "suffix",
            ID_TEXT,
            "Phần cuối của mã văn bản, khi cơ quan ở địa phương và không còn mã ngày "
            "nay",
        ),
    )
)

TERM = Record((_KEY, _NAME))

LANGUAGE = Record(
    (
        Field("key", Text(r"[a-z]{2,3}", "mã BCP 47"), "Mã BCP 47", required=True),
        _NAME,
        Field("own", Text(), "Tên bằng chính tiếng ấy"),
    )
)

TOPIC = Record(
    (
        Field(
            "number",
            Number(1, 99),
            "Số thứ tự của chủ đề trong Bộ pháp điển",
            required=True,
        ),
        _NAME,
        Field("subject", Key("subjects"), "Lĩnh vực của tủ sách", required=True),
    )
)

SYNONYM = Record(
    (
        Field(
            "everyday",
            ListOf(Text()),
            "Những cách nói thường ngày, có dấu",
            required=True,
        ),
        Field("law", Text(), "Lời của pháp luật cho điều ấy", required=True),
    )
)

ICONS = (
    ("sinh", "em bé"),
    ("nhan", "nhẫn cưới"),
    ("nha", "ngôi nhà"),
    ("dat", "bản đồ"),
    ("viec", "cặp sách"),
    ("tai-nan", "xe máy"),
    ("bat-tay", "bắt tay"),
    ("bao-ve", "mái nhà che chở"),
    ("phat", "biên lai"),
    ("loa", "loa"),
    ("cay", "cây gia đình"),
    ("y-te", "túi thuốc"),
    ("gay", "người chống gậy"),
    ("tien", "tiền"),
    ("can", "cán cân"),
    ("giay", "tờ giấy"),
)
"""The pictures of overrides/bookcase/icons.html."""

OCCASION = Record(
    (
        _KEY,
        Field("name", Text(), "Việc ấy, bằng lời thường, ngắn", required=True),
        Field("icon", Choice(ICONS), "Hình nhỏ trên trang chủ", required=True),
        Field("about", Text(), "Một, hai câu nói việc gồm những gì", required=True),
        Field("steps", ListOf(Text()), "Việc cần làm trước, mỗi việc một câu"),
        Field("subjects", ListOf(Key("subjects")), "Các lĩnh vực", required=True),
        Field("first", ListOf(ID_TEXT), "Mã những bài nên đọc trước, hay nhất trước"),
        Field("roles", ListOf(Key("roles")), "Hỏi ai ở xã, phường, đặc khu"),
        Field(
            "phones",
            ListOf(
                Record(
                    (
                        Field("number", Text(r"[0-9 .]+", "số"), "Số", required=True),
                        Field("name", Text(), "Gọi ai", required=True),
                    )
                )
            ),
            "Số gọi khẩn cấp trong cả nước",
        ),
    )
)

STATED = Record(
    (
        Field("from", Ref(), "Văn bản làm ra tác động", required=True),
        Field(
            "rel",
            Choice(tuple((str(rel), own) for rel, (own, _) in LABELS.items())),
            "Quan hệ",
            required=True,
        ),
        Field("to", Ref(), "Văn bản chịu tác động", required=True),
        Field("source", Text(), "Nguồn nói điều đó"),
    )
)
