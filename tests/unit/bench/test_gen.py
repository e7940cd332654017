"""The generated benchmark corpora."""

from __future__ import annotations

import re
import statistics
import unicodedata
from typing import TYPE_CHECKING

import pytest
import yaml

from bookcase.legal.parser import parse
from bookcase.legal.render import render
from bookcase.metadata.lists import read_lists
from bookcase.model.tree import Kind, Table, Unit, units
from tests.bench import gen
from tests.bench.gen_acts import CENTRAL, LOCAL, SUBJECTS, central, local
from tests.bench.gen_text import text
from tests.bench.gen_words import roman
from tests.bench.gen_write import links

if TYPE_CHECKING:
    from pathlib import Path

SEED = 1
ACTS = central(60, SEED)
PLACES = local(400, SEED, gen.DATA)
TEXTS = {act.id: text(act, ACTS, SEED) for act in ACTS}


def files(folder: Path) -> dict[str, bytes]:
    """Return what stands below a folder, by path."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in paths}


@pytest.mark.parametrize("form", ["content", "docs", "local"])
def test_the_same_seed_gives_the_same_bytes_and_another_seed_others(
    tmp_path: Path, form: str
) -> None:
    for name, seed in (("a", 3), ("b", 3), ("c", 4)):
        gen.make(form, tmp_path / name, size=12, seed=seed)
    assert files(tmp_path / "a") == files(tmp_path / "b")
    assert files(tmp_path / "a").keys() != files(tmp_path / "c").keys()


@pytest.mark.parametrize("id_", TEXTS)
def test_a_text_parses_into_itself_without_findings(id_: str) -> None:
    source = render(TEXTS[id_])
    assert unicodedata.is_normalized("NFC", source)
    assert parse(source).value == TEXTS[id_]
    assert parse(source).diagnostics == ()


def test_a_local_text_parses_too() -> None:
    for act in PLACES[:20]:
        written = text(act, PLACES, SEED)
        found = parse(render(written))
        assert (found.value, found.diagnostics) == (written, ())


def test_sizes_are_as_asked_and_some_are_large() -> None:
    acts = central(600, SEED)
    sizes = [act.bytes / 1024 for act in acts]
    assert 24 < statistics.mean(sizes) < 33
    assert statistics.median(sizes) < statistics.mean(sizes)
    assert sum(size >= 280 for size in sizes) >= 2
    for act in ACTS:
        written = len(render(TEXTS[act.id]).encode())
        assert act.bytes * 0.9 < written < act.bytes * 1.1 + 12_000, act.id


def test_texts_have_every_construct_that_is_promised() -> None:
    every = [unit for one in TEXTS.values() for unit in units(one)]
    assert {unit.kind for unit in every} == {
        *(Kind.CHAPTER, Kind.SECTION, Kind.ARTICLE, Kind.CLAUSE, Kind.POINT)
    }
    assert any(isinstance(block, Table) for unit in every for block in unit.blocks)
    words = " ".join(unit.text for unit in every)
    assert re.search(r"theo quy định tại khoản \d Điều \d+ của [\w ]+ này", words)
    assert re.search(
        r"theo quy định của (Luật|Nghị định|Thông tư) số \d+/\d{4}/", words
    )


def test_ids_are_unique_and_relations_point_back() -> None:
    for acts in (central(3000, SEED), PLACES):
        assert len({act.id for act in acts}) == len(acts)
        assert len({act.folder for act in acts}) == len(acts)
        assert all(place < act.place for act in acts for place in act.based_on)


def test_one_number_occurs_in_many_places() -> None:
    first = [act for act in PLACES if act.number == "01/2026/QĐ-UBND"]
    assert {act.scope.level for act in first} == {"province", "commune"}
    assert len({act.scope.code for act in first}) == len(first) > 20
    assert any(act.scope.former for act in PLACES)


def test_codes_and_keys_are_those_of_the_closed_lists() -> None:
    lists = read_lists(gen.DATA).value
    types = [*CENTRAL, *LOCAL["province"], *LOCAL["commune"]]
    assert {one.key for one in types} <= set(lists.types)
    assert {one.issuer for one in types} <= set(lists.issuers)
    assert set(SUBJECTS) <= set(lists.subjects)
    codes = {act.scope.code for act in PLACES}
    assert codes <= set(lists.provinces) | set(lists.communes)


def test_content_holds_a_record_and_a_text_for_each_act(tmp_path: Path) -> None:
    gen.make("content", tmp_path / "content", size=3, seed=SEED)
    act = central(3, SEED)[2]
    home = tmp_path / "content" / act.folder
    record = yaml.safe_load((home / "document.yml").read_text("utf-8"))
    assert record["id"] == act.id
    assert record["versions"] == [{"from": act.start, "text": "as-enacted"}]
    version = (home / f"{act.start}.md").read_text("utf-8")
    assert version.startswith(f"---\ntitle: {act.title}\n---\n::: mo-dau\n")


def test_a_compared_corpus_has_no_places_and_no_register(tmp_path: Path) -> None:
    gen.make("content", tmp_path / "content", size=1)
    gen.make("local", tmp_path / "local", size=1)
    lines = {
        (form, name): len((tmp_path / form / "_data" / name).read_bytes().splitlines())
        for form in ("content", "local")
        for name in ("communes.csv", "register.csv")
    }
    assert lines["content", "communes.csv"] == lines["content", "register.csv"] == 1
    assert lines["local", "register.csv"] == 1
    assert lines["local", "communes.csv"] == 3322


def test_both_forms_say_the_same_words(tmp_path: Path) -> None:
    gen.make("docs", docs := tmp_path / "docs", size=60, seed=SEED)
    for act in ACTS:
        page = (docs / f"{act.folder}.md").read_text("utf-8")
        for unit in units(TEXTS[act.id]):
            if unit.kind is Kind.POINT:
                assert f"\n    {unit.number}) {unit.text}\n" in page
            elif unit.kind is Kind.ARTICLE:
                assert (
                    f" Điều {unit.number}. {unit.text} {{#dieu-{unit.number}}}\n"
                    in page
                )


def test_every_link_of_the_docs_lands_on_a_page(tmp_path: Path) -> None:
    gen.make("docs", docs := tmp_path / "docs", size=60, seed=SEED)
    count = 0
    for page in docs.rglob("*.md"):
        for target in re.findall(r"\]\(([^)#]+)\)", page.read_text("utf-8")):
            assert (page.parent / target).is_file(), (page, target)
            count += 1
    assert count > 100


def test_references_in_words_become_links() -> None:
    paths = {"Luật số 01/2020/QH14": "van-ban/luat/2020/01-2020-qh14.md"}
    words = (
        "Căn cứ Luật số 01/2020/QH14; theo khoản 2 Điều 7 của Nghị định này, "
        "Điều 7 của Luật khác, Luật số 9/2020/QH14"
    )
    assert links(words, "van-ban/luat/2021", paths) == (
        "Căn cứ [Luật số 01/2020/QH14](../2020/01-2020-qh14.md); theo khoản 2 "
        "[Điều 7](#dieu-7) của Nghị định này, Điều 7 của Luật khác, Luật số 9/2020/QH14"
    )


def test_the_command_makes_a_corpus(tmp_path: Path) -> None:
    assert gen.main(["docs", str(tmp_path / "docs"), "--size", "2", "--seed", "5"]) == 0
    assert len(list((tmp_path / "docs" / "van-ban").glob("*/*/*.md"))) == 2


@pytest.mark.parametrize(
    ("number", "said"), [(1, "I"), (9, "IX"), (20, "XX"), (29, "XXIX"), (39, "XXXIX")]
)
def test_chapters_count_in_roman_figures(number: int, said: str) -> None:
    assert roman(number) == said


def test_every_chapter_and_article_holds_something() -> None:
    for one in TEXTS.values():
        for unit in units(one):
            if unit.kind in {Kind.CHAPTER, Kind.SECTION, Kind.ARTICLE}:
                assert isinstance(unit, Unit)
                assert unit.blocks, unit


def test_content_has_the_pages_that_the_navigation_names(tmp_path: Path) -> None:
    gen.make("content", tmp_path / "content", size=1)
    assert (tmp_path / "content" / "index.md").is_file()
    assert (tmp_path / "content" / "huong-dan" / "index.md").is_file()
