"""The names by which acts are known on a day: titles, everyday names, numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bookcase.citations.known import acts_of

if TYPE_CHECKING:
    from datetime import date

    from bookcase.model.library import Library


def names(library: Library, before: date | None = None) -> dict[str, str]:
    """Return the ids of acts by their folded names.

    Of two acts of one name the later counts, of those issued by the day: *Luật Đất đai*
    in an act of 2015 is that of 2013. The id that a number alone would make leads to a
    local act's whole id, where only one is known.

    Args:
        library: The library.
        before: The last day on which an act may have been issued; None for all.
    """
    acts = acts_of(library)
    found = dict(acts.whole_ids)
    for name, known in acts.by_name.items():
        issued = [
            one for one in known if not before or not one.issued or one.issued <= before
        ]
        if issued:
            found[name] = issued[-1].id
    return found
