"""A Markdown file taken apart: the fields above, the text below."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bookcase.diagnostics import Diagnostic, Result, Span
from bookcase.metadata import yamlfile
from bookcase.metadata.yamlfile import Mapping, Node

FENCE = "---"
_CLOSING = re.compile(r"\n---[^\S\n]*(\n|\Z)")


@dataclass(frozen=True, slots=True)
class Source:
    """A file taken apart.

    Attributes:
        fields: What stood between the fences; empty where there were none.
        body: The rest.
        body_line: The file's line on which the body starts, from 1.
    """

    fields: Node
    body: str = ""
    body_line: int = 1


def split(text: str, path: str) -> Result[Source]:
    """Split a file into fields and body.

    Finds:
        META010: there is no front matter; all is body.
        META011: the front matter is not closed; all is body.
        META001–META008: what is wrong with its YAML.
    """
    if not text.strip():
        return _empty(path)
    if text.partition("\n")[0].rstrip() != FENCE:
        return _bare(text, path, "META010", "thiếu phần đầu giữa hai dòng ---")
    found = _CLOSING.search(text)
    if found is None:
        return _bare(text, path, "META011", "phần đầu không có dòng --- đóng lại")
    head = text[text.index("\n") + 1 : found.start() + 1]
    fields = yamlfile.read(head.removesuffix("\n"), path, first_line=2)
    body_line = text.count("\n", 0, found.end()) + (2 if found[1] == "" else 1)
    body = text[found.end() :]
    return Result(Source(fields.value, body, body_line), fields.diagnostics)


def _empty(path: str) -> Result[Source]:
    hint = "viết theo mẫu trong content/_templates, hoặc xóa tệp"
    found = Diagnostic(Span(path), "META010", "tệp trống", hint=hint)
    return Result(Source(Mapping((), Span(path))), (found,))


def _bare(text: str, path: str, code: str, message: str) -> Result[Source]:
    span = Span(path)
    hint = "dòng đầu tệp viết ---, rồi các trường, rồi một dòng ---"
    found = Diagnostic(span, code, message, hint=hint)
    return Result(Source(Mapping((), span), text), (found,))
