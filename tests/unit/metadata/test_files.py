"""Reading and writing files."""

from __future__ import annotations

from pathlib import Path

import pytest

from bookcase.errors import MachineError
from bookcase.files import inside, read_text, walk, write_atomic


def test_line_ends_and_byte_order_marks_go(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"\xef\xbb\xbfm\xe1\xbb\x99t\r\nhai\rba")
    assert read_text(path).value == "một\nhai\nba"


def test_bytes_that_are_not_utf8_are_told_with_their_place(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"d\nab\xff")
    read = read_text(path, "a.md")
    assert read.value == "d\nab\ufffd"
    (found,) = read.diagnostics
    assert str(found.span) == "a.md:2:3"
    assert found.message == "tệp không phải UTF-8 (byte 0xFF)"


def test_a_missing_file_is_a_finding(tmp_path: Path) -> None:
    read = read_text(tmp_path / "a.md", "a.md")
    assert read.value == ""
    assert [one.code for one in read.diagnostics] == ["FILE002"]


def test_writing_makes_folders_and_leaves_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b.txt"
    write_atomic(path, b"1")
    write_atomic(path, b"2")
    assert path.read_bytes() == b"2"
    assert [one.name for one in path.parent.iterdir()] == ["b.txt"]


def test_a_machine_that_cannot_write_is_an_exception(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("not a folder", encoding="utf-8")
    with pytest.raises(MachineError, match="không ghi được"):
        write_atomic(tmp_path / "a" / "b.txt", b"")


def test_links_lead_outside_wherever_they_lead(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.md").touch()
    (tmp_path / "in" / "link").symlink_to(tmp_path / "in")
    root = tmp_path / "in"
    assert inside(root, Path("a.md"))
    assert inside(root, root / "new" / "b.md")
    assert not inside(root, Path("link/a.md"))
    assert not inside(root, Path("../other"))
    assert not inside(root, Path("/etc/passwd"))


def test_walking_passes_links_and_dot_files(tmp_path: Path) -> None:
    for name in ("b/c.md", "a.md", ".git/x", "b/.hidden"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "b" / "link.md").symlink_to(tmp_path / "a.md")
    (tmp_path / "z").symlink_to(tmp_path / "b")
    names = [one.relative_to(tmp_path).as_posix() for one in walk(tmp_path)]
    assert names == ["a.md", "b/c.md"]


def test_a_link_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("mật", encoding="utf-8")
    (tmp_path / "b.md").symlink_to(tmp_path / "a.md")
    read = read_text(tmp_path / "b.md", "b.md")
    assert read.value == ""
    assert [one.code for one in read.diagnostics] == ["FILE003"]
