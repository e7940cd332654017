"""What a build prints once for each title, and carries for each commune."""

from __future__ import annotations

import io
from base64 import b64decode
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pikepdf
import pytest
import segno
from PIL import Image

from bookcase.build.files.sayings import say_all
from bookcase.build.printing import carrying, prints
from bookcase.build.printing.carrying import carry
from bookcase.build.printing.prints import Papers, print_titles
from bookcase.build.printing.sheetparts import framed
from bookcase.build.rendering.context import BuildConfig
from bookcase.build.work.execute import workers
from bookcase.leaflets.addresses import commune_address
from bookcase.leaflets.carried import body_of, read_script, tail_of
from bookcase.leaflets.join import joined
from bookcase.model.library import Library
from bookcase.model.lists import Lists
from bookcase.model.publication import Chapter, PublicationKind
from bookcase.pages.catalog import catalog
from tests.unit.leaflets import samples
from tests.unit.leaflets.pdftext import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from bookcase.build.printing.sheetparts import Shop
    from bookcase.diagnostics import Diagnostic, Result
    from bookcase.leaflets.sheet import Local
    from bookcase.leaflets.tails import Framed

DAY = date(2026, 11, 24)
HOST = "tusach.example.vn/phap-luat"
BODY = "assets/to-gap/to-gap/viet-di-chuc.js"
BOOK = replace(
    samples.PUBLICATION,
    id="so-tay-mau",
    kind=PublicationKind.HANDBOOK,
    title="Sổ tay mẫu",
    folder="so-tay",
    name="mau",
    body="",
    chapters=(Chapter("01-mot", "Chương một", "Lời văn.", "so-tay/mau/01-mot.md"),),
)
SILENT = replace(samples.COMMUNE, code="01330", name="Xã Yên Tĩnh Mẫu")
LIBRARY = Library(
    lists=Lists(
        provinces={"04": samples.PROVINCE},
        communes={one.code: one for one in (samples.COMMUNE, SILENT)},
    ),
    publications=(samples.PUBLICATION, BOOK),
    localities={"01321": samples.LOCALITY},
)


def config(folder: Path) -> BuildConfig:
    (folder / "content").mkdir(parents=True, exist_ok=True)
    return BuildConfig(
        content=folder / "content",
        site=folder / "site",
        theme=samples.ASSETS,
        as_of=DAY,
        cache=folder / "cache",
    )


def printed(folder: Path, library: Library = LIBRARY) -> Papers:
    made = config(folder)
    with workers(1) as pool:
        return print_titles(made, catalog(library, made.as_of), HOST, pool)


def carried(folder: Path, library: Library = LIBRARY) -> tuple[Diagnostic, ...]:
    with workers(1) as pool:
        return carry(config(folder), library, HOST, pool)


def words(data: bytes) -> str:
    """Return a file's words, spaces that bind as plain ones."""
    return text_of(data).replace("\u00a0", " ")


def refuse(*_: object) -> None:
    message = "nothing is laid out again"
    raise AssertionError(message)


def test_a_title_s_files_are_what_its_page_says(tmp_path: Path) -> None:
    made = printed(tmp_path)
    assert made.found == ()
    names = [one.name for one in made.of_publication(samples.PUBLICATION)]
    assert names == ["Tờ gấp A4", "Áp phích A4", "Chữ lớn", "Tờ gấp đen trắng"]
    names = [one.name for one in made.of_publication(BOOK)]
    assert names == ["Sổ tay A5", "Sách gấp đôi", "Chữ lớn", "Bản đen trắng"]
    for one in made.all:
        data = (tmp_path / "site" / one.url).read_bytes()
        with pikepdf.open(io.BytesIO(data)) as file:
            assert (len(file.pages), len(data)) == (one.pages, one.size)
        with Image.open(tmp_path / "site" / one.picture.url) as picture:
            assert (picture.format, *picture.size) == ("WEBP", *one.picture[1:])


