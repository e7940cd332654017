"""A content folder with a fault of every kind."""

from __future__ import annotations

from tests.hostile.tiny import LAW, WORK, head, publication

OTHER = "van-ban/luat/2024/02-2024-qh15-mau"
THIRD = "van-ban/luat/2024/03-2024-qh15-mau"
COPY = "van-ban/luat/2024/01-2024-qh15-mau-2"

FILES: dict[str, str | bytes] = {
    # a YAML error
    "hoi-dap/ngoac.md": (
        "---\nid: hoi-dap-ngoac\nkind: qa\nsubjects: [dat-dai\ntitle: Thiếu ngoặc\n"
        "---\n\nchữ\n"
    ),
    # fields: missing, unknown, twice; a date that is none; keys that are not listed
    "hoi-dap/truong.md": (
        "---\nid: hoi-dap-truong\nkind: qa\ntitle: Sai trường\nsumary: Viết nhầm.\n"
        "compiled_by: Tổ thử\npublished: 2024-13-45\nvalid_until: 30/02/2025\n"
        "subjects: [dat-dia, khong-he-co]\ntitle: Lần hai\nlanguage: tieng-viet\n"
        "---\n\nchữ\n"
    ),
    "hoi-dap/sai-ma.md": f"---\n{head('hoi-dap-ma-khac', kind='story')}---\n\nchữ\n",
    # links and HTML
    "hoi-dap/bai.md": publication(
        "[Bài không có](khong-co.md) và [luật không có](luat:99-2099-qh99).\n\n"
        "[Xem](javascript:alert(1)), [xem][a].\n\n[a]: data:text/html,x\n\n"
        '<p style="color: red">Chú ý</p>\n\nChữ\u202e đảo.'
    ),
    # encodings
    "hoi-dap/bang-ma.md": f"---\n{head('hoi-dap-bang-ma')}---\n\nTi".encode()
    + "ếng Việt".encode("utf-16-le")
    + b"\n",
    "hoi-dap/rong.md": "",
    "hoi-dap/khong-dau.md": "Chỉ có chữ, không có phần đầu.\n",
    "hoi-dap/khong-dong.md": "---\nid: hoi-dap-khong-dong\n\nQuên đóng phần đầu.\n",
    "hoi-dap/anh.docx": b"PK",
    "trang-chu.md": "---\ntile: Viết nhầm\n---\n\n[lạc](lac.md)\n",
    # documents: an id twice, a version without a file, a file without a row
    f"{COPY}/document.yml": WORK,
    f"{COPY}/2024-07-01.md": "---\ntitle: A\n---\n\n###### Điều 1. A\n",
    f"{OTHER}/document.yml": WORK.replace("01/2024", "02/2024")
    .replace("01-2024", "02-2024")
    .replace("2024-07-01, text: as-enacted", "2024-07-01, text: nhu-goc"),
    f"{OTHER}/2025-01-01.md": "---\ntitle: A\n---\n\n###### Điều 1. A\n",
    # the text: units out of order and repeated, footnotes, pictures, headings, letters
    f"{THIRD}/document.yml": WORK.replace("01/2024", "03/2024")
    .replace("01-2024", "03-2024")
    .replace("specimen: true", "relations: {amends: [luat-99-2099-qh99]}"),
    f"{THIRD}/2024-07-01.md": (
        "---\ntitle: A\nghi-chu: B\n---\n\n## Chương I. SAI BẬC\n\n###### Điều 2. A\n\n"
        "###### Điều 1. B[^9]\n\n###### Điều 1. C\n\n![x](attachments/khong-co.png)\n\n"
        "::: chu-ki\nA\n\n###### Đoạn lạ\n"
    ),
    f"{LAW}/effects.yml": "- {by: d1, on: luat-99-2099-qh99, op: xoa, at: d2}\n",
    # places
    "dia-phuong/01/00004.yml": (
        'code: "00005"\ncontacts:\n  - {role: cong-an, phone: không có}\n'
        "leaflets: [to-gap-khong-co]\n"
    ),
    "dia-phuong/01/99999.yml": 'code: "99999"\n',
    "so-tay/sach/handbook.yml": f"{head('so-tay-sach', kind='handbook')}"
    "chapters: [mot.md, hai.md]\n",
    "so-tay/sach/mot.md": "---\ntitle: Một\n---\n\nchữ\n",
    "so-tay/sach/ba.md": "---\ntitle: Ba\n---\n\nchữ\n",
    "thu-muc-la/a.md": "chữ\n",
}
"""Each of them is told of in ``report.txt``, in one run."""
