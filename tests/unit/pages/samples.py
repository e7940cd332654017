"""Small libraries for the tests of pages."""

from __future__ import annotations

from datetime import date

from bookcase.model.act import Version, Work
from bookcase.model.effects import Effect, Op, Phase
from bookcase.model.library import Library
from bookcase.model.lists import ActType, Issuer, Lists, Term
from bookcase.model.publication import Basis, Publication, PublicationKind
from bookcase.model.register import RegisterEntry
from bookcase.model.relations import Rel, Relation

DAY = date(2026, 6, 1)

LISTS = Lists(
    types={
        "luat": ActType("luat", "Luật", 2),
        "nghi-dinh": ActType("nghi-dinh", "Nghị định", 5),
    },
    issuers={"quoc-hoi": Issuer("quoc-hoi", "Quốc hội")},
    subjects={"dat-dai": Term("dat-dai", "Đất đai")},
)


def work(tail: str, **fields: object) -> Work:
    """Make a law; its number is its tail in capitals."""
    given: dict[str, object] = {
        "id": f"luat-{tail}",
        "number": tail.upper(),
        "type": "luat",
        "title": f"Luật {tail}",
        "folder": f"van-ban/luat/2024/{tail}",
        "versions": (
            Version(date(2024, 1, 1), path=f"van-ban/luat/2024/{tail}/2024-01-01.md"),
        ),
    }
    return Work(**(given | fields))  # type: ignore[arg-type]


def library(*works: Work, **fields: object) -> Library:
    """Make a library of some works."""
    given: dict[str, object] = {"works": works, "lists": LISTS}
    return Library(**(given | fields))  # type: ignore[arg-type]


def repeal(target: str, at: tuple[str, ...] = (), start: date = DAY) -> Effect:
    """Make a repeal that begins on a day."""
    return Effect("d1", target, Op.REPEAL, at, effective=(Phase(start),))


def relation(rel: Rel, target: str) -> Relation:
    """Make an arrow."""
    return Relation(rel, target)


def entry(number: str, **fields: object) -> RegisterEntry:
    """Make a register entry of a decree."""
    given: dict[str, object] = {
        "id": f"nghi-dinh-{number.replace('/', '-').lower()}",
        "number": number,
        "type": "nghi-dinh",
    }
    return RegisterEntry(**(given | fields))  # type: ignore[arg-type]


def question(name: str, cite: str = "Điều 1 Luật số A") -> Publication:
    """Make a Q&A that rests on one provision."""
    return Publication(
        id=f"hoi-dap-{name}",
        kind=PublicationKind.QA,
        title=f"Hỏi {name}",
        folder="hoi-dap",
        name=name,
        path=f"hoi-dap/{name}.md",
        body="## Trả lời\n\nXem [luật](luat:a#d1).",
        legal_basis=(Basis(cite),),
    )
