"""The tri-fold for a printing house: boxes, colour beyond the cut, nothing moved."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import cache

import pikepdf
import pypdfium2
from PIL import Image, ImageChops

from bookcase.leaflets.formats.kinds import HANDBOOK, format_of, press
from bookcase.leaflets.formats.publications import Order, make
from bookcase.leaflets.sheet import local
from bookcase.leaflets.trifold import Title, plain
from bookcase.model.publication import PublicationKind
from tests.unit.leaflets.pdftext import text_of
from tests.unit.leaflets.samples import PUBLICATION, with_panel

from .samples import ASSETS, CONTENT, HOST, PLACE

PRESS = format_of("press", PublicationKind.LEAFLET)
DOTS = 4
"""To a millimetre."""
AROUND, BLEED = 8, 3
WIDTH, HEIGHT = 297, 210
WHITE = (255, 255, 255)


@cache
def pressed() -> bytes:
    made = make(Order(PUBLICATION, PRESS, PLACE, HOST), CONTENT, ASSETS)
    assert made.diagnostics == ()
    return made.value


@cache
def usual() -> bytes:
    return plain(Title(PUBLICATION, HOST), local(PLACE, HOST), ASSETS).value


def side(data: bytes, number: int) -> Image.Image:
    with pypdfium2.PdfDocument(data) as document:
        page = document[number]
        wide = round(page.get_width() * 25.4 / 72)
        bitmap = page.render(scale=wide * DOTS / page.get_width())
        image: Image.Image = bitmap.to_pil().convert("RGB")
        return image


def at(picture: Image.Image, right: float, down: float) -> object:
    """Return the colour at a place in millimetres from the cut's corner."""
    place = ((AROUND + right) * DOTS, (AROUND + down) * DOTS)
    return picture.getpixel((round(place[0]), round(place[1])))


def inner(picture: Image.Image, around: int = 0) -> Image.Image:
    """Cut out what lies between the fold ticks of the usual sheet."""
    left, top = around * DOTS, (around + 6) * DOTS
    high = HEIGHT - 12
    return picture.crop((left, top, left + WIDTH * DOTS, top + high * DOTS))


def test_a_leaflet_for_the_press_is_the_tri_fold() -> None:
    assert (PRESS.key, PRESS.template) == ("press", "sheet")
    poster = format_of("poster-press", PublicationKind.LEAFLET)
    assert (poster.key, poster.template, poster.press) == ("poster-press", "poster", 1)
    book = format_of("press", PublicationKind.HANDBOOK)
    assert book == replace(press(HANDBOOK), key="press")


def test_both_sides_have_three_millimetres_of_bleed() -> None:
    with pikepdf.open(io.BytesIO(pressed())) as pdf:
        assert len(pdf.pages) == 2
        for page in pdf.pages:
            trim, bleed, media = (
                [float(end) * 25.4 / 72 for end in box]
                for box in (page.trimbox, page.bleedbox, page.mediabox)
            )
            assert [round(trim[2] - trim[0]), round(trim[3] - trim[1])] == [297, 210]
            for box, by in ((bleed, BLEED), (media, AROUND)):
                beyond = [end - own for end, own in zip(box, trim, strict=True)]
                assert [round(one, 1) for one in beyond] == [-by, -by, by, by]


def test_colour_goes_on_beyond_the_cut_and_no_further() -> None:
    outside, inside = side(pressed(), 0), side(pressed(), 1)
    band = at(outside, 50, 2)
    assert band != WHITE
    for picture in (outside, inside):
        for right, down in ((50, -2.5), (-2.5, -2.5), (-2.5, 2), (WIDTH + 2.5, 2)):
            assert at(picture, right, down) == band
        assert at(picture, 50, -BLEED - 0.5) == WHITE
    assert at(outside, WIDTH + 2.5, 80) == at(outside, WIDTH - 2, 80) == band
    assert at(outside, WIDTH + BLEED + 0.5, 80) == WHITE


def test_marks_for_folding_stand_outside_the_cut() -> None:
    for number, folds in ((0, (97, 197)), (1, (100, 200))):
        picture = side(pressed(), number)
        for fold in folds:
            for down in (-6, HEIGHT + 6):
                near = [at(picture, fold + by / DOTS, down) for by in (-1, 0, 1)]
                assert any(one != WHITE for one in near)


def test_within_the_cut_it_is_the_usual_sheet() -> None:
    assert text_of(pressed()) == text_of(usual())
    for number in (0, 1):
        own, held = inner(side(pressed(), number), AROUND), inner(side(usual(), number))
        apart = ImageChops.difference(own, held).convert("L")
        loud = sum(apart.histogram()[64:])
        assert loud / (own.width * own.height) < 0.001


def test_without_a_commune_it_is_for_all() -> None:
    made = make(Order(PUBLICATION, PRESS, None, HOST), CONTENT, ASSETS)
    assert "Dấu, địa chỉ và số điện thoại" in text_of(made.value).replace("\xa0", " ")


def test_what_does_not_fit_is_not_printed() -> None:
    crowded = with_panel("Trong 1", "\n\n".join(["Chữ nhiều quá chỗ."] * 80))
    made = make(Order(crowded, PRESS, PLACE, HOST), CONTENT, ASSETS)
    assert made.value == b""
    assert any(one.code.startswith("LEAF01") for one in made.diagnostics)
    bare = replace(PUBLICATION, legal_basis=())
    made = make(Order(bare, PRESS, PLACE, HOST), CONTENT, ASSETS)
    assert [one.code for one in made.diagnostics] == ["LEAF009"]
