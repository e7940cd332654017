"""The marks on what changed: which units bear one, and what it says."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bookcase.model.effects import Op
from bookcase.pages.law.changes import Provision, changes
from bookcase.pages.law.unitnotes import LONG, Beside, beside_units, causes

from .versions import (
    FIRST,
    FOLDER,
    SECOND,
    THIRD,
    acting,
    effect,
    law,
    seen,
    texts,
)

if TYPE_CHECKING:
    from bookcase.model.act import Version, Work

OLD = """\
###### Điều 1. Ô vườn

1. Ô vườn rộng 10 m², có que thử.

2. Ô vườn có biển tên.

3. Que thử do tổ phát.

###### Điều 2. Quỹ

Quỹ mua que thử.
"""
NEW = """\
###### Điều 1. Mảnh vườn

1. Ô vườn rộng 12 m², có giấy thử.

2. (được bãi bỏ)

2a. Ô vườn có rào.

3. Que thử do tổ phát.

###### Điều 2. Quỹ

Quỹ mua giấy thử.
"""
COMPARE = f"{FOLDER}/so-sanh--2024-01-01--2025-01-01.html"


def marks(
    *others: Work,
    old: str = OLD,
    new: str = NEW,
    last: str = "",
    shown: Version = SECOND,
) -> dict[str, str]:
    """Return the marks of a version's page as HTML by unit."""
    act = law(FIRST, SECOND, THIRD) if last else law(FIRST, SECOND)
    held = texts(v2024_01_01=old, v2025_01_01=new, v2027_01_01=last)
    told = changes(act, shown, seen(act, *others))
    return beside_units(Beside(changes=told), held[shown.path], held.__getitem__, "")


def plain(html: str) -> str:
    """Return what a piece of HTML says."""
    return re.sub(r" +", " ", re.sub(r"<[^>]*>", " ", html)).strip()


def test_a_replaced_unit_says_who_did_it_when_and_what_stood_there() -> None:
    (html,) = marks(acting(effect(Op.REPLACE, "d1.k1"))).values()
    assert plain(html) == (
        "khoản 1 Điều 1: Sửa đổi từ 01/01/2025 , Luật số B"
        " Sửa đổi theo khoản 1 Điều 1 Luật số B , từ ngày 01/01/2025."
        " Trước đó: 1. Ô vườn rộng 10 m², có que thử. So sánh với bản trước"
    )
    assert (
        '<a href="van-ban/luat/2024/b.html#d1.k1">khoản 1 Điều 1 Luật số B</a>' in html
    )
    assert f'<a href="{COMPARE}#ss-d1.k1">So sánh với bản trước</a>' in html
    assert html.startswith('<div class="bk-ghi"><details class="bk-sua"><summary>')


def test_new_and_repealed_units_bear_a_mark_too() -> None:
    found = marks(
        acting(effect(Op.INSERT, "d1", new="k2a"), effect(Op.REPEAL, "d1.k2"))
    )
    assert "Bổ sung từ 01/01/2025" in found["d1.k2a"]
    assert "Trước đó chưa có quy định này." in found["d1.k2a"]
    assert "Bãi bỏ từ 01/01/2025" in found["d1.k2"]
    assert "<blockquote><p>2. Ô vườn có biển tên.</p></blockquote>" in found["d1.k2"]


def test_a_new_article_is_found_by_its_own_name() -> None:
    new = f"{NEW}\n###### Điều 2a. Sổ\n\nSổ quỹ.\n"
    found = marks(acting(effect(Op.INSERT, "c1", new="d2a")), new=new)
    assert list(found) == ["d2a"]


def test_words_that_went_or_came_are_quoted() -> None:
    swap = effect(Op.REPLACE_WORDS, "d1.k1", find="que thử", with_="giấy thử")
    add = effect(Op.INSERT_WORDS, "d1.k1", find="rộng", with_="chừng")
    cut = effect(Op.DELETE_WORDS, "d1.k1", find="có que thử")
    (html,) = marks(acting(swap, add, cut)).values()
    for said in (
        "thay “que thử” bằng “giấy thử”",
        "thêm “chừng” vào sau “rộng”",
        "bỏ “có que thử”",
    ):
        assert said in html


