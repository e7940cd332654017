"""What programs are told of a page: values of schema.org, written as JSON-LD.

Vocabulary: https://schema.org/Legislation and its like. Addresses in a value are the
site's own; they become whole where the site has an address, else they lead from the
page that bears them, so that a copy for a stick names no site.
"""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from bookcase.history.rests import rested
from bookcase.history.status import State, version_on
from bookcase.model.publication import PublicationKind
from bookcase.model.relations import Rel
from bookcase.pages.compare.comparison import comparable
from bookcase.pages.law.banners import STAMP
from bookcase.pages.law.versions import is_past, version_url

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from bookcase.history.status import Status
    from bookcase.model.act import Version, Work
    from bookcase.model.publication import Publication
    from bookcase.pages.catalog import Catalog
    from bookcase.pages.places.locality import CommunePage

    Address = Callable[[str], str]
    """Gives the address that is written for a page of the site."""

CONTEXT = "https://schema.org"
COUNTRY = "Việt Nam"
MOST = 10
"""How many acts one relation names: a page has them all, programs ask for a few."""

_FORCE = {
    State.NOT_YET: "NotInForce",
    State.IN_FORCE: "InForce",
    State.PARTLY_ENDED: "PartiallyInForce",
    State.ENDED: "NotInForce",
    State.PARTLY_SUSPENDED: "PartiallyInForce",
    State.SUSPENDED: "NotInForce",
    State.CODIFIED: "InForce",
}
_RELATIONS = (
    (Rel.AMENDS, "legislationAmends"),
    (Rel.REPEALS, "legislationRepeals"),
    (Rel.REPLACES, "legislationRepeals"),
    (Rel.CORRECTS, "legislationCorrects"),
    (Rel.CONSOLIDATES, "legislationConsolidates"),
    (Rel.DETAILS, "legislationApplies"),
    (Rel.GUIDES, "legislationApplies"),
    (Rel.BASED_ON, "isBasedOn"),
)
_KINDS = {
    PublicationKind.QA: "FAQPage",
    PublicationKind.FORM: "HowTo",
    PublicationKind.HANDBOOK: "LearningResource",
    PublicationKind.LEAFLET: "LearningResource",
    PublicationKind.MEDIA: "LearningResource",
    PublicationKind.QUIZ: "Quiz",
    PublicationKind.COURSE: "Course",
}


class At(NamedTuple):
    """An address, relative to the site's root."""

    url: str


class Thing(NamedTuple):
    """A value with a type and properties; none of these is empty."""

    type: str
    facts: tuple[tuple[str, Value], ...]


Value: TypeAlias = "str | int | date | At | Thing | tuple[Value, ...]"


def thing(type_: str, **facts: Value | None) -> Thing:
    """Return a value without the properties that nobody knows.

    >>> thing("Person", name="Lò Thị Ban Mai", email="")
    Thing(type='Person', facts=(('name', 'Lò Thị Ban Mai'),))
    """
    known = ((k, v) for k, v in facts.items() if v is not None and v not in ("", ()))
    return Thing(type_, tuple(known))


NOTHING = Thing("", ())
"""Where there is nothing to tell."""


def block(about: Thing, address: Address) -> str:
    """Write a value as a block of data for the head of a page.

    No browser runs it, and none asks the policy for scripts about it.
    """
    value = {"@context": CONTEXT, **_plain(about, address)}
    words = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    safe = words.replace("<", "\\u003c").replace("\u2028", "").replace("\u2029", "")
    return f'<script type="application/ld+json">{safe}</script>'


def _plain(value: Thing, address: Address) -> dict[str, object]:
    facts = {name: _json(one, address) for name, one in value.facts}
    return {"@type": value.type, **facts}


def _json(value: Value, address: Address) -> object:
    if isinstance(value, Thing):
        return _plain(value, address)
    if isinstance(value, At):
        return address(value.url)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        held = [_json(one, address) for one in value]
        return held[0] if len(held) == 1 else held
    return value


def legislation(
    work: Work, version: Version, catalog: Catalog, language: str = "vi"
) -> Thing:
    """Return what programs are told of a text of an act.

    Args:
        work: The act.
        version: Its text.
        catalog: Everything else.
        language: The language of the text, BCP 47.
    """
    state, names = catalog.states[work.id], map(catalog.issuer_name, work.issuers)
    own = dict(languages_of(work, version, catalog.as_of))
    own.setdefault("vi", _address(work, version, catalog.as_of))
    return thing(
        "Legislation",
        name=catalog.link(work.id).label,
        legislationIdentifier=work.number,
        legislationType=catalog.type_name(work.type),
        inLanguage=language,
        url=At(own[language]),
        legislationDate=work.issued,
        datePublished=work.gazette.date if work.gazette else None,
        legislationDateVersion=version.start or version.seen_on or None,
        temporalCoverage=_span(state),
        legislationPassedBy=tuple(thing("Organization", name=one) for one in names),
        legislationJurisdiction=thing(
            "AdministrativeArea", name=_place(work, catalog) or COUNTRY
        ),
        legislationLegalForce=_force(work, version, state, catalog.as_of),
        creativeWorkStatus=STAMP if work.specimen else "",
        **_related(work, catalog),
        **_languages(own, language),
    )


