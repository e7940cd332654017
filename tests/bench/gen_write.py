"""The two forms of a generated corpus: content for this project, docs for MkDocs.

Both come from the same acts and texts. The form for MkDocs is what one writes for it:
front matter, headings with ids, lists, tables, and links where law has references.
"""

from __future__ import annotations

import posixpath
import re
import shutil
from typing import TYPE_CHECKING

import yaml

from bookcase.legal.render import render
from bookcase.model.tree import Framed, Kind, Paragraph, Table, Unit
from tests.bench.gen_acts import CENTRAL
from tests.bench.gen_text import text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from bookcase.model.places import Scope
    from bookcase.model.tree import Block, LegalText
    from tests.bench.gen_acts import Act

_NAMES = "|".join(one.name for one in CENTRAL)
_OWN_ARTICLE = re.compile(rf"Điều (\d+)(?= của (?:{_NAMES}) này)")
_OTHER_ACT = re.compile(rf"(?:{_NAMES}) số \d+/\d+/[\w-]+")
_WORDS = {Kind.CHAPTER: "Chương", Kind.SECTION: "Mục", Kind.ARTICLE: "Điều"}


def write_content(acts: Sequence[Act], folder: Path, seed: int) -> None:
    """Write the acts as this project's content, without its lists."""
    for act in acts:
        home = folder / act.folder
        home.mkdir(parents=True)
        (home / "document.yml").write_text(_yaml(_record(act, acts)), "utf-8")
        body = render(text(act, acts, seed))
        page = f"{_front({'title': act.title})}{body}"
        (home / f"{act.start}.md").write_text(page, "utf-8")


def copy_lists(data: Path, folder: Path, *, places: bool) -> None:
    """Copy the closed lists, the register's head only, and places where asked.

    A list that is cut keeps its first line, which names its columns.
    """
    home = folder / "_data"
    home.mkdir(parents=True)
    for path in sorted(data.iterdir()):
        keep = path.suffix != ".csv" or (places and path.stem != "register")
        if keep:
            shutil.copyfile(path, home / path.name)
        else:
            head = path.read_text("utf-8").partition("\n")[0]
            (home / path.name).write_text(f"{head}\n", "utf-8")


def copy_hubs(content: Path, folder: Path) -> None:
    """Copy the pages that the navigation names: home, guides, about."""
    for path in sorted([*content.glob("*.md"), *content.glob("huong-dan/*.md")]):
        copy = folder / path.relative_to(content)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)


def write_docs(acts: Sequence[Act], folder: Path, seed: int) -> None:
    """Write the acts as MkDocs pages, with a home page and one a type."""
    paths = {act.name: f"{act.folder}.md" for act in acts}
    for act in acts:
        path = folder / paths[act.name]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_page(act, acts, paths, seed), "utf-8")
    (folder / "index.md").write_text("# Tủ sách để đo\n\nVăn bản phỏng tạo.\n", "utf-8")
    for one in CENTRAL:
        home = folder / "van-ban" / one.key
        home.mkdir(parents=True, exist_ok=True)
        page = f"# {one.name}\n\n{one.name} phỏng tạo.\n"
        (home / "index.md").write_text(page, "utf-8")


def _record(act: Act, acts: Sequence[Act]) -> dict[str, object]:
    """Return what stands in ``document.yml``."""
    return {
        "id": act.id,
        "number": act.number,
        "type": act.type.key,
        "title": act.title,
        "issuers": [act.type.issuer],
        "signers": [{"name": "Nguyễn Văn Thí Dụ", "title": "Người ký văn bản"}],
        "issued": act.issued,
        "scope": _scope(act.scope),
        "subjects": [act.subject],
        "source": [{"note": "Văn bản phỏng tạo để đo tốc độ"}],
        "relations": {"based_on": [acts[place].id for place in act.based_on]},
        "versions": [{"from": act.start, "text": "as-enacted"}],
    }


def _scope(scope: Scope) -> dict[str, object]:
    former = [{"kind": f.kind, "code": f.code, "name": f.name} for f in scope.former]
    all_of_it = {"level": scope.level, "code": scope.code, "former": former}
    return {key: value for key, value in all_of_it.items() if value}


def _yaml(data: Mapping[str, object]) -> str:
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10_000)


def _front(data: Mapping[str, object]) -> str:
    return f"---\n{_yaml(data)}---\n"


def _page(act: Act, acts: Sequence[Act], paths: Mapping[str, str], seed: int) -> str:
    title = f"{act.title} số {act.number}"
    front = {
        "title": title,
        "number": act.number,
        "type": act.type.name,
        "issuer": act.type.issuer_name,
        "issued": act.issued,
        "effective": act.start,
        "tags": [act.subject, act.type.name, f"năm {act.issued.year}"],
        "relations": {"based_on": [acts[place].number for place in act.based_on]},
    }
    body = "\n\n".join([f"# {title}", *_markdown(text(act, acts, seed))])
    linked = links(body, posixpath.dirname(paths[act.name]), paths)
    return f"{_front(front)}\n{linked}\n"


def links(words: str, here: str, paths: Mapping[str, str]) -> str:
    """Make links of the references in a text.

    Args:
        words: The text, as Markdown.
        here: The folder of its page.
        paths: The page of each act, by the act's name.
    """

    def other(found: re.Match[str]) -> str:
        path = paths.get(found[0])
        return f"[{found[0]}]({posixpath.relpath(path, here)})" if path else found[0]

    return _OTHER_ACT.sub(other, _OWN_ARTICLE.sub(r"[Điều \1](#dieu-\1)", words))


def _markdown(text: LegalText) -> Iterator[str]:
    for block in text.blocks:
        yield from _block(block, "##")


def _block(block: Block, level: str) -> Iterator[str]:
    """Write a block and what it holds; ``level`` is that of the next heading."""
    if isinstance(block, Paragraph):
        yield block.text
    elif isinstance(block, Framed):
        yield from (part.text for part in block.blocks if isinstance(part, Paragraph))
    elif isinstance(block, Table):
        yield _table(block)
    elif isinstance(block, Unit):
        yield _opening(block, level)
        deeper = f"{level}#" if block.kind in _WORDS else level
        for inner in block.blocks:
            yield from _block(inner, deeper)


def _opening(unit: Unit, level: str) -> str:
    if unit.kind is Kind.CLAUSE:
        return f"{unit.number}. {unit.text}"
    if unit.kind is Kind.POINT:
        return f"    {unit.number}) {unit.text}"
    ending = f" {{#dieu-{unit.number}}}" if unit.kind is Kind.ARTICLE else ""
    return f"{level} {_WORDS[unit.kind]} {unit.number}. {unit.text}{ending}"


def _table(table: Table) -> str:
    head, *rows = (f"| {' | '.join(c.text for c in row)} |" for row in table.rows)
    rule = "|---" * len(table.rows[0]) + "|"
    return "\n".join([head, rule, *rows])
