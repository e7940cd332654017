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

    from bookcase.pages.cites.cited import CitedAct
    from bookcase.pages.cites.graph import Act
    from bookcase.pages.view import Badge, Link, Row

_CELL = '<td role="cell">{}</td>'
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
    return Markup(_listed(links, root))  # noqa: S704 - likewise


def badges(all_: Iterable[Badge]) -> Markup:
    """Return the states of an act, each with the days on which it is seen."""
    return Markup("".join(map(_badge, all_)))  # noqa: S704 - likewise


def card(rows: Iterable[Row], root: str) -> Markup:
    """Return the lines of the card of an act, each with its links."""
    lines = "".join([_card_row(row, root) for row in rows])
    return Markup(f'<dl class="bk-the">\n{lines}</dl>\n')  # noqa: S704 - likewise


def named(acts: Iterable[CitedAct], root: str) -> Markup:
    """Return the acts that a text names, an item each."""
    return Markup("".join([_named(one, root) for one in acts]))  # noqa: S704 - likewise


def related(acts: Iterable[Act], root: str) -> Markup:
    """Return acts in one relation to another as rows of a table."""
    return Markup("".join([_related(one, root) for one in acts]))  # noqa: S704 - likewise


def _listed(links: Iterable[Link], root: str) -> str:
    items = "".join([f"<li>{_link(one, root)}</li>\n" for one in links])
    return f"<ul>{items}</ul>\n"


def _card_row(row: Row, root: str) -> str:
    said = []
    for number, one in enumerate(row.links, 1):
        html = _link(one, root)
        if one.days:
            html = f"<span{when_attributes(one.days)}>{html}</span>"
        elif number < len(row.links):
            html += "; "
        said.append(html)
    return f"<div><dt>{_escaped(row.term)}</dt><dd>{''.join(said)}</dd></div>\n"


def _named(one: CitedAct, root: str) -> str:
    states = "".join(map(_badge, one.badges))
    html = f'<li id="{one.anchor}"><p>{_link(one.link, root)} {states}</p>\n'
    if one.facts:
        html += f'<p class="bk-dan__phu">{_escaped(one.facts)}</p>'
    if one.reason:
        colon = ":" if one.candidates else ""
        html += f'<p class="bk-dan__phu">{_escaped(one.reason)}{colon}</p>'
    if one.candidates:
        html += _listed(one.candidates, root)
    return f"{html}</li>\n"


def _related(one: Act, root: str) -> str:
    state = _escaped(one.link.note)
    if one.badge:
        css = _escaped(one.badge_class)
        state = f'<span class="bk-hieu {css}">{_escaped(one.badge)}</span>'
    cells = (_target(one.named, root), _escaped(one.number), one.issued, state)
    return f'<tr role="row">{"".join([_CELL.format(cell) for cell in cells])}</tr>\n'


def _target(one: Link, root: str) -> str:
    if one.url:
        lang = f' lang="{one.lang}" hreflang="{one.lang}"' if one.lang else ""
        return f'<a href="{root}{_escaped(one.url)}"{lang}>{_escaped(one.label)}</a>'
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
