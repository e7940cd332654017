"""A leaflet that rests on what is law no more is not printed, unless one insists."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from bookcase.build.context import BuildConfig
from bookcase.build.execute import InProcess
from bookcase.build.leaflets import print_all
from bookcase.history.aims import Aim, Aimed
from bookcase.history.rests import Rest
from bookcase.history.stale import Standing, Verdict
from bookcase.model.library import Library
from bookcase.model.lists import Lists
from bookcase.pages.catalog import catalog
from tests.unit.leaflets import samples
from tests.unit.leaflets.pdftext import text_of

if TYPE_CHECKING:
    from pathlib import Path

    from bookcase.pages.catalog import Catalog

TODAY = date(2026, 11, 24)
SINCE = date(2026, 1, 1)


def seen(standing: Standing, aimed: Aimed = Aimed.HELD) -> Catalog:
    title, commune = samples.PUBLICATION, samples.COMMUNE
    locality = replace(samples.LOCALITY, all_leaflets=True)
    lists = Lists(
        communes={commune.code: commune},
        provinces={samples.PROVINCE.code: samples.PROVINCE},
    )
    library = Library(
        publications=(title,), localities={commune.code: locality}, lists=lists
    )
    row = Rest(title.legal_basis[0], Aim(aimed, "x"), Verdict(standing, SINCE))
    return catalog(library, TODAY, rests={title.id: (row,)})


def config(site: Path, *, allow: bool = False) -> BuildConfig:
    return BuildConfig(site, site, samples.ASSETS, TODAY, allow_stale=allow)


@pytest.mark.parametrize("standing", [Standing.REPEALED, Standing.ENDED])
def test_what_is_law_no_more_is_not_printed(tmp_path: Path, standing: Standing) -> None:
    made = print_all(config(tmp_path), seen(standing), InProcess())
    assert made.printed == ()
    (found,) = made.found
    assert (found.code, found.level) == ("LEAF008", "warning")
    assert found.span.line == samples.PUBLICATION.legal_basis[0].line
    assert list(tmp_path.rglob("*.pdf")) == []


@pytest.mark.parametrize(
    ("standing", "aimed", "allow"),
    [
        (Standing.REPEALED, Aimed.HELD, True),
        (Standing.CHANGED, Aimed.HELD, False),
        (Standing.ENDED, Aimed.NOT_HELD, False),
    ],
)
def test_what_is_printed_all_the_same_says_so(
    tmp_path: Path, standing: Standing, aimed: Aimed, *, allow: bool
) -> None:
    made = print_all(config(tmp_path, allow=allow), seen(standing, aimed), InProcess())
    assert made.found == ()
    (job,) = made.printed
    said = words(tmp_path / job.url)
    assert "Quy định được dẫn" in said
    assert "từ ngày 01/01/2026" in said


def words(path: Path) -> str:
    return " ".join(text_of(path.read_bytes()).replace("\u00a0", " ").split())


def test_what_still_holds_is_printed_without_a_word(tmp_path: Path) -> None:
    made = print_all(config(tmp_path), seen(Standing.SAME), InProcess())
    (job,) = made.printed
    assert "Quy định được dẫn" not in words(tmp_path / job.url)
