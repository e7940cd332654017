"""Random legal texts of the shapes that the parser can give."""

from __future__ import annotations

from hypothesis import strategies as st

from bookcase.legal.units import BARE, CONTAINERS, RANK
from bookcase.model.tree import (
    Block,
    Cell,
    Footnote,
    Frame,
    Framed,
    Kind,
    LegalText,
    Paragraph,
    Picture,
    Quote,
    Table,
    Unit,
)

_inserted = st.from_regex(r"[1-9][0-9]?[ab]?", fullmatch=True)
_roman = st.sampled_from(["I", "II", "III", "IV", "VIIa"])
NUMBERS = {
    Kind.ATTACHED: st.just(""),
    Kind.PART: st.sampled_from(["thứ nhất", "thứ mười hai", "I", "II", "B"]),
    Kind.ANNEX: st.sampled_from(["", "I", "II", "3", "IV.1"]),
    Kind.FORM: st.sampled_from(["01", "02a/ĐK"]),
    Kind.CHAPTER: _roman,
    Kind.SECTION: _inserted,
    Kind.SUBSECTION: _inserted,
    Kind.ARTICLE: _inserted,
    Kind.CAPITAL: st.sampled_from("ABĐ"),
    Kind.ROMAN: st.sampled_from(["II", "III", "VI"]),
    Kind.CLAUSE: _inserted,
    Kind.SUBCLAUSE: st.sampled_from(["1.1", "2.1", "3.2"]),
    Kind.POINT: st.sampled_from(["a", "b1", "đ", "g", "aa", "y"]),
    Kind.SUBPOINT: st.sampled_from(["a.1", "đ.2"]),
    Kind.ITEM: st.sampled_from(["1", "2", "ii", "iii"]),
    Kind.DASH: st.just(""),
    Kind.PLUS: st.just(""),
}

_awkward = st.sampled_from(
    [
        "1. ",
        "1.1 A",
        "a) ",
        "i) ",
        "I. ",
        "A. ",
        "- ",
        "+ ",
        "\\",
        "\\ ",
        "\\\\ ",
        "###### Điều 1. ",
        "# ",
        "> ",
        "| ",
        ":::",
        "::: chu-ky",
        "<table>",
        "[^1]: ",
        "![x](attachments/a.png)",
        "“1. ",
        "“Điều 2. ",
        "Điều 3. ",
        "Chương I. ",
    ]
)
_letters = st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1)
words = st.builds("{}{}".format, st.just("") | _awkward, _letters)
cell_words = st.just("") | words

tables = st.lists(
    st.lists(
        st.builds(
            Cell, cell_words, st.integers(1, 2), st.integers(1, 2), st.booleans()
        ),
        min_size=1,
        max_size=3,
    ).map(tuple),
    min_size=1,
    max_size=3,
).map(lambda rows: Table(tuple(rows)))
pictures = st.builds(
    Picture, st.just("attachments/a.png"), st.sampled_from(["", "Sơ đồ"])
)
paragraphs = st.builds(Paragraph, words)
frames = st.builds(
    Framed,
    st.sampled_from(Frame),
    st.lists(paragraphs | pictures, max_size=2).map(tuple),
)
formulas = st.builds(
    Framed, st.just(Frame.FORMULA), st.lists(paragraphs, max_size=2).map(tuple)
)
notes = st.builds(Footnote, st.sampled_from("12a"), words)


@st.composite
def units(draw: st.DrawFn, above: float, depth: int, *, quoted: bool) -> Unit:
    """Make a unit deeper than ``above``."""
    kinds = [kind for kind in Kind if RANK[kind] > above]
    if quoted:
        kinds = [kind for kind in kinds if kind not in CONTAINERS]
    kind = draw(st.sampled_from(kinds))
    # A regulation called like another heading would be that heading.
    number = draw(NUMBERS[kind])
    text = draw(_letters if kind is Kind.ATTACHED else words)
    blocks = draw(_holding(kind, depth, quoted=quoted)) if depth else ()
    return Unit(kind, number, text, blocks)


def _holding(
    kind: Kind, depth: int, *, quoted: bool
) -> st.SearchStrategy[tuple[Block, ...]]:
    """What a unit holds: its own blocks, then deeper units of falling or equal rank."""
    own: st.SearchStrategy[Block] = paragraphs | tables | pictures | formulas
    if kind in CONTAINERS:
        own = own | frames
    if not quoted:
        own = own | quotes
    before = st.just(()) if kind in BARE else st.lists(own, max_size=2).map(tuple)
    if kind is Kind.PLUS:
        return before
    return st.tuples(before, deeper(RANK[kind], depth, quoted=quoted)).map(
        lambda pair: (*pair[0], *pair[1])
    )


def deeper(
    above: float, depth: int, *, quoted: bool
) -> st.SearchStrategy[tuple[Block, ...]]:
    """Make siblings none of which would hold the next."""
    made = st.lists(units(above, depth - 1, quoted=quoted), max_size=3)
    return made.map(lambda found: tuple(sorted(found, key=lambda u: -RANK[u.kind])))


quotes = st.deferred(
    lambda: (
        st.tuples(
            st.lists(paragraphs, max_size=1).map(tuple), deeper(-1, 2, quoted=True)
        )
        .map(lambda pair: (*pair[0], *pair[1]))
        .filter(bool)
        .map(Quote)
    )
)
_front = st.lists(paragraphs | tables | pictures | frames, max_size=2).map(tuple)
legal_texts = st.builds(
    lambda front, units_, notes_: LegalText((*front, *units_), tuple(notes_)),
    _front,
    deeper(-1, 3, quoted=False),
    st.lists(notes, max_size=2),
)
