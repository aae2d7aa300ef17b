"""`claims init --renew`: the files of an archive brought up to date, and what became of each."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from site_builder.cli.options import CONFIG, find_config
from site_builder.language.catalogs import CatalogsToCome
from site_builder.language.language import Language
from site_builder.problems import message
from site_builder.read import settings
from site_builder.start import generator, memory, plan, renewal
from site_builder.start.choices import Choices
from site_builder.start.memory import Forgotten
from site_builder.start.renewal import State
from site_builder.text.characters import visible

_STATES = {
    State.NEW: message("new: {file}"),
    State.RENEWED: message("renewed: {file}"),
    State.COMPLETED: message("new messages added, your words kept: {file}"),
    State.EDITED: message("left as you changed it: {file}"),
    State.REMOVED: message("removed, since nothing needs it any more: {file}"),
}


def renew(folder: Path | None, dry_run: bool, language: Language) -> None:
    """Bring an archive up to date, and say what became of each file that changed."""
    root = folder.absolute() if folder else find_config().absolute().parent
    site = settings.read(root / CONFIG)
    try:
        known = memory.read(root)
    except Forgotten:
        reason = message("this archive has no {file} that could be read, which says how it was begun")
        raise settings.Unusable(reason, file=memory.FILE) from None
    known = replace(known, choices=_in_languages(known.choices, site.tags))
    found = generator.locked(_text_of(root / "requirements.txt"))
    files = plan.files(known.choices, found, CatalogsToCome(root))
    changes = renewal.changes(root, known, files) if dry_run else renewal.apply(root, known, files, found.version)
    for change in changes:
        print(language.text(_STATES[change.state], file=visible(change.path)))
        if change.state is State.EDITED:
            print(*(f"  {visible(line)}" for line in renewal.difference(root, change)), sep="\n")
    if not any(change.state is not State.EDITED for change in changes):
        print(language.text("everything is up to date"))


def _in_languages(choices: Choices, languages: Sequence[str]) -> Choices:
    """What was chosen, for the languages that the site has now."""
    return replace(choices, names={tag: choices.names.get(tag, choices.name) for tag in languages})


def _text_of(file: Path) -> str:
    return file.read_text("utf-8") if file.is_file() else ""
