"""``bookcase consolidate`` gives the words of a day and says what changed them."""

from __future__ import annotations

import json
import shutil
from datetime import date
from typing import TYPE_CHECKING

import pytest

from bookcase.cli import main
from bookcase.cli.printed import NOTICE
from bookcase.cli.storing import with_row
from tests.shared import ROOT

if TYPE_CHECKING:
    from pathlib import Path

NUMBER = "01/2022/QH15-MAU"
EARLY = """- by: d1
  on: mau-luat-01-2022-qh15-mau
  at: [d2]
  op: repeal
  effective: [{from: 2020-01-01}]
"""
FOLDER = "van-ban/luat/2022/01-2022-qh15-mau"
DAY = date(2024, 7, 1)
BASE = """\
CHÍNH PHỦ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 901/2030/NĐ-CP
Hà Nội, ngày 05 tháng 01 năm 2030
NGHỊ ĐỊNH
Quy định về bến thuyền
Căn cứ Luật Tổ chức Chính phủ;
Chính phủ ban hành Nghị định quy định về bến thuyền.
Điều 1. Giờ mở bến
1. Bến mở từ 05 giờ.
2. Bến đóng lúc 20 giờ.
Điều 2. Hiệu lực thi hành
Nghị định này có hiệu lực từ ngày 01 tháng 3 năm 2030.
"""
AMENDING = """\
CHÍNH PHỦ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 902/2031/NĐ-CP
Hà Nội, ngày 10 tháng 02 năm 2031
NGHỊ ĐỊNH
Sửa đổi, bổ sung một số điều của Nghị định số 901/2030/NĐ-CP
Căn cứ Luật Tổ chức Chính phủ;
Chính phủ ban hành Nghị định sửa đổi Nghị định số 901/2030/NĐ-CP.
Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 901/2030/NĐ-CP
1. Sửa đổi, bổ sung khoản 1 Điều 1 như sau:
“1. Bến mở từ 04 giờ 30 phút.”.
2. Bãi bỏ khoản 7 Điều 1.
Điều 2. Hiệu lực thi hành
Nghị định này có hiệu lực từ ngày 01 tháng 5 năm 2031.
"""


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    """Run the command; return its code and what it printed."""
    code = main(["consolidate", *words])
    said = capsys.readouterr()
    return code, said.out, said.err


def files(tmp_path: Path, base: str = BASE) -> tuple[str, ...]:
    """Write an act and one that amends it; return the arguments that name them."""
    first, second = tmp_path / "901-2030-nd-cp.txt", tmp_path / "sua.txt"
    first.write_text(base, encoding="utf-8")
    second.write_text(AMENDING, encoding="utf-8")
    return "--base", str(first), "--amend", str(second)


