"""A page as a screen reader tells it: roles and names, in the order of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tests.browser import Browser

LANDMARKS = ("banner", "navigation", "search", "main", "region", "form", "contentinfo")
TOLD = (*LANDMARKS, "heading", "link", "button", "status", "alert", "table", "dialog")


def outline(reader: Browser, *, texts: bool = False) -> list[str]:
    """Return a line for each thing that is told: its role, a heading's level, a name.

    Args:
        reader: A browser with the page open.
        texts: Whether to give plain text as well.
    """
    nodes = reader.tab.command("Accessibility.getFullAXTree")["nodes"]
    kept = (*TOLD, "StaticText") if texts else TOLD
    told = (one for one in _in_order(nodes) if not one.get("ignored"))
    return [_line(one) for one in told if _value(one, "role") in kept]


def headings(lines: Sequence[str]) -> list[tuple[int, str]]:
    """Return level and name of each heading."""
    found = [line.split(" ", 2) for line in lines if line.startswith("heading ")]
    return [(int(level), name) for _, level, name in found]


def landmarks(lines: Sequence[str]) -> list[str]:
    """Return the landmarks, with their names."""
    return [line for line in lines if line.split(" ")[0] in LANDMARKS]


def _in_order(nodes: Sequence[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    known = {one["nodeId"]: one for one in nodes}
    waiting = [nodes[0]["nodeId"]]
    while waiting:
        one = known.get(waiting.pop())
        if one:
            yield one
            waiting += reversed(one.get("childIds", []))


def _line(one: Mapping[str, Any]) -> str:
    level = [
        str(told["value"]["value"])
        for told in one.get("properties", [])
        if told["name"] == "level"
    ]
    return " ".join([_value(one, "role"), *level, _value(one, "name")]).rstrip()


def _value(one: Mapping[str, Any], key: str) -> str:
    return str(one.get(key, {}).get("value", ""))
