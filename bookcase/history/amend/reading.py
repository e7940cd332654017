"""Read what an act does to others from its own words (Law 80/2015/QH13, Art. 12).

Each unit's sentences are cut at their verbs; each verb gives rows. A sentence that
announces (*Sửa đổi, bổ sung một số khoản của Điều 6 như sau*) says for the units below
which act and which place they speak of. What is not fully understood is a finding, and
gives no row: nothing is guessed in silence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bookcase.citations.acts import mentions, name_key
from bookcase.diagnostics import Diagnostic, Result, Span
from bookcase.history.amend import onunits, wording
from bookcase.history.amend.instructions import NewText, instructions
from bookcase.history.amend.places import OWN, located, scoped, scoped_all
from bookcase.history.amend.rephrase import rephrased
from bookcase.history.amend.sentences import Verb, clauses, sentence
from bookcase.history.force import force
from bookcase.legal.ids import identified
from bookcase.legal.words import text_of
from bookcase.model.effects import Effect, Op, Phase, Reading

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bookcase.history.amend.instructions import Instruction
    from bookcase.history.amend.onunits import Addressed
    from bookcase.history.amend.rows import Row
    from bookcase.history.amend.sentences import Clause, Sentence
    from bookcase.model.tree import LegalText

EVERYWHERE = "everywhere"
_AMENDING = re.compile(
    r"sửa\s+đổi|bổ\s+sung|bãi\s+bỏ|thay\s+thế|đính\s+chính|hủy\s+bỏ|huỷ\s+bỏ|ngưng\s+hiệu",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"sửa\s+đổi|bãi\s+bỏ|thay\s+thế|hiệu\s+lực|thi\s+hành|đính\s+chính|chuyển\s+tiếp",
    re.IGNORECASE,
)
_BRINGS = re.compile(r"như\s+sau\s*:?\s*«\d+»[\s.;]*$", re.IGNORECASE)
"""The new text stands quoted in the sentence itself: the unit is its address."""
_BELOW = re.compile(r"(?:sau\s+đây|như\s+sau)\s*:?\s*$", re.IGNORECASE)
_BUT = re.compile(r"(?<!\w)trừ\s", re.IGNORECASE)
_WHERE = re.compile(r"(?:kt\d+\.)?(?:d\d|pl|mau|c\d|m\d|p\d|tm\d|everywhere$|can-cu)")
_ALL = re.compile(r"toàn\s+bộ|tất\s+cả\s+các", re.IGNORECASE)
_ANNEX_NUMBER = re.compile(r"phụ\s+lục\s+(?:số\s+)?[IVXLC\d]", re.IGNORECASE)
_SINCE = re.compile(
    r"từ\s+ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})", re.IGNORECASE
)
_UNTIL = re.compile(
    r"đến\s+(?:hết\s+)?ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})",
    re.IGNORECASE,
)
_ONLY_WORDS = frozenset(
    {Op.REPLACE_WORDS, Op.DELETE_WORDS, Op.INSERT_WORDS, Op.CORRECT}
)
_SURE, _FAIR, _GUESSED = 1.0, 0.8, 0.6
_SHOWN = 160


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of the acting act besides its text."""

    id: str
    title: str = ""
    issued: date | None = None
    effective: date | None = None
    path: str = "<text>"


@dataclass(frozen=True, slots=True)
class _Scope:
    """Of which act, and of which place in it, the sentences below speak."""

    act: str = ""
    place: str = ""
    counts: bool = True


def read(
    text: LegalText, facts: Facts, names: Mapping[str, str] | None = None
) -> Result[tuple[Effect, ...]]:
    """Read the effects of an act.

    Args:
        text: The act's text.
        facts: Its id, title and days.
        names: Ids of acts by folded type and title, see
            :func:`bookcase.citations.acts.name_key`; and whole ids by the part that a
            number gives, where the act is local.

    Finds:
        AMEND001: a sentence begins like an instruction, but was not understood.
        AMEND002: it does not say which act it acts on.
        AMEND003: it does not say where.
        AMEND004: no quoted text has the unit that it brings.
        AMEND005: a day of entry into force is not plainly told.
        AMEND006: the new text bears another number than the sentence names.
    """
    reader = _Reader(text, facts, names or {})
    reader.walk(instructions(text), reader.outermost())
    return Result(tuple(reader.effects), tuple(sorted(reader.found)))


