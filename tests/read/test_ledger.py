"""The ledger of verified quotes, read."""

from pathlib import Path

from site_builder.model.stored_texts import digest_of
from site_builder.model.verification import LEDGER, verification
from site_builder.read import ledger
from site_builder.read.loader import load
from tests.records import CLAIM, CLAIM_FILE, ENTITY, ENTITY_FILE, claim

ID = "2031-03-12-city-office-visitors"
QUOTE, TEXT = digest_of("about 1,200 people came"), digest_of("In the evening about 1,200 people came.")
LINE = (
    f'{{"claim": "{ID}", "language": "en", "verdict": "word-for-word", "day": "2031-04-01", "engine": "1", '
    f'"quote": "{QUOTE}", "text": "{TEXT}", "place": [15, 38]}}'
)


def write(root: Path, text: str) -> None:
    for file, content in ((LEDGER, text), (CLAIM_FILE, CLAIM), (ENTITY_FILE, ENTITY)):
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_text(content, "utf-8")


def test_an_archive_without_ledger_has_an_empty_one(tmp_path: Path) -> None:
    assert ledger.read(tmp_path) == ({}, [])


def test_a_line_says_what_was_found_of_a_quote(tmp_path: Path) -> None:
    write(tmp_path, f"{LINE}\n")
    loaded = load(tmp_path)
    assert loaded.problems == []
    (line,) = loaded.ledger[ID].values()
    assert (line.verdict, line.place, line.day.isoformat()) == ("word-for-word", (15, 38), "2031-04-01")


def test_what_is_no_line_is_a_problem_at_its_place(tmp_path: Path) -> None:
    write(tmp_path, f'{LINE}\n{{"claim": "{ID}"}}\n')
    assert [(str(each.place), each.kind.code) for each in load(tmp_path).problems] == [(f"{LEDGER}:2:1", "E951")]


def test_words_that_changed_are_not_yet_checked(tmp_path: Path) -> None:
    write(tmp_path, LINE)
    lines = ledger.read(tmp_path)[0][ID]
    assert verification(claim(id=ID), "en", lines).state == "word-for-word"
    assert verification(claim(id=ID), "ko", lines).state == "translation"
    other = claim(id=ID, quotes={**QUOTES, "en": {**QUOTES["en"], "text": "about 1,300 people came"}})
    assert {verification(other, tag, lines).state for tag in ("en", "ko")} == {"not-yet-checked"}


def test_a_translation_is_stale_once_its_original_is_another(tmp_path: Path) -> None:
    korean = digest_of("약 1,200명이 왔다")
    of_other = f'{{"claim": "{ID}", "language": "ko", "verdict": "translation", "day": "2031-04-01", "engine": "1", '
    write(tmp_path, f'{LINE}\n{of_other}"quote": "{korean}", "text": "{TEXT}"}}\n')
    found = verification(claim(id=ID), "ko", ledger.read(tmp_path)[0][ID])
    assert (found.state, found.is_stale) == ("translation", True)


QUOTES: dict[str, dict[str, object]] = {
    "en": {
        "text": "about 1,200 people came",
        "origin": "source",
        "source": {"url": "https://example.org/walk", "publisher": "omber-daily"},
    },
    "ko": {"text": "약 1,200명이 왔다", "origin": "translation", "from": "en", "method": "human", "reviewed": "true"},
}
