"""Mends the rows of the register: numbers, titles and issuers that ran together."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from bookcase.metadata import days
from bookcase.metadata.issuers import issuer_keys, names

if TYPE_CHECKING:
    from collections.abc import Callable

    from bookcase.model.lists import Lists

_NUMBER = r"\d+[a-z]?(?:[/-][\w&.()-]+)+"
_JOINED = re.compile(r"\s*(?P<more>[/-]\s?\w[\w&/.-]*|[A-ZĐ]+/[A-ZĐ]+)\s+(?P<rest>.*)")
_AFTER_SLASH = re.compile(r"(?P<more>[A-ZĐ][\w&-]*)\s+(?P<rest>.*)")
_INSIDE = re.compile(
    rf"(?:\w+\s)?(?:quyết\s)?(?:số\s?:?\s*)?(?P<number>{_NUMBER})\s+(?P<rest>.*)",
    re.IGNORECASE,
)
_NOTE_MARK = re.compile(r"\(\d\)?$")
_LEADING_NOTE = re.compile(r"^\(\d\)\s*")
_TAIL = re.compile(
    r"(?P<rest>.*?)[\s,.]*\bngày\s+(?P<day>\d{1,2}/\d{1,2}/\d{4})\s+của\s+"
    r"(?P<issuer>(?:(?!ngày \d{1,2}/\d{1,2}/\d{4} của).)+)",
    re.DOTALL,
)
_FORCE = re.compile(r",?\s*có hiệu lực (?:thi hành )?kể từ ngày\s+\d+/\d+/\d+\s*$")
_NAMED = ("luat", "bo-luat", "phap-lenh")


@dataclass(frozen=True, slots=True)
class Draft:
    """A row on its way to an entry; ``notes`` say what was mended."""

    line: int
    number: str
    type: str
    type_name: str
    title: str
    issuer: str
    issued: date | None
    effective: date | None
    item_id: str
    seen_in: tuple[str, ...]
    as_given: str = ""
    notes: tuple[str, ...] = ()


class Fixer:
    """Mends drafts; holds the names of issuers prepared once."""

    def __init__(self, lists: Lists) -> None:
        """Prepare for the issuers of the closed list."""
        self.known = names(lists.issuers)
        self.steps: tuple[Callable[[Draft], Draft], ...] = (
            clean,
            join_number,
            find_number,
            close_bracket,
            shape_number,
            self.part_issuer,
            borrowed_number,
            name_title,
        )

    def __call__(self, draft: Draft) -> Draft:
        """Return the draft, mended."""
        for step in self.steps:
            draft = step(draft)
        return draft

    def part_issuer(self, draft: Draft) -> Draft:
        """Give back to the title what stood before the issuer's name.

        A title that names another act ("… của Chính phủ về …") was cut at its first
        "của"; the act's own day and issuer come last.
        """
        if not draft.issuer or issuer_keys(draft.issuer, self.known):
            return draft
        words = _FORCE.sub("", draft.issuer)
        match = _TAIL.fullmatch(words)
        if match and issuer_keys(match["issuer"], self.known):
            day = days.read_day(_iso(match["day"]))
            return _noted(
                replace(
                    draft,
                    title=f"{draft.title} của {match['rest']}",
                    issuer=match["issuer"],
                    issued=day if isinstance(day, date) else None,
                ),
                "tách cơ quan ban hành khỏi tên văn bản",
            )
        title = f"{draft.title} của {words}"
        return _noted(
            replace(draft, title=title, issuer=""), "không rõ cơ quan ban hành"
        )


def clean(draft: Draft) -> Draft:
    """Put letters in one form, and take marks off the ends of the number."""
    number = unicodedata.normalize("NFC", draft.number).replace("Ð", "Đ")
    tidy = number.strip(" .'\"")
    draft = replace(
        draft,
        number=tidy,
        title=unicodedata.normalize("NFC", draft.title).replace("Ð", "Đ").strip(),
        issuer=unicodedata.normalize("NFC", draft.issuer).replace("Ð", "Đ").strip(),
    )
    return draft if tidy == draft.number == number else _noted(draft, "bỏ dấu thừa")


def join_number(draft: Draft) -> Draft:
    """Fetch the rest of a number from the beginning of the title."""
    if not draft.number[:1].isdigit():
        return draft
    pattern = _AFTER_SLASH if draft.number.endswith("/") else _JOINED
    match = pattern.fullmatch(draft.title)
    if not match:
        return draft
    more = match["more"].replace(" ", "")
    link = "" if more[0] in "/-" or draft.number.endswith("/") else "-"
    number = f"{draft.number}{link}{more}"
    return _noted(
        replace(draft, number=number, title=match["rest"]),
        f"số {number} bị cắt, phần sau nằm ở tên",
    )


def find_number(draft: Draft) -> Draft:
    """Find the number of an act whose column holds a word instead."""
    if any(sign.isdigit() for sign in draft.number) or not draft.number:
        return draft
    match = _INSIDE.fullmatch(draft.title)
    if match:
        return _noted(
            replace(draft, number=match["number"], title=match["rest"]),
            f"số {match['number']} nằm ở tên",
        )
    if not draft.title:
        return replace(draft, number="")
    title = draft.title.removeprefix("số ")
    if not title.startswith(f"{draft.number} "):
        title = f"{draft.number} {title}"
    return _noted(replace(draft, number="", title=title), "không có số")


def close_bracket(draft: Draft) -> Draft:
    """Close a bracket in a number whose other half went to the title."""
    title = _LEADING_NOTE.sub("", draft.title)
    if "(" not in draft.number or ")" in draft.number:
        return draft if title == draft.title else replace(draft, title=title)
    number = _NOTE_MARK.sub("", draft.number)
    if "(" in number:
        number += ")"
    title = draft.title.removeprefix(")").strip()
    return _noted(
        replace(draft, number=number, title=title), f"số {number} bị cắt ở dấu ngoặc"
    )


def shape_number(draft: Draft) -> Draft:
    """Write the letters of a number as numbers are written."""
    number = draft.number.replace("_", "-").replace("QD-TTg", "QĐ-TTg")
    number = re.sub(r"(?<=[A-ZĐ])\.(?=[A-ZĐ])", "-", number)
    plain = number.replace("TTg", "")
    if re.search(r"[a-zđ]{2}|[A-ZĐ][a-zđ]$", plain):
        number = number.upper().replace("-TTG", "-TTg")
    if number == draft.number:
        return draft
    return _noted(replace(draft, number=number), f"số viết lại thành {number}")


def borrowed_number(draft: Draft) -> Draft:
    """Drop a number that is the amended act's: the own title names it."""
    if draft.number not in draft.title or not older_number(draft):
        return draft
    note = f"số {draft.number} là của văn bản được sửa đổi"
    return _noted(replace(draft, number=""), note)


def older_number(draft: Draft) -> bool:
    """Tell whether the number names an earlier year than the one of issue."""
    year = re.search(r"/((?:19|20)\d\d)/", draft.number)
    return bool(year and draft.issued and int(year[1]) < draft.issued.year)


def name_title(draft: Draft) -> Draft:
    """Begin a title with a capital letter, a law's with the word for its type."""
    title = re.sub(r"\s+", " ", draft.title).strip(" .;,")
    if not title:
        return replace(draft, title="")
    if draft.type in _NAMED and not _starts(title, draft.type_name):
        title = f"{draft.type_name} {title}"
    return replace(draft, title=title[0].upper() + title[1:])


def _starts(title: str, name: str) -> bool:
    return title.lower().startswith(name.lower())


def _iso(day: str) -> str:
    first, second, year = day.split("/")
    return f"{year}-{second:0>2}-{first:0>2}"


def _noted(draft: Draft, note: str) -> Draft:
    return replace(draft, notes=(*draft.notes, note))
