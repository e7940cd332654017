"""What explains an act and its provisions in plainer words."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from bookcase.history.rests import rested
from bookcase.model.publication import KIND_NAMES, PublicationKind
from bookcase.pages.provisions import head_of
from bookcase.pages.view import Link, when

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from bookcase.history.rests import Rest
    from bookcase.model.publication import Publication

    Rests = Mapping[str, tuple[Rest, ...]]

_ORDER = {kind: place for place, kind in enumerate(PublicationKind)}


class Guide(NamedTuple):
    """A publication that explains a provision.

    ``unit`` is the Điều, or another unit with a heading, that it rests on or whose part
    it rests on; the link's note is the kind of publication.
    """

    unit: str
    link: Link


def guides(
    publications: Iterable[Publication], rests: Rests, as_of: date
) -> Mapping[str, tuple[Guide, ...]]:
    """Return, by act, what explains its provisions; what is out of date is left out.

    What is known to be so from a later day bears the days until then.
    """
    found: dict[str, dict[Guide, None]] = defaultdict(dict)
    for one in sorted(_read(publications), key=lambda one: _ORDER[one.kind]):
        rows = rested(one, rests)
        if any(rest.verdict.stale for rest in rows):
            continue
        ends = [rest.verdict.next_day for rest in rows if rest.verdict.next_day]
        days = when(None, min(ends), as_of) if ends else None
        link = Link(one.title, one.url, KIND_NAMES[one.kind].lower(), days=days)
        for rest in rows:
            for head in filter(None, map(head_of, rest.aim.units)):
                found[rest.aim.work][Guide(head, link)] = None
    return {id_: tuple(all_) for id_, all_ in found.items()}


def introductions(
    publications: Iterable[Publication], rests: Rests
) -> Mapping[str, tuple[Link, ...]]:
    """Return, by act, the introductions to it, each with its summary as the note.

    An introduction is one to the act that its first basis names.
    """
    found: dict[str, list[Link]] = defaultdict(list)
    for one in _read(publications):
        if one.kind is not PublicationKind.INTRODUCTION or not one.summary:
            continue
        rows = rests.get(one.id, ())
        if rows and not any(row.verdict.stale for row in rows):
            found[rows[0].aim.work].append(Link(one.title, one.url, one.summary))
    found.pop("", None)
    return {id_: tuple(links) for id_, links in found.items()}


def _read(publications: Iterable[Publication]) -> Iterator[Publication]:
    return (one for one in publications if one.language == "vi")
