"""A code of five hundred articles takes two hundred effects in far under a second."""

from __future__ import annotations

import time

from bookcase.history.consolidate import consolidate
from tests.bench.gen_code import code, effects_on


def test_two_hundred_effects_on_five_hundred_articles() -> None:
    base = code(500)
    due = effects_on(base, 200)
    start = time.process_time()
    made = consolidate(base, due)
    assert time.process_time() - start < 1
    assert made.unapplied == ()
    assert len(made.changes) >= len(due) == 200
