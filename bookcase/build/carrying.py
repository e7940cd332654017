"""What communes' own sheets are joined from: their tails, and their short addresses."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from bookcase.build.bundles import Bundles
from bookcase.build.cache import digest
from bookcase.build.execute import AHEAD, in_order
from bookcase.build.prints import ours
from bookcase.diagnostics import Diagnostic, Result
from bookcase.files import write_atomic
from bookcase.leaflets.addresses import short_url
from bookcase.leaflets.carried import FOLDER, tails_name, tails_script
from bookcase.leaflets.sheet import Place, local
from bookcase.leaflets.tails import tails
from bookcase.pages.locality import commune_url, on_day

if TYPE_CHECKING:
    from collections.abc import Iterator
    from concurrent.futures import Executor
    from datetime import date
    from pathlib import Path

    from bookcase.build.context import BuildConfig
    from bookcase.model.library import Library

_REDIRECT = """<!DOCTYPE html>
<html lang="vi"><meta charset="utf-8"><title>{name}</title>
<meta http-equiv="refresh" content="0; url={url}"><link rel="canonical" href="{url}">
<a href="{url}">{name}</a></html>
"""


@dataclass(frozen=True, slots=True)
class _Pack:
    """Communes whose tails stand in one script; their notices are those of the day."""

    name: str
    places: tuple[Place, ...]


def carry(
    config: BuildConfig, library: Library, host: str, pool: Executor
) -> tuple[Diagnostic, ...]:
    """Write the tails of all communes, and the pages that QR codes lead to.

    What did not change since the last build is taken from the cache.

    Finds:
        What :func:`bookcase.leaflets.tails.tails` finds.
    """
    if not config.leaflets:
        return ()
    if host:
        _redirect(config.site, library)
    packs = tuple(_packs(library, config.as_of))
    tools = ours(config)
    keys = [digest(pack, host, tools) for pack in packs]
    kept = Bundles(config.cache / "xa" if config.cache else None)
    work = partial(_carried, config=config, kept=kept, host=host)
    keyed = zip(keys, packs, strict=True)
    made = in_order(pool, work, keyed, AHEAD * config.jobs)
    found = tuple(told for one in made for told in one.diagnostics)
    kept.drop_all_but(keys)
    return found


def _packs(library: Library, day: date) -> Iterator[_Pack]:
    provinces = library.lists.provinces
    places = []
    for commune in library.lists.communes.values():
        if province := provinces.get(commune.province):
            told = library.localities.get(commune.code)
            told = on_day(told, day) if told else None
            places.append(Place(commune, province, told))
    places.sort(key=_pack_of)
    for name, held in groupby(places, _pack_of):
        yield _Pack(name, tuple(held))


def _pack_of(place: Place) -> str:
    return tails_name(place.province.code, place.commune.code)


def _carried(
    keyed: tuple[str, _Pack], config: BuildConfig, kept: Bundles, host: str
) -> Result[None]:
    """Lay out some communes, or take them from the cache."""
    key, pack = keyed
    url = f"{FOLDER}/{pack.name}.js"
    held = kept.take(key)
    if held is not None:
        write_atomic(config.site / url, held[url])
        return Result(None)
    own = [local(place, host, config.as_of) for place in pack.places]
    made = tails(own, config.theme)
    found = tuple(told for one in made for told in one.diagnostics)
    script = tails_script(
        pack.name,
        {
            place.commune.code: one.value.tail
            for place, one in zip(pack.places, made, strict=True)
            if one.value and one.value.tail
        },
    ).encode()
    write_atomic(config.site / url, script)
    if not found:
        kept.keep(key, {url: script})
    return Result(None, found)


def _redirect(site: Path, library: Library) -> None:
    """Write a page for each short address that leads on to the commune's own."""
    (site / short_url("")).parent.mkdir(parents=True, exist_ok=True)
    for commune in library.lists.communes.values():
        page = _REDIRECT.format(
            name=escape(commune.name), url=f"../{commune_url(commune)}"
        )
        (site / short_url(commune.code)).write_text(page, "utf-8")
