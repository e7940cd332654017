"""The pages of what happens to people, and whom they tell one to ask."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from bookcase.content.loading import load
from bookcase.metadata.tables.lists import ICONS
from bookcase.model.lists import Occasion
from bookcase.model.publication import PublicationKind
from bookcase.pages.catalog import catalog
from bookcase.pages.places.roles import DEFAULT_ROLES, roles_for
from bookcase.pages.shelves.occasion import OccasionPage, OccasionsPage, occasion_pages
from bookcase.pages.templates import environment
from tests.shared import ROOT
from tests.unit.pages.samples import DAY, LISTS, library, question

if TYPE_CHECKING:
    from bookcase.model.library import Library

LAND = Occasion(
    "dat",
    "Đất đai",
    "dat",
    "Sổ đỏ.",
    ("Giữ giấy tờ.",),
    ("dat-dai",),
    ("hoi-dap-b",),
    ("mediation",),
)
HELD = replace(LISTS, occasions={"dat": LAND})


@cache
def starter() -> Library:
    """Return the starter content."""
    return load(ROOT / "content").value


def test_the_starter_occasions_name_what_is_held() -> None:
    held = {one.id for one in starter().publications}
    lists = starter().lists
    assert len(lists.occasions) >= 10
    for one in lists.occasions.values():
        assert set(one.first) <= held, one.key
        assert set(one.roles) <= lists.roles.keys(), one.key
        assert one.first, one.key
        assert one.steps, one.key


def test_every_icon_has_a_picture() -> None:
    env = environment(ROOT / "overrides" / "bookcase")
    module = env.get_template("icons.html").module
    assert {key for key, _ in ICONS} == set(module.icons)  # type: ignore[attr-defined]


def test_a_page_shows_first_what_helps_most_then_the_rest_by_kind() -> None:
    a, b, form = (
        replace(question("a"), subjects=("dat-dai",)),
        question("b"),
        replace(
            question("c"),
            id="bieu-mau-c",
            kind=PublicationKind.FORM,
            subjects=("dat-dai",),
        ),
    )
    seen = catalog(library(publications=(a, b, form), lists=HELD), DAY)
    page, index = occasion_pages(seen)
    assert isinstance(page, OccasionPage)
    assert isinstance(index, OccasionsPage)
    assert page.url == "viec/dat.html"
    assert [row.link.label for row in page.first] == ["Hỏi b"]
    assert [(one.label, [x.label for x in one.links]) for one in page.groups] == [
        ("Đọc thêm", ["Hỏi a"]),
        ("Biểu mẫu", ["Hỏi c"]),
    ]
    assert [one.url for one in page.shelves] == ["ke/linh-vuc/dat-dai.html"]
    assert [one.link.url for one in index.occasions] == ["viec/dat.html"]


def test_the_starter_pages_lead_to_the_law() -> None:
    seen = catalog(starter(), DAY)
    pages = [one for one in occasion_pages(seen) if isinstance(one, OccasionPage)]
    assert len(pages) == len(starter().lists.occasions)
    assert all(one.first and one.asked for one in pages)


def test_a_bookcase_without_occasions_has_no_such_pages() -> None:
    assert list(occasion_pages(catalog(library(), DAY))) == []


def test_whom_to_ask_follows_from_the_subjects() -> None:
    assert roles_for(("dat-dai",), HELD) == ("mediation",)
    assert roles_for(("khac",), HELD) == DEFAULT_ROLES
