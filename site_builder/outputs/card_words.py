"""The words of preview cards: of a claim, an entity, a series and the site, in all languages of the site at once."""

from collections.abc import Sequence
from dataclasses import dataclass

from site_builder.language.language import Language
from site_builder.library.localized import LocalizedLibrary
from site_builder.model.records import Claim, Entity, Series
from site_builder.pages.entities import kind_of_one


@dataclass(frozen=True, slots=True)
class CardWords:
    """The words on a card: `titles` and `details` of each language, `site` and `label` above them."""

    site: str
    titles: tuple[str, ...]
    details: tuple[str, ...]
    label: str = ""


def of_claim(libraries: Sequence[LocalizedLibrary], claim: Claim) -> CardWords:
    """A claim: its titles, who said it and when; of a withdrawn one that it is."""
    details = [f"{library.entity(claim.claimant).text} · {library.language.date(claim.said)}" for library in libraries]
    label = _joined([library.language.text("withdrawn") for library in libraries]) if claim.withdrawn else ""
    return CardWords(_site(libraries), _texts(libraries, claim.title), tuple(details), label)


def of_entity(libraries: Sequence[LocalizedLibrary], entity: Entity) -> CardWords:
    """An entity: its names, and of which kind it is."""
    kinds = [kind_of_one(library.language, entity.kind) for library in libraries]
    return CardWords(_site(libraries), _texts(libraries, entity.name), tuple(kinds))


def of_series(libraries: Sequence[LocalizedLibrary], series: Series) -> CardWords:
    """A series: its question, and the newest answer with whose and of when it is."""
    answers = libraries[0].groups.answers.get(series.id)
    details = list[str]()
    if answers:
        newest = answers[-1]
        details = [
            f"{library.figure(newest)} · {library.entity(newest.claim.claimant, short=True).text} · "
            f"{library.language.date(newest.as_of)}"
            for library in libraries
        ]
    return CardWords(_site(libraries), _texts(libraries, series.question), tuple(details))


def of_site(libraries: Sequence[LocalizedLibrary]) -> CardWords:
    """The site: its names, and what a claim archive is."""
    names = tuple(library.site.names[library.language.tag] for library in libraries)
    address = libraries[0].site.url.partition("://")[2].rstrip("/")
    return CardWords(address, names, tuple(_motto(library.language) for library in libraries))


def _motto(language: Language) -> str:
    return language.text("Who said what, when, through whom")


def _site(libraries: Sequence[LocalizedLibrary]) -> str:
    return _joined([library.site.names[library.language.tag] for library in libraries])


def _texts(libraries: Sequence[LocalizedLibrary], texts: dict[str, str]) -> tuple[str, ...]:
    return tuple(texts[library.language.tag] for library in libraries)


def _joined(texts: Sequence[str]) -> str:
    return " · ".join(dict.fromkeys(texts))
