"""``bookcase search``: the readers' ranking, from the built index."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import date
from typing import TYPE_CHECKING

from bookcase.build.indexing.index import INDEX
from bookcase.build.rendering.records import LAW, LOCAL_LAW, PLACES
from bookcase.cli.common import add_site, say
from bookcase.model.ids import SPECIMEN_NUMBER, work_id
from bookcase.search.facts import FACETS
from bookcase.search.narrow import Narrowing
from bookcase.search.opened import Opened
from bookcase.search.query import answer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bookcase.search.query import Answer, Hit

NAME = "search"
HELP = "tìm trong trang đã dựng"
_NAME = 3
"""Which part of an act's address is its own: ``van-ban/luat/2024/31-2024-qh15``."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own arguments."""
    add_site(parser)
    parser.add_argument("query", nargs="+", metavar="TỪ", help="điều cần tìm")
    parser.add_argument("--limit", type=_limit, default=20, help="số kết quả")
    parser.add_argument(
        "--from",
        dest="page",
        default="",
        metavar="TRANG",
        help="địa chỉ văn bản đang đọc: «điều 5» là điều 5 của văn bản ấy",
    )
    parser.add_argument(
        "--only",
        action="append",
        default=[],
        type=_facet,
        metavar="KHÓA=GIÁ_TRỊ",
        help=f"chỉ lấy, dùng được nhiều lần; khóa: {', '.join(FACETS)}",
    )
    parser.add_argument(
        "--on",
        type=_day,
        metavar="NGÀY",
        help="văn bản có hiệu lực tại ngày ấy, với lời văn của ngày ấy",
    )
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="cách in"
    )


def run(args: argparse.Namespace) -> int:
    """Search and print; 1 when nothing was found."""
    narrowing = Narrowing(dict(args.only), day=args.on)
    query = " ".join(args.query)
    index = Opened(args.site / INDEX)
    found = answer(index, query, args.limit, args.page, narrowing)
    for line in _told(found, query):
        print(line, file=sys.stderr)
    if args.format == "json":
        say(json.dumps([*map(as_row, found.hits)], ensure_ascii=False, indent=1))
    else:
        for hit in found.hits:
            parent = f" ({hit.parent})" if hit.parent != hit.title else ""
            say(f"{hit.score:8.3f}  {hit.title}{parent}\n          {hit.url}")
    return 0 if found.hits else 1


def _told(found: Answer, query: str) -> Iterator[str]:
    """Yield what readers are told besides the results."""
    if found.offer:
        yield f"Có phải bạn tìm: {found.offer}"
    elif found.said != query:
        yield f"Kết quả cho: {found.said}"
    if found.absent:
        yield "Tủ sách chưa có văn bản mang đúng số này."
    if found.hits and found.no_article:
        yield f"Không có Điều {found.no_article} của «{found.hits[0].parent}»."
    if not found.hits:
        yield "Không tìm thấy kết quả nào. Hãy thử từ khác, hoặc bớt từ."


def _facet(given: str) -> tuple[str, str]:
    """Read ``loai=luat``.

    Raises:
        argparse.ArgumentTypeError: It names no facet.
    """
    key, _, value = given.partition("=")
    if key not in FACETS or not value:
        message = f"cần viết như «loai=luat», với khóa: {', '.join(FACETS)}"
        raise argparse.ArgumentTypeError(message)
    return key, value


def _day(given: str) -> date:
    """Read ``2026-01-31``.

    Raises:
        argparse.ArgumentTypeError: There is no such day.
    """
    try:
        return date.fromisoformat(given)
    except ValueError:
        message = f"«{given}» không phải là ngày viết như 2026-01-31"
        raise argparse.ArgumentTypeError(message) from None


def _limit(given: str) -> int:
    """Read how many results are wanted.

    Raises:
        argparse.ArgumentTypeError: It is not a number of 1 or more.
    """
    if not given.isdecimal() or int(given) < 1:
        message = f"«{given}» không phải là số từ 1 trở lên"
        raise argparse.ArgumentTypeError(message)
    return int(given)


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
    if "://" in page or not folder or hit.group == PLACES:
        return ""
    if hit.group not in (LAW, LOCAL_LAW):
        return f"{folder.partition('/')[0]}-{name}"
    name = page.split("/")[_NAME]  # what follows is a version's day
    return work_id(hit.kind, name, specimen=hit.number.endswith(SPECIMEN_NUMBER))
