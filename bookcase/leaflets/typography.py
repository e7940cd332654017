"""What a compositor does to Vietnamese text before it is laid out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

NBSP = "\u00a0"

_DASH = " - "
_HALF = 18
"""How many letters of a double name's second half stay on one line at the most."""
_UNITS = (
    "ngày|tháng|năm|giờ|phút|tuổi|tuần|điểm|triệu|tỷ|nghìn|đồng|mg|km|mét|lần|lít|bản"
)
_BONDS = (
    re.compile(r"(\d) (?=\d{3,4}\b)"),
    re.compile(r"\b([Đđ]iều|[Kk]hoản|[Cc]hương|[Mm]ục|[Ss]ố) (?=[\dIVX])"),
    re.compile(r"\b([Đđ]iểm) (?=[a-zđ]\b)"),
    re.compile(rf"(\d) (?=(?:{_UNITS})\b)"),
    re.compile(r"(\S) (?=[–…])"),
)
_NUMBER = re.compile(
    rf"((?:số{NBSP})?\d+(?:/\d{{4}})?/[A-ZĐ][\w-]*(?:/[A-ZĐ][\w-]*)*|\d+/\d+/\d{{4}})"
)
_WORDS = re.compile(
    r"(?i)\b(?:bạo lực|bảo hiểm|cần biết|chịu đựng|đất đai|gia đình|hòa giải"
    r"|hộ tịch|hợp đồng|khai sinh|khiếu nại|lao động|lần đầu|lái xe|luật sư|miễn phí"
    r"|pháp lý|pháp luật|quyết định|rượu, bia|sổ đỏ|tố cáo|trẻ em|trợ giúp|ủy ban)\b"
)
_TAG = re.compile(r"(<[^>]*>)")
_INLINE = re.compile(r"</?(?:abbr|b|br|cite|del|em|i|ins|mark|s|small|strong|su[bp])\b")
_BLOCK_END = re.compile(r"</(?:h[2-6]|p|li|t[dh]|d[dt])>")
_LAST_WORDS = re.compile(r"(?<=\S) (?=\S{1,7}\s*$)")


def bind(text: str) -> str:
    """Bind what must not part at a line's end: "Điều 25", a number and its unit."""
    for bond in _BONDS:
        text = bond.sub(rf"\1{NBSP}", text)
    return text


def bind_end(text: str) -> str:
    """Bind the last two words too, so that none stands on a line alone."""
    return _LAST_WORDS.sub(NBSP, bind(text))


def place_name(text: str) -> str:
    """Let the name of a place break at its dash, or before its last two words.

    >>> place_name("Phường Văn Miếu - Quốc Tử Giám").replace(NBSP, "~")
    'Phường Văn Miếu - Quốc~Tử~Giám'
    """
    before, dash, after = text.partition(_DASH)
    if dash and len(after) <= _HALF:
        return f"{before}{dash}{after.replace(' ', NBSP)}"
    return bind_end(text)


def title(text: str) -> str:
    """Bind, for a large title, the two halves of common words as well."""
    return _WORDS.sub(lambda found: found[0].replace(" ", NBSP), bind_end(text))


def fenced(text: str) -> str:
    """Put HTML text into spans; the number of an act, or a day, stays on one line.

    WeasyPrint may break a line in the middle of a word when the next thing is an
    inline element; it does not when the text is an element of its own.
    """
    return "".join(
        f'<span class="lien">{piece}</span>' if at % 2 else f"<span>{piece}</span>"
        for at, piece in enumerate(_NUMBER.split(text))
        if piece
    )


def set_html(html: str) -> str:
    """Bind the text of sanitised HTML, and fence in text beside inline elements.

    Args:
        html: Sanitised; no attribute holds ``>``.
    """
    return "".join(_set(_TAG.split(html)))


def _set(pieces: list[str]) -> Iterator[str]:
    """Take text and tags in turn, text first; text may be empty."""
    for at, piece in enumerate(pieces):
        if at % 2 or not piece.strip():
            yield piece
            continue
        before, after = "".join(pieces[:at][-1:]), "".join(pieces[at + 1 :][:1])
        text = bind_end(piece) if _BLOCK_END.match(after) else bind(piece)
        beside = _INLINE.match(before) or _INLINE.match(after)
        yield fenced(text) if beside or _NUMBER.search(text) else text
