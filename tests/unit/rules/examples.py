"""Take a rule's own examples out of its docstring."""

from __future__ import annotations

import inspect
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType

_EXAMPLE = re.compile(r"^(Good|Bad)::\n\n((?:    .*\n|\n)+)", re.MULTILINE)


def examples(rule: ModuleType) -> dict[str, str]:
    """Return the text under ``Good::`` and ``Bad::``, without the indent."""
    doc = f"{inspect.cleandoc(rule.__doc__ or '')}\n"
    found = _EXAMPLE.findall(doc)
    return {name: inspect.cleandoc(text) for name, text in found}
