"""The theme's style sheet without what no page of ours has: a fifth of it is left."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

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
_PIECE = re.compile(r"""((?:"[^"]*"|'[^']*'|[^{}"'])*)([{}])""")
_CLASS = re.compile(r"\.([a-zA-Z_][\w-]*)")
_IDLE = re.compile(r"\[(?:data-|dir=rtl|id=__|role=columnheader)|#__")
_NAMED = re.compile(r"(--md-[\w-]+)\s*:")
_USED = re.compile(r"var\((--md-[\w-]+)")


def lean(css: str) -> str:
    """Return a minified sheet with the rules that pages of ours can match.

    A variable that nothing left uses goes too: most of them hold pictures.
    """
    used: set[str] | None = None
    left = "".join(_rules(css, 0, used)[0])
    while used != (now := set(_USED.findall(left))):
        left, used = "".join(_rules(css, 0, now)[0]), now
    return left


def _rules(css: str, at: int, used: set[str] | None) -> tuple[list[str], int]:
    """Return the rules of a block that stay, and where it ends."""
    out: list[str] = []
    while found := _PIECE.match(css, at):
        at = found.end()
        if found[2] == "}":
            break
        head = found[1].rpartition(";")[2].strip()
        if head.startswith(("@media", "@supports")):
            inner, at = _rules(css, at, used)
            out += [f"{head}{{{''.join(inner)}}}"] if inner else []
        elif head.startswith("@keyframes"):
            at = _rules(css, at, used)[1]
        elif body := _PIECE.match(css, at):
            at = body.end()
            selectors, told = ",".join(_wanted(head)), _told(body[1], used)
            out += [f"{selectors}{{{told}}}"] if selectors and told else []
    return out, at


def _wanted(head: str) -> Iterator[str]:
    for one in re.split(r",(?![^(\[]*[)\]])", head):
        if not _IDLE.search(one) and set(_CLASS.findall(one)) <= KEPT:
            yield one


def _told(body: str, used: set[str] | None) -> str:
    """Return the declarations but for variables that are not used; None: all are."""
    lines = re.findall(r'(?:"[^"]*"|[^;"])+', body)
    names = [(_NAMED.match(one.strip()), one) for one in lines]
    kept = [one for name, one in names if used is None or not name or name[1] in used]
    return ";".join(kept)
