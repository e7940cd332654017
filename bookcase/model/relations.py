"""How acts stand to one another, with the words readers know from both sides.

The words are those of the national database's diagram (lược đồ văn bản).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Rel(StrEnum):
    """What a source says of another act; the reverse is computed, never typed."""

    BASED_ON = "based_on"
    CITES = "cites"
    DETAILS = "details"
    GUIDES = "guides"
    AMENDS = "amends"
    REPLACES = "replaces"
    REPEALS = "repeals"
    SUSPENDS = "suspends"
    PAUSES = "pauses"
    CORRECTS = "corrects"
    CONSOLIDATES = "consolidates"
    INTERPRETS = "interprets"
    ANNOUNCES = "announces"
    TRANSLATES = "translates"


LABELS: dict[Rel, tuple[str, str]] = {
    Rel.BASED_ON: ("Căn cứ", "Là căn cứ của"),
    Rel.CITES: ("Dẫn chiếu", "Được dẫn chiếu bởi"),
    Rel.DETAILS: ("Quy định chi tiết", "Được quy định chi tiết bởi"),
    Rel.GUIDES: ("Hướng dẫn áp dụng", "Được hướng dẫn bởi"),
    Rel.AMENDS: ("Sửa đổi, bổ sung", "Được sửa đổi, bổ sung bởi"),
    Rel.REPLACES: ("Thay thế", "Được thay thế bởi"),
    Rel.REPEALS: ("Bãi bỏ", "Bị bãi bỏ bởi"),
    Rel.SUSPENDS: ("Đình chỉ", "Bị đình chỉ bởi"),
    Rel.PAUSES: ("Tạm ngưng hiệu lực", "Bị tạm ngưng hiệu lực bởi"),
    Rel.CORRECTS: ("Đính chính", "Được đính chính bởi"),
    Rel.CONSOLIDATES: ("Hợp nhất", "Được hợp nhất trong"),
    Rel.INTERPRETS: ("Giải thích", "Được giải thích bởi"),
    Rel.ANNOUNCES: ("Công bố", "Được công bố bởi"),
    Rel.TRANSLATES: ("Bản dịch của", "Có bản dịch"),
}
"""For each relation: how the source reads it, how the target reads it."""


@dataclass(frozen=True, slots=True)
class Relation:
    """One arrow between two acts.

    ``target`` is a work id, or the words of the citation where no act was found.
    ``line`` is where it stands in the source's file, from 1.
    """

    rel: Rel
    target: str
    line: int = 1


@dataclass(frozen=True, slots=True)
class StatedRelation:
    """An arrow that a source states while the act that makes it is not held.

    ``line`` is where it stands in ``_data/relations.yml``, from 1.
    """

    source: str
    rel: Rel
    target: str
    origin: str = ""
    line: int = 1
