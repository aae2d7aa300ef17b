"""The one issue that tells of an archive's health."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from site_builder.github import api, examination
from site_builder.github.examination import Examination, Round, Sighting, round_of
from site_builder.github.health import MARKER, tell
from site_builder.language.language import Language
from site_builder.model.verification import LedgerLine
from site_builder.sources.troubles import Kind
from tests import repository as repositories
from tests.commands import RunCli
from tests.github.acting import run_workflow
from tests.github.answering import Answering
from tests.github.archives import repository
from tests.records import claim
from tests.sources.test_verify import line

TODAY = date(2031, 5, 1)
LANGUAGES = [Language("en"), Language("ko")]
HOME = "https://github.com/o/r"
CHANGED = Sighting(claim().id, "en", "changed", "https://example.org/walk")
MISSED = Sighting(claim().id, "en", "missed", "https://example.org/walk", "gone", "404")
LINE = line()
WEAK = {"jinja2": ["GHSA-cpwx-vrp4-4pq7"]}


@dataclass
class Issues:
    """Issues as GitHub keeps them; `asked` are the calls that change any."""

    kept: list[dict[str, Any]] = field(default_factory=list)
    asked: list[tuple[str, Mapping[str, object]]] = field(default_factory=list)

    def call(self, path: str, method: str = "GET", fields: Mapping[str, object] | None = None) -> object:
        if method == "GET":
            assert "&creator=github-actions%5Bbot%5D&" in path
            page = int(path.rpartition("&page=")[2])
            return self.kept[(page - 1) * 100 : page * 100]
        assert fields is not None
        self.asked.append((f"{method} {path}", fields))
        if method == "POST":
            self.kept.append(
                {"number": len(self.kept) + 1, "state": "open", "user": {"login": api.BOT}, "title": "", "body": ""}
            )
        issue = self.kept[-1] if method == "POST" else self.kept[int(path.rpartition("/")[2]) - 1]
        issue.update(fields)
        return issue


@pytest.fixture
def issues(monkeypatch: pytest.MonkeyPatch) -> Issues:
    issues = Issues()
    monkeypatch.setattr(api, "call", issues.call)
    return issues


def night(
    *seen: Sighting,
    day: int = 0,
    weaknesses: Mapping[str, Sequence[str]] | None = None,
    ledger: LedgerLine | None = LINE,
    is_known: bool = True,
    quotes: int = 1,
) -> str:
    weak = (weaknesses or {}) if is_known else None
    found = Examination(TODAY + timedelta(days=day), round_of(quotes), seen, {"jinja2": "3.1.5"}, weak)
    lines = {ledger.claim: {ledger.language: ledger}} if ledger else {}
    return tell("o/r", HOME, LANGUAGES, found, lines)


def test_as_long_as_all_is_well_there_is_no_issue(issues: Issues) -> None:
    assert night(replace(CHANGED, news="still-there")) == "none"
    assert night() == "none"
    assert issues.asked == []


def test_the_issue_is_opened_edited_in_place_and_closed(issues: Issues) -> None:
    assert night(CHANGED) == "opened"
    assert night(CHANGED) == "as-before"
    assert night(weaknesses=WEAK, day=1) == "edited"
    assert (
        "- `jinja2 3.1.5`: [GHSA-cpwx-vrp4-4pq7](https://osv.dev/vulnerability/GHSA-cpwx-vrp4-4pq7)"
        in (issues.kept[0]["body"])
    )
    assert night(replace(CHANGED, news="still-there"), day=2) == "closed"
    assert night(CHANGED, day=3) == "opened"
    assert [asked for asked, _ in issues.asked] == ["POST repos/o/r/issues", *["PATCH repos/o/r/issues/1"] * 3]
    assert [issue["state"] for issue in issues.kept] == ["open"]


def test_it_says_in_every_language_what_is_wrong_and_what_to_do(issues: Issues) -> None:
    night(CHANGED)
    assert issues.kept[0]["title"] == "Health of the archive · 기록관 점검"
    english, korean = issues.kept[0]["body"].partition("## English")[2].split("## 한국어")
    record = f"[{claim().id}]({HOME}/blob/HEAD/claims/2031/{claim().id}.yml)"
    assert f"- {record}: English: changed since: the words are not in the source any more: " in english
    assert f"- {record}: 영어: " in korean
    for text in (english, korean):
        assert "`https://example.org/walk`" in text
        assert "`claims verify --again`" in text


def test_it_says_how_long_a_round_takes_and_what_to_do_when_that_is_long(issues: Issues) -> None:
    night(CHANGED, quotes=50)
    assert "turn" not in issues.kept[0]["body"]
    night(CHANGED, quotes=2_100)
    body = issues.kept[0]["body"]
    assert "Quotes have their turns: 300 of 2,100 a night, so each is looked at once in 7 nights." in body
    assert "longer than a week" not in body
    night(CHANGED, quotes=2_400)
    body = issues.kept[0]["body"]
    assert night(CHANGED, quotes=2_400) == "as-before"
    assert "300 of 2,400 a night, so each is looked at once in 8 nights. That is longer than a week: " in body
    assert "인용 2400건을 밤마다 300건씩" in body
    assert "8일이 걸립니다. 일주일이 넘습니다." in body


def test_what_the_ledger_says_by_now_is_not_told_again(issues: Issues) -> None:
    night(CHANGED)
    assert night(CHANGED, day=1, ledger=line(verdict="changed-since")) == "closed"
    assert night(replace(CHANGED, news="back"), day=2, ledger=line(verdict="changed-since")) == "opened"
    assert night(replace(CHANGED, news="still-there"), day=3, ledger=line()) == "closed"


def test_a_quote_that_is_not_in_the_archive_any_more_is_forgotten(issues: Issues) -> None:
    night(CHANGED)
    assert night(day=1, ledger=None) == "closed"


def test_a_quote_whose_turn_it_is_not_is_remembered(issues: Issues) -> None:
    night(CHANGED)
    assert night(day=1) == "as-before"
    assert night(replace(CHANGED, news="not-seen", trouble="robots"), day=2) == "as-before"


def test_a_page_is_told_of_as_gone_after_three_visits_in_vain_that_lie_days_apart(issues: Issues) -> None:
    told = [night(MISSED, day=day) for day in (0, 0, 2, 3, 5, 6)]
    assert told == ["closed", "as-before", "as-before", "edited", "as-before", "opened"]
    assert (
        "the page is gone: it was not there on three visits: the page is not there any more (`404`)"
        in (issues.kept[0]["body"])
    )
    assert night(replace(MISSED, news="still-there", trouble=None), day=7) == "closed"
    assert night(MISSED, day=8) == "edited"


def test_a_bad_copy_is_told_of_beside_the_page(issues: Issues) -> None:
    copy = replace(CHANGED, news="copy-bad", url="https://archive.example/walk")
    night(replace(CHANGED, news="still-there"), copy)
    assert "`https://archive.example/walk`" in issues.kept[0]["body"]
    assert night(replace(CHANGED, news="still-there"), day=1) == "closed"


@pytest.mark.parametrize(("trouble", "told"), [("time", "none"), ("failing", "none"), ("gone", "opened")])
def test_a_copy_that_could_not_be_read_for_once_worries_nobody(issues: Issues, trouble: Kind, told: str) -> None:
    copy = replace(CHANGED, news="copy-bad", url="https://archive.example/walk", trouble=trouble)
    assert night(replace(CHANGED, news="still-there"), copy) == told
    night(replace(CHANGED, news="still-there"), replace(copy, trouble=None), day=1)
    assert night(replace(CHANGED, news="still-there"), replace(copy, trouble="time"), day=2) == "as-before"


def test_an_issue_is_not_closed_while_nobody_tells_of_packages(issues: Issues) -> None:
    night(weaknesses=WEAK)
    assert night(is_known=False, day=1) == "edited"
    assert issues.kept[0]["state"] == "open"
    assert night(day=2) == "closed"


@pytest.mark.parametrize(
    "other",
    [
        {"user": {"login": "mallory"}, "body": MARKER},
        {"user": {"login": api.BOT}, "body": f"A record says:\n{MARKER}"},
        {"user": {"login": api.BOT}, "body": MARKER, "pull_request": {}},
        {"user": {"login": api.BOT}, "body": None},
        {"user": {"login": api.BOT}, "body": f"{MARKER} and more"},
    ],
)
def test_no_other_issue_is_touched(issues: Issues, other: Mapping[str, object]) -> None:
    issues.kept = [{"number": number, "state": "open", "title": "", **other} for number in range(1, 151)]
    night(CHANGED)
    assert [asked for asked, _ in issues.asked] == ["POST repos/o/r/issues"]
    assert night(CHANGED, day=1) == "as-before"


@pytest.mark.parametrize(
    "memory",
    [
        "nonsense",
        "[{}]",
        '[{"seen": {"claim": "a", "language": "en", "news": "gone", "url": ""}, "missed": ["never"]}]',
        '[{"seen": {"claim": "a", "language": "en", "news": "gone", "url": "", "html": "<b>"}}]',
        "[" * 9_000,
    ],
)
def test_a_memory_that_somebody_wrote_over_is_none(issues: Issues, memory: str) -> None:
    body = f"{MARKER}\r\n<!-- claims: remembered {memory} -->\r\n"
    issues.kept = [{"number": 1, "state": "open", "title": "", "user": {"login": api.BOT}, "body": body}]
    assert night(MISSED) == "closed"


def test_what_others_wrote_stays_within_its_code(issues: Issues) -> None:
    url = "https://example.org/`@all`<!-- claims: x -->\n## title\n![](https://evil.example/x.png)"
    night(replace(CHANGED, url=url), replace(CHANGED, language="ko", url="-->", trouble="unanswered", detail="`` @all"))
    body = issues.kept[0]["body"]
    assert body.count("\n## ") == len(LANGUAGES)
    assert [number for number, each in enumerate(body.split("\n")) if each.endswith("-->")] == [0, 1]
    assert body.split("\n")[1].count("-->") == 1
    shown = re.sub(r"(`+)(?!`).*?(?<!`)\1(?!`)", "", body.partition("## English")[2])
    assert "evil" not in shown
    assert "@" not in shown


def test_the_issue_never_holds_more_than_github_takes(issues: Issues) -> None:
    ids = [f"2031-03-12-city-office-{number}" for number in range(600)]
    seen = [replace(CHANGED, claim=id, url=f"https://example.org/{'가' * 280}") for id in ids]
    found = Examination(
        TODAY, round_of(9_000), tuple(seen), {}, {f"package-{number}": ["GHSA-1-2-3"] * 9 for number in range(900)}
    )
    ledger = {id: {"en": replace(line(), claim=id)} for id in ids}
    assert tell("o/r", HOME, LANGUAGES, found, ledger) == "opened"
    body = issues.kept[0]["body"]
    assert len(body) < 65_536
    english, korean = body.partition("## English")[2].split("## 한국어")
    for part, more in ((english, r"- and (\d+) more\n"), (korean, r"- 그 밖에 (\d+)건\n")):
        unlisted = [int(count) for count in re.findall(more, f"{part}\n")]
        assert unlisted == [600 - part.count("- [2031-"), 900 - part.count("- `package-")]
        assert all(unlisted)
    assert body.count("- `package-0`: ") == len(LANGUAGES)
    assert tell("o/r", HOME, LANGUAGES, replace(found, seen=()), ledger) in ("as-before", "edited")


def test_where_issues_are_off_nobody_is_told(tmp_path: Path, run_cli: RunCli, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*asked: object) -> object:
        raise api.Refused("GET repos/o/r/issues: gh: Issues are disabled for this repo (HTTP 410)")

    repository(tmp_path)
    monkeypatch.setattr(api, "call", gone)
    (tmp_path / "found.json").write_bytes(examination.write(Examination(TODAY, Round(), (), {}, WEAK)))
    done = run_cli("github", "health", "found.json", at=tmp_path, GITHUB_REPOSITORY="o/r")
    assert (done.code, done.out.count("::notice::")) == (0, 2)


def test_a_file_that_is_none_of_ours_is_refused(tmp_path: Path, run_cli: RunCli, gh: Answering) -> None:
    asked = gh({})
    repository(tmp_path)
    (tmp_path / "found.json").write_text('{"day": "2031-05-01", "::error::x": "@all"}', "utf-8")
    done = run_cli("github", "health", "found.json", at=tmp_path, GITHUB_REPOSITORY="o/r")
    said = "this is no file that `claims github examine` wrote: found.json: 5 × missing\n"
    assert (done.code, done.err) == (2, said)
    assert asked() == []


def test_the_workflow_looks_and_tells_with_what_is_its_own(tmp_path: Path) -> None:
    repository(tmp_path)
    event = {"repository": {"full_name": "desk/archive", "name": "archive"}}
    nowhere = "http://127.0.0.1:9"  # so that nothing leaves this machine
    done = run_workflow(
        tmp_path,
        "nightly",
        "schedule",
        event,
        answers={"GET repos/desk/archive/issues[?]*": []},
        env={"https_proxy": nowhere, "http_proxy": nowhere},
    )
    assert done.jobs == {"look": "success", "tell": "success"}
    assert "what is known of packages could not be asked for (osv.dev)" in done.log
    assert "all is well; there is no issue" in done.log
    assert [call.asked.partition("?")[0] for call in done.calls] == ["GET repos/desk/archive/issues"]
    assert repositories.git(tmp_path, "status", "--porcelain") == ""
