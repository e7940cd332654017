"""What communes' own sheets are joined from: their tails, and their short addresses."""

from __future__ import annotations

from dataclasses import dataclass, replace
from html import escape
from typing import TYPE_CHECKING

from bookcase.build.printing.bundles import Bundles
from bookcase.build.printing.cache import digest
from bookcase.build.printing.sheetparts import framed, shop
from bookcase.files import write_atomic
from bookcase.leaflets.addresses import short_url
from bookcase.leaflets.carried import FOLDER, script, tail_record, tails_name
from bookcase.leaflets.formats.codes import dots
from bookcase.leaflets.sheet import Local, Place, local
from bookcase.pages.places.locality import commune_url

if TYPE_CHECKING:
    from collections.abc import Iterator
    from concurrent.futures import Executor
    from pathlib import Path

    from bookcase.build.rendering.context import BuildConfig
    from bookcase.diagnostics import Diagnostic, Result
    from bookcase.leaflets.tails import Framed
    from bookcase.model.library import Library

_REDIRECT = """<!DOCTYPE html>
<html lang="vi"><meta charset="utf-8"><title>{name}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<meta http-equiv="refresh" content="0; url={url}"><link rel="canonical" href="{url}">
<a href="{url}">{name}</a></html>
"""


@dataclass(frozen=True, slots=True)
class _Pack:
    """Communes whose tails stand in one script."""

    name: str
    locals: tuple[Local, ...]

    @property
    def url(self) -> str:
        return f"{FOLDER}/{self.name}.js"


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
    place = shop(config.theme, pool, config.jobs, _folder(config, "to-gap"))
    packs = {digest(one, place.ours): one for one in _packs(library, host, config)}
    kept = Bundles(_folder(config, "xa"))
    missing = {
        key: pack for key, pack in packs.items() if not _taken(key, pack, kept, config)
    }
    made = framed([own for pack in missing.values() for own in pack.locals], place)
    found: list[Diagnostic] = []
    for key, pack in missing.items():
        results = [next(made) for _ in pack.locals]
        told = [one for result in results for one in result.diagnostics]
        words = _script(pack, results)
        write_atomic(config.site / pack.url, words)
        if not told:
            kept.keep(key, {pack.url: words})
        found += told
    kept.drop_all_but(packs)
    return tuple(found)


def _folder(config: BuildConfig, name: str) -> Path | None:
    return config.cache / name if config.cache else None


def _packs(library: Library, host: str, config: BuildConfig) -> Iterator[_Pack]:
    provinces, found = library.lists.provinces, dict[str, list[Local]]()
    for commune in library.lists.communes.values():
        if province := provinces.get(commune.province):
            place = Place(commune, province, library.localities.get(commune.code))
            name = tails_name(province.code, commune.code)
            own = local(place, host, config.as_of)
            found.setdefault(name, []).append(_shown(own))
    for name, held in sorted(found.items()):
        yield _Pack(name, tuple(held))


def _shown(own: Local) -> Local:
    """Leave out what is told of a commune on other days: it is not printed."""
    told = own.place.locality
    if told is None:
        return own
    bare = replace(told, notices=(), broadcasts=())
    return replace(own, place=replace(own.place, locality=bare))


def _taken(key: str, pack: _Pack, kept: Bundles, config: BuildConfig) -> bool:
    """Take a script from the cache; False when it must be made."""
    held = kept.take(key)
    if held is not None:
        write_atomic(config.site / pack.url, held[pack.url])
    return held is not None


def _script(pack: _Pack, made: list[Result[Framed | None]]) -> bytes:
    """Write tails and QR codes of communes; a board shows the code larger."""
    found = {
        own.place.commune.code: {
            **tail_record(one.value.tail),
            "code": dots(own.address),
        }
        for own, one in zip(pack.locals, made, strict=True)
        if one.value and one.value.tail
    }
    return script(pack.name, found).encode()


def _redirect(site: Path, library: Library) -> None:
    """Write a page for each short address that leads on to the commune's own."""
    (site / short_url("")).parent.mkdir(parents=True, exist_ok=True)
    for commune in library.lists.communes.values():
        page = _REDIRECT.format(
            name=escape(commune.name), url=f"../{commune_url(commune)}"
        )
        (site / short_url(commune.code)).write_text(page, "utf-8")
