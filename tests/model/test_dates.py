from datetime import date

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
