"""The command `claims`: one module a subcommand. Only here is anything printed, and only here does a program end.

Exit codes: 0 done, 1 problems in the records, 2 the tool itself failed.
"""

import io
import logging
import signal
import sys
from types import FrameType

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
    except Exception as error:  # a bug of ours, or of what we stand on: say so in one line
        where = "".join(f" ({note})" for note in getattr(error, "__notes__", ()))
        print(f"claims: internal error: {type(error).__name__}: {error}{where}", file=sys.stderr)
        sys.exit(2)


def _stop(number: int, frame: FrameType | None) -> None:
    """Leave through the ordinary way out, which removes half-built folders."""
    sys.exit(128 + number)