class _Reader:
    def __init__(self, text: LegalText, facts: Facts, names: Mapping[str, str]) -> None:
        self._facts = facts
        self._force = force(text, facts.issued)
        self._ids = tuple(one.id for one in identified(text) if not one.quoted)
        self._said = text_of(text)
        self._names = dict(names) | own_names(self._said)
        self.effects: list[Effect] = []
        self.found: list[Diagnostic] = [
            self._finding(
                line, "AMEND005", "ngày có hiệu lực của một phần nêu không rõ"
            )
            for line in self._force.unclear
        ]
        self._amends = bool(_AMENDING.search(facts.title or self._title()))

    def _title(self) -> str:
        """Return the act's title: what stands before its first article."""
        return re.split(r"(?<!\w)Điều 1\b|Căn cứ", self._said)[0][-400:]

    def outermost(self) -> _Scope:
        """Return the act that the title names, for instructions that name none."""
        title = self._facts.title or self._title()
        begins = _AMENDING.search(title)
        named = self._acts(title[begins.start() :] if begins else title)
        enacting = re.search(
            r"(?<=ban hành)[^.“]{0,400}?(?:sửa đổi|bãi bỏ)[^.“]*\.", self._said
        )
        if not named and enacting:
            named = self._acts(enacting[0])
        act = next(iter(named)) if len(named) == 1 else ""
        return _Scope(act, counts=self._amends)

    def _acts(self, said: str) -> set[str]:
        """Return the acts that words name as acted upon."""
        groups = located(said, self._names).groups
        return {one.act for one in groups} - {"", OWN, self._facts.id}

    def walk(self, told: Sequence[Instruction], scope: _Scope) -> None:
        """Read sentences, and what stands below them."""
        for one in told:
            below = scope
            if one.title and not self._amends:
                below = replace(scope, counts=bool(_CLOSING.search(one.words)))
            if one.words and below.counts:
                below = self._sentence(one, below)
            self.walk(one.inner, below)

    def _sentence(self, one: Instruction, scope: _Scope) -> _Scope:
        """Read one sentence; return what it says for those below it."""
        said = rephrased(sentence(one.words))
        found = clauses(said.plain)
        if not found:
            return scope
        if not one.new and _BRINGS.search(said.plain):
            one = replace(one, new=(NewText(one.by),))
        header = self._header(one, found, scope)
        if header is not None:
            return header
        rows: list[Addressed] = []
        for number, clause in enumerate(found):
            place = scope.place or self._place_behind(found[number + 1 :])
            rows += self._rows(clause, one, place)
        if not rows:
            self._not_understood(one, found, scope)
            return scope
        if self._is_odd(found):
            self._not_understood(one, found, scope)
            return scope
        for act, row in self._with_one_act(rows):
            self._effect(one, said, replace(scope, act=act or scope.act), row)
        if one.title and not one.new:
            return self._announced(found, scope)
        return scope

    def _is_odd(self, found: Sequence[Clause]) -> bool:
        """Tell whether words that were not understood stand with the places."""
        return any(
            _BUT.search(clause.said) or self._odd_place(clause)
            if wording.is_on_words(clause)
            else located(clause.said, self._names).odd
            for clause in found
        )

    def _odd_place(self, clause: Clause) -> bool:
        return any(
            located(row.where, self._names).odd for row in wording.on_words(clause)
        )

    def _header(
        self, one: Instruction, found: Sequence[Clause], scope: _Scope
    ) -> _Scope | None:
        """Return what a sentence announces, None where it acts itself."""
        first = found[0]
        announces = onunits.is_header(first.verb, first.said)
        if one.new or (not announces and not one.inner):
            return None
        whole = _whole(found)
        if not announces and ("«" in whole or not self._speaks_below(one)):
            return None
        if not one.inner and not announces:
            return None
        return self._announced(found, scope)

    def _announced(self, found: Sequence[Clause], scope: _Scope) -> _Scope:
        """Return the act and the place that a sentence names for those below it."""
        told = located(_whole(found), self._names).groups
        groups = [group for group in told if group.act != OWN]
        acts = {group.act for group in groups if group.act}
        units = [unit for group in groups for unit in group.units]
        if not _ANNEX_NUMBER.search(_whole(found)):
            units = [unit for unit in units if unit != "pl1"]  # phụ lục, any
        act = next(iter(acts)) if len(acts) == 1 else ("" if acts else scope.act)
        place = units[0] if len(units) == 1 else ""
        if not place and not acts:
            place = scope.place
        return _Scope(act, scoped(scope.place, place) if place else "", scope.counts)

    def _speaks_below(self, one: Instruction) -> bool:
        return any(clauses(rephrased(sentence(it.words)).plain) for it in one.inner)

    def _place_behind(self, rest: Sequence[Clause]) -> str:
        """Return the place that a later verb of the sentence names for all."""
        for clause in rest:
            for group in located(clause.said, self._names).groups:
                for unit in group.units:
                    article = re.match(r"(?:kt\d+\.)?d\d+[a-z]*(?=\.)", unit)
                    if article:
                        return article[0]
        return ""

    def _rows(
        self, clause: Clause, one: Instruction, place: str
    ) -> Iterator[Addressed]:
        if wording.is_on_words(clause):
            for row in wording.on_words(clause):
                below = self._listed_below(row, one, place)
                yield from below or self._located(row, place)
        elif clause.verb in {Verb.AMEND, Verb.REPLACE, Verb.CORRECT}:
            yield from onunits.replaced(clause, place, one.new, self._names)
        elif clause.verb is Verb.ADD:
            yield from onunits.added(clause, place, one.new, self._names)
        elif clause.verb is Verb.REPEAL:
            yield from onunits.repealed(clause, place, self._names)
        elif clause.verb in {Verb.SUSPEND, Verb.RESUME}:
            yield from onunits.suspended(clause, place, self._names)
        else:
            yield from onunits.renumbered(clause, place, self._names)

    def _located(self, row: Row, place: str) -> Iterator[Addressed]:
        """Yield a row for each act that the words of its place name."""
        for group in located(row.where, self._names).groups:
            if group.act == OWN:
                continue
            units = scoped_all(place, group.units)
            if _ALL.search(row.where) or (group.act and not units):
                units = (EVERYWHERE,)
            if not units:
                units = (place,) if place else (EVERYWHERE,)
            yield group.act, replace(row, units=units)

    def _listed_below(self, row: Row, one: Instruction, place: str) -> list[Addressed]:
        """Return a row for each place that the units below list, if they do."""
        if not _BELOW.search(row.where):
            return []
        return [
            (group.act, replace(row, units=units, by=below.by))
            for below in one.inner
            if not clauses(below.words)
            for group in located(below.words, self._names).groups
            if (units := tuple(scoped(place, unit) for unit in group.units))
        ]

    def _with_one_act(self, rows: Sequence[Addressed]) -> Iterator[Addressed]:
        """Give rows without an act the only one that their sentence names."""
        acts = {act for act, _ in rows if act}
        only = next(iter(acts)) if len(acts) == 1 else ""
        yield from ((act or only, row) for act, row in rows)

    def _effect(
        self, one: Instruction, said: Sentence, scope: _Scope, row: Row
    ) -> None:
        row = self._with_own_annex(row)
        if fault := self._fault(scope, row):
            self._tell(one, fault)
            return
        if row.guessed:
            self._tell(one, "AMEND006")
        start, until = self._days(one, row)
        self.effects.append(
            Effect(
                by=_by(one, row),
                on=self._names.get(scope.act, scope.act),
                op=row.op,
                at=row.units,
                new=row.new,
                position=row.position if row.op not in _ONLY_WORDS else None,
                anchor=row.anchor,
                text=self._text(row.text),
                find=_quoted(said, row.find),
                with_=_quoted(said, row.with_),
                effective=(Phase(start, until),) if start else (),
                read=Reading(one.words, confidence=_confidence(row, start)),
                line=one.line,
            )
        )

    def _with_own_annex(self, row: Row) -> Row:
        """Give a new annex the act's own annex of that number, if none is named."""
        bare = row.op is Op.INSERT_ANNEX and not row.text
        return replace(row, text=row.new) if bare and row.new in self._ids else row

    def _fault(self, scope: _Scope, row: Row) -> str:
        """Return the code of what an effect lacks, or nothing."""
        if not scope.act or scope.act == OWN:
            return "AMEND002"
        if row.op in {Op.REPLACE, Op.RETITLE, Op.INSERT, Op.INSERT_ANNEX} or (
            row.op is Op.REPLACE_ANNEX
        ):
            if not self._text(row.text):
                return "AMEND004"
            if not row.units and row.op not in {Op.INSERT, Op.INSERT_ANNEX}:
                return "AMEND003"
        if not all(_WHERE.match(unit) for unit in row.units):
            return "AMEND003"
        return ""

    def _text(self, name: str) -> str:
        """Return the id in this act that a text is known by: a form has its annex."""
        if not name or "/quote" in name or name in self._ids:
            return name
        ends = [one for one in self._ids if one.endswith(f".{name}")]
        return ends[0] if ends else ""

    def _days(self, one: Instruction, row: Row) -> tuple[date | None, date | None]:
        """Return when an effect begins and the first day after it, if it ends."""
        start = self._force.day_of(one.by) or self._facts.effective
        if row.op not in {Op.SUSPEND, Op.RESUME}:
            return start, None
        last = _day(_UNTIL.search(one.words))
        until = last + timedelta(days=1) if last and row.op is Op.SUSPEND else None
        return _day(_SINCE.search(one.words)) or start, until

    def _not_understood(
        self, one: Instruction, found: Sequence[Clause], scope: _Scope
    ) -> None:
        """Tell of a sentence that gave nothing, unless it is no instruction."""
        quotes = bool(one.new) or "“" in one.words
        groups = [
            group
            for clause in found
            for group in located(clause.said, self._names).groups
            if group.act != OWN
        ]
        act = any(group.act for group in groups)
        unit = any(group.units for group in groups)
        if quotes or (scope.counts and (act or (unit and self._amends))):
            self._tell(one, "AMEND001")

    def _tell(self, one: Instruction, code: str) -> None:
        """Tell of a sentence, once."""
        finding = self._finding(one.line, code, _shown(one.words))
        if finding not in self.found:
            self.found.append(finding)

    def _finding(self, line: int, code: str, what: str) -> Diagnostic:
        return Diagnostic(
            Span(self._facts.path, line), code, what, "warning", hint=_CURES[code]
        )


