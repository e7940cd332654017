"""Page records: what a template prints, and nothing that it has to decide."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markupsafe import Markup

    from bookcase.model.act import Work
    from bookcase.model.register import RegisterEntry


@dataclass(frozen=True, slots=True)
class Link:
    """A label and the page it leads to; ``url`` is relative to the site's root.

    ``url`` is empty where there is nothing to lead to; ``away`` leads off the site.
    """

    label: str
    url: str = ""
    note: str = ""
    away: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the metadata card."""

    term: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Links under one label; ``more`` leads to the rest when there are many."""

    label: str
    links: tuple[Link, ...]
    count: int
    more: Link | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """A box above the text; ``kind`` is its look: stamp, warning, note."""

    kind: str
    text: str
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class DocumentView:
    """The page of one version of a legal document.

    ``facts`` says in one line who made it, when, and since when it applies.
    """

    title: str
    heading: str
    number: str
    badge: str
    badge_class: str
    crumbs: tuple[Link, ...]
    notices: tuple[Notice, ...]
    card: tuple[Row, ...]
    versions: tuple[Link, ...]
    contents: Markup
    body: Markup
    relations: tuple[Group, ...]
    explainers: tuple[Link, ...]
    language: str = "vi"
    facts: str = ""


def work_label(work: Work, type_name: str) -> str:
    """Return the words by which a work is named in lists: type, number, title."""
    return label_of(type_name, work.number, work.title)


def entry_label(entry: RegisterEntry, type_name: str) -> str:
    """Return the words by which a register entry is named in lists."""
    return label_of(type_name, entry.number, entry.title) + (
        "" if entry.title else " (chưa rõ tên)"
    )


def label_of(type_name: str, number: str, title: str) -> str:
    """Join type, number and title as citations do, without saying the type twice.

    >>> label_of("Luật", "25/2008/QH12", "Luật Bảo hiểm y tế")
    'Luật Bảo hiểm y tế số 25/2008/QH12'
    """
    if not title:
        return f"{type_name} số {number}".strip() if number else type_name
    if title.lower().startswith(type_name.lower()):
        return f"{title} số {number}" if number else title
    return f"{type_name} số {number} {title}" if number else f"{type_name} {title}"
