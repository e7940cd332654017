"""``document.yml``: what a legal document is, from whom and when."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bookcase.diagnostics import Result
from bookcase.metadata import identity, yamlfile
from bookcase.metadata.reader import NO_KEYS, read_row
from bookcase.metadata.scope import scope
from bookcase.metadata.tables.work import WORK
from bookcase.metadata.versions import versions
from bookcase.model import ids
from bookcase.model.act import Ends, Gazette, Signer, Source, UnitPhase, Work
from bookcase.model.relations import Rel, Relation

if TYPE_CHECKING:
    from bookcase.metadata.keys import Keys
    from bookcase.metadata.rows import Row
    from bookcase.model.act import Version
    from bookcase.model.places import Scope

OTHER_TYPE = "khac"


def read_work(text: str, path: str, keys: Keys = NO_KEYS) -> Result[Work]:
    """Read a ``document.yml``.

    Args:
        text: Its text.
        path: Its path relative to the content folder; the work's folder is taken from
            it.
        keys: The closed lists; what is not in them is not checked.
    """
    tree = yamlfile.read(text, path)
    read = read_row(WORK, tree.value, keys, whole=yamlfile.whole(tree.diagnostics))
    row, folder = read.value, path.rpartition("/")[0]
    place = scope(row.row("scope"), keys)
    texts = versions(row.rows("versions"), folder)
    work = _work(row, folder, place.value, texts.value)
    found = [*tree.diagnostics, *read.diagnostics]
    found += [*place.diagnostics, *texts.diagnostics]
    if yamlfile.whole(tree.diagnostics) and "id" in row.values:
        found += identity.check(work, row, keys)
    if not work.id:
        end = identity.tail(work, keys)
        work = replace(work, id=ids.work_id(work.type, end, specimen=work.specimen))
    return Result(work, tuple(found))


def _work(row: Row, folder: str, place: Scope, texts: tuple[Version, ...]) -> Work:
    return Work(
        id=row.text("id"),
        number=row.text("number"),
        type=row.text("type") or OTHER_TYPE,
        title=row.text("title"),
        folder=folder,
        short_titles=row.texts("short_titles"),
        issuers=row.texts("issuers"),
        signers=_signers(row),
        issued=row.day("issued"),
        gazette=_gazette(row.row("gazette")),
        scope=place,
        subjects=row.texts("subjects"),
        source=_sources(row),
        relations=_relations(row.row("relations")),
        versions=texts,
        phases=_phases(row),
        ends=_ends(row.row("ends")),
        consolidates=row.text("consolidates"),
        merges=row.texts("merges"),
        disambiguator=row.number("disambiguator"),
        specimen=row.flag("specimen"),
    )


def _signers(row: Row) -> tuple[Signer, ...]:
    signers = row.rows("signers")
    return tuple(Signer(one.text("name"), one.text("title")) for one in signers)


def _gazette(row: Row | None) -> Gazette | None:
    return Gazette(row.text("number"), row.day("date")) if row else None


def _sources(row: Row) -> tuple[Source, ...]:
    return tuple(
        Source(
            url=one.text("url"),
            sha256=one.text("sha256"),
            signed=one.flag("signed"),
            note=one.text("note"),
            file=one.text("file"),
        )
        for one in row.rows("source")
    )


def _relations(row: Row | None) -> tuple[Relation, ...]:
    if row is None:
        return ()
    return tuple(
        Relation(Rel(name), target.text, target.span.line)
        for name in row.values
        for target in row.placed(name)
    )


def _phases(row: Row) -> tuple[UnitPhase, ...]:
    return tuple(
        UnitPhase(one.texts("at"), day, one.line)
        for one in row.rows("phases")
        if (day := one.day("from"))
    )


def _ends(row: Row | None) -> Ends | None:
    if row is None:
        return None
    return Ends(row.day("on"), row.text("by"), row.text("reason"), row.line)
