"""The command `claims`: one module a subcommand. Only here is anything printed, and only here does a program end.

Exit codes: 0 done, 1 problems in the records, 2 the tool itself failed.
"""

import signal
import sys
from types import FrameType

import click

from site_builder.cli.build import build
from site_builder.cli.check import check
from site_builder.cli.serve import serve


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def claims() -> None:
    """Keep a claim archive: check its records, build its site."""


claims.add_command(build)
claims.add_command(check)
claims.add_command(serve)


def main() -> None:
    """Run the command; what nobody expected becomes one line and exit code 2."""
    signal.signal(signal.SIGTERM, _stop)
    try:
        claims()
    except Exception as error:  # a bug of ours, or of what we stand on: say so in one line
        print(f"claims: internal error: {type(error).__name__}: {error}", file=sys.stderr)
        sys.exit(2)


def _stop(number: int, frame: FrameType | None) -> None:
    """Leave through the ordinary way out, which removes half-built folders."""
    sys.exit(128 + number)
