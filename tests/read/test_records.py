import json
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.check.reports import help_text
from site_builder.language.language import Language
from site_builder.model.records import CLAIM_ID, FORMS, ID, Claim, SourceQuote, Translation
from site_builder.read.records import EXAMPLES
from tests.records import (
    CLAIM,
    CLAIM_FILE,
    ENTITY,
    ENTITY_FILE,
    SERIES,
    SERIES_FILE,
    changed,
    claim,
    coded,
    entity,
    marked,
    read,
    series,
    titled,
)

FIGURES = f"{CLAIM}figures:\n  - "
REPORTS = f"{CLAIM}reports:\n  - "
CORRECTIONS = f"{CLAIM}corrections:\n  - "


def whole(data: str | bytes, file: str = CLAIM_FILE) -> Claim:
    """The claim of a file without problems."""
    record, problems = read(data, file)
    assert coded(problems) == []
    assert isinstance(record, Claim)
    return record


def test_a_file_is_the_record_of_its_folder() -> None:
    assert read(CLAIM)[0] == claim()
    assert read(ENTITY, ENTITY_FILE)[0] == entity()
    assert read(SERIES, SERIES_FILE)[0] == series()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        # shape
        ("⊥- title\n- said\n", "E302"),
        ("⊥words\n", "E302"),
        ("⊥null\n", "E302"),
        ("⊥[]\n", "E302"),
        (changed(CLAIM, "[lantern-walk]", "⊥lantern-walk"), "E302"),
        (changed(CLAIM, "[lantern-walk]", "[lantern-walk, ⊥[a], ⊥{b: c}]"), "E302"),
        (changed(CLAIM, "claimant: city", "⊥claimant:\n  city: a\n#"), "E302"),
        (changed(CLAIM, "said: 2031-03-12", "⊥said: [2031]"), "E302"),
        (f"{CLAIM}notes: ⊥words\n", "E302"),
        (f"{CLAIM}figures: ⊥1200\n", "E302"),
        (f"{CLAIM}reports:\n  - ⊥https://example.org/\n", "E302"),
        (f"{CLAIM}withdrawn: ⊥true\n", "E302"),
        (CLAIM[: CLAIM.index("quotes:")] + "quotes: ⊥words\n", "E302"),
        (CLAIM[: CLAIM.index("quotes:")] + "quotes:\n  en: ⊥words\n", "E302"),
        # keys
        (changed(CLAIM, "title:", "⊥Title:"), "E301"),
        (changed(CLAIM, "claimant:", "⊥clamant:"), "E301"),
        (f"⊥1: a\n⊥~: b\n⊥no: c\n⊥true: d\n⊥12:30: e\n{CLAIM}", "E301"),
        (f"⊥id: words\n{CLAIM}", "E301"),
        (f"{REPORTS}{{url: https://example.org/, publisher: omber-daily, ⊥titel: words}}\n", "E301"),
        (f"{FIGURES}series: visitors\n    value: 1\n    ⊥hegde: exact\n", "E301"),
        (f"{CORRECTIONS}{{on: 2031-04-01, kind: typo, note: {{en: a}}, ⊥by: words}}\n", "E301"),
        ("⊥" + CLAIM[CLAIM.index("said:") :], "E306"),
        ("⊥" + changed(CLAIM, "said: 2031-03-12\n", ""), "E306"),
        (changed(changed(CLAIM, "      publisher: omber-daily\n", ""), "source:\n", "⊥source:\n"), "E306"),
        (changed(changed(CLAIM, "    origin: source\n", ""), "  en:\n", "  ⊥en:\n"), "E306"),
        (changed(changed(CLAIM, "    from: en\n", ""), "  ko:\n", "  ⊥ko:\n"), "E306"),
        (changed(changed(CLAIM, "    text: 약 1,200명이 왔다\n", ""), "  ko:\n", "  ⊥ko:\n"), "E306"),
        (f"{FIGURES}⊥series: visitors\n    value: 1\n", "E306"),
        (f"{REPORTS}⊥{{publisher: omber-daily}}\n", "E306"),
        # values
        (changed(CLAIM, "said: 2031-03-12", "said: ⊥2031-02-30"), "E304"),
        (changed(CLAIM, "said: 2031-03-12", "said: ⊥2031-13-01"), "E304"),
        (changed(CLAIM, "said: 2031-03-12", "said: ⊥2031-3-1"), "E304"),
        (changed(CLAIM, "said: 2031-03-12", "said: ⊥12/03/2031"), "E304"),
        (changed(CLAIM, "said: 2031-03-12", "said: ⊥２０３１-03-12"), "E304"),
        (changed(CLAIM, "said: 2031-03-12", "said: ⊥0000-00-00"), "E304"),
        (changed(CLAIM, "said: 2031-03-12", "said: ⊥2031-03-12T00:00:00Z"), "E304"),
        (changed(CLAIM, "said: 2031-03-12", "said: ⊥2031-03-12T00:00"), "E304"),
        (changed(CLAIM, "said: 2031-03-12", "said: ⊥2031-03-13T00:00Z"), "E506"),
        (f"{REPORTS}{{url: https://example.org/, publisher: omber-daily, published: ⊥2031-03-12T00:00Z}}\n", "E304"),
        (f"{FIGURES}{{series: visitors, value: 1, hedge: exact, as_of: ⊥2031-03-12T00:00Z}}\n", "E304"),
        (changed(CLAIM, "came\n", "came\n    speech: ⊥indirect\n"), "E307"),
        (changed(CLAIM, "said: 2031-03-12", "said: ⊥''"), "E309"),
        (f"{REPORTS}{{url: https://example.org/, publisher: omber-daily, published: ⊥spring}}\n", "E304"),
        (f"{REPORTS}{{url: https://example.org/, publisher: omber-daily, accessed: ⊥2031-03}}\n", "E304"),
        (f"{FIGURES}{{series: visitors, value: 1, hedge: exact, as_of: ⊥now}}\n", "E304"),
        (changed(CLAIM, "origin: translation", "origin: ⊥transaltion"), "E307"),
        (changed(CLAIM, "method: human", "method: ⊥manual"), "E307"),
        (f"{FIGURES}{{series: visitors, value: 1, hedge: ⊥abuot}}\n", "E307"),
        (f"{CORRECTIONS}{{on: 2031-04-01, kind: ⊥mistake, note: {{en: a, ko: b}}}}\n", "E307"),
        (f"{FIGURES}{{series: visitors, value: ⊥'1,200', hedge: exact}}\n", "E308"),
        (f"{FIGURES}{{series: visitors, min: ⊥-0, max: ⊥1e3, hedge: exact}}\n", "E308"),
        (f"{FIGURES}{{series: visitors, value: ⊥2/4, hedge: exact}}\n", "E308"),
        (f"{FIGURES}{{series: visitors, max: 40, hedge: ⊥at-least}}\n", "E325"),
        (f"{FIGURES}{{series: visitors, min: 40, hedge: ⊥at-most}}\n", "E325"),
        (f"{FIGURES}{{series: visitors, min: 40, hedge: ⊥nearly}}\n", "E325"),
        (titled("⊥''"), "E309"),
        (titled("⊥'  '"), "E309"),
        (changed(CLAIM, "text: 약 1,200명이 왔다", "text: ⊥''"), "E309"),
        (f"{CLAIM}notes:\n  en: ⊥''\n  ko: 말\n", "E309"),
        (titled('⊥"words\\n---\\ntemplate: x"'), "E312"),
        (titled("⊥|\n    words\n    template: x"), "E312"),
        (f"{FIGURES}⊥{{series: visitors, hedge: exact}}\n", "E313"),
        (f"{FIGURES}⊥series: visitors\n    value: 1\n    min: 1\n    hedge: exact\n", "E313"),
        (f"{FIGURES}⊥{{series: visitors, min: 2, max: 1, hedge: exact}}\n", "E314"),
        (changed(CLAIM, "reviewed: true", "reviewed: ⊥yes"), "E315"),
        (changed(CLAIM, "reviewed: true", "reviewed: ⊥True"), "E315"),
        (f"{REPORTS}{{url: https://example.org/, publisher: omber-daily, snapshot: ⊥sha256:0}}\n", "E316"),
        (changed(CLAIM, "  ko: 시청", "  ⊥KO: 시청"), "E316"),
        (changed(CLAIM, "    from: en", "    from: ⊥../../x"), "E316"),
        (changed(CLAIM, "claimant: city-office", "claimant: ⊥City Office"), "E501"),
        (changed(CLAIM, "claimant: city-office", "claimant: ⊥시청"), "E501"),
        (changed(CLAIM, "[lantern-walk]", "[⊥../secret, ⊥cіty]"), "E501"),  # the second with a Cyrillic letter
        (f"{CLAIM}revises: [⊥words, 2031-03-11-words]\n", "E501"),
        # the name of the file
        (changed(CLAIM, "said: 2031-03-12", "said: ⊥2031-03-11"), "E506"),
        (changed(CLAIM, "said: 2031-03-12", "said: ⊥2031-03"), "E506"),
        (changed(CLAIM, "said: 2031-03-12", "said: ⊥2031-03-11/2031-03-12"), "E506"),
    ],
)
def test_what_is_wrong_with_a_claim_is_told_where_it_stands(text: str, code: str) -> None:
    text, expected = marked(text, code)
    record, problems = read(text)
    assert record is None
    assert coded(problems) == expected


