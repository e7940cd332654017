"""A title's body and a commune's tail become one file: an update added to the body.

The body is a whole PDF file; the tail adds to its end what a commune has on the sheet
(PDF 32000-1, 7.5.6). So joining lays nothing out and packs nothing: it copies two runs
of bytes, writes the title twice, and a table of where objects lie. It is the same for
every title, since all bodies number alike what a tail leads to or replaces:

====================  =================================================================
1, 2                  the file's information and its metadata; the title stands in both
3, 4                  what is drawn in the commune's frames on the cover, on the back;
                      empty in a body. The first page's content is the array
                      ``[a 3 b 4 c]``, so drawing and reading keep their order
5, 6, 7               the elements of the structure for the three frames: name, code,
                      contacts; without children in a body
8                     the first page
9, 10                 the elements of cover and back, which hold the frames'
11, 12                the tail's bundle of objects, and its table (free in a body)
13 … 268              the elements that marked content 0 … 255 of the first page belongs
                      to, all a commune's; the body's own marks begin at 256. The body
                      has them in its parent tree already: what a tail does not define
                      is null, as the standard says of objects that are missing
269 … 524             further elements of a commune
525 …                 the body's own objects
====================  =================================================================

A file is, then:

1. ``body.data``;
2. ``tail.data``: objects 3, 4 and 11, whole, at the ``offsets`` that the tail tells;
   ``bundled`` are the objects in 11, in order;
3. ``1 0 obj``: ``body.info`` with the title between its two halves, written as a
   string of hex digits in UTF-16, big end first, with its mark ``FEFF``;
4. ``2 0 obj``: ``body.about`` likewise, in UTF-8 with ``&``, ``<`` and ``>`` escaped;
5. ``12 0 obj``: a table of seven bytes a row (1, 4, 2; big end first), not packed, of
   the objects above and itself, by number: ``1, place in the file, 0`` for an object
   that stands whole, ``2, 11, place in the bundle`` for one that is bundled. Its
   dictionary holds, in this order and without spaces between: ``/Type/XRef``,
   ``/W[1 4 2]``, ``/Index[…]`` with the first number and the count of each run of
   numbers, ``/Size`` and ``/Root`` of the body, ``/Info 1 0 R``, ``/ID`` of the body's
   and the tail's identity, ``/Prev`` (``body.table``), ``/Length``;
6. ``startxref``, the place of 5, ``%%EOF``, each on a line.

How an object is written to the byte stands in :func:`~.pdfvalues.numbered` and
:func:`~.pdfvalues.stream`; how bodies and tails are carried to a browser, in
:mod:`bookcase.leaflets.carried`.

The title is ``body.title``, " – ", ``tail.place``. Colours of a title within the
commune's frames are named ``/Mau``: a colour space of one colour in the body.
"""

from __future__ import annotations

from dataclasses import dataclass

from bookcase.leaflets.pdfvalues import ending, numbered, rows, stream, trailer

INFO, ABOUT, COVER, BACK, NAME, CODE, CONTACTS, PAGE = range(1, 9)
COVER_ELEMENT, BACK_ELEMENT, BUNDLE, TABLE = range(9, 13)
MARKED = 13
MARKS = 256
"""How many pieces of marked content a commune may have."""
FURTHER = MARKED + MARKS
OWN = FURTHER + MARKS
"""The first number of a body's own objects."""

COLOUR = "Mau"
"""The name of the title's colour among a page's colour spaces."""
STATES = {"a1": {"ca": 1}, "a1.0": {"ca": 1}, "A1": {"CA": 1}, "A1.0": {"CA": 1}}
"""The graphics states that a tail may name; every body has them."""


@dataclass(frozen=True, slots=True)
class Body:
    """A title's part.

    Attributes:
        data: A PDF file, whole.
        title: The file's title, without a place.
        table: Where its table of objects begins.
        size: One more than its highest number.
        root: The number of its catalogue.
        info: What stands before and after the title in its information.
        about: The same for its metadata.
        identity: Of what it holds, 32 hex digits.
    """

    data: bytes
    title: str
    table: int
    size: int
    root: int
    info: tuple[bytes, bytes]
    about: tuple[bytes, bytes]
    identity: str


@dataclass(frozen=True, slots=True)
class Tail:
    """A commune's part.

    Attributes:
        data: Objects as they are written.
        place: The commune and its province, for the title.
        offsets: Number and place of each object in ``data``.
        bundled: The numbers in the bundle, in order.
        identity: Of what it holds, 32 hex digits.
    """

    data: bytes
    place: str
    offsets: tuple[tuple[int, int], ...]
    bundled: tuple[int, ...]
    identity: str


def joined(body: Body, tail: Tail) -> bytes:
    """Return the file for a title and a commune."""
    title = f"{body.title} – {tail.place}"
    start = len(body.data)
    found = {number: start + at for number, at in tail.offsets}
    info = numbered(INFO, body.info[0] + hexed(title) + body.info[1])
    words = body.about[0] + escaped(title) + body.about[1]
    about = stream(ABOUT, b"/Type/Metadata/Subtype/XML", words, packed=False)
    found[INFO] = start + len(tail.data)
    found[ABOUT] = found[INFO] + len(info)
    found[TABLE] = found[ABOUT] + len(about)
    bundled = {number: at for at, number in enumerate(tail.bundled)}
    index, table = rows(found, bundled, BUNDLE)
    identity = (body.identity, tail.identity)
    extra = trailer(index, body.size, body.root, INFO, identity)
    extra += b"/Prev %d" % body.table
    last = stream(TABLE, extra, table, packed=False)
    end = ending(found[TABLE])
    return b"".join((body.data, tail.data, info, about, last, end))


def hexed(text: str) -> bytes:
    """Write a string for the file's information."""
    return b"<feff%s>" % text.encode("utf-16-be").hex().encode()


def escaped(text: str) -> bytes:
    """Write a string for the metadata."""
    plain = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return plain.encode()
