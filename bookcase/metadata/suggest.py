"""The word that was meant."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from bookcase.model.ids import fold, slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def nearest(word: str, names: Iterable[str]) -> str:
    """Return the most alike of the names, empty when none is alike."""
    found = difflib.get_close_matches(fold(word), list(names), 1, 0.6)
    return found[0] if found else ""


def meant(word: str, names: Iterable[str]) -> str:
    """Ask whether the nearest name was meant; empty when none is near."""
    near = nearest(word, names)
    return f"có phải ý bạn là «{near}»?" if near else ""


def meant_key(word: str, entries: Mapping[str, str], where: str = "") -> str:
    """Ask for the nearest key, or say where the keys are: in a file, else here.

    A word that is an entry's name rather than its key finds its key.
    """
    by_name = {slug(name): key for key, name in entries.items()}
    key = by_name.get(slug(word)) or nearest(word, entries)
    if key:
        return f"có phải ý bạn là «{key}» ({entries[key]})?"
    if where:
        return f"xem các giá trị có thể dùng trong {where}"
    return "chọn một trong: " + ", ".join(entries)
