"""From the stage to the site: whole, whenever the machine stops.

The ledger is written before the first file is moved, with the moves that are still to
be made; :func:`finish` ends what was begun.
"""

from __future__ import annotations

import filecmp
import os
import shutil
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bookcase.build.kept.signatures import FOLDER, signatures

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from bookcase.build.kept.ledger import Ledger

MOVES = "moves"
OUTPUTS = "outputs"
_SWAP_SHARE = 2
"""A site of which more than one in so many files changes is swapped as a whole."""

Outputs = dict[str, tuple[int, int, int]]
"""The files of a site, with their signatures."""


@dataclass(frozen=True, slots=True)
class Site:
    """The site, the folder where its next state is made, and what lies in it.

    ``there`` holds its files as they were found.
    """

    place: Path
    stage: Path
    there: Outputs


def outputs_of(place: Path) -> Outputs:
    """Return the files that lie in a site."""
    found = signatures(place, hidden=True)
    return {path: (*told,) for path, told in found.items() if told != FOLDER}


def empty(stage: Path) -> None:
    """Empty a stage of what a killed build left in it."""
    shutil.rmtree(stage)
    stage.mkdir()


def publish(site: Site, ledger: Ledger, gone: Iterable[str]) -> None:
    """Move what was made into place, and remove what no longer belongs.

    Call it within a transaction of the ledger, which is the point of no return; then
    call :func:`finish`.

    Args:
        site: The site.
        ledger: Keeps what is to be moved.
        gone: Files of the site that no longer belong to it.
    """
    gone = frozenset(gone) & site.there.keys()
    staged = outputs_of(site.stage)
    for path in [*staged]:
        if path in site.there and _same(site, path):
            (site.stage / path).unlink()
            del staged[path]
    outputs = {path: told for path, told in site.there.items() if path not in gone}
    swap = _SWAP_SHARE * len(staged) > len(site.there)
    if swap:
        _link(site, outputs.keys() - staged.keys())
    outputs |= staged
    ledger.set_value(OUTPUTS, outputs)
    moves = {"swap": swap, "new": sorted(staged), "gone": sorted(gone)}
    ledger.set_value(MOVES, moves)


def finish(place: Path, stage: Path, ledger: Ledger) -> None:
    """Make the moves that a build decided on and may not have ended."""
    moves = ledger.value(MOVES)
    if moves is None:
        return
    if moves["swap"]:
        _swap(place, stage)
    else:
        _move(place, stage, moves["new"])
        _remove(place, moves["gone"])
    with ledger.whole():
        ledger.end()
        ledger.set_value(MOVES, None)


def _same(site: Site, path: str) -> bool:
    return filecmp.cmp(site.stage / path, site.place / path, shallow=False)


def _link(site: Site, paths: Iterable[str]) -> None:
    """Put what stays of the site beside what is new; copy where links are not made."""
    for path in paths:
        target = site.stage / path
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(site.place / path, target)
        except OSError:
            shutil.copy2(site.place / path, target)


def _swap(place: Path, stage: Path) -> None:
    if not stage.exists():  # it took its place already
        return
    old = stage.with_name(f"{stage.name}.old")
    if place.exists():
        shutil.rmtree(old, ignore_errors=True)
        place.rename(old)
    stage.rename(place)
    shutil.rmtree(old, ignore_errors=True)


def _move(place: Path, stage: Path, paths: Iterable[str]) -> None:
    for path in paths:
        target = place / path
        try:
            (stage / path).replace(target)
        except FileNotFoundError:
            if not (stage / path).exists():  # it was moved before
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            (stage / path).replace(target)


def _remove(place: Path, paths: Iterable[str]) -> None:
    """Remove files, and the folders that are empty then."""
    for path in paths:
        (place / path).unlink(missing_ok=True)
        folder = (place / path).parent
        with suppress(OSError):
            while folder != place:
                folder.rmdir()
                folder = folder.parent
