"""Written words become spoken words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bookcase.spoken.reading import spoken
from tests.golden import cases, update
from tests.shared import ROOT

if TYPE_CHECKING:
    from tests.golden import Case

GOLDEN = ROOT / "tests" / "golden" / "spoken" / "reading.md"


def said(given: str) -> str:
    return "".join(f"{spoken(line).text}\n" for line in given.splitlines())


@pytest.mark.parametrize("case", cases(GOLDEN), ids=lambda case: str(case.title))
def test_golden(case: Case) -> None:
    assert said(case.given) == case.expected


def test_renew(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update-golden"):
        update(GOLDEN, said)
    assert all(case.expected for case in cases(GOLDEN))


def test_an_unknown_abbreviation_is_named_once() -> None:
    assert spoken("XYZ, UBND và XYZ").unknown == ("XYZ",)


@pytest.mark.parametrize("sign", ["§", "$", "²"])
def test_a_sign_that_nothing_says_is_unknown(sign: str) -> None:
    assert spoken(f"Xem {sign} rồi {sign}.").unknown == (sign,)
    assert spoken("Rộng 5 m² và 3 m³.").unknown == ()


def test_plain_words_stay_as_they_are() -> None:
    words = "Bà con hãy đến Ủy ban nhân dân xã, hỏi cán bộ tư pháp."
    assert spoken(words) == (words, ())


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Họp 3 tháng/lần.", "Họp ba tháng một lần."),
        ("quá 0,25 mg/L", "quá không phẩy hai mươi lăm mi-li-gam trên lít"),
        ("tính bằng mg/l khí thở", "tính bằng mi-li-gam trên lít khí thở"),
        ("vợ/chồng", "vợ hoặc chồng"),
    ],
)
def test_a_stroke_is_said_by_what_stands_around_it(written: str, read: str) -> None:
    assert spoken(written) == (read, ())
