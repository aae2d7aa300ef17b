"""The records of an archive: what a claim, an entity and a series hold.

This is the one vocabulary of the project: the loader, the JSON Schemas and the reference follow it.
What a field's description says is a message id: editors show it in every language (see `check/schema_writer.py`).
Records are frozen. Values arrive as text, lists and mappings, never as numbers or dates guessed by a YAML reader.
"""

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Annotated, Any, Literal, LiteralString, Self, TypeVar, cast, dataclass_transform

from pydantic import (
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    TypeAdapter,
    WithJsonSchema,
    model_validator,
)
from pydantic.dataclasses import dataclass
from pydantic_core import PydanticCustomError

from site_builder.model import dates, numbers
from site_builder.model.dates import EdtfDate
from site_builder.model.numbers import Number
from site_builder.model.roles import Role
from site_builder.problems import message
from site_builder.text.characters import LINE_ENDS, any_of

P = TypeVar("P")
_CONFIG = ConfigDict(extra="forbid", arbitrary_types_allowed=True)

ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"
CLAIM_ID = r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?-[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
LANGUAGE_TAG = r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?"
_NOT_ONE_LINE = any_of(LINE_ENDS)


def _date(value: Any) -> EdtfDate:
    if isinstance(value, EdtfDate):
        return value
    if not isinstance(value, str):
        raise PydanticCustomError("string_type", "a date is text")
    try:
        return dates.parse(value)
    except ValueError as wrong:
        raise PydanticCustomError("date", "{reason}", {"reason": str(wrong)}) from None


def _said(value: Any) -> EdtfDate:
    if not isinstance(value, str):
        return _date(value)
    try:
        return dates.parse_said(value)
    except ValueError as wrong:
        kind: LiteralString = "time" if dates.looks_timed(value) else "date"
        raise PydanticCustomError(kind, "{reason}", {"reason": str(wrong)}) from None


def _day(value: Any) -> EdtfDate:
    day = _date(value)
    if day.precision != dates.Precision.DAY or day.approximate or day.interval:
        raise PydanticCustomError("date", "{reason}", {"reason": message("a day is needed, written 2025-04-30")})
    return day


def _number(value: Any) -> Number:
    if isinstance(value, str):
        try:
            return numbers.parse(value)
        except ValueError:
            pass
    raise PydanticCustomError("number", "a number is written in digits alone")


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
    if not text.isprintable() and _NOT_ONE_LINE.search(text):
        raise PydanticCustomError("one_line", "the text must stand on one line")
    return text


EntityId = Annotated[str, Field(pattern=rf"^{ID}$"), Role.ENTITY]
SeriesId = Annotated[str, Field(pattern=rf"^{ID}$"), Role.SERIES]
ClaimId = Annotated[str, Field(pattern=rf"^{CLAIM_ID}$"), Role.CLAIM]
LanguageTag = Annotated[str, Field(pattern=rf"^{LANGUAGE_TAG}$"), Role.LANGUAGE]
Date = Annotated[EdtfDate, BeforeValidator(_date), WithJsonSchema({"type": "string", "format": "edtf"}), Role.DATE]
Said = Annotated[EdtfDate, BeforeValidator(_said), WithJsonSchema({"type": "string", "format": "said"}), Role.DATE]
Day = Annotated[EdtfDate, BeforeValidator(_day), WithJsonSchema({"type": "string", "format": "date"}), Role.DATE]
ExactNumber = Annotated[
    Number, PlainValidator(_number), WithJsonSchema({"type": "string", "format": "number"}), Role.NUMBER
]
Flag = Annotated[bool, BeforeValidator(_flag), Role.FLAG]
Text = Annotated[str, BeforeValidator(_text), Role.TEXT]
Line = Annotated[str, BeforeValidator(_line), WithJsonSchema({"type": "string", "form": "line"}), Role.LINE]
Name = Annotated[Line, Role.NAME]
ShortName = Annotated[Line, Role.SHORT_NAME]
Lines = dict[LanguageTag, Line]
Texts = dict[LanguageTag, Text]
Url = Annotated[str, BeforeValidator(_line), WithJsonSchema({"type": "string", "form": "url"}), Role.URL]
Digest = Annotated[str, Field(pattern="^sha256:[0-9a-f]{64}$"), Role.CODE]
Currency = Annotated[str, Field(pattern="^[A-Z]{3}$"), Role.CODE]
WikidataItem = Annotated[str, Field(pattern="^Q[1-9][0-9]*$"), Role.CODE]

Hedge = Literal["exact", "about", "nearly", "more-than", "at-least", "at-most"]
Measure = Literal["count", "decimal", "percent", "share", "money"]
Speech = Literal["direct", "reported"]
EntityKind = Literal["person", "organization", "outlet", "country", "place", "group", "equipment", "event", "topic"]
CorrectionKind = Literal["typo", "source", "figure", "translation", "withdrawal"]

HEDGES: Mapping[Hedge, str] = {
    "exact": message("the number as it stands, without a hedge"),
    "about": message("about, around, some, approximately"),
    "nearly": message("nearly, almost, close to"),
    "more-than": message("more than, over"),
    "at-least": message("at least, no fewer than"),
    "at-most": message("at most, up to, no more than"),
}
"""How a claimant puts a number with each hedge."""
HEDGES_OF_BOUND: Mapping[str, tuple[Hedge, ...]] = {
    "min": ("exact", "about", "more-than", "at-least"),
    "max": ("exact", "about", "nearly", "at-most"),
}
"""The hedges that agree with a lowest number alone, and with a highest one alone."""
MEASURES: Mapping[Measure, str] = {
    "count": message("how many: whole numbers from 0"),
    "decimal": message("how much, in a unit: also decimals and numbers below zero"),
    "percent": message("percent: also decimals and numbers below zero"),
    "share": message("a part of a whole, as a fraction or a decimal from 0 to 1"),
    "money": message("an amount of money: also decimals and numbers below zero"),
}
"""What each measure says that numbers are."""
WITHOUT_UNIT: tuple[Measure, ...] = ("percent", "share", "money")
"""The measures that need no word for what is counted or measured."""
ENTITY_KINDS: Mapping[EntityKind, str] = {
    "person": message("a human being"),
    "organization": message("an institution, agency, party, committee or company"),
    "outlet": message("a newspaper, broadcaster or other medium that publishes news"),
    "country": message("a state"),
    "place": message("a region, city or other location"),
    "group": message("people who belong together without being an organization, such as troops"),
    "equipment": message("a weapon, vehicle or other device"),
    "event": message("something that happened, such as a war or a storm"),
    "topic": message("a subject that is none of these"),
}
"""What each kind of entity is."""
SPEAKERS: tuple[EntityKind, ...] = ("person", "organization", "outlet", "country", "group")
"""The kinds of entities that make claims and pass them on."""
PUBLISHERS: tuple[EntityKind, ...] = ("outlet", "organization")
"""The kinds of entities that publish, the usual one first."""
CORRECTION_KINDS: Mapping[CorrectionKind, str] = {
    "typo": message("a slip of writing"),
    "source": message("the address, outlet or date of a source"),
    "figure": message("a number, its hedge or its date"),
    "translation": message("the words of a translation"),
    "withdrawal": message("the claim was withdrawn"),
}
"""What each kind of correction put right."""
SPEECH: Mapping[Speech, str] = {
    "direct": message("the claimant's own words, as the source gives them"),
    "reported": message("what the claimant said, in the wording of the source"),
}
"""Whose words a quote has."""
METHODS: Mapping[Literal["human", "machine"], str] = {
    "human": message("translated by a person"),
    "machine": message("translated by a program"),
}
"""How a translation was made."""


def claim_file(id: str) -> str:
    """The path of a claim's record, from the archive's root."""
    return f"claims/{id[:4]}/{id}.yml"


def entity_file(id: str) -> str:
    """The path of an entity's record, from the archive's root."""
    return f"claims/entities/{id}.yml"


def series_file(id: str) -> str:
    """The path of a series' record, from the archive's root."""
    return f"claims/series/{id}.yml"


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(Field,))
def _part(config: ConfigDict = _CONFIG) -> Callable[[type[P]], type[P]]:
    """A part of a record: frozen, and in slots, which weigh a third less than the dictionary of a pydantic model."""
    return cast(Callable[[type[P]], type[P]], dataclass(config=config, frozen=True, kw_only=True, slots=True))


