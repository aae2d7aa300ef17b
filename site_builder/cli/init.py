"""`claims init`: a new archive, from options or from the answers to a few questions; later on, its files renewed."""

import os
import shlex
import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NoReturn

import click

from site_builder.check import reports
from site_builder.cli import renewing
from site_builder.cli.archive_questions import ArchiveQuestions
from site_builder.cli.failures import FAILURES, reason
from site_builder.cli.interview import Given
from site_builder.cli.options import language_option
from site_builder.cli.prompter import Prompter
from site_builder.language.catalogs import SOURCE
from site_builder.language.language import Language
from site_builder.problems import message
from site_builder.publish.build import Refused
from site_builder.start import first_commit, generator, memory, plan, trial, writing
from site_builder.start.choices import Choices
from site_builder.start.generator import Generator, Unlockable
from site_builder.start.memory import Memory
from site_builder.start.plan import Files
from site_builder.start.trial import Trial
from site_builder.text.characters import visible

_SHOWN = 40
"""Files in the way that are named one by one."""
_ANY = Choices({SOURCE: "-"})
"""An archive whose files any archive has: what is in their way is told before the first question."""


@click.command()
@click.argument("folder", metavar=message("[DIR]"), required=False, type=click.Path(path_type=Path))
@click.option("--languages", help="The tags of its languages, the first being the fallback: en,ko.")
@click.option(
    "--name", "names", metavar=message("TAG=NAME"), multiple=True, help="Its name in a language, such as en=Floods."
)
@click.option("--licence", help="The licence of its records, as SPDX names it.")
@click.option("--repository", metavar="OWNER/NAME", help="Where it will lie on GitHub.")
@click.option("--no-sample", is_flag=True, help="Leave out the sample record.")
@click.option("--no-input", is_flag=True, help="Ask nothing; what no option says is as proposed.")
@click.option("--dry-run", is_flag=True, help="List the files, and write none.")
@click.option("--git", "commits", is_flag=True, help="Make a repository of it, with a first commit.")
@click.option("--renew", is_flag=True, help="Bring the files of an archive that was begun so up to date.")
@language_option
def init(
    folder: Path | None, no_input: bool, dry_run: bool, commits: bool, renew: bool, lang: Language, **given: Any
) -> None:
    """Begin an archive of your own in the folder DIR.

    What the options leave open is asked, unless you say --no-input. Nothing is written before the last answer, and
    nothing stays unless the archive could be checked and built.
    """
    try:
        if renew:
            _refuse_options_beside_renew(lang, commits, given)
            renewing.renew(folder, dry_run, lang)
        elif folder is None:
            raise click.UsageError(lang.text("name the folder of the new archive: claims init DIR"))
        else:
            _begin(folder, given, Prompter(lang, is_silent=no_input), dry_run, commits)
    except Refused as refused:
        print(reports.as_text(refused.problems, lambda file: [], lang), file=sys.stderr)
        _end(lang.text("nothing was written"))
    except Unlockable as unlockable:
        _end(lang.text(unlockable.reason, **unlockable.values), lang.text("nothing was written"))
    except FAILURES as failure:
        _end(reason(failure, lang), lang.text("nothing was written"))


def _begin(folder: Path, given: Given, prompter: Prompter, dry_run: bool, commits: bool) -> None:
    """Ask, write, check, build, and say what comes next."""
    language = prompter.language
    _refuse_what_is_in_the_way(folder, [memory.FILE, *plan.files(_ANY, Generator("", ""))], language)
    choices = ArchiveQuestions(prompter, folder, given).answered()
    found = generator.locked()
    files = plan.files(choices, found)
    digests = {path: memory.digest(data) for path, data in files.items()}
    files = {**files, memory.FILE: Memory(found.version, choices, digests).as_bytes()}
    _refuse_what_is_in_the_way(folder, files, language)
    if dry_run:
        print(*sorted(files), sep="\n")
        print(language.plural("{count} file; nothing was written", "{count} files; nothing was written", len(files)))
        return
    if commits:
        _refuse_nobody(folder, language)
    done = writing.write(folder, files, trial.run)
    _tell(folder, files, choices, done, language)
    refused = _refusal_to_commit(folder, files) if commits else ""
    print(*_next_steps(folder, choices, language, commits and not refused), sep="\n")
    if refused:
        _end(language.text("git: {reason}", reason=refused))


