"""The page records of publications: explainers, handbooks, quizzes and the rest."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from markupsafe import Markup

from bookcase.markdown import to_html
from bookcase.model.publication import KIND_NAMES, Publication, PublicationKind
from bookcase.pages.catalog import STALE
from bookcase.pages.markup import day, relative
from bookcase.pages.places.roles import roles_for
from bookcase.pages.reading.formtext import text_url
from bookcase.pages.reading.learning import course_of
from bookcase.pages.reading.media import player_of
from bookcase.pages.reading.outdated import basis_links, outdated
from bookcase.pages.reading.papers import NOTHING_SAID, Said
from bookcase.pages.reading.quiz import quiz_of
from bookcase.pages.reading.translations import (
    all_languages,
    foreign_notices,
    other_languages,
)
from bookcase.pages.told.metadata import NOTHING, publication_facts
from bookcase.pages.view import Link, Notice, Row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from bookcase.markdown import Cited
    from bookcase.pages.catalog import Catalog
    from bookcase.pages.reading.learning import Course
    from bookcase.pages.reading.media import Player
    from bookcase.pages.reading.papers import Paper
    from bookcase.pages.reading.quiz import Asked, Quiz
    from bookcase.pages.told.metadata import Thing

_REVIEW = {
    "draft": "Bài này chưa được thẩm định; nội dung có thể thay đổi.",
    "checked": "Bài này đã được kiểm tra, chưa được phê duyệt.",
}


@dataclass(frozen=True, slots=True)
class Body:
    """A piece of Markdown with a heading of its own; ``lang`` is BCP 47."""

    heading: str
    source: str


@dataclass(frozen=True, slots=True)
class PublicationPage:
    """One page of a publication; the Markdown is rendered by the worker.

    ``laws`` gives, for each work named in a forced link, its address; ``written`` is
    the last day on which its law was looked at, as far as known; ``status`` is told
    where the law that it rests on has changed. ``translations`` lead to the same in
    other languages, ``languages`` to all of them; ``about`` is what programs are told;
    ``form`` is the address of a form's text,
    ``whole`` that of the publication, ``roles`` are whom to ask about it.
    ``papers`` is what can be printed, ``said`` what is read aloud and sent; ``quiz``,
    ``course`` and ``player`` are there for publications of these kinds.
    """

    url: str
    title: str
    kind: str
    kind_key: str
    summary: str
    crumbs: tuple[Link, ...]
    notices: tuple[Notice, ...]
    card: tuple[Row, ...]
    basis: tuple[Link, ...]
    bodies: tuple[Body, ...]
    chapters: tuple[Link, ...]
    papers: tuple[Paper, ...]
    language: str
    translations: tuple[Link, ...] = ()
    languages: tuple[tuple[str, str], ...] = ()
    about: Thing = NOTHING
    whole: str = ""
    form: str = ""
    roles: tuple[str, ...] = ()
    laws: tuple[tuple[str, str], ...] = ()
    written: date | None = None
    status: str = ""
    said: Said = NOTHING_SAID
    quiz: Quiz | None = None
    course: Course | None = None
    player: Player | None = None

    @property
    def questions(self) -> tuple[Asked, ...]:
        """Return the questions of a quiz."""
        return self.quiz.questions if self.quiz else ()

    def law_url(self, tail: str) -> str | None:
        """Return the address of a work from this page, None when it is not held."""
        url = dict(self.laws).get(tail)
        if not url or url.startswith("https:"):
            return url or None
        return relative(url, self.url)

    def html(self, cited: Cited | None = None) -> tuple[tuple[str, Markup], ...]:
        """Render the bodies: heading and safe HTML of each.

        Args:
            cited: Gives the links that running text gets by itself.
        """
        return tuple(
            (body.heading, Markup(to_html(body.source, self.law_url, cited)))  # noqa: S704 - sanitised
            for body in self.bodies
        )


def publication_pages(
    publication: Publication,
    catalog: Catalog,
    papers: Callable[[Publication], tuple[Paper, ...]],
    said: Callable[[Publication], Said] = lambda _: NOTHING_SAID,
) -> Iterator[PublicationPage]:
    """Yield the page of a publication, then one for each chapter of a handbook.

    Args:
        publication: What the pages are of.
        catalog: What there is.
        papers: Gives what of a publication can be printed.
        said: Gives what of it is read aloud and sent.
    """
    chapters = tuple(
        Link(chapter.title, _chapter_url(publication, chapter.name))
        for chapter in publication.chapters
    )
    whole = _page(publication, catalog, tuple(_bodies(publication)), chapters)
    yield replace(whole, papers=papers(publication), said=said(publication))
    for chapter in publication.chapters:
        page = _page(publication, catalog, (Body("", chapter.body),), chapters)
        yield replace(
            page,
            url=_chapter_url(publication, chapter.name),
            title=chapter.title,
            crumbs=(*page.crumbs, Link(publication.title, publication.url)),
        )


def _chapter_url(publication: Publication, name: str) -> str:
    return f"{publication.folder}/{publication.name}/{name}.html"


def _page(
    publication: Publication,
    catalog: Catalog,
    bodies: tuple[Body, ...],
    chapters: tuple[Link, ...],
) -> PublicationPage:
    kind = KIND_NAMES[publication.kind]
    shelf = Link(kind, f"ke/chuyen-muc/{publication.folder}.html")
    return PublicationPage(
        url=publication.url,
        title=publication.title,
        kind=kind,
        kind_key=publication.kind.value,
        summary=publication.summary,
        crumbs=(Link("Tủ sách", "ke/index.html"), shelf),
        notices=(
            *_notices(publication),
            *foreign_notices(publication, catalog),
            *outdated(publication, catalog),
        ),
        card=tuple(_card(publication, catalog)),
        basis=tuple(basis_links(publication, catalog)),
        bodies=bodies,
        chapters=chapters,
        papers=(),
        language=publication.language,
        translations=tuple(other_languages(publication, catalog)),
        languages=all_languages(publication, catalog),
        about=publication_facts(publication, catalog),
        whole=publication.url,
        form=text_url(publication),
        roles=roles_for(publication.subjects, catalog.library.lists),
        laws=tuple(_laws(bodies, catalog)),
        status=STALE if catalog.is_stale(publication) else "",
        written=_written(publication),
        quiz=quiz_of(publication, catalog),
        course=course_of(publication, catalog),
        player=player_of(publication),
    )


def _written(publication: Publication) -> date | None:
    days = [one.written_on for one in publication.legal_basis if one.written_on]
    return max(days, default=publication.published)


def _bodies(publication: Publication) -> Iterator[Body]:
    if publication.kind is PublicationKind.LEAFLET:
        yield from _panels(publication.body)
    elif publication.body:
        yield Body("", publication.body)
    if publication.recording.transcript:
        yield Body("Lời thoại", publication.recording.transcript)


def _panels(body: str) -> Iterator[Body]:
    """Give a leaflet's panels without their names: on a page they simply follow."""
    lines = [line for line in body.split("\n") if not line.startswith("# ")]
    yield Body("", "\n".join(lines))


