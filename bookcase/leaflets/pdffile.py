"""A PDF file written from pydyf's objects under numbers of our choice."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Any

import pydyf

from bookcase.leaflets.pdfvalues import (
    bundle,
    content,
    ending,
    identity_of,
    reachable,
    rows,
    stream,
    trailer,
    written,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_HEAD = b"%PDF-1.7\n%\xf0\x9f\x96\xa4\n"
_PLAIN = "/Metadata"
"""The streams that are not packed: any program may read what a file says of itself."""


@dataclass(frozen=True, slots=True)
class File:
    """A written file.

    Attributes:
        data: Its bytes.
        table: Where its table of objects begins.
        size: One more than its highest number.
        root: The number of its catalogue.
        identity: Of what it holds, 32 hex digits.
        numbers: The new numbers, by the old.
    """

    data: bytes
    table: int
    size: int
    root: int
    identity: str
    numbers: Mapping[int, int]

    def value(self, value: Any) -> bytes:  # noqa: ANN401 - any value of a PDF
        """Write a value as it stands in the file."""
        return written(value, self.numbers)


def write(
    pdf: Any,  # noqa: ANN401 - untyped
    fixed: Mapping[int, int],
    absent: Mapping[int, int],
    first: int,
    info: int,
) -> File:
    """Write what the catalogue and the information lead to; the rest is left out.

    Args:
        pdf: The objects.
        fixed: New numbers that are given, by the old.
        absent: The same for objects that are named and are not there.
        first: The first of the numbers for all others; they are taken in order.
        info: The new number of the information.
    """
    held = reachable(pdf.objects, (pdf.catalog.number, pdf.info.number))
    own = count(first)
    numbers = {one: fixed[one] if one in fixed else next(own) for one in held}
    bundle_number, table_number = next(own), next(own)
    known = {**numbers, **absent}
    kinds = {one: isinstance(pdf.objects[one], pydyf.Stream) for one in held}
    pieces = {
        numbers[one]: _stream(numbers[one], pdf.objects[one], known)
        for one in held
        if kinds[one]
    }
    values = {
        numbers[one]: written(pdf.objects[one], known) for one in held if not kinds[one]
    }
    pieces[bundle_number] = bundle(bundle_number, values)
    found = _places(pieces)
    table = len(_HEAD) + sum(map(len, pieces.values()))
    found[table_number] = table
    inside = {number: at for at, number in enumerate(values)}
    index, lines = rows(found, inside, bundle_number)
    root, size = numbers[pdf.catalog.number], table_number + 1
    identity = identity_of(b"".join(pieces.values()))
    extra = trailer(index, size, root, info, (identity, identity))
    last = stream(table_number, extra, lines)
    data = b"".join((_HEAD, *pieces.values(), last, ending(table)))
    return File(data, table, size, root, identity, known)


def _places(pieces: Mapping[int, bytes]) -> dict[int, int]:
    at, found = len(_HEAD), {}
    for number, piece in pieces.items():
        found[number] = at
        at += len(piece)
    return found


def _stream(number: int, held: Any, numbers: Mapping[int, int]) -> bytes:  # noqa: ANN401 - untyped
    """Write a stream; one that comes packed stays as it is."""
    extra = {key: one for key, one in held.extra.items() if key != "Length"}
    packed = "Filter" in extra or extra.get("Type") == _PLAIN
    head = b"".join(_pairs(extra, numbers))
    return stream(number, head, content(held.stream), packed=not packed)


def _pairs(extra: Mapping[str, Any], numbers: Mapping[int, int]) -> Iterable[bytes]:
    for key, one in extra.items():
        yield b"/%s %s" % (key.encode(), written(one, numbers))
