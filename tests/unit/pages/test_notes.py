"""What is told beside units of days: not yet in force, suspended, about to change."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from bookcase.model.act import UnitPhase
from bookcase.model.effects import Op, Phase
from bookcase.model.lists import Lists
from bookcase.model.places import Province
from bookcase.pages.catalog import catalog
from bookcase.pages.law.notes import notes
from bookcase.pages.law.unitnotes import Beside, beside_units
from bookcase.pages.view import When, when

from .samples import library
from .versions import (
    FIRST,
    FOLDER,
    SECOND,
    THIRD,
    TODAY,
    acting,
    effect,
    law,
    seen,
    texts,
)

if TYPE_CHECKING:
    from bookcase.model.act import Version, Work

TEXT = """\
###### Điều 1. Ô vườn

1. Ô vườn rộng 10 m².

###### Điều 17. Đánh giá

1. Xã đánh giá.
"""


def told(act: Work, shown: Version, *others: Work) -> dict[str, str]:
    """Return the notes of a version's page as HTML by unit."""
    held = texts(v2024_01_01=TEXT, v2025_01_01=TEXT, v2027_01_01=TEXT)
    found = notes(act, shown, seen(act, *others))
    own = held[shown.path]
    return beside_units(Beside(notes=found), own, held.__getitem__, "")


def now(html: str) -> str:
    """Return what a note says on the day of the build."""
    seen_now = re.sub(r"<span[^>]* hidden>[^<]*</span> ?", "", html)
    return re.sub(r"<[^>]*>", "", seen_now)


def test_a_provision_that_begins_later_than_its_act_says_so() -> None:
    act = law(FIRST, phases=(UnitPhase(("d17",), date(2026, 9, 1)),))
    html = told(act, FIRST)["d17"]
    assert now(html) == "Chưa có hiệu lực. Có hiệu lực từ ngày 01/09/2026."
    assert '<span data-den="2026-09-01">Chưa có hiệu lực.</span>' in html


def test_a_phase_that_is_past_is_told_on_the_texts_of_its_time_only() -> None:
    phases = (UnitPhase(("d17",), date(2024, 6, 1)),)
    act = law(FIRST, SECOND, phases=phases)
    assert now(told(act, FIRST)["d17"]) == "Có hiệu lực từ ngày 01/06/2024."
    assert told(act, SECOND) == {}


def test_a_suspension_is_told_before_during_and_after() -> None:
    days = Phase(date(2026, 9, 1), date(2027, 9, 1))
    html = told(law(FIRST), FIRST, acting(effect(Op.SUSPEND, "d17", effective=(days,))))
    span = "ngưng hiệu lực từ ngày 01/09/2026 đến trước ngày 01/09/2027"
    assert re.findall(r"<span([^>]*)>([^<]*)</span>", html["d17"]) == [
        (' data-den="2026-09-01"', f"Sẽ {span}"),
        (' data-tu="2026-09-01" data-den="2027-09-01" hidden', f"Đang {span}"),
        (' data-tu="2027-09-01" hidden', f"Đã {span}"),
    ]
    assert (
        '"van-ban/luat/2024/b.html#d1.k1">khoản 1 Điều 1 Luật số B</a>' in (html["d17"])
    )


def test_a_suspension_that_is_over_is_told_on_the_text_of_its_time() -> None:
    days = Phase(date(2024, 3, 1), date(2024, 9, 1))
    other = acting(effect(Op.SUSPEND, "d17", effective=(days,)))
    assert told(law(FIRST, SECOND), SECOND, other) == {}
    assert now(told(law(FIRST, SECOND), FIRST, other)["d17"]) == (
        "Ngưng hiệu lực từ ngày 01/03/2024 đến trước ngày 01/09/2024"
        " theo khoản 1 Điều 1 Luật số B."
    )