def test_a_commune_lists_what_it_chose_and_all_handbooks(tmp_path: Path) -> None:
    some = replace(samples.LOCALITY, all_leaflets=False, leaflets=("to-gap-khac",))
    library = replace(LIBRARY, localities={"01321": some})
    made = printed(tmp_path, library)
    assert [one.shelf for one in made.of_commune("01321")] == ["Sổ tay"]
    assert made.of_commune("01330") == ()
    every = replace(samples.LOCALITY, all_leaflets=True)
    made = printed(tmp_path, replace(LIBRARY, localities={"01321": every}))
    shelves = [one.shelf for one in made.of_commune("01321")]
    assert shelves == ["Tờ gấp", "Áp phích", "Sổ tay"]
    _, listed = read_script(
        (tmp_path / "site/assets/to-gap/danh-muc.js").read_text("utf-8")
    )
    assert [shelf for shelf, _ in listed["shelves"]] == shelves


def test_what_did_not_change_is_not_printed_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = printed(tmp_path)
    before = {one.url: (tmp_path / "site" / one.url).read_bytes() for one in first.all}
    (tmp_path / "site").rename(tmp_path / "old")
    monkeypatch.setattr(prints, "print_title", refuse)
    assert printed(tmp_path) == first
    after = {one: (tmp_path / "site" / one).read_bytes() for one in before}
    assert after == before
    assert (tmp_path / "site" / BODY).is_file()


def test_a_picture_that_changes_prints_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = replace(BOOK.chapters[0], body="![Một ô](attachments/o.png)")
    library = replace(LIBRARY, publications=(replace(BOOK, chapters=(shown,)),))
    picture = tmp_path / "content/so-tay/mau/attachments/o.png"
    picture.parent.mkdir(parents=True)
    Image.new("RGB", (20, 20), "red").save(picture)
    assert printed(tmp_path, library).found == ()
    monkeypatch.setattr(prints, "print_title", refuse)
    printed(tmp_path, library)
    Image.new("RGB", (20, 20), "blue").save(picture)
    with pytest.raises(AssertionError, match="laid out again"):
        printed(tmp_path, library)


def test_what_is_out_of_date_or_has_no_ground_is_told_and_not_written(
    tmp_path: Path,
) -> None:
    old = replace(samples.PUBLICATION, valid_until=DAY)
    bare = replace(samples.PUBLICATION, id="b", name="b", legal_basis=())
    made = printed(tmp_path, replace(LIBRARY, publications=(old, bare)))
    assert {one.code for one in made.found} == {
        "LEAF006",
        "LEAF009",
        "PRINT006",
        "PRINT007",
    }
    assert made.all == ()
    assert not (tmp_path / "site/to-gap").exists()


def test_a_site_without_an_address_says_that_there_are_no_codes(tmp_path: Path) -> None:
    made = config(tmp_path)
    with workers(1) as pool:
        papers = print_titles(made, catalog(LIBRARY, DAY), "", pool)
    (found,) = papers.found
    assert (found.code, found.level, papers.codes) == ("LEAF016", "info", ())
    titles = [one.title.url for one in printed(tmp_path).codes]
    assert titles == ["to-gap/viet-di-chuc.html", "so-tay/mau.html"]


def test_what_is_carried_joins_to_a_commune_s_leaflet(tmp_path: Path) -> None:
    printed(tmp_path)
    assert carried(tmp_path) == ()
    site = tmp_path / "site"
    _, title = read_script((site / BODY).read_text("utf-8"))
    _, odd = read_script((site / "assets/to-gap/xa/04-1.js").read_text("utf-8"))
    _, even = read_script((site / "assets/to-gap/xa/04-0.js").read_text("utf-8"))
    assert ([*odd], [*even]) == (["01321"], ["01330"])
    address = commune_address(HOST, "01321")
    rows = segno.make(address, error="m", micro=False).matrix
    bits = "".join(str(int(dot)) for row in rows for dot in row)
    held = "".join(f"{byte:08b}" for byte in b64decode(odd["01321"]["code"]))
    assert (held[: len(bits)], held[len(bits) :].strip("0")) == (bits, "")
    assert "0200 000 0201" in words(joined(body_of(title), tail_of(odd["01321"])))
    assert SILENT.name in words(joined(body_of(title), tail_of(even["01330"])))


