"""A record names provisions that its act has, and days in their order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bookcase.legal.parser import parse
from bookcase.model.act import Ends, UnitPhase, Version, Work
from bookcase.model.effects import Effect, Op, Phase
from bookcase.rules import own_words

FOLDER = "van-ban/luat/2020/1"
TEXT = parse("###### Điều 1. Một\n\n1. Khoản.\n\n###### Điều 2. Hai\n").value
WORK = Work(
    "mau-luat",
    "1/2020/QH14-MAU",
    "luat",
    "Luật Thử",
    FOLDER,
    versions=(Version(date(2020, 7, 1), "as-enacted", path=f"{FOLDER}/a.md"),),
)


def found(work: Work) -> list[tuple[str, str, int]]:
    """Return the code, file and line of each finding."""
    told = own_words.check(work, lambda _: TEXT)
    return [(one.code, one.span.path.rpartition("/")[2], one.span.line) for one in told]


def acts(by: str) -> Effect:
    start = (Phase(date(2020, 7, 1)),)
    return Effect(by, "mau-luat-kia", Op.REPEAL, ("d5",), effective=start, line=7)


def test_provisions_that_are_there_are_no_finding() -> None:
    phases = (UnitPhase(("d2", "d1.k1"), date(2021, 1, 1)),)
    ends = Ends(date(2026, 1, 1))
    assert found(replace(WORK, effects=(acts("d1.k1"),))) == []
    assert found(replace(WORK, phases=phases, ends=ends)) == []


def test_a_row_of_effects_by_a_provision_that_is_not_there() -> None:
    work = replace(WORK, effects=(acts("d17.k1"), acts("d1")))
    assert found(work) == [("AMEND117", "effects.yml", 7)]


def test_a_day_of_its_own_for_a_provision_that_is_not_there() -> None:
    phases = (UnitPhase(("d2", "d99.k3"), date(2021, 1, 1), line=12),)
    assert found(replace(WORK, phases=phases)) == [("AMEND118", "document.yml", 12)]


def test_an_end_before_the_beginning() -> None:
    for day in (date(2019, 1, 1), date(2020, 7, 1)):
        work = replace(WORK, ends=Ends(day, line=15))
        assert found(work) == [("AMEND119", "document.yml", 15)]
    assert found(replace(WORK, ends=Ends(date(2020, 7, 2)))) == []
    assert found(replace(WORK, ends=Ends(None, reason="bai-bo"))) == []
