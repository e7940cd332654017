"""Relations that cannot be, at their lines."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bookcase.metadata.stated import read_stated
from bookcase.model.effects import Effect, Op
from bookcase.model.relations import Rel, Relation, StatedRelation
from bookcase.rules import relations
from tests.unit.pages.samples import entry, library, repeal, work

if TYPE_CHECKING:
    from bookcase.model.act import Work


def arrow(rel: Rel, target: str, line: int = 1) -> Relation:
    return Relation(rel, f"luat-{target}", line)


def replaces(tail: str, *targets: str) -> Work:
    return work(tail, relations=tuple(arrow(Rel.REPLACES, one, 7) for one in targets))


def found(*works: Work, **fields: object) -> list[tuple[str, str, str]]:
    told = relations.check(library(*works, **fields))
    return [(str(one.span), one.code, one.message) for one in told]


def test_an_act_has_no_relation_to_itself() -> None:
    a = work("a", relations=(arrow(Rel.BASED_ON, "a", 4),))
    assert found(a) == [
        (f"{a.path}:4:1", "REL101", "văn bản «luat-a» căn cứ chính nó"),
    ]


def test_an_act_does_not_change_itself() -> None:
    a = work("a", effects=(Effect("d1", "luat-a", Op.REPLACE, ("d2",), line=3),))
    assert found(a) == [
        (
            f"{a.folder}/effects.yml:3:1",
            "REL101",
            "văn bản «luat-a» tác động đến chính nó",
        ),
    ]


def test_two_acts_do_not_replace_each_other() -> None:
    told = found(replaces("a", "b"), replaces("b", "a"))
    assert [code for _, code, _ in told] == ["REL102", "REL102"]
    assert told[0][2] == "quan hệ «thay thế» đi vòng: «luat-a» → «luat-b» → «luat-a»"


def test_a_circle_is_told_of_and_what_only_leads_to_it_is_not() -> None:
    told = found(
        replaces("a", "b"), replaces("b", "c"), replaces("c", "a"), replaces("d", "a")
    )
    assert [place.split("/")[3] for place, _, _ in told] == ["a", "b", "c"]


def test_acts_that_repeal_each_other_by_their_effects_go_round_too() -> None:
    a = work("a", effects=(repeal("luat-b"),))
    b = work("b", effects=(repeal("luat-a"),))
    part = work("b", effects=(repeal("luat-a", ("d2",)),))
    assert {code for _, code, _ in found(a, b)} == {"REL102"}
    assert found(a, part) == []


def test_two_acts_may_cite_each_other() -> None:
    a = work("a", relations=(arrow(Rel.CITES, "b"),))
    b = work("b", relations=(arrow(Rel.CITES, "a"),))
    assert found(a, b) == []


def test_an_act_does_not_act_on_one_that_was_made_after_it() -> None:
    old = work("a", issued=date(2020, 1, 2), effects=(repeal("luat-b"),))
    new = work("b", issued=date(2021, 3, 4))
    ((place, code, message),) = found(old, new)
    assert (place, code) == (f"{old.folder}/effects.yml:1:1", "REL103")
    assert message == (
        "văn bản ban hành ngày 02/01/2020 bãi bỏ «luat-b», văn bản ban hành sau nó,"
        " ngày 04/03/2021"
    )
    assert found(old, work("b", issued=date(2020, 1, 2))) == []
    assert found(old, work("b")) == []


def test_an_act_is_not_based_on_a_later_one_of_the_register() -> None:
    later = entry("1/2020/ND-CP", issued=date(2020, 5, 1))
    a = work(
        "a",
        issued=date(2019, 1, 1),
        relations=(Relation(Rel.BASED_ON, later.id, 9),),
    )
    ((place, code, _),) = found(a, register=(later,))
    assert (place, code) == (f"{a.path}:9:1", "REL103")


def test_what_a_source_states_has_its_line() -> None:
    rows = "- {from: luat-a, rel: amends, to: luat-b}\n- from: luat-a\n"
    rows += "  rel: repeals\n  to: luat-a\n"
    stated = read_stated(rows, "_data/relations.yml").value
    assert stated[1] == StatedRelation("luat-a", Rel.REPEALS, "luat-a", line=2)
    assert found(stated=stated) == [
        ("_data/relations.yml:2:1", "REL101", "văn bản «luat-a» bãi bỏ chính nó")
    ]
