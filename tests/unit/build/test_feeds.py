"""The feeds, read back by others' rules: XML with RFC 4287, lines with RFC 5545."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bookcase.build.files import feeds
from bookcase.pages.law.coming import Line
from bookcase.pages.shelves.calendar import CalendarPage, Day, Entry
from bookcase.pages.view import Link

if TYPE_CHECKING:
    from pathlib import Path

ATOM = "{http://www.w3.org/2005/Atom}"
BASE = "https://vi-du.vn/tu-sach/"
NEW_YEAR = date(2027, 1, 1)
TOLD = date(2026, 11, 16)
LINE = re.compile(r"[A-Z-]+(;[A-Z]+=[^:;]+)*:[^\x00-\x08\x0a-\x1f\x7f]*")
LAW = Entry(
    anchor="2027-01-01-luat-a",
    key="2027-01-01 luat-a",
    day=NEW_YEAR,
    act=Link("Luật A, B & C số 1/2020/QH14", "van-ban/luat/2020/1.html"),
    place="",
    specimen=False,
    lines=(
        Line("Sửa đổi", (Link("Điều 5"),), "thay “a;” bằng “b\\c”", "", None),
        Line("Hết hiệu lực", (), "", " tại tỉnh Cao Bằng", Link("Luật số 2/2026")),
    ),
    summary="",
    compare=None,
    mend=(Link("Hỏi <về> đất", "hoi-dap/dat.html", "Hỏi đáp"),),
    related=(),
    told=TOLD,
)


def page(*entries: Entry) -> CalendarPage:
    """Make a calendar of one day."""
    return CalendarPage((Day(NEW_YEAR, (), entries),) if entries else (), 0)


def written(site: Path, url: str, *entries: Entry) -> tuple[ET.Element, str]:
    """Write the feeds; return the Atom feed's root and the calendar."""
    feeds.write(site, url, page(*entries), [date(2025, 2, 3), date(2024, 1, 1)])
    root = ET.fromstring((site / "lich-hieu-luc.xml").read_bytes())  # noqa: S314 - our own file
    return root, (site / "lich-hieu-luc.ics").read_bytes().decode()


def unfolded(calendar: str) -> list[str]:
    """Return the content lines of a calendar, held to the letter of RFC 5545, 3.1."""
    assert calendar.endswith("\r\n")
    parts = calendar.removesuffix("\r\n").split("\r\n")
    for part in parts:
        assert len(part.encode()) <= 75, part
        assert not {"\r", "\n"} & {*part}
    lines: list[str] = []
    for part in parts:
        if part.startswith(" "):
            lines[-1] += part[1:]
        else:
            lines.append(part)
    for line in lines:
        assert LINE.fullmatch(line), line
    return lines


def meant(value: str) -> str:
    """Return the text that an escaped value stands for (RFC 5545, 3.3.11)."""
    assert not re.search(r"(?<!\\)(?:\\\\)*[;,]", value)
    signs = {"\\\\": "\\", "\\;": ";", "\\,": ",", "\\n": "\n"}
    return re.sub(r"\\.", lambda found: signs[found[0]], value)


def events(calendar: str) -> list[dict[str, str]]:
    """Return the events, each with its properties, none of them twice."""
    found: list[dict[str, str]] = []
    inside: list[str] = []
    for line in unfolded(calendar):
        name, _, value = line.partition(":")
        if name == "BEGIN":
            inside.append(value)
            if value == "VEVENT":
                found.append({})
        elif name == "END":
            assert inside.pop() == value
        elif inside[-1] == "VEVENT":
            assert name not in found[-1]
            found[-1][name] = value
    assert inside == []
    return found


def test_the_feed_is_what_rfc_4287_asks_for(tmp_path: Path) -> None:
    root, _ = written(tmp_path, BASE, LAW)
    assert root.tag == f"{ATOM}feed"
    assert root.findtext(f"{ATOM}title") == "Sắp có hiệu lực, sắp thay đổi"
    assert root.findtext(f"{ATOM}author/{ATOM}name")
    assert root.findtext(f"{ATOM}updated") == "2026-11-16T00:00:00+07:00"
    links = {one.get("rel"): one.get("href") for one in root.findall(f"{ATOM}link")}
    assert links == {
        "self": f"{BASE}lich-hieu-luc.xml",
        "alternate": f"{BASE}lich-hieu-luc.html",
    }
    (entry,) = root.findall(f"{ATOM}entry")
    names = [one.tag.removeprefix(ATOM) for one in entry]
    assert names == ["id", "title", "updated", "link", "content"]
    assert entry.findtext(f"{ATOM}title") == "01/01/2027: Luật A, B & C số 1/2020/QH14"
    assert entry.findtext(f"{ATOM}updated") == "2026-11-16T00:00:00+07:00"
    link = entry.find(f"{ATOM}link")
    assert link is not None
    assert link.get("href") == f"{BASE}lich-hieu-luc.html#2027-01-01-luat-a"


