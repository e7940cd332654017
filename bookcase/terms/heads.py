"""Take a defining sentence apart: the term, its other names, what it means.

The grammar::

    sentence = ["Trong … này, "] head verb rest
    head     = words {"(" note ")"} [", sau đây gọi là " name ","]
    verb     = "là" | "được hiểu là" | "bao gồm" | "gồm" | … | ":" ["là" | "gồm"]
    note     = "sau đây gọi là " name | short | anything

What stands in brackets or quotation marks holds no verb. ``là`` behind ``gọi``,
``coi``, ``xem`` and the like belongs to them.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from bookcase.legal.words import NOTE_MARK


class Head(NamedTuple):
    """What a defining sentence says; ``end`` is where its ``rest`` begins."""

    words: str
    aliases: tuple[str, ...]
    rest: str
    end: int
    colon: bool = False


_LONGEST = 170
"""Longer heads are sentences about something else."""
_MANY = 34
_COLON_MANY = 14
_FEW = 7

_VERB = re.compile(
    r"(?:\s*,)?\s+(?:được (?:hiểu|định nghĩa|giải thích|xác định|quy ước) (?:là|như sau"
    r"|gồm|bao gồm)|(?:có )?nghĩa là|(?:được )?dùng để chỉ|được hiểu(?= )|bao gồm|gồm"
    r"|(?<!gọi )(?<!coi )(?<!xem )(?<!gọi tắt )(?<!gọi chung )(?<!gọi riêng )"
    r"(?<!viết tắt )(?<!viết gọn )(?<!hoặc )(?<!tức )(?<!không phải )là)"
    r"(?:\s*:)?(?=[\s“\"(\x00]|$)",
    re.IGNORECASE,
)
_COLON = re.compile(
    r"\s*:\s*(?:(?:là|bao gồm|gồm|được hiểu là)\b:?)?\s*", re.IGNORECASE
)
_LATE = re.compile(r"\s+được (?:xác định|tính|quy định)(?= )")
"""Taken only where the sentence holds no other verb."""
_GLUED = re.compile(r"(?<=\w{3})là (?=\w)")
_ACRONYM = re.compile(r"([A-ZĐ][A-ZĐ0-9&./-]{1,14})(?:\s*[-–=]\s*|\s+)(?=[A-ZĐ“]\w)")
_PREFIX = re.compile(
    r"(?:Trong|Tại|Theo|Ở)(?: phạm vi(?: điều chỉnh)?(?: của)?)? [^,:]{1,60}? này,? "
    r"(?:thì )?(?:(?:thuật|từ) ngữ,? )?",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\s*(?:(?:\d+(?:\.\d+)*|[a-zđ])[.)]|[-+•*–])\s*(?=\D)")
"""A number that was not read as one."""
_MASKED = re.compile(r"\([^()]*\)|“[^“”]*”|\"[^\"]*\"|«[^«»]*»")
_QUOTES = "“”\"«»'‘’"
_NOTE = re.compile(
    r"(?:(?:sau|dưới) đây\s+|trong [^,]{1,40} này\s+|hay\s+|còn\s+|hoặc\s+|được\s+)*"
    r"(?:(?:gọi|viết)(?: (?:tắt|chung|gọn|riêng|là))*(?: là)?|hay|tên viết tắt"
    r"|(?:theo |tên )*tiếng Anh(?: viết tắt)?(?: là)?)"
    r"\s*:?\s+(?P<name>.+)",
    re.IGNORECASE | re.DOTALL,
)
_COMMA_NOTE = re.compile(
    r",\s*(?:(?:sau|dưới) đây |còn )(?:được )?(?:gọi|viết)(?: (?:tắt|chung|gọn|riêng))?"
    r" là (?P<name>[^,]{2,80}?)(?=,|$)",
    re.IGNORECASE,
)
_HERE = re.compile(
    r"\s+(?:(?:được )?(?:quy định|nêu|nói|đề cập|sử dụng|dùng) )?(?:tại|trong|ở|của)"
    r" [^,]{1,30} này\s*$"
)
"""What only says that the term is this act's."""
_SHORT = re.compile(r"(?=.*[A-ZĐ])[\w&./-]{2,14}")
_HAY = re.compile(r"(.+?) (?:hay còn gọi là|hay là|hay|/) (.+)")
_NOT_TERMS = re.compile(
    r"(?:(?:các|những|một số|trong|từ|việc sử dụng)\s+)*(?:từ,? ngữ|thuật ngữ|khái niệm"
    r"|cụm từ|từ viết|chữ viết|ký hiệu viết|từ (?:sau|dưới) đây)\b|khi |nếu |giải thích"
    r" từ|căn cứ |đối với |ngoài |đây$|đó$|sau đây$|đồng thời|ví dụ|theo (?!dõi)|tùy "
    r"|như sau|trong đó|cụ thể|các (?:khoản|điểm|điều) |tại ",
    re.IGNORECASE,
)
_HOLE = "\x00"


