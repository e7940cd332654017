"""What making all pages and making a few have in common."""

from __future__ import annotations

from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from bookcase.build.indexing.facts import facts
from bookcase.build.indexing.index import INDEX, Indexing, Places, write_index
from bookcase.build.rendering.context import Context
from bookcase.build.rendering.watch import Notes, watched
from bookcase.build.work.execute import beside

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bookcase.build.indexing.index import Indexed
    from bookcase.build.kept.ledger import Ledger
    from bookcase.build.kept.made import Small
    from bookcase.build.outcome import Frame
    from bookcase.build.rendering.cited import Linking
    from bookcase.build.renewal import Renewal
    from bookcase.pages.catalog import Catalog


def context_of(frame: Frame, known: Linking) -> Context:
    """Return what workers are given."""
    config, notes = frame.config, Notes()
    return Context(
        content=config.content,
        site=config.site,
        templates=config.theme / "bookcase",
        shells=frame.hub.shells,
        linking=watched(known, notes),
        notes=notes,
        site_url=config.site_url,
        elsewhere=frame.elsewhere,
        cache=config.cache,
        pictures=known.catalog.pictures,
    )


def smalls_of(renewal: Renewal, order: tuple[str, ...]) -> dict[str, Small]:
    """Return what pages give to others, in the order of the plan."""
    held = renewal.ledger.smalls() if len(renewal.rows) < len(order) else {}
    return {
        url: renewal.rows[url].small if url in renewal.rows else held[url]
        for url in order
    }


def in_index(
    words: tuple[str, ...], dated: Mapping[str, tuple[str, ...]]
) -> tuple[str, ...]:
    """Return the order of the index: texts of other days come last."""
    return (*words, *chain.from_iterable(dated.values()))


def index(
    frame: Frame,
    ledger: Ledger,
    seen: Catalog,
    words: tuple[str, ...],
    *,
    same: bool = False,
) -> Indexed:
    """Write what is new of the search index.

    Args:
        frame: What with and where.
        ledger: Holds the words of all pages.
        seen: What is known of them.
        words: What they are known by in the index, in order.
        same: Whether the catalog is what it was.
    """
    previous = frame.config.previous / INDEX if frame.config.previous else None
    synonyms = seen.library.lists.synonyms
    everyday = {say: one.law for one in synonyms for say in one.everyday}
    about = partial(facts, seen)
    asked = Indexing(words, everyday, about, same, previous, frame.anew)
    there = frame.site.there
    places = Places(frame.config.site, frame.site.place, there)
    with beside(frame.config.jobs) as begin:
        return write_index(asked, ledger, places, begin)
