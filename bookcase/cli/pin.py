"""``bookcase pin``: write the fingerprints of what publications rest on."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bookcase.cli.common import a_day, add_content, report_findings, say, tell
from bookcase.content.loading import load
from bookcase.diagnostics import Diagnostic, Span
from bookcase.files import read_text, write_atomic
from bookcase.history.aims import Aimed, aims
from bookcase.history.rests import Judges
from bookcase.metadata.pins import Pinning, pinned
from bookcase.rules import stale

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator
    from pathlib import Path

    from bookcase.history.aims import Aim
    from bookcase.model.library import Library
    from bookcase.model.publication import Basis, Publication

NAME = "pin"
HELP = "ghim căn cứ của các bài vào lời văn của ngày hôm nay"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own arguments."""
    add_content(parser)
    parser.add_argument(
        "paths",
        nargs="*",
        metavar="ĐƯỜNG_DẪN",
        help="ghim lại các bài này, sau khi đã đọc lại; không có thì chỉ ghim căn cứ"
        " chưa ghim",
    )
    parser.add_argument(
        "--as-of",
        type=a_day,
        metavar="NGÀY",
        help="ghim vào lời văn của ngày này (YYYY-MM-DD; mặc định: hôm nay)",
    )
    parser.add_argument("--dry-run", action="store_true", help="chỉ in những gì sẽ ghi")


def run(args: argparse.Namespace) -> int:
    """Pin and print what was pinned; 1 when something could not be."""
    day = args.as_of or date.today()  # noqa: DTZ011 a day, not a moment
    library = load(args.content).value
    named = tuple(path.removeprefix(f"{args.content}/") for path in args.paths)
    if named and (strange := _strange(named, library)):
        return report_findings(strange, "text", str(args.content))
    judges = Judges(args.content, library, day)
    found: list[Diagnostic] = []
    done = 0
    for publication, rows in aims(library, day):
        if named and not publication.path.startswith(named):
            continue
        todo = [row for row in rows if named or not row[0].pin]
        pinnings = [*_pinnings(publication, todo, judges, day, found)]
        done += _write(args, publication, pinnings, found)
    quiet = [one for one in found if one.level == "info" and not named]
    code = report_findings(
        (one for one in found if one not in quiet), "text", str(args.content)
    )
    left = f"; {len(quiet)} căn cứ chưa có văn bản để đối chiếu" if quiet else ""
    tell(f"{'Sẽ ghim' if args.dry_run else 'Đã ghim'} {done} căn cứ{left}.")
    return code


def _strange(named: tuple[str, ...], library: Library) -> list[Diagnostic]:
    paths = [one.path for one in library.publications]
    return [
        Diagnostic(Span(name), "PIN007", "không có bài nào ở đường dẫn này")
        for name in named
        if not any(path.startswith(name) for path in paths)
    ]


def _pinnings(
    publication: Publication,
    rows: list[tuple[Basis, Aim]],
    judges: Judges,
    day: date,
    found: list[Diagnostic],
) -> Iterator[Pinning]:
    """Yield what to write; what cannot be pinned is told."""
    for basis, aim in rows:
        span = Span(publication.path, basis.line)
        if told := stale.unclear(basis.cite, aim, span):
            found += told
        elif aim.aimed is Aimed.NOT_HELD:
            what = f"căn cứ «{basis.cite}» chưa có văn bản để đối chiếu"
            found.append(Diagnostic(span, "PIN008", what, "info"))
        elif pin := judges.pin(aim):
            if pin != basis.pin or basis.written_on is None:
                say(f"{span}: {basis.cite} → {aim.work} {' '.join(aim.units)} {pin}")
                yield Pinning(basis, pin, day)
        else:
            found.append(stale.never(basis, aim, span))


def _write(
    args: argparse.Namespace,
    publication: Publication,
    pinnings: list[Pinning],
    found: list[Diagnostic],
) -> int:
    if not pinnings:
        return 0
    path: Path = args.content / publication.path
    text, missed = pinned(read_text(path).value, pinnings)
    for basis in missed:
        what = f"căn cứ «{basis.cite}» không đứng gọn trên một dòng nên không ghim được"
        hint = "viết «- căn cứ» hoặc «basis: căn cứ» trên một dòng riêng"
        found.append(
            Diagnostic(Span(publication.path, basis.line), "PIN009", what, hint=hint)
        )
    if not args.dry_run:
        write_atomic(path, text.encode())
    return len(pinnings) - len(missed)
