"""A person's statement about a new record, turned into the values that the record holds."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from site_builder.fix.yaml_writer import Value
from site_builder.language.numbers import meant_ends
from site_builder.model import numbers
from site_builder.model.figures import MEANINGS, Bounds, fits
from site_builder.model.records import Hedge, Measure
from site_builder.problems import message
from site_builder.text.characters import IN_MARKS

BASIS = message("How does the number follow from the words, in {language}?")
"""What is asked about a number that no words of the quote carry."""
RELATIONS: Mapping[str, str] = {
    "revises": message("Which earlier claims of the same claimant does it replace?"),
    "disputes": message("Which claims of others does it contradict?"),
    "repeats": message("Which earlier claims does it pass on?"),
}
"""What is asked about the claims that a claim leads to, by the keys of its record."""


@dataclass(frozen=True, slots=True)
class Report:
    """A publication of words: its address and outlet, and the day on which they were read there."""

    url: str
    publisher: str
    title: str = ""
    published: str = ""
    accessed: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """A number that answers the question of a series; `high` is empty unless it is a range."""

    series: str
    low: str
    high: str
    hedge: Hedge
    measure: Measure = "count"
    basis: Mapping[str, str] = field(default_factory=dict)

    @property
    def bounds(self) -> Bounds:
        """Return what the number can mean."""
        meaning = MEANINGS[self.hedge, "range" if self.high else "value"]
        return meaning.bounds(numbers.parse(self.low), numbers.parse(self.high or self.low), self.measure)


@dataclass(frozen=True, slots=True)
class Statement:
    """All that is known of a new claim. `translations` are by language; `translated_by` is human or machine.

    `speech` is direct or reported.
    """

    said: str
    claimant: str
    title: Mapping[str, str]
    about: Sequence[str]
    language: str
    quote: str
    source: Report
    translations: Mapping[str, str]
    translated_by: str
    relayed_by: Sequence[str] = ()
    answer: Answer | None = None
    revises: Sequence[str] = ()
    disputes: Sequence[str] = ()
    repeats: Sequence[str] = ()
    speech: str = "reported"


def claim(statement: Statement, languages: Sequence[str]) -> Mapping[str, Value]:
    """The record of a claim; its quotes stand in the order of the site's languages."""
    quotes: dict[str, Value] = {
        language: {
            "text": _without_marks(text, statement),
            "origin": "translation",
            "from": statement.language,
            "method": statement.translated_by,
            "reviewed": "false",
        }
        for language, text in statement.translations.items()
    }
    report = statement.source
    source = {
        "url": report.url,
        "publisher": report.publisher,
        "title": report.title,
        "published": report.published,
        "accessed": report.accessed,
    }
    quotes[statement.language] = {
        "text": _without_marks(statement.quote, statement),
        **({"speech": statement.speech} if statement.speech == "direct" else {}),  # as is the rule without it
        "origin": "source",
        "source": _filled(source),
    }
    order = sorted(quotes, key=[*languages, statement.language].index)
    return _filled(
        {
            "title": statement.title,
            "said": statement.said,
            "claimant": statement.claimant,
            "relayed_by": statement.relayed_by,
            "about": statement.about,
            "quotes": {language: quotes[language] for language in order},
            "figures": [_figure(statement.answer)] if statement.answer else [],
            "revises": statement.revises,
            "disputes": statement.disputes,
            "repeats": statement.repeats,
        }
    )


def _without_marks(words: str, statement: Statement) -> str:
    """Words without the quotation marks around them, which pages set, if they are direct."""
    return words[1:-1] if statement.speech == "direct" and IN_MARKS.fullmatch(words) else words


def _figure(answer: Answer) -> Mapping[str, Value]:
    number = {"min": answer.low, "max": answer.high} if answer.high else {"value": answer.low}
    return _filled({"series": answer.series, **number, "hedge": answer.hedge, "basis": answer.basis})


def entity(
    kind: str,
    name: Mapping[str, str],
    *,
    short: Mapping[str, str] | None = None,
    aliases: Sequence[str] = (),
    description: Mapping[str, str] | None = None,
    wikidata: str = "",
    part_of: str = "",
) -> Mapping[str, Value]:
    """The record of an entity."""
    return _filled(
        {
            "kind": kind,
            "name": name,
            "short": short or {},
            "aliases": aliases,
            "description": description or {},
            "wikidata": wikidata,
            "part_of": part_of,
        }
    )


def series(
    question: Mapping[str, str],
    unit: Mapping[str, Mapping[str, str]],
    *,
    measure: str = "",
    currency: str = "",
    part_of: str = "",
    sum_of: Sequence[str] = (),
) -> Mapping[str, Value]:
    """The record of a series."""
    return _filled(
        {
            "question": question,
            "measure": measure,
            "currency": currency,
            "unit": unit,
            "part_of": part_of,
            "sum_of": sum_of,
        }
    )


def _filled(values: Mapping[str, Value]) -> Mapping[str, Value]:
    """Leave out the keys that have no value."""
    return {key: value for key, value in values.items() if value}


def tidy(text: str) -> str:
    """Compose what a person typed or pasted (NFC), and take the spaces around it away."""
    return unicodedata.normalize("NFC", text).strip()


def paragraphs(lines: Sequence[str]) -> str:
    """Join lines that a person typed or pasted to paragraphs, which part at empty ones, as records fold them."""
    parted = "\n".join(map(tidy, lines)).strip().split("\n\n")
    return "\n".join(" ".join(part.split("\n")) for part in map(tidy, parted) if part)


def number(text: str, measure: Measure) -> tuple[str, str]:
    """Read a number of a measure, or both ends of a range: `4,700`, `8-12`, `-3`, `2/3`. `ValueError` for others."""
    ends = meant_ends(text)
    found = [numbers.parse(end) for end in ends]
    is_range = len(found) > 1
    if not found or not all(fits(each, measure) for each in found) or (is_range and found[0] >= found[1]):
        raise ValueError(text)
    return ends[0], "".join(ends[1:])
