"""The command `claims`: one module a subcommand. Only here is anything printed, and only here does a program end.

Exit codes: 0 done, 1 problems in the records, 2 the tool itself failed.
"""

import contextlib
import io
import logging
import os
import signal
import sys
from importlib import import_module
from types import FrameType
from typing import NoReturn

import click

_COMMANDS = ("build", "check", "fix", "new", "serve")


class _Commands(click.Group):
    """The commands, each read when it is asked for: a build needs nothing of what asks for new records."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Their names."""
        return [*_COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name."""
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"site_builder.cli.{cmd_name}"), cmd_name)
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
def claims() -> None:
    """Keep a claim archive: check its records, build its site."""


_ORDINARY: dict[str | int | None, int] = {None: 0, 0: 0, 1: 1}
"""The ways in which a command ends that has done its work, as exit codes."""


def main() -> None:
    """Run the command; what nobody expected becomes one line and exit code 2."""
    logging.basicConfig(format="%(levelname)s: %(message)s", level=logging.WARNING)
    for stream in (sys.stdout, sys.stderr):  # a terminal without Hangul shows its numbers instead of failing
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    signal.signal(signal.SIGTERM, _stop)
    signal.signal(signal.SIGINT, _stop)
    try:
        claims()
    except SystemExit as end:
        if end.code in _ORDINARY:
            _leave(_ORDINARY[end.code])
        raise
    except Exception as error:  # a bug of ours, or of what we stand on: say so in one line
        where = "".join(f" ({note})" for note in getattr(error, "__notes__", ()))
        print(f"claims: internal error: {type(error).__name__}: {error}{where}", file=sys.stderr)
        sys.exit(2)


def _leave(code: int) -> NoReturn:
    """End at once, for nothing is left to be done: to give back the memory of a large archive takes a second."""
    logging.shutdown()
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError):  # whoever read us has gone
            stream.flush()
    os._exit(code)


def _stop(number: int, frame: FrameType | None) -> None:
    """Leave through the ordinary way out, which removes half-built folders."""
    sys.exit(128 + number)
