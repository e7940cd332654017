"""What a document calls other acts: by its own short names, by titles it dated before.

*Luật Đất đai số 31/2024/QH15 (sau đây gọi là Luật Đất đai)* makes *Luật Đất đai* the
act of that number in the whole document, and *Nghị định số 123* whatever bears that
short name there. A title that stands with its number or its day means that act wherever
it stands alone; a number without a year means the act whose day is told once.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bookcase.citations.acts import name_key
from bookcase.citations.context import Context, Names
from bookcase.citations.resolve import Found, resolve
from bookcase.citations.scan import Citation, find_all
from bookcase.citations.titles import Titles

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from bookcase.citations.known import Acts
    from bookcase.citations.naming import ActName

_CALLED = re.compile(
    r"(?:sau\s+đây|dưới\s+đây|sau\s+này)\s+(?:được\s+)?(?:gọi|viết)(?:\s+(?:tắt|chung))*"
    r"\s+là\s*:?\s*[“\"]?((?:Bộ\s+)?[Ll]uật|Pháp\s+lệnh|Nghị\s+(?:định|quyết)|Thông\s+tư"
    r"(?:\s+liên\s+tịch)?|Quyết\s+định|BL[A-Z]+)(?P<rest>[^)”\";.]{0,60})"
)
_BASIS = re.compile(r"\s*Căn\s+cứ\s")
_SHORT = re.compile(r"số\s+(\d+)")
_MARKS = ("đây", "này")
_ITSELF = re.compile(r"\s+này(?!\w)")
_TITLED = frozenset({"luat", "bo-luat", "phap-lenh", "hien-phap"})


def names_of(
    lines: Iterable[str], acts: Acts, day: date | None = None, work: str = ""
) -> Names:
    """Return what a document calls other acts.

    Args:
        lines: Its paragraphs, composed (NFC), in their order.
        acts: What there is.
        day: The day that it speaks from.
        work: The id of its act, empty for none.
    """
    rows = list(lines)
    return names_from(rows, dict(find_all(rows, acts.titles)), acts, day, work)


def names_from(
    rows: Sequence[str],
    citations: Mapping[int, tuple[Citation, ...]],
    acts: Acts,
    day: date | None = None,
    work: str = "",
) -> Names:
    """Return what a document calls other acts, by the citations found in its rows.

    Args:
        rows: Its paragraphs.
        citations: The citations of those that have any, by their places in ``rows``.
        acts: What there is.
        day: The day that it speaks from.
        work: The id of its act, empty for none.
    """
    context = Context(work, day=day)
    told: dict[str, str] = {}
    numbers: dict[str, str] = {}
    for place, found in citations.items():
        line = rows[place]
        if not found or not _may_tell(line):
            continue
        named = [(one.act, one.end) for one in found if one.act]
        basis = _BASIS.match(line) is not None
        for act, _ in named:
            _learn_number(act, numbers)
            if id_ := _titled(act, context, acts, basis=basis):
                told.setdefault(_key(act), id_)
        _learn_called(line, named, told, context, acts)
    return Names(told, numbers, Titles(told))


def _may_tell(line: str) -> bool:
    """Tell whether a line may say what another act is called, at little cost."""
    dated = "ngày" in line or "/" in line
    return (dated and (" số " in line or "Luật" in line)) or any(
        f" {mark} " in line and " là " in line for mark in _MARKS
    )


def _learn_number(act: ActName, numbers: dict[str, str]) -> None:
    """Keep a number that names no year, with the day that stands behind it once."""
    if act.number and act.issued:
        day = f"-{act.issued.isoformat()}"
        if act.id.endswith(day):
            numbers.setdefault(act.id.removesuffix(day), act.id)


def _titled(act: ActName, context: Context, acts: Acts, *, basis: bool) -> str:
    """Return the act that a title means from here on, empty where it tells nothing new.

    A title counts where the act says what it is based on, or where none else is known.
    """
    if act.type not in _TITLED or act.title.lower().startswith("sửa đổi"):
        return ""
    if act.number:
        return act.id if act.title and (basis or _key(act) not in acts.by_name) else ""
    return _target(act, context, acts) if basis and act.key and act.issued else ""


def _key(act: ActName) -> str:
    return act.key or name_key(act.type.replace("-", " "), act.title)


def _learn_called(
    line: str,
    named: list[tuple[ActName, int]],
    told: dict[str, str],
    context: Context,
    acts: Acts,
) -> None:
    """Keep the short names that a line gives.

    Each means the act of its type that begins what is described before it.
    """
    for found in _CALLED.finditer(line):
        rest = found["rest"].strip(" ,:“")
        if "/" in rest or _ITSELF.match(line, found.end(1)):
            continue
        begin = max(
            line.rfind("; ", 0, found.start()), line.rfind("), ", 0, found.start())
        )
        before = [
            act for act, end in named if begin < act.start and end <= found.start()
        ]
        same = [act for act in before if act.type == _type(found[1])] or before
        number = _SHORT.match(rest)
        if number:
            same = [a for a in same if re.match(rf"{number[1]}\s?/", a.number)] or same
        if same and (target := _target(same[0], context, acts)):
            told.setdefault(name_key(found[1], rest), target)


def _type(word: str) -> str:
    plain = name_key("", word).replace(" ", "-")
    return "bo-luat" if plain.startswith("bl") else plain


def _target(act: ActName, context: Context, acts: Acts) -> str:
    found = resolve(Citation(act.start, act.end, "", act), context, acts)
    return found.work if found.status is not Found.AMBIGUOUS else ""
