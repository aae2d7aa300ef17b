"""The tables of the site's data: their columns, described, and their rows in a language.

The files of a table, its description in the data package and the dictionary on the data page are all made of this.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from site_builder.library.localized import LocalizedLibrary
from site_builder.model import urls
from site_builder.model.figures import answers_of
from site_builder.model.records import Claim, Translation
from site_builder.outputs import values
from site_builder.problems import message

Type = Literal["text", "id", "url", "edtf", "term", "date", "number", "amount", "boolean"]
"""The type of a column's values. Only `text` is a person's words.

An `id` column may hold several, with spaces between; `edtf` is a date as the record has it, `term` one of few fixed
values; an `amount` is a number or, of a share that is no decimal, its text: "2/3".
"""
Value = str | int | float | bool | None
Row = tuple[Value, ...]


class Column(NamedTuple):
    """A column of a table; `description` is a message id."""

    name: str
    type: Type
    description: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table, whose rows have a value for each column, in their order.

    Rows are told apart by the column `key`, where there is one; `references` are columns that hold ids of other tables.
    `ids` are those of the records that it has rows of, and `rows` makes the rows of some of them.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    key: str | None
    references: Mapping[str, str]
    ids: Callable[[LocalizedLibrary], Iterable[str]]
    rows: Callable[[LocalizedLibrary, Iterable[str]], Iterator[Row]]
    is_of_claims: bool = False


_LICENSE = message("The licence of the record.")
_ID = message("The id, which never changes.")
_PAGE = message("The address of its page in the language of the table.")
_WITHDRAWN = message("The day on which the claim was withdrawn; empty for one that stands.")
_CLAIMANT = message("Who makes the claim: the id of an entity.")
_CLAIMANT_NAME = message("The claimant's name.")
_SAID = message("When it was said, as precisely as is known (EDTF): 2031, 2031-03, 2031-03-14, 2031-03-14~, a/b.")

_CLAIM_COLUMNS = (
    Column("id", "id", _ID),
    Column("url", "url", _PAGE),
    Column("title", "text", message("Who says what, on one line.")),
    Column("said", "edtf", _SAID),
    Column("said_from", "date", message("The first day that the date of saying can mean.")),
    Column("said_to", "date", message("The last day that the date of saying can mean.")),
    Column("claimant", "id", _CLAIMANT),
    Column("claimant_name", "text", _CLAIMANT_NAME),
    Column("relayed_by", "id", message("Who passed it on to the public, in order: ids of entities.")),
    Column("relayed_by_names", "text", message("Their names.")),
    Column("about", "id", message("What the claim is about: ids of entities.")),
    Column("about_names", "text", message("Their names.")),
    Column("quote", "text", message("The words in the language of the table.")),
    Column("quote_origin", "term", message("source: the words as published. translation: put into this language.")),
    Column("quote_translated_from", "term", message("The language of the words that are translated.")),
    Column("quote_method", "term", message("human or machine: who translated.")),
    Column("quote_reviewed", "boolean", message("Tells whether a second person has checked the translation.")),
    Column("source_url", "url", message("The address of the article with the words as published.")),
    Column("source_publisher", "id", message("The outlet that published it: the id of an entity.")),
    Column("source_title", "text", message("The headline as published.")),
    Column("source_published", "edtf", message("When it was published, written like the date of a claim.")),
    Column("source_archived", "url", message("The address of an archived copy of the page.")),
    Column(
        "figures", "text", message("The claim's figures with hedge and unit; the table of figures has each by itself.")
    ),
    Column("revises", "id", message("Earlier claims of the same claimant that it replaces: ids.")),
    Column("disputes", "id", message("Claims that it contradicts: ids.")),
    Column("repeats", "id", message("Earlier claims that it passes on: ids.")),
    Column("revised_by", "id", message("Later claims that replace it: ids.")),
    Column("disputed_by", "id", message("Claims that contradict it: ids.")),
    Column("repeated_by", "id", message("Later claims that pass it on: ids.")),
    Column("notes", "text", message("Context that a reader needs.")),
    Column("added", "date", message("The day on which the record came into the archive.")),
    Column("modified", "date", message("The day on which the record was last changed.")),
    Column("corrected", "date", message("The day of the last correction.")),
    Column("withdrawn", "date", _WITHDRAWN),
    Column("speech", "term", message("direct: the claimant's own words. reported: the source's wording.")),
    Column(
        "quote_state",
        "term",
        message(
            "What was found of the quote in its source: word-for-word, with-omissions, translation, changed-since, "
            "not-verifiable, not-found, not-yet-checked. Nothing of it says that the claim is true."
        ),
    ),
    Column(
        "quote_day",
        "date",
        message("The day of that; of a translation, the day on which the words that are translated were looked for."),
    ),
    Column(
        "quote_why",
        "term",
        message(
            "Why it is not verifiable: robots, paywall, refused, gone, unreachable, script-only, format, too-complex."
        ),
    ),
    Column(
        "quote_stale",
        "boolean",
        message("Tells whether the words that are translated have been changed since they were translated."),
    ),
    Column("license", "url", _LICENSE),
)

_FIGURE_COLUMNS = (
    Column("claim", "id", message("The id of the claim.")),
    Column("url", "url", _PAGE),
    Column("series", "id", message("The question that the number answers: the id of a series.")),
    Column("question", "text", message("The question.")),
    Column("unit", "text", message("What is counted, or the currency.")),
    Column("value", "amount", message("The number; empty where there is a lowest or a highest one instead.")),
    Column("min", "amount", message("The lowest number, where the claim gives a range or a lower bound.")),
    Column("max", "amount", message("The highest number, where the claim gives a range or an upper bound.")),
    Column("low", "number", message("The lowest number that the claim names, as a decimal.")),
    Column("high", "number", message("The highest number that the claim names, as a decimal.")),
    Column(
        "hedge", "term", message("How precise the claimant was: exact, about, nearly, more-than, at-least, at-most.")
    ),
    Column("text", "text", message("The figure in words, with hedge and unit.")),
    Column("as_of", "edtf", message("The date that the number holds for, written like the date of a claim.")),
    Column("as_of_from", "date", message("The first day that this date can mean.")),
    Column("as_of_to", "date", message("The last day that this date can mean.")),
    Column("said", "edtf", _SAID),
    Column("claimant", "id", _CLAIMANT),
    Column("claimant_name", "text", _CLAIMANT_NAME),
    Column("withdrawn", "date", _WITHDRAWN),
    Column("basis", "text", message("How the number follows where no words of the quote carry it.")),
    Column("license", "url", _LICENSE),
)

_ENTITY_COLUMNS = (
    Column("id", "id", _ID),
    Column("url", "url", _PAGE),
    Column(
        "kind",
        "term",
        message("What it is: person, organization, outlet, country, place, group, equipment, event, topic."),
    ),
    Column("name", "text", message("The full name.")),
    Column("short", "text", message("The short name, where there is one.")),
    Column("aliases", "text", message("Other spellings and names, in any script.")),
    Column("description", "text", message("One sentence of common knowledge.")),
    Column("wikidata", "id", message("Its item in Wikidata.")),
    Column("part_of", "id", message("The larger entity that it belongs to: an id.")),
    Column("merged_into", "id", message("The record under which its claims are shown: an id.")),
    Column("license", "url", _LICENSE),
)

_SERIES_COLUMNS = (
    Column("id", "id", _ID),
    Column("url", "url", _PAGE),
    Column("question", "text", message("The question.")),
    Column("unit", "text", message("What is counted, or the currency.")),
    Column("part_of", "id", message("The series that this one is a part of: an id.")),
    Column("sum_of", "id", message("The series that add up to this one: ids.")),
    Column("measure", "term", message("What kind of number answers it: count, decimal, percent, share, money.")),
    Column("currency", "term", message("The currency of an amount of money (ISO 4217).")),
    Column("merged_into", "id", message("The record under which its claims are shown: an id.")),
    Column("license", "url", _LICENSE),
)


def _claims(library: LocalizedLibrary, ids: Iterable[str]) -> Iterator[Row]:
    tag, groups, history = library.language.tag, library.groups, library.history
    for claim in map(library.archive.claims.__getitem__, ids):
        quote, original = claim.quotes[tag], claim.original(tag)
        source = original.source if original else None
        translated = quote if isinstance(quote, Translation) else None
        found = library.verification(claim, tag)
        yield (
            claim.id,
            _page(library, urls.claim(claim.id)),
            claim.title[tag],
            claim.said.text,
            claim.said.first.isoformat(),
            claim.said.last.isoformat(),
            claim.claimant,
            library.entity(claim.claimant).text,
            " ".join(claim.relayed_by),
            _names(library, claim.relayed_by),
            " ".join(claim.about),
            _names(library, claim.about),
            quote.text,
            quote.origin,
            translated.from_ if translated else None,
            translated.method if translated else None,
            translated.reviewed if translated else None,
            source.url if source else None,
            source.publisher if source else None,
            source.title if source else None,
            source.published.text if source and source.published else None,
            source.archived if source else None,
            "; ".join(library.figures(claim)),
            " ".join(claim.revises),
            " ".join(claim.disputes),
            " ".join(claim.repeats),
            _ids(groups.revised_by.get(claim.id, ())),
            _ids(groups.disputed_by.get(claim.id, ())),
            _ids(groups.repeated_by.get(claim.id, ())),
            _prose(library, claim.notes),
            values.day(history.added(claim.file)),
            values.day(history.modified(claim.file)),
            claim.corrections[-1].on.text if claim.corrections else None,
            claim.withdrawn.on.text if claim.withdrawn else None,
            claim.speech(tag),
            found.state,
            values.day(found.line.day) if found.line else None,
            found.line.why if found.line else None,
            found.is_stale if translated else None,
            library.site.licence.url,
        )


def _figures(library: LocalizedLibrary, ids: Iterable[str]) -> Iterator[Row]:
    tag = library.language.tag
    for claim in map(library.archive.claims.__getitem__, ids):
        for answer in answers_of(claim):
            figure = answer.figure
            series = library.archive.series[figure.series]
            yield (
                claim.id,
                _page(library, urls.claim(claim.id)),
                figure.series,
                series.question[tag],
                series.unit[tag].other if series.unit else series.currency,
                values.number(figure.value),
                values.number(figure.min),
                values.number(figure.max),
                values.decimal(figure.low),
                values.decimal(figure.high),
                figure.hedge,
                library.figure(answer),
                answer.as_of.text,
                answer.as_of.first.isoformat(),
                answer.as_of.last.isoformat(),
                claim.said.text,
                claim.claimant,
                library.entity(claim.claimant).text,
                claim.withdrawn.on.text if claim.withdrawn else None,
                _prose(library, figure.basis),
                library.site.licence.url,
            )


def _entities(library: LocalizedLibrary, ids: Iterable[str]) -> Iterator[Row]:
    tag = library.language.tag
    for entity in map(library.all_entities.__getitem__, ids):
        yield (
            entity.id,
            _page(library, urls.entity(entity.id)),
            entity.kind,
            entity.name[tag],
            entity.short.get(tag) if entity.short else None,
            "; ".join(entity.aliases),
            _prose(library, entity.description),
            entity.wikidata,
            entity.part_of,
            entity.merged_into,
            library.site.licence.url,
        )


def _series(library: LocalizedLibrary, ids: Iterable[str]) -> Iterator[Row]:
    tag = library.language.tag
    for series in map(library.all_series.__getitem__, ids):
        yield (
            series.id,
            _page(library, urls.series(series.id)),
            series.question[tag],
            series.unit[tag].other if series.unit else series.currency,
            series.part_of,
            " ".join(series.sum_of),
            series.measure,
            series.currency,
            series.merged_into,
            library.site.licence.url,
        )


def _page(library: LocalizedLibrary, address: str) -> str:
    return library.site.page(library.language.tag, address)


def _names(library: LocalizedLibrary, ids: Iterable[str]) -> str:
    return "; ".join([library.entity(id).text for id in ids])


def _ids(claims: Iterable[Claim]) -> str:
    return " ".join([claim.id for claim in claims])


def _prose(library: LocalizedLibrary, texts: Mapping[str, str] | None) -> str | None:
    return library.prose(texts).text if texts else None


CLAIMS = Table(
    "claims",
    message("Claims: who said what, when, through whom, in which words."),
    _CLAIM_COLUMNS,
    "id",
    {"claimant": "entities", "source_publisher": "entities"},
    lambda library: library.archive.claims,
    _claims,
    is_of_claims=True,
)
FIGURES = Table(
    "figures",
    message("Figures: each number that a claim gives, with the question that it answers."),
    _FIGURE_COLUMNS,
    None,
    {"claim": "claims", "series": "series", "claimant": "entities"},
    lambda library: library.archive.claims,
    _figures,
    is_of_claims=True,
)
ENTITIES = Table(
    "entities",
    message("Entities: the persons, organizations, outlets, places and topics that claims name."),
    _ENTITY_COLUMNS,
    "id",
    {"part_of": "entities", "merged_into": "entities"},
    lambda library: library.all_entities,
    _entities,
)
SERIES = Table(
    "series",
    message("Series: the questions that figures answer."),
    _SERIES_COLUMNS,
    "id",
    {"part_of": "series", "merged_into": "series"},
    lambda library: library.all_series,
    _series,
)
TABLES = (CLAIMS, FIGURES, ENTITIES, SERIES)