@_part()
class Source:
    """The page on which words were published."""

    url: Url = Field(description=message("The address of the page."))
    publisher: EntityId = Field(description=message("The outlet that published it: the id of an entity."))
    title: Line | None = Field(default=None, description=message("The headline as published."))
    published: Date | None = Field(
        default=None, description=message("When it was published, written like the date of a claim.")
    )
    archived: Url | None = Field(default=None, description=message("The address of an archived copy of the page."))
    accessed: Day | None = Field(
        default=None, description=message("The day on which you read it, written `2031-03-14`.")
    )
    snapshot: Digest | None = Field(
        default=None, description=message("The digest of the stored copy of the source's text.")
    )


_WHOSE_WORDS = message(
    "`direct` if the source gives the claimant's own words: they stand in quotation marks on the page. "
    "`reported`, or no such key: the words are the source's. A translation has the speech of what it translates."
)
SpeechKey = Annotated[Speech, Field(json_schema_extra={"enumDescriptions": list(SPEECH.values())})]


@_part()
class SourceQuote:
    """The words as they were published."""

    text: Text = Field(description=message("The words as published, letter for letter."))
    speech: SpeechKey = Field(default="reported", description=_WHOSE_WORDS)
    origin: Literal["source"] = Field(
        description=message("`source`: the words as published. `translation`: put into this language.")
    )
    source: Source = Field(description=message("Where the words were published."))


