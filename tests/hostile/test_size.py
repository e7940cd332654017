"""Texts made to be too much: the build ends, and says what it found."""

from __future__ import annotations

import time

import pytest

from .tiny import LAW, Tiny, publication

MUCH = 100_000
TEXTS = {
    "one long line": "chữ " * 250_000,
    "quotes in quotes": ">" * MUCH + " chữ",
    "spaced quotes in quotes": "> " * MUCH + "chữ",
    "quotes on lines": "\n".join(">" * n + " a" for n in range(1, 400)),
    "lists in lists": "\n".join("  " * n + "- a" for n in range(400)),
    "lists in lists by four": "\n".join("    " * n + "- a" for n in range(300)),
    "list marks": "- " * MUCH,
    "brackets": "[" * MUCH,
    "pictures": "![" * (MUCH // 2),
    "links": "[a](" * (MUCH // 4),
    "stars": "*" * MUCH,
    "stars and words": "*a " * (MUCH // 3),
    "underscores": "_a" * (MUCH // 2),
    "back quotes": "`" * MUCH,
    "back quotes of every length": " ".join("`" * n for n in range(1, 400)),
    "ampersands": "&" * MUCH,
    "angle brackets": "<" * MUCH,
    "tags": "<a " * (MUCH // 3),
    "open elements": "<div>" * (MUCH // 5),
    "open tables": "<table><tr><td>" * (MUCH // 15),
    "comments": "<!--" * (MUCH // 4),
    "pipes": "|" * MUCH,
    "rows": "| a | b |\n|---|---|\n" + "| a | b |\n" * 5000,
    "footnote marks": "[^1]" * (MUCH // 10),
    "subclauses": "\n".join(".".join(["1"] * n) + ". a" for n in range(2, 600)),
    "hashes": "#" * MUCH,
    "colons": "::: " * MUCH,
    "fences": "::: mo-dau\n" * 5000,
    "backslashes": "\\" * MUCH,
    "empty lines": "\n" * MUCH,
    "spaces": " " * 1_000_000,
    "callouts": "\n".join("    " * n + "!!! note" for n in range(200)),
}


@pytest.mark.parametrize("name", TEXTS)
def test_too_much_of_anything_ends(tiny: Tiny, name: str) -> None:
    text = TEXTS[name]
    tiny.write({f"{LAW}/2024-07-01.md": f"---\ntitle: A\n---\n\n{text}\n"})
    tiny.write({"hoi-dap/bai.md": publication(text)})
    tiny.write({"trang.md": f"---\ntitle: A\n---\n\n{text}\n"})
    start = time.process_time()
    built = tiny.build("--keep-going")
    assert time.process_time() - start < 20
    for url in (f"{LAW}.html", "hoi-dap/bai.html", "trang.html"):
        assert "</html>" in built.page(url)
