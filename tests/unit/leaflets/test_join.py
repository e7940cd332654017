"""A title's body and a commune's tail, joined: the sheet that the plain way makes."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pdfua
import pikepdf
import pytest

from bookcase.leaflets import join
from bookcase.leaflets.body import body
from bookcase.leaflets.join import Body, Tail, joined
from bookcase.leaflets.printer import ARCHIVE
from bookcase.leaflets.sheet import Local, Place, for_everywhere, local
from bookcase.leaflets.tails import tails
from bookcase.leaflets.trifold import Title, plain

from .pdftext import text_of
from .samples import ASSETS, COMMUNE, HOST, LOCALITY, PROVINCE, PUBLICATION

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SILENT = replace(LOCALITY, contacts=())
LONG = replace(COMMUNE, name="Phường Đông Hòa Hiệp Thượng Tân Mẫu", kind="phường")
TITLE = Title(replace(PUBLICATION, title="Quyền & nghĩa vụ <3"), HOST)
LOCALS: tuple[Local, ...] = (
    local(Place(COMMUNE, PROVINCE, LOCALITY), HOST),
    local(Place(COMMUNE, PROVINCE, SILENT), HOST),
    local(Place(LONG, PROVINCE, LOCALITY), HOST),
    for_everywhere(HOST),
)


def made_body(title: Title = TITLE) -> Body:
    made = body(title, ASSETS)
    assert made.diagnostics == ()
    assert made.value is not None
    return made.value


def made_tails(*locals_: Local) -> list[Tail]:
    made = tails(locals_, ASSETS)
    assert [one.diagnostics for one in made] == [()] * len(locals_)
    held = [one.value.tail for one in made if one.value]
    return [one for one in held if one]


BODY = made_body()
TAILS = made_tails(*LOCALS)
FILES = [joined(BODY, tail) for tail in TAILS]


@pytest.mark.parametrize("number", range(len(LOCALS)))
def test_a_joined_sheet_says_what_the_plain_one_says(number: int) -> None:
    whole = plain(TITLE, LOCALS[number], ASSETS).value
    assert text_of(FILES[number]) == text_of(whole)
    with pikepdf.open(io.BytesIO(whole)) as one:
        wanted = described(one)
    with pikepdf.open(io.BytesIO(FILES[number])) as other:
        assert described(other) == wanted


@pytest.mark.filterwarnings(
    "ignore::pytest.PytestUnraisableExceptionWarning"  # WeasyPrint's colour profile
)
def test_a_sheet_for_archives_is_joined_too() -> None:
    title = replace(TITLE, variant=ARCHIVE)
    data = joined(made_body(title), TAILS[0])
    whole = plain(title, LOCALS[0], ASSETS).value
    with pikepdf.open(io.BytesIO(data)) as pdf, pikepdf.open(io.BytesIO(whole)) as one:
        assert described(pdf) == described(one)
        with pdf.open_metadata() as about:
            assert (about["pdfaid:part"], about["pdfaid:conformance"]) == ("2", "A")
        assert pdf.Root.OutputIntents[0].S == "/GTS_PDFA1"
        assert len(pdf.trailer.ID) == 2


def described(pdf: pikepdf.Pdf) -> list[object]:
    """Return what programs and screen readers hear of a file."""
    root: Any = pdf.Root.StructTreeRoot.K[0]
    with pdf.open_metadata() as about:
        told = {key: one for key, one in about.items() if "MetadataDate" not in key}
    return [
        told,
        {key: str(value) for key, value in pdf.docinfo.items()},
        str(pdf.Root.Lang),
        str(pdf.Root.ViewerPreferences),
        outline(pdf),
        [[float(x) for x in page.mediabox] for page in pdf.pages],
        list(heard(root)),
    ]


def outline(pdf: pikepdf.Pdf) -> list[str]:
    with pdf.open_outline() as held:
        return [one.title for one in held.root]


def heard(element: Any, depth: int = 0) -> Iterator[object]:  # noqa: ANN401 - untyped
    """Yield the elements in reading order, with the words that belong to each."""
    yield depth, str(element.S), str(element.get("/Alt", ""))
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            yield depth, words(element.Pg)[kid]
        else:
            yield from heard(kid, depth + 1)


def words(page: Any) -> dict[int, str]:  # noqa: ANN401 - as above
    """Return what is drawn under each mark of a page."""
    found: dict[int, list[str]] = {}
    mark = -1
    for step in pikepdf.parse_content_stream(pikepdf.Page(page)):
        name = str(step.operator)
        if name == "BDC":
            mark = int(step.operands[1].MCID)
            found.setdefault(mark, [])
        elif name == "EMC":
            mark = -1
        elif mark >= 0 and name in {"TJ", "Tj", "Do"}:
            found[mark].append(str(step.operands))
    return {mark: " ".join(steps) for mark, steps in found.items()}


@pytest.mark.parametrize("data", FILES)
def test_a_joined_file_has_no_fault(data: bytes) -> None:
    with pikepdf.open(io.BytesIO(data), attempt_recovery=False) as pdf:
        assert pdf.check_pdf_syntax() == []
        first, now = map(bytes, pdf.trailer.ID)
    assert first != now


@pytest.mark.parametrize("number", range(len(LOCALS)))
def test_a_checker_of_pdf_ua_finds_nothing(number: int, tmp_path: Path) -> None:
    path = tmp_path / "to-gap.pdf"
    path.write_bytes(FILES[number])
    assert pdfua.validate(str(path)).findings == ()


def test_each_mark_belongs_to_the_element_that_the_parent_tree_names() -> None:
    for data in FILES:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            nums = pdf.Root.StructTreeRoot.ParentTree.Nums
            for page in pdf.pages:
                held = nums[list(nums[::2]).index(page.obj.StructParents) * 2 + 1]
                for mark in words(page.obj):
                    kids = held[mark].K
                    assert mark in [one for one in kids if isinstance(one, int)]


def test_the_title_stands_in_both_places() -> None:
    wanted = "Tờ gấp: Quyền & nghĩa vụ <3 – Xã Bảo Lạc, Tỉnh Cao Bằng"
    with pikepdf.open(io.BytesIO(FILES[0])) as pdf, pdf.open_metadata() as about:
        assert (about["dc:title"], str(pdf.docinfo.Title)) == (wanted, wanted)


def test_a_tail_is_the_same_alone_and_among_others() -> None:
    assert [made_tails(one)[0] for one in LOCALS] == TAILS


def test_all_that_a_tail_replaces_has_a_fixed_number() -> None:
    for tail in TAILS:
        numbers = [number for number, _ in tail.offsets]
        assert numbers == [join.COVER, join.BACK, join.BUNDLE]
        assert set(tail.bundled) <= {
            *range(join.NAME, join.CONTACTS + 1),
            *range(join.MARKED, join.OWN),
        }


def test_sizes_keep_to_their_bounds() -> None:
    assert len(BODY.data) <= 60_000
    assert max(len(tail.data) for tail in TAILS) <= 7_000
    assert max(map(len, FILES)) <= 68_000
