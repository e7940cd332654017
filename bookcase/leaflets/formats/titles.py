"""All that a site offers of a title, made once: sheets, books, pictures, its body.

For a leaflet: the general sheet with a box for a stamp, the body that communes' own
sheets are joined from, a poster, large print, one ink. For a handbook: the book, the
booklet for folding, large print, one ink. For a form: the form in one ink, large print.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from bookcase.diagnostics import Result, has_errors
from bookcase.leaflets.body import body
from bookcase.leaflets.carried import body_script
from bookcase.leaflets.formats.firstside import FirstSide, first_side
from bookcase.leaflets.formats.kinds import (
    BOOKLET,
    HANDBOOK,
    LARGE,
    POSTER,
    format_of,
)
from bookcase.leaflets.formats.publications import Order, make
from bookcase.leaflets.join import joined
from bookcase.leaflets.sheet import EVERYWHERE, for_everywhere
from bookcase.leaflets.tails import tails
from bookcase.leaflets.trifold import Title, plain
from bookcase.model.publication import PublicationKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from bookcase.model.publication import Publication

_FILES = {
    PublicationKind.LEAFLET: (
        (POSTER, "ap-phich"),
        (LARGE, "chu-lon"),
        (format_of("bw", PublicationKind.LEAFLET), "den-trang"),
    ),
    PublicationKind.HANDBOOK: (
        (HANDBOOK, "so-tay"),
        (BOOKLET, "gap-doi"),
        (LARGE, "chu-lon"),
        (format_of("bw", PublicationKind.HANDBOOK), "den-trang"),
    ),
    PublicationKind.FORM: (
        (format_of("bw", PublicationKind.FORM), "bieu-mau"),
        (LARGE, "chu-lon"),
    ),
}
"""What is made of each kind, and the name of its file."""

KINDS = tuple(_FILES)
SHEET = "Tờ gấp A4"


@dataclass(frozen=True, slots=True)
class TitleJob:
    """A title to print; ``host`` and ``warning`` as in :class:`.publications.Order`."""

    publication: Publication
    host: str = ""
    as_of: date | None = None
    warning: str = ""

    @property
    def script(self) -> str:
        """Return the name of the script that carries the body."""
        return f"{self.publication.folder}/{self.publication.name}"

    @property
    def expired(self) -> bool:
        """Tell whether the day has come on which it is no longer valid."""
        until = self.publication.valid_until
        return bool(self.as_of and until and until <= self.as_of)


class Printed(NamedTuple):
    """A file: its name without an ending, what it is, its bytes and its first side."""

    file: str
    name: str
    data: bytes
    side: FirstSide


class Files(NamedTuple):
    """All files of a title, and the script of its body; empty where it has none."""

    files: tuple[Printed, ...] = ()
    script: str = ""


def print_title(job: TitleJob, root: Path, assets: Path) -> Result[Files]:
    """Print a title in every format.

    Args:
        job: What to print.
        root: The content folder, for pictures.
        assets: The folder ``overrides``.

    Returns:
        The files that came out well.

    Finds:
        What :func:`bookcase.leaflets.trifold.make` and
        :func:`bookcase.leaflets.formats.publications.make` find, once each.

    Raises:
        MachineError: WeasyPrint or a library that it needs is missing.
    """
    sheet = _sheet(job, assets)
    files, found = [*sheet.value.files], [*sheet.diagnostics]
    for of, name in _FILES[job.publication.kind]:
        order = Order(job.publication, of, None, job.host, job.as_of, job.warning)
        made = make(order, root, assets)
        files += _file(name, of.name, made.value)
        found += (one for one in made.diagnostics if one.level != "info")
    found = list(dict.fromkeys(found))
    return Result(Files(tuple(files), sheet.value.script), tuple(found))


def _sheet(job: TitleJob, assets: Path) -> Result[Files]:
    """Make the general sheet, joined where that can be, else in one piece."""
    if job.publication.kind is not PublicationKind.LEAFLET:
        return Result(Files())
    title = Title(job.publication, job.host, job.as_of, job.warning)
    shared, own = body(title, assets), for_everywhere(job.host)
    if has_errors(shared.diagnostics):
        return Result(Files(), shared.diagnostics)
    framed = tails((own,), assets)[0].value
    if shared.value is None or framed is None or framed.tail is None:
        made = plain(title, own, assets)
        files = Files(tuple(_file(EVERYWHERE, SHEET, made.value)))
        return Result(files, made.diagnostics)
    data = joined(shared.value, framed.tail)
    script = body_script(job.script, shared.value)
    files = Files(tuple(_file(EVERYWHERE, SHEET, data)), script)
    return Result(files, shared.diagnostics)


def _file(file: str, name: str, data: bytes) -> Iterator[Printed]:
    if data:
        yield Printed(file, name, data, first_side(data))
