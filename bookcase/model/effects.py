"""What one act does to another, as data (``effects.yml``)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal


class Op(StrEnum):
    """What is done to the target."""

    REPLACE = "replace"
    INSERT = "insert"
    REPEAL = "repeal"
    REPLACE_WORDS = "replace-words"
    INSERT_WORDS = "insert-words"
    DELETE_WORDS = "delete-words"
    RETITLE = "retitle"
    REPLACE_ANNEX = "replace-annex"
    INSERT_ANNEX = "insert-annex"
    REPEAL_ANNEX = "repeal-annex"
    SUSPEND = "suspend"
    RESUME = "resume"
    CORRECT = "correct"
    RENUMBER = "renumber"


Position = Literal["after", "before", "first", "last"]


@dataclass(frozen=True, slots=True)
class Phase:
    """A stretch of days: from ``start`` to the day before ``until``; in some places."""

    start: date
    until: date | None = None
    where: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What the program read: the words, their place in the text, how sure it is."""

    words: str = ""
    start: int | None = None
    end: int | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Effect:
    """One effect.

    Attributes:
        by: The provision of the acting act, as a unit id.
        on: The id of the act acted upon.
        op: What is done.
        at: Target units; empty for the whole act; ``("everywhere",)`` is allowed.
        new: The id that an inserted or renumbered unit gets.
        position: Where an inserted unit goes, beside ``anchor``.
        anchor: The unit beside which it goes.
        inside: The parent, where it is not the anchor's own.
        text: A unit or quote of the acting act that holds the new text.
        find: The words to be replaced, deleted, or gone behind.
        with_: The words that come in.
        count: How often ``find`` stands in each target; None when not told.
        effective: When it holds; empty when the act does not say.
        by_hand: An editor wrote this row; the program never overwrites it.
        line: Its line in ``effects.yml``, from 1.
    """

    by: str
    on: str
    op: Op
    at: tuple[str, ...] = ()
    new: str = ""
    position: Position | None = None
    anchor: str = ""
    inside: str = ""
    text: str = ""
    find: str = ""
    with_: str = ""
    count: int | None = None
    effective: tuple[Phase, ...] = ()
    by_hand: bool = False
    read: Reading | None = None
    line: int = 1
