"""Publications in other languages: who says the same, what is said of them."""

from __future__ import annotations

from dataclasses import replace

from bookcase.model.lists import Term
from bookcase.model.publication import Review
from bookcase.pages.catalog import catalog
from bookcase.pages.links import target
from bookcase.pages.reading.papers import NOTHING_SAID
from bookcase.pages.reading.publication import PublicationPage, publication_pages
from bookcase.pages.reading.translations import LanguagesPage, language_pages
from bookcase.pages.view import Link, titled
from tests.unit.pages.samples import DAY, LISTS, library, question

LANGUAGES = {
    "vi": Term("vi", "Tiếng Việt", "Tiếng Việt"),
    "en": Term("en", "Tiếng Anh", "English"),
    "km": Term("km", "Tiếng Khmer"),
}
ORIGINAL = question("a")
ENGLISH = replace(
    question("a-en"), title="Ask", language="en", translation_of=ORIGINAL.id
)
KHMER = replace(question("a-km"), language="km", translation_of=ORIGINAL.id)
SEEN = catalog(
    library(
        publications=(KHMER, ENGLISH, ORIGINAL, question("b")),
        lists=replace(LISTS, languages=LANGUAGES),
    ),
    DAY,
)


def page(name: str) -> PublicationPage:
    """Return the page of a publication."""
    one = next(p for p in SEEN.library.publications if p.name == name)
    return next(publication_pages(one, SEEN, lambda _: (), lambda _: NOTHING_SAID))


def test_what_says_the_same_leads_to_each_other() -> None:
    assert page("a").translations == (
        Link("English", "hoi-dap/a-en.html", "Tiếng Anh", lang="en"),
        Link("Tiếng Khmer", "hoi-dap/a-km.html"),
    )
    assert [one.label for one in page("a-en").translations] == [
        "Tiếng Việt",
        "Tiếng Khmer",
    ]
    assert page("b").translations == ()


def test_search_engines_are_told_all_languages_of_a_page() -> None:
    held = (
        ("vi", "hoi-dap/a.html"),
        ("en", "hoi-dap/a-en.html"),
        ("km", "hoi-dap/a-km.html"),
    )
    assert page("a").languages == page("a-km").languages == held
    assert page("b").languages == ()


def test_a_translation_says_that_it_is_one_and_who_must_look_at_it() -> None:
    notices = [one.text for one in page("a-en").notices]
    assert "Bản dịch, chỉ để tham khảo; bản tiếng Việt là bản gốc:" in notices
    assert any("cần người nói tiếng Anh duyệt" in one for one in notices)
    assert not any("Bản dịch" in one.text for one in page("a").notices)


def test_an_approved_translation_needs_no_one_any_more() -> None:
    approved = replace(ENGLISH, review=Review("approved"))
    seen = catalog(replace(SEEN.library, publications=(ORIGINAL, approved)), DAY)
    (made, *_) = publication_pages(approved, seen, lambda _: (), lambda _: NOTHING_SAID)
    assert not any("duyệt trước khi dùng" in one.text for one in made.notices)


def test_the_page_of_languages_lists_what_is_not_vietnamese() -> None:
    first, *shelves = language_pages(SEEN)
    assert isinstance(first, LanguagesPage)
    told = {one.key: [link.label for link in one.links] for one in first.languages}
    assert told == {"en": ["Ask"], "km": ["Hỏi a-km"]}
    assert [one.url for one in shelves] == [
        "ke/ngon-ngu/en.html",
        "ke/ngon-ngu/km.html",
    ]


def test_a_link_says_the_language_of_its_words() -> None:
    html = target(titled(ENGLISH), "../")
    assert html == '<a href="../hoi-dap/a-en.html" lang="en" hreflang="en">Ask</a>'
    assert "lang" not in target(titled(ORIGINAL), "")