@_part()
class Translation:
    """The words of another quote of the claim, put into this language."""

    text: Text = Field(description=message("The words in this language."))
    speech: SpeechKey | None = Field(default=None, description=_WHOSE_WORDS)
    origin: Literal["translation"] = Field(
        description=message("`source`: the words as published. `translation`: put into this language.")
    )
    from_: LanguageTag = Field(alias="from", description=message("The language of the quote that this one translates."))
    method: Literal["human", "machine"] = Field(
        description=message("Who translated: a person or a program."),
        json_schema_extra={"enumDescriptions": list(METHODS.values())},
    )
    by: Line | None = Field(default=None, description=message("The name of the translator."))
    reviewed: Flag = Field(
        description=message("`true` once a second person has checked the translation, `false` until then.")
    )


@_part()
class Unit:
    """The word for what a series counts, in the plural forms of a language (CLDR)."""

    zero: Line | None = Field(
        default=None, description=message("Only for languages that have this plural form (CLDR).")
    )
    one: Line | None = Field(default=None, description=message("The singular: `soldier`. Korean has none."))
    two: Line | None = Field(default=None, description=message("Only for languages that have this plural form (CLDR)."))
    few: Line | None = Field(default=None, description=message("Only for languages that have this plural form (CLDR)."))
    many: Line | None = Field(
        default=None, description=message("Only for languages that have this plural form (CLDR).")
    )
    other: Line = Field(description=message("The plural, or the only form: `soldiers`."))

    @property
    def forms(self) -> dict[str, str]:
        """The words of each form that there are."""
        words = {form.name: getattr(self, form.name) for form in dataclasses.fields(self)}
        return {form: word for form, word in words.items() if word}


Quote = Annotated[SourceQuote | Translation, Field(discriminator="origin")]


@_part(
    ConfigDict(
        **_CONFIG,
        json_schema_extra={  # as `_value_or_range` has it
            "if": {"required": ["value"]},
            "then": {"properties": {"min": False, "max": False}},
            "else": {"anyOf": [{"required": ["value"]}, {"required": ["min"]}, {"required": ["max"]}]},
            "allOf": [  # as `_agreeing` has it
                {
                    "if": {"required": [bound], "properties": {other: False}},
                    "then": {"properties": {"hedge": {"enum": [*HEDGES_OF_BOUND[bound]]}}},
                }
                for bound, other in (("min", "max"), ("max", "min"))
            ],
        },
    )
)
class Figure:
    """One answer to a series' question: a value, or a lowest and/or a highest one."""

    series: SeriesId = Field(description=message("The question that the number answers: the id of a series."))
    value: ExactNumber | None = Field(
        default=None,
        description=message(
            "The number, in digits alone: `4700`. Where the measure of the series is not a count also `1.5` or `-3`, "
            "and of a share `2/3`. For a range, write `min` and `max` instead."
        ),
    )
    min: ExactNumber | None = Field(
        default=None, description=message("The lowest number, in digits alone, in place of `value`.")
    )
    max: ExactNumber | None = Field(
        default=None, description=message("The highest number, in digits alone, in place of `value`.")
    )
    hedge: Hedge = Field(
        description=message("How precise the claimant was. It must agree with the words of every quote."),
        json_schema_extra={"enumDescriptions": list(HEDGES.values())},
    )
    as_of: Annotated[Date, Role.DATE_AHEAD] | None = Field(
        default=None,
        description=message("The date that the number is for, if it is not the date on which it was said."),
    )
    basis: Texts | None = Field(
        default=None,
        description=message("How the number follows where no words of the quote carry it, in every language."),
    )

    @model_validator(mode="after")
    def _value_or_range(self) -> Self:
        if (self.value is None) == (self.min is None and self.max is None):
            raise PydanticCustomError("figure_value", "a figure has a value, or min and/or max")
        if self.min is not None and self.max is not None and self.min >= self.max:
            raise PydanticCustomError("figure_range", "min must be smaller than max")
        return self

    @model_validator(mode="after")
    def _agreeing(self) -> Self:
        if self.value is None and (self.min is None or self.max is None):
            agreeing = HEDGES_OF_BOUND["min" if self.max is None else "max"]
            if self.hedge not in agreeing:
                raise PydanticCustomError("figure_hedge", "the hedge contradicts the bound", {"agreeing": agreeing})
        return self

    @property
    def low(self) -> Number:
        """The lowest number that it names."""
        return _first_known((self.value, self.min, self.max))

    @property
    def high(self) -> Number:
        """The highest number that it names."""
        return _first_known((self.value, self.max, self.min))


