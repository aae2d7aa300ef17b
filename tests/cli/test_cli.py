"""The command line as it is typed: exit codes, what is said, and in which language."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

CLAIM = "claims/2031/2031-03-11-walkers-union-visitors.yml"
ENGLISH = f"""\
{CLAIM}:25:12: error[E308]: 8,000 is not a number
  25 |     value: 8,000
     |            ^^^^^
     = help: write 8000

1 error in 1 file
"""
KOREAN = f"""\
{CLAIM}:25:12: 오류[E308]: 8,000은 수가 아닙니다
  25 |     value: 8,000
     |            ^^^^^
     = 고치는 방법: 8000으로 쓰십시오

파일 1개에서 오류 1건
"""
REPORTS = {"en": ENGLISH, "ko": KOREAN}
BUILT = {
    "en": r"9 claims, (\d+) pages; files: (\d+) written, 0 unchanged, 0 removed; "
    r"\d\.\d MB, 0\.\d% of what GitHub Pages holds; \d+\.\d sec\n",
    "ko": r"발언 9건, 페이지 (\d+)개\. 파일 (\d+)개 작성, 0개 유지, 0개 삭제\. "
    r"\d\.\dMB\(GitHub Pages 한도의 0\.\d%\), \d+\.\d초\n",
}
CLEAN = {"en": "no problems\n", "ko": "문제가 없습니다\n"}


def claims(*arguments: str, at: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `claims` in an archive."""
    return python("-m", "site_builder", *arguments, at=at, **environment)


