"""The state of single provisions."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bookcase.history.provision import provision_status
from bookcase.history.status import State
from bookcase.model.act import Ends, UnitPhase
from bookcase.model.effects import Op, Phase

from .acts import day, effect, version, work

GOC = replace(
    work("goc", version("2020-01-01")),
    phases=(UnitPhase(("d5.k2", "d9"), day("2021-01-01")),),
)
IN, NOT_YET, ENDED = State.IN_FORCE, State.NOT_YET, State.ENDED


def state(unit: str, when: str, *rows: object, goc: object = GOC) -> State:
    """Return the state of a unit on a day."""
    incoming = [("sua", row) for row in rows]
    return provision_status(goc, unit, incoming, day(when)).state  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("unit", "when", "wanted"),
    [
        ("d1", "2019-12-31", NOT_YET),
        ("d1", "2020-01-01", IN),
        ("d5.k2", "2020-12-31", NOT_YET),
        ("d5.k2.a", "2020-12-31", NOT_YET),
        ("d5.k2.a", "2021-01-01", IN),
        ("d5.k1", "2020-12-31", IN),
        ("d50", "2020-12-31", IN),
        ("", "2020-12-31", IN),
        ("act", "2019-12-31", NOT_YET),
    ],
)
def test_phases(unit: str, when: str, wanted: State) -> None:
    assert state(unit, when) is wanted


def test_what_is_repealed_has_ended_and_what_holds_it_in_part() -> None:
    row = effect(Op.REPEAL, "d3.k1", since="2022-01-01")
    assert state("d3.k1", "2021-12-31", row) is IN
    assert state("d3.k1", "2022-01-01", row) is ENDED
    assert state("d3.k1.a", "2022-01-01", row) is ENDED
    assert state("d3", "2022-01-01", row) is State.PARTLY_ENDED
    assert state("d3.k10", "2022-01-01", row) is IN
    assert state("d4", "2022-01-01", row) is IN
    found = provision_status(GOC, "d3.k1", [("sua", row)], day("2021-06-01"))
    assert (found.ends, found.next_change, found.by) == (
        day("2022-01-01"),
        day("2022-01-01"),
        (),
    )


def test_new_words_are_in_force_and_name_their_act() -> None:
    row = effect(Op.REPLACE, "d3.k1", since="2022-01-01")
    found = provision_status(GOC, "d3.k1", [("sua", row)], day("2022-01-01"))
    assert (found.state, found.by, found.ends) == (IN, ("sua",), None)
    assert provision_status(GOC, "d4", [("sua", row)], day("2022-01-01")).by == ()


def test_a_new_unit_starts_with_its_act() -> None:
    row = effect(Op.INSERT, since="2022-01-01", new="d3a")
    assert state("d3a", "2021-12-31", row) is NOT_YET
    assert state("d3a.k1", "2022-01-01", row) is IN
    clause = effect(Op.INSERT, "d3", since="2022-01-01", new="k4")
    assert state("d3.k4", "2021-12-31", clause) is NOT_YET
    assert state("d3", "2021-12-31", clause) is IN


def test_a_repealed_number_filled_again() -> None:
    rows = (
        effect(Op.REPEAL, "d3.k1", since="2022-01-01"),
        effect(Op.INSERT, "d3", since="2023-01-01", new="k1"),
        effect(Op.REPEAL, "d3", since="2024-01-01"),
    )
    days = "2021-06-01", "2022-06-01", "2023-06-01", "2024-06-01"
    wanted = [NOT_YET, ENDED, IN, ENDED]
    assert [state("d3.k1", one, *rows) for one in days] == wanted


def test_suspensions_reach_what_they_name_and_what_that_holds() -> None:
    last = (Phase(day("2022-01-01"), day("2022-07-01")),)
    row = replace(effect(Op.SUSPEND, "d3"), effective=last)
    assert state("d3.k1", "2022-01-01", row) is State.SUSPENDED
    assert state("d3.k1", "2022-07-01", row) is IN
    assert state("d4", "2022-01-01", row) is IN
    inner = replace(row, at=("d3.k1",))
    assert state("d3", "2022-01-01", inner) is State.PARTLY_SUSPENDED
    resumed = effect(Op.RESUME, "d3.k1", since="2022-03-01")
    assert state("d3.k1", "2022-03-01", inner, resumed) is IN
    whole = replace(row, at=())
    assert state("d3.k1", "2022-01-01", whole) is State.SUSPENDED


def test_it_ends_with_its_act() -> None:
    goc = replace(GOC, ends=Ends(day("2023-01-01")))
    assert state("d1", "2023-01-01", goc=goc) is ENDED
    found = provision_status(goc, "d1", [], day("2022-01-01"))
    assert found.ends == day("2023-01-01")
    repeal = effect(Op.REPEAL, since="2022-01-01")
    assert state("d1", "2022-01-01", repeal) is ENDED


def test_repealed_in_some_places_is_ended_in_part() -> None:
    there = (Phase(day("2022-01-01"), None, ("04",)),)
    row = replace(effect(Op.REPEAL, "d3"), effective=there)
    assert state("d3", "2022-01-01", row) is State.PARTLY_ENDED


def test_without_any_day() -> None:
    assert state("d1", "2022-01-01", goc=work("goc")) is State.UNKNOWN
