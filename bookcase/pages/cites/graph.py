"""The page of an act's relations (lược đồ): a table, and a picture of the same.

The table holds every relation, both ways, with the words of the national database. The
picture is drawn twice, for wide and for narrow screens (:mod:`.drawing`).
An act with few relations has no such page: its own page lists them as well.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from markupsafe import Markup

from bookcase.history.status import STATE_NAMES
from bookcase.model.ids import slug
from bookcase.model.relations import LABELS, Rel
from bookcase.pages.cites.drawing import Box, Cluster, Picture, narrow, wide
from bookcase.pages.markup import day
from bookcase.pages.view import Link, label_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bookcase.model.act import Work
    from bookcase.model.register import RegisterEntry
    from bookcase.pages.catalog import Catalog

FEWEST = 3
"""An act with fewer relations has no picture."""
SHOWN = 6
"""How many acts of a group the picture shows."""
CROWD = 30
"""From so many relations on, the picture shows few acts of each group."""
SHOWN_IN_CROWD = 2

_NO_TEXT = ("Chưa có toàn văn", "chua-co-toan-van")
_CHANGES = frozenset(
    {
        Rel.AMENDS,
        Rel.REPLACES,
        Rel.REPEALS,
        Rel.SUSPENDS,
        Rel.PAUSES,
        Rel.CORRECTS,
    }
)
_KINDS = ("sua", "cung", "dan")
_SAYS_SAME = frozenset({Rel.CONSOLIDATES, Rel.TRANSLATES})


@dataclass(frozen=True, slots=True)
class Act:
    """An act as the table shows it; what is not known is empty.

    ``day`` is when it was made, for the order of acts: the newest first.
    """

    link: Link
    short: str
    title: str
    number: str
    issued: str
    badge: str
    badge_class: str
    day: date = date.min

    @property
    def named(self) -> Link:
        """Return the link with the title only: the number has its own column."""
        one = self.link
        return Link(self.title or one.label, one.url, one.note, one.away, one.days)


@dataclass(frozen=True, slots=True)
class RelationGroup:
    """The acts that stand in one relation to an act; ``anchor`` is its place."""

    label: str
    anchor: str
    rel: Rel
    outgoing: bool
    acts: tuple[Act, ...]


@dataclass(frozen=True, slots=True)
class GraphPage:
    """All relations of an act; ``act`` is the act itself, ``total`` counts them.

    The pictures are drawn when they are asked for: a worker asks.
    """

    url: str
    title: str
    act: Act
    groups: tuple[RelationGroup, ...]
    total: int

    @property
    def drawn(self) -> tuple[Markup, Markup]:
        """Return the pictures for wide and for narrow screens, as SVG."""
        picture = _picture(self.act, self.groups, self.total)
        root = "../" * self.url.count("/")
        broad, slim = wide(picture, root), narrow(picture, root)
        return Markup(broad), Markup(slim)  # noqa: S704 - escaped as it was drawn


def graph_url(work: Work) -> str:
    """Return the address of the page of an act's relations."""
    return f"{work.folder}/luoc-do.html"


def has_graph(work: Work, catalog: Catalog) -> bool:
    """Tell whether an act has enough relations for a page of them."""
    ways = (catalog.outgoing, catalog.incoming)
    held = [ids for way in ways for ids in way.get(work.id, {}).values()]
    return sum(map(len, held)) >= FEWEST


def graph_pages(catalog: Catalog) -> Iterator[GraphPage]:
    """Yield the page of relations of each act that has one."""
    entries = {entry.id: entry for entry in catalog.library.register}
    for work in catalog.library.works:
        if has_graph(work, catalog):
            yield graph_page(work, catalog, entries)


def graph_page(
    work: Work, catalog: Catalog, entries: Mapping[str, RegisterEntry]
) -> GraphPage:
    """Return the page of one act's relations.

    Args:
        work: The act.
        catalog: All others.
        entries: The known acts that are not held, by id.
    """
    groups = tuple(_groups(work, catalog, entries))
    total = sum(len(group.acts) for group in groups)
    act = _act(work.id, catalog, entries)
    title = f"Lược đồ: {act.link.label}"
    return GraphPage(graph_url(work), title, act, groups, total)


def _groups(
    work: Work, catalog: Catalog, entries: Mapping[str, RegisterEntry]
) -> Iterator[RelationGroup]:
    """Yield what others do to the act, then what it does to others."""
    for outgoing, ways in ((False, catalog.incoming), (True, catalog.outgoing)):
        held = ways.get(work.id, {})
        for rel in sorted(Rel, key=_weight):
            if ids := held.get(rel, ()):
                label = LABELS[rel][0 if outgoing else 1]
                acts = [_act(id_, catalog, entries) for id_ in ids]
                acts.sort(key=lambda act: act.day, reverse=True)
                yield RelationGroup(label, slug(label), rel, outgoing, tuple(acts))


def _weight(rel: Rel) -> int:
    """Put what changes an act first, then what says the same, then the rest."""
    return 0 if rel in _CHANGES else 1 if rel in _SAYS_SAME else 2


def _act(id_: str, catalog: Catalog, entries: Mapping[str, RegisterEntry]) -> Act:
    link = catalog.link(id_)
    if (work := catalog.works.get(id_)) is not None:
        state = catalog.states[id_].state
        badge = (STATE_NAMES[state], state.value)
        return _known(work, link, badge, catalog)
    if (entry := entries.get(id_)) is not None:
        return _known(entry, link, _NO_TEXT, catalog)
    return Act(link, link.label, "", "", "", "", "")


def _known(
    one: Work | RegisterEntry, link: Link, badge: tuple[str, str], catalog: Catalog
) -> Act:
    return Act(
        link=link,
        short=label_of(catalog.type_name(one.type), one.number, ""),
        title=one.title,
        number=one.number,
        issued=day(one.issued) if one.issued else "",
        badge=badge[0],
        badge_class=badge[1],
        day=one.issued or date.min,
    )


def _picture(act: Act, groups: tuple[RelationGroup, ...], total: int) -> Picture:
    shown = SHOWN if total < CROWD else SHOWN_IN_CROWD
    clusters = [(group.outgoing, _cluster(group, shown)) for group in groups]
    return Picture(
        label=f"Lược đồ quan hệ của {act.link.label}",
        middle=_box(act),
        left=tuple(one for outgoing, one in clusters if not outgoing),
        right=tuple(one for outgoing, one in clusters if outgoing),
    )


def _cluster(group: RelationGroup, shown: int) -> Cluster:
    acts = group.acts
    if len(acts) == shown + 1:
        shown += 1
    rest = len(acts) - shown
    more = Link(f"và {rest} văn bản khác", f"#{group.anchor}") if rest > 0 else None
    label = f"{group.label} ({len(acts)})"
    return Cluster(
        label, _KINDS[_weight(group.rel)], tuple(map(_box, acts[:shown])), more
    )


def _box(act: Act) -> Box:
    facts = " · ".join(filter(None, (act.badge, act.issued)))
    return Box(act.link, act.short, act.title, facts, act.badge_class)
