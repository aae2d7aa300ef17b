"""Whoever follows the advice word for word has a record without problems: in both languages, for all that can be wrong.

The advice is taken from what `claims check` prints: from the report for people, and from the one for programs.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from site_builder.check import reports
from site_builder.check.validate import validate
from site_builder.fix.advice import advice, readings
from site_builder.language.language import Language
from site_builder.problems import Kind, Problem, sample
from site_builder.read import reader
from site_builder.read.files import lines_of
from tests.pages.test_problems import KINDS, PROSE, docstring, record_with
from tests.records import (
    ARCHIVE,
    CLAIM,
    CLAIM_FILE,
    ENTITY,
    ENTITY_FILE,
    SCHEMAS,
    SERIES,
    SERIES_FILE,
    changed,
    titled,
    write,
)
from tests.test_docs import RECORDS

EN, KO = Language("en"), Language("ko")
TRANSLATIONS = {
    "Harbour Authority puts ships held at about 40": "아벨 항만청, 출항 금지 선박 약 40척으로 집계",
    "The number is for the evening.": "저녁 기준 수치입니다.",
    "about 1,200 people came": "약 1,200명이 왔다",
    "City Office counts about 1,200 visitors": "시청, 방문객 약 1,200명으로 집계",
}
"""What a translator makes of the words that an advice puts in another language's place."""
ONLY_A_PERSON_KNOWS = {
    "E206": "which of two records the file is for",
    "E207": "what a word in thirty brackets was meant to be",
    "E216": "what a list in place of a key was meant to be",
    "E305": "the right date",
    "E319": "the words as published",
    "E320": "the translation",
    "E324": "the right number",
    "E326": "the word for the number",
    "E329": "the currency",
    "W322": "which of two dates is wrong",
    "E340": "which of two dates is wrong",
    "W409": "the translation",
    "E603": "the address for everybody",
    "W711": "the claim that was meant",
    "E717": "who was meant",
    "E719": "which of two kinds is right",
    "E720": "the right number",
    "E721": "the right number",
    "W724": "which of two claims is wrong",
    "E741": "the right number",
    "W743": "the words as they were meant",
    "W744": "the words of the title",
    "E745": "the words of the title",
    "E746": "the words of the title",
}
"""The codes whose wrong sample no line could mend that is made of it, with what is missing."""


@dataclass(frozen=True)
class Told:
    """One problem as both reports tell it."""

    code: str
    line: int
    suggestions: list[tuple[int, int, str]]


def told(root: Path, language: Language) -> tuple[list[Problem], list[Told]]:
    """What is wrong with an archive, with the lines to copy, which stand in the report for people as well."""
    problems = validate(root, ["en", "ko"]).problems
    text = reports.as_text(problems, lines_of(root), language)
    assert "…" not in text
    found = []
    for each in json.loads(reports.as_json(problems, lines_of(root), language))["problems"]:
        suggestions = [(edit["line"], edit["end_line"], edit["text"]) for edit in each["suggestions"]]
        for first, _, lines in suggestions:
            for number, line in enumerate(lines.splitlines(), first):
                assert f"\n{number:>4} + {line}\n" in text
        found.append(Told(each["code"], each["line"], suggestions))
    return problems, found


def follow(root: Path, file: str, language: Language, choice: int = 0) -> str:
    """The text of a file after all advice was followed, each time the first one, with translations put in."""
    for _ in range(12):
        _, found = told(root, language)
        first = next((each.suggestions for each in found if each.suggestions), None)
        if first is None:
            break
        start, end, text = first[min(choice, len(first) - 1)]
        for words, translated in TRANSLATIONS.items():
            if start == end:
                text = text.replace(words, translated)
        lines = (root / file).read_text("utf-8").splitlines(keepends=True)
        (root / file).write_text("".join([*lines[: start - 1], text, *lines[end - 1 :]]), "utf-8")
    return (root / file).read_text("utf-8")


