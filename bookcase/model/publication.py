"""Everything the bookcase holds that is not a legal document."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

from bookcase.model.places import Scope

if TYPE_CHECKING:
    from collections.abc import Iterator

ReviewState = Literal["draft", "checked", "approved"]


class PublicationKind(StrEnum):
    """The kinds of publication (Decision 14/2019/QĐ-TTg, Art. 4 and 8)."""

    INTRODUCTION = "introduction"
    QA = "qa"
    SITUATION = "situation"
    STORY = "story"
    SKIT = "skit"
    HANDBOOK = "handbook"
    LEAFLET = "leaflet"
    BROADCAST = "broadcast"
    SMS = "sms"
    QUIZ = "quiz"
    MEDIA = "media"
    FORM = "form"
    NOTICE = "notice"
    COURSE = "course"
    ACTIVITY = "activity"


FOLDERS: dict[str, PublicationKind] = {
    "gioi-thieu": PublicationKind.INTRODUCTION,
    "hoi-dap": PublicationKind.QA,
    "tinh-huong": PublicationKind.SITUATION,
    "cau-chuyen": PublicationKind.STORY,
    "tieu-pham": PublicationKind.SKIT,
    "so-tay": PublicationKind.HANDBOOK,
    "to-gap": PublicationKind.LEAFLET,
    "phat-thanh": PublicationKind.BROADCAST,
    "tin-nhan": PublicationKind.SMS,
    "trac-nghiem": PublicationKind.QUIZ,
    "da-phuong-tien": PublicationKind.MEDIA,
    "bieu-mau": PublicationKind.FORM,
    "thong-bao": PublicationKind.NOTICE,
    "khoa-hoc": PublicationKind.COURSE,
    "hoat-dong": PublicationKind.ACTIVITY,
}
"""The folder under ``content/`` that holds each kind; also the readers' address."""

KIND_NAMES: dict[PublicationKind, str] = {
    PublicationKind.INTRODUCTION: "Giới thiệu văn bản",
    PublicationKind.QA: "Hỏi đáp",
    PublicationKind.SITUATION: "Tình huống",
    PublicationKind.STORY: "Câu chuyện pháp luật",
    PublicationKind.SKIT: "Tiểu phẩm",
    PublicationKind.HANDBOOK: "Sổ tay",
    PublicationKind.LEAFLET: "Tờ gấp",
    PublicationKind.BROADCAST: "Bài phát thanh",
    PublicationKind.SMS: "Tin nhắn",
    PublicationKind.QUIZ: "Trắc nghiệm",
    PublicationKind.MEDIA: "Đa phương tiện",
    PublicationKind.FORM: "Biểu mẫu",
    PublicationKind.NOTICE: "Thông báo",
    PublicationKind.COURSE: "Khóa học",
    PublicationKind.ACTIVITY: "Hoạt động",
}


@dataclass(frozen=True, slots=True)
class Basis:
    """A provision that a publication rests on, as its editor wrote it.

    ``pin`` is the first 16 hex digits of the SHA-256 of the provision's text when it
    was written against; empty when not pinned. ``line`` counts from 1.
    """

    cite: str
    pin: str = ""
    written_on: date | None = None
    line: int = 1


@dataclass(frozen=True, slots=True)
class Review:
    """How far the publication has been looked over."""

    state: ReviewState = "draft"
    by: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Option:
    """An answer to choose; ``correct`` is meaningless in an ordering question."""

    text: str
    correct: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a quiz; a case holds further questions."""

    id: str
    type: Literal["single", "multiple", "true-false", "order", "case"]
    text: str
    options: tuple[Option, ...] = ()
    answer: bool | None = None
    explanation: str = ""
    basis: Basis | None = None
    questions: tuple[Question, ...] = ()
    line: int = 1


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a course: a publication, or one chapter of a handbook.

    ``of`` is the publication's id, ``chapter`` the chapter's name without ``.md``.
    """

    of: str
    chapter: str = ""
    minutes: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Doing:
    """What a teacher does in a lesson, and for how many minutes."""

    text: str
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Lesson:
    """A teacher's sheet: what one meeting is for, and how it goes.

    ``ask`` are questions to put to those who came; ``quiz`` is the id of the quiz to
    set at its end, empty where there is none.
    """

    title: str
    minutes: int | None = None
    aims: tuple[str, ...] = ()
    prepare: tuple[str, ...] = ()
    doings: tuple[Doing, ...] = ()
    ask: tuple[str, ...] = ()
    quiz: str = ""


@dataclass(frozen=True, slots=True)
class Cue:
    """A line of captions; from and to in seconds."""

    start: float
    end: float
    text: str


@dataclass(frozen=True, slots=True)
class Moment:
    """Where a part of a recording begins, in seconds."""

    at: int
    title: str


@dataclass(frozen=True, slots=True)
class Recording:
    """A video, a lecture, a piece of sound.

    ``file`` is an address or a file in ``attachments/``, as ``captions`` (WebVTT) and
    ``poster`` are; ``cues`` are what the captions say.
    """

    file: str = ""
    poster: str = ""
    captions: str = ""
    parts: tuple[Moment, ...] = ()
    transcript: str = ""
    cues: tuple[Cue, ...] = ()


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of a handbook; ``line`` is the file's line on which ``body`` starts."""

    name: str
    title: str
    body: str
    path: str
    line: int = 1


@dataclass(frozen=True, slots=True)
class Publication:
    """One publication.

    ``folder`` and ``name`` make the address ``<folder>/<name>.html``. ``body`` is
    Markdown without the front matter, ``body_line`` the file's line it starts on.
    ``translation_of`` is the id of the publication that this one says again in another
    language. ``everywhere`` tells that every page leads to a notice while it is valid.
    ``of`` is the publication that a script or text message was made from; ``steps``
    are what a course leads through, ``lessons`` its teacher's sheets; ``recording``
    belongs to media.
    """

    id: str
    kind: PublicationKind
    title: str
    folder: str
    name: str
    path: str
    summary: str = ""
    compiled_by: str = ""
    responsible: str = ""
    published: date | None = None
    valid_until: date | None = None
    legal_basis: tuple[Basis, ...] = ()
    audience: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    scope: Scope = Scope()
    language: str = "vi"
    translation_of: str = ""
    everywhere: bool = False
    review: Review = Review()
    body: str = ""
    body_line: int = 1
    chapters: tuple[Chapter, ...] = ()
    questions: tuple[Question, ...] = ()
    pass_mark: int | None = None
    minutes: int | None = None
    of: str = ""
    steps: tuple[Step, ...] = ()
    lessons: tuple[Lesson, ...] = ()
    recording: Recording = Recording()

    @property
    def url(self) -> str:
        """Return the address of its page, relative to the site's root."""
        return f"{self.folder}/{self.name}.html"


def basis_of(publication: Publication) -> tuple[Basis, ...]:
    """Return all that a publication rests on: its own bases, and its questions'."""
    return (*publication.legal_basis, *_bases(publication.questions))


def _bases(questions: tuple[Question, ...]) -> Iterator[Basis]:
    for one in questions:
        if one.basis:
            yield one.basis
        yield from _bases(one.questions)
