"""The bench of whole builds, on a handful of documents."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests import shared
from tests.bench import build, corpora, measure
from tests.bench.build_features import PARTS, WITHOUT, shares
from tests.bench.measure import MeasureError

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave alone what a bench that runs meanwhile has made."""
    monkeypatch.setattr(corpora, "WORK", tmp_path)


def test_stock_mkdocs_is_built_and_measured() -> None:
    rows = {row.name: row for row in build.run(size=4, only="stock")}
    assert rows["stock.documents"].value == 4
    assert 0.1 < rows["stock.cpu"].value < 60
    assert 20 < rows["stock.peak"].value < 500
    assert rows["stock.bytes"].value > 0.1
    assert rows["stock.files"].value > 8


def test_an_unknown_case_is_refused_before_anything_is_built() -> None:
    with pytest.raises(MeasureError, match="no case jekyll; it has stock,"):
        list(build.run(only="stock,jekyll"))


def test_without_the_real_texts_that_case_is_skipped_loudly(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BOOKCASE_SHARED", str(tmp_path / "nowhere"))
    assert list(build.run(only="real")) == []
    assert "! SKIPPED real: no " in capsys.readouterr().err


def test_this_project_is_built_measured_and_walked() -> None:
    rows = {row.name: row for row in build.run(size=4, only="bookcase")}
    assert rows["bookcase.documents"].value == 4
    assert rows["bookcase.cpu"].value > 0.1
    assert rows["bookcase.pages"].value > 8
    assert rows["bookcase.links"].value > 40
    assert {"bookcase.shell", "bookcase.broken-links"} <= set(rows)


def test_a_build_tells_what_its_parts_cost(tmp_path: Path) -> None:
    content = corpora.generated("content", 3, 7)
    where = ["--content", str(content), "--site", str(tmp_path / "site")]
    options = [*where, "--jobs", "1", "--no-leaflets", "--keep-going", "--quiet"]
    program = [sys.executable, "-m", "tests.bench.build_features"]
    told = measure.run([*program, *options, "--clean"], shared.ROOT, (0, 1))
    parts = dict(shares(told.errors))
    assert [*parts] == [*PARTS, "rest"]
    assert all(seconds > 0 for seconds in parts.values())
    without = [*program, WITHOUT, "citations", *options, "--clean"]
    plain = dict(shares(measure.run(without, shared.ROOT, (0, 1)).errors))
    assert plain["citations"] < parts["citations"] / 2
    assert plain["html"] > 0