def codes(root: Path) -> list[str]:
    return [problem.kind.code for problem in validate(root, ["en", "ko"]).problems]


def with_sample(root: Path, kind: type[Kind]) -> str:
    """Write the archive of the reference with the wrong sample of a kind in it; return its file."""
    file, record = record_with(sample(docstring(kind), "Wrong"), sample(docstring(kind), "Right"))
    others = {name: text for name, text in RECORDS.items() if Path(name).name != Path(file).name}
    write(root, {**SCHEMAS, **others, file: record})
    return file


@pytest.mark.parametrize("language", [EN, KO], ids=["en", "ko"])
@pytest.mark.parametrize(
    "kind", [kind for kind in KINDS if kind.code not in PROSE.keys() | ONLY_A_PERSON_KNOWS], ids=lambda kind: kind.code
)
def test_whoever_follows_the_advice_on_a_wrong_sample_has_a_right_record(
    kind: type[Kind], language: Language, tmp_path: Path
) -> None:
    file = with_sample(tmp_path, kind)
    (problem, *_), (first, *_) = told(tmp_path, language)
    if problem.kind.code in ("E506", "E507"):
        target = tmp_path / Path(file).parent / str(problem.values["suggestion"])
        target = target if problem.kind.code == "E506" else tmp_path / str(problem.values["suggestion"])
        target.parent.mkdir(exist_ok=True)
        (tmp_path / file).rename(target)
    for choice in range(max(1, len(first.suggestions))):
        if choice:
            with_sample(tmp_path, kind)
        follow(tmp_path, file, language, choice) if first.suggestions else None
        assert codes(tmp_path) == []


@pytest.mark.parametrize("code", ONLY_A_PERSON_KNOWS)
def test_no_line_is_made_up_where_only_a_person_knows(code: str, tmp_path: Path) -> None:
    with_sample(tmp_path, next(kind for kind in KINDS if kind.code == code))
    _, found = told(tmp_path, EN)
    assert found
    assert not [each.suggestions for each in found if each.suggestions]


FIGURES = "figures:\n  - series: visitors\n    value: 1200\n    hedge: about\n"
BLOCK = changed(CLAIM, "    text: about 1,200 people came", "    text: >-\n      about 1,200 people came")
SAID = "said: 2031-03-12"
TIMED = "said: 2031-03-12T14:30+09:00"
ABOUT = "about: [lantern-walk]"
TWO = "about: [lantern-walk, city-office]"
WITH_BOATS = changed(changed(CLAIM, "people came", "people came in 3 boats"), "명이 왔다", "명이 배 3척으로 왔다")
KO_QUOTE = CLAIM[CLAIM.index("  ko:\n") :]


def indented(text: str, by: int) -> str:
    return "".join(" " * by + line for line in text.splitlines(keepends=True))


