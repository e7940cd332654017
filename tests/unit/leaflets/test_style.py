"""The colours of the leaflet: readable on paper, on a screen and on a photocopy."""

from __future__ import annotations

import re

import pytest

from .samples import ASSETS

STYLE = (ASSETS / "leaflets" / "to-gap.css").read_text(encoding="utf-8")
THEMES = re.findall(r"--mau: (#\w{6}); --nhat: (#\w{6})", STYLE)
GREYS = re.findall(r"--(?:muc|xam): (#\w{6})", STYLE)


def luminance(colour: str) -> float:
    """Return the relative luminance (WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    line = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * line[0] + 0.7152 * line[1] + 0.0722 * line[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_there_are_themes() -> None:
    assert len(THEMES) == 7
    assert len(GREYS) == 2


@pytest.mark.parametrize(("accent", "tint"), THEMES)
def test_each_accent_reads_on_white_and_on_its_tint(accent: str, tint: str) -> None:
    assert contrast(accent, "#ffffff") >= 7
    assert contrast(accent, tint) >= 4.5
    assert all(contrast(grey, tint) >= 4.5 for grey in GREYS)


def test_no_text_is_in_capitals_by_style_or_letter_spaced() -> None:
    """Both break what a reader or a search finds in the file."""
    assert "text-transform" not in STYLE
    assert "letter-spacing" not in STYLE
