"""``bookcase search``: the readers' ranking, from the built index."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from bookcase.cli.common import add_site, say
from bookcase.search.query import search

if TYPE_CHECKING:
    import argparse

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
    hits = search(args.site, " ".join(args.query), args.limit)
    if args.format == "json":
        say(json.dumps([asdict(hit) for hit in hits], ensure_ascii=False, indent=1))
    else:
        for hit in hits:
            say(f"{hit.score:8.3f}  {hit.title}\n          {hit.url}")
    return 0 if hits else 1
