"""The glossary: every term with what each act says that it means.

Workers hand back the few words of each definition (:mod:`.defined`);
when all texts have been read, the pages are cut from them. A term whose acts say the
same in other punctuation, capitals or places of tone marks is said once; where they
differ, the page says so.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from bookcase.history.status import State
from bookcase.model.ids import slug
from bookcase.pages.marks import anchor
from bookcase.pages.provisions import provision_name
from bookcase.pages.view import Link
from bookcase.terms.order import OTHERS, letter, sort_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bookcase.pages.catalog import Catalog
    from bookcase.pages.terms.defined import Defined

URL = "thuat-ngu.html"
TITLE = "Thuật ngữ pháp luật"
PAGE_SIZE = 300
"""How many terms a page holds; so many in all need one page only."""
DIFFERING = 40
"""How many of the terms with the most meanings the first page lists."""

_ANCHOR = 60
_FEW = 4
_IN_FORCE = frozenset(
    {State.IN_FORCE, State.PARTLY_ENDED, State.PARTLY_SUSPENDED, State.CODIFIED}
)
_SLUGS = {"ă": "aw", "â": "aa", "đ": "dd", "ê": "ee", "ô": "oo", "ơ": "ow", "ư": "uw"}


@dataclass(frozen=True, slots=True)
class Saying:
    """An act that gives a meaning: a link to the unit, the state of the act."""

    link: Link
    badge: str
    badge_class: str


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a term is said to be, and the acts that say so."""

    text: str
    acts: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A term; ``aliases`` are its other names, ``anchor`` its place on the page."""

    words: str
    anchor: str
    aliases: tuple[str, ...]
    meanings: tuple[Meaning, ...]
    acts: int


@dataclass(frozen=True, slots=True)
class GlossaryPage:
    """A page of the glossary; ``letters`` and ``pager`` lead to the others.

    ``parts`` are its terms by letter, ``total`` counts all terms of the glossary.
    """

    url: str
    title: str
    crumbs: tuple[Link, ...]
    letters: tuple[Link, ...]
    parts: tuple[tuple[str, tuple[Entry, ...]], ...]
    total: int
    pager: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class GlossaryIndex:
    """The first page of a long glossary; ``differing`` have the most meanings."""

    url: str
    title: str
    letters: tuple[tuple[str, tuple[Link, ...]], ...]
    differing: tuple[Link, ...]
    total: int
    acts: int


def glossary_pages(
    rows: Iterable[Defined], catalog: Catalog
) -> Iterator[GlossaryPage | GlossaryIndex]:
    """Yield the pages of the glossary: one, or a first one and one a letter."""
    by_key: dict[str, list[Defined]] = defaultdict(list)
    for row in rows:
        by_key[sort_key(row.words)].append(row)
    runs = tuple(_runs(by_key))
    if len(by_key) > PAGE_SIZE:
        yield _index(runs, by_key)
        yield from _pages(runs, by_key, catalog)
    else:
        letters = tuple(Link(run.letter, f"{URL}#{run.anchor}") for run in runs)
        anchors = _anchors([key for run in runs for key in run.keys], by_key)
        parts = tuple(
            (run.letter, _entries(run, anchors, by_key, catalog)) for run in runs
        )
        yield GlossaryPage(URL, TITLE, (), letters, parts, len(by_key))


def _pages(
    runs: tuple[_Run, ...], by_key: Mapping[str, list[Defined]], catalog: Catalog
) -> Iterator[GlossaryPage]:
    letters = tuple(Link(run.letter, run.url) for run in runs if run.part == 1)
    for run in runs:
        anchors = _anchors(run.keys, by_key)
        yield GlossaryPage(
            run.url,
            run.title,
            (Link(TITLE, URL),),
            letters,
            ((run.letter, _entries(run, anchors, by_key, catalog)),),
            len(by_key),
            tuple(_pager(run, runs)),
        )


class _Run(NamedTuple):
    """The terms of a page, by key; ``part`` counts the pages of a letter from 1."""

    letter: str
    part: int
    keys: list[str]

    @property
    def title(self) -> str:
        """Return the page's title."""
        name = "các ký tự khác" if self.letter == OTHERS else f"vần {self.letter}"
        part = f", trang {self.part}" if self.part > 1 else ""
        return f"{TITLE}: {name}{part}"

    @property
    def anchor(self) -> str:
        """Return the id of the letter's heading."""
        return f"van-{self.url.rpartition('/')[2].removesuffix('.html')}"

    @property
    def url(self) -> str:
        """Return the page's address."""
        low = self.letter.lower()
        name = "khac" if self.letter == OTHERS else _SLUGS.get(low, low)
        return f"thuat-ngu/{name}{'' if self.part == 1 else f'-{self.part}'}.html"


