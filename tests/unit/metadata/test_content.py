"""The content folder as one library."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import TYPE_CHECKING

import pytest

from bookcase.content.loading import load
from bookcase.content.texts import version_text
from bookcase.content.works import read_work_file
from bookcase.metadata.lists import read_lists
from bookcase.model.act import Version
from bookcase.model.lists import Lists
from tests.shared import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from bookcase.diagnostics import Diagnostic
    from bookcase.model.library import Library

LISTS = read_lists(ROOT / "content" / "_data").value
LAW = "van-ban/luat/2024/01-2024-qh15-mau"
LAW_YML = """\
id: mau-luat-01-2024-qh15-mau
number: 01/2024/QH15-MAU
type: luat
title: Luật Vườn cộng đồng
versions:
  - {from: 2025-01-01}
specimen: true
"""
TEXT = "---\ntitle: Luật Vườn cộng đồng\n---\n\n###### Điều 1. Phạm vi\n"
LEAFLET = """\
---
id: to-gap-vuon
kind: leaflet
title: Vườn chung
summary: Cùng trồng rau.
compiled_by: Tổ biên tập minh họa
responsible: Nguyễn Văn Mẫu
---

# Gấp trong
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Write a content folder of one law and one leaflet."""
    write(tmp_path, f"{LAW}/document.yml", LAW_YML)
    write(tmp_path, f"{LAW}/2025-01-01.md", TEXT)
    write(tmp_path, "to-gap/vuon.md", LEAFLET)
    return tmp_path


def write(root: Path, name: str, text: str) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def loaded(root: Path) -> tuple[Library, list[str]]:
    """Load, and tell each finding in one line."""
    result = load(root, lists=LISTS)
    return result.value, [told(one) for one in result.diagnostics]


def told(one: Diagnostic) -> str:
    return f"{one.span.path}: {one.code} {one.message}"


def test_a_sound_folder_has_no_findings(root: Path) -> None:
    library, found = loaded(root)
    assert found == []
    assert [work.id for work in library.works] == ["mau-luat-01-2024-qh15-mau"]
    assert [one.id for one in library.publications] == ["to-gap-vuon"]
    assert library.works[0].versions[0].path == f"{LAW}/2025-01-01.md"


def test_an_empty_folder_is_an_empty_library(tmp_path: Path) -> None:
    library, found = loaded(tmp_path)
    assert (library.works, library.publications, found) == ((), (), [])


def test_without_lists_nothing_is_checked_against_them(root: Path) -> None:
    write(root, f"{LAW}/document.yml", LAW_YML + "subjects: [vuon]\n")
    found = load(root).diagnostics
    assert [(one.code, one.level) for one in found] == [("META513", "warning")]


def test_files_and_rows_must_match(root: Path) -> None:
    write(root, f"{LAW}/2026-01-01.md", TEXT)
    (root / LAW / "2025-01-01.md").unlink()
    library, found = loaded(root)
    assert library.works[0].versions == ()
    assert found == [
        (
            f"{LAW}/2026-01-01.md: META503 tệp lời văn không có dòng nào trong "
            "versions của document.yml"
        ),
        (
            f"{LAW}/document.yml: META502 versions có dòng cho 2025-01-01.md nhưng "
            "không có tệp đó"
        ),
    ]


def test_where_the_rows_cannot_be_read_files_are_not_held_against_them(
    root: Path,
) -> None:
    write(root, f"{LAW}/document.yml", LAW_YML.replace("2025-01-01", "2025-1-1"))
    _, found = loaded(root)
    assert [one.partition(" ")[2][:7] for one in found] == ["META104"]


def test_translations_belong_to_their_version(root: Path) -> None:
    write(root, f"{LAW}/2025-01-01.en.md", TEXT)
    write(root, f"{LAW}/2026-01-01.en.md", TEXT)
    write(root, f"{LAW}/2025-01-01.xx.md", TEXT)
    library, found = loaded(root)
    assert library.works[0].versions[0].translations == (
        ("en", f"{LAW}/2025-01-01.en.md"),
        ("xx", f"{LAW}/2025-01-01.xx.md"),
    )
    assert found == [
        f"{LAW}/2025-01-01.xx.md: META508 không rõ ngôn ngữ «xx»",
        (
            f"{LAW}/2026-01-01.en.md: META508 bản dịch của một lời văn không có trong "
            "versions"
        ),
    ]


def test_of_two_works_with_one_id_the_second_is_refused(root: Path) -> None:
    copy = "van-ban/luat/2025/01-2024-qh15-mau"
    write(root, f"{copy}/document.yml", LAW_YML)
    write(root, f"{copy}/2025-01-01.md", TEXT)
    library, found = loaded(root)
    assert [work.folder for work in library.works] == [LAW]
    assert found == [
        (
            f"{copy}/document.yml: META506 mã «mau-luat-01-2024-qh15-mau» đã có ở "
            f"{LAW}/document.yml; văn bản này không được đưa vào"
        ),
        f"{copy}/document.yml: META202 văn bản nằm sai thư mục",
    ]


def test_a_document_too_high_up_is_read_and_told_where_it_belongs(
    tmp_path: Path,
) -> None:
    write(tmp_path, "van-ban/luat/01-2024-qh15-mau/document.yml", LAW_YML)
    write(tmp_path, "van-ban/luat/01-2024-qh15-mau/2025-01-01.md", TEXT)
    library, found = loaded(tmp_path)
    assert len(library.works) == 1
    assert found == [
        "van-ban/luat/01-2024-qh15-mau/document.yml: META202 văn bản nằm sai thư mục"
    ]


def test_a_folder_without_its_document_is_told(root: Path) -> None:
    (root / LAW / "document.yml").unlink()
    library, found = loaded(root)
    assert library.works == ()
    assert found == [f"{LAW}: META505 thư mục văn bản không có document.yml"]


def test_links_are_refused_and_never_read(root: Path, tmp_path: Path) -> None:
    write(tmp_path.parent, "secret.yml", "bí: mật")
    write(tmp_path.parent, "secret/x.md", LEAFLET)
    secret = tmp_path.parent / "secret.yml"
    for name in (
        "to-gap/lien-ket.md",
        f"{LAW}/effects.yml",
        f"{LAW}/attachments/a.pdf",
        "dia-phuong/01/00004.yml",
        "_data/relations.yml",
        "ngoai.md",
    ):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).symlink_to(secret)
    (root / "hoi-dap").symlink_to(tmp_path.parent / "secret")
    (root / "van-ban" / "nghi-dinh").symlink_to(root / "van-ban" / "luat")
    library, found = loaded(root)
    assert len(library.works) == len(library.publications) == 1
    assert library.works[0].effects == ()
    assert library.stated == ()
    assert found == [
        f"{name}: META501 liên kết (symlink); không đọc"
        for name in (
            "_data/relations.yml",
            "dia-phuong/01/00004.yml",
            "hoi-dap",
            "ngoai.md",
            "to-gap/lien-ket.md",
            f"{LAW}/attachments/a.pdf",
            f"{LAW}/effects.yml",
            "van-ban/nghi-dinh",
        )
    ]


@pytest.mark.parametrize("path", ["../x/document.yml", "/etc/document.yml"])
def test_a_path_that_leaves_the_content_is_not_read(root: Path, path: str) -> None:
    read = read_work_file(root, path)
    assert [one.code for one in read.diagnostics] == ["META501"]
    text = version_text(root, Version(None, path=path))
    assert [one.code for one in text.diagnostics] == ["META501"]
    assert text.value.body == ""


def test_what_has_no_meaning_is_told(root: Path) -> None:
    for name in (
        "ghi-chu.txt",
        "khac/a.md",
        "_data/mau.yml",
        "van-ban/a.md",
        f"{LAW}/a.pdf",
        f"{LAW}/ban-nhap/a.md",
        "to-gap/a.yml",
        "to-gap/2024/a.md",
        "dia-phuong/a.yml",
        "dia-phuong/01/a.txt",
    ):
        write(root, name, "")
    for name in ("index.md", "huong-dan/a.md", "to-gap/a.png", f"{LAW}/attachments/b"):
        write(root, name, "")
    _, found = loaded(root)
    strange = [one.partition(":")[0] for one in found if "META504" in one]
    assert strange == [
        *("_data/mau.yml", "dia-phuong/01/a.txt", "dia-phuong/a.yml"),
        *("ghi-chu.txt", "khac", "to-gap/2024", "to-gap/a.yml", "van-ban/a.md"),
        *(f"{LAW}/a.pdf", f"{LAW}/ban-nhap"),
    ]


def test_references_to_unknown_works_are_warnings(root: Path) -> None:
    more = """\