BEGINNERS: list[tuple[str, str, str, list[str]]] = [
    # What was typed, the place and code of what is said, and the lines to copy.
    (
        "a tab before ko",
        changed(CLAIM, "  ko: 시청", "\tko: 시청"),
        "3:1 E218",
        ["  ko: 시청, 방문객 약 1,200명으로 집계"],
    ),
    (
        "tabs before both",
        changed(changed(CLAIM, "  ko: 시", "\tko: 시"), "  en: C", "\ten: C"),
        "2:1 E218",
        ["  en: City Office counts about 1,200 visitors"],
    ),
    (
        "a tab before origin",
        changed(BLOCK, "    origin: source", "\torigin: source"),
        "11:1 E218",
        ["    origin: source"],
    ),
    (
        "a tab behind spaces",
        changed(BLOCK, "    origin: source", "  \torigin: source"),
        "11:3 E218",
        ["    origin: source"],
    ),
    (
        "a full-width space",
        changed(CLAIM, "  ko: 시청", "　ko: 시청"),
        "3:1 E218",
        ["  ko: 시청, 방문객 약 1,200명으로 집계"],
    ),
    (
        "no-break spaces",
        changed(CLAIM, "  ko: 시청", "\u00a0\u00a0ko: 시청"),
        "3:1 E218",
        ["  ko: 시청, 방문객 약 1,200명으로 집계"],
    ),
    (
        "ko at the margin",
        changed(CLAIM, "  ko: 시청", "ko: 시청"),
        "3:1 E225",
        ["  ko: 시청, 방문객 약 1,200명으로 집계"],
    ),
    (
        "ko with one space",
        changed(CLAIM, "  ko: 시청", " ko: 시청"),
        "3:1 E225",
        ["  ko: 시청, 방문객 약 1,200명으로 집계"],
    ),
    (
        "ko with four spaces",
        changed(CLAIM, "  ko: 시청", "    ko: 시청"),
        "3:1 E225",
        ["  ko: 시청, 방문객 약 1,200명으로 집계"],
    ),
    ("a quote at the margin", changed(CLAIM, "  ko:\n    text", "ko:\n    text"), "14:1 E225", ["  ko:"]),
    ("a whole quote too deep", CLAIM.replace(KO_QUOTE, indented(KO_QUOTE, 2)), "14:1 E225", ["  ko:"]),
    (
        "words not indented",
        changed(BLOCK, "      about 1,200 people", "    about 1,200 people"),
        "10:1 E225",
        ["      about 1,200 people came"],
    ),
    (
        "words at the margin",
        changed(BLOCK, "      about 1,200 people", "about 1,200\npeople"),
        "10:1 E225",
        ["      about 1,200", "      people came"],
    ),
    ("a source at the margin", changed(CLAIM, "    source:", "source:"), "11:1 E225", ["    source:"]),
    (
        "a source's keys not indented",
        CLAIM.replace("      url", "    url").replace("      pub", "    pub"),
        "12:1 E225",
        ["      url: https://example.org/walk", "      publisher: omber-daily"],
    ),
    ("a key too deep", changed(CLAIM, "claimant:", "  claimant:"), "5:1 E225", ["claimant: city-office"]),
    (
        "an item at the margin",
        WITH_BOATS + FIGURES + "- series: boats\n  value: 3\n  hedge: exact\n",
        "24:1 E225",
        ["  - series: boats", "    value: 3", "    hedge: exact"],
    ),
    (
        "figures without a hyphen",
        CLAIM + FIGURES.replace("  - s", "  s").replace("    ", "  "),
        "21:3 E226",
        FIGURES.splitlines()[1:],
    ),
    (
        "figures not indented",
        CLAIM + FIGURES.replace("  - s", "s").replace("    ", ""),
        "21:1 E226",
        FIGURES.splitlines()[1:],
    ),
    (
        "a second figure without one",
        WITH_BOATS + FIGURES + "  series: boats\n  value: 3\n  hedge: exact\n",
        "24:3 E226",
        ["  - series: boats", "    value: 3", "    hedge: exact"],
    ),
    ("a hyphen without a space", CLAIM + FIGURES.replace("- s", "-s"), "21:3 E226", FIGURES.splitlines()[1:2]),
    ("a dash for a hyphen", CLAIM + FIGURES.replace("- s", "– s"), "21:3 E226", FIGURES.splitlines()[1:2]),
    ("a bullet for a hyphen", CLAIM + FIGURES.replace("- s", "• s"), "21:3 E226", FIGURES.splitlines()[1:2]),
    ("a key without a colon", changed(CLAIM, "quotes:", "quotes"), "7:1 E230", ["quotes:"]),
    (
        "a key and a value without one",
        changed(CLAIM, "claimant: c", "claimant c"),
        "5:1 E230",
        ["claimant: city-office"],
    ),
    ("a list without brackets", changed(CLAIM, ABOUT, "about: lantern-walk, city-office"), "6:8 E302", [TWO]),
    ("one id for a list", changed(CLAIM, ABOUT, "about: lantern-walk"), "6:8 E302", [ABOUT]),
    ("a list with a dot", changed(CLAIM, ABOUT, "about: lantern-walk · city-office"), "6:8 E302", [TWO]),
    ("ids on lines without hyphens", changed(CLAIM, ABOUT, "about:\n  lantern-walk\n  city-office"), "7:3 E302", [TWO]),
    ("a comma too many", changed(CLAIM, ABOUT, "about: [lantern-walk,, city-office]"), "6:22 E224", [TWO]),
    ("a wide comma", changed(CLAIM, ABOUT, "about: [lantern-walk，city-office]"), "6:21 E228", [TWO]),
    ("wide brackets", changed(CLAIM, ABOUT, "about: ［lantern-walk、 city-office］"), "6:8 E228", [TWO]),
    (
        "a list for an id",
        changed(CLAIM, "claimant: city-office", "claimant: [city-office]"),
        "5:1 E302",
        ["claimant: city-office"],
    ),
    (
        "a title without languages",
        changed(CLAIM, CLAIM[: CLAIM.index("said")], "title: 시청 집계\n"),
        "1:8 E302",
        ["title:", "  ko: 시청 집계"],
    ),
    (
        "a name for an id",
        changed(CLAIM, "claimant: city-office", "claimant: City Office"),
        "5:11 E501",
        ["claimant: city-office"],
    ),
    ("a date with full stops", changed(CLAIM, SAID, "said: 12.03.2031"), "4:7 E304", [SAID]),
    ("a date without zeros", changed(CLAIM, SAID, "said: 2031-3-12"), "4:7 E304", [SAID]),
    ("a Korean date", changed(CLAIM, SAID, "said: 2031년 3월 12일"), "4:7 E304", [SAID]),
    ("an English date", changed(CLAIM, SAID, "said: March 12, 2031"), "4:7 E304", [SAID]),
    ("a date with a time", changed(CLAIM, SAID, "said: 2031-03-12 14:30"), "4:7 E304", [SAID]),
    ("a time without a colon in its zone", changed(CLAIM, SAID, "said: 2031-03-12T14:30+0900"), "4:7 E304", [TIMED]),
    ("a time with a small t", changed(CLAIM, SAID, "said: 2031-03-12t14:30+09:00"), "4:7 E304", [TIMED]),
    ("a time behind a space", changed(CLAIM, SAID, "said: 2031-03-12 14:30+09:00"), "4:7 E304", [TIMED]),
    ("a time with seconds", changed(CLAIM, SAID, "said: 2031-03-12T14:30:59+09:00"), "4:7 E304", [TIMED]),
    ("a time with the name of its zone", changed(CLAIM, SAID, "said: 2031-03-12 14:30 KST"), "4:7 E304", [TIMED]),
    ("a Korean time", changed(CLAIM, SAID, "said: 2031년 3월 12일 오후 2시 30분(한국 시간)"), "4:7 E304", [TIMED]),
    ("a wide date", changed(CLAIM, SAID, "said: ２０３１-０３-１２"), "4:7 E304", [SAID]),
    ("a date with no-break space", changed(CLAIM, SAID, "said: 2031-03-12\u00a0"), "4:17 E229", [SAID]),
    ("a date in bent marks", changed(CLAIM, SAID, "said: “2031-03-12”"), "4:7 E227", [SAID]),
    (
        "true with no-break space",
        changed(CLAIM, "reviewed: true", "reviewed: true\u00a0"),
        "19:19 E229",
        ["    reviewed: true"],
    ),
    ("a number with its unit", CLAIM + FIGURES.replace("1200", "1200명"), "22:12 E308", ["    value: 1200"]),
    ("a number with a comma", CLAIM + FIGURES.replace("1200", "1,200"), "22:12 E308", ["    value: 1200"]),
    ("a number with Korean units", CLAIM + FIGURES.replace("1200", "1천200"), "22:12 E308", ["    value: 1200"]),
    (
        "a range for a number",
        CLAIM.replace("about 1,200", "about 8 to 12").replace("약 1,200명", "약 8~12명")
        + FIGURES.replace("1200", "8~12"),
        "22:12 E308",
        ["    min: 8", "    max: 12"],
    ),
    ("a title in bent marks", titled("“City Office: about 1,200”"), "2:7 E227", ['  en: "City Office: about 1,200"']),
    ("a title in bent marks with #", titled("“City Office #1”"), "2:20 E212", ['  en: "City Office #1"']),
    (
        "an address on two lines",
        changed(CLAIM, "https://example.org/walk", "https://example.org/\n        walk"),
        "12:12 E604",
        ["      url: https://example.org/walk"],
    ),
    ("yes for true", changed(CLAIM, "reviewed: true", "reviewed: 네"), "19:15 E315", ["    reviewed: true"]),
    ("a key that is missing", changed(CLAIM, "    reviewed: true\n", ""), "14:3 E306", ["    reviewed: false"]),
    (
        "a Korean title that is missing",
        changed(CLAIM, CLAIM.splitlines()[2] + "\n", ""),
        "1:1 E310",
        ["  ko: City Office counts about 1,200 visitors"],
    ),
    (
        "a Korean quote that is missing",
        changed(CLAIM, KO_QUOTE, ""),
        "7:1 E310",
        [
            "  ko:",
            "    text: about 1,200 people came",
            "    origin: translation",
            "    from: en",
            "    method: human",
            "    reviewed: false",
        ],
    ),
]


