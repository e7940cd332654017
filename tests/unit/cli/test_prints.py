"""``bookcase print``, ``speak`` and ``sms`` on the starter content."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from bookcase.cli import main
from tests.unit.formats.samples import pages, words

if TYPE_CHECKING:
    from pathlib import Path

LEAFLET = "to-gap-dang-ky-khai-sinh"
LAW = "07/2023/TT-BNNPTNT-MAU"
DAY = ("--as-of", "2026-11-24")
HOST = ("--host", "tusach.example.vn")


def run(capsys: pytest.CaptureFixture[str], *said: str) -> tuple[int, str, str]:
    """Run a command; return its code and what it printed."""
    code = main([*said])
    told = capsys.readouterr()
    return code, told.out, told.err


def test_a_leaflet_is_a_poster_unless_told(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    out = tmp_path / "a.pdf"
    code, _, err = run(
        capsys, "print", LEAFLET, "--commune", "01321", *HOST, *DAY, "--out", str(out)
    )
    assert (code, err) == (0, f"đã ghi {out}\n")
    assert pages(out.read_bytes()) == 1
    assert "Xã Bảo Lạc, Tỉnh Cao Bằng" in words(out.read_bytes(), tmp_path)


def test_a_file_name_that_no_other_has_names_a_publication(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    out = tmp_path / "a.txt"
    said = ("speak", "nong-do-con-khi-lai-xe", "--out", str(out))
    assert run(capsys, *said)[0] == 0
    assert out.stat().st_size > 100
    code, _, err = run(capsys, "speak", "dang-ky-khai-sinh")
    assert code == 2  # a leaflet, a message and more bear that name
    assert "có phải" in err


def test_an_act_tells_its_state_and_its_notices(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    out = tmp_path / "a.pdf"
    said = ("print", LAW, "--articles", "d2", *DAY, "--out", str(out))
    assert run(capsys, *said)[0] == 0
    read = words(out.read_bytes(), tmp_path)
    for told in (
        "VĂN BẢN MINH HỌA",
        "Có hiệu lực từ ngày 01/07/2026; in ngày 24/11/2026",
        "Bản trích: Điều 2.",
        "do máy hợp nhất, không phải văn bản hợp nhất chính thức",
        "Điều 2. Sổ vườn",
    ):
        assert told in read
    assert "Điều 3." not in read


def test_an_act_of_another_day_is_the_text_of_that_day(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    out = tmp_path / "a.pdf"
    said = ("print", LAW, "--articles", "1", "--as-of", "2023-04-02", "--out", str(out))
    assert run(capsys, *said)[0] == 0
    read = words(out.read_bytes(), tmp_path)
    assert "Có hiệu lực từ ngày 01/04/2023 đến trước ngày 15/05/2023; in ngày" in read


def test_an_article_that_is_not_there(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    out = tmp_path / "a.pdf"
    said = ("print", LAW, "--articles", "d99", *DAY, "--out", str(out))
    code, _, err = run(capsys, *said)
    assert code == 1
    assert "PRINT002: không có «d99» trong văn bản" in err
    assert not out.exists()


def test_an_act_is_not_printed_for_a_day_before_it_was_made(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    out = tmp_path / "a.pdf"
    said = ("print", LAW, "--as-of", "1990-01-01", "--out", str(out))
    code, _, err = run(capsys, *said)
    assert (code, out.exists()) == (1, False)
    assert "đến ngày 01/01/1990 chưa có văn bản" in err
    assert "ACT005" in err


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (("to-gap-khong-co",), "không có ấn phẩm hoặc văn bản «to-gap-khong-co»"),
        ((LEAFLET[:-1],), f"có phải {LEAFLET}"),
        ((LEAFLET, "--commune", "99999"), "không có xã, phường, đặc khu mang mã"),
        ((LEAFLET, LEAFLET), "nêu một mã ấn phẩm hoặc văn bản"),
        ((LEAFLET, "--articles", "d1"), "full và --articles in văn bản"),
        ((LAW, "--format", "poster"), "văn bản chỉ in được toàn văn"),
        (("--format", "board"), "bảng tin cần --commune MÃ"),
        ((LEAFLET, "--format", "booklet", "--press"), "sách gấp đôi là để tự in"),
        ((LEAFLET, "--as-of", "mai"), "không phải một ngày"),
    ],
)
def test_what_cannot_be_meant(
    said: tuple[str, ...], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = run(capsys, "print", *said)
    assert (code, out) == (2, "")
    assert told in err


def test_a_notice_board_needs_a_site(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    out = tmp_path / "a.pdf"
    said = ("print", "--format", "board", "--commune", "01321", "--out", str(out))
    code, _, err = run(capsys, *said)
    assert code == 1
    assert "PRINT009" in err
    assert run(capsys, *said, *HOST)[0] == 0
    assert "Khai sinh cho con" in words(out.read_bytes(), tmp_path)


def test_a_script_is_that_of_the_broadcast(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "speak", LEAFLET)
    assert code == 0
    assert out.startswith(
        "Khai sinh cho con: đúng hạn, không mất tiền\nThời lượng đọc:"
    )
    assert "sáu mươi ngày" in out


def test_a_message_is_that_of_the_text_message(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, out, _ = run(capsys, "sms", LEAFLET, "--no-tones", "--format", "json")
    made = json.loads(out)
    assert (code, made["alphabet"]) == (0, "GSM-7")
    assert made["parts"][0]["text"].startswith("Con moi sinh? Dang ky khai sinh trong")
    assert all(part["length"] <= 160 for part in made["parts"])
    code, out, _ = run(capsys, "sms", LEAFLET, "--commune", "01321", *HOST)
    assert code == 0
    assert out.endswith("Xem: tusach.example.vn/X/01321.HTML\n")
    code, out, _ = run(capsys, "sms", LEAFLET, *HOST)
    assert out.endswith("Xem: tusach.example.vn/to-gap/dang-ky-khai-sinh.html\n")


@pytest.mark.parametrize("command", ["sms", "speak"])
def test_nothing_is_said_for_a_commune_that_is_not_there(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = run(capsys, command, LEAFLET, "--commune", "99999")
    assert (code, out) == (2, "")
    assert "không có xã, phường, đặc khu mang mã «99999»" in err


def test_what_rests_on_no_provision_or_cannot_be_read_is_not_printed(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    content = tmp_path / "content"
    shutil.copytree("content", content)
    leaflet = content / "to-gap" / "dang-ky-khai-sinh.md"
    good = leaflet.read_text("utf-8")
    wrong = "legal_basis:\n  - Điều 999 Luật Vườn cộng đồng số 01/2022/QH15-MAU"
    leaflet.write_text(good.replace("legal_basis:", wrong), "utf-8")
    said = ("print", LEAFLET, "--content", str(content), *DAY, *HOST, "--allow-stale")
    code, out, err = run(capsys, *said, "--format", "bw")
    assert (code, out) == (1, "")
    assert "LEAF015" in err
    spoilt = good.replace("published: 2026-11-20", "published: mai")
    leaflet.write_text(spoilt, "utf-8")
    code, out, err = run(capsys, *said)
    assert (code, out) == (1, "")


def test_a_print_without_a_code_is_told(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    said = ("print", LEAFLET, *DAY, "--out", str(tmp_path / "a.pdf"))
    code, _, err = run(capsys, *said)
    assert code == 0
    assert "PRINT009" in err


def test_a_province_is_named_within_the_sentence(
    capsys: pytest.CaptureFixture[str],
) -> None:
    to_gap = "to-gap-tro-giup-phap-ly"
    out = run(capsys, "speak", to_gap, "--commune", "01321")[1]
    assert "xã Bảo Lạc, tỉnh Cao Bằng." in out
