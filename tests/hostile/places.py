"""Everywhere that an editor's words stand: files that put a payload there."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from .tiny import head

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

Files = dict[str, str]
COMMUNES = 10_000
"""Code of the first commune of the payloads."""


def files(payloads: Sequence[str]) -> Files:
    """Return files with each payload in every place, numbered from 0."""
    made: Files = {"so-tay/sach/handbook.yml": _handbook(len(payloads))}
    for number, payload in enumerate(payloads):
        made.update(_files(number, payload))
    return made


def pages(number: int) -> Mapping[str, str]:
    """Return the addresses of the pages that show a payload, by the place's name."""
    return {
        "publication": f"hoi-dap/b{number}.html",
        "fields of a publication": f"hoi-dap/t{number}.html",
        "hub page": f"huong-dan/h{number}.html",
        "front matter of a hub page": f"huong-dan/f{number}.html",
        "chapter": f"so-tay/sach/c{number}.html",
        "leaflet": f"to-gap/g{number}.html",
        "quiz": f"trac-nghiem/q{number}.html",
        "transcript": f"da-phuong-tien/m{number}.html",
        "law": f"van-ban/luat/2024/{_tail(number)}.html",
        "locality": f"dia-phuong/01/{COMMUNES + number}.html",
    }


def sources(number: int) -> Mapping[str, str]:
    """Return the files that hold a payload, by the place's name."""
    return {
        "publication": f"hoi-dap/b{number}.md",
        "fields of a publication": f"hoi-dap/t{number}.md",
        "hub page": f"huong-dan/h{number}.md",
        "front matter of a hub page": f"huong-dan/f{number}.md",
        "chapter": f"so-tay/sach/c{number}.md",
        "leaflet": f"to-gap/g{number}.md",
        "quiz": f"trac-nghiem/q{number}.yml",
        "transcript": f"da-phuong-tien/m{number}.yml",
        "law": f"van-ban/luat/2024/{_tail(number)}/2024-07-01.md",
        "locality": f"dia-phuong/01/{COMMUNES + number}.yml",
    }


def commune_rows(count: int) -> str:
    """Return rows of the list of communes for as many payloads."""
    return "".join(
        f"{COMMUNES + number},01,Xã Mẫu {number},xã,1.0,21.0,105.0\n"
        for number in range(count)
    )


def _files(number: int, payload: str) -> Iterator[tuple[str, str]]:
    where, said = sources(number), json.dumps(payload, ensure_ascii=False)
    title = json.dumps(payload.partition("\n")[0], ensure_ascii=False)
    qa = head(f"hoi-dap-b{number}")
    fields = head(f"hoi-dap-t{number}", title=said, summary=said, compiled_by=said)
    yield where["publication"], f"---\n{qa}---\n\n{payload}\n"
    yield where["fields of a publication"], f"---\n{fields}legal_basis: [{said}]\n---\n"
    yield where["hub page"], f"---\ntitle: Trang {number}\n---\n\n{payload}\n"
    yield (
        where["front matter of a hub page"],
        f"---\ntitle: {said}\ndescription: {said}\n---\n\n# {title}\n\nchữ\n",
    )
    yield where["chapter"], f"---\ntitle: {said}\n---\n\n{payload}\n"
    leaflet = head(f"to-gap-g{number}", kind="leaflet")
    panels = ("Gấp trong", "Trong 1", "Trong 2", "Trong 3")
    body = "\n\n".join(f"# {name}\n\n{payload}" for name in panels)
    yield where["leaflet"], f"---\n{leaflet}---\n\n{body}\n"
    yield where["quiz"], _quiz(number, said)
    media = head(f"da-phuong-tien-m{number}", kind="media", title=said)
    yield where["transcript"], f"{media}transcript: {said}\n"
    folder = where["law"].rpartition("/")[0]
    yield f"{folder}/document.yml", _work(number, said)
    yield where["law"], _law(payload)
    yield where["locality"], _locality(number, said)


def _handbook(count: int) -> str:
    names = "".join(f"  - c{number}.md\n" for number in range(count))
    return f"{head('so-tay-sach', kind='handbook')}chapters:\n{names}"


def _quiz(number: int, said: str) -> str:
    return (
        f"{head(f'trac-nghiem-q{number}', kind='quiz')}questions:\n"
        f"  - {{id: a, type: single, text: {said}, explanation: {said}, basis: {said},"
        f" options: [{{text: {said}, correct: true}}, {{text: {said}}}]}}\n"
        f"  - {{id: b, type: case, text: {said}, questions: [{{id: c,"
        f" type: true-false, text: {said}, answer: true}}]}}\n"
    )


def _tail(number: int) -> str:
    return f"{number + 100}-2024-qh15-mau"


def _work(number: int, said: str) -> str:
    return (
        f"id: mau-luat-{_tail(number)}\nnumber: {number + 100}/2024/QH15-MAU\n"
        f"type: luat\ntitle: {said}\nshort_titles: [{said}]\nissuers: [quoc-hoi]\n"
        f"signers:\n  - {{name: {said}, title: {said}}}\nissued: 2024-01-02\n"
        f"gazette: {{number: {said}}}\nsource:\n  - {{note: {said}}}\n"
        f"relations: {{based_on: [{said}]}}\nversions:\n"
        "  - {from: 2024-07-01, text: as-enacted}\nspecimen: true\n"
    )


def _law(payload: str) -> str:
    line = payload.replace("\n", " ")
    cell = line.replace("|", "\\|")
    return (
        f"---\ntitle: Luật Mẫu\n---\n\n::: mo-dau\n{payload}\n:::\n\n"
        f"## Chương I. {line}\n\n###### Điều 1. {line}\n\n{payload}\n\n1. {line}\n\n"
        f"a) {line}\n\n- {line}\n\n> “Điều 2. {line}\n> {line}”\n\n"
        f"| a | {cell} |\n|---|---|\n| {cell} | b |\n\n"
        f'<table class="h4ck" onclick="h4ck()"><tr><td style="h4ck" rowspan="2"'
        f' onclick="h4ck()">{payload}</td></tr></table>\n\n'
        f"![{line}](attachments/a.png)\n\nchữ[^1]\n\n[^1]: {line}\n\n"
        f"::: chu-ky\n{line}\n:::\n"
    )


def _locality(number: int, said: str) -> str:
    return (
        f'code: "{COMMUNES + number}"\ncontacts:\n'
        f"  - {{role: police, name: {said}, phone: {said}, email: {said},"
        f" address: {said}, hours: {said}}}\n"
        f"notices:\n  - {{title: {said}, text: {said}}}\n"
        f"broadcasts:\n  - {{days: {said}, time: {said}}}\n"
    )
