"""A base act with its amending acts, and our text of it beside an official one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from bookcase.cli.acts import Act, file_act
from bookcase.cli.effects import effects_of
from bookcase.history.consolidate import Due, consolidate
from bookcase.legal.address import places
from tests.bench.official import Difference, differences
from tests.bench.official_pdf import paragraphs

if TYPE_CHECKING:
    from bookcase.history.consolidate import Consolidated
    from bookcase.model.library import Library

Causes = dict[str, list[tuple[str, str, str]]]
"""By unit: how our words and the official ones begin where they differ, and why."""

_ARTICLE = re.compile(r"d\d+[a-z]*")
_MERGED = re.compile(r"^\d+\. [^.]{0,120}?số (\d+/\d{4}/QH\d+)", re.MULTILINE)
_MISSING = Difference("", "the whole article")
_ADDED = Difference("the whole article", "")
NO_CAUSE = "NO CAUSE"


@dataclass(frozen=True, slots=True)
class Set:
    """A base act, the acts that amend it, and the folder with the official texts."""

    base: Act
    amending: tuple[Act, ...]
    folder: Path

    def official(self, name: str = "") -> Path:
        """Return the PDF of an official text by a part of its name."""
        paths = sorted(self.folder.glob("2-*.pdf"))
        return next(one for one in paths if name in one.name)


@dataclass(slots=True)
class Compared:
    """How a consolidated text stands beside an official one, article by article.

    ``departs`` counts the articles that differ only where the official text departs
    from the acts, or our source was misprinted; ``…_missed`` the others that differ.
    """

    untouched: int = 0
    untouched_equal: int = 0
    untouched_missed: int = 0
    changed: int = 0
    changed_equal: int = 0
    changed_missed: int = 0
    departs: int = 0
    told: list[str] = field(default_factory=list)

    @property
    def articles(self) -> int:
        """Return how many articles there are."""
        return self.untouched + self.changed

    @property
    def equal(self) -> int:
        """Return how many articles are the official ones, word by word."""
        return self.untouched_equal + self.changed_equal


def read_set(folder: Path, library: Library) -> Set:
    """Read the base act and the amending acts of a folder."""
    base = read_act(next(folder.glob("0-base*.txt")), library)
    amending = sorted(folder.glob("1-amend*.txt"))
    return Set(base, tuple(read_act(one, library) for one in amending), folder)


def read_act(path: Path, library: Library) -> Act:
    """Read an act as ``bookcase`` does any file.

    Raises:
        FileNotFoundError: There is no such file.
    """
    act = file_act(path, library.lists).value
    if act is None:
        raise FileNotFoundError(path)
    return act


def read_official(path: Path, library: Library) -> Act:
    """Read an official consolidated text out of its PDF, without its notes."""
    with TemporaryDirectory() as folder:
        plain = Path(folder) / f"{path.stem}.txt"
        plain.write_text(paragraphs(path), "utf-8")
        return read_act(plain, library)


def merged_numbers(path: Path) -> tuple[str, ...]:
    """Return the numbers of the acts that an official text says it merges."""
    opening = paragraphs(path).partition("Căn cứ")[0]
    return tuple(_MERGED.findall(opening))


def consolidated(one: Set, until: date, library: Library) -> Consolidated:
    """Consolidate a base act by all that its amending acts say, up to a day."""
    due = [
        (phase.start, act.work.issued or date.min, act.work.id, number, effect, phase)
        for act in one.amending
        for number, effect in enumerate(effects_of(act, library).value)
        if effect.on == one.base.work.id
        for phase in effect.effective
        if phase.start <= until
    ]
    sources = {act.work.id: act.text for act in one.amending}
    return consolidate(
        one.base.text,
        [
            Due(id_, effect, phase, sources[id_])
            for *_, id_, _, effect, phase in sorted(due, key=lambda row: row[:4])
        ],
    )


def compared(made: Consolidated, official: Act, causes: Causes) -> Compared:
    """Hold each article against the official one."""
    ours, theirs = places(made.text), places(official.text)
    heads = (_ARTICLE.match(one.id) for one in made.changes)
    touched = {head[0] for head in heads if head}
    found = Compared()
    for article in filter(_ARTICLE.fullmatch, ours):
        there = theirs.get(article)
        differs = (
            differences(ours[article].words, there.words) if there else (_MISSING,)
        )
        _count(found, article, differs, causes, changed=article in touched)
    for article in filter(_ARTICLE.fullmatch, theirs.keys() - ours.keys()):
        _count(found, article, (_ADDED,), causes, changed=True)
    return found


def _count(
    found: Compared,
    article: str,
    differs: tuple[Difference, ...],
    causes: Causes,
    *,
    changed: bool,
) -> None:
    told = [(one, cause_of(one, causes.get(article, []))) for one in differs]
    departs = all(cause.startswith(("official", "source")) for _, cause in told)
    equal, missed = not differs, not departs
    found.departs += departs and not equal
    if changed:
        found.changed += 1
        found.changed_equal += equal
        found.changed_missed += missed
    else:
        found.untouched += 1
        found.untouched_equal += equal
        found.untouched_missed += missed
    found.told += [f"{article}: {one} [{cause}]" for one, cause in told]


def cause_of(one: Difference, causes: list[tuple[str, str, str]]) -> str:
    """Return why two texts differ, as a person found it."""
    known = (
        cause
        for ours, official, cause in causes
        if one.ours.startswith(ours) and one.official.startswith(official)
    )
    return next(known, NO_CAUSE)
