"""However content is edited, a build makes what a clean build makes, byte for byte."""

from __future__ import annotations

import random
import shutil
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from bookcase.build.hub import saved as hub
from bookcase.build.hub.engine import Hub
from bookcase.build.indexing import index as indexing
from bookcase.build.indexing.index import INDEX
from bookcase.build.request import BuildRequest
from bookcase.build.run import build
from bookcase.pages.shell import Shell
from tests.shared import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bookcase.build.hub.engine import Engine, HubRequest
    from bookcase.build.outcome import BuildReport

DAY = date(2026, 6, 1)
LATER = 10**18
"""So long after the epoch every file is old."""
STEPS = 8
SHELL = Shell(("<t>", "title", "</t><a>", "description", "</a>", "content", "</html>"))


def engine(_: str) -> Engine:
    """Return an engine that makes one page in no time."""

    def run(asked: HubRequest) -> Hub:
        words = asked.config.read_text("utf-8")
        page = f"<title>{words}</title>"
        (asked.out / "tiep-can.html").write_text(page, "utf-8")
        shell = Shell((words, *SHELL.parts[1:]))
        theme = asked.config.parent / "theme"
        return Hub((shell,) * 6, ("tiep-can.html",), theme, "https://vi-du.vn/")

    return run


@dataclass
class Place:
    """Content with all that goes with it, and the site that is built over and over."""

    folder: Path
    chance: random.Random
    day: date = DAY
    clock: int = LATER
    made: int = 0
    told: list[str] = field(default_factory=list)

    @property
    def content(self) -> Path:
        """Return the content folder."""
        return self.folder / "content"

    def request(self, site: str = "site") -> BuildRequest:
        """Return what a build is asked for; time goes on from one to the next."""
        self.clock += LATER
        return BuildRequest(
            config=self.folder / "mkdocs.yml",
            content=self.content,
            site=self.folder / site,
            as_of=self.day,
            now=self.clock,
            keep_going=True,
            leaflets=False,
            cache=self.folder / f"cache-{site}",
        )

    def build(self) -> BuildReport:
        """Build the site."""
        return build(self.request())

    def clean(self, previous: Path | None = None) -> dict[str, bytes]:
        """Return the files of a site that is built from nothing."""
        shutil.rmtree(self.folder / "clean", ignore_errors=True)
        build(replace(self.request("clean"), clean=True, previous=previous))
        return files(self.folder / "clean")

    def texts(self) -> list[Path]:
        """Return the texts of acts."""
        return sorted((self.content / "van-ban").rglob("*.md"))

    def works(self) -> list[Path]:
        """Return the records of acts."""
        return sorted(self.content.rglob("document.yml"))

    def pick(self, paths: list[Path]) -> Path:
        """Return any of some paths."""
        return self.chance.choice(paths)


def files(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file()
    }


def place(folder: Path, seed: int) -> Place:
    """Copy the starter content, without its thousands of places and entries."""
    shutil.copytree(ROOT / "content", folder / "content")
    shutil.rmtree(folder / "content" / "dia-phuong")
    data = folder / "content" / "_data"
    for name in ("register", "communes", "former-communes"):
        rows = (data / f"{name}.csv").read_text("utf-8").splitlines(keepends=True)
        (data / f"{name}.csv").write_text("".join(rows[:12]), "utf-8")
    for name in ("bookcase", "assets/fonts"):
        shutil.copytree(ROOT / "overrides" / name, folder / "theme" / name)
    (folder / "mkdocs.yml").write_text("theme: {custom_dir: theme}\n", "utf-8")
    return Place(folder, random.Random(seed))  # noqa: S311 not for secrets


def changed(path: Path, old: str, new: str) -> None:
    words = path.read_text("utf-8")
    path.write_text(words.replace(old, new, 1), "utf-8")


def edit_text(at: Place) -> None:
    at.made += 1
    with at.pick(at.texts()).open("a", encoding="utf-8") as file:
        file.write(f"\n7. Khoản thêm lần {at.made}, theo Điều 2 Luật này.\n")


def cite_another(at: Place) -> None:
    number = at.pick(at.works()).read_text("utf-8").partition("number: ")[2].split()[0]
    with at.pick(at.texts()).open("a", encoding="utf-8") as file:
        file.write(f"\n8. Thực hiện theo khoản 1 Điều 3 văn bản số {number}.\n")


def undo_text(at: Place) -> None:
    path = at.pick(at.texts())
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join(lines[: max(len(lines) - 3, 1)]), "utf-8")


def retitle(at: Place) -> None:
    at.made += 1
    changed(at.pick(at.works()), "\ntitle: ", f"\ntitle: Lần {at.made} ")


def move_day(at: Place) -> None:
    at.day += timedelta(days=at.chance.choice([-300, -1, 1, 2, 400]))


def copy_work(at: Place) -> None:
    at.made += 1
    source = at.pick(at.works())
    target = source.parent.with_name(f"9{at.made}-2024-qh15-mau")
    if target.exists():
        return
    shutil.copytree(source.parent, target)
    words = (target / "document.yml").read_text("utf-8")
    id_ = words.partition("id: ")[2].split()[0]
    changed(target / "document.yml", f"id: {id_}", f"id: {id_}-{at.made}")


