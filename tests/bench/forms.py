"""Forms of a consolidated text beside the official ones, word by word.

A form in a PDF is tables and dotted lines whose words stand in no certain order, so
the words are counted, and their order is left.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from bookcase.legal.address import places
from tests.bench.official import Difference, plain

if TYPE_CHECKING:
    from bookcase.model.tree import LegalText

Differences = dict[str, tuple[Difference, ...]]
"""By form: the words of each side that the other has not."""

_FORM = re.compile(r"Mẫu số 0?(\d+)\. ")
_OURS = re.compile(r"(?:pl\d+\.)?mau(\d+)")
_WORD = re.compile(r"[^\W\d_]+")
_HEAD = re.compile(r"^Mẫu số \d+.{0,160}?\(1\)", re.DOTALL)


def official_forms(text: str) -> dict[str, str]:
    """Return the words of each form by its number: from its head to the next one's."""
    heads = list(_FORM.finditer(text))
    ends = [one.start() for one in heads[1:]] + [len(text)]
    return {
        head[1]: text[head.start() : end] for head, end in zip(heads, ends, strict=True)
    }


def form_differences(ours: LegalText, official: dict[str, str]) -> Differences:
    """Return what differs in each form that both have; empty where nothing does.

    The last official form is left out: its end is not certain.
    """
    certain = [*official][:-1]
    return {
        f"mau{head[1]}": _differing(place.words, official[head[1]])
        for name, place in places(ours).items()
        if (head := _OURS.fullmatch(name)) and head[1] in certain
    }


def _differing(ours: str, official: str) -> tuple[Difference, ...]:
    mine, theirs = _words(ours), _words(official)
    if mine == theirs:
        return ()
    return (Difference(_listed(mine - theirs), _listed(theirs - mine)),)


def _listed(words: Counter[str]) -> str:
    return " ".join(sorted(words.elements()))


def _words(form: str) -> Counter[str]:
    return Counter(_WORD.findall(plain(_HEAD.sub("", form)).lower()))
