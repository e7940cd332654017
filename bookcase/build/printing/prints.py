"""What is printed once for each title: the general sheet, poster, books, pictures.

What was made before from the same words, templates and fonts is taken from the cache.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from functools import partial
from importlib.metadata import version
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from bookcase import leaflets
from bookcase.build.printing.bundles import Bundles
from bookcase.build.printing.cache import digest, folder_digest
from bookcase.build.printing.groundless import groundless
from bookcase.build.work.execute import in_order
from bookcase.diagnostics import Diagnostic, Result, Span
from bookcase.files import inside, write_atomic
from bookcase.leaflets.addresses import drawn, page_address
from bookcase.leaflets.carried import FOLDER, script
from bookcase.leaflets.formats.prose import shown_files
from bookcase.leaflets.formats.titles import KINDS, TitleJob, print_title
from bookcase.leaflets.sheet import EVERYWHERE
from bookcase.pages.reading.outdated import warning
from bookcase.pages.reading.papers import Code, Paper, Picture, listed, shelves
from bookcase.pages.view import titled

if TYPE_CHECKING:
    from collections.abc import Iterator
    from concurrent.futures import Executor

    from bookcase.build.rendering.context import BuildConfig
    from bookcase.leaflets.formats.titles import Files, Printed
    from bookcase.model.publication import Publication
    from bookcase.pages.catalog import Catalog
    from bookcase.pages.view import Link

_LIST = "ke.json"
_SHELVES = {
    EVERYWHERE: "Tờ gấp",
    "ap-phich": "Áp phích",
    "so-tay": "Sổ tay",
    "bieu-mau": "Biểu mẫu",
}
"""Under which heading of a commune's page a file is listed, by its name."""
_TOOLS = ("weasyprint", "pydyf", "segno", "markdown", "pikepdf", "pypdfium2", "pillow")


@dataclass(frozen=True, slots=True)
class Papers:
    """What was printed, by the publication's id, and what was found meanwhile.

    ``codes`` lead to the titles; there are none where the site has no address.
    ``chosen`` are the ids that a commune asks for, by its code.
    """

    printed: tuple[tuple[str, tuple[Paper, ...]], ...] = ()
    codes: tuple[Code, ...] = ()
    chosen: tuple[tuple[str, tuple[str, ...]], ...] = ()
    found: tuple[Diagnostic, ...] = ()

    @property
    def all(self) -> tuple[Paper, ...]:
        """Return all papers, in the order of their titles."""
        return tuple(paper for _, held in self.printed for paper in held)

    def of_publication(self, publication: Publication) -> tuple[Paper, ...]:
        """Return what a publication's page offers."""
        return dict(self.printed).get(publication.id, ())

    def of_commune(self, code: str) -> tuple[Paper, ...]:
        """Return what a commune's own page lists: its titles, and all handbooks.

        Communes that chose nothing have no list of their own; their pages ask for the
        list of all.
        """
        ids = dict(self.chosen).get(code)
        if ids is None:
            return ()
        mine = (
            paper
            for id_, held in self.printed
            for paper in held
            if id_ in ids or paper.shelf == "Sổ tay"
        )
        return tuple(p for shelf in shelves(tuple(mine)) for p in shelf.papers)


def print_titles(
    config: BuildConfig, seen: Catalog, host: str, pool: Executor
) -> Papers:
    """Print all titles into the site's folder.

    What has changed since a title was written stands on it.

    Finds:
        LEAF008, LEAF015: see :func:`bookcase.build.printing.groundless.groundless`.
        LEAF016: nobody says where the site is served, so there are no QR codes.
        What :func:`bookcase.leaflets.formats.titles.print_title` finds.
    """
    if not config.leaflets:
        return Papers()
    titles = [one for one in seen.library.publications if one.kind in KINDS]
    gone = {
        one.id: tuple(groundless(one, seen, allow_stale=config.allow_stale))
        for one in titles
    }
    jobs = [
        TitleJob(one, host, config.as_of, warning(one, seen))
        for one in titles
        if not gone[one.id]
    ]
    kept = Bundles(config.cache / "ban-in" if config.cache else None)
    keyed = list(zip(_keys(config, jobs), jobs, strict=True))
    work = partial(_printed, config=config, kept=kept)
    results = list(in_order(pool, work, keyed, len(keyed)))
    kept.drop_all_but(key for key, _ in keyed)
    papers = Papers(
        tuple((j.publication.id, r.value) for j, r in zip(jobs, results, strict=True)),
        tuple(_codes(jobs, host)),
        tuple(_chosen(seen, tuple(one.publication.id for one in jobs))),
        (
            *(told for one in results for told in one.diagnostics),
            *chain(*gone.values()),
            *_nowhere(host),
        ),
    )
    record = script("danh-muc", listed(papers.all))
    write_atomic(config.site / f"{FOLDER}/danh-muc.js", record.encode())
    return papers


