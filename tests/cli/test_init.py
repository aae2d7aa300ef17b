"""`claims init`: what it asks, refuses, writes and says."""

import html
import json
import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from site_builder.language import catalogs
from site_builder.start import plan, sample, trial
from site_builder.start.generator import Unlockable
from tests import repository
from tests.cli.test_fix_new import run
from tests.commands import Done, RunCli
from tests.start.starting import GENERATOR, files, locked

__all__ = ["locked"]  # the fixture
pytestmark = pytest.mark.usefixtures("locked")
ALL = "en,ko,uk,ja,zh,es,fr,de,ru,pt,it,pl,vi,id,tr,ar"
HOSTILE = [
    "<script>alert(1)</script>",
    "\"quotes\" and 'more' of `them`",
    "{{ 7 * 7 }} {% raw %} ${HOME}",
    "a: b # c",
    "- [x](javascript:alert) *b* _c_ ~d~",
    "& &amp; &lt;",
    "%YAML",
    "null",
    "ארכיון הטענות",
    "عبارات {: onclick=x }",
    "# <!-- slot:search -->",
    "x" * 200,
]


def begin(run_cli: RunCli, at: Path, *arguments: str, folder: str = "new") -> Done:
    return run_cli("init", folder, "--no-input", *arguments, at=at)


@pytest.mark.parametrize("languages", ["en", "en,ko", "en,ko,uk", "ja,en", "ko", ALL])
def test_an_archive_has_no_problems_in_any_language(tmp_path: Path, run_cli: RunCli, languages: str) -> None:
    tags = languages.split(",")
    done = begin(run_cli, tmp_path, "--languages", languages)
    assert (done.code, done.err) == (0, "")
    root = tmp_path / "new"
    assert not (root / ".cache").exists()
    report = json.loads(run_cli("check", "--format", "json", "--lang", "en", at=root).out)
    begun = [tag for tag in tags if tag not in catalogs.available()]
    assert [(each["code"], each["path"]) for each in report["problems"]] == [
        ("W917", file) for file in sorted(map(catalogs.file_of, begun))
    ]
    warnings = {0: "no problems", 1: "1 warning in 1 file"}.get(
        len(begun), f"{len(begun)} warnings in {len(begun)} files"
    )
    counted = f"{len(tags)} language{'s' if len(tags) > 1 else ''}"
    assert f"Checked: {warnings}. Built: 1 claim in {counted} → new/site/\n" in done.out
    for tag in tags:
        assert (root / f"site/{tag}/claims/{sample.CLAIM}/index.html").is_file()
        count = len(catalogs.messages(catalogs.FOR_READERS))
        assert (f"{tag}: 0 of {count} texts for readers are translated" in done.out) == (tag in begun)
    assert [path.name for path in tmp_path.iterdir()] == ["new"]


def test_what_is_said_ends_with_the_next_commands(tmp_path: Path, run_cli: RunCli) -> None:
    done = begin(
        run_cli, tmp_path, "--languages", "en,ko", "--repository", "floods-desk/floods", folder="내 기록/둘 둘"
    )
    count = len(files(tmp_path / "내 기록/둘 둘"))
    assert done.out == (
        f"내 기록/둘 둘/: {count} files. Checked: no problems. Built: 1 claim in 2 languages → 내 기록/둘 둘/site/\n"
        "Next:\n"
        "  cd '내 기록/둘 둘'\n"
        "  make serve             look at it\n"
        "  .venv/bin/claims new   write your first record\n"
        "To publish it; then choose Settings → Pages → Source: GitHub Actions there:\n"
        '  git init -b main && git add --all && git commit -m "Begin the archive"\n'
        "  gh repo create floods-desk/floods --public --source . --push\n"
    )


