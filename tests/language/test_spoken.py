"""Which language of a site a person speaks is told by their own words, as far as scripts can tell."""

import pytest

from site_builder.language.language import Language
from site_builder.language.spoken import own_first


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("", "en"),
        ("Create 2031-03-12-city-office-visitors.yml", "en"),
        ("방문객 수를 고칩니다", "ko"),
        ("fix 오타", "ko"),
        ("Update 2031-03-12-city-office-visitors.yml: 방문객 수", "ko"),
        ("Add claim: 옴버", "en"),
        ("漢字", "ko"),
        ("1,200 @someone `code` https://example.org/", "en"),
        ("Ж", "en"),
        ("-" * 5_000, "en"),
    ],
)
def test_a_person_is_told_in_the_script_that_most_of_their_words_have(words: str, first: str) -> None:
    languages = [Language("en"), Language("ko")]
    assert own_first(languages, words)[0].tag == first


def test_of_two_languages_of_one_script_the_order_of_the_site_decides() -> None:
    for tags in (["en", "ko"], ["ko", "en"]):
        assert [each.tag for each in own_first([Language(tag) for tag in tags], "1,200")] == tags
