"""``bookcase pin`` writes fingerprints, and nothing else of a file changes."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from bookcase.cli import main
from tests.shared import ROOT

if TYPE_CHECKING:
    from pathlib import Path

LAW = "luat/2022/01-2022-qh15-mau"
CITE = "Luật Vườn cộng đồng số 01/2022/QH15-MAU"
ASKED = f"""---
id: hoi-dap-x
kind: qa
title: X  # giữ nguyên
summary: Hỏi
compiled_by: Tổ biên tập mẫu
responsible: Lê Thị Chồi
legal_basis:
  - khoản 2 Điều 10 {CITE}  # hỏi lại
  - Điều 999 {CITE}
---
Thân bài.
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Make a bookcase of one law, the acts that amend it, and one question."""
    shutil.copytree(ROOT / "content" / "_data", tmp_path / "_data")
    shutil.copytree(ROOT / "content" / "van-ban", tmp_path / "van-ban")
    (tmp_path / "hoi-dap").mkdir()
    (tmp_path / "hoi-dap" / "x.md").write_text(ASKED, "utf-8")
    return tmp_path


def test_what_can_be_pinned_is_and_the_rest_is_told(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["pin", "--content", str(content), "--as-of", "2022-12-01"]
    assert main(asked) == 0
    out, err = capsys.readouterr()
    assert "d10.k2" in out
    assert "PIN003" in err
    assert "Đã ghim 1 căn cứ" in err
    text = (content / "hoi-dap" / "x.md").read_text("utf-8")
    pin = text.split("sha256:")[1][:16]
    line = f"  - khoản 2 Điều 10 {CITE}  # hỏi lại\n"
    facts = f"cite: khoản 2 Điều 10 {CITE}, pin: sha256:{pin}, written_on: 2022-12-01"
    assert text == ASKED.replace(line, f"  - {{{facts}}}  # hỏi lại\n")


def test_what_is_pinned_stays_until_its_path_is_named(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = content / "hoi-dap" / "x.md"
    main(["pin", "--content", str(content), "--as-of", "2022-12-01"])
    first = path.read_text("utf-8")
    main(["pin", "--content", str(content), "--as-of", "2025-01-01"])
    assert path.read_text("utf-8") == first
    main(["pin", "--content", str(content), "--as-of", "2025-01-01", "hoi-dap/x.md"])
    again = path.read_text("utf-8")
    assert "written_on: 2025-01-01" in again
    assert again.split("sha256:")[1][:16] != first.split("sha256:")[1][:16]
    assert capsys.readouterr()


def test_a_dry_run_writes_nothing(content: Path) -> None:
    main(["pin", "--content", str(content), "--dry-run"])
    assert (content / "hoi-dap" / "x.md").read_text("utf-8") == ASKED


def test_a_path_without_publication_is_an_error(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["pin", "--content", str(content), "hoi-dap/y.md"]) == 1
    assert "PIN007" in capsys.readouterr().err
