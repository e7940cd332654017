"""36 titles made from the six in Vietnamese, and 200 communes that tell of themselves.

A title is a starter leaflet whose lists, rows and paragraphs stand in another order, so
each is laid out anew and still fits. Names of people and streets are invented.
"""

from __future__ import annotations

import csv
import random
import re
import shutil
from typing import TYPE_CHECKING

from tests.bench.corpora import CONTENT, fresh

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

TITLES, COMMUNES = 36, 200
EXTREMES = 2
"""How many of the shortest names, and of the longest, are among the communes."""
_SILENT = 5
"""Every so many communes, one tells nothing."""
_ROLES = (
    "people-committee",
    "police",
    "health",
    "judicial-officer",
    "mediation",
    "legal-aid",
    "women",
)
_FAMILY = ("Tạ Văn", "Kiều Thị", "Ngô Thị", "Nông Văn", "Đỗ Thị", "Vi Văn")
_GIVEN = ("Ngõ Nhỏ", "Nắng", "Hoa Giấy", "Mẫu", "Mây Hồng", "Suối Trong")
_STREETS = ("phố Mẫu Một", "xóm Mẫu Hai", "thôn Mẫu Ba", "đường Mẫu Bốn", "ấp Mẫu Năm")
_HOURS = (
    "Thứ Hai đến thứ Sáu: 8 giờ – 11 giờ 30, 13 giờ 30 – 17 giờ",
    "Trực ngày và đêm",
    "Gọi bất cứ lúc nào; gặp theo hẹn",
)


def generated(seed: int) -> tuple[Path, tuple[str, ...]]:
    """Write a content folder; return it, and the codes of its communes."""
    dice = random.Random(seed)  # noqa: S311 - a seed, no secret
    folder = fresh("corpus/leaflets")
    shutil.copytree(CONTENT, folder)
    starters = sorted((folder / "to-gap").glob("*.md"))
    # What is in another language is printed only for communes that name it.
    for path in filter(_is_translated, starters):
        path.unlink()
    starters = [path for path in starters if path.exists()]
    for at in range(TITLES):
        source = starters[at % len(starters)]
        number = at // len(starters) + 1
        text = varied(source.read_text("utf-8"), number, dice)
        (folder / "to-gap" / f"{source.stem}-{number}.md").write_text(text, "utf-8")
    for path in starters:
        path.unlink()
    return folder, _communes(folder, dice)


def varied(text: str, number: int, dice: random.Random) -> str:
    """Return a leaflet in another order; its id and title bear a number."""
    _, head, body = re.split(r"(?m)^---$", text, maxsplit=2)
    head = re.sub(r"(?m)^(id: .+)$", rf"\1-{number}", head)
    head = re.sub(r"(?m)^(title: .+?)(\"?)$", rf"\1 ({number})\2", head)
    blocks = (_shuffled(block, dice) for block in body.split("\n\n"))
    return "---".join(("", head, "\n\n".join(blocks)))


def _is_translated(path: Path) -> bool:
    return "\ntranslation_of: " in path.read_text("utf-8")


def _shuffled(block: str, dice: random.Random) -> str:
    """Change the order of a list's items, or of a table's rows."""
    lines = block.split("\n")
    first = 2 if lines[0].startswith("|") else 0
    items = lines[first:]
    if not all(line.startswith(("- ", "|")) for line in items):
        return block
    dice.shuffle(items)
    return "\n".join([*lines[:first], *items])


def _communes(folder: Path, dice: random.Random) -> tuple[str, ...]:
    with (folder / "_data" / "communes.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    ranked = sorted(rows, key=lambda row: (len(row["name"]), row["code"]))
    drawn = dice.sample(ranked[EXTREMES:-EXTREMES], COMMUNES - 2 * EXTREMES)
    chosen = [*ranked[:EXTREMES], *ranked[-EXTREMES:], *drawn]
    shutil.rmtree(folder / "dia-phuong")
    for at, row in enumerate(chosen):
        if at % _SILENT != _SILENT - 1:
            path = folder / "dia-phuong" / row["province"] / f"{row['code']}.yml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("\n".join(_locality(row["code"], dice)), "utf-8")
    return tuple(row["code"] for row in chosen)


def _locality(code: str, dice: random.Random) -> Iterable[str]:
    yield "specimen: true"
    yield f'code: "{code}"'
    yield "contacts:"
    for at, role in enumerate(_ROLES):
        yield f"  - role: {role}"
        if role in {"judicial-officer", "mediation", "women"}:
            yield f"    name: {dice.choice(_FAMILY)} {dice.choice(_GIVEN)}"
        line = f"{at:02}{dice.randrange(100):02}"
        yield f'    phone: "0200 {dice.randrange(1000):03} {line}"'
        yield f"    address: Số 0, {dice.choice(_STREETS)}"
        yield f'    hours: "{dice.choice(_HOURS)}"'
    yield "leaflets: all"
    yield ""
