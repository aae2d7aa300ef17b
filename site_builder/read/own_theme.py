"""The owner's folder of the theme (`theme.custom_dir`): the files of it that are published, and its templates.

Its `main.html` extends our page, which stands for it as `base.html`; a template that this one does not ask for is never
printed.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from site_builder.model.slots import SLOT
from site_builder.problems import Place, Problem, message
from site_builder.problems.files import NotAFile
from site_builder.problems.settings import BrokenTemplate, IdleBlock, IdleTemplates
from site_builder.read import files

if TYPE_CHECKING:
    from jinja2 import nodes

MAIN, BASE = "main.html", "base.html"
"""The owner's template, and the name of ours for it."""
BLOCKS = ("announce", "content", "extrahead", "footer", "header")
"""The blocks that our page has."""
_TEMPLATE = ".html"


@dataclass(frozen=True, slots=True)
class OwnTheme:
    """The files of the folder by their paths in it, and what is wrong with them; `has_main` where it has a page."""

    files: Sequence[str] = ()
    problems: Sequence[Problem] = ()

    @property
    def has_main(self) -> bool:
        """Tell whether there is a page of the owner's around ours."""
        return MAIN in self.files


def read(root: Path, folder: str, named: Place) -> OwnTheme:
    """Read a folder of an archive; `named` is the place where the settings name it."""
    found = list(_found(root, folder))
    names = sorted(each for each in found if isinstance(each, str))
    problems = [each for each in found if isinstance(each, Problem)]
    templates = [name for name in names if name.endswith(_TEMPLATE)]
    used: list[str] = []
    if MAIN in templates:
        used, wrong = _used(root, folder, templates)
        problems += wrong
    if idle := [name for name in templates if name not in used]:
        problems.append(Problem(IdleTemplates, named, {"names": ", ".join(idle), "main": f"{folder}/{MAIN}"}))
    return OwnTheme(names, problems)


def _found(root: Path, folder: str) -> Iterator[str | Problem]:
    """Yield the paths of files that are published, and a problem for each that leads elsewhere."""
    top = root / folder
    for within, folders, names in os.walk(top):
        links = [name for name in folders if Path(within, name).is_symlink()]
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in links)
        for name in sorted([*names, *links]):
            path = Path(within, name)
            if path.is_symlink() or not path.is_file():
                yield Problem(NotAFile, Place(f"{folder}/{path.relative_to(top).as_posix()}"), {"name": name})
            elif not name.startswith("."):
                yield path.relative_to(top).as_posix()


def _used(root: Path, folder: str, templates: Iterable[str]) -> tuple[list[str], list[Problem]]:
    """Return the templates that the owner's page is made of, and what is wrong with them."""
    from jinja2 import Environment, TemplateError, nodes  # a check of an archive without any needs it not

    environment = Environment(extensions=["jinja2.ext.i18n"], autoescape=True)
    used, problems, asked = list[str](), list[Problem](), [MAIN]
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
        problems += _wrong(tree, file, text) if name == MAIN else _slots(file, text)
        asking = tree.find_all((nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport))
        asked += [each.value for node in asking for each in node.find_all(nodes.Const) if isinstance(each.value, str)]
    return used, problems


def _wrong(tree: "nodes.Template", file: str, text: str) -> Iterator[Problem]:
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
    yield from _slots(file, text)


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