@pytest.mark.parametrize(
    ("file", "text", "code"),
    [
        (ENTITY_FILE, changed(ENTITY, "kind: organization", "kind: ⊥organisation"), "E307"),
        (ENTITY_FILE, f"{ENTITY}wikidata: ⊥q1\n", "E316"),
        (ENTITY_FILE, f"{ENTITY}aliases: [⊥'', words]\n", "E309"),
        (ENTITY_FILE, f"{ENTITY}⊥alias: [words]\n", "E301"),
        (ENTITY_FILE, "⊥" + ENTITY[ENTITY.index("name:") :], "E306"),
        (SERIES_FILE, changed(changed(SERIES, "other: 명", ""), "ko: {}", "⊥ko: {}"), "E306"),
        (SERIES_FILE, f"{SERIES}sum_of: ⊥visitors\n", "E302"),
        (SERIES_FILE, f"{SERIES}part_of: ⊥Visitors\n", "E501"),
    ],
)
def test_what_is_wrong_with_an_entity_or_series_is_told_where_it_stands(file: str, text: str, code: str) -> None:
    text, expected = marked(text, code)
    record, problems = read(text, file)
    assert record is None
    assert coded(problems) == expected


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        (changed(CLAIM, "claimant:", "clamant:"), "claimant"),
        (changed(CLAIM, "title:", "Title:"), "title"),
        (changed(CLAIM, "origin: translation", "origin: transaltion"), "translation"),
        (f"{FIGURES}{{series: visitors, value: 1, hedge: atleast}}\n", "at-least"),
        (f"{FIGURES}{{series: visitors, value: 1, hegde: exact}}\n", "hedge"),
        (changed(CLAIM, "claimant: city-office", "claimant: City Office"), "city-office"),
        (changed(CLAIM, "method: human", "method: qqq"), None),
        (f"{CLAIM}qqq: words\n", None),
    ],
)
def test_the_word_that_was_probably_meant_is_suggested(text: str, suggestion: str | None) -> None:
    (problem,) = read(text)[1]
    assert problem.values.get("suggestion") == suggestion


