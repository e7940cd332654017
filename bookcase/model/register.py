"""Acts that are known by their facts only: the bookcase does not hold their text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class RegisterEntry:
    """One row of the register of real acts, repaired.

    Attributes:
        id: The work id that the act would have; a held work of this id replaces it.
        number: As printed, repaired.
        type: A key of the closed list of types.
        title: Empty where the source gives none.
        issuer: Words, as the source gives them; empty where not told.
        item_id: Its number in the national database; empty where that is not numeric.
        seen_in: Months of the codifications in which it stood, ``2025-11``.
    """

    id: str
    number: str
    type: str
    title: str = ""
    issuer: str = ""
    issued: date | None = None
    effective: date | None = None
    item_id: str = ""
    seen_in: tuple[str, ...] = ()
