"""What publications rest on, by the acts of the starter bookcase."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import pytest

from bookcase.citations.known import acts_of
from bookcase.content.loading import load
from bookcase.history.aims import Aim, Aimed, aim
from bookcase.history.rests import Judges, Rest, ends_of, rested, rests
from bookcase.history.stale import Standing
from bookcase.model.act import Version
from bookcase.model.effects import Effect, Op, Phase
from bookcase.model.publication import Basis, Publication, PublicationKind
from bookcase.model.register import RegisterEntry
from tests.shared import ROOT

if TYPE_CHECKING:
    from bookcase.model.library import Library

CONTENT = ROOT / "content"
LAW = "mau-luat-01-2022-qh15-mau"
CITE = "Luật Vườn cộng đồng số 01/2022/QH15-MAU"
WRITTEN, TODAY = date(2022, 12, 1), date(2026, 11, 24)


@cache
def library() -> Library:
    return load(CONTENT).value


def pinned(cite: str, day: date = WRITTEN) -> Basis:
    to = aim(cite, acts_of(library()), day)
    return Basis(cite, Judges(CONTENT, library(), day).pin(to), day)


def rest(basis: Basis, day: date = TODAY, held: Library | None = None) -> Rest:
    asked = Publication("x", PublicationKind.QA, "X", "hoi-dap", "x", "hoi-dap/x.md")
    one = replace(asked, legal_basis=(basis,))
    known = replace(held or library(), publications=(one,))
    (found,) = rests(CONTENT, known, day)["x"]
    return found


@pytest.mark.parametrize(
    ("cite", "aimed", "work", "units"),
    [
        (f"khoản 2 Điều 10 {CITE}", Aimed.HELD, LAW, ("d10.k2",)),
        (f"khoản 2 và khoản 4 Điều 10 {CITE}", Aimed.HELD, LAW, ("d10.k2", "d10.k4")),
        (CITE, Aimed.HELD, LAW, ()),
        ("Điều 3 Luật số 99/2031/QH20", Aimed.UNKNOWN, "luat-99-2031-qh20", ("d3",)),
        ("theo hướng dẫn của xã", Aimed.NOWHERE, "", ()),
    ],
)
def test_a_basis_leads_to_the_provisions_that_it_names(
    cite: str, aimed: Aimed, work: str, units: tuple[str, ...]
) -> None:
    found = aim(cite, acts_of(library()), TODAY)
    assert (found.aimed, found.work, found.units) == (aimed, work, units)


def test_two_acts_in_one_basis_are_told() -> None:
    both = f"khoản 2 Điều 10 {CITE} và Điều 3 Luật số 02/2024/QH15-MAU"
    found = aim(both, acts_of(library()), TODAY)
    assert found.aimed is Aimed.SEVERAL
    assert found.candidates == (LAW, "mau-luat-02-2024-qh15-mau")


def test_a_changed_provision_tells_since_when_by_whom_and_what() -> None:
    found = rest(pinned(f"khoản 2 Điều 10 {CITE}"))
    assert found.verdict.standing is Standing.CHANGED
    assert found.verdict.since == date(2024, 7, 1)
    assert found.by == ("mau-luat-02-2024-qh15-mau",)
    assert "10 ngày" in found.was
    assert "07 ngày" in found.now


def test_a_repealed_provision_ends_what_rests_on_it() -> None:
    found = rest(pinned(f"khoản 5 Điều 10 {CITE}"))
    assert found.verdict.standing is Standing.REPEALED
    assert list(ends_of((found,))) == [found]


def test_a_provision_that_was_left_alone_is_the_same() -> None:
    found = rest(pinned(f"khoản 4 Điều 10 {CITE}"))
    assert found.verdict.standing is Standing.SAME
    assert found.by == ()


def test_of_several_provisions_one_that_changed_is_enough() -> None:
    found = rest(pinned(f"khoản 2 và khoản 4 Điều 10 {CITE}"))
    assert found.verdict.standing is Standing.CHANGED


def test_what_was_written_after_a_change_is_not_stale() -> None:
    found = rest(pinned(f"khoản 2 Điều 10 {CITE}", date(2025, 1, 1)))
    assert found.verdict.standing is Standing.SAME


def test_a_change_that_no_text_holds_yet_is_found_by_its_effect() -> None:
    held = library()
    law = held.work(LAW)
    assert law
    first = replace(law, versions=law.versions[:1])
    works = tuple(first if one.id == LAW else one for one in held.works)
    found = rest(pinned(f"khoản 2 Điều 10 {CITE}"), held=replace(held, works=works))
    assert found.verdict.standing is Standing.CHANGED
    assert found.verdict.since == date(2024, 7, 1)
    assert found.verdict.after
    assert found.verdict.after.path == ""
    assert "07 ngày" in found.now


def test_a_change_to_come_is_known_beforehand() -> None:
    found = rest(pinned(f"khoản 2 Điều 10 {CITE}"), date(2024, 5, 1))
    assert found.verdict.standing is Standing.SAME
    assert found.verdict.next_day == date(2024, 7, 1)
    assert found.verdict.next_standing is Standing.CHANGED
    assert found.next_by == ("mau-luat-02-2024-qh15-mau",)


def test_an_act_without_text_that_was_ended_is_told_by_the_register() -> None:
    held = library()
    entry = RegisterEntry("luat-1-2001-qh10", "1/2001/QH10", "luat", "Luật Cũ")
    ending = Effect(
        "d9", entry.id, Op.REPEAL, ("act",), effective=(Phase(date(2020, 1, 1)),)
    )
    works = tuple(
        replace(one, effects=(*one.effects, ending)) if one.id == LAW else one
        for one in held.works
    )
    known = replace(held, works=works, register=(*held.register, entry))
    found = rest(Basis("Điều 3 Luật Cũ số 1/2001/QH10"), held=known)
    assert found.aim.aimed is Aimed.NOT_HELD
    assert found.verdict.standing is Standing.ENDED
    assert list(ends_of((found,))) == []


def test_a_script_rests_on_what_it_was_made_from() -> None:
    row = Rest(Basis("x"), Aim(Aimed.HELD, LAW))
    script = Publication(
        "s", PublicationKind.BROADCAST, "S", "phat-thanh", "s", "s.md", of="x"
    )
    assert rested(script, {"x": (row,)}) == (row,)


def test_no_version_is_read_for_what_is_not_held() -> None:
    judges = Judges(CONTENT, replace(library(), works=()), TODAY)
    assert judges.rest(Basis("x"), Aim(Aimed.UNKNOWN)).verdict.stale is False
    assert Version(None).path == ""
