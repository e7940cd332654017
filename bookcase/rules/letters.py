"""Text is NFC, with the letter Đ, without invisible characters.

Good::

    Nghị định số 15/2024/NĐ-CP

Bad: the same with Eth (U+00D0) for Đ, a soft hyphen (U+00AD), letters taken apart, or
characters that nobody sees: controls, those that turn the direction, private use.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from bookcase.diagnostics import Diagnostic, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

CODE = "TEXT101"

_BAD = re.compile(
    "[\u00d0\u00f0\u00ad"
    "\u0000-\u0008\u000b-\u001f\u007f-\u009f"  # control characters
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"  # unseen; some turn the text about
    "\ue000-\uf8ff\U000f0000-\U0010ffff\ufffd]"  # private use; a lost letter
)
_ETH = str.maketrans("\u00d0\u00f0", "Đđ")
_UNSEEN = dict.fromkeys(
    code
    for first, last in (
        (0x00, 0x08),
        (0x0B, 0x1F),
        (0x7F, 0x9F),
        (0xAD, 0xAD),
        (0x200B, 0x200F),
        (0x202A, 0x202E),
        (0x2060, 0x206F),
        (0xFEFF, 0xFEFF),
    )
    for code in range(first, last + 1)
)
_NAMES = {
    "\u00d0": "Eth (Ð) thay cho Đ",
    "\u00f0": "eth (ð) thay cho đ",
    "\ufffd": "dấu � thay cho một chữ đã mất",
}


def check(source: str, path: str, first_line: int = 1) -> Iterator[Diagnostic]:
    """Yield a warning for each line with letters that must be mended.

    Args:
        source: The text as it stands in the file.
        path: The file.
        first_line: The line of the file on which it starts, from 1.
    """
    if _is_clean(source) and unicodedata.is_normalized("NFC", source):
        return
    for number, line in enumerate(source.split("\n"), first_line):
        if found := _BAD.search(line):
            what = _NAMES.get(found[0], f"ký tự U+{ord(found[0]):04X} không nhìn thấy")
            yield _finding(path, number, found.start() + 1, f"có {what}")
        elif not unicodedata.is_normalized("NFC", line):
            yield _finding(path, number, 1, "chữ chưa ở dạng Unicode dựng sẵn (NFC)")


def _is_clean(source: str) -> bool:
    """Tell that no letter must be mended: what Python can print is seen, save three.

    The pattern costs three times as much, and is asked only where this does not tell.
    """
    if source.replace("\n", "").isprintable() and not any(
        letter in source for letter in _NAMES
    ):
        return True
    return not _BAD.search(source)


def mended(source: str) -> str:
    """Return the text with all that a program may mend: NFC, đ for eth, unseen marks.

    Private letters and lost ones stay: only a person can tell what stood there.
    """
    return unicodedata.normalize("NFC", source.translate(_ETH)).translate(_UNSEEN)


def _finding(path: str, line: int, column: int, message: str) -> Diagnostic:
    hint = "chạy «bookcase check --fix» hoặc gõ lại đoạn này"
    return Diagnostic(Span(path, line, column), CODE, message, "warning", hint)
