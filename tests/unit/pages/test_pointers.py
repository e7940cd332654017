"""From the instructions of an amending act to the places that they changed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bookcase.model.effects import Op
from bookcase.pages.catalog import catalog
from bookcase.pages.law.pointers import MOST, pointers
from bookcase.pages.law.unitnotes import Beside, beside_units

from .samples import entry, library, work
from .versions import FIRST, FOLDER, LAW, SECOND, TODAY, acting, effect, law, texts

if TYPE_CHECKING:
    from bookcase.model.act import Work

TEXT = """\
###### Điều 1. Ô vườn

1. Ô vườn rộng 10 m².

2. (được bãi bỏ)

## Phụ lục. CÂY TRỒNG

1. Cây cao.
"""


def told(act: Work, *others: Work, **fields: object) -> str:
    """Return what stands beside the one instruction of an act."""
    known = catalog(library(act, *others, **fields), TODAY)
    held = texts(v2024_01_01=TEXT, v2025_01_01=TEXT)
    found = pointers(act, known)
    own = held["van-ban/luat/2024/b/2024-01-01.md"]
    html = beside_units(Beside(pointers=found), own, held.__getitem__, "")
    return html["d1.k1"]


def plain(html: str) -> str:
    """Return what a piece of HTML says."""
    return re.sub(r"<[^>]*>", "", html)


def test_an_instruction_leads_to_the_places_after_the_change() -> None:
    other = acting(effect(Op.REPLACE, "d1.k1"), effect(Op.REPEAL, "d1.k2"))
    html = told(other, law(FIRST, SECOND))
    assert plain(html) == (
        "Xem khoản 1 Điều 1, khoản 2 Điều 1 của Luật a số A (bản từ 01/01/2025)"
    )
    assert f'<a href="{FOLDER}/2025-01-01.html#d1.k2">khoản 2 Điều 1</a>' in html


def test_a_place_bears_the_name_that_is_printed_there() -> None:
    html = told(acting(effect(Op.REPLACE_ANNEX, "pl1")), law(FIRST, SECOND))
    assert f'<a href="{FOLDER}/2025-01-01.html#pl1">Phụ lục</a>' in html


def test_a_change_that_no_text_has_leads_to_the_text_of_now_and_says_so() -> None:
    html = told(acting(effect(Op.REPLACE, "d1.k1", start="2026-03-01")), law(FIRST))
    assert plain(html) == "Xem khoản 1 Điều 1 của Luật a số A (lời văn chưa cập nhật)"
    assert f'<a href="{FOLDER}.html#d1.k1">' in html


def test_the_repeal_of_a_whole_act_leads_to_its_page() -> None:
    html = told(acting(effect(Op.REPEAL)), law(FIRST))
    assert html.endswith(f'Xem <a href="{FOLDER}.html">Luật a số A</a></p></div>')


def test_an_act_known_by_its_facts_leads_to_the_official_page() -> None:
    known = entry("a", id=LAW, type="luat", item_id="7")
    html = told(acting(effect(Op.REPEAL, "d1.k2")), register=(known,))
    assert plain(html) == "Xem khoản 2 Điều 1 của Luật số a (chưa rõ tên)"


def test_many_places_are_counted() -> None:
    many = tuple(f"d{n}" for n in range(1, MOST + 4))
    html = told(acting(effect(Op.REPEAL, *many)), law(FIRST, SECOND))
    assert plain(html).startswith("Xem Điều 1, ")
    assert ", 3 chỗ khác của " in html


def test_a_suspension_leads_to_its_place_too() -> None:
    html = told(acting(effect(Op.SUSPEND, "d1.k1")), law(FIRST))
    assert plain(html) == "Xem khoản 1 Điều 1 của Luật a số A"


def test_an_act_that_changes_nothing_points_nowhere() -> None:
    plain_act = work("z")
    assert pointers(plain_act, catalog(library(plain_act), TODAY)) == ()
