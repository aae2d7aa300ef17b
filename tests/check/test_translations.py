from pathlib import Path
from typing import Any

import pytest

from site_builder.check import translations
from site_builder.check.validate import validate
from tests.records import (
    ARCHIVE,
    CLAIM,
    CLAIM_FILE,
    ENTITY,
    ENTITY_FILE,
    SERIES,
    SERIES_FILE,
    changed,
    claim,
    coded,
    context,
    entity,
    found,
    marked,
    series,
    write,
)

SOURCE = {"text": "a", "origin": "source", "source": {"url": "https://example.org/", "publisher": "omber-daily"}}
ONLY_ENGLISH = {"en": "words"}


def translated(origin: str, **more: str) -> dict[str, str]:
    return {"text": "b", "origin": "translation", "from": origin, "method": "human", "reviewed": "true", **more}


def test_records_may_speak_all_languages_of_the_site() -> None:
    assert found(translations.missing_languages(context(claim(), entity(), series()))) == []


@pytest.mark.parametrize(
    ("values", "at"),
    [
        ({"title": ONLY_ENGLISH}, "title"),
        ({"quotes": {"en": SOURCE}}, "quotes"),
    ],
)
def test_a_claims_text_that_a_language_lacks_is_told_of(values: dict[str, Any], at: str) -> None:
    (finding,) = translations.missing_languages(context(claim(**values)))
    assert found([finding]) == [(CLAIM_FILE, at, "E310")]
    assert finding.values == {"key": at, "language": "ko", "other": "en"}


@pytest.mark.parametrize(
    ("values", "at"),
    [
        ({"notes": ONLY_ENGLISH}, "notes"),
        ({"corrections": [{"on": "2031-04-01", "kind": "typo", "note": ONLY_ENGLISH}]}, "corrections.0.note"),
        ({"withdrawn": {"on": "2031-04-01", "reason": ONLY_ENGLISH}}, "withdrawn.reason"),
    ],
)
def test_notes_and_the_like_may_wait_for_their_translation(values: dict[str, Any], at: str) -> None:
    (finding,) = translations.missing_languages(context(claim(**values)))
    assert found([finding]) == [(CLAIM_FILE, at, "W323")]
    assert finding.values == {"key": at, "language": "ko", "other": "en"}


def test_a_description_may_wait_for_its_translation() -> None:
    archive = context(entity(description=ONLY_ENGLISH))
    assert found(translations.missing_languages(archive)) == [(ENTITY_FILE, "description", "W323")]


@pytest.mark.parametrize("texts", [{}, {"kr": "words"}, {"fr": "words"}])
def test_what_no_language_of_the_site_has_does_not_wait(texts: dict[str, str]) -> None:
    made = claim(withdrawn={"on": "2031-04-01", "reason": texts})
    codes = {code for _, _, code in found(translations.missing_languages(context(made)))}
    assert codes
    assert "W323" not in codes


@pytest.mark.parametrize("key", ["name", "short"])
def test_an_entitys_text_that_a_language_lacks_is_told_of(key: str) -> None:
    values: dict[str, Any] = {key: ONLY_ENGLISH}
    archive = context(entity(**values))
    assert found(translations.missing_languages(archive)) == [(ENTITY_FILE, key, "E310")]


@pytest.mark.parametrize("values", [{"question": ONLY_ENGLISH}, {"unit": {"en": {"other": "words"}}}])
def test_a_text_of_a_series_that_a_language_lacks_is_told_of(values: dict[str, Any]) -> None:
    archive = context(series(**values))
    assert found(translations.missing_languages(archive)) == [(SERIES_FILE, *values, "E310")]


def test_every_language_that_is_missing_is_told_of() -> None:
    findings = translations.missing_languages(context(entity(name={"ru": "слова"}), languages=("en", "ko", "ru")))
    assert [finding.values["language"] for finding in findings] == ["en", "ko"]