def python(*arguments: str, at: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run Python in a folder, with nothing of a terminal's language but what is given.

    What a slow machine says of work that takes longer than a second is left out.
    """
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=at,
        env={**os.environ, **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    done.stderr = re.sub("^.* …\n", "", done.stderr, flags=re.MULTILINE)
    return done


@pytest.fixture
def broken(archive: Path) -> Path:
    """An archive with one error."""
    file = archive / CLAIM
    file.write_text(file.read_text("utf-8").replace("value: 8000", "value: 8,000"), "utf-8")
    return archive


@pytest.mark.parametrize("language", ["en", "ko"])
def test_check_of_a_clean_archive(archive: Path, language: str) -> None:
    done = claims("check", "--lang", language, at=archive)
    assert (done.returncode, done.stdout, done.stderr) == (0, CLEAN[language], "")


@pytest.mark.parametrize("language", ["en", "ko"])
def test_check_of_a_broken_archive(broken: Path, language: str) -> None:
    done = claims("check", "--lang", language, at=broken)
    assert (done.returncode, done.stdout, done.stderr) == (1, REPORTS[language], "")


@pytest.mark.parametrize("language", ["en", "ko"])
def test_build_of_a_clean_archive(archive: Path, language: str) -> None:
    done = claims("build", "--lang", language, at=archive)
    assert (done.returncode, done.stderr) == (0, "")
    assert re.fullmatch(BUILT[language], done.stdout)
    assert (archive / "site/ko/index.html").is_file()


@pytest.mark.parametrize("language", ["en", "ko"])
def test_build_of_a_broken_archive(broken: Path, language: str) -> None:
    done = claims("build", "--lang", language, at=broken)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", REPORTS[language])
    assert not (broken / "site").exists()


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
def test_the_terminals_language_is_spoken(archive: Path, environment: dict[str, str], language: str) -> None:
    assert claims("check", at=archive, PYTHONUTF8="1", **environment).stdout == CLEAN[language]


def test_a_terminal_without_korean_letters_gets_an_answer(broken: Path) -> None:
    done = claims("check", "--lang", "ko", at=broken, PYTHONIOENCODING="cp1252")
    assert done.returncode == 1
    assert "25:12" in done.stdout


def test_the_installed_command_is_the_module(archive: Path) -> None:
    program = "import sys; from importlib.metadata import entry_points as e; sys.argv[0] = 'claims'; "
    program += "[point] = e(group='console_scripts', name='claims'); sys.exit(point.load()())"
    installed, module = python("-c", program, "check", at=archive), claims("check", at=archive)
    assert (installed.returncode, installed.stdout) == (module.returncode, module.stdout) == (0, CLEAN["en"])


def test_paths_narrow_down_what_is_shown(broken: Path) -> None:
    for path in (CLAIM, "claims/2031", ".", str(broken / CLAIM)):
        assert claims("check", path, at=broken).returncode == 1
    done = claims("check", "claims/entities", "mkdocs.yml", at=broken)
    assert (done.returncode, done.stdout) == (0, CLEAN["en"])


@pytest.mark.parametrize("language", ["en", "ko"])
def test_check_for_programs(broken: Path, language: str) -> None:
    done = claims("check", "--format", "json", "--lang", language, at=broken)
    report = json.loads(done.stdout)
    assert done.returncode == 1
    assert (report["version"], report["language"], report["errors"], report["warnings"]) == (1, language, 1, 0)
    [problem] = report["problems"]
    assert (problem["path"], problem["line"], problem["column"], problem["end_column"]) == (CLAIM, 25, 12, 17)
    assert f"[{problem['code']}]: {problem['message']}\n" in REPORTS[language]


def test_check_of_a_clean_archive_for_programs(archive: Path) -> None:
    done = claims("check", "--format", "json", at=archive)
    assert (done.returncode, json.loads(done.stdout)["problems"]) == (0, [])


def test_check_for_pull_requests(broken: Path, tmp_path: Path) -> None:
    done = claims("check", "--format", "github", at=broken, GITHUB_STEP_SUMMARY=str(tmp_path / "summary.md"))
    assert done.returncode == 1
    assert done.stdout.splitlines()[0] == (
        f"::error file={CLAIM},line=25,col=12,endColumn=17,title=E308::8,000 is not a number%0Ahelp: write 8000"
    )
    assert ENGLISH in (tmp_path / "summary.md").read_text("utf-8")


def test_what_is_published_must_stay(archive: Path) -> None:
    settings = ("user.name=Nobody", "user.email=nobody@example.org", "commit.gpgsign=false", "core.hooksPath=/dev/null")
    git = ["git", *(word for setting in settings for word in ("-c", setting))]
    for command in (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "--message=Publish"]):
        subprocess.run([*git, *command], cwd=archive, check=True)
    assert claims("check", "--base", "HEAD", at=archive).returncode == 0
    gone = "claims/2031/2031-02-27-mara-lind-grown-ups.yml"
    (archive / gone).unlink()
    assert claims("check", at=archive).returncode == 0
    done = claims("check", "--base", "HEAD", at=archive)
    assert done.returncode == 1
    assert done.stdout.startswith(f"{gone}:1:1: error[E505]: ")


def test_a_base_that_is_not_there_is_no_problem_of_a_record(archive: Path) -> None:
    done = claims("check", "--base", "no-such-branch", at=archive)
    assert done.returncode == 2
    assert "no-such-branch" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


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
def test_what_is_typed_wrong_is_no_problem_of_a_record(archive: Path, arguments: tuple[str, ...]) -> None:
    done = claims(*arguments, at=archive)
    assert (done.returncode, done.stdout) == (2, "")
    assert re.search(arguments[-1], done.stderr)
    assert "Traceback" not in done.stderr
    assert "internal error" not in done.stderr


@pytest.mark.parametrize("command", ["check", "build", "serve"])
def test_a_folder_without_an_archive(tmp_path: Path, command: str) -> None:
    done = claims(command, at=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "mkdocs.yml" in done.stderr
    assert "Traceback" not in done.stderr
    assert "internal error" not in done.stderr


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
def test_a_configuration_that_is_wrong_is_named(archive: Path, command: str, old: str, new: str, named: str) -> None:
    file = archive / "mkdocs.yml"
    assert old in file.read_text("utf-8")
    file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")
    done = claims(command, at=archive)
    assert (done.returncode, done.stdout) == (2, "")
    assert re.search(named, done.stderr)
    assert "Traceback" not in done.stderr
    assert "internal error" not in done.stderr


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
    archive: Path, command: str, file: str, text: str, named: str
) -> None:
    (archive / file).parent.mkdir(exist_ok=True)
    with (archive / file).open("a", encoding="utf-8") as page:
        page.write(f"\n{text}\n")
    done = claims(command, at=archive)
    assert done.returncode == 1
    assert re.search(named, done.stdout + done.stderr)
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", ["check", "build"])
def test_a_bug_of_ours_is_one_line(archive: Path, command: str) -> None:
    program = """
from site_builder import cli
from site_builder.read import loader
def fail(*arguments, **more):
    raise LookupError("lost")
loader.load = fail
cli.main()
"""
    done = python("-c", program, command, at=archive)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", "claims: internal error: LookupError: lost\n")


def test_a_bug_that_a_record_brings_out_names_the_record(archive: Path) -> None:
    program = """
from site_builder import cli
from site_builder.pages import claim
origin_label = claim.origin_label
def fail(view, quote):
    return origin_label(view, quote) if "{{" not in quote.text else 1 // 0
claim.origin_label = fail
cli.main()
"""
    done = python("-c", program, "build", at=archive)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert done.stderr.startswith("claims: internal error: ")
    assert "2031-03-12-mara-lind-hostile" in done.stderr


def test_help_names_the_commands_and_what_they_do(tmp_path: Path) -> None:
    done = claims("--help", at=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    for command in ("build", "check", "serve"):
        assert re.search(rf"^  {command}  +\S", done.stdout, re.MULTILINE)
        assert claims(command, "--help", at=tmp_path).returncode == 0
