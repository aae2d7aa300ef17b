from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from site_builder.library.disagreements import disagreements, opposed
from site_builder.library.groups import group
from site_builder.model import dates
from site_builder.model.figures import MEANINGS, Answer, bounds
from site_builder.model.records import Claim
from tests.records import altered, answering, archive, series


def disagreeing(*claims: Claim) -> list[list[str]]:
    return [[answer.claim.id for answer in each.answers] for each in group(archive(*claims, series())).disagreements][
        ::-1
    ]


OFFICE = answering("2031-03-01", "office", value="100")


@pytest.mark.parametrize(
    ("figure", "disagrees"),
    [
        ({"value": "100"}, False),
        ({"value": "101"}, True),
        ({"value": "105", "hedge": "about"}, False),
        ({"value": "120", "hedge": "about"}, True),
        ({"value": "105", "hedge": "nearly"}, False),
        ({"value": "100", "hedge": "nearly"}, True),
        ({"value": "90", "hedge": "at-least"}, False),
        ({"value": "100", "hedge": "at-least"}, False),
        ({"value": "100", "hedge": "more-than"}, True),
        ({"value": "110", "hedge": "more-than"}, True),
        ({"value": "110", "hedge": "at-most"}, False),
        ({"value": "90", "hedge": "at-most"}, True),
        ({"min": "90", "max": "110"}, False),
        ({"min": "110", "max": "120"}, True),
        # A lowest or a highest number alone is a bound, whatever its hedge.
        ({"min": "90"}, False),
        ({"min": "110"}, True),
        ({"max": "110"}, False),
        ({"max": "90"}, True),
        ({"min": "110", "hedge": "about"}, False),
        ({"min": "112", "hedge": "about"}, True),
        ({"max": "95", "hedge": "about"}, False),
        ({"max": "105", "hedge": "nearly"}, False),
        ({"max": "120", "hedge": "nearly"}, True),
        ({"value": "0"}, True),
    ],
)
def test_answers_that_cannot_both_hold_disagree(figure: dict[str, str], disagrees: bool) -> None:
    union = answering("2031-03-02", "union", **figure)
    assert disagreeing(OFFICE, union) == ([[OFFICE.id, union.id]] if disagrees else [])


def test_what_a_hedge_leaves_possible_depends_on_the_measure() -> None:
    fall = answering("2031-03-01", "office", value="-100", hedge="about")
    more = answering("2031-03-02", "union", value="-110")
    percents = archive(fall, more, series(measure="percent", unit=None))
    assert group(percents).disagreements == ()
    half = answering("2031-03-01", "office", value="1/2")
    most = answering("2031-03-02", "union", value="0.51", hedge="at-least")
    [found] = group(archive(half, most, series(measure="share", unit=None))).disagreements
    assert [answer.claim.claimant for answer in found.answers] == ["office", "union"]


def test_nobody_disagrees_with_themselves() -> None:
    assert disagreeing(OFFICE, answering("2031-03-02", "office", value="200")) == []


def test_answers_from_different_times_are_not_compared() -> None:
    assert disagreeing(OFFICE, answering("2031-04-01", "union", value="200")) == []
    assert len(disagreeing(OFFICE, answering("2031-03-31", "union", value="200"))) == 1


def test_the_extremes_of_one_claimant_do_not_hide_another() -> None:
    high, low = answering("2031-03-02", "office", value="900"), answering("2031-03-03", "union", value="900")
    assert disagreeing(OFFICE, high, low) == [[OFFICE.id, high.id, low.id]]


def test_answers_on_both_sides_of_the_end_of_a_window_are_compared() -> None:
    """The first window of thirty days ends between the last two."""
    union = answering("2031-03-05", "union", value="200")
    late, later = answering("2031-03-29", "club", value="300"), answering("2031-04-03", "lake", value="400")
    assert disagreeing(OFFICE, union, late, later) == [[OFFICE.id, union.id, late.id], [union.id, late.id, later.id]]


def test_what_agrees_with_all_begins_no_window() -> None:
    """It would have cut the three others into a pair and the three of them."""
    soft = answering("2031-02-25", "soft", value="1", hedge="at-least")
    union, late = answering("2031-03-02", "union", value="200"), answering("2031-03-29", "club", value="300")
    assert disagreeing(soft, OFFICE, union, late) == [[OFFICE.id, union.id, late.id]]


