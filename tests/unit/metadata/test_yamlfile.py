"""YAML as a tree of text with places."""

from __future__ import annotations

from bookcase.diagnostics import Span
from bookcase.metadata.yamlfile import Mapping, Scalar, Sequence, read, scalars, whole


def test_every_scalar_is_text_as_written() -> None:
    tree = read("a: no\nb: 2024-13-45\nc: 007\nd: 1.10\n", "t.yml").value
    assert [one.text for one in scalars(tree)] == [
        *("a", "no"),
        *("b", "2024-13-45"),
        *("c", "007"),
        *("d", "1.10"),
    ]


def test_names_and_values_know_their_places() -> None:
    tree = read("a: {b: [c]}\n", "t.yml", first_line=5).value
    spans = {one.text: one.span for one in scalars(tree)}
    assert spans == {
        "a": Span("t.yml", 5, 1),
        "b": Span("t.yml", 5, 5),
        "c": Span("t.yml", 5, 9),
    }


def test_columns_count_letters_not_bytes() -> None:
    tree = read("{tên: Đất đai, kế: x}", "t.yml").value
    assert [one.span.column for one in scalars(tree)] == [2, 7, 16, 20]


def test_nothing_is_empty_but_quoted_nothing_is_text() -> None:
    tree = read("- \n- ~\n- null\n- ''\n- |\n", "t.yml").value
    assert isinstance(tree, Sequence)
    assert [isinstance(one, Scalar) and one.empty for one in tree.items] == [
        *(True, True, True),
        *(False, False),
    ]


def test_the_first_of_two_equal_names_counts() -> None:
    read_ = read("a: 1\nb: 2\na: 3\n", "t.yml")
    assert isinstance(read_.value, Mapping)
    value = read_.value.get("a")
    assert isinstance(value, Scalar)
    assert value.text == "1"
    assert [str(one.span) for one in read_.diagnostics] == ["t.yml:3:1"]


def test_what_stood_before_a_fault_is_kept() -> None:
    read_ = read("a: 1\nb: [c, d\ne: 2\n", "t.yml")
    assert isinstance(read_.value, Mapping)
    assert [key.text for key, _ in read_.value.entries] == ["a", "b"]
    assert not whole(read_.diagnostics)


def test_a_tag_never_makes_anything() -> None:
    read_ = read("!!python/object/apply:os.system [ls]", "t.yml")
    assert isinstance(read_.value, Sequence)
    assert [one.code for one in read_.diagnostics] == ["META003"]


def test_a_bomb_of_aliases_stays_small() -> None:
    lines = ["a0: &a0 x"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 20)]
    read_ = read("\n".join(lines), "t.yml")
    assert len(list(scalars(read_.value))) < 300
    assert {one.code for one in read_.diagnostics} == {"META004"}


def test_brackets_without_end_are_cut() -> None:
    read_ = read("[" * 100_000, "t.yml")
    assert [one.code for one in read_.diagnostics] == ["META008"]
