"""New files from the templates: what an editor starts with must be readable."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from bookcase.cli import main
from bookcase.content.loading import load
from bookcase.legal.parser import parse
from bookcase.metadata.frontmatter import split
from tests.shared import ROOT

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Make a content folder with the templates and lists only."""
    folder = tmp_path / "content"
    folder.mkdir()
    for name in ("_templates", "_data", "_schema"):
        shutil.copytree(ROOT / "content" / name, folder / name)
    return folder


def new(content: Path, *words: str) -> int:
    """Run ``bookcase new``."""
    return main(["new", "--content", str(content), *words])


def test_a_new_act_has_its_folder_its_id_and_a_text(content: Path) -> None:
    code = new(
        content,
        "van-ban",
        "Luật Ví dụ",
        "--number",
        "01/2026/QH16",
        "--from",
        "2027-01-01",
    )
    assert code == 0
    folder = content / "van-ban" / "luat" / "2026" / "01-2026-qh16"
    text = (folder / "2027-01-01.md").read_text(encoding="utf-8")
    assert parse(split(text, "x").value.body).diagnostics == ()
    (work,) = load(content).value.works
    assert (work.id, work.title) == ("luat-01-2026-qh16", "Luật Ví dụ")


@pytest.mark.parametrize(
    ("kind", "file"),
    [
        ("hoi-dap", "hoi-dap/vi-du.md"),
        ("to-gap", "to-gap/vi-du.md"),
        ("trac-nghiem", "trac-nghiem/vi-du.yml"),
        ("so-tay", "so-tay/vi-du/handbook.yml"),
        ("khoa-hoc", "khoa-hoc/vi-du.yml"),
        ("da-phuong-tien", "da-phuong-tien/vi-du.yml"),
    ],
)
def test_a_new_publication_is_read_as_its_kind(
    content: Path, kind: str, file: str
) -> None:
    assert new(content, kind, "Ví dụ") == 0
    text = (content / file).read_text(encoding="utf-8")
    schema = next(line for line in text.split("\n") if "$schema=" in line)
    target = schema.partition("$schema=")[2]
    assert (content / file).parent.joinpath(target).resolve().is_file()
    (made,) = load(content).value.publications
    assert made.id == f"{kind}-vi-du"


def test_nothing_is_written_over(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new(content, "hoi-dap", "Ví dụ") == 0
    assert new(content, "hoi-dap", "Ví dụ") == 2
    assert "không ghi đè" in capsys.readouterr().err


def test_a_name_cannot_leave_the_content_folder(content: Path) -> None:
    assert new(content, "dia-phuong", "../../../ngoai", "--province", "01") == 2
    assert not (content.parent.parent / "ngoai.yml").exists()


def test_what_a_template_leaves_open_is_told_until_it_is_filled(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new(content, "hoi-dap", "Ví dụ") == 0
    main(["check", "--content", str(content), "--format", "github"])
    said = capsys.readouterr().err
    assert "trường summary chưa được điền" in said
    assert "căn cứ chưa được điền" in said
    assert "dòng này của mẫu chưa được điền" in said


def test_a_picture_that_is_not_there_is_told(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new(content, "hoi-dap", "Ví dụ") == 0
    text = content / "hoi-dap" / "vi-du.md"
    text.write_text(
        text.read_text(encoding="utf-8") + "\n![Sơ đồ](so-do.png)\n", encoding="utf-8"
    )
    assert main(["check", "--content", str(content)]) == 1
    assert "không có tệp hình «so-do.png»" in capsys.readouterr().err
    (content / "hoi-dap" / "so-do.png").write_bytes(b"x")
    main(["check", "--content", str(content)])
    assert "so-do.png" not in capsys.readouterr().err


def test_a_type_that_is_not_in_the_list_makes_no_folder(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("van-ban", "Ví dụ", "--number", "1/2026/NĐ-CP", "--type", "nghidinh")

    assert new(content, *words) == 2
    err = capsys.readouterr().err
    assert "không có loại văn bản «nghidinh»; các loại: " in err
    assert "nghi-dinh" in err
    assert not (content / "van-ban").exists()
