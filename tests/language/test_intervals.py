"""Intervals of dates in languages that write them each in its own way."""

from datetime import date

import pytest
from babel import Locale, localedata

from site_builder.language.intervals import Interval, interval
from site_builder.model.dates import Precision

DAY, MONTH, YEAR = Precision.DAY, Precision.MONTH, Precision.YEAR
FIRST = date(2031, 4, 28)
SAME_MONTH, SAME_YEAR, LATER = date(2031, 4, 30), date(2031, 6, 2), date(2032, 1, 3)


@pytest.mark.parametrize(
    ("tag", "last", "precision", "expected"),
    [
        ("en", SAME_MONTH, DAY, Interval("April 28", "\u2009–\u2009", "30, 2031")),
        ("en", LATER, MONTH, Interval("April 2031", "\u2009–\u2009", "January 2032")),
        ("uk", SAME_MONTH, DAY, Interval("28", "–", "30 квітня 2031\u202fр.")),
        ("uk", SAME_YEAR, DAY, Interval("28 квітня", " – ", "2 червня 2031\u202fр.")),
        ("pl", SAME_YEAR, DAY, Interval("28 kwietnia", "\u2009–\u2009", "2 czerwca 2031")),
        ("de", SAME_MONTH, DAY, Interval("28.", "–", "30. April 2031")),
        ("ja", SAME_YEAR, DAY, Interval("2031年4月28日", "～", "6月2日")),
        ("fa", SAME_MONTH, DAY, Interval("28 تا ", "", "30 آوریل 2031")),
        ("fa", SAME_YEAR, MONTH, Interval("آوریل 2031", " تا ", "ژوئن 2031")),
    ],
)
def test_what_both_dates_share_is_said_once(tag: str, last: date, precision: Precision, expected: Interval) -> None:
    assert interval(FIRST, last, precision, Locale.parse(tag)) == expected


def test_every_language_can_write_every_interval() -> None:
    for tag in localedata.locale_identifiers():
        for precision, last in ((DAY, SAME_MONTH), (DAY, SAME_YEAR), (DAY, LATER), (MONTH, SAME_YEAR), (YEAR, LATER)):
            assert all(interval(FIRST, last, precision, Locale.parse(tag))[::2]), tag