def _notices(publication: Publication) -> Iterator[Notice]:
    if words := _REVIEW.get(publication.review.state):
        yield Notice("warning", words)
    if publication.valid_until:
        yield Notice("note", f"Bài có giá trị đến {day(publication.valid_until)}.")


def _card(publication: Publication, catalog: Catalog) -> Iterator[Row]:
    lists = catalog.library.lists
    if publication.compiled_by:
        yield Row("Cơ quan biên soạn", (Link(publication.compiled_by),))
    if publication.responsible:
        yield Row("Chịu trách nhiệm", (Link(publication.responsible),))
    if publication.published:
        yield Row("Ngày đăng", (Link(day(publication.published)),))
    if publication.subjects:
        terms = [(key, lists.subjects.get(key)) for key in publication.subjects]
        yield Row(
            "Lĩnh vực",
            tuple(
                Link(term.name if term else key, f"ke/linh-vuc/{key}.html")
                for key, term in terms
            ),
        )
    if publication.audience:
        terms = [(key, lists.audiences.get(key)) for key in publication.audience]
        yield Row("Dành cho", tuple(Link(t.name if t else key) for key, t in terms))


def _laws(bodies: tuple[Body, ...], catalog: Catalog) -> Iterator[tuple[str, str]]:
    for body in bodies:
        for piece in body.source.split("(luat:")[1:]:
            tail = piece.split(")")[0].split("#")[0]
            if url := catalog.tails.get(tail):
                yield tail, url