def head(line: str, *, listed: bool = True) -> Head | None:
    """Take a line apart; None where it defines nothing.

    Args:
        line: The words of a unit's first line, footnote marks and all.
        listed: The line stands in a list of definitions, where a colon too, or a word
            glued to ``là``, opens a definition.
    """
    start = found.end() if (found := _NUMBER.match(line)) else 0
    start = found.end() if (found := _PREFIX.match(line, start)) else start
    masked = _MASKED.sub(lambda part: _HOLE * len(part[0]), line)
    parted = _parted(masked, start, listed=listed)
    if parted is None:
        return None
    until, begin, colon = parted
    words, aliases = _names(line[start:until])
    many = _COLON_MANY if colon and masked[until:begin].strip() == ":" else _MANY
    if not _is_term(words, many):
        return None
    rest = line[begin:].strip()
    return Head(words, aliases, rest, begin, colon)


def _parted(masked: str, start: int, *, listed: bool) -> tuple[int, int, bool] | None:
    """Return where the head ends, where the rest begins, whether a colon parts them."""
    verb = _VERB.search(masked, start)
    if not listed:
        return (verb.start(), verb.end(), False) if verb else None
    colon, glued = _COLON.search(masked, start), _GLUED.search(masked, start)
    firsts = [found for found in (verb, colon, glued) if found]
    if firsts:
        first = min(firsts, key=re.Match.start)
        return first.start(), first.end(), first is colon
    if acronym := _ACRONYM.match(masked, start):
        return acronym.end(1), acronym.end(), True
    late = _LATE.search(masked, start)
    return (late.start(), late.start(), False) if late else None


def _names(raw: str) -> tuple[str, tuple[str, ...]]:
    """Return the term without notes and marks, and its other names."""
    aliases: list[str] = []
    plain = NOTE_MARK.sub("", raw)
    for note in re.findall(r"\(([^()]*)\)", plain):
        aliases += _noted(note)
    plain = re.sub(r"\s*\([^()]*\)", "", plain)
    if found := _COMMA_NOTE.search(plain):
        aliases.append(found["name"])
        plain = plain[: found.start()] + plain[found.end() :]
    words, others = _either(clean(_HERE.sub("", plain)))
    names = dict.fromkeys(map(clean, (*others, *aliases)))
    return words, tuple(name for name in names if name and name != words)


def _noted(note: str) -> list[str]:
    note = note.strip()
    if found := _NOTE.fullmatch(note):
        name = found["name"]
        return [] if len(name.split()) > _FEW * 2 else [name]
    return [note] if _SHORT.fullmatch(note) else []


def _either(words: str) -> tuple[str, tuple[str, ...]]:
    """Part ``X hay Y`` and ``X/Y`` where both are names of one thing.

    They are told by their first syllable, or by a short name in capitals.
    """
    found = _HAY.fullmatch(words.replace("/", " / "))
    if not found or "," in words:
        return words, ()
    one, other = found[1].strip(), found[2].strip()
    if "/" in one + other or " hay " in other:
        return words, ()
    alike = len(one.split()) == len(other.split()) if "/" in words else False
    alike = alike or one.split()[0].lower() == other.split()[0].lower()
    if (alike and " " in one and " " in other) or _SHORT.fullmatch(other):
        return one, (other,)
    return words, ()


def clean(words: str) -> str:
    """Take the quotation marks and stray punctuation off a name."""
    words = " ".join(words.split())
    return words.strip(f" ,;:.-–…\\{_QUOTES}").translate(_NO_QUOTES)


_NO_QUOTES = {ord(mark): None for mark in '“”"«»'}


def _is_term(words: str, many: int) -> bool:
    if not 1 < len(words) <= _LONGEST or len(words.split()) > many:
        return False
    if not words[0].isalnum() or not any(c.isalpha() for c in words):
        return False
    return not (
        _NOT_TERMS.match(words) or ". " in words or ";" in words or "…" in words
    )
