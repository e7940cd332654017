"""Communes are found by their names of today and before, with few bytes."""

from __future__ import annotations

import json
import random
import re
from dataclasses import replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from bookcase.metadata.lists import read_lists
from bookcase.model.places import Broadcast, Contact, Locality, Notice
from bookcase.pages.catalog import catalog
from bookcase.pages.places.placefiles import folded, name_scripts, place_scripts
from tests.node import node
from tests.shared import ROOT
from tests.unit.pages.samples import library
from tests.unit.pages.test_localacts import PLACES, local

if TYPE_CHECKING:
    from bookcase.model.lists import Lists

MOST = 40_000
"""Bytes that a choice may cost."""
FILES = 3
"""So many files a page asks for at a time, as the script has it."""

FIND = """
const [codes, names, firsts] = given.index;
return given.typed.map((typed) => {
  const query = it.asked(typed);
  const files = it.files(firsts.split('|'), query);
  const few = files.length > 3 ? [] : files;
  const all = few.flatMap((one) => it.named(given.files[one], [codes, names]));
  return { files, found: it.fitting(all, query) };
});
"""
SCRIPT, NAME = "xa.js", "XaCuaToi"


@cache
def lists() -> Lists:
    """Return the lists of the starter content."""
    return read_lists(ROOT / "content" / "_data").value


def value(text: str) -> Any:  # noqa: ANN401 - JSON
    """Return what a file puts into the table."""
    found = re.fullmatch(r"\(window\.\w+=.*?\)\[\"[^\"]+\"\]=(.*);\n", text, re.DOTALL)
    assert found, text[:80]
    return json.loads(found[1])


@cache
def files() -> tuple[Any, tuple[str, ...], tuple[int, ...]]:
    """Return the directory, the names in files, and the bytes of all, that first."""
    *names, index = name_scripts(lists())
    sizes = (len(index.text.encode()), *(len(one.text.encode()) for one in names))
    return value(index.text), tuple(value(one.text) for one in names), sizes


def find(*typed: str) -> list[Any]:
    """Return what is found, and in which files, for what is typed."""
    index, names, _ = files()
    given = {"index": index, "files": names, "typed": typed}
    found: list[Any] = node(SCRIPT, NAME, FIND, given)
    return found


def test_both_halves_fold_alike() -> None:
    names = [one.name for one in lists().communes.values()]
    names += [f"{one.name} {one.district}" for one in lists().former]
    asked = "return given.map(it.folded)"
    assert node(SCRIPT, NAME, asked, names) == [*map(folded, names)]


def test_every_commune_is_found_by_its_name_and_province() -> None:
    chance = random.Random(8)  # noqa: S311 not for secrets
    some = chance.sample([*lists().communes.values()], 150)
    typed = [f"{one.name} {lists().provinces[one.province].name}" for one in some]
    for one, got in zip(some, find(*typed), strict=True):
        places = [heir["noi"] for name in got["found"] for heir in name["nay"]]
        assert f"{one.province}/{one.code}" in places, one.name


def test_every_former_commune_leads_to_all_that_it_became() -> None:
    chance = random.Random(9)  # noqa: S311 not for secrets
    some = chance.sample(lists().former, 300)
    typed = [f"{folded(one.name)} {folded(one.district)}" for one in some]
    for one, got in zip(some, find(*typed), strict=True):
        known = lists().communes[one.successor]
        place = f"{known.province}/{known.code}"
        places = [heir["noi"] for name in got["found"] for heir in name["nay"]]
        assert place in places, one


def test_a_divided_commune_offers_its_parts_the_main_one_first() -> None:
    old = next(one for one in lists().former if not one.main)
    rows = [one for one in lists().former if one.code == old.code]
    rows.sort(key=lambda one: not one.main)
    (got,) = find(f"{old.name}, {old.district}")
    (name,) = (one for one in got["found"] if len(one["nay"]) > 1)
    assert (name["ten"], name["o"]) == (old.name, f"{old.district}, {old.province}")
    assert [one["noi"][3:] for one in name["nay"]] == [one.successor for one in rows]


def test_a_numbered_ward_is_found_by_its_number() -> None:
    (got,) = find("Phường 12, Quận 3")
    assert got["found"][0]["ten"] == "Phường 12"
    assert got["found"][0]["o"].startswith("Quận 3")


def test_namesakes_say_where_they_are() -> None:
    (got,) = find("tan thanh")
    shown = [(one["ten"], one["o"]) for one in got["found"]]
    assert len(shown) > 10
    assert len(set(shown)) == len(shown)


def test_a_choice_costs_few_bytes_however_it_is_typed() -> None:
    """Typed letter by letter, and looked for at each."""
    _, _, sizes = files()
    chance = random.Random(10)  # noqa: S311 not for secrets
    some = [one.name for one in chance.sample(lists().former, 150)]
    some += ["Phường Tân Thành", "Xã Thanh Sơn", "Phường 1"]
    steps = [(name, name[:n]) for name in some for n in range(2, len(name) + 1)]
    asked: dict[str, set[int]] = {}
    for (name, _), got in zip(steps, find(*(typed for _, typed in steps)), strict=True):
        if len(got["files"]) <= FILES:
            asked.setdefault(name, set()).update(got["files"])
    costs = {
        name: sizes[0] + sum(sizes[1 + one] for one in numbers)
        for name, numbers in asked.items()
    }
    assert {name: cost for name, cost in costs.items() if cost > MOST} == {}


def test_a_province_tells_what_its_communes_tell() -> None:
    notices = (
        Notice("Nay", "Chữ", None, date(2026, 7, 1)),
        Notice("Qua", "Chữ", None, date(2026, 5, 1)),
        Notice("Mai", "Chữ", date(2026, 8, 1), None),
    )
    told = Locality(
        "00300",
        contacts=(Contact("mediation", "Bà Ba", "0200 000", "ba@mau.example"),),
        notices=notices,
        broadcasts=(Broadcast("Thứ Hai", "6 giờ"),),
    )
    held = library(
        local("1", "00300"), local("2", "08"), lists=PLACES, localities={"00300": told}
    )
    made = {one.url: one.text for one in place_scripts(catalog(held, date(2026, 6, 1)))}
    province = value(made["assets/xa/tinh-08.js"])
    commune = province["xa"]["00300"]
    assert commune["goi"] == [
        ["mediation", "mediation", "Bà Ba", "0200 000", "ba@mau.example"]
    ]
    assert [one[0] for one in commune["bao"]] == ["Nay", "Mai"]
    assert commune["loa"] == [["Thứ Hai", "6 giờ"]]
    assert [one[1] for one in commune["vb"]] == ["van-ban/luat/2024/1.html"]
    assert [one[1] for one in province["vb"]] == ["van-ban/luat/2024/2.html"]
    assert province["xa"]["00100"] == {"ten": "Xã Một"}


def test_a_part_of_the_bookcase_names_only_its_own_communes() -> None:
    part = replace(
        PLACES,
        provinces={"08": PLACES.provinces["08"]},
        communes={k: v for k, v in PLACES.communes.items() if v.province == "08"},
    )
    (names, _) = name_scripts(part)
    assert "00400" not in names.text
    assert "00300" in names.text
