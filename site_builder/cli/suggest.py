"""`claims suggest`: relations that records may lack, as lines to paste. It writes nothing."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

import click

from site_builder.check import reports
from site_builder.check.validate import validate_site
from site_builder.cli.options import asked_for, find_archive, language_option, of_site
from site_builder.language.language import Language, Link
from site_builder.library.groups import Claims
from site_builder.library.library import gathered
from site_builder.library.localized import LocalizedLibrary
from site_builder.library.occasions import briefings
from site_builder.library.proposals import Key, Pair, Proposal, proposals
from site_builder.library.site import describe
from site_builder.model import urls
from site_builder.model.figures import Answer
from site_builder.problems import message
from site_builder.read import git
from site_builder.read.files import lines_of
from site_builder.text.characters import visible

_BRIEFINGS = 10
"""How many briefings are named, the newest first; the others are counted."""
_WHY: Mapping[Key, str] = {
    "revises": message("{claimant} answered it again later: {quantity} ({date}) after {others}."),
    "disputes": message("Not both can hold: {quantity} ({claimant}, {date}) and {others}."),
    "repeats": message(
        "On one day, and from the same people, the same number: {quantity} ({claimant}, {date}) and {others}."
    ),
}
"""Why each kind of link is proposed, as message ids; the question stands before."""


@click.command()
@language_option
def suggest(lang: Language) -> None:
    """Propose links between claims that records may lack.

    Prints lines to paste, each with its record and its reason, and writes nothing: whether a line is right is for a
    person to decide. Claims that are linked already are left alone.
    """
    site = find_archive()
    validated, content = validate_site(site)
    if any(problem.is_error for problem in validated.problems):
        print(reports.as_text(validated.problems, lines_of(site.root), lang), file=sys.stderr)
        sys.exit(1)
    library = gathered(site.root, describe(site, content, {}), validated, git.history(site.root))
    localized = LocalizedLibrary(library, of_site(site, asked_for()))
    found = proposals(library)
    for proposal in found:
        print(visible_lines(_proposal(localized, proposal, lang)), end="\n\n")
    print(_summary(found, lang))
    together = briefings(reversed(library.groups.shown))
    if together:
        print()
        print(visible_lines(_briefings(localized, together, lang)))


def visible_lines(lines: Iterator[str]) -> str:
    """Lines for a terminal, on which nothing that a record says does anything."""
    return "\n".join(map(visible, lines))


def _proposal(library: LocalizedLibrary, proposal: Proposal, language: Language) -> Iterator[str]:
    where = language.text("in place of its {key}", key=proposal.key) if proposal.is_there else ""
    yield f"{proposal.claim.file}: {where or proposal.key}"
    yield f"{proposal.key}: [{', '.join(proposal.ids)}]"
    for series, pairs in groupby(proposal.pairs, lambda pair: pair.answer.figure.series):
        yield f"  {library.series(series).text} {_why(library, proposal.key, list(pairs), language)}"


def _why(library: LocalizedLibrary, key: Key, pairs: Sequence[Pair], language: Language) -> str:
    answer = pairs[0].answer
    return language.text(
        _WHY[key],
        claimant=_claimant(library, answer),
        quantity=library.figure(answer),
        date=library.language.date(answer.as_of),
        others=[_other(library, key, pair.other, language) for pair in pairs],
    )


def _other(library: LocalizedLibrary, key: Key, answer: Answer, language: Language) -> Link:
    quantity, date = library.figure(answer), library.language.date(answer.as_of)
    if key == "revises":
        text = language.text("{quantity} ({date})", quantity=quantity, date=date)
    else:
        claimant = _claimant(library, answer)
        text = language.text("{quantity} ({claimant}, {date})", quantity=quantity, claimant=claimant, date=date)
    return Link(text, urls.claim(answer.claim.id))


def _claimant(library: LocalizedLibrary, answer: Answer) -> str:
    return library.entity(answer.claim.claimant, short=True).text


def _summary(found: Sequence[Proposal], language: Language) -> str:
    if not found:
        return language.text("nothing to propose")
    return language.plural(
        "{count} proposal; nothing was written. Paste the line if it is right; {command} puts it in its place.",
        "{count} proposals; nothing was written. Paste the lines that are right; {command} puts them in their places.",
        len(found),
        command="`claims fix`",
    )


def _briefings(library: LocalizedLibrary, together: Sequence[Claims], language: Language) -> Iterator[str]:
    yield language.text("Claims of one briefing, which pages count as one; there is nothing to paste:")
    for claims in together[:_BRIEFINGS]:
        first = claims[0]
        yield "  " + language.plural(
            "{claimant}, {date}, passed on by {relays}: {count} claim",
            "{claimant}, {date}, passed on by {relays}: {count} claims",
            len(claims),
            claimant=library.entity(first.claimant, short=True).text,
            date=library.language.date(first.said),
            relays=[library.entity(id, short=True) for id in first.relayed_by],
        )
    if len(together) > _BRIEFINGS:
        yield "  " + language.text("{count} more", count=len(together) - _BRIEFINGS)
