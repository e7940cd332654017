"""``bookcase leaflets`` on the starter content."""

from __future__ import annotations

import io
import shutil
from typing import TYPE_CHECKING

import pytest

from bookcase.cli import main
from bookcase.cli.counting import Counting
from tests.shared import ROOT
from tests.unit.leaflets.pdftext import text_of

if TYPE_CHECKING:
    from pathlib import Path

BIRTH, LAND = "to-gap-dang-ky-khai-sinh", "to-gap-giay-chung-nhan-dat-dai"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    return Run(capsys, tmp_path)


class Run:
    """Runs the command on the day of the starter content."""

    def __init__(self, capsys: pytest.CaptureFixture[str], folder: Path) -> None:
        """Write below a folder."""
        self._capsys, self.out = capsys, folder / "out"
        self._where = ("--out", str(self.out), "--cache", str(folder / "cache"))

    def __call__(self, *said: str, host: str = "tusach.example.vn") -> tuple[int, str]:
        """Return the exit code and what was told, without progress."""
        words = [*said, *self._where, "--jobs", "1", "--as-of", "2026-11-24"]
        code = main(["leaflets", *words, "--host", host])
        told = self._capsys.readouterr()
        assert told.out == ""
        lines = told.err.splitlines()
        return code, "\n".join(line for line in lines if not line.startswith("…"))

    def files(self) -> list[str]:
        """Return what was written."""
        held = self.out.rglob("*.pdf")
        return sorted(path.relative_to(self.out).as_posix() for path in held)


def test_a_commune_gets_all_leaflets(run: Run) -> None:
    code, told = run("--commune", "01321")
    assert code == 0
    assert told.startswith("✓ 6 tờ gấp: in 6 (0,4 MB), giữ nguyên 0.")
    assert run.files() == [
        "04/01321/bao-luc-gia-dinh.pdf",
        "04/01321/dang-ky-khai-sinh.pdf",
        "04/01321/giay-chung-nhan-dat-dai.pdf",
        "04/01321/hop-dong-lao-dong.pdf",
        "04/01321/nong-do-con-khi-lai-xe.pdf",
        "04/01321/tro-giup-phap-ly.pdf",
    ]
    text = text_of((run.out / run.files()[1]).read_bytes()).replace("\u00a0", " ")
    assert "Xã Bảo Lạc" in text


def test_a_second_time_nothing_is_made(run: Run) -> None:
    run("--commune", "01321", "--title", BIRTH)
    code, told = run("--commune", "01321", "--title", BIRTH)
    assert (code, told.splitlines()[0]) == (
        0,
        "✓ 1 tờ gấp: in 0 (0,0 MB), giữ nguyên 1.",
    )


def test_communes_and_provinces_add_up(run: Run) -> None:
    code, told = run("--province", "04", "--commune", "00008", "--title", BIRTH)
    assert code == 0
    assert told.startswith("✓ 57 tờ gấp: in 57 ")
    assert {name[:3] for name in run.files()} == {"01/", "04/"}


def test_what_is_unknown_is_told_and_the_rest_is_printed(run: Run) -> None:
    code, told = run(
        *("--commune", "99999", "01321"),
        *("--province", "97"),
        *("--title", "to-gap-khai-sinh", "quyen-nao-do", BIRTH),
    )
    assert code == 1
    assert run.files() == ["04/01321/dang-ky-khai-sinh.pdf"]
    lines = [line for line in told.splitlines() if "LEAF" in line]
    assert [line.removeprefix("bookcase leaflets:1:1: lỗi ") for line in lines] == [
        "LEAF030: không có xã, phường, đặc khu mang mã «99999»",
        "LEAF031: không có tỉnh, thành phố mang mã «97»",
        "LEAF032: không có tờ gấp mang mã «quyen-nao-do»",
        "LEAF032: không có tờ gấp mang mã «to-gap-khai-sinh»",
    ]
    assert f"có phải {BIRTH}" in told


def test_only_unknown_communes_print_nothing(run: Run) -> None:
    code, told = run("--commune", "99999")
    assert (code, run.files()) == (1, [])
    assert "LEAF030" in told
    assert told.startswith("✗ 0 tờ gấp")


