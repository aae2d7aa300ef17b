"""The command `claims`: one module a subcommand. Only here is anything printed, and only here does a program end.

Exit codes: 0 done, 1 problems in the records, 2 the tool itself failed.
"""

import contextlib
import io
import logging
import os
import signal
import sys
from collections.abc import Sequence
from types import FrameType
from typing import Any, NoReturn

import click

from site_builder.cli import localized
from site_builder.cli.options import language_option
from site_builder.language.language import Language
from site_builder.read.git import UnknownCommit
from site_builder.read.settings import Unusable


class _Commands(localized.Group):
    """The commands of an archive."""

    package = "site_builder.cli"
    names = (
        *("build", "check", "cite", "fix", "github", "init", "new", "numbers", "serve", "snapshot", "suggest"),
        "verify",
    )

    def main(self, args: Sequence[str] | None = None, *rest: Any, **more: Any) -> Any:
        """Run a command line in the language that it asks for."""
        language, arguments, of_terminal = localized.chosen(sys.argv[1:] if args is None else args)
        localized.speak(language)
        own, usual = localized.translated(self, language), {"lang": of_terminal}
        return click.Group.main(own, arguments, *rest, obj=language, default_map=usual, **more)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; say why where there is no archive that it could work on, or no commit to compare it with."""
        try:
            return super().invoke(ctx)
        except Unusable as unusable:
            print(unusable.text(ctx.obj), file=sys.stderr)
            sys.exit(2)
        except UnknownCommit as unknown:
            said = ctx.obj.text(
                "there is no commit {name} here; in a workflow, check out the whole history", name=str(unknown)
            )
            print(said, file=sys.stderr)
            sys.exit(2)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="claim-archive", message="%(prog)s %(version)s")
@language_option
def claims(lang: Language) -> None:
    """Keep a claim archive: check its records, build its site.

    All commands work from any folder of the archive, and name files from its root.
    """


_ORDINARY: dict[str | int | None, int] = {None: 0, 0: 0, 1: 1}
"""The ways in which a command ends that has done its work, as exit codes."""


def main() -> None:
    """Run the command; what nobody expected becomes one line and exit code 2."""
    logging.basicConfig(format="%(levelname)s: %(message)s", level=logging.WARNING)
    for stream in (sys.stdout, sys.stderr):  # a terminal without Hangul shows its numbers instead of failing
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    for name in ("SIGTERM", "SIGINT", "SIGHUP"):
        if hasattr(signal, name):  # not all systems tell that a terminal was closed
            signal.signal(getattr(signal, name), _stop)
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
