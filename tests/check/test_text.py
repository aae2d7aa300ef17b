import unicodedata
from pathlib import Path

import pytest

from site_builder.check import text as texts
from site_builder.language.tags import scripts
from tests.check.examined import examined, related, told, with_claim
from tests.records import (
    CLAIM,
    CLAIM_FILE,
    ENTITY,
    ENTITY_FILE,
    SERIES,
    SERIES_FILE,
    changed,
    claim,
    context,
    entity,
    found,
)

NFD = unicodedata.normalize("NFD", "방문객 약 1,200명")


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("en", {"LATIN"}),
        ("ko", {"HANGUL", "CJK"}),
        ("ru", {"CYRILLIC"}),
        ("sr-Latn", {"LATIN"}),
        ("zh", {"CJK"}),
        ("zh-Hant-TW", {"CJK"}),
        ("ja", {"HIRAGANA", "KATAKANA", "CJK"}),
        ("pt-BR", {"LATIN"}),
        ("qqq", set()),
    ],
)
def test_a_language_has_scripts(tag: str, expected: set[str]) -> None:
    assert scripts(tag) == expected


@pytest.mark.parametrize(
    ("file", "text"),
    [
        (CLAIM_FILE, with_claim("ko: 시청, 방문객 약 1,200명으로 집계", "ko: ⊥City Office counts 1,200")),
        (CLAIM_FILE, with_claim("en: City Office counts about 1,200 visitors", "en: ⊥시청, 약 1,200명")),
        (CLAIM_FILE, f"{CLAIM}notes:\n  en: From a report.\n  ko: ⊥>-\n    From a report.\n"),
        (CLAIM_FILE, f"{CLAIM}withdrawn: {{on: 2031-04-01, reason: {{en: Not said., ko: ⊥Not said either.}}}}\n"),
        (ENTITY_FILE, f"{ENTITY}description: {{en: An office., ko: ⊥An office.}}\n"),
        (ENTITY_FILE, f"{ENTITY}short: {{en: ⊥시청, ko: 시청}}\n"),
        (ENTITY_FILE, f"{ENTITY}short: {{en: ⊥City Office (시청), ko: 시청}}\n"),
        (ENTITY_FILE, changed(ENTITY, "en: City Office of Omber", "en: ⊥Администрация")),
        (SERIES_FILE, changed(SERIES, "ko: 방문객은 몇 명이었나?", "ko: ⊥How many?")),
    ],
)
def test_a_text_is_in_the_script_of_its_language(tmp_path: Path, file: str, text: str) -> None:
    problem = told(tmp_path, "E311", text, file)
    assert "other" not in problem.values


@pytest.mark.parametrize(
    ("first", "second", "place"),
    [
        ("City Office counts about 1,200 visitors", "시청, 방문객 약 1,200명으로 집계", "3:7"),
        ("about 1,200 people came", "약 1,200명이 왔다", "15:11"),
    ],
)
def test_exchanged_texts_are_told_of_once(tmp_path: Path, first: str, second: str, place: str) -> None:
    text = with_claim(first, "⊥…")
    problem = told(tmp_path, "E311", changed(changed(text, second, first), "…", second))
    assert problem.values == {"language": "en", "other": "ko"}
    assert related(problem) == f"{CLAIM_FILE}:{place}"


def test_exchanged_names_are_told_of_once(tmp_path: Path) -> None:
    problem = told(tmp_path, "E311", f"{ENTITY}short:\n  en: ⊥옴시\n  ko: OCO\n", ENTITY_FILE)
    assert problem.values == {"language": "en", "other": "ko"}


