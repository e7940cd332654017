"""What an editor is told, word for word: the golden files of ``golden/metadata``."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bookcase import report
from bookcase.metadata import yamlfile
from bookcase.metadata.effects import read_effects
from bookcase.metadata.keys import Keys, keys
from bookcase.metadata.lists import read_lists
from bookcase.metadata.locality import read_locality
from bookcase.metadata.publication import read_publication
from bookcase.metadata.register import COLUMNS, read_register
from bookcase.metadata.work import read_work
from tests.golden import cases, update
from tests.shared import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

    from bookcase.diagnostics import Diagnostic
    from bookcase.model.lists import Lists
    from bookcase.model.register import RegisterEntry

FOLDER = Path(__file__).parents[2] / "golden" / "metadata"


@cache
def lists() -> Lists:
    """Read the closed lists that the starter content ships."""
    return read_lists(ROOT / "content" / "_data").value


@cache
def known() -> Keys:
    return keys(lists())


def told(found: tuple[Diagnostic, ...]) -> str:
    return report.render(sorted(found)) + "\n" if found else ""


def say_yaml(given: str) -> str:
    return told(yamlfile.read(given, "tep.yml").diagnostics)


def say_work(given: str) -> str:
    path = "van-ban/luat/2024/01-2024-qh15-mau/document.yml"
    read = read_work(given, path, known())
    files = " ".join(f"{one.stem}.md" for one in read.value.versions)
    return f"{told(read.diagnostics)}= {read.value.id}: {files}\n"


def say_effects(given: str) -> str:
    read = read_effects(given, "effects.yml", known())
    rows = "".join(f"= {one}\n" for one in read.value)
    return told(read.diagnostics) + rows


def say_publication(given: str) -> str:
    read = read_publication(given, "hoi-dap/khai-sinh.md", known())
    one = read.value
    basis = "".join(f"  {row}\n" for row in one.legal_basis)
    return (
        f"{told(read.diagnostics)}= {one.id} ({one.kind}) {one.title};"
        f" lời văn từ dòng {one.body_line}\n{basis}"
    )


def say_locality(given: str) -> str:
    read = read_locality(given, "dia-phuong/01/00008.yml", known())
    return f"{told(read.diagnostics)}= {read.value}\n"


def say_register(given: str) -> str:
    text = f"{','.join(COLUMNS)}\n{given}"
    read = read_register(text, "register.csv", lists())
    return told(read.diagnostics) + "".join(map(entry, read.value))


def entry(one: RegisterEntry) -> str:
    return (
        f"= {one.id} | {one.number} | {one.title} | {one.issuer} | {one.issued}"
        f" | {one.effective} | {one.item_id} | {' '.join(one.seen_in)}\n"
    )


SAYING: dict[str, Callable[[str], str]] = {
    "yaml": say_yaml,
    "work": say_work,
    "effects": say_effects,
    "publication": say_publication,
    "locality": say_locality,
    "register": say_register,
}


@pytest.mark.parametrize("name", sorted(SAYING))
def test_messages_are_as_written(name: str, pytestconfig: pytest.Config) -> None:
    path, say = FOLDER / f"{name}.md", SAYING[name]
    if pytestconfig.getoption("--update-golden"):
        update(path, say)
    for case in cases(path):
        assert say(case.given) == case.expected, case.title


def test_every_golden_file_is_tried() -> None:
    assert {path.stem for path in FOLDER.glob("*.md")} == set(SAYING)
