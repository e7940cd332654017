"""The program reads the specimens' own words as their editors wrote them down."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bookcase.cli.effects import effects_of, open_act
from bookcase.content.loading import load
from bookcase.metadata.effectrows import rows
from bookcase.metadata.effects import read_effects

if TYPE_CHECKING:
    from bookcase.model.effects import Effect
    from bookcase.model.library import Library

CONTENT = Path("content")


@pytest.fixture(scope="module")
def library() -> Library:
    return load(CONTENT).value


def told(effect: Effect) -> tuple[object, ...]:
    """Return what an effect says, without who says so and how often words stand."""
    return (
        effect.by,
        effect.on,
        effect.op,
        effect.at,
        effect.new,
        effect.position if effect.op.startswith("insert") and effect.new else None,
        effect.anchor,
        effect.text,
        effect.find,
        effect.with_,
        effect.effective,
    )


def test_every_specimen_reads_as_it_was_written_down(library: Library) -> None:
    read, written = set(), set()
    for work in library.works:
        act = open_act(work.id, CONTENT, library).value
        assert act
        result = effects_of(act, library)
        assert [str(one) for one in result.diagnostics] == [], work.id
        read |= {(work.id, told(one)) for one in result.value}
        written |= {(work.id, told(one)) for one in work.effects if not one.by_hand}
    by_hand = {
        (work.id, one.by)
        for work in library.works
        for one in work.effects
        if one.by_hand
    }
    assert {one for one in read if (one[0], one[1][0]) not in by_hand} == written
    assert len(written) > 40


def test_rows_are_read_back_as_they_were_written(library: Library) -> None:
    for work in library.works:
        text = rows(work.effects)
        back = read_effects(text, "effects.yml").value if text else ()
        assert [told(one) for one in back] == [told(one) for one in work.effects]
