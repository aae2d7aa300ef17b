from pathlib import Path
from typing import Any

import pytest

from site_builder.check import figures
from site_builder.model.records import Claim, Record
from tests.check.examined import OTHER, OTHER_FILE, examined, related, told
from tests.records import CLAIM, CLAIM_FILE, SERIES, SERIES_FILE, altered, claim, context, found, series

FIGURES = f"{CLAIM}figures:\n"
PARTS = {
    SERIES_FILE: f"{SERIES}sum_of: [grown-ups, children]\n",
    "claims/series/children.yml": f"{SERIES}part_of: visitors\n",
    "claims/series/grown-ups.yml": SERIES,
}
ALL = [
    series("visitors", sum_of=["grown-ups", "children"]),
    series("children", part_of="visitors"),
    series("grown-ups"),
    series("babies", part_of="children"),
]


def figure(series: str, value: Any = None, hedge: str = "exact", **values: Any) -> dict[str, Any]:
    numbers = {"value": str(value)} if value is not None else {}
    return {"series": series, "hedge": hedge, **numbers, **{key: str(number) for key, number in values.items()}}


def line(series: str, number: str, hedge: str = "exact") -> str:
    return f"  - series: {series}\n    value: {number}\n    hedge: {hedge}\n"


def codes(*answers: dict[str, Any], more: tuple[Record, ...] = (), **values: Any) -> list[str]:
    """What is said of the figures of one claim."""
    archive = context(claim(figures=list(answers), **values), *ALL, *more)
    return [code for check in (figures.two_answers, figures.sums) for _, _, code in found(check(archive))]


def test_a_part_is_not_larger_than_its_whole(tmp_path: Path) -> None:
    text = FIGURES + line("visitors", "1200", "about") + line("children", "⊥1500")
    problem = told(tmp_path, "E720", text + line("grown-ups", "0"), more=PARTS)
    assert problem.values == {"part": "children", "figure": "1500", "whole": "visitors", "other": "about 1200"}
    assert related(problem) == f"{CLAIM_FILE}:22:12"


def test_a_part_is_compared_with_other_claims_of_the_occasion(tmp_path: Path) -> None:
    second = CLAIM.replace("1,200", "1,500").replace("/walk", "/second-walk").replace("title:", "title:") + "figures:\n"
    files = {**PARTS, CLAIM_FILE: FIGURES + line("visitors", "1200") + line("grown-ups", "3")}
    file = "claims/2031/2031-03-12-city-office-children.yml"
    assert related(told(tmp_path, "E720", second + line("children", "⊥1500"), file, files)) == f"{CLAIM_FILE}:22:12"


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [
        (figure("children", 101), figure("visitors", 100), ["E720"]),
        (figure("children", 100), figure("visitors", 100), []),
        (figure("grown-ups", 101), figure("visitors", 100), ["E720"]),
        (figure("babies", 101), figure("visitors", 100), ["E720"]),
        (figure("children", 110), figure("visitors", 100, "about"), []),
        (figure("children", 111), figure("visitors", 100, "about"), ["E720"]),
        (figure("children", 120, "about"), figure("visitors", 100, "about"), []),
        (figure("children", 123, "about"), figure("visitors", 100, "about"), ["E720"]),
        (figure("children", 900), figure("visitors", 100, "at-least"), []),
        (figure("children", 900, "at-most"), figure("visitors", 100), []),
        (figure("children", 101, "more-than"), figure("visitors", 100), ["E720"]),
        (figure("children", 100, "more-than"), figure("visitors", 100), ["E720"]),
        (figure("children", 100, "at-least"), figure("visitors", 100), []),
        (figure("children", 100), figure("visitors", 100, "nearly"), ["E720"]),
        (figure("children", 99), figure("visitors", 100, "nearly"), []),
        (figure("children", 33, "about"), figure("visitors", 30), []),
        (figure("children", 34, "about"), figure("visitors", 30), ["E720"]),
        (figure("children", min=110, hedge="about"), figure("visitors", 99), []),
        (figure("children", min=110, hedge="about"), figure("visitors", 98), ["E720"]),
        (figure("children", 111), figure("visitors", max=100, hedge="about"), ["E720"]),
        (figure("children", min=90, max=200), figure("visitors", 100), []),
        (figure("children", min=101, max=200), figure("visitors", min=50, max=100), ["E720"]),
        (figure("children", min=101), figure("visitors", min=50), []),
        (figure("children", 900, as_of="2031-03-11"), figure("visitors", 100), []),
        (figure("children", 900, as_of="2031-03-12"), figure("visitors", 100), ["E720"]),
    ],
)
def test_only_what_cannot_fit_is_told_of(part: dict[str, Any], whole: dict[str, Any], expected: list[str]) -> None:
    assert codes(part, whole) == expected
    assert codes(whole, part) == expected


