"""Read the terms that a text defines.

They are looked for in three places:

* articles called ``Giải thích từ ngữ``, and whatever is opened by the like of
  ``Trong Luật này, các từ ngữ dưới đây được hiểu như sau:``;
* sentences such as ``Hộ gia đình quy định tại Điều này là …``;
* short names given in passing: ``(sau đây gọi tắt là …)``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bookcase.legal.ids import id_map
from bookcase.legal.words import folded, text_of
from bookcase.model.tree import Kind, Paragraph, Unit
from bookcase.terms.heads import Head, head
from bookcase.terms.model import Term
from bookcase.terms.shorts import short_names

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bookcase.model.tree import Block, LegalText

_TITLE = re.compile(
    r"giải (?:thích|nghĩa).{0,30}?(?:từ|thuật|khái niệm)", re.IGNORECASE
)
_INTRO = re.compile(
    r"(?:từ|ngữ|khái niệm|định nghĩa|viết tắt)\b.{0,90}?"
    r"(?:(?:hiểu|giải thích|định nghĩa)(?: thống nhất)?(?: như)? ?(?:sau|là)?"
    r"|(?:có|mang) nghĩa(?: như)? sau)\s*:?\s*$",
    re.IGNORECASE,
)
_ORDER = re.compile(r"(?:Sửa đổi|Bổ sung|Thay|Bãi bỏ|Đính chính)\b")
_SCOPE = re.compile(
    r"\b(Phần|Chương|Mục|Tiểu mục|Điều|khoản|Phụ lục) này\b", re.IGNORECASE
)
_SCOPES = {
    "phần": Kind.PART,
    "chương": Kind.CHAPTER,
    "mục": Kind.SECTION,
    "tiểu mục": Kind.SUBSECTION,
    "điều": Kind.ARTICLE,
    "khoản": Kind.CLAUSE,
    "phụ lục": Kind.ANNEX,
}
_STATED = re.compile(
    r"(?P<words>[^,;:()]{2,90}?) (?:được )?quy định tại (?P<where>(?:Phần|Chương|Mục"
    r"|Điều|khoản|Luật|Bộ luật|Pháp lệnh|Nghị định|Thông tư|Nghị quyết|Quyết định"
    r"|Quy chế) này)"
    r" (?:là|được hiểu là) (?P<rest>[^\W\d].*)",
    re.DOTALL,
)
_MEASURES = re.compile(
    r"(?:Thời|Mức|Số|Thẩm quyền|Hồ sơ|Trình tự|Cơ quan có|Diện tích|Tỷ lệ|Giá|Phí|Kinh"
    r" phí|Nội dung|Quy định|Việc|Các|Những|Một)\b"
)
_CONTAINERS = frozenset({Kind.ATTACHED, Kind.ANNEX})
_OUTER = _CONTAINERS | {
    Kind.PART,
    Kind.CHAPTER,
    Kind.SECTION,
    Kind.SUBSECTION,
    Kind.ARTICLE,
}
_READ = " này được hiểu là "
_NESTED_MANY = 12
_OPENERS = (":", "sau", "là", ": ", "sau ")


class _List(NamedTuple):
    """A list of definitions: where they hold, and whether one stands in another.

    Only ``là`` opens a definition below a definition.
    """

    scope: str
    nested: bool = False


def definitions(
    text: LegalText, ids: Mapping[int, str] | None = None
) -> tuple[Term, ...]:
    """Return the terms that a text defines, in reading order.

    What stands in quotes is another act's and is passed over; forms define nothing.

    Args:
        text: The text.
        ids: The names of its blocks, if they are at hand.
    """
    reader = _Reader(id_map(text) if ids is None else ids)
    reader.blocks(text.blocks, None)
    return tuple(reader.terms)


class _Reader:
    """The walk: appends terms as it meets them; ``around`` are the units it is in.

    Most lines of law define nothing: they pass in a few looks for letters.
    """

    def __init__(self, ids: Mapping[int, str]) -> None:
        self.ids = ids
        self.terms: list[Term] = []
        self.around: list[Unit] = []

    def blocks(self, blocks: tuple[Block, ...], listed: _List | None) -> None:
        for block in blocks:
            if isinstance(block, Unit):
                if listed or block.blocks:
                    self.unit(block, listed)
                elif " là " in block.text and _may_name(block.text):
                    self.line(block, block.text)
            elif isinstance(block, Paragraph):
                words = block.text
                if words.endswith(_OPENERS) and _is_intro(words):
                    listed = _List(self.scope(words))
                elif listed:
                    self.item(block, words, listed)
                elif " là " in words and _may_name(words):
                    self.line(block, words)

    def unit(self, unit: Unit, listed: _List | None) -> None:
        kind, words = unit.kind, unit.text
        if kind is Kind.FORM:
            return
        self.around.append(unit)
        if kind in _OUTER:
            listed = None
        if words.endswith(_OPENERS) and _is_intro(words):
            listed = _List(self.scope(words))
        elif kind is Kind.ARTICLE:
            listed = _List(self.scope("")) if _TITLE.match(words) else None
        elif listed:
            if self.item(unit, words, listed):
                listed = listed._replace(nested=True)
        elif kind not in _OUTER and " là " in words and _may_name(words):
            self.line(unit, words)
        self.blocks(unit.blocks, listed)
        self.around.pop()

    def item(self, block: Unit | Paragraph, words: str, listed: _List) -> bool:
        """Read one line of a list; tell whether it defines a term."""
        found = head(words, listed=not listed.nested)
        if found and listed.nested and not _is_strict(words, found):
            found = None
        said = _meaning(block, found) if found else ""
        if found and said:
            self.add(block, found.words, said, found.aliases, listed.scope)
        self.line(block, words, found.end if found else 0)
        return bool(found and said)

    def line(self, block: Unit | Paragraph, words: str, start: int = 0) -> None:
        """Read what any line may define."""
        for name, long in short_names(words, start):
            term = Term(name, self.here(block), long, scope=self.scope(""), short=True)
            self.terms.append(term)
        found = None if start else _STATED.match(words)
        if found and not _MEASURES.match(found["words"]):
            scope = self.scope(found["where"])
            self.add(block, found["words"], folded(found["rest"]), (), scope)

    def add(
        self,
        block: Unit | Paragraph,
        words: str,
        said: str,
        aliases: tuple[str, ...],
        scope: str,
    ) -> None:
        self.terms.append(Term(words, self.here(block), said, aliases, scope))

    def here(self, block: Unit | Paragraph) -> str:
        """Return the id of the unit, or of the innermost around the paragraph."""
        if isinstance(block, Unit):
            return self.ids[id(block)]
        return self.ids[id(self.around[-1])] if self.around else ""

    def scope(self, words: str) -> str:
        """Return the id of the unit that ``… này`` means: the whole act's is empty."""
        found = _SCOPE.search(words)
        kind = _SCOPES[found[1].lower()] if found else None
        for unit in reversed(self.around):
            if unit.kind is kind or unit.kind in _CONTAINERS:
                return self.ids[id(unit)]
        return ""


def _may_name(words: str) -> bool:
    """Tell, by a few letters, the lines that are worth a longer look."""
    return " là " in words and ("gọi " in words or "viết " in words or " này " in words)


def _is_intro(words: str) -> bool:
    if not ("hiểu" in words or "nghĩa" in words or "thích" in words):
        return False
    return bool(_INTRO.search(words)) and not _ORDER.match(words)


def _is_strict(words: str, found: Head) -> bool:
    """Tell a definition below a definition from an item of what it includes."""
    count = len(found.words.split())
    return words[: found.end].rstrip().endswith(" là") and 1 < count <= _NESTED_MANY


def _meaning(block: Unit | Paragraph, found: Head) -> str:
    """Return the rest of the sentence and what the units below it say."""
    if isinstance(block, Paragraph):
        return folded(found.rest)
    return folded(" ".join((found.rest, *map(text_of, block.blocks))))
