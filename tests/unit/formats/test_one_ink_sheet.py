"""The tri-fold for photocopiers: all of the words, black lines, no tint to blot."""

from __future__ import annotations

import pypdfium2
from PIL import Image, ImageChops, ImageStat

from bookcase.leaflets.formats.kinds import FORMATS, format_of, grey, press
from bookcase.leaflets.formats.publications import Order, make
from bookcase.leaflets.sheet import local
from bookcase.leaflets.trifold import Title, plain
from bookcase.model.publication import PublicationKind
from tests.unit.leaflets.pdftext import text_of
from tests.unit.leaflets.samples import PUBLICATION

from .samples import ASSETS, CONTENT, HOST, PLACE

ONE_INK = format_of("bw", PublicationKind.LEAFLET)


def printed() -> bytes:
    made = make(Order(PUBLICATION, ONE_INK, PLACE, HOST), CONTENT, ASSETS)
    assert made.diagnostics == ()
    return made.value


def sides(data: bytes) -> list[Image.Image]:
    with pypdfium2.PdfDocument(data) as document:
        return [page.render(scale=1).to_pil().convert("RGB") for page in document]


def test_one_ink_of_a_leaflet_is_a_tri_fold() -> None:
    assert (ONE_INK.key, ONE_INK.template, ONE_INK.grey) == ("bw", "sheet", True)
    assert format_of("bw", PublicationKind.HANDBOOK) == FORMATS["bw"]


def test_it_says_what_the_coloured_one_says() -> None:
    usual = plain(Title(PUBLICATION, HOST), local(PLACE, HOST), ASSETS).value
    assert text_of(printed()) == text_of(usual)


def test_it_has_no_colour_and_no_large_black_area() -> None:
    for side in sides(printed()):
        red, green, blue = side.split()
        for one, other in ((red, green), (green, blue)):
            assert ImageChops.difference(one, other).getextrema() == (0, 0)
        (mean,) = ImageStat.Stat(side.convert("L")).mean
        assert mean > 200


def test_for_a_printing_house_one_ink_has_the_last_word() -> None:
    wanted = press(grey(format_of("bw", PublicationKind.LEAFLET)))
    assert wanted.styles[-1] == grey(ONE_INK).styles[-1]
    assert press(ONE_INK).styles == (
        ONE_INK.styles[0],
        press(format_of("press", PublicationKind.LEAFLET)).styles[-1],
        ONE_INK.styles[-1],
    )
