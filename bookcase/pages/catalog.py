"""Who is who: names, addresses, relations and states of everything, resolved once.

Made in the parent process; page records are then cut from it, so that workers need no
more than their own documents.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bookcase.history.rests import rested
from bookcase.history.status import Incoming, Status, incoming_effects, status
from bookcase.model.effects import Op
from bookcase.model.relations import LABELS, Rel
from bookcase.pages.guides import guides, introductions
from bookcase.pages.law.deeds import dated, turns
from bookcase.pages.view import (
    Group,
    Link,
    entry_label,
    label_of,
    titled,
    work_label,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from bookcase.history.rests import Rest
    from bookcase.model.act import Work
    from bookcase.model.library import Library
    from bookcase.model.publication import Publication
    from bookcase.model.register import RegisterEntry
    from bookcase.pages.guides import Guide
    from bookcase.pages.law.deeds import Turn

SHOWN = 25
"""How many links a group of relations shows before it folds the rest away."""

OUT_OF_DATE = "cần rà soát"
"""What lists say of a publication whose legal basis has changed."""

STALE = "can-ra-soat"
"""Its look in lists, and its state in search."""

_OF_EFFECT = {
    Op.REPEAL: Rel.REPEALS,
    Op.SUSPEND: Rel.PAUSES,
    Op.CORRECT: Rel.CORRECTS,
}


@dataclass(frozen=True, slots=True)
class Catalog:
    """Everything that pages ask about other pages.

    ``official`` is the pattern of addresses of the national database, with
    ``{item_id}`` in it; empty means that none is known. ``numbers`` leads from an
    act's number to its id, ``tails`` from the last part of its folder to its page,
    ours or the official one.
    ``issuer_keys`` leads from an issuer's name as sources write it to its key.
    ``turned`` holds the turns of the acts that others act upon. ``guides`` explain an
    act's provisions, ``introductions`` the act, by its id.
    ``rests`` holds what each publication rests on, by its id; ``families`` what says
    the same in other languages, the original first, where there is any.
    ``pictures`` tells whether pages have pictures for those who pass them on.
    """

    library: Library
    as_of: date
    official: str = ""
    works: Mapping[str, Work] = field(default_factory=dict)
    links: Mapping[str, Link] = field(default_factory=dict)
    outgoing: Mapping[str, Mapping[Rel, tuple[str, ...]]] = field(default_factory=dict)
    incoming: Mapping[str, Mapping[Rel, tuple[str, ...]]] = field(default_factory=dict)
    effects: Mapping[str, tuple[Incoming, ...]] = field(default_factory=dict)
    turned: Mapping[str, tuple[Turn, ...]] = field(default_factory=dict)
    states: Mapping[str, Status] = field(default_factory=dict)
    explainers: Mapping[str, tuple[Link, ...]] = field(default_factory=dict)
    guides: Mapping[str, tuple[Guide, ...]] = field(default_factory=dict)
    introductions: Mapping[str, tuple[Link, ...]] = field(default_factory=dict)
    numbers: Mapping[str, str] = field(default_factory=dict)
    tails: Mapping[str, str] = field(default_factory=dict)
    issuer_keys: Mapping[str, str] = field(default_factory=dict)
    rests: Mapping[str, tuple[Rest, ...]] = field(default_factory=dict)
    families: Mapping[str, tuple[Publication, ...]] = field(default_factory=dict)
    pictures: bool = False

    def type_name(self, key: str) -> str:
        """Return the Vietnamese name of a type of act."""
        known = self.library.lists.types.get(key)
        return known.name if known else key

    def issuer_name(self, key: str) -> str:
        """Return the name of a body that makes law."""
        known = self.library.lists.issuers.get(key)
        return known.name if known else key

    def link(self, id_: str) -> Link:
        """Return a link to an act; a label without address when it is unknown."""
        known = self.links.get(id_)
        return known or Link(self._spelt(id_), note="chưa có trong tủ sách")

    def _spelt(self, id_: str) -> str:
        """Spell the id of an act that nobody knows, near to its number."""
        for key in sorted(self.library.lists.types, key=len, reverse=True):
            if id_.startswith(f"{key}-"):
                tail = id_.removeprefix(f"{key}-").upper()
                return f"{self.type_name(key)} {tail}"
        return id_

    def turns(self, work: Work) -> tuple[Turn, ...]:
        """Return how an act's words came to be what they are, version by version."""
        return self.turned.get(work.id) or turns(work, ())

    def short(self, id_: str) -> str:
        """Return what marks and lists call an act: its type and number."""
        work = self.works.get(id_)
        if work is None or not work.number:
            return self.link(id_).label
        return label_of(self.type_name(work.type), work.number, "")

    def is_stale(self, publication: Publication) -> bool:
        """Tell whether what a publication rests on is not what it was."""
        return any(one.verdict.stale for one in rested(publication, self.rests))

    def groups(self, work: Work) -> tuple[Group, ...]:
        """Return the act's relations, both ways, with the readers' words."""
        out = self.outgoing.get(work.id, {})
        back = self.incoming.get(work.id, {})
        ways = [(LABELS[rel][0], out.get(rel, ())) for rel in Rel]
        ways += [(LABELS[rel][1], back.get(rel, ())) for rel in Rel]
        return tuple(
            Group(label, tuple(map(self.link, ids)), len(ids))
            for label, ids in ways
            if ids
        )


