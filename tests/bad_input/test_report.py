"""The whole report on a folder with a fault of every kind, word for word."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from tests.hostile.tiny import LAW, WORK

from .faults import FILES

if TYPE_CHECKING:
    import pytest

    from tests.hostile.tiny import Tiny

REPORT = Path(__file__).with_name("report.txt")


def test_all_is_told_at_once_with_place_and_cure(
    tiny: Tiny, request: pytest.FixtureRequest
) -> None:
    tiny.write(FILES)
    built = tiny.build()
    said = built.said.replace(os.path.relpath(tiny.content), "content")
    if request.config.getoption("--update-golden"):
        REPORT.write_text(said, encoding="utf-8")
    assert built.code == 1
    assert said == REPORT.read_text(encoding="utf-8")
    assert not built.site.exists()


def test_a_number_may_stand_twice(tiny: Tiny) -> None:
    other = "van-ban/nghi-quyet/2024/01-2024-qh15-mau"
    work = WORK.replace("mau-luat", "mau-nghi-quyet").replace(": luat", ": nghi-quyet")
    tiny.write({f"{other}/document.yml": work})
    tiny.write(
        {f"{other}/2024-07-01.md": (tiny.content / LAW / "2024-07-01.md").read_bytes()}
    )
    built = tiny.build("--quiet")
    assert (built.code, built.said) == (0, "")


def test_the_last_good_site_stays_byte_for_byte(tiny: Tiny) -> None:
    assert tiny.build().code == 0
    before = _bytes(tiny.site)
    tiny.write(FILES)
    assert tiny.build().code == 1
    assert _bytes(tiny.site) == before
    assert _beside(tiny) == []


def test_a_fault_in_a_text_alone_stops_the_build_too(tiny: Tiny) -> None:
    assert tiny.build().code == 0
    before = _bytes(tiny.site)
    tiny.write(
        {f"{LAW}/2024-07-01.md": "---\ntitle: A\n---\n\n![x](attachments/x.png)\n"}
    )
    built = tiny.build()
    assert built.code == 1
    assert "2024-07-01.md:5:1: lỗi LAW104: không có tệp hình" in built.said
    assert "trang cũ được giữ nguyên" in built.said
    assert _bytes(tiny.site) == before
    assert _beside(tiny) == []


def test_the_rest_is_built_when_told_to_keep_going(tiny: Tiny) -> None:
    tiny.write(FILES)
    built = tiny.build("--keep-going")
    assert built.code == 1
    for url in ("index.html", f"{LAW}.html", "hoi-dap/bai.html", "hoi-dap/ngoac.html"):
        assert (built.site / url).exists(), url
    assert _beside(tiny) == []


def test_keeping_going_tells_the_same_as_stopping(tiny: Tiny) -> None:
    tiny.write(FILES)
    stopped, kept = tiny.build().said, tiny.build("--keep-going").said
    wanted = {line for line in stopped.splitlines() if "content/" in line}
    assert wanted <= set(kept.splitlines())


def test_a_day_that_is_none_is_misuse(tiny: Tiny) -> None:
    built = tiny.build("--as-of=2024-13-45")
    assert built.code == 2
    assert built.said == "bookcase: «2024-13-45» không phải ngày; viết như 2026-07-01\n"


def _bytes(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file()
    }


def _beside(tiny: Tiny) -> list[Path]:
    return sorted(tiny.place.glob(".site*"))
