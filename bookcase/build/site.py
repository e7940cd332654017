"""Make what the library makes of a site, into a stage: all that is due, no more."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from bookcase.build.files import attachments, feeds, sitemap, stamp
from bookcase.build.files.sayings import say_all
from bookcase.build.following import Workers, follow
from bookcase.build.making import context_of, in_index, index, smalls_of
from bookcase.build.outcome import BuildReport, Findings, Frame, Outcome
from bookcase.build.plan import Extras, of_works, others
from bookcase.build.printing.carrying import carry
from bookcase.build.printing.prints import print_titles
from bookcase.build.rendering.dated import DATED
from bookcase.build.rendering.pictures import trim
from bookcase.build.rendering.records import place_records, register_records
from bookcase.build.saving import counts
from bookcase.build.work.execute import workers
from bookcase.content.hub import ENGLISH_HOME, read_home
from bookcase.pages.shelves.calendar import calendar_page
from bookcase.pages.shelves.home import home_page
from bookcase.pages.shelves.news import feeds_of, last_days
from bookcase.rules import original, relations, stale
from bookcase.rules.run import check_publications
from bookcase.search.parts import part_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bookcase.build.kept.ledger import Ledger
    from bookcase.build.kept.made import Small
    from bookcase.build.rendering.cited import Linking
    from bookcase.build.rendering.context import BuildConfig
    from bookcase.build.rendering.pages import Page
    from bookcase.build.renewal import Renewal
    from bookcase.diagnostics import Diagnostic
    from bookcase.model.library import Library
    from bookcase.pages.catalog import Catalog
    from bookcase.pages.shelves.calendar import CalendarPage


def make_all(frame: Frame, whole: Library, known: Linking, renewal: Renewal) -> Outcome:
    """Make all that is due when anything may have changed.

    Args:
        frame: What with and where.
        whole: What there is, parts that are not built included: it is checked.
        known: The catalog, and all acts by their names.
        renewal: Decides which pages are due.
    """
    config, seen = frame.config, known.catalog
    library = seen.library
    ahead = calendar_page(seen)
    with workers(config.jobs, context_of(frame, known), config.farm) as pool:
        staff = Workers(pool, config.jobs)
        host = config.site_url.partition("//")[2].strip("/")
        papers = print_titles(config, seen, host, pool)
        unsaid = carry(config, library, host, pool)
        feeds_ = feeds_of(seen, ahead)
        english = (config.content / ENGLISH_HOME).is_file()
        extras = Extras(papers, say_all(library, config.site, host), feeds_, english)
        source = read_home(config.content)
        home = (home_page(seen, ahead, source),) if source else ()
        due = chain(_due(renewal, seen, extras, ahead), renewal.due(home))
        renewal.make(due, pool, config.jobs, frame.progress)
        order = tuple(renewal.planned)
        smalls = smalls_of(renewal, order)
        followed = follow(renewal, smalls, seen, extras, staff)
    smalls = smalls_of(renewal, (*order, *followed.urls))
    words = tuple(_words(renewal.ledger, smalls, seen))
    dated = {url: small.dated for url, small in smalls.items() if url.endswith(DATED)}
    indexed = index(frame, renewal.ledger, seen, in_index(words, dated))
    beside = (
        *papers.found,
        *unsaid,
        *extras.said.found,
        *_beside(config, whole, seen),
    )
    findings = Findings(beside, followed.found).with_pages(smalls)
    issued = (work.issued for work in library.works if work.issued)
    feeds.write(config.site, config.site_url, ahead, issued, feeds_)
    listed = [url for url, small in smalls.items() if small.listed]
    urls = sorted([*frame.hub.urls, *listed])
    sitemap.write(config.site, config.site_url, urls, last_days(seen))
    if config.cache and seen.pictures:
        trim(config.cache, len(library.works) + len(library.publications))
    report = _report(frame, library, smalls, len(papers.all))
    report = replace(report, index=indexed.written)
    stamp.write(config.site, config.as_of, counts(report), report.notices)
    further = followed.urls
    return Outcome(
        report, findings, order, words, dated, indexed, extras, further, followed
    )


def _due(
    renewal: Renewal, seen: Catalog, extras: Extras, ahead: CalendarPage
) -> Iterator[tuple[Page, bytes]]:
    works = seen.library.works
    for number, (work, pages) in enumerate(of_works(works, seen), 1):
        yield from renewal.due(pages, work.id)
        renewal.share = number / len(works)
    renewal.share = 1
    yield from renewal.due(others(seen, extras, ahead))


def _words(ledger: Ledger, smalls: Mapping[str, Small], seen: Catalog) -> Iterator[str]:
    """Yield what pages are known by in the index: made pages, then bare names."""
    yield from (small.indexed for small in smalls.values() if small.indexed)
    for records in (place_records(seen), register_records(seen)):
        part = part_of(records)
        held = (ledger.place_of_part(page.digest) for page in part.pages)
        if not all(held):
            with ledger.whole():
                ledger.keep_part(part)
        yield from (page.digest for page in part.pages)


def _beside(config: BuildConfig, whole: Library, seen: Catalog) -> Iterator[Diagnostic]:
    """Copy what lies beside texts; yield what is found there and in the library."""
    beside = sorted(_folders(seen.library))
    yield from attachments.copy_pictures(config.content, config.site, beside)
    folders = [*(work.folder for work in seen.library.works), *beside]
    yield from attachments.copy(config.content, config.site, folders)
    yield from check_publications(config.content, whole)
    yield from relations.check(whole)
    yield from original.check(whole, config.content)
    yield from stale.check(whole, seen.rests)


def _folders(library: Library) -> set[str]:
    """Return the folders of publications; each handbook has one of its own."""
    folders = {publication.folder for publication in library.publications}
    return folders | {
        f"{one.folder}/{one.name}" for one in library.publications if one.chapters
    }


def _report(
    frame: Frame, library: Library, smalls: Mapping[str, Small], leaflets: int
) -> BuildReport:
    return BuildReport(
        works=len(library.works),
        publications=len(library.publications),
        communes=len(library.lists.communes),
        register=len(library.register),
        leaflets=leaflets,
        pages=sum(small.counted for small in smalls.values()),
        size=sum(small.size for small in smalls.values()),
        shell=max(shell.weight for shell in frame.hub.shells),
        notices=tuple(stamp.notices(library.publications)),
    )