def catalog(
    library: Library,
    as_of: date,
    official: str = "",
    rests: Mapping[str, tuple[Rest, ...]] | None = None,
) -> Catalog:
    """Resolve a library as of a day.

    Args:
        library: What there is.
        as_of: The day.
        official: The pattern of addresses of the national database.
        rests: What each publication rests on, see :mod:`bookcase.history.rests`.
    """
    resting = rests or {}
    base = Catalog(library, as_of, official)
    works = {work.id: work for work in library.works}
    given = incoming_effects(library.works)
    effects = {id_: dated(rows, works) for id_, rows in given.items()}
    outgoing = _outgoing(library)
    return Catalog(
        library=library,
        as_of=as_of,
        official=official,
        works=works,
        links=_links(base),
        outgoing=outgoing,
        incoming=_reversed(outgoing),
        effects=effects,
        turned={
            id_: turns(works[id_], rows)
            for id_, rows in effects.items()
            if id_ in works
        },
        states={
            work.id: status(work, effects.get(work.id, ()), as_of)
            for work in library.works
        },
        explainers=_explainers(library, resting),
        guides=guides(library.publications, resting, as_of),
        introductions=introductions(library.publications, resting),
        numbers=_by_number(library),
        tails=_tails(library, official),
        issuer_keys={
            name: issuer.key
            for issuer in library.lists.issuers.values()
            for name in (issuer.name, *issuer.names)
        },
        rests=resting,
        families=_families(library.publications),
    )


def official_url(pattern: str, entry: RegisterEntry) -> str:
    """Return the act's address in the national database, empty when not known."""
    if not pattern or not entry.item_id:
        return ""
    return pattern.replace("{id}", entry.id).replace("{item_id}", entry.item_id)


def _links(base: Catalog) -> Mapping[str, Link]:
    links = {
        entry.id: Link(
            entry_label(entry, base.type_name(entry.type)),
            note="chưa có toàn văn trong tủ sách",
            away=official_url(base.official, entry),
        )
        for entry in base.library.register
    }
    for work in base.library.works:
        links[work.id] = Link(work_label(work, base.type_name(work.type)), work.url)
    return links


def _outgoing(library: Library) -> Mapping[str, Mapping[Rel, tuple[str, ...]]]:
    found: dict[str, dict[Rel, dict[str, None]]] = defaultdict(
        lambda: defaultdict(dict)
    )
    for work in library.works:
        for relation in work.relations:
            found[work.id][relation.rel][relation.target] = None
        for effect in work.effects:
            rel = _OF_EFFECT.get(effect.op, Rel.AMENDS)
            if rel is Rel.REPEALS and effect.at not in ((), ("act",)):
                rel = Rel.AMENDS
            found[work.id][rel][effect.on] = None
        if work.consolidates:
            found[work.id][Rel.CONSOLIDATES][work.consolidates] = None
        for merged in work.merges:
            found[work.id][Rel.CONSOLIDATES][merged] = None
            if work.consolidates:
                found[merged][Rel.AMENDS][work.consolidates] = None
    for stated in library.stated:
        found[stated.source][stated.rel][stated.target] = None
    return {id_: _frozen(rels) for id_, rels in found.items()}


def _reversed(
    outgoing: Mapping[str, Mapping[Rel, tuple[str, ...]]],
) -> Mapping[str, Mapping[Rel, tuple[str, ...]]]:
    found: dict[str, dict[Rel, dict[str, None]]] = defaultdict(
        lambda: defaultdict(dict)
    )
    for source, rels in outgoing.items():
        for rel, targets in rels.items():
            for target in targets:
                found[target][rel][source] = None
    return {id_: _frozen(rels) for id_, rels in found.items()}


def _frozen(rels: Mapping[Rel, Iterable[str]]) -> Mapping[Rel, tuple[str, ...]]:
    return {rel: tuple(sorted(ids)) for rel, ids in rels.items()}


def _explainers(
    library: Library, rests: Mapping[str, tuple[Rest, ...]]
) -> Mapping[str, tuple[Link, ...]]:
    """Gather, by act, the publications that rest on it; what is out of date says so."""
    found: dict[str, dict[str, Link]] = defaultdict(dict)
    for publication in library.publications:
        rows = rested(publication, rests)
        note = OUT_OF_DATE if any(one.verdict.stale for one in rows) else ""
        link = titled(publication, note)
        for one in rows:
            if one.aim.work:
                found[one.aim.work][publication.id] = link
    return {id_: tuple(links.values()) for id_, links in found.items()}


def _families(all_: Iterable[Publication]) -> Mapping[str, tuple[Publication, ...]]:
    found: dict[str, list[Publication]] = defaultdict(list)
    for one in sorted(all_, key=lambda one: (one.translation_of != "", one.language)):
        found[one.translation_of or one.id].append(one)
    several = [tuple(held) for held in found.values() if len(held) > 1]
    return {one.id: held for held in several for one in held}


def _tails(library: Library, official: str) -> Mapping[str, str]:
    known = {
        entry.id.removeprefix(f"{entry.type}-"): official_url(official, entry)
        for entry in library.register
    }
    held = {work.folder.rpartition("/")[2]: work.url for work in library.works}
    return known | held


def _by_number(library: Library) -> Mapping[str, str]:
    numbers = {entry.number: entry.id for entry in library.register if entry.number}
    return numbers | {work.number: work.id for work in library.works if work.number}
