from pathlib import Path
from typing import Any

import pytest

from site_builder.check import SOUND, measures
from tests.check.examined import OTHER, OTHER_FILE, examined, told
from tests.records import CLAIM, CLAIM_FILE, SERIES, SERIES_FILE, changed, claim, coded, context, found, series

QUESTION = SERIES[: SERIES.index("unit:")]
UNIT = SERIES[SERIES.index("unit:") :]
SHARE, PERCENT = f"{QUESTION}measure: share\n", f"{QUESTION}measure: percent\n"
MONEY = f"{QUESTION}measure: money\ncurrency: USD\n"
EARLIER = changed(OTHER, "value: 900", "value: 1")
"""The other claim of the archive, with a number that every measure has."""


def figure(number: str, key: str = "value") -> str:
    return f"{CLAIM}figures:\n  - {{series: visitors, {key}: {number}, hedge: exact}}\n"


@pytest.mark.parametrize(
    ("question", "number", "suggestion"),
    [
        (SERIES, "1.500", 1500),
        (SERIES, "600.0", 600),
        (SERIES, "1.5", None),
        (SERIES, "-3", None),
        (SERIES, "2/3", None),
        (f"{QUESTION}measure: decimal\n{UNIT}", "1/4", 0.25),
        (PERCENT, "2/3", None),
        (PERCENT, "1/8", 12.5),
        (MONEY, "1/2", 0.5),
        (SHARE, "67", 0.67),
        (SHARE, "-1", None),
    ],
)
def test_a_number_is_one_of_the_measure_of_its_series(
    tmp_path: Path, question: str, number: str, suggestion: float | None
) -> None:
    more = {SERIES_FILE: question, OTHER_FILE: EARLIER}
    problem = told(tmp_path, "E324", figure(f"⊥{number}"), more=more)
    assert (str(problem.values["value"]), problem.values["series"]) == (number, "visitors")
    meant = problem.values.get("suggestion")
    assert (None if meant is None else float(meant)) == suggestion


@pytest.mark.parametrize(
    ("question", "number"),
    [
        (SERIES, "0"),
        (f"{QUESTION}measure: count\n{UNIT}", "4700"),
        (f"{QUESTION}measure: decimal\n{UNIT}", "-1.5"),
        (PERCENT, "-12.5"),
        (SHARE, "2/3"),
        (SHARE, "1"),
        (MONEY, "-0.50"),
    ],
)
def test_what_fits_is_right(tmp_path: Path, question: str, number: str) -> None:
    assert examined(tmp_path, {CLAIM_FILE: figure(number), SERIES_FILE: question, OTHER_FILE: EARLIER}) == []


def test_each_end_of_a_range_is_looked_at(tmp_path: Path) -> None:
    text = f"{CLAIM}figures:\n  - {{series: visitors, min: ⊥-3, max: ⊥1.5, hedge: exact}}\n"
    problems = examined(tmp_path, {CLAIM_FILE: text.replace("⊥", "")})
    assert coded(problems) == ["21:29 E324", "21:38 E324"]


def test_of_a_series_that_is_not_there_no_measure_is_known() -> None:
    numbers = [{"series": "others", "value": "1.5", "hedge": "exact"}]
    assert found(measures.unfit_numbers(context(claim(figures=numbers), series()))) == []


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (QUESTION, ["1:1 E306"]),
        (f"{QUESTION}measure: count\n", ["1:1 E306"]),
        (f"{QUESTION}measure: decimal\n", ["4:1 E306"]),
        (f"{QUESTION}measure: money\n", ["4:1 E306"]),
        (f"{QUESTION}measure: money\n{UNIT}", ["4:1 E306", "5:1 E328"]),
        (f"{PERCENT}{UNIT}", ["5:1 E328"]),
        (f"{SHARE}currency: USD\n", ["5:1 E328"]),
        (f"{QUESTION}currency: USD\n{UNIT}", ["4:1 E328"]),
        (f"{QUESTION}currency: XQX\n{UNIT}", ["4:1 E328"]),
        (changed(MONEY, "USD", "XQX"), ["5:11 E329"]),
        (changed(MONEY, "USD", "usd"), ["5:11 E316"]),
        (changed(MONEY, "money", "cost"), ["4:10 E307"]),
    ],
)
def test_a_series_says_what_its_measure_needs_and_no_more(tmp_path: Path, question: str, expected: list[str]) -> None:
    assert coded(examined(tmp_path, {SERIES_FILE: question, OTHER_FILE: EARLIER})) == expected


