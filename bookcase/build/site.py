"""Make everything that the library makes, into a folder that the engine has begun."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import chain
from typing import TYPE_CHECKING

from bookcase.build import attachments, feeds, scripts, sitemap, stamp
from bookcase.build.backlinks import backlinks, mend, mended
from bookcase.build.carrying import carry
from bookcase.build.cited import linking
from bookcase.build.context import BuildConfig, Context, Made
from bookcase.build.dated import dated_parts
from bookcase.build.execute import AHEAD, given_to, in_order, workers
from bookcase.build.facts import facts
from bookcase.build.pages import make_pages
from bookcase.build.plan import chunks, pages
from bookcase.build.prints import print_titles
from bookcase.build.records import place_records, register_records
from bookcase.build.sayings import say_all
from bookcase.history.rests import rests
from bookcase.pages.az import az_pages
from bookcase.pages.calendar import calendar_page
from bookcase.pages.catalog import Catalog, catalog
from bookcase.pages.glossary import glossary_pages
from bookcase.rules import relations, stale
from bookcase.rules.run import check_publications
from bookcase.search.index import merge
from bookcase.search.parts import part_of
from bookcase.search.writing import Written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Executor

    from bookcase.build.pages import Page
    from bookcase.diagnostics import Diagnostic
    from bookcase.model.library import Library
    from bookcase.model.lists import Lists
    from bookcase.pages.cited import Citing
    from bookcase.pages.defined import Defined
    from bookcase.pages.shell import Shells
    from bookcase.search.parts import Part

INDEX = "assets/tim-kiem"
"""Where the search index lies in the site."""


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build made.

    ``size`` counts the bytes of the pages, ``shell`` those that the theme's shell adds
    to each page at the most; ``index`` is what search came to.
    """

    works: int
    publications: int
    communes: int
    register: int
    leaflets: int
    pages: int
    size: int
    shell: int
    index: Written = field(default_factory=Written)
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
    resting = rests(config.content, library, config.as_of)
    seen = catalog(library, config.as_of, config.official, resting)
    ahead = calendar_page(seen)
    tally = Tally()
    with workers(config.jobs, _context(config, shells, seen)) as pool:
        host = config.site_url.partition("//")[2].strip("/")
        papers = print_titles(config, seen, host, pool)
        unsaid = carry(config, library, host, pool)
        said = say_all(library, config.site, host)
        planned = chain(pages(seen, papers, said.of), (ahead,), az_pages(seen))
        made = _made(planned, pool, config.jobs)
        parts = chain(
            _parts(made, tally, seen, progress), dated_parts(seen, pool, config.jobs)
        )
        others = _others(library.lists)
        before = config.since / INDEX if config.since else None
        index = merge(parts, config.site / INDEX, others, facts(seen), before)
        _follow(tally, seen, pool, config.jobs)
    beside = sorted(_folders(library))
    refused = tuple(attachments.copy_pictures(config.content, config.site, beside))
    folders = [*(work.folder for work in library.works), *beside]
    refused += tuple(attachments.copy(config.content, config.site, folders))
    refused += tuple(check_publications(config.content, library))
    refused += tuple(relations.check(library))
    refused += (*papers.found, *unsaid, *said.found)
    refused += tuple(stale.check(library, resting))
    issued = (work.issued for work in library.works if work.issued)
    feeds.write(config.site, config.site_url, ahead, issued)
    scripts.thin_all(config.site)
    sitemap.write(config.site, config.site_url, sorted([*hub, *tally.listed]))
    printed = len(papers.all)
    report = _report(library, shells, tally, printed, refused)
    report = replace(report, index=index)
    stamp.write(config.site, config.as_of, _counts(report))
    return report


@dataclass(slots=True)
class Tally:
    """What the pages made so far come to; the one value here that grows."""

    urls: list[str] = field(default_factory=list)
    listed: list[str] = field(default_factory=list)
    found: list[Diagnostic] = field(default_factory=list)
    terms: list[Defined] = field(default_factory=list)
    citing: list[Citing] = field(default_factory=list)
    size: int = 0

    def add(self, made: Made) -> None:
        """Count some pages."""
        self.urls += made.urls
        self.listed += made.listed
        self.found += made.found
        self.terms += made.terms
        self.citing += made.citing
        self.size += made.size


def _follow(tally: Tally, seen: Catalog, pool: Executor, jobs: int) -> None:
    """Make what follows from all texts together: the glossary, who cites whom."""
    told = backlinks(tally.citing, seen)
    tally.found += told.found
    for one in _made(chain(glossary_pages(tally.terms, seen), told.pages), pool, jobs):
        tally.add(one)
    work = given_to(pool, mend)
    tally.size += sum(in_order(pool, work, mended(told.mends), AHEAD * jobs))


def _others(lists: Lists) -> dict[str, str]:
    """Return the law's words for each way in which readers say something."""
    return {say: one.law for one in lists.synonyms for say in one.everyday}


def _folders(library: Library) -> set[str]:
    """Return the folders of publications; each handbook has one of its own."""
    folders = {publication.folder for publication in library.publications}
    return folders | {
        f"{one.folder}/{one.name}" for one in library.publications if one.chapters
    }


def _context(config: BuildConfig, shells: Shells, seen: Catalog) -> Context:
    templates, known = config.theme / "bookcase", linking(seen)
    return Context(
        config.content, config.site, templates, shells, known, config.site_url
    )


def _made(all_pages: Iterable[Page], pool: Executor, jobs: int) -> Iterator[Made]:
    work = given_to(pool, make_pages)
    return in_order(pool, work, chunks(all_pages), AHEAD * jobs)


def _parts(
    made: Iterable[Made],
    tally: Tally,
    seen: Catalog,
    progress: Callable[[int], None],
) -> Iterator[Part]:
    """Yield the pieces of the search index: of pages as they are made, then places."""
    for one in made:
        tally.add(one)
        progress(len(tally.urls))
        yield one.part
    yield part_of(place_records(seen))
    yield part_of(register_records(seen))


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
    tally: Tally,
    leaflets: int,
    refused: tuple[Diagnostic, ...],
) -> BuildReport:
    return BuildReport(
        works=len(library.works),
        publications=len(library.publications),
        communes=len(library.lists.communes),
        register=len(library.register),
        leaflets=leaflets,
        pages=len(tally.urls),
        size=tally.size,
        shell=max(shell.weight for shell in shells),
        found=(*tally.found, *refused),
    )
