"""Figures, quotes and titles are compared by the numbers that are read in their words."""

from pathlib import Path
from typing import Any

import pytest

from site_builder.check import numbers
from site_builder.check.reports import help_text, message
from site_builder.language.language import Language
from site_builder.model.records import Claim
from site_builder.problems import Finding, Problem
from tests.check.examined import examined, related
from tests.records import CLAIM, CLAIM_FILE, changed, claim, coded, context, marked, series

SOURCE = {"origin": "source", "source": {"url": "https://example.org/walk", "publisher": "omber-daily"}}
TRANSLATION = {"origin": "translation", "from": "en", "method": "human", "reviewed": "true"}
PLAIN = {"en": "City Office speaks", "ko": "시청 발표"}
ALL = (
    series("visitors"),
    series("weight", measure="decimal", unit={"en": {"one": "ton", "other": "tons"}, "ko": {"other": "톤"}}),
    series("change", measure="percent", unit=None),
    series("part", measure="share", unit=None),
    series("cost", measure="money", unit=None, currency="USD"),
    series("medals", unit={"en": {"one": "medal", "other": "medals"}, "ko": {"other": "혈"}}),
    series("guests", merged_into="visitors"),
)
FIGURES = f"{CLAIM}figures:\n"


def figure(series: str, hedge: str = "exact", **numbers: Any) -> dict[str, Any]:
    return {"series": series, "hedge": hedge, **numbers}


def saying(en: str, ko: str = "", *figures: dict[str, Any], **values: Any) -> Claim:
    """A claim with these words and figures, whose title has no numbers."""
    quotes: dict[str, Any] = {"en": {"text": en, **SOURCE}}
    if ko:
        quotes["ko"] = {"text": ko, **TRANSLATION}
    return claim(**{"quotes": quotes, "title": PLAIN, "figures": list(figures), **values})


def findings(of: Claim) -> list[Finding]:
    return list(numbers.of_claim(context(of, *ALL), of))


def told(of: Claim) -> list[tuple[str, str]]:
    """What is said of a claim: code and way to the value, each once."""
    return sorted({(finding.kind.code, ".".join(map(str, finding.at))) for finding in findings(of)})


CARRIED = [
    ("6,000 people came", "6천 명이 왔다", figure("visitors", value="6000")),
    ("six people came", "여섯 명이 왔다", figure("visitors", value="6")),
    ("nearly 6,000 people came", "6000명 가까이 왔다", figure("visitors", "nearly", value="6000")),
    ("at least 6,000 people came", "6000명 이상이 왔다", figure("visitors", "at-least", value="6000")),
    ("at least 6,000 people came", "6000명 이상이 왔다", figure("visitors", min="6000")),
    ("at least 6,000 people came", "6000명 이상이 왔다", figure("visitors", "at-least", min="6000")),
    ("up to 6,000 people came", "최대 6000명이 왔다", figure("visitors", "at-most", max="6000")),
    ("more than 6,000 people came", "6000명이 넘게 왔다", figure("visitors", "more-than", value="6000")),
    ("between 600 and 700 people came", "600~700명이 왔다", figure("visitors", min="600", max="700")),
    ("about 600 to 700 people came", "약 600~700명이 왔다", figure("visitors", "about", min="600", max="700")),
    ("it weighs 1.5 tons", "무게는 1.5톤이다", figure("weight", value="1.5")),
    ("it weighs about two tons", "무게는 약 2톤이다", figure("weight", "about", value="2")),
    ("12.5 percent more", "12.5% 늘었다", figure("change", value="12.5")),
    ("it fell by 12.5 percent", "12.5% 줄었다", figure("change", value="-12.5")),
    ("it fell by at least 3 percent", "3% 이상 줄었다", figure("change", "at-least", value="-3")),
    ("it fell by 2 to 3 percent", "2~3% 줄었다", figure("change", min="-3", max="-2")),
    ("a third more", "3분의 1 늘었다", figure("change", value="33")),
    ("two thirds of them", "그 가운데 3분의 2", figure("part", value="2/3")),
    ("about half of them", "그 가운데 약 절반", figure("part", "about", value="1/2")),
    ("25 percent of them", "그 가운데 25%", figure("part", value="0.25")),
    ("it cost $1.5 million", "비용은 150만 달러였다", figure("cost", value="1500000")),
    ("a loss of about $300", "약 300달러의 손실", figure("cost", "about", value="-300")),
    ("from $0.99 to $120", "0.99달러에서 120달러 사이", figure("cost", min="0.99", max="120")),
    ("he won 3 medals", "메달 3혈을 땄다", figure("medals", value="3")),
    ("6,000 people came", "6천 명이 왔다", figure("guests", value="6000")),
    ("dozens of people came", "수십 명이 왔다", figure("visitors", "at-least", value="12")),
    ("dozens of people came", "수십 명이 왔다", figure("visitors", "more-than", value="24")),
    ("dozens of people came", "수십 명이 왔다", figure("visitors", "about", min="24", max="99")),
]
"""Words in both languages, and a figure that they carry."""