def test_where_there_is_uv_and_no_make_the_commands_are_those_of_uv(
    tmp_path: Path, run_cli: RunCli, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "bin" / "uv"
    program.parent.mkdir()
    program.touch(0o755)
    monkeypatch.setenv("PATH", str(program.parent))
    assert "  uv run claims serve   look at it\n" in begin(run_cli, tmp_path).out


def test_every_option_shows_in_the_files(tmp_path: Path, run_cli: RunCli) -> None:
    answers = ("--name", "en=Flood claims", "--name", "ko=홍수 발언", "--licence", "cc0 1.0", "--no-sample")
    done = begin(run_cli, tmp_path, "--languages", "en, ko", *answers, "--repository", "https://github.com/A-b/C.d.git")
    assert done.code == 0
    root = tmp_path / "new"
    settings = (root / "mkdocs.yml").read_text("utf-8")
    assert 'site_name: "Flood claims"\n' in settings
    assert 'site_url: !ENV [SITE_URL, "https://a-b.github.io/C.d/"]\n' in settings
    assert 'repo_url: !ENV [REPO_URL, "https://github.com/A-b/C.d"]\n' in settings
    assert "languages: [en, ko]\n      licence: CC0-1.0\n" in settings
    assert 'title: "홍수 발언"' in (root / "content/ko/index.md").read_text("utf-8")
    assert not [*root.glob("claims/**/*sample*")]
    assert "sample" not in (root / "README.md").read_text("utf-8")
    for name in ("README.md", "README.ko.md", "LICENSE-records.md", "LICENSE-records.ko.md"):
        assert "](https://creativecommons.org/publicdomain/zero/1.0/)" in (root / name).read_text("utf-8")
    for name in ("en/about", "ko/data"):
        page = (root / f"site/{name}/index.html").read_text("utf-8")
        assert '<a rel=license href="https://creativecommons.org/publicdomain/zero/1.0/">CC0 1.0</a>' in page
    assert "@A-b" in (root / ".github/CODEOWNERS").read_text("utf-8")
    cited = yaml.safe_load((root / "CITATION.cff").read_text("utf-8"))
    assert (cited["title"], cited["url"], cited["license"]) == (
        "Flood claims",
        "https://a-b.github.io/C.d/",
        "CC0-1.0",
    )
    assert json.loads((root / ".claims-init.json").read_text("utf-8"))["answers"] == {
        "languages": ["en", "ko"],
        "names": {"en": "Flood claims", "ko": "홍수 발언"},
        "licence": "CC0-1.0",
        "repository": "A-b/C.d",
        "sample": False,
    }


def test_nothing_of_this_archive_is_given_to_others(tmp_path: Path, run_cli: RunCli) -> None:
    begin(run_cli, tmp_path, "--languages", "en")
    written = files(tmp_path / "new")
    text = b"\n".join(data for path, data in written.items() if not path.startswith("vendor/")).decode()
    assert not re.findall("nis-|North Korea|2025-04-30-|csbnews|Claim Archive|[가-힣]{3,}.{0,20}국정원", text)
    assert not [path for path in written if ".ko." in path]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--languages", "en,xx"], "xx is no tag of a language; tags are such as en, ko, uk, ja, pt-BR or zh-Hant"),
        (["--languages", "kr"], "did you mean ko?"),
        (["--languages", "english"], "english is no tag of a language"),
        (["--languages", ","], "name at least one language"),
        (["--licence", "GPL"], "GPL is no licence that is known here: CC-BY-4.0, CC-BY-SA-4.0,"),
        (["--repository", "floods"], "floods is no repository on GitHub: write OWNER/NAME"),
        (["--repository", "https://example.org/a/b"], "is no repository on GitHub"),
        (["--repository", "a/.."], "is no repository on GitHub"),
        (["--repository", "a b/c"], "is no repository on GitHub"),
        (["--name", "Floods"], "Floods: write the tag of a language, an equals sign and the name: en=Floods"),
        (["--name", "ko=홍수"], "ko is none of the languages: en"),
        (["--name", "kr=홍수"], "kr is no tag of a language"),
        (["--name", "en,ko=Floods"], "en,ko is no tag of a language"),
        (["--name", "en="], "a name is one line of at most 200 characters"),
        (["--name", "en=" + "x" * 201], "a name is one line of at most 200 characters"),
        (["--name", "en=Fl\u202eoods"], "a name is one line of at most 200 characters"),
        (["--name", "en=Fl\x1b[31moods"], "a name is one line of at most 200 characters"),
    ],
)
def test_a_wrong_answer_is_told_and_writes_nothing(
    tmp_path: Path, run_cli: RunCli, arguments: Sequence[str], said: str
) -> None:
    done = begin(run_cli, tmp_path, *arguments)
    assert (done.code, done.out) == (2, "")
    assert said in " ".join(done.err.split())
    assert [*tmp_path.iterdir()] == []


