"""Consolidation of files outside the bookcase: a base, and the acts that amend it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from bookcase.citations.acts import name_key
from bookcase.citations.names import names
from bookcase.cli.acts import file_act
from bookcase.cli.printed import Printed
from bookcase.diagnostics import Diagnostic, Result, Span
from bookcase.history.amend import Facts, read
from bookcase.history.consolidate import Consolidated, Due, Unapplied, consolidate
from bookcase.history.consolidate.model import NO_DAY, changes_text, common_phase
from bookcase.history.consolidate.order import ordered
from bookcase.model.ids import NO_NUMBER, slug

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from bookcase.cli.acts import Act
    from bookcase.history.status import Incoming
    from bookcase.model.library import Library

    Read = tuple[Act, tuple[Incoming, ...]]


def consolidate_files(
    base: Path, amending: Sequence[Path], day: date, library: Library
) -> Result[Printed | None]:
    """Consolidate a file with the acts that amend it, read from their own words.

    Args:
        base: The act as enacted.
        amending: The acts that may amend it; what they do to others is left out.
        day: The last day whose effects are applied.
        library: Names of acts.

    Finds:
        ACT004: the base does not say its number; it is taken for the act that the
            others amend.
        And what reading the files finds.
    """
    opened = file_act(base, library.lists)
    found = list(opened.diagnostics)
    if opened.value is None:
        return Result(None, tuple(found))
    acts: list[Read] = []
    for path in amending:
        act = file_act(path, library.lists)
        found += act.diagnostics
        if act.value is None:
            return Result(None, tuple(found))
        effects = _effects(act.value, opened.value, library)
        found += effects.diagnostics
        acts.append((act.value, effects.value))
    own = _own_id(opened.value, base, acts)
    if own != opened.value.work.id:
        what = f"tệp không ghi số, ký hiệu; coi là văn bản {own} mà các tệp kia sửa đổi"
        found.append(Diagnostic(Span(str(base)), "ACT004", what, "info"))
    made = _made(opened.value, own, acts, day)
    return Result(_printed(opened.value, own, acts, day, made), tuple(found))


def _effects(act: Act, base: Act, library: Library) -> Result[tuple[Incoming, ...]]:
    known = names(library, act.work.issued)
    if base.work.title and not _is_unnumbered(base):
        known[name_key(_word(base, library), base.work.title)] = base.work.id
    facts = Facts(act.work.id, act.work.title, act.work.issued, None, act.path)
    made = read(act.text, facts, known)
    rows = tuple((act.work.id, effect) for effect in made.value)
    return Result(rows, made.diagnostics)


def _word(act: Act, library: Library) -> str:
    kind = library.lists.types.get(act.work.type)
    return kind.name if kind else act.work.type


def _is_unnumbered(act: Act) -> bool:
    return NO_NUMBER in act.work.id


def _own_id(base: Act, path: Path, acts: Sequence[Read]) -> str:
    """Return the base's id; without a number, that of the act that the others amend.

    So too where none amends the number read, but the file's name is of one they amend.
    """
    targets = Counter(on for _, rows in acts for on in {e.on for _, e in rows})
    rows = Counter(effect.on for _, found in acts for _, effect in found)
    alike = [on for on in targets if _key(on) == _key(base.work.id)]
    called = slug(path.stem).replace("-", "")
    named = [on for on in targets if _key(on) in called]
    unnumbered = targets if _is_unnumbered(base) else ()
    found = alike or named or unnumbered
    return max(found, key=lambda on: (targets[on], rows[on]), default=base.work.id)


def _key(work: str) -> str:
    """Return the number in an id, with what typists lose left out: ``-``, the type."""
    parts = work.split("-")
    start = next((n for n, part in enumerate(parts) if part[:1].isdigit()), 0)
    return "".join(parts[start:])


def _made(base: Act, own: str, acts: Sequence[Read], day: date) -> Consolidated:
    issued = {act.work.id: act.work.issued for act, _ in acts}
    due = ordered(_dues(own, acts, day), issued.get)
    made = consolidate(base.text, due)
    undated = tuple(
        Unapplied(by, effect, NO_DAY, "không rõ ngày tác động có hiệu lực")
        for _, rows in acts
        for by, effect in rows
        if effect.on == own and changes_text(effect) and not effect.effective
    )
    return replace(made, unapplied=made.unapplied + undated)


def _dues(own: str, acts: Sequence[Read], day: date) -> Iterator[Due]:
    for act, rows in acts:
        for by, effect in rows:
            if effect.on == own and changes_text(effect):
                phase = common_phase(effect)
                if phase and phase.start <= day:
                    yield Due(by, effect, phase, act.text)


def _printed(
    base: Act, own: str, acts: Sequence[Read], day: date, made: Consolidated
) -> Printed:
    called = {act.work.id: act.work.number or act.work.id for act, _ in acts}
    work = base.work
    name = " ".join(filter(None, (work.number or own, work.title)))
    return Printed(name, work.title or own, day, made, acts=called)