def languages_of(
    work: Work, version: Version, as_of: date
) -> tuple[tuple[str, str], ...]:
    """Return the address of a version in each of its languages; none if it has one."""
    held = tuple(
        (language, f"{work.folder}/{version.stem}.{language}.html")
        for language, _ in version.translations
    )
    return (("vi", _address(work, version, as_of)), *held) if held else ()


def _address(work: Work, version: Version, as_of: date) -> str:
    today = version is version_on(work, as_of)
    return work.url if today else version_url(work, version)


def _languages(held: dict[str, str], language: str) -> dict[str, Value]:
    """Tell of the same text in other languages."""
    if language != "vi":
        return {"translationOfWork": _text("vi", held["vi"])}
    others = tuple(_text(name, url) for name, url in held.items() if name != "vi")
    return {"workTranslation": others} if others else {}


def _text(language: str, url: str) -> Thing:
    return thing("Legislation", inLanguage=language, url=At(url))


def _force(work: Work, version: Version, state: Status, as_of: date) -> str:
    later = version.start is not None and version.start > as_of
    if len(comparable(work)) > 1 and (later or is_past(work, version, as_of)):
        return f"{CONTEXT}/NotInForce"
    known = _FORCE.get(state.state)
    return f"{CONTEXT}/{known}" if known else ""


def _span(state: Status) -> str:
    """Write the days of force as ISO 8601 does: the last is the day before the end."""
    if state.starts is None:
        return ""
    end = date.fromordinal(state.ends.toordinal() - 1).isoformat() if state.ends else ""
    return f"{state.starts.isoformat()}/{end or '..'}"


def _place(work: Work, catalog: Catalog) -> str:
    lists, code = catalog.library.lists, work.scope.code
    found = lists.provinces.get(code) or lists.communes.get(code)
    return found.name if found else ""


def _related(work: Work, catalog: Catalog) -> dict[str, Value]:
    found: dict[str, tuple[Value, ...]] = {}
    for rel, name in _RELATIONS:
        ids = catalog.outgoing.get(work.id, {}).get(rel, ())[:MOST]
        if ids:
            found[name] = (*found.get(name, ()), *_acts(ids, catalog))
    return dict(found)


def _acts(ids: Iterable[str], catalog: Catalog) -> Iterator[Thing]:
    for link in map(catalog.link, ids):
        url = At(link.url) if link.url else link.away
        yield thing("Legislation", name=link.label, url=url)


def publication_facts(publication: Publication, catalog: Catalog) -> Thing:
    """Return what programs are told of a publication."""
    lists = catalog.library.lists
    laws = [one.aim.work for one in rested(publication, catalog.rests) if one.aim.work]
    subjects = (lists.subjects.get(key) for key in publication.subjects)
    audience = (lists.audiences.get(key) for key in publication.audience)
    by, review = publication.compiled_by, publication.review
    return thing(
        _KINDS.get(publication.kind, "Article"),
        name=publication.title,
        headline=publication.title[:110],
        description=publication.summary,
        inLanguage=publication.language,
        url=At(publication.url),
        datePublished=publication.published,
        dateModified=review.on if review.state != "draft" else None,
        author=thing("Organization", name=by) if by else None,
        about=tuple(term.name for term in subjects if term),
        audience=tuple(
            thing("Audience", audienceType=term.name) for term in audience if term
        ),
        isBasedOn=tuple(_acts(tuple(dict.fromkeys(laws))[:MOST], catalog)),
        creativeWorkStatus="Draft" if review.state == "draft" else "",
    )


def commune_facts(page: CommunePage) -> Thing:
    """Return whom to call in a commune; nothing of one whose contacts are invented."""
    if page.specimen or not page.contacts:
        return NOTHING
    name = page.title[:1].lower() + page.title[1:]
    points = (
        thing(
            "ContactPoint",
            contactType=one.role,
            name=one.name,
            telephone=one.phone,
            email=one.email,
        )
        for one in page.contacts
    )
    return thing(
        "GovernmentOrganization",
        name=f"Ủy ban nhân dân {name}",
        url=At(page.url),
        areaServed=thing("AdministrativeArea", name=page.title, identifier=page.code),
        contactPoint=tuple(points),
    )


def site_facts(name: str) -> Thing:
    """Return what the site is, and how it is searched."""
    search = thing("EntryPoint", urlTemplate=At("tim-kiem.html?q={search_term_string}"))
    return thing(
        "WebSite",
        name=name,
        url=At(""),
        inLanguage="vi",
        potentialAction=Thing(
            "SearchAction",
            (
                ("target", search),
                ("query-input", "required name=search_term_string"),
            ),
        ),
    )
