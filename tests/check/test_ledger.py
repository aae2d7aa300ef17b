"""The ledger and the quotes that it speaks of agree, or each is told of at its place."""

from pathlib import Path

import pytest

from site_builder.check.validate import validate
from site_builder.model.records import claim_file
from site_builder.model.stored_texts import digest_of
from site_builder.model.verification import LEDGER
from site_builder.problems import Problem
from site_builder.read import files, ledger
from site_builder.read.loader import load
from tests import sample
from tests.check.examined import examined, related
from tests.records import CLAIM, CLAIM_FILE, SCHEMAS, changed, coded, marked, write

ID = "2031-03-12-city-office-visitors"
ENGLISH, KOREAN = "about 1,200 people came", "약 1,200명이 왔다"
TEXT = digest_of("In the evening about 1,200 people came.")


def line(language: str, quote: str, text: str, verdict: str = "word-for-word", id: str = ID) -> str:
    return (
        f'{{"claim": "{id}", "language": "{language}", "verdict": "{verdict}", "day": "2031-04-01", "engine": "1", '
        f'"quote": "{digest_of(quote)}", "text": "{text}"}}\n'
    )


LINE = line("en", ENGLISH, TEXT)
OF_KOREAN = line("ko", KOREAN, digest_of(ENGLISH), "translation")
CORRECTED = "corrections:\n  - {on: 2031-04-02, kind: typo, note: {en: A slip., ko: 오기.}}\n"


def told(root: Path, claim: str, lines: str = LINE + OF_KOREAN) -> list[Problem]:
    """The problems of the archive with this claim and this ledger."""
    return examined(root, {CLAIM_FILE: claim, LEDGER: lines})


def test_a_ledger_that_fits_its_quotes_is_no_problem(tmp_path: Path) -> None:
    assert told(tmp_path, CLAIM) == []


@pytest.mark.parametrize(
    ("claim", "code", "number"),
    [
        (changed(CLAIM, "text: about 1,200 people came", "text: ⊥about 1,300 people came"), "E952", 1),
        (changed(CLAIM, "text: 약 1,200명이 왔다", "text: ⊥약 1,200명이 왔다."), "E953", 2),
    ],
)
def test_words_that_are_not_those_of_the_ledger(tmp_path: Path, claim: str, code: str, number: int) -> None:
    claim, expected = marked(claim, code)
    problems = told(tmp_path, claim)
    assert coded(problems) == expected
    assert problems[0].place.path == CLAIM_FILE
    assert related(problems[0]) == f"{LEDGER}:{number}:1"


def test_words_that_were_not_found(tmp_path: Path) -> None:
    claim, expected = marked(changed(CLAIM, "text: about", "text: ⊥about"), "E954")
    not_found = line("en", ENGLISH, TEXT, "not-found")
    assert coded(told(tmp_path, claim, not_found)) == expected
    withdrawn = f"{claim}withdrawn: {{on: 2031-04-02, reason: {{en: It was not said., ko: 한 적 없는 말.}}}}\n"
    assert told(tmp_path, withdrawn, not_found) == []


def test_a_translation_of_words_that_have_changed(tmp_path: Path) -> None:
    claim, expected = marked(changed(CLAIM, "text: 약", "text: ⊥약"), "W955")
    stale = line("ko", KOREAN, digest_of("about 900 people came"), "translation")
    assert coded(told(tmp_path, claim, LINE + stale)) == expected
    assert coded(told(tmp_path, claim, stale)) == expected


@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_quote_that_is_of_another_origin(tmp_path: Path, language: str) -> None:
    origin = "source" if language == "en" else "translation"
    claim, expected = marked(changed(CLAIM, f"origin: {origin}", f"origin: ⊥{origin}"), "E958")
    other = {"en": OF_KOREAN.replace('"ko"', '"en"') + OF_KOREAN, "ko": LINE + LINE.replace('"en"', '"ko"')}
    assert coded(told(tmp_path, claim, other[language])) == expected


def test_a_quote_that_was_found_in_another_text(tmp_path: Path) -> None:
    other = digest_of("another text")
    mark = f"      publisher: omber-daily\n      accessed: 2031-04-01\n      snapshot: ⊥{other}\n"
    claim, expected = marked(changed(CLAIM, "      publisher: omber-daily\n", mark), "W961")
    assert coded(told(tmp_path, claim)) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (LINE + line("en", ENGLISH, TEXT, id="2031-03-12-omber-other"), "2:1 E956"),
        (LINE + line("fr", ENGLISH, TEXT), "2:1 E957"),
        (LINE + OF_KOREAN + OF_KOREAN, "3:1 E959"),
        (OF_KOREAN + LINE, "2:1 W960"),
        (LINE.replace('"engine": "1", ', "").replace('"day"', '"engine": "1", "day"'), "1:1 W960"),
        (LINE.replace(": ", ":"), "1:1 W960"),
        (f"<<<<<<< HEAD\n{LINE}", "1:1 E951"),
        (f"{LINE}\n{OF_KOREAN}", "2:1 E951"),
    ],
)
def test_lines_that_are_of_nothing_or_not_in_order(tmp_path: Path, lines: str, expected: str) -> None:
    problems = told(tmp_path, CLAIM, lines)
    assert coded(problems) == [expected]
    assert problems[0].place.path == LEDGER


def test_a_line_of_a_claim_that_cannot_be_read_is_no_problem_of_the_ledger(tmp_path: Path) -> None:
    problems = told(tmp_path, changed(CLAIM, "said:", "sayd:"))
    assert {problem.place.path for problem in problems} == {CLAIM_FILE}


def test_a_line_of_a_long_ledger_is_shown(tmp_path: Path) -> None:
    lines = "".join(
        line("en", ENGLISH, TEXT, id=f"2031-03-12-omber-{chr(97 + n // 26)}{chr(97 + n % 26)}") for n in range(500)
    )
    shown = files.lines_of(write(tmp_path, {LEDGER: lines}))(LEDGER)
    assert shown == [*lines.removesuffix("\n").split("\n"), ""]


SAMPLE = load(sample.ARCHIVE)
QUOTES = [(id, tag) for id, claim in SAMPLE.archive.claims.items() for tag in claim.quotes]


@pytest.mark.parametrize(("id", "tag"), QUOTES)
def test_one_other_letter_in_a_quote_of_the_archive_is_told_of_at_its_place(tmp_path: Path, id: str, tag: str) -> None:
    """Every quote of the sample stands in the ledger."""
    words = SAMPLE.archive.claims[id].quotes[tag].text
    records = {record.file: (sample.ARCHIVE / record.file).read_text("utf-8") for record in SAMPLE.archive.records()}
    text = records[claim_file(id)]
    key = text.index("    text:", text.index(f"\n  {tag}:\n    text:"))
    start = text.index(words[:12], key)
    place = start + next(number for number, letter in enumerate(text[start:]) if letter.isalnum())
    records[claim_file(id)] = text[:place] + ("x" if text[place] != "x" else "y") + text[place + 1 :]
    lines = {LEDGER: (sample.ARCHIVE / LEDGER).read_bytes()}
    problems = validate(write(tmp_path, {**records, **lines, **SCHEMAS}), ["en", "ko"]).problems
    line = text.count("\n", 0, key) + 1
    told = [str(each.place) for each in problems if each.kind.code in ("E952", "E953")]
    assert [each.rpartition(":")[0] for each in told] == [f"{claim_file(id)}:{line}"]


def test_a_ledger_is_read_as_it_was_written() -> None:
    assert ledger.read(sample.ARCHIVE)[1] == []
