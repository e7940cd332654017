"""Write what is told beside the units of a text: by a worker that has the texts."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bookcase.pages.law.pointers import MOST
from bookcase.pages.markup import day, text, when_attributes
from bookcase.pages.provisions import provision_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from bookcase.pages.guides import Guide
    from bookcase.pages.law.changes import Change, Provision
    from bookcase.pages.law.held import Held
    from bookcase.pages.law.notes import Note
    from bookcase.pages.law.pointers import Pointer
    from bookcase.pages.view import When

    Read = Callable[[str], Held]

LONG = 700
"""How many letters of the words before are shown on the page of the law."""

SHORT = 240
"""The same where the unit has changed again since."""


FEW = 3
"""How many guides to a unit are shown before they fold."""

LATE = "Lời văn ở đây chưa cập nhật."


@dataclass(frozen=True, slots=True)
class Beside:
    """All that a page tells beside its units."""

    changes: tuple[Change, ...] = ()
    notes: tuple[Note, ...] = ()
    pointers: tuple[Pointer, ...] = ()
    guides: tuple[Guide, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether there is anything."""
        return bool(self.changes or self.notes or self.pointers or self.guides)


NOTHING = Beside()


def beside_units(beside: Beside, own: Held, read: Read, root: str) -> dict[str, str]:
    """Return HTML by the id of the unit beside which it goes.

    Args:
        beside: What is to be told.
        own: The text of the page.
        read: Gives the text in a file.
        root: The way from the page to the site's root.
    """
    writer = _Writer(own, read, root)
    found: defaultdict[str, list[str]] = defaultdict(list)
    for note in beside.notes:
        found[own.anchor(note.place)].append(f"<p>{writer.note(note)}</p>")
    for pointer in beside.pointers:
        found[own.anchor(pointer.unit)].append(writer.pointer(pointer))
    for name, changes in _by_unit(beside.changes, own, read).items():
        found[name].append(writer.changes(name, changes))
    for name, guides in _guided(beside.guides, own).items():
        found[name].append(writer.guides(guides))
    found.pop("", None)
    return {name: _box(told) for name, told in found.items()}


def causes(
    changes: Iterable[Change], own: Held, read: Read, root: str
) -> dict[str, str]:
    """Return HTML by the id of a changed unit: which provision changed it."""
    writer = _Writer(own, read, root)
    return {
        name: "; ".join(f"{one.done} theo {writer.provision(one.by)}" for one in all_)
        for name, all_ in _by_unit(changes, own, read).items()
        if name
    }


def _box(told: Iterable[str]) -> str:
    return f'<div class="bk-ghi">{"".join(told)}</div>'


def _by_unit(
    changes: Iterable[Change], own: Held, read: Read
) -> Mapping[str, list[Change]]:
    found: defaultdict[str, list[Change]] = defaultdict(list)
    for change in changes:
        for one in _spread(change, read):
            name = own.anchor(*one.places)
            if one not in found[name]:
                found[name].append(one)
    return found


def _guided(guides: Iterable[Guide], own: Held) -> Mapping[str, list[Guide]]:
    found: defaultdict[str, list[Guide]] = defaultdict(list)
    for one in guides:
        found[own.anchor(one.unit)].append(one)
    return found


def _spread(change: Change, read: Read) -> Iterator[Change]:
    """Yield a change of the whole text once for each unit that it met."""
    if not change.find:
        yield change
    elif change.old:
        for name in read(change.old).holding(change.find):
            yield replace(change, places=(name,), was=name)


