"""The command line as it is typed: exit codes, what is said, and in which language."""

import json
import re
import socket
from contextlib import closing
from pathlib import Path
from typing import NoReturn

import pytest

from site_builder.model.verification import LEDGER
from site_builder.pages import quotes
from site_builder.read import loader
from tests import repository
from tests.commands import Done, RunCli, run_module, run_python
from tests.records import changed, write
from tests.sites import files

CLAIM = "claims/2031/2031-03-11-walkers-union-visitors.yml"
ENGLISH = f"""\
{CLAIM}:25:12: error[E308]: 8,000 is not a number
  25 |     value: 8,000
     |            ^^^^^
     = help: write digits alone, without commas or words
  25 +     value: 8000

1 error in 1 file
"""
KOREAN = f"""\
{CLAIM}:25:12: 오류[E308]: 수가 아닙니다: 8,000
  25 |     value: 8,000
     |            ^^^^^
     = 고치는 방법: 쉼표나 말 없이 숫자만 쓰십시오
  25 +     value: 8000

파일 1개에서 오류 1건
"""
REPORTS = {"en": ENGLISH, "ko": KOREAN}
BUILT = {
    "en": r"9 claims, (\d+) pages; files: (\d+) written, 0 unchanged, 0 removed; "
    r"\d\.\d MB, 0\.\d% of what GitHub Pages holds; \d+\.\d sec\n"
    r"look at it: claims serve \(or make serve\), or open site/index\.html\n",
    "ko": r"발언 9건, 페이지 (\d+)개\. 파일 (\d+)개 저장, 0개 유지, 0개 삭제\. "
    r"\d\.\dMB\(GitHub Pages 한도의 0\.\d%\), \d+\.\d초\n"
    r"결과를 보려면 claims serve\(또는 make serve\)를 실행하거나 다음 파일을 여십시오: site/index\.html\n",
}
CLEAN = {"en": "no problems\n", "ko": "문제가 없습니다\n"}


def edit(file: Path, old: str, new: str) -> None:
    file.write_text(changed(file.read_text("utf-8"), old, new), "utf-8")


@pytest.fixture
def broken(archive: Path) -> Path:
    """An archive with one error."""
    edit(archive / CLAIM, "value: 8000", "value: 8,000")
    return archive


@pytest.mark.parametrize("language", ["en", "ko"])
def test_check_of_a_clean_archive(archive: Path, run_cli: RunCli, language: str) -> None:
    assert run_cli("check", "--lang", language, at=archive) == Done(0, CLEAN[language], "")


@pytest.mark.parametrize("language", ["en", "ko"])
def test_check_of_a_broken_archive(broken: Path, run_cli: RunCli, language: str) -> None:
    assert run_cli("check", "--lang", language, at=broken) == Done(1, REPORTS[language], "")


@pytest.mark.parametrize("language", ["en", "ko"])
def test_build_of_a_clean_archive(archive: Path, run_cli: RunCli, language: str) -> None:
    done = run_cli("build", "--lang", language, at=archive)
    assert (done.code, done.err) == (0, "")
    assert re.fullmatch(BUILT[language], done.out)
    assert (archive / "site/ko/index.html").is_file()


@pytest.mark.parametrize("language", ["en", "ko"])
def test_build_of_a_broken_archive(broken: Path, run_cli: RunCli, language: str) -> None:
    assert run_cli("build", "--lang", language, at=broken) == Done(1, "", REPORTS[language])
    assert not (broken / "site").exists()


def test_a_command_in_a_process_of_its_own_ends_with_the_same_codes(broken: Path) -> None:
    assert run_module("site_builder", "check", "--lang", "ko", at=broken) == Done(1, KOREAN, "")
    edit(broken / CLAIM, "value: 8,000", "value: 8000")
    assert run_module("site_builder", "check", "--lang", "ko", at=broken) == Done(0, CLEAN["ko"], "")
    assert run_module("site_builder", "check", "no-such-file", at=broken).code == 2


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LC_ALL": "ko_KR.UTF-8"}, "ko"),
        ({"LC_ALL": "", "LC_MESSAGES": "", "LANG": "ko_KR.UTF-8"}, "ko"),
        ({"LC_ALL": "C.UTF-8", "LANG": "ko_KR.UTF-8"}, "en"),
        ({"LC_ALL": "de_DE.UTF-8"}, "en"),
        ({"LC_ALL": "", "LC_MESSAGES": "", "LANG": ""}, "en"),
    ],
)
def test_the_terminals_language_is_spoken(
    archive: Path, run_cli: RunCli, environment: dict[str, str], language: str
) -> None:
    assert run_cli("check", at=archive, **environment).out == CLEAN[language]


