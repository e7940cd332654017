"""Instructions in other forms, put into the one that begins with its verb."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bookcase.history.amend.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable

_VERB = (
    r"sửa\s+đổi,\s*bổ\s+sung|sửa\s+đổi|sửa|bổ\s+sung|thay\s+thế|thay|bãi\s+bỏ|hủy\s+bỏ|bỏ"
    r"|đính\s+chính"
)
_TYPES = "Luật|Bộ luật|Pháp lệnh|Nghị quyết|Nghị định|Quyết định|Thông tư"


_SINCE = r"(?:[Kk]ể\s+từ\s+(?:ngày|thời\s+điểm)\s[^«;]{1,120}?,\s*)?"


EXCEPTION = re.compile(
    r"(?<!khấu )(?<!\w)trừ\s+(?:những\s+|các\s+)?(?:trường\s+hợp|quy\s+định|nội\s+dung"
    r"|cụm|từ\s|điểm|khoản|điều|chương|mục)",
    re.IGNORECASE,
)


def _but(rest: str) -> str:
    """Return an exception among words that else say nothing of the place."""
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
            rf"\s+được\s+(?P<do>{_VERB})(?P<rest>\b[^«]*)$",
            re.IGNORECASE | re.DOTALL,
        ),
        lambda m: f"{m['do'].capitalize()} {m['where']} {m['rest']}",
    ),
    (  # Luật X số … hết hiệu lực kể từ ngày Luật này có hiệu lực thi hành
        re.compile(
            rf"^\s*{_SINCE}(?P<what>(?:[Cc]ác\s+)?(?:{_TYPES})\s(?!này)[^«]*?)"
            r"\s+hết\s+hiệu\s+lực(?P<rest>[^«]*)$",
            re.DOTALL,
        ),
        lambda m: f"Bãi bỏ {m['what']}{_but(m['rest'])}",
    ),
    (  # Các văn bản sau đây hết hiệu lực kể từ ngày …:
        re.compile(
            rf"^\s*{_SINCE}(?P<what>[^«;.]{{0,120}}?\ssau\s+đây)\s+(?:sẽ\s+|được\s+)?"
            r"(?:hết\s+hiệu\s+lực|(?P<do>bãi\s+bỏ))(?P<rest>[^«;.]*):\s*$",
            re.DOTALL | re.IGNORECASE,
        ),
        lambda m: f"Bãi bỏ {m['what']}{_but(m['rest'])}:",
    ),
    (  # Khoản 1 Điều 17 Nghị định số … tiếp tục có hiệu lực từ ngày …
        re.compile(
            r"^\s*(?P<what>(?:(?:các\s+)?(?:điểm|khoản|điều|chương|mục)\s|"
            rf"{_TYPES})(?!này)[^«;]*?)\s+tiếp\s+tục\s+có\s+hiệu\s+lực(?P<rest>[^«]*)$",
            re.IGNORECASE | re.DOTALL,
        ),
        lambda m: f"Tiếp tục có hiệu lực {m['what']}: {m['rest']}",
    ),
    (  # Nghị định này thay thế Nghị định số …
        re.compile(
            rf"^.{{0,200}}?(?:{_TYPES})(?:\s+liên\s+tịch)?\s+này\s+"
            r"(?:có\s+hiệu\s+lực[^«;.]*?\s+(?:và\s+)?)?(?:bãi\s+bỏ|thay\s+thế)\s+"
            rf"(?P<what>(?:các\s+)?(?:{_TYPES})\s[^«]*)$",
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
