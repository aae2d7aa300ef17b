"""Progress of long work: a bar on a terminal, lines elsewhere, nothing for what takes but a moment."""

import contextlib
import sys
import time
from collections.abc import Iterator

import click

from site_builder.language.language import Language
from site_builder.runtime.progress import Progress

_PATIENCE = 1.0
"""Seconds after which a person wonders."""


@contextlib.contextmanager
def shown(language: Language) -> Iterator[Progress]:
    """Show on standard error what is being done, and how much of it is."""
    start = time.monotonic()
    lines = set[str]()

    def show(doing: str, done: int, count: int) -> None:
        if time.monotonic() - start < _PATIENCE:
            return
        words = language.text(doing)
        if not sys.stderr.isatty():
            if doing not in lines:
                print(f"{words} …", file=sys.stderr)
        else:
            bar = click.progressbar(length=count, label=words, file=sys.stderr, width=30, show_eta=False)
            bar.pos = done
            click.echo(f"\r{bar.format_progress_line()}", file=sys.stderr, nl=False)
        lines.add(doing)

    try:
        yield show
    finally:
        if lines:
            _take_away()


def print_above(text: str) -> None:
    """Print a result on standard output, in place of the bar, which stands below it when it is shown again."""
    _take_away()
    print(text, flush=True)


def _take_away() -> None:
    if sys.stderr.isatty():
        click.echo("\r\x1b[K", file=sys.stderr, nl=False)
