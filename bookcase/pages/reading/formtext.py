"""A form as a text file: to fill in with any program, or to send as a message."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bookcase.model.publication import PublicationKind
from bookcase.pages.sidefile import SideFile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bookcase.model.publication import Publication

_RULE = re.compile(r"\|?[\s:|-]+\|?")
_HEADING = re.compile(r"#+\s+")
_CALLOUT = re.compile(r'!!! \w+(?: "([^"]*)")?')
_LINK = re.compile(r"\[([^\]]*)\](?:\([^)]*\)|\{[^}]*\})")


def text_url(publication: Publication) -> str:
    """Return the address of a form's text; empty for what is no form."""
    if publication.kind is not PublicationKind.FORM:
        return ""
    return f"{publication.folder}/{publication.name}/bieu-mau.txt"


def form_text(publication: Publication) -> Iterator[SideFile]:
    """Yield the text of a form, with the line ends that every program shows."""
    if url := text_url(publication):
        lines = (publication.title.upper(), "", *_lines(publication.body))
        yield SideFile(url, "\r\n".join([*lines, ""]))


def _lines(body: str) -> Iterator[str]:
    """Take the marks of Markdown out; a table's rows become ``what: ……``."""
    for line in body.strip().split("\n"):
        if line.startswith("|"):
            cells = [one.strip() for one in line.strip("| ").split("|")]
            if not _RULE.fullmatch(line):
                yield _plain(": ".join(cells))
        elif found := _CALLOUT.fullmatch(line.strip()):
            yield _plain(found[1] or "")
        else:
            yield _plain(_HEADING.sub("", line).strip())


def _plain(words: str) -> str:
    return _LINK.sub(r"\1", words).replace("**", "")
