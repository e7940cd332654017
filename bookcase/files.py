"""Reading and writing files: text in UTF-8, whole or not at all, inside one folder.

Links in the file system are never followed: what a link leads to may lie anywhere.
"""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from bookcase.diagnostics import Diagnostic, Result, Span
from bookcase.errors import MachineError

if TYPE_CHECKING:
    from collections.abc import Iterator

BOM = "\ufeff"
_REASONS = {
    errno.ENOENT: "không có tệp này",
    errno.EACCES: "không có quyền đọc",
    errno.EIO: "ổ đĩa báo lỗi",
}


def read_text(path: Path, shown: str = "") -> Result[str]:
    """Read a text file; line ends become LF, a byte order mark goes.

    Args:
        path: The file.
        shown: How diagnostics name the file; its path when empty.

    Finds:
        FILE001: the file is not UTF-8; the bytes that are not become U+FFFD.
        FILE002: the file cannot be read at all; the text is empty.
        FILE003: the file is a link; it is not followed, the text is empty.
    """
    name = shown or path.as_posix()
    try:
        mode = path.lstat().st_mode
        if stat.S_ISLNK(mode):
            return Result("", (_link(name),))
        data = _bytes(path, mode)
    except OSError as error:
        return Result("", (_unreadable(name, error),))
    try:
        text, found = data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        text = data.decode("utf-8", "replace")
        return Result(_clean(text), (_not_utf8(name, data, error.start),))
    return Result(_clean(text), found)


def _bytes(path: Path, mode: int) -> bytes:
    """Read a file; a pipe or device, whose reading might never end, is an error."""
    if not stat.S_ISREG(mode):
        raise OSError(errno.EINVAL, "không phải tệp thường")
    return path.read_bytes()


def write_atomic(path: Path, data: bytes) -> None:
    """Write a file so that a reader sees the old bytes or the new, never half.

    Raises:
        MachineError: The file cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(name).chmod(0o644)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        message = f"không ghi được {path}: {error.strerror}"
        raise MachineError(message) from error


def inside(root: Path, path: Path) -> bool:
    """Tell whether a path stays below the root with no link on the way.

    Args:
        root: The folder.
        path: Absolute, or relative to the root; need not exist.
    """
    # Asked for every file of the content: plain strings, for Path is ten times slower.
    # normpath(), because resolve() would follow links.
    base = os.path.normpath(os.path.join(os.getcwd(), root))  # noqa: PTH109, PTH118
    step = os.path.normpath(os.path.join(base, path))  # noqa: PTH118
    if step != base and not step.startswith(base.rstrip(os.sep) + os.sep):
        return False
    while len(step) > len(base):
        if os.path.islink(step):  # noqa: PTH114
            return False
        step = os.path.dirname(step)  # noqa: PTH120
    return True


def walk(root: Path) -> Iterator[Path]:
    """Yield the regular files below a folder, sorted; no links, no dot files."""
    for entry in entries(root):
        path = Path(entry.path)
        if entry.is_symlink():
            continue
        if entry.is_dir():
            yield from walk(path)
        elif entry.is_file():
            yield path


def entries(folder: Path) -> tuple[os.DirEntry[str], ...]:
    """List a folder sorted by name, links included, dot files not.

    A folder that is missing has no entries.
    """
    try:
        with os.scandir(folder) as listed:
            names = [entry for entry in listed if not entry.name.startswith(".")]
    except FileNotFoundError:
        return ()
    return tuple(sorted(names, key=lambda entry: entry.name))


def _clean(text: str) -> str:
    text = text.removeprefix(BOM)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text


def _unreadable(name: str, error: OSError) -> Diagnostic:
    return Diagnostic(
        Span(name),
        "FILE002",
        f"không đọc được tệp: {_REASONS.get(error.errno or 0, error.strerror)}",
        hint="kiểm tra tên tệp và quyền đọc",
    )


def _link(name: str) -> Diagnostic:
    what = "tệp là liên kết (symlink); không đọc"
    return Diagnostic(Span(name), "FILE003", what, hint="chép hẳn tệp vào đây")


def _not_utf8(name: str, data: bytes, start: int) -> Diagnostic:
    before = data[:start]
    line = before.count(b"\n") + 1
    tail = before.rpartition(b"\n")[2].decode("utf-8", "replace")
    return Diagnostic(
        Span(name, line, len(tail) + 1),
        "FILE001",
        f"tệp không phải UTF-8 (byte 0x{data[start]:02X})",
        hint="lưu lại tệp với bảng mã UTF-8",
    )
