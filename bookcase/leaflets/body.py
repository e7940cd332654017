"""The part of a leaflet that all communes share, laid out once for each title."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pydyf

from bookcase.diagnostics import Result, has_errors
from bookcase.leaflets import join
from bookcase.leaflets.alphabet import alphabet
from bookcase.leaflets.faults import Subject, foreign, strange_letters, told, unfit
from bookcase.leaflets.join import Body, escaped
from bookcase.leaflets.panels import panels
from bookcase.leaflets.pdffile import write
from bookcase.leaflets.pdfvalues import content, number_of
from bookcase.leaflets.setting import SIDES
from bookcase.leaflets.sheet import sheet
from bookcase.leaflets.trifold import set_sheet

if TYPE_CHECKING:
    from pathlib import Path

    from bookcase.leaflets.trifold import Title

_MM = 96 / 25.4
_PLACE = f"{0.37 * _MM:.6f} {0.61 * _MM:.6f} re".encode()
"""How the box that marks a commune's place is drawn; its size is the style sheet's."""
_COLOUR_AT = 9
_BOX = (
    *(b"q", b"q", _PLACE, b"W", b"n", "/Artifact", b"BMC", b"q", b" gs", b" rg"),
    *(_PLACE, b"W", b"n", _PLACE, b"f", b"Q", b"EMC", b"Q", b"Q"),
)
"""How each step of that drawing ends."""
_ABSENT = 1_000_000
"""From here on count objects that a body only names."""
_LANGUAGE = "vi"


class _OddError(Exception):
    """WeasyPrint drew something otherwise than we know; the plain way still works."""


def body(title: Title, assets: Path) -> Result[Body | None]:
    """Lay out what all communes share of a title.

    Returns:
        The body; None when there is an error, and none without one when only the plain
        way (:func:`bookcase.leaflets.trifold.plain`) can print the title.

    Finds:
        The same as :func:`bookcase.leaflets.trifold.make`, of the title's own panels.

    Raises:
        MachineError: WeasyPrint or a library that it needs is missing.
    """
    publication = title.publication
    read = panels(publication)
    found = [*unfit(publication, title.as_of), *read.diagnostics]
    if has_errors(tuple(found)):
        return Result(None, tuple(found))
    page = sheet(publication, read.value, None, title.site_host, title.warning)
    made = set_sheet(page, assets, alphabet(), title.variant)
    subject = Subject(publication, None, read.value)
    found += (told(one, subject) for one in made.measured(assets))
    found += strange_letters(made.source, subject, assets)
    if has_errors(tuple(found)):
        return Result(None, tuple(found))
    objects = made.rendered.objects(folded=True)
    found += foreign(objects.fonts, made.rendered.refused, subject)
    if has_errors(tuple(found)) or publication.language != _LANGUAGE:
        return Result(None, tuple(found))
    try:
        return Result(_taken(objects.pdf, page.title), tuple(found))
    except _OddError:
        return Result(None, tuple(found))


@dataclass(frozen=True, slots=True)
class _File:
    """A file taken apart; ``pages`` are its two sides."""

    pdf: Any
    pages: tuple[Any, ...]

    def at(self, reference: bytes) -> Any:  # noqa: ANN401 - any value of a PDF
        return self.pdf.objects[number_of(reference)]

    def elements(self, parent: Any, tag: str) -> list[Any]:  # noqa: ANN401 - as above
        held = (self.at(kid) for kid in parent["K"] if isinstance(kid, bytes))
        return [one for one in held if one["S"] == tag]


def _taken(pdf: Any, title: str) -> Body:  # noqa: ANN401 - untyped
    """Take a file apart and write it so that a tail fits to it."""
    pages = [one for one in pdf.objects if _is(one, "/Page")]
    if len(pages) != SIDES + 1:
        raise _OddError
    file = _File(pdf, tuple(pages[:SIDES]))
    pdf.pages["Kids"] = pydyf.Array([page.reference for page in file.pages])
    pdf.pages["Count"] = SIDES
    fixed = {**_elements(file), **_cut(file)}
    fixed |= {pdf.info.number: join.INFO, file.pages[0].number: join.PAGE}
    fixed[number_of(pdf.catalog["Metadata"])] = join.ABOUT
    return _body(pdf, fixed, title)


def _is(value: Any, kind: str) -> bool:  # noqa: ANN401 - as above
    return isinstance(value, dict) and value.get("Type") == kind


def _elements(file: _File) -> dict[int, int]:
    """Find the frames' elements and make room for a commune's marks.

    Returns:
        Their fixed numbers, by those that they have.
    """
    root = file.at(file.pdf.catalog["StructTreeRoot"])
    document = file.at(root["K"][0])
    document["K"] = pydyf.Array(document["K"][:SIDES])
    cover, _, back = file.elements(file.at(document["K"][0]), "/Sect")
    name, code = (one for one in file.elements(cover, "/Div")[2:4])
    contacts = file.elements(back, "/Div")[1]
    if any(one["K"] for one in (name, code, contacts)):
        raise _OddError
    _renumber_marks(file, root)
    numbers = (join.COVER_ELEMENT, join.BACK_ELEMENT, join.NAME, join.CODE)
    found = zip((cover, back, name, code), numbers, strict=True)
    return {one.number: at for one, at in found} | {contacts.number: join.CONTACTS}


def _renumber_marks(file: _File, root: Any) -> None:  # noqa: ANN401 - as above
    """Let the first page's own marks begin behind those that a commune may have."""
    nums = file.at(root["ParentTree"])["Nums"]
    first = file.pages[0]
    for reference in dict.fromkeys(nums[1]):
        element = file.at(reference)
        element["K"] = pydyf.Array(
            one + join.MARKS if isinstance(one, int) else one for one in element["K"]
        )
    for step in file.at(first["Contents"]).stream:
        if isinstance(step, dict) and "MCID" in step:
            step["MCID"] += join.MARKS
    reserved = (b"%d 0 R" % (_ABSENT + at) for at in range(join.MARKS))
    nums[1] = pydyf.Array([*reserved, *nums[1]])
    del nums[2 * SIDES :]


