"""From a record to a work: identity, dates, issuers, relations, versions."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bookcase.imports import headlines
from bookcase.imports.draft import Guess
from bookcase.imports.letters import repair
from bookcase.imports.merged import MERGED, Merged
from bookcase.imports.numbers import repair_number
from bookcase.model import ids
from bookcase.model.act import Signer, Source, Version, Work
from bookcase.model.relations import Rel, Relation, StatedRelation

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from bookcase.imports.lookup import Lookup
    from bookcase.imports.record import Record, Stated

OTHER_TYPE = "khac"
CONSOLIDATED_TYPE = "van-ban-hop-nhat"
_FIRST, _NOTE = 5, 4
SEEN_ON = "2025-11"
"""The month of the codification that the records come from."""

_OUTGOING = {"căn cứ": Rel.BASED_ON, MERGED: Rel.CONSOLIDATES}
_INCOMING = {"được sửa đổi, bổ sung bởi": Rel.AMENDS}


@dataclass(frozen=True, slots=True)
class Identified:
    """A work, what it states of others that are not it, repairs and guesses."""

    work: Work
    stated: tuple[StatedRelation, ...] = ()
    repairs: tuple[str, ...] = ()
    guesses: tuple[Guess, ...] = ()
    unmapped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Signed:
    """Who signed, stamps of digital signatures in words, and the signature's lines.

    ``merged`` is what a consolidated text says of itself.
    """

    signers: tuple[Signer, ...] = ()
    stamps: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    merged: Merged = field(default_factory=Merged)


def make_work(
    record: Record, head: Sequence[str], signed: Signed, lookup: Lookup
) -> Identified:
    """Make the work of a record.

    Args:
        record: The record.
        head: The first lines of its text, repaired; empty for a codified text.
        signed: What the text says of its signing.
        lookup: The closed lists.
    """
    return _Maker(record, tuple(head), signed, lookup).make()


class _Maker:
    """Makes one work; gathers what it repaired, guessed and could not map."""

    def __init__(
        self, record: Record, head: tuple[str, ...], signed: Signed, lookup: Lookup
    ) -> None:
        self.record, self.head, self.lookup = record, head, lookup
        self.signed = signed
        self.repairs: list[str] = []
        self.guesses: list[Guess] = []
        self.unmapped: list[str] = []

    def make(self) -> Identified:
        record = self.record
        key, issuers = self._type(), self._issuers()
        numbered = repair_number(record.number, self._letters(record.title), self.head)
        self.repairs += numbered.repairs
        issued = self._issued()
        suffix = self.lookup.suffix(issuers)
        tail = ids.work_tail(numbered.number, issued, suffix)
        folder = ids.work_folder(key, numbered.number, issued, tail)
        relations, base, merges = self._relations()
        work = Work(
            id=ids.work_id(key, tail),
            number=numbered.number,
            type=key,
            title=self._title(numbered.title, key),
            folder=folder,
            issuers=issuers,
            signers=self.signed.signers,
            issued=issued,
            subjects=self._subjects(),
            source=_source(record, self.signed),
            relations=relations,
            versions=(self._version(folder),),
            consolidates=base,
            merges=merges,
        )
        return self._identified(work)

    def _identified(self, work: Work) -> Identified:
        return Identified(
            work,
            self._stated(work.id),
            tuple(self.repairs),
            tuple(self.guesses),
            tuple(self.unmapped),
        )

    def _letters(self, text: str) -> str:
        repaired, repairs = repair(text)
        self.repairs += [one.what for one in repairs]
        return repaired

    def _issued(self) -> date | None:
        said = self.signed.merged.issued
        if self.record.issued or not said:
            return self.record.issued
        self._guess("ngày ban hành", "lấy từ phần xác thực của lời văn", 0.95)
        return said

    def _type(self) -> str:
        if self.record.kind == "consolidated":
            return CONSOLIDATED_TYPE
        key = self.lookup.type_key(self.record.type)
        if key is None:
            self.unmapped.append(f"loại: {self.record.type}")
        return key or OTHER_TYPE

    def _title(self, title: str, key: str) -> str:
        name = self.lookup.names.get(key, "")
        if key == CONSOLIDATED_TYPE:
            found = headlines.printed_type(self.head, self.lookup)
            name = self.lookup.names[found[1]] if found else ""
        given = self._given_title(title, name)
        if not given and self.head:
            given = self._printed_title(name)
        if self.record.kind != "consolidated":
            return given
        return headlines.with_small_letters(given, self.head)

    def _given_title(self, title: str, name: str) -> str:
        plain = headlines.without_type(title, name) if name else title
        cut = headlines.cut_title(plain, name) if name else plain
        cut = headlines.trimmed(cut, noted=self.record.kind == "consolidated")
        if len(cut) < len(plain) - _NOTE:
            self._guess("tên văn bản", "bỏ lời dẫn số hiệu dính sau tên", 0.8)
        return cut

    def _printed_title(self, name: str) -> str:
        printed = headlines.printed_title(self.head, self.lookup)
        printed = headlines.cut_title(printed, name) if name else printed
        printed = headlines.trimmed(printed, noted=self.record.kind == "consolidated")
        if printed:
            self._guess("tên văn bản", "lấy từ phần mở đầu của lời văn", 0.8)
        return printed

    def _issuers(self) -> tuple[str, ...]:
        words = self._letters(self.record.issuer)
        if words:
            found = self.lookup.find_issuers(words)
            if not found.keys:
                self.unmapped.append(f"cơ quan: {words[:80]}")
            elif found.rest:
                self._guess("cơ quan ban hành", f"bỏ phần chữ «{found.rest[:60]}»", 0.7)
            return found.keys
        merged = self.record.kind == "consolidated"
        lines = self.signed.lines if merged else self.head[:_FIRST]
        keys = headlines.printed_issuer(lines, self.lookup)
        if keys:
            where = "phần xác thực" if merged else "đầu trang"
            self._guess("cơ quan ban hành", f"lấy từ {where} của lời văn", 0.9)
        return keys

    def _subjects(self) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for topic in self.record.topics:
            if key := self.lookup.subject(topic):
                found[key] = None
            else:
                self.unmapped.append(f"chủ đề: {topic}")
        return tuple(found)

    def _version(self, folder: str) -> Version:
        record = self.record
        if record.kind == "codified":
            return Version(
                None,
                "codified",
                seen_on=SEEN_ON,
                complete=False,
                path=f"{folder}/phap-dien-{SEEN_ON}.md",
            )
        if record.kind == "consolidated":
            path = f"{folder}/goc.md"
            return Version(None, "consolidated", made="official", path=path)
        stem = record.effective.isoformat() if record.effective else "goc"
        return Version(record.effective, path=f"{folder}/{stem}.md")

    def _relations(self) -> tuple[tuple[Relation, ...], str, tuple[str, ...]]:
        found: dict[Relation, None] = {}
        merged: list[str] = []
        for stated in self.record.relations:
            rel = _OUTGOING.get(stated.rel)
            if rel is Rel.CONSOLIDATES:
                merged.append(self.target(stated))
            elif rel:
                found[Relation(rel, self.target(stated))] = None
            elif stated.rel not in _INCOMING:
                self.unmapped.append(f"quan hệ: {stated.rel}")
        if self.record.kind != "consolidated":
            more = (Relation(Rel.CONSOLIDATES, one) for one in merged)
            return (*found, *more), "", ()
        base, merged = self._merged(merged)
        return tuple(found), base, tuple(merged)

    def _merged(self, stated: Sequence[str]) -> tuple[str, list[str]]:
        """Return the act that a consolidated text rests on, and those it merges.

        Its own words go before what the source states, which may name acts that only
        the title cites.
        """
        merged = self.signed.merged
        base = self._base([self.target(one) for one in merged.sources] or stated)
        said = [self.target(one) for one in (*merged.amending, *merged.sources)]
        others = [one for one in dict.fromkeys(said or stated) if one != base]
        if said and (more := set(stated) - {base, *said}):
            why = f"nguồn kể thêm {', '.join(sorted(more))}; lời văn không kể"
            self._guess("văn bản sửa đổi được hợp nhất", why, 0.9)
        return base, others

    def _base(self, merged: Sequence[str]) -> str:
        printed = headlines.base_act(self.head, self.lookup)
        if printed:
            self._guess("văn bản được hợp nhất", "số đầu tiên ở phần mở đầu", 0.85)
            return self.target(printed)
        if merged:
            self._guess("văn bản được hợp nhất", "đứng đầu danh sách của nguồn", 0.6)
        return merged[0] if merged else ""

    def _stated(self, id_: str) -> tuple[StatedRelation, ...]:
        """Return what the source says others do to this act."""
        return tuple(
            StatedRelation(self.target(one), rel, id_, self.record.url)
            for one in self.record.relations
            if (rel := _INCOMING.get(one.rel))
        )

    def target(self, stated: Stated) -> str:
        """Return the id of an act that is spoken of, or the words where it has none."""
        key = self.lookup.type_key(stated.type)
        plain = repair_number(stated.number, "").number
        if key and plain and (ids.has_own_year(plain) or stated.issued):
            return ids.work_id(key, ids.work_tail(plain, stated.issued))
        return f"{stated.type} số {plain or stated.number}"

    def _guess(self, what: str, why: str, confidence: float) -> None:
        self.guesses.append(Guess(what, 0, why, confidence))


def _source(record: Record, signed: Signed) -> tuple[Source, ...]:
    note = "; ".join(signed.stamps)
    if not record.url and not note:
        return ()
    return (Source(record.url, signed=bool(note), note=note),)