def test_what_is_resumed_as_a_whole_ends_its_suspension() -> None:
    other = acting(
        effect(Op.SUSPEND, "d17.k1", start="2026-01-01"),
        effect(Op.RESUME, "d17", start="2026-08-01"),
    )
    found = told(law(FIRST), FIRST, other)
    assert now(found["d17.k1"]).startswith(
        "Đang ngưng hiệu lực từ ngày 01/01/2026 đến trước ngày 01/08/2026 theo"
    )
    assert now(found["d17"]).startswith("Sẽ tiếp tục có hiệu lực từ ngày 01/08/2026")


def test_what_is_resumed_in_part_stays_suspended() -> None:
    other = acting(
        effect(Op.SUSPEND, "d17", start="2026-01-01"),
        effect(Op.RESUME, "d17.k1", start="2026-03-01"),
    )
    found = told(law(FIRST), FIRST, other)
    assert now(found["d17"]).startswith("Đang ngưng hiệu lực từ ngày 01/01/2026 theo")
    assert now(found["d17.k1"]).startswith("Đã tiếp tục có hiệu lực")


def test_the_places_of_a_suspension_are_named() -> None:
    lists = Lists(provinces={"04": Province("04", "Tỉnh Cao Bằng", "tỉnh")})
    days = Phase(date(2026, 1, 1), where=("04",))
    other = acting(effect(Op.SUSPEND, "d17", effective=(days,)))
    known = catalog(library(law(FIRST), other, lists=lists), TODAY)
    (note,) = notes(law(FIRST), FIRST, known)
    assert [one.text for one in note.says] == [
        "Đang ngưng hiệu lực tại tỉnh Cao Bằng từ ngày 01/01/2026"
    ]


def test_a_known_change_is_told_with_its_new_words() -> None:
    other = acting(effect(Op.REPLACE, "d1.k1", start="2027-01-01"))
    html = told(law(FIRST, SECOND, THIRD), SECOND, other)["d1.k1"]
    assert now(html) == (
        "Sẽ được sửa đổi từ ngày 01/01/2027 theo khoản 1 Điều 1 Luật số B."
        " Xem lời văn mới."
    )
    assert '<span data-tu="2027-01-01" hidden>Đã được sửa đổi' in html
    assert f'<a href="{FOLDER}/2027-01-01.html#d1.k1">Xem lời văn mới</a>' in html


def test_a_unit_to_be_inserted_is_told_where_it_will_stand() -> None:
    other = acting(
        effect(Op.INSERT, "d1", new="k2", start="2027-01-01"),
        effect(Op.INSERT, new="d17a", anchor="d17", start="2027-01-01"),
    )
    found = told(law(FIRST, SECOND, THIRD), SECOND, other)
    assert now(found["d1"]).startswith("Sẽ được bổ sung khoản 2 từ ngày 01/01/2027")
    assert now(found["d17"]).startswith("Sẽ được bổ sung Điều 17a từ ngày")


def test_a_change_that_the_text_lacks_is_told_beside_its_unit() -> None:
    other = acting(effect(Op.REPEAL, "d17", start="2026-03-01"))
    assert now(told(law(FIRST), FIRST, other)["d17"]) == (
        "Đã được bãi bỏ từ ngày 01/03/2026 theo khoản 1 Điều 1 Luật số B."
        " Lời văn ở đây chưa cập nhật."
    )


def test_an_old_text_tells_nothing_of_what_came_later() -> None:
    other = acting(effect(Op.REPLACE, "d1.k1", start="2027-01-01"))
    assert told(law(FIRST, SECOND, THIRD), FIRST, other) == {}


def test_a_piece_is_left_out_once_its_days_are_over() -> None:
    gone, begun, coming = date(2026, 1, 1), TODAY, date(2026, 9, 1)
    assert when(None, gone, TODAY) is None
    assert when(None, begun, TODAY) is None
    assert when(begun, coming, TODAY) == When(None, coming)
    assert when(coming, None, TODAY) == When(coming, None, hidden=True)