def test_ranges_are_shown_as_such() -> None:
    archive = context(claim(figures=[figure("children", min=101), figure("visitors", min=0, max=100)]), *ALL)
    (finding,) = figures.sums(archive)
    assert finding.at == ("figures", 0, "min")
    assert (finding.values["figure"], finding.values["other"]) == ("101–", "0–100")
    assert finding.related == (claim().file, ("figures", 1, "max")) or finding.related == (
        claim().file,
        ("figures", 1, "min"),
    )


@pytest.mark.parametrize(
    "values",
    [
        {"claimant": "omber-daily"},
        {"said": "2031-03"},
        {"withdrawn": {"on": "2031-04-01", "reason": {"en": "a", "ko": "b"}}},
    ],
)
def test_other_occasions_are_not_compared(values: dict[str, Any]) -> None:
    other = claim("2031-03-12-b", figures=[figure("children", 900)], **values)
    assert codes(figure("visitors", 100), more=(other,)) == []


@pytest.mark.parametrize(
    ("given", "other", "expected"),
    [
        ([figure("visitors", 100), figure("children", 900)], figure("visitors", 1_000), []),
        ([figure("visitors", 1_000), figure("children", 900)], figure("visitors", 100), []),
        ([figure("visitors", 100), figure("children", 900)], figure("visitors", 200), ["E720"]),
        ([figure("visitors", 100), figure("children", 900)], figure("children", 90), []),
        ([figure("visitors", 100), figure("children", 90)], figure("children", 900), []),
        ([figure("visitors", 100), figure("children", 900)], figure("children", 901), ["E720"]),
    ],
)
def test_of_two_answers_of_one_occasion_either_may_fit(
    given: list[dict[str, Any]], other: dict[str, Any], expected: list[str]
) -> None:
    assert codes(*given, more=(claim("2031-03-12-b", figures=[other]),)) == expected


def test_a_sum_adds_up(tmp_path: Path) -> None:
    text = FIGURES + line("visitors", "⊥1200") + line("grown-ups", "700") + line("children", "300")
    problem = told(tmp_path, "E721", text, more=PARTS)
    assert problem.values == {"whole": "visitors", "figure": "1200", "parts": "grown-ups (700), children (300)"}
    assert related(problem) == f"{CLAIM_FILE}:25:12"


@pytest.mark.parametrize(
    ("whole", "parts", "expected"),
    [
        ((100,), ((60,), (40,)), []),
        ((100,), ((60,), (41,)), ["E721"]),
        ((100,), ((60,), (39,)), ["E721"]),
        ((100, "about"), ((60,), (50,)), []),
        ((100, "about"), ((60,), (51,)), ["E721"]),
        ((100, "about"), ((60, "about"), (60, "about")), []),
        ((100, "about"), ((70, "about"), (60, "about")), ["E721"]),
        ((100, "at-least"), ((90,), (60,)), []),
        ((100, "at-least"), ((50,), (40,)), ["E721"]),
        ((100,), ((50, "at-least"), (40,)), []),
        ((100,), ((60, "more-than"), (50,)), ["E721"]),
        ((100, "at-most"), ((50,), (40,)), []),
        ((100,), ((60, "more-than"), (40,)), ["E721"]),
        ((100,), ((60, "at-least"), (40,)), []),
        ((100,), ((60, "nearly"), (40,)), ["E721"]),
        ((100,), ((60, "at-most"), (40,)), []),
        ((100, "more-than"), ((60,), (40,)), ["E721"]),
        ((11, "about"), ((3, "about"), (6, "about")), []),
        ((11, "about"), ((3, "about"), (5, "about")), ["E721"]),
    ],
)
def test_a_sum_is_wrong_only_if_it_cannot_be_right(
    whole: tuple[Any, ...], parts: tuple[tuple[Any, ...], ...], expected: list[str]
) -> None:
    first, second = parts
    assert codes(figure("visitors", *whole), figure("grown-ups", *first), figure("children", *second)) == expected


