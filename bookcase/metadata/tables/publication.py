"""Everything that is not a legal document: front matter and YAML files."""

from __future__ import annotations

from bookcase.metadata.fields import (
    ID_TEXT,
    Choice,
    Day,
    Field,
    Flag,
    Key,
    ListOf,
    Number,
    Record,
    Short,
    Text,
)
from bookcase.metadata.tables.common import SCOPE
from bookcase.model.publication import KIND_NAMES, PublicationKind

BASIS = Record(
    (
        Field(
            "cite",
            Text(),
            "Quy định làm căn cứ, viết như thường viết",
            required=True,
            example="khoản 1 Điều 15 Luật Hộ tịch số 60/2014/QH13",
        ),
        Field(
            "pin",
            Text(r"(?:sha256:)?[0-9a-f]{16}", "sha256: và 16 chữ số thập lục phân"),
            "Dấu vân tay của lời văn khi viết bài; lệnh «bookcase pin» ghi vào đây",
        ),
        Field("written_on", Day(), "Ngày viết theo lời văn đó"),
    )
)

REVIEW = Record(
    (
        Field(
            "state",
            Choice(
                (
                    ("draft", "Bản thảo, chưa duyệt"),
                    ("checked", "Đã có người kiểm tra"),
                    ("approved", "Đã duyệt"),
                )
            ),
            "Đã duyệt đến đâu",
            required=True,
            example="draft",
        ),
        Field("by", Text(), "Người duyệt"),
        Field("on", Day(), "Ngày duyệt"),
    )
)

OPTION = Record(
    (
        Field("text", Text(), "Phương án trả lời", required=True),
        Field("correct", Flag(), "true với phương án đúng"),
    )
)

QUESTION_TYPES = Choice(
    (
        ("single", "Chọn một"),
        ("multiple", "Chọn nhiều"),
        ("true-false", "Đúng hay sai"),
        ("order", "Xếp thứ tự"),
        ("case", "Tình huống có nhiều câu hỏi"),
    )
)

_QUESTION = (
    Field("id", ID_TEXT, "Mã câu hỏi, không trùng trong bài", required=True),
    Field("type", QUESTION_TYPES, "Kiểu câu hỏi", required=True, example="single"),
    Field("text", Text(), "Câu hỏi, hoặc chuyện kể của tình huống", required=True),
    Field(
        "options",
        ListOf(OPTION),
        "Các phương án; với câu xếp thứ tự: viết đúng thứ tự, trang sẽ xáo",
    ),
    Field("answer", Flag(), "Với câu đúng hay sai: true là đúng"),
    Field("explanation", Text(), "Giải thích đáp án"),
    Field("basis", Short(BASIS), "Quy định làm căn cứ, viết như thường viết"),
)

QUESTION = Record(
    (
        *_QUESTION,
        Field("questions", ListOf(Record(_QUESTION)), "Các câu hỏi của tình huống"),
    )
)

CHAPTER_FILE = Text(r"[a-z0-9][a-z0-9-]*\.md", "tên tệp .md không dấu")
ATTACHED = r"attachments/[A-Za-z0-9._-]+"
TIME = Text(r"(?:\d{1,2}:)?\d{1,2}:[0-5]\d", "phút:giây như 1:05")

STEP = Record(
    (
        Field(
            "of",
            ID_TEXT,
            "Mã của ấn phẩm: bài giải thích, sổ tay, trắc nghiệm, đoạn phim …",
            required=True,
            example="so-tay-hoa-giai-vien-co-so",
        ),
        Field("chapter", CHAPTER_FILE, "Chỉ một chương của sổ tay: tên tệp chương"),
        Field("minutes", Number(1, 600), "Số phút cần cho bước này"),
        Field("note", Text(), "Lời dặn: đọc để làm gì, chú ý điều gì"),
    )
)

DOING = Record(
    (
        Field("text", Text(), "Việc người hướng dẫn làm", required=True),
        Field("minutes", Number(1, 600), "Số phút"),
    )
)

LESSON = Record(
    (
        Field("title", Text(), "Tên buổi học", required=True),
        Field("minutes", Number(1, 600), "Buổi học dài bao nhiêu phút"),
        Field("aims", ListOf(Text()), "Học xong, người học làm được những gì"),
        Field("prepare", ListOf(Text()), "Cần chuẩn bị những gì"),
        Field("doings", ListOf(Short(DOING)), "Các việc lần lượt làm trong buổi"),
        Field("ask", ListOf(Text()), "Các câu nên hỏi người học"),
        Field("quiz", ID_TEXT, "Mã bài trắc nghiệm giao cuối buổi"),
    )
)

MOMENT = Record(
    (
        Field("at", TIME, "Bắt đầu ở phút:giây nào", required=True, example="1:05"),
        Field("title", Text(), "Tên đoạn", required=True),
    )
)

