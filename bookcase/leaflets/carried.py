"""Bodies and tails as a site carries them: script files that call one function.

A classic script is the one kind of data that a browser reads from ``file://`` as well
as over http. Each file is one line, in UTF-8::

    toGap("to-gap/viet-di-chuc",{…});
    toGap("xa/04-1",{"01321":{…},"01351":{…}});

The first argument is the file's name below ``assets/to-gap``, without ``.js``. The
second is, for a title, its body; for ``xa/…``, tails by the commune's code: those of a
province whose codes are even, or odd. So the name follows from province and code, and
with the 3,321 files of short addresses all are fewer than 3,500: a stick loses a
cluster with each.

========  ============================================================================
of both   ``data``: base64 of the bytes; ``identity``
a body    ``title``, ``table``, ``size``, ``root``; ``info`` and ``about``: two strings
          each, what stands before the title and behind it
a tail    ``place``; ``offsets``: numbers and places; ``bundled``: first number and
          count of each run of numbers
========  ============================================================================

They are the attributes of :class:`~bookcase.leaflets.join.Body` and
:class:`~bookcase.leaflets.join.Tail`; what a reader does with them is told in
:mod:`bookcase.leaflets.join`. Bytes of ``info`` are all below 128, ``about`` is UTF-8.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from typing import TYPE_CHECKING, Any

from bookcase.leaflets.join import Body, Tail
from bookcase.leaflets.pdfvalues import runs

if TYPE_CHECKING:
    from collections.abc import Mapping

FOLDER = "assets/to-gap"
"""Where the scripts lie in a site."""
_CALL, _END = "toGap(", ");\n"

Record = dict[str, Any]
_SHORT: Record = {"separators": (",", ":"), "sort_keys": True}


def tails_name(province: str, commune: str) -> str:
    """Return the name of the file that holds a commune's tail.

    >>> tails_name("04", "01321")
    'xa/04-1'
    >>> tails_name("04", "01330")
    'xa/04-0'
    """
    return f"xa/{province}-{int(commune[-1:]) % 2}"


def body_script(name: str, body: Body) -> str:
    """Write a title's script; the name is the publication's folder and name."""
    return script(name, body_record(body))


def tails_script(name: str, tails: Mapping[str, Tail]) -> str:
    """Write the script of some communes, by code."""
    return script(name, {code: tail_record(one) for code, one in tails.items()})


def read_script(text: str) -> tuple[str, Record]:
    """Read what a script calls the function with: its name, and the record.

    Raises:
        ValueError: It is not such a script.
    """
    name, record = json.loads(f"[{text.removeprefix(_CALL).removesuffix(_END)}]")
    return name, record


def body_record(body: Body) -> Record:
    """Return a body as JSON knows values."""
    return {
        "title": body.title,
        "table": body.table,
        "size": body.size,
        "root": body.root,
        "info": [half.decode("ascii") for half in body.info],
        "about": [half.decode() for half in body.about],
        "identity": body.identity,
        "data": b64encode(body.data).decode(),
    }


def body_of(record: Record) -> Body:
    """Return the body that a record tells of."""
    before, behind = (half.encode() for half in record["info"])
    above, below = (half.encode() for half in record["about"])
    return Body(
        data=b64decode(record["data"]),
        title=record["title"],
        table=record["table"],
        size=record["size"],
        root=record["root"],
        info=(before, behind),
        about=(above, below),
        identity=record["identity"],
    )


def tail_record(tail: Tail) -> Record:
    """Return a tail as JSON knows values."""
    return {
        "place": tail.place,
        "offsets": [list(one) for one in tail.offsets],
        "bundled": [list(one) for one in runs(tail.bundled)],
        "identity": tail.identity,
        "data": b64encode(tail.data).decode(),
    }


def tail_of(record: Record) -> Tail:
    """Return the tail that a record tells of."""
    return Tail(
        data=b64decode(record["data"]),
        place=record["place"],
        offsets=tuple((number, at) for number, at in record["offsets"]),
        bundled=tuple(
            number
            for first, count in record["bundled"]
            for number in range(first, first + count)
        ),
        identity=record["identity"],
    )


def script(name: str, record: Record) -> str:
    """Write a script that calls the function with a record."""
    words = (json.dumps(one, ensure_ascii=False, **_SHORT) for one in (name, record))
    return f"{_CALL}{','.join(words)}{_END}"