class _Writer:
    """Writes the notes of one page."""

    def __init__(self, own: Held, read: Read, root: str) -> None:
        self.own, self.read, self.root = own, read, root

    def link(self, label: str, url: str) -> str:
        if not url:
            return text(label)
        return f'<a href="{text(self.root + url)}">{text(label)}</a>'

    def provision(self, one: Provision, label: str = "") -> str:
        """Link a provision, or the page of its act where it is not there."""
        if not one.path:
            return text(label or f"{provision_name(one.unit)} {one.act}")
        held = self.read(one.path)
        said = label or f"{held.name(one.unit)} {one.act}".strip()
        name = held.anchor(one.unit)
        return self.link(said, f"{one.url}#{name}" if name else one.url)

    def note(self, note: Note) -> str:
        says = " ".join(_dated(one.text, one.days) for one in note.says)
        by = f" theo {self.provision(note.by)}" if note.by else ""
        see = f" {self.provision(note.see, 'Xem lời văn mới')}." if note.see else ""
        end = "" if says.endswith(".") and not by else "."
        late = f" {_dated(LATE, note.late)}" if note.late else ""
        return f"{says}{by}{end}{see}{late}"

    def pointer(self, pointer: Pointer) -> str:
        named = [self.place(pointer, one) for one in pointer.places[:MOST]]
        if more := len(pointer.places) - MOST:
            named += [f"{more} chỗ khác"] if more > 0 else []
        act = self.act(pointer)
        places = f"{', '.join(named)} của " if named else ""
        note = f" ({text(pointer.note)})" if pointer.note else ""
        return f'<p class="bk-toi">Xem {places}{act}{note}</p>'

    def act(self, pointer: Pointer) -> str:
        act = pointer.act
        if not act.away:
            return self.link(act.label, pointer.url or act.url)
        rel = 'rel="noopener noreferrer external"'
        return f'<a href="{text(act.away)}" {rel}>{text(act.label)}</a>'

    def place(self, pointer: Pointer, names: Sequence[str]) -> str:
        if not pointer.path:
            return text(provision_name(names[0]))
        held = self.read(pointer.path)
        name = held.anchor(*names)
        label = next((held.names[n] for n in names if n in held.names), "")
        url = f"{pointer.url}#{name}" if name else pointer.url
        return self.link(label or held.name(names[0]), url)

    def guides(self, guides: Sequence[Guide]) -> str:
        """Lead to what explains a unit; more than a few are folded.

        What is about to be out of date is seen until then.
        """
        links = [
            f"<span{when_attributes(one.link.days)}>"
            f"{self.link(one.link.label, one.link.url)} ({text(one.link.note)})</span>"
            for one in guides
        ]
        last = max((one.link.days for one in guides if one.link.days), default=None)
        seen = when_attributes(last) if all(one.link.days for one in guides) else ""
        if len(links) <= FEW:
            return f'<p class="bk-them"{seen}>Đọc thêm: {" ".join(links)}</p>'
        items = "".join(f"<li>{one}</li>" for one in links)
        return (
            f'<details class="bk-sua bk-them"{seen}><summary>Bài giải thích, biểu mẫu '
            f"về quy định này ({len(links)})</summary><ul>{items}</ul></details>"
        )

    def changes(self, name: str, changes: Sequence[Change]) -> str:
        """Write all changes of a unit, the latest first, folded."""
        latest = changes[-1]
        unit = self.own.names.get(name, "")
        said = f'<span class="bk-an">{text(unit)}: </span>' if unit else ""
        said += f"{latest.done} từ {day(latest.since)}"
        if len(changes) > 1:
            said += f" (lần thứ {len(changes)})"
        said += f'<span class="bk-in">, {text(latest.by.act)}</span>'
        told = [self.change(latest, LONG)]
        told += [self.change(one, SHORT) for one in reversed(changes[:-1])]
        return (
            f'<details class="bk-sua"><summary>{said}</summary>'
            f"{''.join(told)}</details>"
        )

    def change(self, change: Change, most: int) -> str:
        words = f": {text(change.words)}" if change.words else ""
        by = self.provision(change.by)
        said = f"<p>{change.done} theo {by}, từ ngày {day(change.since)}{words}.</p>"
        return said + self.before(change, most)

    def before(self, change: Change, most: int) -> str:
        """Say what the unit said before, and lead to the comparison."""
        if not change.old:
            return ""
        compare = self.comparison(change)
        if not change.was:
            return f"<p>Trước đó chưa có quy định này. {compare}</p>"
        lines = self.read(change.old).lines(change.was)
        if not lines:
            return f"<p>{compare}</p>"
        quoted = "".join(f"<p>{text(line)}</p>" for line in _cut(lines, most))
        return f"<p>Trước đó:</p><blockquote>{quoted}</blockquote><p>{compare}</p>"

    def comparison(self, change: Change) -> str:
        """Link the comparison, at the unit if it shows there."""
        if not change.compare:
            return ""
        new, old = self.read(change.new), self.read(change.old)
        name = new.anchor(*change.places)
        shown = name and (not change.was or new.lines(name) != old.lines(name))
        return self.link(
            "So sánh với bản trước", change.compare + (f"#ss-{name}" if shown else "")
        )


def _dated(words: str, days: When | None) -> str:
    attributes = when_attributes(days)
    return f"<span{attributes}>{text(words)}</span>" if attributes else text(words)


def _cut(lines: Iterable[str], most: int) -> Iterator[str]:
    """Yield lines until there are so many letters; what is left out is told."""
    left = most
    for line in lines:
        if len(line) > left:
            yield f"{line[:left].rpartition(' ')[0]} …".lstrip()
            return
        yield line
        left -= len(line)
