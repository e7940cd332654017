"""Walk a built site: every link must land, and every id be the only one on its page.

``python -m tests.walk SITE`` prints what is wrong and exits 1 if anything is; with
``--json`` it prints the counts, and always exits 0.

Looked at are ``href``, ``src``, ``srcset`` and ``poster`` of every tag. A link inside
the site must name a file (a folder does not open by double click), and its fragment an
id of that page. A path from the root is right on ``404.html`` only, which a server
shows for any address. Addresses of other sites are not asked for.
"""

from __future__ import annotations

import argparse
import html
import json
import posixpath
import re
import sys
from collections import Counter, defaultdict
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

BROKEN, FRAGMENT, DUPLICATE = "broken-link", "missing-fragment", "duplicate-id"
NOT_FOUND = "404.html"

# What may hold angle brackets that open no tag; the tag before it is kept.
_OPAQUE = re.compile(
    r"<!--.*?-->"
    r"|(?P<open><(?P<name>script|style|textarea|title)\b[^>]*>).*?(?=</(?P=name)\b)",
    re.DOTALL | re.IGNORECASE,
)
_TAG = re.compile(r"""<[a-zA-Z][^<>"']*(?:"[^"]*"[^<>"']*|'[^']*'[^<>"']*)*>""")
_ATTRIBUTE = re.compile(
    r"""\s([a-zA-Z:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))"""
)
_LINKS = frozenset({"href", "src", "poster", "xlink:href"})
_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """Something wrong on a page: what it is, and the link or id that it is about."""

    page: str
    what: str
    target: str

    def __str__(self) -> str:
        """Return one line."""
        return f"{self.page}: {self.what} {self.target}"


@dataclass(frozen=True, slots=True)
class Walk:
    """What was looked at, and what is wrong, sorted by page.

    ``links`` counts the different links of each page that stay in the site.
    """

    pages: int
    links: int
    faults: tuple[Fault, ...]

    def count(self, *what: str) -> int:
        """Count the faults of some kinds."""
        return sum(fault.what in what for fault in self.faults)


@dataclass(frozen=True, slots=True)
class Page:
    """What a page asks of others: a link is the address, and where that lands."""

    name: str
    faults: tuple[Fault, ...]
    links: tuple[tuple[str, str, str], ...]


def walk(site: Path, jobs: int = 2) -> Walk:
    """Look at every page of a site.

    Args:
        site: The built folder.
        jobs: Worker processes.
    """
    files = {str(path.relative_to(site)) for path in site.rglob("*") if path.is_file()}
    pages = sorted(name for name in files if name.endswith(".html"))
    with ProcessPoolExecutor(jobs) as pool:
        read = list(pool.map(partial(read_page, site), pages, chunksize=32))
        wanted = _wanted(read, files)
        lists = pool.map(partial(_missing, site), wanted.items(), chunksize=32)
        missing = [fault for faults in lists for fault in faults]
    found = [fault for page in read for fault in (*page.faults, *_broken(page, files))]
    links = sum(len(page.links) for page in read)
    return Walk(len(pages), links, tuple(sorted(found + missing)))


def read_page(site: Path, name: str) -> Page:
    """Read one page: its doubled ids, its links, and its links to itself that fail."""
    ids: Counter[str] = Counter()
    urls: set[str] = set()
    for key, value in _attributes(_text(site, name)):
        if key == "id":
            ids[value] += 1
        elif key == "srcset":
            urls.update(part.split()[0] for part in value.split(",") if part.strip())
        elif key in _LINKS:
            urls.add(value)
    links = [link for url in sorted(urls) if (link := _landing(name, url))]
    doubled = [Fault(name, DUPLICATE, one) for one, count in ids.items() if count > 1]
    missing = [
        Fault(name, FRAGMENT, url)
        for url, target, fragment in links
        if target == name and fragment and fragment not in ids
    ]
    others = tuple(link for link in links if link[1] != name)
    return Page(name, (*doubled, *missing), others)


def _text(site: Path, name: str) -> str:
    return (site / name).read_text(encoding="utf-8")


def _attributes(text: str) -> Iterator[tuple[str, str]]:
    """Yield name and value of every attribute that we look at."""
    for tag in _TAG.findall(_OPAQUE.sub(r"\g<open>", text)):
        for name, double, single, bare in _ATTRIBUTE.findall(tag):
            key = name.lower()
            if key in _LINKS or key in {"id", "srcset"}:
                value = double or single or bare
                yield key, html.unescape(value) if "&" in value else value


def _landing(page: str, url: str) -> tuple[str, str, str] | None:
    """Return the address, the file it names and the fragment; None when elsewhere.

    The file is empty where no file of a site can be meant.
    """
    url = url.strip()
    if _ELSEWHERE.match(url):
        return None
    path, _, fragment = url.partition("#")
    path = unquote(path.partition("?")[0])
    fragment = unquote(fragment).partition(":~:")[0]
    if not path:
        return url, page, fragment
    if path.startswith("/"):
        return url, path[1:] if page == NOT_FOUND else "", fragment
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
    return url, "" if path.endswith("/") else target, fragment


def _broken(page: Page, files: Iterable[str]) -> Iterator[Fault]:
    for url, target, _ in page.links:
        if target not in files:
            yield Fault(page.name, BROKEN, url)


def _wanted(
    pages: Sequence[Page], files: Iterable[str]
) -> Mapping[str, list[tuple[str, str, str]]]:
    """Return, by page, which fragments others want: their page, address, fragment."""
    wanted: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for page in pages:
        for url, target, fragment in page.links:
            if fragment and target.endswith(".html") and target in files:
                wanted[target].append((page.name, url, fragment))
    return wanted


def _missing(
    site: Path, one: tuple[str, Sequence[tuple[str, str, str]]]
) -> tuple[Fault, ...]:
    """Return the fragments of one page that others want and that it does not have."""
    name, wanted = one
    ids = {value for key, value in _attributes(_text(site, name)) if key == "id"}
    return tuple(
        Fault(page, FRAGMENT, url)
        for page, url, fragment in wanted
        if fragment not in ids
    )


def main(argv: Sequence[str]) -> int:
    """Walk the site that is named."""
    parser = argparse.ArgumentParser(prog="python -m tests.walk")
    parser.add_argument("site", type=Path)
    parser.add_argument("--json", action="store_true", help="print the counts")
    parser.add_argument("--jobs", type=int, default=2, help="worker processes")
    options = parser.parse_args(argv)
    walked = walk(options.site, options.jobs)
    if options.json:
        sys.stdout.write(f"{json.dumps(_counts(walked))}\n")
        return 0
    sys.stdout.writelines(f"{fault}\n" for fault in walked.faults)
    return 1 if walked.faults else 0


def _counts(walked: Walk) -> dict[str, int]:
    kinds = {what: walked.count(what) for what in (BROKEN, FRAGMENT, DUPLICATE)}
    return {"pages": walked.pages, "links": walked.links, **kinds}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
