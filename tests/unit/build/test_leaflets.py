"""Whole files for printing: what is made, what stands, what is told."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pikepdf
import pytest

from bookcase.build.printing.leaflets import address_of, forget_others, print_sheets
from bookcase.build.printing.sheetparts import shop
from bookcase.build.printing.sheetruns import Printed, SheetOrder
from bookcase.build.work.execute import workers
from bookcase.diagnostics import Diagnostic, Span
from bookcase.leaflets.sheet import Place, local
from bookcase.leaflets.trifold import Title, plain
from bookcase.model.places import Notice
from tests.unit.leaflets.pdftext import text_of
from tests.unit.leaflets.samples import (
    ASSETS,
    COMMUNE,
    HOST,
    LOCALITY,
    PROVINCE,
    PUBLICATION,
    with_panel,
)

if TYPE_CHECKING:
    from pathlib import Path

    from bookcase.leaflets.sheet import Local
    from bookcase.model.publication import Publication

DAY = date(2026, 11, 24)
FIRST = Title(PUBLICATION, HOST)
SECOND = Title(
    replace(PUBLICATION, id="to-gap-hai", name="hai", path="to-gap/hai.md"), HOST
)
OWN = local(Place(COMMUNE, PROVINCE, LOCALITY), HOST, DAY)
SILENT = local(Place(replace(COMMUNE, code="01330", name="Xã Mẫu Hai"), PROVINCE), HOST)
ORDER = SheetOrder((FIRST, SECOND), (OWN, SILENT))
FILES = [
    "04/01321/hai.pdf",
    "04/01321/viet-di-chuc.pdf",
    "04/01330/hai.pdf",
    "04/01330/viet-di-chuc.pdf",
]


def printed(folder: Path, order: SheetOrder = ORDER, jobs: int = 1) -> Printed:
    with workers(jobs) as pool:
        place = shop(ASSETS, pool, jobs, folder / "cache")
        return print_sheets(order, place, folder / "out")


def standing(folder: Path) -> dict[str, bytes]:
    out = folder / "out"
    files = sorted(path for path in out.rglob("*") if path.is_file())
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in files}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    first = printed(folder)
    assert (first.asked, first.kept, first.written, first.found) == (4, 0, 4, ())
    assert first.size == sum(map(len, standing(folder).values()))
    return folder


def test_a_commune_has_its_titles_together(made: Path) -> None:
    assert list(standing(made)) == FILES
    assert address_of(FIRST, OWN) == "04/01321/viet-di-chuc.pdf"


def test_an_unchanged_run_makes_nothing(made: Path) -> None:
    whens = {path: path.stat().st_mtime_ns for path in (made / "out").rglob("*.pdf")}
    again = printed(made)
    assert (again.asked, again.kept, again.written) == (4, 4, 0)
    assert whens == {path: path.stat().st_mtime_ns for path in whens}


def test_two_workers_make_the_same_bytes(made: Path, tmp_path: Path) -> None:
    printed(tmp_path, jobs=2)
    assert standing(tmp_path) == standing(made)


def test_a_changed_telephone_changes_its_commune(made: Path) -> None:
    before, other = standing(made), phone("0200 000 0999")
    changed = printed(made, SheetOrder(ORDER.titles, (other, SILENT)))
    assert (changed.kept, changed.written) == (2, 2)
    after = standing(made)
    assert {name for name in FILES if before[name] != after[name]} == set(FILES[:2])
    assert "0200 000 0999" in text_of(after[FILES[0]]).replace("\u00a0", " ")
    printed(made)


def phone(number: str) -> Local:
    contacts = (replace(LOCALITY.contacts[0], phone=number), *LOCALITY.contacts[1:])
    told = replace(LOCALITY, contacts=contacts)
    return local(Place(COMMUNE, PROVINCE, told), HOST, DAY)


def test_a_changed_text_changes_its_title(made: Path) -> None:
    before = standing(made)
    text = replace(FIRST, publication=with_panel("Trong 3", "Hỏi lại cho chắc."))
    changed = printed(made, SheetOrder((text, SECOND), ORDER.locals))
    assert (changed.kept, changed.written) == (2, 2)
    after = standing(made)
    wanted = {FILES[1], FILES[3]}
    assert {name for name in FILES if before[name] != after[name]} == wanted
    printed(made)


def test_a_file_that_was_spoiled_or_lost_is_made_again(made: Path) -> None:
    (made / "out" / FILES[0]).write_bytes(b"")
    (made / "out" / FILES[3]).unlink()
    assert printed(made).written == 2
    assert all(data.startswith(b"%PDF") for data in standing(made).values())


def test_damaged_parts_are_made_again(made: Path, tmp_path: Path) -> None:
    printed(tmp_path)
    for path in (tmp_path / "cache").iterdir():
        path.write_text("{", "utf-8")
    (tmp_path / "out" / FILES[0]).unlink()
    assert printed(tmp_path).written == 4
    assert standing(tmp_path) == standing(made)


def test_parts_that_nothing_needs_any_more_are_forgotten(tmp_path: Path) -> None:
    printed(tmp_path)
    before = set((tmp_path / "cache").iterdir())
    with workers(1) as pool:
        place = shop(ASSETS, pool, 1, tmp_path / "cache")
        forget_others(replace(ORDER, titles=(FIRST,)), place)
    gone = before - set((tmp_path / "cache").iterdir())
    assert [path.suffix for path in gone] == [".json"]
    assert printed(tmp_path).kept == 4


def test_without_a_cache_all_is_made_each_time(made: Path, tmp_path: Path) -> None:
    for _ in range(2):
        with workers(1) as pool:
            place = shop(ASSETS, pool, 1, None)
            assert print_sheets(ORDER, place, tmp_path / "out").written == 4
    assert standing(tmp_path) == standing(made)


def test_a_title_with_a_fault_is_told_once_and_the_rest_is_printed(
    tmp_path: Path,
) -> None:
    long = with_panel("Trong 2", "Đoạn này dài quá khổ giấy.\n\n" * 40)
    order = SheetOrder((replace(FIRST, publication=long), SECOND), ORDER.locals)
    made = printed(tmp_path, order)
    assert (made.asked, made.written, made.failed) == (4, 2, 2)
    assert list(standing(tmp_path)) == [FILES[0], FILES[2]]
    assert {one.code for one in made.found} == {"LEAF011", "LEAF013"}
    assert all("cho Xã" not in one.message for one in made.found)
    assert len(made.found) == len(set(made.found))


@pytest.mark.parametrize(
    ("publication", "code"),
    [
        (with_panel("Trong 1", "![Con dấu](attachments/khong-co.png)"), "LEAF004"),
        (with_panel("Trong 1", "![Dấu](https://example.com/a.png)"), "LEAF004"),
        (with_panel("Trong 1", '<object data="http://127.0.0.1:9/">'), "LEAF004"),
        (replace(PUBLICATION, legal_basis=()), "LEAF009"),
        (replace(PUBLICATION, body=""), "LEAF002"),
        (with_panel("Trong 1", "n" * 90), "LEAF011"),
    ],
)
def test_bad_input_is_a_finding_and_no_file(
    publication: Publication, code: str, tmp_path: Path
) -> None:
    order = SheetOrder((replace(FIRST, publication=publication), SECOND), (OWN,))
    made = printed(tmp_path, order)
    assert (made.written, made.failed) == (1, 1)
    assert code in {one.code for one in made.found}
    assert {one.span.path for one in made.found} == {"to-gap/viet-di-chuc.md"}
    assert list(standing(tmp_path)) == FILES[:1]


def test_a_commune_with_a_fault_is_told_once_and_the_rest_is_printed(
    tmp_path: Path,
) -> None:
    order = SheetOrder(ORDER.titles, (phone("1" * 90), SILENT))
    made = printed(tmp_path, order)
    assert list(standing(tmp_path)) == FILES[2:]
    assert {str(one.span) for one in made.found} == {"dia-phuong/04/01321.yml:1:1"}
    codes = [one.code for one in made.found]
    assert len(codes) == len(set(codes))


def test_what_was_printed_before_its_fault_is_taken_away(tmp_path: Path) -> None:
    printed(tmp_path)
    printed(tmp_path, SheetOrder(ORDER.titles, (phone("1" * 90), SILENT)))
    assert list(standing(tmp_path)) == FILES[2:]


def test_a_title_that_is_refused_is_taken_away_too(tmp_path: Path) -> None:
    printed(tmp_path)
    why = Diagnostic(Span("to-gap/hai.md"), "LEAF008", "không được in", "warning")
    order = replace(ORDER, refused={SECOND.publication.id: (why,)})
    made = printed(tmp_path, order)
    assert (made.kept, made.failed, made.found) == (2, 2, (why,))
    assert list(standing(tmp_path)) == [FILES[1], FILES[3]]


def test_a_commune_whose_own_file_is_spoilt_is_not_printed(tmp_path: Path) -> None:
    why = Diagnostic(Span("dia-phuong/04/01321.yml", 3), "META105", "không có")
    made = printed(tmp_path, replace(ORDER, spoilt={COMMUNE.code: (why,)}))
    assert (made.written, made.failed, made.found) == (2, 2, (why,))
    assert list(standing(tmp_path)) == FILES[2:]


def test_a_title_past_its_day_is_refused_though_it_stands_there(
    tmp_path: Path,
) -> None:
    until = replace(PUBLICATION, valid_until=DAY)
    before = Title(until, HOST, date(2026, 11, 23))
    assert printed(tmp_path, SheetOrder((before,), (OWN,))).written == 1
    made = printed(tmp_path, SheetOrder((Title(until, HOST, DAY),), (OWN,)))
    assert [one.code for one in made.found] == ["LEAF006"]
    assert standing(tmp_path) == {}


def test_what_nobody_printed_is_left_alone(tmp_path: Path) -> None:
    other = tmp_path / "out" / FILES[0]
    other.parent.mkdir(parents=True)
    other.write_text("của người khác", "utf-8")
    printed(tmp_path, SheetOrder(ORDER.titles, (phone("1" * 90),)))
    assert other.read_text("utf-8") == "của người khác"


def test_a_commune_gets_what_it_has_chosen(tmp_path: Path) -> None:
    chosen = {COMMUNE.code: frozenset([SECOND.publication.id])}
    made = printed(tmp_path, replace(ORDER, chosen=chosen))
    assert made.asked == 3
    assert list(standing(tmp_path)) == [FILES[0], *FILES[2:]]


def test_notices_without_room_are_refused_each_time(tmp_path: Path) -> None:
    short = Notice("Họp thôn", "Tối Chủ nhật.")
    long = Notice("Tiếp dân", "Sáng thứ Bảy tại nhà văn hóa. " * 60)
    told = replace(LOCALITY, notices=(short, long))
    own = local(Place(COMMUNE, PROVINCE, told), HOST, DAY)
    for _ in range(2):
        made = printed(tmp_path, SheetOrder(ORDER.titles, (own,)))
        assert (made.written, standing(tmp_path)) == (0, {})
        assert {d.level for d in made.found} == {"error"}
        first, measured, *_ = made.found
        assert (first.code, measured.code) == ("LEAF014", "LEAF011")
        assert "thông báo «Họp thôn», «Tiếp dân»" in first.message
        assert "mm" in measured.message


def test_what_cannot_be_joined_is_printed_the_plain_way(tmp_path: Path) -> None:
    english = replace(FIRST, publication=replace(PUBLICATION, language="en"))
    made = printed(tmp_path, SheetOrder((english, SECOND), (OWN,)))
    assert (made.written, made.found) == (2, ())
    data = standing(tmp_path)[FILES[1]]
    assert data == plain(english, OWN, ASSETS).value
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert str(pdf.Root.Lang) == "en"


def test_progress_counts_titles_communes_and_files(tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    with workers(1) as pool:
        place = shop(ASSETS, pool, 1, tmp_path / "cache", lambda *one: told.append(one))
        print_sheets(ORDER, place, tmp_path / "out")
    assert told == [
        ("tờ gấp", 1, 2),
        ("tờ gấp", 2, 2),
        ("xã, phường, đặc khu", 1, 2),
        ("xã, phường, đặc khu", 2, 2),
        ("tệp", 2, 4),
        ("tệp", 4, 4),
    ]
