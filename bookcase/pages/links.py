"""Links as HTML: what templates print hundreds of times a page.

Written in Python, for a macro's call costs ten times as much: 27,000 of them took a
tenth of a build. Every value is escaped as templates escape.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from bookcase.pages.markup import when_attributes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bookcase.pages.view import Badge, Link

_SPECIAL = re.compile("[&<>\"']")
_AWAY = 'rel="noopener noreferrer external" title="Mở trang chính thức, ngoài tủ sách"'


def target(one: Link, root: str) -> Markup:
    """Return a label that leads to its page, in the bookcase or away, or nowhere."""
    return Markup(_target(one, root))  # noqa: S704 - escaped as it was written


def link(one: Link, root: str) -> Markup:
    """Return a label that leads to its page, and its note."""
    return Markup(_link(one, root))  # noqa: S704 - likewise


def listed(links: Iterable[Link], root: str) -> Markup:
    """Return links as a list."""
    items = "".join([f"<li>{_link(one, root)}</li>\n" for one in links])
    return Markup(f"<ul>{items}</ul>\n")  # noqa: S704 - likewise


def badges(all_: Iterable[Badge]) -> Markup:
    """Return the states of an act, each with the days on which it is seen."""
    return Markup("".join(map(_badge, all_)))  # noqa: S704 - likewise


def _target(one: Link, root: str) -> str:
    if one.url:
        return f'<a href="{root}{_escaped(one.url)}">{_escaped(one.label)}</a>'
    if one.away:
        return f'<a href="{_escaped(one.away)}" {_AWAY}>{_escaped(one.label)}</a>'
    return _escaped(one.label)


def _link(one: Link, root: str) -> str:
    note = f" <small>({_escaped(one.note)})</small>" if one.note else ""
    return _target(one, root) + note


def _badge(one: Badge) -> str:
    css, days = _escaped(one.css), when_attributes(one.days)
    return f'<span class="bk-hieu {css}"{days}>{_escaped(one.name)}</span>'


def _escaped(value: str) -> str:
    return str(escape(value)) if _SPECIAL.search(value) else value