def test_the_words_of_an_entry_are_html_in_the_feed(tmp_path: Path) -> None:
    root, _ = written(tmp_path, BASE, LAW)
    content = root.find(f"{ATOM}entry/{ATOM}content")
    assert content is not None
    assert content.get("type") == "html"
    assert content.text == (
        f'<p><a href="{BASE}van-ban/luat/2020/1.html">Luật A, B &amp; C số 1/2020/QH14'
        "</a></p><ul><li>Sửa đổi Điều 5 (thay “a;” bằng “b\\c”)</li>"
        "<li>Hết hiệu lực tại tỉnh Cao Bằng theo Luật số 2/2026</li></ul>"
        "<p>Bài cần chuẩn bị sửa:</p>"
        f'<ul><li><a href="{BASE}hoi-dap/dat.html">Hỏi &lt;về&gt; đất</a></li></ul>'
    )


def test_an_event_lasts_the_whole_day(tmp_path: Path) -> None:
    _, calendar = written(tmp_path, BASE, LAW)
    lines = unfolded(calendar)
    assert lines[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert lines[-1] == "END:VCALENDAR"
    (event,) = events(calendar)
    assert event["DTSTART;VALUE=DATE"] == "20270101"
    assert event["DTEND;VALUE=DATE"] == "20270102"
    assert event["DTSTAMP"] == "20261116T000000Z"
    assert event["URL"] == f"{BASE}lich-hieu-luc.html#2027-01-01-luat-a"
    assert meant(event["SUMMARY"]) == "Luật A, B & C số 1/2020/QH14"
    assert meant(event["DESCRIPTION"]).splitlines() == [
        *(line.said for line in LAW.lines),
        "Bài cần chuẩn bị sửa:",
        "- Hỏi <về> đất",
    ]


def test_without_an_address_nothing_links_to_the_site(tmp_path: Path) -> None:
    root, calendar = written(tmp_path, "", LAW)
    assert list(root.iter(f"{ATOM}link")) == []
    assert "href" not in (root.findtext(f"{ATOM}entry/{ATOM}content") or "")
    assert all("URL" not in event for event in events(calendar))


def test_names_stay_and_tell_days_and_acts_apart(tmp_path: Path) -> None:
    first, calendar = written(tmp_path, "", LAW)
    id_ = first.findtext(f"{ATOM}entry/{ATOM}id")
    assert id_ == "urn:uuid:52ca0955-266f-535c-a68f-d594026f89b9"
    assert events(calendar)[0]["UID"] == id_.removeprefix("urn:uuid:")
    again, _ = written(tmp_path, BASE, LAW)
    assert again.findtext(f"{ATOM}entry/{ATOM}id") == id_
    assert first.findtext(f"{ATOM}id") == again.findtext(f"{ATOM}id") != id_
    assert feeds.name_of("2027-01-02 luat-a") != feeds.name_of(LAW.key)


def test_an_empty_calendar_is_still_a_feed_and_a_calendar(tmp_path: Path) -> None:
    root, calendar = written(tmp_path, BASE)
    assert root.findall(f"{ATOM}entry") == []
    assert root.findtext(f"{ATOM}updated") == "2025-02-03T00:00:00+07:00"
    assert events(calendar) == []
    assert "BEGIN:VTIMEZONE" in unfolded(calendar)


@pytest.mark.parametrize("count", [74, 75, 76, 149, 150, 300])
def test_lines_are_folded_between_letters(count: int) -> None:
    for letter in ("a", "đ", "ộ", "𠀀"):
        line = letter * count
        parts = list(feeds.folded(line))
        assert all(len(part.encode()) <= 75 for part in parts)
        assert parts[0] + "".join(part[1:] for part in parts[1:]) == line
        assert all(part.startswith(" ") for part in parts[1:])


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=120)


@given(title=TEXT, said=TEXT)
def test_any_words_give_a_feed_and_a_calendar(title: str, said: str) -> None:
    entry = replace(LAW, act=Link(title), specimen=True, lines=(Line(said),))
    head = feeds.Head("a.xml", title, "a.html")
    told = feeds.atom(head, [feeds.ahead_item(entry, BASE)], BASE, TOLD)
    root = ET.fromstring(told)  # noqa: S314 - our own text
    assert len(root.findall(f"{ATOM}entry")) == 1
    (event,) = events(feeds.icalendar(title, [entry], BASE))
    plain = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
    bare = plain.sub("", meant(event["SUMMARY"]))
    assert bare == plain.sub("", title) + " (văn bản minh họa)"
