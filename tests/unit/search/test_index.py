"""What is written to disk, and what is found in it."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bookcase.errors import MachineError, UsageError
from bookcase.search import packing
from bookcase.search.index import merge, write
from bookcase.search.opened import Opened, Postings
from bookcase.search.packing import PIECE
from bookcase.search.parts import part_of
from bookcase.search.query import answer, search

from .invented import page, records

if TYPE_CHECKING:
    from pathlib import Path

    from bookcase.search.records import Record


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """Return an index of the invented records."""
    write(records(), tmp_path / "i")
    return tmp_path / "i"


@pytest.mark.parametrize(
    ("query", "url"),
    [
        ("luat dat vuon", "van-ban/luat/dat-vuon.html"),
        ("LUẬT ĐẤT VƯỜN", "van-ban/luat/dat-vuon.html"),
        ("luật đất vườn năm 2024", "van-ban/luat/dat-vuon.html"),
        ("31/2024/qh15-mau", "van-ban/luat/cay-xanh.html"),
        ("luật số 31/2024/QH15MAU", "van-ban/luat/cay-xanh.html"),
        ("5/2024/nd-cp-mau", "van-ban/nghi-dinh/dat-vuon.html"),
        ("ho so dang ky dat vuon", "van-ban/luat/dat-vuon.html#d2"),
        ("điều 2 của luật đất vườn", "van-ban/luat/dat-vuon.html#d2"),
        ("khoản 2 điều 2 luật đất vườn", "van-ban/luat/dat-vuon.html#d2.k2"),
        ("khoản 9 điều 2 luật đất vườn", "van-ban/luat/dat-vuon.html#d2"),
        ("NĐ05/2024/NĐ-CP-MAU", "van-ban/nghi-dinh/dat-vuon.html"),
        ("điều 2 luật số 31/2024/QH15-MAU", "van-ban/luat/cay-xanh.html#d2"),
        ("điều 2 khoản 2 luật đất vườn", "van-ban/luat/dat-vuon.html#d2.k2"),
        ("k2 d2 lđv", "van-ban/luat/dat-vuon.html#d2.k2"),
        ("đ2 lđv", "van-ban/luat/dat-vuon.html#d2"),
        ("31-2024-qh15-mau", "van-ban/luat/cay-xanh.html"),
        ("luật 31 2024QH15", "van-ban/luat/cay-xanh.html"),
        ("31/2024/QH1", "van-ban/luat/cay-xanh.html"),
        ("đ2 31 2024", "van-ban/luat/cay-xanh.html#d2"),
        ("luật cx", "van-ban/luat/cay-xanh.html"),
        ("luật cx 2024", "van-ban/luat/cay-xanh.html"),
        ("LCX năm 2024", "van-ban/luat/cay-xanh.html"),
        ("phạt 500000 đồng", "van-ban/luat/cay-xanh.html#d2"),
        ("dang ky khai sinh", "van-ban/bai/khai-sinh.html"),
    ],
)
def test_the_first_result_is_what_was_meant(built: Path, query: str, url: str) -> None:
    assert search(built, query)[0].url == url


def test_an_article_alone_is_looked_for_in_the_document_one_comes_from(
    built: Path,
) -> None:
    for here in ("van-ban/luat/cay-xanh.html", "van-ban/luat/dat-vuon.html"):
        for said in ("điều 2", "d2", "Đ2"):
            assert search(built, said, page=here)[0].url == f"{here}#d2"
    there = search(built, "điều 2 luật cây xanh", page="van-ban/luat/dat-vuon.html")
    assert there[0].url == "van-ban/luat/cay-xanh.html#d2"


def test_a_title_that_begins_with_a_number_is_no_number_written_loosely(
    tmp_path: Path,
) -> None:
    title = (
        "Thông tư số 15/2023/TT-MAU hướng dẫn thực hiện Điều 1 Luật Vườn và Nghị định"
    )
    right = page("dung", "15/2023/TT-MAU", title)
    other = page("khac", "15/2023/TT-KHAC-MAU", "Thông tư khác", ("Vườn", "Lời."))
    write([*records(), *other, *right], tmp_path)
    assert search(tmp_path, title)[0].url == "van-ban/dung.html"


def test_a_bare_name_stands_behind_what_answers_unless_it_is_asked_for(
    tmp_path: Path,
) -> None:
    name = "Xã Vườn Hộ"
    place = page("xa", "", name, group="dia-phuong")
    write([*records(), *place], tmp_path)
    asked = [hit.group for hit in search(tmp_path, "vườn hộ trồng cây")]
    assert asked[:2] == ["van-ban", "dia-phuong"]
    assert search(tmp_path, "xa vuon ho")[0].title == name


def test_laws_that_share_initials_are_all_found_those_in_force_first(
    tmp_path: Path,
) -> None:
    old, *_ = page("luat/cu", "9/2003/QH11", "Luật Cá xanh")
    made = (*(replace(old, status="het-hieu-luc-toan-bo"),), *records())
    write(made, tmp_path)
    urls = [hit.url for hit in search(tmp_path, "lcx")]
    assert urls == ["van-ban/luat/cay-xanh.html", "van-ban/luat/cu.html"]
    assert [hit.url for hit in search(tmp_path, "lcx 2003")] == urls[::-1]


def test_a_law_is_known_by_the_first_half_of_its_name(tmp_path: Path) -> None:
    law = page("luat/vuon-ao", "7/2024/QH15", "Luật Vườn nhà và ao làng")
    told = page("bai/vuon", "", "Hỏi đáp luật vườn nhà", group="bai")
    write([*records(), *told, *law], tmp_path)
    assert search(tmp_path, "luật vườn nhà")[0].url == "van-ban/luat/vuon-ao.html"
    assert search(tmp_path, "luat vuon nha 2024")[0].url == "van-ban/luat/vuon-ao.html"


@pytest.mark.parametrize(
    "query",
    ["nghị định 168", "nđ 168", "ND168", "nđ168/2016", "nđ 168 2016", "168/2016"],
)
def test_a_decree_is_known_by_its_number_alone(tmp_path: Path, query: str) -> None:
    decree = page("nd", "168/2016/NĐ-CP-MAU", "Nghị định Vườn rừng", ("Hồ sơ", "Đơn."))
    write([*records(), *(replace(one, kind="nghi-dinh") for one in decree)], tmp_path)
    assert search(tmp_path, query)[0].url == "van-ban/nd.html"
    assert search(tmp_path, f"điều 1 {query}")[0].url == "van-ban/nd.html#d1"


@pytest.mark.parametrize(
    ("query", "said", "offer"),
    [
        ("13/2024/QH15-MAU", "13/2024/QH15-MAU", "31/2024/QH15-MAU"),
        ("luật 31/2042/QH15-MAU", "luật 31/2042/QH15-MAU", "luật 31/2024/QH15-MAU"),
        ("31/2024/QH51", "31/2024/QH51", ""),
        ("13/2024", "13/2024", ""),
        ("luật 13/2024", "luật 13/2024", "luật 31/2024"),
        ("10/2024/QH15-MAU", "10/2024/QH15-MAU", ""),
        ("30/1224/QH15", "30/1224/QH15", ""),
        ("77/2042/QH15-MAU", "77/2042/QH15-MAU", ""),
        ("hoof so ddawng ky", "ho so dang ky", ""),
        ("dat vuom", "dat vuom", "dat vuon"),
        ("vuom", "vuon", ""),
        ('"vuom"', '"vuom"', ""),
        ("lđv", "lđv", ""),
        ("🙂 vườnn", "🙂 vuon", ""),
    ],
)
def test_an_unknown_word_is_put_right_or_asked_about(
    built: Path, query: str, said: str, offer: str
) -> None:
    found = answer(Opened(built), query)
    assert (found.said, found.offer) == (said, offer)


def test_a_number_that_a_text_cites_is_no_mistake(tmp_path: Path) -> None:
    cited = page("luat/moi", "", "Luật Mới", ("Hồ sơ", "Theo số 13/2024/QH15-MAU."))
    write([*records(), *cited], tmp_path)
    found = answer(Opened(tmp_path), "13/2024/QH15-MAU")
    assert (found.absent, found.offer) == (True, "")


def test_what_people_say_is_no_misspelling_of_what_the_law_says(tmp_path: Path) -> None:
    merge([part_of(records())], tmp_path, {"vươn": "vườn", "bhxh": "đất vườn"})
    found = answer(Opened(tmp_path), "bhxh")
    assert (bool(found.hits), found.said, found.offer) == (True, "bhxh", "")
    assert answer(Opened(tmp_path), "vuom").said == "vuon"


@pytest.mark.parametrize(
    ("query", "lacks"),
    [
        ("điều 99 luật đất vườn", "99"),
        ("điều 2 luật đất vườn", ""),
        ("luật đất vườn", ""),
        ("điều 9 luật không có", ""),
        ("điều 99 đăng ký khai sinh cho con", ""),  # its articles are not known
    ],
)
def test_an_article_that_a_document_has_not_is_told(
    built: Path, query: str, lacks: str
) -> None:
    assert answer(Opened(built), query).no_article == lacks


@pytest.mark.parametrize(
    "query", ["", "   ", "?!.*+[(\\", "🙂", "zzzz", "<script>", "~ | # ="]
)
def test_what_cannot_be_found_finds_nothing_or_something_but_never_fails(
    built: Path, query: str
) -> None:
    assert len(search(built, query)) <= 20


def test_a_question_of_ten_thousand_letters_is_answered(built: Path) -> None:
    assert search(built, "đất vườn " * 1200)


def test_a_hit_says_where_the_words_stand(built: Path) -> None:
    hit = search(built, "sơ đồ thửa")[0]
    marked = {hit.passage[start:end] for start, end in hit.marks}
    assert marked == {"sơ", "đồ", "thửa"}
    assert (hit.parent, hit.status) == ("Luật Đất vườn", "con-hieu-luc")


def test_parts_made_apart_give_the_same_files(tmp_path: Path) -> None:
    write(records(), tmp_path / "one")
    merge([part_of(records()[:3]), part_of(records()[3:])], tmp_path / "two")
    files = sorted((tmp_path / "one").rglob("*.js"))
    assert len(files) == 9
    for file in files:
        other = tmp_path / "two" / file.relative_to(tmp_path / "one")
        assert other.read_bytes() == file.read_bytes()


def test_an_index_of_nothing_finds_nothing(tmp_path: Path) -> None:
    written = write((), tmp_path)
    assert (written.records, written.terms) == (0, 0)
    assert search(tmp_path, "đất") == ()


def test_no_index_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="không có chỉ mục tìm kiếm"):
        search(tmp_path, "đất")


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an index of more than one piece of each kind."""
    folder = tmp_path_factory.mktemp("large")
    vowels = "aeiou"
    syllables = [f"{a}{b}{c}" for a in "bcdgh" for b in vowels for c in "mnpt"]

    def text(seed: int) -> str:
        picks = [(seed * 31 + step * (seed % 7 + 1)) % 100 for step in range(120)]
        return " ".join(syllables[pick] for pick in picks)

    made: list[Record] = []
    for number in range(60):
        articles = [(f"Tên {n}", text(number * 10 + n)) for n in range(5)]
        made += page(f"l{number}", f"{number}/2024/QH15", f"Luật {number}", *articles)
    write(made, folder)
    return folder


