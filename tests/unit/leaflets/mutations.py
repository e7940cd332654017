"""Sheets spoiled at random, and whether each loses something.

The truth is taken from the same frames on a page without an end, read straight from
WeasyPrint's boxes, by code that shares nothing with the rules.
"""

from __future__ import annotations

import random
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from bookcase.leaflets import printer
from bookcase.leaflets.panels import panels
from bookcase.leaflets.sheet import Place, local, sheet, to_html
from bookcase.model.publication import Basis

from .samples import (
    ASSETS,
    COMMUNE,
    HOST,
    LOCALITY,
    PROVINCE,
    PUBLICATION,
    with_panel,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bookcase.model.publication import Publication

MM = 96 / 25.4
TALL = """
@page { size: 297mm 5000mm }
.mat, .to { height: 5000mm !important }
[data-khung] { height: auto !important }
"""
SENTENCE = "người dân nên giữ bản sao và hỏi cán bộ tư pháp khi chưa rõ điều gì"
Sample = tuple["Publication", Place]


def prose(dice: random.Random, most: int) -> str:
    return (
        " ".join(dice.choices(SENTENCE.split(), k=dice.randint(1, most))).capitalize()
        + "."
    )


def panel_text(dice: random.Random) -> Sample:
    name = dice.choice(["Gấp trong", "Trong 1", "Trong 2", "Trong 3"])
    return with_panel(name, prose(dice, 800)), place()


def panel_list(dice: random.Random) -> Sample:
    mark = dice.choice(["- ", "1. "])
    lines = [mark + prose(dice, 12) for _ in range(dice.randint(1, 60))]
    return with_panel("Trong 1", "Thêm:\n\n" + "\n".join(lines)), place()


def panel_table(dice: random.Random) -> Sample:
    rows = [
        f"| {prose(dice, 6)} | {prose(dice, 12)} |" for _ in range(dice.randint(1, 22))
    ]
    table = "\n".join(["| Việc | Cách làm |", "|---|---|", *rows])
    return with_panel("Trong 3", table), place()


def panel_callouts(dice: random.Random) -> Sample:
    notes = [
        f'!!! note "Nhớ"\n    {prose(dice, 14)}' for _ in range(dice.randint(1, 26))
    ]
    return with_panel("Trong 2", "\n\n".join(notes)), place()


def long_word(dice: random.Random) -> Sample:
    word = "n" * dice.randint(20, 60)
    text = dice.choice(["{}", "- {}", "## {}", "| a | b |\n|---|---|\n| {} | chữ |"])
    return with_panel("Trong 2", text.format(word)), place()


def title(dice: random.Random) -> Sample:
    return replace(PUBLICATION, title=prose(dice, 140)), place()


def summary(dice: random.Random) -> Sample:
    return replace(PUBLICATION, summary=prose(dice, 160)), place()


def law_behind(dice: random.Random) -> Sample:
    basis = tuple(
        Basis(f"Điều {number} Luật {prose(dice, 9)[:-1]} số {number}/2024/QH15")
        for number in range(1, dice.randint(2, 14))
    )
    return replace(PUBLICATION, legal_basis=basis), place()


def commune_name(dice: random.Random) -> Sample:
    commune = replace(COMMUNE, name="Xã " + prose(dice, 22)[:-1].title())
    return PUBLICATION, replace(place(), commune=commune)


def addresses(dice: random.Random) -> Sample:
    contacts = tuple(
        replace(dice.choice(LOCALITY.contacts), address=prose(dice, 34))
        for _ in range(dice.randint(1, 11))
    )
    return PUBLICATION, replace(place(), locality=replace(LOCALITY, contacts=contacts))


def silent_commune(dice: random.Random) -> Sample:
    silent = dice.choice([None, replace(LOCALITY, contacts=())])
    return PUBLICATION, replace(place(), locality=silent)


MUTATIONS: tuple[Callable[[random.Random], Sample], ...] = (
    panel_text,
    panel_list,
    panel_table,
    panel_callouts,
    long_word,
    title,
    summary,
    law_behind,
    commune_name,
    addresses,
    silent_commune,
)


def place() -> Place:
    return Place(COMMUNE, PROVINCE, LOCALITY)


def mutated(number: int) -> Sample:
    dice = random.Random(number)  # noqa: S311 - a seed, no secret
    return MUTATIONS[number % len(MUTATIONS)](dice)


@cache
def frames() -> dict[str, tuple[float, float]]:
    """Return each frame's height and width as the style sheet sets them."""
    return {
        box.element.get("data-khung"): (box.height, box.width)
        for box in boxes(page_html(PUBLICATION, place()), "")
        if is_frame(box)
    }


def page_html(publication: Publication, where: Place) -> str:
    page = sheet(publication, panels(publication).value, local(where, HOST), HOST)
    return to_html(page, ASSETS / "leaflets", small=True)


def boxes(html: str, style: str) -> Iterator[Any]:
    printer.render("", ASSETS, ())  # names the fonts before the import
    import weasyprint  # noqa: PLC0415 - not before

    sheets = [
        weasyprint.CSS(filename=ASSETS / "leaflets" / "to-gap.css"),
        weasyprint.CSS(string=style),
    ]
    document = weasyprint.HTML(string=html).render(stylesheets=sheets)
    for page in document.pages:
        yield from descend(page._page_box)  # noqa: SLF001 - the way in


def descend(box: Any) -> Iterator[Any]:  # noqa: ANN401 - a box
    box = getattr(box, "_box", box)
    yield box
    for child in getattr(box, "children", ()):
        yield from descend(child)


def is_frame(box: Any) -> bool:  # noqa: ANN401 - a box
    named = box.element is not None and box.element.get("data-khung")
    return bool(named) and hasattr(box, "children") and type(box).__name__ == "BlockBox"


def too_large(frame: Any) -> bool:  # noqa: ANN401 - a box
    """Tell whether text reaches below or beside where the sheet's frame would end."""
    height, width = frames()[frame.element.get("data-khung")]
    left, top = frame.content_box_x(), frame.content_box_y()
    texts = [box for box in descend(frame) if getattr(box, "text", "").strip()]
    low = max(
        (box.position_y + box.baseline + box.style["font_size"] / 4 for box in texts),
        default=top,
    )
    wide = max((box.position_x + box.width for box in texts), default=left)
    return bool(low - top > height + 0.3 * MM or wide - left > width + 0.3 * MM)


def loses(publication: Publication, where: Place) -> bool:
    """Tell whether something of a sheet would not be seen."""
    html = page_html(publication, where)
    return any(too_large(box) for box in boxes(html, TALL) if is_frame(box))