relations:
  based_on: [luat-99-2024-qh15, Luật Đất đai năm 2024]
  guides: [mau-luat-01-2024-qh15-mau]
"""
    write(root, f"{LAW}/document.yml", LAW_YML + more)
    write(root, f"{LAW}/effects.yml", "- {by: d1, on: luat-98-2024-qh15, op: repeal}\n")
    found = load(root, lists=LISTS).diagnostics
    assert [(str(one.span), one.level) for one in found] == [
        (f"{LAW}/document.yml:9:1", "warning"),
        (f"{LAW}/effects.yml:1:16", "warning"),
    ]
    assert "«luat-99-2024-qh15»" in found[0].message


def test_a_held_work_leaves_the_register(root: Path) -> None:
    write(
        root,
        "_data/register.csv",
        "item_id,number,type,title,issuer,issued,effective,in_codification_of\n"
        "1,31/2024/QH15,Luật,Đất đai,Quốc hội,2024-01-18,2024-08-01,2025-11\n"
        "2,60/2014/QH13,Luật,Hộ tịch,Quốc hội,2014-11-20,2016-01-01,2025-11\n",
    )
    folder = "van-ban/luat/2014/60-2014-qh13"
    text = "id: luat-60-2014-qh13\nnumber: 60/2014/QH13\ntype: luat\nversions: []\n"
    write(root, f"{folder}/document.yml", text)
    library, found = loaded(root)
    assert found == []
    assert [one.id for one in library.register] == ["luat-31-2024-qh15"]


def test_what_editors_add_to_the_register_gives_way_to_its_source(root: Path) -> None:
    head = "item_id,number,type,title,issuer,issued,effective,in_codification_of\n"
    added = (
        ",31/2024/QH15,Luật,Đất,Quốc hội,,,\n"
        ",27/2023/QH15,Luật,Nhà ở,Quốc hội,2023-11-27,2024-08-01,\n"
    )
    write(root, "_data/register-added.csv", head + added)
    given = "1,31/2024/QH15,Luật,Đất đai,Quốc hội,2024-01-18,2024-08-01,2025-11\n"
    write(root, "_data/register.csv", head + given)
    library, found = loaded(root)
    assert found == []
    assert [(one.id, one.title) for one in library.register] == [
        ("luat-27-2023-qh15", "Luật Nhà ở"),
        ("luat-31-2024-qh15", "Luật Đất đai"),
    ]


def test_handbooks_have_the_chapters_they_list(root: Path) -> None:
    book = LEAFLET.removeprefix("---\n").partition("---\n")[0]
    book = book.replace("to-gap-vuon", "so-tay-vuon").replace("leaflet", "handbook")
    write(root, "so-tay/vuon/handbook.yml", f"{book}chapters: [01-dat.md, 02-ray.md]\n")
    write(root, "so-tay/vuon/01-dat.md", "---\ntitle: Làm đất\n---\n\nĐất tơi.\n")
    write(root, "so-tay/vuon/03-nuoc.md", "---\ntitle: Tưới nước\n---\n")
    write(root, "so-tay/trong/a.png", "")
    library, found = loaded(root)
    (chapter,) = library.publications[0].chapters
    assert (chapter.name, chapter.title) == ("01-dat", "Làm đất")
    assert (chapter.body, chapter.line) == ("\nĐất tơi.\n", 4)
    assert found == [
        "so-tay/trong: META505 thư mục sổ tay không có handbook.yml",
        (
            "so-tay/vuon/03-nuoc.md: META509 chương không có trong chapters của "
            "handbook.yml"
        ),
        "so-tay/vuon/handbook.yml: META509 không có tệp chương «02-ray.md»",
    ]


def test_publications_and_communes_name_what_is_held(root: Path) -> None:
    write(root, "dia-phuong/04/00004.yml", 'code: "00004"\nleaflets: [to-gap-vuonn]\n')
    sms = LEAFLET.replace("to-gap-vuon", "tin-nhan-vuon").replace("leaflet", "sms")
    write(root, "tin-nhan/vuon.md", sms.replace("kind", "of: to-gap-rau\nkind"))
    library, found = loaded(root)
    assert library.localities["00004"].leaflets == ("to-gap-vuonn",)
    assert found == [
        "dia-phuong/04/00004.yml: META512 Phường Ba Đình không thuộc tỉnh có mã 04",
        "dia-phuong/04/00004.yml: META511 không có ấn phẩm nào mang mã «to-gap-vuonn»",
        "tin-nhan/vuon.md: META511 không có ấn phẩm nào mang mã «to-gap-rau»",
    ]


def test_a_version_text_has_a_title_and_nothing_else(root: Path) -> None:
    version = Version(None, path=f"{LAW}/2025-01-01.md")
    read = version_text(root, version)
    assert read.diagnostics == ()
    assert read.value.body == "\n###### Điều 1. Phạm vi\n"
    assert read.value.body_line == 4
    write(root, version.path, TEXT.replace("---\n", "---\nnumber: 1\n", 1))
    (found,) = version_text(root, version).diagnostics
    assert found.message == "không có trường «number»"


def test_a_missing_version_text_is_one_finding(root: Path) -> None:
    read = version_text(root, Version(None, path=f"{LAW}/goc.md"))
    assert [one.code for one in read.diagnostics] == ["FILE002"]


def test_workers_read_the_same_library() -> None:
    content = ROOT / "content"
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        assert load(content, executor=pool, chunksize=5) == load(content)


def test_the_starter_content_has_nothing_wrong() -> None:
    result = load(ROOT / "content")
    assert [told(one) for one in result.diagnostics if one.level != "info"] == []
    assert sum(work.specimen for work in result.value.works) >= 12
    assert isinstance(result.value.lists, Lists)


def test_a_stated_relation_comes_from_an_act_that_is_not_held(root: Path) -> None:
    row = "- {from: luat-99-2024-qh15, rel: amends, to: mau-luat-01-2024-qh15-mau}\n"
    write(root, "_data/relations.yml", row)
    library, found = loaded(root)
    assert [one.source for one in library.stated] == ["luat-99-2024-qh15"]
    assert found == []
