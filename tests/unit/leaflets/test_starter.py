"""Every leaflet of the starter content, for every commune that tells of itself."""

from __future__ import annotations

import csv
from functools import cache
from typing import TYPE_CHECKING

import pytest

from bookcase.leaflets.body import body
from bookcase.leaflets.join import joined
from bookcase.leaflets.sheet import Place, local
from bookcase.leaflets.tails import Framed, tails
from bookcase.leaflets.trifold import Title, make
from bookcase.metadata.locality import read_locality
from bookcase.metadata.publication import read_publication
from bookcase.model.places import Commune, Locality, Province
from tests.shared import ROOT

from .pdftext import text_of
from .samples import ASSETS, HOST

if TYPE_CHECKING:
    from pathlib import Path

CONTENT = ROOT / "content"
ALL = sorted(CONTENT.glob("to-gap/*.md"))
LEAFLETS = [one for one in ALL if "language: vi" in one.read_text(encoding="utf-8")]
FOREIGN = [one for one in ALL if one not in LEAFLETS]
LOCALITIES = sorted(CONTENT.glob("dia-phuong/*/*.yml"))


@cache
def rows(name: str) -> dict[str, dict[str, str]]:
    with (CONTENT / "_data" / name).open(encoding="utf-8", newline="") as file:
        return {row["code"]: row for row in csv.DictReader(file)}


def province(code: str) -> Province:
    row = rows("provinces.csv")[code]
    return Province(code, row["name"], row["kind"])


def commune(code: str) -> Commune:
    row = rows("communes.csv")[code]
    return Commune(code, row["province"], row["name"], row["kind"])


def localities() -> dict[str, Locality]:
    read = (
        read_locality(path.read_text(encoding="utf-8"), path.name)
        for path in LOCALITIES
    )
    return {one.value.code: one.value for one in read}


@cache
def frames() -> tuple[Framed, ...]:
    places = (
        Place(commune(code), province(commune(code).province), told)
        for code, told in localities().items()
    )
    made = tails([local(one, HOST) for one in places], ASSETS)
    assert [one.diagnostics for one in made] == [()] * len(LOCALITIES)
    return tuple(one.value for one in made if one.value)


@pytest.mark.parametrize("path", FOREIGN, ids=lambda path: path.stem)
def test_a_leaflet_in_another_language_is_printed_as_a_whole(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    publication = read_publication(text, f"to-gap/{path.name}").value
    assert body(Title(publication, HOST), ASSETS).value is None
    place = frames()[0].local.place
    assert place
    made = make(publication, place.commune, place.province, None, ASSETS)
    assert made.value.startswith(b"%PDF-")
    assert made.diagnostics == ()


@pytest.mark.parametrize("path", LEAFLETS, ids=lambda path: path.stem)
def test_a_starter_leaflet_fits_for_all(path: Path) -> None:
    name = f"to-gap/{path.name}"
    text = path.read_text(encoding="utf-8")
    publication = read_publication(text, name).value
    own = body(Title(publication, HOST), ASSETS).value
    assert own is not None
    for framed in frames():
        where = framed.local.place
        made = make(
            publication,
            where.commune,
            where.province,
            where.locality,
            ASSETS,
            site_host=HOST,
        )
        assert made.diagnostics == ()
        assert framed.tail is not None
        assert text_of(joined(own, framed.tail)) == text_of(made.value)
        assert made.value.startswith(b"%PDF-")


def test_the_longest_name_of_all_communes_fits() -> None:
    longest = max(
        rows("communes.csv").values(),
        key=lambda row: len(
            row["name"] + rows("provinces.csv")[row["province"]]["name"]
        ),
    )
    place = commune(longest["code"])
    text = LEAFLETS[0].read_text(encoding="utf-8")
    publication = read_publication(text, f"to-gap/{LEAFLETS[0].name}").value
    made = make(
        publication, place, province(place.province), None, ASSETS, site_host=HOST
    )
    assert made.diagnostics == ()


@pytest.mark.parametrize("path", LEAFLETS, ids=lambda path: str(path.stem))
def test_a_title_has_words_of_its_own_for_its_poster_and_its_message(
    path: Path,
) -> None:
    text = path.read_text(encoding="utf-8")
    _, _, poster = text.partition("\n# Áp phích\n")
    assert poster.count("\n## ") >= 2
    told = [one.read_text(encoding="utf-8") for one in CONTENT.glob("tin-nhan/*.md")]
    assert any(f"\nof: to-gap-{path.stem}\n" in one for one in told)