def test_complaints_and_the_end_are_korean(tmp_path: Path, run_cli: RunCli) -> None:
    done = begin(run_cli, tmp_path, "--languages", "kr", "--lang", "ko")
    assert "언어 태그가 아닙니다: kr." in done.err
    done = begin(run_cli, tmp_path, "--languages", "uk", "--lang", "ko")
    assert re.sub("[0-9]+", "N", done.out) == (
        "  uk: 독자에게 보이는 메시지 N개가 아직 번역되지 않았습니다. 번역할 때까지(locale/uk/LC_MESSAGES/claims.po) "
        "메시지와 content/uk/의 페이지는 영어로 나옵니다\n"
        "new/: 파일 N개. 검사: 파일 N개에서 경고 N건. 빌드: 발언 N건, 언어 N개 → new/site/\n"
        "다음 단계:\n  cd new\n  make serve             미리 보기\n  .venv/bin/claims new   첫 기록 쓰기\n"
    )


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_is_nothing_but_a_name(tmp_path: Path, run_cli: RunCli, name: str) -> None:
    done = begin(run_cli, tmp_path, "--name", f"en={name}")
    assert done.code == 0, done.err
    root = tmp_path / "new"
    page = (root / "site/en/index.html").read_text("utf-8")
    (heading,) = re.findall("<h1[^>]*>(.*?)</h1>", page, re.DOTALL)
    assert html.unescape(heading) == name
    assert "<" not in heading
    (title,) = re.findall("<title>(.*?)</title>", page)
    assert name in html.unescape(title)
    assert yaml.safe_load((root / "CITATION.cff").read_text("utf-8"))["title"] == name
    assert run_cli("check", at=root).out == "no problems\n"
    assert run_cli("init", "--renew", at=root).out == "everything is up to date\n"


@pytest.mark.parametrize("name", ["floods-of-2031", "my_archive", "홍수 기록", "x" * 220, "-", "."])
def test_without_a_name_an_archive_is_called_after_its_folder(tmp_path: Path, run_cli: RunCli, name: str) -> None:
    known = {"floods-of-2031": "Floods of 2031", "my_archive": "My archive", "홍수 기록": "홍수 기록"}
    folder = tmp_path / "Here"
    folder.mkdir()
    done = begin(run_cli, folder, folder=name if name != "-" else "./-")
    assert done.code == 0, done.err
    root = folder / name
    expected = "Here" if name == "." else known.get(name, "Claims")
    assert json.loads((root / ".claims-init.json").read_text("utf-8"))["answers"]["names"] == {"en": expected}


def test_a_language_without_a_name_has_that_of_the_folder(tmp_path: Path, run_cli: RunCli) -> None:
    assert begin(run_cli, tmp_path, "--languages", "en,ko", "--name", "ko=홍수 발언", folder="floods").code == 0
    names = json.loads((tmp_path / "floods/.claims-init.json").read_text("utf-8"))["answers"]["names"]
    assert names == {"en": "Floods", "ko": "홍수 발언"}


def test_a_language_without_a_sample_leaves_it_out_and_says_why(tmp_path: Path, run_cli: RunCli) -> None:
    done = begin(run_cli, tmp_path, "--languages", "en,sw,pt-BR,zh-Hant")
    assert done.code == 0
    assert "No sample record: there is none in sw, zh-Hant.\n" in done.out
    assert "Built: 0 claims in 4 languages" in done.out
    assert sample.lacking(["pt-BR"]) == []
    assert run_cli("check", at=tmp_path / "new").code == 0


def test_an_archive_whose_language_is_no_has_it(tmp_path: Path, run_cli: RunCli) -> None:
    """To other readers of YAML the tag is false."""
    assert begin(run_cli, tmp_path, "--languages", "no,en").code == 0
    assert run_cli("check", at=tmp_path / "new").code == 0


def test_a_folder_with_files_in_the_way_is_refused_by_their_names(tmp_path: Path, run_cli: RunCli) -> None:
    folder = tmp_path / "new"
    for name in ("README.md", "claims/2031/mine.yml", ".github/workflows/ci.yml", "site/index.html"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("mine", "utf-8")
    (folder / "content").symlink_to(tmp_path)
    before = files(folder)
    done = begin(run_cli, tmp_path)
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "new holds files that are in the way of an archive:\n"
        "  .github/workflows/ci.yml\n  README.md\n  claims/\n  content\n  site/\nnothing was written\n"
    )
    assert files(folder) == before


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path, run_cli: RunCli) -> None:
    (tmp_path / "new").write_text("mine", "utf-8")
    assert begin(run_cli, tmp_path).err == "new is a file; name a folder for the archive\n"
    assert begin(run_cli, tmp_path, folder="new/below").code == 2
    assert (tmp_path / "new").read_text("utf-8") == "mine"


