"""The pieces of the building floor: order of work, cache, map, attachments."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bookcase.build.files import attachments, sitemap
from bookcase.build.printing.cache import digest
from bookcase.build.work.execute import InProcess, in_order, workers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def double(number: int) -> int:
    """Work that can be pickled."""
    return number * 2


def fail(number: int) -> int:
    """Work that goes wrong."""
    message = f"hỏng ở {number}"
    raise ValueError(message)


@pytest.mark.parametrize("jobs", [1, 2])
def test_answers_come_in_the_order_of_the_items(jobs: int) -> None:
    with workers(jobs) as pool:
        assert list(in_order(pool, double, range(20), 3)) == [*range(0, 40, 2)]


def test_no_more_than_a_few_items_are_taken_ahead() -> None:
    taken: list[int] = []

    def items() -> Iterator[int]:
        for number in range(10):
            taken.append(number)
            yield number

    answers = in_order(InProcess(), double, items(), ahead=2)
    next(answers)
    assert taken == [0, 1, 2]


def test_a_fault_in_a_worker_reaches_the_caller() -> None:
    with workers(2) as pool, pytest.raises(ValueError, match="hỏng ở 0"):
        list(in_order(pool, fail, range(3), 1))


def test_a_digest_follows_every_value() -> None:
    assert digest("a", 1) == digest("a", 1)
    assert digest("a", 1) != digest("a", 2)


def test_a_map_without_an_address_is_not_written(tmp_path: Path) -> None:
    (tmp_path / "sitemap.xml").write_text("x", encoding="utf-8")
    sitemap.write(tmp_path, "", ["a.html"])
    assert not (tmp_path / "sitemap.xml").exists()


def test_a_large_map_comes_in_parts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sitemap, "MOST", 2)
    sitemap.write(tmp_path, "https://vi-du.vn/", ["a.html", "b.html", "c.html"])
    assert "sitemap-2.xml" in (tmp_path / "sitemap.xml").read_text(encoding="utf-8")
    assert "https://vi-du.vn/c.html" in (
        (tmp_path / "sitemap-2.xml").read_text(encoding="utf-8")
    )


def test_what_may_run_is_not_published(tmp_path: Path) -> None:
    place = tmp_path / "content" / "x" / "attachments"
    place.mkdir(parents=True)
    for name in ("a.png", "b.svg", "c.html"):
        (place / name).write_bytes(b"x")
    (place / "d.pdf").symlink_to(tmp_path / "secret.pdf")
    site = tmp_path / "site"
    found = list(attachments.copy(tmp_path / "content", site, ["x"]))
    assert [path.name for path in site.rglob("*.*")] == ["a.png"]
    assert sorted((one.code, one.span.path) for one in found) == [
        ("FILE010", "x/attachments/b.svg"),
        ("FILE010", "x/attachments/c.html"),
        ("FILE011", "x/attachments/d.pdf"),
    ]


def test_pictures_beside_a_text_are_published_and_nothing_else(tmp_path: Path) -> None:
    place = tmp_path / "content" / "hoi-dap"
    place.mkdir(parents=True)
    for name in ("a.png", "b.md", "c.svg"):
        (place / name).write_bytes(b"x")
    (place / "d.png").symlink_to(tmp_path / "secret.png")
    found = attachments.copy_pictures(
        tmp_path / "content", tmp_path / "site", ["hoi-dap"]
    )
    assert [one.span.path for one in found] == ["hoi-dap/c.svg"]
    assert [path.name for path in (tmp_path / "site").rglob("*.*")] == ["a.png"]
