"""The command `claims`: one module a subcommand. Only here is anything printed, and only here does a program end.

Exit codes: 0 done, 1 problems in the records, 2 the tool itself failed.
"""

import io
import logging
import os
import signal
import sys
from types import FrameType
from typing import NoReturn

import click

from site_builder.cli.build import build
from site_builder.cli.check import check
from site_builder.cli.fix import fix
from site_builder.cli.new import new
from site_builder.cli.serve import serve


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def claims() -> None:
    """Keep a claim archive: check its records, build its site."""


claims.add_command(build)
claims.add_command(check)
claims.add_command(fix)
claims.add_command(new)
claims.add_command(serve)


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
        stream.flush()
    os._exit(code)


def _stop(number: int, frame: FrameType | None) -> None:
    """Leave through the ordinary way out, which removes half-built folders."""
    sys.exit(128 + number)