def _runs(by_key: Mapping[str, list[Defined]]) -> Iterator[_Run]:
    """Cut the terms into pages of one letter, what begins with no letter last."""
    letters = {key: letter(rows[0].words) for key, rows in by_key.items()}
    ordered = sorted(by_key, key=lambda key: (letters[key] == OTHERS, key))
    for one, keys in groupby(ordered, key=letters.__getitem__):
        held = list(keys)
        for part, start in enumerate(range(0, len(held), PAGE_SIZE), 1):
            yield _Run(one, part, held[start : start + PAGE_SIZE])


def _pager(here: _Run, runs: Iterable[_Run]) -> Iterator[Link]:
    """Yield the pages of a letter, where it has several."""
    pages = [run for run in runs if run.letter == here.letter]
    if len(pages) > 1:
        for run in pages:
            yield Link(str(run.part), run.url, "đang xem" if run is here else "")


def _entries(
    run: _Run,
    anchors: Mapping[str, str],
    by_key: Mapping[str, list[Defined]],
    catalog: Catalog,
) -> tuple[Entry, ...]:
    return tuple(_entry(anchors[key], by_key[key], catalog) for key in run.keys)


def _anchors(
    keys: Iterable[str], by_key: Mapping[str, list[Defined]]
) -> dict[str, str]:
    """Name the terms of a page: a name that is taken gets ``~2`` and so on."""
    seen: Counter[str] = Counter()
    anchors = {}
    for key in keys:
        name = slug(by_key[key][0].words)[:_ANCHOR].strip("-") or "thuat-ngu"
        seen[name] += 1
        anchors[key] = name if seen[name] == 1 else f"{name}~{seen[name]}"
    return anchors


def _entry(anchor: str, rows: list[Defined], catalog: Catalog) -> Entry:
    by_mark: dict[str, list[Defined]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: _rank(row, catalog)):
        by_mark[row.mark].append(row)
    names = dict.fromkeys(name for row in rows for name in row.aliases)
    return Entry(
        rows[0].words,
        anchor,
        tuple(names),
        tuple(_meaning(held, catalog) for held in by_mark.values()),
        len({row.work for row in rows}),
    )


def _rank(row: Defined, catalog: Catalog) -> tuple[int, int, str]:
    """Put acts in force before others, then the newest first."""
    work, state = catalog.works[row.work], catalog.states[row.work].state
    issued = work.issued.toordinal() if work.issued else 0
    return state not in _IN_FORCE, -issued, row.work


def _meaning(rows: list[Defined], catalog: Catalog) -> Meaning:
    return Meaning(rows[0].said, tuple(_saying(row, catalog) for row in rows))


def _saying(row: Defined, catalog: Catalog) -> Saying:
    work, state = catalog.works[row.work], catalog.states[row.work]
    label = f"{provision_name(row.unit)} {catalog.short(row.work)}".strip()
    url = f"{work.url}#{anchor(row.unit)}" if row.unit else work.url
    return Saying(Link(label, url, work.title), state.name, state.state.value)


def _index(
    runs: tuple[_Run, ...], by_key: Mapping[str, list[Defined]]
) -> GlossaryIndex:
    letters = tuple(
        (one, tuple(_range(run, by_key) for run in held))
        for one, held in groupby(runs, key=lambda run: run.letter)
    )
    acts = len({row.work for rows in by_key.values() for row in rows})
    differing = tuple(_differing(runs, by_key))
    return GlossaryIndex(URL, TITLE, letters, differing, len(by_key), acts)


def _range(run: _Run, by_key: Mapping[str, list[Defined]]) -> Link:
    """Link to a page, with its first and last term."""
    first, last = by_key[run.keys[0]][0].words, by_key[run.keys[-1]][0].words
    label = f"{_few(first)} – {_few(last)}" if first != last else _few(first)
    return Link(label, run.url, str(len(run.keys)))


def _few(words: str) -> str:
    parts = words.split()
    return " ".join(parts[:_FEW]) + (" …" if len(parts) > _FEW else "")


def _differing(
    runs: Iterable[_Run], by_key: Mapping[str, list[Defined]]
) -> Iterator[Link]:
    """Yield the terms with the most meanings, in the order of the alphabet."""
    counts = {key: len({row.mark for row in rows}) for key, rows in by_key.items()}
    most = sorted(counts, key=lambda key: (-counts[key], key))[:DIFFERING]
    wanted = {key for key in most if counts[key] > 1}
    for run in runs:
        anchors = _anchors(run.keys, by_key) if wanted & set(run.keys) else {}
        for key in run.keys:
            if key in wanted:
                note = f"{counts[key]} cách giải thích"
                yield Link(by_key[key][0].words, f"{run.url}#{anchors[key]}", note)
