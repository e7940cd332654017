"""The citations of a paragraph with what they lead to: found and resolved in one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bookcase.citations.resolve import resolve
from bookcase.citations.scan import find

if TYPE_CHECKING:
    from bookcase.citations.context import Context, Texts
    from bookcase.citations.known import Acts
    from bookcase.citations.resolve import Resolved
    from bookcase.citations.scan import Citation

_REGULATION = "@kt"


def cited(
    text: str, context: Context, acts: Acts, texts: Texts | None = None
) -> tuple[Resolved, ...]:
    """Return the citations of a paragraph, in its order.

    Args:
        text: The paragraph, composed (NFC).
        context: Where it stands.
        acts: What there is.
        texts: The texts of held acts, to look provisions up in.
    """
    return tuple(
        resolve(one, context, acts, texts) for one in citations(text, context, acts)
    )


def citations(text: str, context: Context, acts: Acts) -> tuple[Citation, ...]:
    """Return those citations of a paragraph that are such where it stands.

    In a text that belongs to no act, *khoản này* is a sum of money and *Điều 5* of a
    contract; *Quy chế này* is a part of an act in such a regulation only.
    """
    found = find(text, acts.titles, context.names.titles)
    return tuple(one for one in found if is_one(one, context))


def is_one(one: Citation, context: Context) -> bool:
    """Tell whether what was found is a citation in a text that stands so."""
    if one.act is not None:
        return True
    if one.unit == _REGULATION:
        return context.unit.startswith("kt")
    return bool(context.work or context.quoted)
