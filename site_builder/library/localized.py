"""The archive as one language of its site sees it: its names, titles, questions and figures in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from site_builder.language.language import Language, Link
from site_builder.library.library import Library
from site_builder.model import urls
from site_builder.model.figures import Answer
from site_builder.model.records import Archive, Claim
from site_builder.runtime.memo import Memo


@dataclass(slots=True)
class Card:
    """A claim in a list."""

    title: Link
    date: str
    claimant: str
    figures: tuple[str, ...]
    is_withdrawn: bool


@dataclass(slots=True)
class Prose:
    """Words of the archive's editors; `language` and `label` name theirs where it is not the page's."""

    text: str
    language: str = ""
    label: str = ""

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The text cut at its line breaks."""
        return tuple(part.strip() for part in self.text.split("\n") if part.strip())


class LocalizedLibrary(Library):
    """A library in one of its site's languages. What many pages show is put into words once."""

    def __init__(self, library: Library, language: Language) -> None:
        super().__init__(
            library.root,
            library.site,
            library.archive,
            library.groups,
            library.fingerprints,
            library.history,
            library.merged,
            library.ledger,
        )
        self.language = language
        # No memo is given a method of this object: it would keep a preview's libraries of the past alive.
        self._names = Memo(partial(_name, library.archive, language.tag))
        self._short_names = Memo(partial(_short_name, library.archive, language.tag))
        self._figures = Memo(partial(_figures, library.archive, language))
        self._cards = Memo(partial(_card, library.archive, language, self._short_names, self._figures))

    def entity(self, id: str, *, short: bool = False) -> Link:
        """The link to an entity, by its name or, in running text, its short one."""
        return self._short_names[id] if short else self._names[id]

    def by_name(self, links: Iterable[Link]) -> tuple[Link, ...]:
        """Links in the order of the language."""
        return tuple(sorted(links, key=lambda link: self.language.sort_key(link.text)))

    def introduced(self, id: str) -> Link:
        """The link to an entity for those who meet it for the first time: by its name, with the short one behind it."""
        name, short = self._names[id], self._short_names[id]
        if short.text in name.text:
            return name
        return Link(self.language.text("{name} ({short})", name=name.text, short=short.text), name.address)

    def claim(self, claim: Claim) -> Link:
        """The link to a claim by its title."""
        return _title(claim, self.language.tag)

    def series(self, id: str) -> Link:
        """The link to a series by its question."""
        return Link(self.archive.series[id].question[self.language.tag], urls.series(id))

    def figures(self, claim: Claim) -> tuple[str, ...]:
        """A claim's figures with unit and hedge."""
        return self._figures[claim.id]

    def figure(self, answer: Answer) -> str:
        """An answer's figure with unit and hedge."""
        return self._figures[answer.claim.id][answer.place]

    def card(self, claim: Claim) -> Card:
        """A claim as lists show it."""
        return self._cards[claim.id]

    def prose(self, texts: Mapping[str, str]) -> Prose:
        """A text in the language of the page or, where it is missing, in the first one of the site that has it."""
        tags = (self.language.tag, *(each.tag for each in self.site.languages), *texts)
        tag = next(tag for tag in tags if tag in texts)
        if tag == self.language.tag:
            return Prose(texts[tag])
        return Prose(texts[tag], tag, self.language.text("in {language}", language=self.language.name_of(tag)))


def _name(archive: Archive, tag: str, id: str) -> Link:
    return Link(archive.entities[id].name[tag], urls.entity(id))


def _short_name(archive: Archive, tag: str, id: str) -> Link:
    entity = archive.entities[id]
    return Link((entity.short or entity.name)[tag], urls.entity(id))


def _title(claim: Claim, tag: str) -> Link:
    return Link(claim.title[tag], urls.claim(claim.id))


def _figures(archive: Archive, language: Language, id: str) -> tuple[str, ...]:
    return tuple([language.figure(each, archive.series[each.series]) for each in archive.claims[id].figures])


def _card(
    archive: Archive,
    language: Language,
    short_names: Mapping[str, Link],
    figures: Mapping[str, tuple[str, ...]],
    id: str,
) -> Card:
    claim = archive.claims[id]
    return Card(
        _title(claim, language.tag),
        language.date(claim.said),
        short_names[claim.claimant].text,
        figures[id],
        claim.withdrawn is not None,
    )
