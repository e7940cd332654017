"""When the site was built: one small script, so that no page holds the day itself."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

PATH = "assets/ban-dung.js"


def write(site: Path, as_of: date, counts: dict[str, int]) -> None:
    """Write the stamp: a classic script, which ``file://`` may read."""
    value = {"ngay": as_of.isoformat(), "dem": counts}
    path = site / PATH
    path.parent.mkdir(parents=True, exist_ok=True)
    words = json.dumps(value, ensure_ascii=False, sort_keys=True)
    path.write_text(f"window.banDung={words};\n", encoding="utf-8")
