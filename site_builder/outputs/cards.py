"""Preview cards: the pictures that messengers show with a link, of claims, entities, series and the site.

A card takes about as long to draw as all pages of thirty claims, so it is drawn once: it is kept by what it says. Cards
need the extra `cards`; what draws them is imported only where one is drawn.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from importlib import import_module

from site_builder.library.localized import LocalizedLibrary
from site_builder.model import urls
from site_builder.model.records import Claim, Entity, Series
from site_builder.outputs import card_words
from site_builder.outputs.artifact import Artifact
from site_builder.outputs.card_words import CardWords
from site_builder.outputs.kept import Kept
from site_builder.read.cache import CACHE
from site_builder.read.settings import Cards
from site_builder.runtime import extras
from site_builder.runtime.digest import Fingerprint, digest

_FOLDER = CACHE / "cards"
_EXTRA = "cards"
_NEEDED = {"PIL": "Pillow", "noto_cjk_sans_otc": "noto-cjk-sans-otc"}
"""The packages that cards are drawn with, by their modules."""


def missing() -> str | None:
    """Name a package that cards need and that is not installed."""
    for module, package in _NEEDED.items():
        try:
            import_module(module)
        except ImportError:
            return package
    return None


def install_command() -> str:
    """Return how to install what cards need."""
    return extras.install_command(_EXTRA)


def possible(wanted: Cards) -> Cards:
    """Return the cards that can be drawn here of those that are wanted."""
    return Cards.NONE if wanted is not Cards.NONE and missing() else wanted


def of_claims(libraries: Sequence[LocalizedLibrary], claims: Iterable[Claim]) -> Iterator[Artifact]:
    """Yield the cards of some claims, if the site has those."""
    if libraries[0].site.cards is Cards.CLAIMS:
        for claim in claims:
            yield _artifact(
                libraries,
                urls.claim_card(claim.id),
                partial(_shown_of_claim, libraries[0], claim),
                partial(card_words.of_claim, libraries, claim),
            )


def of_others(libraries: Sequence[LocalizedLibrary]) -> Iterator[Artifact]:
    """Yield the cards of the site, of its entities and series, if it has any."""
    library = libraries[0]
    if library.site.cards is Cards.NONE:
        return
    yield _artifact(libraries, urls.SITE_CARD, tuple, partial(card_words.of_site, libraries))
    for entity in library.archive.entities.values():
        yield _artifact(
            libraries,
            urls.entity_card(entity.id),
            partial(_shown_of_entity, library, entity),
            partial(card_words.of_entity, libraries, entity),
        )
    for series in library.archive.series.values():
        yield _artifact(
            libraries,
            urls.series_card(series.id),
            partial(_shown_of_series, library, series),
            partial(card_words.of_series, libraries, series),
        )


def _artifact(
    libraries: Sequence[LocalizedLibrary],
    path: str,
    shown: Callable[[], tuple[object, ...]],
    words: Callable[[], CardWords],
) -> Artifact:
    return Artifact([path], lambda: (_drawn_with(), shown()), partial(_contents, libraries[0], path, words))


def _shown_of_claim(library: LocalizedLibrary, claim: Claim) -> tuple[object, ...]:
    return (library.fingerprints.card(claim),)


def _shown_of_entity(library: LocalizedLibrary, entity: Entity) -> tuple[object, ...]:
    return (library.fingerprints.entity(entity.id),)


def _shown_of_series(library: LocalizedLibrary, series: Series) -> tuple[object, ...]:
    newest = library.groups.answers.get(series.id, ())[-1:]
    return (library.fingerprints.series(series.id), [library.fingerprints.card(answer.claim) for answer in newest])


def _contents(library: LocalizedLibrary, path: str, words: Callable[[], CardWords]) -> Iterator[bytes]:
    """Yield the card: as it is kept, if it says the same as it did, or drawn anew."""
    from site_builder.outputs import card_drawing

    said, kept, name = words(), Kept(library.root / _FOLDER), digest(path)
    made_of = digest(_drawn_with(), said)
    card = kept.get(name, made_of)
    if card is None:
        card = card_drawing.draw(said)
        kept.put(name, made_of, card)
    yield card


@cache
def _drawn_with() -> Fingerprint:
    from site_builder.outputs import card_drawing

    return card_drawing.fingerprint()
