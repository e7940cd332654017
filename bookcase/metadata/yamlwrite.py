"""Write texts into YAML so that they are read back as they were."""

from __future__ import annotations

import re

_PLAIN = re.compile(r"[^\W_][\w ./&()+-]*")
_PLAIN_IN_BLOCK = re.compile(r"[^\W_][\w ./&()+,;“”‘’…–-]*")
_TRAPS = frozenset(
    [
        "y",
        "n",
        "yes",
        "no",
        "true",
        "false",
        "on",
        "off",
        "null",
        "none",
        "~",
        ".inf",
        ".nan",
    ]
)
_NUMBERLIKE = re.compile(r"[-+.\d][\d_.,:eE+-]*|0[xob][\da-fA-F]+|\d{4}-\d\d?-\d\d?.*")


def scalar(text: str, *, flow: bool = True) -> str:
    """Write a text so that YAML reads it back as this text.

    ``flow`` texts stand in brackets, where a comma needs quotes.

    >>> scalar("no")
    '"no"'
    """
    pattern = _PLAIN if flow else _PLAIN_IN_BLOCK
    plain = pattern.fullmatch(text) and not text.endswith(" ")
    if plain and text.lower() not in _TRAPS and not _NUMBERLIKE.fullmatch(text):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
