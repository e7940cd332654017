"""The register of real acts: facts about acts whose text the bookcase does not hold.

The table is kept as its source gives it, faults and all, and is repaired each time it
is read, so that a better table can take its place. The way of a row::

    cells ─▶ Draft ─▶ tidy number, title, issuer ─▶ twins merged ─▶ RegisterEntry

Finds, all of level info:
    META401: a row was repaired.
    META402: two rows speak of one act and were merged.
    META403: a row speaks of no act that can be named, and was dropped.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from bookcase.diagnostics import Diagnostic, Result, Span
from bookcase.metadata import csvfile, days, registerfix
from bookcase.metadata.registerfix import Draft
from bookcase.model import ids
from bookcase.model.register import RegisterEntry

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from bookcase.model.lists import ActType, Lists

COLUMNS = (
    "item_id",
    "number",
    "type",
    "title",
    "issuer",
    "issued",
    "effective",
    "in_codification_of",
)
OTHER_TYPE = "khac"


def read_register(
    text: str, path: str, lists: Lists
) -> Result[tuple[RegisterEntry, ...]]:
    """Read the register, sorted by id.

    Args:
        text: The table.
        path: How diagnostics name it.
        lists: For the types and the names of issuers.
    """
    rows = csvfile.read_csv(text, path, COLUMNS)
    found = list(rows.diagnostics)
    fix = registerfix.Fixer(lists)
    types = {ids.slug(one.name): one for one in lists.types.values()}
    drafts: list[Draft] = []
    for line, cells in rows.value:
        draft = fix(_draft(line, cells, types))
        if draft.number or draft.title:
            drafts.append(draft)
            found.extend(_repaired(draft, path))
        else:
            found.append(_dropped(draft, path, "không có số và không có tên"))
    merged = _merge(drafts, path, found)
    return Result(_entries(merged, path, found), tuple(found))


def _draft(line: int, cells: list[str], types: Mapping[str, ActType]) -> Draft:
    item, number, type_, title, issuer, issued, effective, seen = cells
    known = types.get(ids.slug(type_))
    return Draft(
        line=line,
        item_id=item if item.isdigit() and item != number else "",
        number=number,
        type=known.key if known else OTHER_TYPE,
        type_name=known.name if known else type_,
        title=title,
        issuer=issuer,
        issued=_day(issued),
        effective=_day(effective),
        seen_in=tuple(seen.split()),
        as_given=f"{number} {title}".strip(),
    )


def _day(text: str) -> date | None:
    read = days.read_day(text) if text else None
    return None if isinstance(read, str) else read


def _merge(
    drafts: Iterable[Draft], path: str, found: list[Diagnostic]
) -> tuple[Draft, ...]:
    """Merge rows without a title into the row of the same act that has one."""
    groups: dict[tuple[str, str], list[Draft]] = defaultdict(list)
    bare: list[Draft] = []
    for draft in drafts:
        if draft.number.isdigit() and not draft.title:
            bare.append(draft)
        else:
            _join(groups[draft.type, draft.number], draft, path, found)
    for draft in bare:
        _join(_namesakes(groups, draft), draft, path, found)
    return tuple(draft for group in groups.values() for draft in group)


def _namesakes(groups: dict[tuple[str, str], list[Draft]], bare: Draft) -> list[Draft]:
    """Find the one act of a day whose number begins with a number cut short."""
    start = (bare.type, f"{bare.number}/")
    alike = [
        group
        for (type_, number), group in groups.items()
        if type_ == start[0]
        and number.startswith(start[1])
        and any(one.effective == bare.effective for one in group)
    ]
    return alike[0] if len(alike) == 1 else groups[bare.type, bare.number]


def _join(group: list[Draft], draft: Draft, path: str, found: list[Diagnostic]) -> None:
    for place, other in enumerate(group):
        if _same(other, draft):
            group[place] = _both(other, draft)
            what = f"gộp với dòng {other.line}: cùng văn bản {group[place].number}"
            found.append(Diagnostic(Span(path, draft.line), "META402", what, "info"))
            return
    group.append(draft)


def _same(one: Draft, other: Draft) -> bool:
    """Tell whether two rows with one type and number are one act.

    They are when either has no title and no date speaks against it, or when all that
    both say is equal.
    """
    days_agree = all(
        first is None or second is None or first == second
        for first, second in (
            (one.issued, other.issued),
            (one.effective, other.effective),
        )
    )
    empty = not one.title or not other.title
    return days_agree and (empty or ids.slug(one.title) == ids.slug(other.title))


def _both(one: Draft, other: Draft) -> Draft:
    full, less = (one, other) if one.title else (other, one)
    return replace(
        full,
        number=max(full.number, less.number, key=len),
        item_id=full.item_id or less.item_id,
        issuer=full.issuer or less.issuer,
        issued=full.issued or less.issued,
        effective=full.effective or less.effective,
        seen_in=tuple(sorted({*full.seen_in, *less.seen_in})),
    )


def _entries(
    drafts: Iterable[Draft], path: str, found: list[Diagnostic]
) -> tuple[RegisterEntry, ...]:
    made: dict[str, tuple[RegisterEntry, Draft]] = {}
    for draft in drafts:
        entry = _entry(draft)
        if entry.id in made and registerfix.older_number(draft):
            found.append(_lent(draft, made[entry.id][1], path))
            entry = _entry(replace(draft, number=""))
        if entry.id in made:
            first = made[entry.id][1]
            what = f"trùng mã {entry.id} với dòng {first.line} nhưng nội dung khác"
            found.append(_dropped(draft, path, what))
        else:
            made[entry.id] = (entry, draft)
    return tuple(made[id_][0] for id_ in sorted(made))


def _entry(draft: Draft) -> RegisterEntry:
    tail = ids.work_tail(draft.number, draft.issued)
    return RegisterEntry(
        id=ids.work_id(draft.type, tail),
        number=draft.number,
        type=draft.type,
        title=draft.title,
        issuer=draft.issuer,
        issued=draft.issued,
        effective=draft.effective,
        item_id=draft.item_id,
        seen_in=draft.seen_in,
    )


def _repaired(draft: Draft, path: str) -> Iterable[Diagnostic]:
    if draft.notes:
        what = "; ".join(draft.notes)
        yield Diagnostic(Span(path, draft.line), "META401", what, "info")


def _lent(draft: Draft, owner: Draft, path: str) -> Diagnostic:
    what = f"số {draft.number} là của văn bản được sửa đổi, ở dòng {owner.line}"
    return Diagnostic(Span(path, draft.line), "META401", what, "info")


def _dropped(draft: Draft, path: str, why: str) -> Diagnostic:
    what = f"bỏ dòng «{draft.as_given[:80]}»: {why}"
    return Diagnostic(Span(path, draft.line), "META403", what, "info")
