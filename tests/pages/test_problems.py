"""Every code has a page that explains it, with samples that are as wrong and as right as they say."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields
from inspect import cleandoc
from pathlib import Path

import pytest

import site_builder
from site_builder.check.validate import validate
from site_builder.language.catalogs import SOURCE, available
from site_builder.language.language import Language
from site_builder.model.records import Claim, Entity, Record, Series
from site_builder.pages import problems as problem_pages
from site_builder.problems import Kind, Problem, sample, why
from site_builder.problems.catalogue import TOPICS, kinds
from tests.language.test_catalogs import catalog
from tests.libraries import localized
from tests.records import SCHEMAS, write
from tests.test_docs import RECORDS

PACKAGE = Path(site_builder.__file__).parent
KINDS = kinds()

REFERENCE: dict[type[Record], str] = {
    Claim: "claims/2031/2031-03-14-harbour-authority-ships-held.yml",
    Entity: "claims/entities/harbour-authority.yml",
    Series: "claims/series/ships-affected.yml",
}
"""The records that samples are put into."""
MONEY = "claims/series/storm-cost.yml"
"""The record that samples with a currency are put into."""
KEPT = {"title", "said", "claimant", "relayed_by", "about", "quotes"}
"""The keys of the claim that stay beside a sample: the required ones, and one that names another entity."""

PROSE = {
    "E101": "the size of a file",
    "E102": "the bytes of a file",
    "W103": "the bytes of a file",
    "E104": "a character that this file may not hold either",
    "E105": "a file without any key",
    "E106": "the name of a file",
    "E107": "no text at all",
    "E109": "the permissions of a file",
    "E110": "two hundred lines",
    "E111": "the name of a file",
    "E112": "the name of a folder",
    "E113": "the names of two files",
    "E114": "a folder that is not there",
    "E208": "thousands of lines",
    "E218": "a tab, which docstrings lose",
    "E220": "a backslash, which docstrings lose",
    "E407": "characters that look the same on the page",
    "W415": "hundreds of characters",
    "E402": "characters that look the same on the page",
    "E404": "a character that this file may not hold either",
    "E502": "the names of two files",
    "E503": "the names of two files",
    "E504": "two states of an archive",
    "E505": "two states of an archive",
    "E508": "two states of an archive",
    "E509": "the name of a file",
    "E510": "the name of a file",
    "E512": "the names of two files",
    "E513": "the name of a file",
    "E514": "two states of an archive",
    "E515": "two states of an archive",
    "E701": "two files",
    "E723": "two states of an archive",
    "W702": "two files",
    "W705": "a file that no other one names",
    "E801": "the name of a file",
    "E802": "the name of a file",
    "E803": "a folder of pages",
    "E804": "two folders of pages",
    "E805": "the name of a file",
    "E806": "two files",
    "E807": "the name of a file",
    "E808": "a hand-written page",
    "E810": "a hand-written page",
    "E811": "a hand-written page",
    "E812": "a hand-written page",
    "W813": "the settings",
    "E814": "the settings",
    "E809": "the settings",
    "E820": "the settings",
    "E840": "the settings",
    "W841": "the settings",
    "E842": "the settings",
    "E843": "the settings",
    "E844": "the settings",
    "E845": "a template",
    "W846": "the names of templates",
    "W847": "a template",
    "E848": "a stylesheet",
    "E849": "the settings",
    "E850": "a template",
    "W851": "a template",
    "W821": "what is installed",
    "W822": "the size of a site",
    "W860": "the size of a site",
    "E901": "the file of a schema",
    "E902": "the name of a file",
    "W903": "a folder without files",
    "E911": "a catalog",
    "E912": "a catalog",
    "E913": "a catalog",
    "E914": "a catalog",
    "E918": "a table of words",
    "W916": "the name of a folder",
    "W917": "a catalog",
    "E708": "two files",
    "W709": "two files",
    "E712": "two files",
    "W715": "two files",
    "W735": "two files",
    "W716": "a file that no other one names",
    "E951": "a line of the ledger",
    "E952": "a quote and the ledger",
    "E953": "a quote and the ledger",
    "E954": "a quote and the ledger",
    "W955": "a quote and the ledger",
    "E956": "a line of the ledger",
    "E957": "a line of the ledger",
    "E958": "a quote and the ledger",
    "E959": "two lines of the ledger",
    "W960": "two lines of the ledger",
    "W961": "a quote and the ledger",
}
"""The codes whose samples are told in words, with what they are about."""


def docstring(kind: type[Kind]) -> str:
    return cleandoc(kind.__doc__ or "")


def defined() -> Iterator[str]:
    """Every kind that the package's source defines, as `module.Class`."""
    for path in sorted(PACKAGE.rglob("*.py")):
        module = ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.ClassDef) and any(ast.unparse(base).endswith("Kind") for base in node.bases):
                yield f"{module}.{node.name}"


def keys_of(model: type[Record]) -> set[str]:
    """The names of a record's keys."""
    return {field.name for field in fields(model)}


def blocks(text: str) -> list[tuple[str, str]]:
    """A record's top-level keys, each with its lines; lines without a key, like `---`, have the name ""."""
    parts = re.split(r"^(?=\S)", text, flags=re.MULTILINE)
    named = [(re.match(r"([a-z_]+):", part), part) for part in parts if part]
    return [(match[1] if match else "", part) for match, part in named]


