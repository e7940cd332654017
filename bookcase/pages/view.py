"""Page records: what a template prints, and nothing that it has to decide.

What stands on a page by hundreds is a named tuple: a third of a dataclass to make and
to hand to a worker.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from markupsafe import Markup

    from bookcase.model.act import Work
    from bookcase.model.publication import Publication
    from bookcase.model.register import RegisterEntry
    from bookcase.pages.cites.cited import CitedAct


class When(NamedTuple):
    """The days on which a piece of a page is to be seen.

    From ``since`` to the day before ``until``, None being without end. ``hidden`` tells
    that the day of the build is none of these. The page's script looks again, by the
    reader's own clock: a copy on a stick grows old.
    """

    since: date | None = None
    until: date | None = None
    hidden: bool = False


def when(since: date | None, until: date | None, as_of: date) -> When | None:
    """Return when a piece is seen; None when its days are over by the day of the build.

    A beginning that has passed is not said: it hides nothing any more.
    """
    if until and until <= as_of:
        return None
    coming = since if since and since > as_of else None
    return When(coming, until, hidden=coming is not None)


class Link(NamedTuple):
    """A label and the page it leads to; ``url`` is relative to the site's root.

    ``url`` is empty where there is nothing to lead to; ``away`` leads off the site.
    ``days`` are given where it is not for ever, ``lang`` where the label is not in
    Vietnamese (BCP 47).
    """

    label: str
    url: str = ""
    note: str = ""
    away: str = ""
    days: When | None = None
    lang: str = ""


class Row(NamedTuple):
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
    """A box above the text; ``kind`` is its look: stamp, warning, note.

    ``items`` are a list below the words; ``days`` are given where it is not for ever.
    """

    kind: str
    text: str
    link: Link | None = None
    other: Link | None = None
    items: tuple[Link, ...] = ()
    days: When | None = None


class Badge(NamedTuple):
    """The state of an act during some days; ``css`` is its look."""

    name: str
    css: str
    days: When | None = None


@dataclass(frozen=True, slots=True)
class Chip:
    """A word beside a moment: that it is still to come, that it holds now."""

    name: str
    days: When


@dataclass(frozen=True, slots=True)
class Moment:
    """A line of the history of an act.

    ``version`` leads to the text that holds from that day, where one begins; ``here``
    tells that it is the one being read. ``acts`` did it.
    """

    day: date | None
    text: str
    version: Link | None = None
    acts: tuple[Link, ...] = ()
    compare: Link | None = None
    chips: tuple[Chip, ...] = ()
    here: bool = False


@dataclass(frozen=True, slots=True)
class DocumentView:
    """The page of one version of a legal document.

    ``facts`` says in one line who made it, when, and since when it applies. ``badges``
    are its state on the day of the build and its states after, as far as known;
    ``made`` is who consolidated the text, for programs; ``graph`` is the address of the
    page of its relations, where it has one; ``cited`` are the acts that it names;
    ``called`` is how it is cited itself; ``roles`` are whom to ask about it;
    ``plain`` leads to what says in plain words what it is about, each with these words
    as its note.
    """

    title: str
    heading: str
    number: str
    badges: tuple[Badge, ...]
    crumbs: tuple[Link, ...]
    notices: tuple[Notice, ...]
    card: tuple[Row, ...]
    versions: tuple[Link, ...]
    translations: tuple[Link, ...]
    contents: Markup
    body: Markup
    relations: tuple[Group, ...]
    explainers: tuple[Link, ...]
    language: str = "vi"
    facts: str = ""
    history: tuple[Moment, ...] = ()
    compare: tuple[Link, ...] = ()
    made: str = ""
    graph: str = ""
    cited: tuple[CitedAct, ...] = ()
    called: str = ""
    roles: tuple[str, ...] = ()
    plain: tuple[Link, ...] = ()


def titled(publication: Publication, note: str = "") -> Link:
    """Return a link to a publication, which says what language its title is in."""
    lang = publication.language if publication.language != "vi" else ""
    return Link(publication.title, publication.url, note, lang=lang)


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
