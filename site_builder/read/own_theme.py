"""The owner's folder of the theme (`theme.custom_dir`): the files of it that are published, and its templates.

Its `main.html` extends our page, which stands for it as `base.html`; a template that this one does not ask for is never
printed.
"""

import os
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from site_builder.model.slots import SLOT
from site_builder.problems import Place, Problem, message
from site_builder.problems.files import NotAFile
from site_builder.problems.settings import BrokenTemplate, IdleBlock, IdleInline, IdleTemplates, MissingTemplate
from site_builder.read import files, front_matter
from site_builder.read.appearance import loaded_from_elsewhere
from site_builder.runtime.plain_files import is_plain

if TYPE_CHECKING:
    from jinja2 import nodes

MAIN, BASE = "main.html", "base.html"
"""The owner's template, and the name of ours for it."""
BLOCKS = ("announce", "content", "extrahead", "footer", "header")
"""The blocks that our page has."""
_TEMPLATE = ".html"
_COMMENT = re.compile(r"\{#.*?#\}|<!--.*?-->", re.DOTALL)
_LOADED = re.compile(
    r"<(?:script|img|iframe|source|video|audio|embed|object|"
    r"link\b(?=[^>]*\brel=[\"']?(?:stylesheet|preload|preconnect|dns-prefetch|modulepreload|icon))"
    r")\b[^>]*?\b(?:src|href|data)\s*=\s*[\"']?((?:https?:)?//[^\"'\s>]*)",
    re.IGNORECASE,
)
"""What loads a file of another host."""
_INLINE = re.compile(
    r"<(script)\b(?![^>]*\bsrc\b)(?![^>]*\bjson\b)[^>]*>|<(style)\b|<\w[^>]*?\s(style|on[a-z]+)=", re.IGNORECASE
)
"""A script or a style that stands in the page itself."""


@dataclass(frozen=True, slots=True)
class OwnTheme:
    """The files of the folder by their paths in it, and what is wrong with them; `has_main` where it has a page.

    `templates` are those that pages are made of, by their paths in the archive.
    """

    files: Sequence[str] = ()
    problems: Sequence[Problem] = ()
    templates: Sequence[str] = ()

    @property
    def has_main(self) -> bool:
        """Tell whether there is a page of the owner's around ours."""
        return MAIN in self.files


def read(root: Path, folder: str, named: Place, pages: Path) -> OwnTheme:
    """Read a folder of an archive; `named` is the place where the settings name it, `pages` those written by hand."""
    found = list(_found(root, folder))
    names = sorted(each for each in found if isinstance(each, str))
    problems = [each for each in found if isinstance(each, Problem)]
    templates = [name for name in names if name.endswith(_TEMPLATE)]
    used: list[str] = []
    if asked := [name for name in [MAIN, *_asked_for(root, pages)] if name in templates]:
        used, wrong = _used(root, folder, templates, asked)
        problems += wrong
    if idle := [name for name in templates if name not in used]:
        problems.append(Problem(IdleTemplates, named, {"names": ", ".join(idle), "main": f"{folder}/{MAIN}"}))
    return OwnTheme(names, problems, [f"{folder}/{name}" for name in used])


def _asked_for(root: Path, pages: Path) -> Iterator[str]:
    """Yield the templates that pages ask for at their beginning."""
    for page in sorted(filter(is_plain, pages.rglob("*.md"))):
        file = page.relative_to(root).as_posix()
        front, _ = front_matter.parted(files.text(root, file)[0])
        if template := front_matter.values(front, file)[0].get("template"):
            yield template


def _found(root: Path, folder: str) -> Iterator[str | Problem]:
    """Yield the paths of files that are published, and a problem for each that leads elsewhere."""
    top = root / folder
    for within, folders, names in os.walk(top):
        links = [name for name in folders if Path(within, name).is_symlink()]
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in links)
        for name in sorted([*names, *links]):
            path = Path(within, name)
            if not is_plain(path):
                yield Problem(NotAFile, Place(f"{folder}/{path.relative_to(top).as_posix()}"), {"name": name})
            elif not name.startswith("."):
                yield path.relative_to(top).as_posix()


