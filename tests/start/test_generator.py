"""The generator as a locked dependency, wherever it was installed from."""

import hashlib
import importlib.metadata
import json
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import ZipFile

import pytest

from site_builder.start import generator
from site_builder.start.generator import Unlockable
from tests.records import ROOT, write

WHEEL = "claim_archive-9.9-py3-none-any.whl"
SHA = "0" * 64


class Installed(NamedTuple):
    """A distribution with what its installer noted of where it came from."""

    direct_url: str | None
    version: str = "9.9"

    def read_text(self, name: str) -> str | None:
        assert name == "direct_url.json"
        return self.direct_url


def come_from(monkeypatch: pytest.MonkeyPatch, origin: dict[str, Any] | None) -> None:
    installed = Installed(None if origin is None else json.dumps(origin))
    monkeypatch.setattr(importlib.metadata, "distribution", lambda name: installed)


def no_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither uv nor pip is there."""
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(generator, "find_spec", lambda name: None)


def stand_in(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Put a program called uv first, and take pip away."""
    program = folder / "bin" / "uv"
    write(folder, {"bin/uv": f"#!/bin/sh\n{script}\n"})
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(generator, "find_spec", lambda name: None)


def accepted(root: Path, line: str) -> bool:
    """Tell whether pip takes a line when every file must have its digest."""
    (root / "requirements.txt").write_text(f"{line}\n", "utf-8")
    pip = ["-m", "pip", "-qq", "install", "--dry-run", "--no-deps", "--no-index", "--ignore-installed"]
    command = [sys.executable, *pip, "--require-hashes", "--requirement", "requirements.txt"]
    return subprocess.run(command, cwd=root, check=False, capture_output=True).returncode == 0


def test_sources_become_a_wheel_that_the_archive_keeps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    come_from(monkeypatch, {"url": ROOT.as_uri(), "dir_info": {"editable": True}})
    found = generator.locked()
    ((file, data),) = found.files.items()
    assert Path(file).parent.name == "vendor"
    assert found.source == {"path": file}
    (tmp_path / "vendor").mkdir()
    (tmp_path / file).write_bytes(data)
    with ZipFile(tmp_path / file) as wheel:
        assert {"site_builder/start/requirements.txt", "site_builder/language/locale/readers.pot"} <= {
            *wheel.namelist()
        }
    assert accepted(tmp_path, found.requirement)
    (tmp_path / file).write_bytes(data + b"\0")
    assert not accepted(tmp_path, found.requirement)
    assert generator.locked().files == found.files


def test_a_wheel_on_this_machine_is_kept_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wheel = tmp_path / "here und 여기" / WHEEL
    write(tmp_path, {f"here und 여기/{WHEEL}": "a wheel"})
    come_from(monkeypatch, {"url": wheel.as_uri(), "archive_info": {}})
    found = generator.locked()
    assert found.files == {f"vendor/{WHEEL}": b"a wheel"}
    assert found.requirement == f"./vendor/{WHEEL} --hash=sha256:{hashlib.sha256(b'a wheel').hexdigest()}"


@pytest.mark.parametrize("name", ["gone.whl", "gone"])
def test_what_it_was_installed_from_may_be_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    come_from(monkeypatch, {"url": (tmp_path / name).as_uri(), "dir_info": {}})
    with pytest.raises(Unlockable, match="is no wheel and no folder of its sources any more"):
        generator.locked()


