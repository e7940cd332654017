"""Read what the head of a gazette text says of the act: name, issuer, base."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bookcase.citations.acts import TYPES
from bookcase.imports.merged import acts_in
from bookcase.imports.numbers import NUMBER
from bookcase.imports.titles import JOINED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bookcase.imports.lookup import Lookup
    from bookcase.imports.record import Stated

_STOP = re.compile(
    r"(?:Căn cứ|Theo đề nghị|Xét|Điều 1\b|Chương I\b|QUYẾT|_{3,}|[A-ZÀ-Ỹ ,]+ NƯỚC CỘNG)"
)
_NOTE = re.compile(r"(?<=\D)\d{1,2}$")
_STATE = re.compile(r"(?:NƯỚC )?CỘNG H[ÒO][AÀ] XÃ HỘI CHỦ NGHĨA VIỆT NAM|_+")
_EDGE = re.compile(r"[\s_]+$")
LAWS = ("Luật", "Bộ luật", "Pháp lệnh")
"""Types whose name is a part of the act's own."""

_LED = JOINED | {"bỏ", "thế", "chính", "đổi", "sung"}
"""Words that lead up to another act: “… sửa đổi, bổ sung Thông tư số …”."""

_HEAD, _NAME_LINES = 14, 3


def printed_type(head: Sequence[str], lookup: Lookup) -> tuple[int, str] | None:
    """Return where the head prints the type of the act alone in a line, and its key."""
    for pos, line in enumerate(head[:_HEAD]):
        if line.isupper() and (key := lookup.type_key(_NOTE.sub("", line).strip())):
            return pos, key
    return None


def printed_title(head: Sequence[str], lookup: Lookup) -> str:
    """Return the act's name as the head prints it below its type; empty if unsure."""
    found = printed_type(head, lookup)
    if found is None:
        return _law_title(head)
    name = lookup.names[found[1]]
    lines = _name_lines(head[found[0] + 1 :], name, lookup)
    title = _NOTE.sub("", " ".join(lines))
    return f"{name} {title}" if title and name in LAWS else title


def _name_lines(lines: Sequence[str], name: str, lookup: Lookup) -> Iterator[str]:
    for line in lines[:_NAME_LINES]:
        cut = cut_title(line, name)
        if cut != line:
            yield cut
            return
        numbered = NUMBER.search(line[:60]) and not line[0].islower()
        if _STOP.match(line) or numbered or lookup.find_issuers(line).rest == "":
            return
        yield line


def _law_title(head: Sequence[str]) -> str:
    """Laws print type and name in one line of capitals: ``LUẬT ĐẤT ĐAI``."""
    for line in head[:_HEAD]:
        if re.match(r"(?:LUẬT|BỘ LUẬT|PHÁP LỆNH) ", line) and line.isupper():
            return line
    return ""


def printed_issuer(lines: Sequence[str], lookup: Lookup) -> tuple[str, ...]:
    """Return the issuers of the first line that names only them, in capitals."""
    for line in lines:
        plain = _STATE.sub("", line).strip()
        found = lookup.find_issuers(plain) if plain.isupper() else None
        if found and found.keys and not found.rest:
            return found.keys
    return ()


def without_type(title: str, type_name: str) -> str:
    """Take the type's name in capitals off the front of a title.

    A law's name begins with it: there it is only written small.

    >>> without_type("LUẬT Công đoàn", "Luật")
    'Luật Công đoàn'
    """
    mark = type_name.upper()
    if not title.startswith(f"{mark} "):
        return title
    rest = title[len(mark) :].strip()
    if type_name in LAWS:
        return title if rest.isupper() else f"{type_name} {rest}"
    return rest


def base_act(head: Sequence[str], lookup: Lookup) -> Stated | None:
    """Return the act that a consolidated text rests on.

    It is the first of the text's own type that the head numbers and that no other words
    lead up to (“… của Thông tư số …”); if all are led up to, the first.
    """
    found = printed_type(head, lookup)
    keys = {found[1]} if found else {TYPES[name] for name in LAWS}
    led: list[Stated] = []
    for line in head[:_HEAD]:
        for pos, act in acts_in(line):
            if TYPES[act.type] in keys:
                before = line[:pos].split()[-1:]
                if not before or before[0].lower() not in _LED:
                    return act
                led.append(act)
    return led[0] if led else None


def with_small_letters(title: str, head: Sequence[str]) -> str:
    """Return a title in capitals as a later line of the head begins with it."""
    if not title.isupper():
        return title
    starts = (line[: len(title)] for line in head)
    return next((one for one in starts if one != title == one.upper()), title)


def trimmed(title: str, *, noted: bool) -> str:
    """Take a rule, and a footnote's number where there are notes, off a title's end."""
    plain = _EDGE.sub("", title)
    return re.sub(r"(?<=[a-zđà-ỹ])\d{1,2}$", "", plain) if noted else plain


def cut_title(title: str, type_name: str) -> str:
    """Cut a title where the act's own citation follows it: “… Thông tư số 05/…”."""
    key = TYPES.get(type_name)
    names = "|".join(one for one, its in TYPES.items() if its == key) or type_name
    pattern = rf"(?<=\S)\s+(?:{names}) số {NUMBER.pattern} ngày"
    for found in re.finditer(pattern, title):
        before = title[: found.start()]
        if before.rsplit(" ", 1)[-1].lower() not in _LED:
            return before
    return title
