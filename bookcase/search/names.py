"""Names that people give to laws besides their titles: ``blds``, ``luật đđ 2024``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bookcase.search.normalise import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bookcase.search.records import Record

HOLDING = frozenset(
    {
        "con-hieu-luc",
        "het-hieu-luc-mot-phan",
        "ngung-hieu-luc-mot-phan",
        "theo-bo-phap-dien",
    }
)
"""States in which readers mostly want an act: it goes before its namesakes."""
_TYPES = {
    "luat": ("luat",),
    "bo-luat": ("bo", "luat"),
    "phap-lenh": ("phap", "lenh"),
}
_BY_NUMBER = frozenset(
    {
        "nghi-dinh",
        "nghi-quyet",
        "quyet-dinh",
        "chi-thi",
        "thong-tu",
        "thong-tu-lien-tich",
    }
)
"""Types of acts that people know by a number alone: ``nghị định 100``."""
_AND = "va"
_YEAR = re.compile(r"/([12][0-9]{3})/")
_FIRST = re.compile(r"0*([0-9]+)/")


def short_names(head: Record) -> Iterator[str]:
    """Yield what people call an act, folded: initials, and each name with the year.

    Two laws may share initials; both are then found under them.
    """
    yield from _by_number(head)
    type_ = _TYPES.get(head.kind)
    if type_ is None:
        return
    names = [words(name) for name in (head.parent, *head.names)]
    rests = {name[len(type_) :] for name in names if name[: len(type_)] == type_}
    forms = {" ".join(name) for name in names}
    for rest in filter(None, (_before_number(rest) for rest in rests)):
        forms |= {*_forms(type_, rest), *_first_half(type_, rest)}
    yield from sorted(forms)
    if year := _YEAR.search(head.number):
        yield from (f"{form} {year[1]}" for form in sorted(forms))


def _first_half(type_: Sequence[str], rest: Sequence[str]) -> Iterator[str]:
    """Yield ``luat hon nhan`` for the law of ``hon nhan va gia dinh``."""
    first = rest[: rest.index(_AND)] if _AND in rest else ()
    if len(first) > 1:
        yield " ".join((*type_, *first))
        yield " ".join((type_[-1], *first))


def _by_number(head: Record) -> Iterator[str]:
    """Yield ``nghi dinh 100`` and ``nd 100``, and each with the year."""
    first, year = _FIRST.match(head.number), _YEAR.search(head.number)
    if first is None or head.kind not in _BY_NUMBER:
        return
    type_ = head.kind.split("-")
    for form in (" ".join(type_), _initials(type_)):
        yield f"{form} {first[1]}"
        if year:
            yield f"{form} {first[1]} {year[1]}"


def _before_number(rest: Sequence[str]) -> tuple[str, ...]:
    """Return the title's own words: a number that follows is no part of it."""
    end = next((at for at, word in enumerate(rest) if word[:1].isdigit()), len(rest))
    return tuple(rest[: end - 1] if end < len(rest) else rest)


def _forms(type_: Sequence[str], rest: Sequence[str]) -> Iterator[str]:
    """Yield ``bo luat dan su``, ``luat dan su``, ``bo luat ds`` and ``blds``."""
    bare = [word for word in rest if word != _AND]
    for initials in {_initials(rest), _initials(bare)}:
        yield _initials(type_) + initials
        yield " ".join((*type_, initials))
        yield f"{type_[-1]} {initials}"
    for own in (rest, bare):
        yield " ".join((*type_, *own))
        yield " ".join((type_[-1], *own))


def _initials(found: Sequence[str]) -> str:
    return "".join(word[0] for word in found)