def test_a_terminal_without_korean_letters_gets_an_answer(broken: Path) -> None:
    done = run_module("site_builder", "check", "--lang", "ko", at=broken, PYTHONIOENCODING="cp1252")
    assert done.code == 1
    assert "25:12" in done.out


def test_the_installed_command_is_the_module(archive: Path) -> None:
    program = "import sys; from importlib.metadata import entry_points as e; sys.argv[0] = 'claims'; "
    program += "[point] = e(group='console_scripts', name='claims'); sys.exit(point.load()())"
    assert run_python("-c", program, "check", at=archive) == Done(0, CLEAN["en"], "")


def test_paths_narrow_down_what_is_shown(broken: Path, run_cli: RunCli) -> None:
    for path in (CLAIM, "claims/2031", ".", str(broken / CLAIM)):
        assert run_cli("check", path, at=broken).code == 1
    assert run_cli("check", "claims/entities", "mkdocs.yml", at=broken) == Done(0, CLEAN["en"], "")


@pytest.mark.parametrize("language", ["en", "ko"])
def test_check_for_programs(broken: Path, run_cli: RunCli, language: str) -> None:
    done = run_cli("check", "--format", "json", "--lang", language, at=broken)
    report = json.loads(done.out)
    assert done.code == 1
    assert (report["version"], report["language"], report["errors"], report["warnings"]) == (1, language, 1, 0)
    [problem] = report["problems"]
    assert (problem["path"], problem["line"], problem["column"], problem["end_column"]) == (CLAIM, 25, 12, 17)
    assert f"[{problem['code']}]: {problem['message']}\n" in REPORTS[language]


def test_check_of_a_clean_archive_for_programs(archive: Path, run_cli: RunCli) -> None:
    done = run_cli("check", "--format", "json", at=archive)
    assert (done.code, json.loads(done.out)["problems"]) == (0, [])


def test_check_for_pull_requests(broken: Path, run_cli: RunCli, tmp_path: Path) -> None:
    done = run_cli("check", "--format", "github", at=broken, GITHUB_STEP_SUMMARY=str(tmp_path / "summary.md"))
    assert done.code == 1
    assert done.out.splitlines()[0] == (
        f"::error file={CLAIM},line=25,col=12,endColumn=17,title=E308::8,000 is not a number"
        "%0Ahelp: write digits alone, without commas or words%0A  25 +     value: 8000"
        "%0A%0A수가 아닙니다: 8,000%0A고치는 방법: 쉼표나 말 없이 숫자만 쓰십시오"
    )
    summary = (tmp_path / "summary.md").read_text("utf-8")
    assert 0 < summary.index(ENGLISH) < summary.index(KOREAN)


def test_a_pull_request_is_told_in_the_language_of_its_author_first(
    broken: Path, run_cli: RunCli, tmp_path: Path
) -> None:
    template = "- [ ] I read the source myself. / 출처를 직접 읽었습니다.\n"
    event = {"pull_request": {"title": "Update 2031-03-12.yml", "body": f"방문객 수를 고칩니다.\n{template}"}}
    write(tmp_path, {"event.json": json.dumps(event)})
    write(broken, {".github/PULL_REQUEST_TEMPLATE.md": template})
    done = run_cli("check", "--format", "github", at=broken, GITHUB_EVENT_PATH=str(tmp_path / "event.json"))
    assert "::수가 아닙니다: 8,000%0A" in done.out.splitlines()[0]
    assert "%0A%0A8,000 is not a number%0A" in done.out.splitlines()[0]


