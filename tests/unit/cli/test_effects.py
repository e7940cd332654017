"""``bookcase effects`` reads what an act does to others."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from bookcase.cli import main

NUMBER = "02/2024/QH15-MAU"
FOLDER = "van-ban/luat/2024/02-2024-qh15-mau"
RAW = """QUỐC HỘI

Luật số: 77/2026/QH16-MAU

LUẬT

SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA LUẬT AO LÀNG SỐ 11/2020/QH14-MAU

Điều 1. Sửa đổi, bổ sung một số điều của Luật Ao làng số 11/2020/QH14-MAU

1. Bãi bỏ khoản 2 Điều 5.

2. Sửa đổi tấm bảng lớn ở cổng như sau: “Bảng mới”.

Điều 2. Hiệu lực thi hành

Luật này có hiệu lực thi hành từ ngày 01 tháng 01 năm 2027.
"""


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    """Run the command; return its code and what it printed."""
    code = main(["effects", *words])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_rows_are_printed_as_effects_yml_has_them(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, out, err = run(capsys, NUMBER)
    assert (code, err) == (0, "")
    assert out.startswith("- by: d1.k1\n  on: mau-luat-01-2022-qh15-mau\n")
    assert "confidence: 1}" in out


def test_json_holds_the_words_and_how_sure_the_reading_is(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, out, _ = run(capsys, NUMBER, "--format", "json")
    first = json.loads(out)[0]
    assert code == 0
    assert first["by"] == "d1.k1"
    assert first["confidence"] == 1.0
    assert first["words"].startswith("Sửa đổi, bổ sung")


def test_a_raw_text_outside_the_bookcase_is_read_and_what_is_odd_is_told(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "luat.txt"
    path.write_text(RAW, encoding="utf-8")
    code, out, err = run(capsys, str(path), "--format", "json")
    [row] = json.loads(out)
    assert code == 1
    assert (row["on"], row["op"], row["at"]) == (
        "mau-luat-11-2020-qh14-mau",
        "repeal",
        ["d5.k2"],
    )
    assert row["effective"] == [{"from": "2027-01-01"}]
    assert "AMEND001: không đọc chắc được câu: Sửa đổi tấm bảng lớn" in err


def test_only_an_act_of_the_bookcase_is_written(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "luat.txt"
    path.write_text(RAW, encoding="utf-8")
    code, _, err = run(capsys, str(path), "--write")
    assert code == 1
    assert "ACT003: chỉ ghi được effects.yml của văn bản trong tủ sách" in err


def test_an_act_that_is_nowhere_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "99/2099/QH99")
    assert (code, out) == (1, "")
    assert "99/2099/QH99" in err


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return a bookcase of the two laws that the act joins."""
    copy = tmp_path / "content"
    shutil.copytree("content/_data", copy / "_data")
    for folder in (FOLDER, "van-ban/luat/2022/01-2022-qh15-mau"):
        shutil.copytree(Path("content") / folder, copy / folder)
    return copy


def test_what_is_written_is_read_again_and_nothing_changes(
    capsys: pytest.CaptureFixture[str], content: Path
) -> None:
    path = content / FOLDER / "effects.yml"
    path.unlink()
    code, _, err = run(capsys, NUMBER, "--write", "--content", str(content))
    first = path.read_text("utf-8")
    assert code == 0
    assert f"vào {FOLDER}/effects.yml" in err
    assert first.startswith("# yaml-language-server: $schema=../../../../")
    code, _, err = run(capsys, NUMBER, "--write", "--content", str(content))
    assert (code, err) == (0, "")
    assert path.read_text("utf-8") == first


def test_a_row_by_hand_is_never_overwritten(
    capsys: pytest.CaptureFixture[str], content: Path
) -> None:
    path = content / FOLDER / "effects.yml"
    path.unlink()
    run(capsys, NUMBER, "--write", "--content", str(content))
    row = path.read_text("utf-8").split("- by: ")[1]
    hand = row.partition("  read:")[0].replace("{from: 2024", "{from: 2025")
    path.write_text(f"- by: {hand}  by_hand: true\n", "utf-8")
    code, _, err = run(capsys, NUMBER, "--write", "--content", str(content))
    assert code == 1
    assert "AMEND007" in err
    assert "from: 2025" in path.read_text("utf-8").split("- by: ")[1]


def test_a_row_that_was_mended_without_a_mark_is_told_when_it_is_replaced(
    capsys: pytest.CaptureFixture[str], content: Path
) -> None:
    path = content / FOLDER / "effects.yml"
    path.unlink()
    words = (NUMBER, "--write", "--content", str(content))
    run(capsys, *words)
    path.write_text(path.read_text("utf-8").replace("[d7.k2.c]", "[d7.k2.d]"), "utf-8")

    code, _, err = run(capsys, *words)

    assert code == 1
    assert "AMEND008: dòng cũ (by: d1.k3, at: [d7.k2.d], op: replace)" in err
    assert run(capsys, *words) == (0, "", "")


def test_a_file_with_a_fault_keeps_all_that_was_written_in_it(
    capsys: pytest.CaptureFixture[str], content: Path
) -> None:
    path = content / FOLDER / "effects.yml"
    path.write_text(path.read_text("utf-8") + "- {by: d1, on: [\n", "utf-8")
    before = path.read_text("utf-8")

    code, _, err = run(capsys, NUMBER, "--write", "--content", str(content))

    assert code == 1
    assert "META001" in err
    assert "đã ghi" not in err
    assert path.read_text("utf-8") == before
