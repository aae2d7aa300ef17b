"""`claims verify`: what it says, writes, and how it ends."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from site_builder.cli import verify as command
from site_builder.model.stored_texts import digest_of
from site_builder.model.verification import LEDGER
from site_builder.sources import nearest
from site_builder.sources.store import ELSEWHERE, Store
from site_builder.sources.troubles import Trouble
from tests import repository
from tests.commands import RunCli
from tests.records import ARCHIVE, CLAIM, CLAIM_FILE, ROOT, changed, write

ID = "2031-03-12-city-office-visitors"
TEXT = "In the evening about 1,200 people came, said the office, and nobody was hurt at all."
STORED = digest_of(f"{TEXT}\n")
QUOTE = "about 1,200 people came"
SNAPSHOT = f"      publisher: omber-daily\n      accessed: 2031-03-20\n      snapshot: {STORED}\n"
STORING = changed(CLAIM, "      publisher: omber-daily\n", SNAPSHOT)
CONFIG = (
    "site_name: Omber\nsite_url: https://archive.example/\ndocs_dir: content\n"
    "theme: {name: material}\nplugins: [{claims: {languages: [en, ko]}}]\n"
)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An archive whose only quote is in the stored text of its source."""
    monkeypatch.delenv(ELSEWHERE, raising=False)
    Store(tmp_path).put(TEXT, {})
    return write(tmp_path, {**ARCHIVE, CLAIM_FILE: STORING, "mkdocs.yml": CONFIG})


def quoting(root: Path, words: str) -> None:
    write(root, {CLAIM_FILE: changed(STORING, QUOTE, words)})


def ledger(root: Path) -> Mapping[str, Mapping[str, object]]:
    """The lines of the ledger by language."""
    return {line["language"]: line for line in map(json.loads, (root / LEDGER).read_text("utf-8").splitlines())}


def test_what_is_found_is_counted_and_written(root: Path, run_cli: RunCli) -> None:
    done = run_cli("verify", at=root)
    assert (done.code, done.out) == (0, "1 quote found in its source, 1 translation\n")
    assert ledger(root)["en"]["verdict"] == "word-for-word"
    assert ledger(root)["en"]["place"] == [15, 38]
    assert run_cli("check", LEDGER, at=root).code == 0


def test_to_verify_again_changes_nothing(root: Path, run_cli: RunCli) -> None:
    run_cli("verify", at=root, SOURCE_DATE_EPOCH="1900000000")
    before = (root / LEDGER).read_bytes()
    run_cli("verify", at=root, SOURCE_DATE_EPOCH="1999999999")
    assert (root / LEDGER).read_bytes() == before


def test_a_claim_that_is_asked_for_is_told_of(root: Path, run_cli: RunCli) -> None:
    done = run_cli("verify", ID, at=root)
    assert done.out.splitlines()[:2] == [
        f"{CLAIM_FILE}:9:11: English: found in the source word for word",
        f"{CLAIM_FILE}:17:11: Korean: a translation; the ledger says of which words",
    ]


def test_what_is_not_found_is_shown_with_the_nearest_passage(root: Path, run_cli: RunCli) -> None:
    quoting(root, "about 1,300 people came")
    done = run_cli("verify", at=root)
    assert done.code == 1
    assert done.out.splitlines() == [
        f"{CLAIM_FILE}:9:11: English: not found in the source",
        "     = nearest passage, with [-only in the quote-] and {+only in the source+}:",
        "     = about [-1,300-] {+1,200+} people [-came-] {+came,+}",
        "0 quotes found in their sources, 1 not found, 1 translation",
    ]
    assert ledger(root)["en"]["verdict"] == "not-found"
    assert [CLAIM_FILE in line for line in run_cli("check", at=root).out.splitlines() if "E954" in line] == [True]


def test_nothing_like_a_quote_is_said_to_be_so(root: Path, run_cli: RunCli) -> None:
    quoting(root, "zyx wvu tsr qpo")
    assert "     = nothing in the source is like it\n" in run_cli("verify", at=root).out


