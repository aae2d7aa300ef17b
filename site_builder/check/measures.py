"""Numbers that fit the measure of their series, and series that say what their measure needs."""

from collections.abc import Iterable, Iterator

from site_builder.check.context import Context
from site_builder.language.numbers import currencies
from site_builder.language.tags import has_plural_form, plural_forms
from site_builder.model.figures import fits, fitting
from site_builder.model.records import WITHOUT_UNIT, Claim, Measure, Series
from site_builder.problems import Finding, Path, message
from site_builder.problems.figures import UnfitNumber
from site_builder.problems.measures import MissingForm, OtherMeasure, UnfitKey, UnknownCurrency, UnusedForm
from site_builder.problems.shape import MissingKey

_REASONS: dict[Measure, str] = {
    "count": message("it asks for a count, a whole number from 0"),
    "decimal": message("its numbers have a decimal point, they are no fractions"),
    "percent": message("percents have a decimal point, they are no fractions"),
    "share": message("a share is a fraction or a decimal from 0 to 1"),
    "money": message("amounts of money have a decimal point, they are no fractions"),
}


def unfit_numbers(context: Context) -> Iterator[Finding]:
    """A number is one of the measure of its series."""
    measures = {id: series.measure for id, series in context.archive.series.items()}
    for claim in context.archive.claims.values():
        for place, figure in enumerate(claim.figures):
            measure = measures.get(figure.series)
            if measure and not (fits(figure.low, measure) and fits(figure.high, measure)):
                yield from _unfit(claim, place, measure)


def unfit_keys(context: Context) -> Iterator[Finding]:
    """A series has a unit or a currency where its measure needs one, and only there; a merged one needs no unit."""
    for series in context.archive.series.values():
        at: Path = ("question",) if series.measure == "count" else ("measure",)
        fit = {"currency": series.measure == "money", "unit": series.measure not in WITHOUT_UNIT}
        for key, does_fit in fit.items():
            is_there = getattr(series, key) is not None
            is_needed = does_fit and not (key == "unit" and series.merged_into)
            values = {"key": key, "line": f"{key}: …", "measure": series.measure}
            if is_needed and not is_there:
                yield Finding(MissingKey, series.file, at, values, at_key=True)
            elif is_there and not does_fit:
                yield Finding(UnfitKey, series.file, (key,), values, at_key=True)
        if series.measure == "money" and series.currency and series.currency not in currencies():
            yield Finding(UnknownCurrency, series.file, ("currency",), {"value": series.currency})


def plurals(context: Context) -> Iterator[Finding]:
    """A unit has the plural forms of each language of the site, and no others."""
    for series in context.archive.series.values():
        for language, unit in (series.unit or {}).items():
            if language in context.languages:
                needed = plural_forms(language)
                for form in [form for form in needed if form not in unit.forms]:
                    values = {"form": form, "language": language, "number": needed[form]}
                    yield Finding(MissingForm, series.file, ("unit", language), values, at_key=True)
                for form in unit.forms:
                    if not has_plural_form(language, form):
                        values = {"form": form, "language": language, "known": ", ".join(needed)}
                        yield Finding(UnusedForm, series.file, ("unit", language, form), values, at_key=True)


def mixed(context: Context) -> Iterator[Finding]:
    """Parts and their whole have one measure, and money one currency."""
    for series in context.archive.series.values():
        named: list[tuple[Path, str]] = [(("part_of",), series.part_of)] if series.part_of else []
        named += [(("sum_of", place), id) for place, id in enumerate(series.sum_of)]
        yield from _of_other_measure(context, series, named)


def merged(context: Context) -> Iterator[Finding]:
    """A series is merged into one of its measure and currency."""
    for series in context.archive.series.values():
        if series.merged_into:
            yield from _of_other_measure(context, series, [(("merged_into",), series.merged_into)])


def _of_other_measure(context: Context, series: Series, named: Iterable[tuple[Path, str]]) -> Iterator[Finding]:
    for at, id in named:
        other = context.archive.series.get(id)
        if other and other.scale != series.scale:
            values = {"id": id, "other": other.scale, "measure": series.scale}
            yield Finding(OtherMeasure, series.file, at, values, related=(other.file, ("question",)))


def _unfit(claim: Claim, place: int, measure: Measure) -> Iterator[Finding]:
    figure = claim.figures[place]
    for key, number in (("value", figure.value), ("min", figure.min), ("max", figure.max)):
        if number is not None and not fits(number, measure):
            meant = fitting(number, measure)
            values = {"value": number, "series": figure.series, "reason": _REASONS[measure]}
            suggestion = {} if meant is None else {"suggestion": meant}
            yield Finding(UnfitNumber, claim.file, ("figures", place, key), values | suggestion)
