"""Publish what lies beside texts: pictures and documents, nothing that runs."""

from __future__ import annotations

import shutil
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from bookcase.content.folder import is_picture
from bookcase.diagnostics import Diagnostic, Span
from bookcase.files import entries, inside, walk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

FOLDER = "attachments"
PUBLISHED = frozenset(
    [
        ".png",
        ".jpg",
        ".jpeg",
        ".gif",
        ".webp",
        ".pdf",
        ".doc",
        ".docx",
        ".xls",
        ".xlsx",
        ".odt",
        ".ods",
        ".txt",
        ".csv",
        ".zip",
        ".mp3",
        ".mp4",
        ".webm",
        ".ogg",
        ".vtt",
        ".p7s",
    ]
)


def copy(content: Path, site: Path, folders: Iterable[str]) -> Iterator[Diagnostic]:
    """Copy the attachments of the folders; yield a finding for each one refused.

    Finds:
        FILE010: a kind of file that is not published, such as SVG or HTML, which may
            carry scripts.
        FILE011: a link in the file system.
    """
    for folder in folders:
        source = content / folder / FOLDER
        if source.is_symlink():
            yield _link(f"{folder}/{FOLDER}")
            continue
        if source.is_dir():
            yield from _copy(content, site, source)


def copy_pictures(
    content: Path, site: Path, folders: Iterable[str]
) -> Iterator[Diagnostic]:
    """Copy the pictures that lie in the folders themselves, beside the texts.

    Finds:
        FILE010: a picture that may carry scripts (SVG).
    """
    for folder in folders:
        for entry in entries(content / folder):
            name = PurePosixPath(folder, entry.name)
            if not entry.is_file(follow_symlinks=False) or not is_picture(name.name):
                continue
            if name.suffix.lower() not in PUBLISHED:
                yield _refused(str(name), name.suffix)
                continue
            target = site / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(entry.path, target)


def _copy(content: Path, site: Path, source: Path) -> Iterator[Diagnostic]:
    for entry in sorted(source.rglob("*")):
        if entry.is_symlink():
            yield _link(entry.relative_to(content).as_posix())
    for path in walk(source):
        name = path.relative_to(content)
        if not inside(content, path):
            yield _link(name.as_posix())
        elif path.suffix.lower() in PUBLISHED:
            target = site / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
        else:
            yield _refused(name.as_posix(), path.suffix)


def _refused(path: str, suffix: str) -> Diagnostic:
    return Diagnostic(
        Span(path),
        "FILE010",
        f"không công bố tệp đính kèm loại «{suffix or 'không đuôi'}»",
        hint="dùng PNG, JPEG, WebP cho hình; PDF, DOCX, XLSX cho tài liệu",
    )


def _link(path: str) -> Diagnostic:
    return Diagnostic(
        Span(path),
        "FILE011",
        "liên kết tệp (symlink) không được công bố",
        hint="chép tệp thật vào thư mục attachments",
    )
