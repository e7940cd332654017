"""Amendment instructions, read from an act's own words."""

from bookcase.history.amend.reading import Facts, read

__all__ = ["Facts", "read"]
