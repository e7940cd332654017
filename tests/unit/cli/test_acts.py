"""An act named on the command line is found by id, number, folder or file."""

from datetime import date
from pathlib import Path

import pytest

from bookcase.cli.acts import file_act, held_act, held_work
from bookcase.content.loading import load
from bookcase.legal.words import text_of
from bookcase.model.library import Library

CONTENT = Path("content")
FOLDER = "van-ban/luat/2022/01-2022-qh15-mau"
ID = "mau-luat-01-2022-qh15-mau"


@pytest.fixture(scope="module")
def library() -> Library:
    return load(CONTENT).value


@pytest.mark.parametrize(
    "name",
    [
        ID,
        "01/2022/QH15-MAU",
        f"content/{FOLDER}",
        f"content/{FOLDER}/",
        f"content/{FOLDER}/document.yml",
        f"content/{FOLDER}/2022-10-01.md",
        FOLDER,
    ],
)
def test_a_work_is_found_by_each_of_its_names(library: Library, name: str) -> None:
    work = held_work(library, name)
    assert work is not None
    assert work.id == ID


def test_nothing_is_found_by_a_name_that_nothing_bears(library: Library) -> None:
    assert held_work(library, "luat-0-0000-qh0") is None


def test_the_text_is_as_enacted_or_that_of_a_day(library: Library) -> None:
    work = held_work(library, ID)
    assert work is not None
    enacted = held_act(CONTENT, work).value
    later = held_act(CONTENT, work, date(2026, 6, 1)).value
    assert enacted is not None
    assert later is not None
    assert enacted.path.endswith("2022-10-01.md")
    assert later.path.endswith("2026-01-01.md")


def test_a_raw_text_is_taken_in_as_import_would(
    library: Library, tmp_path: Path
) -> None:
    file = tmp_path / "a.txt"
    file.write_text(
        "CHÍNH PHỦ\nSố: 5/2024/NĐ-CP\nHà Nội, ngày 02 tháng 3 năm 2024\nNGHỊ ĐỊNH\n"
        "Sửa đổi\nĐiều 1. Sửa đổi khoản 1 như sau:\n“1. Chữ mới.”.\n"
        "Điều 2. Hiệu lực\nNghị định này có hiệu lực từ ngày 01 tháng 5 năm 2024.\n",
        encoding="utf-8",
    )
    act = file_act(file, library.lists).value
    assert act is not None
    assert act.work.id == "nghi-dinh-5-2024-nd-cp"
    assert "“1. Chữ mới.”." in text_of(act.text)


def test_a_file_in_our_own_syntax_keeps_its_structure(
    library: Library, tmp_path: Path
) -> None:
    file = tmp_path / "a.md"
    file.write_text("---\ntitle: Thử\n---\n###### Điều 1. Một\n\n1. Hai.\n", "utf-8")
    act = file_act(file, library.lists).value
    assert act is not None
    assert act.text.blocks[0].line == 4


def test_a_missing_file_is_told(library: Library, tmp_path: Path) -> None:
    result = file_act(tmp_path / "no.txt", library.lists)
    assert result.value is None
    assert [one.code for one in result.diagnostics] == ["ACT001"]