@pytest.mark.parametrize(
    ("file", "text"),
    [
        (ENTITY_FILE, f"{ENTITY}short: {{en: OCO, ko: OCO}}\n"),
        (ENTITY_FILE, f"{ENTITY}aliases: [옴버시청, 奥姆贝, Омбер]\n"),
        (CLAIM_FILE, with_claim("text: 약 1,200명이 왔다", 'text: "1,200"')),
        (CLAIM_FILE, with_claim("ko: 시청, 방문객 약 1,200명으로 집계", "ko: City Office, 1,200명")),
    ],
)
def test_names_may_be_latin_and_numbers_are_in_no_language(tmp_path: Path, file: str, text: str) -> None:
    assert examined(tmp_path, {file: text}) == []


@pytest.mark.parametrize(
    "text",
    [
        with_claim("text: 약 1,200명이 왔다", "text: ⊥1,200 people came"),
        with_claim("text: about 1,200 people came", "text: ⊥1,200명이 왔다"),
        CLAIM
        + "  ru:\n    text: ⊥words\n    origin: translation\n    from: en\n    method: human\n    reviewed: true\n",
    ],
)
def test_a_quote_in_the_letters_of_another_language_may_be_meant(tmp_path: Path, text: str) -> None:
    told(tmp_path, "W409", text)


@pytest.mark.parametrize("words", ["中國 訪問客 1,200名", "訪問客 1,200명"])
def test_korean_is_also_written_in_hanja(tmp_path: Path, words: str) -> None:
    assert examined(tmp_path, {CLAIM_FILE: with_claim("약 1,200명이 왔다", words)}) == []
    assert examined(tmp_path, {ENTITY_FILE: changed(ENTITY, "ko: 옴버 시청", "ko: 市廳")}) == []


def test_a_language_whose_script_is_not_known_is_left_alone() -> None:
    made = claim(title={"en": "words", "ko": "말", "qqq": "слова"})
    assert found(texts.wrong_scripts(context(made))) == []


def test_the_same_words_twice_are_no_translation(tmp_path: Path) -> None:
    problem = told(tmp_path, "E320", with_claim("약 1,200명이 왔다", "⊥about 1,200 people came"))
    assert related(problem) == f"{CLAIM_FILE}:9:11"


def test_of_two_same_quotes_the_one_in_another_script_is_wrong(tmp_path: Path) -> None:
    told(tmp_path, "E320", with_claim("about 1,200 people came", "⊥약 1,200명이 왔다"))


@pytest.mark.parametrize(("words", "expected"), [("Non!", []), ("about 1,200 people came", ["E320"])])
def test_languages_of_one_script_may_share_a_few_words(words: str, expected: list[str]) -> None:
    source = {"origin": "source", "source": {"url": "https://example.org/", "publisher": "omber-daily"}}
    translation = {"origin": "translation", "from": "fr", "method": "human", "reviewed": "true"}
    quotes = {"fr": {"text": words} | source, "en": {"text": words} | translation, "ko": {"text": "말"} | translation}
    assert [code for _, _, code in found(texts.wrong_scripts(context(claim(quotes=quotes))))] == expected


@pytest.mark.parametrize(
    ("file", "text"),
    [
        (CLAIM_FILE, with_claim("방문객 약 1,200명", NFD).replace("ko: 시청", "ko: ⊥시청")),
        (CLAIM_FILE, with_claim("text: 약 1,200명이", f"text: ⊥{NFD}이")),
        (CLAIM_FILE, with_claim("reviewed: true", "by: ⊥Rene\u0301\n    reviewed: true")),
        (CLAIM_FILE, with_claim("publisher: omber-daily", "publisher: omber-daily\n      title: ⊥Cafe\u0301")),
        (ENTITY_FILE, f"{ENTITY}aliases: [OCO, ⊥Cite\u0301]\n"),
        (SERIES_FILE, changed(SERIES, "ko: {other: 명}", f"ko: {{other: ⊥{unicodedata.normalize('NFD', '명')}}}")),
    ],
)
def test_characters_are_composed(tmp_path: Path, file: str, text: str) -> None:
    told(tmp_path, "E402", text, file)


