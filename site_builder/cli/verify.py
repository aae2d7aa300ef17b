"""`claims verify`: quotes against the stored texts of their sources, and the ledger of what was found."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import click

from site_builder.check import reports as problem_reports
from site_builder.cli import progress
from site_builder.cli.asked_claims import asked_claims
from site_builder.cli.options import find_archive, language_option
from site_builder.cli.reading_sources import EXTRA, require_readers
from site_builder.language.language import Language
from site_builder.model.records import Claim, SourceQuote
from site_builder.model.verification import LedgerLine
from site_builder.problems import message
from site_builder.problems.verification import NotALine
from site_builder.read import ledger, loader
from site_builder.read.cache import cache_file
from site_builder.read.files import lines_of
from site_builder.read.loader import Loaded
from site_builder.read.places import place_of
from site_builder.runtime import clock, extras
from site_builder.sources import nearest, reports
from site_builder.sources.again import FoundQuote, Visiting, Visitors, found_quotes
from site_builder.sources.ledger import write
from site_builder.sources.store import Store
from site_builder.sources.verify import Checked, Verifier, chosen
from site_builder.sources.visit import Visitor

T = TypeVar("T")


@click.command()
@click.argument("ids", nargs=-1, metavar="[ID]…")
@click.option("--again", is_flag=True, help="Visit the sources again: are the quotes still there?")
@language_option
def verify(ids: tuple[str, ...], again: bool, lang: Language) -> None:
    """Look for quotes in the stored texts of their sources, and write into the ledger what was found.

    All quotes are looked for, or those of the claims with these IDs. What was found is "in the source", which does not
    make it true.
    """
    site = find_archive()
    root = site.root
    loaded = loader.load(root, cache_file(root))
    _refuse_unreadable(root, loaded, lang)
    claims, all_read = asked_claims(root, loaded, ids, lang)
    session = _Session(root, loaded, lang)
    if again:
        session.visit(claims, visiting(site.url, lang))
        sys.exit(0)
    sys.exit(session.verify(claims, was_asked_for=bool(ids)) or not all_read)


def _refuse_unreadable(root: Path, loaded: Loaded, language: Language) -> None:
    """Stop at lines of the ledger that cannot be read: it is written anew as a whole, and they would be lost."""
    wrong = [problem for problem in loaded.problems if problem.kind is NotALine]
    if wrong:
        print(problem_reports.as_text(wrong, lines_of(root), language), file=sys.stderr)
        sys.exit(1)


class _Session:
    """One run of the command over an archive."""

    def __init__(self, root: Path, loaded: Loaded, language: Language) -> None:
        self._root = root
        self._language = language
        self._before = chosen(ledger.lines(root), loaded.archive, loaded.files)
        self._store = Store(root)
        self._verifier = Verifier(self._store, clock.today())

    def verify(self, claims: Sequence[Claim], *, was_asked_for: bool) -> bool:
        """Look for the quotes of claims; tell whether one of them was not found."""
        now = dict(self._before)
        results = []
        for checked in self._shown(message("looking for quotes"), claims, self._checked):
            key = (checked.claim.id, checked.language)
            now.pop(key, None)
            if checked.line:
                now[key] = checked.line
            results.append(checked.result)
            is_dropped = key in self._before and not checked.line
            if is_dropped or reports.is_told(checked, was_asked_for):
                progress.print_above(self._told(checked, is_dropped))
        print(reports.summary(results, self._language))
        write(self._root, now.values())
        return any(result in ("not-found", "too-short") for result in results)

    def visit(self, claims: Sequence[Claim], visiting: Visiting) -> None:
        """Visit the pages of quotes that were found, and print what is new."""
        visitors = Visitors(visiting, self._verifier.text, clock.today())
        now = dict(self._before)
        for found in self._shown(message("visiting sources"), claims, self._found):
            for seen in visitors.seen(found.claim, found.language, found.quote, found.line):
                now[found.claim.id, found.language] = seen.line
                place = place_of(self._root, found.claim.file, ("quotes", found.language, "text"))
                progress.print_above(reports.seen_as_text(seen, place, self._language))
        write(self._root, now.values())

    def _shown(self, doing: str, claims: Sequence[Claim], of_claim: Callable[[Claim], Iterable[T]]) -> Iterator[T]:
        """Do something for each claim, and show how far that is; withdrawn ones, which pages do not show, are left."""
        with progress.shown(self._language) as shown:
            for number, claim in enumerate(claims):
                shown(doing, number, len(claims))
                if not claim.withdrawn:
                    yield from of_claim(claim)

    def _checked(self, claim: Claim) -> Iterable[Checked]:
        """Look for the quotes of a claim."""
        return self._verifier.checked(claim, self._lines(claim))

    def _found(self, claim: Claim) -> Iterator[FoundQuote]:
        """Yield the quotes of a claim that were looked for once."""
        return found_quotes([claim], self._lines)

    def _lines(self, claim: Claim) -> dict[str, LedgerLine]:
        keys = [(claim.id, language) for language in claim.quotes]
        return {key[1]: self._before[key] for key in keys if key in self._before}

    def _told(self, checked: Checked, is_dropped: bool) -> str:
        place = place_of(self._root, checked.claim.file, ("quotes", checked.language, "text"))
        advice = [*self._nearest(checked)] if checked.result == "not-found" else []
        if checked.result == "no-snapshot":
            advice.append(self._language.text("{command} stores one", command=f"claims snapshot {checked.claim.id}"))
        return reports.as_text(checked, place, str(self._store.folder), is_dropped, advice, self._language)

    def _nearest(self, checked: Checked) -> Iterator[str]:
        quote = checked.claim.quotes[checked.language]
        text = self._verifier.text(quote.source.snapshot) if isinstance(quote, SourceQuote) else None
        if not nearest.is_available():
            command = extras.install_command(EXTRA)
            yield self._language.text("to see the nearest passage, install what finds it: {command}", command=command)
        elif text:
            yield from reports.nearest_as_text(nearest.nearest(quote.text, text), self._language)


def visiting(contact: str, language: Language) -> Visiting:
    """What visits pages; the program ends where that is not installed."""
    require_readers(language)
    return Visitor(contact).visit