def test_text_names_the_provision_that_changed_each_unit(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, out, _ = run(capsys, NUMBER, "--as-of", "2026-06-01")
    assert code == 0
    assert NOTICE in out
    assert "Văn bản hợp nhất chính thức gần nhất: 01/VBHN-VPQH-MAU." in out
    assert "\nĐiều 6. (được bãi bỏ) [5]\n" in out
    assert (
        "[5] Điều này được bãi bỏ theo quy định tại khoản 2 Điều 2 của Luật số"
        " 03/2025/QH15-MAU, có hiệu lực kể từ ngày 01/01/2026." in out
    )


def test_json_holds_every_unit(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, NUMBER, "--as-of", "2026-06-01", "--format", "json")
    made = json.loads(out)
    units = {one["id"]: one for one in made["units"]}
    assert (code, made["unapplied"], made["as_of"]) == (0, [], "2026-06-01")
    assert made["notice"].startswith(NOTICE)
    assert made["official"] == "01/VBHN-VPQH-MAU"
    own = units["d10.k5"]
    assert (own["text"], own["by"], own["from"]) == (
        "5. (được bãi bỏ)",
        "mau-luat-02-2024-qh15-mau#d2.k4",
        "2024-07-01",
    )
    assert units["d23.k2"]["by"] == "mau-luat-02-2024-qh15-mau#d1.k7"
    assert units["d18.k1"]["by"] is None
    assert units["d5a"]["by"] == "mau-luat-03-2025-qh15-mau#d1.k1"
    assert [one["from"] for one in units["d5a"]["causes"]] == [
        "2024-07-01",
        "2026-01-01",
    ]
    assert units["d1"]["by"] is units["d1"]["from"] is units["c1"]["by"] is None
    assert units["c4"]["by"] == "mau-luat-03-2025-qh15-mau#d1.k3"


@pytest.mark.parametrize(
    ("day", "name"), [("2025-12-31", "2024-07-01"), ("2027-01-01", "2027-01-01")]
)
def test_markdown_is_the_version_file(
    day: str, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    _, out, _ = run(capsys, NUMBER, "--as-of", day, "--format", "markdown")
    stored = (ROOT / "content" / FOLDER / f"{name}.md").read_text(encoding="utf-8")
    head, _, body = out.partition("---\n")[2].partition("---\n")
    assert head.splitlines()[0].startswith(f"# {NOTICE}")
    assert head.splitlines()[1] == "title: Luật Vườn cộng đồng"
    assert body.split() == stored.partition("---\n")[2].partition("---\n")[2].split()


def test_written_texts_follow_from_their_effects(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = tmp_path / "content"
    shutil.copytree(ROOT / "content", content)
    record = content / FOLDER / "document.yml"
    rows = record.read_text(encoding="utf-8")
    lost = "  - from: 2026-01-01\n    text: consolidated\n    made: by-machine\n"
    assert lost in rows
    start = rows.index(lost)
    end = rows.index("  - from: 2027-01-01")
    record.write_text(rows[:start] + rows[end:], encoding="utf-8")
    (content / FOLDER / "2026-01-01.md").unlink()
    words = (NUMBER, "--as-of", "2026-06-01", "--content", str(content), "--write")
    code, out, err = run(capsys, *words)
    assert (code, out) == (0, "")
    assert f"đã ghi {FOLDER}/2026-01-01.md\nđã ghi {FOLDER}/document.yml\n" in err
    assert record.read_text(encoding="utf-8") == rows
    assert main(["check", "--content", str(content), FOLDER]) == 0
    code, _, err = run(capsys, *words)
    assert (code, err.count("đã ghi")) == (0, 1)


def test_texts_that_people_made_are_not_overwritten(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = tmp_path / "content"
    shutil.copytree(ROOT / "content", content)
    record = content / FOLDER / "document.yml"
    rows = record.read_text(encoding="utf-8").replace("by-machine", "by-hand")
    record.write_text(rows, encoding="utf-8")
    words = (NUMBER, "--as-of", "2027-06-01", "--content", str(content), "--write")
    code, _, err = run(capsys, *words)
    assert code == 2
    assert f"{FOLDER}/2027-01-01.md không do máy hợp nhất; không ghi đè" in err
    assert record.read_text(encoding="utf-8") == rows


def test_a_text_that_lacks_an_amendment_is_not_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = tmp_path / "content"
    shutil.copytree(ROOT / "content", content)
    rows = content / "van-ban/luat/2025/03-2025-qh15-mau/effects.yml"
    source = rows.read_text(encoding="utf-8").replace("[d14.k1]", "[d14.k9]")
    rows.write_text(source, encoding="utf-8")
    words = (NUMBER, "--as-of", "2026-06-01", "--content", str(content), "--write")
    stored = (content / FOLDER / "2026-01-01.md").read_bytes()
    code, _, err = run(capsys, *words)
    assert code == 1
    assert "không ghi. Chưa cập nhật: 1 sửa đổi chưa áp dụng." in err
    assert "effects.yml:8:1: lỗi AMEND102: không có «d14.k9»" in err
    assert (content / FOLDER / "2026-01-01.md").read_bytes() == stored


@pytest.mark.parametrize(
    ("row", "code_told"),
    [
        ("- {by: d1, on: [\n", "META001"),
        ("- {by: d1, on: mau-luat-01-2022-qh15-mau, at: [d2], op: xoa}\n", "META105"),
        (EARLY, "AMEND106"),
    ],
)
def test_nothing_is_written_while_a_row_of_effects_cannot_count(
    row: str, code_told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = tmp_path / "content"
    shutil.copytree(ROOT / "content", content)
    rows = content / "van-ban/luat/2025/03-2025-qh15-mau/effects.yml"
    rows.write_text(rows.read_text(encoding="utf-8") + row, encoding="utf-8")
    record = (content / FOLDER / "document.yml").read_bytes()
    words = (NUMBER, "--as-of", "2026-06-01", "--content", str(content), "--write")

    code, _, err = run(capsys, *words)

    assert code == 1
    assert "không ghi. Có effects.yml còn lỗi, nên có thể thiếu sửa đổi." in err
    assert code_told in err
    assert "đã ghi" not in err
    assert (content / FOLDER / "document.yml").read_bytes() == record


def test_an_act_that_nobody_changed_is_not_written(
    capsys: pytest.CaptureFixture[str],
) -> None:
    words = ("02/2024/QH15-MAU", "--as-of", "2026-01-01", "--write")
    assert run(capsys, *words) == (0, "", "không có sửa đổi nào; không ghi gì\n")


def test_files_outside_the_bookcase(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = files(tmp_path)
    code, out, _ = run(capsys, *words, "--as-of", "2031-05-01", "--format", "json")
    made = json.loads(out)
    units = {one["id"]: one for one in made["units"]}
    assert code == 1
    assert units["d1.k1"]["text"] == "1. Bến mở từ 04 giờ 30 phút."
    assert (units["d1.k1"]["by"], units["d1.k1"]["from"]) == (
        "nghi-dinh-902-2031-nd-cp#d1.k1",
        "2031-05-01",
    )
    assert units["d1.k2"]["by"] is None
    (left,) = made["unapplied"]
    assert (left["by"], left["at"], left["code"]) == (
        "nghi-dinh-902-2031-nd-cp#d1.k2",
        ["d1.k7"],
        "AMEND102",
    )
    code, out, _ = run(capsys, *words, "--as-of", "2031-05-01")
    assert "Chưa cập nhật: 1 sửa đổi chưa áp dụng." in out
    assert "Chưa áp dụng: khoản 2 Điều 1 của 902/2031/NĐ-CP: không có «d1.k7»" in out


def test_the_day_decides(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = files(tmp_path)
    code, out, _ = run(capsys, *words, "--as-of", "2031-04-30")
    assert code == 0
    assert "1. Bến mở từ 05 giờ." in out


def test_a_base_without_number_is_the_act_that_the_others_amend(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = files(tmp_path, BASE[BASE.index("Điều 1.") :])
    code, out, err = run(capsys, *words, "--as-of", "2031-05-01")
    assert code == 1
    assert "04 giờ 30 phút" in out
    assert "ACT004" in err


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ((NUMBER, "--as-of", "2026"), "«2026» không phải một ngày"),
        ((NUMBER, "--as-of", "2020-01-01"), "không có bản nào có hiệu lực"),
        (("99/2099/QH99", "--as-of", "2026-01-01"), "không có văn bản"),
        (("--as-of", "2026-01-01"), "nêu một văn bản của tủ sách"),
        (
            (NUMBER, "--base", "a.txt", "--as-of", "2026-01-01"),
            "nêu một văn bản của tủ sách",
        ),
        (
            ("--base", "a.txt", "--write", "--as-of", "2026-01-01"),
            "--write chỉ dùng với văn bản của tủ sách",
        ),
    ],
)
def test_misuse(
    words: tuple[str, ...], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _, err = run(capsys, *words)
    assert code == 2
    assert message in err


def test_a_file_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "--base", "khong-co.txt", "--as-of", "2026-01-01")
    assert (code, out) == (1, "")
    assert "không có tệp «khong-co.txt»" in err


ROW = "- from: 2024-07-01\n{0}text: consolidated\n{0}made: by-machine\n{0}by: [a, b]\n"


@pytest.mark.parametrize(
    ("source", "known", "wanted"),
    [
        (
            "versions:\n  - {from: 2020-01-01} # đầu\n\nphases: []\n",
            False,
            "versions:\n  - {from: 2020-01-01} # đầu\n  "
            + ROW.format("    ")
            + "\nphases: []\n",
        ),
        (
            "versions: # các bản\n- from: 2020-01-01\n  text: a\n- from: 2025-01-01\n",
            False,
            "versions: # các bản\n- from: 2020-01-01\n  text: a\n"
            + ROW.format("  ")
            + "- from: 2025-01-01\n",
        ),
        (
            "versions:\n- {from: null}",
            False,
            "versions:\n- {from: null}\n" + ROW.format("  "),
        ),
        (
            "versions:\n- {from: 2024-07-01, by: [a]}\n- {from: 2025-07-01, by: [c]}\n",
            True,
            (
                "versions:\n- {from: 2024-07-01, by: [a, b]}\n"
                "- {from: 2025-07-01, by: [c]}\n"
            ),
        ),
        ("versions:\n- {from: 2024-07-01}\n", True, None),
        ("versions:\n- {from: 2023-07-01, by: [a]}\n", True, None),
        ("versions: []\n", False, None),
        ("versions:\n", False, None),
        ("title: A\n", False, None),
    ],
)
def test_the_row_is_put_in_as_text(
    source: str,
    known: bool,  # noqa: FBT001 - a case
    wanted: str | None,
) -> None:
    assert with_row(source, DAY, ("a", "b"), known=known) == wanted