@pytest.mark.parametrize(("en", "ko", "given"), CARRIED, ids=[f"{row[0]} {row[2]}" for row in CARRIED])
def test_a_figure_that_the_words_carry_is_right(en: str, ko: str, given: dict[str, Any]) -> None:
    assert told(saying(en, ko, given)) == []


@pytest.mark.parametrize(("en", "ko", "given"), CARRIED, ids=[f"{row[0]} {row[2]}" for row in CARRIED])
def test_its_numbers_are_looked_for_in_every_quote(en: str, ko: str, given: dict[str, Any]) -> None:
    key = next(key for key in ("value", "min", "max") if key in given)
    for one, other, missing in ((en, "아무도 안 왔다", "ko"), ("Nobody came", ko, "en")):
        (finding,) = [each for each in findings(saying(one, other, given)) if each.kind.code == "E741"]
        assert (finding.at, finding.values["language"]) == (("figures", 0, key), missing)


@pytest.mark.parametrize(
    ("en", "given", "expected"),
    [
        ("6,000 people came", figure("visitors", value="6001"), ("E741", "value")),
        ("6,000 people came", figure("visitors", min="6000", max="7000"), ("E741", "min")),
        ("600 to 700 people came", figure("visitors", value="600"), ("E741", "value")),
        ("600 to 700 people came", figure("visitors", "at-most", max="700"), ("E741", "max")),
        ("6,000 people came", figure("visitors", min="6000"), ("E742", "hedge")),
        ("6,000 people came", figure("visitors", "about", value="6000"), ("E742", "hedge")),
        ("at least 6,000 people came", figure("visitors", "more-than", value="6000"), ("E742", "hedge")),
        ("it weighs 1.5 tons", figure("weight", value="1.7"), ("E741", "value")),
        ("15 percent more", figure("visitors", value="15"), ("E741", "value")),
        ("it fell by 12.5 percent", figure("change", value="-12"), ("E741", "value")),
        ("15 people", figure("change", value="15"), ("E741", "value")),
        ("two thirds of them", figure("part", value="1/3"), ("E741", "value")),
        ("it cost $1.5 million", figure("cost", value="1500000.5"), ("E741", "value")),
        ("dozens of people came", figure("visitors", value="12"), ("E742", "hedge")),
        ("dozens of people came", figure("visitors", "at-least", value="40"), ("E741", "value")),
        ("dozens of people came", figure("visitors", "about", min="12", max="200"), ("E741", "min")),
    ],
)
def test_a_figure_that_the_words_do_not_carry_is_told_of(
    en: str, given: dict[str, Any], expected: tuple[str, str]
) -> None:
    assert told(saying(en, "", given)) == [(expected[0], f"figures.0.{expected[1]}")]


def test_a_basis_stands_in_for_the_words() -> None:
    basis = {"en": "A division has about 6,000 people.", "ko": "한 사단은 약 6000명이다."}
    given = figure("visitors", "about", value="6000")
    assert told(saying("a force of the size of a division", "사단급 병력", {**given, "basis": basis})) == []
    assert told(saying("a force of the size of a division", "사단급 병력", given)) == [("E741", "figures.0.value")]


def test_a_withdrawn_claim_is_let_be() -> None:
    withdrawn = {"on": "2031-03-14", "reason": {"en": "Not said.", "ko": "한 말이 아니다."}}
    assert told(saying("6,000 came", "아무도", figure("visitors", value="7000"), withdrawn=withdrawn)) == []


