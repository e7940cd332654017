"""Learning: courses, what teachers are given, and the page that leads to it all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from bookcase.model.publication import FOLDERS, KIND_NAMES, PublicationKind
from bookcase.pages.reading.quiz import Quiz, quiz_of, quiz_script
from bookcase.pages.reading.translations import VIETNAMESE
from bookcase.pages.view import Link, titled

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bookcase.model.publication import Lesson, Publication, Step
    from bookcase.pages.catalog import Catalog
    from bookcase.pages.sidefile import SideFile

HUB_URL = "hoc.html"
TEACHER_URL = "cham-bai.html"
SHOWN = 12
"""How many of a kind the page of learning lists; the shelf has the rest."""
_ORDER = (
    (PublicationKind.COURSE, "Khóa học", "Học lần lượt từng bước, lúc nào cũng được."),
    (PublicationKind.QUIZ, "Trắc nghiệm", "Tự thử xem mình đã nắm được đến đâu."),
    (PublicationKind.MEDIA, "Xem và nghe", "Đoạn phim, bài nghe, có lời thoại để đọc."),
    (PublicationKind.QA, "Hỏi và đáp", "Những câu mọi người hay hỏi nhất."),
)
_FOLDER = {kind: folder for folder, kind in FOLDERS.items()}


class CourseStep(NamedTuple):
    """A step of a course: where it leads, what it is, how long it takes."""

    link: Link
    kind: str
    minutes: int | None
    note: str


class Sheet(NamedTuple):
    """A teacher's sheet, and the quiz to set at its end."""

    lesson: Lesson
    quiz: Link | None
    quiz_name: str


@dataclass(frozen=True, slots=True)
class Course:
    """What a course leads through; ``minutes`` are those of all steps that say."""

    steps: tuple[CourseStep, ...]
    sheets: tuple[Sheet, ...]
    minutes: int


class Item(NamedTuple):
    """A line of the page of learning."""

    link: Link
    summary: str


class Shelf(NamedTuple):
    """What there is of a kind; ``more`` leads to all, where not all are shown."""

    title: str
    about: str
    items: tuple[Item, ...]
    more: Link | None


@dataclass(frozen=True, slots=True)
class LearningPage:
    """The page that leads to courses, quizzes, recordings, questions and answers."""

    url: str
    title: str
    shelves: tuple[Shelf, ...]


class Given(NamedTuple):
    """A quiz that a teacher may set."""

    title: str
    url: str
    quiz: Quiz


@dataclass(frozen=True, slots=True)
class TeacherPage:
    """The page on which a teacher sets quizzes and marks them again."""

    url: str
    title: str
    given: tuple[Given, ...]


def course_of(publication: Publication, catalog: Catalog) -> Course | None:
    """Return the course that a publication is, None for any other."""
    if not publication.steps:
        return None
    held = {one.id: one for one in catalog.library.publications}
    steps = tuple(_step(step, held) for step in publication.steps)
    return Course(
        steps=steps,
        sheets=tuple(_sheet(one, held) for one in publication.lessons),
        minutes=sum(step.minutes or 0 for step in steps),
    )


def learning_pages(
    catalog: Catalog,
) -> Iterator[LearningPage | TeacherPage | SideFile]:
    """Yield the page of learning, the teacher's, and the scripts of all quizzes."""
    yield LearningPage(HUB_URL, "Học và hỏi", tuple(_shelves(catalog)))
    quizzes = [one for one in catalog.library.publications if one.questions]
    made = [(one, quiz_of(one, catalog)) for one in quizzes]
    given = tuple(Given(one.title, one.url, quiz) for one, quiz in made if quiz)
    yield TeacherPage(TEACHER_URL, "Giao bài và chấm bài", given)
    for one in quizzes:
        yield quiz_script(one, catalog)


def _step(step: Step, held: Mapping[str, Publication]) -> CourseStep:
    one = held.get(step.of)
    if one is None:
        return CourseStep(Link(step.of), "", step.minutes, step.note)
    link, kind = titled(one), KIND_NAMES[one.kind]
    for chapter in one.chapters:
        if chapter.name == step.chapter:
            url = f"{one.folder}/{one.name}/{chapter.name}.html"
            link, kind = Link(chapter.title, url), f"{kind}: {one.title}"
    minutes = step.minutes or one.minutes
    return CourseStep(link, kind, minutes, step.note or one.summary)


def _sheet(lesson: Lesson, held: Mapping[str, Publication]) -> Sheet:
    quiz = held.get(lesson.quiz)
    if quiz is None:
        return Sheet(lesson, None, "")
    return Sheet(lesson, titled(quiz), quiz.name)


def _shelves(catalog: Catalog) -> Iterator[Shelf]:
    for kind, title, about in _ORDER:
        held = [one for one in catalog.library.publications if one.kind is kind]
        own = [one for one in held if one.language == VIETNAMESE][:SHOWN]
        if not own:
            continue
        label = f"Xem tất cả {len(held)} mục"
        all_ = Link(label, f"ke/chuyen-muc/{_FOLDER[kind]}.html")
        more = all_ if len(held) > len(own) else None
        yield Shelf(title, about, tuple(map(_item, own)), more)


def _item(one: Publication) -> Item:
    asked = sum(len(question.questions) or 1 for question in one.questions)
    notes = [
        f"{len(one.steps)} bước" if one.steps else "",
        f"{asked} câu" if asked else "",
        f"{one.minutes} phút" if one.minutes else "",
    ]
    note = ", ".join(filter(None, notes))
    return Item(titled(one, note), one.summary)
