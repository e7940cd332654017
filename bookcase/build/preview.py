"""What an editor sees at once: the pages of a saved text, before the build is done.

They are made into a folder of their own, which is shown in place of the site until the
build that follows has brought the site to the same.
"""

from __future__ import annotations

import pickle
import shutil
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from bookcase.build.backlinks import Mend, mend
from bookcase.build.kept.ledger import Ledger
from bookcase.build.making import context_of
from bookcase.build.outcome import Frame
from bookcase.build.plan import of_works
from bookcase.build.publishing.publish import Site
from bookcase.build.rendering.keys import reads
from bookcase.build.rendering.pages import make_pages
from bookcase.build.rendering.texts import held_text, lacking_rows
from bookcase.build.run import build
from bookcase.build.saving import ELSEWHERE, HUB, LINKING
from bookcase.build.setting import config_of
from bookcase.build.state import RESTED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from bookcase.build.hub.saved import SavedHub
    from bookcase.build.outcome import BuildReport
    from bookcase.build.rendering.cited import Linking
    from bookcase.build.rendering.context import Context
    from bookcase.build.request import BuildRequest
    from bookcase.diagnostics import Diagnostic

    Found = Mapping[str, tuple[Diagnostic, ...]]

FOLDER = "xem-truoc"


class _Last(NamedTuple):
    """What the last build made pages with."""

    known: Linking
    context: Context


class Preview:
    """A site that follows what is saved."""

    def __init__(self, request: BuildRequest, clock: Callable[[], int]) -> None:
        """Prepare; nothing is built yet.

        Args:
            request: What to build.
            clock: Gives the time, in nanoseconds.
        """
        self._request = request
        self._clock = clock
        self._last: _Last | None = None
        self.ahead = request.kept / FOLDER / "trang"

    def build(self) -> BuildReport:
        """Bring the site to what the content says."""
        report = build(replace(self._request, now=self._clock()))
        if report.anew:
            self._last = None
        return report

    def settle(self) -> None:
        """Remove the pages that were made ahead: the site has them now."""
        shutil.rmtree(self.ahead, ignore_errors=True)

    def hasten(self, paths: Iterable[str]) -> Found:
        """Make the pages of texts that were saved, ahead of the build.

        Args:
            paths: Files of the content that were changed.

        Returns:
            The pages that were made, and what is wrong with each; none where the build
            must be waited for.
        """
        changed = frozenset(paths)
        with closing(Ledger(self._request.ledger)) as ledger:
            owners = self._owners(changed, ledger)
            last = self._used(ledger) if owners else None
            if not owners or last is None:
                return {}
            held_text.cache_clear()
            lacking_rows.cache_clear()
            works = (last.known.catalog.works[one] for one in sorted(owners))
            due = tuple(
                (page, b"")
                for _, pages in of_works(works, last.known.catalog)
                for page in pages
                if changed & set(reads(page))
            )
            made = make_pages(last.context, due)
            mends = ledger.mends(row.url for row in made.rows)
        rows = (Mend(*pickle.loads(one)) for one in mends.values())  # noqa: S301 - ours
        mend(last.context, tuple(rows))
        return {row.url: row.small.found for row in made.rows if row.small.counted}

    @staticmethod
    def _owners(changed: frozenset[str], ledger: Ledger) -> frozenset[str]:
        """Return whose texts changed; nobody where more may follow from it."""
        if ledger.is_new or changed & {*(ledger.value(RESTED) or ())}:
            return frozenset()
        owners = [ledger.owners((path,)) for path in changed]
        return frozenset().union(*owners) if all(owners) else frozenset()

    def found(self, url: str) -> tuple[Diagnostic, ...]:
        """Return all that the last build found in the text of a page."""
        with closing(Ledger(self._request.ledger)) as ledger:
            small = ledger.small(url)
        return small.found if small else ()

    def _used(self, ledger: Ledger) -> _Last | None:
        if self._last is None:
            known: Linking | None = ledger.thing(LINKING)
            hub: SavedHub | None = ledger.thing(HUB)
            if known is None or hub is None:
                return None
            request = self._request
            frame = Frame(
                config_of(request, self.ahead, hub),
                hub.hub,
                Site(request.site, self.ahead, {}),
                anew=False,
                progress=request.progress,
                elsewhere=ledger.thing(ELSEWHERE),
            )
            self._last = _Last(known, context_of(frame, known))
        return self._last


def concerning(url: str, found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return what of all that is wrong an editor of a page wants to know.

    Args:
        url: The address of the page: ``van-ban/luat/2024/a.html``, of one version of an
            act ``van-ban/luat/2024/a/2024-01-01.html``.
        found: What is wrong in the content.
    """
    stem = url.removesuffix(".html")
    folder = stem.rpartition("/")[0]
    beside = {f"{folder}/document.yml", f"{folder}/effects.yml", f"{stem}.md"}
    return tuple(
        one
        for one in found
        if one.span.path in beside or one.span.path.startswith((f"{stem}/", f"{stem}."))
    )
