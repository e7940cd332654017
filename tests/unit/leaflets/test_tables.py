"""Tables in a tagged file: scopes of header cells, and the tree of their names."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pikepdf

from bookcase.leaflets import printer

from .samples import ASSETS, MADE

if TYPE_CHECKING:
    from collections.abc import Iterator

ACROSS = """<table><tr><th>Giấy tờ<th>Ghi chú</tr>
<tr><th scope="row">Căn cước<td>Xuất trình</tr></table>"""


def cells(element: Any) -> Iterator[Any]:  # noqa: ANN401 - any object of a PDF
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if not isinstance(kid, int):
            if str(kid.S) in {"/TH", "/TD"}:
                yield kid
            yield from cells(kid)


def told(data: bytes) -> list[tuple[str, str, list[str]]]:
    """Return each cell: its kind, its scope, and the kinds of what it calls headers."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        root = pdf.Root.StructTreeRoot
        names = pikepdf.NameTree(root.IDTree)
        return [
            (
                str(one.S),
                str(one.A.get("/Scope", "")),
                [str(names[str(name)].S) for name in one.A.get("/Headers", [])],
            )
            for one in cells(root.K[0])
        ]


def test_heads_of_columns_and_rows_say_so() -> None:
    data, _ = printer.render(f'<html lang="vi">{ACROSS}', ASSETS, ()).pdf()
    assert told(data) == [
        ("/TH", "/Column", []),
        ("/TH", "/Column", []),
        ("/TH", "/Row", []),
        ("/TD", "", ["/TH", "/TH"]),
    ]


def test_a_sheet_tells_its_tables() -> None:
    head, *_ = told(MADE.value)
    assert head == ("/TH", "/Column", [])
    assert [kind for kind, scope, _ in told(MADE.value) if scope == "/Row"] == []


def test_without_a_table_there_is_no_tree() -> None:
    data, _ = printer.render('<html lang="vi"><p>Chữ', ASSETS, ()).pdf()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert "/IDTree" not in pdf.Root.StructTreeRoot