def test_an_archive_is_refused_before_any_question(tmp_path: Path, run_cli: RunCli) -> None:
    begin(run_cli, tmp_path)
    done = run_cli("init", "new", at=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert "It is an archive already; claims init --renew brings its files up to date." in done.err


def test_unrelated_files_and_a_repository_may_be_there(tmp_path: Path, run_cli: RunCli) -> None:
    folder = tmp_path / "new"
    (folder / ".github").mkdir(parents=True)
    (folder / ".github" / "FUNDING.yml").write_text("mine", "utf-8")
    (folder / "notes.txt").write_text("mine", "utf-8")
    repository.commit(folder)
    assert begin(run_cli, tmp_path).code == 0
    assert (folder / ".github/FUNDING.yml").read_text("utf-8") == "mine"
    assert (folder / ".github/workflows/ci.yml").is_file()
    assert begin(run_cli, folder, folder="second").code == 0


def test_a_dry_run_lists_the_files_and_writes_none(tmp_path: Path, run_cli: RunCli) -> None:
    listed = begin(run_cli, tmp_path, "--languages", "en,uk", "--dry-run").out.splitlines()
    assert [*tmp_path.iterdir()] == []
    begin(run_cli, tmp_path, "--languages", "en,uk")
    assert sorted(files(tmp_path / "new")) == listed[1:-1]
    assert listed[-1] == f"{len(listed) - 2} files; nothing was written"


@pytest.mark.parametrize("is_there", [False, True], ids=["a new folder", "a folder that is there"])
@pytest.mark.parametrize("number", [0, 7, -1])
def test_a_failure_at_any_write_leaves_nothing(
    tmp_path: Path, run_cli: RunCli, monkeypatch: pytest.MonkeyPatch, number: int, is_there: bool
) -> None:
    names = begin(run_cli, tmp_path, "--dry-run").out.splitlines()[:-1]
    folder = tmp_path / "new"
    if is_there:
        folder.mkdir()
        (folder / "notes.txt").write_text("mine", "utf-8")
    write = Path.write_bytes

    def fail(path: Path, data: bytes) -> int:
        if path.as_posix().endswith(f"/archive/{names[number]}"):
            raise OSError(28, "No space left on device", str(path))
        return write(path, data)

    monkeypatch.setattr(Path, "write_bytes", fail)
    done = begin(run_cli, tmp_path)
    assert (done.code, done.out) == (2, "")
    assert "No space left on device\nnothing was written\n" in done.err
    assert [*folder.iterdir()] == [folder / "notes.txt"] if is_there else not folder.exists()


@pytest.mark.parametrize("folder", ["new", "there"])
def test_a_failure_while_it_is_moved_in_leaves_nothing(
    tmp_path: Path, run_cli: RunCli, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    (tmp_path / "there" / ".github").mkdir(parents=True)
    rename, moved = Path.rename, list[Path]()

    def fail(path: Path, target: Path) -> Path:
        if path.name in {"archive", "mkdocs.yml"} and path.parent.name != "there":
            raise OSError(1, "Operation not permitted", str(path))
        moved.append(target)
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", fail)
    done = begin(run_cli, tmp_path, folder=folder)
    assert (done.code, done.out) == (2, "")
    assert bool(moved) == (folder == "there")
    assert files(tmp_path) == {}
    assert not (tmp_path / "new").exists()
    assert [path.name for path in (tmp_path / "there").iterdir()] == [".github"]


def test_an_archive_with_an_error_is_not_written(
    tmp_path: Path, run_cli: RunCli, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = plan.files

    def wrong(*arguments: Any) -> plan.Files:
        return {**write(*arguments), "claims/entities/sample-courier.yml": b"kind: nothing\n"}

    monkeypatch.setattr(plan, "files", wrong)
    done = begin(run_cli, tmp_path)
    assert (done.code, done.out) == (2, "")
    assert "claims/entities/sample-courier.yml:1:7: error[E307]" in done.err
    assert [*tmp_path.iterdir()] == []


def test_an_interruption_leaves_nothing(tmp_path: Path, run_cli: RunCli, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(root: Path) -> trial.Trial:
        raise SystemExit(143)

    monkeypatch.setattr(trial, "run", stop)
    assert begin(run_cli, tmp_path, folder="some/where").code == 143
    assert [*tmp_path.iterdir()] == []


def test_what_cannot_be_locked_is_told_before_anything_is_written(
    tmp_path: Path, run_cli: RunCli, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(known: str = "") -> None:
        raise Unlockable("no wheel could be made of {path}: {cause}", path="/x", cause="no")

    monkeypatch.setattr("site_builder.start.generator.locked", fail)
    done = begin(run_cli, tmp_path)
    assert done == Done(2, "", "no wheel could be made of /x: no\nnothing was written\n")
    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize("is_repository", [False, True])
def test_a_first_commit_holds_what_was_written_and_nothing_else(
    tmp_path: Path, run_cli: RunCli, is_repository: bool
) -> None:
    folder = tmp_path / "new"
    folder.mkdir()
    (folder / "notes.txt").write_text("mine", "utf-8")
    if is_repository:
        repository.git(folder, "init", "--quiet", "--initial-branch=main")
    done = run_cli("init", "new", "--no-input", "--git", "--repository", "a/b", at=tmp_path, **repository.SETTINGS)
    assert done.code == 0, done.err
    assert "git init" not in done.out
    listed = repository.git(folder, "ls-files").splitlines()
    assert sorted(listed) == [path for path in sorted(files(folder)) if not path.startswith((".git/", "notes"))]
    assert repository.git(folder, "log", "--format=%s", "main") == "Begin the archive"


def test_who_is_nobody_to_git_is_told_before_anything_is_written(tmp_path: Path, run_cli: RunCli) -> None:
    environment = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "GIT_COMMITTER_NAME": ""}
    done = run_cli("init", "new", "--no-input", "--git", at=tmp_path, **environment)
    assert done.code == 2
    assert done.err.startswith("git: ")
    assert done.err.endswith("nothing was written\n")
    assert [*tmp_path.iterdir()] == []


def test_an_archive_that_git_does_not_commit_stands(tmp_path: Path, run_cli: RunCli) -> None:
    hook = tmp_path / "hooks" / "pre-commit"
    hook.parent.mkdir()
    hook.write_text("#!/bin/sh\necho not today >&2\nexit 1\n", "utf-8")
    hook.chmod(0o755)
    asked = {"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "core.hooksPath", "GIT_CONFIG_VALUE_0": str(hook.parent)}
    done = run_cli("init", "new", "--no-input", "--git", at=tmp_path, **repository.SETTINGS, **asked)
    assert (done.code, done.err) == (2, "git: not today\n")
    assert "Next:\n" in done.out
    assert run_cli("check", at=tmp_path / "new").code == 0


def test_what_no_option_says_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    answers = [
        "en, uk, kr",
        "en, uk",
        "Flood claims",
        "<",
        "Floods",
        "Повінь",
        "GPL",
        "",
        "floods",
        "floods-desk/floods",
    ]
    result = run("init", "floods", answers=[*answers, "no"])
    assert result.exit_code == 0, result.output
    assert "Languages by their tags, the first being the fallback [en]: " in result.output
    assert "did you mean ko?" in result.output
    assert "Name of the archive in English [Floods]: " in result.output
    assert "Name of the archive in Ukrainian [Floods]: " in result.output
    assert result.output.count("uk: 0 of ") == 1
    assert "GPL is no licence that is known here: CC-BY-4.0" in result.output
    assert "floods is no repository on GitHub" in result.output
    answered = json.loads(Path("floods/.claims-init.json").read_text("utf-8"))["answers"]
    assert answered == {
        "languages": ["en", "uk"],
        "names": {"en": "Floods", "uk": "Повінь"},
        "licence": "CC-BY-4.0",
        "repository": "floods-desk/floods",
        "sample": False,
    }


def test_a_person_who_stops_has_written_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("init", "floods", answers=["en", "Floods"])
    assert result.exit_code == 1
    assert "stopped; nothing was written" in result.output
    assert [*tmp_path.iterdir()] == []


def test_enter_takes_all_that_is_proposed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("init", "asked", answers=[""] * 5).exit_code == 0
    assert run("init", "silent", "--no-input", "--name", "en=Asked").exit_code == 0
    assert files(tmp_path / "asked") == files(tmp_path / "silent")


def test_without_a_folder_it_is_asked_for(tmp_path: Path, run_cli: RunCli) -> None:
    done = run_cli("init", "--no-input", at=tmp_path)
    assert done.code == 2
    assert "name the folder of the new archive: claims init DIR" in done.err


def test_the_same_answers_give_the_same_files(tmp_path: Path, run_cli: RunCli) -> None:
    for name in ("one", "two"):
        begin(run_cli, tmp_path, "--name", "en=Same", folder=name)
    assert files(tmp_path / "one") == files(tmp_path / "two")
    assert files(tmp_path / "one")["requirements.txt"].decode().splitlines()[1] == GENERATOR.requirement
