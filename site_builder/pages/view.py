"""What every page is made from, and what pages have in common: links, cards of claims."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any, Self

from site_builder.language.language import Language, Link, Part, Value, plain
from site_builder.library.library import Holdings
from site_builder.model import urls
from site_builder.model.figures import Answer
from site_builder.model.records import Claim

_DESCRIPTION = 200


@dataclass(slots=True)
class Shown:
    """What one page shows: `context` is what its template prints."""

    title: str
    description: str
    template: str
    context: Any


@dataclass(slots=True)
class Page:
    """One page, before anybody has worked out what it shows in any language.

    `x_default` is its path without language, where it has one. `inputs` gives plain values and stamps: as long as they
    stay the same, `show` gives the same in each language.
    """

    address: str
    inputs: Callable[[], tuple[object, ...]]
    show: Callable[["View"], Shown]
    x_default: str | None = None
    is_indexed: bool = True


@dataclass(slots=True)
class Card:
    """A claim in a list; its `facts` are date, claimant and figures."""

    title: Link
    facts: tuple[str, ...]
    is_withdrawn: bool


@dataclass(slots=True)
class SourceView:
    """An article; its publisher is left out where it stands above."""

    url: str
    title: str
    publisher: Link | None
    published: str | None
    archived: str | None
    accessed: str | None


@dataclass(slots=True)
class Prose:
    """Words of the archive's editors; `language` and `label` name theirs where it is not the page's."""

    text: str
    language: str = ""
    label: str = ""

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The text cut at its line breaks."""
        return tuple(pager.strip() for pager in self.text.split("\n") if pager.strip())


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class View(Holdings):
    """An archive as one language of its site sees it."""

    language: Language
    _entities: dict[str, Link] = field(default_factory=dict)
    _short: dict[str, Link] = field(default_factory=dict)
    _figures: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _cards: dict[str, Card] = field(default_factory=dict)

    @classmethod
    def of(cls, holdings: Holdings, language: Language) -> Self:
        """What a language sees of an archive."""
        return cls(*[getattr(holdings, each.name) for each in fields(holdings)], language=language)

    def entity(self, id: str, *, short: bool = False) -> Link:
        """The link to an entity, by its name or, in running text, its short one."""
        links = self._short if short else self._entities
        link = links.get(id)
        if link is None:
            entity = self.archive.entities[id]
            names = entity.short if short and entity.short else entity.name
            link = links[id] = Link(names[self.language.tag], urls.entity(id))
        return link

    def claim(self, claim: Claim) -> Link:
        """The link to a claim by its title."""
        return Link(claim.title[self.language.tag], urls.claim(claim.id))

    def series(self, id: str) -> Link:
        """The link to a series by its question."""
        return Link(self.archive.series[id].question[self.language.tag], urls.series(id))

    def figures(self, claim: Claim) -> tuple[str, ...]:
        """A claim's figures with unit and hedge."""
        figures = self._figures.get(claim.id)
        if figures is None:
            figures = tuple([self.language.figure(each, self.archive.series[each.series]) for each in claim.figures])
            self._figures[claim.id] = figures
        return figures

    def figure(self, answer: Answer) -> str:
        """An answer's figure with unit and hedge."""
        return self.figures(answer.claim)[answer.place]

    def card(self, claim: Claim) -> Card:
        """A claim as lists show it."""
        card = self._cards.get(claim.id)
        if card is None:
            card = self._cards[claim.id] = self._card(claim)
        return card

    def _card(self, claim: Claim) -> Card:
        date, claimant = self.language.date(claim.said), self.entity(claim.claimant, short=True).text
        return Card(self.claim(claim), (date, claimant, *self.figures(claim)), claim.withdrawn is not None)

    def sentence(self, claim: Claim) -> tuple[Part, ...]:
        """Who said it, when, through whom."""
        claimant = self.entity(claim.claimant, short=True)
        outlets = [self.entity(id, short=True) for id in dict.fromkeys(s.publisher for s in claim.sources)]
        values: dict[str, Value] = {
            "claimant": claimant,
            "when": self.language.when(claim.said),
            "relays": [self.entity(id, short=True) for id in claim.relayed_by],
            "outlets": outlets,
        }
        if outlets == [claimant]:
            return self.language.sentence("Published by {claimant} {when}.", **values)
        if claim.relayed_by:
            return self.language.sentence(
                "Said by {claimant} {when}, passed on by {relays}, as reported by {outlets}.", **values
            )
        return self.language.sentence("Said by {claimant} {when}, as reported by {outlets}.", **values)

    def prose(self, texts: Mapping[str, str]) -> Prose:
        """A text in the language of the page or, where it is missing, in the first one of the site that has it."""
        tags = (self.language.tag, *(each.tag for each in self.site.languages), *texts)
        tag = next(tag for tag in tags if tag in texts)
        if tag == self.language.tag:
            return Prose(texts[tag])
        return Prose(texts[tag], tag, self.language.text("in {language}", language=self.language.name_of(tag)))

    def description(self, *texts: str | Sequence[Part]) -> str:
        """Texts joined and cut to what search engines show of a page."""
        joined = " ".join(text if isinstance(text, str) else plain(text) for text in texts)
        return joined if len(joined) <= _DESCRIPTION else joined[: _DESCRIPTION - 1].rstrip() + "…"


def newest_first(claims: Sequence[Claim]) -> Sequence[Claim]:
    """Claims in the order in which lists show them; those of a group need only be turned round."""
    return (
        claims if len(claims) < 2 else sorted(claims, key=lambda claim: (claim.said.sort_key, claim.id), reverse=True)
    )
