"""Letters that no typeface of ours has, in acts that must be printed as they stand.

A box to tick is drawn, with its letter beside it for those who listen; what is never
seen is left out; of anything else the number is printed, and a finding tells of it.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING
from urllib.parse import quote

from bookcase.diagnostics import Diagnostic, Span
from bookcase.leaflets.glyphs import missing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_BOXES = "□☐❏❐❑❒▢◻"
_BOX = (
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10'><path d='M1 1h8v8H1z'"
    " fill='none' stroke='#000' stroke-width='1'/></svg>"
)
_UNSEEN = frozenset(["Cf", "Cc"])
_SELECTORS = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))


def stand_ins(letters: str, fonts: Path) -> dict[str, str]:
    """Return, for each letter that is in no typeface, the HTML that is printed."""
    return {one: _stand_in(one) for one in missing(letters, fonts) if one.strip()}


def told(found: Mapping[str, str], path: str) -> Iterator[Diagnostic]:
    """Tell of letters whose numbers are printed in their stead.

    Finds:
        PRINT023: a letter of the act is in none of the project's typefaces.
    """
    numbers = [f"U+{ord(one):04X}" for one, html in found.items() if "U+" in html]
    if numbers:
        what = f"bộ chữ in không có {', '.join(numbers)}; in mã số thay cho chữ"
        hint = "xem lại chữ trong tệp: có thể là lỗi khi nhập văn bản"
        yield Diagnostic(Span(path), "PRINT023", what, "warning", hint)


def _stand_in(letter: str) -> str:
    if letter in _BOXES:
        src = f"data:image/svg+xml,{quote(_BOX)}"
        return f'<img class="o" src="{src}" alt="{letter}">'
    if unicodedata.category(letter) in _UNSEEN:
        return ""
    if any(ord(letter) in span for span in _SELECTORS):
        return ""
    return f"[U+{ord(letter):04X}]"
