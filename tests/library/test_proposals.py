from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from site_builder.check import findings
from site_builder.check.relations import links, named_twice, revision_cycles
from site_builder.library.proposals import Proposal, proposals
from site_builder.model.records import Claim
from tests.libraries import library
from tests.records import altered, claim, context, entity, found, series

NAMED = [entity(id) for id in ("office", "union", "club", "omber-daily", "lantern-walk")]


def said(id: str, claimant: str = "office", value: str = "100", **more: Any) -> Claim:
    """A claim with one answer."""
    as_of, of = more.pop("as_of", None), more.pop("series", "visitors")
    figure = {"series": of, "hedge": more.pop("hedge", "exact"), "value": value} | ({"as_of": as_of} if as_of else {})
    return claim(id, claimant=claimant, figures=[figure], **more)


def proposed(*claims: Claim) -> list[tuple[str, str, list[str]]]:
    """What is proposed, as id, key and what would stand under it."""
    found = proposals(library(*_in_order(claims), *NAMED, series(), series("walkers")))
    return [(each.claim.id, each.key, list(each.ids)) for each in found]


def _in_order(claims: Sequence[Claim]) -> list[Claim]:
    return sorted(claims, key=lambda each: (each.said.sort_key, each.id))


FIRST, SECOND, THIRD = said("2031-03-01-a"), said("2031-03-12-b", value="200"), said("2031-03-20-c", value="300")


def test_a_later_answer_may_revise_the_one_before() -> None:
    assert proposed(FIRST, SECOND) == [(SECOND.id, "revises", [FIRST.id])]


def test_each_answer_may_revise_the_one_before_it_and_no_other() -> None:
    assert proposed(FIRST, SECOND, THIRD) == [(THIRD.id, "revises", [SECOND.id]), (SECOND.id, "revises", [FIRST.id])]


def test_what_is_revised_already_is_not_proposed_be_it_by_steps() -> None:
    second = altered(SECOND, revises=(FIRST.id,))
    third = altered(THIRD, revises=(SECOND.id,))
    assert proposed(FIRST, second, third) == []
    other = said("2031-03-12-x", series="walkers", revises=[FIRST.id])
    assert proposed(FIRST, other, said("2031-03-20-c", revises=[other.id])) == []


def test_a_step_that_is_missing_is_proposed_with_what_is_there() -> None:
    third = altered(THIRD, revises=(FIRST.id,))
    assert proposed(FIRST, SECOND, third) == [
        (THIRD.id, "revises", [FIRST.id, SECOND.id]),
        (SECOND.id, "revises", [FIRST.id]),
    ]


def test_all_questions_that_speak_for_a_link_are_told() -> None:
    """Though the first of them is enough to propose it."""
    first, second = (
        claim(
            id,
            claimant="office",
            figures=[{"series": of, "hedge": "exact", "value": value} for of in ("visitors", "walkers")],
        )
        for id, value in (("2031-03-01-a", "1"), ("2031-03-02-a", "2"))
    )
    [found] = proposals(library(first, second, *NAMED, series(), series("walkers")))
    assert [pair.answer.figure.series for pair in found.pairs] == ["visitors", "walkers"]


def test_two_answers_of_one_day_may_both_be_revised() -> None:
    one, other = said("2031-03-12-a", relayed_by=["union"]), said("2031-03-12-b")
    assert proposed(one, other, THIRD) == [(THIRD.id, "revises", [other.id, one.id])]


@pytest.mark.parametrize("key", ["revises", "disputes", "repeats"])
def test_claims_that_are_linked_are_left_alone(key: str) -> None:
    assert proposed(FIRST, altered(SECOND, **{key: (FIRST.id,)})) == []
    union = said("2031-03-02-u", "union", "500", **{key: [FIRST.id]} if key != "revises" else {"disputes": [FIRST.id]})
    assert proposed(FIRST, union) == []


def test_other_questions_claimants_and_withdrawn_claims_are_left_alone() -> None:
    assert proposed(FIRST, said("2031-03-12-b", series="walkers")) == []
    assert proposed(FIRST, said("2031-03-12-b", "union")) == []
    withdrawn = {"on": "2031-04-01", "reason": {"en": "x", "ko": "x"}}
    assert proposed(FIRST, said("2031-03-12-b", withdrawn=withdrawn)) == []