def test_words_changed_everywhere_mark_the_units_that_had_them() -> None:
    swap = effect(Op.REPLACE_WORDS, "everywhere", find="que thử", with_="giấy thử")
    assert list(marks(acting(swap))) == ["d1.k1", "d2"]


def test_a_new_title_says_the_old_title_only() -> None:
    html = marks(acting(effect(Op.RETITLE, "d1")))["d1"]
    assert "<blockquote><p>Ô vườn</p></blockquote>" in html


def test_a_part_of_a_unit_marks_the_unit() -> None:
    html = marks(acting(effect(Op.REPLACE, "d1.k1.doan-1")))["d1.k1"]
    assert "<blockquote><p>Ô vườn rộng 10 m², có que thử.</p></blockquote>" in html


def test_a_change_of_a_place_that_is_nowhere_bears_no_mark() -> None:
    assert marks(acting(effect(Op.REPLACE, "d99.k1"))) == {}


def test_where_nothing_shows_the_comparison_has_no_place_to_go_to() -> None:
    html = marks(acting(effect(Op.REPLACE, "d1.k3")))["d1.k3"]
    assert f'<a href="{COMPARE}">' in html


def test_a_unit_changed_twice_says_both_the_latest_first() -> None:
    other = acting(
        effect(Op.REPLACE, "d1.k1"), effect(Op.REPLACE, "d1.k1", start="2027-01-01")
    )
    html = marks(other, last=NEW.replace("12 m²", "15 m²"), shown=THIRD)["d1.k1"]
    assert "Sửa đổi từ 01/01/2027 (lần thứ 2)" in html
    assert html.index("rộng 12 m²") < html.index("rộng 10 m²")


def test_marks_follow_a_unit_that_got_another_number() -> None:
    other = acting(
        effect(Op.REPLACE, "d1.k1"),
        effect(Op.RENUMBER, "d1.k1", new="k5", start="2027-01-01"),
    )
    html = marks(other, last=NEW.replace("1. Ô", "5. Ô"), shown=THIRD)["d1.k5"]
    assert "Đổi số thứ tự từ 01/01/2027 (lần thứ 2)" in html
    assert "Sửa đổi theo" in html


def test_long_words_before_are_cut_and_the_comparison_has_the_rest() -> None:
    old = OLD.replace("có biển tên", "có biển tên " * 200)
    html = marks(acting(effect(Op.REPEAL, "d1.k2")), old=old)["d1.k2"]
    (quoted,) = re.findall(r"<blockquote>(.*)</blockquote>", html)
    assert quoted.endswith(" …</p>")
    assert len(quoted) <= LONG + len("<p> …</p>")


def test_what_was_written_is_escaped() -> None:
    old = OLD.replace("có biển tên", "có <b>biển</b>")
    html = marks(acting(effect(Op.REPEAL, "d1.k2")), old=old)["d1.k2"]
    assert "&lt;b&gt;biển&lt;/b&gt;" in html


def test_the_first_version_has_no_marks() -> None:
    other = acting(effect(Op.REPLACE, "d1.k1"))
    assert marks(other, shown=FIRST) == {}


def test_a_comparison_says_under_each_unit_which_provision_changed_it() -> None:
    act = law(FIRST, SECOND)
    held = texts(v2024_01_01=OLD, v2025_01_01=NEW)
    told = changes(act, SECOND, seen(act, acting(effect(Op.REPEAL, "d1.k2"))))
    assert causes(told, held[SECOND.path], held.__getitem__, "../") == {
        "d1.k2": 'Bãi bỏ theo <a href="../van-ban/luat/2024/b.html#d1.k1">'
        "khoản 1 Điều 1 Luật số B</a>"
    }


def test_an_act_that_is_not_held_is_named_without_a_link() -> None:
    act = law(FIRST, SECOND)
    known = seen(act, acting(effect(Op.REPEAL, "d1.k2")))
    (told,) = changes(act, SECOND, known)
    lost = replace(told, by=Provision("Luật số C", "", "", "d3.k2"))
    held = texts(v2024_01_01=OLD, v2025_01_01=NEW)
    own = held[SECOND.path]
    (html,) = beside_units(Beside((lost,)), own, held.__getitem__, "").values()
    assert "Bãi bỏ theo khoản 2 Điều 3 Luật số C, từ ngày" in html
