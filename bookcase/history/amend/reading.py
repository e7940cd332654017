"""Read what an act does to others from its own words (Law 80/2015/QH13, Art. 12).

Each unit's sentences are cut at their verbs; each verb gives rows. A sentence that
announces (*Sửa đổi, bổ sung một số khoản của Điều 6 như sau*) says for the units below
which act and which place they speak of. What is not fully understood is a finding, and
gives no row: nothing is guessed in silence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bookcase.diagnostics import Diagnostic, Result, Span
from bookcase.history.amend import onunits, wording
from bookcase.history.amend.instructions import instructions
from bookcase.history.amend.making import Maker
from bookcase.history.amend.places import OWN, located, scoped, scoped_all
from bookcase.history.amend.rephrase import rephrased
from bookcase.history.amend.scopes import Scope, announced, outermost, own_names
from bookcase.history.amend.sentences import Clause, Verb, clauses, sentence
from bookcase.history.amend.texts import NewText, Texts
from bookcase.history.force import force
from bookcase.legal.ids import identified
from bookcase.legal.words import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from bookcase.history.amend.instructions import Instruction
    from bookcase.history.amend.onunits import Addressed
    from bookcase.history.amend.rows import Row
    from bookcase.model.effects import Effect
    from bookcase.model.tree import LegalText

EVERYWHERE = "everywhere"
_CLOSING = re.compile(
    r"sửa\s+đổi|bãi\s+bỏ|thay\s+thế|hiệu\s+lực|thi\s+hành|đính\s+chính|chuyển\s+tiếp",
    re.IGNORECASE,
)
_BRINGS = re.compile(r"như\s+sau\s*:?\s*«\d+»[\s.;]*$", re.IGNORECASE)
"""The new text stands quoted in the sentence itself: the unit is its address."""
_BELOW = re.compile(r"(?:sau\s+đây|như\s+sau)\s*:?\s*$", re.IGNORECASE)
_CONTENT = re.compile(
    r"nội\s+dung|quy\s+định\s+(?:về|liên\s+quan|đối\s+với)", re.IGNORECASE
)
"""Some of what provisions say is repealed, and not they."""
_BUT = re.compile(r"(?<!\w)trừ\s", re.IGNORECASE)
_ALL = re.compile(r"toàn\s+bộ|tất\s+cả\s+các", re.IGNORECASE)
_SPOT = re.compile(
    r"(?<!\w)(?:(?:cột|dòng|hàng|ô|câu|ý)\s+(?:thứ\s+\w+|\d+|đầu|cuối)|số\s+thứ\s+tự\s+\d+)"
    r"|(?<!\w)(?:chú\s+thích|ghi\s+chú)",
    re.IGNORECASE,
)
"""A spot within an address: the words stand there once."""
_PREAMBLE = re.compile(
    r"(?:các|phần)\s+căn\s+cứ(?:\s+ban\s+hành|\s+pháp\s+lý)?\s*[,;]?", re.IGNORECASE
)
_OPEN = re.compile(r"(?<!\w)tại\W*$", re.IGNORECASE)
_SHOWN = 160


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of the acting act besides its text."""

    id: str
    title: str = ""
    issued: date | None = None
    effective: date | None = None
    path: str = "<text>"


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
        AMEND006: it brings another text than it names: a number differs, a text is
            left over.
    """
    said = text_of(text)
    known = dict(names or {}) | own_names(said)
    # The title: what stands before the first article.
    title = facts.title or re.split(r"(?<!\w)Điều 1\b|Căn cứ", said)[0][-400:]
    scope = outermost(title, said, facts.id, known)
    ids = [one.id for one in identified(text) if not one.quoted]
    entry = force(text, facts.issued)
    reader = _Reader(Maker(ids, entry, facts.effective), known, amends=scope.counts)
    reader.walk(instructions(text), scope)
    found = {_finding(facts.path, *one) for one in reader.told}
    found |= {_finding(facts.path, "AMEND005", "", line) for line in entry.unclear}
    return Result(tuple(reader.effects), tuple(sorted(found)))


class _Reader:
    """What has been read, and ``told``: code, words and line of what has not."""

    def __init__(self, maker: Maker, names: Mapping[str, str], *, amends: bool) -> None:
        self._maker = maker
        self._names = names
        self._amends = amends
        self.effects: list[Effect] = []
        self.told: list[tuple[str, str, int]] = []

    def walk(self, sentences: Sequence[Instruction], scope: Scope) -> None:
        """Read sentences, and what stands below them."""
        for one in sentences:
            below = scope
            if one.title and not self._amends:
                below = replace(scope, counts=bool(_CLOSING.search(one.words)))
            before = len(self.effects) + len(self.told)
            if one.words and below.counts:
                below = self._sentence(one, below)
            self.walk(one.inner, below)
            if below.counts and before == len(self.effects) + len(self.told):
                self._silent(one)

    def _sentence(self, one: Instruction, scope: Scope) -> Scope:
        """Read one sentence; return what it says for those below it."""
        said = rephrased(sentence(one.words))
        found = clauses(said.plain)
        if not found:
            return scope
        whole = " ".join(clause.said for clause in found)
        if self._announces(one, found, whole):
            scope = announced(whole, scope, self._names)
            self._rows_below(one, found[0], scope)
            return scope
        if not one.new and _BRINGS.search(said.plain):
            one = replace(one, new=(NewText(one.by),))
        new = Texts(one.new)
        rows: list[Addressed] = []
        for number, clause in enumerate(found):
            place = scope.place or self._place_behind(found[number + 1 :])
            rows += self._rows(clause, one, place, new)
        if not rows or self._is_odd(found):
            return scope
        for act, row in _with_one_act(rows):
            made = self._maker.effect(one, said, self._whole_id(act or scope.act), row)
            if isinstance(made, str):
                listed = (below for below in one.inner if below.by == row.by)
                self._tell(next(listed, one), made)
            else:
                self.effects.append(made)
        if new.wrong or new.left():
            self._tell(one, "AMEND006")
        if one.title and not one.new:
            return announced(whole, scope, self._names)
        return scope

    def _whole_id(self, act: str) -> str:
        return self._names.get(act, act)

    def _silent(self, one: Instruction) -> None:
        """Tell of a sentence that gave nothing, unless it is no instruction."""
        found = clauses(rephrased(sentence(one.words)).plain)
        groups = [
            group
            for clause in found
            for group in located(clause.said, self._names).groups
            if group.act != OWN or group.units
        ]
        acts = any(group.act not in {"", OWN} for group in groups)
        units = self._amends and any(group.units for group in groups)
        if found and (one.new or "“" in one.words or acts or units):
            self._tell(one, "AMEND001")

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
            located(_PREAMBLE.sub(" ", _SPOT.sub(" ", row.where)), self._names).odd
            or _OPEN.search(row.where)
            for row in wording.on_words(clause)
        )

    def _announces(self, one: Instruction, found: Sequence[Clause], whole: str) -> bool:
        """Tell whether a sentence only announces what stands below it."""
        if one.new:
            return False
        if onunits.is_header(found[0].verb, found[0].said):
            return True
        if not one.inner or "«" in whole:
            return False
        speaks = any(self._clauses(it) for it in one.inner)
        return speaks or _lists_below(found[0])

    def _clauses(self, one: Instruction) -> tuple[Clause, ...]:
        return clauses(rephrased(sentence(one.words)).plain)

    def _rows_below(self, one: Instruction, clause: Clause, scope: Scope) -> None:
        """Read what a repeal lists in the units below: *Bãi bỏ các Điều sau đây:*."""
        if clause.verb is not Verb.REPEAL:
            return
        part = _CONTENT.search(clause.said)
        for below in one.inner:
            said = sentence(below.words)
            if self._clauses(below) or said.quoted:
                continue
            listed = Clause(Verb.REPEAL, said.plain, said.plain)
            rows = [*onunits.repealed(listed, scope.place, self._names)]
            if part or not rows or located(said.plain, self._names).odd:
                self._tell(below, "AMEND001")
                continue
            for act, row in rows:
                on = self._whole_id(act or scope.act)
                dated = replace(below, words=f"{below.words} {one.words}")
                made = self._maker.effect(dated, said, on, row)
                if isinstance(made, str):
                    self._tell(below, made)
                else:
                    self.effects.append(made)

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
        self, clause: Clause, one: Instruction, place: str, new: Texts
    ) -> Iterator[Addressed]:
        names = self._names
        if wording.is_on_words(clause):
            for row in wording.on_words(clause):
                below = self._listed_below(row, one, place)
                yield from below or self._located(row, place)
        elif clause.verb in {Verb.AMEND, Verb.REPLACE, Verb.CORRECT}:
            yield from onunits.replaced(clause, place, new, names)
        elif clause.verb is Verb.ADD:
            yield from onunits.added(clause, place, new, names)
        elif clause.verb is Verb.REPEAL:
            yield from onunits.repealed(clause, place, names)
        elif clause.verb in {Verb.SUSPEND, Verb.RESUME}:
            yield from onunits.suspended(clause, place, names)
        else:
            yield from onunits.renumbered(clause, place, names)

    def _located(self, row: Row, place: str) -> Iterator[Addressed]:
        """Yield a row for each act that the words of its place name.

        Where they name spots within an address, the words stand so often there.
        """
        for group in located(row.where, self._names).groups:
            if group.act == OWN:
                continue
            units = scoped_all(place, group.units)
            if _PREAMBLE.search(row.where):
                units = ("can-cu", *units)
            if _ALL.search(row.where) or (group.act and not units):
                units = (EVERYWHERE,)
            if not units:
                units = (place,) if place else (EVERYWHERE,)
            count, odd = divmod(len(_SPOT.findall(row.where)), len(units))
            told = count if count and not odd else None
            yield group.act, replace(row, units=units, count=told)

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

    def _tell(self, one: Instruction, code: str) -> None:
        if (code, one.words, one.line) not in self.told:
            self.told.append((code, one.words, one.line))


def _lists_below(clause: Clause) -> bool:
    """Tell whether a repeal lists below what it repeals."""
    return clause.verb is Verb.REPEAL and clause.said.rstrip().endswith(":")


def _with_one_act(rows: Sequence[Addressed]) -> Iterator[Addressed]:
    """Give rows without an act the only one that their sentence names."""
    acts = {act for act, _ in rows if act}
    only = next(iter(acts)) if len(acts) == 1 else ""
    yield from ((act or only, row) for act, row in rows)


_CURES = {
    "AMEND001": "viết dòng này vào effects.yml bằng tay, với by_hand: true",
    "AMEND002": "nêu số của văn bản bị sửa, hoặc viết dòng bằng tay với «on»",
    "AMEND003": "viết dòng bằng tay với «at»: nơi bị sửa",
    "AMEND004": "đặt lời mới trong ngoặc kép “…” ngay dưới câu sửa đổi",
    "AMEND005": "ghi ngày của từng phần vào phases của document.yml",
    "AMEND006": "đối chiếu số của khoản, điểm trong lời mới với câu sửa đổi",
}


def _finding(path: str, code: str, words: str, line: int) -> Diagnostic:
    short = words if len(words) < _SHOWN else f"{words[: _SHOWN - 1]}…"
    what = f"không đọc chắc được câu: {short}"
    if code == "AMEND005":
        what = "ngày có hiệu lực của một phần nêu không rõ"
    return Diagnostic(Span(path, line), code, what, "warning", hint=_CURES[code])
