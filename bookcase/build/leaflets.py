"""Which leaflets are printed for which commune; only those that came out are linked."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bookcase import leaflets
from bookcase.build.cache import FileCache, digest, folder_digest
from bookcase.build.execute import in_order
from bookcase.leaflets.jobs import LeafletJob, render
from bookcase.model.publication import PublicationKind
from bookcase.pages.view import Link

if TYPE_CHECKING:
    from collections.abc import Iterator
    from concurrent.futures import Executor

    from bookcase.build.context import BuildConfig
    from bookcase.diagnostics import Diagnostic
    from bookcase.model.library import Library
    from bookcase.model.publication import Publication


@dataclass(frozen=True, slots=True)
class Leaflets:
    """The leaflets that came out well, and what was found while making all."""

    printed: tuple[LeafletJob, ...] = ()
    found: tuple[Diagnostic, ...] = ()

    def of_publication(self, publication: Publication) -> tuple[Link, ...]:
        """Return the links from a publication's page."""
        return tuple(
            Link(f"Tờ gấp A4 (PDF), bản của {one.commune.name}", one.url)
            for one in self.printed
            if one.publication.id == publication.id
        )

    def of_commune(self, code: str) -> tuple[Link, ...]:
        """Return the links from a commune's page."""
        return tuple(
            Link(f"{one.publication.title} (PDF)", one.url)
            for one in self.printed
            if one.commune.code == code
        )


def print_all(config: BuildConfig, library: Library, pool: Executor) -> Leaflets:
    """Print the leaflets that communes ask for, into the site's folder.

    One that was printed before from the same words, templates and fonts is copied.
    """
    jobs = tuple(_wanted(config, library)) if config.leaflets else ()
    if not jobs:
        return Leaflets()
    cache = FileCache(config.cache / "to-gap" if config.cache else None)
    keys = _keys(config, jobs)
    kept = {job for job in jobs if cache.take(keys[job.url], config.site / job.url)}
    missing = tuple(job for job in jobs if job not in kept)
    work = partial(render, assets=config.theme, out_dir=config.site)
    results = tuple(in_order(pool, work, missing, len(missing)))
    for job, result in zip(missing, results, strict=True):
        if result.value and not result.diagnostics:
            cache.keep(keys[job.url], config.site / job.url)
    cache.drop_all_but(keys.values())
    printed = kept | {j for j, r in zip(missing, results, strict=True) if r.value}
    found = tuple(finding for one in results for finding in one.diagnostics)
    return Leaflets(tuple(job for job in jobs if job in printed), found)


def _keys(config: BuildConfig, jobs: tuple[LeafletJob, ...]) -> dict[str, str]:
    """Return for each leaflet's address the digest of all that it is made from."""
    ours = folder_digest(
        (
            config.theme / "leaflets",
            config.theme / "assets" / "fonts",
            Path(leaflets.__file__).parent,
        )
    )
    tools = (version("weasyprint"), version("segno"), version("markdown"))
    return {job.url: digest(job, ours, tools) for job in jobs}


def _wanted(config: BuildConfig, library: Library) -> Iterator[LeafletJob]:
    """Yield the jobs in the order of communes; each one's own file names its titles."""
    titles = [
        publication
        for publication in library.publications
        if publication.kind is PublicationKind.LEAFLET
    ]
    host = urlsplit(config.site_url).netloc
    for code, locality in sorted(library.localities.items()):
        commune = library.lists.communes.get(code)
        province = library.lists.provinces.get(commune.province) if commune else None
        if commune is None or province is None:
            continue
        for title in titles:
            if locality.all_leaflets or title.id in locality.leaflets:
                yield LeafletJob(title, commune, province, locality, host)
