"""Pages that compare two versions."""

from __future__ import annotations

import json
import re
from datetime import date
from itertools import pairwise

import pytest
from markupsafe import Markup

from bookcase.history.diff import Line, compare, lines
from bookcase.legal.parser import parse
from bookcase.model.act import Version
from bookcase.pages.compare.comparison import (
    comparable,
    comparison_html,
    comparison_url,
    comparison_view,
    neighbours,
    on_demand_url,
    on_demand_view,
    script_url,
    version_script,
)
from bookcase.pages.templates import environment
from tests.golden import Case, cases
from tests.shared import ROOT
from tests.unit.history.diff.shown import texts

from .samples import work

GOLDEN = ROOT / "tests" / "golden" / "diff" / "units.md"
OLD = """\
###### Điều 1. Phạm vi

Luật này quy định về vườn.

###### Điều 2. Ô vườn

1. Ô vườn rộng 10 m².

2. Ô vườn có biển tên.

###### Điều 3. Quỹ vườn

Quỹ vườn do thành viên đóng góp.

###### Điều 4. Trao đổi

Các vườn trao đổi hạt giống.

###### Điều 5. Thi hành

Luật này có hiệu lực từ ngày ký.
"""
NEW = """\
###### Điều 1. Phạm vi

Luật này quy định về vườn.

###### Điều 2. Ô vườn

1. Ô vườn rộng 12 m².

2. Ô vườn có biển tên.

###### Điều 3. Quỹ vườn

Quỹ vườn do thành viên đóng góp.

###### Điều 3a. Sổ quỹ

1. Sổ quỹ được công khai.

###### Điều 4. (được bãi bỏ)

###### Điều 5. Thi hành

Luật này có hiệu lực từ ngày ký.
"""


def versions(*days: str) -> tuple[Version, ...]:
    """Make versions from some days."""
    return tuple(
        Version(date.fromisoformat(day), path=f"van-ban/luat/2024/a/{day}.md")
        for day in days
    )


def html(old: str, new: str, **fields: object) -> str:
    """Compare two texts as HTML."""
    made = compare(parse(old).value, parse(new).value)
    return comparison_html(made, **fields)  # type: ignore[arg-type]


def test_the_summary_counts_provisions_and_links_each() -> None:
    said = html(OLD, NEW)
    assert "<strong>Sửa 1, thêm 1, bãi bỏ 1 điều khoản.</strong>" in said
    for anchor, name in {
        "ss-d2.k1": "khoản 1 Điều 2",
        "ss-d3a": "Điều 3a",
        "ss-d4": "Điều 4",
    }.items():
        assert f'<li><a href="#{anchor}">{name}</a></li>' in said
        assert said.count(f'id="{anchor}"') == 1


def test_what_is_the_same_is_folded_and_counted() -> None:
    folded = re.findall(r'<p class="ss-nguyen[^>]*>(.*?)</p>', html(OLD, NEW))
    assert folded == [
        "… Điều 1 không đổi",
        "… khoản 2 không đổi",
        "… Điều 3 không đổi",
        "… Điều 5 không đổi",
    ]


def test_many_articles_are_folded_into_one_line() -> None:
    many = "\n\n".join(f"###### Điều {n}. Tên {n}" for n in range(1, 14))
    said = html(f"{many}\n\nHết.\n", f"{many}\n\nXong.\n")
    assert "… 12 Điều (Điều 1 đến Điều 12) không đổi" in said


def test_two_equal_texts_say_so() -> None:
    assert html(OLD, OLD) == '<p class="ss-dem">Lời văn hai bản giống nhau.</p>'


def test_changes_are_said_in_words_too() -> None:
    said = html(OLD, NEW)
    assert (
        '1. Ô vườn rộng <del><span class="bk-an">[bỏ: </span>10'
        '<span class="bk-an">]</span></del> <ins><span class="bk-an">[thêm: </span>12'
        '<span class="bk-an">]</span></ins> m².'
    ) in said
    assert said.count(">Thêm</span>") == 1, "once for an article added as a whole"


def test_causes_stand_below_their_unit() -> None:
    cause = 'theo <a href="x.html">Luật B</a>'
    said = html(OLD, NEW, causes={"d2.k1": cause, "d1": "không đổi nên không in"})
    assert f'</p>\n<p class="ss-vi">{cause}</p>' in said
    assert "không đổi nên không in" not in said


def test_units_link_to_both_versions() -> None:
    said = html(OLD, NEW, old_url="2024-01-01.html", new_url="2025-01-01.html")
    assert '<a href="2024-01-01.html#d2.k1">bản cũ</a>' in said
    assert '<a href="2025-01-01.html#d3a">bản mới</a>' in said
    assert '<a href="2024-01-01.html#d3a">' not in said