def test_a_commune_gets_what_it_names_and_all_where_it_names_nothing(
    run: Run, tmp_path: Path
) -> None:
    content = tmp_path / "content"
    for part in ("_data", "to-gap", "dia-phuong"):
        shutil.copytree(ROOT / "content" / part, content / part)
    for name, said in (("04/01321", ""), ("01/00008", f"leaflets: [{BIRTH}]\n")):
        own = content / "dia-phuong" / f"{name}.yml"
        text = own.read_text("utf-8")
        own.write_text(text.replace("leaflets: all\n", said), "utf-8")
    code, _ = run("--content", str(content), "--commune", "01321", "00008")
    assert code == 0
    files = run.files()
    assert [one for one in files if one.startswith("01/")] == [
        "01/00008/dang-ky-khai-sinh.pdf"
    ]
    assert len([one for one in files if one.startswith("04/")]) == 6


def test_a_leaflet_in_another_language_goes_to_those_who_name_it(
    run: Run, tmp_path: Path
) -> None:
    content = tmp_path / "content"
    for part in ("_data", "to-gap", "dia-phuong"):
        shutil.copytree(ROOT / "content" / part, content / part)
    own = content / "dia-phuong" / "01" / "00008.yml"
    wish = f"leaflets: [{BIRTH}-en]\n"
    own.write_text(own.read_text("utf-8").replace("leaflets: all\n", wish), "utf-8")
    code, _ = run("--content", str(content), "--commune", "01321", "00008")
    assert code == 0
    english = [one for one in run.files() if one.endswith("-en.pdf")]
    assert english == ["01/00008/dang-ky-khai-sinh-en.pdf"]


def test_a_commune_of_an_unknown_province_is_left_out(run: Run, tmp_path: Path) -> None:
    content = tmp_path / "content"
    for part in ("_data", "to-gap", "dia-phuong"):
        shutil.copytree(ROOT / "content" / part, content / part)
    lists = content / "_data" / "provinces.csv"
    lines = lists.read_text("utf-8").splitlines(keepends=True)
    lists.write_text(
        "".join(one for one in lines if not one.startswith("04,")), "utf-8"
    )
    said = ("--content", str(content), "--title", BIRTH)
    code, told = run(*said, "--commune", "01321", "00008")
    assert (code, run.files()) == (1, ["01/00008/dang-ky-khai-sinh.pdf"])
    assert "LEAF031: Xã Bảo Lạc (01321): không có tỉnh, thành phố mang mã «04»" in told


def test_what_is_no_leaflet_is_told(run: Run) -> None:
    code, told = run("--commune", "01321", "--title", "hoi-dap-bao-hiem-xa-hoi")
    assert (code, run.files()) == (1, [])
    assert "LEAF001: " in told
    assert told.startswith("✗ 1 tờ gấp: in 0 (0,0 MB), giữ nguyên 0, không in được 1.")


def test_a_commune_whose_own_file_has_an_error_is_not_printed(
    run: Run, tmp_path: Path
) -> None:
    content = tmp_path / "content"
    for part in ("_data", "to-gap", "dia-phuong"):
        shutil.copytree(ROOT / "content" / part, content / part)
    own = content / "dia-phuong" / "04" / "01321.yml"
    own.write_text(own.read_text("utf-8").replace("police", "polize"), "utf-8")
    said = ("--content", str(content), "--title", BIRTH)
    code, told = run(*said, "--commune", "01321", "00008")
    assert (code, run.files()) == (1, ["01/00008/dang-ky-khai-sinh.pdf"])
    assert "dia-phuong/04/01321.yml:" in told
    assert "META105: «polize»" in told


def test_without_a_host_there_is_no_code_and_that_is_told(
    run: Run, tmp_path: Path
) -> None:
    config = tmp_path / "trang.yml"
    config.write_text("site_name: Mẫu\n", "utf-8")
    said = ("--commune", "01321", "--title", LAND, "--config", str(config))
    code, told = run(*said, host="")
    assert code == 0
    assert "trang.yml:1:1: lưu ý LEAF016: chưa biết địa chỉ của trang" in told
    (file,) = run.files()
    assert "Bản mới nhất" not in text_of((run.out / file).read_bytes())


def test_off_a_terminal_progress_is_a_line_for_each_tenth() -> None:
    stream = io.StringIO()
    with Counting(stream) as counting:
        for done in range(1, 101):
            counting.told("tệp", done, 100)
    lines = stream.getvalue().splitlines()
    assert lines == [f"… tệp: {done}/100" for done in range(10, 101, 10)]


def test_on_a_terminal_progress_is_one_line() -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    stream = Terminal()
    with Counting(stream) as counting:
        counting.told("xã, phường, đặc khu", 1, 2)
        counting.told("tệp", 2, 2)
    assert stream.getvalue() == (
        "\r… xã, phường, đặc khu: 1/2\r… tệp: 2/2                \n"
    )
