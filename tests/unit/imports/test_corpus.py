"""A sample of real texts; all of them are measured by ``scripts/bench imports``."""

from __future__ import annotations

import json
import lzma
from itertools import islice

from bookcase.imports.convert import convert
from bookcase.imports.lookup import make_lookup
from bookcase.imports.record import read_record
from bookcase.legal.parser import parse
from bookcase.legal.render import render
from bookcase.metadata.frontmatter import split
from tests.shared import need

from .examples import LISTS

EVERY = 25


def test_a_sample_of_real_texts_loses_no_letter_and_is_read_back() -> None:
    source = need("corpus/documents.jsonl.xz")
    lookup = make_lookup(LISTS, {})
    seen = 0
    with lzma.open(source, "rt", encoding="utf-8") as file:
        for line in islice(file, 0, None, EVERY):
            read = read_record(line, source.name, 1)
            assert read.value is not None
            made = convert(read.value, lookup)
            codes = {found.code for found in made.diagnostics}
            assert "IMP101" not in codes, made.record
            text = next(t for path, t in made.files.items() if path.endswith(".md"))
            body = split(text, "").value.body
            assert render(parse(body).value) == body, made.record
            if json.loads(line)["kind"] == "phapdien-reconstructed":
                assert made.removed == {}
            seen += 1
    assert seen > 100
