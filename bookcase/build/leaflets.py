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
from bookcase.diagnostics import Diagnostic, Span
from bookcase.history.rests import ends_of, rested
from bookcase.leaflets.jobs import LeafletJob, render
from bookcase.model.publication import PublicationKind
from bookcase.pages.outdated import sentence, warning
from bookcase.pages.view import Link

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from concurrent.futures import Executor

    from bookcase.build.context import BuildConfig
    from bookcase.model.publication import Publication
    from bookcase.pages.catalog import Catalog


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


def print_all(config: BuildConfig, seen: Catalog, pool: Executor) -> Leaflets:
    """Print the leaflets that communes ask for, into the site's folder.

    One that was printed before from the same words, templates and fonts is copied. One
    that rests on what is law no more is not printed, unless the build is told to; what
    has changed since it was written stands on the sheet.

    Finds:
        LEAF008: a leaflet rests on a provision that was repealed, or on an ended act.
    """
    asked = tuple(_wanted(config, seen)) if config.leaflets else ()
    refused = {} if config.allow_stale else dict(_refused(asked, seen))
    jobs = tuple(job for job in asked if job.publication.id not in refused)
    if not jobs:
        return Leaflets((), tuple(refused.values()))
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
    found += tuple(refused.values())
    return Leaflets(tuple(job for job in jobs if job in printed), found)


def _refused(
    jobs: Iterable[LeafletJob], seen: Catalog
) -> Iterator[tuple[str, Diagnostic]]:
    """Yield, by their ids, the titles that rest on what is law no more."""
    for title in {job.publication.id: job.publication for job in jobs}.values():
        gone = next(ends_of(rested(title, seen.rests)), None)
        if gone is None:
            continue
        said = sentence(gone, gone.verdict.standing, gone.verdict.since)
        what = f"tờ gấp «{title.title}» không được in. {said}"
        hint = "sửa nội dung rồi ghim lại; vẫn in, có ghi chú: thêm --allow-stale"
        span = Span(title.path, gone.basis.line)
        yield title.id, Diagnostic(span, "LEAF008", what, "warning", hint)


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


def _wanted(config: BuildConfig, seen: Catalog) -> Iterator[LeafletJob]:
    """Yield the jobs in the order of communes; each one's own file names its titles."""
    library = seen.library
    titles = [
        publication
        for publication in library.publications
        if publication.kind is PublicationKind.LEAFLET
    ]
    host = urlsplit(config.site_url).netloc
    told = {title.id: warning(title, seen) for title in titles}
    for code, locality in sorted(library.localities.items()):
        commune = library.lists.communes.get(code)
        province = library.lists.provinces.get(commune.province) if commune else None
        if commune is None or province is None:
            continue
        for title in titles:
            if locality.all_leaflets or title.id in locality.leaflets:
                said = told[title.id]
                yield LeafletJob(title, commune, province, locality, host, warning=said)
