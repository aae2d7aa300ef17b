"""The records of an archive: what a claim, an entity and a series hold.

This is the one vocabulary of the project: the loader, the JSON Schemas and the reference follow it.
Records are frozen. Values arrive as text, lists and mappings, never as numbers or dates guessed by a YAML reader.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from site_builder import dates
from site_builder.dates import EdtfDate
from site_builder.problems import message

ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"
CLAIM_ID = r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?-[a-z](?:-?[a-z0-9]+)*"
LANGUAGE_TAG = r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?"
_COUNT = re.compile(r"0|[1-9][0-9]{0,14}")
_NOT_ONE_LINE = re.compile(r"[\n\r\u0085\u2028\u2029]")


def _date(value: Any) -> EdtfDate:
    if isinstance(value, EdtfDate):
        return value
    if not isinstance(value, str):
        raise PydanticCustomError("string_type", "a date is text")
    try:
        return dates.parse(value)
    except ValueError as wrong:
        raise PydanticCustomError("date", "{reason}", {"reason": str(wrong)}) from None


def _day(value: Any) -> EdtfDate:
    day = _date(value)
    if day.precision != dates.Precision.DAY or day.approximate or day.interval:
        raise PydanticCustomError("date", "{reason}", {"reason": message("a day is needed, written 2025-04-30")})
    return day


def _count(value: Any) -> int:
    if isinstance(value, str) and _COUNT.fullmatch(value):
        return int(value)
    raise PydanticCustomError("count", "a count is written in digits alone")


def _flag(value: Any) -> bool:
    if value in ("true", "false"):
        return bool(value == "true")
    raise PydanticCustomError("flag", "true or false")


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise PydanticCustomError("string_type", "text is needed")
    if not value.strip():
        raise PydanticCustomError("empty", "the text is empty")
    return value


def _line(value: Any) -> str:
    text = _text(value)
    if _NOT_ONE_LINE.search(text):
        raise PydanticCustomError("one_line", "the text must stand on one line")
    return text


EntityId = Annotated[str, Field(pattern=rf"^{ID}$")]
SeriesId = Annotated[str, Field(pattern=rf"^{ID}$")]
ClaimId = Annotated[str, Field(pattern=rf"^{CLAIM_ID}$")]
LanguageTag = Annotated[str, Field(pattern=rf"^{LANGUAGE_TAG}$")]
Date = Annotated[EdtfDate, BeforeValidator(_date), WithJsonSchema({"type": "string", "format": "edtf"})]
Day = Annotated[EdtfDate, BeforeValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
Count = Annotated[int, BeforeValidator(_count)]
Flag = Annotated[bool, BeforeValidator(_flag)]
Text = Annotated[str, BeforeValidator(_text)]
Line = Annotated[str, BeforeValidator(_line)]
Lines = dict[LanguageTag, Line]
Texts = dict[LanguageTag, Text]
Url = Annotated[str, BeforeValidator(_line)]

Hedge = Literal["exact", "about", "nearly", "more-than", "at-least", "at-most"]
EntityKind = Literal["person", "organization", "outlet", "country", "place", "group", "equipment", "event", "topic"]
CorrectionKind = Literal["typo", "source", "figure", "translation", "withdrawal"]


def claim_file(id: str) -> str:
    """Where the record of a claim lives, from the archive's root."""
    return f"claims/{id[:4]}/{id}.yml"


def entity_file(id: str) -> str:
    """Where the record of an entity lives, from the archive's root."""
    return f"claims/entities/{id}.yml"


def series_file(id: str) -> str:
    """Where the record of a series lives, from the archive's root."""
    return f"claims/series/{id}.yml"


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class Source(_Part):
    """Where words were published."""

    url: Url
    publisher: EntityId
    title: Line | None = None
    published: Date | None = None
    archived: Url | None = None
    accessed: Day | None = None
    snapshot: Annotated[str, Field(pattern="^sha256:[0-9a-f]{64}$")] | None = None


