"""What quizzes' results are, said again in Python: the page's script must agree.

Nothing here is taken from the script; the form of a code is what its docstring says.
"""

from __future__ import annotations

import json
import subprocess
import unicodedata
from typing import TYPE_CHECKING, Any

from tests.shared import ROOT

if TYPE_CHECKING:
    from pathlib import Path

SCRIPT = ROOT / "overrides" / "assets" / "js" / "trac-nghiem.js"
_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"

Data = dict[str, Any]
"""A quiz, a question or a result, as the script's JSON has it."""


def single(quiz: Data) -> list[Data]:
    """Return the questions that are answered."""
    held: list[Data] = []
    for one in quiz["cau"]:
        held += one["cau"] if one["kieu"] == "case" else [one]
    return held


def marks(quiz: Data, answers: list[str]) -> Data | None:
    """Mark answers, each a word of letters; a question counts as a whole."""
    asked = single(quiz)
    if len(asked) != len(answers):
        return None
    judged = [
        None if not word else _right(one, word)
        for one, word in zip(asked, answers, strict=True)
    ]
    return {
        "dung": judged.count(True),
        "tong": len(judged) - judged.count(None),
        "cau": judged,
    }


def _right(question: Data, word: str) -> bool:
    wanted = [chr(ord("a") + at) for at in question["dung"]]
    return bool(wanted) and word != "-" and list(word) == wanted


def code(result: Data) -> str:
    """Write a result as a code."""
    told = "|".join(
        (
            "KQ1",
            "+".join(f"{one['ten']}~{one['ban']}" for one in result["bai"]),
            "+".join(".".join(one["dap"]) for one in result["bai"]),
            result["ten"],
            result["lop"],
            str(result["giay"]),
            result["ngay"],
        )
    )
    return f"{told}|{_check(told)}"


def _check(told: str) -> str:
    value = 0x811C9DC5
    for byte in unicodedata.normalize("NFC", told).encode():
        value = (value ^ byte) * 0x01000193 % 2**32
    signs = ""
    for _ in range(4):
        value, digit = divmod(value, 36)
        signs = _DIGITS[digit] + signs
    return signs


def in_node(script: Path, calls: list[tuple[str, list[Any]]], name: str) -> list[Any]:
    """Call functions of what a script puts into the global ``name``."""
    program = (
        "const vm = require('vm'), fs = require('fs');"
        "const told = JSON.parse(fs.readFileSync(0, 'utf8'));"
        "vm.runInThisContext(fs.readFileSync(told.script, 'utf8'));"
        "const out = told.calls.map(([f, args]) => globalThis[told.name][f](...args));"
        "process.stdout.write(JSON.stringify(out));"
    )
    given = {"script": str(script), "calls": calls, "name": name}
    ran = subprocess.run(  # noqa: S603 - our own script
        ["node", "-e", program],  # noqa: S607 - the one on PATH
        input=json.dumps(given),
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return list(json.loads(ran.stdout))
