"""Looking into folders: what may be there, and a word for whatever may not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bookcase.diagnostics import Diagnostic, Span
from bookcase.files import entries, inside, read_text

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator
    from pathlib import Path

    from bookcase.diagnostics import Level, Result

PICTURES = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")
ATTACHMENTS = "attachments"


@dataclass(frozen=True, slots=True)
class Folder:
    """What a folder of the content holds, by name, sorted; links are in neither."""

    files: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()


def look(root: Path, path: str, found: list[Diagnostic]) -> Folder:
    """List a folder; one that is itself a link is empty: its parent told of it.

    Args:
        root: The content folder.
        path: The folder, relative to it; empty for itself.
        found: Takes what is wrong.

    Finds:
        META501: a link, or something that is neither file nor folder; never followed.
    """
    files: list[str] = []
    folders: list[str] = []
    if path and (root / path).is_symlink():
        return Folder()
    for entry in entries(root / path):
        if entry.is_symlink() or not (entry.is_dir() or entry.is_file()):
            found.append(_refused(join(path, entry.name), entry))
        elif entry.is_dir():
            folders.append(entry.name)
        else:
            files.append(entry.name)
    return Folder(tuple(files), tuple(folders))


def text(root: Path, path: str) -> Result[str]:
    """Read a file of the content; diagnostics name it by its path in the content."""
    return read_text(root / path, path)


def spot(root: Path, path: str, words: str) -> Span:
    """Find where words stand in a file, to be pointed at; its start when nowhere."""
    if leaves(root, path) is None:
        for number, line in enumerate(text(root, path).value.split("\n"), 1):
            found = re.search(rf"(?<![\w-]){re.escape(words)}(?![\w-])", line)
            if found and not line.lstrip().startswith(("id:", "#")):
                return Span(path, number, found.start() + 1)
    return Span(path)


def look_below(root: Path, path: str, found: list[Diagnostic]) -> Iterator[str]:
    """Yield every file below a folder; report every link."""
    here = look(root, path, found)
    for name in here.files:
        yield join(path, name)
    for name in here.folders:
        yield from look_below(root, join(path, name), found)


def unknown(path: str, hint: str, level: Level = "error") -> Diagnostic:
    """Make the diagnostic META504: something that has no business there."""
    what = "không rõ tệp hoặc thư mục này để làm gì; nó không được đọc"
    return Diagnostic(Span(path), "META504", what, level, hint)


def leaves(root: Path, path: str) -> Diagnostic | None:
    """Refuse a path that leaves the content or goes through a link (META501)."""
    if inside(root, root / path):
        return None
    what = "đường dẫn ra ngoài thư mục nội dung hoặc qua liên kết; không đọc"
    return Diagnostic(Span(path), "META501", what, hint="chép hẳn tệp vào đây")


def join(folder: str, name: str) -> str:
    """Join a relative folder, perhaps empty, and a name."""
    return f"{folder}/{name}" if folder else name


def is_picture(name: str) -> bool:
    """Tell whether a file is a picture by its ending."""
    return name.lower().endswith(PICTURES)


def _refused(path: str, entry: os.DirEntry[str]) -> Diagnostic:
    link = entry.is_symlink()
    what = "liên kết (symlink)" if link else "không phải tệp thường"
    hint = "chép hẳn tệp vào đây thay cho liên kết" if link else "xóa nó"
    return Diagnostic(Span(path), "META501", f"{what}; không đọc", hint=hint)
