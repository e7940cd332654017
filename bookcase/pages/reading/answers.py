"""Questions and steps that a publication holds, read out of its HTML for programs."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from bookcase.pages.told.metadata import thing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bookcase.pages.told.metadata import Thing

_SECTION = re.compile(r"<h2[^>]*>(.*?)</h2>(.*?)(?=<h2|</div>|\Z)", re.DOTALL)
_STEPS = re.compile(r"<ol[^>]*>(.*?)</ol>", re.DOTALL)
_STEP = re.compile(r"<li[^>]*>(.*?)</li>", re.DOTALL)
_WITHIN = re.compile(
    r"</?(?:a|abbr|b|code|em|i|kbd|mark|q|s|small|span|strong)\b[^>]*>"
)
"""Tags that stand within words; others part them."""
_TAG = re.compile(r"<[^>]*>")
_SPACE = re.compile(r"\s+")


def answered(about: Thing, html: str) -> Thing:
    """Add its questions to a page of questions, its steps to a guide.

    A page that turns out to have none is an article.
    """
    if about.type == "FAQPage":
        name, held = "mainEntity", tuple(_questions(html))
    elif about.type == "HowTo":
        name, held = "step", tuple(_steps(html))
    else:
        return about
    if not held:
        return about._replace(type="Article")
    return about._replace(facts=(*about.facts, (name, held)))


def _questions(html: str) -> Iterator[Thing]:
    for found in _SECTION.finditer(html):
        question, answer = _plain(found[1]), _plain(found[2])
        if question.endswith("?") and answer:
            said = thing("Answer", text=answer)
            yield thing("Question", name=question, acceptedAnswer=said)


def _steps(html: str) -> Iterator[Thing]:
    for steps in _STEPS.finditer(html):
        for one in _STEP.finditer(steps[1]):
            yield thing("HowToStep", text=_plain(one[1]))


def _plain(html: str) -> str:
    words = unescape(_TAG.sub(" ", _WITHIN.sub("", html)))
    return _SPACE.sub(" ", words).strip()
