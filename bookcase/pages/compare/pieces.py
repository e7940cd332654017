"""Words of a comparison as HTML: ``ins`` and ``del``, and words that say so aloud."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bookcase.pages.markup import plain, text

if TYPE_CHECKING:
    from bookcase.history.diff import Pieces

_LONG = 60
_NUMBER = 12


def rewritten(pieces: Pieces) -> bool:
    """Tell whether more than a number differs: words on both sides of one."""
    changed = [piece for piece in pieces if piece.sign != "="]
    return len(changed) > 2 or any(len(piece.text) > _NUMBER for piece in changed)  # noqa: PLR2004 - a number is one out, one in, and short


def exchanged(pieces: Pieces) -> bool:
    """Tell whether one long stretch stands for another: each gets lines of its own."""
    signs = [piece.sign for piece in pieces if piece.sign != "="]
    return signs == ["-", "+"] and all(
        len(piece.text) > _LONG for piece in pieces if piece.sign != "="
    )


def pieces_html(pieces: Pieces) -> str:
    """Write the words of a line, what differs marked."""
    return "".join(_one(piece.sign, piece.text) for piece in pieces)


def _one(sign: str, words: str) -> str:
    """Write a piece; the space before what is marked stays outside the mark."""
    html = text(plain(words)).replace("\n", "<br>")
    said = html.lstrip(" ")
    if sign == "=" or not said:
        return html
    tag, word = ("ins", "thêm") if sign == "+" else ("del", "bỏ")
    return (
        f'{html[: len(html) - len(said)]}<{tag}><span class="bk-an">[{word}: </span>'
        f'{said}<span class="bk-an">]</span></{tag}>'
    )


def cells_html(pieces: Pieces) -> str:
    """Write the cells of a row; where their number differs, the old row first."""
    parts: list[list[str]] = [[""]]
    for number, piece in enumerate(pieces):
        if number and piece.sign != "=" and "\t" in piece.text:
            parts.append([""])
        for place, words in enumerate(piece.text.split("\t")):
            if place:
                parts[-1].append("")
            parts[-1][-1] += _one(piece.sign, words)
    return "".join(
        "".join(f'<span class="ss-o">{cell}</span>' for cell in cells)
        for cells in parts
    )