def test_what_is_published_must_stay(archive: Path, run_cli: RunCli) -> None:
    (archive / LEDGER).unlink()
    repository.commit(archive)
    assert run_cli("check", "--base", "HEAD", at=archive).code == 0
    gone = "claims/2031/2031-02-27-mara-lind-grown-ups.yml"
    (archive / gone).unlink()
    assert run_cli("check", at=archive).code == 0
    done = run_cli("check", "--base", "HEAD", at=archive)
    assert done.code == 1
    assert done.out.startswith(f"{gone}:1:1: error[E505]: ")


def test_a_base_that_is_not_there_is_no_problem_of_a_record(archive: Path, run_cli: RunCli) -> None:
    done = run_cli("check", "--base", "no-such-branch", at=archive)
    assert done.code == 2
    assert "no-such-branch" in done.out + done.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("no-such-command",),
        ("check", "--no-such-option"),
        ("check", "no-such-file"),
        ("check", "--lang", "fr"),
        ("build", "--lang", "fr"),
        ("build", "--config", "no-such-file.yml"),
        ("build", "--config", "content"),
    ],
)
def test_what_is_typed_wrong_is_no_problem_of_a_record(
    archive: Path, run_cli: RunCli, arguments: tuple[str, ...]
) -> None:
    is_named(run_cli(*arguments, at=archive), arguments[-1])


def is_named(done: Done, named: str) -> None:
    """What is at fault is named: the tool could not work, and knows why."""
    assert (done.code, done.out) == (2, "")
    assert re.search(named, done.err)
    assert "internal error" not in done.err


@pytest.mark.parametrize("command", ["check", "build", "serve"])
def test_a_folder_without_an_archive(tmp_path: Path, run_cli: RunCli, command: str) -> None:
    is_named(run_cli(command, at=tmp_path), r"mkdocs\.yml")


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("[en, ko]", "[en, xx]", r"xx has no catalog; there are en, ko"),
        ("[en, ko]", "[]", r"languages"),
        ("      languages: [en, ko]\n", "", r"languages"),
        ("  - claims:\n      languages: [en, ko]\n", "  - search\n", r"plugin `claims` is missing"),
        ("docs_dir: content", "docs_dir: [content", r"mkdocs\.yml"),
    ],
    ids=["unknown language", "no language", "no languages", "no plugin", "no YAML"],
)
@pytest.mark.parametrize("command", ["check", "build"])
def test_a_configuration_that_is_wrong_is_named(
    archive: Path, run_cli: RunCli, command: str, old: str, new: str, named: str
) -> None:
    edit(archive / "mkdocs.yml", old, new)
    is_named(run_cli(command, at=archive), named)


@pytest.mark.parametrize(
    ("file", "text", "named"),
    [
        ("content/en/about.md", "<!-- slot:none-such -->", r"content/en/about\.md:12:1: error\[E808\]: .*none-such"),
        ("content/en/alone.md", "# Alone", r"content/en/alone\.md:1:1: error\[E804\]: .*content/ko/"),
        ("content/fr/about.md", "# A propos", r"content/fr/about\.md:1:1: error\[E802\]"),
    ],
    ids=["unknown slot", "no translation", "no language of the site"],
)
@pytest.mark.parametrize("command", ["check", "build"])
def test_a_hand_written_page_that_is_wrong_is_named(
    archive: Path, run_cli: RunCli, command: str, file: str, text: str, named: str
) -> None:
    (archive / file).parent.mkdir(exist_ok=True)
    with (archive / file).open("a", encoding="utf-8") as page:
        page.write(f"\n{text}\n")
    done = run_cli(command, at=archive)
    assert done.code == 1
    assert re.search(named, done.out + done.err)


def fail(*arguments: object, **more: object) -> NoReturn:
    raise LookupError("lost")