@pytest.mark.parametrize(
    "given",
    [
        [figure("visitors", value="1.5")],
        [figure("unknown", value="7000")],
        [figure("visitors", value="7000"), figure("visitors", value="8000")],
    ],
    ids=["it does not fit its series", "its series is not there", "it is given twice"],
)
def test_a_figure_of_which_another_check_tells_is_not_looked_for(given: list[dict[str, Any]]) -> None:
    assert told(saying("6,000 people came", "6천 명이 왔다", *given)) == []


def test_what_is_given_for_two_days_is_looked_for_twice() -> None:
    twice = [figure("visitors", value="7000"), figure("visitors", value="8000", as_of="2031-03-01")]
    expected = [("E741", "figures.0.value"), ("E741", "figures.1.value")]
    assert told(saying("6,000 people came", "6천 명이 왔다", *twice)) == expected


def test_a_language_whose_numbers_cannot_be_read_says_nothing_for_or_against_a_figure() -> None:
    quotes = {
        "uk": {"text": "прийшло 45 людей", **SOURCE},
        "ko": {"text": "4천 명이 왔다", **TRANSLATION, "from": "uk"},
        "kr": {"text": "4천 명이 왔다", **TRANSLATION, "from": "uk"},
    }
    assert told(saying("", "", figure("visitors", value="4000"), quotes=quotes)) == []
    assert told(saying("", "", figure("visitors", value="45"), quotes=quotes)) == [("E741", "figures.0.value")]


def test_words_in_letters_of_another_language_are_not_read() -> None:
    assert told(saying("6,000 people came", "40 people came")) == []


@pytest.mark.parametrize(
    ("en", "ko", "expected"),
    [
        ("about 40 ships", "약 40척", []),
        ("about 40 ships", "40척", ["en", "ko"]),
        ("about 40 ships", "선박들", ["en"]),
        ("ships", "40척", ["ko"]),
        ("40 ships and 40 boats", "선박 40척", ["en"]),
        ("25 percent", "4분의 1", []),
        ("dozens of ships", "수십 척", []),
        ("dozens of ships", "수백 척", ["en", "ko"]),
        ("40 ships within three days", "선박 40척", []),
        ("in 2030", "2031년에", []),
    ],
)
def test_quotes_give_the_same_numbers(en: str, ko: str, expected: list[str]) -> None:
    found = findings(saying(en, ko))
    assert {finding.kind.code for finding in found} <= {"W743"}
    assert sorted(finding.values["language"] for finding in found) == expected


def test_a_number_is_pointed_out_in_both_quotes() -> None:
    en, ko = "of 7 ships about 40 people came", "선박 7척에서 45명이 왔다"
    by_language = {finding.values["language"]: finding for finding in findings(saying(en, ko))}
    for language, text, other, words, others in (
        ("en", en, ko, "about 40", "45명"),
        ("ko", ko, en, "45명", "about 40"),
    ):
        finding = by_language[language]
        assert finding.span and finding.related and len(finding.related) == 3
        assert text[slice(*finding.span)] == finding.values["words"] == words
        assert other[slice(*finding.related[2])] == others


@pytest.mark.parametrize(
    ("title", "given", "expected"),
    [
        ("City Office counts about 1,200", figure("visitors", "about", value="1200"), []),
        ("City Office counts 1,200", figure("visitors", "about", value="1200"), ["E745"]),
        ("City Office counts 1,300", figure("visitors", "about", value="1200"), ["E746"]),
        ("City Office counts 12 of 1,200", figure("visitors", "about", value="1200"), ["E745", "W744"]),
        ("City Office counts about 1,200, 9 of them hurt", figure("visitors", "about", value="1200"), ["W744"]),
        ("City Office counts a third", figure("visitors", "about", value="1200"), ["W744"]),
        ("City Office counts three boats", None, []),
        ("City Office counts 1,300", None, ["W744"]),
        ("City Office speaks for two hours", None, []),
    ],
)
def test_a_title_has_the_numbers_of_figures_and_quotes(
    title: str, given: dict[str, Any] | None, expected: list[str]
) -> None:
    of = saying("about 1,200 people came in three boats", "", *filter(None, [given]), title={**PLAIN, "en": title})
    assert [code for code, at in told(of) if at == "title.en"] == expected


