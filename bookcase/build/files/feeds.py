"""What is new and what is to come, for other programs: Atom feeds, iCalendar files.

Forms: RFC 4287 and RFC 5545. Names and dates in them depend on what happens alone, so
that a reader's program tells what is new from what it has seen in another build.
"""

from __future__ import annotations

import re
import uuid
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from bookcase.pages.markup import day, text
from bookcase.pages.shelves.calendar import CALENDAR, FEED, TITLE, URL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from bookcase.pages.shelves.calendar import CalendarPage, Entry
    from bookcase.pages.shelves.news import Feed, News
    from bookcase.pages.view import Link

BOOKCASE = "Tủ sách pháp luật điện tử quốc gia"
MEND = "Bài cần chuẩn bị sửa"
_SPACE = uuid.uuid5(uuid.NAMESPACE_URL, "tu-sach-phap-luat/lich-hieu-luc")
_WIDTH = 75
_NOT_TEXT = re.compile("[^\t\n\r\x20-~\x80-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_HAS_MEANING = re.compile(r"[\\;,]")
_LONG_AGO = date(1970, 1, 1)


def write(
    site: Path,
    site_url: str,
    page: CalendarPage,
    made: Iterable[date],
    feeds: Iterable[Feed] = (),
) -> None:
    """Write all feeds and calendars.

    Args:
        site: The folder of the site.
        site_url: The site's address with a slash at its end; without it nothing links
            to the site.
        page: What is to come.
        made: The days on which the acts of the bookcase were issued; the last of them
            is the feed's own where nothing is to come.
        feeds: What is new.
    """
    entries = tuple(one for of_day in page.days for one in of_day.entries)
    last = max(made, default=_LONG_AGO)
    items = tuple(ahead_item(one, site_url) for one in entries)
    _put(site / FEED, atom(Head(FEED, TITLE, URL), items, site_url, last))
    _put(site / CALENDAR, icalendar(TITLE, entries, site_url))
    for feed in feeds:
        told = tuple(_news(one, site_url) for one in feed.news)
        head = Head(feed.file, feed.title, feed.page)
        _put(site / feed.file, atom(head, told, site_url, last))
        if feed.calendar:
            _put(site / feed.calendar, icalendar(feed.title, feed.ahead, site_url))


def _put(path: Path, words: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(words.encode())


class Head(NamedTuple):
    """Where a feed lies, what it is called, the page that shows the same."""

    path: str
    title: str
    page: str


class Item(NamedTuple):
    """An entry of a feed: its lasting name, its title, page, day and words in HTML."""

    key: str
    title: str
    url: str
    told: date
    html: str


def atom(head: Head, items: Sequence[Item], site_url: str, otherwise: date) -> str:
    """Return a feed.

    Args:
        head: What it is.
        items: Its entries.
        site_url: The site's address.
        otherwise: The day of a feed that has no entries.
    """
    links = ""
    if site_url:
        own, page = text(site_url + head.path), text(site_url + head.page)
        links = (
            f'<link rel="self" href="{own}"/>\n'
            f'<link rel="alternate" type="text/html" href="{page}"/>\n'
        )
    updated = max((one.told for one in items), default=otherwise)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi">\n'
        f"<id>{name_of(head.path).urn}</id>\n<title>{_xml(head.title)}</title>\n"
        f"<updated>{_moment(updated)}</updated>\n"
        f"<author><name>{BOOKCASE}</name></author>\n{links}"
        + "".join(_atom_entry(one, site_url) for one in items)
        + "</feed>\n"
    )


def icalendar(title: str, entries: Iterable[Entry], site_url: str) -> str:
    """Return a calendar: an event of a whole day for each act and day."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Tu sach phap luat//Lich hieu luc//VI",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_escaped(title)}",
        *_ZONE,
    ]
    for one in entries:
        lines += _event(one, site_url)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in folded(line))


_ZONE = (  # a calendar without events must hold something
    "BEGIN:VTIMEZONE",
    "TZID:Asia/Ho_Chi_Minh",
    "BEGIN:STANDARD",
    "DTSTART:19750613T000000",
    "TZOFFSETFROM:+0800",
    "TZOFFSETTO:+0700",
    "END:STANDARD",
    "END:VTIMEZONE",
)


def name_of(key: str) -> uuid.UUID:
    """Return the name that stays the same in every build."""
    return uuid.uuid5(_SPACE, key)


def folded(line: str) -> Iterator[str]:
    """Cut a line into parts of at most 75 octets, none of them within a letter."""
    part, size = "", 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > _WIDTH:
            yield part
            part, size = " ", 1
        part, size = part + letter, size + octets
    yield part


def _atom_entry(one: Item, site_url: str) -> str:
    address = text(site_url + one.url) if site_url else ""
    link = f'<link rel="alternate" type="text/html" href="{address}"/>\n'
    return (
        f"<entry>\n<id>{name_of(one.key).urn}</id>\n<title>{_xml(one.title)}</title>\n"
        f"<updated>{_moment(one.told)}</updated>\n"
        f"{link if address else ''}"
        f'<content type="html">{_xml(one.html)}</content>\n'
        "</entry>\n"
    )


def ahead_item(one: Entry, site_url: str) -> Item:
    """Return what a feed tells of something to come."""
    title, url = f"{day(one.day)}: {_named(one)}", f"{URL}#{one.anchor}"
    return Item(one.key, title, url, one.told, _html(one, site_url))


def _news(one: News, site_url: str) -> Item:
    lines = "".join(f"<li>{text(line)}</li>" for line in one.lines)
    html = f"<p>{_linked(one.link, site_url)}</p><ul>{lines}</ul>"
    return Item(f"tin {one.key}", one.title, one.link.url, one.told, html)


def _named(one: Entry) -> str:
    return one.act.label + (" (văn bản minh họa)" if one.specimen else "")


def _html(one: Entry, site_url: str) -> str:
    lines = "".join(f"<li>{text(line.said)}</li>" for line in one.lines)
    mend = "".join(f"<li>{_linked(link, site_url)}</li>" for link in one.mend)
    place = f"<p>{text(one.place)}</p>" if one.place else ""
    act = f"<p>{_linked(one.act, site_url)}</p>"
    return f"{act}{place}<ul>{lines}</ul>" + (
        f"<p>{MEND}:</p><ul>{mend}</ul>" if mend else ""
    )


def _linked(link: Link, site_url: str) -> str:
    address = site_url + link.url if site_url and link.url else ""
    if not address:
        return text(link.label)
    return f'<a href="{text(address)}">{text(link.label)}</a>'


def _event(one: Entry, site_url: str) -> Iterator[str]:
    said = [one.place, *(line.said for line in one.lines)]
    if one.mend:
        said += [f"{MEND}:", *(f"- {link.label}" for link in one.mend)]
    yield "BEGIN:VEVENT"
    yield f"UID:{name_of(one.key)}"
    yield f"DTSTAMP:{one.told:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{one.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{one.day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_escaped(_named(one))}"
    yield f"DESCRIPTION:{_escaped(chr(10).join(filter(None, said)))}"
    if site_url:
        yield f"URL:{site_url}{URL}#{one.anchor}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _escaped(words: str) -> str:
    r"""Write text as RFC 5545, 3.3.11 asks: ``a, b`` is ``a\, b``."""
    kept = _HAS_MEANING.sub(r"\\\g<0>", _clean(words))
    return "\\n".join(kept.splitlines())


def _xml(words: str) -> str:
    return text(_clean(words))


def _clean(words: str) -> str:
    """Take out what is no text, in XML and in calendars."""
    return _NOT_TEXT.sub("", words)


def _moment(value: date) -> str:
    return f"{value.isoformat()}T00:00:00+07:00"
