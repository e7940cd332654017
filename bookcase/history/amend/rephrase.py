"""Instructions in other forms, put into the one that begins with its verb."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bookcase.history.amend.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable

_VERB = (
    r"sửa\s+đổi,\s*bổ\s+sung|sửa\s+đổi|sửa|bổ\s+sung|thay\s+thế|thay|bãi\s+bỏ|hủy\s+bỏ|bỏ"
    r"|đính\s+chính|đánh\s+(?:lại\s+số|số\s+lại)(?:\s+thứ\s+tự)?"
)
_TYPES = "Luật|Bộ luật|Pháp lệnh|Nghị quyết|Nghị định|Quyết định|Thông tư|Chỉ thị"
_PLACES = r"điểm|khoản|điều|chương|mục|phụ\s+lục|mẫu|biểu\s+mẫu"
_CONTENT = (
    r"quy\s+định|nội\s+dung|chế\s+độ|quy\s+chế|quy\s+trình|danh\s+mục|bảng|chương\s+trình"
    r"|chuẩn\s+mực|thủ\s+tục|biểu|định\s+mức|tiêu\s+chuẩn|văn\s+bản"
    r"|phần"
)
_OTHERS = rf"(?:(?:{_TYPES})\s(?!này)|(?i:{_PLACES}|{_CONTENT})\s)"
"""How what is repealed begins: another act, a place, or something laid down there."""
_CLAUSE = re.compile(
    rf"\s(?:đến|tới|trước|sau)\s+(?:khi|ngày|thời\s+điểm)\s[^,;]{{0,20}}?(?:{_TYPES})"
    r"|\stiếp\s+tục\s+(?:được|áp|thực)|\s(?:áp\s+dụng|thực\s+hiện)\s+(?:theo|cho\s+đến)\s"
)
"""Something other than the subject may end: *… áp dụng đến khi Luật X hết hiệu lực*."""
_ENDS = (
    r"(?:bãi\s+bỏ|hủy\s+bỏ|huỷ\s+bỏ|thay\s+thế(?:\s+cho)?)"
    r"(?:\s+và\s+chấm\s+dứt\s+hiệu\s+lực(?:\s+của)?)?"
)

_SINCE = r"(?:[Kk]ể\s+từ\s+(?:ngày|thời\s+điểm)\s[^«;]{1,120}?,\s*)?"


EXCEPTION = re.compile(
    r"(?<!khấu )(?<!\w)trừ\s+(?:những\s+|các\s+)?(?:trường\s+hợp|quy\s+định|nội\s+dung"
    r"|cụm|từ\s|điểm|khoản|điều|chương|mục)",
    re.IGNORECASE,
)


OTHER_DAY = re.compile(
    r"từ\s+(?:ngày|khi|thời\s+điểm)\s+(?!\d)(?!(?:[^\W\d]+\s+){1,4}này\s)"
    r"[^,;«]{0,120}?có\s+hiệu\s+lực",
    re.IGNORECASE,
)
"""Another act's entry into force, or something else that no date tells."""


def _but(rest: str, what: str = "") -> str:
    """Return an exception among words that else say nothing of the place."""
    if _CLAUSE.search(what) or OTHER_DAY.search(rest):
        return ", trừ quy định"
    found = EXCEPTION.search(rest)
    return f", {found[0]}" if found else ""


