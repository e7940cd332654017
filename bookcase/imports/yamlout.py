"""Write ``document.yml`` and rows of ``_data/relations.yml``, fields in model order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bookcase.metadata.yamlwrite import scalar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from bookcase.model.act import Source, Version, Work
    from bookcase.model.relations import StatedRelation

_LINE = 88


def document(work: Work) -> str:
    """Return the text of a work's ``document.yml``."""
    return "\n".join(_lines(work)) + "\n"


def stated_row(row: StatedRelation) -> str:
    """Return a row of ``_data/relations.yml``."""
    parts = [("from", row.source), ("rel", str(row.rel)), ("to", row.target)]
    parts += [("source", row.origin)] if row.origin else []
    return f"- {_flow(parts)}"


def _lines(work: Work) -> Iterator[str]:
    up = "/".join([".."] * (work.folder.count("/") + 1))
    yield f"# yaml-language-server: $schema={up}/_schema/document.schema.json"
    yield f"id: {work.id}"
    for name, text in (
        ("number", work.number),
        ("type", work.type),
        ("title", work.title),
    ):
        if text:
            yield f"{name}: {scalar(text, flow=False)}"
    yield from _list("issuers", work.issuers)
    if work.signers:
        yield "signers:"
        for one in work.signers:
            parts = [("name", one.name)] + ([("title", one.title)] if one.title else [])
            yield f"  - {_flow(parts)}"
    yield from _day("issued", work.issued)
    yield "scope: {level: central}"
    yield from _list("subjects", work.subjects)
    if work.source:
        yield "source:"
        yield from (f"  - {_source(one)}" for one in work.source)
    yield from _relations(work)
    yield "versions:"
    yield from (f"  - {{{_version(one)}}}" for one in work.versions)
    if work.consolidates:
        yield f"consolidates: {scalar(work.consolidates)}"
    yield from _list("merges", work.merges)


def _relations(work: Work) -> Iterator[str]:
    targets: dict[str, list[str]] = {}
    for one in work.relations:
        targets.setdefault(str(one.rel), []).append(one.target)
    if targets:
        yield "relations:"
    for rel, names in targets.items():
        yield from (f"  {line}" for line in _list(rel, names))


def _source(source: Source) -> str:
    parts = [("url", source.url), ("note", source.note)]
    written = [f"{name}: {scalar(text)}" for name, text in parts if text]
    if source.signed:
        written.insert(1 if source.url else 0, "signed: true")
    return "{" + ", ".join(written) + "}"


def _version(version: Version) -> str:
    parts: list[str] = []
    if version.text != "codified":
        parts.append(f"from: {version.start or 'null'}")
    parts.append(f"text: {version.text}")
    if version.made:
        parts.append(f"made: {version.made}")
    if version.seen_on:
        parts.append(f"seen_on: {scalar(version.seen_on)}")
    if not version.complete:
        parts.append("complete: false")
    return ", ".join(parts)


def _day(name: str, day: date | None) -> Iterator[str]:
    if day:
        yield f"{name}: {day.isoformat()}"


def _list(name: str, items: Sequence[str]) -> Iterator[str]:
    """Write a list in one line where it fits, else one item a line."""
    written = [scalar(one) for one in items]
    if not written:
        return
    line = f"{name}: [{', '.join(written)}]"
    if len(line) <= _LINE:
        yield line
        return
    yield f"{name}:"
    yield from (f"  - {scalar(one, flow=False)}" for one in items)


def _flow(parts: Iterable[tuple[str, str]]) -> str:
    return "{" + ", ".join(f"{name}: {scalar(text)}" for name, text in parts) + "}"