def test_some_parts_may_not_exceed_the_sum_and_may_be_less() -> None:
    whole = series("all", sum_of=["visitors", "grown-ups", "others"])
    given = figure("all", 100), figure("visitors", 60)
    assert codes(*given, figure("grown-ups", 30), more=(whole, series("others"))) == []
    assert codes(*given, figure("grown-ups", 50), more=(whole, series("others"))) == ["E721"]


def test_a_part_that_is_too_large_is_the_only_cause() -> None:
    assert codes(figure("visitors", 100), figure("grown-ups", 200), figure("children", 50)) == ["E720"]


def test_a_claim_answers_a_question_once(tmp_path: Path) -> None:
    text = FIGURES + line("visitors", "1200") + "  - series: ⊥visitors\n    value: 1300\n    hedge: about\n"
    assert related(told(tmp_path, "E722", text)) == f"{CLAIM_FILE}:21:13"


def test_a_question_and_what_was_merged_into_it_are_one(tmp_path: Path) -> None:
    more = {"claims/series/guests.yml": f"{SERIES}merged_into: visitors\n"}
    text = FIGURES + line("visitors", "1200", "about") + line("⊥guests", "1300")
    problem = told(tmp_path, "E722", text, more=more)
    assert problem.values == {"series": "visitors"}
    assert related(problem) == f"{CLAIM_FILE}:21:13"


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ([figure("kids", 101), figure("visitors", 100)], ["E720"]),
        ([figure("children", 101), figure("guests", 100)], ["E720"]),
        ([figure("kids", 100), figure("guests", 100)], []),
        ([figure("kids", 1), figure("grown-ups", 1), figure("guests", 3)], ["E721"]),
        ([figure("kids", 1), figure("grown-ups", 2), figure("guests", 3)], []),
    ],
)
def test_sums_hold_under_all_names_of_a_question(answers: list[dict[str, Any]], expected: list[str]) -> None:
    merged = (series("kids", merged_into="children"), series("guests", merged_into="visitors"))
    assert codes(*answers, more=merged) == expected


def test_a_question_that_a_sum_names_twice_under_two_names_counts_once() -> None:
    more = (series("all", sum_of=["grown-ups", "adults"]), series("adults", merged_into="grown-ups"))
    assert codes(figure("grown-ups", 5), figure("all", 5), more=more) == []


def test_a_claim_may_answer_for_several_days() -> None:
    earlier = figure("visitors", 900, as_of="2031-03-11")
    assert codes(figure("visitors", 1_200), earlier) == []
    assert codes(figure("visitors", 1_200), earlier, earlier) == ["E722"]
    assert codes(figure("visitors", 1_200), figure("visitors", 900, as_of="2031-03-12")) == ["E722"]


def percents(whole: str, *parts: str) -> list[str]:
    """What is said of percents that are one another's parts and sum."""
    names = ["one", "two", "three"]
    percent = {"measure": "percent", "unit": None}
    records = [series("all", sum_of=names, **percent), *(series(name, part_of="all", **percent) for name in names)]
    given = [figure("all", whole), *(figure(name, part) for name, part in zip(names, parts, strict=False))]
    return [code for _, _, code in found(figures.sums(context(claim(figures=given), *records)))]


