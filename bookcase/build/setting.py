"""What pages are made with, out of what a build is asked for and finds."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from bookcase.build import roots
from bookcase.build.hub.engine import HubRequest
from bookcase.build.hub.saved import hub_key, hub_of
from bookcase.build.kept.signatures import digest_all
from bookcase.build.outcome import Frame
from bookcase.build.publishing.publish import empty
from bookcase.build.rendering.cited import Linking
from bookcase.build.rendering.context import BuildConfig
from bookcase.build.rendering.keys import digest, sources
from bookcase.build.rendering.watch import differing, turned
from bookcase.build.renewal import CITED, Ground
from bookcase.build.roots import CONTENT
from bookcase.build.saving import LINKING
from bookcase.citations.known import acts_of
from bookcase.history.rests import rests
from bookcase.pages.catalog import catalog

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bookcase.build.hub.saved import SavedHub
    from bookcase.build.kept.ledger import Begun, Ledger
    from bookcase.build.part.narrowing import Elsewhere
    from bookcase.build.request import BuildRequest
    from bookcase.build.state import Before
    from bookcase.model.library import Library
    from bookcase.pages.catalog import Catalog

DAMAGED = "tệp trong thư mục trang đã mất hoặc bị sửa"
_BEGUN = "begun"


def frame_of(
    request: BuildRequest,
    before: Before,
    hub: SavedHub,
    missing: Elsewhere | None = None,
) -> Frame:
    """Return what a site is made with and where."""
    index_damaged = any(path.startswith("assets/") for path in before.damaged)
    return Frame(
        config_of(request, before.site.stage, hub),
        hub.hub,
        before.site,
        anew=index_damaged,
        progress=request.progress,
        elsewhere=missing,
    )


def config_of(request: BuildRequest, stage: Path, hub: SavedHub) -> BuildConfig:
    """Return what to build, from where, into the stage."""
    return BuildConfig(
        content=request.content.resolve(),
        site=stage.resolve(),
        theme=hub.hub.theme.resolve(),
        as_of=request.as_of,
        site_url=hub.hub.site_url,
        official=hub.hub.official,
        jobs=request.jobs,
        leaflets=request.leaflets,
        allow_stale=request.allow_stale,
        cache=request.kept,
        previous=request.previous,
        farm=request.farm,
    )


def ground_of(
    before: Before, hub: SavedHub, missing: Elsewhere | None = None
) -> Ground:
    """Return what decides which pages are made."""
    differ = before.differ[CONTENT]
    base = roots.base_of(before.roots, hub.hub)
    if missing:
        base += digest((missing.national, tuple(sorted(missing.names))))
    return Ground(base, sources(before.roots[CONTENT]), differ.all)


def hub_for(request: BuildRequest, before: Before) -> SavedHub:
    """Return the hub, as kept or as the engine makes it."""
    out = before.site.stage / "khung"
    asked = HubRequest(request.config, request.content, out)
    key = hub_key(request.engine, before.roots)
    return hub_of(request.kept, request.engine, key, asked)


def known_for(
    request: BuildRequest, hub: SavedHub, whole: Library, library: Library
) -> Linking:
    """Return the library as of the day, resolved by all there is.

    Args:
        request: What is built.
        hub: What the configuration says.
        whole: What there is.
        library: The part of it that is built.
    """
    resting = rests(request.content, whole, request.as_of)
    seen = catalog(whole, request.as_of, hub.hub.official, resting)
    pictures = bool(hub.hub.site_url) and hub.hub.pictures
    part = replace(seen, library=library, pictures=pictures)
    return Linking(acts_of(whole), part)


def forced_by(
    before: Before, known: Linking, ledger: Ledger
) -> Iterator[tuple[str, str]]:
    """Yield the pages that must be made whatever their keys say, and why."""
    last: Linking | None = ledger.thing(LINKING)
    differ = differing(last, known) if last else frozenset()
    if last:
        differ |= {*turned(known, last.catalog.as_of, known.catalog.as_of)}
    if differ:
        for url, facts in ledger.facts():
            if not differ.isdisjoint(facts):
                yield url, CITED
    for path in before.damaged:
        yield path, DAMAGED


def begun_before(
    request: BuildRequest, before: Before, ground: Ground, ledger: Ledger
) -> Begun:
    """Return what a killed build made for this very state of all files, if one did."""
    token = hashlib.blake2b(ground.base, digest_size=16)
    token.update(digest_all(before.roots[CONTENT]))
    token.update(request.as_of.isoformat().encode())
    if ledger.value(_BEGUN) == token.digest():
        return ledger.begun()
    empty(before.site.stage)
    with ledger.whole():
        ledger.end()
        ledger.set_value(_BEGUN, token.digest())
    return {}


def rested_on(seen: Catalog) -> Iterator[str]:
    """Yield the texts that more than pages rest on: what publications cite is judged.

    An act's words follow from those of the acts that change it, and so on.
    """
    waiting = {one.aim.work for rows in seen.rests.values() for one in rows}
    done: set[str] = set()
    while waiting:
        id_ = waiting.pop()
        done.add(id_)
        waiting |= {by for by, _ in seen.effects.get(id_, ())} - done
        work = seen.works.get(id_)
        yield from (one.path for one in work.versions) if work else ()
