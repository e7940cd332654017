"""Text messages: parts that a telephone shows whole, counted as the network counts.

A message of the basic alphabet (GSM 03.38) holds 160 septets, some signs taking two;
any other holds 70 UTF-16 units. Each part is a message of its own and bears its number,
since messages arrive in any order. No word, number or citation is ever cut.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from bookcase.diagnostics import Diagnostic, Result, Span
from bookcase.model.publication import PublicationKind
from bookcase.spoken.plain import blocks, stopped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bookcase.model.publication import Publication

Alphabet = Literal["GSM-7", "UCS-2"]

LIMITS: dict[Alphabet, int] = {"GSM-7": 160, "UCS-2": 70}
"""How much one message holds: septets, or UTF-16 units."""

_BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_EXTENDED = frozenset("^{}\\[~]|€\f")
_LOOKS = str.maketrans({
    "đ": "d", "Đ": "D", "“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-",
    "…": "...", "•": "-", "\u00a0": " ", "²": "2", "³": "3", "×": "x", "≥": ">=",
    "≤": "<=", "→": "->", "°": " do ", "«": '"', "»": '"', "₫": "d",
})  # fmt: skip
_BONDS = (
    re.compile(
        r"(?i)\b(?:điều|dieu|khoản|khoan|điểm|diem|mục|muc|chương|chuong|số|so|ngày"
        r"|ngay|tháng|thang|gọi|goi)(?= [\dIVXa-zđ]{1,7}\b)"
    ),
    re.compile(r"\d(?= \d)"),
    re.compile(r"\bXem:(?= )"),
    re.compile(
        r"(?i)\d(?= (?:ngày|ngay|tháng|thang|năm|nam|giờ|gio|phút|phut|tuổi|tuoi|đồng"
        r"|dong|triệu|trieu|tỷ|ty|nghìn|nghin|lần|lan|km|kg|m²|m2|ha|%))"
    ),
    re.compile(r"Xem:(?= \S+$)"),
)


@dataclass(frozen=True, slots=True)
class Message:
    """The parts of a message, in the order in which they are read."""

    parts: tuple[str, ...]
    alphabet: Alphabet


def alphabet(text: str) -> Alphabet:
    """Tell which alphabet a message needs."""
    return "GSM-7" if set(text) <= _BASIC | _EXTENDED else "UCS-2"


def length(text: str, in_: Alphabet) -> int:
    """Count a message: septets, or UTF-16 units."""
    if in_ == "GSM-7":
        return len(text) + sum(one in _EXTENDED for one in text)
    return len(text.encode("utf-16-le")) // 2


def toneless(text: str) -> str:
    """Take the marks off Vietnamese letters, for telephones without them.

    >>> toneless("Đăng ký khai sinh")
    'Dang ky khai sinh'
    """
    plain = unicodedata.normalize("NFD", text.translate(_LOOKS))
    kept = (one for one in plain if not unicodedata.combining(one))
    return unicodedata.normalize("NFC", "".join(kept))


def message(text: str, span: Span, *, tones: bool = True) -> Result[Message]:
    """Part a text into messages.

    Args:
        text: What to say.
        span: Where it stands, for findings.
        tones: Keep the letters as they are; else without marks.

    Finds:
        SMS001: there is nothing to say.
        SMS002: a word, number or address alone is longer than a message.
    """
    words = " ".join(unicodedata.normalize("NFC", text).split())
    words = words if tones else toneless(words)
    in_ = alphabet(words)
    if not words:
        found = Diagnostic(span, "SMS001", "không có lời để nhắn")
        return Result(Message((), in_), (found,))
    if length(words, in_) <= LIMITS[in_]:
        return Result(Message((words,), in_))
    return _parts(words, in_, span)


def _parts(words: str, in_: Alphabet, span: Span) -> Result[Message]:
    """Fill numbered parts; the number's width depends on how many there are."""
    for digits in ("9", "99"):
        room = LIMITS[in_] - len(f"({digits}/{digits}) ")
        pieces = _pieces(words, room, in_)
        if long := [one for one in pieces if length(one, in_) > room]:
            what = f"«{long[0][:30]}» dài hơn một tin nhắn; không cắt giữa từ"
            hint = "viết ngắn hơn; địa chỉ dài thì thay bằng địa chỉ ngắn"
            return Result(
                Message((), in_), (Diagnostic(span, "SMS002", what, hint=hint),)
            )
        lines = _filled(pieces, room, in_)
        if len(lines) <= int(digits):
            break
    total = len(lines)
    numbered = tuple(f"({at}/{total}) {line}" for at, line in enumerate(lines, 1))
    return Result(Message(numbered, in_))


def _pieces(words: str, room: int, in_: Alphabet) -> list[str]:
    """Return what must not be cut; a bond that is longer than a part is let go."""
    bound = words
    for bond in _BONDS:
        bound = bond.sub(lambda one: f"{one[0]}\0", bound)
    pieces: list[str] = []
    for piece in bound.replace("\0 ", "\0").split(" "):
        whole = piece.replace("\0", " ")
        pieces += [whole] if length(whole, in_) <= room else whole.split(" ")
    return pieces


def _filled(pieces: list[str], room: int, in_: Alphabet) -> list[str]:
    lines: list[str] = []
    for piece in pieces:
        longer = f"{lines[-1]} {piece}" if lines else piece
        if lines and length(longer, in_) <= room:
            lines[-1] = longer
        else:
            lines.append(piece)
    return lines


def more_at(publication: Publication, others: Iterable[Publication], host: str) -> str:
    """Return where more is to be read: the page of what a message is about.

    An address that one part cannot hold is shortened to the site's own.

    Args:
        publication: What it is about, or a message of it.
        others: Where what it is of may be.
        host: Where the site is served, with its folder; empty when nobody says.
    """
    about = next((one for one in others if one.id == publication.of), publication)
    whole = f"{host}/{about.url}"
    fits = len(f"(99/99) Xem: {whole}") <= LIMITS["UCS-2"]
    return whole if host and fits else host


def digest(
    publication: Publication, others: Iterable[Publication] = (), address: str = ""
) -> str:
    """Return what a message says of a publication.

    Args:
        publication: What it is about. A text message says what it says.
        others: Where a message made of it (``of``) may be; that one wins.
        address: Where more is to be read, put at the end.
    """
    own = [
        one
        for one in others
        if one.of == publication.id and one.kind is PublicationKind.SMS
    ]
    source = own[0] if own else publication
    if source.kind is PublicationKind.SMS:
        said = " ".join(one.text for one in blocks(source))
    else:
        told = (source.title, source.summary)
        said = " ".join(stopped(one) for one in told if one)
    return f"{said} Xem: {address}" if address else said
