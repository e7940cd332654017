"""What WeasyPrint leaves untold of tables in a tagged file: scopes, and names of cells.

A header cell must say whether it stands above a column or beside a row, and the cells'
names, by which others call them their headers, must be found from the structure's root
(PDF 32000-1, 14.7.2, 14.8.5.7).
"""

from __future__ import annotations

from typing import Any

import pydyf

from bookcase.leaflets.pdfvalues import number_of

_HEAD = "/TH"


def tell_tables(pdf: Any) -> None:  # noqa: ANN401 - pydyf is untyped
    """Add scopes, and a tree of the cells' names, before the file is written."""
    heads = [one for one in pdf.objects if _is_head(one)]
    for one in heads:
        row = pdf.objects[number_of(one["P"])]
        cells = (pdf.objects[number_of(kid)] for kid in row["K"])
        scope = "/Column" if all(map(_is_head, cells)) else "/Row"
        one["A"]["Scope"] = scope
    if named := sorted((bytes(one["ID"].data), one) for one in heads if "ID" in one):
        pairs = [part for _, one in named for part in (one["ID"], one.reference)]
        tree = pydyf.Dictionary({"Names": pydyf.Array(pairs)})
        pdf.objects[number_of(pdf.catalog["StructTreeRoot"])]["IDTree"] = tree


def _is_head(value: Any) -> bool:  # noqa: ANN401 - as above
    return isinstance(value, dict) and value.get("S") == _HEAD
