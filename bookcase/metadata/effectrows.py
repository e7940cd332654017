"""Write the rows of an ``effects.yml``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bookcase.metadata.yamlwrite import scalar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bookcase.model.effects import Effect, Phase

HEAD = "# yaml-language-server: $schema={up}/_schema/effects.schema.json\n"


def rows(effects: Iterable[Effect]) -> str:
    """Return effects as rows that :func:`bookcase.metadata.effects.read_effects` reads.

    ``confidence``, the words read and their place in their line stand in ``read``.
    """
    return "".join(f"{_row(effect)}\n" for effect in effects)


def _row(effect: Effect) -> str:
    first, *rest = _lines(effect)
    return "\n".join((f"- {first}", *(f"  {line}" for line in rest)))


def _lines(effect: Effect) -> Iterator[str]:
    yield f"by: {effect.by}"
    yield f"on: {effect.on}"
    if effect.at:
        yield f"at: [{', '.join(effect.at)}]"
    yield f"op: {effect.op}"
    yield from _place(effect)
    for name, words in (
        ("text", effect.text),
        ("find", effect.find),
        ("with", effect.with_),
    ):
        if words:
            yield f"{name}: {words if name == 'text' else scalar(words, flow=False)}"
    if effect.count is not None:
        yield f"count: {effect.count}"
    if effect.effective:
        phases = ", ".join(f"{{{_phase(one)}}}" for one in effect.effective)
        yield f"effective: [{phases}]"
    if effect.by_hand:
        yield "by_hand: true"
    if effect.read:
        words, sure = scalar(effect.read.words), f"{effect.read.confidence:g}"
        span = ""
        if effect.read.start is not None:
            span = f", span: [{effect.read.start}, {effect.read.end}]"
        yield f"read: {{words: {words}{span}, confidence: {sure}}}"


def _place(effect: Effect) -> Iterator[str]:
    if effect.new:
        yield f"{'to' if effect.op == 'renumber' else 'new'}: {effect.new}"
    if effect.position in {"after", "before"} and effect.anchor:
        yield f"{effect.position}: {effect.anchor}"
    elif effect.position:
        yield f"position: {effect.position}"
        if effect.anchor:
            yield f"anchor: {effect.anchor}"
    if effect.inside:
        yield f"in: {effect.inside}"


def _phase(phase: Phase) -> str:
    parts = [f"from: {phase.start}"]
    if phase.until:
        parts.append(f"until: {phase.until}")
    if phase.where:
        codes = ", ".join(f'"{code}"' for code in phase.where)
        parts.append(f"where: [{codes}]")
    return ", ".join(parts)
