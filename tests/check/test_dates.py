from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from site_builder.model import dates
from site_builder.new.suggestions import _is_near
from tests.check.examined import REPORT, examined, related, told, with_claim
from tests.records import CLAIM, CLAIM_FILE, changed

TODAY, TOMORROW, DAY_AFTER = "2031-03-20", "2031-03-21", "2031-03-22"
NOTE = "note: {en: A word was misspelt., ko: 오자를 바로잡았습니다.}"


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(datetime.fromisoformat(TODAY).replace(tzinfo=UTC).timestamp())))
    yield


def correction(day: str) -> str:
    return f"  - on: {day}\n    kind: typo\n    {NOTE}\n"


@pytest.mark.parametrize("date", [TOMORROW, "2031-03", "2031", "2031-03-20/2031-03-25", "2031-03-21~"])
def test_tomorrow_and_what_can_be_earlier_is_allowed(tmp_path: Path, date: str) -> None:
    assert examined(tmp_path, {CLAIM_FILE: f"{REPORT}https://example.org/b\n    published: {date}\n"}) == []


@pytest.mark.parametrize("date", [DAY_AFTER, "2031-04", "2032", "2031-03-22/2031-03-25", "2031-03-22~"])
def test_the_day_after_tomorrow_is_too_late(tmp_path: Path, date: str) -> None:
    problem = told(tmp_path, "E305", f"{REPORT}https://example.org/b\n    published: ⊥{date}\n")
    assert problem.values["date"] == date
    assert problem.values["limit"] == TOMORROW


def test_a_claim_is_not_said_after_tomorrow(tmp_path: Path) -> None:
    file = f"claims/2031/{DAY_AFTER}-city-office-visitors.yml"
    text = with_claim("2031-03-12", f"⊥{DAY_AFTER}").replace(
        "      publisher", f"      published: {TODAY}\n      publisher"
    )
    text = text.replace("1,200", "1,500").replace("/walk", "/third-walk")
    told(tmp_path, "E305", text, file)


@pytest.mark.parametrize(
    "text",
    [
        with_claim("publisher: omber-daily", "publisher: omber-daily\n      accessed: ⊥2031-03-22"),
        f"{CLAIM}corrections:\n{correction('⊥2031-03-22')}",
        f"{CLAIM}withdrawn: {{on: ⊥2031-03-22, reason: {{en: It was not said., ko: 하지 않은 말입니다.}}}}\n",
    ],
)
def test_nothing_happens_after_tomorrow(tmp_path: Path, text: str) -> None:
    told(tmp_path, "E305", text)


def test_a_figure_may_be_for_a_day_to_come(tmp_path: Path) -> None:
    figure = "figures: [{series: visitors, value: 1200, hedge: about, as_of: 2040}]\n"
    assert examined(tmp_path, {CLAIM_FILE: CLAIM + figure}) == []


def test_a_source_is_read_after_it_was_published(tmp_path: Path) -> None:
    text = f"{REPORT}https://example.org/b\n    published: ⊥2031-03-15\n    accessed: 2031-03-14\n"
    problem = told(tmp_path, "E305", text)
    assert problem.values["limit"] == "2031-03-14"
    assert related(problem) == f"{CLAIM_FILE}:24:15"


@pytest.mark.parametrize("published", ["2031-03-14", "2031-03", "2031-03-13/2031-03-16"])
def test_a_source_may_be_read_when_it_was_published(tmp_path: Path, published: str) -> None:
    text = f"{REPORT}https://example.org/b\n    published: {published}\n    accessed: 2031-03-14\n"
    assert examined(tmp_path, {CLAIM_FILE: text}) == []


def test_corrections_stand_in_order(tmp_path: Path) -> None:
    days = correction("2031-03-14") + correction("2031-03-16") + correction("⊥2031-03-15") + correction("2031-03-15")
    problem = told(tmp_path, "E321", f"{CLAIM}corrections:\n{days}")
    assert related(problem) == f"{CLAIM_FILE}:24:9"


def test_a_correction_after_tomorrow_does_not_put_the_next_one_out_of_order(tmp_path: Path) -> None:
    days = correction("⊥2032-03-14") + correction("2031-03-16")
    told(tmp_path, "E305", f"{CLAIM}corrections:\n{days}")


def test_a_source_is_not_published_before_the_claim(tmp_path: Path) -> None:
    problem = told(tmp_path, "W322", f"{REPORT}https://example.org/b\n    published: ⊥2031-03-10\n")
    assert related(problem) == f"{CLAIM_FILE}:4:7"


@pytest.mark.parametrize("published", ["2031-03-11", "2031-03", "2031-03-01~", "2031-03-01/2031-03-11"])
def test_a_source_may_seem_to_be_published_before_the_claim(tmp_path: Path, published: str) -> None:
    assert examined(tmp_path, {CLAIM_FILE: f"{REPORT}https://example.org/b\n    published: {published}\n"}) == []


@pytest.mark.parametrize("day", ["0001-01-01", "0001", "0001-01-01~", "9999-12-31", "9999", "0001-01-01/9999-12-31"])
@pytest.mark.parametrize("other", ["0001-01-01", "2031-03-12", "9999-12-31"])
def test_a_date_at_the_end_of_time_is_a_date_like_others(tmp_path: Path, day: str, other: str) -> None:
    text = changed(CLAIM, "said: 2031-03-12", f"said: {day}") + (
        "reports:\n  - url: https://example.org/b\n    publisher: omber-daily\n"
        f"    published: {day}\n    accessed: {other}\n"
        f"corrections:\n{correction(other)}{correction('9999-12-31')}"
    )
    file = f"claims/{day[:4]}/{day.split('/')[0].rstrip('~')}-words.yml"
    broken = {"claims/series/boats.yml": "unit: {en: {other: boats}, ko: {other: 척}}\n"}
    codes = {problem.kind.code for problem in examined(tmp_path, {file: text, **broken})}
    assert "E306" in codes  # the other files are checked as well
    _is_near(dates.parse(day), dates.parse(other))
