"""``bookcase check``: what it prints, what it mends."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from bookcase.cli import main
from tests.shared import ROOT

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Make a content folder of the lists and one specimen act."""
    folder = tmp_path / "content"
    source = ROOT / "content"
    shutil.copytree(source / "_data", folder / "_data")
    act = "van-ban/luat/2022/01-2022-qh15-mau"
    shutil.copytree(source / act, folder / act)
    return folder


def test_letters_are_mended_and_what_was_mended_is_named(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = content / "van-ban/luat/2022/01-2022-qh15-mau/2022-10-01.md"
    good = text.read_text(encoding="utf-8")
    bad = good.replace("Điều 1.", "\u00d0iều\u00ad 1.").replace(
        "vườn", "vu\u031bo\u031b\u0300n"
    )
    text.write_text(bad, encoding="utf-8")
    main(["check", "--content", str(content), "--fix"])
    assert text.read_text(encoding="utf-8") == good
    assert "Đã sửa: van-ban/luat/2022/01-2022-qh15-mau/2022-10-01.md" in (
        capsys.readouterr().err
    )


def test_without_the_switch_nothing_is_written(content: Path) -> None:
    text = content / "van-ban/luat/2022/01-2022-qh15-mau/2022-10-01.md"
    bad = text.read_text(encoding="utf-8") + "\u00d0\n"
    text.write_text(bad, encoding="utf-8")
    main(["check", "--content", str(content)])
    assert text.read_text(encoding="utf-8") == bad


def test_findings_may_be_asked_for_one_file(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = content / "van-ban/luat/2022/01-2022-qh15-mau/2022-10-01.md"
    text.write_text(text.read_text(encoding="utf-8") + "[^9]\n", encoding="utf-8")
    code = main(["check", "--content", str(content), "--format", "github", str(text)])
    said = capsys.readouterr().err
    assert code == 1
    assert "title=LAW103" in said
    assert all("2022-10-01.md" in line for line in said.splitlines())


def test_the_starter_content_has_no_error() -> None:
    assert main(["check", "--content", str(ROOT / "content")]) == 0


def test_a_path_that_is_not_there_does_not_pass_for_a_clean_file(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["check", "--content", str(content)]
    act = "van-ban/luat/2022/01-2022-qh15-mau"

    assert main([*words, "van-ban/luat/2022/01"]) == 2
    assert "không có tệp hay thư mục «van-ban/luat/2022/01»" in capsys.readouterr().err
    assert main([*words, str(content.parent)]) == 2
    for path in (act, f"{act}/", str(content / act / "2022-10-01.md"), str(content)):
        assert main([*words, path]) == 0


def test_one_file_is_not_taken_for_others_whose_names_begin_alike(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    act = content / "van-ban/luat/2022/01-2022-qh15-mau"
    shutil.copy(act / "document.yml", act / "document.yml.cu")
    words = ["check", "--content", str(content)]

    main([*words, str(act / "document.yml")])
    one = capsys.readouterr().err
    main([*words, str(act)])

    assert "document.yml.cu" not in one
    assert "document.yml.cu" in capsys.readouterr().err


def test_a_day_in_another_form_is_told_with_a_cure(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        main(["check", "--content", str(content), "--as-of", "01/07/2026"])

    assert end.value.code == 2
    said = "«01/07/2026» không phải một ngày viết theo YYYY-MM-DD, ví dụ 2026-07-01"
    assert said in capsys.readouterr().err