def _refuse_nobody(folder: Path, language: Language) -> None:
    """End where git would not commit; nothing is written then."""
    try:
        first_commit.refuse_nobody(next(each for each in (folder, *folder.parents) if each.is_dir()))
    except first_commit.Refused as refused:
        _end(language.text("git: {reason}", reason=str(refused)), language.text("nothing was written"))


def _refusal_to_commit(folder: Path, files: Files) -> str:
    """Commit the archive; where git will not, the archive stands, and its words are returned."""
    try:
        first_commit.make(folder, files)
    except first_commit.Refused as refused:
        return str(refused)
    return ""


def _refuse_what_is_in_the_way(folder: Path, paths: Iterable[str], language: Language) -> None:
    """End with the names of the files that a new archive would overwrite."""
    if folder.exists() and not folder.is_dir():
        _end(language.text("{folder} is a file; name a folder for the archive", folder=str(folder)))
    taken = writing.in_the_way(folder, paths) if folder.is_dir() else []
    if not taken:
        return
    said = [language.text("{folder} holds files that are in the way of an archive:", folder=str(folder))]
    said += [f"  {visible(path)}" for path in taken[:_SHOWN]]
    if len(taken) > _SHOWN:
        said.append(language.plural("  and {count} more", "  and {count} more", len(taken) - _SHOWN))
    if memory.FILE in taken:
        said.append(language.text("It is an archive already; claims init --renew brings its files up to date."))
    _end(*said, language.text("nothing was written"))


def _tell(folder: Path, files: Files, choices: Choices, done: Trial, language: Language) -> None:
    """Say what was written, checked and built."""
    site = folder / writing.SITE
    print(
        language.text(
            "{folder}/: {files}. Checked: {problems}. Built: {claims} in {languages} → {site}/",
            folder=visible(_as_typed(folder)),
            files=language.plural("{count} file", "{count} files", len(files)),
            problems=reports.summary(done.warnings, language),
            claims=language.plural("{count} claim", "{count} claims", done.built.claims),
            languages=language.plural("{count} language", "{count} languages", len(choices.languages)),
            site=visible(_as_typed(site)),
        )
    )


def _next_steps(folder: Path, choices: Choices, language: Language, is_committed: bool) -> Iterator[str]:
    """Say what comes next, with commands that can be copied."""
    run = (
        ("make serve", ".venv/bin/claims new") if shutil.which("make") else ("uv run claims serve", "uv run claims new")
    )
    steps = {
        f"cd {shlex.quote(_as_typed(folder))}": "",
        run[0]: language.text("look at it"),
        run[1]: language.text("write your first record"),
    }
    longest = max(map(len, steps))
    yield language.text("Next:")
    for command, purpose in steps.items():
        yield f"  {command:{longest}}   {purpose}".rstrip()
    if choices.repository:
        yield language.text("To publish it; then choose Settings → Pages → Source: GitHub Actions there:")
        if not is_committed:
            yield f'  git init -b main && git add --all && git commit -m "{first_commit.MESSAGE}"'
        yield f"  gh repo create {choices.repository} --public --source . --push"


def _as_typed(folder: Path) -> str:
    return Path(os.path.relpath(folder)).as_posix() if not folder.is_absolute() else folder.as_posix()


def _refuse_options_beside_renew(language: Language, commits: bool, given: Given) -> None:
    if commits or any(value not in (None, (), False) for value in given.values()):
        raise click.UsageError(
            language.text("--renew goes by the answers of the beginning; leave the other options out")
        )


def _end(*lines: str) -> NoReturn:
    print(*lines, sep="\n", file=sys.stderr)
    sys.exit(2)