def test_every_missing_key_is_told_of() -> None:
    problems = read("title: {en: a, ko: b}\nsaid: 2031-03-12\n")[1]
    assert [problem.values["key"] for problem in problems] == ["claimant", "about", "quotes"]


def test_an_unknown_key_names_those_that_are_known() -> None:
    (problem,) = read(f"{FIGURES}{{series: visitors, value: 1, hedge: exact, qqq: words}}\n")[1]
    assert problem.values["known"] == "series, value, min, max, hedge, as_of, basis"


@pytest.mark.parametrize(
    ("file", "code"),
    [
        ("claims/2031/C-1.yml", "E501"),
        ("claims/2031/words.yml", "E501"),
        ("claims/2031/2031-03-12.yml", "E501"),
        ("claims/2031/2031-03-12-Words.yml", "E501"),
        ("claims/2031/2031-03-12-two words.yml", "E501"),
        ("claims/2031/2031-03-12-말.yml", "E501"),
        ("claims/2031/2031-03-12-wоrds.yml", "E501"),  # with a Cyrillic letter
        ("claims/2031/2031-03-12-words-.yml", "E501"),
        ("claims/2030/2031-03-12-words.yml", "E507"),
    ],
)
def test_a_claim_stands_under_its_id_in_the_folder_of_its_year(file: str, code: str) -> None:
    assert coded(read(CLAIM, file)[1]) == [f"1:1 {code}"]


@pytest.mark.parametrize("name", ["City", "city_office", "city--office", "-city", "시청", "city office", "сity"])
def test_an_entity_stands_under_an_id(name: str) -> None:
    assert coded(read(ENTITY, f"claims/entities/{name}.yml")[1]) == ["1:1 E501"]


@pytest.mark.parametrize(
    ("said", "stem"),
    [
        ("2031", "2031"),
        ("2031-03", "2031-03"),
        ("2031-03~", "2031-03"),
        ("2031-03-12", "2031-03-12"),
        ("2031-03-12~", "2031-03-12"),
        ("2031-03-12/2031-03-14", "2031-03-12"),
        ("2031-03/2031-05", "2031-03"),
    ],
)
def test_an_id_begins_with_the_date_as_precisely_as_it_is_known(said: str, stem: str) -> None:
    text = changed(CLAIM, "said: 2031-03-12", f"said: {said}")
    assert whole(text, f"claims/2031/{stem}-words.yml").said.text == said


