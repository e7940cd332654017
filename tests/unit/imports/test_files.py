"""Importing files: what is written, what is refused, what is left alone."""

from __future__ import annotations

import json
import lzma
from typing import TYPE_CHECKING

import pytest

from bookcase.imports.jsonl import import_file

from .examples import LISTS

if TYPE_CHECKING:
    from pathlib import Path

    from bookcase.imports.report import ImportReport

AMENDED = {
    "rel": "được sửa đổi, bổ sung bởi",
    "type": "Luật",
    "number": "1/2026/QH16",
}


def record(**given: object) -> dict[str, object]:
    """Make a record; what is not given is harmless."""
    return {
        "id": "x-1",
        "number": "01/2026/TT-BTC",
        "type": "Thông tư",
        "kind": "phapdien-reconstructed",
        "title": "Về vườn",
        "issuer": "Bộ Tài chính",
        "issued": "2026-01-05",
        "source_url": "https://example.org/1",
        "text": "Điều 1. Vườn\n1. Trồng rau.",
        "n_articles": 99,
    } | given


def bring(folder: Path, *records: dict[str, object], jobs: int = 1) -> ImportReport:
    """Import records from a file of lines."""
    source = folder / "records.jsonl"
    lines = (json.dumps(one, ensure_ascii=False) for one in records)
    source.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return import_file(source, folder / "content", jobs=jobs, lists=LISTS)


