"""The few things that every piece of HTML needs."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from bookcase.pages.view import When

_NOTE_MARK = re.compile(r"\[\^([^\]\s]+)\]")


def text(value: str) -> str:
    """Escape text for use between tags and inside double quotes."""
    # Asked for every paragraph: looks for one letter are quicker than a pattern.
    if "&" in value or "<" in value or ">" in value or '"' in value:
        return escape(value)
    return value


def inline(value: str) -> str:
    """Escape a paragraph of law and link its footnote marks."""
    if "[" in value:
        return _NOTE_MARK.sub(_note_link, text(value))
    return text(value)


def _note_link(found: re.Match[str]) -> str:
    mark = found[1]
    return f'<sup><a href="#chu-thich-{mark}">{mark}</a></sup>'


def plain(value: str) -> str:
    """Take the footnote marks out of a paragraph."""
    return _NOTE_MARK.sub("", value) if "[" in value else value


def day(value: date) -> str:
    """Write a day as Vietnamese texts do: 01/07/2025."""
    return f"{value.day:02}/{value.month:02}/{value.year}"


def relative(url: str, page: str) -> str:
    """Return the address of a page of the site as seen from another page.

    >>> relative("van-ban/luat.html", "ke/loai/luat.html")
    '../../van-ban/luat.html'
    """
    return "../" * page.count("/") + url


def link(label: str, url: str, page: str) -> str:
    """Make a link to a page of the site; an empty address leaves only the label."""
    if not url:
        return text(label)
    return f'<a href="{text(relative(url, page))}">{text(label)}</a>'


def when_attributes(days: When | None) -> str:
    """Return the attributes that tell the page's script when a piece is to be seen."""
    if days is None:
        return ""
    since = f' data-tu="{days.since.isoformat()}"' if days.since else ""
    until = f' data-den="{days.until.isoformat()}"' if days.until else ""
    return since + until + (" hidden" if days.hidden else "")