def test_without_the_extra_quotes_are_found_and_passages_are_not_shown(
    root: Path, run_cli: RunCli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(nearest, "is_available", lambda: False)
    assert run_cli("verify", at=root).code == 0
    quoting(root, "about 1,300 people came")
    done = run_cli("verify", at=root)
    assert done.code == 1
    assert 'install what finds it: pip install "' in done.out
    assert '"rapidfuzz>=' in done.out
    assert "1,200" not in done.out


def test_what_is_left_out_is_told_of_with_its_negation(root: Path, run_cli: RunCli) -> None:
    quoting(root, "about 1,200 people came […] was hurt at all.")
    done = run_cli("verify", at=root)
    assert done.code == 0
    assert done.out.splitlines()[:3] == [
        f"{CLAIM_FILE}:9:11: English: found in the source, with what its brackets say",
        "     = left out or replaced: , said the office, and nobody",
        "     = mind the negation in it: nobody",
    ]


def test_why_a_source_could_not_be_read_is_told_in_words(root: Path, run_cli: RunCli) -> None:
    run_cli("verify", at=root)
    known = (root / LEDGER).read_text("utf-8")
    (root / LEDGER).write_text(changed(known, '"word-for-word"', '"not-verifiable", "why": "paywall"'))
    for file in (root / ".snapshots").iterdir():
        file.unlink()
    told = run_cli("verify", ID, "--lang", "ko", at=root).out
    assert "     = 대조 기록: 대조하지 못함(" in told
    assert "paywall" not in told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("200 people came, said", "the words stand there only as a part of longer words or numbers"),
        ("people came", "too short to be looked for"),
    ],
)
def test_why_words_do_not_count_is_told(root: Path, run_cli: RunCli, words: str, told: str) -> None:
    quoting(root, words)
    done = run_cli("verify", at=root)
    assert done.code == 1
    assert told in done.out


def test_a_text_that_is_not_here_is_told_of_and_what_is_known_stays(root: Path, run_cli: RunCli) -> None:
    run_cli("verify", at=root)
    before = (root / LEDGER).read_bytes()
    for file in (root / ".snapshots").iterdir():
        file.unlink()
    done = run_cli("verify", ID, at=root)
    assert done.code == 0
    assert f"not looked for: the stored text of its source is not in {root / '.snapshots'}" in done.out
    assert "     = the ledger says: Found word for word in the source on " in done.out
    assert (root / LEDGER).read_bytes() == before
    quoting(root, "about 1,300 people came")
    assert "its line in the ledger was dropped" in run_cli("verify", at=root).out
    assert [*ledger(root)] == ["ko"]


def test_a_record_without_snapshot_says_how_to_get_one(root: Path, run_cli: RunCli) -> None:
    write(root, {CLAIM_FILE: CLAIM})
    done = run_cli("verify", ID, at=root)
    assert (done.code, f"claims snapshot {ID} stores one" in done.out) == (0, True)


def test_a_translation_of_other_words_stays_stale_until_it_changes(root: Path, run_cli: RunCli) -> None:
    run_cli("verify", at=root)
    quoting(root, "In the evening about 1,200 people came")
    done = run_cli("verify", at=root)
    assert "Korean: a translation of words that have changed since" in done.out
    assert "W955" in run_cli("check", at=root).out
    write(root, {CLAIM_FILE: (root / CLAIM_FILE).read_text("utf-8").replace("약 1,200명이", "저녁에 약 1,200명이")})
    assert run_cli("verify", at=root).out == "1 quote found in its source, 1 translation\n"
    assert "no problems" in run_cli("check", "claims/2031", LEDGER, at=root).out


def test_lines_of_quotes_that_are_gone_go_and_two_for_one_become_one(root: Path, run_cli: RunCli) -> None:
    run_cli("verify", at=root)
    lines = (root / LEDGER).read_text("utf-8")
    write(root, {LEDGER: lines.replace(ID, "2031-03-12-omber-other") + lines + lines})
    run_cli("verify", at=root)
    assert (root / LEDGER).read_text("utf-8") == lines


def test_a_ledger_that_cannot_be_read_is_left_alone(root: Path, run_cli: RunCli) -> None:
    write(root, {LEDGER: "<<<<<<< HEAD\n"})
    done = run_cli("verify", at=root)
    assert (done.code, "E951" in done.err) == (1, True)
    assert (root / LEDGER).read_text("utf-8") == "<<<<<<< HEAD\n"


def test_a_claim_that_is_not_there_is_named(root: Path, run_cli: RunCli) -> None:
    done = run_cli("verify", f"{ID}s", at=root)
    assert (done.code, done.out, done.err) == (1, "", f"there is no claim {ID}s\ndid you mean {ID}?\n")
    assert not (root / LEDGER).exists()


