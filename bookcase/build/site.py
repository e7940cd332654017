"""Make everything that the library makes, into a folder that the engine has begun."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from bookcase.build import attachments, sitemap, stamp
from bookcase.build.context import BuildConfig, Context, Made
from bookcase.build.execute import AHEAD, in_order, workers
from bookcase.build.leaflets import Leaflets, print_all
from bookcase.build.pages import make_pages
from bookcase.build.plan import chunks, pages
from bookcase.build.records import register_records
from bookcase.pages.catalog import Catalog, catalog
from bookcase.rules.run import check_publications
from bookcase.search.index import merge, tokens_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from concurrent.futures import Executor

    from bookcase.diagnostics import Diagnostic
    from bookcase.model.library import Library
    from bookcase.pages.shell import Shells


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build made.

    ``size`` counts the bytes of the pages, ``shell`` those that the theme's shell adds
    to each page at the most.
    """

    works: int
    publications: int
    communes: int
    register: int
    leaflets: int
    pages: int
    size: int
    shell: int
    found: tuple[Diagnostic, ...] = ()


def make_site(
    config: BuildConfig,
    library: Library,
    shells: Shells,
    *,
    hub: tuple[str, ...] = (),
    progress: Callable[[int], None] = lambda _: None,
) -> BuildReport:
    """Write all pages, the search index, leaflets, attachments, map and stamp.

    Args:
        config: What to build, from where, to where.
        library: The library, already read and found good enough.
        shells: The theme's page, one a depth.
        hub: Addresses of the pages that the engine itself made, for the map.
        progress: Is told how many pages have been made so far.
    """
    seen = catalog(library, config.as_of, config.official)
    with workers(config.jobs) as pool:
        leaflets = print_all(config, library, pool)
        made = tuple(_made(config, shells, seen, leaflets, pool, progress))
    merged = [part for one in made for part in one.parts]
    merged.append(tokens_of(register_records(seen)))
    merge(merged, config.site)
    folders = [work.folder for work in library.works]
    folders += sorted({publication.folder for publication in library.publications})
    refused = tuple(attachments.copy(config.content, config.site, folders))
    refused += tuple(check_publications(library))
    urls = [url for one in made for url in one.urls]
    sitemap.write(config.site, config.site_url, sorted([*hub, *urls]))
    report = _report(library, shells, made, leaflets, refused)
    stamp.write(config.site, config.as_of, _counts(report))
    return report


def _made(  # noqa: PLR0913 - what a build has at hand
    config: BuildConfig,
    shells: Shells,
    seen: Catalog,
    leaflets: Leaflets,
    pool: Executor,
    progress: Callable[[int], None],
) -> Iterator[Made]:
    context = Context(
        config.content,
        config.site,
        config.theme / "bookcase",
        shells,
        config.site_url,
    )
    count = 0
    work = partial(make_pages, context)
    for made in in_order(pool, work, chunks(pages(seen, leaflets)), AHEAD * config.jobs):
        count += len(made.urls)
        progress(count)
        yield made


def _counts(report: BuildReport) -> dict[str, int]:
    return {
        "van-ban": report.works,
        "bai": report.publications,
        "xa": report.communes,
        "so-bo": report.register,
    }


def _report(
    library: Library,
    shells: Shells,
    made: tuple[Made, ...],
    leaflets: Leaflets,
    refused: tuple[Diagnostic, ...],
) -> BuildReport:
    return BuildReport(
        works=len(library.works),
        publications=len(library.publications),
        communes=len(library.lists.communes),
        register=len(library.register),
        leaflets=len(leaflets.printed),
        pages=sum(len(one.urls) for one in made),
        size=sum(one.size for one in made),
        shell=max(shell.weight for shell in shells),
        found=(
            *(finding for one in made for finding in one.found),
            *leaflets.found,
            *refused,
        ),
    )