def test_the_word_that_is_not_composed_is_named(tmp_path: Path) -> None:
    problem = told(tmp_path, "E402", f"{ENTITY}aliases: [⊥City of Cafe\u0301 Street]\n", ENTITY_FILE)
    assert problem.values == {"word": "Cafe\u0301"}


def test_an_address_keeps_its_characters(tmp_path: Path) -> None:
    assert examined(tmp_path, {CLAIM_FILE: with_claim("org/walk", "org/Cafe\u0301")}) == []


@pytest.mark.parametrize(
    "character",
    ["\u00ad", "\u200b", "\u200c", "\u200d", "\u2060", "\u2065", "\u3164", "\u115f", "\uffa0", "\U000e0041"],
)
def test_no_text_holds_what_nobody_sees(tmp_path: Path, character: str) -> None:
    problem = told(
        tmp_path, "E405", with_claim("people came", f"peo{character}ple came").replace("text: about", "text: ⊥about")
    )
    assert problem.values == {"character": f"U+{ord(character):04X}", "word": f"peo{character}ple"}


@pytest.mark.parametrize("character", ["\u200b", "\u3164"])
def test_a_text_of_nothing_else_is_told_of_once(tmp_path: Path, character: str) -> None:
    told(tmp_path, "E405", with_claim("text: 약 1,200명이 왔다", f"text: ⊥{character}"))


@pytest.mark.parametrize("word", ["می\u200cخواهم", "क्\u200dष", "👩\u200d🚒", "❤️\u200d🔥"])
def test_joiners_may_stand_where_a_script_needs_them(tmp_path: Path, word: str) -> None:
    assert examined(tmp_path, {CLAIM_FILE: with_claim("people came", f"people came {word}")}) == []


@pytest.mark.parametrize(
    ("name", "letter", "suggestion"),
    [
        ("City Offiсe", "с", "Office"),
        ("City Οffice", "Ο", "Office"),
        ("АВС Radio", "А", "ABC"),
        ("City Оffжice", "О", None),
        ("Pоссия of Omber", "P", None),
    ],
)
def test_look_alikes_are_named(tmp_path: Path, name: str, letter: str, suggestion: str | None) -> None:
    problem = told(tmp_path, "E406", changed(ENTITY, "en: City Office of Omber", f"en: ⊥{name}"), ENTITY_FILE)
    assert problem.values["letter"] == letter
    assert problem.values["name"] == unicodedata.name(letter)
    assert problem.values.get("suggestion") == suggestion


def test_an_alias_mixes_no_alphabets(tmp_path: Path) -> None:
    told(tmp_path, "E406", f"{ENTITY}aliases: [Омбер, ⊥Oмбер]\n", ENTITY_FILE)


@pytest.mark.parametrize("alias", ["НАТО", "Россия", "ΔT", "β-carotene", "KN-23형", "Ωmega", "µm"])
def test_letters_that_are_meant_may_stand(alias: str) -> None:
    assert found(texts.unclean_names(context(entity(aliases=[alias])))) == []


def test_a_name_may_be_in_the_script_of_its_language() -> None:
    made = entity(name={"en": "Omber", "ko": "옴버", "ru": "Сосна"})
    assert found(texts.unclean_names(context(made))) == []


@pytest.mark.parametrize(
    ("name", "mended"),
    [("Ｏｍｂｅｒ City", "Omber City"), ("Omber\u3000City", "Omber City"), ("City（Omber）", "City(Omber)")],
)
def test_names_have_the_usual_width(tmp_path: Path, name: str, mended: str) -> None:
    problem = told(tmp_path, "W408", f"{ENTITY}aliases: [⊥{name}]\n", ENTITY_FILE)
    assert problem.values["suggestion"] == mended


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("people came to Ｏｍｂｅｒ", "W408"),
        ("people &amp; dogs came", "W410"),
        ("people came, said the office&#8217;s chief", "W410"),
        ("people\u00a0came", "W411"),
        ("people\u2009came", "W411"),
        ("people \ue000 came", "E412"),
        ("people \U000f0000 came", "E412"),
        ("pe\u0301\u0302\u0303\u0304\u0306ople came", "E413"),
        ("p\u0435ople came", "W414"),
    ],
)
@pytest.mark.parametrize("file", [CLAIM_FILE, "title"])
def test_what_is_copied_along_with_words_is_told_of(tmp_path: Path, words: str, code: str, file: str) -> None:
    where = "text: about 1,200 people came" if file == CLAIM_FILE else "en: City Office counts about 1,200 visitors"
    told(tmp_path, code, with_claim(where, where.partition(": ")[0] + f": ⊥{words}"))


