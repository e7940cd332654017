"""Which leaflets are meant, and for whom: the command's words turned into an order."""

from __future__ import annotations

from dataclasses import replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from bookcase.build.printing.groundless import groundless
from bookcase.build.printing.sheetruns import SheetOrder
from bookcase.cli.printing import host_of, publication_of
from bookcase.diagnostics import Diagnostic, Result, Span
from bookcase.history.rests import rests
from bookcase.leaflets.printer import ARCHIVE, UA
from bookcase.leaflets.sheet import Place, local
from bookcase.leaflets.trifold import Title
from bookcase.model.publication import PublicationKind
from bookcase.pages.catalog import catalog
from bookcase.pages.reading.outdated import warning

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator
    from datetime import date

    from bookcase.model.library import Library
    from bookcase.model.places import Commune
    from bookcase.model.publication import Publication
    from bookcase.pages.catalog import Catalog

_COMMAND = "bookcase leaflets"
_LEAFLET = PublicationKind.LEAFLET
_OURS = frozenset({"vi"})
"""Languages of leaflets that every commune gets."""
_NO_COMMUNE = "không có xã, phường, đặc khu mang mã"
_NO_PROVINCE = "không có tỉnh, thành phố mang mã"
_SEE = "xem lại mã trong content; phần khác vẫn được in"
_NO_HOST = Diagnostic(
    Span("mkdocs.yml"),
    "LEAF016",
    "chưa biết địa chỉ của trang nên tờ gấp không có mã QR",
    "warning",
    "ghi site_url trong mkdocs.yml, hoặc thêm --host",
)


def sheet_order(
    args: argparse.Namespace, read: Result[Library], day: date
) -> Result[SheetOrder]:
    """Return the order that the command's words mean; what is unknown is left out.

    Without communes and provinces it is for all; without titles it is of all that a
    commune has chosen, or of all leaflets in Vietnamese where it tells nothing.

    Args:
        args: The words.
        read: The library, and what was found while reading it: a title, or a commune,
            whose own file has an error is not printed.
        day: The day whose law and notices are meant.

    Finds:
        LEAF008, LEAF015: see :func:`bookcase.build.printing.groundless.groundless`.
        LEAF016: nobody says where the site is served, so there are no QR codes.
        LEAF030–LEAF032: there is no commune, no province, no leaflet of that name.
    """
    host, library = host_of(args), read.value
    publications, unknown = _publications(args.title, library)
    communes, strange = _communes(args.commune, args.province, library)
    seen = _judged(args, library, publications, day)
    order = SheetOrder(
        titles=tuple(
            Title(one, host, day, warning(one, seen), ARCHIVE if args.pdfa else UA)
            for one in publications
        ),
        locals=tuple(local(_place(one, library), host, day) for one in communes),
        chosen={} if args.title else _wishes(library, communes),
        refused={
            one.id: (
                *_errors(read, one.path),
                *groundless(one, seen, allow_stale=args.allow_stale),
            )
            for one in publications
        },
        spoilt={
            one.code: tuple(_errors(read, f"dia-phuong/{one.province}/{one.code}.yml"))
            for one in communes
        },
    )
    nowhere = replace(_NO_HOST, span=Span(args.config.as_posix()))
    found = (*strange, *unknown, *(() if host else (nowhere,)))
    return Result(order, found)


def _errors(read: Result[Library], path: str) -> Iterator[Diagnostic]:
    held = (one for one in read.diagnostics if one.span.path == path)
    return (one for one in held if one.level == "error")


def _judged(
    args: argparse.Namespace,
    library: Library,
    publications: tuple[Publication, ...],
    day: date,
) -> Catalog:
    """Look only at what the leaflets rest on."""
    alone = replace(library, publications=publications)
    return catalog(library, day, rests=rests(args.content, alone, day))


def _publications(
    names: list[str], library: Library
) -> tuple[tuple[Publication, ...], list[Diagnostic]]:
    if not names:
        chosen = frozenset().union(*_chosen(library).values())
        held = (one for one in library.publications if one.kind is _LEAFLET)
        return tuple(o for o in held if o.language in _OURS or o.id in chosen), []
    named = {name: publication_of(library, name) for name in names}
    ids = [one.id for one in library.publications if one.kind is _LEAFLET]
    unknown = [
        _unknown("LEAF032", f"không có tờ gấp mang mã «{name}»", _near(name, ids))
        for name, held in named.items()
        if held is None
    ]
    found = {one.id: one for one in named.values() if one}
    return tuple(found.values()), unknown


def _communes(
    codes: list[str], provinces: list[str], library: Library
) -> tuple[tuple[Commune, ...], list[Diagnostic]]:
    lists = library.lists
    unknown = [
        *(
            _unknown("LEAF030", f"{_NO_COMMUNE} «{code}»", _SEE)
            for code in codes
            if code not in lists.communes
        ),
        *(
            _unknown("LEAF031", f"{_NO_PROVINCE} «{code}»", _SEE)
            for code in provinces
            if code not in lists.provinces
        ),
    ]
    every = not codes and not provinces
    meant = [
        one
        for code, one in sorted(lists.communes.items())
        if every or code in codes or one.province in provinces
    ]
    unknown += [
        _unknown(
            "LEAF031", f"{one.name} ({one.code}): {_NO_PROVINCE} «{one.province}»", _SEE
        )
        for one in meant
        if one.province not in lists.provinces
    ]
    return tuple(one for one in meant if one.province in lists.provinces), unknown


def _place(commune: Commune, library: Library) -> Place:
    province = library.lists.provinces[commune.province]
    return Place(commune, province, library.localities.get(commune.code))


def _chosen(library: Library) -> dict[str, frozenset[str]]:
    """Return what communes name; one that names nothing has not chosen."""
    return {
        code: frozenset(one.leaflets)
        for code, one in library.localities.items()
        if one.leaflets and not one.all_leaflets
    }


def _wishes(
    library: Library, communes: tuple[Commune, ...]
) -> dict[str, frozenset[str]]:
    """Return what communes get; what is in another language only those who name it."""
    chosen = _chosen(library)
    held = [one for one in library.publications if one.kind is _LEAFLET]
    if all(one.language in _OURS for one in held):
        return chosen
    usual = frozenset(one.id for one in held if one.language in _OURS)
    return {one.code: usual for one in communes} | chosen


def _unknown(code: str, what: str, hint: str) -> Diagnostic:
    return Diagnostic(Span(_COMMAND), code, what, hint=hint)


def _near(name: str, ids: list[str]) -> str:
    near = get_close_matches(name, ids, n=3) or [one for one in ids if name in one][:3]
    return f"có phải {', '.join(near)}?" if near and name else _SEE
