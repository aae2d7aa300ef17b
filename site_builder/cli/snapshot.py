"""`claims snapshot`: the texts of sources, stored, so that quotes can be looked for in them."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from site_builder.cli import progress
from site_builder.cli.asked_claims import asked_claims
from site_builder.cli.options import find_archive, language_option
from site_builder.cli.reading_sources import require_readers
from site_builder.language.language import Language
from site_builder.problems import message
from site_builder.read import loader
from site_builder.read.cache import cache_file
from site_builder.runtime import clock
from site_builder.sources.matching import Text, find
from site_builder.sources.snapshot import Snapshots, Taken, missing, wanted
from site_builder.sources.store import Store
from site_builder.sources.troubles import Trouble
from site_builder.sources.visit import Visitor
from site_builder.sources.wayback import ACCESS_KEY, SECRET_KEY, Keys, NotArchived, Wayback
from site_builder.text.characters import visible

_LARGEST = 5_000_000
"""Bytes of a file that a person saved."""
_LONGEST = 80
"""Letters that are shown of what a host says of itself."""


@click.command()
@click.argument("ids", nargs=-1, metavar="[ID]…")
@click.option(
    "--from",
    "file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A text or a page that you saved, for a source that programs cannot read.",
)
@click.option("--archive", is_flag=True, help="Order a copy in the Wayback Machine too, and write its address.")
@language_option
def snapshot(ids: tuple[str, ...], file: Path | None, archive: bool, lang: Language) -> None:
    """Read the sources of quotes, store their texts, and write the digests into the records.

    Sources that have no stored text yet, or those of the claims with these IDs, which are read anew. The texts stay on
    this machine, in .snapshots/ or in the folder that CLAIMS_SNAPSHOTS names.
    """
    site = find_archive()
    _require(lang, file, ids)
    visitor = Visitor(site.url)
    snapshots = Snapshots(
        site.root, visitor, Store(site.root), _holds, clock.today(), _wayback(visitor, lang) if archive else None
    )
    claims, all_read = asked_claims(site.root, loader.load(site.root, cache_file(site.root)), ids, lang)
    pages = wanted(claims, is_all=bool(ids))
    if not pages:
        print(lang.text("there is no source without a stored text"))
        sys.exit(not all_read)
    if file:
        taken = snapshots.of_file(pages, file.read_bytes())
        if taken is None:
            print(lang.text("it cannot be told which source of the claim this text is of"), file=sys.stderr)
            sys.exit(1)
        _tell(taken, lang, is_by_hand=True)
        sys.exit(not taken.is_done)
    is_done = all_read
    with progress.shown(lang) as shown:
        for number, page in enumerate(pages):
            shown(message("reading sources"), number, len(pages))
            taken = snapshots.of_page(page)
            is_done &= taken.is_done
            _tell(taken, lang)
    sys.exit(not is_done)


def _require(language: Language, file: Path | None, ids: Sequence[str]) -> None:
    """Stop where something is lacking."""
    require_readers(language)
    reason = ""
    if file and len(ids) != 1:
        reason = language.text("with {option}, name one claim", option="--from")
    elif file and file.stat().st_size > _LARGEST:
        reason = language.text("the file is larger than 5 MB")
    if reason:
        print(reason, file=sys.stderr)
        sys.exit(2)


def _wayback(visitor: Visitor, language: Language) -> Wayback:
    keys = Keys.of_environment()
    if keys is None:
        said = language.text(
            "{option} needs the keys of an account at archive.org in the environment: {access} and {secret}",
            option="--archive",
            access=ACCESS_KEY,
            secret=SECRET_KEY,
        )
        print(said, file=sys.stderr)
        sys.exit(2)
    return Wayback(visitor, keys)


def _holds(quote: str, text: str, tag: str) -> bool:
    return find(quote, Text(text), tag).is_found


def _tell(taken: Taken, language: Language, *, is_by_hand: bool = False) -> None:
    progress.print_above("\n".join(_lines(taken, language, is_by_hand)))


def _lines(taken: Taken, language: Language, is_by_hand: bool) -> Iterator[str]:
    """Say what came of a source: one line, and one below it for whatever is left to be done."""
    why = _reason(taken.trouble, language) if taken.trouble else ""
    if not taken.digest:
        yield language.text("not stored: {url}: {reason}", url=taken.url, reason=why)
        return
    if why:
        yield language.text("stored as far as it is shown: {url}: {reason}", url=taken.url, reason=why)
    elif is_by_hand:
        yield language.text("stored by hand: {url}", url=taken.url)
    else:
        yield language.text("stored: {url}", url=taken.url)
    for place in taken.not_in_it:
        yield "  " + language.text("the words of {id} are not in it", id=place.claim.id)
    if taken.archived:
        yield "  " + language.text("archived copy: {url}", url=taken.archived)
    if taken.not_archived:
        reason = _reason(taken.not_archived, language)
        yield "  " + language.text("no archived copy: {reason}", reason=reason)
    for place in taken.unwritten:
        lines = ", ".join(missing(taken))
        yield "  " + language.text("write it into {file} by hand: {lines}", file=place.claim.file, lines=lines)


def _reason(why: Trouble | NotArchived, language: Language) -> str:
    """Say why; what a host says of itself must not be orders to a terminal."""
    return language.text(why.words, detail=visible(why.detail[:_LONGEST]))