@pytest.mark.parametrize(
    "words",
    [
        "R&D; of ships",
        "people & dogs",
        "AT&T; and more",
        "ca\u0323\u0308fe",
        "Ω and Δt",
        "“People” came",
    ],
)
def test_words_that_only_look_like_code_or_heaps_are_left_alone(tmp_path: Path, words: str) -> None:
    text = unicodedata.normalize("NFC", words)
    assert examined(tmp_path, {CLAIM_FILE: with_claim("about 1,200 people came", text)}) == []


def test_a_french_quote_has_its_spaces(tmp_path: Path) -> None:
    quote = (
        "  fr:\n    text: « mots\u00a0»\n    origin: translation\n    from: en\n    method: human\n    reviewed: true\n"
    )
    assert examined(tmp_path, {CLAIM_FILE: CLAIM + quote}) == []


def test_a_hanja_that_unicode_has_twice_is_told_of_by_name(tmp_path: Path) -> None:
    problem = told(tmp_path, "E407", changed(ENTITY, "ko: 옴버 시청", "ko: ⊥\uf9e1 시청"), ENTITY_FILE)
    assert problem.values["suggestion"] == "李"
    assert problem.values["character"] == "U+F9E1"


def test_a_title_of_a_thousand_characters_is_told_of(tmp_path: Path) -> None:
    told(tmp_path, "W415", with_claim("en: City Office counts about 1,200 visitors", "en: ⊥" + "words " * 500))
    short = with_claim("en: City Office counts about 1,200 visitors", "en: " + "x" * texts.LONGEST_LINE)
    assert examined(tmp_path, {CLAIM_FILE: short}) == []


@pytest.mark.parametrize("title", ["“City Office counts visitors”", "'\"City Office counts visitors\"'"])
def test_a_title_between_quotation_marks_is_told_of(tmp_path: Path, title: str) -> None:
    told(tmp_path, "W416", with_claim("en: City Office counts about 1,200 visitors", f"en: ⊥{title}"))
    partly = with_claim("en: City Office counts about 1,200 visitors", "en: “City Office” counts “visitors”")
    assert examined(tmp_path, {CLAIM_FILE: partly}) == []


DIRECT = with_claim("text: about 1,200 people came\n", "text: about 1,200 people came\n    speech: direct\n")


@pytest.mark.parametrize(
    "text", ["“about 1,200 people came”", "'\"about 1,200 people came\"'", "«about 1,200 people came»"]
)
def test_direct_words_have_no_quotation_marks_of_their_own(tmp_path: Path, text: str) -> None:
    told(tmp_path, "W419", changed(DIRECT, "text: about 1,200 people came", f"text: ⊥{text}"))
    translated = changed(DIRECT, "text: 약 1,200명이 왔다", "text: ⊥“약 1,200명이 왔다”")
    told(tmp_path, "W419", translated)


@pytest.mark.parametrize(
    "text",
    [
        DIRECT,
        with_claim("text: about 1,200 people came", "text: “about 1,200 people came”"),
        changed(DIRECT, "text: about 1,200 people came", "text: “about 1,200” people “came”"),
    ],
)
def test_reported_words_and_parts_may_stand_in_marks(tmp_path: Path, text: str) -> None:
    assert examined(tmp_path, {CLAIM_FILE: text}) == []
