"""YAML as a tree of plain text that remembers where everything stands.

Every scalar is text: whether ``no`` is a language or a refusal, and whether
``2024-13-45`` is a date, is for the field tables to say. Tags, anchors, aliases and
merge keys are refused: none of them is needed to describe a document, and each can
make a file say what nobody reading it would think.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

import yaml

from bookcase.diagnostics import Diagnostic, Result, Span
from bookcase.metadata import yamlwords

if TYPE_CHECKING:
    from collections.abc import Iterator

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # the same, but fast
_DEEPEST = 32  # nothing that is described here needs more than eight levels
_CUT_SHORT = frozenset({"META001", "META008", "META010", "META011"})
_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
"""Controls and what turns the order of letters: an escape can write them unseen."""

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(frozen=True, slots=True)
class Scalar:
    """A piece of text; ``quoted`` when written in quotes or as a block."""

    text: str
    span: Span
    quoted: bool = False

    @property
    def empty(self) -> bool:
        """Tell whether nothing is said: no value at all, ``~`` or ``null``."""
        return not self.quoted and self.text in _NULLS


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Mapping:
    """Names and values in the order of the file; no name stands twice."""

    entries: tuple[tuple[Scalar, Node], ...]
    span: Span

    def get(self, name: str) -> Node | None:
        """Find the value of a name."""
        return next((value for key, value in self.entries if key.text == name), None)


Node: TypeAlias = Scalar | Sequence | Mapping


def read(text: str, path: str, first_line: int = 1) -> Result[Node]:
    """Read a YAML text; total: every string gives a tree and what is wrong with it.

    Args:
        text: The YAML.
        path: How diagnostics name the file.
        first_line: The file's line on which the text begins, from 1.

    Finds:
        META001: it is not YAML; the tree holds what stood before the fault.
        META002: a name is given twice; the first value counts.
        META003: a tag.
        META004: an anchor or an alias.
        META005: a merge key.
        META006: a name that is not plain text.
        META007: more than one document.
        META009: a character that is not seen, or turns the order of letters.
        META008: lists within lists beyond all need; the tree ends there.
    """
    composer = _Composer(path, first_line - 1)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            composer.take(event)
            if len(composer.stack) > _DEEPEST:
                composer.too_deep()
                break
    except yaml.YAMLError as error:
        composer.found.append(yamlwords.explain(error, text, path, first_line))
    except UnicodeEncodeError as error:
        composer.found.append(yamlwords.lone_surrogate(error, text, path, first_line))
    return Result(composer.tree(), tuple(composer.found))


def whole(found: tuple[Diagnostic, ...]) -> bool:
    """Tell whether a text was read to its end, so that what is absent is missing."""
    return not any(one.code in _CUT_SHORT for one in found)


@dataclass(slots=True)
class _Open:
    """A collection that is being filled; ``key`` waits for its value."""

    span: Span
    mapping: bool
    items: list[Node] = field(default_factory=list)
    entries: dict[str, tuple[Scalar, Node]] = field(default_factory=dict)
    key: Scalar | None = None

    def close(self) -> Node:
        if not self.mapping:
            return Sequence(tuple(self.items), self.span)
        return Mapping(tuple(self.entries.values()), self.span)


class _Composer:
    """Builds the tree from the parser's events."""

    def __init__(self, path: str, shift: int) -> None:
        self.path, self.shift = path, shift
        self.found: list[Diagnostic] = []
        self.stack: list[_Open] = []
        self.root: Node | None = None

    def take(self, event: yaml.Event) -> None:
        """Take one event of the parser."""
        if isinstance(event, yaml.ScalarEvent):
            self._refuse(event)
            span = self._span(event)
            if hidden := _HIDDEN.search(event.value):
                what = f"giá trị có ký tự U+{ord(hidden[0]):04X} không nhìn thấy"
                self._say(span, "META009", what, "xóa ký tự đó, gõ lại giá trị")
            self._add(Scalar(event.value, span, bool(event.style)))
        elif isinstance(event, yaml.CollectionStartEvent):
            self._refuse(event)
            mapping = isinstance(event, yaml.MappingStartEvent)
            self.stack.append(_Open(self._span(event), mapping))
        elif isinstance(event, yaml.CollectionEndEvent):
            self._add(self.stack.pop().close())
        elif isinstance(event, yaml.AliasEvent):
            span = self._span(event)
            self._say(span, "META004", "không dùng bí danh (*…)", _WRITE_OUT)
            self._add(Scalar("", span))

    def too_deep(self) -> None:
        """Say that the reading stops here."""
        what = f"danh sách lồng nhau quá {_DEEPEST} bậc"
        self._say(self.stack[-1].span, "META008", what, "bỏ bớt dấu ngoặc mở")

    def tree(self) -> Node:
        """Return what was read, closing what an error left open."""
        while self.stack:
            self._add(self.stack.pop().close())
        return self.root or Mapping((), Span(self.path, self.shift + 1))

    def _add(self, node: Node) -> None:
        if self.stack:
            self._put(self.stack[-1], node)
        elif self.root is None:
            self.root = node
        else:
            self._say(node.span, "META007", "tệp có hơn một tài liệu YAML", _ONE)

    def _put(self, parent: _Open, node: Node) -> None:
        if not parent.mapping:
            parent.items.append(node)
        elif parent.key is None:
            parent.key = self._key(node)
        else:
            key, parent.key = parent.key, None
            self._enter(parent, key, node)

    def _key(self, node: Node) -> Scalar:
        if isinstance(node, Scalar):
            return node
        self._say(node.span, "META006", "tên trường phải là chữ, không là danh sách")
        return Scalar("", node.span)

    def _enter(self, parent: _Open, key: Scalar, node: Node) -> None:
        if key.text == "<<" and not key.quoted:
            self._say(key.span, "META005", "không dùng khóa gộp (<<)", _WRITE_OUT)
        elif (first := parent.entries.get(key.text)) is not None:
            line = first[0].span.line
            what = f"trường «{key.text}» viết hai lần, lần đầu ở dòng {line}"
            self._say(key.span, "META002", what, "giữ một, bỏ một")
        else:
            parent.entries[key.text] = (key, node)

    def _refuse(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.tag is not None:
            what = f"không dùng thẻ YAML ({event.tag})"
            span = self._span(event)
            self._say(span, "META003", what, "bỏ thẻ bắt đầu bằng dấu !")
        if event.anchor is not None:
            span = self._span(event)
            what = f"không dùng neo (&{event.anchor})"
            self._say(span, "META004", what, _WRITE_OUT)

    def _span(self, event: yaml.Event) -> Span:
        mark = event.start_mark
        if mark is None:  # the parser's types allow it; the parser never does it
            return Span(self.path, self.shift + 1)
        return Span(self.path, mark.line + 1 + self.shift, mark.column + 1)

    def _say(self, span: Span, code: str, message: str, hint: str = "") -> None:
        self.found.append(Diagnostic(span, code, message, hint=hint))


_WRITE_OUT = "viết thẳng giá trị vào chỗ này"
_ONE = "bỏ dòng --- ở giữa và phần sau nó"


def scalars(node: Node) -> Iterator[Scalar]:
    """Yield every scalar below a node, names before values."""
    todo: list[Node] = [node]
    while todo:
        one = todo.pop()
        if isinstance(one, Scalar):
            yield one
        elif isinstance(one, Sequence):
            todo.extend(reversed(one.items))
        else:
            pairs = [part for entry in one.entries for part in entry]
            todo.extend(reversed(pairs))