def test_a_text_in_a_language_that_the_site_has_not_is_told_of() -> None:
    archive = context(claim(title={"en": "a", "ko": "b", "fr": "c"}))
    assert found(translations.missing_languages(archive)) == [(CLAIM_FILE, "title.fr", "E317")]


def test_quotes_may_stand_in_further_languages() -> None:
    made = claim(quotes={"ru": SOURCE, "en": translated("ru"), "ko": translated("ru")})
    assert found(translations.missing_languages(context(made))) == []
    assert found(translations.unknown_origins(context(made))) == []


@pytest.mark.parametrize("origin", ["ko", "ru"])
def test_a_translation_names_another_quote_of_the_claim(origin: str) -> None:
    made = claim(quotes={"en": SOURCE, "ko": translated(origin)})
    assert found(translations.unknown_origins(context(made))) == [(CLAIM_FILE, "quotes.ko.from", "E318")]


def test_one_quote_has_the_words_as_published() -> None:
    made = claim(quotes={"en": translated("ko"), "ko": translated("en")})
    assert found(translations.unknown_origins(context(made))) == [(CLAIM_FILE, "quotes", "E319")]


@pytest.mark.parametrize(
    ("file", "text", "code"),
    [
        (CLAIM_FILE, "⊥" + changed(CLAIM, "  ko: 시청, 방문객 약 1,200명으로 집계\n", ""), "E310"),
        (CLAIM_FILE, changed(CLAIM[: CLAIM.index("  ko:\n")], "quotes:", "⊥quotes:"), "E310"),
        (CLAIM_FILE, f"{CLAIM}withdrawn: {{on: 2031-04-01, ⊥reason: {{en: words}}}}\n", "W323"),
        (ENTITY_FILE, f"{ENTITY}⊥short:\n  en: words\n", "E310"),
        (ENTITY_FILE, f"{ENTITY}short: {{en: words, ko: 말, ⊥fr: mots}}\n", "E317"),
        (SERIES_FILE, changed(SERIES, "  en: {one: visitor", "  ⊥fr: {other: gens}\n  en: {one: visitor"), "E317"),
        (CLAIM_FILE, changed(CLAIM, "from: en", "from: ⊥fr"), "E318"),
    ],
)
def test_what_a_language_lacks_is_told_where_it_belongs(tmp_path: Path, file: str, text: str, code: str) -> None:
    text, expected = marked(text, code)
    problems = validate(write(tmp_path, {**ARCHIVE, file: text}), ["en", "ko"]).problems
    assert coded(problem for problem in problems if problem.kind.code == code) == expected


@pytest.mark.parametrize(
    ("source", "speech"), [({}, "direct"), ({"speech": "reported"}, "direct"), ({"speech": "direct"}, "reported")]
)
def test_a_translation_does_not_contradict_the_speech_of_its_original(source: dict[str, str], speech: str) -> None:
    quotes = {"ru": SOURCE | source, "en": translated("ru"), "ko": translated("en", speech=speech)}
    archive = context(claim(quotes=quotes))
    (finding,) = translations.contradictory_speech(archive)
    assert found([finding]) == [(CLAIM_FILE, "quotes.ko.speech", "E345")]
    assert finding.values == {"speech": speech, "other": source.get("speech", "reported"), "language": "ru"}
    assert finding.related == (CLAIM_FILE, ("quotes", "ru", "text"))


@pytest.mark.parametrize("speech", [{}, {"speech": "direct"}])
def test_a_translation_may_repeat_the_speech_of_its_original(speech: dict[str, str]) -> None:
    made = claim(quotes={"en": SOURCE | {"speech": "direct"}, "ko": translated("en", **speech)})
    assert found(translations.contradictory_speech(context(made))) == []


def test_translations_of_each_other_contradict_nothing() -> None:
    made = claim(quotes={"en": translated("ko", speech="direct"), "ko": translated("en", speech="reported")})
    assert found(translations.contradictory_speech(context(made))) == []
