"""The act behind a list of provisions: another's, the text's own, or none of ours."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bookcase.citations.naming import ActName, OwnName, stranger

if TYPE_CHECKING:
    from bookcase.citations.anchors import Place

_TO_ACT = re.compile(
    r"[\s,]*(?:(?:sửa\s+đổi,\s+bổ\s+sung\s+của|của|tại|thuộc|trong|(?:được\s+)?(?:ban\s+hành|quy\s+định|đính)(?:\s+kèm)?"
    r"(?:\s+(?:theo|tại))?|kèm(?:\s+theo)?|sau\s+đây)\s+)*"
)
_OF_THIS = re.compile(r"\s+(?:(?:của|tại|trong)\s+)?")
_OTHERS = (
    r"Quy\s+chế|Quy\s+định|Điều\s+lệ|Nội\s+quy|Quy\s+chuẩn|Quy\s+trình|Quy\s+tắc|Đề\s+án"
    r"|Chương\s+trình|Danh\s+mục|Hướng\s+dẫn|Định\s+mức|Tiêu\s+chuẩn"
)
_OTHER = re.compile(
    rf"(?:(?P<issued>(?:{_OTHERS}))(?P<this>\s+này(?!\w))?|Hiệp\s+định|Công\s+ước"
    r"|Nghị\s+định\s+thư|Hiệp\s+ước|Hợp\s+đồng|Điều\s+ước|Tuyên\s+bố|Bản\s+ghi\s+nhớ"
    r"|TCVN|QCVN|CITES|Thỏa\s+thuận)"
)
"""What has articles and is no act itself."""
_ISSUED_WITH = re.compile(r"[^.;:]{0,200}?(?:ban\s+hành\s+)?kèm\s+theo\s+")
STRANGER = -2
"""How an act is told that nobody knows: by its type only, or by a strange title."""
NO_ACT = -3
"""How a place is said to lead out of our acts: to a treaty, a contract, a statute."""
_REGULATIONS = ("Quy chế này", "Quy định này", "Điều lệ này")
REGULATION = "@kt"
"""How *Quy chế này* is said: the regulation that the text is in."""


class Behind(NamedTuple):
    """The act behind a list; ``at`` is -1 where there is none."""

    at: int
    end: int
    act: ActName | None = None
    own: str = ""
    within: str = ""


def behind_of(
    text: str,
    pos: int,
    types: list[Place],
    acts: dict[int, ActName | OwnName],
    *,
    this: bool,
) -> Behind:
    """Return the act that the provisions before a place are of.

    Args:
        text: The text.
        pos: Where the list of provisions ends.
        types: The words for types of acts.
        acts: The acts that are named, by the places where they begin.
        this: The list ends with *Điều này* or the like: a comma parts it from an act.
    """
    if text[pos : pos + 1] not in {" ", ",", "\u00a0"} and not acts:
        return Behind(-1, pos)
    between = (_OF_THIS if this else _TO_ACT).match(text, pos)
    at = between.end() if between else pos
    if at in acts:
        return _of(acts[at])
    if type_ := next((one for one in types if one[0] == at), None):
        unknown = stranger(text, type_)
        return Behind(STRANGER, unknown.end, unknown)
    if other := _OTHER.match(text, at):
        return _of_other(text, other, acts)
    return Behind(-1, pos)


def _of(act: ActName | OwnName, within: str = "") -> Behind:
    if isinstance(act, OwnName):
        within = within if act.type else REGULATION
        return Behind(act.start, act.end, own=act.type or within, within=within)
    return Behind(act.start, act.end, act, within=within)


def _of_other(
    text: str, other: re.Match[str], acts: dict[int, ActName | OwnName]
) -> Behind:
    """A regulation issued with an act, or what is no act of ours at all."""
    end = other.end()
    if other["this"]:
        return Behind(STRANGER, end, own=REGULATION, within=REGULATION)
    if other["issued"]:
        issued = _ISSUED_WITH.match(text, end)
        if issued and issued.end() in acts:
            return _of(acts[issued.end()], "kt1")
    return Behind(NO_ACT, end)


def regulations(text: str) -> dict[int, ActName | OwnName]:
    """Return where *Quy chế này* names the regulation that the text is in."""
    found: dict[int, ActName | OwnName] = {}
    for words in _REGULATIONS:
        at = text.find(words)
        while at >= 0:
            found[at] = OwnName(at, at + len(words), "")
            at = text.find(words, at + 1)
    return found