def test_a_date_bare_or_quoted_is_the_same() -> None:
    assert whole(changed(CLAIM, "2031-03-12", '"2031-03-12"')) == whole(CLAIM)


@pytest.mark.parametrize(
    "word",
    [
        "NO",
        "yes",
        "on",
        "null",
        "~",
        "0755",
        "0o17",
        "12:30",
        "1_000",
        "1e3",
        ".nan",
        "1.10",
        "=",
        "2031-03-12",
        "true",
    ],
)
def test_a_text_keeps_its_letters(word: str) -> None:
    text = changed(titled(word), "text: about 1,200 people came", f"text: {word}")
    text = changed(text, "text: 약 1,200명이 왔다", f"text: {word}") + f"notes: {{en: {word}, ko: {word}}}\n"
    record = whole(text)
    assert [record.title["en"], *(quote.text for quote in record.quotes.values())] == [word] * 3
    assert record.notes == {"en": word, "ko": word}


def test_quotes_in_further_languages_are_read() -> None:
    record = whole(CLAIM + "  ru: {text: пришли, origin: translation, from: en, method: machine, reviewed: false}\n")
    assert {tag: type(quote) for tag, quote in record.quotes.items()} == {
        "en": SourceQuote,
        "ko": Translation,
        "ru": Translation,
    }


REFUSED = {*range(0x80, 0xA0), 0x7F, 0x61C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A), 0xFEFF}
LETTERS = st.characters(
    codec="utf-8",
    exclude_characters=[
        *map(chr, REFUSED),
        *(chr(code) for code in range(0x20) if chr(code) not in "\t\n"),
        *map(chr, range(0xFDD0, 0xFDF0)),
        "\ufffe",
        "\uffff",
    ],
)
TEXTS = (
    st.text(LETTERS)
    .map(lambda text: unicodedata.normalize("NFC", text))
    .filter(lambda text: any(letter.isalnum() for letter in text))
)


@given(TEXTS.map(lambda text: text.replace("\n", " ")), TEXTS, TEXTS)
def test_any_text_comes_back_letter_for_letter(title: str, quote: str, note: str) -> None:
    title_, quote_, note_ = (json.dumps(text, ensure_ascii=False) for text in (title, quote, note))
    text = changed(titled(title_), "about 1,200 people came", quote_)
    record = whole(f"{text}notes: {{en: {note_}, ko: {note_}}}\n")
    assert (record.title["en"], record.quotes["en"].text, record.notes) == (title, quote, {"en": note, "ko": note})


@given(
    st.binary()
    | st.tuples(st.binary(max_size=4), st.sampled_from([CLAIM, ENTITY, SERIES])).map(lambda a: a[0] + a[1].encode())
    | st.text("abentil:-#'\"[]{},|>&*!%@? \n\t가", min_size=1).map(str.encode),
    st.sampled_from([CLAIM_FILE, ENTITY_FILE, SERIES_FILE]),
)
def test_any_bytes_are_a_record_or_problems(data: bytes, file: str) -> None:
    record, problems = read(data, file)
    assert (record is None) == any(problem.is_error for problem in problems)


def test_every_form_has_an_example() -> None:
    patterns = set[str]()
    for form in FORMS.values():
        patterns |= set(re.findall(r'"pattern": "([^"]+)"', json.dumps(form.json_schema())))
        patterns |= set(re.findall(r'"patternProperties": {"([^"]+)"', json.dumps(form.json_schema())))
    assert patterns - {f"^{ID}$", f"^{CLAIM_ID}$"} == set(EXAMPLES)


def test_a_time_without_its_zone_is_told_of_with_its_own_line() -> None:
    _, (problem,) = read(changed(CLAIM, "said: 2031-03-12", "said: 2031-03-12 14:30"))
    assert problem.values["reason"] == "the time of the day lacks its zone"
    assert problem.values["example"] == "2031-03-12T14:30+09:00"
    assert "2031-03-12T14:30+09:00" in help_text(problem, Language("en"))


def test_a_date_without_a_time_is_not_told_of_zones() -> None:
    _, (problem,) = read(changed(CLAIM, "said: 2031-03-12", "said: 12 March 2031"))
    assert help_text(problem, Language("en")).startswith("write year, month and day in digits")
