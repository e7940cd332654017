"""Find where annexes, forms and regulations issued with an act open.

A line of a list of contents that only names an annex opens nothing: the name comes
again further on, there with “(Kèm theo …)” or with more than a line below it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from bookcase.imports.patterns import (
    ACT_NUMBER,
    ANNEX,
    FORM,
    HEAD_OF_STATE,
    ISSUED_WITH,
    ISSUED_WITH_INSIDE,
    article,
    is_caps,
    without_blanks,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bookcase.imports.draft import Line

What = Literal["annex", "form", "attached"]

_HANGING = re.compile(r"(?:,|\b(?:và|của|số|tại|theo|hoặc|các|với|trong|từ|là|được))$")
_CITED = (
    "Phụ lục",
    "Thông tư",
    "Nghị định",
    "Nghị quyết",
    "Quyết định",
    "Luật",
    "Điều",
    "Danh mục",
)
_REGULATION = re.compile(
    r"(?:QUY CHẾ|QUY ĐỊNH|ĐIỀU LỆ|QUY TẮC|NỘI QUY|QUY TRÌNH)\b", re.IGNORECASE
)
_ANY_ISSUED = re.compile(
    r"(?:QUY CHẾ|QUY ĐỊNH|ĐIỀU LỆ|QUY TẮC|NỘI QUY|QUY TRÌNH|QUY CHUẨN|CHƯƠNG TRÌNH|"
    r"KẾ HOẠCH|ĐỀ ÁN|CHIẾN LƯỢC|DANH MỤC|BIỂU|HƯỚNG DẪN|BẢNG|ĐỊNH MỨC|PHƯƠNG ÁN|"
    r"HỆ THỐNG|CÁC |MẪU |NHIỆM VỤ|NỘI DUNG|DANH SÁCH|CHẾ ĐỘ)"
)
_BACK, _NEAR, _CONTENTS, _SENTENCE, _LONGEST = 4, 4, 3, 60, 250
_RUN, _CLOSE = 4, 6
_NOTE = re.compile(r"\d{1,3}")
"""A footnote's number glued to a form's: “Mẫu số 8:19”."""

_PLAIN_ANNEX = "phụ lục"


@dataclass(frozen=True, slots=True)
class Act:
    """The act whose annexes are looked for: its number, and whether it is merged."""

    number: str

    @property
    def consolidated(self) -> bool:
        """Tell whether it is a consolidated text, which names its base's number."""
        return "VBHN" in self.number

    def is_named(self, text: str) -> bool:
        """Tell whether a text names this act by its number."""
        numbers = ACT_NUMBER.findall(text)
        own = any(_plain(one) == _plain(self.number) for one in numbers)
        return own or (self.consolidated and bool(numbers))


def find_openings(lines: Sequence[Line], start: int, act: Act) -> dict[int, What]:
    """Return what opens where, from a position on, in order."""
    found: dict[int, What] = {}
    for pos in range(start, len(lines)):
        text = lines[pos].text
        if text[0] == "P" and is_annex(lines, pos):
            found[pos] = "annex"
        elif text[0] in "MB" and is_form(lines, pos):
            found[pos] = "form"
    found = _without_contents(lines, found)
    for pos in range(start, len(lines)):
        title = _attached_title(lines, (start, pos), found, act)
        if title is not None:
            found[title] = "attached"
    return dict(sorted(found.items()))


def is_annex(lines: Sequence[Line], pos: int) -> bool:
    """Tell whether a line opens an annex, and does not only speak of one."""
    found = ANNEX.match(lines[pos].text)
    if not found or _hangs(lines, pos):
        return False
    title, number, sep = found["title"], found["number"], found["sep"].strip()
    if not number and re.match(r"[IVXLC\d]+[\s,;.]", title):
        return False
    if not title or title[0] == "(" or is_caps(title):
        return True
    return bool(sep and number) and title[0].isupper() and not title.startswith(_CITED)


def is_form(lines: Sequence[Line], pos: int) -> bool:
    """Tell whether a line opens a form, and does not only speak of one."""
    found = FORM.match(lines[pos].text)
    if not found or _hangs(lines, pos):
        return False
    title = without_blanks(found["title"])
    coded = re.match(r"[A-Z]", found["number"]) or "." in found["number"]
    if found["word"] == "Biểu" and not coded:
        return False
    noted = found["sep"].strip() and _NOTE.fullmatch(title)
    if not title or title[0] == "(" or noted or is_caps(title):
        return True
    named = "số" in found["word"].lower() or found["sep"].strip() or coded
    return bool(named) and title[0].isupper() and not title.startswith(_CITED)


