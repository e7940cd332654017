"""Shelves for scripts: every row once, its words where its piece says, few changes."""

from __future__ import annotations

import json
import random
import re
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from bookcase.build.files.shelffiles import DAY_ZERO, LEAST, MOST, shelf_files
from bookcase.model.places import Scope
from bookcase.pages.catalog import catalog
from bookcase.pages.shelves.shelf import ShelfPage, shelf_pages
from bookcase.search.alphabet import decode
from tests.unit.pages.samples import LISTS, entry, library, question, repeal, work

if TYPE_CHECKING:
    from bookcase.model.act import Work

DAY = date(2026, 6, 1)


def some(count: int) -> list[Work]:
    """Make acts of many days and a few kinds."""
    chance = random.Random(3)  # noqa: S311 not for secrets
    return [
        work(
            f"{n}-x",
            issued=date(2000, 1, 1) + timedelta(days=chance.randrange(9000)),
            issuers=chance.choice([(), ("quoc-hoi",)]),
            subjects=chance.choice([(), ("dat-dai",)]),
            scope=Scope(chance.choice(["central", "province"])),
            type=chance.choice(["luat", "nghi-dinh"]),
        )
        for n in range(count)
    ]


def files(*works: Work, day: date = DAY, **more: Any) -> dict[str, Any]:  # noqa: ANN401
    """Return what the files of a bookcase hold, by their names."""
    seen = catalog(library(*works, lists=LISTS, **more), day)
    told = {}
    for one in shelf_files(seen):
        found = re.fullmatch(r".*?\[\"([^\"]+)\"\]=(.*);\n", one.text, re.DOTALL)
        assert found
        assert one.url == f"assets/ke/{found[1]}.js"
        told[found[1]] = json.loads(found[2])
    return told


def rows(told: dict[str, Any]) -> list[list[Any]]:
    """Return the words of all rows, in the order of the columns."""
    cot = told["cot"]
    held = [told[f"h/{name}"] for name in cot["manh"]]
    assert [*map(len, held)] == cot["dong"]
    return [row for piece in held for row in piece]


def test_every_row_of_the_static_shelves_is_there_once() -> None:
    works = (*some(150), work("b", title=""))
    more: dict[str, Any] = {
        "register": (entry("1/2020/ND-CP", issued=date(2020, 1, 1)), entry("2/ND-CP")),
        "publications": (question("a"),),
    }
    told = files(*works, **more)
    seen = catalog(library(*works, lists=LISTS, **more), DAY)
    static = {
        (row.link.label, row.link.url)
        for page in shelf_pages(seen)
        if isinstance(page, ShelfPage)
        for row in page.rows
    }
    words = rows(told)
    assert len(words) == len(works) + 3
    named = [
        (name, where if isinstance(where, str) else "") for name, where, *_ in words
    ]
    assert sorted(named) == sorted(static)
    for facet in told["cot"]["loc"]:
        assert len([*decode(facet["hang"])]) == len(words)
        assert max(decode(facet["hang"])) < len(facet["bo"])
    assert sorted(decode(told["ten"])) == [*range(len(words))]


def test_a_row_says_its_language_where_it_is_not_vietnamese() -> None:
    both = (question("a"), replace(question("b"), language="km"))
    said = {one[0]: one[5:] for one in rows(files(publications=both))}
    assert said == {"Hỏi a": [], "Hỏi b": ["km"]}


def test_names_stand_by_the_alphabet() -> None:
    told = files(work("b", title="Luật Đê"), work("a", title="Luật Dừa"))
    ranks = [*decode(told["ten"])]
    by_rank = [words[0] for _, words in sorted(zip(ranks, rows(told), strict=True))]
    assert [name[:8] for name in by_rank] == ["Luật Dừa", "Luật Đê "]


def test_a_state_is_told_for_all_days_to_come() -> None:
    ending = date(2026, 9, 1)
    told = files(work("a"), work("b", effects=(repeal("luat-a", start=ending),)))
    cot, words = told["cot"], rows(told)
    row = next(n for n, one in enumerate(words) if one[1].endswith("/a.html"))
    turns = cot["doi"]["bo"][[*decode(cot["doi"]["hang"])][row]]
    keys = [key for key, _ in cot["trang"]]
    assert turns == [
        *(0, keys.index("con-hieu-luc")),
        *((ending - DAY_ZERO).days, keys.index("het-hieu-luc-toan-bo")),
    ]


def test_what_does_not_change_by_the_day_is_a_badge_of_its_own() -> None:
    told = files(
        work("a", specimen=True),
        register=(entry("2/ND-CP"),),
        publications=(question("q"),),
    )
    badges = {words[0]: words[4] for words in rows(told)}
    assert badges == {
        "Luật a số A": True,
        "Nghị định số 2/ND-CP (chưa rõ tên)": [
            "Chưa có toàn văn",
            "chua-co-toan-van",
        ],
        "Hỏi q": ["Chưa thẩm định", "nhap"],
    }


def test_pieces_are_neither_tiny_nor_huge_and_a_new_row_changes_few() -> None:
    works = some(2500)
    before = files(*works)
    sizes = before["cot"]["dong"]
    assert max(sizes) <= MOST
    assert all(size >= LEAST for size in sizes[:-1])
    after = files(*works, work("moi", issued=date(2010, 5, 5), type="nghi-dinh"))
    changed = [
        name
        for name in before.keys() | after.keys()
        if name.startswith("h/") and before.get(name) != after.get(name)
    ]
    assert len(changed) <= 3


def test_a_bookcase_without_rows_has_no_files() -> None:
    assert files() == {}
