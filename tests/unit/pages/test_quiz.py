"""A quiz on its page, on paper, and as its script holds it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

from bookcase.history.aims import Aim, Aimed
from bookcase.history.rests import Rest
from bookcase.history.stale import Standing, Verdict
from bookcase.model.publication import (
    Basis,
    Option,
    Publication,
    PublicationKind,
    Question,
)
from bookcase.pages.catalog import Catalog, catalog
from bookcase.pages.reading.quiz import TABLE, quiz_of, quiz_script, version_of
from tests.unit.pages.samples import DAY, library, work

BASIS = Basis("Điều 1 Luật số A")
ONE = Question(
    "c1",
    "single",
    "Chọn một",
    (Option("sai"), Option("đúng", correct=True)),
    explanation="Vì thế.",
    basis=BASIS,
)
MANY = Question(
    "c2",
    "multiple",
    "Chọn nhiều",
    (Option("a", correct=True), Option("b"), Option("c", correct=True)),
)
JUDGE = Question("c3", "true-false", "Đúng hay sai?", answer=False)
STEPS = tuple(Option(f"việc {name}") for name in ("hai", "ba", "bốn", "một"))
ORDER = Question("c4", "order", "Xếp", STEPS)
CASE = Question("c5", "case", "Chuyện kể", questions=(JUDGE, MANY))
QUIZ = Publication(
    id="trac-nghiem-mau",
    kind=PublicationKind.QUIZ,
    title="Bài mẫu",
    folder="trac-nghiem",
    name="mau",
    path="trac-nghiem/mau.yml",
    questions=(ONE, MANY, JUDGE, ORDER, CASE),
    pass_mark=70,
    minutes=10,
)


def seen() -> Catalog:
    rest = Rest(BASIS, Aim(Aimed.HELD, "luat-a", ("d1",)))
    held = library(work("a"), publications=(QUIZ,))
    return catalog(held, DAY, rests={QUIZ.id: (rest,)})


def test_questions_are_numbered_and_answers_lettered() -> None:
    quiz = quiz_of(QUIZ, seen())
    assert quiz
    assert [one.number for one in quiz.questions] == ["1", "2", "3", "4", "5"]
    numbers = [one.number for one in quiz.single]
    assert numbers == ["1", "2", "3", "4", "5.1", "5.2"]
    assert quiz.count == 6
    rights = [one.right for one in quiz.single]
    assert rights[:3] == ["B", "A, C", "B"]
    assert [one.text for one in quiz.questions[2].answers] == ["Đúng", "Sai"]


def test_an_order_is_shuffled_on_paper_and_its_key_leads_back() -> None:
    quiz = quiz_of(QUIZ, seen())
    assert quiz
    asked = quiz.questions[3]
    words = {one.letter: one.text for one in asked.answers}
    assert [words[letter] for letter in asked.right.split(", ")] == [
        one.text for one in STEPS
    ]
    assert asked.right != "A, B, C, D"


def test_an_explanation_cites_the_provision_by_a_link() -> None:
    quiz = quiz_of(QUIZ, seen())
    assert quiz
    basis = quiz.questions[0].basis
    assert basis
    assert basis.label == "Điều 1 Luật số A"
    assert basis.url == "van-ban/luat/2024/a.html#d1"


def test_the_script_tells_what_is_asked_and_what_is_right() -> None:
    made = quiz_script(QUIZ, seen())
    assert made.url == "trac-nghiem/mau.js"
    head, _, told = made.text.partition("]=")
    assert head == f'(window.{TABLE}=window.{TABLE}||{{}})["mau"'
    quiz = json.loads(told.rstrip(";\n"))
    assert quiz["dat"] == 70
    assert quiz["ban"] == version_of(QUIZ.questions)
    assert [one["kieu"] for one in quiz["cau"]] == [one.type for one in QUIZ.questions]
    assert [one.get("dung") for one in quiz["cau"]] == [
        [1],
        [0, 2],
        [1],
        [0, 1, 2, 3],
        None,
    ]
    assert quiz["cau"][0]["dan"] == ["Điều 1 Luật số A", "van-ban/luat/2024/a.html#d1"]
    assert len(quiz["cau"][4]["cau"]) == 2


def test_a_provision_that_has_changed_is_told_with_the_answer() -> None:
    verdict = Verdict(Standing.CHANGED, date(2026, 1, 1))
    rest = Rest(BASIS, Aim(Aimed.HELD, "luat-a", ("d1",)), verdict)
    held = library(work("a"), publications=(QUIZ,))
    made = quiz_script(QUIZ, catalog(held, DAY, rests={QUIZ.id: (rest,)}))
    quiz = json.loads(made.text.partition("]=")[2].rstrip(";\n"))
    assert quiz["cau"][0]["dan"][2] == "đã thay đổi từ ngày 01/01/2026"


def test_a_version_is_another_when_marks_may_be() -> None:
    now = version_of((ONE, MANY))
    assert now == version_of((replace(ONE, explanation="Khác.", basis=None), MANY))
    assert now != version_of((MANY, ONE))
    assert now != version_of((replace(ONE, text="Khác?"), MANY))
    other = replace(ONE, options=(Option("sai", correct=True), Option("đúng")))
    assert now != version_of((other, MANY))


def test_what_is_no_quiz_has_none() -> None:
    assert quiz_of(replace(QUIZ, questions=()), seen()) is None