@pytest.mark.parametrize(
    ("later", "is_proposed"),
    [
        ({"id": "2031-03-01-b"}, False),  # on one occasion
        ({"id": "2031-03-01-b", "as_of": "2031-03-05"}, False),  # both days were told in one breath
        ({"id": "2031-03-02-b", "as_of": "2031-02-20"}, False),  # later of an earlier day
        ({"id": "2031-03-02-b", "as_of": "2031-03-01"}, True),
        ({"id": "2031-03-b"}, False),  # nobody knows which was first
        ({"id": "2031-03-b", "as_of": "2031-03-09"}, True),
        ({"id": "2031-03-01-b", "relayed_by": ["union"], "as_of": "2031-03-05"}, True),
    ],
)
def test_what_is_later_is_certainly_so(later: dict[str, Any], is_proposed: bool) -> None:
    other = said(**later)
    assert proposed(FIRST, other) == ([(other.id, "revises", [FIRST.id])] if is_proposed else [])


def test_an_answer_that_excludes_another_claimants_may_dispute_it() -> None:
    union = said("2031-03-05-u", "union", "500")
    assert proposed(FIRST, union) == [(union.id, "disputes", [FIRST.id])]


def test_answers_that_can_both_hold_or_lie_far_apart_are_no_dispute() -> None:
    assert proposed(FIRST, said("2031-03-05-u", "union", "105", hedge="about")) == []
    assert proposed(FIRST, said("2031-04-01-u", "union", "500")) == []


def test_what_was_revised_is_no_longer_disputed() -> None:
    union, second = said("2031-03-05-u", "union", "200"), altered(SECOND, revises=(FIRST.id,))
    assert proposed(FIRST, union, second) == []


def test_what_was_said_later_disputes_whichever_day_its_number_is_for() -> None:
    union = said("2031-03-05-u", "union", "500", as_of="2031-02-20")
    assert proposed(FIRST, union) == [(union.id, "disputes", [FIRST.id])]


def test_where_times_of_the_day_are_known_they_decide() -> None:
    """By the days of the two places, the first one would be the later one."""
    first = said("2031-03-02-a", said="2031-03-02T01:00+09:00")
    later = said("2031-03-01-u", "union", "500", said="2031-03-01T20:00Z")
    assert proposed(first, later) == [(later.id, "disputes", [first.id])]


def test_several_disputed_claims_stand_on_one_line_behind_those_that_are_there() -> None:
    club = said("2031-03-02-c", "club", "300")
    union = said("2031-03-05-u", "union", "500", disputes=["2031-03-12-city-office-visitors"])
    assert proposed(claim(), altered(club, disputes=(FIRST.id,)), FIRST, union) == [
        (union.id, "disputes", ["2031-03-12-city-office-visitors", club.id, FIRST.id])
    ]


def test_the_same_number_from_the_same_people_may_repeat_another_claim() -> None:
    one, other = said("2031-03-01-a", relayed_by=["club"]), said("2031-03-01-b", "union", relayed_by=["club"])
    assert proposed(one, other) == [(other.id, "repeats", [one.id])]


def test_the_number_of_a_relay_may_repeat_the_one_that_it_passed_on() -> None:
    union, office = said("2031-03-01-a", "union"), said("2031-03-01-b", relayed_by=["union", "club"])
    assert proposed(union, office) == [(union.id, "repeats", [office.id])]


def test_another_number_hedge_day_or_relay_is_no_repetition() -> None:
    one = said("2031-03-01-a", relayed_by=["club"])
    for other in (
        said("2031-03-01-b", "union", "105", hedge="about", relayed_by=["club"]),
        said("2031-03-01-b", "union", hedge="about", relayed_by=["club"]),
        said("2031-03-02-b", "union", relayed_by=["club"]),
        said("2031-03-b", "union", relayed_by=["club"]),
        said("2031-03-01-b", "union", relayed_by=["omber-daily"]),
        said("2031-03-01-b", "union"),
    ):
        assert proposed(one, other) == []