@pytest.mark.parametrize(
    ("whole", "parts", "expected"),
    [
        # 33% may have been 33.4%; what is given with a decimal was rounded less.
        ("100", ("33", "33", "33"), []),
        ("100", ("33", "33", "31"), ["E721"]),
        ("100.0", ("33.3", "33.3", "33.3"), []),
        ("100.0", ("33.3", "33.3", "33.0"), ["E721"]),
        # Where some are below zero, a part may be larger than its whole.
        ("-3.5", ("-5", "1.5", "0"), []),
        ("-3.5", ("-5", "4.5", "0"), ["E721"]),
        ("-3.5", ("1.5",), []),
        ("-3.5", ("1.5", "2.5"), []),
    ],
)
def test_what_was_measured_adds_up_as_far_as_it_was_rounded(
    whole: str, parts: tuple[str, ...], expected: list[str]
) -> None:
    assert percents(whole, *parts) == expected


def test_parts_are_compared_with_a_whole_of_their_own_measure_alone() -> None:
    whole = series("all", measure="share", unit=None, sum_of=["visitors", "children"])
    assert codes(figure("all", "0.5"), figure("visitors", 60), figure("children", 40), more=(whole,)) == []


def test_series_in_a_circle_do_no_harm() -> None:
    circle = (series("a", part_of="b"), series("b", part_of="a"), series("c", part_of="c"))
    assert codes(figure("a", 1), figure("b", 2), figure("c", 3), more=circle) == ["E720"]


def test_the_archive_of_these_tests_adds_up(tmp_path: Path) -> None:
    text = FIGURES + line("visitors", "1200") + line("grown-ups", "900") + line("children", "300")
    assert examined(tmp_path, {**PARTS, CLAIM_FILE: text, OTHER_FILE: OTHER}) == []


QUOTES: dict[str, dict[str, Any]] = {
    "en": {"text": "they came", "origin": "source"},
    "ko": {"text": "왔다", "origin": "translation", "from": "en", "method": "human", "reviewed": "true"},
}
PAGE = {"url": "https://example.org/walk", "publisher": "omber-daily"}
REPORT = claim(
    id="2031-03-12-office-walk",
    figures=[figure("visitors", 1000, "about"), figure("children", 300, "about")],
)
HEADLINE = claim(
    id="2031-03-daily-headline",
    said="2031-03",
    claimant="omber-daily",
    figures=[figure("grown-ups", 1000, "at-least")],
)


def of_source(*claims: Claim) -> list[tuple[str, str, str]]:
    return found(figures.sums_of_sources(context(*claims, *ALL)))


def test_a_headline_that_does_not_fit_what_its_article_says_is_told_of_at_the_headline() -> None:
    assert of_source(REPORT, HEADLINE) == [(HEADLINE.file, "figures.0.value", "W724")]
    (finding,) = figures.sums_of_sources(context(REPORT, HEADLINE, *ALL))
    assert finding.values["line"] == f"disputes: [{REPORT.id}]"
    assert finding.related and finding.related[:2] == (REPORT.file, ("figures", 0, "value"))


def test_a_dispute_explains_it() -> None:
    assert of_source(REPORT, altered(HEADLINE, disputes=(REPORT.id,))) == []


@pytest.mark.parametrize(
    "values",
    [
        {"figures": [figure("grown-ups", 700, "at-least")]},
        {"said": "2031-04"},
        {"figures": [figure("children", 900)]},
        {"quotes": {**QUOTES, "en": {**QUOTES["en"], "source": {**PAGE, "url": "https://example.org/other"}}}},
    ],
    ids=["they add up", "of another time", "no sum of all parts", "another page"],
)
def test_what_does_not_contradict_is_not_told_of(values: dict[str, Any]) -> None:
    given = {"id": "2031-03-daily-headline", "said": "2031-03", "claimant": "omber-daily"}
    given["id"] = "2031-04-daily-headline" if "said" in values else given["id"]
    assert of_source(REPORT, claim(**{**given, "figures": [figure("grown-ups", 1000, "at-least")], **values})) == []
