"""What is to come: every kind of event, the window, the order; none is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bookcase.history.status import incoming_effects
from bookcase.history.upcoming import Coming, Happens, reaches, upcoming
from bookcase.model.act import Ends, UnitPhase, Version, Work
from bookcase.model.effects import Effect, Op, Phase
from bookcase.model.places import Scope

from .acts import day, effect, version, work

TODAY = date(2026, 11, 24)
LAST = TODAY + timedelta(days=90)
OLD = work("goc", version("2020-01-01"))


def acting(*rows: Effect, id_: str = "sua", start: str = "2026-12-01") -> Work:
    """Make an act that acts on ``goc``."""
    return replace(work(id_, version(start)), effects=rows)


def told(*works: Work, days: int = 90) -> list[tuple[str, str, tuple[str, ...], str]]:
    """Return what is to come: day, act, provisions, what."""
    rows = upcoming(works, incoming_effects(works), TODAY, days)
    return [(one.day.isoformat(), one.work, one.units, one.what) for one in rows]


def on_old(*rows: Effect, target: Work = OLD) -> list[tuple[str, tuple[str, ...], str]]:
    """Return what is to come of ``goc``."""
    found = told(target, acting(*rows, start="2020-02-02"))
    return [(at, units, what) for at, id_, units, what in found if id_ == "goc"]


def test_an_act_enters_into_force_and_provisions_of_it_later() -> None:
    act = replace(
        work("moi", version("2026-12-15")),
        phases=(
            UnitPhase(("act",), day("2026-12-15")),
            UnitPhase(("d5", "d7.k2"), day("2027-01-01")),
            UnitPhase(("d9",), day("2026-12-15")),
        ),
    )
    assert told(act) == [
        ("2026-12-15", "moi", (), "starts"),
        ("2027-01-01", "moi", ("d5", "d7.k2"), "starts"),
    ]


def test_each_kind_of_effect_is_named_with_the_places_it_is_done_to() -> None:
    since = "2026-12-01"
    rows = (
        effect(Op.REPLACE, "d5.k2", since=since, line=1),
        effect(Op.INSERT, "d3", since=since, new="k8a", line=2),
        effect(Op.REPEAL, "d4", "d6", since=since, line=3),
        effect(Op.SUSPEND, "d7", since=since, line=4),
        effect(Op.RESUME, "d8", since=since, line=5),
        effect(Op.REPLACE_WORDS, "everywhere", since=since, line=6),
    )
    assert on_old(*rows) == [
        (since, ("d5.k2",), "changed"),
        (since, ("everywhere",), "changed"),
        (since, ("d3.k8a",), "inserted"),
        (since, ("d4", "d6"), "repealed"),
        (since, ("d7",), "suspended"),
        (since, ("d8",), "resumed"),
    ]


def test_an_effect_without_days_begins_with_the_provision_that_does_it() -> None:
    act = replace(
        acting(effect(Op.REPLACE, "d5")),
        phases=(
            UnitPhase(("act",), day("2026-12-01")),
            UnitPhase(("d1",), day("2027-01-01")),
        ),
    )
    assert ("2027-01-01", "goc", ("d5",), "changed") in told(OLD, act)


def test_the_end_of_an_act_is_told_once_with_who_ends_it() -> None:
    ends = replace(OLD, ends=Ends(day("2026-12-31"), "sua"))
    act = acting(effect(Op.REPEAL, since="2026-12-31"), start="2020-02-02")
    rows = upcoming((ends, act), incoming_effects((ends, act)), TODAY)
    assert [(one.day, one.what, one.by) for one in rows] == [
        (day("2026-12-31"), Happens.ENDS, "sua")
    ]
    assert rows[0].row == act.effects[0]
    assert told(ends) == [("2026-12-31", "goc", (), "ends")]


def test_an_act_that_has_ended_changes_no_more() -> None:
    rows = (
        effect(Op.REPEAL, since="2026-12-31"),
        effect(Op.REPLACE, "d1", since="2026-12-30"),
        effect(Op.REPLACE, "d2", since="2026-12-31"),
        effect(Op.REPEAL, since="2027-01-15"),
    )
    assert on_old(*rows) == [
        ("2026-12-30", ("d1",), "changed"),
        ("2026-12-31", (), "ends"),
    ]
    gone = replace(OLD, ends=Ends(None))
    assert on_old(effect(Op.REPLACE, "d1", since="2026-12-30"), target=gone) == []


def test_a_suspension_ends_on_its_day_unless_it_was_resumed_before() -> None:
    phase = Phase(day("2026-09-01"), day("2027-01-01"))
    pause = effect(Op.SUSPEND, "d17.k1", effective=(phase,))
    ended = ("2027-01-01", ("d17.k1",), "pause-ends")
    assert on_old(pause) == [ended]
    for place in ("d17", "d17.k1"):
        resumed = effect(Op.RESUME, place, since="2026-12-15")
        assert on_old(pause, resumed) == [("2026-12-15", (place,), "resumed")]
    part = effect(Op.RESUME, "d17.k1.a", since="2026-12-15")
    assert ended in on_old(pause, part)
    local = effect(
        Op.RESUME, "d17", effective=(Phase(day("2026-12-15"), None, ("04",)),)
    )
    assert ended in on_old(pause, local)


def test_a_change_for_a_time_lapses() -> None:
    phase = Phase(day("2025-01-01"), day("2027-01-01"))
    trial = effect(Op.REPLACE, "d5", effective=(phase,))
    assert on_old(trial) == [("2027-01-01", ("d5",), "lapses")]


def test_places_are_told_and_a_local_act_ends_where_it_holds() -> None:
    phase = Phase(day("2026-12-01"), None, ("04", "08"))
    local = effect(Op.REPEAL, effective=(phase,))
    act = acting(local, start="2020-02-02")
    (one,) = upcoming((OLD, act), incoming_effects((OLD, act)), TODAY)
    assert (one.what, one.where) == (Happens.ENDS, ("04", "08"))
    own = replace(OLD, scope=Scope("province", "04"))
    (one,) = upcoming((own, act), incoming_effects((own, act)), TODAY)
    assert (one.what, one.where) == (Happens.ENDS, ())


def test_a_new_text_that_no_known_effect_makes_is_a_change() -> None:
    act = replace(
        OLD, versions=(*OLD.versions, version("2026-12-01", "sua", made="official"))
    )
    assert told(act) == [("2026-12-01", "goc", (), "changed")]
    assert on_old(effect(Op.REPLACE, "d1", since="2026-12-01"), target=act) == [
        ("2026-12-01", ("d1",), "changed")
    ]


def test_an_act_that_is_not_held_is_told_of_too() -> None:
    rows = told(acting(effect(Op.REPEAL, since="2027-01-01"), start="2020-02-02"))
    assert rows == [("2027-01-01", "goc", (), "ends")]


def test_the_window_opens_after_the_day_and_shuts_behind_its_last() -> None:
    ends = (TODAY, TODAY + timedelta(1), LAST, LAST + timedelta(1))
    works = [work(f"luat-{at}", version(at.isoformat())) for at in ends]
    assert [at for at, *_ in told(*works)] == [
        "2026-11-25",
        LAST.isoformat(),
    ]
    assert told(*works, days=0) == []


def test_what_reaches_a_provision() -> None:
    def on(*units: str) -> Coming:
        return Coming(TODAY, "goc", units, Happens.CHANGED)

    assert reaches(on("d5.k2"), ("d5",))
    assert reaches(on("d5"), ("d4", "d5.k2.a"))
    assert reaches(on("d5"), ())
    assert reaches(on(), ("d5",))
    assert reaches(on("everywhere"), ("d5",))
    assert reaches(on("act"), ("d5",))
    assert not reaches(on("d5"), ("d50", "d4"))


DAYS = st.dates(TODAY - timedelta(30), LAST + timedelta(30))
UNITS = st.sampled_from(["d1", "d2.k1", "d3.k2.a", "pl1"])
CHANGES = st.sampled_from([Op.REPLACE, Op.DELETE_WORDS, Op.CORRECT, Op.RETITLE])


@st.composite
def chance_acts(draw: st.DrawFn) -> tuple[Work, ...]:
    """Draw acts that begin some day and change one another; none of them ends."""
    names = draw(st.lists(st.sampled_from("abcde"), min_size=1, unique=True))
    made = []
    for name in names:
        rows = draw(
            st.lists(st.tuples(st.sampled_from("abcdexyz"), CHANGES, UNITS, DAYS))
        )
        effects = tuple(
            Effect("d1", target, op, (unit,), effective=(Phase(at),), line=line)
            for line, (target, op, unit, at) in enumerate(rows)
        )
        own = Version(draw(DAYS), path=f"{name}.md")
        made.append(
            Work(name, name, "luat", "", name, versions=(own,), effects=effects)
        )
    return tuple(made)


@given(works=chance_acts(), days=st.integers(0, 100))
def test_no_event_is_lost_and_none_is_made_up(
    works: tuple[Work, ...], days: int
) -> None:
    rows = upcoming(works, incoming_effects(works), TODAY, days)
    last = TODAY + timedelta(days)
    begin = {(one.versions[0].start, one.id) for one in works}
    change = {
        (phase.start, row.on, one.id, row.line)
        for one in works
        for row in one.effects
        for phase in row.effective
    }
    starts = {(one.day, one.work) for one in rows if one.what is Happens.STARTS}
    changed = {
        (one.day, one.work, one.by, one.row.line)
        for one in rows
        if one.row and one.what is Happens.CHANGED
    }
    assert starts == {one for one in begin if one[0] and TODAY < one[0] <= last}
    assert changed == {one for one in change if TODAY < one[0] <= last}
    assert len(rows) == len(starts) + len(changed)
    assert [one.day for one in rows] == sorted(one.day for one in rows)
    assert rows == upcoming(works[::-1], incoming_effects(works[::-1]), TODAY, days)
