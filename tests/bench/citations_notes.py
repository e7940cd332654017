"""The codification's notes on related articles, as a key for references.

``(Điều này có nội dung liên quan đến Điều 3.4.NĐ.4.14. …)`` says that two articles
belong together; often one of them cites the other. Counted are the pairs whose articles
both stand on the pages that are here, each under its act and its number there: a pair
is found when one of the two cites the other's act, and found whole when it cites the
article.
"""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bookcase.citations.context import Context
from bookcase.citations.reading import cited
from tests import shared
from tests.bench.rows import Row

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bookcase.citations.known import Acts

PAGES = "corpus/codification_html"
_PARAGRAPH = re.compile(
    r"<p class='(pDieu|pGhiChu|pNoiDung|pChiDan)'>(.*?)(?=<p class='p[DGNC]|\Z)",
    re.DOTALL,
)
_CODE = re.compile(r"Điều (\d+(?:\.\d+)*\.[A-ZĐ]{2,4}(?:\.\d+[a-z]?)+)\.")
_ARTICLE = re.compile(r"Điều (\d+[a-z]?)")
_TAG = re.compile(r"<[^>]+>")


@dataclass(slots=True)
class Article:
    """An article of the codification: its act, its number there, its words, its kin."""

    act: str = ""
    unit: str = ""
    words: str = ""
    kin: list[str] = field(default_factory=list)


def run(acts: Acts) -> Iterator[Row]:
    """Compare the references found with the notes."""
    known: dict[str, Article] = {}
    for path in sorted((shared.folder() / PAGES).glob("*.html")):
        text = unicodedata.normalize("NFC", path.read_text("utf-8"))
        known |= _articles(text, acts)
    cites = {code: _cites(one, acts) for code, one in known.items()}
    pairs = {
        (code, kin) for code, one in known.items() for kin in one.kin if kin in known
    }
    pairs = {(a, b) for a, b in pairs if known[a].act != known[b].act}
    acts_found = sum(_leads(a, b, known, cites, whole=False) for a, b in pairs)
    whole = sum(_leads(a, b, known, cites, whole=True) for a, b in pairs)
    yield Row(
        "notes.pairs", len(pairs), "", "of different acts, both on the pages here"
    )
    yield Row("notes.act-cited", acts_found / max(1, len(pairs)))
    yield Row("notes.article-cited", whole / max(1, len(pairs)))


def _articles(text: str, acts: Acts) -> dict[str, Article]:
    found: dict[str, Article] = {}
    article = Article()
    for kind, inner in _PARAGRAPH.findall(text):
        words = html.unescape(_TAG.sub(" ", inner))
        if kind == "pDieu":
            code = _CODE.search(words)
            article = found.setdefault(code[1] if code else "", Article())
        elif kind == "pGhiChu" and not article.act:
            number = _ARTICLE.search(words)
            article.unit = f"d{number[1]}" if number else ""
            sources = cited(words, Context(), acts)
            article.act = next((one.work for one in sources if one.work), "")
        elif kind == "pNoiDung":
            article.words += words
        elif kind == "pChiDan":
            article.kin += _CODE.findall(words)
    found.pop("", None)
    return found


def _cites(article: Article, acts: Acts) -> frozenset[tuple[str, str]]:
    """Return the acts and articles that an article cites."""
    context = Context(article.act, article.unit)
    return frozenset(
        (one.work, one.unit.partition(".")[0])
        for line in article.words.splitlines()
        for one in cited(line, context, acts)
    )


def _leads(
    one: str,
    other: str,
    known: Mapping[str, Article],
    cites: Mapping[str, frozenset[tuple[str, str]]],
    *,
    whole: bool,
) -> bool:
    """Tell whether one of two articles cites the other, or at least its act."""
    for source, target in ((one, other), (other, one)):
        article = known[target]
        for act, unit in cites[source]:
            if act == article.act and (not whole or unit == article.unit):
                return True
    return False