def _first_known(given: Iterable[Number | None]) -> Number:
    for number in given:  # asked for a hundred thousand times in a build
        if number is not None:
            return number
    raise AssertionError("a figure has a number")


@_part()
class Correction:
    """A change made to a record after it was published."""

    on: Day = Field(description=message("The day of the change, written `2031-03-14`."))
    kind: CorrectionKind = Field(
        description=message("What was put right."),
        json_schema_extra={"enumDescriptions": list(CORRECTION_KINDS.values())},
    )
    note: Texts = Field(description=message("What the record says now and what it said before, in every language."))


@_part()
class Withdrawal:
    """The withdrawal of a record, with its reason; the page stays."""

    on: Day = Field(description=message("The day of the withdrawal, written `2031-03-14`."))
    reason: Texts = Field(description=message("Why the claim should not have been recorded, in every language."))


@_part()
class Claim:
    """One statement by one claimant on one occasion."""

    id: Annotated[ClaimId, Role.OWN_ID]
    title: Lines = Field(
        description=message("Who says what, on one line in every language. No verdict, such as “admits” or “falsely”.")
    )
    said: Said = Field(
        description=message(
            "When it was said, as precisely as is known: `2031`, `2031-03`, `2031-03-14`, "
            "`2031-03-14~` (approximate), `2031-03-12/2031-03-14` (within), or with the time of the day and the zone "
            "of the place: `2031-03-14T09:30+09:00`."
        )
    )
    claimant: EntityId = Field(description=message("Who makes the claim: the id of an entity."))
    relayed_by: tuple[EntityId, ...] = Field(
        default=(), description=message("Who passed it on to the public, in order: ids of entities.")
    )
    about: tuple[EntityId, ...] = Field(
        description=message("What the claim is about: ids of entities, the most important first.")
    )
    quotes: dict[LanguageTag, Quote] = Field(
        description=message(
            "The words, one quote a language: every language of the site, and others if need be. "
            "At least one has the words as published."
        )
    )
    reports: tuple[Source, ...] = Field(
        default=(), description=message("Further reports of the same claim: where and when, without their words.")
    )
    figures: tuple[Figure, ...] = Field(
        default=(), description=message("The numbers in the quote. Each answers the question of one series.")
    )
    revises: tuple[ClaimId, ...] = Field(
        default=(),
        description=message("Earlier claims by the same claimant on the same question that this one replaces."),
    )
    disputes: tuple[ClaimId, ...] = Field(
        default=(),
        description=message("Claims by others that this one contradicts, or a different account of the same words."),
    )
    repeats: tuple[ClaimId, ...] = Field(default=(), description=message("Earlier claims that this one passes on."))
    notes: Texts | None = Field(
        default=None,
        description=message(
            "Context that a reader needs, in every language: facts only. Paragraphs part at a blank line."
        ),
    )
    corrections: tuple[Correction, ...] = Field(
        default=(),
        description=message(
            "What was put right after publication, newest last. Any changed quote or figure gets an entry."
        ),
    )
    withdrawn: Withdrawal | None = Field(
        default=None,
        description=message("Only on a claim that should not have been recorded. Its page stays and gives the reason."),
    )

    @property
    def file(self) -> str:
        """The path of the record, from the archive's root."""
        return claim_file(self.id)

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources that are quoted, in the order of the quotes."""
        return tuple([quote.source for quote in self.quotes.values() if isinstance(quote, SourceQuote)])

    def original(self, language: str) -> SourceQuote | None:
        """The quote with the words as published that a quote is, or was translated from, by whatever steps."""
        tags = [language]
        for tag in tags:
            quote = self.quotes.get(tag)
            if isinstance(quote, SourceQuote):
                return quote
            if quote and quote.from_ not in tags:
                tags.append(quote.from_)
        return None

    def speech(self, language: str) -> Speech:
        """Tell whether a quote has the claimant's own words or the wording of the source."""
        original = self.original(language)
        return original.speech if original else "reported"

    def as_of(self, figure: Figure) -> EdtfDate:
        """The date that a figure of this claim holds for: without one of its own, the day on which it was said."""
        return figure.as_of or self.said.day