_CURES = {
    "AMEND001": "viết dòng này vào effects.yml bằng tay, với by_hand: true",
    "AMEND002": "nêu số của văn bản bị sửa, hoặc viết dòng bằng tay với «on»",
    "AMEND003": "viết dòng bằng tay với «at»: nơi bị sửa",
    "AMEND004": "đặt lời mới trong ngoặc kép “…” ngay dưới câu sửa đổi",
    "AMEND006": "đối chiếu số của khoản, điểm trong lời mới với câu sửa đổi",
    "AMEND005": "ghi ngày của từng phần vào phases của document.yml",
}


def own_names(said: str) -> dict[str, str]:
    """Return the acts that a text names in full once: their ids by title.

    *Luật Bảo hiểm y tế số 25/2008/QH12* in the preamble tells what *Luật Bảo hiểm y tế*
    means below. A title behind *của* in the name of an amending act is not its own.
    """
    names: dict[str, str] = {}
    for one in mentions(said):
        before = said[max(0, one.start - 60) : one.start]
        borrowed = re.search(r"(?:điều|phần|khoản)\s+của\s+(?:các\s+)?$", before)
        amends = borrowed and re.search(r"(?:sửa\s+đổi|bổ\s+sung)", before)
        enacting = re.search(r"ban hành", said[max(0, one.start - 200) : one.start])
        if one.title and (not amends or enacting):
            type_ = said[one.start :].partition(one.title)[0]
            names.setdefault(name_key(type_, one.title), one.id)
    return names


def _day(found: re.Match[str] | None) -> date | None:
    try:
        return date(int(found[3]), int(found[2]), int(found[1])) if found else None
    except ValueError:
        return None


def _whole(found: Sequence[Clause]) -> str:
    return " ".join(clause.said for clause in found)


def _by(one: Instruction, row: Row) -> str:
    """Return the innermost unit that says it: the one that lists, or is quoted."""
    return row.by or (row.text if row.text.startswith(f"{one.by}.") else one.by)


def _confidence(row: Row, start: date | None) -> float:
    if row.guessed:
        return _GUESSED
    return _SURE if start else _FAIR


def _quoted(said: Sentence, mark: int | None) -> str:
    return said.quoted[mark] if mark is not None else ""


def _shown(words: str) -> str:
    short = words if len(words) < _SHOWN else f"{words[: _SHOWN - 1]}…"
    return f"không đọc chắc được câu: {short}"
