"""The texts of an act through time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bookcase.history.chain import Acting, dated_versions, steps, text_on
from bookcase.history.faults import faults
from bookcase.legal.parser import parse
from bookcase.legal.render import render
from bookcase.model.act import Version
from bookcase.model.effects import Op, Phase

from .acts import day, effect, version, work

if TYPE_CHECKING:
    from bookcase.model.effects import Effect
    from bookcase.model.tree import LegalText

BASE = "###### Điều 1. Bến\n\n1. Có đèn.\n\n2. Có cờ.\n\n3. Có còi.\n"
HAND = BASE.replace("Có đèn", "Có đèn to")
TEXTS = {"2020-01-01": BASE, "2022-01-01": HAND}


def text(one: Version) -> LegalText:
    """Give the text of a version: a known one, else the first."""
    return parse(TEXTS.get(one.stem, BASE)).value


def rewords(clause: int, find: str, with_: str, since: str) -> Effect:
    """Replace words of a khoản."""
    at = f"d1.k{clause}"
    return effect(Op.REPLACE_WORDS, at, since=since, find=find, with_=with_)


NOBODY = Acting(lambda _: None)
FIRST = rewords(1, "đèn", "đèn to", "2022-01-01")
THEN = rewords(2, "cờ", "cờ to", "2023-01-01")
LAST = rewords(3, "còi", "còi to", "2024-01-01")
ROWS = (("a", FIRST), ("b", THEN), ("c", LAST))


def test_steps_part_the_effects_by_the_text_that_names_their_acts() -> None:
    goc = work(
        "goc",
        version("2020-01-01"),
        version("2022-01-01", "a"),
        version("2023-01-01", "b"),
    )
    found = steps(goc, ROWS, NOBODY)
    told = [
        (
            step.before.stem,
            step.after.stem if step.after else "",
            [one.act for one in step.due],
        )
        for step in found
    ]
    assert told == [
        ("2020-01-01", "2022-01-01", ["a"]),
        ("2022-01-01", "2023-01-01", ["b"]),
        ("2023-01-01", "", ["c"]),
    ]
    assert steps(work("goc"), ROWS, NOBODY) == ()


def test_rows_that_can_never_be_are_left_out() -> None:
    acting = replace(NOBODY, faulty=frozenset({("a", 1)}))
    (step,) = steps(work("goc", version("2020-01-01")), ROWS, acting)
    assert [one.act for one in step.due] == ["b", "c"]


def test_only_texts_of_a_day_count() -> None:
    codified = Version(None, "codified", seen_on="2025-11", path="goc/phap-dien.md")
    part = replace(version("2021-01-01"), complete=False)
    later, first = version("2022-01-01", "a"), version("2020-01-01")
    goc = work("goc", codified, later, part, first)
    assert dated_versions(goc) == (first, later)


def test_a_day_is_reached_from_the_words_as_enacted() -> None:
    goc = work("goc", version("2020-01-01"), version("2022-01-01", "a"))
    made = text_on(goc, day("2023-06-01"), ROWS, NOBODY, text)
    assert made
    assert render(made.text) == BASE.replace("đèn", "đèn to").replace("cờ", "cờ to")
    assert [one.id for one in made.changes] == ["d1.k1", "d1.k2"]
    assert text_on(goc, day("2019-12-31"), ROWS, NOBODY, text) is None


def test_a_text_made_by_hand_is_a_new_base_and_keeps_the_older_causes() -> None:
    hand = version("2022-01-01", "a", made="by-hand")
    goc = work("goc", version("2020-01-01"), hand)
    again = rewords(1, "đèn to", "đèn lớn", "2023-01-01")
    rows = (("a", FIRST), ("b", again))
    made = text_on(goc, day("2023-06-01"), rows, NOBODY, text)
    assert made
    assert "đèn lớn" in render(made.text)
    (change,) = made.changes
    assert [cause.act for cause in change.causes] == ["a", "b"]
    assert change.done == (Op.REPLACE_WORDS, Op.REPLACE_WORDS)
    before = text_on(goc, day("2022-06-01"), rows, NOBODY, text)
    assert before
    assert [cause.act for one in before.changes for cause in one.causes] == ["a"]


def test_acts_of_one_day_go_by_their_days_of_issue() -> None:
    one = rewords(1, "đèn", "đuốc", "2022-01-01")
    other = rewords(2, "cờ", "phướn", "2022-01-01")
    issued = {"a": day("2021-06-01"), "b": day("2021-05-01")}
    acting = replace(NOBODY, issued=issued.get)
    goc = work("goc", version("2020-01-01"))
    (step,) = steps(goc, (("a", one), ("b", other)), acting)
    assert [due.act for due in step.due] == ["b", "a"]


def acts(target_issued: str, *effects: Effect, issued: str = "2021-05-01") -> list[str]:
    """Return the faults of an act with effects on another."""
    goc = work("goc", version("2020-01-01"), issued=target_issued)
    sua = replace(work("sua", version("2021-07-01"), issued=issued), effects=effects)
    found = faults((goc, sua))
    return [f"{one.act} {one.code} {one.message}" for one in found]


def test_an_effect_begins_no_earlier_than_its_act_was_issued() -> None:
    good = effect(Op.REPEAL, "d1", since="2021-05-01")
    early = effect(Op.REPEAL, "d1", since="2021-04-30")
    put_right = effect(Op.CORRECT, "d1", since="2020-01-01")
    assert acts("2019-12-01", good, put_right) == []
    assert acts("2019-12-01", early) == [
        (
            "sua AMEND106 tác động từ ngày 30/04/2021, trước ngày ban hành văn bản"
            " (01/05/2021)"
        )
    ]
    assert acts("2022-12-01", good) == [
        (
            "sua AMEND106 văn bản ban hành ngày 01/05/2021, trước văn bản bị tác động"
            " (01/12/2022)"
        )
    ]
    assert acts("", early, issued="") == []


def test_it_ends_after_it_begins() -> None:
    back = (Phase(day("2021-06-01"), day("2021-06-01")),)
    row = replace(effect(Op.SUSPEND, "d1"), effective=back)
    assert acts("", row) == ["sua AMEND106 ngày thôi tác động không sau ngày bắt đầu"]


def test_the_day_must_be_known() -> None:
    sua = replace(work("sua"), effects=(effect(Op.REPEAL, "d1"),))
    (found,) = faults((sua,))
    assert (found.code, found.message) == (
        "AMEND115",
        "không rõ ngày tác động có hiệu lực",
    )


def test_acts_may_not_change_themselves_or_each_other_in_a_ring() -> None:
    def on(target: str) -> Effect:
        return replace(effect(Op.REPEAL, "d1", since="2022-01-01"), on=target)

    held = (
        replace(work("a"), effects=(on("b"),)),
        replace(work("b"), effects=(on("c"), on("goc"))),
        replace(work("c"), effects=(on("a"),)),
        replace(work("d"), effects=(on("d"), on("a"))),
        work("goc"),
    )
    found = [(one.act, one.effect.on, one.code) for one in faults(held)]
    assert found == [
        ("a", "b", "AMEND105"),
        ("b", "c", "AMEND105"),
        ("c", "a", "AMEND105"),
        ("d", "d", "AMEND105"),
    ]
    pauses = replace(on("a"), op=Op.SUSPEND)
    pair = (replace(work("b"), effects=(pauses,)), held[0])
    assert faults(pair) == ()
