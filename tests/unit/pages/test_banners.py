"""The boxes above a text, on the day of the build and by the reader's clock."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from bookcase.model.act import Ends
from bookcase.model.effects import Op, Phase
from bookcase.model.relations import Rel, Relation
from bookcase.pages.law.banners import banners, disclaimer

from .samples import repeal, work
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
    from bookcase.pages.view import Notice


def boxes(act: Work, shown: Version, *others: Work) -> tuple[Notice, ...]:
    """Return the boxes of a version, but for the one that says its days."""
    known = seen(act, *others)
    found = banners(act, shown, known.states[act.id], known)
    return tuple(notice for notice in found if notice.kind != "as-of")


def said(notice: Notice) -> tuple[str, str, str, bool]:
    """Return a box's words, from when, until when it is true, whether it is hidden."""
    days = notice.days
    since = days.since.isoformat() if days and days.since else ""
    until = days.until.isoformat() if days and days.until else ""
    return notice.text, since, until, bool(days and days.hidden)


def test_an_old_version_leads_to_the_text_of_now_and_the_comparison() -> None:
    act = law(FIRST, SECOND)
    (newer,) = boxes(act, FIRST)
    assert said(newer) == (
        "Đã có bản mới hơn, có hiệu lực từ ngày 01/01/2025.",
        "",
        "",
        False,
    )
    assert newer.link
    assert newer.link.url == act.url
    assert newer.other
    assert newer.other.url == f"{FOLDER}/so-sanh--2024-01-01--2025-01-01.html"


def test_a_known_change_is_told_before_its_day_and_after_by_the_clock() -> None:
    before, after, _ = boxes(law(FIRST, SECOND, THIRD), SECOND)
    assert said(before) == (
        "Văn bản này có thay đổi từ ngày 01/01/2027.",
        "",
        "2027-01-01",
        False,
    )
    assert said(after) == (
        "Đã có bản mới hơn, có hiệu lực từ ngày 01/01/2027.",
        "2027-01-01",
        "",
        True,
    )
    assert before.link == after.link
    assert before.link
    assert before.link.url == f"{FOLDER}/2027-01-01.html"


def test_an_old_copy_leads_to_the_newest_text_of_its_own_day() -> None:
    later = replace(THIRD, start=date(2028, 7, 1), path=f"{FOLDER}/2028-07-01.md")
    _, *after, _ = boxes(law(FIRST, SECOND, THIRD, later), SECOND)
    assert [said(box) for box in after] == [
        (
            "Đã có bản mới hơn, có hiệu lực từ ngày 01/01/2027.",
            "2027-01-01",
            "2028-07-01",
            True,
        ),
        (
            "Đã có bản mới hơn, có hiệu lực từ ngày 01/07/2028.",
            "2028-07-01",
            "",
            True,
        ),
    ]
    assert [box.link.url for box in after if box.link] == [
        f"{FOLDER}/2027-01-01.html",
        f"{FOLDER}/2028-07-01.html",
    ]


def test_a_future_version_says_so_until_its_day() -> None:
    early, _ = boxes(law(FIRST, SECOND, THIRD), THIRD)
    assert said(early) == (
        "Bản này chưa có hiệu lực, áp dụng từ ngày 01/01/2027.",
        "",
        "2027-01-01",
        False,
    )


def test_changes_that_no_version_has_are_counted_and_listed() -> None:
    other = acting(
        effect(Op.REPLACE, "d7.k2.c", start="2026-03-01"),
        effect(Op.INSERT, "d3", new="k8a", start="2026-03-01"),
    )
    (box,) = boxes(law(FIRST), FIRST, other)
    assert box.text == "Chưa cập nhật: 2 sửa đổi chưa áp dụng vào lời văn dưới đây."
    assert [(one.label, one.note) for one in box.items] == [
        (
            "khoản 1 Điều 1 Luật số B",
            "Sửa đổi điểm c khoản 2 Điều 7, từ ngày 01/03/2026",
        ),
        ("khoản 1 Điều 1 Luật số B", "Bổ sung khoản 8a Điều 3, từ ngày 01/03/2026"),
    ]
    assert box.items[0].url == "van-ban/luat/2024/b.html#d1.k1"


def test_a_change_to_come_without_a_text_is_told_on_both_sides_of_its_day() -> None:
    other = acting(effect(Op.REPEAL, "d2", start="2026-09-01"))
    assert [said(box) for box in boxes(law(FIRST), FIRST, other)] == [
        (
            "Văn bản này có thay đổi từ ngày 01/09/2026; chưa có lời văn mới.",
            "",
            "2026-09-01",
            False,
        ),
        (
            "Chưa cập nhật: 1 sửa đổi chưa áp dụng vào lời văn dưới đây.",
            "2026-09-01",
            "",
            True,
        ),
    ]