PUBLICATION = Record(
    (
        Field(
            "id",
            ID_TEXT,
            "Mã của bài: tên thư mục, gạch nối, tên tệp",
            required=True,
            example="hoi-dap-dang-ky-khai-sinh",
        ),
        Field(
            "kind",
            Choice(tuple((str(kind), name) for kind, name in KIND_NAMES.items())),
            "Loại ấn phẩm; đi theo thư mục",
            required=True,
            example="qa",
        ),
        Field("title", Text(), "Tên bài", required=True),
        Field(
            "summary",
            Text(),
            "Mục đích và nội dung chính, một hai câu",
            required=True,
        ),
        Field("compiled_by", Text(), "Cơ quan biên soạn", required=True),
        Field("responsible", Text(), "Người chịu trách nhiệm", required=True),
        Field("published", Day(), "Ngày đăng", example="2026-05-01"),
        Field("valid_until", Day(), "Ngày đầu tiên bài không còn dùng được"),
        Field(
            "legal_basis",
            ListOf(Short(BASIS)),
            "Các quy định mà bài dựa vào, viết như thường viết",
            example="[khoản 1 Điều 15 Luật Hộ tịch số 60/2014/QH13]",
        ),
        Field("audience", ListOf(Key("audiences")), "Bài viết cho ai"),
        Field("subjects", ListOf(Key("subjects")), "Lĩnh vực"),
        Field("scope", SCOPE, "Phạm vi áp dụng; không viết là cả nước"),
        Field("language", Key("languages"), "Ngôn ngữ (BCP 47)", example="vi"),
        Field(
            "translation_of",
            ID_TEXT,
            "Với bản dịch: mã của bài tiếng Việt được dịch",
            example="hoi-dap-dang-ky-khai-sinh",
        ),
        Field(
            "everywhere",
            Flag(),
            "true: đầu mọi trang dẫn tới thông báo này, từ ngày đăng đến valid_until",
            only=("notice",),
        ),
        Field("review", REVIEW, "Tình trạng duyệt; không viết là bản thảo"),
        Field(
            "chapters",
            ListOf(CHAPTER_FILE),
            "Các tệp chương, theo thứ tự đọc",
            required=True,
            only=("handbook",),
        ),
        Field(
            "questions",
            ListOf(QUESTION),
            "Các câu hỏi",
            required=True,
            only=("quiz",),
        ),
        Field(
            "pass_mark",
            Number(0, 100),
            "Số phần trăm câu đúng để đạt",
            example="70",
            only=("quiz",),
        ),
        Field("minutes", Number(1, 600), "Số phút làm bài", only=("quiz",)),
        Field(
            "of",
            ID_TEXT,
            "Mã của ấn phẩm mà bài này được soạn ra từ đó",
            only=("broadcast", "sms"),
        ),
        Field(
            "steps",
            ListOf(Short(STEP)),
            "Các bước, theo thứ tự học: mã ấn phẩm, hoặc một chương của sổ tay",
            required=True,
            only=("course",),
        ),
        Field(
            "lessons",
            ListOf(LESSON),
            "Phiếu hướng dẫn: mỗi buổi học một phiếu cho người hướng dẫn",
            only=("course",),
        ),
        Field(
            "media",
            Text(
                rf"https://[^\s<>\"']+|{ATTACHED}",
                "địa chỉ https:// hoặc tệp trong attachments/",
            ),
            "Tệp hoặc địa chỉ của đoạn phim, bài giảng, âm thanh",
            only=("media",),
        ),
        Field(
            "captions",
            Text(rf"{ATTACHED}\.vtt", "tệp .vtt trong attachments/"),
            "Phụ đề (WebVTT), để người không nghe được cũng theo được",
            example="attachments/an-toan.vtt",
            only=("media",),
        ),
        Field(
            "poster",
            Text(rf"{ATTACHED}\.(?:png|jpe?g|webp)", "hình trong attachments/"),
            "Hình hiện ra trước khi phát phim",
            only=("media",),
        ),
        Field("parts", ListOf(MOMENT), "Các đoạn của phim, bài nghe", only=("media",)),
        Field(
            "transcript",
            Text(),
            "Toàn văn lời nói, bắt buộc để người không nghe được cũng đọc được",
            required=True,
            only=("media",),
        ),
    )
)


def of_kind(kind: str) -> Record:
    """Return the description of one kind of publication."""
    own = [one for one in PUBLICATION.fields if not one.only or kind in one.only]
    others = [one for one in PUBLICATION.fields if one not in own]
    hints = tuple((one.name, _only_for(one.only)) for one in others)
    return Record(tuple(own), hints)


def _only_for(kinds: tuple[str, ...]) -> str:
    names = ", ".join(KIND_NAMES[PublicationKind(kind)] for kind in kinds)
    return f"trường này chỉ dùng cho: {names}"


BY_KIND = {str(kind): of_kind(kind) for kind in PublicationKind}
"""The description of each kind."""

CHAPTER = Record(
    (Field("title", Text(), "Tên chương", required=True),),
)
"""The front matter of a handbook's chapter, and of a version's text."""
