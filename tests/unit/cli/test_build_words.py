"""What a build says of the search index that it went on from."""

from pathlib import Path

import pytest

from bookcase.cli.build import carried
from bookcase.search.writing import Written

SINCE = Path("truoc")


@pytest.mark.parametrize(
    ("index", "said"),
    [
        (Written(before=2, kept=2), "giữ nguyên 2 phần của truoc"),
        (Written(before=1), "ghi mới toàn bộ: phần lớn nội dung đã đổi"),
        (Written(), "ghi mới toàn bộ: truoc không có chỉ mục lành lặn"),
    ],
)
def test_what_is_carried_on_is_said(index: Written, said: str) -> None:
    assert said in carried(index, SINCE)
