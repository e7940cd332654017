"""Questions that cannot be marked and recordings that cannot be followed are told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bookcase.metadata.publication import read_publication
from bookcase.model.publication import Option, Question, Recording
from bookcase.rules import asked, recording
from tests.unit.pages.test_learning import FILM
from tests.unit.pages.test_quiz import CASE, JUDGE, MANY, ONE, ORDER, QUIZ

from .examples import examples

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "id: trac-nghiem-a\nkind: quiz\ntitle: A\n"


def test_good_passes_and_bad_does_not() -> None:
    shown = examples(asked)
    for name, wanted in (("Good", []), ("Bad", ["QUIZ001"])):
        read = read_publication(HEAD + shown[name], "trac-nghiem/a.yml").value
        assert len(read.questions) == 1
        assert [one.code for one in asked.check(read)] == wanted
    (bad,) = asked.check(read)
    assert bad.span.line == 5


def test_a_sound_quiz_has_no_faults() -> None:
    whole = replace(
        QUIZ, questions=(ONE, MANY, JUDGE, ORDER, replace(CASE, questions=()))
    )
    assert list(asked.check(replace(whole, questions=whole.questions[:4]))) == []


TWO = (Option("a"), Option("b"))


@pytest.mark.parametrize(
    "wrong",
    [
        Question("c", "single", "?", TWO),
        Question("c", "single", "?", tuple(replace(o, correct=True) for o in TWO)),
        Question("c", "multiple", "?", TWO),
        Question("c", "order", "?", TWO[:1]),
        Question("c", "order", "?", (Option("a"), Option("a"))),
        Question("c", "true-false", "?"),
        Question("c", "case", "?"),
        Question("c", "case", "?", questions=(replace(CASE, id="x"),)),
    ],
)
def test_a_question_that_cannot_be_marked_is_told(wrong: Question) -> None:
    found = list(asked.check(replace(QUIZ, questions=(wrong,))))
    assert [one.code for one in found if one.code == "QUIZ001"]
    assert all(one.message and one.hint for one in found)


def test_two_questions_of_one_name_are_told() -> None:
    found = list(asked.check(replace(QUIZ, questions=(ONE, replace(MANY, id=ONE.id)))))
    assert [one.code for one in found] == ["QUIZ002"]


def test_a_recording_needs_its_files_and_captions(tmp_path: Path) -> None:
    folder = tmp_path / "da-phuong-tien" / "attachments"
    folder.mkdir(parents=True)
    codes = [one.code for one in recording.check(FILM, tmp_path)]
    assert codes == ["MEDIA001", "MEDIA001"]
    for name in ("phim.mp4", "phim.vtt", "phim.avi"):
        (folder / name).write_bytes(b"x")
    assert list(recording.check(FILM, tmp_path)) == []
    bare = replace(FILM, recording=Recording(file="attachments/phim.mp4"))
    (found,) = recording.check(bare, tmp_path)
    assert (found.code, found.level) == ("MEDIA002", "warning")
    old = replace(FILM, recording=replace(FILM.recording, file="attachments/phim.avi"))
    assert [one.code for one in recording.check(old, tmp_path)] == ["MEDIA004"]


def test_what_lies_elsewhere_or_is_read_only_passes(tmp_path: Path) -> None:
    away = replace(FILM, recording=Recording(file="https://example.vn/phim"))
    assert list(recording.check(away, tmp_path)) == []
    assert list(recording.check(replace(FILM, recording=Recording()), tmp_path)) == []
