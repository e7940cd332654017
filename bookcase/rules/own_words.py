"""What a record says of an act's own provisions and days is what the act has.

Good::

    # luat-1-2020-qh14, in force from 2020-07-01, has an Điều 5
    phases:
      - {at: [d5], from: 2021-01-01}
    ends: {on: 2026-01-01, reason: het-thoi-han}

Bad::

    phases:
      - {at: [d99], from: 2021-01-01} # no text of the act has it
    ends: {on: 2019-01-01, reason: het-thoi-han} # before it began

Likewise ``by`` of a row in ``effects.yml`` names a provision of the acting act.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bookcase.diagnostics import Diagnostic, Span
from bookcase.history.status import first_day
from bookcase.legal.address import find, places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bookcase.history.chain import Texts
    from bookcase.legal.address import Found
    from bookcase.model.act import Work
    from bookcase.model.tree import LegalText

    Said = tuple[LegalText, dict[str, Found]]

BY, PHASE, ENDS = "AMEND117", "AMEND118", "AMEND119"
_HINT = "sửa cho khớp lời văn, viết như d7a.k1.dd"


def check(work: Work, texts: Texts) -> Iterator[Diagnostic]:
    """Yield what a record says of provisions and days that its act does not have.

    Args:
        work: The act.
        texts: Gives the text of a version.

    Finds:
        AMEND117: the provision that acts is in no text of the act.
        AMEND118: the provision with a day of its own is in no text of the act.
        AMEND119: the act ends on or before the day on which it begins.
    """
    yield from _ends(work)
    if not work.versions or not (work.effects or work.phases):
        return
    said = [(text, places(text)) for text in map(texts, work.versions)]
    for effect in work.effects:
        if _lacking(effect.by, said):
            what = f"văn bản này không có «{effect.by}»"
            span = Span(f"{work.folder}/effects.yml", effect.line)
            yield Diagnostic(span, BY, what, "warning", _HINT)
    for phase in work.phases:
        for unit in phase.at:
            if _lacking(unit, said):
                what = f"chưa bản nào của văn bản này có «{unit}»"
                span = Span(work.path, phase.line)
                yield Diagnostic(span, PHASE, what, "warning", _HINT)


def _ends(work: Work) -> Iterator[Diagnostic]:
    start = first_day(work)
    if not work.ends or not work.ends.on or not start or work.ends.on > start:
        return
    what = (
        f"hết hiệu lực từ ngày {work.ends.on:%d/%m/%Y}, "
        f"không sau ngày bắt đầu có hiệu lực ({start:%d/%m/%Y})"
    )
    hint = "sửa ends.on hoặc ngày của bản đầu trong versions"
    yield Diagnostic(Span(work.path, work.ends.line), ENDS, what, "warning", hint)


def _lacking(unit: str, said: list[Said]) -> bool:
    return not any(find(text, unit, known) for text, known in said)
