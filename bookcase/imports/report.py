"""What an import did, one row a document, and the sum."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bookcase.diagnostics import Diagnostic
    from bookcase.imports.draft import Guess

Outcome = Literal["new", "changed", "same", "refused"]


@dataclass(frozen=True, slots=True)
class DocumentReport:
    """What became of one record.

    Attributes:
        record: The source's name for it.
        id: The work's id; empty where there is none.
        kind: Where its text comes from.
        outcome: What happened to the files.
        letters: Letters of the source, after repair.
        removed: Letters taken out and lost, by class of noise.
        noted: Letters taken out of the text that stand in ``source`` instead.
        repairs: By class, how often.
        guesses: What was decided without proof.
        units: How many of each kind were found outside quotes; ``article`` counts those
            outside attached regulations and annexes, ``quote`` the quotes.
        moved: Lines that stand elsewhere than in the source.
        unmapped: Words that no closed list knows.
        diagnostics: What the editor should look at.
    """

    record: str
    id: str
    kind: str
    outcome: Outcome
    letters: int = 0
    removed: Mapping[str, int] | None = None
    noted: Mapping[str, int] | None = None
    repairs: Mapping[str, int] | None = None
    guesses: tuple[Guess, ...] = ()
    units: Mapping[str, int] | None = None
    moved: int = 0
    unmapped: tuple[str, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def removed_share(self) -> float:
        """Return the share of letters that were removed, 0 to 1."""
        gone = sum((self.removed or {}).values())
        return gone / self.letters if self.letters else 0.0


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, in the order of the source."""

    documents: tuple[DocumentReport, ...]

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Return all findings, in the order of the source."""
        return tuple(one for row in self.documents for one in row.diagnostics)

    def count(self, outcome: Outcome) -> int:
        """Count the documents with an outcome."""
        return sum(one.outcome == outcome for one in self.documents)

    def json_lines(self) -> Iterator[str]:
        """Yield one line of JSON a document."""
        for row in self.documents:
            yield json.dumps(asdict(row), ensure_ascii=False, sort_keys=True)

    def summary(self) -> str:
        """Return the sum, for an editor to read."""
        return "\n".join(self._summary())

    def _summary(self) -> Iterator[str]:
        changed = self.count("new") + self.count("changed")
        yield (
            f"{len(self.documents)} bản ghi: {self.count('new')} mới, "
            f"{self.count('changed')} thay đổi, {self.count('same')} như cũ, "
            f"{self.count('refused')} không nhận"
        )
        yield f"{changed} changed"
        for title, name in (
            ("Đã bỏ (chữ)", "removed"),
            ("Chuyển sang nguồn của văn bản (chữ)", "noted"),
            ("Đã sửa (lần)", "repairs"),
            ("Đơn vị", "units"),
        ):
            yield from _table(title, self._sum(name))
        guesses = Counter(one.what for row in self.documents for one in row.guesses)
        yield from _table("Phỏng đoán (lần)", guesses)
        words = Counter(one for row in self.documents for one in row.unmapped)
        yield from _table("Chưa có trong danh mục", words, most=12)
        highest = max((one.removed_share for one in self.documents), default=0.0)
        yield f"Phần chữ bị bỏ nhiều nhất trong một văn bản: {highest:.2%}"

    def _sum(self, name: str) -> Counter[str]:
        total: Counter[str] = Counter()
        for row in self.documents:
            total.update(getattr(row, name) or {})
        return total


def _table(title: str, counts: Counter[str], most: int = 30) -> Iterator[str]:
    if counts:
        yield f"{title}:"
        for what, count in counts.most_common(most):
            yield f"  {count:>8}  {what}"
