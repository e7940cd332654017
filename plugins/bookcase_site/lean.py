"""The theme's style sheet without what no page of ours has: a fifth of it is left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import tinycss2

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tinycss2.ast import AtRule, Declaration, Node, QualifiedRule

_PAGE = ("container", "content", "content__inner", "grid", "main", "main__inner")
_NOTES = (
    *("abstract", "bug", "danger", "example", "failure", "info", "note", "question"),
    *("quote", "success", "tip", "warning"),
)
KEPT = frozenset(
    {"md-typeset", "admonition", "admonition-title", "focus-visible"}
    | {f"md-{name}" for name in _PAGE}
    | set(_NOTES)
)
"""The theme's classes that pages have; what styles others is left out."""
_IDLE = ("[data-", "[dir=rtl", "[id=__", "[role=columnheader", "#__")
"""How attributes and names begin that no page of ours has."""
_GROUPS = frozenset({"media", "supports"})
_THEMES = "--md-"
"""How the theme's variables begin."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A declaration: what it sets, the variables that it uses, its text."""

    name: str
    uses: frozenset[str]
    text: str

    def stays(self, used: frozenset[str]) -> bool:
        """Tell whether it is more than a variable of the theme that nothing uses."""
        return not self.name.startswith(_THEMES) or self.name in used


@dataclass(frozen=True, slots=True)
class _Rule:
    """A rule that stays, with lines, or a group of such rules."""

    head: str
    lines: tuple[_Line, ...] = ()
    inner: tuple[_Rule, ...] = ()

    def every_line(self) -> Iterator[_Line]:
        """Yield the lines here and further in."""
        yield from self.lines
        for rule in self.inner:
            yield from rule.every_line()

    def written(self, used: frozenset[str]) -> str:
        """Return the rule without idle variables; nothing when nothing is in it."""
        told = ";".join(line.text for line in self.lines if line.stays(used))
        held = told + "".join(rule.written(used) for rule in self.inner)
        return f"{self.head}{{{held}}}" if held else ""


def lean(css: str) -> str:
    """Return a sheet with the rules that pages of ours can match, without comments.

    A variable that nothing left uses goes too: most of them hold pictures.
    """
    rules = tuple(_rules(tinycss2.parse_stylesheet(css, skip_comments=True)))
    used = _used([line for rule in rules for line in rule.every_line()])
    return "".join(rule.written(used) for rule in rules)


def _rules(nodes: Iterable[Node]) -> Iterator[_Rule]:
    """Yield those of a block's rules that stay."""
    for node in nodes:
        if node.type == "qualified-rule":
            selectors = ",".join(_wanted(node))
            if selectors:
                yield _Rule(selectors, _lines(node))
        elif node.type == "at-rule" and node.content is not None:
            yield from _at_rule(node)


def _at_rule(node: AtRule) -> Iterator[_Rule]:
    head = f"@{node.at_keyword}{tinycss2.serialize(node.prelude).rstrip()}"
    if node.lower_at_keyword in _GROUPS:
        inner = tinycss2.parse_rule_list(node.content, skip_comments=True)
        yield _Rule(head, inner=tuple(_rules(inner)))
    elif node.lower_at_keyword != "keyframes":
        yield _Rule(head, _lines(node))


def _wanted(rule: QualifiedRule) -> Iterator[str]:
    """Yield the selectors of a rule that pages can match."""
    for one in _parted(rule.prelude):
        if all(_known(mark) for mark in _marks(one)):
            yield _text(one)


def _parted(prelude: Iterable[Node]) -> Iterator[list[Node]]:
    """Yield what stands between the commas of a list of selectors."""
    one: list[Node] = []
    for node in prelude:
        if node == ",":
            yield one
            one = []
        else:
            one.append(node)
    yield one


def _marks(nodes: Iterable[Node]) -> Iterator[str]:
    """Yield the classes, names and attributes that a selector asks for."""
    dot = False
    for node in nodes:
        if node.type == "function":
            yield from _marks(node.arguments)
        elif node.type in {"[] block", "hash"}:
            yield node.serialize()
        elif dot and node.type == "ident":
            yield f".{node.value}"
        dot = node == "."


def _known(mark: str) -> bool:
    return mark[1:] in KEPT if mark[0] == "." else not mark.startswith(_IDLE)


def _lines(rule: QualifiedRule | AtRule) -> tuple[_Line, ...]:
    content = tinycss2.parse_blocks_contents(
        rule.content, skip_comments=True, skip_whitespace=True
    )
    return tuple(_line(one) for one in content if one.type == "declaration")


def _line(one: Declaration) -> _Line:
    return _Line(one.lower_name, frozenset(_variables(one.value)), one.serialize())


def _variables(nodes: Iterable[Node]) -> Iterator[str]:
    """Yield the variables whose values stand among the nodes."""
    for node in nodes:
        if node.type == "function":
            inner = node.arguments
            if node.lower_name == "var":
                yield next(one.value for one in inner if one.type == "ident")
            yield from _variables(inner)


def _used(lines: Sequence[_Line]) -> frozenset[str]:
    """Return the variables that are used by what is more than an idle variable."""
    used: frozenset[str] = frozenset()
    while more := {v for one in lines if one.stays(used) for v in one.uses} - used:
        used |= more
    return used


def _text(nodes: Iterable[Node]) -> str:
    return str(tinycss2.serialize(nodes)).strip()
