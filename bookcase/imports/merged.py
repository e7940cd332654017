"""Read what an official consolidated text says of itself.

Its number and day stand where it is authenticated, behind the text, or at its head.
What it merges stands at its head — “… được sửa đổi, bổ sung bởi: 1. Luật số …” — and
in its first footnote — “Văn bản này được hợp nhất từ 02 Thông tư sau: - Thông tư …”.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bookcase.citations.acts import DAY, NUMBER, TYPE, TYPES, cleaned, day_behind
from bookcase.imports.record import Stated

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

TYPE_NAME = "Văn bản hợp nhất"
MERGED = "hợp nhất từ"
_NUMBER = r"\d{1,5}\s?/\s?VBHN\s?-\s?[A-ZĐÐ]+(?!\w)"
_PRINTED = re.compile(rf"(?:.*[|\s])?Số\s*:?\s*(?P<number>{_NUMBER})")
_IN_FILE_NAME = re.compile(r"(?<!\d)(\d{1,5})[-_]VBHN[-_]([A-ZĐ]+)(?![A-ZĐ])")
_AUTHENTICATED = "XÁC THỰC VĂN BẢN HỢP NHẤT"
_AMENDED = (
    r"(?:được|đã)\s+(?:sửa đổi|bổ sung|thay thế|bãi bỏ|đính chính)"
    r"[^:;.“]{0,60}?\s(?:bởi|theo)"
)
_LIST = re.compile(rf"{_AMENDED}(?:\s+(?:các|những)\s[^:;.“]{{0,40}})?\s*:")
_INLINE = re.compile(rf"{_AMENDED}(?:\s+các)?\s+(?=[A-ZĐ])")
_FOOTNOTE = re.compile(r"được hợp nhất (?:từ|trên cơ sở)\s[^:;.]{0,60}:")
_CORRECTED = re.compile(r"này được đính chính (?:bởi|theo|tại)\s+")
_BODY = re.compile(r"Căn cứ\s|(?:Điều|Chương|CHƯƠNG|Phần|PHẦN)\s+(?:\d|[IVX]|[Tt]hứ)")
_MARK = re.compile(r"(?:\[?\d{1,2}[.)\]]|[-–+•*]|[a-zđ]\))\s*")
_NEXT = re.compile(r"[^,;:.“]*?\s*(?:;|,|,?\s+và)\s+(?=[A-ZĐ])")
_BETWEEN = re.compile(r"[;:“]")
_NAMES = {key: name for name, key in reversed(TYPES.items())}
"""The name of each type, where a misprint has the same key the right one."""

_ENDS = (".", ";", ":", ")")
_TOP, _HEAD, _NEAR, _TITLE = 40, 16, 4, 240


@dataclass(frozen=True, slots=True)
class Merged:
    """What a text says; what it does not say is empty.

    Attributes:
        number: Its own number.
        issued: The day on which it was authenticated.
        amending: The acts that amended or corrected the base, as the head lists them.
        sources: The acts that its first footnote lists, the base first.
    """

    number: str = ""
    issued: date | None = None
    amending: tuple[Stated, ...] = ()
    sources: tuple[Stated, ...] = ()


def read_merged(lines: Sequence[str]) -> Merged:
    """Read the number, the day and the list of a consolidated text."""
    number, issued = _own(lines)
    return Merged(
        number, issued, tuple(_head_list(lines)), tuple(_footnote_list(lines))
    )


def number_in_name(name: str) -> str:
    """Return the number that a file's name has; empty for another text's.

    >>> number_in_name("hop-nhat_22-VBHN-VPQH.txt")
    '22/VBHN-VPQH'
    """
    found = _IN_FILE_NAME.search(name)
    return f"{found[1]}/VBHN-{found[2]}" if found else ""


def act_at(text: str, pos: int) -> tuple[Stated, int] | None:
    """Read the act whose type stands at a position, and where its number ends."""
    type_ = TYPE.match(text, pos)
    number = NUMBER.search(text, type_.end(), pos + _TITLE) if type_ else None
    if not type_ or not number or _BETWEEN.search(text, pos, number.start()):
        return None
    issued = day_behind(text, number.end())
    name = _NAMES[TYPES[type_[0]]]
    return Stated(MERGED, name, cleaned(number[0])[0], issued), number.end()


def acts_in(text: str) -> Iterator[tuple[int, Stated]]:
    """Yield every act that a text numbers, and where its type stands."""
    for type_ in TYPE.finditer(text):
        if act := act_at(text, type_.start()):
            yield type_.start(), act[0]


def _own(lines: Sequence[str]) -> tuple[str, date | None]:
    """Return number and day: those of the authentication, else those of the head."""
    places = [pos for pos, one in enumerate(lines) if one.endswith(_AUTHENTICATED)]
    for place in reversed(places):
        near = lines[place : place + 1 + _NEAR]
        if number := next(filter(None, map(_printed, near)), ""):
            return number, _day(" ".join(near))
    for pos, line in enumerate(lines[:_HEAD]):
        if number := _printed(line):
            return number, _day(" ".join(lines[pos : pos + 2]))
    return "", None


def _printed(line: str) -> str:
    found = _PRINTED.match(line)
    return cleaned(found["number"])[0] if found else ""


def _day(text: str) -> date | None:
    found = DAY.search(text)
    return day_behind(text, found.start()) if found else None


def _head_list(lines: Sequence[str]) -> Iterator[Stated]:
    """Yield the acts that the head lists, or names in its sentence."""
    stop = next((pos for pos, one in enumerate(lines) if _BODY.match(one)), len(lines))
    head = lines[: min(stop, _TOP)]
    for pos, line in enumerate(head):
        if found := _LIST.search(line):
            yield from _inline(line, found.end())
            yield from _items(head, pos + 1)
            return
    for line in head:
        if found := _INLINE.search(line):
            yield from _inline(line, found.end())
            return


def _footnote_list(lines: Sequence[str]) -> Iterator[Stated]:
    for pos, line in enumerate(lines):
        if _FOOTNOTE.search(line):
            last = pos + 1
            while last < len(lines) and _goes_on(lines[last]):
                last += 1
            yield from _items(lines[:last], pos + 1)
            return


def _goes_on(line: str) -> bool:
    return bool(act_at(line, _marked(line)) or _CORRECTED.search(line))


def _items(lines: Sequence[str], start: int) -> Iterator[Stated]:
    """Yield the act that each line of a list begins with."""
    for pos in range(start, len(lines)):
        line = lines[pos]
        at = _marked(line)
        if corrected := _CORRECTED.search(line):
            at = corrected.end()
        elif not at and not lines[pos - 1].endswith(_ENDS):
            continue  # the line goes on with the sentence before it
        if act := act_at(line, at):
            yield act[0]


def _inline(text: str, pos: int) -> Iterator[Stated]:
    """Yield the acts that follow one another in a sentence."""
    pos += len(text[pos:]) - len(text[pos:].lstrip())
    while act := act_at(text, pos):
        yield act[0]
        following = _NEXT.match(text, act[1])
        if not following:
            return
        pos = following.end()


def _marked(line: str) -> int:
    found = _MARK.match(line)
    return found.end() if found else 0
