"""The tiny folder itself is harmless."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .tiny import Tiny


def test_the_tiny_folder_builds_without_a_finding(tiny: Tiny) -> None:
    built = tiny.build("--quiet")
    assert (built.code, built.said) == (0, "")
