"""The history of an act, line by line."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bookcase.model.act import Ends, UnitPhase
from bookcase.model.effects import Op, Phase
from bookcase.pages.law.timeline import timeline

from .samples import repeal
from .versions import (
    FIRST,
    FOLDER,
    LAW,
    SECOND,
    THIRD,
    acting,
    effect,
    law,
    merged,
    seen,
    version,
)

if TYPE_CHECKING:
    from bookcase.model.act import Version, Work
    from bookcase.pages.view import Moment


def lines(act: Work, shown: Version, *others: Work) -> tuple[Moment, ...]:
    """Return the lines of an act's history as a version's page shows them."""
    known = seen(act, *others)
    return timeline(act, shown, known, known.states[act.id])


def words(moments: tuple[Moment, ...]) -> list[str]:
    """Return each line as one string, the chips that are seen in brackets."""
    return [
        " ".join(
            filter(
                None,
                (
                    one.day.isoformat() if one.day else "-",
                    one.text,
                    ", ".join(act.label for act in one.acts),
                    *(f"[{c.name}]" for c in one.chips if not c.days.hidden),
                    "[đang xem]" if one.here else "",
                ),
            )
        )
        for one in moments
    ]


def test_versions_come_in_order_with_what_made_them() -> None:
    nameless = merged("2027-01-01", by=())
    act = law(nameless, FIRST, SECOND, issued=date(2023, 6, 1))
    other = acting(effect(Op.REPLACE, "d1"), effect(Op.REPEAL, "d2"))
    assert words(lines(act, SECOND, other)) == [
        "2023-06-01 Ban hành",
        "2024-01-01 Có hiệu lực, lời văn như khi ban hành",
        "2025-01-01 Sửa đổi, bổ sung Luật số B [hiện hành] [đang xem]",
        "2027-01-01 Hợp nhất [sắp tới]",
    ]


def test_a_version_leads_to_its_text_and_to_the_comparison() -> None:
    first, second = lines(law(FIRST, SECOND), FIRST)
    assert first.version
    assert first.version.url == f"{FOLDER}/2024-01-01.html"
    assert first.compare is None
    assert second.compare
    assert second.compare.url == f"{FOLDER}/so-sanh--2024-01-01--2025-01-01.html"


def test_the_clock_hands_on_which_version_holds_now() -> None:
    *_, now, later = lines(law(FIRST, SECOND, THIRD), SECOND)
    (holds,) = now.chips
    assert (holds.days.until, holds.days.hidden) == (date(2027, 1, 1), False)
    soon, then = later.chips
    assert (soon.days.until, soon.days.hidden) == (date(2027, 1, 1), False)
    assert (then.days.since, then.days.hidden) == (date(2027, 1, 1), True)


def test_phases_suspensions_and_the_end_stand_among_them() -> None:
    act = law(
        FIRST,
        phases=(UnitPhase(("d24", "d29.k3"), date(2024, 6, 1)),),
        ends=Ends(date(2028, 1, 1), by="luat-c", reason="thay-the"),
    )
    days = Phase(date(2026, 1, 1), date(2026, 9, 1), where=("01",))
    other = acting(
        effect(Op.SUSPEND, "d17", effective=(days,)),
        effect(Op.RESUME, "d17.k1", start="2026-08-01"),
    )
    assert words(lines(act, FIRST, other))[1:] == [
        "2024-06-01 Điều 24, khoản 3 Điều 29 bắt đầu có hiệu lực",
        "2026-01-01 Ngưng hiệu lực Điều 17 tại 01 đến trước ngày 01/09/2026 Luật số B",
        "2026-08-01 Tiếp tục áp dụng khoản 1 Điều 17 Luật số B [sắp tới]",
        "2028-01-01 Hết hiệu lực toàn bộ: được thay thế Luật C [sắp tới]",
    ]


def test_the_act_that_repeals_the_whole_is_named() -> None:
    gone = acting(repeal(LAW, start=date(2025, 6, 1)))
    assert words(lines(law(FIRST), FIRST, gone))[-1] == (
        "2025-06-01 Hết hiệu lực toàn bộ Luật số B"
    )


def test_an_act_that_ended_has_no_text_that_holds_now() -> None:
    gone = acting(repeal(LAW, start=date(2025, 6, 1)))
    assert "hiện hành" not in " ".join(words(lines(law(FIRST), FIRST, gone)))


def test_changes_that_no_version_has_are_told_a_line_for_each_day_and_act() -> None:
    other = acting(
        effect(Op.REPEAL, "d2", start="2026-09-01"),
        effect(Op.INSERT, "d3", new="k4", start="2026-09-01"),
    )
    assert words(lines(law(FIRST), FIRST, other))[-1] == (
        "2026-09-01 Sửa đổi Điều 2, Điều 3; lời văn chưa cập nhật Luật số B [sắp tới]"
    )


def test_many_provisions_are_counted() -> None:
    other = acting(*(effect(Op.REPEAL, f"d{n}") for n in range(1, 8)))
    assert "Sửa đổi 7 điều khoản;" in words(lines(law(FIRST), FIRST, other))[-1]


def test_a_text_of_no_day_stands_first() -> None:
    codified = version(
        "2025-11-01", start=None, text="codified", path=f"{FOLDER}/phap-dien-2025-11.md"
    )
    first, *_ = lines(law(FIRST, codified), codified)
    assert first.version
    assert (first.day, first.version.label) == (None, "Lời văn theo Bộ pháp điển")
    assert first.here


def test_an_act_with_one_text_and_nothing_else_has_no_history() -> None:
    assert lines(law(FIRST, issued=date(2023, 6, 1)), FIRST) == ()
