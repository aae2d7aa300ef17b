"""What the issue on an archive's health says of quotes and packages, in every language."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from site_builder.github.examination import Round, Sighting
from site_builder.github.health_memory import Remembered
from site_builder.github.room import LONGEST, length, that_fit
from site_builder.language.language import Language
from site_builder.language.spoken import for_contributors
from site_builder.model.records import claim_file
from site_builder.problems import message
from site_builder.sources.again import News
from site_builder.sources.reports import news_as_text
from site_builder.sources.troubles import TROUBLES
from site_builder.text.escaping import in_markdown_code

TITLE = message("Health of the archive")
_LONGEST_WORD = 200
"""Characters of an address or a name, of which some are longer than anybody reads."""
_LONGEST_WORDS = 1_000
"""Characters of what stands around a list in one language."""
_WORRIES: frozenset[News] = frozenset(["back", "changed", "gone", "copy-bad"])
"""What a person should see to; a page that was not there once or twice is remembered only.

Headlines are none of it: they are compared with stored texts, which are not on GitHub's machines.
"""


@dataclass(frozen=True, slots=True)
class State:
    """The health of an archive: what is known of quotes and how they have their turns, weak packages with versions."""

    round: Round
    quotes: tuple[Remembered, ...]
    packages: Mapping[str, str]
    weaknesses: Mapping[str, Sequence[str]]

    @property
    def worries(self) -> list[Sighting]:
        """What a person should see to."""
        return [each.seen for each in self.quotes if each.seen.news in _WORRIES]

    @property
    def is_healthy(self) -> bool:
        """Tell whether nobody has to do anything."""
        return not self.worries and not self.weaknesses


def body(head: str, home: str, languages: Sequence[Language], state: State) -> str:
    """The text of the issue behind its head, all of it in each language; `home` is the address of the repository."""
    spoken = for_contributors(languages)
    room = (LONGEST - length(head)) // len(spoken)
    return "\n\n".join([head, *(_in_language(home, language, state, room) for language in spoken)])


_TO_DO = message(
    "`claims verify --again`, run on your own computer and committed, takes this into the ledger, and the pages say it."
)
_TO_UPDATE = message("Take the pull request that brings a newer version, or lock the newest ones yourself.")


def _in_language(home: str, language: Language, state: State, room: int) -> str:
    """All of it in one language, in so many characters; of what has no room, the count is told."""
    intro = language.text(
        "This was found of sources and packages last night. The issue is edited and closed by itself."
    )
    parts = [f"## {language.name}", " ".join([intro, *turns(language, state.round)])]
    if state.is_healthy:
        parts.append(language.text("All is well."))
    lists = [
        (language.text("Quotes"), [*_quotes(home, language, state.worries)], language.text(_TO_DO)),
        (language.text("Packages with known weaknesses"), [*_packages(state)], language.text(_TO_UPDATE)),
    ]
    filled = [each for each in lists if each[1]]
    for title, lines, to_do in filled:
        parts += [f"### {title}", _listed(lines, room // len(filled) - _LONGEST_WORDS, language), to_do]
    return "\n\n".join(parts)


def turns(language: Language, round: Round) -> Iterator[str]:
    """Say how long it takes until each quote was looked at, where that is more than a night."""
    if round.nights > 1:
        yield language.text(
            "Quotes have their turns: {a_night} of {count} a night, so each is looked at once in {nights}.",
            a_night=round.a_night,
            count=round.quotes,
            nights=language.plural("{count} night", "{count} nights", round.nights),
        )
    if round.is_slow:
        yield language.text(
            "That is longer than a week: `claims verify --again`, run on your own computer, looks at all of them "
            "at once."
        )


def _listed(lines: Sequence[str], room: int, language: Language) -> str:
    """The lines that find room, and how many do not."""
    shown = that_fit(lines, room, len("\n"))
    more = len(lines) - len(shown)
    return "\n".join([*shown, *([language.plural("- and {count} more", "- and {count} more", more)] if more else [])])


def _quotes(home: str, language: Language, worries: Sequence[Sighting]) -> Iterator[str]:
    for seen in worries:
        record = f"[{seen.claim}]({home}/blob/HEAD/{claim_file(seen.claim)})"
        told = [news_as_text(seen.news, language)]
        if seen.trouble:
            detail = in_markdown_code(_short(seen.detail)) if seen.detail else ""
            told.append(language.text(TROUBLES[seen.trouble][1], detail=detail))
        said = ": ".join([language.name_of(seen.language), *told])
        yield f"- {record}: {said}: {in_markdown_code(_short(seen.url))}"


def _packages(state: State) -> Iterator[str]:
    for name, ids in state.weaknesses.items():
        links = ", ".join(f"[{id}](https://osv.dev/vulnerability/{id})" for id in ids)
        package = " ".join(filter(None, [name, state.packages.get(name)]))
        yield f"- {in_markdown_code(_short(package))}: {links}"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_WORD else f"{text[: _LONGEST_WORD - 1]}…"
