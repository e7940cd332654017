"""A leaflet that rests on what is law no more is not printed, unless one insists."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from bookcase.build.printing.groundless import groundless
from bookcase.history.aims import Aim, Aimed
from bookcase.history.rests import Rest
from bookcase.history.stale import Standing, Verdict
from bookcase.leaflets.sheet import Place, local
from bookcase.leaflets.trifold import Title, plain
from bookcase.model.library import Library
from bookcase.pages.catalog import catalog
from bookcase.pages.reading.outdated import warning
from tests.unit.leaflets import samples
from tests.unit.leaflets.pdftext import text_of

if TYPE_CHECKING:
    from bookcase.pages.catalog import Catalog

TODAY = date(2026, 11, 24)
SINCE = date(2026, 1, 1)
TITLE = replace(
    samples.PUBLICATION,
    legal_basis=(replace(samples.PUBLICATION.legal_basis[0], line=12),),
)


def seen(standing: Standing, aimed: Aimed = Aimed.HELD) -> Catalog:
    row = Rest(TITLE.legal_basis[0], Aim(aimed, "x"), Verdict(standing, SINCE))
    library = Library(publications=(TITLE,))
    return catalog(library, TODAY, rests={TITLE.id: (row,)})


@pytest.mark.parametrize("standing", [Standing.REPEALED, Standing.ENDED])
def test_what_is_law_no_more_is_not_printed(standing: Standing) -> None:
    (found,) = groundless(TITLE, seen(standing))
    assert (found.code, found.level) == ("LEAF008", "warning")
    assert str(found.span) == "to-gap/viet-di-chuc.md:12:1"
    assert "từ ngày 01/01/2026" in found.message
    assert list(groundless(TITLE, seen(standing), allow_stale=True)) == []


def test_a_provision_that_does_not_exist_is_no_ground_even_if_one_insists() -> None:
    for allow in (False, True):
        (found,) = groundless(TITLE, seen(Standing.NEVER), allow_stale=allow)
        assert (found.code, found.level) == ("LEAF015", "error")
        assert found.message == (
            "tờ gấp «Viết di chúc cho đúng» không được in: x không có quy định mà tờ"
            " gấp dựa vào, «Điều 624 Bộ luật Dân sự số 91/2015/QH13»"
        )


@pytest.mark.parametrize(
    ("standing", "aimed"),
    [(Standing.CHANGED, Aimed.HELD), (Standing.ENDED, Aimed.NOT_HELD)],
)
def test_what_is_printed_all_the_same_says_so(standing: Standing, aimed: Aimed) -> None:
    known = seen(standing, aimed)
    assert list(groundless(TITLE, known)) == []
    said = words(warning(TITLE, known))
    assert "Quy định được dẫn" in said
    assert "từ ngày 01/01/2026" in said


def test_what_still_holds_is_printed_without_a_word() -> None:
    known = seen(Standing.SAME)
    assert list(groundless(TITLE, known)) == []
    assert "Quy định được dẫn" not in words(warning(TITLE, known))


def words(said: str) -> str:
    own = local(Place(samples.COMMUNE, samples.PROVINCE))
    made = plain(Title(TITLE, warning=said), own, samples.ASSETS)
    return " ".join(text_of(made.value).replace("\u00a0", " ").split())
