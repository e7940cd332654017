"""``bookcase diff`` compares the texts that hold on two days."""

from __future__ import annotations

import json

import pytest

from bookcase.cli import main

NUMBER = "01/2022/QH15-MAU"


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    """Run the command; return its code and what it printed."""
    code = main(["diff", *words])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_text_names_each_provision(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, NUMBER, "2023-05-01", "2024-07-01")
    assert code == 0
    assert "@ khoản 8 Điều 3\n~ 8. Tổ tự quản là nhóm người do{+ hội nghị+}" in out
    assert "@ khoản 5 Điều 10\n- 5.[- Người đăng ký" in out


def test_days_of_one_version_do_not_differ(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, NUMBER, "2022-10-01", "2024-06-30")
    assert (code, out) == (0, "Lời văn hai ngày giống nhau.\n")


def test_json_holds_the_changes(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, NUMBER, "2023-05-01", "2024-07-01", "--format", "json")
    first = json.loads(out)[0]
    assert code == 0
    assert {key: first[key] for key in ("did", "old", "new", "kind", "name")} == {
        "did": "changed",
        "old": "d3.k8",
        "new": "d3.k8",
        "kind": "clause",
        "name": "khoản 8 Điều 3",
    }
    assert first["pieces"][1] == ["+", " hội nghị"]


def test_html_is_a_page_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, NUMBER, "2023-05-01", "2024-07-01", "--format", "html")
    assert code == 0
    assert out.startswith("<!doctype html>\n")
    assert "<h1>01/2022/QH15-MAU: 2023-05-01 → 2024-07-01</h1>" in out


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            ("99/2099/QH99", "2023-01-01", "2024-01-01"),
            "không có văn bản «99/2099/QH99»",
        ),
        ((NUMBER, "01/07/2024", "2024-01-01"), "«01/07/2024» không phải một ngày"),
        ((NUMBER, "2022-09-30", "2024-01-01"), "không có bản nào có hiệu lực vào ngày"),
    ],
)
def test_misuse_is_told(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], message: str
) -> None:
    code, out, err = run(capsys, *words)
    assert (code, out) == (2, "")
    assert message in err
