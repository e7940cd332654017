"""The index as files: shards of words, pieces of what results show, and a directory.

In the folder, by convention ``assets/tim-kiem/`` of the site::

    muc-luc.js   the directory: table of letters, lengths, pages, first words of shards
    t/N.js       shards: words with their postings, in alphabetical order
    d/N.js       addresses, titles and quotable text of records, in their order
    tu.js        the commoner words, see :mod:`bookcase.search.known`
    loc.js       what pages can be narrowed by, see :mod:`bookcase.search.facts`
    goi-y.js, g/N.js     what to offer while typing, :mod:`bookcase.search.suggest`
    cum-tu.js, p/N.js   exact phrases, see :mod:`bookcase.search.phrases`
    so.json      for the next build, see :mod:`bookcase.search.segments`

``t/``, ``d/``, ``p/`` and ``cum-tu`` are of one segment; those of a later one bear its
number: ``t/1-N.js``. What is said below holds within a segment.

A shard is ``group|group``; a group is ``entry~entry``, a word followed by the pairs
that it begins; an entry is ``word postings names``. ``postings`` are of records,
``names`` of pages: see :mod:`bookcase.search.postings`. A group that goes on in the
next shard opens it with the word alone.

Rows are numbered by their order, so records must come in an order of their own, not in
that of the workers.
"""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol

import numpy as np

from bookcase.history.status import STATE_NAMES
from bookcase.search import facts, known, packing, segments, suggest
from bookcase.search.alphabet import DIGITS, encode
from bookcase.search.gather import Gathered
from bookcase.search.lengths import STEPS
from bookcase.search.normalise import TABLE, words
from bookcase.search.parts import part_of
from bookcase.search.rank import K1, NAME_BOOST, B
from bookcase.search.streams import Kept
from bookcase.search.writing import NewSegment, Written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from bookcase.search.facts import Facts
    from bookcase.search.parts import Part
    from bookcase.search.phrases import Exact
    from bookcase.search.records import Dated, Record
    from bookcase.search.streams import Stream

    Begin = Callable[[Callable[[], Exact]], Callable[[], Exact]]
    """Takes a piece of work, begins it, and returns what waits for its answer."""

VERSION = 7
HEAVY_SHARE, HEAVY_LEAST = 10, 2000
"""A word is heavy in more than a tenth of the records, and in more than so many."""
DIRECTORY = "muc-luc"
NO_OTHERS: Mapping[str, str] = MappingProxyType({})
NO_FACTS: Mapping[str, Facts] = MappingProxyType({})
STATES: dict[str, str] = {
    **{state.value: name for state, name in STATE_NAMES.items()},
    "chua-co-toan-van": "Chưa có toàn văn",
    "can-ra-soat": "Cần rà soát",
}
"""What a result says of the state of its document."""
GROUPS: dict[str, str] = {
    "van-ban": "Văn bản",
    "gioi-thieu": "Giới thiệu luật",
    "hoi-dap": "Hỏi đáp",
    "bieu-mau": "Biểu mẫu",
    "to-gap": "Tờ gấp",
    "so-tay": "Sổ tay",
    "bai": "Bài viết",
    "van-ban-dia-phuong": "Văn bản địa phương",
    "dia-phuong": "Xã, phường, đặc khu",
    "so-bo": "Danh mục chưa có toàn văn",
}
"""In the order in which readers see them."""
LISTED = frozenset({"dia-phuong", "so-bo"})
"""Groups of bare names: at the end of the index, and no measure of what words weigh.

3,321 communes that all say *xã* or *phường* made these words of the law weigh less, and
its articles long.
"""


def at_once(work: Callable[[], Exact]) -> Callable[[], Exact]:
    """Do a piece of work, and return what gives its answer."""
    answer = work()
    return lambda: answer


def write(
    records: Iterable[Record], out: Path, others: Mapping[str, str] = NO_OTHERS
) -> Written:
    """Write the index of some records, all in this process."""
    return merge((part_of(records),), out, others)


def merge(  # noqa: PLR0913 - an index is made from all of these
    parts: Iterable[Part],
    out: Path,
    others: Mapping[str, str] = NO_OTHERS,
    about: Mapping[str, Facts] = NO_FACTS,
    before: Path | None = None,
    *,
    tell: Callable[[dict[str, int]], None] = lambda _: None,
    begin: Begin = at_once,
) -> Written:
    """Write the index of parts that workers made; the old index goes.

    Args:
        parts: In the order in which their records are to be numbered.
        out: The folder.
        others: Everyday words, and the law's own words for them.
        about: What is known of pages, by their addresses; by number where they have
            none.
        before: The folder of the index that was published last: what is unchanged
            keeps its files. None writes all anew.
        tell: Is told how many records have each word: it takes long to count.
        begin: Begins a piece of the work, in a process of its own if it can.

    Raises:
        MachineError: A file cannot be written.
    """
    old = segments.read(before, VERSION) if before else ()
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    gathered, offers, shown = Gathered(out), suggest.Offers(others), Kept(out)
    for part in parts:
        gathered.add(part)
        offers.add(part.pages)
        shown.add([(page.head, page.rows) for page in part.pages])
    plan = segments.plan(old, gathered.digests, gathered.records)
    new = NewSegment(plan, gathered, out)
    exact = begin(new.write_phrases)
    vocabulary, texts, names = gathered.ranked()
    new.write_shown(chain.from_iterable(shown.taken()))
    counts = new.write_terms(vocabulary, texts, names)
    having = dict(zip(vocabulary, counts, strict=True))
    if not new.whole:
        having = having_of(vocabulary, texts)
    tell(having)
    new.wrote_phrases(exact())
    if before:
        segments.carry(before, out, plan.kept)
    known.write(having, out)
    offers.write(out)
    facts.write(facts_of(gathered, about), out, dated_pages(gathered))
    directory = directory_of(gathered, having, others)
    directory["segments"] = new.described()
    segments.write(out, VERSION, new.all)
    return replace(
        new.written,
        records=len(gathered.text_steps),
        pages=len(gathered.groups),
        before=len(old),
        kept=len(plan.kept),
        directory=packing.write(
            out, DIRECTORY, json.dumps(directory, ensure_ascii=False)
        ),
    )