def record_with(text: str, right: str = "") -> tuple[str, str]:
    """The file that a sample belongs in, and its record with the sample's keys, or those of the right one, replaced."""
    keys = {key for key, _ in blocks(f"{text}\n{right}")} - {""}
    model = next((model for model in REFERENCE if keys & keys_of(model)), Claim)
    reference = MONEY if "currency" in keys else REFERENCE[model]
    usual = KEPT if model is Claim else keys_of(model)
    kept = [block for key, block in blocks(RECORDS[reference]) if key in usual - keys]
    named = re.match(r"# (claims/\S+\.yml)\n", text)
    start = "".join(re.findall(r"\A%.*\n---\n", text))
    return named[1] if named else reference, start + "".join(kept) + text.removeprefix(start) + "\n"


def found(root: Path, text: str, right: str = "") -> set[str]:
    """The codes of all problems of the reference's archive with a sample in it."""
    return {problem.kind.code for problem in problems(root, text, right)}


def problems(root: Path, text: str, right: str = "") -> list[Problem]:
    """All problems of the reference's archive with a sample in it."""
    file, record = record_with(text, right)
    others = {name: other for name, other in RECORDS.items() if Path(name).name != Path(file).name}
    return validate(write(root, {**SCHEMAS, **others, file: record}), ["en", "ko"]).problems


def test_every_kind_of_the_package_is_listed() -> None:
    assert {f"{kind.__module__}.{kind.__name__}" for kind in KINDS} == set(defined())


def test_no_code_is_used_twice() -> None:
    assert not [code for code, count in Counter(kind.code[1:] for kind in KINDS).items() if count > 1]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_a_kind_has_a_code_a_message_and_all_that_its_page_shows(kind: type[Kind]) -> None:
    assert re.fullmatch(r"[EW][0-9]{3}", kind.code)
    assert kind.message
    assert kind.help
    assert all(re.search(r"[.!?]$", paragraph) for paragraph in why(docstring(kind)))
    wrong, right = sample(docstring(kind), "Wrong"), sample(docstring(kind), "Right")
    assert wrong
    assert right
    assert wrong != right
    assert "TODO" not in docstring(kind)


@pytest.mark.parametrize("tag", [tag for tag in available() if tag != SOURCE])
def test_everything_that_a_kind_says_is_translated(tag: str) -> None:
    texts = {message.id: message.string for message in catalog(tag)}
    said = [
        text
        for kind in KINDS
        for text in (*why(docstring(kind)), kind.message, kind.help, kind.otherwise, *(topic.title for topic in TOPICS))
        if text and not texts.get(text)
    ]
    assert not said


@pytest.mark.parametrize("tag", available())
def test_a_page_shows_why_the_samples_and_the_help(tag: str) -> None:
    language = Language(tag)
    _, *pages = problem_pages.pages(localized(tag))
    assert not any(page.is_indexed for page in pages)
    explained = {kind.anchor: kind for page in pages for kind in page.show(localized(tag)).context.kinds}
    assert len(explained) == len(KINDS)
    for kind in KINDS:
        shown = explained[kind.code.lower()]
        assert list(shown.why) == [language.text(paragraph) for paragraph in why(docstring(kind))]
        assert shown.wrong == sample(docstring(kind), "Wrong")
        assert shown.right == sample(docstring(kind), "Right")
        assert shown.title.startswith(kind.code)
        assert shown.help
        assert not re.search("[{}…]", shown.title + shown.help)


def test_the_list_shows_every_code_once() -> None:
    topics = next(problem_pages.pages(localized(SOURCE))).show(localized(SOURCE)).context.topics
    links = [link for _, kinds in topics for link in kinds]
    assert sorted(link.text[1:4] for link in links) == [kind.code[1:] for kind in KINDS]
    assert all(link.address.endswith(f"/#{link.text[:4].lower()}") for link in links)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.code not in PROSE], ids=lambda kind: kind.code)
def test_the_wrong_sample_is_wrong_in_this_way_and_no_other(kind: type[Kind], tmp_path: Path) -> None:
    assert found(tmp_path, sample(docstring(kind), "Wrong"), sample(docstring(kind), "Right")) == {kind.code}


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.code not in PROSE], ids=lambda kind: kind.code)
def test_the_page_tells_of_the_problem_of_the_wrong_sample(kind: type[Kind], tmp_path: Path) -> None:
    wrong, right = sample(docstring(kind), "Wrong"), sample(docstring(kind), "Right")
    problem = next(each for each in problems(tmp_path, wrong, right) if each.kind is kind)
    values = {name: str(value) for name, value in problem.values.items() if value is not None}
    assert {name: str(value) for name, value in kind.example.items()}.items() <= values.items()
    assert values.keys() & set(re.findall(r"{(\w+)", kind.message + kind.help)) <= kind.example.keys()


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.code not in PROSE], ids=lambda kind: kind.code)
def test_the_right_sample_has_no_problem(kind: type[Kind], tmp_path: Path) -> None:
    assert found(tmp_path, sample(docstring(kind), "Right")) == set()


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.code in PROSE], ids=lambda kind: kind.code)
def test_only_what_no_sample_can_show_is_told_in_words(kind: type[Kind], tmp_path: Path) -> None:
    assert found(tmp_path, sample(docstring(kind), "Wrong")) != {kind.code}


def test_every_code_told_in_words_is_there() -> None:
    assert {kind.code for kind in KINDS} >= PROSE.keys()
