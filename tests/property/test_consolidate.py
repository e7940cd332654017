"""What holds of consolidation for every text and every effect."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from bookcase.history.consolidate import Due, consolidate
from bookcase.history.consolidate.draft import Draft
from bookcase.history.consolidate.quoted import Sources
from bookcase.legal.address import places
from bookcase.legal.ids import identified
from bookcase.legal.parser import parse
from bookcase.legal.words import text_of
from bookcase.model.effects import Effect, Op, Phase, Position
from bookcase.model.tree import Kind, LegalText, Unit
from tests.bench.gen_code import code, effects_on

from .legal_texts import legal_texts

SLOW = settings(suppress_health_check=list(HealthCheck), deadline=None)
DAYS = st.sampled_from([date(2024, 7, 1), date(2025, 1, 1), date(2025, 7, 1)])
WORDS = st.sampled_from(["", "a", "Điều", "1", " ", "ă", "[^1]", "“", "hoà"])
LAW = parse(
    "### Chương I. BẾN\n\n###### Điều 1. Bến\n\nLời dẫn.\n\n1. Bến có đèn:\n\n"
    "a) Đèn đỏ;\n\nb) Đèn xanh.\n\n- Còi.\n\n2. Bến có cờ.[^1]\n\n### Chương II. THUYỀN"
    "\n\n###### Điều 2. Thuyền\n\n1. Thuyền có phao.\n\n| Số | Vật |\n|---|---|\n"
    "| 1 | Phao |\n\n## Phụ lục I. MẪU\n\n### Mẫu số 01. ĐƠN\n\nKính gửi: bến.\n\n"
    "[^1]: Lời chú."
).value
AMENDING = parse(
    "###### Điều 1. Sửa\n\n1. Sửa:\n\n> “1. Bến có đèn và cờ.”.\n\n2. Sửa:\n\n"
    "> “Điều 1a. Mới\n>\n> 1. Lời mới.[^1]\n>\n> a) Điểm mới.”.\n\n3. Sửa:\n\n"
    "> “Một đoạn.”.\n>\n> - Một gạch;\n\n4. “Điều 2. Tên mới”.\n\n"
    "5. Sửa:\n\n> | 1 | Phao to |\n\n## Phụ lục I. MẪU MỚI\n\nChữ.\n\n[^1]: Chú mới."
).value
KNOWN = sorted({*places(LAW), "d1.ten", "d1.doan-0", "d1.k1.doan-cuoi", "d9", "mau1"})
QUOTES = sorted({*places(AMENDING), "d1.k9"})
_address = st.sampled_from([*KNOWN, "everywhere", "d2.bang-1.dong-1", "", ".", "~"])
_new = st.sampled_from(
    [
        "k1a",
        "d1a",
        "a1",
        "doan-2",
        "doan-0",
        "gach-1",
        "bang-1",
        "dong-2",
        "pl2",
        "k",
        "",
    ]
)
effects = st.builds(
    Effect,
    by=st.sampled_from(["d1.k1", "d1.k2"]),
    on=st.just("luat-goc"),
    op=st.sampled_from(Op),
    at=st.lists(_address, max_size=2).map(tuple),
    new=_new,
    position=st.sampled_from([None, "after", "before", "first", "last"]),
    anchor=_address | st.just(""),
    inside=st.just("") | _address,
    text=st.sampled_from(QUOTES) | st.just(""),
    find=WORDS,
    with_=WORDS,
    count=st.none() | st.integers(1, 3),
    line=st.integers(1, 99),
)
phases = st.builds(
    Phase,
    DAYS,
    st.none() | st.just(date(2026, 1, 1)),
    st.just(()) | st.just(("04",)),
)
dues = st.builds(
    Due,
    st.sampled_from(["luat-a", "luat-b", "luat-goc"]),
    effects,
    phases,
    st.sampled_from([AMENDING, LegalText()]),
)


@SLOW
@given(st.sampled_from([LAW, AMENDING, LegalText()]), st.lists(dues, max_size=6))
def test_any_effects_give_a_text_and_each_is_done_or_told(
    base: LegalText, due: list[Due]
) -> None:
    made = consolidate(base, due)
    assert len(made.unapplied) <= len(due)
    ids = {one.id for one in identified(made.text)}
    assert {one.id for one in made.changes} <= ids | {"act"}
    assert all(one.message and one.code.startswith("AMEND1") for one in made.unapplied)
    if len(made.unapplied) == len(due):
        assert made.text == base
        assert made.changes == ()


@SLOW
@given(legal_texts, st.lists(dues, max_size=3))
def test_any_text_can_be_a_base(base: LegalText, due: list[Due]) -> None:
    made = consolidate(base, due)
    assert isinstance(made.text, LegalText)


@SLOW
@given(legal_texts, legal_texts, effects, st.data())
def test_any_text_can_be_quoted(
    base: LegalText, source: LegalText, effect: Effect, data: st.DataObject
) -> None:
    at = data.draw(st.sampled_from(sorted(places(base))))
    text = data.draw(st.sampled_from(sorted(places(source))))
    aimed = replace(effect, at=(at,), text=text)
    due = Due("luat-a", aimed, Phase(date(2024, 7, 1)), source)
    made = consolidate(base, [due])
    assert made.text == base or made.changes


@SLOW
@given(st.lists(dues, min_size=1, max_size=5))
def test_what_is_not_changed_stays_the_same(due: list[Due]) -> None:
    made = consolidate(LAW, due)
    touched = {one.id for one in made.changes}
    articles = {"d1", "d2"} - {one.partition(".")[0] for one in touched}
    if touched & {"c1", "c2", "act"} or any("~" in one for one in touched):
        return
    old, new = places(LAW), places(made.text)
    for id_ in articles:
        if id_ in new and not any(one.effect.op is Op.RENUMBER for one in due):
            assert text_of(new[id_].node) == text_of(old[id_].node)


@given(st.integers(1, 60), st.integers(0, 60), st.integers())
def test_only_marked_articles_of_a_code_differ(
    size: int, count: int, seed: int
) -> None:
    base = code(size)
    due = effects_on(base, count, seed)
    made = consolidate(base, due)
    assert made.unapplied == ()
    touched = {one.id.partition(".")[0] for one in made.changes}
    old, new = places(base), places(made.text)
    assert all(id_ in new for id_ in old if "." not in id_)
    for id_, found in old.items():
        node = found.node
        if isinstance(node, Unit) and node.kind is Kind.ARTICLE and id_ not in touched:
            assert new[id_].node == node


@given(st.sampled_from("bcdeg"), st.sampled_from("hikl"))
def test_words_replaced_and_replaced_back_are_the_old_ones(old: str, new: str) -> None:
    base = parse(f"###### Điều 1. Một\n\n1. Chữ {old}, chữ {old}\n\na) {old} m").value
    there = Effect("d1", "luat-goc", Op.REPLACE_WORDS, ("d1",), find=old, with_=new)
    back = replace(there, find=new, with_=old)
    made = consolidate(base, [_due(there, 1), _due(back, 2)])
    assert made.unapplied == ()
    assert made.text == base


@given(
    st.text("ab ,.", min_size=1, max_size=12).map(str.strip),
    st.text("xy", min_size=1, max_size=3),
    st.sampled_from(["before", "after"]),
)
def test_words_put_in_and_taken_out_again_leave_the_old_ones(
    tail: str, new: str, position: Position
) -> None:
    assume("  " not in tail and " ," not in tail and " ." not in tail)
    tail = f" {tail}" if tail[:1].isalnum() else tail
    base = LegalText((Unit(Kind.ARTICLE, "1", f"một neo{tail}".rstrip()),))
    come = Effect(
        "d1",
        "luat-goc",
        Op.INSERT_WORDS,
        ("d1",),
        position=position,
        find="neo",
        with_=new,
        count=1,
    )
    go = replace(come, op=Op.DELETE_WORDS, find=new, with_="", position=None)
    made = consolidate(base, [_due(come, 1), _due(go, 2)])
    assert made.unapplied == ()
    assert made.text == base


@SLOW
@given(legal_texts, st.data())
def test_a_draft_finds_what_the_whole_text_has(
    text: LegalText, data: st.DataObject
) -> None:
    known = places(text)
    name = data.draw(st.sampled_from(sorted(known)))
    found = Draft.of(text).find(name)
    assert found is not None
    assert found.path == known[name].path


@SLOW
@given(legal_texts, st.data())
def test_new_text_is_of_the_quote_and_nothing_else(
    text: LegalText, data: st.DataObject
) -> None:
    name = data.draw(st.sampled_from(sorted(places(text))))
    found = Sources().material(text, name)
    said = " ".join(text_of(one) for one in found.blocks) if found else ""
    whole = text_of(places(text)[name].node)
    letters = [sign for sign in said if sign.isalnum()]
    assert letters == [sign for sign in whole if sign.isalnum()][: len(letters)] or (
        set(letters) <= set(whole)
    )


def _due(effect: Effect, day: int) -> Due:
    return Due("luat-a", effect, Phase(date(2024, 7, day)), LegalText())


def test_one_quote_for_two_places_changes_both_under_their_names() -> None:
    twice = Effect(
        by="d1.k1", on="luat-goc", op=Op.REPLACE, at=("d1.k1", "mau1"), text="d1.k1"
    )
    made = consolidate(LAW, [Due("luat-a", twice, Phase(date(2024, 7, 1)), AMENDING)])
    assert {one.id for one in made.changes} == {"d1.k1", "pl1.mau1"}
