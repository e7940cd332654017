"""What tests of the search page ask of it, and facts of what it finds."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bookcase.search.facts import Facts

if TYPE_CHECKING:
    from tests.browser import Browser

TITLES = "[...document.querySelectorAll('.tk-link')].map(link => link.textContent)"
FOCUS = "document.activeElement.textContent || document.activeElement.id"


def choose(browser: Browser, selector: str, value: str) -> None:
    """Choose from a list, as a reader does."""
    browser.evaluate(
        f"(s => {{ s.value = '{value}'; s.dispatchEvent(new Event('change')) }})"
        f"(document.querySelector('{selector}'))"
    )


def about() -> dict[str, Facts]:
    """Return facts of the invented documents; the decree is a commune's own."""
    place = {"tinh": (("38", "Thanh Hóa"),), "xa": (("16279", "Xã Ví Dụ"),)}
    law, decree = ("luat", "Luật"), ("nghi-dinh", "Nghị định")
    turns = (
        (None, "chua-co-hieu-luc"),
        (date(2024, 7, 1), "con-hieu-luc"),
        (date(2026, 1, 1), "het-hieu-luc-toan-bo"),
    )
    versions = (date(2024, 7, 1), date(2025, 7, 1))
    return {
        "van-ban/luat/dat-vuon.html": Facts({"loai": (law,)}, turns[:2], versions),
        "van-ban/luat/cay-xanh.html": Facts({"loai": (law,)}, turns),
        "van-ban/nghi-dinh/dat-vuon.html": Facts({"loai": (decree,), **place}),
    }
