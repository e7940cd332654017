"""A consolidated text as it is printed: for readers, for programs, as a version file.

Every form says that a machine made it and that the acts themselves prevail.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING

from bookcase.history.consolidate.model import WHOLE_OPS
from bookcase.legal.ids import identified
from bookcase.legal.render import render
from bookcase.legal.units import BY_KIND, RANK, canonical_mark
from bookcase.legal.words import text_of
from bookcase.metadata.yamlwrite import scalar
from bookcase.model.effects import Op
from bookcase.model.tree import (
    Framed,
    Kind,
    Paragraph,
    Quote,
    Table,
    Unit,
)
from bookcase.pages.provisions import provision_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from bookcase.history.consolidate import Change, Consolidated, Unapplied
    from bookcase.legal.ids import Placed
    from bookcase.model.tree import Block

NOTICE = (
    "Bản do máy hợp nhất, không phải văn bản hợp nhất chính thức; khi áp dụng, căn cứ"
    " vào các văn bản gốc."
)
_DONE = {
    Op.REPLACE: "được sửa đổi, bổ sung",
    Op.INSERT: "được bổ sung",
    Op.REPEAL: "được bãi bỏ",
    Op.REPLACE_WORDS: "có cụm từ được thay thế",
    Op.INSERT_WORDS: "có cụm từ được bổ sung",
    Op.DELETE_WORDS: "có cụm từ được bãi bỏ",
    Op.RETITLE: "có tên được sửa đổi",
    Op.REPLACE_ANNEX: "được thay thế",
    Op.INSERT_ANNEX: "được bổ sung",
    Op.REPEAL_ANNEX: "được bãi bỏ",
    Op.CORRECT: "được đính chính",
    Op.RENUMBER: "được đánh số lại",
}


@dataclass(frozen=True, slots=True)
class Printed:
    """What is printed.

    Attributes:
        name: What the act is called.
        title: The act's title, for the version file.
        day: The day for which the text stands.
        made: The text, its changes, and what could not be applied.
        official: The number of the official consolidated text, where one is known.
        acts: What the acting acts are called, by id.
    """

    name: str
    title: str
    day: date
    made: Consolidated
    official: str = ""
    acts: Mapping[str, str] = field(default_factory=dict)

    @property
    def notice(self) -> str:
        """Return what every form of the text says of itself."""
        official = f" Văn bản hợp nhất chính thức gần nhất: {self.official}."
        return NOTICE + (official if self.official else "")

    @property
    def behind(self) -> str:
        """Return how far the text is behind, empty where it is not."""
        number = len(self.made.unapplied)
        return f"Chưa cập nhật: {number} sửa đổi chưa áp dụng." if number else ""


def as_json(printed: Printed) -> str:
    """Return the text as other programs rely on it.

    ``units`` are all units in reading order, each ``text`` with all that the unit
    holds. ``by`` (act, ``#``, provision) and ``from`` tell the last change of a unit:
    its own, that of a unit around it which was changed as a whole, or one within it;
    null where there is none. What holds articles does not count their changes for its
    own. ``causes`` are all of these, in order of time.
    """
    changes = {one.id: one for one in printed.made.changes}
    rows = [
        _row(one, changes)
        for one in identified(printed.made.text)
        if not one.quoted and isinstance(one.block, (Unit, Framed))
    ]
    value = {
        "name": printed.name,
        "as_of": printed.day.isoformat(),
        "notice": printed.notice,
        "official": printed.official or None,
        "units": rows,
        "unapplied": [*map(_left, printed.made.unapplied)],
    }
    return json.dumps(value, ensure_ascii=False, indent=1)


def as_markdown(printed: Printed) -> str:
    """Return the file of a version, whose front matter says what made it."""
    said = " ".join(filter(None, (printed.notice, printed.behind)))
    title = scalar(printed.title, flow=False)
    return f"---\n# {said}\ntitle: {title}\n---\n{render(printed.made.text)}"


def as_text(printed: Printed) -> str:
    """Return the text for reading, each change with a note that says who made it."""
    notes: list[str] = []
    numbers = count(1)
    changes = {one.id: one for one in printed.made.changes}
    ids = {id(one.block): one.id for one in identified(printed.made.text)}
    lines = [printed.name, f"(hợp nhất đến ngày {_day(printed.day)})", printed.notice]
    lines += [printed.behind] if printed.behind else []
    for block, words in _said(printed.made.text.blocks):
        change = changes.get(ids.get(id(block), ""))
        if change is None or not words:
            lines += [words] if words else []
            continue
        number = next(numbers)
        lines.append(f"{words} [{number}]")
        notes.append(f"[{number}] {_note(block, change, printed.acts)}")
    lines += [f"[^{one.mark}] {one.text}" for one in printed.made.text.footnotes]
    lines += ["―――――", *notes] if notes else []
    lines += [
        f"Chưa áp dụng: {_told(one, printed.acts)}" for one in printed.made.unapplied
    ]
    return "\n".join(lines)


def _row(one: Placed, changes: Mapping[str, Change]) -> dict[str, object]:
    causes = sorted(_causes_of(one, changes), key=lambda cause: cause["from"])
    last = causes[-1] if causes else {"by": None, "from": None}
    row: dict[str, object] = {"id": one.id, "text": text_of(one.block)}
    return {**row, **last, "causes": causes}


def _causes_of(one: Placed, changes: Mapping[str, Change]) -> Iterator[dict[str, str]]:
    """Yield the causes of a unit, of those around it as a whole, of those in it."""
    around = [changes[id_] for id_ in one.parents if id_ in changes]
    found = [change for change in around if WHOLE_OPS & {*change.done}]
    found += [changes[one.id]] if one.id in changes else []
    found += [] if _is_high(one.block) else _within(one, changes)
    for cause in dict.fromkeys(cause for change in found for cause in change.causes):
        yield {"by": f"{cause.act}#{cause.by}", "from": cause.since.isoformat()}


def _within(one: Placed, changes: Mapping[str, Change]) -> list[Change]:
    inner = (f"{one.id}.", f"{one.id}/")
    return [change for id_, change in changes.items() if id_.startswith(inner)]


def _is_high(block: object) -> bool:
    """Tell whether a unit holds articles: a change in one is none of its own."""
    return isinstance(block, Unit) and RANK[block.kind] < RANK[Kind.ARTICLE]


def _left(one: Unapplied) -> dict[str, object]:
    return {
        "by": f"{one.act}#{one.effect.by}",
        "op": one.effect.op.value,
        "at": [*one.effect.at],
        "code": one.code,
        "message": one.message,
    }


def _said(blocks: tuple[Block, ...]) -> Iterator[tuple[Block, str]]:
    """Yield each block that says something, with its words as printed."""
    for block in blocks:
        if isinstance(block, Unit):
            mark = block.mark or canonical_mark(block.kind, block.number)
            headed = block.kind in BY_KIND and block.text
            dot = "." if headed and not mark.endswith((".", ":")) else ""
            yield block, f"{mark}{dot} {block.text}".strip()
        elif isinstance(block, Paragraph):
            yield block, block.text
        elif isinstance(block, Table):
            cells = (" | ".join(cell.text for cell in row) for row in block.rows)
            yield block, "\n".join(cells)
        if isinstance(block, (Unit, Quote, Framed)):
            yield from _said(block.blocks)


def _note(block: Block, change: Change, acts: Mapping[str, str]) -> str:
    """Say who changed a unit, as the footnotes of official consolidated texts do."""
    what = _kind(block)
    told = []
    for cause, op in zip(change.causes, change.done, strict=True):
        act = acts.get(cause.act, cause.act)
        by = provision_name(cause.by)
        told.append(
            f"{what} {_DONE[op]} theo quy định tại {by} của {act}, có hiệu lực kể từ"
            f" ngày {_day(cause.since)}."
        )
    return " ".join(told)


def _kind(block: Block) -> str:
    if isinstance(block, Unit):
        heading = BY_KIND.get(block.kind)
        word = heading.word if heading else _BODY.get(block.kind, "Đoạn")
        return "Mẫu này" if block.kind is Kind.FORM else f"{word} này"
    return "Phần này"


_BODY = {Kind.CLAUSE: "Khoản", Kind.POINT: "Điểm", Kind.SUBCLAUSE: "Khoản"}


def _told(one: Unapplied, acts: Mapping[str, str]) -> str:
    by = provision_name(one.effect.by)
    return f"{by} của {acts.get(one.act, one.act)}: {one.message} ({one.code})."


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"
