"""Who searches as of a day finds the words of that day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from bookcase.search.facts import Facts
from bookcase.search.index import merge
from bookcase.search.narrow import EVERYTHING, Narrowing
from bookcase.search.opened import Opened
from bookcase.search.parts import part_of
from bookcase.search.query import answer

from .invented import LAW, earlier, records

if TYPE_CHECKING:
    from pathlib import Path

OLD, NEW = date(2024, 7, 1), date(2025, 7, 1)
TURNS = ((None, "chua-co-hieu-luc"), (OLD, "con-hieu-luc"))
THEN, NOW = Narrowing(day=date(2025, 1, 1)), Narrowing(day=date(2026, 1, 1))


@pytest.fixture
def index(tmp_path: Path) -> Opened:
    """Return an index of the invented records, and of what was law before."""
    about = {f"{LAW}.html": Facts({"loai": (("luat", "Luật"),)}, TURNS, (OLD, NEW))}
    merge([part_of(records()), part_of(earlier())], tmp_path, {}, about)
    return Opened(tmp_path)


def urls(index: Opened, query: str, narrowing: Narrowing) -> list[str]:
    """Return where the results for a query lead."""
    return [hit.url for hit in answer(index, query, narrowing=narrowing).hits]


@pytest.mark.parametrize("query", ["đăng ký đất vườn", '"đăng ký đất vườn"'])
def test_today_s_words_are_found_today_and_those_of_a_day_on_it(
    index: Opened, query: str
) -> None:
    today, then, now = (urls(index, query, day) for day in (EVERYTHING, THEN, NOW))
    assert f"{LAW}.html#d2" in today
    assert not any("/2024-" in url for url in today)
    assert f"{LAW}/2024-07-01.html#d2" in then
    assert f"{LAW}.html#d2" not in then
    assert f"{LAW}/2025-07-01.html#d2" in now
    assert f"{LAW}/2024-07-01.html#d2" not in now


def test_what_was_not_otherwise_leads_to_the_text_of_the_day(index: Opened) -> None:
    assert f"{LAW}/2024-07-01.html#d1" in urls(index, "phạm vi điều chỉnh", THEN)


def test_an_article_that_is_gone_is_found_on_its_days_alone(index: Opened) -> None:
    gone = f"{LAW}/2024-07-01.html#d3"
    assert urls(index, "lệ phí đăng ký", THEN)[0] == gone
    assert gone not in urls(index, "lệ phí đăng ký", EVERYTHING)
    assert urls(index, "điều 3 luật đất vườn", THEN)[0] == gone
    assert urls(index, "điều 3 luật đất vườn", EVERYTHING)[0] == f"{LAW}.html"
    assert urls(index, "điều 2 luật đất vườn", THEN)[0] == gone.replace("d3", "d2")


def test_a_law_is_gone_to_by_name_once_on_any_day(index: Opened) -> None:
    for narrowing in (EVERYTHING, THEN, NOW):
        found = urls(index, "luật đất vườn", narrowing)
        assert len(found) == len(set(found))
        assert found[0].startswith(LAW)
        assert "#" not in found[0]


def test_other_words_do_not_change_what_is_found_today(
    index: Opened, tmp_path: Path
) -> None:
    merge([part_of(records())], tmp_path / "without")
    without = Opened(tmp_path / "without")
    for said in ("đăng ký", "đất vườn", "hồ sơ đăng ký tại xã", "điều 2"):
        assert [(hit.url, hit.score) for hit in answer(index, said).hits] == [
            (hit.url, hit.score) for hit in answer(without, said).hits
        ]


def test_a_filter_without_a_day_is_of_today(index: Opened) -> None:
    found = urls(index, "đăng ký", Narrowing({"loai": "luat"}))
    assert found == [f"{LAW}.html#d2"]


def test_names_of_other_texts_are_not_offered(index: Opened) -> None:
    assert index.offers("luật đất") == ("Luật Đất vườn",)
