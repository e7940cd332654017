"""Files beside pages that a build writes as they are: what scripts read."""

from __future__ import annotations

import json
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SideFile:
    """A file of the site, made in the parent: its words are its key.

    ``url`` is its address, relative to the site's root.
    """

    url: str
    text: str


def as_script(name: str, key: str, value: object) -> str:
    """Return a script that puts a value into a table of the page.

    Scripts from a disk may read no file but scripts. The table is made by whichever of
    its files comes first.

    Args:
        name: The table, a name of the page's.
        key: What the value is known by in it.
        value: What JSON can hold.
    """
    table = f"window.{name}=window.{name}||{{}}"
    told = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f"({table})[{json.dumps(key)}]={told};\n"
