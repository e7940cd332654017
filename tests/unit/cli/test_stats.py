"""What the bookcase counts of itself."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from bookcase.cli import main
from tests.shared import ROOT

if TYPE_CHECKING:
    import pytest


def test_the_starter_content_is_counted(capsys: pytest.CaptureFixture[str]) -> None:
    content = str(ROOT / "content")
    assert main(["stats", "--content", content, "--format", "json"]) == 0
    counts = json.loads(capsys.readouterr().out)
    assert counts["Khác"]["xã, phường, đặc khu"] == 3321
    assert sum(counts["Văn bản theo loại"].values()) >= 12
    assert counts["Bài theo chuyên mục"]["leaflet"] == 7
