"""Which changes each version of an act brought in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from bookcase.model.effects import Op, Phase

from .samples import repeal, work
from .versions import FIRST, LAW, SECOND, THIRD, acting, effect, law, merged, seen

if TYPE_CHECKING:
    from bookcase.model.act import Work


def told(act: Work, *others: Work) -> list[tuple[str, str, list[str]]]:
    """Return each turn as its two versions and the places that changed."""
    return [
        (
            turn.old.stem if turn.old else "",
            turn.new.stem if turn.new else "",
            [deed.effect.at[0] for deed in turn.deeds],
        )
        for turn in seen(act, *others).turns(act)
    ]


def test_a_change_comes_with_the_first_version_of_its_day_or_later() -> None:
    other = acting(
        effect(Op.REPLACE, "d2", start="2026-09-01"),
        effect(Op.REPLACE, "d1", start="2025-01-01"),
    )
    assert told(law(FIRST, SECOND, THIRD), other) == [
        ("", "2024-01-01", []),
        ("2024-01-01", "2025-01-01", ["d1"]),
        ("2025-01-01", "2027-01-01", ["d2"]),
        ("2027-01-01", "", []),
    ]


def test_a_version_holds_only_the_acts_that_it_names() -> None:
    named = merged("2025-01-01", by=("luat-b",))
    left = acting(effect(Op.REPEAL, "d9"), tail="c")
    late = merged("2027-01-01", by=("luat-c",))
    both = (acting(effect(Op.REPLACE, "d1")), left)
    assert told(law(FIRST, named), *both)[1:] == [
        ("2024-01-01", "2025-01-01", ["d1"]),
        ("2025-01-01", "", ["d9"]),
    ]
    assert told(law(FIRST, named, late), *both)[2:] == [
        ("2025-01-01", "2027-01-01", ["d9"]),
        ("2027-01-01", "", []),
    ]


def test_the_text_as_enacted_holds_no_change() -> None:
    early = acting(effect(Op.CORRECT, "d1", start="2023-12-01"))
    assert told(law(FIRST), early) == [
        ("", "2024-01-01", []),
        ("2024-01-01", "", ["d1"]),
    ]


def test_what_leaves_the_words_alone_is_no_change() -> None:
    here = Phase(date(2025, 1, 1), where=("01",))
    other = acting(
        effect(Op.SUSPEND, "d1"),
        effect(Op.RESUME, "d1"),
        effect(Op.REPLACE, "d2", effective=(here,)),
        repeal(LAW),
    )
    assert all(not places for _, _, places in told(law(), other))


def test_an_effect_without_a_day_begins_with_its_act() -> None:
    other = acting(effect(Op.REPLACE, "d1", effective=()))
    assert told(law(), other)[1] == ("2024-01-01", "2025-01-01", ["d1"])
    undated = replace(other, versions=())
    assert told(law(), undated)[1] == ("2024-01-01", "2025-01-01", [])


def test_an_act_that_nobody_acts_upon_has_its_versions_all_the_same() -> None:
    assert told(law(), work("z")) == [
        ("", "2024-01-01", []),
        ("2024-01-01", "2025-01-01", []),
        ("2025-01-01", "", []),
    ]
