"""``bookcase sms``: a text message about a publication, in parts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from bookcase.cli.common import add_content, report_findings
from bookcase.cli.printing import (
    add_host,
    add_place,
    host_of,
    need_publication,
    place_of,
    put,
)
from bookcase.content.loading import load
from bookcase.diagnostics import Span
from bookcase.leaflets.addresses import short_url
from bookcase.spoken.sms import digest, length, message, more_at

if TYPE_CHECKING:
    import argparse

    from bookcase.spoken.sms import Message

NAME = "sms"
HELP = "viết tin nhắn từ một ấn phẩm, chia phần đúng độ dài, không cắt giữa từ và số"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own arguments."""
    add_content(parser)
    parser.add_argument("id", metavar="MÃ", help="mã ấn phẩm")
    parser.add_argument(
        "--no-tones", action="store_true", help="không dấu: một tin chứa 160 ký tự"
    )
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="cách in"
    )
    add_place(parser)
    add_host(parser)


def run(args: argparse.Namespace) -> int:
    """Print the parts, one a line; 1 when the message cannot be sent."""
    library = load(args.content).value
    publication = need_publication(library, args.id, args.content)
    host, place = host_of(args), place_of(args, library)
    if host and place:
        address = f"{host}/{short_url(place.commune.code)}"
    else:
        address = more_at(publication, library.publications, host)
    words = digest(publication, library.publications, address)
    made = message(words, Span(publication.path), tones=not args.no_tones)
    if made.value.parts:
        show = _as_json if args.format == "json" else _as_text
        put(show(made.value).encode(), args.out)
    return report_findings(made.diagnostics)


def _as_text(made: Message) -> str:
    return "".join(f"{part}\n" for part in made.parts)


def _as_json(made: Message) -> str:
    parts = [
        {"text": part, "length": length(part, made.alphabet)} for part in made.parts
    ]
    value = {"alphabet": made.alphabet, "parts": parts}
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
