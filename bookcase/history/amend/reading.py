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

from bookcase.diagnostics import Result
from bookcase.history.amend import onunits, wording, wordplaces
from bookcase.history.amend.findings import finding
from bookcase.history.amend.headers import (
    CLOSING,
    is_header,
    is_outright,
    is_whole,
    lists_below,
    with_verb,
)
from bookcase.history.amend.instructions import instructions
from bookcase.history.amend.making import Maker
from bookcase.history.amend.places import OWN, located
from bookcase.history.amend.rephrase import EXCEPTION, rephrased
from bookcase.history.amend.scopes import Scope, announced, outermost, own_names
from bookcase.history.amend.scoping import scoped
from bookcase.history.amend.sentences import (
    Clause,
    Verb,
    clauses,
    sentence,
)
from bookcase.history.amend.texts import NewText, Texts
from bookcase.history.force import force
from bookcase.legal.ids import identified
from bookcase.legal.words import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from bookcase.history.amend.instructions import Instruction
    from bookcase.history.amend.onunits import Addressed
    from bookcase.model.effects import Effect
    from bookcase.model.tree import LegalText

_CONTENT = re.compile(
    r"nội\s+dung|quy\s+định\s+(?:về|liên\s+quan|đối\s+với)", re.IGNORECASE
)
"""Some of what provisions say is repealed, and not they."""
_AROUND = re.compile(r"(?:kt\d+\.)?d\d+[a-z]*(?=\.)(?:\.k\d+[a-z]*(?=\.))?")
_LISTS_AMENDED = re.compile(r"sửa\s+đổi[^;]*;", re.IGNORECASE)
"""An item of a list whose title may go on: *sửa đổi một số điều của A; B*."""
_BRINGS = re.compile(r"như\s+sau\s*:?\s*«\d+»[\s.;]*$", re.IGNORECASE)
"""The new text stands quoted in the sentence itself: the unit is its address."""


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
        AMEND002: it does not say which act it acts on, or names one above its own.
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
    maker = Maker(facts.id, ids, entry, facts.effective)
    reader = _Reader(maker, known, amends=scope.counts)
    reader.walk(instructions(text), scope)
    found = {finding(facts.path, *one) for one in reader.told}
    found |= {finding(facts.path, "AMEND005", "", line) for line in entry.unclear}
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
            below = self._counted(one, scope)
            verb = below.verb
            before = len(self.effects) + len(self.told)
            if one.words and below.counts:
                below = self._sentence(one, below)
            self.walk(one.inner, below)
            if below.counts and before == len(self.effects) + len(self.told):
                self._silent(one, verb)

    def _counted(self, one: Instruction, scope: Scope) -> Scope:
        """Return the scope; it counts where a title or the sentence itself says so."""
        if one.title and not self._amends:
            scope = replace(scope, counts=bool(CLOSING.search(one.words)))
        outright = not scope.counts and is_outright(one)
        return replace(scope, counts=True) if outright else scope

    def _sentence(self, one: Instruction, scope: Scope) -> Scope:
        """Read one sentence; return what it says for those below it."""
        said = rephrased(with_verb(sentence(one.words), scope.verb))
        scope = replace(scope, verb=None)
        found = clauses(said.plain)
        if not found:
            return scope
        whole = " ".join(clause.said for clause in found)
        if self._announces(one, found, whole):
            scope = announced(whole, scope, self._names)
            self._rows_below(one, found[0], scope)
            return replace(scope, verb=found[0].verb)
        if not one.new and _BRINGS.search(said.plain):
            one = replace(one, new=(NewText(one.by),))
        new = Texts(one.new)
        rows: list[Addressed] = []
        for number, clause in enumerate(found):
            place = self._place_behind(found[number + 1 :], scope.place)
            rows += self._rows(clause, one, place, new)
        if not rows or wordplaces.is_odd(found, self._names):
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

    def _silent(self, one: Instruction, verb: Verb | None) -> None:
        """Tell of a sentence that gave nothing, unless it is no instruction."""
        found = clauses(rephrased(with_verb(sentence(one.words), verb)).plain)
        groups = [
            group
            for clause in found
            for group in located(clause.said, self._names).groups
            if group.act != OWN or group.units
        ]
        acts = any(group.act not in {"", OWN} for group in groups)
        units = self._amends and any(group.units for group in groups)
        said = one.new or "“" in one.words or acts or units
        if found and (said or is_outright(one)):
            self._tell(one, "AMEND001")

    def _announces(self, one: Instruction, found: Sequence[Clause], whole: str) -> bool:
        """Tell whether a sentence only announces what stands below it."""
        if one.new:
            return False
        whole_units = is_whole(found[0]) and not one.inner
        if is_header(found[0].verb, found[0].said) and not whole_units:
            return True
        if not one.inner or "«" in whole:
            return False
        speaks = any(self._clauses(it) for it in one.inner)
        return speaks or lists_below(found[0])

    def _clauses(self, one: Instruction) -> tuple[Clause, ...]:
        return clauses(rephrased(sentence(one.words)).plain)

    def _rows_below(self, one: Instruction, clause: Clause, scope: Scope) -> None:
        """Read what a repeal lists in the units below: *Bãi bỏ các Điều sau đây:*."""
        if clause.verb is not Verb.REPEAL:
            return
        part = _CONTENT.search(clause.said) or EXCEPTION.search(clause.said)
        for below in one.inner:
            said = sentence(below.words)
            if self._clauses(below) or said.quoted:
                continue
            listed = Clause(Verb.REPEAL, said.plain, said.plain)
            rows = [*onunits.repealed(listed, scope.place, self._names)]
            acts = {act for act, _ in rows}
            titled = len(acts) > 1 and _LISTS_AMENDED.search(said.plain)
            if part or not rows or titled or located(said.plain, self._names).odd:
                self._tell(below, "AMEND001")
                continue
            for act, row in rows:
                on = self._whole_id(act or scope.act)
                made = self._maker.effect(below, said, on, row, dated=one.words)
                if isinstance(made, str):
                    self._tell(below, made)
                else:
                    self.effects.append(made)

    def _place_behind(self, rest: Sequence[Clause], place: str) -> str:
        """Return the place that a later verb of the sentence names for all.

        *Sửa đổi điểm c và bổ sung điểm g khoản 3 Điều 8*: both are of one clause.
        """
        for clause in rest:
            for group in located(clause.said, self._names).groups:
                for unit in group.units:
                    if around := _AROUND.match(scoped(place, unit)):
                        return around[0]
        return place

    def _rows(
        self, clause: Clause, one: Instruction, place: str, new: Texts
    ) -> Iterator[Addressed]:
        names = self._names
        if wording.is_on_words(clause):
            for row in wording.on_words(clause):
                below = wordplaces.listed(row, one, place, names)
                yield from below or wordplaces.placed(row, place, names)
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

    def _tell(self, one: Instruction, code: str) -> None:
        if (code, one.words, one.line) not in self.told:
            self.told.append((code, one.words, one.line))


def _with_one_act(rows: Sequence[Addressed]) -> Iterator[Addressed]:
    """Give rows without an act the only one that their sentence names."""
    acts = {act for act, _ in rows if act}
    only = next(iter(acts)) if len(acts) == 1 else ""
    yield from ((act or only, row) for act, row in rows)
