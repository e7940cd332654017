"""What follows from all texts together: the glossary, who cites whom."""

from __future__ import annotations

import pickle
from dataclasses import dataclass
from hashlib import blake2b
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from bookcase.build.backlinks import Mend, backlinks, mend, mended
from bookcase.build.plan import of_publications, of_works
from bookcase.build.rendering.keys import DIGEST, plain_pickle
from bookcase.build.work.execute import AHEAD, given_to, in_order
from bookcase.pages.terms.glossary import glossary_pages

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from concurrent.futures import Executor

    from bookcase.build.kept.made import Small
    from bookcase.build.plan import Extras
    from bookcase.build.rendering.pages import Page
    from bookcase.build.renewal import Renewal
    from bookcase.diagnostics import Diagnostic
    from bookcase.pages.catalog import Catalog


class Workers(NamedTuple):
    """Who works, and how many they are."""

    pool: Executor
    jobs: int


@dataclass(frozen=True, slots=True)
class Followed:
    """What came of it.

    Attributes:
        urls: The pages that were planned.
        mends: What is changed in pages, by address.
        found: Citations of what is not there.
    """

    urls: tuple[str, ...]
    mends: Mapping[str, bytes]
    found: tuple[Diagnostic, ...]


def follow(
    renewal: Renewal,
    smalls: Mapping[str, Small],
    seen: Catalog,
    extras: Extras,
    workers: Workers,
) -> Followed:
    """Make these pages, and what they change in others.

    Args:
        renewal: The pages of texts and publications, planned and made.
        smalls: What all of them give, in the order of the plan.
        seen: The catalog.
        extras: What publications offer.
        workers: Who makes pages.
    """
    terms = (term for small in smalls.values() for term in small.terms)
    citing = (one for small in smalls.values() for one in small.citing)
    told = backlinks(citing, seen)
    before = frozenset(renewal.planned)
    further = renewal.due(chain(glossary_pages(terms, seen), told.pages))
    renewal.make(further, *workers)
    mends = {one.url: plain_pickle(tuple(one)) for one in told.mends}
    again = frozenset(_again(renewal, mends))
    if again:
        asked = renewal.again(_showing(again, seen, extras), again)
        keyed = ((page, renewal.planned[page.url]) for page in asked)
        renewal.make(keyed, *workers)
    mend_all(renewal, mends, workers)
    urls = tuple(url for url in renewal.planned if url not in before)
    return Followed(urls, mends, told.found)


def mend_all(renewal: Renewal, mends: Mapping[str, bytes], workers: Workers) -> None:
    """Change what was made by what is known of all."""
    due = [url for url in renewal.rows if url in mends]
    made = tuple(Mend(*pickle.loads(mends[url])) for url in due)  # noqa: S301 - ours
    work = given_to(workers.pool, mend)
    sizes = in_order(workers.pool, work, mended(made), AHEAD * workers.jobs)
    for url, size in zip(due, chain.from_iterable(sizes), strict=True):
        row = renewal.rows[url]
        small = row.small._replace(size=size)
        renewal.rows[url] = row._replace(small=small, mend=digest_of(mends[url]))


def digest_of(mend: bytes) -> bytes:
    """Return what a page's row tells of a change in it."""
    return blake2b(mend, digest_size=DIGEST).digest()


def _again(renewal: Renewal, mends: Mapping[str, bytes]) -> Iterator[str]:
    """Yield pages that stand, but must be changed in another way."""
    for url in renewal.planned:
        if url in renewal.rows:
            continue
        mend = digest_of(mends[url]) if url in mends else b""
        if renewal.before[url][1] != mend:
            yield url


def _showing(urls: frozenset[str], seen: Catalog, extras: Extras) -> Iterator[Page]:
    """Yield pages of which some are asked for: of acts, and of publications."""
    names = {url.removesuffix(".html") for url in urls}
    names |= {url.rpartition("/")[0] for url in urls}
    works = (work for work in seen.library.works if work.folder in names)
    for _, pages in of_works(works, seen):
        yield from pages
    yield from of_publications(seen, extras)


def changed(renewal: Renewal, urls: Iterable[str]) -> bool:
    """Tell whether pages that were made again give others something else."""
    for url in urls:
        old, new = renewal.ledger.small(url), renewal.rows[url].small
        if old is None or (old.terms, old.citing) != (new.terms, new.citing):
            return True
    return False
