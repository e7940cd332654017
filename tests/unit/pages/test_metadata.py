"""What programs are told of pages, as JSON-LD."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from bookcase.model.act import Ends, Gazette, Version
from bookcase.model.places import Commune
from bookcase.model.publication import PublicationKind
from bookcase.model.relations import Rel
from bookcase.pages.catalog import catalog
from bookcase.pages.law.document import document_pages
from bookcase.pages.places.locality import CommunePage, ContactView, locality_pages
from bookcase.pages.reading.answers import answered
from bookcase.pages.told.metadata import (
    NOTHING,
    block,
    commune_facts,
    publication_facts,
)
from tests.unit.pages.samples import DAY, LISTS, library, question, relation, work

if TYPE_CHECKING:
    from bookcase.model.library import Library

OPEN, CLOSE = '<script type="application/ld+json">', "</script>"


def said(about: Any, site: str = "https://vi-du.vn/") -> dict[str, Any]:  # noqa: ANN401 - a Thing
    """Return a block read back, as a program reads it."""
    html = block(about, lambda url: site + url)
    assert html.startswith(OPEN)
    assert html.endswith(CLOSE)
    assert html.count("<") == 2
    value: dict[str, Any] = json.loads(html.removeprefix(OPEN).removesuffix(CLOSE))
    return value


def pages(held: Library) -> dict[str, dict[str, Any]]:
    seen = catalog(held, DAY)
    return {
        page.url: said(page.about)
        for act in held.works
        for page in document_pages(act, seen)
    }


def test_a_law_tells_its_number_its_days_who_made_it_and_what_it_does() -> None:
    folder = "van-ban/luat/2024/a"
    act = work(
        "a",
        number="01/2024/QH15",
        issuers=("quoc-hoi",),
        issued=date(2023, 12, 1),
        gazette=Gazette("1", date(2023, 12, 20)),
        relations=(relation(Rel.AMENDS, "luat-b"), relation(Rel.BASED_ON, "luat-c")),
    )
    told = pages(library(act, work("b")))[f"{folder}.html"]
    assert told == {
        "@context": "https://schema.org",
        "@type": "Legislation",
        "name": "Luật a số 01/2024/QH15",
        "legislationIdentifier": "01/2024/QH15",
        "legislationType": "Luật",
        "inLanguage": "vi",
        "url": f"https://vi-du.vn/{folder}.html",
        "legislationDate": "2023-12-01",
        "datePublished": "2023-12-20",
        "legislationDateVersion": "2024-01-01",
        "temporalCoverage": "2024-01-01/..",
        "legislationPassedBy": {"@type": "Organization", "name": "Quốc hội"},
        "legislationJurisdiction": {"@type": "AdministrativeArea", "name": "Việt Nam"},
        "legislationLegalForce": "https://schema.org/InForce",
        "legislationAmends": {
            "@type": "Legislation",
            "name": "Luật b số B",
            "url": "https://vi-du.vn/van-ban/luat/2024/b.html",
        },
        "isBasedOn": {"@type": "Legislation", "name": "Luật C"},
    }


def test_each_text_tells_whether_it_holds_on_the_day_of_the_build() -> None:
    folder = "van-ban/luat/2024/a"
    days = (date(2024, 1, 1), date(2025, 1, 1), date(2027, 1, 1))
    texts = tuple(Version(day, path=f"{folder}/{day}.md") for day in days)
    told = pages(library(work("a", versions=texts)))
    force = {url: one["legislationLegalForce"][19:] for url, one in told.items()}
    assert force == {
        f"{folder}.html": "InForce",
        f"{folder}/2024-01-01.html": "NotInForce",
        f"{folder}/2025-01-01.html": "InForce",
        f"{folder}/2027-01-01.html": "NotInForce",
    }


def test_an_ended_act_tells_its_last_day() -> None:
    told = pages(library(work("a", ends=Ends(date(2025, 3, 1)))))
    (one,) = told.values()
    assert one["temporalCoverage"] == "2024-01-01/2025-02-28"
    assert one["legislationLegalForce"] == "https://schema.org/NotInForce"


def test_a_specimen_says_that_it_is_none() -> None:
    (one,) = pages(library(work("a", specimen=True))).values()
    assert "không có giá trị pháp lý" in one["creativeWorkStatus"]


def test_a_translation_and_its_original_know_each_other() -> None:
    folder = "van-ban/luat/2024/a"
    path = f"{folder}/2024-01-01"
    text = Version(
        date(2024, 1, 1), path=f"{path}.md", translations=(("en", f"{path}.en.md"),)
    )
    told = pages(library(work("a", versions=(text,))))
    original, english = told[f"{folder}.html"], told[f"{path}.en.html"]
    assert original["workTranslation"]["url"] == f"https://vi-du.vn/{path}.en.html"
    assert english["translationOfWork"]["url"] == f"https://vi-du.vn/{folder}.html"
    assert (original["inLanguage"], english["inLanguage"]) == ("vi", "en")


def test_a_page_of_questions_holds_them_with_their_answers() -> None:
    one = question("a")
    about = publication_facts(one, catalog(library(publications=(one,)), DAY))
    html = (
        '<h2 id="x">Làm ở <em>đâu</em>?</h2><p>Ở xã &amp; phường.</p>'
        "<h2>Lời dặn</h2><p>Nhớ mang giấy.</p>"
    )
    told = said(answered(about, html))
    assert told["@type"] == "FAQPage"
    assert told["mainEntity"] == {
        "@type": "Question",
        "name": "Làm ở đâu?",
        "acceptedAnswer": {"@type": "Answer", "text": "Ở xã & phường."},
    }


def test_a_page_without_questions_is_an_article() -> None:
    one = question("a")
    about = publication_facts(one, catalog(library(publications=(one,)), DAY))
    assert said(answered(about, "<h2>Trả lời</h2><p>Có.</p>"))["@type"] == "Article"


def test_a_form_tells_its_steps() -> None:
    one = replace(question("a"), kind=PublicationKind.FORM)
    about = publication_facts(one, catalog(library(publications=(one,)), DAY))
    told = said(answered(about, "<ol><li>Ghi tên</li><li><b>Ký</b></li></ol>"))
    assert told["@type"] == "HowTo"
    assert [step["text"] for step in told["step"]] == ["Ghi tên", "Ký"]


def test_what_people_wrote_cannot_end_the_block() -> None:
    act = work("a", title="</script><script>alert(1)//")
    (one,) = pages(library(act)).values()
    assert "</script><script>" in one["name"]


def test_only_true_contacts_are_told() -> None:
    contact = ContactView("Công an xã", "", "0200 000 0001", "", "", "")
    commune = Commune("01321", "04", "Xã Mẫu", "xã")
    place = replace(LISTS, communes={"01321": commune})
    seen = catalog(library(lists=place), DAY)
    made = next(
        one
        for one in locality_pages(seen, lambda _: ())
        if isinstance(one, CommunePage)
    )
    assert commune_facts(made) == NOTHING
    page = replace(made, contacts=(contact,), specimen=False)
    told = said(commune_facts(page))
    assert told["name"] == "Ủy ban nhân dân xã Mẫu, 04"
    assert told["contactPoint"]["telephone"] == "0200 000 0001"
    assert commune_facts(replace(page, specimen=True)) == NOTHING