def _cut(file: _File) -> dict[int, int]:
    """Cut the first page's content at a commune's frames; it becomes five pieces.

    Returns:
        The fixed numbers of the pieces that are a commune's.
    """
    page, pdf = file.pages[0], file.pdf
    steps = file.at(page["Contents"]).stream
    first, second = _boxes(steps)
    colour = _hex(steps[first + _COLOUR_AT])
    _add_resources(file.at(page["Resources"]), pdf, colour)
    end = len(_BOX)
    own: tuple[list[Any], ...] = (
        steps[:first],
        [],
        steps[first + end : second],
        [],
        steps[second + end :],
    )
    for run in own:
        pdf.add_object(pydyf.Stream(run))
    made = pdf.objects[-len(own) :]
    page["Contents"] = pydyf.Array([one.reference for one in made])
    return {made[1].number: join.COVER, made[3].number: join.BACK}


def _boxes(steps: list[Any]) -> tuple[int, int]:
    """Find where the boxes begin that mark a commune's places, on cover and back."""
    shapes = [at for at, one in enumerate(steps) if _ends(one, _PLACE)]
    begins = [at - 2 for at in shapes[::3]]
    if len(begins) != SIDES or not all(_is_box(steps, at) for at in begins):
        raise _OddError
    return begins[0], begins[1]


def _is_box(steps: list[Any], at: int) -> bool:
    held = steps[at : at + len(_BOX)]
    return len(held) == len(_BOX) and all(map(_ends, held, _BOX))


def _ends(step: Any, end: Any) -> bool:  # noqa: ANN401 - as above
    return isinstance(step, type(end)) and bool(step.endswith(end))


def _hex(colour: bytes) -> bytes:
    parts = (float(one) for one in colour.split()[:3])
    return b"<%s>" % bytes(round(one * 255) for one in parts).hex().encode()


def _add_resources(resources: Any, pdf: Any, colour: bytes) -> None:  # noqa: ANN401 - as above
    """Add what tails name: the title's colour, and states."""
    spaces = pdf.objects[number_of(resources["ColorSpace"])]
    spaces[join.COLOUR] = pydyf.Array(["/Indexed", "/DeviceRGB", 0, colour])
    for name, state in join.STATES.items():
        resources["ExtGState"].setdefault(name, pydyf.Dictionary(state))


def _body(pdf: Any, fixed: dict[int, int], title: str) -> Body:  # noqa: ANN401 - as above
    """Write the file, its objects numbered as :mod:`bookcase.leaflets.join` tells."""
    absent = {_ABSENT + at: join.MARKED + at for at in range(join.MARKS)}
    file = write(pdf, fixed, absent, join.OWN, join.INFO)
    info = file.value(pdf.info)
    said = b"/Title " + file.value(pdf.info["Title"])
    about = content(pdf.objects[number_of(pdf.catalog["Metadata"])].stream)
    shown = b">" + escaped(title) + b"</rdf:li></rdf:Alt></dc:title>"
    if said not in info or shown not in about:
        raise _OddError
    head, _, tail = info.partition(said)
    before, _, after = about.partition(shown)
    return Body(
        data=file.data,
        title=title,
        table=file.table,
        size=file.size,
        root=file.root,
        info=(head + b"/Title ", tail),
        about=(before + b">", shown[len(escaped(title)) + 1 :] + after),
        identity=file.identity,
    )
