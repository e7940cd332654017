"""Relations between acts that cannot be: to itself, in a circle, to a later act.

Good::

    relations:
      based_on: [luat-01-2022-qh15-mau]    # an older act

Bad::

    relations:
      replaces: [luat-02-2024-qh15-mau]    # which itself replaces this act
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from bookcase.diagnostics import Diagnostic, Span
from bookcase.model.effects import Op
from bookcase.model.relations import LABELS, Rel

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from bookcase.diagnostics import Level
    from bookcase.model.library import Library

SELF = "REL101"
CIRCLE = "REL102"
LATER = "REL103"

_STATED = "_data/relations.yml"
_ROUND = frozenset(set(Rel) - {Rel.CITES, Rel.AMENDS, Rel.CORRECTS})
"""What cannot go both ways; two acts may cite, amend or correct each other."""
_MAY_LOOK_AHEAD = frozenset({Rel.CITES, Rel.INTERPRETS, Rel.ANNOUNCES})


class _Arrow(NamedTuple):
    """One relation and where it is written; ``rel`` is None for a row of effects."""

    source: str
    target: str
    rel: Rel | None
    span: Span

    @property
    def verb(self) -> str:
        """Return the relation in an editor's words."""
        return LABELS[self.rel][0].lower() if self.rel else "tác động đến"


def check(library: Library) -> Iterator[Diagnostic]:
    """Yield what is wrong with the relations and effects of all acts.

    What a source states of an act that is not held is no editor's fault: a warning.
    """
    arrows = tuple(_arrows(library))
    issued = {entry.id: entry.issued for entry in library.register}
    issued |= {work.id: work.issued for work in library.works}
    circles = _circles(arrows)
    for arrow in arrows:
        if arrow.source == arrow.target:
            yield _itself(arrow)
        elif way := circles.get(arrow):
            yield _circular(arrow, way)
        elif _is_ahead(arrow, issued):
            yield _ahead(arrow, issued)


def _arrows(library: Library) -> Iterator[_Arrow]:
    for work in library.works:
        for relation in work.relations:
            span = Span(work.path, relation.line)
            yield _Arrow(work.id, relation.target, relation.rel, span)
        for effect in work.effects:
            span = Span(f"{work.folder}/effects.yml", effect.line)
            whole = effect.op is Op.REPEAL and effect.at in ((), ("act",))
            yield _Arrow(work.id, effect.on, Rel.REPEALS if whole else None, span)
        for id_ in filter(None, (work.consolidates, *work.merges)):
            yield _Arrow(work.id, id_, Rel.CONSOLIDATES, Span(work.path))
    for stated in library.stated:
        span = Span(_STATED, stated.line)
        yield _Arrow(stated.source, stated.target, stated.rel, span)


def _circles(arrows: tuple[_Arrow, ...]) -> Mapping[_Arrow, tuple[str, ...]]:
    """Return the arrows that lie on a circle, with the acts of it in order."""
    by_rel: dict[Rel, list[_Arrow]] = defaultdict(list)
    for arrow in arrows:
        if arrow.rel in _ROUND and arrow.source != arrow.target:
            by_rel[arrow.rel].append(arrow)
    found = {}
    for held in by_rel.values():
        core = _core(held)
        out: dict[str, list[_Arrow]] = defaultdict(list)
        for arrow in core:
            out[arrow.source].append(arrow)
        for arrow in core:
            if way := _way(arrow.target, arrow.source, out):
                found[arrow] = (arrow.source, *way)
    return found


def _core(arrows: list[_Arrow]) -> list[_Arrow]:
    """Leave out what cannot lie on a circle: it begins nowhere, or leads nowhere."""
    while True:
        sources = {arrow.source for arrow in arrows}
        targets = {arrow.target for arrow in arrows}
        both = sources & targets
        kept = [one for one in arrows if one.source in both and one.target in both]
        if len(kept) == len(arrows):
            return kept
        arrows = kept


def _way(
    start: str, end: str, out: Mapping[str, list[_Arrow]]
) -> tuple[str, ...] | None:
    """Return the shortest way from one act to another, None where there is none."""
    before: dict[str, str] = {start: ""}
    queue = [start]
    for here in queue:
        if here == end:
            return _back(here, before)
        for arrow in out.get(here, ()):
            if arrow.target not in before:
                before[arrow.target] = here
                queue.append(arrow.target)
    return None


def _back(end: str, before: Mapping[str, str]) -> tuple[str, ...]:
    way = [end]
    while before[way[-1]]:
        way.append(before[way[-1]])
    return tuple(reversed(way))


def _is_ahead(arrow: _Arrow, issued: Mapping[str, date | None]) -> bool:
    own, other = issued.get(arrow.source), issued.get(arrow.target)
    return bool(own and other and own < other and arrow.rel not in _MAY_LOOK_AHEAD)


def _itself(arrow: _Arrow) -> Diagnostic:
    message = f"văn bản «{arrow.source}» {arrow.verb} chính nó"
    hint = "ghi mã của văn bản kia, hoặc bỏ dòng này"
    level: Level = "warning" if arrow.span.path == _STATED else "error"
    return Diagnostic(arrow.span, SELF, message, level, hint)


def _circular(arrow: _Arrow, way: tuple[str, ...]) -> Diagnostic:
    told = " → ".join(f"«{one}»" for one in way)
    return Diagnostic(
        arrow.span,
        CIRCLE,
        f"quan hệ «{arrow.verb}» đi vòng: {told}",
        hint="bỏ quan hệ sai chiều: chỉ văn bản tác động khai quan hệ",
    )


def _ahead(arrow: _Arrow, issued: Mapping[str, date | None]) -> Diagnostic:
    own, other = issued[arrow.source], issued[arrow.target]
    return Diagnostic(
        arrow.span,
        LATER,
        f"văn bản ban hành ngày {own:%d/%m/%Y} {arrow.verb} «{arrow.target}»,"
        f" văn bản ban hành sau nó, ngày {other:%d/%m/%Y}",
        "warning",
        "kiểm tra lại ngày ban hành và chiều của quan hệ",
    )
