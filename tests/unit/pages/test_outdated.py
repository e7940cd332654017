"""What pages and paper say of a legal basis that has changed, or will."""

from __future__ import annotations

from datetime import date

from bookcase.history.aims import Aim, Aimed
from bookcase.history.rests import Rest
from bookcase.history.stale import Standing, Verdict
from bookcase.model.publication import Basis
from bookcase.pages.catalog import OUT_OF_DATE, Catalog, catalog
from bookcase.pages.law.document import document_pages
from bookcase.pages.reading.outdated import basis_links, outdated, warning
from tests.unit.pages.samples import library, question

from .versions import FIRST, FOLDER, LAW, SECOND, THIRD, TODAY, acting, law

CITE = "khoản 1 Điều 1 Luật số a"
ASKED = question("x", CITE)
SINCE = date(2025, 1, 1)


def seen(verdict: Verdict, by: tuple[str, ...] = ()) -> Catalog:
    basis = ASKED.legal_basis[0]
    row = Rest(basis, Aim(Aimed.HELD, LAW, ("d1.k1",)), verdict, by, by)
    held = library(law(FIRST, SECOND, THIRD), acting(), publications=(ASKED,))
    return catalog(held, TODAY, rests={ASKED.id: (row,)})


CHANGED = Verdict(Standing.CHANGED, SINCE, FIRST, SECOND)


def test_a_changed_basis_has_a_box_that_leads_to_the_comparison() -> None:
    (box,) = outdated(ASKED, seen(CHANGED, ("luat-b",)))
    assert box.kind == "warning"
    assert box.text == f"Quy định được dẫn đã thay đổi từ ngày 01/01/2025: {CITE}."
    assert box.link
    assert box.link.url == f"{FOLDER}/so-sanh--2024-01-01--2025-01-01.html#ss-d1"
    assert box.other
    assert box.other.url == "van-ban/luat/2024/b.html"


def test_a_change_to_come_has_a_box_before_the_day_and_one_after() -> None:
    to_come = Verdict(
        Standing.SAME, None, SECOND, None, date(2027, 1, 1), Standing.REPEALED
    )
    before, after = outdated(ASKED, seen(to_come))
    assert before.kind == "note"
    assert "sẽ bị bãi bỏ từ ngày 01/01/2027" in before.text
    assert before.days
    assert before.days.until == date(2027, 1, 1)
    assert after.kind == "warning"
    assert after.days
    assert after.days.hidden


def test_the_same_words_need_no_box() -> None:
    known = seen(Verdict(Standing.SAME, None, SECOND))
    assert list(outdated(ASKED, known)) == []
    assert warning(ASKED, known) == ""


def test_the_basis_leads_to_its_provision_and_says_what_became_of_it() -> None:
    (link,) = basis_links(ASKED, seen(CHANGED))
    assert link.url == f"{law().url}#d1.k1"
    assert link.note == "đã thay đổi từ ngày 01/01/2025"
    (gone,) = basis_links(ASKED, seen(Verdict(Standing.REPEALED, SINCE)))
    assert gone.url == law().url


def test_an_act_that_is_not_held_says_that_there_is_nothing_to_compare() -> None:
    row = Rest(Basis(CITE), Aim(Aimed.UNKNOWN))
    asked = question("y", CITE)
    known = catalog(library(publications=(asked,)), TODAY, rests={asked.id: (row,)})
    (link,) = basis_links(asked, known)
    assert (link.url, link.note) == ("", "chưa có văn bản để đối chiếu")


def test_lists_of_explainers_mark_what_is_out_of_date() -> None:
    known = seen(CHANGED)
    assert [link.note for link in known.explainers[LAW]] == [OUT_OF_DATE]
    pages = document_pages(known.works[LAW], known)
    shown = next(page for page in pages if page.indexed)
    assert [link.note for link in shown.view.explainers] == [OUT_OF_DATE]


def test_paper_says_what_has_changed() -> None:
    assert warning(ASKED, seen(CHANGED)) == (
        f"Quy định được dẫn đã thay đổi từ ngày 01/01/2025: {CITE}."
    )