def archive(root: Path, text: str) -> Path:
    boats = {"claims/series/boats.yml": SERIES.replace("visitor", "boat").replace("방문객", "배").replace("명", "척")}
    others = boats if "boats" in text else {}
    with_visitors = {} if "figures" in text else {"claims/2031/2031-03-11-city-office-few.yml": few()}
    return write(root, {**ARCHIVE, **SCHEMAS, **others, **with_visitors, CLAIM_FILE: text})


def few() -> str:
    """Another claim, with a number: a series that no claim names has a warning."""
    return (
        CLAIM.replace("2031-03-12", "2031-03-11").replace("1,200", "900").replace("/walk", "/first")
        + "figures:\n  - series: visitors\n    value: 900\n    hedge: about\n"
    )


@pytest.mark.parametrize("language", [EN, KO], ids=["en", "ko"])
@pytest.mark.parametrize(("text", "place", "lines"), [row[1:] for row in BEGINNERS], ids=[row[0] for row in BEGINNERS])
def test_a_beginner_gets_the_line_to_copy(
    text: str, place: str, lines: list[str], language: Language, tmp_path: Path
) -> None:
    archive(tmp_path, text)
    problems, found = told(tmp_path, language)
    first = min(zip(problems, found, strict=True), key=lambda each: each[0].place)
    assert f"{first[0].place.line}:{first[0].place.column} {first[1].code}" == place
    assert [edit[2].splitlines() for edit in first[1].suggestions][:1] == [lines]
    if "title: 시청" not in text:  # who writes one language has to write the other
        follow(tmp_path, CLAIM_FILE, language)
        assert codes(tmp_path) == []


