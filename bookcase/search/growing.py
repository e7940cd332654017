"""An index that grows by an edit: the same files as all parts would give, from few.

What an index is made from, but its words, is kept for each page; the words of the pages
that changed are asked for. See :mod:`bookcase.search.segments`.
"""

from __future__ import annotations

import json
from array import array
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bookcase.search import facts, known, packing, segments, suggest
from bookcase.search.gather import Gathered
from bookcase.search.index import (
    DIRECTORY,
    VERSION,
    dated_pages,
    directory_of,
    facts_of,
    having_of,
)
from bookcase.search.writing import NewSegment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from bookcase.search.facts import Facts
    from bookcase.search.parts import Part
    from bookcase.search.records import Dated


class Entry(NamedTuple):
    """What an index tells of a page, but its words.

    Attributes:
        digest: What the page is known by.
        records: How many records it has.
        group: Its group.
        kind: The key of its type.
        url: Its address, or its number where it has none.
        title: Its name.
        steps: The length of each record, in steps.
        name_step: The length of its name, in steps.
        dated: That it is of another day's text.
    """

    digest: str
    records: int
    group: str
    kind: str
    url: str
    title: str
    steps: bytes
    name_step: int
    dated: Dated | None = None


@dataclass(frozen=True, slots=True)
class State:
    """What an index was made from: its pages in order, and who has which word."""

    entries: tuple[Entry, ...]
    having: dict[str, int]


@dataclass(frozen=True, slots=True)
class Grown:
    """An index that has grown.

    Attributes:
        state: What it is made from now.
        pieces: The names of the pieces of its segments, those that stood and the new.
    """

    state: State
    pieces: frozenset[str]


def entries_of(part: Part) -> Iterator[Entry]:
    """Yield what an index tells of the pages of a part."""
    row = 0
    for page, name_step in zip(part.pages, part.name_steps, strict=True):
        end = row + len(page.rows)
        yield Entry(
            digest=page.digest,
            records=len(page.rows),
            group=page.group,
            kind=page.kind,
            url=page.url,
            title=page.title,
            steps=part.text_steps[row:end],
            name_step=name_step,
            dated=page.dated,
        )
        row = end


def page_of(part: Part, place: int) -> Part:
    """Return one page of a part, as a part of its own."""
    return _narrowed(pages_of(part, place, place + 1))


def pages_of(part: Part, start: int, end: int) -> Part:
    """Return some pages of a part that stand together; the vocabulary stays whole."""
    row = sum(len(page.rows) for page in part.pages[:start])
    last = row + sum(len(page.rows) for page in part.pages[start:end])
    texts, names = sum(part.text_sizes[:row]), sum(part.name_sizes[:start])
    sizes, name_sizes = part.text_sizes[row:last], part.name_sizes[start:end]
    return replace(
        part,
        texts=part.texts[texts : texts + sum(sizes)],
        text_sizes=sizes,
        said=part.said[row:last],
        text_steps=part.text_steps[row:last],
        names=part.names[names : names + sum(name_sizes)],
        name_sizes=name_sizes,
        name_steps=part.name_steps[start:end],
        pages=part.pages[start:end],
    )


def _narrowed(part: Part) -> Part:
    """Return a part whose vocabulary holds no word that it does not have."""
    words = np.concatenate((np.asarray(part.texts), np.asarray(part.names)))
    had = np.unique(words[words > 0])
    ranks = np.zeros(len(part.vocabulary) + 1, dtype=np.uint32)
    ranks[had] = np.arange(1, len(had) + 1, dtype=np.uint32)
    texts, names = array("I"), array("I")
    texts.frombytes(ranks[np.asarray(part.texts)].tobytes())
    names.frombytes(ranks[np.asarray(part.names)].tobytes())
    vocabulary = tuple(part.vocabulary[word - 1] for word in had.tolist())
    return replace(part, vocabulary=vocabulary, texts=texts, names=names)


