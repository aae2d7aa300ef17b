import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
from babel.messages import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from site_builder.language import catalogs
from site_builder.language.catalogs import DOMAIN, FOR_READERS, LOCALE, SOURCE, TEMPLATE, available
from tests.records import ROOT

LANGUAGES = [tag for tag in available() if tag != SOURCE]
PARTICLES = {"이/가", "은/는", "을/를", "으로/로", "과/와"}


def catalog(tag: str) -> Catalog:
    with (LOCALE / tag / "LC_MESSAGES" / f"{DOMAIN}.po").open("rb") as file:
        return read_po(file, locale=tag.replace("-", "_"))


def messages(tag: str) -> Iterator[Message]:
    """The messages of a catalog without its header."""
    return (message for message in catalog(tag) if message.id)


def mappings_of_all() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["babel"][
        "mappings"
    ]
    return found


def mappings_of_readers() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads((LOCALE.parent / "readers.toml").read_text("utf-8"))["mappings"]
    return found


def extracted(mappings: Iterable[dict[str, Any]]) -> dict[object, str]:
    """Every message id that code and templates use, as `pybabel extract` finds them, with a file that has it."""
    methods = [
        (pattern, mapping["method"])
        for mapping in mappings
        for pattern in ([mapping["pattern"]] if isinstance(mapping["pattern"], str) else mapping["pattern"])
    ]
    source = ROOT / "site_builder"
    found = extract_from_dir(
        ROOT, methods, directory_filter=lambda folder: source in (Path(folder), *Path(folder).parents)
    )
    return {ids: file for file, _, ids, _, _ in found}


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def texts(message: Message) -> list[str]:
    """The translations of a message: one, or one for each plural form."""
    return [message.string] if isinstance(message.string, str) else list(message.string or [""])


def test_code_and_templates_are_searched_for_messages() -> None:
    assert {Path(file).suffix for file in extracted(mappings_of_all()).values()} == {".py", ".html"}


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_catalog_has_every_message_and_no_other(tag: str) -> None:
    known = {message.id if isinstance(message.id, str) else tuple(message.id) for message in messages(tag)}
    needed = extracted(mappings_of_all()).keys()
    assert (needed - known, known - needed) == (set(), set())


@pytest.mark.parametrize(
    ("template", "mappings"),
    [(TEMPLATE, mappings_of_all()), (FOR_READERS, mappings_of_readers())],
    ids=["all", "readers"],
)
def test_a_template_has_every_message_and_no_other(template: Path, mappings: list[dict[str, Any]]) -> None:
    needed = {ids if isinstance(ids, str) else ids[0] for ids in extracted(mappings) if isinstance(ids, (str, tuple))}
    assert sorted(needed ^ catalogs.messages(template)) == []


def test_readers_meet_some_of_the_messages() -> None:
    assert catalogs.messages(FOR_READERS) < catalogs.messages(TEMPLATE)


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_message_is_translated_and_none_is_fuzzy_or_obsolete(tag: str) -> None:
    assert not [message.id for message in messages(tag) if message.fuzzy]
    assert not [message.id for message in messages(tag) for text in texts(message) if not text.strip()]
    assert not catalog(tag).obsolete


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_translation_has_the_placeholders_of_its_message(tag: str) -> None:
    different = [
        (message.id, text)
        for message in messages(tag)
        for text in texts(message)
        if placeholders(text) != placeholders(message.id if isinstance(message.id, str) else message.id[-1])
    ]
    assert not different


def test_a_placeholder_asks_for_a_particle_that_there_is() -> None:
    asked = [
        (text, form)
        for message in messages("ko")
        for text in texts(message)
        for _, _, form, _ in Formatter().parse(text)
        if form and form not in PARTICLES
    ]
    assert not asked