def says_issued(lines: Sequence[Line], pos: int) -> bool:
    """Tell whether “(Kèm theo …)” stands in a line or soon behind it."""
    return any(map(_issued_with, (line.text for line in lines[pos : pos + 1 + _NEAR])))


def _issued_with(text: str) -> bool:
    return bool(ISSUED_WITH.match(text) or ISSUED_WITH_INSIDE.search(text))


def _hangs(lines: Sequence[Line], pos: int) -> bool:
    """Tell whether the sentence before a line is not over: the line goes on with it."""
    before = lines[pos - 1].text if pos else ""
    return len(before) >= _SENTENCE and bool(_HANGING.search(before))


def _without_contents(lines: Sequence[Line], found: dict[int, What]) -> dict[int, What]:
    """Drop those that only stand in a list of contents, and a form's second naming."""
    names = {pos: _name(lines[pos].text) for pos in sorted(found)}
    listed = _listed(lines, found, names)
    kept: dict[int, What] = {}
    seen: set[str] = set()
    for pos, name in names.items():
        if found[pos] == "annex":
            seen = set()
        twice = found[pos] == "form" and name in seen
        if pos in listed or twice or _divides(pos, found, names, listed):
            continue
        kept[pos] = found[pos]
        seen.add(name)
    return kept


def _divides(
    pos: int, found: dict[int, What], names: dict[int, str], listed: set[int]
) -> bool:
    """Tell whether a plain “PHỤ LỤC” only stands over the list of the annexes."""
    if names[pos] != _PLAIN_ANNEX:
        return False
    after = [at for at in names if at > pos]
    kept = next((at for at in after if at not in listed), None)
    return (
        bool(after)
        and after[0] in listed
        and kept is not None
        and (found[kept] == "annex" and found[after[0]] == "annex")
    )


def _listed(
    lines: Sequence[Line], found: dict[int, What], names: dict[int, str]
) -> set[int]:
    """Return the positions that stand in lists of contents.

    A list is a run of names close to one another, of which most come again behind it;
    or a single name that comes again in the same annex with no more than a line below.
    """
    order = list(names)
    listed: set[int] = set()
    for run in _runs(names):
        again = {name for at, name in names.items() if at > run[-1]}
        recur = [at for at in run if names[at] in again]
        if len(run) >= _RUN and 2 * len(recur) >= len(run):
            listed |= {at for at in run if not says_issued(lines, at)}
    for place, pos in enumerate(order):
        rest = order[place + 1 :]
        after = rest[0] if rest else len(lines)
        if found[pos] == "annex" and says_issued(lines, pos):
            continue
        again_at = [at for at in rest if names[at] == names[pos]]
        if found[pos] == "form":
            annex = next((at for at in rest if found[at] == "annex"), len(lines))
            again_at = [at for at in again_at if at < annex]
        issued = found[pos] == "annex" and any(
            says_issued(lines, at) for at in again_at
        )
        if again_at and (after - pos <= _CONTENTS or issued):
            listed.add(pos)
    return listed


def _runs(names: dict[int, str]) -> Iterator[list[int]]:
    """Part positions into runs that stand close to one another and name each once."""
    run: list[int] = []
    for pos, name in names.items():
        if run and (pos - run[-1] > _CLOSE or name in {names[at] for at in run}):
            yield run
            run = []
        run.append(pos)
    if run:
        yield run


def _attached_title(
    lines: Sequence[Line], place: tuple[int, int], found: dict[int, What], act: Act
) -> int | None:
    """Return where the title of a regulation starts that says it was issued with.

    ``place`` is the first position to look at, and that of the line that says it.
    """
    start, pos = place
    text = lines[pos].text
    if not _issued_with(text) or not act.is_named(text):
        return None
    nested = any(kind == "annex" for at, kind in found.items() if at < pos)
    pattern = _REGULATION if nested else _ANY_ISSUED
    for first in range(pos, max(start - 1, pos - _BACK), -1):
        head = lines[first].text
        if first in found or (first < pos and not _is_title_line(head)):
            return None
        if pattern.match(head) and is_caps(head.split("(", 1)[0]):
            return first
    return None


def _is_title_line(text: str) -> bool:
    if HEAD_OF_STATE.search(text) or text.endswith((".", ";", "/.")):
        return False
    return len(text) < _LONGEST and not article(text)


def _name(text: str) -> str:
    if annex := ANNEX.match(text):
        return annex["mark"].casefold().rstrip(".: ")
    form = FORM.match(text)
    if not form:
        return text
    return f"{form['word']} {form['number'].lstrip('0')}".casefold()


def _plain(number: str) -> str:
    return re.sub(r"[^0-9A-Z]", "", number.upper().replace("Đ", "D"))
