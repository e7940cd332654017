"""``bookcase diff``: what changed in an act between two days."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

from bookcase.cli.acts import held_act, held_work
from bookcase.cli.common import add_content, report_findings, say
from bookcase.content.loading import load
from bookcase.errors import UsageError
from bookcase.history.diff import Did, compare
from bookcase.pages.compare.comparison import comparable
from bookcase.pages.compare.redline import comparison_html
from bookcase.pages.markup import text

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from bookcase.history.diff import Comparison, UnitChange
    from bookcase.model.act import Work

NAME = "diff"
HELP = "so sánh lời văn của một văn bản giữa hai ngày"

_SIGNS = {
    Did.SAME: " ",
    Did.CHANGED: "~",
    Did.INSERTED: "+",
    Did.DELETED: "-",
    Did.MOVED: ">",
}
_MARKS = {"=": "{}", "-": "[-{}-]", "+": "{{+{}+}}"}
_PAGE = """<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>{title}</title>
<style>.bk-an{{position:absolute;clip-path:inset(50%);width:1px;height:1px;\
overflow:hidden}}body{{max-width:48rem;margin:2rem auto;padding:0 1rem}}</style></head>
<body><h1>{title}</h1>
{body}
</body></html>"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own arguments."""
    add_content(parser)
    parser.add_argument(
        "work", metavar="VĂN_BẢN", help="mã, số hiệu hoặc thư mục của văn bản"
    )
    parser.add_argument("start", metavar="TỪ", help="ngày thứ nhất, YYYY-MM-DD")
    parser.add_argument("end", metavar="ĐẾN", help="ngày thứ hai, YYYY-MM-DD")
    parser.add_argument(
        "--format", choices=("text", "json", "html"), default="text", help="cách in"
    )


def run(args: argparse.Namespace) -> int:
    """Compare the texts that hold on the two days, and print."""
    days = _day(args.start), _day(args.end)
    library = load(args.content).value
    work = held_work(library, args.work)
    if work is None:
        msg = f"không có văn bản «{args.work}» trong {args.content}"
        raise UsageError(msg)
    for day in days:
        if not any(start <= day for start, _ in comparable(work)):
            msg = f"{work.number}: không có bản nào có hiệu lực vào ngày {day}"
            raise UsageError(msg)
    made = [held_act(args.content, work, day) for day in days]
    found = tuple(dict.fromkeys(one for act in made for one in act.diagnostics))
    old, new = (one.value for one in made)
    if old and new:
        say(_printed(compare(old.text, new.text), work, args))
    return report_findings(found)


def _day(words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError:
        msg = f"«{words}» không phải một ngày viết theo YYYY-MM-DD"
        raise UsageError(msg) from None


def _printed(comparison: Comparison, work: Work, args: argparse.Namespace) -> str:
    if args.format == "json":
        rows = [*map(as_row, filter(_differs, comparison.rows))]
        return json.dumps(rows, ensure_ascii=False, indent=1)
    if args.format == "html":
        title = text(f"{work.number or work.id}: {args.start} → {args.end}")
        return _PAGE.format(title=title, body=comparison_html(comparison))
    return "\n".join(_lines(comparison)) or "Lời văn hai ngày giống nhau."


def _differs(row: UnitChange) -> bool:
    return row.differs


def as_row(row: UnitChange) -> dict[str, object]:
    """Return a change in the shape that other programs rely on."""
    return {
        "did": row.did.value,
        "old": row.old,
        "new": row.new,
        "kind": row.kind.value if row.kind else None,
        "name": row.name,
        "pieces": [[piece.sign, piece.text] for piece in row.pieces],
    }


def _lines(comparison: Comparison) -> Iterator[str]:
    """Yield a line a change, under the name of its unit."""
    before = ""
    for row in filter(_differs, comparison.rows):
        if row.name != before:
            yield f"@ {row.name or 'ngoài các điều'}"
        before = row.name
        words = "".join(_MARKS[piece.sign].format(piece.text) for piece in row.pieces)
        came = f"  (từ {row.old_name})" if row.did is Did.MOVED else ""
        yield f"{_SIGNS[row.did]} {words}{came}"
