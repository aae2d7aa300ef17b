"""A report is read as what a stranger wrote: in its form and within its limits, or not at all."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from site_builder.github import report, scope
from site_builder.github.handover import Unreadable
from site_builder.github.report import LARGEST
from site_builder.language.language import Language
from site_builder.problems import Place, Problem
from site_builder.problems.shape import UnknownKey
from tests.commands import RunCli
from tests.github.archives import propose, repository
from tests.records import CLAIM, CLAIM_FILE, changed, write
from tests.repository import commit

EN, KO = Language("en"), Language("ko")
WHOLE: dict[str, Any] = {
    "version": 1,
    "kind": "data",
    "data": [],
    "engine": [],
    "errors": 1,
    "warnings": 0,
    "elsewhere": 0,
    "problems": [
        {
            "code": "E212",
            "path": CLAIM_FILE,
            "line": 4,
            "said": {"en": "wrong", "ko": "잘못"},
            "fixes": [{"line": 4, "end_line": 5, "text": "said: 2031"}],
        }
    ],
    "site": {
        "new": 0,
        "changed": 1,
        "gone": 0,
        "gone_permalinks": [],
        "pages": [
            {
                "address": "about/",
                "shown": True,
                "change": "changed",
                "title": {"en": "About"},
                "differences": {"en": ["- a", "+ b"]},
            }
        ],
    },
}


def with_problem(**values: object) -> dict[str, Any]:
    return {**WHOLE, "problems": [{**WHOLE["problems"][0], **values}]}


def with_page(**values: object) -> dict[str, Any]:
    return {**WHOLE, "site": {**WHOLE["site"], "pages": [{**WHOLE["site"]["pages"][0], **values}]}}


def test_a_whole_report_is_read_and_written_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "report.json"
    file.write_text(json.dumps(WHOLE), "utf-8")
    assert json.loads(report.write(report.read(file))) == WHOLE
    file.write_text(json.dumps({**WHOLE, "site": None}), "utf-8")
    assert report.read(file).site is None


@pytest.mark.parametrize(
    "written",
    [
        "",
        "null",
        "[]",
        "{}",
        "{" * 100_000,
        '{"a":' * 50_000,
        "[" * 200_000,
        "9" * 300_000,
        json.dumps(WHOLE).replace('"errors": 1', '"errors": NaN'),
        json.dumps(WHOLE).replace('"errors": 1', '"errors": 1e9'),
        json.dumps(WHOLE)[:-1],
        json.dumps(WHOLE) + json.dumps(WHOLE),
        json.dumps(WHOLE).replace("E212", "E212\\ud800"),
        {**WHOLE, "version": 2},
        {**WHOLE, "version": "1"},
        {**WHOLE, "more": 1},
        {**WHOLE, "kind": "other"},
        {**WHOLE, "errors": -1},
        {**WHOLE, "errors": "1"},
        {**WHOLE, "errors": True},
        {**WHOLE, "errors": 10**30},
        {**WHOLE, "data": ["a"] * 11},
        {**WHOLE, "data": [{}]},
        {**WHOLE, "problems": WHOLE["problems"] * 31},
        {**WHOLE, "problems": {"0": WHOLE["problems"][0]}},
        with_problem(code="E1"),
        with_problem(code="E212\n"),
        with_problem(code="](https://example.org/)"),
        with_problem(path="a" * 301),
        with_problem(path=7),
        with_problem(line=1.5),
        with_problem(said={"en": 1}),
        with_problem(said={"en": "a" * 4_001}),
        with_problem(said={"<b>": "x"}),
        with_problem(said={"en\n": "x"}),
        with_problem(fixes=WHOLE["problems"][0]["fixes"] * 4),
        with_problem(fixes=["rm"]),
        with_page(change="other"),
        with_page(differences={"en": ["+ a"] * 13}),
        with_page(differences={"en": ["a" * 301]}),
        with_page(title={"en": None}),
    ],
    ids=lambda written: re.sub(r"\W+", " ", str(written))[:30],
)
def test_another_form_is_refused(tmp_path: Path, written: object) -> None:
    file = tmp_path / "report.json"
    file.write_text(written if isinstance(written, str) else json.dumps(written), "utf-8")
    with pytest.raises(Unreadable) as refused:
        report.read(file)
    assert len(str(refused.value)) < 200


def test_a_report_that_would_be_too_large_tells_of_less() -> None:
    long = Problem(UnknownKey, Place(CLAIM_FILE), {"key": "k" * 3_900, "known": "title"})
    whole = report.of_problems([long] * 200, 3, lambda _: [], [EN, KO], scope.of([CLAIM_FILE]))
    for told in whole.problems:
        told.said.update({f"{letter}n": "가" * 1_300 for letter in "abcdfghij"})
    written = report.write(whole)
    assert len(written) <= LARGEST
    told = json.loads(written)
    assert told["errors"] == 200
    assert 0 < len(told["problems"]) < 30


def test_errors_come_before_warnings(tmp_path: Path, run_cli: RunCli) -> None:
    archive = tmp_path / "archive"
    archive.mkdir()
    repository(archive)
    propose(
        archive,
        {
            "claims/entities/a.yml": "\ufeffkind: event\nname: {en: Other, ko: 다름}\n",
            CLAIM_FILE: changed(CLAIM, "origin: source\n", "origin: sourc\n"),
        },
    )
    done = run_cli("github", "report", "--base", "HEAD^1", "--output", str(tmp_path / "out"), at=archive)
    assert done.code == 1
    told = report.read(tmp_path / "out" / "report.json")
    assert told.errors == 1
    assert told.problems[0].code == "E307"
    assert told.problems[0].fixes[0].text == "    origin: source"
    assert {problem.code[0] for problem in told.problems[1:]} == {"W"}
    assert told.problems[0].said.keys() == {"en", "ko"}
    assert "sourc is none of" in told.problems[0].said["en"]
    assert (told.kind, told.data, told.site) == ("data", [], None)
    assert not (tmp_path / "out" / "preview.html").exists()


def test_what_was_wrong_elsewhere_before_is_counted_only(tmp_path: Path, run_cli: RunCli) -> None:
    archive = tmp_path / "archive"
    archive.mkdir()
    repository(archive)
    write(archive, {"claims/entities/lonely.yml": "\ufeffkind: event\nname: {en: Lonely, ko: 외톨이}\n"})
    commit(archive)
    new = CLAIM.replace("2031-03-12", "2031-03-13").replace("[lantern-walk]", "[lantern-walk, lantern-walk]")
    propose(archive, {CLAIM_FILE.replace("03-12", "03-13"): new})
    done = run_cli("github", "report", "--base", "HEAD^1", "--output", str(tmp_path / "out"), at=archive)
    assert done.code == 0, done.err
    told = report.read(tmp_path / "out" / "report.json")
    assert (told.errors, told.warnings, told.elsewhere) == (0, len(told.problems), 2)
    assert "W714" in {problem.code for problem in told.problems}
    assert {problem.path for problem in told.problems} == {CLAIM_FILE.replace("03-12", "03-13")}


def told_of(archive: Path, run_cli: RunCli) -> tuple[int, report.Report]:
    """Report what is checked out, in comparison with the commit before; the exit code with it."""
    done = run_cli("github", "report", "--base", "HEAD^1", "--output", "out", at=archive)
    return done.code, report.read(archive / "out" / "report.json")


def test_the_site_that_is_reported_is_the_one_that_is_built_and_reproduced(tmp_path: Path, run_cli: RunCli) -> None:
    repository(tmp_path)
    assert run_cli("build", at=tmp_path).code == 0
    propose(tmp_path, {CLAIM_FILE.replace("03-12", "03-13"): CLAIM.replace("2031-03-12", "2031-03-13")})
    code, told = told_of(tmp_path, run_cli)
    assert (code, told.errors) == (0, 0)
    assert told.site
    assert "claims/2031-03-13-city-office-visitors/" in [page.address for page in told.site.pages if page.shown]
    assert (tmp_path / "site" / "en" / "claims" / "2031-03-13-city-office-visitors" / "index.html").is_file()
    assert run_cli("github", "reproduce", at=tmp_path).code == 0


def test_a_change_of_nothing_that_shows_changes_no_page(tmp_path: Path, run_cli: RunCli) -> None:
    """Cards and search, which the site has, make none of its pages differ."""
    repository(tmp_path)
    propose(tmp_path, {"README.md": "# Read me\n"})
    code, told = told_of(tmp_path, run_cli)
    assert code == 0
    assert told.site
    assert (told.site.new, told.site.changed, told.site.gone, told.site.pages) == (0, 0, 0, [])
    assert [*(tmp_path / "site" / "assets").glob("search*")]


def test_a_link_that_only_a_build_finds_dead_is_reported(tmp_path: Path, run_cli: RunCli) -> None:
    repository(tmp_path)
    propose(tmp_path, {"content/en/index.md": "# Walks\n\n[Up](../ko/#nowhere)\n\n<!-- slot:newest-claims -->\n"})
    assert run_cli("check", at=tmp_path).code == 0
    code, told = told_of(tmp_path, run_cli)
    assert (code, told.errors, told.site) == (1, 1, None)
    assert told.problems[0].path == "content/en/index.md"
    assert not (tmp_path / "out" / "preview.html").exists()


def test_a_base_that_cannot_be_built_is_not_compared(tmp_path: Path, run_cli: RunCli) -> None:
    repository(tmp_path)
    write(tmp_path, {CLAIM_FILE: changed(CLAIM, "origin: source\n", "origin: sourc\n")})
    commit(tmp_path)
    propose(tmp_path, {CLAIM_FILE: CLAIM})
    code, told = told_of(tmp_path, run_cli)
    assert (code, told.errors, told.site) == (0, 0, None)
