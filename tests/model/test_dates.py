from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.model import dates
from site_builder.model.dates import Precision

VALID = {
    # text: first day, last day, precision, what an id begins with, the periods that hold it
    "2031": ("2031-01-01", "2031-12-31", Precision.YEAR, "2031", ["2031"]),
    "2031-04": ("2031-04-01", "2031-04-30", Precision.MONTH, "2031-04", ["2031", "2031-04"]),
    "2031-12": ("2031-12-01", "2031-12-31", Precision.MONTH, "2031-12", ["2031", "2031-12"]),
    "2031-02": ("2031-02-01", "2031-02-28", Precision.MONTH, "2031-02", ["2031", "2031-02"]),
    "2032-02": ("2032-02-01", "2032-02-29", Precision.MONTH, "2032-02", ["2032", "2032-02"]),
    "2032-02-29": ("2032-02-29", "2032-02-29", Precision.DAY, "2032-02-29", ["2032", "2032-02", "2032-02-29"]),
    "2031~": ("2031-01-01", "2031-12-31", Precision.YEAR, "2031", ["2031"]),
    "2031-04-30~": ("2031-04-30", "2031-04-30", Precision.DAY, "2031-04-30", ["2031", "2031-04", "2031-04-30"]),
    "2031-04-28/2031-04-30": ("2031-04-28", "2031-04-30", Precision.DAY, "2031-04-28", ["2031", "2031-04"]),
    "2031-04-30/2031-05-01": ("2031-04-30", "2031-05-01", Precision.DAY, "2031-04-30", ["2031"]),
    "2031-04-28/2031-05": ("2031-04-28", "2031-05-31", Precision.MONTH, "2031-04-28", ["2031"]),
    "2031-12-31/2032-01-01": ("2031-12-31", "2032-01-01", Precision.DAY, "2031-12-31", ["2031", "2032"]),
    "2030/2032": ("2030-01-01", "2032-12-31", Precision.YEAR, "2030", ["2030", "2031", "2032"]),
    "0001": ("0001-01-01", "0001-12-31", Precision.YEAR, "0001", ["0001"]),
    "9999-12-31": ("9999-12-31", "9999-12-31", Precision.DAY, "9999-12-31", ["9999", "9999-12", "9999-12-31"]),
}
FORM = "a date is written 2025, 2025-04 or 2025-04-30"
INVALID = {
    "": FORM,
    "yesterday": FORM,
    "31-04-30": FORM,
    "2031-4-30": FORM,
    "2031-04-3": FORM,
    "20310430": FORM,
    "2031-04-30T00:00:00Z": FORM,
    "2031-04-30T00:00Z": "a time of the day stands in said alone",
    "2031-04-30T00:00Z/2031-05-01": "a time of the day stands in said alone",
    "2031-04-30 ": FORM,
    "2031-04-30\n": FORM,
    "２０３１": FORM,
    "٢٠٣١": FORM,
    "2031?": FORM,
    "2031%": FORM,
    "203X": FORM,
    "2031~~": FORM,
    "~2031": FORM,
    "-2031": FORM,
    "2031~/2032": FORM,
    "2031/2032~": FORM,
    "2031/": FORM,
    "/2031": FORM,
    "../2031": FORM,
    "2031/open": FORM,
    "0000": "there is no year 0000",
    "0000-00-00": "there is no year 0000",
    "2031-00": "there is no such month",
    "2031-13-01": "there is no such month",
    "2031-04-00": "there is no such day",
    "2031-04-31": "there is no such day",
    "2031-02-29": "there is no such day",
    "12/03/2031": "an interval has two dates",
    "2032/2031": "an interval ends after it begins",
    "2031-04-30/2031-04-28": "an interval ends after it begins",
    "2031-04-30/2031-04-30": "an interval ends after it begins",
}
TIMES = {
    # text: time of the day, hours from UTC
    "2031-04-30T14:30+09:00": (time(14, 30), 9),
    "2031-04-30T00:00Z": (time(0, 0), 0),
    "2031-04-30T23:59+00:00": (time(23, 59), 0),
    "2031-04-30T09:05-03:30": (time(9, 5), -3.5),
    "2031-04-30T12:00+14:00": (time(12, 0), 14),
    "2031-04-30T12:00-12:00": (time(12, 0), -12),
    "0001-01-01T00:00+14:00": (time(0, 0), 14),
    "9999-12-31T23:59-12:00": (time(23, 59), -12),
}
TIMED_FORM = "a time of the day is written 2025-04-30T14:30+09:00"
NO_ZONE = "the time of the day lacks its zone"
NO_TIMES = {
    "2031-04-30T14:30": NO_ZONE,
    "2031-04-30t14:30": NO_ZONE,
    "2031-04-30 14:30": NO_ZONE,
    "2031-04-30T14:30:00": NO_ZONE,
    "2031-04-30 14:30:59.5": NO_ZONE,
    "2031-04-30T14:30+0900": TIMED_FORM,
    "2031-04-30T14:30+09": TIMED_FORM,
    "2031-04-30T14:30z": TIMED_FORM,
    "2031-04-30t14:30Z": TIMED_FORM,
    "2031-04-30 14:30Z": TIMED_FORM,
    "2031-04-30T14:30:00Z": TIMED_FORM,
    "2031-04-30T14:30 KST": TIMED_FORM,
    "2031-04-30T14:30Z\n": TIMED_FORM,
    "2031-04-30T１４:３０Z": TIMED_FORM,
    "2031-04T14:30Z": TIMED_FORM,
    "2031-04-30T14Z": TIMED_FORM,
    "12:30": TIMED_FORM,
    "오후 2시": TIMED_FORM,
    "2031-04-30T24:00Z": "there is no such time of the day",
    "2031-04-30T14:60Z": "there is no such time of the day",
    "2031-04-30T14:30+14:01": "there is no such zone",
    "2031-04-30T14:30-12:30": "there is no such zone",
    "2031-04-30T14:30+08:60": "there is no such zone",
    "2031-04-30T14:30-00:00": "there is no such zone",
    "2031-04-31T14:30Z": "there is no such day",
    "2031-13-01T14:30Z": "there is no such month",
    "0000-01-01T14:30Z": "there is no year 0000",
    "2031-04-30T14:30Z~": "a time of the day is exact, and stands in no interval",
    "2031-04-30T14:30Z/2031-05-01": "a time of the day is exact, and stands in no interval",
    "2031-04-30/2031-05-01T14:30Z": TIMED_FORM,
}
NEARLY_TIMES = st.from_regex(
    r"2031-0[1-4]-(28|30|31)[Tt ]?([0-2][0-9]:[0-6][0-9](:[0-9]{2})?)?([Zz]|[+-][01][0-9]:?[0-6][0-9])?~?",
    fullmatch=True,
)
ZONES = st.integers(-12 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
NEARLY_DATES = st.from_regex(r"[0-9]{4}(-[0-9]{1,2}){0,2}~?(/[0-9]{4}(-[0-9]{2}){0,2}~?)?", fullmatch=True)


@pytest.mark.parametrize("text", VALID)
def test_a_date_spans_its_days_and_knows_its_periods(text: str) -> None:
    first, last, precision, start, periods = VALID[text]
    parsed = dates.parse(text)
    assert (parsed.first.isoformat(), parsed.last.isoformat(), parsed.precision) == (first, last, precision)
    assert (parsed.start, list(parsed.periods)) == (start, periods)
    assert (parsed.approximate, parsed.interval) == (text.endswith("~"), "/" in text)


@pytest.mark.parametrize("text", INVALID)
def test_what_is_no_date_is_refused_with_its_reason(text: str) -> None:
    with pytest.raises(ValueError) as refused:
        dates.parse(text)
    assert str(refused.value) == INVALID[text]


def test_dates_sort_by_their_first_day_and_then_the_vaguer_last() -> None:
    texts = ["2031", "2031-01-02", "2031/2032", "2031-01", "2031-01-01/2031-01-02", "2031-01-01", "2030-12-31"]
    assert sorted(texts, key=lambda text: dates.parse(text).sort_key) == [
        "2030-12-31",
        "2031-01-01",
        "2031-01-01/2031-01-02",
        "2031-01",
        "2031",
        "2031/2032",
        "2031-01-02",
    ]


@pytest.mark.parametrize("text", ["2031", "2031-04", "2031-04-30"])
def test_a_period_is_a_date(text: str) -> None:
    assert dates.of_period(text) == dates.parse(text)


@given(st.text(max_size=12) | st.text("0123456789-/~", max_size=24) | NEARLY_DATES)
def test_any_text_is_a_date_letter_for_letter_or_refused_with_a_known_reason(text: str) -> None:
    try:
        parsed = dates.parse(text)
    except ValueError as refused:
        assert str(refused) in INVALID.values()
    else:
        assert parsed.text == str(parsed) == text
        assert parsed.first <= parsed.last


@given(st.dates(), st.dates(), st.sampled_from([4, 7, 10]), st.booleans())
def test_periods_nest_down_to_the_date_or_are_the_years_that_it_reaches_over(
    one: date, other: date, precision: int, is_interval: bool
) -> None:
    start, end = (day.isoformat()[:precision] for day in sorted([one, other]))
    parsed = dates.parse(f"{start}/{end}" if is_interval and start != end else f"{start}~")
    periods = [dates.of_period(text) for text in parsed.periods]
    if parsed.first.year == parsed.last.year:
        for wider, narrower in zip(periods, [*periods[1:], parsed], strict=True):
            assert wider.first <= narrower.first <= narrower.last <= wider.last
    else:
        years = range(parsed.first.year, parsed.last.year + 1)
        assert [(period.first.year, period.precision) for period in periods] == [(y, Precision.YEAR) for y in years]


@pytest.mark.parametrize("text", TIMES)
def test_what_was_said_may_have_a_time_of_the_day(text: str) -> None:
    at, hours = TIMES[text]
    parsed = dates.parse_said(text)
    assert parsed.time_of_day is not None
    assert parsed.time_of_day.replace(tzinfo=None) == at
    assert parsed.time_of_day.utcoffset() == timedelta(hours=hours)
    assert parsed.text == str(parsed) == text
    assert (parsed.day, parsed.start) == (dates.parse(text[:10]), text[:10])
    assert (parsed.first, parsed.last, parsed.periods) == (parsed.day.first, parsed.day.last, parsed.day.periods)


@pytest.mark.parametrize("text", NO_TIMES)
def test_what_is_no_time_is_refused_with_its_reason(text: str) -> None:
    with pytest.raises(ValueError) as refused:
        dates.parse_said(text)
    assert str(refused.value) == NO_TIMES[text]


@pytest.mark.parametrize("text", VALID)
def test_what_was_said_needs_no_time_of_the_day(text: str) -> None:
    assert dates.parse_said(text) == dates.parse(text) == dates.parse(text).day


@given(st.datetimes(timezones=ZONES))
def test_every_minute_of_every_zone_can_be_written(moment: datetime) -> None:
    parsed = dates.parse_said(moment.isoformat(timespec="minutes"))
    assert parsed.first == moment.date()
    assert parsed.time_of_day == moment.timetz().replace(second=0, microsecond=0)


@given(st.text(max_size=24) | NEARLY_TIMES | NEARLY_DATES)
def test_any_text_was_said_when_it_says_or_is_refused_with_a_known_reason(text: str) -> None:
    try:
        parsed = dates.parse_said(text)
    except ValueError as refused:
        assert str(refused) in {*INVALID.values(), *NO_TIMES.values()}
    else:
        assert parsed.text == text
        assert (parsed.time_of_day is not None) == ("T" in text)


@given(st.lists(st.datetimes(datetime(2031, 4, 29), datetime(2031, 5, 1), timezones=ZONES), min_size=2, max_size=2))
def test_times_of_all_zones_are_compared_by_the_minute_and_sorted_by_the_day_first(moments: list[datetime]) -> None:
    one, other = (dates.parse_said(each.isoformat(timespec="minutes")) for each in moments)
    first, second = (each.replace(second=0, microsecond=0) for each in moments)
    assert one.is_after(other) == (first > second)
    assert (one.sort_key > other.sort_key) == ((first.date(), first.astimezone(UTC)) > (second.date(), second))


@pytest.mark.parametrize(
    ("later", "earlier"),
    [
        ("2031-04-30", "2031-04-29"),
        ("2031-04-30", "2031-03"),
        ("2031-04-30T09:00Z", "2031-04-29"),
        ("2031-04-30", "2031-04-29T23:59-12:00"),
        ("2031-04-30T09:01Z", "2031-04-30T09:00Z"),
        ("2031-04-30T09:00Z", "2031-04-30T10:00+09:00"),
        ("2031-04-29T23:00-10:00", "2031-04-30T09:00+09:00"),  # though its day is the earlier one
    ],
)
def test_a_date_is_after_another_if_that_is_certain(later: str, earlier: str) -> None:
    one, other = dates.parse_said(later), dates.parse_said(earlier)
    assert one.is_after(other)
    assert not other.is_after(one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2031-04-30", "2031-04-30"),
        ("2031-04-30", "2031-04-29~"),
        ("2031-04-30~", "2031-04-29"),
        ("2031-04", "2031-04-29"),
        ("2031-04-30T09:00Z", "2031-04-30"),
        ("2031-04-30T18:00+09:00", "2031-04-30T09:00Z"),
    ],
)
def test_of_two_dates_neither_may_be_after_the_other(one: str, other: str) -> None:
    assert not dates.parse_said(one).is_after(dates.parse_said(other))
    assert not dates.parse_said(other).is_after(dates.parse_said(one))


def test_a_day_without_a_time_stands_behind_all_of_its_times() -> None:
    texts = ["2031-04", "2031-04-01", "2031-04-01T09:00+09:00", "2031-04-01T00:30Z", "2031-04-01T00:00+09:00"]
    assert sorted(texts, key=lambda text: dates.parse_said(text).sort_key) == [
        "2031-04-01T00:00+09:00",
        "2031-04-01T09:00+09:00",
        "2031-04-01T00:30Z",
        "2031-04-01",
        "2031-04",
    ]
