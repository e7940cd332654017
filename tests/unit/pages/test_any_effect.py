"""Whatever stands in ``effects.yml``, pages are made, and their links land."""

from __future__ import annotations

import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bookcase.model.act import Ends, UnitPhase
from bookcase.model.effects import Effect, Op, Phase
from bookcase.pages.law.changes import changes
from bookcase.pages.law.document import document_pages
from bookcase.pages.law.lacking import chain, lacking
from bookcase.pages.law.notes import notes
from bookcase.pages.law.pointers import pointers
from bookcase.pages.law.unitnotes import Beside, beside_units
from bookcase.pages.provisions import provision_name

from .versions import FIRST, FOLDER, LAW, SECOND, THIRD, acting, law, seen, texts

TEXT = """\
### Chương I. CHUNG

###### Điều 1. Ô vườn

Lời dẫn có que thử.

1. Ô vườn:

a) Rộng 10 m²;

- gạch

2. (được bãi bỏ)

## Phụ lục. CÂY

| a | que thử |
"""
PLACES = st.sampled_from(
    [
        *("d1", "d1.k1", "d1.k1.a", "d1.k1.a.gach-1", "d1.k1.đ", "d1._.a", "d1.a"),
        *("c1", "c1.ten", "pl1", "pl1.bang-1", "pl1.bang-1.dong-1", "d1.doan-1"),
        *("d1.doan-cuoi", "everywhere", "act", "", ".", "d9.k9", "k1", "d1.", "x~2"),
        *("d1/quote-1.k2", "can-cu"),
    ]
) | st.text("dkpl1.-~/ab", max_size=8)
DAYS = st.dates(date(2023, 1, 1), date(2028, 1, 1))
PHASES = st.builds(
    Phase, DAYS, st.none() | DAYS, st.sampled_from([(), ("04",), ("x",)])
)
EFFECTS = st.builds(
    Effect,
    by=PLACES,
    on=st.just(LAW),
    op=st.sampled_from(Op),
    at=st.lists(PLACES, max_size=3).map(tuple),
    new=PLACES,
    anchor=PLACES,
    text=PLACES,
    find=st.sampled_from(["", "que thử", "rộng"]),
    with_=st.sampled_from(["", "<b>"]),
    effective=st.lists(PHASES, max_size=2).map(tuple),
)


@given(
    st.lists(EFFECTS, max_size=5).map(tuple),
    st.none() | DAYS.map(Ends),
    PLACES,
    DAYS,
)
def test_pages_are_made_of_any_effects_and_every_anchor_is_there(
    effects: tuple[Effect, ...], ends: Ends | None, unit: str, day: date
) -> None:
    phases = (UnitPhase((unit,), date(2026, 3, 1)),)
    act = law(FIRST, SECOND, THIRD, ends=ends, phases=phases)
    other = acting(*effects)
    known = seen(act, other, day=day)
    held = texts(v2024_01_01=TEXT, v2025_01_01=TEXT, v2027_01_01=TEXT)
    for version in act.versions:
        own = held[version.path]
        told = Beside(changes(act, version, known), notes(act, version, known))
        for name, html in beside_units(told, own, held.__getitem__, "").items():
            assert name in own.anchors
            assert "<b>" not in html
            assert html.count("<div") == 1
            for link in re.findall(rf'href="{FOLDER}/([\d-]+)\.html#([^"]*)"', html):
                assert link[1] in held[f"{FOLDER}/{link[0]}.md"].anchors
        if made := chain(act, version, known):
            lacking(made, lambda path: held[path].text)
    own = held["van-ban/luat/2024/b/2024-01-01.md"]
    found = Beside(pointers=pointers(other, known))
    beside_units(found, own, held.__getitem__, "")
    assert len(list(document_pages(act, known))) == 1 + len(act.versions)


@given(PLACES)
def test_any_address_has_a_name(address: str) -> None:
    name = provision_name(address)
    assert name == name.strip()