def test_an_old_version_does_not_list_what_it_need_not_have() -> None:
    other = acting(effect(Op.REPEAL, "d2", start="2026-03-01"))
    assert len(boxes(law(FIRST, SECOND), FIRST, other)) == 1


def test_a_suspension_of_the_whole_act_is_told_while_it_lasts() -> None:
    phase = Phase(date(2026, 9, 1), date(2027, 3, 1))
    other = acting(effect(Op.SUSPEND, effective=(phase,)))
    days = "ngưng hiệu lực từ ngày 01/09/2026 đến trước ngày 01/03/2027 theo"
    assert [said(box) for box in boxes(law(FIRST), FIRST, other)] == [
        (f"Văn bản sẽ {days}", "", "2026-09-01", False),
        (f"Văn bản đang {days}", "2026-09-01", "2027-03-01", True),
    ]


def test_what_is_resumed_is_no_longer_suspended() -> None:
    phase = Phase(date(2026, 1, 1))
    other = acting(
        effect(Op.SUSPEND, effective=(phase,)),
        effect(Op.RESUME, start="2026-05-01"),
    )
    assert boxes(law(FIRST), FIRST, other) == ()


def test_the_end_of_an_act_is_told_on_both_sides_of_its_day() -> None:
    act = law(FIRST, ends=Ends(date(2027, 1, 1)))
    assert [said(box) for box in boxes(act, FIRST)] == [
        ("Văn bản này hết hiệu lực từ ngày 01/01/2027.", "", "2027-01-01", False),
        ("Văn bản này đã hết hiệu lực từ ngày 01/01/2027.", "2027-01-01", "", True),
    ]


def test_what_has_ended_leads_to_the_act_that_ended_it() -> None:
    gone = acting(repeal(LAW, start=date(2025, 1, 1)))
    (box,) = boxes(law(FIRST), FIRST, gone)
    assert box.text == "Văn bản này đã hết hiệu lực từ ngày 01/01/2025 theo"
    assert box.link
    assert (box.link.label, box.link.url) == ("Luật số B", gone.url)
    instead = replace(gone, relations=(Relation(Rel.REPLACES, LAW),))
    (box,) = boxes(law(FIRST), FIRST, instead)
    assert box.text.endswith("từ ngày 01/01/2025 và được thay thế bởi")


def test_a_text_made_by_hand_names_those_who_checked_it() -> None:
    checkers = ("Lê Văn Mẫu", "Trần Thị Ví Dụ")
    hand = version(
        "2025-01-01", text="consolidated", made="by-hand", checked_by=checkers
    )
    (box,) = boxes(law(FIRST, hand), hand)
    assert "do người biên tập hợp nhất" in box.text
    assert box.text.endswith("Người kiểm tra: Lê Văn Mẫu, Trần Thị Ví Dụ.")


def test_the_official_text_and_the_act_lead_to_each_other() -> None:
    merging = merged("2025-01-01", official="V")
    act = law(FIRST, merging)
    text = work("v", consolidates=LAW)
    (made,) = boxes(act, merging, text)
    assert made.text.endswith("Văn bản hợp nhất chính thức:")
    assert made.link
    assert (made.link.label, made.link.url) == ("Luật số V", text.url)
    (back,) = boxes(text, text.versions[0], act)
    assert back.link
    assert back.link.url == act.url
    assert back.other
    assert back.other.url == f"{FOLDER}/2025-01-01.html"


def test_an_official_text_that_is_not_held_is_named() -> None:
    merging = merged("2025-01-01", official="22/VBHN-VPQH")
    (made,) = boxes(law(FIRST, merging), merging)
    assert made.link
    assert (made.link.label, made.link.url) == ("22/VBHN-VPQH", "")


def test_a_program_is_told_what_a_reader_is_told() -> None:
    merging = merged("2025-01-01", official="22/VBHN-VPQH")
    known = seen(law(FIRST, merging))
    words = disclaimer(merging, known)
    assert "không phải văn bản hợp nhất chính thức" in words
    assert words.endswith("Văn bản hợp nhất chính thức: 22/VBHN-VPQH.")
    assert disclaimer(FIRST, known) == ""


def test_acts_whose_changes_nobody_knows_are_told() -> None:
    act = law(FIRST, SECOND)
    official = work(
        "hop-nhat", consolidates=LAW, merges=("luat-b", "luat-c"), versions=()
    )
    notice = boxes(act, SECOND, official)[0]
    assert notice.text.startswith("Chưa cập nhật: còn 1 văn bản")
    assert [link.label for link in notice.items] == ["Luật C"]


def test_an_act_whose_changes_are_known_is_not_told_twice() -> None:
    act, other = law(FIRST), acting(effect(Op.REPLACE, "d1"))
    official = work("hop-nhat", consolidates=LAW, merges=("luat-b",), versions=())
    (notice,) = boxes(act, FIRST, other, official)
    assert notice.text.startswith("Chưa cập nhật: 1 sửa đổi")