def test_sources_become_a_wheel_by_uv(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    come_from(monkeypatch, {"url": ROOT.as_uri(), "dir_info": {"editable": True}})
    stand_in(tmp_path, monkeypatch, f'[ "$1 $6" = "build {ROOT}" ] && printf "a wheel" > "$5/{WHEEL}"')
    assert generator.locked().files == {f"vendor/{WHEEL}": b"a wheel"}


def test_sources_become_a_wheel_by_pip(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By pip alone, which finds here what it fetches elsewhere."""
    come_from(monkeypatch, {"url": ROOT.as_uri(), "dir_info": {"editable": True}})
    whole = generator.locked().files
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setattr(generator, "find_spec", lambda name: name == "pip" or None)
    monkeypatch.setenv("PIP_NO_BUILD_ISOLATION", "0")  # pip's way to say that it is off
    assert generator.locked().files == whole


def test_sources_without_anything_that_makes_wheels_are_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    come_from(monkeypatch, {"url": ROOT.as_uri(), "dir_info": {"editable": True}})
    no_program(monkeypatch)
    with pytest.raises(Unlockable, match="pip install flit_core"):
        generator.locked()


def test_sources_of_which_no_wheel_can_be_made_say_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"pyproject.toml": "[project]\n"})
    come_from(monkeypatch, {"url": tmp_path.as_uri(), "dir_info": {}})
    with pytest.raises(Unlockable) as raised:
        generator.locked()
    assert raised.value.values["path"] == str(tmp_path)
    assert "ConfigError" in raised.value.values["cause"]


def test_a_repository_has_no_digest(monkeypatch: pytest.MonkeyPatch) -> None:
    origin = {"url": "https://example.org/a.git", "vcs_info": {"vcs": "git", "commit_id": "0" * 40}}
    come_from(monkeypatch, origin)
    with pytest.raises(Unlockable, match="pip wheel --no-deps") as raised:
        generator.locked()
    assert raised.value.values["url"] == "git+https://example.org/a.git"


def test_an_address_is_kept_with_the_digest_that_was_noted(monkeypatch: pytest.MonkeyPatch) -> None:
    url = f"https://example.org/{WHEEL}"
    come_from(monkeypatch, {"url": url, "archive_info": {"hashes": {"sha256": SHA}}})
    found = generator.locked()
    assert found.requirement == f"claim-archive @ {url} \\\n    --hash=sha256:{SHA}"
    assert (found.source, found.files) == ({"url": url}, {})


def test_an_address_without_a_digest_is_asked_of_uv(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    url = f"https://example.org/{WHEEL}"
    come_from(monkeypatch, {"url": url, "archive_info": {}})
    stand_in(tmp_path, monkeypatch, f'read asked; printf "%s \\\\\\n    --hash=sha256:{SHA}\\n" "$asked"')
    assert generator.locked().requirement == f"claim-archive @ {url} \\\n    --hash=sha256:{SHA}"


def test_a_version_of_an_index_is_asked_of_uv(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    come_from(monkeypatch, None)
    other = "1" * 64
    said = f'printf "claim-archive==9.9 --hash=sha256:{SHA} --hash=sha256:{other}\\n"'
    stand_in(tmp_path, monkeypatch, f'[ "$(cat)" = claim-archive==9.9 ] && {said}')
    found = generator.locked()
    assert found.requirement == f"claim-archive==9.9 \\\n    --hash=sha256:{SHA} \\\n    --hash=sha256:{other}"
    assert (found.source, found.files) == ({}, {})


def test_a_version_of_an_index_is_asked_of_pip(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with ZipFile(tmp_path / WHEEL, "w") as wheel:
        about = "Metadata-Version: 2.1\nName: claim-archive\nVersion: 9.9\n"
        for name, text in {"METADATA": about, "WHEEL": "Wheel-Version: 1.0\nTag: py3-none-any\n", "RECORD": ""}.items():
            wheel.writestr(f"claim_archive-9.9.dist-info/{name}", text)
    come_from(monkeypatch, None)
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path))
    digest = hashlib.sha256((tmp_path / WHEEL).read_bytes()).hexdigest()
    assert generator.locked().requirement == f"claim-archive==9.9 \\\n    --hash=sha256:{digest}"


def test_what_an_archive_knows_already_is_not_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    come_from(monkeypatch, None)
    no_program(monkeypatch)
    known = f"claim-archive==9.9 \\\n    --hash=sha256:{SHA}\nbabel==1 \\\n    --hash=sha256:{'2' * 64}\n"
    assert generator.locked(known).requirement == f"claim-archive==9.9 \\\n    --hash=sha256:{SHA}"


@pytest.mark.parametrize("known", ["", f"claim-archive==9.8 --hash=sha256:{SHA}\n"])
def test_where_nobody_tells_the_digest_the_way_out_is_told(monkeypatch: pytest.MonkeyPatch, known: str) -> None:
    come_from(monkeypatch, None)
    no_program(monkeypatch)
    with pytest.raises(Unlockable, match="neither uv nor pip") as raised:
        generator.locked(known)
    assert raised.value.values == {"requirement": "claim-archive==9.9"}


def test_the_file_of_all_dependencies_names_each_with_its_digest_and_no_host() -> None:
    text = generator.Generator("9.9", f"claim-archive==9.9 --hash=sha256:{SHA}").requirements
    lines = [
        line for line in text.replace("\\\n", " ").splitlines() if line.strip() and not line.strip().startswith("#")
    ]
    assert lines[0].startswith("claim-archive==9.9 ")
    assert len(lines) > 10
    assert all("--hash=sha256:" in line and "==" in line for line in lines)
    assert "http" not in text
