"""An index that grows from few parts has the files that all parts would give it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from bookcase.search.growing import State, entries_of, grow, page_of
from bookcase.search.index import NO_FACTS, merge
from bookcase.search.parts import part_of

from .test_segments import RELEASES

if TYPE_CHECKING:
    from pathlib import Path

    from bookcase.search.parts import Part

OTHERS = {"sổ đỏ": "giấy chứng nhận"}


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def pages(part: Part) -> dict[str, Part]:
    return {one.digest: page_of(part, at) for at, one in enumerate(part.pages)}


def test_one_page_of_a_part_is_what_its_records_alone_give() -> None:
    part = part_of(RELEASES[0])
    alone = part_of([one for one in RELEASES[0] if one.page == part.pages[7].url])
    cut = page_of(part, 7)
    assert (cut.pages, cut.text_sizes, cut.said) == (
        alone.pages,
        alone.text_sizes,
        alone.said,
    )
    assert sorted(cut.vocabulary) == sorted(alone.vocabulary)
    spelt = [[*one.vocabulary, ""] for one in (cut, alone)]
    words = [[of[n - 1] for n in one.texts] for of, one in zip(spelt, (cut, alone))]  # noqa: B905
    assert words[0] == words[1]


def test_release_by_release_the_files_are_those_of_a_merge_of_all(
    tmp_path: Path,
) -> None:
    site = tmp_path / "site"
    known: dict[str, Part] = {}
    kept: list[dict[str, int]] = []
    first = part_of(RELEASES[0])
    merge([first], site, OTHERS, tell=kept.append)
    state = State(tuple(entries_of(first)), kept[0])
    known |= pages(first)
    grew = 0
    for number, records in enumerate(RELEASES[1:]):
        part = part_of(records)
        known |= pages(part)
        wanted, out = tmp_path / f"all-{number}", tmp_path / f"new-{number}"
        merge([part], wanted, OTHERS, NO_FACTS, site, tell=kept.append)
        out.mkdir()
        entries = tuple(entries_of(part))
        made = grow(
            site,
            out,
            state,
            entries,
            known.__getitem__,
            others=OTHERS,
            about=NO_FACTS,
        )
        if made is None:
            shutil.rmtree(site)
            shutil.copytree(wanted, site)
            state = State(entries, kept[-1])
            continue
        grew += 1
        shutil.copytree(out, site, dirs_exist_ok=True)
        for name in files(site).keys() - files(wanted).keys():
            assert name.removesuffix(".js") not in made.pieces
            (site / name).unlink()
        assert files(site) == files(wanted)
        had = {word: count for word, count in kept[-1].items() if count}
        assert made.state == State(entries, had)
        assert list(made.state.having) == list(had)
        state = made.state
    assert grew >= 4
