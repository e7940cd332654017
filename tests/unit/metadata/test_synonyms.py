"""Everyday words and the law's own, as editors write them."""

from pathlib import Path

from bookcase.metadata.lists import read_lists
from bookcase.model.lists import Synonym

DATA = Path("content/_data")


def test_every_line_of_the_list_is_read() -> None:
    read = read_lists(DATA)
    assert read.diagnostics == ()
    title = Synonym(("sổ đỏ", "sổ hồng", "bìa đỏ"), "giấy chứng nhận quyền sử dụng đất")
    assert title in read.value.synonyms


def test_a_bookcase_without_the_list_says_nothing(tmp_path: Path) -> None:
    told = [one.span.path for one in read_lists(tmp_path).diagnostics]
    assert "_data/synonyms.yml" not in told


def test_a_line_without_the_laws_words_is_told(tmp_path: Path) -> None:
    (tmp_path / "synonyms.yml").write_text("- {everyday: [sổ đỏ]}\n", "utf-8")
    told = [
        str(one)
        for one in read_lists(tmp_path).diagnostics
        if one.span.path == "_data/synonyms.yml"
    ]
    assert len(told) == 1
    assert "law" in told[0]
