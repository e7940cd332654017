"""Terms and their uses, example by example."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bookcase.legal.ids import id_map
from bookcase.legal.parser import parse
from bookcase.model.tree import Paragraph, Unit, every_block
from bookcase.terms import definitions, uses
from tests.golden import cases, update

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bookcase.model.tree import LegalText
    from bookcase.terms import Term

GOLDEN = Path(__file__).parents[2] / "golden" / "terms"


def say_terms(given: str) -> str:
    text = parse(given, "a.md").value
    return "".join(f"{_term(term)}\n" for term in definitions(text))


def say_uses(given: str) -> str:
    text = parse(given, "a.md").value
    return "".join(f"{line}\n" for line in _used(text))


SAYERS: dict[str, Callable[[str], str]] = {
    "definitions.md": say_terms,
    "uses.md": say_uses,
}


def _term(term: Term) -> str:
    names = " = ".join(term.names)
    scope = f" (in {term.scope})" if term.scope else ""
    kind = " short for" if term.short else ":"
    return f"{term.unit}{scope} {names}{kind} {term.definition}"


def _used(text: LegalText) -> Iterator[str]:
    ids = id_map(text)
    found = uses(text, definitions(text, ids), ids)
    for block in every_block(text.blocks):
        if isinstance(block, (Paragraph, Unit)):
            for use in found.get(id(block), ()):
                words = block.text[use.start : use.end]
                name = ids.get(id(block), "")
                yield f"{name}|{use.start}: {words} → {use.term.unit}".strip()


@pytest.mark.parametrize("name", SAYERS)
def test_examples(name: str, request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update-golden"):
        update(GOLDEN / name, SAYERS[name])
    for case in cases(GOLDEN / name):
        assert (case.title, SAYERS[name](case.given)) == (case.title, case.expected)