def test_a_date_with_two_readings_gets_both(tmp_path: Path) -> None:
    archive(tmp_path, changed(CLAIM, SAID, "said: 12/03/2031"))
    _, (first, *_) = told(tmp_path, EN)
    assert [edit[2] for edit in first.suggestions] == ["said: 2031-03-12\n", "said: 2031-12-03\n"]


@pytest.mark.parametrize("value", ["2031-02-30", "soon", "2031-13-01", "0000-00-00", "어제"])
def test_a_date_that_nobody_can_read_gets_no_line(tmp_path: Path, value: str) -> None:
    archive(tmp_path, changed(CLAIM, SAID, f"said: {value}"))
    _, (first, *_) = told(tmp_path, EN)
    assert (first.code, first.suggestions) == ("E304", [])


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("25/06/2025", ["2025-06-25"]),
        ("6/2025", ["2025-06"]),
        ("2025. 6. 10.", ["2025-06-10"]),
        ("2025.6.10(화)", ["2025-06-10"]),
        ("10th of June 2025", ["2025-06-10"]),
        ("20250610", ["2025-06-10"]),
        ("약 2025년 6월", ["2025-06~"]),
        ("2025-06-10 – 2025-06-12", ["2025-06-10/2025-06-12"]),
        ("2025-06-10", ["2025-06-10"]),
        ("2025-30-04", []),
        ("2025", ["2025"]),
    ],
)
def test_a_date_is_read_as_it_was_meant(text: str, meant: list[str]) -> None:
    assert readings.dates_in(text) == meant


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("700명", ["700"]),
        ("4천700", ["4700"]),
        ("1만 5,000명", ["15000"]),
        ("약 3만2천", ["32000"]),
        ("120억", ["12000000000"]),
        ("about 4,700 people", ["4700"]),
        ("15 thousand", ["15000"]),
        ("10-12", ["10", "12"]),
        ("４０", ["40"]),
        ("$1.5", ["1.5"]),
        ("1e3", []),
        ("twelve", []),
        ("3 of 5", []),
    ],
)
def test_a_number_is_read_as_it_was_meant(text: str, numbers: list[str]) -> None:
    assert readings.numbers_in(text) == numbers


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("Minister: we will", '"Minister: we will"'),
        ("rank #1 of 5", '"rank #1 of 5"'),
        ("rank  #1: of 5", '"rank  #1: of 5"'),
        ("rank\n    #1 of 5", '"rank #1 of 5"'),
        ("#1 of 5", '"#1 of 5"'),
        ("1위 #반도체", '"1위 #반도체"'),
        ('say "no": it is', """'say "no": it is'"""),
        ("a\\b: it's", """'a\\b: it''s'"""),
        ('say "no" #1', """'say "no" #1'"""),
        ('"A" and "B"', """'"A" and "B"'"""),
        ("'it's'", '"it\'s"'),
        ("'Tis so", '"\'Tis so"'),
        ("@harbour", '"@harbour"'),
        ("[속보] 말", '"[속보] 말"'),
    ],
)
def test_the_whole_text_is_put_in_quotation_marks(text: str, offered: str) -> None:
    (problem,) = reader.read(titled(text).encode(), CLAIM_FILE).problems
    (edit,) = advice(problem, titled(text).split("\n"))
    assert edit.lines == (f"  en: {offered}",)
    assert not reader.read("\n".join(edit.applied(titled(text).split("\n"))).encode(), CLAIM_FILE).problems


