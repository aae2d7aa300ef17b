"""`claims numbers`: a line of JSON with the readings for each text, or what is wrong with a line."""

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.commands import Done, RunCli

ABOUT = {"value": 600, "hedge": "about", "kind": "count", "unit": "명", "span": "약 600명", "start": 0}
WRONG = {
    b"about 600": ("this is no JSON in UTF-8", "UTF-8로 된 JSON이 아닙니다"),
    b'"\xff"': ("this is no JSON in UTF-8", "UTF-8로 된 JSON이 아닙니다"),
    b"": ("this is no JSON in UTF-8", "UTF-8로 된 JSON이 아닙니다"),
    b"[" * 100_000: ("this is no JSON in UTF-8", "UTF-8로 된 JSON이 아닙니다"),
    b'["en", "600"]': (
        'write a language and a text: {"lang": "en", "text": "about 600"}',
        '언어와 글을 쓰십시오: {"lang": "en", "text": "about 600"}',
    ),
    b'{"lang": "ko", "text": 600}': (
        'write a language and a text: {"lang": "en", "text": "about 600"}',
        '언어와 글을 쓰십시오: {"lang": "en", "text": "about 600"}',
    ),
    b'{"lang": "zz9", "text": "600"}': (
        "this is the tag of no language; write one such as en, ko or uk",
        "언어 태그가 아닙니다. en, ko, uk처럼 쓰십시오",
    ),
    b'{"lang": "ko", "text": "\\ud83d"}': (
        "the text holds half of a character, which UTF-8 cannot write",
        "글에 UTF-8로 쓸 수 없는 반쪽짜리 문자가 있습니다",
    ),
}


def run(run_cli: RunCli, at: Path, patch: pytest.MonkeyPatch, lines: list[bytes], *options: str) -> Done:
    patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"".join(line + b"\n" for line in lines))))
    return run_cli("numbers", *options, at=at)


def asked(text: str, tag: str = "ko") -> bytes:
    return json.dumps({"lang": tag, "text": text}).encode()


def answers(done: Done) -> list[list[dict[str, Any]]]:
    return [json.loads(line)["readings"] for line in done.out.splitlines()]


def test_each_line_is_answered_in_order(tmp_path: Path, run_cli: RunCli, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [
        asked("약 600명"),
        asked("no number", "en"),
        asked("5~7%"),
        asked("3분의 2"),
        asked("62.5%"),
        asked("5", "de"),
    ]
    done = run(run_cli, tmp_path, monkeypatch, lines)
    assert (done.code, done.err) == (0, "")
    one, none, both, share, percent, digits = answers(done)
    assert (one, none) == ([ABOUT], [])
    assert [(each["min"], each["max"], each["kind"], each["unit"]) for each in both] == [(5, 7, "percent", "%")]
    assert [(each["value"], each["kind"]) for each in share] == [(2 / 3, "share")]
    assert [each["value"] for each in (*percent, *digits)] == [62.5, 5]


@pytest.mark.parametrize(("language", "place"), [("en", 0), ("ko", 1)])
@pytest.mark.parametrize("line", WRONG)
def test_a_wrong_line_is_named(
    tmp_path: Path, run_cli: RunCli, monkeypatch: pytest.MonkeyPatch, line: bytes, language: str, place: int
) -> None:
    lines = [asked("약 600명"), line, asked("약 600명")]
    done = run(run_cli, tmp_path, monkeypatch, lines, "--lang", language)
    number = {"en": "line 2", "ko": "2번째 줄"}[language]
    assert (done.code, done.err) == (2, f"{number}: {WRONG[line][place]}\n")
    assert answers(done) == [[ABOUT], [ABOUT]]


def test_nothing_is_answered_by_nothing(tmp_path: Path, run_cli: RunCli, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(run_cli, tmp_path, monkeypatch, []) == Done(0, "", "")
