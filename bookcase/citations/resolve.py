"""What a citation leads to: a provision of an act, in the version of a day."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from bookcase.citations.known import head_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from bookcase.citations.context import Context, Texts
    from bookcase.citations.known import Acts, Known
    from bookcase.citations.naming import ActName
    from bookcase.citations.scan import Citation


class Found(StrEnum):
    """How far a citation leads."""

    RESOLVED = "resolved"
    NOT_HELD = "not-held"  # known by the register only
    UNKNOWN = "unknown"
    AMBIGUOUS = "ambiguous"
    NO_SUCH_UNIT = "no-such-unit"  # the act is held and has no such provision


class Resolved(NamedTuple):
    """A citation and what it leads to.

    Attributes:
        start: Where its words begin, in code points.
        end: Where they end.
        work: The id of the act; an unknown one's is what its number makes, else empty.
        unit: The provision's id there, empty for the whole act.
        status: How far it leads.
        version: The name of the version in force on the citing text's day.
        candidates: The acts that an ambiguous one may mean.
        reason: Why it leads nowhere, or what was put right so that it does.
    """

    start: int
    end: int
    work: str
    unit: str
    status: Found
    version: str = ""
    candidates: tuple[str, ...] = ()
    reason: str = ""


_NO_ACT = "không rõ lời văn này, hay lời được trích này, là của văn bản nào"
_NO_PLACE = "không rõ lời văn này nằm ở điều, khoản nào"
_TYPES_OF_LAW = frozenset({"luat", "bo-luat", "phap-lenh"})
_BELOW_LAW = ("nghi-dinh-", "thong-tu-", "quyet-dinh-", "chi-thi-")
_YEAR = re.compile(r"-((?:19|20)\d\d)(?=-)")
_SEGMENT = r"(?:[^.]+\.)*?"
_HERE = {
    "@d": re.compile(rf"{_SEGMENT}d\d+[a-z]*(?=\.|$)"),
    "@k": re.compile(rf"{_SEGMENT}k\d+[a-z]*(?:-\d+)*(?=\.|$)"),
    "@p": re.compile(r".+"),
    "@kt": re.compile(r"kt\d+"),
    "@pl": re.compile(rf"{_SEGMENT}pl\d+[a-z]*(?=\.|$)"),
    "@mau": re.compile(rf"{_SEGMENT}mau\d+[a-z]*(?=\.|$)"),
}
_AROUND = {"@c": "c", "@m": "m", "@tm": "tm", "@pt": "p"}
_OF_PART = re.compile(r"(?:^|(?<=\.))p\d+\.(?=c\d)")
_IN_ARTICLE = re.compile(r"k\d|gach-|doan-|ten$")
_POINT = re.compile(r"(?!(?:[dkcmp]|tm|kt|pl|mau)\d)(?:dd|[a-z])\d*(?:\.|$)")


def resolve(
    citation: Citation, context: Context, acts: Acts, texts: Texts | None = None
) -> Resolved:
    """Return what a citation leads to.

    Args:
        citation: As found in the text.
        context: Where the text stands.
        acts: What there is.
        texts: The texts of held acts; without them no provision is looked up.
    """
    act, unit = citation.act, citation.unit
    start, end, mended = citation.start, citation.end, citation.mended
    reason = f"chữ in sai, đọc là: {mended}" if mended else ""
    if act is None:
        work, own = _own(citation, context)
        if not work or own is None:
            why = _NO_PLACE if work else _NO_ACT
            return Resolved(start, end, work, unit, Found.UNKNOWN, reason=why)
        found = Resolved(start, end, work, own, Found.UNKNOWN, reason=reason)
        return _in_act(found, context, acts, texts)
    ids = _ids(act, context, acts)
    if len(ids) > 1:
        return Resolved(start, end, "", unit, Found.AMBIGUOUS, "", ids, reason)
    if not ids:
        why = _why_unknown(act)
        return Resolved(start, end, "", unit, Found.UNKNOWN, reason=why)
    told = "; ".join(filter(None, (act.mended, reason)))
    found = Resolved(start, end, ids[0], unit, Found.UNKNOWN, reason=told)
    return _in_act(found, context, acts, texts)


def _in_act(
    found: Resolved, context: Context, acts: Acts, texts: Texts | None
) -> Resolved:
    """Look a provision up in its act."""
    known = acts.by_id.get(found.work)
    own = found.work == context.work
    if known is None and not own:
        why = "số này không có trong tủ sách hay danh mục văn bản đã biết"
        return found._replace(reason="; ".join(filter(None, (found.reason, why))))
    if known and not known.held:
        return found._replace(status=Found.NOT_HELD, unit=_usual(found.unit))
    if texts is None:
        return found._replace(status=Found.RESOLVED, unit=_usual(found.unit))
    return _placed(found, context, texts)


def _usual(unit: str) -> str:
    """Return the id that a chapter most often has: numbered through all Phần."""
    return _OF_PART.sub("", unit)


def _placed(found: Resolved, context: Context, texts: Texts) -> Resolved:
    """Look a provision up in the version of the day."""
    version = texts.version(found.work, context.day)
    if not found.unit or not version:
        return found._replace(status=Found.RESOLVED, version=version)
    own = found.work == context.work
    tried = [found.unit]
    if own and (annex := _HERE["@pl"].match(context.unit)):
        tried.insert(0, f"{annex[0]}.{found.unit}")
    for unit in tried:
        if place := texts.place(found.work, context.day, unit):
            return found._replace(unit=place, status=Found.RESOLVED, version=version)
    why = "văn bản không có điều, khoản, điểm, phụ lục này"
    return found._replace(status=Found.NO_SUCH_UNIT, version=version, reason=why)


def _own(citation: Citation, context: Context) -> tuple[str, str | None]:
    """Return the act and unit of a citation that names no other act.

    Inside a quote it is the act whose words are quoted. What says *này* follows from
    the unit that says it, and so does a clause or point alone.
    """
    work = context.quoted_on or context.work
    unit = citation.unit
    if not _is_of(work, citation.own):
        return "", unit
    if context.amends and not citation.own and unit and not unit.startswith("@"):
        return context.amends, unit
    if unit.startswith("@"):
        return work, _of_here(unit, context)
    if not unit or citation.own:
        return work, unit
    around = _cut(context.unit, "@d")
    if _POINT.match(unit):
        around = _cut(context.unit, "@k") or (f"{around}._" if around else "")
    elif not _IN_ARTICLE.match(unit):
        regulation = "" if unit.startswith("kt") else _cut(context.unit, "@kt")
        return work, f"{regulation}.{unit}".lstrip(".")
    return work, f"{around}.{unit}" if around else None


def _is_of(work: str, type_: str) -> bool:
    """Tell whether an act may call itself so: a decree is no *Luật này*."""
    kind = work.removeprefix("mau-")
    laws = type_ in _TYPES_OF_LAW and kind.startswith(_BELOW_LAW)
    decrees = type_ == "nghi-dinh" and kind.startswith(("luat-", "thong-tu-"))
    return not laws and not decrees


def _of_here(unit: str, context: Context) -> str | None:
    """Return the address of *Điều này*, *Chương này*, and what is in them."""
    head, _, rest = unit.partition(".")
    around = _cut(context.unit, head) if head in _HERE else ""
    if begins := _AROUND.get(head):
        around = next(filter(None, map(_headed(begins), context.around[::-1])), "")
    if head == "@kt" and not around:
        around = "kt1"
    if not around:
        return None
    return f"{around}.{rest}" if rest else around


def _headed(begins: str) -> Callable[[str], str]:
    """Return what picks an id whose last part begins so, with a number behind."""
    pattern = re.compile(rf"(?:.*\.)?{begins}\d+[a-z]*")
    return lambda id_: id_ if pattern.fullmatch(id_) else ""


def _cut(unit: str, head: str) -> str:
    found = _HERE[head].match(unit)
    return found[0] if found else ""


def _ids(act: ActName, context: Context, acts: Acts) -> tuple[str, ...]:
    """Return the ids of the acts that a name may mean."""
    if act.number:
        return _of_number(act, context, acts)
    if told := context.names.acts.get(act.key):
        return (told,)
    if act.bare and context.work.removeprefix("mau-").startswith(f"{act.type}-"):
        return (context.work,)
    found = _of_kind(acts.by_name.get(act.key, ()), context)
    if act.year:
        found = [one for one in found if act.year in {*_years(one)}]
    elif act.issued:
        found = [one for one in found if one.issued == act.issued]
    elif context.day:
        found = _on_day(found, context.day)
    return tuple(one.id for one in found)


def _of_number(act: ActName, context: Context, acts: Acts) -> tuple[str, ...]:
    if act.id in acts.by_id:
        return (act.id,)
    head = head_of(act.id)
    if told := context.names.numbers.get(head):
        return (told,)
    return acts.heads.get(head, (act.id,))


def _of_kind(found: Sequence[Known], context: Context) -> list[Known]:
    """Keep invented examples and real acts apart, each in texts of its own kind."""
    if not context.work:
        return list(found)
    invented = context.work.startswith("mau-")
    same = [one for one in found if one.specimen == invented]
    return same or [one for one in found if invented]


def _years(one: Known) -> Iterator[str]:
    """Yield the years by which people know an act: of issue, of its number."""
    if one.issued:
        yield str(one.issued.year)
    elif said := _YEAR.search(one.id):
        yield said[1]


def _on_day(found: Sequence[Known], day: date) -> list[Known]:
    """Return the act of a name that holds on a day; all where names only look alike."""
    if len({one.title.lower() for one in found}) > 1:
        return list(found)
    issued = [one for one in found if one.issued and one.issued <= day]
    begun = [one for one in issued if (one.effective or day) <= day]
    if begun:
        return [max(begun, key=lambda one: one.issued or day)]
    return issued[-1:] or (list(found) if not any(o.issued for o in found) else [])


def _why_unknown(act: ActName) -> str:
    if act.key and (act.year or act.issued):
        return f"không biết văn bản «{act.title}» nào của năm hay ngày này"
    if act.key:
        return f"chưa có «{act.title}» nào vào ngày mà lời văn nói đến"
    return f"không có văn bản nào tên «{act.title}» trong tủ sách hay danh mục"