@_part()
class Entity:
    """A person, organization, outlet, country, place, group, equipment, event or topic that claims name."""

    id: Annotated[EntityId, Role.OWN_ID]
    kind: EntityKind = Field(
        description=message("What it is."), json_schema_extra={"enumDescriptions": list(ENTITY_KINDS.values())}
    )
    name: dict[LanguageTag, Name] = Field(description=message("The full name in every language."))
    short: dict[LanguageTag, ShortName] | None = Field(
        default=None, description=message("The short name in every language, for lists and charts.")
    )
    aliases: tuple[Name, ...] = Field(
        default=(), description=message("Other spellings and names, in any script: search finds the entity by them.")
    )
    description: Texts | None = Field(
        default=None, description=message("One sentence of common knowledge in every language.")
    )
    wikidata: WikidataItem | None = Field(
        default=None, description=message("Its item in Wikidata, if you are sure of it: `Q` and digits.")
    )
    part_of: EntityId | None = Field(
        default=None, description=message("The larger entity that it belongs to: the id of an entity.")
    )
    merged_into: EntityId | None = Field(
        default=None,
        description=message(
            "The entity that this one turned out to be: its id. The address leads there, the names become aliases."
        ),
    )

    @property
    def file(self) -> str:
        """The path of the record, from the archive's root."""
        return entity_file(self.id)

    @property
    def names(self) -> list[str]:
        """Everything that it is called."""
        return [*self.name.values(), *(self.short or {}).values(), *self.aliases]


@_part(
    ConfigDict(
        **_CONFIG,
        json_schema_extra={
            "allOf": [
                {
                    "if": {"required": ["measure"], "properties": {"measure": {"enum": [*WITHOUT_UNIT]}}},
                    "then": {"properties": {"unit": False}},
                    "else": {"anyOf": [{"required": ["unit"]}, {"required": ["merged_into"]}]},
                },
                {
                    "if": {"required": ["measure"], "properties": {"measure": {"const": "money"}}},
                    "then": {"required": ["currency"]},
                    "else": {"properties": {"currency": False}},
                },
            ]
        },
    )
)
class Series:
    """A question that several claims answer with a number."""

    id: Annotated[SeriesId, Role.OWN_ID]
    question: Lines = Field(description=message("The question, on one line in every language."))
    measure: Measure = Field(
        default="count",
        description=message("What kind of number answers it; a count, unless it says otherwise. It never changes."),
        json_schema_extra={"enumDescriptions": list(MEASURES.values())},
    )
    currency: Currency | None = Field(
        default=None, description=message("Only with the measure `money`: the three letters of ISO 4217, as in `USD`.")
    )
    unit: dict[LanguageTag, Unit] | None = Field(
        default=None,
        description=message(
            "What is counted, in the plural forms of every language. Only with the measures `count` and `decimal`."
        ),
    )
    part_of: SeriesId | None = Field(
        default=None,
        description=message("The series that this one is a part of: a count or a share never exceeds the whole's."),
    )
    sum_of: tuple[SeriesId, ...] = Field(default=(), description=message("The series that add up to this one."))
    merged_into: SeriesId | None = Field(
        default=None,
        description=message(
            "The series that asks the same, with the same measure: its id. The address leads there with all answers."
        ),
    )

    @property
    def scale(self) -> str:
        """Return what two series must share for their numbers to be compared: `count`, `money USD`."""
        return f"{self.measure} {self.currency}" if self.currency else self.measure

    @property
    def file(self) -> str:
        """The path of the record, from the archive's root."""
        return series_file(self.id)


Record = Claim | Entity | Series
FORMS: Mapping[type[Record], TypeAdapter[Any]] = {kind: TypeAdapter(kind) for kind in (Claim, Entity, Series)}
"""What makes each kind of record of plain values or JSON, and knows its JSON Schema."""


def schema_file(kind: type[Record]) -> str:
    """The path of the schema by which editors check a kind of record, from the archive's root."""
    return f"claims/schema/{kind.__name__.lower()}.schema.json"


@dataclasses.dataclass(frozen=True, slots=True)
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
