"""What the answers to a question say together, and how claims are counted on calendars."""

from collections.abc import Sequence

import pytest

from site_builder.language.language import Link, plain
from site_builder.library.localized import LocalizedLibrary
from site_builder.model.figures import Answer
from site_builder.model.records import Claim
from site_builder.pages import answers, calendar
from site_builder.pages import series as series_pages
from site_builder.pages.answers import Drawing
from tests import libraries
from tests.records import altered, claim, entity, series


def library(tag: str, *claims: Claim) -> LocalizedLibrary:
    """These claims as a language sees them; whoever makes one has a record."""
    return libraries.localized(
        tag,
        *claims,
        series("visitors"),
        entity("city-office", name={"en": "City Office", "ko": "시청"}),
        entity("union", name={"en": "Union", "ko": "걷기 모임"}),
        entity("omber-daily", kind="outlet"),
    )


def drawn(seen: LocalizedLibrary, marked: Sequence[Answer]) -> Drawing:
    return answers.drawing(seen, "visitors", answers.canvas(seen, "visitors"), marked)


def answering(id: str, value: int, hedge: str = "exact", **rest: object) -> Claim:
    return claim(id, figures=[{"series": "visitors", "value": str(value), "hedge": hedge}], **rest)


ONE = answering("2031-03-11-office", 300, "about")
TWO = answering("2031-03-12-union", 600, "at-least", claimant="union")
THREE = answering("2031-04-office", 400, revises=[ONE.id])


@pytest.mark.parametrize(
    ("tag", "claims", "expected"),
    [
        ("en", (), ""),
        ("en", (ONE,), "So far there is one answer: about 300 visitors, given by City Office, as of March 11, 2031."),
        ("ko", (ONE,), "지금까지 나온 답은 시청이 밝힌 약 300명(2031년 3월 11일 기준) 하나입니다."),
        (
            "en",
            (ONE, TWO, THREE),
            "The answers range from about 300 visitors (City Office) to at least 600 visitors (Union). "
            "The newest is 400 visitors, given by City Office, as of April 2031.",
        ),
        (
            "ko",
            (ONE, TWO),
            "가장 낮은 수치는 시청이 밝힌 약 300명, 가장 높은 수치는 걷기 모임이 밝힌 최소 600명입니다. "
            "최신 수치는 걷기 모임이 2031년 3월 12일 기준으로 밝힌 최소 600명입니다.",
        ),
    ],
)
def test_one_sentence_says_what_the_answers_are(tag: str, claims: tuple[Claim, ...], expected: str) -> None:
    seen = library(tag, *claims)
    assert plain(answers.summary(seen, "visitors")) == expected


def test_a_chart_has_a_mark_for_each_answer_and_a_line_to_what_it_revises() -> None:
    seen = library("en", ONE, TWO, THREE)
    drawing = drawn(seen, seen.groups.answers["visitors"])
    assert [mark.address for mark in drawing.marks] == [f"claims/{each.id}/" for each in (ONE, TWO, THREE)]
    assert drawing.marks[1].name == "at least 600 visitors · Union · March 12, 2031"
    assert [(one.address, two.address) for one, two in drawing.lines] == [(f"claims/{ONE.id}/", f"claims/{THREE.id}/")]
    assert [key.hue for key in drawing.claimants] == [0, 1]
    assert [key.shape for key in drawing.shapes] == ["filled", "hollow", "up", "span"]
    assert drawing.rest == ""


@pytest.mark.parametrize(("tag", "told"), [("en", "corrected on March 14, 2031"), ("ko", "2031년 3월 14일 정정")])
def test_a_point_of_a_chart_and_its_row_say_that_the_claim_was_corrected(tag: str, told: str) -> None:
    note = {"en": "It is 300.", "ko": "300명이다."}
    corrections = [{"on": f"2031-03-{day}", "kind": "figure", "note": note} for day in (13, 14)]
    corrected = answering("2031-03-11-office", 300, "about", corrections=corrections)
    seen = library(tag, corrected, TWO)
    first, second = drawn(seen, seen.groups.answers["visitors"]).marks
    assert first.name.endswith(f" · {told}")
    assert told not in second.name
    rows = [series_pages.row(seen, answer).corrected for answer in seen.groups.answers["visitors"]]
    assert rows == [Link(told, f"claims/{corrected.id}/#corrections"), None]
    assert answers.fingerprint(seen, "visitors") != answers.fingerprint(library(tag, ONE, TWO), "visitors")


def test_a_lowest_number_that_is_not_precise_is_drawn_hollow_and_with_an_arrow() -> None:
    figure = {"series": "visitors", "min": "300", "hedge": "about"}
    seen = library("en", claim("2031-03-11-office", figures=[figure]))
    drawing = drawn(seen, seen.groups.answers["visitors"])
    assert [(mark.arrow, mark.is_hollow, mark.name) for mark in drawing.marks] == [
        ("up", True, "at least about 300 visitors · City Office · March 11, 2031")
    ]
    assert [key.shape for key in drawing.shapes] == ["hollow", "up"]


def test_a_chart_says_how_many_answers_have_no_mark() -> None:
    seen = library("en", ONE, TWO, THREE)
    assert drawn(seen, seen.groups.answers["visitors"][:1]).rest == "2 further answers"


def test_a_small_chart_of_many_answers_marks_only_the_newest() -> None:
    seen = library("en", *(answering(f"2031-03-{day:02}-office", day) for day in range(1, 31)))
    assert {mark.hue for mark in drawn(seen, seen.groups.answers["visitors"]).marks} == {0}
    for found in (answers.small(seen, "visitors"), answers.small(seen, "visitors", "city-office")):
        assert (len(found.marks), found.rest) == (1, "29 further answers")
    assert len(answers.small(library("en", ONE, TWO), "visitors", "union").marks) == 1


