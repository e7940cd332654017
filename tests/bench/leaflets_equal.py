"""A joined sheet beside the plain one: what is seen and read, and what checkers say."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pdfua
import pikepdf

from bookcase.leaflets.trifold import plain
from tests.bench.leaflets_orders import ASSETS
from tests.unit.leaflets.joining import refused
from tests.unit.leaflets.mutations import loses, mutated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bookcase.leaflets.sheet import Local
    from bookcase.leaflets.trifold import Title

DPI = 150
_A4_ACROSS = (297.0, 210.0)
_SIDES = 2
_MM = 25.4 / 72


@dataclass(frozen=True, slots=True)
class Equal:
    """How two sheets compare: pixels that differ, and whether the text does."""

    pixels: int
    text: bool


def compared(pair: tuple[Title, Local, Path]) -> Equal:
    """Draw a joined file and the plain sheet, and compare them."""
    title, own, joined = pair
    with TemporaryDirectory() as folder:
        other = Path(folder, "plain.pdf")
        other.write_bytes(plain(title, own, ASSETS).value)
        sides = (_drawn(path, Path(folder, path.stem)) for path in (joined, other))
        pixels = sum(map(_differing, *sides))
        return Equal(pixels, _text(joined) == _text(other))


def _drawn(path: Path, stem: Path) -> list[bytes]:
    _said(["pdftoppm", "-r", str(DPI), str(path), f"{stem}-side"])
    return [one.read_bytes() for one in sorted(stem.parent.glob(f"{stem.name}-side*"))]


def _differing(one: bytes, other: bytes) -> int:
    """Count the pixels, of three bytes each, that differ; all where sizes do."""
    if len(one) != len(other):
        return max(len(one), len(other)) // 3
    if one == other:
        return 0
    return sum(one[at : at + 3] != other[at : at + 3] for at in range(0, len(one), 3))


def _text(path: Path) -> str:
    return _said(["pdftotext", str(path), "-"])


def _said(command: Sequence[str]) -> str:
    ran = subprocess.run(command, capture_output=True, check=True)
    return ran.stdout.decode()


def misjudged(seed: int) -> tuple[bool, bool]:
    """Spoil a sheet; tell whether its loss was missed, and whether one was invented."""
    publication, where = mutated(seed)
    lost, told = loses(publication, where), refused(publication, where)
    return lost and not told, told and not lost


def pdfua_errors(path: Path) -> int:
    """Count what pdfua calls an error."""
    return sum(
        one.severity is pdfua.Severity.ERROR
        for one in pdfua.validate(str(path)).findings
    )


def strange_boxes(path: Path) -> bool:
    """Tell whether a file is other than two sides of A4 across, without other boxes."""
    with pikepdf.open(path) as pdf:
        boxes = [
            tuple(round(float(one) * _MM, 1) for one in page.mediabox)
            for page in pdf.pages
        ]
        cut = [page for page in pdf.pages if page.cropbox != page.mediabox]
    return bool(cut) or boxes != [(0.0, 0.0, *_A4_ACROSS)] * _SIDES


def outloud_errors(paths: Sequence[Path]) -> int | None:
    """Count what outloud calls an error; None, loudly, where it is not installed."""
    found = shutil.which(os.environ.get("BOOKCASE_OUTLOUD", "outloud"))
    if found is None:
        _skipped("outloud", "BOOKCASE_OUTLOUD names its program")
        return None
    ran = subprocess.run(
        [found, "--json", "-", "--fail-on", "never", *map(str, paths)],
        capture_output=True,
        check=True,
    )
    report = json.loads(ran.stdout[ran.stdout.index(b"{") :])
    return sum(int(one["counts"]["error"]) for one in report["results"])


def qpdf_faults(paths: Sequence[Path]) -> int | None:
    """Count the files that qpdf finds a fault in; None, loudly, where it is not."""
    found = shutil.which("qpdf")
    if found is None:
        _skipped("qpdf", "apt-get install qpdf")
        return None
    ran = (
        subprocess.run([found, "--check", str(path)], capture_output=True, check=False)
        for path in paths
    )
    return sum(one.returncode != 0 for one in ran)


def _skipped(what: str, how: str) -> None:
    print(f"! SKIPPED {what}: it is not installed ({how})", file=sys.stderr)
