"""Reading metadata never fails, whatever an editor wrote."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hypothesis import example, given
from hypothesis import strategies as st

from bookcase.metadata import frontmatter, yamlfile
from bookcase.metadata.codes import CODES
from bookcase.metadata.effects import read_effects
from bookcase.metadata.locality import read_locality
from bookcase.metadata.publication import read_publication
from bookcase.metadata.register import COLUMNS, read_register
from bookcase.metadata.work import read_work
from bookcase.model.lists import Lists

if TYPE_CHECKING:
    from bookcase.diagnostics import Diagnostic

SIGNS = st.sampled_from(
    [
        *("- ", ": ", "\n", "  ", "\t", "[", "]", "{", "}", ", ", "'", '"', "|\n"),
        *("&a ", "*a", "!t ", "<<", "? ", "---\n", "#", "%", "@", "\\", "~", "null"),
        *("id", "type", "versions", "from", "at", "on", "op", "by", "code", "title"),
        *("luat", "2024-13-45", "2024-01-01", "true", "đất", "mau-", "\r", "\ufeff"),
    ]
)
YAMLISH = st.lists(SIGNS, max_size=40).map("".join)
BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What ends a line in YAML; a file that is read from disk has line feeds only."""
ANY = st.one_of(st.text(), st.text(st.characters(codec=None)), YAMLISH)


def hold(found: tuple[Diagnostic, ...], text: str) -> None:
    """Hold what every reader promises: known codes, and places in the file."""
    lines = len(BREAK.findall(text)) + 2
    for one in found:
        assert one.code in CODES
        assert 1 <= one.span.line <= lines
        assert one.span.column >= 1
        assert one.message


@given(ANY)
@example("\r\r0")
def test_every_string_is_read_as_yaml(text: str) -> None:
    hold(yamlfile.read(text, "t.yml").diagnostics, text)


@given(ANY)
def test_every_string_is_a_file_with_front_matter(text: str) -> None:
    for given_ in (text, f"---\n{text}\n---\nx"):
        read = frontmatter.split(given_, "t.md")
        hold(read.diagnostics, given_)
        assert given_.endswith(read.value.body)


@given(ANY)
@example("\r\r0")
def test_every_string_is_read_as_each_record(text: str) -> None:
    hold(read_work(text, "van-ban/luat/2024/x/document.yml").diagnostics, text)
    hold(read_effects(text, "effects.yml").diagnostics, text)
    hold(read_locality(text, "dia-phuong/01/00004.yml").diagnostics, text)
    hold(read_publication(text, "trac-nghiem/x.yml").diagnostics, text)
    hold(read_publication(text, "hoi-dap/x.md").diagnostics, text)


@given(st.lists(st.lists(st.text(), min_size=8, max_size=8), max_size=4))
def test_every_table_is_read_as_the_register(rows: list[list[str]]) -> None:
    cells = [",".join(f'"{cell.replace(chr(34), "")}"' for cell in row) for row in rows]
    text = "\n".join([",".join(COLUMNS), *cells])
    read = read_register(text, "register.csv", Lists())
    assert {one.code for one in read.diagnostics} <= set(CODES)


@given(st.lists(st.from_regex(r"[a-z]{1,8}", fullmatch=True), unique=True))
def test_plain_names_and_values_come_back(names: list[str]) -> None:
    text = "".join(f"{name}: v-{name}\n" for name in names)
    tree = yamlfile.read(text, "t.yml").value
    assert isinstance(tree, yamlfile.Mapping)
    assert [key.text for key, _ in tree.entries] == names
