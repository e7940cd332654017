"""What the check says of bases that are not what they were."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bookcase.history.aims import Aim, Aimed
from bookcase.history.rests import Rest
from bookcase.history.stale import Standing, Verdict
from bookcase.model.act import Work
from bookcase.model.library import Library
from bookcase.model.publication import Basis, Publication, PublicationKind
from bookcase.rules import stale

DAY = date(2024, 7, 1)
LAW = Work("luat-a", "1/2020/QH15-MAU", "luat", "Luật A", "van-ban/luat/2020/a")
ASKED = Publication("x", PublicationKind.QA, "X", "hoi-dap", "x", "hoi-dap/x.md")
BASIS = Basis("khoản 1 Điều 2 Luật A", "0" * 16, date(2022, 1, 1), line=12)
HELD = Aim(Aimed.HELD, "luat-a", ("d2.k1",))


def said(rest: Rest) -> list[tuple[str, str]]:
    library = Library(works=(LAW,), publications=(ASKED,))
    found = [*stale.check(library, {"x": (rest,)})]
    assert all(one.span.line == rest.basis.line for one in found)
    return [(one.code, one.level) for one in found]


@pytest.mark.parametrize(
    ("standing", "code"),
    [
        (Standing.CHANGED, "PIN001"),
        (Standing.REPEALED, "PIN002"),
        (Standing.ENDED, "PIN002"),
    ],
)
def test_what_changed_is_a_warning(standing: Standing, code: str) -> None:
    assert said(Rest(BASIS, HELD, Verdict(standing, DAY))) == [(code, "warning")]


def test_the_same_words_say_nothing() -> None:
    assert said(Rest(BASIS, HELD, Verdict(Standing.SAME))) == []


def test_what_never_was_is_an_error_once_it_is_pinned() -> None:
    never = Verdict(Standing.NEVER)
    assert said(Rest(BASIS, HELD, never)) == [("PIN003", "error")]
    loose = replace(BASIS, pin="")
    assert said(Rest(loose, HELD, never)) == [("PIN003", "warning")]


@pytest.mark.parametrize(
    ("aimed", "level"),
    [
        (Aimed.AMBIGUOUS, "warning"),
        (Aimed.SEVERAL, "warning"),
        (Aimed.NOWHERE, "warning"),
        (Aimed.UNKNOWN, "info"),
    ],
)
def test_a_basis_that_leads_to_no_one_act(aimed: Aimed, level: str) -> None:
    assert said(Rest(BASIS, Aim(aimed))) == [("PIN004", level)]


def test_what_is_not_pinned_and_what_is_to_come_are_told() -> None:
    loose = replace(BASIS, pin="")
    assert said(Rest(loose, HELD)) == [("PIN005", "info")]
    coming = Verdict(Standing.SAME, next_day=DAY, next_standing=Standing.REPEALED)
    assert said(Rest(BASIS, HELD, coming)) == [("PIN006", "info")]


def test_the_words_that_went_and_came_are_shown_with_who_did_it() -> None:
    row = Rest(
        BASIS,
        HELD,
        Verdict(Standing.CHANGED, DAY),
        ("luat-a",),
        (),
        "1. Trong 10 ngày.",
        "1. Trong 07 ngày.",
    )
    (found,) = stale.check(Library((LAW,), (ASKED,)), {"x": (row,)})
    assert found.message == (
        "căn cứ «khoản 1 Điều 2 Luật A» đã thay đổi từ ngày 01/07/2024 theo văn bản số"
        " 1/2020/QH15-MAU: bỏ «10»; thêm «07»"
    )
    assert "bookcase pin hoi-dap/x.md" in found.hint
