"""The values of consolidation: what goes in, what comes out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bookcase.model.effects import Op

if TYPE_CHECKING:
    from datetime import date

    from bookcase.model.effects import Effect, Phase
    from bookcase.model.tree import LegalText

NO_TEXT = "AMEND101"
NO_PLACE = "AMEND102"
WORDS_DIFFER = "AMEND103"
TWO_ON_ONE = "AMEND104"
CYCLE = "AMEND105"
TOO_EARLY = "AMEND106"
BAD_QUOTE = "AMEND107"
FIELD_MISSING = "AMEND108"
STANDS_ALREADY = "AMEND109"
NOT_FOR_ALL = "AMEND110"
NO_DAY = "AMEND115"
"""Why an effect could not be applied; each is explained in ``bookcase.cli.codes``."""

TEXTUAL = frozenset(Op) - {Op.SUSPEND, Op.RESUME}
"""What changes the words of an act; a suspension leaves them as they are."""

WHOLE_OPS = frozenset(
    {
        Op.REPLACE,
        Op.REPEAL,
        Op.REPLACE_ANNEX,
        Op.REPEAL_ANNEX,
        Op.INSERT,
        Op.INSERT_ANNEX,
    }
)
"""What says all of a unit's words, or takes them all away."""

WORD_OPS = frozenset({Op.REPLACE_WORDS, Op.INSERT_WORDS, Op.DELETE_WORDS})


@dataclass(frozen=True, slots=True)
class Due:
    """One effect that takes place on ``phase.start``.

    Attributes:
        act: The id of the acting act.
        effect: What it does.
        phase: The stretch of days meant; the effect may have others.
        source: The acting act's own text, empty when it is not held.
    """

    act: str
    effect: Effect
    phase: Phase
    source: LegalText


@dataclass(frozen=True, slots=True)
class Cause:
    """Which provision of which act changed a unit, and from which day."""

    act: str
    by: str
    since: date


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a unit.

    Attributes:
        id: The unit, as it is called in the new text.
        op: What was done to it last.
        causes: All that changed it, in order of time.
        done: What each of the causes did.
        repealed: It has been repealed, and keeps only its number.
    """

    id: str
    op: Op
    causes: tuple[Cause, ...]
    repealed: bool = False
    done: tuple[Op, ...] = ()


@dataclass(frozen=True, slots=True)
class Unapplied:
    """An effect that changed nothing, why, and the code of the finding."""

    act: str
    effect: Effect
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Consolidated:
    """A text after its effects.

    Attributes:
        text: The new text.
        changes: The units that were changed, in reading order.
        unapplied: The effects that could not be applied, in their order.
    """

    text: LegalText
    changes: tuple[Change, ...] = ()
    unapplied: tuple[Unapplied, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why one effect cannot be applied."""

    code: str
    message: str


def common_phase(effect: Effect) -> Phase | None:
    """Return when an effect begins everywhere: its first stretch without a place.

    Words change once. What begins in some places before that changes no common text.
    """
    common = [phase for phase in effect.effective if not phase.where]
    return min(common, key=lambda phase: phase.start, default=None)


def changes_text(effect: Effect) -> bool:
    """Tell whether an effect changes words; the end of a whole act changes none."""
    whole = not effect.at or {*effect.at} & {"act", "everywhere"}
    return effect.op in TEXTUAL and not (effect.op is Op.REPEAL and whole)