@pytest.mark.parametrize(
    ("unit", "code", "values"),
    [
        (
            "unit:\n  ⊥en: {other: visitors}\n  ko: {other: 명}\n",
            "E326",
            {"form": "one", "language": "en", "number": "1"},
        ),
        (
            "unit:\n  en: {one: visitor, other: visitors}\n  ko: {⊥one: 명, other: 명}\n",
            "E327",
            {"form": "one", "language": "ko", "known": "other"},
        ),
        (
            "unit:\n  en: {one: visitor, ⊥few: visitors, other: visitors}\n  ko: {other: 명}\n",
            "E327",
            {"form": "few", "language": "en", "known": "one, other"},
        ),
    ],
)
def test_a_unit_has_the_plural_forms_of_its_language(
    tmp_path: Path, unit: str, code: str, values: dict[str, str]
) -> None:
    assert told(tmp_path, code, QUESTION + unit, SERIES_FILE).values == values


@pytest.mark.parametrize(
    ("language", "forms", "expected"),
    [
        ("uk", "other", ["one", "few", "many"]),
        ("uk", "one few many other", []),
        ("fr", "one other", ["many"]),
        ("ar", "one other", ["zero", "two", "few", "many"]),
        ("lt", "one few many other", []),
        ("lt", "one few other", []),
    ],
)
def test_every_form_that_whole_numbers_take_is_needed(language: str, forms: str, expected: list[str]) -> None:
    counted = series(unit={language: dict.fromkeys(forms.split(), "x")})
    findings = list(measures.plurals(context(counted, languages=(language,))))
    assert [finding.values["form"] for finding in findings] == expected


def test_the_forms_of_another_language_are_told_of_elsewhere() -> None:
    counted = series(unit={"en": {"one": "a", "other": "b"}, "de": {"other": "c"}})
    assert found(measures.plurals(context(counted, languages=("en",)))) == []


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [
        ({}, {}, []),
        ({"measure": "count"}, {}, []),
        ({"measure": "share", "unit": None}, {}, ["part_of"]),
        ({"measure": "money", "currency": "USD"}, {"measure": "money", "currency": "KRW"}, ["part_of"]),
        ({"measure": "money", "currency": "USD"}, {"measure": "money", "currency": "USD"}, []),
    ],
)
def test_a_part_has_the_measure_of_its_whole(part: dict[str, Any], whole: dict[str, Any], expected: list[str]) -> None:
    archive = context(series("children", part_of="visitors", **part), series("visitors", **whole))
    assert [at for _, at, code in found(measures.mixed(archive))] == expected


def test_a_series_is_merged_into_one_of_its_measure_and_currency(tmp_path: Path) -> None:
    problem = told(tmp_path, "E330", f"{MONEY}merged_into: ⊥visitors\n", "claims/series/cost.yml")
    assert problem.values == {"id": "visitors", "other": "count", "measure": "money USD"}
    records = [
        series("won", measure="money", currency="KRW", merged_into="cost"),
        series("cost", measure="money", currency="USD"),
    ]
    assert found(measures.merged(context(*records))) == [("claims/series/won.yml", "merged_into", "E330")]


def test_no_page_is_made_of_answers_in_another_measure() -> None:
    assert measures.merged in SOUND


def test_a_merged_series_needs_no_unit_and_a_wrong_one_is_wrong(tmp_path: Path) -> None:
    file = "claims/series/guests.yml"
    assert examined(tmp_path, {file: f"{QUESTION}merged_into: visitors\n"}) == []
    told(
        tmp_path,
        "E326",
        f"{QUESTION}unit: {{⊥en: {{other: guests}}, ko: {{other: 명}}}}\nmerged_into: visitors\n",
        file,
    )
    without_currency = context(series("cost", measure="money", unit=None, merged_into="visitors"))
    assert found(measures.unfit_keys(without_currency)) == [("claims/series/cost.yml", "measure", "E306")]


def test_what_is_added_up_has_one_measure() -> None:
    cost = series("cost", measure="money", currency="USD", unit=None)
    archive = context(series("visitors", sum_of=["children", "cost"]), series("children"), cost)
    (finding,) = measures.mixed(archive)
    assert finding.at == ("sum_of", 1)
    assert finding.values == {"id": "cost", "other": "money USD", "measure": "count"}
    assert finding.related == (cost.file, ("question",))


BASIS = f"""{CLAIM}figures:
  - series: visitors
    value: 1200
    hedge: exact
    basis:
      en: twelve hundred
      ko: 열두 곳에 백 명씩
"""


@pytest.mark.parametrize(
    ("code", "old", "new"),
    [
        ("W323", "    basis:\n      en: twelve hundred\n", "    ⊥basis:\n"),
        ("E317", "      ko: 열두", "      ⊥fr: douze cents\n      ko: 열두"),
        ("E311", "ko: 열두 곳에 백 명씩", "ko: ⊥twelve hundred people"),
        ("E309", "en: twelve hundred", "en: ⊥''"),
    ],
)
def test_a_basis_is_text_in_the_languages_of_the_site(tmp_path: Path, code: str, old: str, new: str) -> None:
    assert examined(tmp_path, {CLAIM_FILE: BASIS}) == []
    told(tmp_path, code, changed(BASIS, old, new))


def test_no_page_is_made_of_a_number_that_none_can_say() -> None:
    assert measures.unfit_numbers in SOUND