def test_two_workers_make_what_one_makes(tmp_path: Path) -> None:
    made = []
    for jobs in (1, 2):
        here = replace(config(tmp_path / str(jobs)), jobs=jobs)
        with workers(jobs) as pool:
            print_titles(here, catalog(LIBRARY, DAY), HOST, pool)
            assert carry(here, LIBRARY, HOST, pool) == ()
        files = (path for path in here.site.rglob("*") if path.is_file())
        made.append({str(f.relative_to(here.site)): f.read_bytes() for f in files})
    assert len(made[0]) > 20
    assert made[0] == made[1]


def test_a_short_address_leads_to_the_commune_s_page(tmp_path: Path) -> None:
    carried(tmp_path)
    page = (tmp_path / "site/X/01321.HTML").read_text("utf-8")
    assert 'content="0; url=../dia-phuong/04/01321.html"' in page
    assert '<link rel="icon" href="data:,">' in page  # else browsers ask for one
    assert 'name="viewport" content="width=device-width' in page


def test_a_changed_telephone_lays_out_its_commune_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    carried(tmp_path)
    site = tmp_path / "site/assets/to-gap/xa"
    before = {path.name: path.read_bytes() for path in site.iterdir()}
    contact = replace(samples.LOCALITY.contacts[0], phone="0200 000 9999")
    changed = replace(samples.LOCALITY, contacts=(contact,))
    asked: list[int] = []

    def counted(own: Sequence[Local], place: Shop) -> Iterator[Result[Framed | None]]:
        asked.append(len(own))
        return framed(own, place)

    monkeypatch.setattr(carrying, "framed", counted)
    carried(tmp_path, replace(LIBRARY, localities={"01321": changed}))
    after = {path.name: path.read_bytes() for path in site.iterdir()}
    assert asked == [1]  # those of the script that changed
    assert [name for name in after if after[name] != before[name]] == ["04-1.js"]


def test_scripts_and_messages_are_files_and_on_the_page(tmp_path: Path) -> None:
    told = say_all(LIBRARY, tmp_path, HOST)
    assert told.found == ()
    said = told.of(samples.PUBLICATION)
    assert said.aloud
    assert said.texted
    script = (tmp_path / said.aloud.url).read_text("utf-8")
    assert said.aloud.duration in script
    assert "\n\n".join(said.aloud.paragraphs) in script
    message = (tmp_path / said.texted.url).read_text("utf-8").split("\n")
    for part in (*said.texted.parts, *said.texted.plain):
        assert part in message
    assert all(part.isascii() for part in said.texted.plain)
    assert f"Xem: {HOST}/{samples.PUBLICATION.url}" in said.texted.parts[-1]
    assert told.of(BOOK).aloud is None


def test_what_is_not_in_vietnamese_is_not_read_by_vietnamese_rules(
    tmp_path: Path,
) -> None:
    foreign = replace(samples.PUBLICATION, language="en")
    told = say_all(replace(LIBRARY, publications=(foreign,)), tmp_path, HOST)
    assert told.by_id == {}
    assert not list(tmp_path.rglob("*.txt"))


def test_a_title_that_cannot_be_joined_has_its_general_sheet_all_the_same(
    tmp_path: Path,
) -> None:
    foreign = replace(samples.PUBLICATION, language="en")
    made = printed(tmp_path, replace(LIBRARY, publications=(foreign,)))
    assert made.found == ()
    sheet = made.of_publication(foreign)[0]
    assert (sheet.name, sheet.pages, sheet.body) == ("Tờ gấp A4", 2, "")
    assert (tmp_path / "site" / sheet.url).is_file()
    assert not (tmp_path / "site" / BODY).exists()
