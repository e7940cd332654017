"""What explains an act and its provisions stands beside them, as long as it is true."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from bookcase.history.aims import Aim, Aimed
from bookcase.history.rests import Rest
from bookcase.history.stale import Standing, Verdict
from bookcase.model.publication import PublicationKind
from bookcase.pages.guides import guides, introductions
from bookcase.pages.law.unitnotes import Beside, beside_units

from .samples import question
from .versions import LAW, TODAY, texts

if TYPE_CHECKING:
    from bookcase.model.publication import Publication

TEXT = "###### Điều 1. Ô vườn\n\n1. Ô vườn rộng 10 m².\n\n2. Hết.\n"
SAME = Verdict(Standing.SAME)
STALE = Verdict(Standing.CHANGED, date(2025, 1, 1))
ENDING = Verdict(Standing.SAME, next_day=date(2027, 1, 1))


def rest(one: Publication, *units: str, verdict: Verdict = SAME) -> Rest:
    return Rest(one.legal_basis[0], Aim(Aimed.HELD, LAW, units), verdict)


def shown(rests: dict[str, tuple[Rest, ...]], *all_: Publication) -> dict[str, str]:
    """Return what is told beside the units of the act."""
    own = texts(v2024_01_01=TEXT).popitem()[1]
    beside = Beside(guides=guides(all_, rests, TODAY).get(LAW, ()))
    return beside_units(beside, own, lambda _: own, "../")


ASKED = question("x", "khoản 1 Điều 1 Luật số a")


def test_a_guide_stands_at_the_heading_of_what_it_explains_once() -> None:
    html = shown({ASKED.id: (rest(ASKED, "d1.k1", "d1.k2"),)}, ASKED)
    assert list(html) == ["d1"]
    assert html["d1"].count("<a ") == 1
    assert f'href="../{ASKED.url}"' in html["d1"]
    assert "(hỏi đáp)" in html["d1"]


def test_a_guide_to_the_whole_act_stands_at_no_provision() -> None:
    assert shown({ASKED.id: (rest(ASKED),)}, ASKED) == {}


def test_what_is_out_of_date_is_no_guide() -> None:
    rows = (rest(ASKED, "d1"), rest(ASKED, "d1.k1", verdict=STALE))
    assert shown({ASKED.id: rows}, ASKED) == {}


def test_what_will_be_out_of_date_is_seen_until_then() -> None:
    html = shown({ASKED.id: (rest(ASKED, "d1", verdict=ENDING),)}, ASKED)
    assert '<p class="bk-them" data-den="2027-01-01">' in html["d1"]


def test_many_guides_fold() -> None:
    many = [replace(ASKED, id=f"x-{n}", name=f"x-{n}") for n in range(4)]
    html = shown({one.id: (rest(one, "d1"),) for one in many}, *many)
    assert "<details" in html["d1"]
    assert "(4)</summary>" in html["d1"]


def test_another_language_is_read_from_the_guide_itself() -> None:
    other = replace(ASKED, language="en")
    assert shown({other.id: (rest(other, "d1"),)}, other) == {}


def test_an_introduction_is_to_the_act_that_it_names_first() -> None:
    told = replace(
        ASKED, kind=PublicationKind.INTRODUCTION, summary="Ai cũng có ô vườn."
    )
    other = Rest(told.legal_basis[0], Aim(Aimed.HELD, "luat-khac"))
    found = introductions((told,), {told.id: (rest(told), other)})
    assert list(found) == [LAW]
    assert found[LAW][0].note == "Ai cũng có ô vườn."
    assert introductions((told,), {told.id: (rest(told, verdict=STALE),)}) == {}
    assert introductions((ASKED,), {ASKED.id: (rest(ASKED),)}) == {}
