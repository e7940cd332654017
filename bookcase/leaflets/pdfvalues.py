"""The objects of a PDF file before they are written, as pydyf holds them.

pydyf's values are Python's: a dictionary, a list, a number, a name as ``str``, a string
as :class:`pydyf.String`, and a reference as ``bytes`` (``b"12 0 R"``); so a reference
is never taken for text, whatever a title says.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from typing import TYPE_CHECKING, Any

import pydyf

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_REFERENCE = re.compile(rb"(\d+) 0 R")
_IDENTITY = 32
"""Hexadecimal digits."""


def number_of(reference: bytes) -> int:
    """Return the number of the object that a reference leads to."""
    return int(reference.split()[0])


def references(value: Any) -> Iterator[int]:  # noqa: ANN401 - any value of a PDF
    """Yield the numbers of the objects that a value leads to."""
    if isinstance(value, bytes):
        if found := _REFERENCE.fullmatch(value):
            yield int(found[1])
    elif isinstance(value, dict):
        yield from (number for one in value.values() for number in references(one))
    elif isinstance(value, (list, tuple)):
        yield from (number for one in value for number in references(one))
    elif isinstance(value, pydyf.Stream):
        yield from references(value.extra)


def reachable(objects: list[Any], roots: Iterable[int]) -> list[int]:
    """Return, sorted, the numbers of the objects that some objects lead to.

    Numbers of objects that are not there are left out.
    """
    seen: set[int] = set()
    left = list(roots)
    while left:
        number = left.pop()
        if number not in seen and number < len(objects):
            seen.add(number)
            left.extend(references(objects[number]))
    return sorted(seen)


def written(value: Any, numbers: Mapping[int, int]) -> bytes:  # noqa: ANN401 - as above
    """Write a value; references get new numbers."""
    if isinstance(value, bytes):
        found = _REFERENCE.fullmatch(value)
        return b"%d 0 R" % numbers[int(found[1])] if found else value
    if isinstance(value, dict):
        pairs = (
            b"/%s %s" % (key.encode(), written(one, numbers))
            for key, one in value.items()
        )
        return b"<<%s>>" % b"".join(pairs)
    if isinstance(value, (list, tuple)):
        return b"[%s]" % b" ".join(written(one, numbers) for one in value)
    return plain(value)


def plain(value: Any) -> bytes:  # noqa: ANN401 - as above
    """Write a value that leads to nothing, as pydyf does."""
    if isinstance(value, bytes):
        return value
    if isinstance(value, float):
        if value.is_integer():
            return b"%d" % int(value)
        return f"{value:f}".rstrip("0").encode()
    return bytes(value.data) if isinstance(value, pydyf.Object) else str(value).encode()


def content(steps: Iterable[Any]) -> bytes:
    """Write the steps of a content stream."""
    return b"\n".join(map(plain, steps))


def numbered(number: int, value: bytes) -> bytes:
    """Write an object with its number."""
    return b"%d 0 obj\n%s\nendobj\n" % (number, value)


def stream(number: int, extra: bytes, data: bytes, *, packed: bool = True) -> bytes:
    """Write a stream with its number."""
    if packed:
        extra, data = extra + b"/Filter/FlateDecode", zlib.compress(data, 9)
    head = b"<<%s/Length %d>>" % (extra, len(data))
    return numbered(number, b"%s\nstream\n%s\nendstream" % (head, data))


def bundle(number: int, objects: Mapping[int, bytes]) -> bytes:
    """Write objects that are no streams, together in one."""
    head, at = [], 0
    for one, value in objects.items():
        head.append(b"%d %d" % (one, at))
        at += len(value) + 1
    start = b" ".join(head) + b"\n"
    extra = b"/Type/ObjStm/N %d/First %d" % (len(objects), len(start))
    return stream(number, extra, start + b"\n".join(objects.values()))


def rows(
    found: Mapping[int, int], bundled: Mapping[int, int], bundle_number: int
) -> tuple[bytes, bytes]:
    """Write where objects lie, seven bytes each: kind, place, index.

    Args:
        found: Offsets in the file, by number.
        bundled: Indices in the bundle, by number.
        bundle_number: The number of the bundle.

    Returns:
        The value of ``/Index``, and the table.
    """
    table = {number: b"\1" + at.to_bytes(4) + b"\0\0" for number, at in found.items()}
    of = b"\2" + bundle_number.to_bytes(4)
    table |= {number: of + at.to_bytes(2) for number, at in bundled.items()}
    order = sorted(table)
    held = (b"%d %d" % one for one in runs(order))
    return b"[%s]" % b" ".join(held), b"".join(table[one] for one in order)


def runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Return the first number and the count of each run of growing numbers.

    >>> runs([5, 6, 7, 13, 14])
    [(5, 3), (13, 2)]
    """
    held = frozenset(numbers)
    starts = sorted(one for one in held if one - 1 not in held)
    ends = sorted(one + 1 for one in held if one + 1 not in held)
    return [(a, b - a) for a, b in zip(starts, ends, strict=True)]


def trailer(
    index: bytes, size: int, root: int, info: int, identity: tuple[str, str]
) -> bytes:
    """Write what a table of objects says of the file.

    Args:
        index: The value of ``/Index``.
        size: One more than the highest number.
        root: The number of the catalogue.
        info: The number of the information.
        identity: What the file was first, and what it is now.
    """
    held = (index, size, root, info, *(one.encode() for one in identity))
    words = b"/Type/XRef/W[1 4 2]/Index%s/Size %d/Root %d 0 R/Info %d 0 R/ID[<%s><%s>]"
    return words % held


def ending(table: int) -> bytes:
    """Write a file's end, which tells where its table of objects begins."""
    return b"startxref\n%d\n%%%%EOF\n" % table


def identity_of(data: bytes) -> str:
    """Return what identifies some bytes in a file's ``/ID``."""
    return hashlib.sha256(data).hexdigest()[:_IDENTITY]
