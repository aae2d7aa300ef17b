"""The plan of the house, and that the code keeps to it."""

import ast
import re
from collections.abc import Iterator
from graphlib import TopologicalSorter

import jinja2
import pytest
from jinja2 import nodes

from site_builder.language.catalogs import available
from tests.records import ROOT

PACKAGE = ROOT / "site_builder"
TABLE = (ROOT / "HACKING.md").read_text("utf-8").partition("\n## The way of the data\n")[2].partition("\n## ")[0]
ROOMS = re.findall(r"^\| `(\w+)/` \|", TABLE, re.MULTILINE)
"""The table of HACKING.md: a module imports only from folders that stand above its own, and from its own."""
ONLY = {
    # What may be imported, by whom alone; of two entries the longer one counts.
    "yaml": ["read"],
    "babel": ["language"],
    "yaml_env_tag": ["read.mkdocs_yaml"],
    "jinja2": ["pages.printer", "read.own_theme"],
    "markupsafe": ["text.escaping"],
    "html.escape": [],
    "mkdocs": ["engine.mkdocs", "cli.plugin"],
    "properdocs": [],
    "material": [],
    "zensical": [],
    "click": ["cli"],
    "PIL": ["outputs.card_drawing"],
    "noto_cjk_sans_otc": ["outputs.card_drawing"],
    "rapidfuzz": ["sources.nearest"],
    "site_builder.pages.pager.PAGE_SIZE": [],  # imported, it would not be what a test sets there
    "gc": ["runtime.garbage"],
    "multiprocessing": ["runtime.workers"],
    # A check and a build ask nothing of the network; the preview listens on this machine; pages of others are read in
    # the process that `sources.worker` is. Workflows ask for the published site, and for what is known of packages.
    "ftplib": [],
    "http": ["publish.server"],
    "http.client": ["github.web"],
    "watchdog": ["publish.watch"],
    "requests": [],
    "socket": ["sources.addresses"],
    "ssl": [],
    "urllib.request": ["github.web"],
    "urllib.error": ["github.web"],
    "urllib3": ["sources.fetch"],
    "protego": ["sources.robots"],
    "resiliparse": ["sources.extract", "sources.charsets"],
}
VAGUE = {"utils", "util", "helpers", "helper", "common", "misc", "tools", "lib"}

SOURCES = {
    ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix("__init__").rstrip("."): path
    for path in PACKAGE.rglob("*.py")
}
"""Every module by its name below `site_builder`: `pages.claim`, `pages` for the package itself."""
TREES = {name: ast.parse(path.read_bytes()) for name, path in SOURCES.items()}
MODULES = sorted(filter(None, SOURCES))
TEMPLATES = sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.html"))


def room(module: str) -> str:
    return "cli" if module == "__main__" else module.split(".")[0]


def imports(module: str) -> Iterator[str]:
    """What a module imports, as dotted names down to what it takes: `site_builder.model.dates.EdtfDate`."""
    for node in ast.walk(TREES[module]):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: imports are written out"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def imported_modules(module: str) -> set[str]:
    """Our own modules that a module imports."""
    found = set()
    for name in imports(module):
        if name.startswith("site_builder."):
            inside = name.removeprefix("site_builder.")
            while inside not in SOURCES:
                inside = inside.rpartition(".")[0]
            found.add(inside)
    return found


def is_within(name: str, parent: str) -> bool:
    return f"{name}.".startswith(f"{parent}.")


def test_every_module_stands_in_a_room_and_every_room_is_there() -> None:
    assert sorted({room(module) for module in MODULES}) == sorted(ROOMS)


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_only_what_stands_above_it(module: str) -> None:
    above = ROOMS[: ROOMS.index(room(module)) + 1]
    assert not [other for other in imported_modules(module) if room(other) not in above]


def test_no_imports_go_in_circles() -> None:
    order = list(TopologicalSorter({module: imported_modules(module) for module in MODULES}).static_order())
    assert (
        order.index("problems")
        < order.index("read.yaml_tree")
        < order.index("publish.build")
        < order.index("cli.build")
    )


def test_no_one_imports_the_tool_of_the_catalogs() -> None:
    assert not [module for module in MODULES if "language.extraction" in imported_modules(module)]


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_from_outside_only_what_it_may(module: str) -> None:
    def may(name: str) -> bool:
        rules = [rule for rule in ONLY if is_within(name, rule)]
        return not rules or any(is_within(module, owner) for owner in ONLY[max(rules, key=len)])

    assert not [name for name in imports(module) if not may(name)]


@pytest.mark.parametrize("module", [module for module in MODULES if room(module) != "cli"])
def test_only_the_command_line_prints_or_ends_the_program(module: str) -> None:
    names = {node.id for node in ast.walk(TREES[module]) if isinstance(node, ast.Name)}
    attributes = {
        f"{node.value.id}.{node.attr}"
        for node in ast.walk(TREES[module])
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
    }
    assert not names & {"print", "input", "exit", "quit", "SystemExit"}
    assert not attributes & {"sys.exit", "sys.stdout", "sys.stderr", "os._exit", "os.abort"}


@pytest.mark.parametrize("module", [module for module in MODULES if room(module) != "language"])
def test_no_module_but_languages_treats_one_language_differently(module: str) -> None:
    tags = set(available())
    special = [
        part.lineno
        for node in ast.walk(TREES[module])
        if isinstance(node, (ast.Compare, ast.Subscript, ast.match_case))
        for part in ast.walk(node.pattern if isinstance(node, ast.match_case) else node)
        if isinstance(part, ast.Constant) and part.value in tags
    ]
    assert not special


@pytest.mark.parametrize("template", TEMPLATES)
def test_no_template_treats_one_language_differently(template: str) -> None:
    environment = jinja2.Environment(extensions=["jinja2.ext.i18n", "jinja2.ext.do", "jinja2.ext.loopcontrols"])
    tree = environment.parse((PACKAGE / template).read_text("utf-8"))
    assert not [const.lineno for const in tree.find_all(nodes.Const) if const.value in available()]


def test_no_module_is_a_drawer() -> None:
    assert not [module for module in MODULES if module.rpartition(".")[2] in VAGUE]


def test_what_talks_to_hosts_and_reads_their_pages_is_imported_by_its_own_process_alone() -> None:
    inside = {"sources.fetch", "sources.robots", "sources.extract", "sources.charsets", "sources.addresses"}
    users = {module for module in MODULES if imported_modules(module) & inside}
    assert users - inside == {"sources.worker", "sources.landing"}
    assert not {module for module in MODULES if "sources.worker" in imported_modules(module)}


OWN_ARCHIVE = re.compile(
    r'ROOT / "(?:claims|content|mkdocs\.yml)|ROOT\.r?glob\("(?:claims|content)'
    r"|(?:load|validate|of_archive|make_site)\(ROOT\b"
)
"""The repository's own archive in the code of a test: a part of it, or all of it."""


def test_only_tests_of_the_own_archive_look_at_it() -> None:
    """All others are of the generator, and hold whatever is kept here."""
    tests = ROOT / "tests"
    looking = {
        path.relative_to(tests).as_posix()
        for path in tests.rglob("*.py")
        if OWN_ARCHIVE.search(path.read_text("utf-8"))
    }
    its_own = {path for path in looking if path.startswith("seed/")}
    assert its_own
    assert looking - its_own <= {"start/test_fork.py", "start/test_own_files.py"}
