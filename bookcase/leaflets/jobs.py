"""Leaflets as jobs for a pool of processes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bookcase.diagnostics import Result
from bookcase.files import write_atomic
from bookcase.leaflets.trifold import make

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from bookcase.model.places import Commune, Locality, Province
    from bookcase.model.publication import Publication


@dataclass(frozen=True, slots=True)
class LeafletJob:
    """One leaflet to make; can be pickled.

    ``warning`` is printed on the sheet: what has changed since it was written.
    """

    publication: Publication
    commune: Commune
    province: Province
    locality: Locality | None = None
    site_host: str = ""
    as_of: date | None = None
    warning: str = ""

    @property
    def url(self) -> str:
        """Return the address of the file, relative to the site's root."""
        publication = self.publication
        return f"{publication.folder}/{publication.name}/{self.commune.code}.pdf"


def render(job: LeafletJob, assets: Path, out_dir: Path) -> Result[str]:
    """Make a leaflet and write it.

    Args:
        job: What to make.
        assets: The folder ``overrides``.
        out_dir: The site's root.

    Returns:
        The file's address, relative to the root; empty, and no file, when there is
        an error.

    Raises:
        MachineError: The file cannot be written, or WeasyPrint is missing.
    """
    made = make(
        job.publication,
        job.commune,
        job.province,
        job.locality,
        assets,
        site_host=job.site_host,
        as_of=job.as_of,
        warning=job.warning,
    )
    if not made.value:
        return Result("", made.diagnostics)
    write_atomic(out_dir / job.url, made.value)
    return Result(job.url, made.diagnostics)