def _used(root: Path, folder: str, templates: Collection[str], asked: list[str]) -> tuple[list[str], list[Problem]]:
    """Return the templates that the owner's pages are made of, and what is wrong with them."""
    from jinja2 import Environment, TemplateError, nodes  # a check of an archive without any needs it not

    environment = Environment(extensions=["jinja2.ext.i18n"], autoescape=True)
    used, problems = list[str](), list[Problem]()
    while asked:
        name = asked.pop()
        if name in used or name not in templates or name == BASE:
            continue
        used.append(name)
        file = f"{folder}/{name}"
        text, problem = files.text(root, file)
        if problem:
            problems.append(problem)
            continue
        try:
            tree = environment.parse(text)
        except TemplateError as error:
            line = getattr(error, "lineno", 1)
            problems.append(Problem(BrokenTemplate, Place(file, line), {"reason": str(error.message)}))
            continue
        problems += _wrong(tree, file) if name == MAIN else ()
        problems += [*_slots(file, text), *_missing(tree, file, templates), *_without_effect(file, text)]
        asking = tree.find_all((nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport))
        asked += [each.value for node in asking for each in node.find_all(nodes.Const) if isinstance(each.value, str)]
    return used, problems


def _wrong(tree: "nodes.Template", file: str) -> Iterator[Problem]:
    """Yield what would make the owner's page another one than it is meant to be."""
    from jinja2 import nodes

    extended = [each for node in tree.find_all(nodes.Extends) for each in node.find_all(nodes.Const)]
    if [each.value for each in extended] != [BASE]:
        place = Place(file, extended[0].lineno if extended else 1)
        yield Problem(BrokenTemplate, place, {"reason": message("it does not extend base.html")})
    for block in tree.find_all(nodes.Block):
        if block.name not in BLOCKS:
            known = ", ".join(BLOCKS)
            yield Problem(IdleBlock, Place(file, block.lineno), {"name": block.name, "known": known})
        elif block.name == "content" and not _holds_text(block):
            reason = message("without super() in the block content, pages would be empty")
            yield Problem(BrokenTemplate, Place(file, block.lineno), {"reason": reason})


def _missing(tree: "nodes.Template", file: str, templates: Collection[str]) -> Iterator[Problem]:
    """Yield templates that are asked for by name and not there; one of several, or one that may be missing, is none."""
    from jinja2 import nodes

    for node in tree.find_all((nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)):
        template = getattr(node, "template", None)
        name = template.value if isinstance(template, nodes.Const) else None
        may_be_missing = isinstance(node, nodes.Include) and node.ignore_missing
        if name and not may_be_missing and name not in (*templates, BASE, MAIN):
            yield Problem(MissingTemplate, Place(file, node.lineno), {"name": name})


def _without_effect(file: str, text: str) -> Iterator[Problem]:
    """Yield what browsers will not load, run or heed: the page forbids it."""
    text = _COMMENT.sub(lambda comment: re.sub(r"[^\n]", " ", comment[0]), text)
    yield from loaded_from_elsewhere(file, text, _LOADED)
    for found in _INLINE.finditer(text):
        tag, attribute = found[1] or found[2], found[3]
        start = found.start(3) if attribute else found.start()
        line, column = text[:start].count("\n") + 1, start - text.rfind("\n", 0, start)
        place = Place(file, line, column, len(attribute or tag) + (not attribute))
        yield Problem(IdleInline, place, {"element": f"{attribute}=" if attribute else f"<{tag}>"})


def _holds_text(block: "nodes.Block") -> bool:
    from jinja2 import nodes

    calls = any(isinstance(call.node, nodes.Name) and call.node.name == "super" for call in block.find_all(nodes.Call))
    return calls or any(each.attr == "content" for each in block.find_all(nodes.Getattr))


def _slots(file: str, text: str) -> Iterator[Problem]:
    """Yield slots, which pages of `content/` have, and templates cannot."""
    for number, line in enumerate(text.split("\n"), 1):
        for slot in SLOT.finditer(line):
            place = Place(file, number, slot.start() + 1, len(slot[0]))
            yield Problem(BrokenTemplate, place, {"reason": message("only hand-written pages have slots")})
