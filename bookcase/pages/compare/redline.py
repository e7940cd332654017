"""A comparison as HTML: a summary of links, then what changed, the rest folded away.

The browser writes the same for any two versions (``browser/so-sanh-loi.js``); a test
holds that both say the same to the letter.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from bookcase.history.diff import Comparison, Did
from bookcase.pages.compare.pieces import cells_html, exchanged, pieces_html, rewritten
from bookcase.pages.markup import text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bookcase.history.diff import UnitChange

_DONE = {
    Did.CHANGED: "sửa",
    Did.INSERTED: "thêm",
    Did.DELETED: "bãi bỏ",
    Did.MOVED: "chuyển",
}
_LABELS = {
    Did.CHANGED: "Sửa",
    Did.INSERTED: "Thêm",
    Did.DELETED: "Bãi bỏ",
    Did.MOVED: "Chuyển",
}
_KINDS = {
    "attached": "văn bản kèm theo",
    "part": "Phần",
    "annex": "Phụ lục",
    "form": "Mẫu",
    "chapter": "Chương",
    "section": "Mục",
    "subsection": "Tiểu mục",
    "article": "Điều",
    "capital": "mục",
    "roman": "mục",
    "clause": "khoản",
    "subclause": "khoản",
    "point": "điểm",
    "subpoint": "điểm",
    "item": "mục",
    "dash": "gạch đầu dòng",
    "plus": "dấu cộng",
    "paragraph": "đoạn",
    "row": "dòng",
    "picture": "hình",
    "note": "chú thích",
    "quote": "lời trích",
    "frame": "phần",
    "table": "bảng",
}
_HEADED = frozenset(
    ("attached", "part", "annex", "form", "chapter", "section", "subsection", "article")
)
_DEEPEST = 5


@dataclass(slots=True)
class _Node:
    """A row and the rows in it; ``changed`` where any of them is to be shown."""

    row: UnitChange
    held: list[_Node] = field(default_factory=list)
    changed: bool = False


def comparison_html(
    comparison: Comparison,
    causes: Mapping[str, str] | None = None,
    *,
    old_url: str = "",
    new_url: str = "",
) -> str:
    """Write a comparison.

    Args:
        comparison: What changed.
        causes: HTML by the id of a unit in the new text (of the old one where it is
            gone): which act changed it. Printed as it is.
        old_url: The page of the old text as seen from this page; empty for no links.
        new_url: The page of the new text, likewise.
    """
    nodes = _tree(comparison.rows)
    body = [node for node in nodes if node.row.what != "note"]
    notes = [node for node in nodes if node.row.what == "note"]
    if not any(node.changed for node in nodes):
        return '<p class="ss-dem">Lời văn hai bản giống nhau.</p>'
    writer = _Writer(causes or {}, old_url, new_url)
    writer.summary(body)
    writer.inside(body)
    writer.notes(notes)
    return "\n".join(writer.out)


def _tree(rows: Iterable[UnitChange]) -> list[_Node]:
    outer: list[_Node] = []
    around: list[_Node] = []
    for row in rows:
        node = _Node(row, changed=row.differs)
        del around[row.depth :]
        (around[-1].held if around else outer).append(node)
        if row.differs:
            for one in around:
                one.changed = True
        around.append(node)
    return outer


class _Writer:
    """Appends HTML line by line."""

    def __init__(self, causes: Mapping[str, str], old_url: str, new_url: str) -> None:
        self.causes = causes
        self.old_url, self.new_url = old_url, new_url
        self.out: list[str] = []

    def summary(self, nodes: list[_Node]) -> None:
        """Say how much changed, and link each provision."""
        found: dict[Did, dict[str, str]] = {did: {} for did in _DONE}
        for did, name, anchor in _counted(nodes, None):
            if not any(name in names for names in found.values()):
                found[did][name] = anchor
        told = [(did, names) for did, names in found.items() if names]
        if not told:
            return
        words = ", ".join(f"{_DONE[did]} {len(names)}" for did, names in told)
        words = words[0].upper() + words[1:]
        self.out.append(f'<p class="ss-dem"><strong>{words} điều khoản.</strong></p>')
        self.out.append('<dl class="ss-tom">')
        for did, names in told:
            links = "".join(
                f'<li><a href="#{text(anchor)}">{text(name)}</a></li>'
                for name, anchor in names.items()
            )
            self.out.append(
                f'<div class="ss--{did}"><dt>{_LABELS[did]}</dt>'
                f"<dd><ul>{links}</ul></dd></div>"
            )
        self.out.append("</dl>")

    def inside(self, nodes: list[_Node], around: UnitChange | None = None) -> None:
        """Write nodes; runs of those that say the same are one line."""
        for shown, run in groupby(nodes, _is_shown):
            if not shown:
                self.folded([node.row for node in run], around)
                continue
            for node in run:
                self.node(node, around)

    def folded(self, rows: list[UnitChange], around: UnitChange | None) -> None:
        """Say what is left out here; nothing where it has no words."""
        if told := _folded(rows, around.name if around else ""):
            depth = f"ss-b{min(rows[0].depth, _DEEPEST)}"
            said = f"… {text(told)} không đổi"
            self.out.append(f'<p class="ss-nguyen {depth}">{said}</p>')

    def node(self, node: _Node, around: UnitChange | None) -> None:
        row = node.row
        heading = row.what in _HEADED
        if heading:
            self.out.append(f'<section class="ss-muc" id="{_anchor(row)}">')
        self.label(row, around)
        self.words(row)
        if cause := self.causes.get(row.new or row.old):
            self.out.append(f'<p class="ss-vi">{cause}</p>')
        self.inside(node.held, row)
        if heading:
            self.out.append("</section>")

    def label(self, row: UnitChange, around: UnitChange | None) -> None:
        """Say what was done, once for what was done as a whole."""
        whole = around is not None and around.did is row.did
        if row.did is Did.SAME or (
            whole
            and row.did in {Did.INSERTED, Did.DELETED}
            and not (row.old and row.new)
        ):
            return
        words = _LABELS[row.did]
        if row.did is Did.MOVED:
            same = row.old_name in {row.name, ""}
            words = "Đổi chỗ" if same else f"{words} từ {row.old_name}"
            words += ", có sửa" if rewritten(row.pieces) else ""
        links = "".join(self.links(row))
        css = f"ss-nhan ss--{row.did} ss-b{min(row.depth, _DEEPEST)}"
        self.out.append(f'<p class="{css}"><span>{text(words)}</span>{links}</p>')

    def links(self, row: UnitChange) -> Iterator[str]:
        if row.kind is None:
            return
        if row.old and self.old_url:
            yield f' <a href="{text(f"{self.old_url}#{row.old}")}">bản cũ</a>'
        if row.new and self.new_url:
            yield f' <a href="{text(f"{self.new_url}#{row.new}")}">bản mới</a>'

    def words(self, row: UnitChange) -> None:
        if not row.pieces:
            return
        tag = f"h{min(row.depth + 2, 6)}" if row.what in _HEADED else "p"
        depth = min(row.depth, _DEEPEST)
        name = "" if row.what in _HEADED else f' id="{_anchor(row)}"'
        css = f"ss-dong ss--{row.did} ss-b{depth}"
        if row.what == "row":
            self.out.append(
                f'<div class="{css} ss-hang"{name}>{cells_html(row.pieces)}</div>'
            )
        else:
            css += " ss-thay" if exchanged(row.pieces) else ""
            self.out.append(
                f'<{tag} class="{css}"{name}>{pieces_html(row.pieces)}</{tag}>'
            )

    def notes(self, nodes: list[_Node]) -> None:
        """Write changed footnotes, folded: most only tell who changed what."""
        changed = [node for node in nodes if node.changed]
        if changed:
            self.out.append(
                '<details class="ss-chu-thich"><summary>Chú thích cuối trang: '
                f"{len(changed)} thay đổi</summary>"
            )
            for node in changed:
                self.node(node, None)
            self.out.append("</details>")


def _is_shown(node: _Node) -> bool:
    """Tell whether a node is written; the head of a changed table always is."""
    return node.changed or (node.row.what == "row" and ".dau-" in node.row.new)


def _anchor(row: UnitChange) -> str:
    return text(f"ss-{row.new}" if row.new else f"ss-cu-{row.old}")


def _counted(
    nodes: list[_Node], around: UnitChange | None
) -> Iterator[tuple[Did, str, str]]:
    """Yield what was done to provisions: once for what was done as a whole.

    What is no unit of its own counts as a change of the unit that it belongs to.
    """
    for node in nodes:
        row = node.row
        whole = around is not None and around.did is row.did
        whole = whole and row.did in {Did.INSERTED, Did.DELETED}
        if row.did is not Did.SAME and not whole:
            done = row.did if row.kind else Did.CHANGED
            yield done, row.name or "ngoài các điều", _anchor(row)
        yield from _counted(node.held, row)


def _folded(rows: list[UnitChange], around: str) -> str:
    """Say what is left out: one by its name, several by how many of each kind."""
    told = [row for row in rows if any(piece.text for piece in row.pieces)]
    articles = [row for row in told if row.what == "article"]
    told = articles or told or [row for row in rows if row.what == "table"]
    counts: dict[str, list[UnitChange]] = {}
    for row in told:
        counts.setdefault(_KINDS[row.what], []).append(row)
    return ", ".join(_named(kind, rows, around) for kind, rows in counts.items())


def _named(kind: str, rows: Sequence[UnitChange], around: str) -> str:
    names = [row.name.removesuffix(around).strip() for row in rows]
    if len(rows) == 1:
        return names[0] if rows[0].kind and names[0] else f"1 {kind}"
    count = f"{len(rows)} {kind}"
    if rows[0].what != "article":
        return count
    if len(rows) == 2:  # noqa: PLR2004 - a pair
        return f"{names[0]} và {names[1]}"
    return f"{count} ({names[0]} đến {names[-1]})"
