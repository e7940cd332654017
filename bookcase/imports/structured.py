"""A text whose structure was read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bookcase.imports.markup import Markup

if TYPE_CHECKING:
    from bookcase.imports.draft import Draft, Guess, Line
    from bookcase.model.act import Signer
    from bookcase.model.tree import LegalText


@dataclass(frozen=True, slots=True)
class Structured:
    """A text read.

    ``order`` are its lines in the order in which they were written, ``moved`` counts
    those that stand elsewhere than in the source.
    """

    text: LegalText
    guesses: tuple[Guess, ...]
    signers: tuple[Signer, ...] = ()
    order: tuple[Line, ...] = ()
    moved: int = 0


def read_literally(draft: Draft) -> Structured:
    """Return every line as a paragraph: nothing recognised, nothing lost."""
    out = Markup()
    for line in draft.lines:
        out.literal(line.text)
    return Structured(out.read(), (), (), draft.lines)
