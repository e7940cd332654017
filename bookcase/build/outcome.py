"""What a site is made with, and what comes of making it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from bookcase.build.following import Followed
    from bookcase.build.hub.engine import Hub
    from bookcase.build.indexing.index import Indexed
    from bookcase.build.kept.made import Small
    from bookcase.build.part.narrowing import Elsewhere
    from bookcase.build.plan import Extras
    from bookcase.build.publishing.publish import Site
    from bookcase.build.rendering.context import BuildConfig
    from bookcase.diagnostics import Diagnostic
    from bookcase.search.writing import Written


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build made.

    ``size`` counts the bytes of the pages, ``shell`` those that the theme's shell adds
    to each page at the most; ``made`` the pages that were rendered, ``why`` says for
    each of them why. ``refused`` tells that the site stays as it was, ``index`` what
    search came to, where all of it was written, ``anew`` whether the catalog was made
    again. ``quiet`` counts what is only worth knowing of pages. ``notices`` are those
    that every page leads to, as the stamp tells them.
    """

    works: int = 0
    publications: int = 0
    communes: int = 0
    register: int = 0
    leaflets: int = 0
    pages: int = 0
    size: int = 0
    shell: int = 0
    made: int = 0
    refused: bool = False
    anew: bool = False
    index: Written | None = None
    notices: tuple[dict[str, str], ...] = ()
    found: tuple[Diagnostic, ...] = ()
    quiet: int = 0
    why: Mapping[str, str] = field(default_factory=dict)


class Frame(NamedTuple):
    """What a site is made with and where.

    Attributes:
        config: What to build, from where; its ``site`` is the stage.
        hub: Shells, and what the configuration says.
        site: The site as it stands.
        anew: Whether the search index in it is not to be trusted.
        progress: Is told how many pages have been made so far, and which share of all.
        elsewhere: What is not in the part of the bookcase that is built.
    """

    config: BuildConfig
    hub: Hub
    site: Site
    anew: bool
    progress: Callable[[int, float], None]
    elsewhere: Elsewhere | None = None


@dataclass(frozen=True, slots=True)
class Findings:
    """What is wrong: beside pages, among citations, and by page.

    What is only worth knowing of a page is counted, and lies in the page's row.
    """

    beside: tuple[Diagnostic, ...] = ()
    followed: tuple[Diagnostic, ...] = ()
    pages: Mapping[str, tuple[Diagnostic, ...]] = field(default_factory=dict)
    quiet: int = 0

    @property
    def all(self) -> tuple[Diagnostic, ...]:
        """Return all of it."""
        pages = chain.from_iterable(self.pages.values())
        return (*pages, *self.beside, *self.followed)

    def with_pages(
        self, smalls: Mapping[str, Small], before: Iterable[Small] = ()
    ) -> Findings:
        """Return the same with what is found in some pages now.

        Args:
            smalls: These pages.
            before: What was found in them before.
        """
        told = {url: loud(small.found) for url, small in smalls.items()}
        pages = {url: held for url, held in self.pages.items() if url not in told}
        pages |= {url: held for url, held in told.items() if held}
        quiet = sum(_quiet(one) for one in smalls.values())
        quiet -= sum(_quiet(one) for one in before)
        return replace(self, pages=pages, quiet=self.quiet + quiet)


def loud(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return what is more than worth knowing."""
    return tuple(one for one in found if one.level != "info")


def _quiet(small: Small) -> int:
    return len(small.found) - len(loud(small.found))


class Outcome(NamedTuple):
    """What came of making pages.

    Attributes:
        report: The figures.
        findings: What is wrong.
        order: The pages in the order of the plan, but for those that follow.
        words: What pages of today's texts are known by in the index, in order.
        dated: The same of texts of other days, by act.
        indexed: The search index.
        extras: What publications offer.
        further: The pages that follow from all texts.
        followed: What follows from all texts; None where nothing of it has changed.
    """

    report: BuildReport
    findings: Findings
    order: tuple[str, ...]
    words: tuple[str, ...]
    dated: Mapping[str, tuple[str, ...]]
    indexed: Indexed
    extras: Extras
    further: tuple[str, ...]
    followed: Followed | None

    @property
    def kept(self) -> Outcome:
        """Return what the next build needs to know of it."""
        return self._replace(
            report=replace(self.report, found=(), why={}),
            indexed=replace(self.indexed, state=None),
            followed=None,
        )
