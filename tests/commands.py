"""Commands as they are typed: in this process, or in one of their own where the operating system has a part in it."""

import logging
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from site_builder import cli
from tests.building import compile_templates


@dataclass(frozen=True)
class Done:
    """How a command ended and what it said, but for what a slow machine says of work that takes longer than a second.

    None ends with a traceback.
    """

    code: int
    out: str
    err: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "err", re.sub("^.* …\n", "", self.err, flags=re.MULTILINE))
        assert "Traceback" not in self.err


RunCli = Callable[..., Done]


def run_module(*arguments: str, at: Path, **environment: str) -> Done:
    """Run a module of Python in a process of its own."""
    return run_python("-m", *arguments, at=at, **environment)


def run_python(*arguments: str, at: Path, **environment: str) -> Done:
    """Run Python in a process of its own, with nothing of a terminal's language but what is given."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=at,
        env={**os.environ, **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
        start_new_session=True,  # a signal to its group is none to us
    )
    return Done(done.returncode, done.stdout, done.stderr)


def run_here(
    *arguments: str, at: Path, patch: pytest.MonkeyPatch, capture: pytest.CaptureFixture[str], **environment: str
) -> Done:
    """Run `claims` in this process, which goes on when the command ends."""
    compile_templates()
    handlers = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    capture.readouterr()
    with patch.context() as inside:
        inside.chdir(at)
        inside.setattr(sys, "argv", ["claims", *arguments])
        inside.setattr(cli, "_leave", sys.exit)
        inside.setattr(logging.root, "handlers", [])  # of the tests, so that the command sets up its own
        for name, value in environment.items():
            inside.setenv(name, value)
        try:
            cli.main()
        except SystemExit as end:
            code = end.code
        finally:
            for number, handler in handlers.items():
                signal.signal(number, handler)
    assert isinstance(code, int)
    return Done(code, *capture.readouterr())
