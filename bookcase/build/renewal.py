"""Pages: which must be made again, and why; what the others are known to give."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from bookcase.build.kept.signatures import signature
from bookcase.build.plan import CHUNK, chunks
from bookcase.build.rendering.keys import key_of, reads
from bookcase.build.rendering.pages import make_pages
from bookcase.build.work.execute import AHEAD, given_to, in_order

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from concurrent.futures import Executor
    from pathlib import Path

    from bookcase.build.kept.ledger import Begun, Ledger
    from bookcase.build.kept.made import Row
    from bookcase.build.rendering.keys import Sources
    from bookcase.build.rendering.pages import Page

NEW = "trang mới"
BASE = "chương trình, giao diện hoặc cấu hình đã khác"
AROUND = "những gì trang nói quanh lời văn đã khác (tình trạng, quan hệ, danh sách…)"
CITED = "điều khoản được dẫn, hoặc nơi dẫn tới trang này, đã khác"
_FEW = 16
"""So few pages are made one by one, that all workers have some."""


class Ground(NamedTuple):
    """What decides which pages are made.

    Attributes:
        base: The digest of what every page is made from.
        content: The files of the content.
        changed: Those that differ from the last build's.
        forced: Pages that are made whatever their keys say, with the reasons.
        new_base: Whether the base is another than that of the last build.
    """

    base: bytes
    content: Sources
    changed: frozenset[str] = frozenset()
    forced: Mapping[str, str] = {}
    new_base: bool = False


@dataclass(slots=True)
class Renewal:
    """The pages of a build, as they are planned and made.

    Attributes:
        ledger: What the last build made.
        stage: Where pages are made.
        ground: What decides which.
        before: Key and mend of the pages of the last build.
        begun: Pages that a killed build made, for this very state of all files.
        planned: The key of each page that belongs to the site, in the order of plan.
        rows: The pages that were made in this build; what they looked up is in the
            ledger.
        reasons: Why.
        reads: Which files are read by whose pages.
        taken: How many pages were taken from a killed build.
        share: Which share of all acts has been planned.
    """

    ledger: Ledger
    stage: Path
    ground: Ground
    before: Mapping[str, tuple[bytes, bytes]]
    begun: Begun = field(default_factory=dict)
    planned: dict[str, bytes] = field(default_factory=dict)
    rows: dict[str, Row] = field(default_factory=dict)
    reasons: dict[str, str] = field(default_factory=dict)
    reads: set[tuple[str, str]] = field(default_factory=set)
    taken: int = 0
    share: float = 0

    def due(
        self, pages: Iterable[Page], owner: str = ""
    ) -> Iterator[tuple[Page, bytes]]:
        """Plan some pages; yield those that must be made, with their keys."""
        for page in pages:
            key = key_of(page, self.ground.base, self.ground.content)
            self.planned[page.url] = key
            if owner:
                self.reads.update((path, owner) for path in reads(page))
            why = self._why(page, key)
            if not why:
                continue
            self.reasons[page.url] = why
            row = self.begun.get(page.url)
            if row and row[0].key == key and self._stands(page.url, row[1]):
                self.rows[page.url] = row[0]._replace(facts=())
                self.taken += 1
            else:
                yield page, key

    def again(self, pages: Iterable[Page], urls: frozenset[str]) -> Iterator[Page]:
        """Yield those of some planned pages that must be made after all."""
        for page in pages:
            if page.url in urls:
                self.reasons[page.url] = CITED
                yield page

    def make(
        self,
        asked: Iterable[tuple[Page, bytes]],
        pool: Executor,
        jobs: int,
        progress: Callable[[int, float], None] = lambda made, share: None,  # noqa: ARG005
    ) -> None:
        """Make pages in workers; each piece is kept as soon as it is made."""
        work = given_to(pool, make_pages)
        size = CHUNK if jobs == 1 or len(self.before) == 0 else _FEW
        for made in in_order(pool, work, chunks(asked, size), AHEAD * jobs):
            for row in made.rows:  # a third of a row is what it looked up
                self.rows[row.url] = row._replace(facts=())
            with self.ledger.whole():
                self.ledger.begin(
                    (row, signature(self.stage / row.url)) for row in made.rows
                )
                if made.part.pages:
                    self.ledger.keep_part(made.part)
            progress(len(self.rows), self.share)

    def _why(self, page: Page, key: bytes) -> str:
        """Say why a page must be made; empty where it stands."""
        known = self.before.get(page.url)
        if known is None:
            return NEW
        if known[0] == key:
            return self.ground.forced.get(page.url, "")
        if self.ground.new_base:
            return BASE
        changed = [path for path in reads(page) if path in self.ground.changed]
        return f"tệp đã đổi: {', '.join(changed)}" if changed else AROUND

    def _stands(self, url: str, told: tuple[int, int, int]) -> bool:
        """Tell whether a file that was made before a build was killed is there."""
        return signature(self.stage / url) == told
