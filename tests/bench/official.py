"""Our words held against official ones, and what is no difference of law.

Comparing folds spaces, the place of a tone mark, hyphens lost at a line's end. Marks
of notes that are still there (``nghiệp13``, ``2.5``) are passed over.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_PASSED = re.compile(
    r"(?:Luật|Bộ luật) này (?:đã )?được Quốc hội .{10,200}thông qua .*$"
)
_CLOSING = re.compile(
    r"(?<=\.) BỘ \S.{0,60}XÁC THỰC VĂN BẢN HỢP NHẤT.*$"
    r"|(?<=[./])((?: [^\W\d_]+){2,5}) ?$"
)
"""What the editors and the signer set under the last article."""
_OLD = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa", "oè": "òe", "oé": "óe",
    "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe", "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy",
    "uỵ": "ụy",
}  # fmt: skip
_TONE = re.compile(
    rf"(?<![qQ])(?:{'|'.join((*_OLD, *map(str.capitalize, _OLD)))})(?!\w)"
)
_MARKED = re.compile(r"\d{1,3}")


@dataclass(frozen=True, slots=True)
class Difference:
    """Where two texts differ: the words of each there, and some behind them."""

    ours: str
    official: str

    def __str__(self) -> str:
        """Return both sides, ours first."""
        return f"«{self.ours}» ≠ «{self.official}»"


def differences(ours: str, official: str) -> tuple[Difference, ...]:
    """Return the differences between our words and the official ones."""
    mine = _tokens(plain(_PASSED.sub("", ours)))
    theirs = _tokens(plain(_without_closing(official)))
    matcher = SequenceMatcher(None, mine, theirs, autojunk=False)
    found = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal" or _only_marks(mine[a:b], theirs[c:d]):
            continue
        if _only_marks(mine[max(0, a - 1) : b + 1], theirs[max(0, c - 1) : d + 1]):
            continue
        said, there = " ".join(mine[a : b + 3]), " ".join(theirs[c : d + 3])
        found.append(Difference(said[:90], there[:90]))
    return tuple(found)


def plain(words: str) -> str:
    """Return words with what is no difference of law folded away."""
    text = unicodedata.normalize("NFC", words).replace("\xad", "")
    text = _TONE.sub(_new_tone, text)
    text = re.sub(r"[“”\"]", "“", text)
    text = re.sub(r"(?<=/) +|(?<=[A-ZĐ])- ?(?=[A-ZĐ])", "", text)
    return " ".join(re.sub(r"[–-]", " ", text).split())


def _without_closing(official: str) -> str:
    found = _CLOSING.search(" ".join(official.split()))
    if not found or (found[1] and not found[1].istitle()):
        return official
    return found.string[: found.start()]


def _new_tone(found: re.Match[str]) -> str:
    new = _OLD[found[0].lower()]
    return new.capitalize() if found[0][0].isupper() else new


def _tokens(text: str) -> list[str]:
    """Part words from the signs behind them, so that a mark between is seen alone."""
    return re.findall(r"\d+|[^\W\d_]+|[^\w\s]", text)


def _only_marks(ours: list[str], theirs: list[str]) -> bool:
    """Tell whether the official words are ours with footnote marks between."""
    return list(_unmarked(ours, theirs)) == ours


def _unmarked(ours: list[str], theirs: list[str]) -> Iterator[str]:
    wanted = iter([*ours, ""])
    word = next(wanted)
    for token in theirs:
        if token == word:
            yield token
            word = next(wanted, "")
        elif word.isdigit() and re.fullmatch(rf"{word}\d{{1,3}}", token):
            yield word
            word = next(wanted, "")
        elif not _MARKED.fullmatch(token):
            yield token
