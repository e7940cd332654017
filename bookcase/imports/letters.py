"""Stage 1: the letters themselves.

After it the text is NFC, Đ is never Eth, and no soft hyphen, zero-width or control
character and no known private-use symbol is left.
"""

from __future__ import annotations

import re
import unicodedata

from bookcase.imports.draft import Draft, Guess, Line, Repair, TextKind

_BOX, _BULLET = "□", "-"
_SYMBOLS = {
    "\uf0a3": _BOX,
    "\uf07f": _BOX,
    "\uf097": _BOX,
    "\uf071": _BOX,
    "\uf06f": _BOX,
    "\uf02a": _BOX,
    "\x86": _BOX,
    "\uf0e5": "∑",
    "\uf053": "Σ",
    "\uf0b4": "×",
    "\uf044": "Δ",
    "\uf0b7": _BULLET,
    "\uf02d": _BULLET,
    "\uf0a7": _BULLET,
    "\uf0d8": _BULLET,
}
_OTHERS = {
    "Ð": ("chữ Eth thay bằng Đ", "Đ"),
    "‟": ("dấu mở ngoặc kép ngược", "“"),
    "\u2011": ("gạch nối không ngắt", "-"),
    "\u00ad": ("gạch nối ẩn", ""),
}
_INVISIBLE = re.compile(
    "[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\U000e0100-\U000e01ef"
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x85\x87-\x9f]"
)
_PRIVATE_AT_START = re.compile("^\\s*[\ue000-\uf8ff](?=\\s)", re.MULTILINE)
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_TCVN3 = re.compile("[µ¸¶·¹¨»¾¼½Æ©ÊÇÈÉËÌÐÎÏÑÕÒÓÔÖ]{1,2}(?=[a-z])")
_TCVN3_LEAST = 40
_SPACED = re.compile(r"^\s*Ph\s*ụ\s*l\s*ụ\s*c(?=\s|$)", re.MULTILINE)
_ODD = re.compile("[^\n -~À-ỹ–—‘-”…]|Ð")


def read_letters(kind: TextKind, number: str, text: str) -> Draft:
    """Return the first draft of a text."""
    repaired, repairs = repair(text)
    lines = tuple(
        Line(" ".join(line.split()), position)
        for position, line in enumerate(repaired.split("\n"), start=1)
        if line.strip()
    )
    return Draft(kind, number, lines, lines, (), repairs, _doubts(repaired))


def repair(text: str) -> tuple[str, tuple[Repair, ...]]:
    """Return a text with its letters repaired, and the repairs by class.

    >>> repair("QÐ")
    ('QĐ', (Repair(what='chữ Eth thay bằng Đ', count=1),))
    """
    counts: dict[str, int] = {}
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _ODD.search(text):
        text = _replace_odd(text, counts)
    composed = unicodedata.normalize("NFC", text)
    if composed != text:
        counts["dạng tổ hợp (NFD) thành dựng sẵn (NFC)"] = 1
    composed = _SPACED.sub(lambda found: _closed(found, counts), composed)
    return composed, tuple(Repair(what, count) for what, count in counts.items())


def _replace_odd(text: str, counts: dict[str, int]) -> str:
    for char, (what, new) in _OTHERS.items():
        if count := text.count(char):
            counts[what] = count
            text = text.replace(char, new)
    for char, new in _SYMBOLS.items():
        if count := text.count(char):
            what = f"ký hiệu phông riêng U+{ord(char):04X} thay bằng {new}"
            counts[what] = count
            text = text.replace(char, new)
    text = _counted(_INVISIBLE, "", "ký tự không in được", text, counts)
    return _counted(
        _PRIVATE_AT_START, _BULLET, "dấu đầu dòng phông riêng thay bằng -", text, counts
    )


def _closed(found: re.Match[str], counts: dict[str, int]) -> str:
    """Close up the letters of “Ph ụ lụ c”."""
    if found[0].strip() != "Phụ lục":
        what = "khoảng trắng giữa các chữ cái"
        counts[what] = counts.get(what, 0) + 1
    return "Phụ lục"


def _counted(
    pattern: re.Pattern[str], new: str, what: str, text: str, counts: dict[str, int]
) -> str:
    text, count = pattern.subn(new, text)
    if count:
        counts[what] = count
    return text


def _doubts(text: str) -> tuple[Guess, ...]:
    doubts: list[Guess] = []
    if left := sorted(set(_PRIVATE.findall(text))):
        doubts.append(
            Guess(
                "ký hiệu phông riêng để nguyên",
                0,
                "không rõ nghĩa: "
                + ", ".join(sorted({f"U+{ord(c):04X}" for c in left})),
                0.3,
            )
        )
    if len(_TCVN3.findall(text)) >= _TCVN3_LEAST:
        doubts.append(
            Guess("có vẻ là bảng mã TCVN3", 0, "nhiều chữ của phông .VnTime", 0.8)
        )
    return tuple(doubts)
