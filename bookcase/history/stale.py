"""Whether a provision still says what it said when something was written against it.

A *pin* is the fingerprint of a provision's words (:func:`bookcase.legal.words.pin`) on
the day on which an explainer was written. Each version of the act is held against it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import takewhile
from typing import TYPE_CHECKING

from bookcase.history.status import version_on
from bookcase.legal.address import find
from bookcase.legal.words import pin_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bookcase.history.status import Status
    from bookcase.model.act import Version, Work
    from bookcase.model.tree import LegalText

    Texts = Callable[[Version], LegalText]
    _Said = tuple[Version, str | None]

WHOLE = "act"
_REPEALED = re.compile(r"\((?:được|đã|bị) bãi bỏ\)\W*$")
_LONGEST_NOTICE = 40


class Standing(StrEnum):
    """What became of a provision that something rests on."""

    SAME = "same"
    CHANGED = "changed"
    REPEALED = "repealed"
    ENDED = "ended"  # the whole act is no longer in force
    NEVER = "never"  # no version of the act has it
    UNPINNED = "unpinned"


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a pinned provision stands on a day.

    Attributes:
        standing: What became of it.
        since: The first day on which it stood so; None when that is not known.
        before: The version that it was written against, where it is held.
        after: The version in which it says something else; without a path where it is
            not stored.
        next_day: The next known day after on which it will say something else.
        next_standing: What becomes of it on that day.
    """

    standing: Standing
    since: date | None = None
    before: Version | None = None
    after: Version | None = None
    next_day: date | None = None
    next_standing: Standing | None = None

    @property
    def stale(self) -> bool:
        """Tell whether what rests on the provision must be looked over."""
        return self.standing not in {Standing.SAME, Standing.UNPINNED}


def judge(
    work: Work, units: tuple[str, ...], pin: str, day: date, texts: Texts
) -> Verdict:
    """Return how provisions stand on a day, by the texts of the act's versions.

    Args:
        work: The act; what follows from its effects and is not stored may be among its
            versions, see :func:`bookcase.history.ahead.ahead`.
        units: The addresses of the provisions; none for the whole act.
        pin: What they were written against; empty when they were not pinned.
        day: The day.
        texts: Gives the text of a version.
    """
    said = [(version, words_of(texts(version), units)) for version in _in_order(work)]
    shown = version_on(work, day)
    if shown is None or (pin and all(words is None for _, words in said)):
        return Verdict(Standing.NEVER if shown else Standing.UNPINNED)
    now = next(words for version, words in said if version == shown)
    if not pin:
        return Verdict(Standing.NEVER if now is None else Standing.UNPINNED)
    standing = _standing(now, pin)
    coming = _next(said, now, day)
    if standing is Standing.SAME:
        return Verdict(standing, None, shown, None, *coming)
    before = next((v for v, words in reversed(said) if _same(words, pin)), None)
    after = _first_that_differs(said, pin, before, shown)
    since = after.start if after != said[0][0] else None
    return Verdict(standing, since, before, after, *coming)


def ended(verdict: Verdict, status: Status, day: date) -> Verdict:
    """Return the verdict on a provision of an act that is no longer in force."""
    if status.ends is None or status.ends > day:
        return verdict
    return Verdict(Standing.ENDED, status.ends, verdict.before)


def words_of(text: LegalText, units: tuple[str, ...]) -> str | None:
    """Return what provisions say, None where the text lacks one of them.

    It is what a pin is made of: the words of several are joined by a space.
    """
    found = [find(text, unit) for unit in units or (WHOLE,)]
    said = [one.words for one in found if one]
    return " ".join(said) if len(said) == len(found) else None


def is_notice_of_repeal(said: str) -> bool:
    """Tell whether a provision says no more than that it was repealed."""
    return len(said) < _LONGEST_NOTICE and bool(_REPEALED.search(said))


def _in_order(work: Work) -> list[Version]:
    """Return the versions, those of no known day first, then the earliest first."""
    return sorted(work.versions, key=lambda one: one.start or date.min)


def _standing(said: str | None, pin: str) -> Standing:
    if said is None or is_notice_of_repeal(said):
        return Standing.REPEALED
    return Standing.SAME if pin in _pins(said) else Standing.CHANGED


def _pins(said: str) -> Iterator[str]:
    """Yield the pins of words, also with the other sign at their end.

    A list that grows turns the full stop of what was its last item into a semicolon;
    the item says what it said.
    """
    yield pin_of(said)
    if said.endswith((".", ";")):
        yield pin_of(said[:-1] + (";" if said[-1] == "." else "."))


def _same(said: str | None, pin: str) -> bool:
    return _standing(said, pin) is Standing.SAME


def _next(
    said: list[_Said], now: str | None, day: date
) -> tuple[date | None, Standing | None]:
    """Return when the provision will say something else, and what becomes of it."""
    if now is None:
        return None, None
    for version, words in said:
        if version.start and version.start > day and words != now:
            return version.start, _standing(words, pin_of(now))
    return None, None


def _first_that_differs(
    said: list[_Said], pin: str, before: Version | None, shown: Version
) -> Version:
    """Return the first version after ``before`` that does not say what was pinned.

    Where no earlier version said it, that is the one since which the words are as now.
    """
    start = before.start or date.min if before else date.max
    later = (
        version
        for version, words in said
        if start < (version.start or date.min) and not _same(words, pin)
    )
    first = next(later, None)
    known = first and (first.start or date.min) <= (shown.start or date.min)
    return first if first and known else _began(said, shown)


def _began(said: list[_Said], shown: Version) -> Version:
    """Return the version since which the words are those of the one that is shown."""
    order = [version for version, _ in said]
    upto = said[: order.index(shown) + 1]
    now = upto[-1][1]
    as_now = takewhile(lambda one: one[1] == now, reversed(upto))
    return [version for version, _ in as_now][-1]
