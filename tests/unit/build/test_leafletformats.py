"""Other formats for communes: what is made, what stands, what is told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bookcase.build.printing.leafletformats import print_formats
from bookcase.build.printing.leaflets import print_sheets
from bookcase.build.printing.sheetparts import shop
from bookcase.build.work.execute import workers
from bookcase.leaflets.formats.kinds import POSTER, format_of
from bookcase.model.places import Notice
from bookcase.model.publication import PublicationKind
from tests.unit.leaflets.pdftext import text_of
from tests.unit.leaflets.samples import ASSETS

from .test_leaflets import FIRST, ORDER, OWN, SILENT

if TYPE_CHECKING:
    from pathlib import Path

    from bookcase.build.printing.sheetruns import Printed, SheetOrder
    from bookcase.leaflets.formats.kinds import Format

ONE = replace(ORDER, titles=(FIRST,))
FILES = ["04/01321/viet-di-chuc-poster.pdf", "04/01330/viet-di-chuc-poster.pdf"]


def printed(folder: Path, order: SheetOrder = ONE, wanted: Format = POSTER) -> Printed:
    content = folder / "content"
    content.mkdir(exist_ok=True)
    with workers(1) as pool:
        place = shop(ASSETS, pool, 1, folder / "cache")
        return print_formats(order, wanted, place, content, folder / "out")


def standing(folder: Path) -> list[str]:
    held = (folder / "out").rglob("*.pdf")
    return sorted(path.relative_to(folder / "out").as_posix() for path in held)


def test_each_commune_has_its_own_and_a_second_run_makes_nothing(
    tmp_path: Path,
) -> None:
    first, second = printed(tmp_path), printed(tmp_path)
    assert (first.written, first.failed, first.found) == (2, 0, ())
    assert (second.written, second.kept) == (0, 2)
    assert standing(tmp_path) == FILES
    texts = [text_of((tmp_path / "out" / name).read_bytes()) for name in FILES]
    for text, own in zip(texts, (OWN, SILENT), strict=True):
        assert own.place.commune.name in text.replace("\u00a0", " ")


def test_new_pictures_and_another_format_are_made_again(tmp_path: Path) -> None:
    printed(tmp_path)
    pictures = tmp_path / "content" / "to-gap" / "attachments"
    pictures.mkdir(parents=True)
    (pictures / "dau.png").write_bytes(b"...")
    assert printed(tmp_path).written == 2
    (tmp_path / "content" / "to-gap" / "khac.md").write_text("bài khác", "utf-8")
    assert printed(tmp_path).written == 0
    assert printed(tmp_path, wanted=replace(POSTER, name="khác")).written == 2


def test_what_fails_is_told_and_not_written(tmp_path: Path) -> None:
    printed(tmp_path)
    bare = replace(FIRST, publication=replace(FIRST.publication, legal_basis=()))
    made = printed(tmp_path, replace(ONE, titles=(bare,)))
    assert (made.asked, made.failed) == (2, 2)
    assert [one.code for one in made.found] == ["LEAF009"]
    assert standing(tmp_path) == []


def test_sheets_and_posters_stand_side_by_side(tmp_path: Path) -> None:
    printed(tmp_path)
    with workers(1) as pool:
        place = shop(ASSETS, pool, 1, tmp_path / "cache")
        assert print_sheets(ONE, place, tmp_path / "out").written == 2
        assert print_sheets(ONE, place, tmp_path / "out").kept == 2
    assert printed(tmp_path).kept == 2
    assert len(standing(tmp_path)) == 4


def test_tri_folds_for_the_press_bear_names_of_their_own(tmp_path: Path) -> None:
    kind = PublicationKind.LEAFLET
    one = replace(ONE, locals=ONE.locals[:1])
    for key in ("press", "poster-press"):
        made = printed(tmp_path, one, format_of(key, kind))
        assert (made.written, made.found) == (1, ())
    assert standing(tmp_path) == [
        "04/01321/viet-di-chuc-poster-press.pdf",
        "04/01321/viet-di-chuc-press.pdf",
    ]
    assert printed(tmp_path, one, format_of("press", kind)).kept == 1
    other = replace(one.locals[0], notices=(Notice("Họp thôn", "Tối thứ Bảy."),))
    again = printed(tmp_path, replace(one, locals=(other,)), format_of("press", kind))
    assert again.written == 1
