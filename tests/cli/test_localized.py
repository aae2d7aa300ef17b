"""Every command speaks the language of the person: in help, in complaints, wherever the option stands."""

import ast
import re
from pathlib import Path

import click
import pytest

from site_builder.cli.localized import CLICKS_TEXTS
from tests.commands import RunCli, run_module

COMMANDS = [
    *("build", "check", "cite", "fix", "github", "init", "new", "new claim", "new entity", "new series", "numbers"),
    *("serve", "snapshot", "suggest", "verify"),
    *("github forms", "github intake", "github labels"),
]
_NAMES = re.compile(
    r"--?[\w-]+|\[[\w|-]+\]|claims|site/|mkdocs\.yml|id\b|git\w*|json|text|direct|reported|USD|KRW|-[\w-]+|Enter|Ctrl\+C|"
    r"^ +[a-z]+(?=  )|`[^`]+`|"
    r"\.snapshots/|CLAIMS_SNAPSHOTS|lang|JSON|GitHub|SPDX|OWNER/NAME|Pages|\w+\.(?:html|json)|\.github/",
    re.MULTILINE,
)
"""What is typed as it is in every language, in help behind the line of its usage."""


def english(text: str) -> list[str]:
    return re.findall(r"[A-Za-z]{3,}", _NAMES.sub("", text.partition("\n\n")[2]))


@pytest.mark.parametrize(
    "order", ["{0} --help --lang ko", "--lang ko {0} --help", "{0} --lang=ko -h", "--lang en {0} -h --lang ko"]
)
@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_korean_wherever_the_option_stands(archive: Path, run_cli: RunCli, command: str, order: str) -> None:
    done = run_cli(*order.format(command).split(), at=archive)
    assert done.code == 0
    assert done.out.startswith("사용법: ")
    assert "--lang 태그" in done.out
    assert english(done.out) == []


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_english_after_it_was_korean(archive: Path, run_cli: RunCli, command: str) -> None:
    korean = run_cli(*command.split(), "--help", "--lang", "ko", at=archive)
    done = run_cli(*command.split(), "--help", at=archive)
    assert korean.out != done.out
    assert not re.search("[가-힣]", done.out)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("serve --nope", "그런 옵션은 없습니다: '--nope'."),
        ("build --site-dirr x", "'--site-dir' 아닙니까?"),
        ("serve --port", "값이 필요한 옵션입니다: '--port'."),
        ("serve --port x", "'--port'의 값이 잘못되었습니다: 'x' (필요한 형식: 정수)"),
        ("serve extra", "쓸 수 없는 인자가 더 있습니다(extra)"),
        ("build --engine x", "'--engine'의 값이 잘못되었습니다: 'x' (쓸 수 있는 값: 'mkdocs', 'zensical')"),
        ("check nowhere.yml", "찾을 수 없습니다: 'nowhere.yml'"),
        ("chekc", "그런 명령은 없습니다: 'chekc'."),
        (
            "xyzzy",
            "쓸 수 있는 것: build, check, cite, fix, github, init, new, numbers, serve, snapshot, suggest, verify",
        ),
        ("new clam", "그런 명령은 없습니다: 'clam'."),
        ("new --no-input", "빠진 옵션: --claimant"),
        ("build --no-search=1", "값을 받지 않는 옵션입니다: '--no-search'."),
    ],
)
def test_complaints_are_korean(archive: Path, run_cli: RunCli, line: str, said: str) -> None:
    for words in (f"{line} --lang ko", f"--lang ko {line}"):
        done = run_cli(*words.split(), at=archive)
        assert (done.code, done.out) == (2, "")
        assert said in done.err
        assert "Error" not in done.err + done.out
        assert "Usage" not in done.err + done.out


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_an_unknown_language_is_told_of_with_those_that_there_are(archive: Path, run_cli: RunCli, command: str) -> None:
    done = run_cli(*command.split(), "--lang", "xx", at=archive)
    assert (done.code, done.out) == (2, "")
    assert "'xx' is not one of 'en', 'ko'" in done.err


def test_what_stands_behind_two_hyphens_is_no_option(archive: Path, run_cli: RunCli) -> None:
    assert "'--lang'" in run_cli("check", "--", "--lang", "ko", at=archive).err


def test_the_environment_chooses_the_language_of_complaints(archive: Path, run_cli: RunCli) -> None:
    assert "오류: 그런 옵션은 없습니다" in run_cli("serve", "--nope", at=archive, LC_ALL="ko_KR.UTF-8").err


def test_the_version_is_told(archive: Path, run_cli: RunCli) -> None:
    done = run_cli("--version", at=archive)
    assert (done.code, done.err) == (0, "")
    version = done.out.split()[-1]
    assert re.fullmatch(r"\d+\.\d+\.\d+\S*", version)
    assert run_module("site_builder", "--version", at=archive).out == f"python -m site_builder {version}\n"


def test_clicks_texts_are_those_of_click() -> None:
    """None is kept that click does not say any more; what stands for values are upper-case names of its types."""
    said = {
        node.value
        for file in Path(click.__file__).parent.glob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert [
        text
        for text in CLICKS_TEXTS
        if text not in said and text.lower() not in said and text not in ("[PATHS]...", "TAG")
    ] == []
