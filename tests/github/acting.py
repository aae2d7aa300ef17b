"""Workflows run here as GitHub would run them: by `act`, without its hosts, without Docker, without a network.

`act` has GitHub's own language of expressions, its jobs, outputs and conditions. What comes from elsewhere is stood in
for: actions by the scripts in `stand_ins/`, `gh` by one that answers from a table and notes what it was asked. A job
gets a clone of the repository, with an environment in which all is installed. Tokens, permissions and Pages are not
imitated; programs that read workflows judge these (`test_workflows.py`).
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tests.github.calls import Call

_STAND_INS = Path(__file__).parent / "stand_ins"
BARE = "-I -S"
"""Options for a Python that is there sooner, since it looks for no packages."""
_WORKFLOWS = Path(".github", "workflows")
_RUNNER = "ubuntu-24.04"
Artifacts = Mapping[str, Mapping[str, bytes]]
"""What runs keep: for each name the files, by their path inside."""


@dataclass(frozen=True)
class Annotation:
    """A message beside a line of a file, or of the run as a whole."""

    level: str
    at: Mapping[str, str]
    text: str


@dataclass(frozen=True)
class Run:
    """How a run of a workflow ended, and what it left.

    `jobs` has the result of each job of the workflow: `success`, `failure` or `skipped`; of a matrix, the worst one.
    """

    exit_code: int
    log: str
    jobs: Mapping[str, str]
    summary: str = ""
    annotations: tuple[Annotation, ...] = ()
    calls: tuple[Call, ...] = ()
    artifacts: Artifacts = field(default_factory=dict)


def run_workflow(
    repository: Path,
    name: str,
    event: str,
    payload: Mapping[str, object],
    *,
    env: Mapping[str, str] | None = None,
    job: str | None = None,
    variables: Mapping[str, str] | None = None,
    answers: Mapping[str, object] | None = None,
    artifacts: Artifacts | None = None,
) -> Run:
    """Run a workflow of a repository, at the commit that is checked out there, for an event with its payload.

    `job` runs only this one and those it needs; `variables` are those of the repository's settings (`vars`). `answers`
    are those of `gh`, by `GET repos/o/r/…` or the words of another command, in which `*` stands for any text; what none
    of them is for is not found. `artifacts` are there from earlier runs. The repository itself stays as it is.
    """
    with tempfile.TemporaryDirectory() as made:
        place = Path(made)
        known = _prepare(place, payload, answers or {}, artifacts or {})
        done = subprocess.run(
            [
                *(str(Path(sys.executable).parent / "act"), event, "--directory", str(repository), "--json"),
                *("--workflows", str(_WORKFLOWS / f"{name}.yml"), "--eventpath", str(place / "event.json")),
                *("--platform", f"{_RUNNER}=-self-hosted", "--no-skip-checkout", "--no-cache-server"),
                *("--secret", "GITHUB_TOKEN=stand-in", *(("--job", job) if job else ())),
                *(word for each in (variables or {}).items() for word in ("--var", "=".join(each))),
                *_local_actions(repository / _WORKFLOWS / f"{name}.yml", place / "actions"),
                *_settings(repository, place, payload, env or {}),
            ],
            env={**known, "PATH": f"{place / 'bin'}{os.pathsep}{os.environ['PATH']}"},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        entries = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
        assert not done.returncode or any("job" in entry for entry in entries), done.stdout + done.stderr
        return Run(
            done.returncode,
            "".join(_said(entries)),
            _results(repository / _WORKFLOWS / f"{name}.yml", entries, job),
            "".join(entry["content"] for entry in entries if entry.get("command") == "summary"),
            tuple(_annotations(entries)),
            tuple(_calls(place / "calls")),
            _kept(place / "artifacts"),
        )


def _prepare(
    place: Path, payload: Mapping[str, object], answers: Mapping[str, object], artifacts: Artifacts
) -> dict[str, str]:
    """Lay out what a run finds; the environment of the machine that it runs on."""
    for folder in ("home", "bin", "actions", "artifacts", "temporary"):
        (place / folder).mkdir()
    (place / "event.json").write_text(json.dumps(payload), "utf-8")
    (place / "answers.json").write_text(json.dumps(answers), "utf-8")
    (place / "calls").touch()
    for program in ("gh", "python3", "python"):
        arguments = f"{BARE} {_STAND_INS / 'gh.py'} {place}" if program == "gh" else ""
        _write_program(place / "bin" / program, f'exec {sys.executable} {arguments} "$@"')
    for name, files in artifacts.items():
        for path, content in files.items():
            target = place / "artifacts" / name / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
    return {"HOME": str(place / "home"), "LC_ALL": "C.UTF-8", "TMPDIR": str(place / "temporary")}


def _write_program(file: Path, line: str) -> None:
    file.write_text(f"#!/bin/sh\n{line}\n", "utf-8")
    file.chmod(0o755)


def _local_actions(workflow: Path, folder: Path) -> Iterator[str]:
    """Make a stand-in for each action that a workflow uses, in place of the one at its commit."""
    for action in sorted(set(re.findall(r"\buses: ([\w./-]+@\w+)", workflow.read_text("utf-8")))):
        name = action.partition("@")[0].rpartition("/")[2]
        script = _STAND_INS / f"{name.replace('-', '_')}.py"
        assert script.is_file(), f"{script}: there is no stand-in for {action}"
        (folder / name).mkdir(exist_ok=True)
        (folder / name / "action.yml").write_text(yaml.safe_dump(_composite(name, script)), "utf-8")
        yield from ("--local-repository", f"{action}={folder / name}")


def _composite(name: str, script: Path) -> dict[str, object]:
    """An action of one step, the script, which gets what the workflow says `with` it as JSON in `INPUTS`."""
    told: dict[str, object] = yaml.safe_load(script.with_suffix(".yml").read_text("utf-8"))
    run = {
        "id": "script",
        "shell": "sh",
        "run": f"{sys.executable} {script}",
        "env": {"INPUTS": "${{ toJSON(inputs) }}", "SHA": "${{ github.sha }}"},
    }
    return {"name": name, "description": name, **told, "runs": {"using": "composite", "steps": [run]}}


def _settings(repository: Path, place: Path, payload: Mapping[str, object], env: Mapping[str, str]) -> Iterator[str]:
    """What every step finds in its environment."""
    told = payload.get("repository")
    name = told.get("full_name") if isinstance(told, Mapping) else None
    settings = {
        "GITHUB_REPOSITORY": str(name or "desk/archive"),
        "STAND_INS": str(place),
        "STAND_INS_REPOSITORY": str(repository),
        "STAND_INS_PYTHON": sys.executable,
        **{name: os.environ[name] for name in ("SOURCE_DATE_EPOCH",) if name in os.environ},  # the day of the tests
        **env,
    }
    for setting in settings.items():
        yield from ("--env", "=".join(setting))


def _said(entries: list[dict[str, Any]]) -> Iterator[str]:
    """What the steps printed, commands to the runner with it."""
    for entry in entries:
        if entry.get("raw_output"):
            yield entry["msg"]
        elif "raw" in entry:
            yield entry["raw"]


def _annotations(entries: list[dict[str, Any]]) -> Iterator[Annotation]:
    for entry in entries:
        if entry.get("command") in ("error", "warning", "notice"):
            yield Annotation(entry["command"], entry.get("kvPairs") or {}, entry["arg"])


def _results(workflow: Path, entries: list[dict[str, Any]], only: str | None) -> dict[str, str]:
    text = re.sub(r"^on:", "'on':", workflow.read_text("utf-8"), flags=re.MULTILINE)
    results = dict.fromkeys(yaml.safe_load(text)["jobs"], "skipped")
    for entry in entries:
        if "jobResult" in entry and results[entry["jobID"]] != "failure":
            results[entry["jobID"]] = entry["jobResult"]
    return {name: result for name, result in results.items() if only is None or result != "skipped"}


def _calls(file: Path) -> Iterator[Call]:
    for line in file.read_text("utf-8").splitlines():
        call = json.loads(line)
        yield Call(tuple(call["words"]), call["input"])


def _kept(folder: Path) -> Artifacts:
    return {
        each.name: {path.relative_to(each).as_posix(): path.read_bytes() for path in each.rglob("*") if path.is_file()}
        for each in sorted(folder.iterdir())
    }
