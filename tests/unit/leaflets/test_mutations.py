"""Sheets spoiled at random: each that loses something is found, no other is.

The plain way and the joined one are asked; the truth is :mod:`.mutations`'.
"""

from __future__ import annotations

import pytest

from bookcase.leaflets.trifold import make

from .joining import refused
from .mutations import loses, mutated
from .samples import ASSETS, HOST

COUNT = 66


@pytest.mark.parametrize("number", range(COUNT))
def test_a_sheet_is_refused_if_and_only_if_something_is_lost(number: int) -> None:
    publication, where = mutated(number)
    truth = loses(publication, where)
    made = make(
        publication,
        where.commune,
        where.province,
        where.locality,
        ASSETS,
        site_host=HOST,
    )
    assert bool(made.diagnostics) == truth, made.diagnostics
    assert (made.value == b"") == truth
    assert refused(publication, where) == truth