class SourceQuote(_Part):
    """The words as they were published."""

    text: Text
    origin: Literal["source"]
    source: Source


class Translation(_Part):
    """The words of another quote of the claim, put into this language."""

    text: Text
    origin: Literal["translation"]
    from_: Annotated[LanguageTag, Field(alias="from")]
    method: Literal["human", "machine"]
    by: Line | None = None
    reviewed: Flag


class Unit(_Part):
    """What a series counts, in the plural forms of a language (CLDR)."""

    zero: Line | None = None
    one: Line | None = None
    two: Line | None = None
    few: Line | None = None
    many: Line | None = None
    other: Line


Quote = Annotated[SourceQuote | Translation, Field(discriminator="origin")]


class Figure(_Part):
    """One answer to a series' question: a value, or a lowest and/or a highest one."""

    series: SeriesId
    value: Count | None = None
    min: Count | None = None
    max: Count | None = None
    hedge: Hedge
    as_of: Date | None = None

    @model_validator(mode="after")
    def _value_or_range(self) -> Self:
        if (self.value is None) == (self.min is None and self.max is None):
            raise PydanticCustomError("figure_value", "a figure has a value, or min and/or max")
        if self.min is not None and self.max is not None and self.min >= self.max:
            raise PydanticCustomError("figure_range", "min must be smaller than max")
        return self


class Correction(_Part):
    """A change made to a record after it was published."""

    on: Day
    kind: CorrectionKind
    note: Texts


class Withdrawal(_Part):
    """Why and when a record was withdrawn; its page stays."""

    on: Day
    reason: Texts


class Claim(_Part):
    """One statement by one claimant on one occasion."""

    id: ClaimId
    title: Lines
    said: Date
    claimant: EntityId
    relayed_by: tuple[EntityId, ...] = ()
    about: tuple[EntityId, ...]
    quotes: dict[LanguageTag, Quote]
    reports: tuple[Source, ...] = ()
    figures: tuple[Figure, ...] = ()
    revises: tuple[ClaimId, ...] = ()
    disputes: tuple[ClaimId, ...] = ()
    repeats: tuple[ClaimId, ...] = ()
    notes: Texts | None = None
    corrections: tuple[Correction, ...] = ()
    withdrawn: Withdrawal | None = None

    @property
    def file(self) -> str:
        """Where the record lives, from the archive's root."""
        return claim_file(self.id)

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources that are quoted, in the order of the quotes."""
        return tuple(quote.source for quote in self.quotes.values() if isinstance(quote, SourceQuote))

    def as_of(self, figure: Figure) -> EdtfDate:
        """The date that a figure of this claim holds for."""
        return figure.as_of or self.said


class Entity(_Part):
    """A person, organization, outlet, country, place, group, equipment, event or topic that claims name."""

    id: EntityId
    kind: EntityKind
    name: Lines
    short: Lines | None = None
    aliases: tuple[Line, ...] = ()
    description: Texts | None = None
    wikidata: Annotated[str, Field(pattern="^Q[1-9][0-9]*$")] | None = None
    part_of: EntityId | None = None

    @property
    def file(self) -> str:
        """Where the record lives, from the archive's root."""
        return entity_file(self.id)


class Series(_Part):
    """A question that several claims answer with a number."""

    id: SeriesId
    question: Lines
    unit: dict[LanguageTag, Unit]
    part_of: SeriesId | None = None
    sum_of: tuple[SeriesId, ...] = ()

    @property
    def file(self) -> str:
        """Where the record lives, from the archive's root."""
        return series_file(self.id)


Record = Claim | Entity | Series


@dataclass(frozen=True, slots=True)
class Archive:
    """All records by id: claims in the order of their saying, entities and series in the order of their ids."""

    claims: Mapping[str, Claim]
    entities: Mapping[str, Entity]
    series: Mapping[str, Series]

    def records(self) -> Iterator[Record]:
        """Every record of every kind."""
        yield from self.claims.values()
        yield from self.entities.values()
        yield from self.series.values()
