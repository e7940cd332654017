"""Read one plain text with what little its first lines say of it.

Lines ``khóa: giá trị`` at the top (as in a front matter, with or without ``---``) are
facts: ``number``, ``type``, ``title``, ``issuer``, ``issued``, ``effective``,
``source_url``, ``kind``. Without them number, type and day are read from the head; a
text without a head has its number in its file's name (``25-2008-QH12.txt``), and its
type in what it calls itself (*Luật này*). A consolidated text has its number where it
is authenticated: what its head numbers are other acts.
"""

from __future__ import annotations

import json
import re
from collections import Counter

from bookcase.imports.merged import TYPE_NAME, number_in_name, read_merged
from bookcase.imports.record import Record, read_record

_FACT = re.compile(
    r"(number|type|title|issuer|issued|effective|source_url|kind)\s*:\s*(.+)"
)
_NUMBER = re.compile(r"(?:Luật số|Số)\s*:\s*(\d[\w/.&-]*[\wĐ])")
_DAY = re.compile(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})")
_TYPES = (
    "Bộ luật",
    "Luật",
    "Pháp lệnh",
    "Nghị quyết",
    "Nghị định",
    "Quyết định",
    "Thông tư liên tịch",
    "Thông tư",
    "Chỉ thị",
)
_HEAD = 16
_NAMED = re.compile(r"(?<!\d)(\d{1,5})[-_](\d{4})[-_]([A-ZĐ][\wĐ-]*)\.\w+$")
_OWN = re.compile(rf"(?<!\w)({'|'.join(_TYPES)}) này(?!\w)")


def read_plain(text: str, path: str) -> Record:
    """Return the record of a plain text; ``path`` names its file."""
    facts, body = _facts(text)
    lines = [line.strip() for line in body.splitlines() if line.strip()]
    sources = (_from_head(lines[:_HEAD]), _from_name(path), _from_words(body))
    merged = _consolidated(lines, path)
    for told in (merged,) if merged else sources:
        facts = told | facts
    facts.setdefault("kind", "original-gazette-pdf")
    data = {"id": path, **facts, "text": body}
    record = read_record(json.dumps(data), path, 1).value
    if record is None:  # never: the text is there
        return Record(path, "gazette", "", "", body, path=path)
    return record


def _facts(text: str) -> tuple[dict[str, str], str]:
    facts: dict[str, str] = {}
    lines = text.split("\n")
    pos = 0
    while pos < len(lines):
        line = lines[pos].strip()
        found = _FACT.fullmatch(line)
        if found:
            facts[found[1]] = found[2].strip().strip("\"'")
        elif line not in {"---", ""}:
            break
        pos += 1
    return facts, "\n".join(lines[pos:])


def _consolidated(lines: list[str], path: str) -> dict[str, str]:
    """Return what an official consolidated text is; nothing for another text."""
    said = read_merged(lines)
    number = said.number or number_in_name(path.rpartition("/")[2])
    if not number:
        return {}
    day = {"issued": said.issued.isoformat()} if said.issued else {}
    return {"number": number, "type": TYPE_NAME} | day


def _from_name(path: str) -> dict[str, str]:
    """Return the number that a file's name has: its last part with a year."""
    found = _NAMED.search(path.rpartition("/")[2])
    return {"number": f"{found[1]}/{found[2]}/{found[3]}"} if found else {}


def _from_words(body: str) -> dict[str, str]:
    """Return the type by which a text calls itself most often."""
    counts = Counter(_OWN.findall(body))
    return {"type": counts.most_common(1)[0][0]} if counts else {}


def _from_head(head: list[str]) -> dict[str, str]:
    facts: dict[str, str] = {}
    for line in head:
        if (found := _NUMBER.search(line)) and "number" not in facts:
            facts["number"] = found[1]
        if (day := _DAY.search(line)) and "issued" not in facts and ", ngày" in line:
            year, month, number = int(day[3]), int(day[2]), int(day[1])
            facts["issued"] = f"{year:04}-{month:02}-{number:02}"
        name = next((one for one in _TYPES if line.startswith(one.upper())), None)
        if name and "type" not in facts:
            facts["type"] = name
    return facts
