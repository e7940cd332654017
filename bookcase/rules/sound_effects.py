"""An effect acts on an older act, from a day on which its own act was already issued.

Good::

    # luat-2-2024-qh15, issued 2024-01-18
    - by: d1
      on: luat-1-2020-qh14
      at: [d5]
      op: repeal
      effective: [{from: 2024-07-01}]

Bad::

    - by: d1
      on: luat-2-2024-qh15 # itself
      at: [d5]
      op: repeal
      effective: [{from: 2023-07-01}] # before it was issued
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bookcase.diagnostics import Diagnostic, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bookcase.history.consolidate import Unapplied

_HINT = "sửa on hoặc effective, hoặc ngày ban hành ở document.yml"


def check(
    faults: Iterable[Unapplied], folders: Mapping[str, str]
) -> Iterator[Diagnostic]:
    """Yield a finding for each effect that can never be, at its row.

    Args:
        faults: Those effects, see :func:`bookcase.history.faults.faults`.
        folders: The folders of acts, by id.
    """
    for one in faults:
        span = Span(f"{folders[one.act]}/effects.yml", one.effect.line)
        yield Diagnostic(span, one.code, one.message, hint=_HINT)
