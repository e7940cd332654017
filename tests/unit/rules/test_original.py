"""A file that is named as the original must be there; the card leads to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bookcase.model.act import Source, Work
from bookcase.pages.catalog import catalog
from bookcase.pages.law.card import card
from bookcase.rules import original
from tests.unit.pages.samples import DAY, library, work

if TYPE_CHECKING:
    from pathlib import Path

    from bookcase.pages.view import Link

FILE = "attachments/ban-goc.pdf"
SIGNED = Source(url="https://congbao.example/1", signed=True, sha256="ab" * 32)


def sources(act: Work) -> tuple[Link, ...]:
    """Return what the card says of where the text is from."""
    seen = catalog(library(act), DAY)
    rows = {row.term: row.links for row in card(act, seen, seen.states[act.id], ())}
    return rows["Nguồn"]


def test_a_file_that_is_not_there_is_found(tmp_path: Path) -> None:
    act = work("a", source=(Source(file=FILE),))
    (found,) = original.check(library(act), tmp_path)
    assert found.code == "LAW105"
    assert found.message == f"không có tệp «{FILE}»"
    assert str(found.span).startswith(f"{act.folder}/document.yml")
    (tmp_path / act.folder / "attachments").mkdir(parents=True)
    (tmp_path / act.folder / FILE).write_bytes(b"%PDF")
    assert list(original.check(library(act), tmp_path)) == []


def test_the_signed_original_is_linked_with_its_fingerprint() -> None:
    (link,) = sources(work("a", source=(SIGNED,)))
    assert link.label == "Bản có chữ ký số: congbao.example"
    assert link.away == SIGNED.url
    assert link.note == f"SHA-256: {SIGNED.sha256}"


def test_a_file_beside_the_text_comes_before_its_address() -> None:
    act = work("a", source=(Source(url=SIGNED.url, note="Công báo số 1", file=FILE),))
    (link,) = sources(act)
    assert (link.label, link.url, link.away) == (
        "Công báo số 1",
        f"{act.folder}/{FILE}",
        "",
    )


def test_what_is_only_noted_leads_nowhere() -> None:
    (link,) = sources(work("a", source=(Source(note="Tự viết"),)))
    assert (link.label, link.url, link.away) == ("Tự viết", "", "")
