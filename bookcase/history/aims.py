"""What the words of a legal basis lead to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from bookcase.citations.context import Context
from bookcase.citations.known import acts_of
from bookcase.citations.resolve import Found, resolve
from bookcase.citations.scan import find
from bookcase.model.publication import basis_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bookcase.citations.known import Acts
    from bookcase.citations.resolve import Resolved
    from bookcase.model.library import Library
    from bookcase.model.publication import Basis, Publication


class Aimed(StrEnum):
    """How far the words of a basis lead."""

    HELD = "held"
    NOT_HELD = "not-held"
    UNKNOWN = "unknown"
    AMBIGUOUS = "ambiguous"
    SEVERAL = "several"  # more than one act in one basis
    NOWHERE = "nowhere"  # no provision or act is named


@dataclass(frozen=True, slots=True)
class Aim:
    """The provisions that a basis names.

    ``units`` are their addresses, none for the whole act; ``candidates`` are the acts
    that an ambiguous or manifold one may mean.
    """

    aimed: Aimed
    work: str = ""
    units: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()


def aim(cite: str, acts: Acts, day: date) -> Aim:
    """Return what a basis leads to, as an editor wrote it.

    Args:
        cite: *khoản 1 Điều 15 Luật Hộ tịch số 60/2014/QH13*.
        acts: What there is.
        day: The day that it is read on: of acts with one title, the last by then.
    """
    context = Context(day=day)
    found = [resolve(one, context, acts) for one in find(cite, acts.titles)]
    main = [one for one in found if one.unit] or found[:1]
    if not main:
        return Aim(Aimed.NOWHERE)
    unclear = next((one for one in main if one.status is Found.AMBIGUOUS), None)
    if unclear:
        return Aim(Aimed.AMBIGUOUS, candidates=unclear.candidates)
    works = tuple(dict.fromkeys(one.work for one in main))
    if len(works) > 1:
        return Aim(Aimed.SEVERAL, candidates=works)
    units = tuple(one.unit for one in main if one.unit)
    return Aim(_aimed(main[0]), works[0], units)


def aims(
    library: Library, day: date
) -> Iterator[tuple[Publication, tuple[tuple[Basis, Aim], ...]]]:
    """Yield each publication with its bases and what they lead to."""
    acts = acts_of(library)
    for one in library.publications:
        yield one, tuple((basis, aim(basis.cite, acts, day)) for basis in basis_of(one))


def _aimed(found: Resolved) -> Aimed:
    if found.status is Found.NOT_HELD:
        return Aimed.NOT_HELD
    return Aimed.UNKNOWN if found.status is Found.UNKNOWN else Aimed.HELD
