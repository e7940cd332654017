"""A legal document: ``document.yml``."""

from __future__ import annotations

from bookcase.metadata.fields import (
    ID_TEXT,
    MONTH,
    SHA256,
    UNIT,
    URL,
    Choice,
    Day,
    Field,
    Flag,
    Key,
    ListOf,
    Number,
    Record,
    Ref,
    Text,
)
from bookcase.metadata.tables.common import SCOPE
from bookcase.model.relations import LABELS

SIGNER = Record(
    (
        Field("name", Text(), "Họ và tên người ký", required=True),
        Field("title", Text(), "Chức vụ ghi ở phần chữ ký", example="Bộ trưởng"),
    )
)

GAZETTE = Record(
    (
        Field("number", Text(), "Số Công báo", required=True, example="539 + 540"),
        Field("date", Day(), "Ngày của số Công báo"),
    )
)

ATTACHMENT = Text(
    r"attachments/[\w.+-]+\.(?:pdf|docx?|p7s|zip)", "tệp như attachments/ban-goc.pdf"
)

SOURCE = Record(
    (
        Field("url", URL, "Địa chỉ nơi lấy văn bản"),
        Field("sha256", SHA256, "Dấu vân tay SHA-256 của tệp đã lấy"),
        Field("signed", Flag(), "Tệp có chữ ký số của cơ quan hay không"),
        Field("note", Text(), "Ghi chú về nguồn"),
        Field("file", ATTACHMENT, "Tệp bản gốc, cất trong attachments của văn bản"),
    )
)

TEXT_STATES = Choice(
    (
        ("as-enacted", "Văn bản như khi ban hành"),
        ("consolidated", "Văn bản đã hợp nhất các sửa đổi"),
        ("codified", "Lời văn theo Bộ pháp điển, không đứng cho ngày nào"),
    )
)

MAKERS = Choice(
    (
        ("by-machine", "Chương trình hợp nhất"),
        ("by-hand", "Người biên tập hợp nhất, hai người kiểm tra"),
        ("official", "Văn bản hợp nhất chính thức"),
    )
)

VERSION = Record(
    (
        Field(
            "from",
            Day(),
            "Ngày đầu tiên lời văn này có hiệu lực; không biết thì để null và đặt tên "
            "tệp là goc.md",
            example="2009-07-01",
        ),
        Field("text", TEXT_STATES, "Loại lời văn; không viết là như khi ban hành"),
        Field("made", MAKERS, "Ai làm bản hợp nhất"),
        Field(
            "by",
            ListOf(Ref()),
            "Các văn bản sửa đổi đã được đưa vào bản này",
            example="[luat-51-2024-qh15]",
        ),
        Field(
            "official",
            Ref(),
            "Số hoặc mã của văn bản hợp nhất chính thức",
            example="22/VBHN-VPQH",
        ),
        Field("checked_by", ListOf(Text()), "Hai người đã kiểm tra bản làm bằng tay"),
        Field("seen_on", MONTH, "Tháng của Bộ pháp điển đã xem", example="2025-11"),
        Field("complete", Flag(), "false khi biết chắc còn thiếu phần của văn bản"),
    )
)

PHASE = Record(
    (
        Field(
            "at",
            ListOf(UNIT),
            "Các điều, khoản có ngày hiệu lực riêng",
            required=True,
            example="[d5.k2]",
        ),
        Field(
            "from",
            Day(),
            "Ngày đầu tiên các điều, khoản đó có hiệu lực",
            required=True,
        ),
    )
)

ENDS = Record(
    (
        Field("on", Day(), "Ngày đầu tiên văn bản không còn hiệu lực"),
        Field("by", Ref(), "Văn bản làm cho nó hết hiệu lực, nếu tủ sách không có"),
        Field(
            "reason",
            ID_TEXT,
            "Lý do: bai-bo, thay-the, het-thoi-han …",
            example="het-thoi-han",
        ),
    )
)

RELATIONS = Record(
    tuple(
        Field(str(rel), ListOf(Ref()), f"{own}; phía kia đọc là «{other}»")
        for rel, (own, other) in LABELS.items()
    )
)

WORK = Record(
    (
        Field(
            "id",
            ID_TEXT,
            "Mã của văn bản: loại, số không dấu và, khi cần, ngày ban hành; không bao "
            "giờ đổi, không dùng lại",
            required=True,
            example="luat-25-2008-qh12",
        ),
        Field(
            "number",
            Text(),
            "Số, ký hiệu như in trên văn bản; bỏ trống khi văn bản không có số",
            example="25/2008/QH12",
        ),
        Field("type", Key("types"), "Loại văn bản", required=True, example="luat"),
        Field(
            "title",
            Text(),
            "Tên đầy đủ của văn bản",
            example="Luật Bảo hiểm y tế",
        ),
        Field(
            "short_titles",
            ListOf(Text()),
            "Tên gọi thường ngày, tìm kiếm và dẫn chiếu được như tên đầy đủ",
            example="[Luật BHYT]",
        ),
        Field(
            "issuers",
            ListOf(Key("issuers")),
            "Cơ quan ban hành; văn bản liên tịch có nhiều cơ quan",
            example="[quoc-hoi]",
        ),
        Field("signers", ListOf(SIGNER), "Người ký"),
        Field(
            "issued",
            Day(),
            "Ngày ban hành; không lấy ngày hiệu lực thay",
            example="2008-11-14",
        ),
        Field("gazette", GAZETTE, "Số Công báo đã đăng"),
        Field("scope", SCOPE, "Phạm vi áp dụng; không viết là cả nước"),
        Field(
            "subjects", ListOf(Key("subjects")), "Lĩnh vực", example="[y-te, bao-hiem]"
        ),
        Field("source", ListOf(SOURCE), "Nơi lấy văn bản"),
        Field(
            "relations",
            RELATIONS,
            "Quan hệ mà chính văn bản này nói ra; chiều ngược lại được tính, "
            "không viết",
        ),
        Field(
            "versions",
            ListOf(VERSION),
            "Các lời văn theo ngày hiệu lực, mỗi dòng một tệp .md cùng thư mục",
            required=True,
            example="- {from: 2009-07-01, text: as-enacted}",
        ),
        Field("phases", ListOf(PHASE), "Điều, khoản có hiệu lực vào ngày khác"),
        Field(
            "ends",
            ENDS,
            "Hết hiệu lực toàn bộ theo chính văn bản, hoặc bởi văn bản mà tủ sách "
            "không có",
        ),
        Field(
            "consolidates",
            Ref(),
            "Với văn bản hợp nhất: văn bản gốc được hợp nhất",
        ),
        Field(
            "merges",
            ListOf(Ref()),
            "Với văn bản hợp nhất: các văn bản sửa đổi được đưa vào",
        ),
        Field(
            "disambiguator",
            Number(2, 99),
            "Số phân biệt khi hai văn bản trùng cả loại, số, ngày và cơ quan",
            example="2",
        ),
        Field(
            "specimen",
            Flag(),
            "true: văn bản minh họa, không có giá trị pháp lý; số kết thúc bằng -MAU",
        ),
    )
)
