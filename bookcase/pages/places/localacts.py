"""Which acts hold in a place: its own, its province's, those of what it was before."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from bookcase.history.status import State
from bookcase.pages.law.document import state_badges

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bookcase.model.act import Work
    from bookcase.model.lists import Lists
    from bookcase.model.places import FormerPlace, Scope
    from bookcase.pages.catalog import Catalog
    from bookcase.pages.view import Badge, Link


class LocalAct(NamedTuple):
    """An act of a place; ``note`` names the former units that it was made for."""

    link: Link
    badges: tuple[Badge, ...]
    note: str
    ended: bool


@dataclass(frozen=True, slots=True)
class LocalActs:
    """Acts by the code of the place; the newest first.

    Attributes:
        whole: Those of all of a province, or of a commune.
        parts: Those that a province made for some of its communes, by the province.
    """

    whole: Mapping[str, tuple[LocalAct, ...]]
    parts: Mapping[str, tuple[LocalAct, ...]]

    def of_commune(self, code: str) -> tuple[LocalAct, ...]:
        """Return the acts of a commune itself, its former units' included."""
        return self.whole.get(code, ())

    def of_province(self, code: str) -> tuple[LocalAct, ...]:
        """Return all acts of a province."""
        return self.whole.get(code, ()) + self.parts.get(code, ())


def local_acts(catalog: Catalog) -> LocalActs:
    """Gather the local acts by where they hold."""
    former = _Former(catalog.library.lists)
    whole: dict[str, list[LocalAct]] = defaultdict(list)
    parts: dict[str, list[LocalAct]] = defaultdict(list)
    local = [work for work in catalog.library.works if work.scope.code]
    local.sort(key=lambda work: (str(work.issued or ""), work.id), reverse=True)
    for work in local:
        act, code = _act(work, catalog), work.scope.code
        heirs = former.heirs(work.scope)
        if heirs and code not in catalog.library.lists.communes:
            parts[code].append(act)
        for place in (heirs or {code}) | (former.own(code) if heirs else set()):
            whole[place].append(act)
    return LocalActs(_frozen(whole), _frozen(parts))


def _frozen(
    found: Mapping[str, list[LocalAct]],
) -> Mapping[str, tuple[LocalAct, ...]]:
    return {code: tuple(acts) for code, acts in found.items()}


def _act(work: Work, catalog: Catalog) -> LocalAct:
    state = catalog.states[work.id]
    return LocalAct(
        link=catalog.link(work.id)._replace(note=""),
        badges=tuple(state_badges(work, catalog, state)),
        note=", ".join(one.name for one in work.scope.former),
        ended=state.state is State.ENDED,
    )


class _Former:
    """Former units, and the communes that they went to."""

    def __init__(self, lists: Lists) -> None:
        self._communes = lists.communes
        self._rows: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for one in lists.former:
            self._rows["commune", one.code, one.name].add(one.successor)
            self._rows["district", one.district].add(one.successor)
            self._rows["province", one.province].add(one.successor)

    def heirs(self, scope: Scope) -> set[str]:
        """Return the communes that former units of an act went to."""
        return {*self._heirs(scope.former, self._province(scope.code))}

    def own(self, code: str) -> set[str]:
        """Return a commune by its code, nothing for a province."""
        return {code} if code in self._communes else set()

    def _province(self, code: str) -> str:
        known = self._communes.get(code)
        return known.province if known else code

    def _heirs(self, units: Iterable[FormerPlace], province: str) -> Iterator[str]:
        """Yield them; districts of one name in other provinces are not meant."""
        for unit in units:
            key = (unit.kind, unit.code, unit.name)
            found = self._rows.get(
                key if unit.kind == "commune" else (unit.kind, unit.name), set()
            )
            for code in found:
                known = self._communes.get(code)
                if known and known.province == province:
                    yield code
