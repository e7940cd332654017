"""A document of communes' frames taken apart: two pages each become a tail.

Only what every body knows may stand in a tail: its glyphs, its graphics states, its
one named colour. A commune that needs more has no tail.
"""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING, Any

import pydyf

from bookcase.leaflets import join
from bookcase.leaflets.join import Tail
from bookcase.leaflets.pdfvalues import (
    bundle,
    content,
    identity_of,
    number_of,
    stream,
    written,
)
from bookcase.leaflets.setting import SIDES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_MARK = b"0.003922 0.007843 0.011765 "
"""The colour of ``mau-chung`` in the style sheet, as it is drawn."""
_FILLED = f"/{join.COLOUR} cs 0 sc".encode()
_STROKED = f"/{join.COLOUR} CS 0 SC".encode()
_STATE = re.compile(rb"/([\w.]+) gs")
_TEXT = re.compile(rb"/(\w+) [\d.]+ Tf|<([0-9a-f]+)>")
_UNKNOWN = re.compile(rb"(?m) Do$| scn$| sh$")
_TURN = 3
"""Steps that turn a page's axes; the body has made them when a tail's begin."""
_DIGITS = 4
"""Hexadecimal digits of a glyph's number."""
_KEYS = frozenset({"Type", "S", "K", "Pg", "P", "A", "Alt"})


class Frames:
    """The objects of a document of two pages for each commune."""

    def __init__(self, pdf: Any, glyphs: Mapping[str, frozenset[int]]) -> None:  # noqa: ANN401 - untyped
        """Find pages, marks and elements; the glyphs are those of every body."""
        self._objects, self._glyphs = pdf.objects, glyphs
        self._pages: list[Any] = [one for one in pdf.objects if _is_page(one)]
        root = self._at(pdf.catalog["StructTreeRoot"])
        self._marks = self._at(root["ParentTree"])["Nums"][1::2]
        self._sides = self._at(root["K"][0])["K"]

    def tail(self, number: int, place: str) -> Tail | None:
        """Take a commune's part, counted from 0; None when no body fits to it."""
        first = number * SIDES
        cover, back = self._drawn(first), self._drawn(first + 1)
        on_cover = len(self._marks[first])
        elements = self._elements(first, on_cover)
        drawn = content(cover), content(_shifted(back, on_cover))
        if elements is None or not all(map(self._fits, drawn)):
            return None
        pieces = (
            (join.COVER, stream(join.COVER, b"", drawn[0])),
            (join.BACK, stream(join.BACK, b"", drawn[1])),
            (join.BUNDLE, bundle(join.BUNDLE, elements)),
        )
        starts = (0, len(pieces[0][1]), len(pieces[0][1]) + len(pieces[1][1]))
        offsets = tuple((key, at) for (key, _), at in zip(pieces, starts, strict=True))
        data = b"".join(piece for _, piece in pieces)
        return Tail(data, place, offsets, tuple(elements), identity_of(data))

    def _at(self, reference: bytes) -> Any:  # noqa: ANN401 - any value of a PDF
        return self._objects[number_of(reference)]

    def _drawn(self, side: int) -> list[Any]:
        """Return a page's steps; the title's colour is named."""
        steps = self._at(self._pages[side]["Contents"]).stream
        return [_named(step) for step in steps[_TURN:-1]]

    def _fits(self, drawn: bytes) -> bool:
        """Tell whether every body can show what is drawn."""
        states = {one.decode() for one in _STATE.findall(drawn)}
        if not states <= join.STATES.keys() or _UNKNOWN.search(drawn):
            return False
        font: frozenset[int] = frozenset()
        for name, digits in _TEXT.findall(drawn):
            if name:
                font = self._glyphs.get(name.decode(), frozenset())
            elif not _glyphs(digits) <= font:
                return False
        return True

    def _elements(self, first: int, on_cover: int) -> dict[int, bytes] | None:
        """Write the elements of the structure of two pages under their new numbers."""
        (cover,), (back,) = (
            map(self._at, self._at(self._sides[side])["K"])
            for side in (first, first + 1)
        )
        frames = [self._at(one) for one in (*cover["K"], *back["K"])]
        below = [[*self._below(frame)] for frame in frames]
        numbers = self._numbers(first, below)
        numbers |= {cover.number: join.COVER_ELEMENT, back.number: join.BACK_ELEMENT}
        named = (join.NAME, join.CODE)[: len(cover["K"])]
        fixed = (*named, join.CONTACTS)
        if numbers[-1] > join.OWN or len(fixed) != len(frames):
            return None
        numbers |= {one.number: at for one, at in zip(frames, fixed, strict=True)}
        made: dict[int, bytes] = {}
        for frame, inner in zip(frames, below, strict=True):
            by = on_cover if frame is frames[-1] else 0
            for one in (frame, *inner):
                if set(one) - _KEYS:
                    return None
                made[numbers[one.number]] = written(_moved(one, by), numbers)
        return dict(sorted(made.items()))

    def _numbers(self, first: int, below: list[list[Any]]) -> dict[int, int]:
        """Give numbers to elements: those of marks in order, then all others.

        Under -1 stands the first number that is left.
        """
        numbers = {self._pages[first + one].number: join.PAGE for one in range(SIDES)}
        marked = [*self._marks[first], *self._marks[first + 1]]
        numbers |= {number_of(one): join.MARKED + at for at, one in enumerate(marked)}
        further = count(join.FURTHER)
        for element in (one for inner in below for one in inner):
            if element.number not in numbers:
                numbers[element.number] = next(further)
        full = len(marked) > join.MARKS
        return {**numbers, -1: join.OWN + 1 if full else next(further)}

    def _below(self, element: Any) -> Iterator[Any]:  # noqa: ANN401 - as above
        for kid in element["K"]:
            if isinstance(kid, bytes):
                child = self._at(kid)
                yield child
                yield from self._below(child)


def _is_page(value: Any) -> bool:  # noqa: ANN401 - as above
    return isinstance(value, dict) and value.get("Type") == "/Page"


def _moved(element: Mapping[str, Any], by: int) -> dict[str, Any]:
    kids = [one + by if isinstance(one, int) else one for one in element["K"]]
    return {**element, "K": kids}


def _shifted(steps: list[Any], by: int) -> list[Any]:
    return [
        pydyf.Dictionary({"MCID": step["MCID"] + by})
        if isinstance(step, dict)
        else step
        for step in steps
    ]


def _named(step: Any) -> Any:  # noqa: ANN401 - as above
    """Name the title's colour, where it is set."""
    if isinstance(step, bytes) and step.startswith(_MARK):
        return _FILLED if step.endswith(b"rg") else _STROKED
    return step


def _glyphs(digits: bytes) -> set[int]:
    starts = range(0, len(digits), _DIGITS)
    return {int(digits[at : at + _DIGITS], 16) for at in starts}
