"""The day that a text gives for its entry into force is the day of its version.

Good::

    # the text: Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2027.
    versions:
      - {from: 2027-07-01, text: as-enacted} # and the file 2027-07-01.md

Bad::

    versions:
      - {from: null, text: as-enacted} # goc.md, as an import leaves it

Without its day an act is in force on none: nothing is consolidated on it, and its page
cannot say whether it holds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bookcase.diagnostics import Diagnostic, Span
from bookcase.history.force import force
from bookcase.history.status import first_day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bookcase.history.chain import Texts
    from bookcase.model.act import Work

_MERGED = "van-ban-hop-nhat"
UNDATED, OTHER = "DATE101", "DATE102"


def check(work: Work, texts: Texts) -> Iterator[Diagnostic]:
    """Yield a finding where an act as enacted has no day or another than its text says.

    Args:
        work: The act.
        texts: Gives the text of a version.

    Finds:
        DATE101: the text tells the day, the record does not.
        DATE102: the text and the record tell different days.
    """
    enacted = [one for one in work.versions if one.text == "as-enacted"]
    if not enacted or work.type == _MERGED:  # its days are those of its base
        return
    version, first = enacted[0], first_day(work)
    told = force(texts(version), work.issued).whole
    if told is None or told == first:
        return
    span = Span(work.path)
    if first is None:
        what = f"lời văn nêu ngày có hiệu lực {told:%d/%m/%Y}, versions chưa ghi"
        hint = f"đổi tên {version.path} thành {told}.md, rồi ghi from: {told}"
        yield Diagnostic(span, UNDATED, what, "info", hint)
    else:
        what = f"lời văn nêu có hiệu lực từ {told:%d/%m/%Y}, bản ghi {first:%d/%m/%Y}"
        hint = "đối chiếu với bản gốc; sửa versions và tên tệp, hoặc sửa lời văn"
        yield Diagnostic(span, OTHER, what, "warning", hint)
