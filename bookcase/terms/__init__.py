"""Defined terms: read out of a text, and found again where the text uses them."""

from bookcase.terms.definitions import definitions
from bookcase.terms.model import Term, Use
from bookcase.terms.uses import uses

__all__ = ["Term", "Use", "definitions", "uses"]
