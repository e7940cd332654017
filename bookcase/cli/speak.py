"""``bookcase speak``: the script that the commune's loudspeakers read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bookcase.cli.common import add_content, report_findings, tell
from bookcase.cli.printing import add_place, need_publication, place_of, put
from bookcase.content.loading import load
from bookcase.spoken.script import as_text, script

if TYPE_CHECKING:
    import argparse

    from bookcase.model.places import Province

NAME = "speak"
HELP = "viết bài đọc trên loa từ một ấn phẩm: câu ngắn, số viết bằng chữ, thời lượng"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own arguments."""
    add_content(parser)
    parser.add_argument("id", metavar="MÃ", help="mã ấn phẩm")
    add_place(parser)


def run(args: argparse.Namespace) -> int:
    """Print the script; 1 when there is nothing to read."""
    library = load(args.content).value
    publication = need_publication(library, args.id, args.content)
    place = place_of(args, library)
    here = f"{place.spoken}, {_spoken(place.province)}" if place else ""
    made = script(publication, library.publications, here)
    if made.value.paragraphs:
        put(as_text(made.value).encode(), args.out)
        if args.out:
            tell(f"đã ghi {args.out}")
    return report_findings(made.diagnostics)


def _spoken(province: Province) -> str:
    """Return a province's name within a sentence: "tỉnh Cao Bằng"."""
    name = province.name
    return name[:1].lower() + name[1:]
