"""A sheet made the joined way, as the plain way is asked for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bookcase.leaflets.body import body
from bookcase.leaflets.join import joined
from bookcase.leaflets.sheet import local
from bookcase.leaflets.tails import tails
from bookcase.leaflets.trifold import Title

from .samples import ASSETS, HOST

if TYPE_CHECKING:
    from bookcase.leaflets.sheet import Place
    from bookcase.model.publication import Publication


def joined_sheet(publication: Publication, where: Place) -> bytes:
    """Join a sheet; empty when a part has an error.

    The parts must be such that they can be joined at all.
    """
    own = body(Title(publication, HOST), ASSETS)
    (framed,) = tails((local(where, HOST),), ASSETS)
    if own.diagnostics or framed.diagnostics:
        return b""
    assert own.value is not None
    assert framed.value is not None
    assert framed.value.tail is not None
    return joined(own.value, framed.value.tail)


def refused(publication: Publication, where: Place) -> bool:
    """Tell whether there is no joined sheet."""
    return not joined_sheet(publication, where)
