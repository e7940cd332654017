"""Invented texts in the shape of real ones, and what was made of them in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from bookcase.imports.conserve import first_difference, source_letters, tree_letters
from bookcase.imports.letters import read_letters
from bookcase.imports.noise import remove_noise
from bookcase.imports.structure import read_structure
from bookcase.imports.wraps import join_wraps
from bookcase.legal.render import render
from bookcase.model.lists import ActType, Issuer, Lists

if TYPE_CHECKING:
    from bookcase.imports.draft import Draft, TextKind
    from bookcase.imports.structured import Structured

TYPES = {
    "luat": "Luật",
    "nghi-dinh": "Nghị định",
    "nghi-quyet": "Nghị quyết",
    "quyet-dinh": "Quyết định",
    "thong-tu": "Thông tư",
    "phap-lenh": "Pháp lệnh",
    "van-ban-hop-nhat": "Văn bản hợp nhất",
}
ISSUERS = {
    "quoc-hoi": "Quốc hội",
    "chinh-phu": "Chính phủ",
    "bo-khoa-hoc-va-cong-nghe": "Bộ Khoa học và Công nghệ",
    "bo-tai-chinh": "Bộ Tài chính",
}
LISTS = Lists(
    types={key: ActType(key, name, 1) for key, name in TYPES.items()},
    issuers={key: Issuer(key, name) for key, name in ISSUERS.items()},
)


def read(kind: str, number: str, text: str) -> tuple[Draft, Structured]:
    """Take a text through all stages."""
    draft = read_letters(cast("TextKind", kind), number, text)
    draft = join_wraps(remove_noise(draft))
    return draft, read_structure(draft)


def lost(draft: Draft, read_: Structured) -> int | None:
    """Return where letters were lost; None where none were."""
    lines = read_.order if read_.moved else draft.source
    source = source_letters(lines, draft.removed)
    return first_difference(source, tree_letters(read_.text))


def said(given: str) -> str:
    """Say what becomes of a case: the text, what was removed, what was guessed."""
    head, _, text = given.partition("\n")
    kind, number = head.split()
    draft, made = read(kind, number, text)
    lines = [render(made.text).rstrip("\n"), "=="]
    lines += [f"bỏ {one.line}: {one.what}: {one.text}" for one in draft.removed]
    lines += [f"sửa {one.what}: {one.count}" for one in draft.repairs]
    lines += [
        f"đoán {one.line}: {one.what}: {one.why}"
        for one in (*draft.guesses, *made.guesses)
    ]
    lines += [f"ký {one.name}, {one.title}" for one in made.signers]
    return "\n".join(lines) + "\n"