@pytest.mark.parametrize("command", ["check", "build"])
def test_a_bug_of_ours_is_one_line(
    archive: Path, run_cli: RunCli, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setattr(loader, "load", fail)
    assert run_cli(command, at=archive) == Done(2, "", "claims: internal error: LookupError: lost\n")


def test_a_bug_that_a_record_brings_out_names_the_record(
    archive: Path, run_cli: RunCli, monkeypatch: pytest.MonkeyPatch
) -> None:
    origin_label = quotes.origin_label
    monkeypatch.setattr(
        quotes, "origin_label", lambda view, quote: fail() if "{{" in quote.text else origin_label(view, quote)
    )
    done = run_cli("build", at=archive)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert done.err.startswith("claims: internal error: LookupError: lost (")
    assert "2031-03-12-mara-lind-hostile" in done.err


def test_help_names_the_commands_and_what_they_do(tmp_path: Path, run_cli: RunCli) -> None:
    done = run_cli("--help", at=tmp_path)
    assert (done.code, done.err) == (0, "")
    for command in ("build", "check", "fix", "serve"):
        assert re.search(rf"^  {command}  +\S", done.out, re.MULTILINE)
        assert run_cli(command, "--help", at=tmp_path).code == 0


WITHOUT_ADDRESS = {
    "en": "the site does not know its address: its permanent links",
    "ko": "사이트의 주소가 정해지지 않아 고정 링크에",
}


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("url", ["site_url:\n", "", 'site_url: !ENV [NO_SUCH_VARIABLE, "http://localhost:8000/"]\n'])
def test_a_site_without_address_is_warned_of_and_not_published(
    archive: Path, run_cli: RunCli, language: str, url: str
) -> None:
    edit(archive / "mkdocs.yml", "site_url: https://archive.example/some/path/\n", url)
    done = run_cli("build", "--lang", language, at=archive, CI="")
    assert (done.code, "warning[W813]" in done.err or "경고[W813]" in done.err) == (0, True)
    assert f"{WITHOUT_ADDRESS[language]}" in done.err
    assert f"mkdocs.yml:{3 if url else 1}:" in done.err
    done = run_cli("build", "--lang", language, at=archive, CI="true")
    assert (done.code, done.out) == (1, "")
    assert WITHOUT_ADDRESS[language] in done.err
    assert "E814" in done.err
    assert run_cli("check", at=archive, CI="true").code == 0


def test_mkdocs_says_the_same_of_a_site_without_address(archive: Path) -> None:
    edit(archive / "mkdocs.yml", "site_url: https://archive.example/some/path/\n", "site_url:\n")
    done = run_module("mkdocs", "build", "--strict", at=archive, CI="")
    assert (done.code, "W813" in done.err) == (0, True)
    done = run_module("mkdocs", "build", "--strict", at=archive, CI="true")
    assert (done.code, "E814" in done.err) == (1, True)


@pytest.mark.parametrize("folder", [".", "claims", "claims/2031/site", "content", "content/en/site", ".."])
def test_a_site_among_what_it_is_made_of_is_refused(archive: Path, run_cli: RunCli, folder: str) -> None:
    before = files(archive)
    for language, words in (("en", "name another folder for the site"), ("ko", "사이트를 둘 다른 폴더를 쓰십시오")):
        done = run_cli("build", "--site-dir", folder, "--lang", language, at=archive)
        assert (done.code, done.out) == (2, "")
        assert words in done.err
    assert files(archive) == before


def test_a_site_in_place_of_a_file_is_refused(archive: Path, run_cli: RunCli) -> None:
    (archive / "taken").write_text("x", "utf-8")
    is_named(run_cli("build", "--site-dir", "taken", at=archive), "taken holds something else than a site")
    is_named(run_cli("build", "--site-dir", "taken/site", at=archive), "taken")
    assert (archive / "taken").read_text("utf-8") == "x"


@pytest.mark.parametrize(
    ("language", "words"), [("en", "another program has this port"), ("ko", "다른 포트를 쓰십시오")]
)
def test_a_port_that_is_taken_is_named_with_the_way_out(
    archive: Path, run_cli: RunCli, language: str, words: str
) -> None:
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = run_cli("serve", "--port", str(port), "--lang", language, at=archive)
    is_named(done, words)
    assert "--port" in done.err
    assert "Errno" not in done.err


def test_an_archive_that_cannot_be_written_to_is_built_elsewhere(
    archive: Path, run_cli: RunCli, tmp_path: Path
) -> None:
    (archive / ".cache").write_text("no folder can be here", "utf-8")
    done = run_cli("build", "--site-dir", str(tmp_path / "elsewhere"), at=archive)
    assert (done.code, done.err) == (0, "")
    assert (tmp_path / "elsewhere/en/index.html").is_file()