def snapshot(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_a_record_becomes_two_files(tmp_path: Path) -> None:
    report = bring(tmp_path, record())
    folder = "van-ban/thong-tu/2026/01-2026-tt-btc"
    files = snapshot(tmp_path / "content")
    assert list(files) == [f"{folder}/document.yml", f"{folder}/phap-dien-2025-11.md"]
    assert files[f"{folder}/document.yml"].decode() == (
        "# yaml-language-server: "
        "$schema=../../../../_schema/document.schema.json\n"
        "id: thong-tu-01-2026-tt-btc\n"
        "number: 01/2026/TT-BTC\n"
        "type: thong-tu\n"
        "title: Về vườn\n"
        "issuers: [bo-tai-chinh]\n"
        "issued: 2026-01-05\n"
        "scope: {level: central}\n"
        "source:\n"
        '  - {url: "https://example.org/1"}\n'
        "versions:\n"
        '  - {text: codified, seen_on: "2025-11", complete: false}\n'
    )
    text = files[f"{folder}/phap-dien-2025-11.md"].decode()
    assert text == "---\ntitle: Về vườn\n---\n###### Điều 1. Vườn\n\n1. Trồng rau.\n"
    assert report.documents[0].units == {"article": 1, "clause": 1}


def test_importing_twice_changes_nothing(tmp_path: Path) -> None:
    records = (record(relations=[AMENDED]), record(id="x-2", number="02/2026/TT-BTC"))
    assert bring(tmp_path, *records).count("new") == 2
    before = snapshot(tmp_path / "content")
    report = bring(tmp_path, *records, jobs=2)
    assert snapshot(tmp_path / "content") == before
    assert report.count("same") == 2
    assert "0 changed" in report.summary()


def test_the_second_of_two_records_with_one_id_is_refused(tmp_path: Path) -> None:
    report = bring(tmp_path, record(), record(id="x-2", text="Điều 1. Khác"))
    assert [one.outcome for one in report.documents] == ["new", "refused"]
    (found,) = report.diagnostics
    assert (found.code, found.span.line) == ("IMP201", 2)
    assert found.message == (
        "bản ghi x-2 có cùng mã «thong-tu-01-2026-tt-btc» với bản ghi x-1 (dòng 1); "
        "không ghi đè"
    )
    texts = [data for name, data in snapshot(tmp_path).items() if name.endswith(".md")]
    assert [b"Tr\xe1\xbb\x93ng rau" in text for text in texts] == [True]


def test_a_work_from_another_source_is_not_overwritten(tmp_path: Path) -> None:
    bring(tmp_path, record())
    before = snapshot(tmp_path / "content")
    report = bring(tmp_path, record(id="x-9", source_url="https://example.org/9"))
    assert [one.code for one in report.diagnostics] == ["IMP202"]
    assert snapshot(tmp_path / "content") == before


def test_a_number_without_a_digit_is_none(tmp_path: Path) -> None:
    report = bring(tmp_path, record(number="này"))
    assert report.documents[0].id == "thong-tu-khong-so-2026-01-05"
    assert [one.code for one in report.diagnostics] == ["IMP102"]


def test_the_count_of_articles_is_never_read(tmp_path: Path) -> None:
    bring(tmp_path, record(n_articles=1))
    one = snapshot(tmp_path / "content")
    bring(tmp_path, record(n_articles="x"))
    assert snapshot(tmp_path / "content") == one


def test_a_number_of_a_consolidated_text_outweighs_what_the_record_calls_it(
    tmp_path: Path,
) -> None:
    report = bring(
        tmp_path,
        record(number="1/VBHN-VPQH", type="Luật", kind="original-gazette-pdf"),
    )
    (row,) = report.documents
    assert (row.id, row.kind) == (
        "van-ban-hop-nhat-1-vbhn-vpqh-2026-01-05",
        "consolidated",
    )


def test_bad_lines_are_findings(tmp_path: Path) -> None:
    source = tmp_path / "bad.jsonl.xz"
    good = json.dumps(record(issued="2024-13-45", kind="ai biết"))
    source.write_bytes(lzma.compress(f"{{\n[]\n{good}\n".encode()))
    report = import_file(source, tmp_path / "content", lists=LISTS)
    codes = [(one.code, one.span.line) for one in report.diagnostics]
    assert codes == [("IMP001", 1), ("IMP001", 2), ("IMP003", 3), ("IMP002", 3)]
    assert report.count("refused") == 2


def test_a_plain_text_is_imported_with_what_its_head_says(tmp_path: Path) -> None:
    source = tmp_path / "vuon.txt"
    source.write_text(
        "source_url: https://example.org/vuon\n\n"
        "CHÍNH PHỦ\nSố: 12/2026/NĐ-CP\nHà Nội, ngày 05 tháng 01 năm 2026\n"
        "NGHỊ ĐỊNH\nVề vườn cộng đồng\nCăn cứ Luật Vườn;\nĐiều 1. Vườn\nTrồng rau.\n",
        encoding="utf-8",
    )
    report = import_file(source, tmp_path / "content", lists=LISTS)
    assert report.documents[0].id == "nghi-dinh-12-2026-nd-cp"
    text = (
        tmp_path / "content/van-ban/nghi-dinh/2026/12-2026-nd-cp/document.yml"
    ).read_text(encoding="utf-8")
    assert "title: Về vườn cộng đồng\n" in text
    assert "issued: 2026-01-05\n" in text
    assert "issuers: [chinh-phu]\n" in text


def test_what_editors_wrote_in_relations_stays(tmp_path: Path) -> None:
    path = tmp_path / "content/_data/relations.yml"
    path.parent.mkdir(parents=True)
    path.write_text("# của biên tập viên\n", encoding="utf-8")
    bring(tmp_path, record(relations=[AMENDED]))
    assert path.read_text(encoding="utf-8") == (
        "# của biên tập viên\n"
        "- {from: luat-1-2026-qh16, rel: amends, to: thong-tu-01-2026-tt-btc, "
        'source: "https://example.org/1"}\n'
    )


def test_the_report_is_a_line_of_json_a_document(tmp_path: Path) -> None:
    (line,) = bring(tmp_path, record(text="Điều 1. QÐ")).json_lines()
    row = json.loads(line)
    assert row["record"] == "x-1"
    assert row["repairs"] == {"chữ Eth thay bằng Đ": 1}


@pytest.mark.parametrize("folder", ["../../ra-ngoai", "/goc"])
def test_no_record_leads_out_of_the_folder(tmp_path: Path, folder: str) -> None:
    bring(tmp_path, record(number=f"{folder}/2026/TT-BTC", type=folder))
    outside = [name for name in snapshot(tmp_path) if not name.startswith("content/")]
    assert outside == ["records.jsonl"]


def test_a_file_of_another_kind_is_one_finding(tmp_path: Path) -> None:
    source = tmp_path / "luat.pdf"
    source.write_bytes(b"%PDF-1.4\n" + b"\x00\xff\n" * 40)
    report = import_file(source, tmp_path / "content", lists=LISTS)
    assert [one.code for one in report.diagnostics] == ["IMP004"]
    assert report.count("refused") == 1
    assert not (tmp_path / "content").exists()
