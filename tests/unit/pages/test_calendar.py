"""The calendar page: who is named, what is said, which publications it touches."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bookcase.history.aims import Aim, Aimed
from bookcase.history.rests import Rest
from bookcase.model.act import UnitPhase, Version
from bookcase.model.effects import Effect, Op, Phase
from bookcase.model.places import Commune, Province, Scope
from bookcase.model.publication import Basis
from bookcase.pages.catalog import catalog
from bookcase.pages.shelves.calendar import (
    CalendarPage,
    Entry,
    announced,
    calendar_page,
)
from bookcase.pages.templates import environment
from bookcase.pages.view import Link
from tests.shared import ROOT

from .samples import DAY, LISTS, library, question, work

SOON = date(2026, 7, 1)
ISSUED = date(2026, 5, 5)
FOLDER = "van-ban/luat/2024/a"
PLACES = replace(
    LISTS,
    provinces={"04": Province("04", "Tỉnh Cao Bằng", "tinh")},
    communes={"01321": Commune("01321", "04", "Xã Mẫu", "xa")},
)


def on_a(op: Op, *at: str, by: str = "d1", **more: object) -> Effect:
    """Make an effect on law A that begins soon."""
    fields = {"effective": (Phase(SOON),), **more}
    return Effect(by, "luat-a", op, at, **fields)  # type: ignore[arg-type]


def page(
    *effects: Effect, rests: dict[str, tuple[Rest, ...]] | None = None, **law: object
) -> CalendarPage:
    """Make the calendar of law A and of an act that does something to it."""
    doer = work("b", effects=effects, issued=ISSUED)
    held = library(
        work("a", **law),
        doer,
        lists=PLACES,
        publications=tuple(replace(question(name), id=name) for name in rests or {}),
    )
    return calendar_page(catalog(held, DAY, rests=rests))


def entry(found: CalendarPage) -> Entry:
    """Return the only entry."""
    ((one,),) = (day.entries for day in found.days)
    return one


def said(*effects: Effect, **law: object) -> list[str]:
    """Return the lines of the only entry as plain words."""
    return [line.said for line in entry(page(*effects, rests=None, **law)).lines]


def html(found: CalendarPage) -> str:
    """Print the page."""
    env = environment(ROOT / "overrides" / "bookcase")
    return env.get_template("lich-hieu-luc.html").render(page=found, root="")


def resting(*units: str, act: str = "luat-a") -> tuple[Rest, ...]:
    """Make what a publication rests on."""
    return (Rest(Basis("…"), Aim(Aimed.HELD, act, units)),)


def test_each_thing_is_said_in_the_readers_words() -> None:
    assert said(
        on_a(Op.REPLACE, "d5.k2", by="d1.k4.a"),
        on_a(Op.INSERT, "d3", new="k8a", line=2),
        on_a(Op.REPEAL, "d4", "d6", line=3),
        on_a(Op.SUSPEND, "d7", line=4),
        on_a(Op.RESUME, "d8", line=5),
        on_a(Op.RETITLE, "d9", line=6),
        on_a(Op.RENUMBER, "d10.k1", new="k2", line=7),
        on_a(Op.REPLACE_WORDS, "everywhere", find="xã", with_="phường", line=8),
    ) == [
        "Sửa đổi khoản 2 Điều 5 theo điểm a khoản 4 Điều 1 Luật số B",
        "Sửa tên Điều 9 theo Điều 1 Luật số B",
        "Đổi số thứ tự khoản 1 Điều 10 (thành khoản 2 Điều 10) theo Điều 1 Luật số B",
        "Sửa đổi mọi chỗ có cụm từ (thay “xã” bằng “phường”) theo Điều 1 Luật số B",
        "Bổ sung khoản 8a Điều 3 theo Điều 1 Luật số B",
        "Bãi bỏ Điều 4, Điều 6 theo Điều 1 Luật số B",
        "Ngưng hiệu lực Điều 7 theo Điều 1 Luật số B",
        "Tiếp tục có hiệu lực: Điều 8 theo Điều 1 Luật số B",
    ]


def test_ends_and_pauses_of_whole_acts_name_their_places() -> None:
    there = (Phase(SOON, None, ("04",)),)
    pause = (Phase(date(2026, 1, 1), SOON),)
    begun = (Phase(SOON, date(2027, 3, 1), ("04",)),)
    by = "theo Điều 1 Luật số B"
    assert said(on_a(Op.REPEAL)) == [f"Hết hiệu lực toàn bộ {by}"]
    assert said(on_a(Op.REPEAL, effective=there)) == [
        f"Hết hiệu lực tại tỉnh Cao Bằng {by}"
    ]
    assert said(on_a(Op.SUSPEND, "d1", effective=begun)) == [
        f"Ngưng hiệu lực Điều 1 tại tỉnh Cao Bằng đến trước ngày 01/03/2027 {by}"
    ]
    assert said(on_a(Op.SUSPEND, effective=pause)) == [
        f"Hết thời gian ngưng hiệu lực toàn bộ {by}"
    ]
    assert said(on_a(Op.SUSPEND, "d1", effective=pause)) == [
        f"Hết thời gian ngưng hiệu lực: Điều 1 {by}"
    ]
    assert said(on_a(Op.REPLACE, "d1", effective=pause)) == [
        f"Hết thời gian áp dụng nội dung tạm thời: Điều 1 {by}"
    ]


def test_what_begins_is_said_of_the_act_and_of_provisions() -> None:
    begins = (Version(SOON, path=f"{FOLDER}/2026-07-01.md"),)
    assert said(versions=begins) == ["Có hiệu lực"]
    late = (UnitPhase(("d5", "d7.k2"), SOON),)
    assert said(phases=late) == ["Có hiệu lực: Điều 5, khoản 2 Điều 7"]


def test_provisions_lead_to_where_they_stand() -> None:
    new = Version(SOON, "consolidated", "by-machine", path=f"{FOLDER}/2026-07-01.md")
    versions = (*work("a").versions, new)
    rows = (
        on_a(Op.REPLACE, "d5.k2"),
        on_a(Op.RETITLE, "d9", line=2),
        on_a(Op.INSERT, "d3", new="k8a", line=3),
    )
    one = entry(page(*rows, versions=versions))
    assert [unit.url for line in one.lines for unit in line.units] == [
        f"{FOLDER}.html#d5.k2",
        f"{FOLDER}.html#d9",
        f"{FOLDER}/2026-07-01.html#d3.k8a",
    ]
    assert one.lines[0].by == Link("Điều 1 Luật số B", "van-ban/luat/2024/b.html#d1")
    assert one.compare
    assert one.compare.url == f"{FOLDER}/so-sanh--2024-01-01--2026-07-01.html"
    without = entry(page(*rows))
    assert without.lines[2].units == (Link("khoản 8a Điều 3"),)
    assert without.compare is None


def test_an_act_that_is_not_held_has_no_dead_links() -> None:
    doer = work("b", effects=(replace(on_a(Op.REPLACE, "d5"), on="luat-x"),))
    one = entry(calendar_page(catalog(library(doer), DAY)))
    assert one.act.url == ""
    assert one.lines[0].units == (Link("Điều 5"),)
    assert 'href="#' not in html(calendar_page(catalog(library(doer), DAY)))


def test_publications_on_what_changes_are_to_be_mended() -> None:
    rests = {
        "trong": resting("d5.k2.a"),
        "ngoai": resting("d5"),
        "toan-bo": resting(),
        "cho-khac": resting("d50"),
        "luat-khac": resting("d5", act="luat-b"),
    }
    found = page(on_a(Op.REPLACE, "d5.k2"), rests=rests)
    assert [one.label for one in entry(found).mend] == [
        "Hỏi trong",
        "Hỏi ngoai",
        "Hỏi toan-bo",
    ]
    assert entry(found).mend[0].note == "Hỏi đáp"
    assert entry(found).related == ()
    assert found.mend == 3
    assert "Bài cần chuẩn bị sửa" in html(found)
    assert "3 bài giải thích, tờ gấp dựa vào" in html(found)


def test_what_only_begins_makes_no_publication_old() -> None:
    begins = (UnitPhase(("d5",), SOON),)
    found = page(rests={"moi": resting("d5")}, phases=begins)
    assert entry(found).mend == ()
    assert [one.label for one in entry(found).related] == ["Hỏi moi"]
    assert found.mend == 0
    assert "Bài liên quan" in html(found)


def test_what_was_made_from_a_publication_is_to_be_mended_with_it() -> None:
    base = question("goc")
    script = replace(question("loa"), legal_basis=(), of=base.id)
    held = library(
        work("a"),
        work("b", effects=(on_a(Op.REPLACE, "d5"),)),
        publications=(base, script),
    )
    rests = {base.id: resting("d5")}
    found = calendar_page(catalog(held, DAY, rests=rests))
    assert [one.label for one in entry(found).mend] == ["Hỏi goc", "Hỏi loa"]


def test_many_changes_by_one_act_are_one_entry_that_folds() -> None:
    rows = [on_a(Op.REPLACE, f"d{number}", line=number) for number in range(1, 298)]
    rows += [on_a(Op.REPEAL, f"d{number}", line=number) for number in range(298, 301)]
    found = page(*rows)
    assert entry(found).summary == "Sửa đổi 297 quy định, bãi bỏ 3 quy định"
    printed = html(found)
    assert printed.count("<details>") == 1
    assert printed.count("<li>") == 300
    assert "<details" not in html(page(*rows[:5]))


def test_a_local_act_says_where_it_holds() -> None:
    one = entry(page(on_a(Op.REPEAL), scope=Scope("commune", "01321")))
    assert one.place == "áp dụng tại xã Mẫu"
    assert "áp dụng tại xã Mẫu" in html(
        page(on_a(Op.REPEAL), scope=Scope("commune", "01321"))
    )


def test_an_invented_act_says_so() -> None:
    printed = html(page(on_a(Op.REPEAL), specimen=True))
    assert "văn bản minh họa, không có giá trị pháp lý" in printed


def test_a_day_is_to_come_until_it_has_come() -> None:
    ((coming, come),) = (day.chips for day in page(on_a(Op.REPEAL)).days)
    assert (coming.name, coming.days.until, coming.days.hidden) == (
        "sắp tới",
        SOON,
        False,
    )
    assert (come.name, come.days.since, come.days.hidden) == ("đã đến", SOON, True)


def test_days_come_in_order_and_acts_by_name() -> None:
    late = on_a(Op.REPEAL, "d1", effective=(Phase(date(2026, 8, 1)),))
    other = replace(on_a(Op.REPEAL, "d1"), on="luat-0")
    doer = work("b", effects=(late, on_a(Op.REPEAL, "d2"), other))
    found = calendar_page(catalog(library(work("a"), work("0"), doer), DAY))
    named = [[one.act.label for one in day.entries] for day in found.days]
    assert named == [["Luật 0 số 0", "Luật a số A"], ["Luật a số A"]]


def test_nothing_to_come_is_said_plainly() -> None:
    printed = html(page())
    assert "Tủ sách chưa biết văn bản hay quy định nào" in printed
    assert "<section" not in printed


def test_no_page_holds_the_day_of_the_build() -> None:
    printed = html(page(on_a(Op.REPLACE, "d1")))
    assert DAY.isoformat() not in printed
    assert "01/06/2026" not in printed


def test_what_people_wrote_is_escaped() -> None:
    printed = html(page(on_a(Op.REPLACE, "d1"), title="Luật <b>A</b>"))
    assert "Luật &lt;b&gt;A&lt;/b&gt;" in printed


def test_the_head_tells_programs_of_the_feeds() -> None:
    head = announced()
    assert head.count("alternate") == 2
    assert 'type="application/atom+xml" href="lich-hieu-luc.xml"' in head
    assert 'type="text/calendar" href="lich-hieu-luc.ics"' in head
