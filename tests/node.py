"""Scripts of the site run in Node, where only what they work out is looked at."""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import Any

import pytest

from tests.shared import ROOT

RUNNER = ROOT / "tests" / "unit" / "pages" / "in_node.js"


def node(script: str, name: str, ask: str, given: object) -> Any:  # noqa: ANN401 - JSON
    """Return what a script's value answers.

    Args:
        script: The file in ``assets/js``.
        name: What the script calls its value, in the global object.
        ask: The body of a function of ``it``, the value, and ``given``.
        given: What JSON can hold.
    """
    program = shutil.which("node")
    if program is None:
        pytest.skip("needs node")
    core = ROOT / "overrides" / "assets" / "js" / script
    told = json.dumps({"core": str(core), "name": name, "ask": ask, "given": given})
    made = subprocess.run(  # noqa: S603 - our own script
        [program, str(RUNNER)], input=told, capture_output=True, text=True, check=False
    )
    assert made.returncode == 0, made.stderr
    return json.loads(made.stdout)
