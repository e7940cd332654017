"""``bookcase search``: the readers' ranking, from the built index."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from bookcase.build.records import LAW
from bookcase.build.site import INDEX
from bookcase.cli.common import add_site, say
from bookcase.model.ids import SPECIMEN_NUMBER, work_id
from bookcase.search.query import search

if TYPE_CHECKING:
    import argparse

    from bookcase.search.query import Hit

NAME = "search"
HELP = "tìm trong trang đã dựng"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own arguments."""
    add_site(parser)
    parser.add_argument("query", nargs="+", metavar="TỪ", help="điều cần tìm")
    parser.add_argument("--limit", type=int, default=20, help="số kết quả")
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="cách in"
    )


def run(args: argparse.Namespace) -> int:
    """Search and print; 1 when nothing was found."""
    hits = search(args.site / INDEX, " ".join(args.query), args.limit)
    if args.format == "json":
        say(json.dumps([*map(as_row, hits)], ensure_ascii=False, indent=1))
    else:
        for hit in hits:
            parent = f" ({hit.parent})" if hit.parent != hit.title else ""
            say(f"{hit.score:8.3f}  {hit.title}{parent}\n          {hit.url}")
    return 0 if hits else 1


def as_row(hit: Hit) -> dict[str, str | float]:
    """Return a hit in the shape that other programs rely on.

    ``work`` is the id of the act or publication, empty for an act that is known by
    its facts only; ``unit`` is empty for a whole document.
    """
    return {
        "work": _id_of(hit),
        "number": hit.number,
        "unit": hit.url.partition("#")[2],
        "title": hit.title,
        "score": hit.score,
        "status": hit.status,
        "url": hit.url,
    }


def _id_of(hit: Hit) -> str:
    page = hit.url.partition("#")[0].removesuffix(".html")
    folder, _, name = page.rpartition("/")
    if "://" in page or not folder:
        return ""
    if hit.group != LAW:
        return f"{folder.partition('/')[0]}-{name}"
    return work_id(hit.kind, name, specimen=hit.number.endswith(SPECIMEN_NUMBER))
