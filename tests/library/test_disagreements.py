from datetime import date, timedelta
from time import process_time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from site_builder.library.disagreements import Answer, contrasts
from site_builder.library.groups import group
from site_builder.model import dates
from site_builder.model.records import Claim
from tests.records import altered, answering, archive


def contrasted(*claims: Claim) -> list[list[str]]:
    return [[answer.claim.id for answer in contrast.answers] for contrast in group(archive(*claims)).contrasts][::-1]


OFFICE = answering("2031-03-01", "office", value="100")


@pytest.mark.parametrize(
    ("figure", "is_contrast"),
    [
        ({"value": "100"}, False),
        ({"value": "101"}, True),
        ({"value": "105", "hedge": "about"}, False),
        ({"value": "120", "hedge": "about"}, True),
        ({"value": "105", "hedge": "nearly"}, False),
        ({"value": "90", "hedge": "at-least"}, False),
        ({"value": "110", "hedge": "more-than"}, True),
        ({"value": "110", "hedge": "at-most"}, False),
        ({"value": "90", "hedge": "at-most"}, True),
        ({"min": "90", "max": "110"}, False),
        ({"min": "110", "max": "120"}, True),
        ({"value": "0"}, True),
    ],
)
def test_answers_that_cannot_both_hold_are_set_against_each_other(figure: dict[str, str], is_contrast: bool) -> None:
    union = answering("2031-03-02", "union", **figure)
    assert contrasted(OFFICE, union) == ([[OFFICE.id, union.id]] if is_contrast else [])


def test_a_claimant_is_not_set_against_itself() -> None:
    assert contrasted(OFFICE, answering("2031-03-02", "office", value="200")) == []


def test_answers_from_different_times_are_not_set_against_each_other() -> None:
    assert contrasted(OFFICE, answering("2031-04-01", "union", value="200")) == []
    assert len(contrasted(OFFICE, answering("2031-03-31", "union", value="200"))) == 1


def test_the_extremes_of_one_claimant_do_not_hide_another() -> None:
    high, low = answering("2031-03-02", "office", value="900"), answering("2031-03-03", "union", value="900")
    assert contrasted(OFFICE, high, low) == [[OFFICE.id, high.id, low.id]]


def test_answers_on_both_sides_of_a_stretch_meet() -> None:
    """The first stretch of thirty days ends between the last two."""
    union = answering("2031-03-05", "union", value="200")
    late, later = answering("2031-03-29", "club", value="300"), answering("2031-04-03", "lake", value="400")
    assert contrasted(OFFICE, union, late, later) == [[OFFICE.id, union.id, late.id], [union.id, late.id, later.id]]


def test_what_agrees_with_all_begins_no_stretch() -> None:
    """It would have cut the three others into a pair and the three of them."""
    soft = answering("2031-02-25", "soft", value="1", hedge="at-least")
    union, late = answering("2031-03-02", "union", value="200"), answering("2031-03-29", "club", value="300")
    assert contrasted(soft, OFFICE, union, late) == [[OFFICE.id, union.id, late.id]]


def test_the_first_and_the_last_day_of_the_calendar_have_no_neighbours() -> None:
    days = ("0001-01-01", "9999-12-31")
    claims = [answering(day, who, value=value) for day in days for who, value in (("office", "1"), ("union", "2"))]
    assert contrasted(*claims) == [[claims[0].id, claims[1].id], [claims[2].id, claims[3].id]]


ANSWERS = st.lists(
    st.tuples(
        st.integers(0, 150),
        st.sampled_from("abc"),
        st.integers(10, 40),
        st.sampled_from(["exact", "about", "at-least"]),
    ),
    max_size=14,
)


@given(ANSWERS)
@example([(0, "a", 10, "exact"), (29, "b", 20, "exact"), (31, "a", 30, "exact"), (60, "b", 40, "exact")])
def test_every_opposed_pair_stands_in_a_contrast_and_nothing_stands_in_many(
    drawn: list[tuple[int, str, int, str]],
) -> None:
    answers = _answers(drawn)
    found = [{answers.index(answer) for answer in each.answers} for each in contrasts("visitors", answers)]
    pairs = [
        {one, other} for one in range(len(answers)) for other in range(one) if _opposed(answers[one], answers[other])
    ]
    for pair in pairs:
        assert any(pair <= contrast for contrast in found)
    for contrast in found:
        assert any(pair <= contrast for pair in pairs), "nothing in it is opposed"
        assert any(min(contrast) in pair and pair <= contrast for pair in pairs), "it begins before it has to"
        assert any(max(contrast) in pair and pair <= contrast for pair in pairs), "it goes on for too long"
        assert not any(contrast < other for other in found), "another one shows all of it"
    assert all(sum(one in contrast for contrast in found) <= 2 for one in range(len(answers)))


def _answers(drawn: list[tuple[int, str, int, str]]) -> list[Answer]:
    """Answers in the order of their days, each of a claim of its own."""
    claims = [
        answering(str(date(2031, 1, 1) + timedelta(days=day)), f"{claimant}{number}", value=str(value), hedge=hedge)
        for number, (day, claimant, value, hedge) in enumerate(sorted(drawn))
    ]
    return [Answer(altered(each, claimant=each.claimant[0]), each.figures[0]) for each in claims]


def _opposed(one: Answer, other: Answer) -> bool:
    """The same, said plainly."""
    if one.claim.claimant == other.claim.claimant or abs(one.day - other.day) > timedelta(days=30):
        return False
    (low, high), (other_low, other_high) = _possible(one), _possible(other)
    return low > other_high or other_low > high


def _possible(answer: Answer) -> tuple[float, float]:
    value = float(answer.figure.low)
    return {
        "exact": (value, value),
        "about": (value * 0.9, value * 1.1),
        "at-least": (value, float("inf")),
    }[answer.figure.hedge]


@pytest.mark.parametrize("days", [1, 30, 1_000])
def test_ten_thousand_answers_are_held_against_each_other_in_no_time(days: int) -> None:
    [model] = _answers([(0, "a", 10, "exact")])
    answers = []
    for number in range(10_000):
        said = dates.parse(str(date(2031, 1, 1) + timedelta(days=number * days // 10_000)))
        said_by = altered(model.claim, claimant=f"c{number % 97}", said=said)
        answers.append(Answer(said_by, altered(model.figure, value=number * 7919 % 1_000)))
    start = process_time()
    found = list(contrasts("visitors", answers))
    assert process_time() - start < 1
    assert sum(len(each.answers) for each in found) <= 20_000
