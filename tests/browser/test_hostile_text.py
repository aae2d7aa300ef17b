"""Whatever a record says is text: a page has the same elements with the same attributes, whatever the words are."""

import shutil
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from pydantic.dataclasses import is_pydantic_dataclass

from site_builder.model import records
from tests.browser import hostile
from tests.browser.conftest import Invite, Server, serving
from tests.building import make_site, undrawn_cards
from tests.golden import ARCHIVE

pytestmark = pytest.mark.browser

STRINGS = hostile.strings(50)
WORDS = hostile.words(len(STRINGS))
READ = """sources => sources.map(source => {
    const page = new DOMParser().parseFromString(source, "text/html");
    const elements = [...page.querySelectorAll("*:not(bdi)")].map(
        element => element.tagName + " " + element.getAttributeNames().sort().join(" "));
    return [elements.sort().join("\\n"), page.querySelector("main")?.textContent ?? ""];
})"""
"""What a browser makes of pages: their elements with the names of their attributes, and their texts."""


@dataclass(frozen=True)
class Read:
    """A page as a browser has read it."""

    elements: str
    text: str


@pytest.fixture(scope="module")
def wild(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The site of an archive with something hostile in every text."""
    with _site(tmp_path_factory.mktemp("wild"), STRINGS) as server:
        yield server


@pytest.fixture(scope="module")
def tame(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The site of the same archive without."""
    with _site(tmp_path_factory.mktemp("tame"), [""] * len(STRINGS)) as server:
        yield server


def _site(folder: Path, strings: list[str]) -> Any:
    root = folder / "archive"
    shutil.copytree(ARCHIVE, root, ignore=shutil.ignore_patterns("claims"))
    hostile.write(root, strings)
    with undrawn_cards():
        make_site(root)
    return serving(root / "site", folder / "server")


def test_every_text_of_every_record_is_tried() -> None:
    held = {at[-1] for record in hostile.records("aaa", "x").values() for at, _ in hostile.spoken(record, "en")}
    texts = {name for kind in _models() for name, hint in _hints(kind) if _is_text(hint)}
    assert texts == hostile.TEXTS
    assert held == texts - hostile.PLURALS
    assert len({*STRINGS}) > 150


def test_no_text_is_ever_more_than_text(wild: Server, tame: Server, invite: Invite) -> None:
    found, expected = _read(wild, invite), _read(tame, invite)
    assert found.keys() == expected.keys()
    for address, page in found.items():
        assert page.elements == expected[address].elements, address
    for word, string in zip(WORDS, STRINGS, strict=True):
        records = hostile.records(word, string)
        for language in ("en", "ko"):
            said = " ".join(
                page.text
                for address, page in found.items()
                if address.startswith(f"{language}/") and f"-{word}/" in address
            )
            for name, record in records.items():
                for at, text in _spoken(record, language):
                    assert " ".join(text.split()) in said, f"{language}, {name}, {at}: {string}"


def test_no_text_is_ever_run(wild: Server, invite: Invite) -> None:
    """Readers whose page asks another host, meets an error or sees a dialog fail; every string stands on some page."""
    page = invite().context.new_page()
    lists = ("", "claims/", "corrections/", "disagreements/", "entities/", "series/", "sources/", "timeline/")
    for address in (*lists, *(f"claims/2031-03-15-office-{word}/" for word in WORDS)):
        page.goto(f"{wild.address}en/{address}")


def _spoken(record: Any, language: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """What the page of a record shows; of a withdrawn claim that is not much."""
    for at, text in hostile.spoken(record, language):
        if "withdrawn" not in record or at[0] in ("title", "withdrawn"):
            yield at, text


def _read(site: Server, invite: Invite) -> Mapping[str, Read]:
    """Every page of records in the site."""
    page = invite().context.new_page()
    page.goto(f"{site.address}en/about/")
    files = [file for file in sorted(site.folder.glob("??/**/index.html")) if "problems" not in file.parts]
    found = {}
    for start in range(0, len(files), 100):
        some = files[start : start + 100]
        read = page.evaluate(READ, [file.read_text("utf-8") for file in some])
        for file, (elements, text) in zip(some, read, strict=True):
            address = file.parent.relative_to(site.folder).as_posix()
            found[f"{address}/"] = Read(elements, " ".join(text.split()))
    return found


def _models() -> list[type]:
    return [kind for kind in vars(records).values() if isinstance(kind, type) and is_pydantic_dataclass(kind)]


def _hints(kind: type) -> list[tuple[str, Any]]:
    return list(typing.get_type_hints(kind, include_extras=True).items())


def _is_text(hint: Any) -> bool:
    """Whether a field holds words of a person's choice."""
    words = (records.Line, records.Text, records.Name, records.ShortName)
    return hint in words or any(map(_is_text, typing.get_args(hint)))
