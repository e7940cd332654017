"""What ``bookcase search`` hands to other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bookcase.build.indexing.index import INDEX
from bookcase.cli import main
from bookcase.cli.search import as_row
from bookcase.search.index import write
from bookcase.search.query import Hit
from bookcase.search.records import Record

if TYPE_CHECKING:
    from pathlib import Path


def hit(url: str, group: str, kind: str, number: str = "") -> Hit:
    """Make a hit."""
    return Hit(url, number, "Tên", "Tên", group, kind, "", 1.5, "", ())


@pytest.mark.parametrize(
    ("found", "work", "unit"),
    [
        (
            hit("van-ban/luat/2008/25-2008-qh12.html#d7a.k1", "van-ban", "luat"),
            "luat-25-2008-qh12",
            "d7a.k1",
        ),
        (
            hit("van-ban/luat/2022/01-mau.html", "van-ban", "luat", "01-MAU"),
            "mau-luat-01-mau",
            "",
        ),
        (
            hit("van-ban/luat/2008/25-2008-qh12/2015-01-01.html#d7", "van-ban", "luat"),
            "luat-25-2008-qh12",
            "d7",
        ),
        (hit("hoi-dap/ly-hon.html", "hoi-dap", "qa"), "hoi-dap-ly-hon", ""),
        (hit("dia-phuong/38/16279.html", "dia-phuong", "xa"), "", ""),
        (hit("https://vi-du.vn/x--1", "so-bo", "luat"), "", ""),
    ],
)
def test_a_row_names_work_and_unit(found: Hit, work: str, unit: str) -> None:
    row = as_row(found)
    assert (row["work"], row["unit"]) == (work, unit)
    assert list(row) == ["work", "number", "unit", "title", "score", "status", "url"]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a site in which one law can be found."""
    head = Record(
        *("van-ban/luat/2024/31-2024-qh15-mau.html", "31/2024/QH15-MAU"),
        *("Luật Cây xanh", "Luật Cây xanh", "", "van-ban", "luat", "con-hieu-luc"),
    )
    article = Record(
        *(f"{head.url}#d1", head.number, "Điều 1. Trồng cây", head.parent, "Trồng."),
        *(head.group, head.kind, head.status),
    )
    write([head, article], tmp_path / INDEX)
    return tmp_path


@pytest.mark.parametrize(
    ("query", "told", "code"),
    [
        ("31/2024/QH15-MAU", "", 0),
        ("13/2024/QH15-MAU", "Có phải bạn tìm: 31/2024/QH15-MAU\nTủ sách chưa có", 0),
        ("điều 9 luật cây xanh", "Không có Điều 9 của «Luật Cây xanh».", 0),
        ("", "Không tìm thấy kết quả nào.", 1),
        ("zzzz", "Không tìm thấy kết quả nào.", 1),
    ],
)
def test_the_terminal_tells_what_the_page_tells(
    site: Path, capsys: pytest.CaptureFixture[str], query: str, told: str, code: int
) -> None:
    assert main(["search", query, "--site", str(site)]) == code
    said = capsys.readouterr().err
    assert said.startswith(told)
    assert bool(said) == bool(told)


@pytest.mark.parametrize(
    ("option", "value", "told"),
    [
        ("--limit", "0", "không phải là số từ 1 trở lên"),
        ("--limit", "-3", "không phải là số từ 1 trở lên"),
        ("--only", "abc=1", "cần viết như «loai=luat»"),
        ("--on", "2024-13-01", "không phải là ngày"),
    ],
)
def test_an_option_that_cannot_be_read_is_told_in_vietnamese(
    capsys: pytest.CaptureFixture[str], option: str, value: str, told: str
) -> None:
    with pytest.raises(SystemExit):
        main(["search", "luật", f"{option}={value}"])
    said = capsys.readouterr().err
    assert told in said
    assert "invalid" not in said
