"""A Markdown file taken apart: the fields above, the text below."""

from __future__ import annotations

from dataclasses import dataclass

from bookcase.diagnostics import Diagnostic, Result, Span
from bookcase.metadata import yamlfile
from bookcase.metadata.yamlfile import Mapping, Node

FENCE = "---"


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
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        return _bare(text, path, "META010", "thiếu phần đầu giữa hai dòng ---")
    closing = next((n for n, line in enumerate(lines) if n and _is_fence(line)), None)
    if closing is None:
        return _bare(text, path, "META011", "phần đầu không có dòng --- đóng lại")
    fields = yamlfile.read("\n".join(lines[1:closing]), path, first_line=2)
    body = "\n".join(lines[closing + 1 :])
    return Result(Source(fields.value, body, closing + 2), fields.diagnostics)


def _is_fence(line: str) -> bool:
    return line.rstrip() == FENCE


def _bare(text: str, path: str, code: str, message: str) -> Result[Source]:
    span = Span(path)
    hint = "dòng đầu tệp viết ---, rồi các trường, rồi một dòng ---"
    found = Diagnostic(span, code, message, hint=hint)
    return Result(Source(Mapping((), span), text), (found,))
