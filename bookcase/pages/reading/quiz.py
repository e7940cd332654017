"""A quiz as its page prints it, and as its script marks it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from string import ascii_uppercase
from typing import TYPE_CHECKING, Any, NamedTuple

from bookcase.pages.reading.outdated import basis_link
from bookcase.pages.sidefile import SideFile, as_script
from bookcase.pages.view import Link

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bookcase.model.publication import Basis, Publication, Question
    from bookcase.pages.catalog import Catalog

    Links = Mapping[Basis, Link]

TABLE = "boTracNghiem"
"""The table of a page in which the scripts of quizzes put them."""
_VERSION = 6
_JUDGED = ("Đúng", "Sai")


class Answer(NamedTuple):
    """An answer to choose: its letter on paper, its words."""

    letter: str
    text: str
    correct: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it is printed; ``number`` is *8* or, within a case, *8.1*.

    The answers of an ordering question are shuffled; ``right`` names the right ones by
    their letters, in order. A case has ``questions`` of its own and no answers.
    """

    number: str
    type: str
    text: str
    answers: tuple[Answer, ...]
    right: str
    explanation: str
    basis: Link | None
    questions: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class Quiz:
    """A quiz.

    ``name`` is its file's, ``version`` the digest of its questions; ``count`` is how
    many there are to be answered; ``script`` is the file that marks them.
    """

    name: str
    version: str
    questions: tuple[Asked, ...]
    count: int
    minutes: int | None
    pass_mark: int | None
    script: str

    @property
    def single(self) -> tuple[Asked, ...]:
        """Return the questions that are answered, those of cases in their place."""
        return tuple(_single(self.questions))


def quiz_of(publication: Publication, catalog: Catalog) -> Quiz | None:
    """Return the quiz that a publication is, None for any other."""
    if not publication.questions:
        return None
    links = _links(publication, catalog)
    asked = tuple(_asked(publication.questions, links))
    return Quiz(
        name=publication.name,
        version=version_of(publication.questions),
        questions=asked,
        count=sum(1 for _ in _single(asked)),
        minutes=publication.minutes,
        pass_mark=publication.pass_mark,
        script=script_url(publication),
    )


def script_url(publication: Publication) -> str:
    """Return the address of the script that holds a quiz."""
    return publication.url.removesuffix(".html") + ".js"


def quiz_script(publication: Publication, catalog: Catalog) -> SideFile:
    """Return the script that holds a quiz: its questions, and which answers are right.

    The names within are the readers' language, as those of all scripts are: *loi* the
    words, *chon* the answers, *dung* which are right, *giai* why, *dan* the provision
    and what has become of it since.
    """
    links = _links(publication, catalog)
    told = {
        "ten": publication.name,
        "nhan": publication.title,
        "ban": version_of(publication.questions),
        "url": publication.url,
        "dat": publication.pass_mark or 0,
        "phut": publication.minutes or 0,
        "cau": [_told(one, links) for one in publication.questions],
    }
    script = as_script(TABLE, publication.name, told)
    return SideFile(script_url(publication), script)


def version_of(questions: Iterable[Question]) -> str:
    """Return the digest of what is asked and what is right: six hex digits.

    Explanations and citations are not part of it: marks do not hang on them.
    """
    judged = json.dumps([_judged(one) for one in questions], ensure_ascii=False)
    return hashlib.sha256(judged.encode()).hexdigest()[:_VERSION]


def _judged(one: Question) -> dict[str, Any]:
    told: dict[str, Any] = {"kieu": one.type, "loi": one.text}
    if one.type == "case":
        return told | {"cau": [_judged(inner) for inner in one.questions]}
    return told | {"chon": _words(one), "dung": _right(one)}


def _told(one: Question, links: Links) -> dict[str, Any]:
    told = _judged(one)
    if one.type == "case":
        told["cau"] = [_told(inner, links) for inner in one.questions]
    if one.explanation:
        told["giai"] = one.explanation
    if one.basis:
        link = links.get(one.basis, Link(one.basis.cite))
        changed = [link.note] if link.note and link.url else []
        told["dan"] = [link.label, link.url or link.away, *changed]
    return told


def _words(one: Question) -> list[str]:
    if one.type == "true-false":
        return [*_JUDGED]
    return [option.text for option in one.options]


def _right(one: Question) -> list[int]:
    """Return which answers are right; of an order, all, as they are written."""
    if one.type == "true-false":
        return [] if one.answer is None else [int(not one.answer)]
    ordered = one.type == "order"
    return [at for at, option in enumerate(one.options) if ordered or option.correct]


def _links(publication: Publication, catalog: Catalog) -> Links:
    rests = catalog.rests.get(publication.id, ())
    return {rest.basis: basis_link(rest, catalog) for rest in rests}


def _asked(
    questions: Iterable[Question], links: Links, above: str = ""
) -> Iterable[Asked]:
    for at, one in enumerate(questions, 1):
        number = f"{above}{at}"
        answers = _answers(one)
        yield Asked(
            number=number,
            type=one.type,
            text=one.text,
            answers=tuple(answers),
            right=_named(one, answers),
            explanation=one.explanation,
            basis=links.get(one.basis, Link(one.basis.cite)) if one.basis else None,
            questions=tuple(_asked(one.questions, links, f"{number}.")),
        )


def _answers(one: Question) -> list[Answer]:
    if one.type == "case":
        return []
    words, right = _words(one), _right(one)
    order = list(range(len(words)))
    if one.type == "order":
        order = _shuffled(words)
    return [
        Answer(_letter(place), words[at], at in right) for place, at in enumerate(order)
    ]


def _named(one: Question, answers: list[Answer]) -> str:
    if one.type == "order":
        by_text = {answer.text: answer.letter for answer in answers}
        return ", ".join(by_text[text] for text in _words(one))
    return ", ".join(answer.letter for answer in answers if answer.correct)


def _shuffled(words: list[str]) -> list[int]:
    """Return an order that is always the same, and never the right one."""
    digests = [hashlib.sha256(word.encode()).digest() for word in words]
    order = sorted(range(len(words)), key=lambda at: (digests[at], at))
    return order[1:] + order[:1] if order == sorted(order) else order


def _letter(place: int) -> str:
    return ascii_uppercase[place] if place < len(ascii_uppercase) else str(place + 1)


def _single(questions: Iterable[Asked]) -> Iterable[Asked]:
    for one in questions:
        yield from one.questions if one.type == "case" else (one,)
