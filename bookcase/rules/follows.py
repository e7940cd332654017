"""A stored text follows from the text before it and the effects between them.

Good::

    versions:
      - {from: 2020-01-01, text: as-enacted}
      - {from: 2024-07-01, text: consolidated, made: by-machine, by: [luat-2-2024-qh15]}

    with ``2024-07-01.md`` saying what ``bookcase consolidate`` gives for that day.

Bad::

    the same, with a word in ``2024-07-01.md`` that no effect brought there.

Only white space may differ. A text made by hand may differ where two people checked it,
an official one is never wrong: its differences are told. An effect that cannot be
applied is told at its row, whether or not a text for its day is there.
"""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from bookcase.diagnostics import Diagnostic, Span
from bookcase.history.chain import steps
from bookcase.history.consolidate import consolidate
from bookcase.history.consolidate.model import changes_text
from bookcase.legal.units import canonical_mark
from bookcase.legal.words import text_of
from bookcase.model.tree import Framed, Paragraph, Quote, Unit, every_block

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bookcase.history.chain import Acting, Step, Texts
    from bookcase.history.consolidate import Due
    from bookcase.history.status import Incoming
    from bookcase.model.act import Version, Work
    from bookcase.model.tree import Block, LegalText

DIFFERS, UNCHECKED, OFFICIAL, BEHIND = "AMEND111", "AMEND112", "AMEND113", "AMEND114"
MEND = "sửa dòng này cho khớp lời văn, hoặc hợp nhất bằng tay và ghi hai người kiểm tra"
"""The cure of an effect that cannot be applied."""
_CHECKERS = 2
_SHOWN = 60


def check(
    work: Work,
    incoming: tuple[Incoming, ...],
    acting: Acting,
    texts: Texts,
    folders: Mapping[str, str],
) -> Iterator[Diagnostic]:
    """Yield what is wrong with the texts of one act, and with what is done to them.

    Args:
        work: The act.
        incoming: What others do to it.
        acting: What is known of these others.
        texts: Gives the text of a version.
        folders: Their folders, by id.
    """
    if not any(changes_text(effect) for _, effect in incoming):
        return
    for step in steps(work, incoming, acting):
        if step.due:
            yield from _check_step(work, step, texts, folders)


def _check_step(
    work: Work, step: Step, texts: Texts, folders: Mapping[str, str]
) -> Iterator[Diagnostic]:
    made = consolidate(texts(step.before), step.due)
    for one in made.unapplied:
        span = Span(f"{folders.get(one.act, one.act)}/effects.yml", one.effect.line)
        yield Diagnostic(span, one.code, one.message, hint=MEND)
    if step.after is None:
        yield from _behind(work, step.due)
    elif found := first_difference(made.text, texts(step.after)):
        yield from _differs(step.after, *found)


def _behind(work: Work, due: tuple[Due, ...]) -> Iterator[Diagnostic]:
    """Tell of each day on which effects begin that no text holds."""
    for start in sorted({one.phase.start for one in due}):
        count = sum(one.phase.start == start for one in due)
        yield Diagnostic(
            Span(work.path),
            BEHIND,
            f"chưa cập nhật: {count} sửa đổi chưa áp dụng, từ ngày {start:%d/%m/%Y}",
            "warning",
            f"chạy bookcase consolidate {work.id} --as-of {start} --write",
        )


def _differs(
    version: Version, line: int, made: str, stored: str
) -> Iterator[Diagnostic]:
    what = f"hợp nhất được «{made}», bản lưu ghi «{stored}»"
    span = Span(version.path, max(line, 1))
    if version.made == "official":
        yield Diagnostic(span, OFFICIAL, f"khác văn bản hợp nhất: {what}", "info")
    elif version.made != "by-hand":
        hint = "sửa lời văn hoặc effects.yml; hợp nhất bằng tay thì ghi made: by-hand"
        yield Diagnostic(span, DIFFERS, f"lời văn không khớp: {what}", hint=hint)
    elif len(set(version.checked_by)) < _CHECKERS:
        hint = "ghi checked_by: [người thứ nhất, người thứ hai]"
        said = f"bản hợp nhất bằng tay chưa đủ hai người kiểm tra: {what}"
        yield Diagnostic(span, UNCHECKED, said, hint=hint)


def first_difference(made: LegalText, stored: LegalText) -> tuple[int, str, str] | None:
    """Return where two texts part: the stored one's line, and the words of both.

    White space does not count. None where they say the same.
    """
    line = 0
    pairs = zip_longest(_lines(made), _lines(stored), fillvalue=("", "", 0))
    for (shape, words, _), (other_shape, other, at) in pairs:
        line = at or line
        if (shape, words) != (other_shape, other):
            return line, *_excerpts(words, other)
    return None


def _excerpts(made: str, stored: str) -> tuple[str, str]:
    """Cut two lines to what lies around their first difference."""
    same = sum(1 for _ in _common(made, stored))
    start = max(made.rfind(" ", 0, max(same - 20, 0)), 0)
    cut = made[start : start + _SHOWN], stored[start : start + _SHOWN]
    return cut[0].strip(), cut[1].strip()


def _common(one: str, other: str) -> Iterator[str]:
    for mine, its in zip(one, other, strict=False):
        if mine != its:
            return
        yield mine


def _lines(text: LegalText) -> Iterator[tuple[str, str, int]]:
    """Yield each stretch of words with its kind and its line."""
    for block in every_block(text.blocks):
        yield type(block).__name__, " ".join(_own(block).split()), block.line
    for note in text.footnotes:
        yield "Footnote", " ".join(f"{note.mark} {note.text}".split()), note.line


def _own(block: Block) -> str:
    if isinstance(block, Unit):
        mark = block.mark or canonical_mark(block.kind, block.number)
        return f"{mark} {block.text}"
    if isinstance(block, Paragraph):
        return block.text
    return "" if isinstance(block, (Quote, Framed)) else text_of(block)
