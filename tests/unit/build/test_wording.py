"""The interface's words in English: each has one, and the script gets them all."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from bookcase.build.hub.wording import read, write_all
from bookcase.history.status import STATE_NAMES
from bookcase.metadata.lists import read_lists
from bookcase.model.publication import KIND_NAMES
from bookcase.model.relations import LABELS
from bookcase.pages.shelves.shelf import FACETS, LEVELS
from bookcase.search.index import GROUPS
from tests.interface import of_template, templates, vietnamese
from tests.shared import ROOT

if TYPE_CHECKING:
    from pathlib import Path

THEME = ROOT / "overrides"
SOURCE = (THEME / "ngon-ngu" / "en.txt").read_text(encoding="utf-8")
WORDS = read(SOURCE)
FORMS = [
    (gaps[0], gaps[-1], "(.+?)".join(map(re.escape, gaps)))
    for key in WORDS
    if len(gaps := re.split(r"\{#?\}", key)) > 1
]


def english(words: str) -> bool:
    """Tell whether a text is turned over: as it stands, or by what it is made of."""
    return words in WORDS or any(
        words.startswith(head) and words.endswith(tail) and re.fullmatch(form, words)
        for head, tail, form in FORMS
    )


def test_each_line_is_a_text_and_its_english_once() -> None:
    lines = [line for line in SOURCE.splitlines() if line and line[0] != "#"]
    assert len(WORDS) == len(lines)
    assert all(ours and theirs for ours, theirs in WORDS.items())


def test_what_differs_stands_in_both() -> None:
    differ = [k for k, v in WORDS.items() if v.count("{}") > k.count("{}")]
    assert differ == []


def test_the_script_holds_all_words(tmp_path: Path) -> None:
    write_all(THEME, tmp_path)
    script = (tmp_path / "assets" / "ngon-ngu" / "en.js").read_text(encoding="utf-8")
    assert json.loads(script.removeprefix("window.tiengAnh=")[:-2]) == WORDS


def test_every_word_of_the_templates_has_an_english_one() -> None:
    missing = {
        path.name: lost
        for path in templates()
        if (
            lost := [
                one
                for one in vietnamese(of_template(path.read_text(encoding="utf-8")))
                if not english(one)
            ]
        )
    }
    assert missing == {}


@pytest.mark.parametrize("name", ["occasions", "roles", "subjects", "audiences"])
def test_every_name_of_the_closed_lists_has_an_english_one(name: str) -> None:
    lists = read_lists(ROOT / "content" / "_data").value
    names = [one.name for one in getattr(lists, name).values()]
    assert len(names) > 1
    assert [one for one in names if not english(one)] == []


def test_every_state_kind_relation_and_shelf_has_an_english_name() -> None:
    names = [*STATE_NAMES.values(), *KIND_NAMES.values(), *FACETS.values()]
    names += [
        *LEVELS.values(),
        *GROUPS.values(),
        *(name for pair in LABELS.values() for name in pair),
    ]
    assert [name for name in names if not english(name)] == []
