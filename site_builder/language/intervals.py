"""Intervals of dates as CLDR writes them: what both dates share is said once."""

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from babel import Locale
from babel.dates import format_skeleton, parse_pattern

from site_builder.model.dates import Precision


class Interval(NamedTuple):
    """The words of an interval: "April 28", " – ", "30, 2025".

    Where CLDR joins the dates by a word, it is a part of the first, and nothing stands between.
    """

    start: str
    between: str
    end: str


def interval(first: date, last: date, precision: Precision, locale: Locale) -> Interval:
    """Write the interval of two dates, of which a part that is known must differ."""
    patterns = _patterns(precision, _changed(first, last), locale)
    if len(patterns) != 2:  # CLDR has none
        _, between, _ = re.split(r"\{[01]\}", locale.interval_formats[None])
        start, end = (format_skeleton(_SKELETONS[precision], day, locale=locale) for day in (first, last))
        return Interval(start, between, end)
    start, end = (parse_pattern(text).apply(day, locale) for text, day in zip(patterns, (first, last), strict=True))
    shown = _DASH.sub("", start)
    return Interval(shown, start[len(shown) :], end)


def _changed(first: date, last: date) -> str:
    """The largest part that differs, as CLDR calls it."""
    if first.year != last.year:
        return "y"
    return "M" if first.month != last.month else "d"


def _patterns(precision: Precision, changed: str, locale: Locale) -> Sequence[str]:
    """The patterns of both ends; where there are only some with a short month, it is written out, as CLDR advises."""
    formats, skeleton = locale.interval_formats, _SKELETONS[precision]
    if skeleton in formats:
        return tuple(formats[skeleton].get(changed, ()))
    short = formats.get(skeleton.replace("MMMM", "MMM"), {}).get(changed, ())
    return tuple(_SHORT_MONTH.sub(r"\g<0>\1", pattern) for pattern in short)


_SKELETONS = {Precision.YEAR: "y", Precision.MONTH: "yMMMM", Precision.DAY: "yMMMMd"}
_SHORT_MONTH = re.compile(r"(?<![ML])([ML])\1\1(?![ML])")
_DASH = re.compile(r"\s*[-–~～]\s*$")