def test_a_small_chart_has_the_marks_of_the_large_one_and_says_whose_they_are() -> None:
    seen = library("en", ONE, TWO, THREE)
    large, small = drawn(seen, seen.groups.answers["visitors"]), answers.small(seen, "visitors")
    assert [(mark.hue, mark.arrow, mark.is_hollow) for mark in small.marks] == [
        (mark.hue, mark.arrow, mark.is_hollow) for mark in large.marks
    ]
    assert small.claimants == large.claimants
    of_union = answers.small(seen, "visitors", "union")
    assert ([mark.hue for mark in of_union.marks], of_union.claimants) == ([1], ())


SAME = answering("2031-03-13-union", 300, "at-least", claimant="union")


@pytest.mark.parametrize(
    ("claims", "is_drawn", "count"),
    [
        ((ONE,), False, "1 answer"),
        ((ONE, SAME), False, "2 answers, all the same number"),
        ((ONE, TWO), True, "2 answers"),
    ],
)
def test_a_chart_is_drawn_only_of_answers_that_differ(claims: tuple[Claim, ...], is_drawn: bool, count: str) -> None:
    seen = library("en", *claims)
    question = series_pages.question(seen, "visitors")
    assert (question.drawing is not None, question.count) == (is_drawn, count)
    page = next(page for page in series_pages.pages(seen) if page.address == "series/visitors/")
    shown = page.show(seen).context
    assert (shown.drawing is not None, bool(shown.sentence)) == (is_drawn, not is_drawn)


def test_answers_of_one_number_are_said_in_a_sentence() -> None:
    assert plain(answers.summary(library("en", ONE, SAME), "visitors")) == (
        "All 2 answers give the same number. The newest is at least 300 visitors, given by Union, as of March 13, 2031."
    )
    assert plain(answers.summary(library("ko", ONE, SAME), "visitors")) == (
        "답 2건의 수치가 모두 같습니다. 최신 수치는 걷기 모임이 2031년 3월 13일 기준으로 밝힌 최소 300명입니다."
    )


def test_a_chart_says_when_answers_stand_beside_their_day_or_under_others() -> None:
    same = [answering(f"2031-03-11-office-{letter}", 300) for letter in "abcdefghijk"]
    seen = library("en", *same, TWO)
    assert drawn(seen, seen.groups.answers["visitors"]).notes == (
        "Answers that would cover each other stand side by side.",
        "2 answers lie under other ones.",
    )


def test_the_whole_is_in_the_key_only_where_it_is_drawn() -> None:
    def whole(value: int) -> Claim:
        return claim("2031-03-12-office-all", figures=[{"series": "people", "value": str(value), "hedge": "exact"}])

    for value, is_drawn in ((1_100, True), (4_700, False)):
        seen = libraries.localized(
            "en",
            ONE,
            whole(value),
            TWO,
            series("visitors", part_of="people"),
            series("people"),
            entity("city-office", name={"en": "City Office", "ko": "시청"}),
            entity("union", name={"en": "Union", "ko": "걷기 모임"}),
        )
        found = drawn(seen, seen.groups.answers["visitors"])
        assert (found.whole is not None, bool(found.canvas.dashes)) == (is_drawn, is_drawn)


def test_the_chart_of_one_claimant_is_stamped_with_its_hue() -> None:
    more = [answering(f"2031-03-{day}-union", day, claimant="union") for day in (14, 15)]
    one, other = library("en", ONE, TWO, THREE), library("en", ONE, TWO, THREE, *more)
    assert answers.fingerprint_of_small(one, "visitors", "city-office") != answers.fingerprint_of_small(
        other, "visitors", "city-office"
    )


@pytest.mark.parametrize(
    "other",
    [
        answering(TWO.id, 601, "at-least", claimant="union"),
        answering(TWO.id, 600, "about", claimant="union"),
        answering(TWO.id, 600, "at-least"),
        answering(TWO.id, 600, "at-least", claimant="union", revises=[ONE.id]),
        answering("2031-03-13-union", 600, "at-least", claimant="union"),
    ],
)
def test_a_chart_is_stamped_with_what_it_shows(other: Claim) -> None:
    assert answers.fingerprint(library("en", ONE, TWO), "visitors") != answers.fingerprint(
        library("en", ONE, other), "visitors"
    )


def test_a_title_is_not_on_a_chart() -> None:
    other = altered(TWO, title={"en": "Another", "ko": "다른 제목"})
    assert answers.fingerprint(library("en", ONE, TWO), "visitors") == answers.fingerprint(
        library("en", ONE, other), "visitors"
    )


def test_a_month_is_shown_in_weeks_from_sunday() -> None:
    month = calendar.month(library("ko", ONE, TWO, THREE), "2031-03")
    assert month.weekdays == ("일", "월", "화", "수", "목", "금", "토")
    assert [cell.text if cell else "" for cell in month.weeks[0]] == ["", "", "", "", "", "", "1"]
    linked = [cell for week in month.weeks for cell in week if cell and cell.address]
    assert [(cell.text, cell.name, cell.address) for cell in linked] == [
        ("11", "2031년 3월 11일: 발언 1건", "dates/2031-03-11/"),
        ("12", "2031년 3월 12일: 발언 1건", "dates/2031-03-12/"),
    ]


def test_years_are_shown_month_by_month() -> None:
    seen = library("en", ONE, TWO, THREE)
    [year] = calendar.years(seen, calendar.all_years(seen)).years
    assert year.count == "3 claims"
    assert [(cell.text, cell.level) for cell in year.months if cell.address] == [("2", 1), ("1", 1)]
