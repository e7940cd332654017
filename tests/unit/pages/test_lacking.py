"""Changes that a machine's text says it has, but could not be given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bookcase.legal.parser import parse
from bookcase.model.effects import Op
from bookcase.pages.law.changes import changes
from bookcase.pages.law.lacking import chain, lacking, lacking_notice

from .versions import (
    FIRST,
    FOLDER,
    SECOND,
    THIRD,
    acting,
    effect,
    law,
    seen,
    texts,
    version,
)

if TYPE_CHECKING:
    from bookcase.model.act import Version, Work
    from bookcase.model.tree import LegalText

TEXT = """\
###### Điều 1. Ô vườn

1. Ô vườn rộng 10 m².

2. Ô vườn có biển tên.
"""
LACKS = effect(Op.REPLACE_WORDS, "d1.k1", find="không có", with_="x", line=3)
FITS = effect(Op.REPLACE_WORDS, "d1.k2", find="biển tên", with_="biển số", line=9)


def text(_: str) -> LegalText:
    """Give the one text that all files hold here."""
    return parse(TEXT).value


def lacks(act: Work, shown: Version, *others: Work) -> dict[str, list[int]]:
    """Return the lines of the effects that each version lacks."""
    known = chain(act, shown, seen(act, *others))
    assert known is not None
    found = lacking(known, text)
    return {path: sorted(line for _, line in rows) for path, rows in found.items()}


def test_a_text_lacks_what_could_not_be_applied_and_so_do_those_after_it() -> None:
    found = lacks(law(FIRST, SECOND, THIRD), SECOND, acting(LACKS, FITS))
    assert found == {
        f"{FOLDER}/2025-01-01.md": [3],
        f"{FOLDER}/2027-01-01.md": [3],
    }


def test_what_was_replaced_since_is_lacking_no_more() -> None:
    later = effect(Op.REPEAL, "d1", start="2027-01-01", line=12)
    found = lacks(law(FIRST, SECOND, THIRD), SECOND, acting(LACKS, later))
    assert found == {f"{FOLDER}/2025-01-01.md": [3], f"{FOLDER}/2027-01-01.md": []}


def test_what_people_vouch_for_lacks_nothing() -> None:
    hand = version("2027-01-01", text="consolidated", made="by-hand", by=("luat-b",))
    found = lacks(law(FIRST, SECOND, hand), SECOND, acting(LACKS))
    assert found[f"{FOLDER}/2027-01-01.md"] == []


def test_only_a_machines_text_with_changes_is_looked_into() -> None:
    other = acting(LACKS)
    act = law(FIRST, SECOND)
    assert chain(act, FIRST, seen(act, other)) is None
    assert chain(act, SECOND, seen(act)) is None
    paused = acting(effect(Op.SUSPEND, "d1"))
    assert chain(act, SECOND, seen(act, paused)) is None


def test_the_notice_lists_what_is_lacking() -> None:
    act = law(FIRST, SECOND)
    told = changes(act, SECOND, seen(act, acting(LACKS)))
    notice = lacking_notice(told, texts().__getitem__)
    assert notice.text == (
        "Chưa cập nhật: 1 sửa đổi mà máy chưa áp dụng được vào lời văn."
    )
    (item,) = notice.items
    assert (item.label, item.url) == (
        "khoản 1 Điều 1 Luật số B",
        "van-ban/luat/2024/b.html#d1.k1",
    )
    assert item.note == "Sửa đổi khoản 1 Điều 1, từ ngày 01/01/2025"
