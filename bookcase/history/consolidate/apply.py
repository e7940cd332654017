"""Apply effects to a text, one after the other, each wholly or not at all."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bookcase.history.consolidate import ops
from bookcase.history.consolidate.clashes import clashes
from bookcase.history.consolidate.draft import Draft
from bookcase.history.consolidate.leaves import words_in
from bookcase.history.consolidate.model import (
    CYCLE,
    NOT_FOR_ALL,
    Change,
    Consolidated,
    Refusal,
    Unapplied,
    changes_text,
)
from bookcase.history.consolidate.quoted import Sources
from bookcase.history.consolidate.repealing import REPEALED
from bookcase.legal.ids import id_map
from bookcase.legal.words import NOTE_MARK
from bookcase.model.tree import LegalText, Unit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bookcase.history.consolidate.draft import Mark
    from bookcase.history.consolidate.model import Due
    from bookcase.model.tree import Block


def consolidate(base: LegalText, due: Sequence[Due]) -> Consolidated:
    """Return the text after its effects, and what changed each unit.

    Args:
        base: The text before them.
        due: The effects, in the order in which they are to be applied.
    """
    refused, sources = clashes(due), Sources()
    draft = Draft.of(base)
    unapplied: list[Unapplied] = []
    for number, one in enumerate(due):
        refusal = refused.get(number) or _unfit(one)
        made = refusal or ops.apply(draft, one, sources)
        if isinstance(made, Refusal):
            unapplied.append(Unapplied(one.act, one.effect, made.code, made.message))
        else:
            draft = made
    text = _without_idle_notes(base, draft.text)
    return Consolidated(text, tuple(_changes(draft)), tuple(unapplied))


def _unfit(due: Due) -> Refusal | None:
    """Return why an effect may never be applied, whatever the text."""
    if not changes_text(due.effect):
        return None
    if due.effect.on == due.act:
        return Refusal(CYCLE, "văn bản tự sửa đổi chính mình")
    if due.phase.where:
        what = "chỉ tác động ở một số địa phương; lời văn chung không đổi"
        return Refusal(NOT_FOR_ALL, what)
    if due.phase.until:
        what = "sửa đổi có thời hạn; máy không hợp nhất được"
        return Refusal(NOT_FOR_ALL, what)
    return None


def _changes(draft: Draft) -> Iterator[Change]:
    """Yield what happened to each marked unit under its name in the new text."""
    if not draft.marks:
        return
    ids = id_map(draft.text)
    for path, mark in sorted(draft.marks.items()):
        node = draft.at(path)
        name = "act" if isinstance(node, LegalText) else ids.get(id(node), "")
        yield _change(name, node, mark)


def _change(name: str, node: Block | LegalText, mark: Mark) -> Change:
    causes = {cause: op for op, cause in mark}
    gone = isinstance(node, Unit) and node.text == REPEALED
    done = tuple(causes.values())
    return Change(name, mark[-1][0], tuple(causes), repealed=gone, done=done)


def _without_idle_notes(base: LegalText, text: LegalText) -> LegalText:
    """Take out the footnotes whose marks went with the words that bore them."""
    if not base.footnotes:
        return text
    gone = _marks(base) - _marks(text)
    notes = tuple(note for note in text.footnotes if note.mark not in gone)
    return replace(text, footnotes=notes) if gone else text


def _marks(text: LegalText) -> set[str]:
    return {
        found[0][2:-1]
        for words in words_in(text.blocks)
        if "[^" in words
        for found in NOTE_MARK.finditer(words)
    }
