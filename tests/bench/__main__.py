"""The command behind ``scripts/bench``."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench import bars, names
from tests.bench.measure import MeasureError
from tests.bench.page import machine, markdown
from tests.bench.rows import as_data, table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tests.bench.rows import Figure


def main(argv: Sequence[str], benches: Mapping[str, names.Bench] | None = None) -> int:
    """Run the benches that are named, or list them all.

    Args:
        argv: The words after the command's name.
        benches: What can be measured; by default what is in the tree.

    Returns:
        0; 1 when a bar is missed or a program that is measured fails. argparse exits
        with 2 when the words make no sense.
    """
    benches = names.present() if benches is None else benches
    options = _options(argv, benches)
    if not options.names:
        print(_listed(benches))
        return 0
    given = {key: value for key, value in vars(options).items() if value is not None}
    try:
        taken = {name: benches[name].run(given) for name in options.names}
    except MeasureError as error:
        print(f"✗ {error}", file=sys.stderr)
        return 1
    if options.markdown:
        page = markdown(taken, datetime.now(UTC).date(), machine())
        options.markdown.write_text(page, "utf-8")
    return _report(taken, as_json=options.json, check=options.check)


def _report(
    taken: Mapping[str, Sequence[Figure]], *, as_json: bool, check: bool
) -> int:
    """Print the figures, and the bars they miss where that is asked."""
    kept = bars.read() if check else ()
    missed = [
        line for name, rows in taken.items() for line in bars.missed(kept, name, rows)
    ]
    print(_json(taken, missed) if as_json else _tables(taken))
    for line in missed:
        print(f"✗ missed: {line}", file=sys.stderr)
    if check and not missed:
        print("✓ every bar is reached", file=sys.stderr)
    return 1 if missed else 0


def _tables(taken: Mapping[str, Sequence[Figure]]) -> str:
    return "\n\n".join(f"{name}\n\n{table(rows)}" for name, rows in taken.items())


def _json(taken: Mapping[str, Sequence[Figure]], missed: Sequence[str]) -> str:
    figures = {name: [as_data(row) for row in rows] for name, rows in taken.items()}
    data = {"benches": figures, "missed": missed}
    return json.dumps(data, ensure_ascii=False, indent=2)


def _listed(benches: Mapping[str, names.Bench]) -> str:
    width = max(map(len, benches), default=0)
    return "\n".join(f"{name:{width}}  {one.title}" for name, one in benches.items())


def _options(
    argv: Sequence[str], benches: Mapping[str, names.Bench]
) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="scripts/bench", description="Take the figures of this project."
    )
    add = parser.add_argument
    add("names", nargs="*", metavar="NAME")
    add("--json", action="store_true", help="print the figures for programs")
    add("--markdown", type=Path, metavar="FILE", help="write the figures as Markdown")
    add("--check", action="store_true", help="compare with the bars; exit 1 if missed")
    add("--size", type=int, help="documents to generate")
    add("--seed", type=int, help="seed of what is generated")
    add("--local", type=int, help="local acts to generate")
    add("--jobs", type=int, help="worker processes")
    add("--sizes", help="further sizes for this project, with commas between")
    add("--only", help="the cases to run, with commas between")
    options = parser.parse_args(argv)
    for name in options.names:
        if name not in benches:
            parser.error(f"no bench {name!r}; there are: {', '.join(benches)}")
    return options


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
