"""The score of a record: lunr's, in whole thousandths, so that every machine agrees.

A word weighs more the rarer it is, the oftener it stands in the record and the shorter
the record is (BM25). The score of a record is the sum, over the terms of the query and
over the two fields, of the query's boost times the weight. Fields are the record's own
words and the name of its page, which all records of the page share.
"""

from __future__ import annotations

from math import floor, log

K1 = 1.2
B = 0.75
UNIT = 1000
"""Weights are whole thousandths, as lunr rounds them: all machines add them alike."""
NAME_BOOST = 0.5
"""More would bury the article that answers under those of the law that is named."""


def idf(having: int, records: int) -> float:
    """Return how rare a term is.

    Args:
        having: Records that have it in their words, plus those with it in the name.
        records: All records.
    """
    return log(1 + abs((records - having + 0.5) / (having + 0.5)))


def weight(rarity: float, count: int, length: float, boost: float = 1) -> int:
    """Return a term's part in a field's score, in thousandths.

    Args:
        rarity: The term's idf.
        count: How often it stands in the field.
        length: The field's length, in mean lengths.
        boost: The field's.
    """
    fraction = (K1 + 1) * count / (K1 * (1 - B + B * length) + count)
    return floor(rarity * fraction * boost * UNIT + 0.5)
