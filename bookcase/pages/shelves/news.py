"""What is new: acts and publications that came, what changed, by subject and province.

Which of it is shown depends on days in the content and on the catalog's own day only
where that passes one of these, so that a build on another day writes the same.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from bookcase.history.upcoming import upcoming
from bookcase.model.publication import KIND_NAMES
from bookcase.pages.markup import day
from bookcase.pages.shelves.calendar import TITLE as AHEAD_TITLE
from bookcase.pages.shelves.calendar import URL as AHEAD_URL
from bookcase.pages.shelves.calendar import CalendarPage, Entry, entry_of
from bookcase.pages.shelves.shelf import province_of
from bookcase.pages.view import Link

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bookcase.model.act import Work
    from bookcase.model.publication import Publication
    from bookcase.pages.catalog import Catalog

URL = "theo-doi.html"
TITLE = "Theo dõi cái mới"
FOLDER = "theo-doi"
NEW, CHANGED = f"{FOLDER}/moi.xml", f"{FOLDER}/thay-doi.xml"
MOST = 40
"""How many entries a feed has: the last ones."""
LOOKED_BACK = 365
"""For how many days before the last that the content names changes are told."""
SPECIMEN = " (văn bản minh họa)"


class News(NamedTuple):
    """Something that one may want to be told of.

    Attributes:
        key: What feeds know it by, the same in every build.
        title: In one line.
        link: The page to open.
        told: The day on which it came to be so.
        lines: What there is to say, each a line.
    """

    key: str
    title: str
    link: Link
    told: date
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Feed:
    """Some news under one name.

    Attributes:
        path: The file, relative to the site's root, without ending.
        title: What it tells of.
        page: The page that shows the same.
        news: The latest first.
        ahead: What is to come, for a calendar.
    """

    path: str
    title: str
    page: str
    news: tuple[News, ...]
    ahead: tuple[Entry, ...] = ()

    @property
    def file(self) -> str:
        """Return the address of the feed."""
        return f"{self.path}.xml"

    @property
    def calendar(self) -> str:
        """Return the address of the calendar, empty where nothing is to come."""
        return f"{self.path}.ics" if self.ahead else ""


@dataclass(frozen=True, slots=True)
class FollowPage:
    """The page that says how to follow what is new."""

    general: tuple[Link, ...]
    subjects: tuple[tuple[Link, str, str], ...]
    provinces: tuple[tuple[Link, str, str], ...]
    url: str = URL
    title: str = TITLE


def feeds_of(catalog: Catalog, ahead: CalendarPage) -> tuple[Feed, ...]:
    """Return all feeds: the general ones, those of subjects, those of provinces.

    Every shelf of a subject or province has one, so that its page can name it.
    """
    new, changed = tuple(_new(catalog)), tuple(_changed(catalog))
    coming = [one for of_day in ahead.days for one in of_day.entries]
    feeds = [
        Feed(NEW[:-4], "Văn bản và bài mới trong tủ sách", "index.html", latest(new)),
        Feed(CHANGED[:-4], "Văn bản vừa thay đổi", AHEAD_URL, latest(changed)),
    ]
    for facet, names in (("linh-vuc", _subjects(catalog)), ("tinh", _places(catalog))):
        sorted_news, sorted_ahead = _sorted_in(catalog, facet, (*new, *changed), coming)
        for key, name in names.items():
            page, path = f"ke/{facet}/{key}.html", f"{FOLDER}/{facet}/{key}"
            news, later = latest(sorted_news[key]), tuple(sorted_ahead[key])
            feeds.append(Feed(path, f"{name}: văn bản, bài mới", page, news, later))
    return tuple(feeds)


def follow_page(feeds: Iterable[Feed]) -> FollowPage:
    """Return the page that leads to all feeds."""
    held: dict[str, list[tuple[Link, str, str]]] = defaultdict(list)
    for one in feeds:
        parts = one.path.split("/")
        facet = parts[1] if len(parts) > len(("theo-doi", "moi")) else ""
        name = one.title.partition(":")[0] if facet else one.title
        held[facet].append((Link(name, one.page), one.file, one.calendar))
    general = [Link(link.label, file) for link, file, _ in held[""]]
    general.append(Link(AHEAD_TITLE, "lich-hieu-luc.xml"))
    return FollowPage(tuple(general), tuple(held["linh-vuc"]), tuple(held["tinh"]))


def announced(url: str) -> str:
    """Return the feed of a page: of the first one, of a shelf; of others none.

    >>> announced("ke/tinh/04-2.html")
    'theo-doi/tinh/04.xml'
    """
    if url == "index.html":
        return NEW
    parts = url.removesuffix(".html").split("/")
    if parts[0] != "ke" or parts[1] not in ("linh-vuc", "tinh") or len(parts) < 3:  # noqa: PLR2004 - ke, facet, key
        return ""
    key, _, number = parts[2].rpartition("-")
    own = key if number.isdigit() and key else parts[2]
    return f"{FOLDER}/{parts[1]}/{own}.xml"


def latest(news: Iterable[News]) -> tuple[News, ...]:
    """Return the latest news, the last first."""
    kept = sorted(news, key=lambda one: one.key)
    kept.sort(key=lambda one: one.told, reverse=True)
    return tuple(kept[:MOST])


def last_days(catalog: Catalog) -> Mapping[str, date]:
    """Return when what an address shows last changed, as far as the content tells.

    An act's is the last of its days that has come: when it was issued, began, was
    changed or ended.
    """
    found: dict[str, date] = {}
    for work in catalog.library.works:
        days = [one for one in _days(work, catalog) if one <= catalog.as_of]
        if days:
            found[f"{work.folder}/"] = found[work.url] = max(days)
    for one in catalog.library.publications:
        written = [basis.written_on for basis in one.legal_basis]
        days = [d for d in (one.published, one.review.on, *written) if d]
        if days:
            found[one.url] = max(days)
    return found


def _days(work: Work, catalog: Catalog) -> Iterator[date]:
    yield from (one for one in (work.issued, work.ends and work.ends.on) if one)
    yield from (one.start for one in work.versions if one.start)
    for _, effect in catalog.effects.get(work.id, ()):
        yield from (phase.start for phase in effect.effective)


def _new(catalog: Catalog) -> Iterator[News]:
    for work in catalog.library.works:
        if work.issued and work.issued <= catalog.as_of:
            yield _act(work, work.issued, catalog)
    for one in catalog.library.publications:
        if one.published and one.published <= catalog.as_of:
            yield _publication(one, one.published)


def _act(work: Work, issued: date, catalog: Catalog) -> News:
    link, state = catalog.link(work.id), catalog.states[work.id]
    lines = [", ".join(map(catalog.issuer_name, work.issuers))]
    lines.append(f"Ban hành ngày {day(issued)}")
    if state.starts:
        lines.append(f"Có hiệu lực từ ngày {day(state.starts)}")
    title = link.label + (SPECIMEN if work.specimen else "")
    return News(f"moi {work.id}", title, link, issued, tuple(filter(None, lines)))


def _publication(one: Publication, published: date) -> News:
    title = f"{KIND_NAMES[one.kind]}: {one.title}"
    link = Link(one.title, one.url)
    return News(f"moi {one.id}", title, link, published, (one.summary,))


def _changed(catalog: Catalog) -> Iterator[News]:
    """Yield what happened to acts in the year before the last day that has come."""
    days = (one for work in catalog.library.works for one in _days(work, catalog))
    last = max((one for one in days if one <= catalog.as_of), default=None)
    if last is None:
        return
    since = last - timedelta(days=LOOKED_BACK)
    works = catalog.library.works
    rows = upcoming(works, catalog.effects, since, (catalog.as_of - since).days)
    of_act: dict[tuple[date, str], list[int]] = defaultdict(list)
    for number, one in enumerate(rows):
        of_act[one.day, one.work].append(number)
    for (start, id_), numbers in of_act.items():
        entry = entry_of(tuple(rows[one] for one in numbers), (), catalog)
        named = entry.act.label + (SPECIMEN if entry.specimen else "")
        said = [entry.place, *(line.said for line in entry.lines)]
        lines = tuple(filter(None, said))
        yield News(f"{start} {id_}", f"{day(start)}: {named}", entry.act, start, lines)


def _sorted_in(
    catalog: Catalog, facet: str, news: Iterable[News], ahead: Iterable[Entry]
) -> tuple[Mapping[str, list[News]], Mapping[str, list[Entry]]]:
    """Put news and what is to come under the shelves of a facet."""
    keys = _shelves(catalog, facet)
    found: dict[str, list[News]] = defaultdict(list)
    later: dict[str, list[Entry]] = defaultdict(list)
    for one in news:
        for key in keys.get(one.key.partition(" ")[2], ()):
            found[key].append(one)
    for entry in ahead:
        for key in keys.get(entry.key.partition(" ")[2], ()):
            later[key].append(entry)
    return found, later


def _shelves(catalog: Catalog, facet: str) -> Mapping[str, tuple[str, ...]]:
    """Return on which shelves of a facet an act or publication stands, by its id."""
    works, publications = catalog.library.works, catalog.library.publications
    if facet == "linh-vuc":
        of_acts = {one.id: one.subjects for one in works}
        return of_acts | {one.id: one.subjects for one in publications}
    held = ((work.id, province_of(work, catalog)) for work in works)
    return {id_: (found[0],) for id_, found in held if found}


def _subjects(catalog: Catalog) -> Mapping[str, str]:
    terms = catalog.library.lists.subjects
    held = {key for keys in _shelves(catalog, "linh-vuc").values() for key in keys}
    order = [*(key for key in terms if key in held), *sorted(held - terms.keys())]
    return {key: terms[key].name if key in terms else key for key in order}


def _places(catalog: Catalog) -> Mapping[str, str]:
    held = {key for keys in _shelves(catalog, "tinh").values() for key in keys}
    return {
        code: province.name
        for code, province in catalog.library.lists.provinces.items()
        if code in held
    }