def every_slip() -> Iterator[tuple[str, str]]:
    """Whole records with one line in another column, and with one line without its hyphen or colon."""
    whole: Mapping[str, str] = {CLAIM_FILE: CLAIM + FIGURES, ENTITY_FILE: ENTITY, SERIES_FILE: SERIES}
    for file, text in whole.items():
        lines = text.splitlines()
        for number, line in enumerate(lines):
            bare = line.lstrip()
            others = {"\t" + bare, "  " + line, bare, line.replace(":", "", 1), line.replace("- ", "", 1)} - {line}
            yield from (
                (file, "\n".join([*lines[:number], other, *lines[number + 1 :], ""])) for other in sorted(others)
            )


@pytest.mark.parametrize(("file", "text"), list(every_slip()))
def test_advice_on_any_slip_of_layout_never_makes_a_record_worse(file: str, text: str) -> None:
    problems = reader.read(text.encode(), file).problems
    for problem in problems:
        for edit in advice(problem, text.split("\n")):
            left = reader.read("\n".join(edit.applied(text.split("\n"))).encode(), file).problems
            assert len(left) < len(problems) or max(each.place for each in left) > problem.place


@pytest.mark.parametrize("word", ["Ｐｏｒｔ", "국정원", "~", "[", "1,2", "\u200b"])
def test_nothing_that_is_typed_ends_the_advice(word: str) -> None:
    for line in (CLAIM + FIGURES).splitlines():
        key = re.match(r" *(?:- )?\w+:", line)
        if key:
            text = (CLAIM + FIGURES).replace(line, f"{key[0]} {word}", 1)
            for problem in reader.read(text.encode(), CLAIM_FILE).problems:
                advice(problem, text.split("\n"))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2031-03-12T14:30+0900", ["2031-03-12T14:30+09:00"]),
        ("2031-03-12T14:30+09", ["2031-03-12T14:30+09:00"]),
        ("2031-03-12T14:30 UTC+9", ["2031-03-12T14:30+09:00"]),
        ("2031-03-12T14:30\u221203:30", ["2031-03-12T14:30-03:30"]),
        ("2031-03-12t14:30z", ["2031-03-12T14:30Z"]),
        ("20310312T143059Z", ["2031-03-12T14:30Z"]),
        ("2031-03-12 14:30:59.5 GMT", ["2031-03-12T14:30Z"]),
        ("2031-03-12T9:30+09:00", ["2031-03-12T09:30+09:00"]),
        ("2031-03-12T24:00+09:00", ["2031-03-13T00:00+09:00"]),
        ("12 March 2031, 2:30 pm KST", ["2031-03-12T14:30+09:00"]),
        ("March 12, 2031, at 12 a.m. (KST)", ["2031-03-12T00:00+09:00"]),
        ("2031년 3월 12일 오후 12시 5분 한국시간", ["2031-03-12T12:05+09:00"]),
        ("12/03/2031 14:30 JST", ["2031-03-12T14:30+09:00", "2031-12-03T14:30+09:00"]),
        ("2031-03-12T14:30", []),  # of no zone
        ("2031-03-12 14:30 CST", []),  # in America, China or Cuba
        ("2031-03-12 2:30 KST", []),  # in the night or in the afternoon
        ("2031-03-12 14:30 pm KST", []),
        ("2031-03-12T24:30Z", []),
        ("2031-03-12T25:00Z", []),
        ("2031-03-12T14:30-00:00", []),
        ("2031-03-12T14:30+15:00", []),
        ("2031-03-12T14:30 KST+9", []),
        ("2031-02-30T14:30Z", []),
        ("2031-03 14:30Z", []),
        ("9999-12-31T24:00Z", []),
        ("14:30 KST", []),
        ("KST", []),
    ],
)
def test_a_time_of_the_day_is_read_if_it_can_mean_one_only(text: str, meant: list[str]) -> None:
    assert readings.times_in(text) == meant