def test_the_first_and_the_last_day_of_the_calendar_have_no_neighbours() -> None:
    days = ("0001-01-01", "9999-12-31")
    claims = [answering(day, who, value=value) for day in days for who, value in (("office", "1"), ("union", "2"))]
    assert disagreeing(*claims) == [[claims[0].id, claims[1].id], [claims[2].id, claims[3].id]]


Drawn = tuple[int, str, int, tuple[str, str]]
ANSWERS = st.lists(
    st.tuples(st.integers(0, 150), st.sampled_from("abc"), st.integers(10, 40), st.sampled_from([*MEANINGS])),
    max_size=14,
)
EXACT = ("exact", "value")


@given(ANSWERS)
@example([(0, "a", 10, EXACT), (29, "b", 20, EXACT), (31, "a", 30, EXACT), (60, "b", 40, EXACT)])
@example([(0, "a", 10, EXACT), (5, "b", 20, EXACT), (35, "c", 30, EXACT)])
@example([(0, "b", 20, EXACT), (1, "a", 10, EXACT), (2, "a", 30, EXACT)])
def test_every_pair_that_disagrees_is_shown_together_and_nothing_is_shown_often(drawn: list[Drawn]) -> None:
    answers = _answers(drawn)
    found = [{answers.index(answer) for answer in each.answers} for each in disagreements("visitors", "count", answers)]
    pairs = [
        {one, other} for one in range(len(answers)) for other in range(one) if _disagree(answers[one], answers[other])
    ]
    for pair in pairs:
        assert any(pair <= each for each in found)
    for each in found:
        assert any(pair <= each for pair in pairs), "nothing in it disagrees"
        assert any(min(each) in pair and pair <= each for pair in pairs), "it begins before it has to"
        assert any(max(each) in pair and pair <= each for pair in pairs), "it goes on for too long"
        assert not any(each < other for other in found), "another one shows all of it"
    assert all(sum(one in each for each in found) <= 2 for one in range(len(answers)))


@given(ANSWERS)
@example([(0, "a", 10, EXACT), (1, "a", 30, EXACT), (2, "b", 30, EXACT)])
@example([(0, "a", 10, EXACT), (29, "b", 20, EXACT), (31, "c", 30, EXACT)])
def test_an_answer_is_opposed_to_the_last_ones_of_others_that_it_disagrees_with(drawn: list[Drawn]) -> None:
    answers = _answers(drawn)
    expected = []
    for place, answer in enumerate(answers):
        last = {other.claim.claimant: other for other in answers[:place]}
        expected += [(other, answer) for other in last.values() if _disagree(other, answer)]
    places = {answer.claim.id: place for place, answer in enumerate(answers)}
    found = [(places[one.claim.id], places[other.claim.id]) for one, other in opposed("count", answers)]
    assert sorted(found) == sorted((places[one.claim.id], places[other.claim.id]) for one, other in expected)


def _answers(drawn: list[Drawn]) -> list[Answer]:
    """Answers in the order of their days, each of a claim of its own."""
    claims = [
        answering(
            str(date(2031, 1, 1) + timedelta(days=day)),
            f"{claimant}{number}",
            hedge=hedge,
            **({"min": str(low), "max": str(low + 3)} if shape == "range" else {shape: str(low)}),
        )
        for number, (day, claimant, low, (hedge, shape)) in enumerate(sorted(drawn))
    ]
    return [Answer(altered(each, claimant=each.claimant[0]), 0) for each in claims]


def _disagree(one: Answer, other: Answer) -> bool:
    """The same, said plainly."""
    are_near = abs(one.day - other.day) <= timedelta(days=30)
    first, second = (bounds(each.figure, "count") for each in (one, other))
    return one.claim.claimant != other.claim.claimant and are_near and first.exclude(second)


@pytest.mark.parametrize("days", [1, 30, 1_000])
def test_of_ten_thousand_answers_none_is_shown_more_than_twice(days: int) -> None:
    """If each were compared with each, nobody would wait for the end of this test."""
    [model] = _answers([(0, "a", 10, EXACT)])
    answers = []
    for number in range(10_000):
        said = dates.parse(str(date(2031, 1, 1) + timedelta(days=number * days // 10_000)))
        figures = (altered(model.figure, value=number * 7919 % 1_000),)
        answers.append(Answer(altered(model.claim, claimant=f"c{number % 97}", said=said, figures=figures), 0))
    assert 0 < sum(len(each.answers) for each in disagreements("visitors", "count", answers)) <= 20_000