@pytest.mark.parametrize("ids", [(), (ID,)])
def test_a_record_that_cannot_be_read_is_told_of_and_keeps_its_lines(
    root: Path, run_cli: RunCli, ids: tuple[str, ...]
) -> None:
    run_cli("verify", at=root)
    before = (root / LEDGER).read_bytes()
    write(root, {CLAIM_FILE: changed(STORING, "said:", "sayd:")})
    done = run_cli("verify", *ids, at=root)
    assert (done.code, CLAIM_FILE in done.err) == (1, True)
    assert (root / LEDGER).read_bytes() == before


def test_a_withdrawn_claim_keeps_its_lines(root: Path, run_cli: RunCli) -> None:
    run_cli("verify", at=root)
    before = (root / LEDGER).read_bytes()
    write(root, {CLAIM_FILE: f"{STORING}withdrawn: {{on: 2031-04-02, reason: {{en: Not said., ko: 아님.}}}}\n"})
    run_cli("verify", at=root)
    assert (root / LEDGER).read_bytes() == before


def test_the_other_commands_bear_with_a_ledger(root: Path, run_cli: RunCli) -> None:
    write(root, {"claims/verified.jsonl": ""})
    repository.commit(root, day="2031-04-01")
    run_cli("verify", at=root)
    before = (root / LEDGER).read_bytes()
    assert run_cli("check", "claims", "--base", "HEAD", at=root).code == 0
    assert run_cli("fix", at=root).code == run_cli("fix", LEDGER, at=root).code == 0
    assert (root / LEDGER).read_bytes() == before


def test_lines_of_two_branches_are_merged_by_git_and_put_in_order(root: Path, run_cli: RunCli) -> None:
    other, other_file = "2031-03-12-city-office-others", "claims/2031/2031-03-12-city-office-others.yml"
    write(
        root,
        {
            LEDGER: "",
            ".gitattributes": (ROOT / ".gitattributes").read_bytes(),
            ".gitignore": "/.snapshots/\n/.cache/\n",
        },
    )
    repository.commit(root, day="2031-04-01")
    repository.git(root, "branch", "other")
    run_cli("verify", at=root)
    repository.commit(root, day="2031-04-02")
    repository.git(root, "switch", "--quiet", "other")
    write(root, {other_file: STORING})
    (root / CLAIM_FILE).unlink()
    run_cli("verify", at=root)
    write(root, {CLAIM_FILE: STORING})
    repository.commit(root, day="2031-04-02")
    repository.git(root, "merge", "--quiet", "--no-edit", "main")
    assert (root / LEDGER).read_text("utf-8").count("\n") == 4
    run_cli("verify", at=root)
    lines = map(json.loads, (root / LEDGER).read_text("utf-8").splitlines())
    assert [line["claim"] for line in lines] == [other, other, ID, ID]


def test_it_speaks_korean(root: Path, run_cli: RunCli) -> None:
    quoting(root, "about 1,300 people came")
    told = run_cli("verify", ID, "--lang", "ko", at=root).out
    assert "영어: 출처에서 찾지 못했습니다\n" in told
    assert "found" not in told


@dataclass(frozen=True)
class Page:
    text: str = ""
    trouble: Trouble | None = None


@pytest.mark.parametrize(
    ("page", "told", "verdict"),
    [
        (Page(f"{TEXT}\n"), "still in the source", "word-for-word"),
        (Page("About 900 came."), "changed since: the words are not in the source any more", "changed-since"),
        (
            Page("", Trouble("gone", "404")),
            "the page was not there; it counts as gone after three visits",
            "word-for-word",
        ),
        (
            Page("", Trouble("robots")),
            "the page could not be read, which says nothing of the words\n     = the host does not",
            "word-for-word",
        ),
    ],
)
def test_pages_are_visited_again(
    root: Path, run_cli: RunCli, monkeypatch: pytest.MonkeyPatch, page: Page, told: str, verdict: str
) -> None:
    run_cli("verify", at=root)
    monkeypatch.setattr(command, "visiting", lambda contact, language: lambda url: page)
    done = run_cli("verify", "--again", at=root)
    assert done.code == 0
    assert f"{CLAIM_FILE}:9:11: English: {told}" in done.out
    assert ledger(root)["en"]["verdict"] == verdict


def test_without_the_extra_nothing_is_visited(root: Path, run_cli: RunCli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("site_builder.cli.reading_sources.find_spec", lambda name: None)
    done = run_cli("verify", "--again", at=root)
    assert (done.code, "is not installed; get it by: pip install" in done.err) == (2, True)
