"""No file outside the content is read, and nothing that may run is published."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from .tiny import LAW, WORK, head, publication

if TYPE_CHECKING:
    from .tiny import Built, Tiny

OUTSIDE = "b1m4t"
"""What stands in the files outside, and must stand nowhere in the site."""


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """Make a folder beside the content that holds one file of every kind."""
    folder = tmp_path / "outside"
    (folder / "attachments").mkdir(parents=True)
    (folder / "04-2024-qh15-mau").mkdir()
    text = f"---\ntitle: {OUTSIDE}\n---\n\n# {OUTSIDE}\n\n1. {OUTSIDE}\n"
    for name in ("bai.md", "2024-07-01.md", "trang.md", "c.md", "index.md"):
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "trang.md").write_text(text, encoding="utf-8")
    (folder / "x.csv").write_text(OUTSIDE, encoding="utf-8")
    (folder / "attachments/a.pdf").write_text(OUTSIDE, encoding="utf-8")
    work = WORK.replace("Luật Mẫu", OUTSIDE)
    (folder / "document.yml").write_text(work, encoding="utf-8")
    listed = f"- {{key: nguoi-dan, name: {OUTSIDE}}}\n"
    (folder / "audiences.yml").write_text(listed, encoding="utf-8")
    return folder


LINKS = {
    "hub page": ("trang.md", "trang.md"),
    "guide": ("huong-dan/trang.md", "trang.md"),
    "folder of guides": ("huong-dan", ""),
    "publication": ("hoi-dap/bai.md", "bai.md"),
    "folder of publications": ("hoi-dap", ""),
    "document": ("van-ban/luat/2024/04-2024-qh15-mau/document.yml", "document.yml"),
    "folder of a document": ("van-ban/luat/2024/04-2024-qh15-mau", ""),
    "folder of a year": ("van-ban/luat/2023", ""),
    "attachment": (f"{LAW}/attachments/a.pdf", "attachments/a.pdf"),
    "folder of attachments": (f"{LAW}/attachments", "attachments"),
    "attachment of publications": ("hoi-dap/attachments/a.pdf", "attachments/a.pdf"),
    "deep folder of attachments": (f"{LAW}/attachments/sau", "attachments"),
    "translation": (f"{LAW}/2024-07-01.en.md", "2024-07-01.md"),
    "closed list": ("_data/audiences.yml", "audiences.yml"),
    "locality": ("dia-phuong/01/00004.yml", "document.yml"),
    "folder of localities": ("dia-phuong/01", ""),
}


@pytest.mark.parametrize("name", LINKS)
def test_a_link_in_the_file_system_is_told_and_not_followed(
    tiny: Tiny, outside: Path, name: str
) -> None:
    place, target = LINKS[name]
    link = tiny.content / place
    link.parent.mkdir(parents=True, exist_ok=True)
    link.unlink(missing_ok=True)
    link.symlink_to(outside / target)
    assert link.exists()
    built = tiny.build("--keep-going")
    assert built.code == 1
    assert f"content/{place}:1:1: lỗi" in built.said
    assert "liên kết" in built.said
    _holds_nothing_from_outside(built)


def test_a_version_that_is_a_link_is_not_read(tiny: Tiny, outside: Path) -> None:
    text = tiny.content / LAW / "2024-07-01.md"
    text.unlink()
    text.symlink_to(outside / "2024-07-01.md")
    built = tiny.build("--keep-going")
    assert f"content/{LAW}/2024-07-01.md:1:1: lỗi META501: liên kết" in built.said
    _holds_nothing_from_outside(built)


@pytest.mark.parametrize("target", ["/etc/passwd", "../outside/x.csv"])
def test_a_register_that_is_a_link_is_not_read(
    tiny: Tiny, outside: Path, target: str
) -> None:
    assert (outside / "x.csv").exists()
    (tiny.content / "_data/register.csv").symlink_to(target)
    built = tiny.build("--keep-going")
    assert "_data/register.csv:1:1: lỗi" in built.said
    assert "root:x" not in built.said
    _holds_nothing_from_outside(built)


def test_a_chapter_cannot_lie_elsewhere(tiny: Tiny, outside: Path) -> None:
    assert OUTSIDE in (outside / "c.md").read_text(encoding="utf-8")
    book = head("so-tay-sach", kind="handbook")
    names = "[../../../outside/c.md, /etc/passwd, ..%2f..%2fc.md]"
    tiny.write({"so-tay/sach/handbook.yml": f"{book}chapters: {names}\n"})
    built = tiny.build("--keep-going")
    assert built.said.count("META106") == 3
    _holds_nothing_from_outside(built)


def test_a_picture_cannot_lie_elsewhere(tiny: Tiny, outside: Path) -> None:
    assert (outside / "attachments/a.pdf").exists()
    path = "../../../../../outside/attachments/a.pdf"
    text = f"---\ntitle: A\n---\n\n![a]({path})\n\n![b](attachments/../../a.png)\n"
    tiny.write({f"{LAW}/2024-07-01.md": text})
    tiny.write({"hoi-dap/bai.md": publication(f"![a]({path})")})
    built = tiny.build("--keep-going")
    for url in (f"{LAW}.html", "hoi-dap/bai.html"):
        assert f'src="{path}' not in built.page(url)
    _holds_nothing_from_outside(built)


def test_a_version_cannot_lie_elsewhere(tiny: Tiny) -> None:
    rows = WORK.replace("2024-07-01", "../../../../../outside/2024-07-01")
    tiny.write({f"{LAW}/document.yml": rows})
    built = tiny.build("--keep-going")
    assert "META104" in built.said
    _holds_nothing_from_outside(built)


@pytest.mark.parametrize(
    "name", ["a.html", "a.HTM", "a.svg", "a.js", "a.xhtml", "a.xml", "a.swf", "a.php"]
)
def test_what_may_run_is_not_published(tiny: Tiny, name: str) -> None:
    svg = "<svg xmlns='http://www.w3.org/2000/svg' onload='h4ck()'/>"
    places = [f"{LAW}/attachments/{name}", f"hoi-dap/attachments/{name}"]
    tiny.write(dict.fromkeys(places, svg))
    tiny.write({"hoi-dap/bai.md": publication("chữ")})
    built = tiny.build("--keep-going")
    for place in places:
        assert f"content/{place}:1:1: lỗi FILE010" in built.said
        assert not (built.site / place).exists()


@pytest.mark.parametrize("place", ["a.html", "huong-dan/a.html", "hoi-dap/a.html"])
def test_a_page_is_never_taken_as_it_stands(tiny: Tiny, place: str) -> None:
    tiny.write({place: "<script>h4ck()</script>", "la/trang.md": "# Lạ"})
    built = tiny.build("--keep-going")
    assert not (built.site / place).exists()
    assert not (built.site / "la/trang.html").exists()


def test_a_pipe_does_not_stop_the_build(tiny: Tiny) -> None:
    for place in ("_data/audiences.yml", "trang.md", "huong-dan/a.png"):
        path = tiny.content / place
        path.parent.mkdir(exist_ok=True)
        path.unlink(missing_ok=True)
        os.mkfifo(path)
    built = tiny.build("--keep-going")
    assert "audiences.yml:1:1: lỗi FILE002" in built.said
    assert "trang.md:1:1: lỗi META501: không phải tệp thường" in built.said


def test_a_template_of_ones_own_choice_is_refused(tiny: Tiny) -> None:
    text = "---\ntitle: A\ntemplate: ../../x.html\nhide: [toc]\n---\n\nchữ\n"
    tiny.write({"trang.md": text})
    built = tiny.build("--keep-going")
    assert "trang.md:3:11: lỗi META105: «../../x.html»" in built.said
    assert "trang.md:4:1: lỗi META101: không có trường «hide»" in built.said


BOMB = "".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]\n" for n in range(1, 12))


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ("title: !!python/object/apply:os.system [touch h4ck]\n", "META003"),
        ("title: !!python/name:os.system\n", "META003"),
        ("title: &a chữ\nsummary: *a\n", "META004"),
        (f"l0: &l0 h4ck\n{BOMB}title: *l11\n", "META004"),
        ("<<: {title: a}\n", "META005"),
        (f"title: {'[' * 5000}\n", "META008"),
        ('title: "h4ck\\u202Ekcah"\n', "META009"),
        ('title: "h4ck\\0"\n', "META009"),
        ('title: "h4ck\\e[2J"\n', "META009"),
    ],
)
@pytest.mark.parametrize("place", ["hoi-dap/bai.md", "trang.md"])
def test_yaml_is_taken_as_plain_text(
    tiny: Tiny, fields: str, code: str, place: str
) -> None:
    tiny.write({place: f"---\n{fields}---\n\nchữ\n"})
    built = tiny.build("--keep-going")
    assert built.code == 1
    assert f"lỗi {code}" in built.said
    assert "\x1b" not in built.said
    assert not Path("h4ck").exists()


def _holds_nothing_from_outside(built: Built) -> None:
    for path in built.site.rglob("*"):
        if path.is_file():
            assert OUTSIDE.encode() not in path.read_bytes(), path
        assert not path.is_symlink(), path
