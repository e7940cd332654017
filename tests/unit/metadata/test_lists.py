"""The closed lists that ship with the bookcase."""

from __future__ import annotations

import json
import lzma
import re
from typing import TYPE_CHECKING

import pytest

from bookcase.metadata.issuers import issuer_keys, names
from bookcase.metadata.keys import keys
from bookcase.metadata.lists import read_lists, read_topics
from bookcase.metadata.register import read_register
from tests import shared

if TYPE_CHECKING:
    from bookcase.model.lists import Lists
    from bookcase.model.register import RegisterEntry

DATA = shared.ROOT / "content" / "_data"
TAIL = re.compile(r".*ngày \d{1,2}/\d{1,2}/\d{4} của (.*?)(?:, có hiệu lực.*)?")
"""How the codification runs a title and an issuer together."""


@pytest.fixture(scope="module")
def lists() -> Lists:
    read = read_lists(DATA)
    assert read.diagnostics == ()
    return read.value


@pytest.fixture(scope="module")
def register(lists: Lists) -> tuple[RegisterEntry, ...]:
    text = (DATA / "register.csv").read_text(encoding="utf-8")
    read = read_register(text, "_data/register.csv", lists)
    assert {one.level for one in read.diagnostics} == {"info"}
    return read.value


def test_all_places_are_there(lists: Lists) -> None:
    assert len(lists.provinces) == 34
    assert len(lists.communes) == 3321
    assert {one.province for one in lists.communes.values()} == set(lists.provinces)
    assert {one.successor for one in lists.former} <= set(lists.communes)


def test_every_topic_of_the_codification_has_a_subject(lists: Lists) -> None:
    read = read_topics(DATA, keys(lists))
    assert read.diagnostics == ()
    assert sorted(read.value) == list(range(1, 46))


def test_no_two_issuers_are_written_alike(lists: Lists) -> None:
    written = [
        name for one in lists.issuers.values() for name in (one.name, *one.names)
    ]
    assert len(names(lists.issuers).keys) == len(written)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Bộ công thương", ("bo-cong-thuong",)),
        (
            "Bộ Văn hoá, Thể thao và Du lịch",
            ("bo-van-hoa-the-thao-va-du-lich",),
        ),
        (
            "Bộ Tài chính và Bộ Khoa học và Công nghệ",
            ("bo-tai-chinh", "bo-khoa-hoc-va-cong-nghe"),
        ),
        (
            "Bộ Bưu chính, Viễn thông, Bộ Ngoại giao và Bộ Công an",
            ("bo-buu-chinh-vien-thong", "bo-ngoai-giao", "bo-cong-an"),
        ),
        ("Bộ trưởng Bộ Nội vụ", ("bo-noi-vu",)),
        ("Hội đồng nhân dân tỉnh Hà Giang", ("hdnd-tinh-ha-giang",)),
        ("Bộ Tài chính và Bộ Không Có", ()),
        ("", ()),
    ],
)
def test_issuers_are_known_by_their_words(
    lists: Lists, words: str, found: tuple[str, ...]
) -> None:
    assert issuer_keys(words, names(lists.issuers)) == found


def test_every_issuer_of_the_register_is_known(
    lists: Lists, register: tuple[RegisterEntry, ...]
) -> None:
    known = names(lists.issuers)
    told = {one.issuer for one in register if one.issuer}
    assert [words for words in told if not issuer_keys(words, known)] == []


def test_every_issuer_of_the_corpus_is_known(lists: Lists) -> None:
    known = names(lists.issuers)
    path = shared.need("corpus/documents.jsonl.xz")
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        told = {json.loads(line).get("issuer") or "" for line in lines} - {""}
    unknown = [
        words
        for words in told
        if not issuer_keys(words, known)
        and not issuer_keys(TAIL.sub(r"\1", words), known)
    ]
    # The one that names no issuer at all: only the end of a title.
    assert [words[:40] for words in unknown] == [
        "Chính phủ quy định chi tiết thi hành Luậ"
    ]


def test_the_register_is_whole_and_in_order(
    register: tuple[RegisterEntry, ...],
) -> None:
    ids = [one.id for one in register]
    assert len(ids) == 5371
    assert ids == sorted(set(ids))
    assert sum(not one.title for one in register) == 335
    assert all(one.item_id.isdigit() for one in register if one.item_id)
    assert {one.type for one in register} <= {
        *("luat", "bo-luat", "phap-lenh", "nghi-dinh", "nghi-quyet", "quyet-dinh"),
        *("thong-tu", "thong-tu-lien-tich", "chi-thi", "nghi-quyet-lien-tich"),
        "sac-lenh",
    }


def test_the_register_ships_as_its_source_gave_it() -> None:
    source = shared.need("register/acts.csv")
    assert (DATA / "register.csv").read_bytes() == source.read_bytes()
