"""Tables that note what was looked up in them, so that pages know what they rest on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, TypeVar

from bookcase.build.rendering.cited import Linking
from bookcase.history.status import version_on

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bookcase.model.lists import Lists
    from bookcase.pages.catalog import Catalog

Key = TypeVar("Key")
Value = TypeVar("Value")

Fact = str
"""``table key``: what was asked of a table; a table alone when all of it was."""

DAY = "day"
"""The fact of what speaks from the day of the build."""
_TITLES = "titles"


class Notes:
    """What was looked up since it was last asked; one for all tables of a worker."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.seen: set[Fact] = set()

    def taken(self) -> tuple[Fact, ...]:
        """Return what was looked up, sorted, and begin anew."""
        taken = tuple(sorted(self.seen))
        self.seen.clear()
        return taken


class Watched(Mapping[Key, Value]):
    """A table that notes which of its keys were asked for, had or not."""

    __slots__ = ("_held", "_name", "_seen")

    def __init__(self, held: Mapping[Key, Value], name: str, notes: Notes) -> None:
        """Watch a table; ``name`` is how it is noted."""
        self._held, self._name, self._seen = held, name, notes.seen

    def __getitem__(self, key: Key) -> Value:
        """Note the key, and return what is held."""
        self._seen.add(f"{self._name} {key}")
        return self._held[key]

    def get(self, key: Key, default: Any = None) -> Any:  # noqa: ANN401 - as dict's
        """Note the key, and return what is held or something else."""
        self._seen.add(f"{self._name} {key}")
        return self._held.get(key, default)

    def __contains__(self, key: object) -> bool:
        """Note the key, and tell whether anything is held."""
        self._seen.add(f"{self._name} {key}")
        return key in self._held

    def __iter__(self) -> Iterator[Key]:
        """Note that all was looked at."""
        self._seen.add(self._name)
        return iter(self._held)

    def __len__(self) -> int:
        """Note that all was looked at."""
        self._seen.add(self._name)
        return len(self._held)


def watched(linking: Linking, notes: Notes) -> Linking:
    """Return the same, with every table noting what is asked of it.

    The list of all titles stands in every text that may name an act, so it is one fact.
    """
    acts = replace(
        linking.acts, **_tables(_of_acts(linking), notes), titles=linking.acts.titles
    )
    catalog = linking.catalog
    lists = replace(catalog.library.lists, **_tables(_of_lists(catalog), notes))
    # Workers ask for nothing else of the library.
    library = replace(catalog.library, lists=lists, works=(), register=())
    tables = _tables(_of_catalog(catalog), notes)
    return Linking(acts, replace(catalog, library=library, **tables))


def differing(before: Linking, after: Linking) -> frozenset[Fact]:
    """Return the facts that are not what they were."""
    found: set[Fact] = set()
    if before.acts.titles.names != after.acts.titles.names:
        found.add(_TITLES)
    old, new = _all(before), _all(after)
    for name, table in new.items():
        was = old[name]
        differ = {key for key in table.keys() | was.keys() if _differs(was, table, key)}
        found.update(f"{name} {key}" for key in differ)
        if differ:
            found.add(name)
    return frozenset(found)


def turned(known: Linking, last: date, day: date) -> Iterator[Fact]:
    """Yield the facts that are another on one day than on another.

    Which text of an act is of the day is no table, and follows from its versions; an
    act or a publication that tells no day of its own speaks from that of the build.
    """
    if last == day:
        return
    yield DAY
    for id_, work in known.catalog.works.items():
        undated = not work.issued and not all(one.start for one in work.versions)
        if undated or version_on(work, last) is not version_on(work, day):
            yield f"catalog.works {id_}"


def always(facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Return the facts of a page that looks for citations, which rest on all titles."""
    return (*facts, _TITLES)


def _differs(old: Mapping[Any, Any], new: Mapping[Any, Any], key: object) -> bool:
    return key not in old or key not in new or old[key] != new[key]


def _all(linking: Linking) -> dict[str, Mapping[Any, Any]]:
    tables = {
        **_of_acts(linking),
        **_of_lists(linking.catalog),
        **_of_catalog(linking.catalog),
    }
    return {name: table for name, (_, table) in tables.items()}


_Tables = dict[str, tuple[str, Mapping[Any, Any]]]


def _of_acts(linking: Linking) -> _Tables:
    names = ("by_id", "by_name", "heads")
    return {f"acts.{one}": (one, getattr(linking.acts, one)) for one in names}


def _of_lists(catalog: Catalog) -> _Tables:
    return dict(_mappings(catalog.library.lists, "lists"))


def _of_catalog(catalog: Catalog) -> _Tables:
    return dict(_mappings(catalog, "catalog"))


def _mappings(
    value: Lists | Catalog, name: str
) -> Iterator[tuple[str, tuple[str, Mapping[Any, Any]]]]:
    for one in fields(value):
        if isinstance(held := getattr(value, one.name), Mapping):
            yield f"{name}.{one.name}", (one.name, held)


def _tables(tables: _Tables, notes: Notes) -> dict[str, Any]:
    return {field: Watched(held, name, notes) for name, (field, held) in tables.items()}
