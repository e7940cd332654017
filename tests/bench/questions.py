"""Questions and the articles that answer them."""

from __future__ import annotations

import json
from dataclasses import dataclass

from tests import shared

_EVERYDAY = shared.ROOT / "tests" / "golden" / "search" / "everyday.txt"


@dataclass(frozen=True, slots=True)
class Question:
    """What a reader types; ``answers`` are (number, article) pairs, any is right."""

    words: str
    answers: frozenset[tuple[str, str]]


def labelled() -> tuple[Question, ...]:
    """Return the 334 questions of the shared corpus (ALQAC)."""
    path = shared.folder() / "corpus" / "queries" / "questions.jsonl"
    rows = map(json.loads, path.read_text("utf-8").splitlines())
    return tuple(
        Question(
            row["query"],
            frozenset((one["number"], one["article"]) for one in row["labels"]),
        )
        for row in rows
    )


def everyday() -> tuple[Question, ...]:
    """Return our own questions, ``question | number#article, …`` a line."""
    lines = _EVERYDAY.read_text("utf-8").splitlines()
    return tuple(
        Question(said, frozenset(_answer(one) for one in answers.split(",")))
        for line in lines
        if not line.startswith("#")
        for said, _, answers in (line.partition(" | "),)
    )


def _answer(written: str) -> tuple[str, str]:
    number, _, article = written.strip().partition("#")
    return number, article
