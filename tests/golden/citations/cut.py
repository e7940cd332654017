"""Cut one Điều out of a real record, so that labels can name places in it.

The labels of ``articles.yml`` hold no text, only offsets into what :func:`article_text`
returns. README.md says the recipe in words.
"""

from __future__ import annotations

import hashlib
import json
import lzma
import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

_HEAD = re.compile(r"^Điều (\d+[a-zđ]?)\s?[.:][ \t]*", re.MULTILINE)
_END = re.compile(
    r"^(?:(?:Phần|Chương|Mục|Tiểu mục|PHẦN|CHƯƠNG|MỤC|TIỂU MỤC) (?:[IVXLC]+|\d+|thứ)\b"
    r"|PHỤ LỤC|Phụ lục [IVXLC\d]+$|Nơi nhận:)",
    re.MULTILINE,
)


def records(documents: Path, ids: Collection[str]) -> dict[str, str]:
    """Return the texts of some records of ``documents.jsonl.xz`` by their ids."""
    found = {}
    with lzma.open(documents, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            if record["id"] in ids:
                found[record["id"]] = record["text"]
    return found


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


def _body(text: str) -> str:
    """Cut off what follows the Điều: a heading, an annex, the recipients."""
    end = _END.search(text)
    return (text[: end.start()] if end else text).strip()
