"""`claims suggest`: lines that can be pasted as they are, and nothing written."""

import re
from pathlib import Path

import pytest

from tests.commands import Done, RunCli
from tests.records import changed
from tests.sites import files

NEWER = "claims/2031/2031-03-12-city-office-visitors.yml"
REVISION = "revises: [2031-03-11-city-office-visitors]\n"
PROPOSED = re.compile(r"^(claims/\S+\.yml): .*\n((\w+): \[.*\])$", re.MULTILINE)


@pytest.fixture
def unlinked(archive: Path) -> Path:
    """The archive without any link between its claims, with one claim more that tells the same on the same day."""
    for record in archive.glob("claims/2031/*.yml"):
        text = re.sub(r"^(?:revises|disputes|repeats):.*\n", "", record.read_text("utf-8"), flags=re.MULTILINE)
        record.write_text(text, "utf-8")
    text = (archive / NEWER).read_text("utf-8")
    text = changed(text, "claimant: city-office", "claimant: omber-daily")
    text = re.sub(r"between 5,000 and 6,000 people", "5,000 to 6,000 people in all", text)
    (archive / NEWER.replace("city-office", "omber-daily")).write_text(text, "utf-8")
    return archive


def paste(root: Path, file: str, line: str, key: str) -> None:
    """Put a line into a record, in place of one that is there."""
    text = re.sub(rf"^{key}:.*\n", "", (root / file).read_text("utf-8"), flags=re.MULTILINE)
    (root / file).write_text(f"{text}{line}\n", "utf-8")


def problems(done: Done) -> set[str]:
    return set(re.findall(r"^claims/\S+: .*", done.out, re.MULTILINE))


def test_what_is_proposed_can_be_pasted_and_is_not_proposed_again(unlinked: Path, run_cli: RunCli) -> None:
    before = problems(run_cli("check", at=unlinked))
    proposed = PROPOSED.findall(run_cli("suggest", at=unlinked).out)
    assert {key for _, _, key in proposed} == {"revises", "disputes", "repeats"}
    for file, line, key in proposed:
        paste(unlinked, file, line, key)
    after = run_cli("check", at=unlinked)
    assert after.code == 0
    assert {place.partition(": ")[2] for place in problems(after)} <= {place.partition(": ")[2] for place in before}
    assert run_cli("fix", at=unlinked).code == 0
    assert PROPOSED.findall(run_cli("suggest", at=unlinked).out) == []


def test_a_proposal_says_where_it_goes_and_why(unlinked: Path, run_cli: RunCli) -> None:
    done = run_cli("suggest", at=unlinked)
    assert (done.code, done.err) == (0, "")
    [told] = [each for each in done.out.split("\n\n") if each.startswith(f"{NEWER}: revises\n")]
    assert told.split("\n")[1] + "\n" == REVISION
    assert (
        "  How many people came to the Lantern Walk? City Office answered it again later: 5,000–6,000 people "
        "(March 12, 2031) after about 4,700 people (March 11, 2031)."
    ) in told
    assert re.search(r"^\d+ proposals; nothing was written\.", done.out, re.MULTILINE)


def test_a_key_that_is_there_is_replaced_by_a_line_with_what_was_there(archive: Path, run_cli: RunCli) -> None:
    disputes = f"{REVISION}disputes: [2031-03-11-walkers-union-visitors]\n"
    text = changed((archive / NEWER).read_text("utf-8"), REVISION, disputes)
    (archive / NEWER).write_text(text, "utf-8")
    assert (
        f"{NEWER}: in place of its disputes\n"
        "disputes: [2031-03-11-walkers-union-visitors, 2031-03-omber-daily-visitors]\n"
    ) in run_cli("suggest", at=archive).out


def test_it_speaks_korean(unlinked: Path, run_cli: RunCli) -> None:
    done = run_cli("suggest", "--lang", "ko", at=unlinked)
    assert done.code == 0
    assert "시청이 나중에 다시 답했습니다: 약 4700명(2031년 3월 11일) 다음에" in done.out
    assert re.search(r"^제안 \d+건", done.out, re.MULTILINE)


def test_nothing_is_written(unlinked: Path, run_cli: RunCli) -> None:
    run_cli("check", at=unlinked)
    before = files(unlinked)
    run_cli("suggest", at=unlinked)
    assert files(unlinked) == before


def test_where_nothing_is_to_be_proposed_it_says_so(archive: Path, run_cli: RunCli) -> None:
    for file, line, key in PROPOSED.findall(run_cli("suggest", at=archive).out):
        paste(archive, file, line, key)
    for tag, words in (("en", "nothing to propose\n"), ("ko", "제안할 것이 없습니다\n")):
        assert run_cli("suggest", "--lang", tag, at=archive) == Done(0, words, "")


def test_claims_of_one_briefing_are_named(archive: Path, run_cli: RunCli) -> None:
    text = changed(
        (archive / NEWER).read_text("utf-8"), "relayed_by: [mara-lind, walkers-union]", "relayed_by: [mara-lind]"
    )
    (archive / NEWER).write_text(text, "utf-8")
    same_day = archive / NEWER.replace("visitors", "again")
    body = text.replace("visitors at", "lanterns at").replace("between 5,000 and 6,000 people", "many lanterns")
    same_day.write_text(re.sub(r"^(figures|revises):(?:.*\n)(?: .*\n)*", "", body, flags=re.MULTILINE), "utf-8")
    assert "  City Office, March 12, 2031, passed on by Mara Lind: 2 claims\n" in run_cli("suggest", at=archive).out


def test_an_archive_with_an_error_is_mended_first(archive: Path, run_cli: RunCli) -> None:
    text = (archive / NEWER).read_text("utf-8")
    (archive / NEWER).write_text(changed(text, "min: 5000", "min: 5,000"), "utf-8")
    done = run_cli("suggest", at=archive)
    assert (done.code, done.out) == (1, "")
    assert "E308" in done.err
