"""Citations against the keys labelled by hand in ``tests/golden/citations/``."""

from __future__ import annotations

import importlib.util
import json
import lzma
import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import yaml

from bookcase.citations.context import Context
from bookcase.citations.defined import names_of
from bookcase.citations.reading import cited
from bookcase.citations.resolve import Found
from tests import shared
from tests.bench.rows import Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from types import ModuleType

    from bookcase.citations.known import Acts
    from bookcase.citations.resolve import Resolved

KEY = shared.ROOT / "tests" / "golden" / "citations"
RECORDS = "corpus/documents.jsonl.xz"
TODAY = date(2026, 11, 24)
SELF = "self"
Label = tuple[int, int, str, str]
"""Start, end, work, unit; the work empty where no act can be told."""

_CLAUSE = re.compile(r"(\d+[a-zđ]?)\.\s")
_POINT = re.compile(r"([a-zđ]\d?)\)\s")


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found in one text, beside what its key says."""

    name: str
    text: str
    key: frozenset[Label]
    found: frozenset[Label]

    def differences(self) -> Iterator[str]:
        """Yield a line for each that is missed or wrong."""
        for sign, rows in (("-", self.key - self.found), ("+", self.found - self.key)):
            for start, end, work, unit in sorted(rows):
                said = self.text[start:end]
                yield f"{self.name} {sign} {start}-{end} «{said}» {work}#{unit}"


def sentences(acts: Acts) -> list[Answer]:
    """Answer the sentences of our own writing."""
    rows = yaml.safe_load((KEY / "sentences.yml").read_text("utf-8"))
    return [_sentence(number, row, acts) for number, row in enumerate(rows, start=1)]


def articles(acts: Acts) -> list[Answer]:
    """Answer the fifty articles of real acts."""
    rows = yaml.safe_load((KEY / "articles.yml").read_text("utf-8"))
    records = _records({row["id"] for row in rows})
    cut = _cutter()
    return [_article(row, records[row["id"]], cut, acts) for row in rows]


def figures(name: str, answers: Iterable[Answer]) -> Iterator[Row]:
    """Yield precision and recall of a set, with what is missed and wrong."""
    rows = list(answers)
    right = sum(len(one.key & one.found) for one in rows)
    found = sum(len(one.found) for one in rows)
    labels = sum(len(one.key) for one in rows)
    note = "; ".join(line for one in rows for line in one.differences())
    yield Row(f"{name}.precision", right / max(1, found), "", note)
    yield Row(f"{name}.recall", right / max(1, labels))
    yield Row(f"{name}.labels", labels)


def _sentence(number: int, row: Mapping[str, Any], acts: Acts) -> Answer:
    told = row.get("context") or {}
    text = row["text"]
    base = Context(
        work=told.get("work", ""),
        unit=told.get("unit", ""),
        day=TODAY if told else None,
        amends=told.get("amends", ""),
        around=tuple(told.get("place", ())),
    )
    base = base._replace(names=names_of([text], acts, base.day, base.work))
    found = cited(text, base, acts)
    if quoted := told.get("quoted_on"):
        unit = told.get("quoted_unit", "")
        inner = base._replace(quoted_on=quoted, unit=unit, around=())
        begin, end = text.find("“"), text.rfind("”")
        spoken = [one for one in found if not begin < one.start < end]
        within = cited(text, inner, acts)
        found = (*spoken, *(one for one in within if begin < one.start < end))
    key = _labels(row)
    return Answer(f"{number} {row['form']}", text, key, _answers(found, key))


def _article(
    row: Mapping[str, Any], record: Mapping[str, Any], cut: ModuleType, acts: Acts
) -> Answer:
    text = cut.article_text(record["text"], row["article"])
    whole = unicodedata.normalize("NFC", record["text"])
    day = date.fromisoformat(record["issued"]) if record.get("issued") else None
    names = names_of(whole.split("\n"), acts, day, SELF)
    found: list[Resolved] = []
    start, unit = 0, f"d{row['article']}"
    for line in text.split("\n"):
        unit = _unit(line, unit)
        context = Context(SELF, unit, day, names=names)
        found += (
            one._replace(start=one.start + start, end=one.end + start)
            for one in cited(line, context, acts)
        )
        start += len(line) + 1
    key = _labels(row)
    name = f"{row['id']} Điều {row['article']}"
    return Answer(name, text, key, _answers(found, key))


def _unit(line: str, before: str) -> str:
    """Return the unit that a line is in, from its number and the unit before it."""
    article, _, rest = before.partition(".")
    if clause := _CLAUSE.match(line):
        return f"{article}.k{clause[1].replace('đ', 'dd')}"
    if point := _POINT.match(line):
        holder = rest.partition(".")[0] or "_"
        return f"{article}.{holder}.{point[1].replace('đ', 'dd')}"
    return before


def _labels(row: Mapping[str, Any]) -> frozenset[Label]:
    return frozenset(
        (
            one["start"],
            one["end"],
            "|".join(sorted(one.get("candidates", ()))) or one["work"] or "",
            one["unit"],
        )
        for one in row.get("citations") or ()
    )


def _answers(found: Iterable[Resolved], key: frozenset[Label]) -> frozenset[Label]:
    """Put what was found as a key does; what nobody knows has no act there."""
    return frozenset(_answer(one, key) for one in found)


def _answer(one: Resolved, key: frozenset[Label]) -> Label:
    untold = (one.start, one.end, "", one.unit)
    if one.status is Found.UNKNOWN and untold in key:
        return untold
    work = "|".join(sorted(one.candidates)) or one.work
    return one.start, one.end, work, one.unit


def _records(wanted: set[str]) -> dict[str, dict[str, Any]]:
    with lzma.open(shared.folder() / RECORDS, "rt", encoding="utf-8") as lines:
        found = (json.loads(line) for line in lines)
        return {one["id"]: one for one in found if one["id"] in wanted}


def _cutter() -> ModuleType:
    """Return the recipe by which the key cuts an article out of a record."""
    spec = importlib.util.spec_from_file_location("cut", KEY / "cut.py")
    if spec is None or spec.loader is None:
        message = f"no recipe in {KEY}"
        raise FileNotFoundError(message)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