def test_a_moved_unit_says_from_where() -> None:
    old = "###### Điều 1. A\n\n1. Quỹ vườn do thành viên đóng góp hằng vụ.\n"
    new = old.replace("1. Quỹ", "1. Người ngoài được ủng hộ quỹ.\n\n2. Quỹ")
    said = html(old, new)
    assert "<span>Chuyển từ khoản 1 Điều 1</span>" in said
    assert "có sửa" not in said
    assert "có sửa" in html(old, new.replace("đóng góp hằng", "đóng trước mỗi"))


def test_what_a_contributor_wrote_stays_text() -> None:
    bad = '1. <script>alert("x")</script> & <b>đậm</b>\n'
    said = html("1. An toàn.\n", bad, old_url='"><i>', new_url="a.html")
    assert "<script" not in said
    assert "<b>" not in said
    assert "<i>" not in said
    assert "&lt;script&gt;" in said


def test_footnotes_are_told_apart_and_not_counted() -> None:
    said = html("1. Vườn mở.\n", "1. Vườn mở[^1].\n\n[^1]: Xem Luật B.\n")
    assert "Chú thích cuối trang: 1 thay đổi" in said
    assert "điều khoản" not in said


@pytest.mark.parametrize("case", cases(GOLDEN), ids=lambda case: case.title)
def test_every_link_of_the_summary_leads_somewhere(case: Case) -> None:
    made = comparison_html(compare(*texts(case.given)))
    names = re.findall(r' id="([^"]*)"', made)
    assert len(names) == len(set(names))
    assert set(re.findall(r'href="#([^"]*)"', made)) <= set(names)


@pytest.mark.parametrize("case", cases(GOLDEN), ids=lambda case: case.title)
def test_headings_leave_no_gap(case: Case) -> None:
    made = comparison_html(compare(*texts(case.given)))
    levels = [1, *map(int, re.findall(r"<h(\d)", made))]
    assert all(below <= above + 1 for above, below in pairwise(levels))


def test_a_version_as_a_script_holds_every_line() -> None:
    text = parse(OLD).value
    said = version_script(text)
    rows = json.loads(said.removeprefix("soSanhBan(").removesuffix(");\n"))
    depths: list[int] = []
    for parent, *_ in rows:
        depths.append(depths[parent] + 1 if parent >= 0 else 0)
    made = [
        Line(row[0], depth, *row[1:]) for row, depth in zip(rows, depths, strict=True)
    ]
    assert tuple(made) == lines(text)


def test_only_versions_of_a_known_day_are_compared_in_order() -> None:
    codified = Version(None, text="codified", path="x/phap-dien-2025-11.md")
    unknown = Version(None, path="x/goc.md")
    act = work("a", versions=(codified, *versions("2025-01-01", "2024-01-01"), unknown))
    assert [day.year for day, _ in comparable(act)] == [2024, 2025]
    assert [(old.stem, new.stem) for old, new in neighbours(act)] == [
        ("2024-01-01", "2025-01-01")
    ]
    assert list(neighbours(work("b"))) == []


def test_the_pages_print_what_they_are_given() -> None:
    act = work("a", versions=versions("2024-01-01", "2025-01-01", "2026-01-01"))
    first, second, last = (version for _, version in comparable(act))
    env = environment(ROOT / "overrides" / "bookcase")
    body = Markup("<p>Thân</p>")
    view = comparison_view(act, "Luật A & B", second, last, body)
    page = env.get_template("so-sanh-hai-ban.html").render(view=view, root="../")
    assert "<h1>Điều gì thay đổi từ ngày 01/01/2026</h1>" in page
    assert "Luật A &amp; B" in page
    assert "<p>Thân</p>" in page
    assert f'href="../{comparison_url(act, first, second)}" rel="prev"' in page
    assert 'rel="next"' not in page
    assert "MINH HỌA" not in page
    chosen = env.get_template("so-sanh.html").render(
        view=on_demand_view(act, "Luật A"), root="../"
    )
    assert '<option value="2025-01-01">Từ 01/01/2025</option>' in chosen
    for ready in neighbours(act):
        assert f'href="../{comparison_url(act, *ready)}"' in chosen


def test_addresses_lie_beside_each_other() -> None:
    act = work("a", versions=versions("2024-01-01", "2025-01-01"))
    ((old, new),) = neighbours(act)
    place = "van-ban/luat/2024/a"
    assert comparison_url(act, old, new) == (
        f"{place}/so-sanh--2024-01-01--2025-01-01.html"
    )
    assert on_demand_url(act) == f"{place}/so-sanh.html"
    assert script_url(act, new) == f"{place}/2025-01-01.js"
