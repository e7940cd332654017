"""``bookcase cite``: what is printed for people and for programs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from bookcase.cli import main

if TYPE_CHECKING:
    import pytest

CONTENT = Path(__file__).parents[3] / "content"
LAW = "mau-luat-01-2022-qh15-mau"


def cite(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    """Run the command over the project's own content."""
    code = main(["cite", *words, "--content", str(CONTENT), "--day", "2026-11-24"])
    return code, capsys.readouterr().out


def test_programs_get_a_row_for_each_member(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = "theo khoản 1 và khoản 2 Điều 3 Luật Vườn cộng đồng"
    code, out = cite(capsys, text, "--format", "json")
    rows = json.loads(out)
    assert code == 0
    assert [list(row) for row in rows] == [
        ["start", "end", "text", "work", "unit", "version", "status"]
    ] * 2
    assert [(row["start"], row["end"], row["text"]) for row in rows] == [
        (5, 12, "khoản 1"),
        (16, 50, "khoản 2 Điều 3 Luật Vườn cộng đồng"),
    ]
    assert {row["work"] for row in rows} == {LAW}
    assert [row["unit"] for row in rows] == ["d3.k1", "d3.k2"]
    assert {row["status"] for row in rows} == {"resolved"}


def test_a_text_that_stands_in_an_act_speaks_of_it(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "loi-van.txt"
    path.write_text("Không có gì.\nXem khoản 1 Điều này.", "utf-8")
    where = ("--work", LAW, "--unit", "d3.k2")
    code, out = cite(capsys, str(path), *where)
    assert code == 0
    led = f"{LAW}#d3.k1 · có trong tủ sách «Luật Vườn cộng đồng»"
    assert out == f"khoản 1 Điều này  →  {led}\n"


def test_a_known_act_that_is_not_held_shows_where_it_is(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _, out = cite(capsys, "Điều 5 Luật BHYT", "--format", "json")
    (row,) = json.loads(out)
    assert row["status"] == "not-held"
    assert row["title"] == "Luật Bảo hiểm y tế"
    assert row["issued"] == "2008-11-14"
    assert row["official"].startswith("https://vbpl.vn/van-ban/chi-tiet/luat-25-2008")


def test_what_leads_nowhere_is_told_and_fails(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, out = cite(capsys, "Nghị định số 9999/2019/NĐ-CP")
    assert code == 1
    assert "nghi-dinh-9999-2019-nd-cp · không rõ văn bản nào (số này không có" in out


def test_a_provision_that_an_act_does_not_have_is_told_and_fails(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, out = cite(capsys, "khoản 1 Điều 999 Luật Vườn cộng đồng")
    assert code == 1
    assert f"{LAW}#d999.k1 · không có chỗ này" in out


def test_misses_are_listed_with_their_reasons(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _, out = cite(capsys, "khoản 5 triệu đồng", "--misses")
    assert out == "khoản 5  ✗ counted: số đếm, không phải số của điều, khoản\n"
