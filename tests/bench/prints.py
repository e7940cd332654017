"""Printing: whole real acts, CPU a page, and what is found wrong in them.

A seeded draw of real documents, each set in full from its own structure: ``acts`` and
``pages`` printed, ``acts-refused`` for which there is no file, ``findings`` of any
kind, CPU milliseconds a page over all of them (layout, rules, PDF), the starter
publications in each format, and what other programs find wrong with all of these.
"""

from __future__ import annotations

import io
import lzma
import random
import time
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pikepdf

from bookcase.content.loading import load
from bookcase.diagnostics import Result
from bookcase.imports.convert import convert
from bookcase.imports.lookup import make_lookup
from bookcase.imports.record import read_record
from bookcase.leaflets.formats.acts import ActOrder, make_act
from bookcase.leaflets.formats.kinds import FORMATS
from bookcase.leaflets.formats.publications import Order, make
from bookcase.legal.parser import parse
from bookcase.metadata.frontmatter import split
from bookcase.metadata.lists import read_lists
from bookcase.model.publication import PublicationKind
from tests.bench.leaflets_equal import outloud_errors, pdfua_errors, qpdf_faults
from tests.bench.rows import Row
from tests.shared import ROOT, folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bookcase.imports.convert import Converted

SOURCE = "corpus/documents.jsonl.xz"
ASSETS, CONTENT = ROOT / "overrides", ROOT / "content"
DRAWN, SEED = 40, 7
DAY = date(2026, 11, 24)
PRINTABLE = (PublicationKind.LEAFLET, PublicationKind.HANDBOOK)


def run() -> Iterator[Row]:
    """Print what was drawn and yield the figures."""
    made, cpu = _timed(_acts())
    count = sum(map(_pages, made))
    yield Row("acts", len(made), "", f"drawn with seed {SEED}")
    yield Row("acts-refused", sum(not one.value for one in made))
    yield Row("findings", sum(len(one.diagnostics) for one in made))
    yield Row("pages", count)
    yield Row("cpu-page", 1000 * cpu / max(1, count), "ms", "whole acts")
    held = [one.value for one in made]
    for key in FORMATS:
        made, cpu = _timed(_publications(key))
        yield Row(f"{key}.files", sum(bool(one.value) for one in made))
        yield Row(f"{key}.pages", sum(map(_pages, made)))
        yield Row(f"{key}.cpu", cpu / len(made), "s")
        held += (one.value for one in made)
    yield from _judged([one for one in held if one])


def _judged(files: list[bytes]) -> Iterator[Row]:
    """Yield what other programs find wrong with the files."""
    with TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{at}.pdf" for at in range(len(files))]
        for path, data in zip(paths, files, strict=True):
            path.write_bytes(data)
        yield Row(
            "pdfua-errors", sum(map(pdfua_errors, paths)), "", f"{len(paths)} files"
        )
        if (errors := outloud_errors(paths)) is not None:
            yield Row("outloud-errors", errors, "", f"{len(paths)} files")
        if (faults := qpdf_faults(paths)) is not None:
            yield Row("qpdf-faults", faults, "", f"{len(paths)} files")


def _timed(work: Iterator[Result[bytes]]) -> tuple[list[Result[bytes]], float]:
    made, cpu = list[Result[bytes]](), 0.0
    while True:
        before = time.process_time()
        one = next(work, None)
        if one is None:
            return made, cpu
        cpu += time.process_time() - before
        made.append(one)


def _acts() -> Iterator[Result[bytes]]:
    """Print the acts that were drawn; what they are is read before, not timed."""
    for order in _orders():
        yield make_act(order, CONTENT, ASSETS)


def _orders() -> list[ActOrder]:
    lookup = make_lookup(read_lists(CONTENT / "_data").value, {})
    with lzma.open(folder() / SOURCE, "rt", encoding="utf-8") as held:
        lines = held.readlines()
    drawn = random.Random(SEED).sample(lines, DRAWN)  # noqa: S311 - a draw, no secret
    records = (read_record(line, SOURCE, at).value for at, line in enumerate(drawn, 1))
    return [_order(convert(one, lookup)) for one in records if one]


def _order(made: Converted) -> ActOrder:
    path, text = next(one for one in made.files.items() if one[0].endswith(".md"))
    body = split(text, path).value
    law = parse(body.body, path, body.body_line).value
    work, state = made.work, "Có hiệu lực từ ngày 01/01/2026"
    return ActOrder(work.number or work.id, work.title, law, path, "", state, DAY)


def _publications(key: str) -> Iterator[Result[bytes]]:
    for one in load(CONTENT).value.publications:
        if one.kind in PRINTABLE:
            yield make(Order(one, FORMATS[key]), CONTENT, ASSETS)


def _pages(made: Result[bytes]) -> int:
    if not made.value:
        return 0
    with pikepdf.open(io.BytesIO(made.value)) as pdf:
        return len(pdf.pages)
