"""When the site was built: one small script, so that no page holds the day itself."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from bookcase.model.publication import PublicationKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from pathlib import Path

    from bookcase.model.publication import Publication

PATH = "assets/ban-dung.js"
_FOR_EVER = "9999"


def write(
    site: Path,
    as_of: date,
    counts: dict[str, int],
    told: Iterable[dict[str, str]] = (),
) -> None:
    """Write the stamp: a classic script, which ``file://`` may read.

    Args:
        site: The folder of the site.
        as_of: The day that the site speaks of.
        counts: What it holds.
        told: The notices that every page leads to, see :func:`notices`.
    """
    value: dict[str, object] = {"ngay": as_of.isoformat(), "dem": counts}
    if rows := list(told):
        value["thong-bao"] = rows
    path = site / PATH
    path.parent.mkdir(parents=True, exist_ok=True)
    words = json.dumps(value, ensure_ascii=False, sort_keys=True)
    path.write_text(f"window.banDung={words};\n", encoding="utf-8")


def notices(publications: Iterable[Publication]) -> Iterator[dict[str, str]]:
    """Yield the notices to all readers, each with the days on which it is seen."""
    for one in publications:
        if one.kind is PublicationKind.NOTICE and one.everywhere:
            yield {
                "ten": one.title,
                "url": one.url,
                "tu": one.published.isoformat() if one.published else "",
                "den": one.valid_until.isoformat() if one.valid_until else _FOR_EVER,
            }
