"""What can be measured: a table of names, of which those in the tree are shown."""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.bench.rows import Figure


@dataclass(frozen=True, slots=True)
class Bench:
    """A name, and the module whose ``run`` takes its figures."""

    name: str
    module: str

    @property
    def here(self) -> bool:
        """Tell whether the module is in the tree."""
        return find_spec(self.module) is not None

    @property
    def title(self) -> str:
        """Return the first line of the module's docstring."""
        return (import_module(self.module).__doc__ or "").partition("\n")[0]

    def run(self, options: Mapping[str, Any]) -> tuple[Figure, ...]:
        """Take the figures; ``run`` gets those options that it has parameters for."""
        run = import_module(self.module).run
        known = inspect.signature(run).parameters
        taken = {key: value for key, value in options.items() if key in known}
        return tuple(run(**taken))


ALL = (
    Bench("build", "tests.bench.build"),
    Bench("imports", "tests.bench.imports"),
    Bench("search", "tests.bench.search"),
    Bench("consolidate", "tests.bench.consolidate"),
    Bench("citations", "tests.bench.citations"),
    Bench("prints", "tests.bench.prints"),
    Bench("leaflets", "tests.bench.leaflets"),
    Bench("reading", "tests.bench.reading"),
)


def present() -> dict[str, Bench]:
    """Return the benches that are in the tree, by name, in the order of the table."""
    return {bench.name: bench for bench in ALL if bench.here}
