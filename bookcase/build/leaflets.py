"""Which leaflets are printed for which commune; only those that came out are linked."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

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
    """Print the leaflets that communes ask for, into the site's folder."""
    jobs = tuple(_wanted(config, library)) if config.leaflets else ()
    work = partial(render, assets=config.theme, out_dir=config.site)
    results = tuple(in_order(pool, work, jobs, len(jobs)))
    return Leaflets(
        tuple(job for job, one in zip(jobs, results, strict=True) if one.value),
        tuple(finding for one in results for finding in one.diagnostics),
    )


def _wanted(config: BuildConfig, library: Library) -> Iterator[LeafletJob]:
    """Yield the jobs in the order of communes; a locality's own file names its titles."""
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
