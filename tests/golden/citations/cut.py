# ruff: noqa: INP001 - stands beside the data that it cuts, and is loaded by its path
"""Cut one Điều out of a real record, so that labels can name places in it.

The labels of ``articles.yml`` hold no text, only offsets into what :func:`article_text`
returns. README.md says the recipe in words.
"""

from __future__ import annotations

import hashlib
import json
import lzma
import random
import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

SEED = 2026
LEAST = 200
_HEAD = re.compile(r"^Điều (\d+[a-zđ]?)\s?[.:][ \t]*", re.MULTILINE)
_END = re.compile(
    r"^(?:(?:Phần|Chương|Mục|Tiểu mục|PHẦN|CHƯƠNG|MỤC|TIỂU MỤC) (?:[IVXLC]+|\d+|thứ)\b"
    r"|PHỤ LỤC|Phụ lục [IVXLC\d]+$|Nơi nhận:)",
    re.MULTILINE,
)


def records(documents: Path) -> dict[str, str]:
    """Return the text of every record of ``documents.jsonl.xz`` by its id."""
    with lzma.open(documents, "rt", encoding="utf-8") as lines:
        found = map(json.loads, lines)
        return {record["id"]: record["text"] for record in found}


def drawn(texts: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return record id and number of the 50 Điều of the key, in the order drawn.

    Drawn from all Điều of 200 characters or more whose number the record has once.
    """
    pool = [
        (name, number)
        for name in sorted(texts)
        for number in _once(articles(texts[name]))
    ]
    return random.Random(SEED).sample(pool, 50)  # noqa: S311 - a fixed draw


def articles(text: str) -> tuple[tuple[str, str], ...]:
    """Return number and text of every Điều that opens a line, in reading order.

    The mark ("Điều 5. ") is cut off; what follows begins with the title.
    """
    text = unicodedata.normalize("NFC", text)
    heads = list(_HEAD.finditer(text))
    ends = [*(head.start() for head in heads), len(text)][1:]
    return tuple(
        (head[1], _body(text[head.end() : end]))
        for head, end in zip(heads, ends, strict=True)
    )


def article_text(text: str, number: str) -> str:
    """Return the text of a record's Điều; empty if it has not just one of that number.

    Args:
        text: The field ``text`` of the record.
        number: As printed, such as ``5`` or ``7a``.
    """
    found = [body for name, body in articles(text) if name == number]
    return found[0] if len(found) == 1 else ""


def digest(text: str) -> str:
    """Return the SHA-256 of a text in UTF-8, as hex digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def _once(found: tuple[tuple[str, str], ...]) -> Iterator[str]:
    counts = Counter(number for number, _ in found)
    return (n for n, body in found if counts[n] == 1 and len(body) >= LEAST)


def _body(text: str) -> str:
    """Cut off what follows the Điều: a heading, an annex, the recipients."""
    end = _END.search(text)
    return (text[: end.start()] if end else text).strip()