def delete_work(at: Place) -> None:
    shutil.rmtree(at.pick(at.works()).parent)


def rename_work(at: Place) -> None:
    at.made += 1
    folder = at.pick(at.works()).parent
    folder.rename(folder.with_name(f"{folder.name}-{at.made}"))


def edit_publication(at: Place) -> None:
    at.made += 1
    with at.pick(sorted((at.content / "hoi-dap").glob("*.md"))).open(
        "a", encoding="utf-8"
    ) as file:
        file.write(f"\nThêm lần {at.made}.\n")


def delete_publication(at: Place) -> None:
    held = sorted((at.content / "hoi-dap").glob("*.md"))
    if len(held) > 2:
        at.pick(held).unlink()


def change_type_list(at: Place) -> None:
    at.made += 1
    changed(at.content / "_data" / "types.yml", "name: Luật", f"name: Luật {at.made}")


def change_theme(at: Place) -> None:
    at.made += 1
    name = at.chance.choice(["document.html", "shelf.html", "macros.html"])
    with (at.folder / "theme" / "bookcase" / name).open("a", encoding="utf-8") as file:
        file.write(f"<!-- {at.made} -->")


def change_config(at: Place) -> None:
    at.made += 1
    words = f"# lần {at.made}\ntheme: {{custom_dir: theme}}\n"
    (at.folder / "mkdocs.yml").write_text(words, "utf-8")


def attach(at: Place) -> None:
    at.made += 1
    folder = at.pick(at.works()).parent / "attachments"
    folder.mkdir(exist_ok=True)
    (folder / f"hinh-{at.made % 3}.png").write_bytes(bytes([at.made]))


def damage_site(at: Place) -> None:
    pages = sorted((at.folder / "site").rglob("*.html"))
    at.pick(pages).unlink()
    at.pick([one for one in pages if one.exists()]).write_text("hỏng", "utf-8")
    (at.folder / "site" / "la.txt").write_text("không phải của ai", "utf-8")


EDITS: tuple[Callable[[Place], None], ...] = (
    edit_text,
    cite_another,
    undo_text,
    retitle,
    move_day,
    copy_work,
    delete_work,
    rename_work,
    edit_publication,
    delete_publication,
    change_type_list,
    change_theme,
    change_config,
    attach,
    damage_site,
)


def compared(at: Place, made: dict[str, bytes], wanted: dict[str, bytes]) -> None:
    said = " → ".join(at.told)
    assert made.keys() == wanted.keys(), said
    differ = [name for name in made if made[name] != wanted[name]]
    assert not differ, f"{said}: {differ[:5]}"


@pytest.mark.parametrize("seed", range(3))
def test_after_any_edits_the_site_is_a_clean_build_s(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    monkeypatch.setattr(hub, "find_engine", engine)
    at = place(tmp_path, seed)
    at.build()
    for _ in range(STEPS):
        for edit in at.chance.choices(EDITS, k=at.chance.choice([1, 1, 1, 2, 3])):
            edit(at)
            at.told.append(edit.__name__)
        at.build()
        compared(at, files(tmp_path / "site"), at.clean())


def test_an_index_that_grows_is_a_clean_build_s_that_goes_on_from_the_last_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hub, "find_engine", engine)
    monkeypatch.setattr(indexing, "SMALL", 0)
    at = place(tmp_path, 1)
    at.build()
    grew = 0
    for _ in range(STEPS):
        edit = at.chance.choice(EDITS[:10])
        edit(at)
        at.told.append(edit.__name__)
        before = tmp_path / "before"
        shutil.rmtree(before, ignore_errors=True)
        shutil.copytree(tmp_path / "site", before)
        at.build()
        made = files(tmp_path / "site")
        grew += any(name.startswith(f"{INDEX}/t/1-") for name in made)
        compared(at, made, at.clean(before))
    assert grew


def test_nothing_changed_makes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hub, "find_engine", engine)
    at = place(tmp_path, 0)
    assert at.build().made > 100
    before = {p: p.stat().st_mtime_ns for p in (tmp_path / "site").rglob("*")}
    assert at.build().made == 0
    assert {p: p.stat().st_mtime_ns for p in (tmp_path / "site").rglob("*")} == before


def test_an_edit_makes_what_it_touches_and_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hub, "find_engine", engine)
    at = place(tmp_path, 0)
    at.build()
    path = at.texts()[0]
    changed(path, "1. ", "1. Thêm chữ, ")
    why = at.build().why
    name = path.relative_to(at.content).as_posix()
    assert 1 <= len(why) < 8
    assert set(why.values()) <= {f"tệp đã đổi: {name}"}
    at.day += timedelta(days=2000)
    assert 0 < at.build().made < 100


def test_day_after_day_the_site_is_a_clean_build_s(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hub, "find_engine", engine)
    at = place(tmp_path, 0)
    at.build()
    for day in (date(2024, 7, 1), date(2026, 7, 2), date(2023, 7, 2)):
        at.day = day
        assert 0 < at.build().made < 120
        at.told.append(day.isoformat())
        compared(at, files(tmp_path / "site"), at.clean())
