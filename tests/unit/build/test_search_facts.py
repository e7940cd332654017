"""What search is told of pages besides their words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bookcase.build.hub.scripts import thin
from bookcase.build.indexing.facts import facts
from bookcase.build.rendering.records import place_records, publication_records
from bookcase.model.act import Version
from bookcase.model.places import Commune, FormerCommune, Province, Scope
from bookcase.model.publication import Chapter
from bookcase.pages.catalog import catalog
from bookcase.pages.reading.publication import publication_pages
from bookcase.pages.shelves.az import az_pages
from bookcase.pages.shelves.shelf import ShelfIndex
from tests.unit.pages.samples import (
    DAY,
    LISTS,
    entry,
    library,
    question,
    repeal,
    work,
)

PLACES = replace(
    LISTS,
    provinces={"38": Province("38", "Tỉnh Thanh Hóa", "tỉnh")},
    communes={"16279": Commune("16279", "38", "Xã Ví Dụ", "xã")},
    former=(FormerCommune("1", "Xã Cũ", "Huyện Cũ", "Tỉnh Cũ", "16279", main=True),),
)


def test_an_act_has_its_states_with_their_first_days() -> None:
    a, b = work("a"), work("b", effects=(repeal("luat-a"),))
    known = facts(catalog(library(a, b), DAY))[a.url]
    assert known.turns == (
        (None, "chua-co-hieu-luc"),
        (date(2024, 1, 1), "con-hieu-luc"),
        (DAY, "het-hieu-luc-toan-bo"),
    )
    assert known.versions == ()
    assert known.values["loai"] == (("luat", "Luật"),)
    assert known.values["cap"] == (("central", "Trung ương"),)


def test_an_act_of_several_texts_has_their_first_days() -> None:
    days = (date(2024, 1, 1), date(2025, 1, 1))
    versions = tuple(Version(day, path=f"x/{day}.md") for day in reversed(days))
    a = work("a", versions=versions, issued=date(2023, 11, 1), subjects=("dat-dai",))
    known = facts(catalog(library(a), DAY))[a.url]
    assert known.versions == days
    assert known.turns[0] == (date(2023, 11, 1), "chua-co-hieu-luc")
    assert known.values["nam"] == (("2023", "2023"),)
    assert known.values["linh-vuc"] == (("dat-dai", "Đất đai"),)


def test_what_is_local_has_its_commune_and_its_province() -> None:
    a = work("a", scope=Scope("commune", "16279"))
    b = work("b", scope=Scope("province", "38"))
    found = facts(catalog(library(a, b, lists=PLACES), DAY))
    province = (("38", "Tỉnh Thanh Hóa"),)
    assert found[a.url].values["tinh"] == found[b.url].values["tinh"] == province
    assert found[a.url].values["xa"] == (("16279", "Xã Ví Dụ"),)
    assert "xa" not in found[b.url].values
    assert found["dia-phuong/38/16279.html"].values["tinh"] == province


def test_an_act_without_a_page_is_known_by_its_number() -> None:
    one = entry("1/2020/ND-CP", issued=date(2020, 2, 3))
    found = facts(catalog(library(register=(one,)), DAY))
    assert found["1/2020/ND-CP"].values["nam"] == (("2020", "2020"),)
    assert found["1/2020/ND-CP"].turns == ((date(2020, 2, 3), ""),)


def test_the_chapters_of_a_handbook_are_as_the_whole() -> None:
    chapter = Chapter("mo-dau", "Mở đầu", "Chữ.", "so-tay/x/mo-dau.md")
    book = replace(question("x"), chapters=(chapter,), subjects=("dat-dai",))
    found = facts(catalog(library(publications=(book,)), DAY))
    assert found["hoi-dap/x/mo-dau.html"] == found["hoi-dap/x.html"]


def test_a_commune_is_found_by_what_it_was() -> None:
    (place,) = place_records(catalog(library(lists=PLACES), DAY))
    assert place.title == "Xã Ví Dụ, Tỉnh Thanh Hóa"
    assert place.text == "Xã Cũ, Huyện Cũ, Tỉnh Cũ"
    assert (place.url, place.group) == ("dia-phuong/38/16279.html", "dia-phuong")


def test_a_publication_stands_in_the_group_of_its_kind() -> None:
    seen = catalog(library(publications=(question("x"),)), DAY)
    (page,) = publication_pages(question("x"), seen, lambda _: ())
    (record,) = publication_records(page, page.html())
    assert record.group == "hoi-dap"


def test_titles_stand_from_a_to_z_under_their_own_first_letter() -> None:
    works = (
        work("z", title="Luật Đất"),
        work("y", title="Luật Ăn"),
        work("x", title=""),
    )
    seen = catalog(library(*works, publications=(question("đường"),)), DAY)
    *pages, index = az_pages(seen)
    assert [page.url.rpartition("/")[2] for page in pages] == [
        "aw.html",
        "dd.html",
        "h.html",
        "x.html",
    ]
    assert isinstance(index, ShelfIndex)
    letters = [link.label for link in index.groups[0][1]]
    assert letters == ["Vần Ă", "Vần Đ", "Vần H", "Vần X"]


def test_a_script_loses_its_comments_and_keeps_its_words() -> None:
    script = """// a
/**
 * b
 */
  /** @type {any} */ var x = 1; // c
    /** d */
    var y = 'http://e'; /* f */
"""
    assert thin(script) == (
        "/** @type {any} */ var x = 1; // c\nvar y = 'http://e'; /* f */\n"
    )
