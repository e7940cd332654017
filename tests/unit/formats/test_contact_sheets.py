"""The documentation shows each starter leaflet as it is printed."""

from __future__ import annotations

import re

from PIL import Image

from bookcase.content.loading import load
from bookcase.model.publication import PublicationKind
from tests.contactsheets import CONTENT, FOLDER, ROOT, rows


def test_every_starter_leaflet_has_its_contact_sheet() -> None:
    titles = {
        one.name: one.title
        for one in load(CONTENT).value.publications
        if one.kind is PublicationKind.LEAFLET and one.language == "vi"
    }
    page = (ROOT / "docs" / "to-gap.md").read_text("utf-8")
    shown = re.findall(
        r"^## (.*)\n\n!\[.*\]\(anh/to-gap/(.*)\.webp\)$", page, re.MULTILINE
    )
    assert {name: title for title, name in shown} == titles
    assert {path.stem for path in FOLDER.glob("*.webp")} == {*titles}


def test_pictures_lie_in_rows_without_touching() -> None:
    one = Image.new("RGB", (40, 20), "red")
    whole = rows(((one, one), (one,)))
    assert whole.size == (16 + 2 * (40 + 16), 16 + 2 * (20 + 16))
    assert whole.getpixel((16, 16)) == (255, 0, 0)
    assert whole.getpixel((16 + 40, 16)) != (255, 0, 0)