def test_the_newest_claim_comes_first() -> None:
    union = said("2031-03-15-u", "union", "500")
    assert [id for id, _, _ in proposed(FIRST, SECOND, THIRD, union)] == [THIRD.id, THIRD.id, union.id, SECOND.id]


def _figure(series: str, as_of: str | None) -> dict[str, str | None]:
    return {"series": series, "value": "100", "hedge": "exact", "as_of": as_of}


WHEN = st.one_of(
    st.integers(0, 40).map(lambda days: str(date(2031, 1, 20) + timedelta(days))),
    st.sampled_from(["2031", "2031-02", "2031-01-30~", "2031-01/2031-02"]),
    st.sampled_from(["2031-02-01T01:00+09:00", "2031-01-31T20:00Z", "2031-02-01T23:00-05:00", "2031-01-31T12:00Z"]),
)
AS_OF = st.one_of(st.none(), WHEN.filter(lambda text: "T" not in text))
FIGURES = st.lists(
    st.fixed_dictionaries(
        {
            "series": st.sampled_from(["visitors", "walkers"]),
            "value": st.sampled_from(["100", "105", "300"]),
            "hedge": st.sampled_from(["exact", "about"]),
            "as_of": AS_OF,
        }
    ),
    max_size=2,
)
DRAWN = st.lists(
    st.tuples(
        WHEN,
        st.sampled_from(["office", "union", "club"]),
        st.sampled_from([(), ("club",), ("union", "club")]),
        FIGURES,
        st.lists(st.tuples(st.sampled_from(["revises", "disputes", "repeats"]), st.integers(0, 9)), max_size=2),
    ),
    max_size=9,
)
LINKS = (links, revision_cycles, named_twice)


@given(DRAWN)
@example(  # by one question the first is the later one, by the other the second
    [
        ("2031", "office", (), [_figure("visitors", "2031-02-02"), _figure("walkers", "2031-02-01")], []),
        ("2031", "office", (), [_figure("visitors", "2031-02-01"), _figure("walkers", "2031-02-02")], []),
    ]
)
@example(
    [
        ("2031-01-20", "office", (), [], []),
        ("2031-01-20", "office", (), [_figure("visitors", None)], []),
        ("2031-01-21", "office", (), [_figure("visitors", None)] * 2, [("revises", 0), ("revises", 0)]),
    ]
)
def test_the_check_takes_every_proposal_and_nothing_is_proposed_twice(drawn: list[Any]) -> None:
    claims = _claims(drawn)
    before = set(found(findings(context(*claims, *NAMED), LINKS)))
    pasted = _pasted(claims, proposals(library(*claims, *NAMED, series(), series("walkers"))))
    assert before.issuperset(found(findings(context(*pasted, *NAMED), LINKS)))  # a pasted line names nothing twice
    again = proposals(library(*pasted, *NAMED, series(), series("walkers")))
    assert not {(each.claim.id, each.key, pair.other.claim.id) for each in again for pair in each.pairs} & {
        (each.id, key, id) for each in pasted for key in ("revises", "disputes", "repeats") for id in getattr(each, key)
    }


def _claims(drawn: list[Any]) -> list[Claim]:
    """Claims of what was drawn, linked to some of each other."""
    ids = [f"2031-c{number}" for number in range(len(drawn))]
    return _in_order(
        [
            claim(
                id,
                said=when,
                claimant=claimant,
                relayed_by=relays,
                figures=[{key: value for key, value in each.items() if value} for each in figures],
                **{
                    key: [ids[place % len(ids)] for other, place in named if other == key]
                    for key in ("revises", "disputes", "repeats")
                },
            )
            for id, (when, claimant, relays, figures, named) in zip(ids, drawn, strict=True)
        ]
    )


def _pasted(claims: Sequence[Claim], proposed: Sequence[Proposal]) -> list[Claim]:
    lines = {(each.claim.id, each.key): each.ids for each in proposed}
    return [
        altered(each, **{key: ids for (id, key), ids in lines.items() if id == each.id}) if lines else each
        for each in claims
    ]
