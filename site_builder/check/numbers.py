"""Figures and the words that carry them: the numbers of a claim, read in its quotes and its titles.

What is read is compared with the record, never with the world. A text in a language whose numbers cannot be read says
nothing for or against a figure.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from site_builder.check.context import Context
from site_builder.check.text import is_in_letters_of
from site_builder.language.quantities import Reading, is_read, readings
from site_builder.model.figures import fits, hedges_said_as, meaning, rounding
from site_builder.model.numbers import Number, distance, exact, size
from site_builder.model.records import Claim, Figure, Hedge, Measure, Translation, Unit
from site_builder.problems import Finding, Path
from site_builder.problems.numbers import NotInOther, NotInQuote, OtherHedge, OtherTitle, TitleHedge, TitleNumber

WORTH: Mapping[tuple[Measure, str], int | Fraction] = {
    ("count", "count"): 1,
    ("decimal", "count"): 1,
    ("decimal", "times"): 1,
    ("money", "count"): 1,
    ("percent", "percent"): 1,
    ("percent", "share"): 100,
    ("share", "share"): 1,
    ("share", "percent"): Fraction(1, 100),
}
"""The kinds of readings that can give a number of a measure, and what one of each is in it."""
_LEAST, _MOST = 3, 10
"""How many times as much a vague word like “hundreds” can mean: at least, and at most."""


class _Text(NamedTuple):
    """A text of a claim, with the numbers that are read in it."""

    file: str
    at: Path
    language: str
    text: str
    readings: Sequence[Reading]

    def words(self, reading: Reading) -> str:
        return self.text[reading.start : reading.end]

    def place(self, reading: Reading | None) -> tuple[str, Path] | tuple[str, Path, tuple[int, int]]:
        return (self.file, self.at, (reading.start, reading.end)) if reading else (self.file, self.at)


class Asked(NamedTuple):
    """A figure, with the measure of the series whose question it answers, and the words for what that counts."""

    figure: Figure
    measure: Measure
    unit: Mapping[str, Unit]

    def given_in(self, text: _Text) -> Sequence[Reading]:
        """The readings of a text that give the numbers of the figure."""
        return [reading for reading in text.readings if self.is_given_by(reading)]

    def is_given_by(self, reading: Reading) -> bool:
        """Tell whether a reading gives the numbers of the figure, whatever its hedge.

        Words say of what falls how far it falls: “fell by 12.5 percent” gives -12.5.
        """
        if (self.measure, reading.kind) not in WORTH:
            return False
        given, asked = (reading.low, reading.high), (size(self.figure.low), size(self.figure.high))
        if reading.vague:
            least = self._in_measure(reading.low, reading)
            return least <= exact(asked[0]) <= _LEAST * least and exact(asked[1]) <= _MOST * least
        if self.figure.low < 0:
            asked = (min(asked), max(asked))
        return all(
            distance(self._in_measure(number, reading), own) <= self._rounding(own, reading)
            for number, own in zip(given, asked, strict=True)
        )

    def is_hedged_by(self, reading: Reading) -> bool:
        """Tell whether a reading can be taken to have the hedge of the figure."""
        return not reading.hedges.isdisjoint(meaning(self.figure).words)

    def hedge_in(self, quotes: Sequence[_Text], first: Hedge) -> Hedge | None:
        """The hedge that the figure would have by all quotes that give it; None where they leave none, or a choice."""
        of_each = [
            {hedge for each in given for hedge in hedges_said_as(self.figure, each.hedges)}
            for quote in quotes
            if (given := self.given_in(quote))
        ]
        common = set.intersection(*of_each)
        return first if first in common else common.pop() if len(common) == 1 else None

    @property
    def key(self) -> str:
        """The key of its first number."""
        return next(key for key in ("value", "min", "max") if getattr(self.figure, key) is not None)

    @property
    def number(self) -> str:
        """Its numbers as the record has them."""
        numbers = (self.figure.value, self.figure.min, self.figure.max)
        return "–".join(str(number) for number in numbers if number is not None)

    def nearest(self, found: Sequence[Reading]) -> Reading | None:
        """The reading whose number comes nearest to the figure; None where none is of its kind."""
        alike = [each for each in found if (self.measure, each.kind) in WORTH]
        return min(
            alike, key=lambda each: distance(self._in_measure(each.low, each), size(self.figure.low)), default=None
        )

    def _rounding(self, number: Number, reading: Reading) -> int | Fraction:
        """How far a number may be from what words say: a third has no digits, and is 33 percent or 0.33."""
        return rounding(number, self.measure) if reading.kind == "share" else 0

    def _in_measure(self, number: Number, reading: Reading) -> int | Fraction:
        return exact(number) * WORTH[self.measure, reading.kind]


def of_claim(context: Context, claim: Claim) -> Iterator[Finding]:
    """Every figure is in the words of every quote, the quotes give the same numbers, and the titles no others."""
    if claim.withdrawn:
        return
    asked = _asked(context, claim)
    texts = {tag: _read(asked, claim, ("quotes", tag, "text"), quote.text) for tag, quote in claim.quotes.items()}
    quotes = {tag: text for tag, text in texts.items() if text}
    for place, each in asked.items():
        if not each.figure.basis:
            yield from _in_quotes(each, place, list(quotes.values()))
    for tag, quote in claim.quotes.items():
        if isinstance(quote, Translation) and tag in quotes and quote.from_ in quotes:
            yield from _missing(quotes[tag], quotes[quote.from_])
            yield from _missing(quotes[quote.from_], quotes[tag])
    for tag, title in claim.title.items():
        if read := _read(asked, claim, ("title", tag), title):
            yield from _in_title(read, list(asked.values()), list(quotes.values()))


def _asked(context: Context, claim: Claim) -> Mapping[int, Asked]:
    """The figures of a claim by their places, but for those that do not fit their series, or answer it twice."""
    series = context.archive.series
    answered = Counter((figure.series, claim.as_of(figure).text) for figure in claim.figures)
    known = [(place, figure, series.get(figure.series)) for place, figure in enumerate(claim.figures)]
    return {
        place: Asked(figure, asking.measure, asking.unit or {})
        for place, figure, asking in known
        if asking and fits(figure.low, asking.measure) and fits(figure.high, asking.measure)
        if answered[figure.series, claim.as_of(figure).text] == 1
    }


def _read(asked: Mapping[int, Asked], claim: Claim, at: Path, text: str) -> _Text | None:
    """Read the numbers of a text, in the units of the figures as well; None where its language cannot be read."""
    tag = str(at[1])
    found = read_in(text, tag, [each.unit for each in asked.values()])
    return None if found is None else _Text(claim.file, at, tag, text, found)


def read_in(text: str, tag: str, units: Iterable[Mapping[str, Unit]]) -> Sequence[Reading] | None:
    """Read the numbers of a text, in units of some series as well; None where its language cannot be read."""
    if not is_read(tag) or not is_in_letters_of(text, tag):
        return None
    return readings(text, tag, {form.lower() for unit in units if tag in unit for form in unit[tag].forms.values()})


def _in_quotes(asked: Asked, place: int, quotes: Sequence[_Text]) -> Iterator[Finding]:
    """A figure's numbers stand in every quote, with the figure's hedge."""
    for quote in quotes:
        given = asked.given_in(quote)
        values = {"language": quote.language}
        if not given:
            nearest = asked.nearest(quote.readings)
            values |= {"figure": asked.number, **({"words": quote.words(nearest)} if nearest else {})}
            yield Finding(NotInQuote, quote.file, ("figures", place, asked.key), values, related=quote.place(nearest))
        elif not any(map(asked.is_hedged_by, given)):
            hedge = asked.hedge_in(quotes, given[0].hedge)
            values |= {"words": quote.words(given[0]), **({"hedge": hedge} if hedge else {})}
            yield Finding(OtherHedge, quote.file, ("figures", place, "hedge"), values, related=quote.place(given[0]))


def _missing(quote: _Text, other: _Text) -> Iterator[Finding]:
    """The numbers of a quote that another one, which has the same words in another language, does not give so."""
    left, missing = list(other.readings), []
    for reading in sorted(quote.readings, key=lambda reading: reading.measured):
        equal = next((each for each in left if _are_equal(reading, each)), None)
        if equal:
            left.remove(equal)
        elif not reading.measured:
            missing.append(reading)
    for reading in missing:
        values = {"language": quote.language, "words": quote.words(reading), "other": other.language}
        span = (reading.start, reading.end)
        yield Finding(NotInOther, quote.file, quote.at, values, related=other.place(_nearest(reading, left)), span=span)


def _nearest(reading: Reading, others: Sequence[Reading]) -> Reading | None:
    """The reading of the same kind whose number comes nearest to that of another one."""
    alike = [each for each in others if _ends(each)[0] == _ends(reading)[0]]
    return min(alike, key=lambda each: distance(_ends(each)[1], _ends(reading)[1]), default=None)


def _are_equal(one: Reading, other: Reading) -> bool:
    """Tell whether two readings can mean the same; 15 percent are a share of 0.15, dozens about 수십."""
    if one.vague and other.vague:
        return max(one.low, other.low) <= _LEAST * min(one.low, other.low)
    return not one.hedges.isdisjoint(other.hedges) and _ends(one) == _ends(other)


def _ends(reading: Reading) -> tuple[str, int | Fraction, int | Fraction]:
    if reading.kind == "percent":
        return "share", Fraction(reading.low) / 100, Fraction(reading.high) / 100
    return reading.kind, exact(reading.low), exact(reading.high)


def _in_title(title: _Text, asked: Sequence[Asked], quotes: Sequence[_Text]) -> Iterator[Finding]:
    """The numbers of a title are those of the figures or the quotes, with their hedges."""
    in_quotes = [reading for quote in quotes for reading in quote.readings]
    has_figure = any(each.is_given_by(reading) for reading in title.readings for each in asked)
    for reading in title.readings:
        figures = [each for each in asked if each.is_given_by(reading)]
        if any(each.is_hedged_by(reading) for each in figures) or any(_are_equal(reading, each) for each in in_quotes):
            continue
        span = (reading.start, reading.end)
        values = {"language": title.language, "words": title.words(reading)}
        if figures:
            values |= {"hedge": figures[0].figure.hedge}
            yield Finding(TitleHedge, title.file, title.at, values, span=span)
        elif not reading.measured:
            contradicted = [] if has_figure else [each for each in asked if each.nearest([reading])]
            values |= {"figure": contradicted[0].number} if contradicted else {}
            yield Finding(OtherTitle if contradicted else TitleNumber, title.file, title.at, values, span=span)
