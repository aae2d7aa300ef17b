"""The tags of languages, as people type them."""

import pytest

from site_builder.language import tags
from site_builder.language.catalogs import CatalogsToCome
from site_builder.language.language import Language


@pytest.mark.parametrize(
    ("typed", "tag"),
    [
        ("en", "en"),
        ("EN", "en"),
        ("pt_br", "pt-BR"),
        ("zh-HANT", "zh-Hant"),
        ("sr-latn-rs", "sr-Latn-RS"),
        ("fil", "fil"),
    ],
)
def test_a_tag_is_known_however_it_is_typed(typed: str, tag: str) -> None:
    assert tags.known(typed) == tag


@pytest.mark.parametrize("typed", ["", "xx", "english", "en-", "en-UK-x", "../en", "e", "en US", "ko\n", "한국어"])
def test_what_is_no_language_has_no_tag(typed: str) -> None:
    with pytest.raises(ValueError, match=typed.replace("\n", "") or "^$"):
        tags.known(typed)


@pytest.mark.parametrize(
    ("tag", "read"), [("pt-BR", "pt"), ("zh", "zh"), ("zh-TW", ""), ("zh-Hant", ""), ("sr-Latn", ""), ("en-GB", "en")]
)
def test_texts_are_alike_in_a_language_and_its_script(tag: str, read: str) -> None:
    assert tags.alike(tag, ["en", "pt", "sr", "zh"]) == read


@pytest.mark.parametrize(
    ("tag", "place", "weekday"),
    [("en", "en_US", 6), ("pt-BR", "pt_BR", 6), ("en-GB", "en_GB", 0), ("zh-Hant", "zh_TW", 6), ("no", "no", 0)],
)
def test_a_language_is_that_of_the_territory_it_names_or_of_most_who_speak_it(
    tag: str, place: str, weekday: int
) -> None:
    language = Language(tag, CatalogsToCome())
    assert (language.territory_locale, language.first_weekday) == (place, weekday)
