"""The state of an act on a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from bookcase.history.status import (
    STATE_NAMES,
    State,
    first_day,
    incoming_effects,
    status,
    version_on,
)
from bookcase.model.act import Ends, UnitPhase, Version, Work
from bookcase.model.effects import Effect, Op, Phase
from bookcase.model.places import FormerPlace, Scope

ENACTED = Version(date(2020, 1, 1), path="a/2020-01-01.md")
LATER = Version(date(2022, 1, 1), "consolidated", path="a/2022-01-01.md")


def work(
    *versions: Version, ends: Ends | None = None, phases: tuple[UnitPhase, ...] = ()
) -> Work:
    return Work("a", "1", "luat", "", "a", versions=versions, ends=ends, phases=phases)


def does(
    op: Op, *at: str, since: str, until: str = "", where: tuple[str, ...] = ()
) -> tuple[str, Effect]:
    last = date.fromisoformat(until) if until else None
    phase = Phase(date.fromisoformat(since), last, where)
    return "b", Effect("d1", "a", op, at, effective=(phase,))


def states(rows: tuple[tuple[str, Effect], ...], *days: str) -> list[State]:
    act = work(ENACTED)
    return [status(act, rows, date.fromisoformat(day)).state for day in days]


def test_an_act_holds_from_its_first_day_to_the_day_before_its_end() -> None:
    act = work(ENACTED, ends=Ends(date(2021, 1, 1), "c"))
    found = {
        day: status(act, (), date.fromisoformat(day)).state
        for day in ("2019-12-31", "2020-01-01", "2020-12-31", "2021-01-01")
    }
    assert list(found.values()) == [
        State.NOT_YET,
        State.IN_FORCE,
        State.IN_FORCE,
        State.ENDED,
    ]


def test_its_own_end_names_the_act_that_ended_it() -> None:
    act = work(ENACTED, ends=Ends(date(2021, 1, 1), "c"))
    assert status(act, (), date(2020, 6, 1)).by == ()
    assert status(act, (), date(2021, 1, 1)).by == ("c",)


def test_an_end_without_a_day_is_an_end() -> None:
    found = status(
        work(ENACTED, ends=Ends(None, reason="bai-bo")), (), date(2024, 1, 1)
    )
    assert (found.state, found.ends) == (State.ENDED, None)


def test_the_whole_is_repealed_by_another_act() -> None:
    rows = (does(Op.REPEAL, since="2021-01-01"),)
    assert states(rows, "2020-12-31", "2021-01-01") == [State.IN_FORCE, State.ENDED]
    found = status(work(ENACTED), rows, date(2021, 1, 1))
    assert (found.ends, found.by, found.next_change) == (date(2021, 1, 1), ("b",), None)


@pytest.mark.parametrize(
    "row",
    [
        does(Op.REPEAL, "d5", since="2021-01-01"),
        does(Op.REPEAL_ANNEX, "pl1", since="2021-01-01"),
        does(Op.REPEAL, since="2021-01-01", where=("04",)),
    ],
)
def test_a_part_is_repealed(row: tuple[str, Effect]) -> None:
    found = states((row,), "2020-12-31", "2021-01-01")
    assert found == [State.IN_FORCE, State.PARTLY_ENDED]


@pytest.mark.parametrize(
    ("row", "state"),
    [
        (does(Op.SUSPEND, since="2021-01-01", until="2021-03-01"), State.SUSPENDED),
        (
            does(Op.SUSPEND, "act", since="2021-01-01", until="2021-03-01"),
            State.SUSPENDED,
        ),
        (
            does(Op.SUSPEND, "d5", since="2021-01-01", until="2021-03-01"),
            State.PARTLY_SUSPENDED,
        ),
        (
            does(Op.SUSPEND, since="2021-01-01", until="2021-03-01", where=("04",)),
            State.PARTLY_SUSPENDED,
        ),
    ],
)
def test_a_suspension_ends_on_its_until(row: tuple[str, Effect], state: State) -> None:
    days = "2020-12-31", "2021-01-01", "2021-02-28", "2021-03-01"
    assert states((row,), *days) == [State.IN_FORCE, state, state, State.IN_FORCE]
    changes = status(work(ENACTED), (row,), date(2021, 1, 1)).next_change
    assert changes == date(2021, 3, 1)


@pytest.mark.parametrize(
    ("suspended", "resumed", "state"),
    [
        ((), (), State.IN_FORCE),
        ((), ("act",), State.IN_FORCE),
        ((), ("d5",), State.PARTLY_SUSPENDED),
        (("d5",), (), State.IN_FORCE),
        (("d5",), ("d5",), State.IN_FORCE),
        (("d5.k1",), ("d5",), State.IN_FORCE),
        (("d5",), ("d5.k1",), State.PARTLY_SUSPENDED),
        (("d5", "d6"), ("d5",), State.PARTLY_SUSPENDED),
        (("d50",), ("d5",), State.PARTLY_SUSPENDED),
    ],
)
def test_a_resumption_lifts_what_it_reaches(
    suspended: tuple[str, ...], resumed: tuple[str, ...], state: State
) -> None:
    rows = (
        does(Op.SUSPEND, *suspended, since="2021-01-01"),
        does(Op.RESUME, *resumed, since="2021-06-01"),
    )
    assert states(rows, "2021-06-01") == [state]


def test_a_resumption_in_one_place_leaves_the_others() -> None:
    rows = (
        does(Op.SUSPEND, since="2021-01-01", where=("04", "08")),
        does(Op.RESUME, since="2021-06-01", where=("04",)),
        does(Op.RESUME, since="2021-09-01", where=("04", "08")),
    )
    partly = State.PARTLY_SUSPENDED
    assert states(rows, "2021-06-01", "2021-09-01") == [partly, State.IN_FORCE]


def test_a_new_suspension_after_a_resumption_holds() -> None:
    rows = (
        does(Op.SUSPEND, since="2021-01-01"),
        does(Op.RESUME, since="2021-06-01"),
        does(Op.SUSPEND, since="2021-09-01"),
    )
    assert states(rows, "2021-07-01", "2021-09-01") == [State.IN_FORCE, State.SUSPENDED]


def test_phases_of_an_act_change_it_on_their_days() -> None:
    late = UnitPhase(("d5.k2",), date(2020, 7, 1))
    act = work(ENACTED, LATER, phases=(late,))
    found = status(act, (), date(2020, 1, 1))
    assert (found.state, found.starts) == (State.IN_FORCE, date(2020, 1, 1))
    assert found.next_change == date(2020, 7, 1)
    assert status(act, (), date(2020, 7, 1)).next_change == date(2022, 1, 1)


def test_a_phase_of_the_whole_act_is_its_first_day() -> None:
    act = work(ENACTED, phases=(UnitPhase(("act",), date(2019, 7, 1)),))
    assert first_day(act) == date(2019, 7, 1)


def test_a_consolidated_text_does_not_tell_the_first_day() -> None:
    act = work(LATER)
    assert first_day(act) is None
    assert status(act, (), date(2021, 1, 1)).state is State.UNKNOWN
    assert status(act, (), date(2022, 1, 1)).state is State.IN_FORCE


def test_without_any_day() -> None:
    codified = Version(None, "codified", seen_on="2025-11", path="a/phap-dien.md")
    assert status(work(), (), date(2024, 1, 1)).state is State.UNKNOWN
    found = status(work(codified), (), date(2026, 1, 1))
    assert (found.state, found.name) == (
        State.CODIFIED,
        "Còn hiệu lực (theo Bộ pháp điển)",
    )


def test_every_state_has_its_words() -> None:
    assert set(STATE_NAMES) == set(State)


def test_the_version_in_force_else_the_first_else_the_last() -> None:
    undated = Version(None, path="a/goc.md")
    act = work(LATER, ENACTED, undated)
    assert version_on(act, date(2019, 1, 1)) is ENACTED
    assert version_on(act, date(2021, 12, 31)) is ENACTED
    assert version_on(act, date(2022, 1, 1)) is LATER
    assert version_on(work(undated), date(2022, 1, 1)) is undated
    assert version_on(work(), date(2022, 1, 1)) is None


def test_effects_are_gathered_by_their_target() -> None:
    _, effect = does(Op.REPEAL, "d5", since="2021-01-01")
    acting = Work("b", "2", "luat", "", "b", effects=(effect, effect))
    assert incoming_effects([acting, work()]) == {"a": (("b", effect), ("b", effect))}


def test_the_next_change_is_always_later() -> None:
    rows = (does(Op.SUSPEND, since="2021-01-01", until="2023-01-01"),)
    days = [date(2019, 1, 1)]
    while later := status(work(ENACTED, LATER), rows, days[-1]).next_change:
        days.append(later)
    assert all(before < after for before, after in pairwise(days))
    assert len(days) == 5


@pytest.mark.parametrize(
    ("op", "state"),
    [
        (Op.REPLACE, State.PARTLY_ENDED),
        (Op.REPLACE_WORDS, State.PARTLY_ENDED),
        (Op.INSERT_WORDS, State.PARTLY_ENDED),
        (Op.DELETE_WORDS, State.PARTLY_ENDED),
        (Op.RETITLE, State.PARTLY_ENDED),
        (Op.REPLACE_ANNEX, State.PARTLY_ENDED),
        (Op.INSERT, State.IN_FORCE),
        (Op.INSERT_ANNEX, State.IN_FORCE),
        (Op.RENUMBER, State.IN_FORCE),
        (Op.CORRECT, State.IN_FORCE),
    ],
)
def test_old_words_that_ended_end_the_act_in_part(op: Op, state: State) -> None:
    found = states((does(op, "d5", since="2021-01-01"),), "2020-12-31", "2021-01-01")
    assert found == [State.IN_FORCE, state]


def test_an_effect_without_days_begins_with_the_provision_that_does_it() -> None:
    undated = Effect("d2.k1", "a", Op.REPEAL, ("d5",))
    acting = Work(
        "b",
        "2",
        "luat",
        "",
        "b",
        versions=(replace(ENACTED, start=date(2021, 1, 1)),),
        phases=(UnitPhase(("d2",), date(2022, 1, 1)),),
        effects=(undated, replace(undated, by="d20")),
    )
    late, early = (effect for _, effect in incoming_effects([acting])["a"])
    assert late.effective == (Phase(date(2022, 1, 1)),)
    assert early.effective == (Phase(date(2021, 1, 1)),)
    dayless = replace(acting, versions=(), phases=())
    assert incoming_effects([dayless])["a"][0][1].effective == ()


def test_an_act_of_a_merged_place_goes_on_until_the_successor_ends_it_there() -> None:
    former = FormerPlace("province", "02", "Tỉnh Hà Giang")
    act = replace(work(ENACTED), scope=Scope("province", "08", (former,)))
    assert status(act, (), date(2026, 1, 1)).state is State.IN_FORCE
    elsewhere = (does(Op.REPEAL, since="2021-01-01", where=("04",)),)
    assert status(act, elsewhere, date(2021, 1, 1)).state is State.PARTLY_ENDED
    there = (does(Op.REPEAL, since="2021-01-01", where=("08",)),)
    assert status(act, there, date(2020, 12, 31)).state is State.IN_FORCE
    assert status(act, there, date(2021, 1, 1)).state is State.ENDED