def test_a_title_in_another_language_is_looked_at_too() -> None:
    given, title = figure("visitors", "about", value="1200"), {**PLAIN, "ko": "시청, 방문객 1,300명 집계"}
    assert told(saying("about 1,200 people", "약 1,200명", given, title=title)) == [("E746", "title.ko")]


EN, KO = Language("en"), Language("ko")


def of_folded(words: str) -> str:
    return changed(CLAIM, "text: about 1,200 people came", f"text: >-\n      {words}")


def one(problems: list[Problem], language: str) -> Problem:
    """The problem of a figure with the quote in a language."""
    return next(each for each in problems if each.kind.code in ("E741", "E742") and each.values["language"] == language)


def test_the_words_are_the_related_place_wherever_the_text_is_folded(tmp_path: Path) -> None:
    text = of_folded("they came, and of the people\n      about\n      1,200 were children")
    text += "figures:\n  - series: visitors\n    value: ⊥⊥1300\n    hedge: about\n"
    text, expected = marked(text, "E741")
    problems = examined(tmp_path, {CLAIM_FILE: text}, numbers=True)
    assert coded(problems) == expected
    assert related(one(problems, "en")) == f"{CLAIM_FILE}:11:7"
    assert related(one(problems, "ko")) == f"{CLAIM_FILE}:18:11"


def test_a_person_is_told_which_words_come_nearest(tmp_path: Path) -> None:
    text = FIGURES + "  - series: visitors\n    value: 1300\n    hedge: about\n"
    problems = examined(tmp_path, {CLAIM_FILE: text}, numbers=True)
    of_korean = one(problems, "ko")
    assert message(of_korean, EN) == "the quote in Korean (ko) does not give 1300"
    assert help_text(of_korean, EN) == (
        "it says “약 1,200명”: correct the number or the quote, or say under basis how the number follows"
    )
    assert message(of_korean, KO) == "한국어(ko) 인용문에 이 수가 없습니다: 1300"
    assert help_text(of_korean, KO) == (
        "인용문에서 이 수에 가장 가까운 말은 ‘약 1,200명’입니다. "
        "수나 인용문을 고치거나, 수가 어떻게 나왔는지 basis에 적으십시오"
    )


def test_where_no_words_come_near_none_are_named(tmp_path: Path) -> None:
    text = changed(FIGURES, "about 1,200 people came", "people came").replace("약 1,200명이 왔다", "사람들이 왔다")
    text += "  - series: visitors\n    value: 1300\n    hedge: about\n"
    problems = examined(tmp_path, {CLAIM_FILE: text}, numbers=True)
    assert help_text(one(problems, "en"), EN).startswith("correct the number or the quote, or say under basis how")


def test_the_hedge_of_the_words_is_named_if_all_quotes_have_it(tmp_path: Path) -> None:
    text = FIGURES + "  - series: visitors\n    value: 1200\n    hedge: exact\n"
    problems = examined(tmp_path, {CLAIM_FILE: text}, numbers=True)
    assert [problem.values["hedge"] for problem in problems if problem.kind.code == "E742"] == ["about", "about"]
    assert help_text(one(problems, "en"), EN) == "write hedge: about, or correct the quote"
    assert message(one(problems, "en"), KO) == "hedge가 영어(en) 인용문의 다음 말과 맞지 않습니다: about 1,200"
    other = text.replace("약 1,200명이", "1,200명이 넘게")
    problems = examined(tmp_path, {CLAIM_FILE: other}, numbers=True)
    assert help_text(one(problems, "en"), EN) == "compare the figure with every quote, and correct what is wrong"


def test_a_hedge_is_named_that_goes_with_the_bound() -> None:
    assert findings(saying("at least 40 people", "", figure("visitors", "about", min="40"))) == []
    (finding,) = findings(saying("40 people", "", figure("visitors", "at-least", min="40")))
    assert "hedge" not in finding.values
    (finding,) = findings(saying("more than 40 people", "", figure("visitors", "at-least", min="40")))
    assert finding.values["hedge"] == "more-than"


def test_the_words_that_count_are_those_of_the_figures_alone() -> None:
    assert told(saying("he won", "메달 3혈을 땄다", figure("visitors", value="3"))) == [("E741", "figures.0.value")]
