"""Explainers that rest on what has changed, found; those on what has not, left alone.

Over ``../shared/corpus/consolidation``: an explainer is pinned to every Điều, khoản and
điểm of each base act, then the acts that amend it take effect. What they change is told
by the hand key (``tests/golden/effects``), not by our own reading:

* ``stale-missed``: provisions that the key names, and whose explainers are not found;
* ``stale-false``: provisions that the key does not touch, and whose explainers are.
"""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from bookcase.cli.effects import effects_of
from bookcase.content.loading import load
from bookcase.history.ahead import ahead
from bookcase.history.chain import Acting
from bookcase.history.provision import covers
from bookcase.history.rests import refused
from bookcase.history.stale import judge, words_of
from bookcase.history.status import incoming_effects
from bookcase.legal.address import places
from bookcase.legal.words import pin_of
from bookcase.model.act import Version
from tests import shared
from tests.bench import key
from tests.bench.rows import Row
from tests.bench.sets import read_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bookcase.history.ahead import Ahead
    from bookcase.model.library import Library
    from tests.bench.sets import Set

_PROVISION = re.compile(r"d\d+[a-z]*(?:\.(?:_|k\d+[a-z]*(?:-\d+)*|dd|[a-z]\d*))*")
_EVER = date(2030, 1, 1)
_BASE = date(1990, 1, 1)


def run() -> Iterator[Row]:
    """Take the figures."""
    folder = shared.folder() / "corpus" / "consolidation"
    if not folder.exists():
        print(f"! SKIPPED: no {folder}; BOOKCASE_SHARED names it", file=sys.stderr)
        return
    library = load(shared.ROOT / "content").value
    changed, same = [0, 0], [0, 0]
    told: list[str] = []
    for one in sorted(path for path in folder.iterdir() if path.is_dir()):
        for unit, wanted, found in _judged(read_set(one, library), library):
            sums = changed if wanted else same
            sums[0] += 1
            if wanted is not found:
                sums[1] += 1
                told.append(f"  {one.name} {unit}: {'missed' if wanted else 'false'}")
    yield Row("stale-changed", changed[0], note="provisions that the key names")
    yield Row("stale-missed", changed[1])
    yield Row("stale-same", same[0], note="provisions that the key does not touch")
    yield Row("stale-false", same[1])
    print("\n".join(told), file=sys.stderr)


def _judged(one: Set, library: Library) -> Iterator[tuple[str, bool, bool]]:
    """Yield provisions, whether the key says that they changed, whether we found so."""
    base = one.base.work.id
    named = {
        _even(place)
        for act in one.amending
        for row in key.kept(act.work.id)
        if row["on"] == base and row["op"] != key.TOLD
        for place in _places(row)
    }
    known = _ahead(one, library)
    for unit in filter(_PROVISION.fullmatch, places(one.base.text)):
        place = _even(unit)
        exact = place in named
        if not exact and any(covers(n, place) or covers(place, n) for n in named):
            continue
        pin = pin_of(words_of(one.base.text, (unit,)) or "")
        verdict = judge(known.work, (unit,), pin, _EVER, known.texts)
        yield unit, exact, refused(verdict, known, (unit,), _EVER).stale


def _ahead(one: Set, library: Library) -> Ahead:
    first = Version(_BASE, path="goc.md")
    works = [
        replace(act.work, effects=effects_of(act, library).value)
        for act in one.amending
    ]
    texts = {act.work.id: act.text for act in one.amending}
    issued = {work.id: work.issued for work in works}
    base = replace(one.base.work, versions=(first,))
    rows = incoming_effects(works).get(base.id, ())
    acting = Acting(texts.get, issued.get)
    return ahead(base, rows, acting, lambda _: one.base.text)


def _places(row: key.Row) -> list[str]:
    """Return where a row acts; of an insertion, the new unit."""
    at = [*(row.get("at") or [])]
    if row.get("new") and row["op"] != "renumber":
        return [".".join((*at[:1], row["new"]))]
    return at


def _even(place: str) -> str:
    return place.replace("._.", ".")