def grow(  # noqa: PLR0913 - an index is made from all of these
    before: Path,
    out: Path,
    state: State,
    entries: tuple[Entry, ...],
    part: Callable[[str], Part],
    *,
    others: Mapping[str, str],
    about: Mapping[str, Facts] | None,
) -> Grown | None:
    """Write the pieces of an index that differ from those of the one before.

    They are those that :func:`bookcase.search.index.merge` would write with all parts.

    Args:
        before: The folder of the index before; nothing in it is touched.
        out: The folder for the new pieces; it must be there.
        state: What the index before was made from.
        entries: The pages that there are now, in order.
        part: Gives the words of a page by its digest: of the new, and of the old.
        others: Everyday words, and the law's own words for them.
        about: What is known of pages; None where nothing of it has changed, nor of
            which pages there are.

    Returns:
        The new state; None where all must be written anew.

    Raises:
        MachineError: A file cannot be written.
    """
    old = segments.read(before, VERSION, check=False)
    plan = segments.plan(
        old, [one.digest for one in entries], [one.records for one in entries]
    )
    if not plan.kept:
        return None
    having = _having(state, entries, part)
    all_ = _write_segment(plan, [part(entries[at].digest) for at in plan.fresh], out)
    known.write(having, out)
    if _names(state.entries) != _names(entries):
        offers = suggest.Offers(others)
        offers.add(entries)
        offers.write(out)
    rows = _rows(entries)
    if about is not None:
        facts.write(facts_of(rows, about), out, dated_pages(rows))
    directory = directory_of(rows, having, others)
    places = (*plan.places, plan.fresh)
    directory["segments"] = [
        segments.described(segment, held, len(entries))
        for segment, held in zip(all_, places, strict=False)
    ]
    packing.write(out, DIRECTORY, json.dumps(directory, ensure_ascii=False))
    segments.write(out, VERSION, all_)
    pieces = frozenset(name for one in all_ for name in one.names)
    return Grown(State(entries, having), pieces)


def _write_segment(
    plan: segments.Plan, parts: Sequence[Part], out: Path
) -> tuple[segments.Segment, ...]:
    """Write the segment of what is new; return all segments."""
    gathered = Gathered()
    for one in parts:
        gathered.add(one)
    own = replace(plan, fresh=tuple(range(len(parts))))
    new = NewSegment(own, gathered, out)
    new.write_shown((page.head, page.rows) for one in parts for page in one.pages)
    new.write_terms(*gathered.ranked())
    new.wrote_phrases(new.write_phrases())
    return new.all


def _names(entries: Iterable[Entry]) -> Counter[tuple[str, str, str]]:
    """Return what is offered while one types; texts of other days are not."""
    return Counter((one.title, one.group, one.kind) for one in entries if not one.dated)


def _having(
    state: State, entries: Iterable[Entry], part: Callable[[str], Part]
) -> dict[str, int]:
    """Return how many records have each word, in the order of the words."""
    was = Counter(one.digest for one in state.entries)
    now = Counter(one.digest for one in entries)
    total = Counter(state.having)
    for digest in (now - was).elements():
        total.update(_of_part(part(digest)))
    for digest in (was - now).elements():
        total.subtract(_of_part(part(digest)))
    held = ((word, count) for word, count in total.items() if count > 0)
    return dict(sorted(held, key=lambda one: suggest.units(one[0])))


def _of_part(part: Part) -> dict[str, int]:
    gathered = Gathered()
    gathered.add(part)
    vocabulary, texts, _ = gathered.ranked()
    return having_of(vocabulary, texts)


class _Rows(NamedTuple):
    text_steps: bytes
    name_steps: bytes
    records: array[int]
    groups: tuple[str, ...]
    urls: tuple[str, ...]
    dated: dict[int, Dated]


def _rows(entries: Sequence[Entry]) -> _Rows:
    return _Rows(
        b"".join(one.steps for one in entries),
        bytes(one.name_step for one in entries),
        array("I", (one.records for one in entries)),
        tuple(one.group for one in entries),
        tuple(one.url for one in entries),
        {at: one.dated for at, one in enumerate(entries) if one.dated},
    )
