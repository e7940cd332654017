"""``bookcase stats``: what the bookcase holds."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

from bookcase.cli.common import add_content, say
from bookcase.content.loading import load

if TYPE_CHECKING:
    import argparse

    from bookcase.model.library import Library

NAME = "stats"
HELP = "đếm những gì tủ sách đang có"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own arguments."""
    add_content(parser)
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="cách in"
    )


def run(args: argparse.Namespace) -> int:
    """Count and print."""
    counts = count(load(args.content).value)
    if args.format == "json":
        say(json.dumps(counts, ensure_ascii=False, indent=1))
    else:
        for title, rows in counts.items():
            say(title)
            for name, number in rows.items():
                say(f"  {number:>7}  {name}")
    return 0


def count(library: Library) -> dict[str, dict[str, int]]:
    """Count works by type and level, publications by kind, localities, register."""
    types = library.lists.types
    by_type = Counter(
        types[work.type].name if work.type in types else work.type
        for work in library.works
    )
    return {
        "Văn bản theo loại": dict(by_type.most_common()),
        "Văn bản theo cấp": dict(Counter(w.scope.level for w in library.works)),
        "Bài theo chuyên mục": dict(
            Counter(p.kind.value for p in library.publications)
        ),
        "Khác": {
            "văn bản chỉ có thông tin": len(library.register),
            "xã, phường, đặc khu": len(library.lists.communes),
            "địa phương đã gửi thông tin": len(library.localities),
        },
    }
