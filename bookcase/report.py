"""Diagnostics as lines for a terminal, for GitHub, or as JSON for programs."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bookcase.diagnostics import Diagnostic, Level

FORMATS = ("text", "json", "github")
"""Every format by its name on the command line."""

LEVELS: Mapping[Level, str] = {
    "error": "lỗi",
    "warning": "lưu ý",
    "info": "cho biết",
}
_GITHUB: Mapping[Level, str] = {
    "error": "error",
    "warning": "warning",
    "info": "notice",
}


_UNSEEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)
_LONGEST = 400
"""How many characters of a sentence are told: it may quote a whole file."""


def render(found: Iterable[Diagnostic], form: str = "text", base: str = "") -> str:
    """Say what was found, without a line break at the end.

    Args:
        found: The findings, in the order in which they are to be told.
        form: ``text``: the place as editors' programs make it clickable, the cure on
            a second line; ``github``: annotations of a workflow; ``json``: one array.
        base: The folder that the places are relative to, put before them.
    """
    if form == "json":
        rows = [as_json(one, base) for one in found]
        return json.dumps(rows, ensure_ascii=False, indent=1)
    line = github if form == "github" else text
    return "\n".join(line(one, base) for one in found)


def text(one: Diagnostic, base: str = "") -> str:
    """Tell a finding to a person, with the cure on a line of its own."""
    place = f"{_path(one, base)}:{one.span.line}:{one.span.column}"
    cure = f"\n    → {_shown(one.hint)}" if one.hint else ""
    told = f"{LEVELS[one.level]} {one.code}: {_shown(one.message)}".replace(
        "\n", "\n    "
    )
    return f"{_shown(place)}: {told}{cure}"


def github(one: Diagnostic, base: str = "") -> str:
    """Tell a finding to GitHub, whose commands reserve a few signs."""
    message, hint = _shown(one.message), _shown(one.hint)
    message = f"{message} → {hint}" if hint else message
    place = ",".join(
        (
            f"file={_escaped(_path(one, base), _IN_PROPERTY)}",
            f"line={one.span.line}",
            f"col={one.span.column}",
            f"title={one.code}",
        )
    )
    return f"::{_GITHUB[one.level]} {place}::{_escaped(message, _IN_MESSAGE)}"


def as_json(one: Diagnostic, base: str = "") -> dict[str, str | int]:
    """Tell a finding to a program; line and column count from 1."""
    return {
        "path": _path(one, base),
        "line": one.span.line,
        "column": one.span.column,
        "level": one.level,
        "code": one.code,
        "message": one.message,
        "hint": one.hint,
    }


_IN_MESSAGE = (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"))
_IN_PROPERTY = (*_IN_MESSAGE, (":", "%3A"), (",", "%2C"))


def _path(one: Diagnostic, base: str) -> str:
    return f"{base.rstrip('/')}/{one.span.path}" if base else one.span.path


def _shown(words: str) -> str:
    """Write out what a terminal would obey or hide, and cut what is too long."""
    cut = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
    return _UNSEEN.sub(lambda found: f"<U+{ord(found[0]):04X}>", cut)


def _escaped(words: str, signs: tuple[tuple[str, str], ...]) -> str:
    for sign, code in signs:
        words = words.replace(sign, code)
    return words
