"""Nothing live that an editor wrote reaches a page, wherever it was written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from . import places
from .live import Element, acting
from .tiny import Built, Tiny, make
from .vectors import MARK, VECTORS

if TYPE_CHECKING:
    from pathlib import Path

NAMES = tuple(VECTORS)
PLACES = tuple(places.pages(0))


@dataclass(frozen=True, slots=True)
class Sites:
    """The same folder built twice: with harmless words, and with the payloads."""

    content: Path
    hostile: Built
    usual: frozenset[Element]


def _built(place: Path, payloads: list[str]) -> tuple[Tiny, Built]:
    place.mkdir()
    tiny = make(place)
    rows = tiny.content / "_data/communes.csv"
    rows.write_text(
        rows.read_text(encoding="utf-8") + places.commune_rows(len(payloads)),
        encoding="utf-8",
    )
    tiny.write(places.files(payloads))
    return tiny, tiny.build("--keep-going", jobs=2)


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Sites:
    """Build both."""
    place = tmp_path_factory.mktemp("sites")
    _, tame = _built(place / "tame", ["chữ"] * len(VECTORS))
    tiny, hostile = _built(place / "hostile", list(VECTORS.values()))
    usual = frozenset(
        element
        for path in tame.site.rglob("*.html")
        for element in acting(path.read_text(encoding="utf-8"))
    )
    return Sites(tiny.content, hostile, usual)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("name", NAMES)
def test_nothing_live_reaches_the_page(sites: Sites, name: str, place: str) -> None:
    number = NAMES.index(name)
    source = sites.content / places.sources(number)[place]
    assert MARK in source.read_text(encoding="utf-8")
    page = sites.hostile.page(places.pages(number)[place])
    assert acting(page) <= sites.usual
    assert "root:x:0" not in page


def test_nothing_live_reaches_any_page(sites: Sites) -> None:
    for path in sites.hostile.site.rglob("*.html"):
        assert acting(path.read_text(encoding="utf-8")) <= sites.usual, path