@pytest.mark.parametrize("key", ["published", "accessed"])
@pytest.mark.parametrize("value", ["2031-03-12T14:30+09:00", "2031-03-12 14:30", "2031-03-12 14:30 KST"])
def test_a_time_is_dropped_where_a_date_goes_without_one(tmp_path: Path, key: str, value: str) -> None:
    archive(tmp_path, changed(CLAIM, "publisher: omber-daily\n", f"publisher: omber-daily\n      {key}: {value}\n"))
    _, (first, *_) = told(tmp_path, EN)
    assert (first.code, [edit[2] for edit in first.suggestions]) == ("E304", [f"      {key}: 2031-03-12\n"])


def test_a_day_that_ends_at_24_ends_where_the_next_begins(tmp_path: Path) -> None:
    archive(tmp_path, changed(CLAIM, SAID, "said: 2031-03-12T24:00Z"))
    _, (first, *_) = told(tmp_path, EN)
    assert [edit[2] for edit in first.suggestions] == ["said: 2031-03-13T00:00Z\n"]


def test_no_zone_is_guessed(tmp_path: Path) -> None:
    archive(tmp_path, changed(CLAIM, SAID, "said: 2031-03-12T14:30"))
    (problem, *_), (first, *_) = told(tmp_path, EN)
    assert [edit[2] for edit in first.suggestions] == [f"{SAID}\n"]
    assert "2031-03-12T14:30+09:00 for Korea" in reports.help_text(problem, EN)
