"""Short names given in passing: ``… (sau đây gọi tắt là X)``, ``…, gọi chung là X``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bookcase.legal.words import folded
from bookcase.terms.heads import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

_CALLED = re.compile(r"(?:gọi|viết) (?P<how>(?:(?:tắt|chung|gọn|riêng) )*)là:?\s+")
_BEFORE = re.compile(
    r"(?P<open>\()?\s*,?\s*(?P<here>(?:sau|dưới|trên) đây,? )?(?:được )?$"
)
_REACH = 24
"""What opens a short name stands at most so many letters before it."""
_ENDS = ",.;:()\n"
_SENTENCE = re.compile(r"[.;:]\s")
_SINGLE = 2
_MANY = 12
_SHOWN = 240
_LEAD = re.compile(r"(?:các|những) ", re.IGNORECASE)
_ACTS = re.compile(
    r"(?:luật|bộ luật|pháp lệnh|nghị định|thông tư|nghị quyết|quyết định|công văn"
    r"|hiến pháp|văn bản|chỉ thị|hiệp định)\b"
    r"|(?:quy (?:chế|định|chuẩn)|điều lệ|tiêu chuẩn|đề án|chương trình|kế hoạch)$",
    re.IGNORECASE,
)
"""Short names of acts are citations; of one plan among many, a mark would mislead."""


def short_names(words: str, start: int = 0) -> Iterator[tuple[str, str]]:
    """Yield each short name in a line, and the long one before it.

    Args:
        words: The line.
        start: Where to begin to look.
    """
    for found in _CALLED.finditer(words, start):
        at = found.start()
        opened = _BEFORE.search(words, max(0, at - _REACH), at)
        if opened is None or not (opened["here"] or found["how"]):
            continue
        until = _end(words, found.end(), bracket=bool(opened["open"]))
        name = _LEAD.sub("", clean(words[found.end() : until]))
        if _is_name(name) and not _is_quoted(words, at):
            yield name, _long(words[: opened.start()])


def _end(words: str, start: int, *, bracket: bool) -> int:
    if bracket and (end := words.find(")", start)) >= 0:
        return end
    return min(
        (at for mark in _ENDS if (at := words.find(mark, start)) >= 0),
        default=len(words),
    )


def _is_name(name: str) -> bool:
    count = len(name.split())
    if not 0 < count <= _MANY or len(name) < _SINGLE or "(" in name:
        return False
    if count == 1 and not name.isupper():
        return False
    return not _ACTS.match(name) and name[0].isalnum()


def _is_quoted(words: str, at: int) -> bool:
    """Tell words that go into another act."""
    return words.count("“", 0, at) > words.count("”", 0, at)


def _long(before: str) -> str:
    """Return the sentence so far; where it is long, its end."""
    starts = [found.end() for found in _SENTENCE.finditer(before)]
    said = folded(before[starts[-1] if starts else 0 :]).rstrip(" ,(")
    if len(said) <= _SHOWN:
        return said
    return "… " + said[-_SHOWN:].partition(" ")[2]