def test_pieces_are_small_and_all_of_them_lead_somewhere(large: Path) -> None:
    shards = sorted((large / "t").iterdir())
    assert len(shards) > 3
    assert max(file.stat().st_size for file in shards) < 1.3 * PIECE
    index = Opened(large)
    assert index.records == 360
    every = [index.row(row) for row in range(index.records)]
    assert [row and row.unit for row in every[6:9]] == ["", "d1", "d2"]
    assert len({(row.page, row.unit) for row in every if row}) == 360
    for word in ("bam", "hut", "bam bem", "luat", "#3", "59/2024/qh15"):
        assert index.postings(word) != Postings(), word


def test_a_damaged_piece_leaves_the_rest(large: Path, tmp_path: Path) -> None:
    whole = Opened(large)
    number = next(n for n in range(9) if "|luat" in (large / f"t/{n}.js").read_text())
    (tmp_path / "t").mkdir()
    for file in large.rglob("*.js"):
        there = tmp_path / file.relative_to(large)
        there.parent.mkdir(exist_ok=True)
        there.write_bytes(file.read_bytes())
    broken = tmp_path / f"t/{number}.js"
    broken.write_text(broken.read_text().replace("luat", "luot"))
    index = Opened(tmp_path)
    assert index.postings("luat").texts == ()
    assert index.postings("bam") == whole.postings("bam")
    assert index.missing == {f"t/{number}"}


def test_a_piece_is_read_as_it_was_written(tmp_path: Path) -> None:
    text = json.dumps(['dấu " và \\ và \n', "tk(1)"], ensure_ascii=False)
    size = packing.write(tmp_path, "d", text)
    assert packing.read(tmp_path, "d") == text
    assert (tmp_path / "d.js").stat().st_size == size


def test_a_folder_that_takes_no_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "d.js").mkdir()
    with pytest.raises(MachineError, match=r"không ghi được .*d\.js"):
        packing.write(tmp_path, "d", "x")
