"""``bookcase new``: a file or folder from the templates in ``content/_templates``."""

from __future__ import annotations

from dataclasses import dataclass
from string import Template
from typing import TYPE_CHECKING

from bookcase.cli.common import a_day, add_content, say
from bookcase.errors import UsageError
from bookcase.files import inside, write_atomic
from bookcase.metadata.lists import read_lists
from bookcase.model.ids import slug, work_folder, work_tail
from bookcase.model.publication import FOLDERS, PublicationKind

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

NAME = "new"
HELP = "tạo tệp mới từ mẫu"

_OWN = {
    PublicationKind.LEAFLET: "leaflet.md",
    PublicationKind.QUIZ: "quiz.yml",
    PublicationKind.HANDBOOK: "handbook.yml",
    PublicationKind.COURSE: "course.yml",
    PublicationKind.MEDIA: "media.yml",
}


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file to write: where, below the content folder, and from which template."""

    path: str
    template: str


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own arguments."""
    add_content(parser)
    kinds = ["van-ban", "dia-phuong", *FOLDERS]
    parser.add_argument("kind", choices=kinds, metavar="LOẠI", help=", ".join(kinds))
    parser.add_argument("title", metavar="TÊN", help="tên văn bản, tên bài, hoặc mã xã")
    parser.add_argument(
        "--number", default="", metavar="SỐ", help="số, ký hiệu văn bản"
    )
    parser.add_argument("--type", default="luat", metavar="LOẠI", help="loại văn bản")
    parser.add_argument(
        "--from",
        dest="start",
        type=a_day,
        metavar="NGÀY",
        help="ngày văn bản có hiệu lực, viết 2026-07-01",
    )
    parser.add_argument("--province", default="", metavar="MÃ", help="mã tỉnh của xã")


def run(args: argparse.Namespace) -> int:
    """Write the files and print their paths; never over what is there."""
    files, words = plan(args)
    for file in files:
        target = args.content / file.path
        if target.exists() or not inside(args.content, target):
            msg = f"{target} đã có hoặc nằm ngoài thư mục nội dung; không ghi đè"
            raise UsageError(msg)
    for file in files:
        write_atomic(args.content / file.path, _filled(args.content, file, words))
        say(str(args.content / file.path))
    return 0


def plan(args: argparse.Namespace) -> tuple[tuple[NewFile, ...], dict[str, str]]:
    """Return the files to write and the words for their templates."""
    if args.kind == "van-ban":
        return _work(args)
    if args.kind == "dia-phuong":
        path = f"dia-phuong/{args.province or 'MA-TINH'}/{args.title}.yml"
        return (NewFile(path, "locality.yml"),), {"code": args.title}
    return _publication(args)


def _work(args: argparse.Namespace) -> tuple[tuple[NewFile, ...], dict[str, str]]:
    types = read_lists(args.content / "_data").value.types
    if types and args.type not in types:
        msg = f"không có loại văn bản «{args.type}»; các loại: {', '.join(types)}"
        raise UsageError(msg)
    tail = work_tail(args.number, args.start)
    folder = work_folder(args.type, args.number, args.start, tail)
    stem = args.start.isoformat() if args.start else "goc"
    words = {
        "type": args.type,
        "tail": tail,
        "number": args.number,
        "title": args.title,
        "from": args.start.isoformat() if args.start else "null",
    }
    files = (
        NewFile(f"{folder}/document.yml", "document.yml"),
        NewFile(f"{folder}/{stem}.md", "version.md"),
    )
    return files, words


def _publication(
    args: argparse.Namespace,
) -> tuple[tuple[NewFile, ...], dict[str, str]]:
    kind, name = FOLDERS[args.kind], slug(args.title)
    template = _OWN.get(kind, "publication.md")
    words = {
        "folder": args.kind,
        "name": name,
        "kind": kind.value,
        "title": args.title,
    }
    if kind is PublicationKind.HANDBOOK:
        folder = f"{args.kind}/{name}"
        return (
            NewFile(f"{folder}/handbook.yml", template),
            NewFile(f"{folder}/chuong-1.md", "chapter.md"),
        ), words
    ending = template.rpartition(".")[2]
    return (NewFile(f"{args.kind}/{name}.{ending}", template),), words


def _filled(content: Path, file: NewFile, words: dict[str, str]) -> bytes:
    try:
        source = (content / "_templates" / file.template).read_text(encoding="utf-8")
    except OSError as error:
        msg = f"không đọc được mẫu {file.template}: {error.strerror}"
        raise UsageError(msg) from error
    return Template(source).substitute(words).encode()
