"""Captions of a recording: WebVTT, as editors' programs write it.

Follows https://www.w3.org/TR/webvtt1/ as far as words and times go; where a caption
stands on the screen and how it looks is left to the player.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from bookcase.diagnostics import Diagnostic, Result, Span
from bookcase.model.publication import Cue

if TYPE_CHECKING:
    from collections.abc import Iterator

CODE = "MEDIA003"
_TIME = r"(?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3}"
_TIMES = re.compile(rf"({_TIME})\s+-->\s+({_TIME})(?:\s.*)?")
_VOICE = re.compile(r"<v(?:\.[^\s>]+)?\s+([^>]+)>")
_TAG = re.compile(r"</?[a-z\d][^>]*>")
_NOT_CUES = ("NOTE", "STYLE", "REGION")


def seconds(time: str) -> float:
    """Return a time in seconds.

    >>> seconds("1:05"), seconds("00:01:02.500")
    (65.0, 62.5)
    """
    total = 0.0
    for part in time.split(":"):
        total = total * 60 + float(part)
    return total


def read_captions(text: str, path: str) -> Result[tuple[Cue, ...]]:
    """Read captions; who speaks (``<v Bà Lạc>``) is put before the words.

    Args:
        text: The file's text.
        path: Its path, for findings.

    Finds:
        MEDIA003: the file is no WebVTT; a line without its times, one that ends before
            it begins, or begins before the one above it (then it is left out).
    """
    lines = text.removeprefix("\ufeff").split("\n")
    found: list[Diagnostic] = []
    if not re.match(r"WEBVTT(?:[ \t]|$)", lines[0]):
        hint = "xuất phụ đề ra dạng WebVTT; dòng đầu là chữ WEBVTT"
        found.append(_finding(path, 1, "tệp phụ đề không bắt đầu bằng WEBVTT", hint))
    cues: list[Cue] = []
    for line, block in _blocks(lines[1:]):
        cue = _cue(block)
        before = cues[-1].start if cues else 0.0
        if cue is None or cue.end <= cue.start or cue.start < before:
            hint = (
                "viết như «00:00:01.000 --> 00:00:04.000», sau đó là lời, theo thứ tự"
            )
            found.append(_finding(path, line, "lời phụ đề có giờ không đúng", hint))
        elif cue.text:
            cues.append(cue)
    return Result(tuple(cues), tuple(found))


def _blocks(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Yield what blank lines part, each with its line; notes are left out."""
    block: list[str] = []
    for number, line in enumerate([*lines, ""], 2):
        if line.strip():
            block.append(line.strip())
            continue
        if block and not block[0].startswith(_NOT_CUES):
            yield number - len(block), block
        block = []


def _cue(block: list[str]) -> Cue | None:
    """Read a cue: an optional name, the times, the words."""
    for at, line in enumerate(block[:2]):
        if times := _TIMES.fullmatch(line):
            words = _VOICE.sub(r"\1: ", " ".join(block[at + 1 :]))
            words = " ".join(unescape(_TAG.sub("", words)).split())
            return Cue(seconds(times[1]), seconds(times[2]), words)
    return None


def _finding(path: str, line: int, message: str, hint: str) -> Diagnostic:
    return Diagnostic(Span(path, line), CODE, message, hint=hint)