def _verb(words: str) -> str:
    return "Đính chính" if "đính" in words.lower() else "Thay thế"


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (  # Tại khoản 2 Điều 5, thay cụm từ «0» bằng «1»
        re.compile(
            rf"^\s*(?P<where>tại\s(?!thời\s+điểm)[^«]*?)[,:]?\s+(?P<do>(?:{_VERB})\s.*)$",
            re.IGNORECASE | re.DOTALL,
        ),
        lambda m: f"{m['do'].rstrip(' .;')} {m['where']}",
    ),
    (  # Kể từ ngày 01 tháng 01 năm 2027, bãi bỏ khoản 2 Điều 5
        re.compile(
            rf"^\s*(?:kể\s+)?từ\s+(?:ngày|thời\s+điểm)\s[^«;]{{1,120}}?(?<!đổi),\s*"
            rf"(?P<do>(?:{_VERB})\s.*)$",
            re.IGNORECASE | re.DOTALL,
        ),
        lambda m: m["do"],
    ),
    (  # Tại khoản 2 Điều 5, cụm từ «0» được thay bằng «1»; … sửa thành «1»
        re.compile(
            r"^\s*(?:(?P<where>tại\s[^«]*?)[,:]?\s+)?(?P<what>(?:các\s+)?(?:cụm\s+từ|từ|nội\s+dung"
            rf"|chữ)\s*«\d+»)(?P<near>[^«]*?)\s*(?:được\s+|nay\s+)?(?P<do>{_VERB})\s*(?:bằng|thành|là)"
            r"\s*(?:cụm\s+từ\s*|từ\s*|nội\s+dung\s*)?(?P<new>«\d+»)(?P<rest>.*)$",
            re.IGNORECASE | re.DOTALL,
        ),
        lambda m: (
            f"{_verb(m['do'])} {m['what']} bằng {m['new']} {m['near']} "
            f"{m['where'] or ''} {m['rest']}"
        ),
    ),
    (  # Tại khoản 3 Điều 5 đã in là «0» nay sửa lại là «1»
        re.compile(
            r"^\s*(?P<where>[^«]*?)[,:]?\s*(?:đã\s+|có\s+)?(?:in|viết|ghi)\s*(?:là)?\s*:?\s*"
            r"(?P<old>«\d+»)[,;.]?\s*(?:nay\s+)?(?:xin\s+|được\s+)?(?:sửa|đính\s+chính|đọc|viết|in)"
            r"(?:\s+lại)?(?:\s+(?:là|thành))?\s*:?\s*(?P<new>«\d+»)(?P<rest>[^«]*)$",
            re.IGNORECASE | re.DOTALL,
        ),
        lambda m: f"Đính chính {m['old']} thành {m['new']} {m['where']} {m['rest']}",
    ),
    (  # cụm từ «0» tại khoản 2 Điều 5 được bãi bỏ
        re.compile(
            r"^\s*(?P<what>(?:các\s+)?(?:cụm\s+từ|từ|nội\s+dung)\s*«\d+»)(?P<near>[^«]*?)\s+"
            r"(?:được\s+)?(?:bãi\s+bỏ|bỏ)\b(?P<rest>.*)$",
            re.IGNORECASE | re.DOTALL,
        ),
        lambda m: f"Bãi bỏ {m['what']} {m['near']} {m['rest']}",
    ),
    (  # Khoản 2 Điều 5 được sửa đổi, bổ sung như sau
        re.compile(
            r"^\s*(?P<where>(?:các\s+)?(?:điểm|khoản|điều|phụ\s+lục|mẫu|tên|đoạn|chương"
            r"|mục)\s(?:(?!\s(?:mà|thì|đã|là|được|này)\s)[^«]){1,200}?)"
            rf"\s+(?:được|bị)\s+(?P<do>{_VERB})(?P<rest>\b[^«]*)$",
            re.IGNORECASE | re.DOTALL,
        ),
        lambda m: f"{m['do'].capitalize()} {m['where']} {m['rest']}",
    ),
    (  # Các văn bản sau đây hết hiệu lực kể từ ngày …:
        re.compile(
            rf"^\s*{_SINCE}(?P<what>[^«;.]{{0,120}}?\ssau\s+đây)\s+(?:sẽ\s+|được\s+)?"
            r"(?:hết\s+hiệu\s+lực|(?P<do>bãi\s+bỏ))(?P<rest>[^«;.]*):\s*$",
            re.DOTALL | re.IGNORECASE,
        ),
        lambda m: f"Bãi bỏ {m['what']}{_but(m['rest'])}:",
    ),
    (  # Luật X số … hết hiệu lực kể từ ngày …; khoản 2 Điều 5 Luật Y bị bãi bỏ
        re.compile(
            rf"^\s*(?:(?:{_TYPES})(?:\s+liên\s+tịch)?\s+này\s+có\s+hiệu\s+lực[^«]*?"
            rf"(?:\svà|[,;])\s+)?{_SINCE}(?P<what>(?:(?:[Cc]ác|[Nn]hững|[Tt]oàn\s+bộ)\s+)*{_OTHERS}"
            rf".*?)\s+(?:sẽ\s+|đều\s+)?(?:(?:hết|chấm\s+dứt)\s+hiệu\s+lực"
            r"(?=\s*(?:[.;,:/(]|$)|\s+(?:thi|pháp|toàn|một|kể|từ|theo|trừ|khi|sau|vào)\s)"
            r"|(?:bị|được)\s+(?:bãi|hủy|huỷ)\s+bỏ(?=\s+kể\s+từ|\s*[.;]?\s*$))"
            r"(?P<rest>[^«]*)$",
            re.DOTALL,
        ),
        lambda m: f"Bãi bỏ {m['what']}{_but(m['rest'], m['what'])}",
    ),
    (  # Chấm dứt hiệu lực của Thông tư số …
        re.compile(
            r"^\s*chấm\s+dứt\s+hiệu\s+lực(?:\s+thi\s+hành)?\s+(?:của\s+|đối\s+với\s+)?"
            r"(?P<what>[^«]*)$",
            re.IGNORECASE,
        ),
        lambda m: f"Bãi bỏ {m['what']}",
    ),
    (  # Khoản 1 Điều 17 Nghị định số … tiếp tục có hiệu lực từ ngày …
        re.compile(
            r"^\s*(?P<what>(?:(?:các\s+)?(?:điểm|khoản|điều|chương|mục)\s|"
            rf"{_TYPES})(?!này)[^«;]*?)\s+tiếp\s+tục\s+có\s+hiệu\s+lực(?P<rest>[^«]*)$",
            re.IGNORECASE | re.DOTALL,
        ),
        lambda m: f"Tiếp tục có hiệu lực {m['what']}: {m['rest']}",
    ),
    (  # Điều 3 Nghị định này thay thế Điều 5 Nghị định số …: by words not quoted
        re.compile(
            rf"^\s*(?i:{_PLACES}|bảng|danh\s+mục)\s[^«;.]{{0,200}}?(?:{_TYPES})"
            r"(?:\s+liên\s+tịch)?\s+này\s+(?P<do>(?:được\s+)?thay\s+thế(?:\s+cho)?\s.*)$",
            re.DOTALL,
        ),
        lambda m: m["do"].removeprefix("được ").capitalize(),
    ),
    (  # …; đồng thời bãi bỏ Điều 9 …
        re.compile(
            rf"^[^«]*?[;,]\s*đồng\s+thời\s+(?P<do>{_ENDS}\s+(?:các\s+|toàn\s+bộ\s+)*"
            rf"(?:{_PLACES}|{_TYPES})\s.*)$",
            re.DOTALL | re.IGNORECASE,
        ),
        lambda m: m["do"],
    ),
    (  # Nghị định này có hiệu lực từ ngày …; thay thế Nghị định số …
        re.compile(
            rf"^.{{0,200}}?(?:{_TYPES})(?:\s+liên\s+tịch)?(?:\s+này)?\s+"
            r"(?:có\s+hiệu\s+lực[^«]*?(?:(?<!sung)[,;.]|\svà|(?<=\d))\s+"
            rf"(?:(?:đồng\s+thời|{_TYPES})\s+(?:này\s+)?)?|(?<=này\s))(?i:{_ENDS})\s+"
            rf"(?P<what>(?:(?:các|những|toàn\s+bộ|một\s+phần)\s+)*{_OTHERS}.*)$",
            re.DOTALL,
        ),
        lambda m: f"Bãi bỏ {m['what']}",
    ),
)


def rephrased(said: Sentence) -> Sentence:
    """Return a sentence that begins with its verb, if it has one of the other forms."""
    for form, begin_with_verb in _FORMS:
        if found := form.match(said.plain):
            return Sentence(begin_with_verb(found), said.quoted)
    return said
