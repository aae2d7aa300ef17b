"""`claims fix`: mend in the records what can be mended without changing what they say."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from site_builder.check.validate import validate_site
from site_builder.cli.options import find_archive, is_below, language_option
from site_builder.fix import Mended, mend
from site_builder.fix.advice import advice
from site_builder.language.language import Language
from site_builder.read.files import lines_of, record_files
from site_builder.read.settings import Settings
from site_builder.runtime.whole_files import write_whole


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--check", "only_check", is_flag=True, help="Change nothing; exit 1 if anything is to be mended.")
@language_option
def fix(paths: tuple[Path, ...], only_check: bool, lang: Language) -> None:
    """Put keys in order and tidy the records without changing what they say.

    PATHS (files or folders) narrow down which records are mended.
    """
    site = find_archive()
    root = site.root
    has_failed = is_changed = False
    for file in record_files(root):
        if not isinstance(file, str) or (paths and not is_below(root / file, paths)):
            continue
        mended = _mended(root, file, lang, only_check)
        is_changed |= bool(mended.changes)
        has_failed |= bool(mended.left or (mended.changes and only_check))
    if not has_failed:
        _tell_of_others(site, paths, is_changed, lang)
    sys.exit(has_failed)


def _tell_of_others(site: Settings, paths: Sequence[Path], is_changed: bool, language: Language) -> None:
    """Say what is left for a person to decide: errors, and what `claims check` shows with a line in its place."""
    lines = lines_of(site.root)
    left = [
        problem
        for problem in validate_site(site)[0].problems
        if not paths or is_below(site.root / problem.place.path, paths)
        if problem.is_error or advice(problem, lines(problem.place.path))
    ]
    if left:
        said = language.plural(
            "{count} problem is left, of which nothing is certain: run {command}",
            "{count} problems are left, of which nothing is certain: run {command}",
            len(left),
            command="`claims check`",
        )
        print(said)
    elif not is_changed:
        print(language.text("nothing to fix"))


def _mended(root: Path, file: str, language: Language, only_check: bool) -> Mended:
    """Mend one file and say so."""
    try:
        mended = mend((root / file).read_bytes(), file)
        if mended.changes and not only_check:
            write_whole(root / file, mended.data)
    except OSError as error:
        mended = Mended(b"", left=error.strerror or type(error).__name__)
    changes = ", ".join(map(language.text, mended.changes))
    if mended.left:
        print(language.text("left as it is: {file}: {reason}", file=file, reason=language.text(mended.left)))
    elif mended.changes and only_check:
        print(language.text("to be fixed: {file}: {changes}", file=file, changes=changes))
    elif mended.changes:
        print(language.text("fixed {file}: {changes}", file=file, changes=changes))
    return mended
