"""Records of real law cut at its articles, without the pages' own parse.

Enough to compare engines with each other, for all get the same records.
"""

from __future__ import annotations

import json
import lzma
import re
from itertools import islice
from typing import TYPE_CHECKING

from bookcase.search.records import Record
from tests import shared

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

_ARTICLE = re.compile(r"^(?=Điều [0-9]+[a-zđ]?\. )", re.MULTILINE)
_NUMBER = re.compile(r"Điều ([0-9]+[a-zđ]?)")


def laws() -> Iterator[Record]:
    """Yield the records of the 17 laws that questions are labelled with."""
    path = shared.folder() / "corpus" / "queries" / "laws.jsonl"
    for line in path.read_text("utf-8").splitlines():
        yield from _records(json.loads(line))


def corpus(step: int) -> Iterator[Record]:
    """Yield the records of each so many-th document of the real corpus."""
    with lzma.open(shared.folder() / "corpus" / "documents.jsonl.xz", "rt") as lines:
        for line in islice(lines, 0, None, step):
            yield from _records(json.loads(line))


def _records(document: dict[str, Any]) -> Iterator[Record]:
    number = document.get("number") or document["id"]
    url, title = f"{document['id']}.html", document.get("title") or number
    head, *articles = _ARTICLE.split(document.get("text") or "")
    yield Record(url, number, title, title, head, "van-ban", "luat", "")
    for article in articles:
        first, _, text = article.partition("\n")
        unit = f"{url}#d{_NUMBER.findall(first)[0]}"
        yield Record(unit, number, first, title, text, "van-ban", "luat", "")