def _printed(
    keyed: tuple[str, TitleJob], config: BuildConfig, kept: Bundles
) -> Result[tuple[Paper, ...]]:
    """Print a title, or take it from the cache; its files stand in the site then."""
    key, job = keyed
    files, found = kept.take(key), tuple[Diagnostic, ...]()
    if files is None:
        made = print_title(job, config.content, config.theme)
        files, found = _files(job, made.value), made.diagnostics
        if not found:
            kept.keep(key, files)
    for url, data in files.items():
        if url != _LIST:
            write_atomic(config.site / url, data)
    title = titled(job.publication)
    return Result(_papers(files[_LIST], title), found)


def _files(job: TitleJob, made: Files) -> dict[str, bytes]:
    """Return all files of a title by their addresses, and the list of its papers."""
    folder = job.script
    held = {f"{FOLDER}/{folder}.js": made.script.encode()} if made.script else {}
    rows = []
    for one in made.files:
        url, picture = f"{folder}/{one.file}.pdf", f"{folder}/{one.file}.webp"
        held |= {url: one.data, picture: one.side.data}
        body = folder if made.script and one.file == EVERYWHERE else ""
        rows.append(_row(one, url, picture, body))
    return {**held, _LIST: json.dumps(rows).encode()}


def _row(one: Printed, url: str, picture: str, body: str) -> list[object]:
    shelf = _SHELVES.get(one.file, "")
    side = [picture, one.side.width, one.side.height]
    return [shelf, one.name, url, one.side.pages, len(one.data), side, body]


def _papers(rows: bytes, title: Link) -> tuple[Paper, ...]:
    return tuple(
        Paper(shelf, name, title, url, pages, size, Picture(*side), body)
        for shelf, name, url, pages, size, side, body in json.loads(rows)
    )


def _codes(jobs: list[TitleJob], host: str) -> Iterator[Code]:
    for one in (job.publication for job in jobs if host):
        yield Code(titled(one), drawn(page_address(host, one.url)))


def _nowhere(host: str) -> Iterator[Diagnostic]:
    if not host:
        what = "trang chưa có địa chỉ, nên tờ gấp, áp phích, sổ tay không có mã QR"
        hint = "ghi site_url trong mkdocs.yml"
        yield Diagnostic(Span("mkdocs.yml"), "LEAF016", what, "info", hint)


def _chosen(
    seen: Catalog, ids: tuple[str, ...]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    for code, locality in sorted(seen.library.localities.items()):
        yield code, ids if locality.all_leaflets else locality.leaflets


def _ours(config: BuildConfig) -> str:
    """Return the digest of what everything printed is made with."""
    folders = (
        config.theme / "leaflets",
        config.theme / "assets" / "fonts",
        Path(leaflets.__file__).parent,
    )
    return digest(folder_digest(folders), tuple(map(version, _TOOLS)))


def _keys(config: BuildConfig, jobs: list[TitleJob]) -> Iterator[str]:
    """Yield the digest of all that each title is made from."""
    tools = _ours(config)
    for job in jobs:
        pictures = (*_pictures(config.content, job.publication),)
        yield digest(replace(job, as_of=None), job.expired, pictures, tools)


def _pictures(content: Path, publication: Publication) -> Iterator[str]:
    for name in shown_files(publication):
        path = content / name
        found = path.is_file() and inside(content, path)
        yield hashlib.sha256(path.read_bytes()).hexdigest() if found else ""
