"""The command ``scripts/bench``."""

from __future__ import annotations

import json

import pytest

from tests.bench import bars
from tests.bench.__main__ import main
from tests.bench.bars import Bar
from tests.bench.names import Bench

BENCHES = {"invented": Bench("invented", "tests.unit.bench.invented")}


def test_without_a_name_it_lists_what_can_be_measured(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main([], BENCHES) == 0
    assert capsys.readouterr().out == "invented  A bench that costs nothing.\n"


def test_it_prints_a_table_and_hands_the_options_on(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["invented", "--size", "1000", "--jobs", "2"], BENCHES) == 0
    assert capsys.readouterr().out == "invented\n\nsize   1,000\ntwice  2,000\n"


def test_with_json_it_prints_the_same_figures(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["invented", "--json"], BENCHES) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["missed"] == []
    assert said["benches"]["invented"][0] == {
        "name": "size",
        "value": 3,
        "unit": "",
        "note": "",
    }


def test_with_check_it_names_each_missed_bar_and_exits_1(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = (
        Bar("invented", "size", "<=", 2, "small"),
        Bar("invented", "twice", ">=", 6, "large"),
        Bar("invented", "thrice", ">=", 9, "larger"),
    )
    monkeypatch.setattr(bars, "read", lambda: kept)
    assert main(["invented", "--check"], BENCHES) == 1
    assert capsys.readouterr().err.splitlines() == [
        "✗ missed: invented size <= 2: it is 3 (small)",
        "✗ missed: invented thrice >= 9: not measured (larger)",
    ]


def test_with_check_and_all_bars_reached_it_exits_0(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bars, "read", tuple)
    assert main(["invented", "--check"], BENCHES) == 0
    assert "every bar is reached" in capsys.readouterr().err


def test_a_program_that_fails_is_reported_not_raised(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["invented", "--size=-1"], BENCHES) == 1
    assert capsys.readouterr().err == "✗ nothing can have that size\n"


def test_an_unknown_name_is_misuse(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["bild"], BENCHES)
    assert ended.value.code == 2
    assert "no bench 'bild'; there are: invented" in capsys.readouterr().err


def test_a_bench_that_is_not_in_the_tree_is_not_shown() -> None:
    assert not Bench("later", "tests.bench.there_is_none").here