class Rows(Protocol):
    """What an index tells of all rows, see :mod:`bookcase.search.gather`."""

    @property
    def text_steps(self) -> Sequence[int]: ...  # noqa: D102 see gather.Gathered
    @property
    def name_steps(self) -> Sequence[int]: ...  # noqa: D102 see gather.Gathered
    @property
    def records(self) -> Sequence[int]: ...  # noqa: D102 see gather.Gathered
    @property
    def groups(self) -> Sequence[str]: ...  # noqa: D102 see gather.Gathered
    @property
    def urls(self) -> Sequence[str]: ...  # noqa: D102 see gather.Gathered
    @property
    def dated(self) -> Mapping[int, Dated]: ...  # noqa: D102 see gather.Gathered


def facts_of(rows: Rows, about: Mapping[str, Facts]) -> list[Facts]:
    """Return what is known of each page; another day's text is told as its act is."""
    found = [about.get(url, facts.NOTHING) for url in rows.urls]
    for page, dated in rows.dated.items():
        found[page] = replace(about.get(dated.of, facts.NOTHING), versions=())
    return found


def dated_pages(rows: Rows) -> list[facts.Dated]:
    """Return the pages of other days' texts, those of today by number."""
    at = {url: page for page, url in enumerate(rows.urls)}
    return [
        facts.Dated(at[one.of], one.start, one.instead) for one in rows.dated.values()
    ]


def having_of(vocabulary: Sequence[str], texts: Stream) -> dict[str, int]:
    """Return how many records have each word."""
    counts = texts.having()[1:].tolist()
    return dict(zip(vocabulary, counts, strict=True))


def directory_of(
    gathered: Rows, having: Mapping[str, int], others: Mapping[str, str]
) -> dict[str, object]:
    """Return the directory but for the segments."""
    counted = _counted(gathered)
    order = [*GROUPS]
    groups = sorted(
        set(gathered.groups),
        key=lambda key: (order.index(key) if key in GROUPS else len(order), key),
    )
    least = max(counted / HEAVY_SHARE, HEAVY_LEAST)
    heavy = (word for word, count in having.items() if count > least)
    return {
        "version": VERSION,
        "table": TABLE,
        "digits": DIGITS,
        "steps": STEPS,
        "k1": K1,
        "b": B,
        "nameBoost": NAME_BOOST,
        "counted": counted,
        "words": _words(gathered, counted),
        "lengths": _digits(gathered.text_steps),
        "nameLengths": _digits(gathered.name_steps),
        "records": _encoded(gathered.records),
        "groups": [[key, GROUPS.get(key, key)] for key in groups],
        "pageGroups": _digits(map(groups.index, gathered.groups)),
        "dated": _encoded(one.of for one in dated_pages(gathered)),
        "states": STATES,
        "heavy": " ".join(heavy),
        "others": {
            " ".join(words(say)): " ".join(words(law)) for say, law in others.items()
        },
    }


def _counted(gathered: Rows) -> int:
    """Return how many records statistics count.

    They are all before the bare names, and before the texts of other days.
    """
    undated = len(gathered.groups) - len(gathered.dated)
    sizes = gathered.records[:undated]
    rows = sum(sizes)
    for group, size in zip(
        reversed(gathered.groups[:undated]), reversed(sizes), strict=True
    ):
        if group not in LISTED:
            return rows
        rows -= size
    return sum(sizes)


def _words(gathered: Rows, counted: int) -> tuple[int, int]:
    """Return how long the texts of these records are together, and their names."""
    texts = sum(STEPS[step] for step in gathered.text_steps[:counted])
    names = rows = 0
    for step, size in zip(gathered.name_steps, gathered.records, strict=True):
        if rows >= counted:
            break
        rows += size
        names += STEPS[step] * size
    return texts, names


def _digits(values: Iterable[int]) -> str:
    return "".join(map(DIGITS.__getitem__, values))


def _encoded(values: Iterable[int]) -> str:
    return encode(np.array([*values], dtype=np.int64))
