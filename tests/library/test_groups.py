from site_builder.library.groups import Claims, group, in_order
from site_builder.model.records import Claim
from tests.records import answering, archive, claim, entity, series

SOURCE = {"url": "https://example.org/a", "publisher": "omber-daily"}
WITHDRAWN = {"on": "2031-04-01", "reason": {"en": "a", "ko": "b"}}
OFFICE_FIRST = claim("2031-03-11-office", about=["lantern-walk", "lake", "lake"])
UNION = claim("2031-03-12-union", claimant="union", disputes=[OFFICE_FIRST.id], reports=[SOURCE, SOURCE])
OFFICE_AGAIN = claim(
    "2031-03-13-office", relayed_by=["lind", "union"], revises=[OFFICE_FIRST.id], disputes=[UNION.id, UNION.id]
)
DAILY = claim("2031-04-daily", claimant="omber-daily", repeats=[OFFICE_AGAIN.id], about=["city-office"])
GONE = claim("2031-05-gone", claimant="lind", repeats=[UNION.id], revises=[DAILY.id], withdrawn=WITHDRAWN)
GROUPS = group(
    archive(
        OFFICE_FIRST,
        UNION,
        OFFICE_AGAIN,
        DAILY,
        GONE,
        entity("union", part_of="city-office"),
        entity("lind", part_of="city-office"),
        entity("city-office"),
    )
)


def ids(claims: Claims) -> list[str]:
    return [claim.id for claim in claims]


def test_claims_are_grouped_by_what_an_entity_did_with_them() -> None:
    assert ids(GROUPS.made["city-office"]) == [OFFICE_FIRST.id, OFFICE_AGAIN.id]
    assert ids(GROUPS.relayed["union"]) == [OFFICE_AGAIN.id]
    assert ids(GROUPS.about["city-office"]) == [DAILY.id]
    assert ids(GROUPS.published["omber-daily"]) == [OFFICE_FIRST.id, UNION.id, OFFICE_AGAIN.id, DAILY.id]


def test_an_id_that_a_claim_names_twice_groups_it_once() -> None:
    assert ids(GROUPS.about["lake"]) == [OFFICE_FIRST.id]
    assert ids(GROUPS.disputed_by[UNION.id]) == [OFFICE_AGAIN.id]


def test_an_entitys_claims_are_all_that_name_it_each_once_in_order() -> None:
    assert len(GROUPS.naming("union")) == 2
    assert len(GROUPS.naming("city-office")) == 3
    assert len(GROUPS.naming("nobody")) == 0


def test_links_are_grouped_from_the_claim_that_they_lead_to() -> None:
    assert {id: ids(claims) for id, claims in GROUPS.revised_by.items()} == {OFFICE_FIRST.id: [OFFICE_AGAIN.id]}
    assert {id: ids(claims) for id, claims in GROUPS.disputed_by.items()} == {
        OFFICE_FIRST.id: [UNION.id],
        UNION.id: [OFFICE_AGAIN.id],
    }
    assert {id: ids(claims) for id, claims in GROUPS.repeated_by.items()} == {OFFICE_AGAIN.id: [DAILY.id]}


def test_a_claim_is_in_every_period_that_holds_its_date() -> None:
    assert {period: len(claims) for period, claims in GROUPS.in_period.items()} == {
        "2031": 4,
        "2031-03": 3,
        "2031-03-11": 1,
        "2031-03-12": 1,
        "2031-03-13": 1,
        "2031-04": 1,
    }


def test_a_withdrawn_claim_is_in_no_group() -> None:
    grouped = [*GROUPS.made.values(), *GROUPS.in_period.values(), *GROUPS.repeated_by.values()]
    assert GONE not in GROUPS.shown
    assert not any(GONE in claims for claims in grouped)
    assert DAILY.id not in GROUPS.revised_by


def test_entities_are_grouped_under_the_one_that_they_are_part_of() -> None:
    assert dict(GROUPS.parts) == {"city-office": ("union", "lind")}


def test_answers_stand_in_the_order_of_the_days_that_they_hold_for() -> None:
    def answer(id: str, **values: str) -> Claim:
        return claim(id, figures=[{"series": "visitors", "hedge": "exact", **values}])

    early = answer("2031-03-20-early", value="1", as_of="2031-03-01")
    middle = answer("2031-03-10-middle", value="2")
    also_middle = answer("2031-03-10-also", value="3")
    gone = claim(
        "2031-03-09-gone", figures=[{"series": "visitors", "hedge": "exact", "value": "9"}], withdrawn=WITHDRAWN
    )
    answers = group(archive(gone, middle, also_middle, early, series())).answers["visitors"]
    assert [(answer.claim.id, answer.figure.value) for answer in answers] == [
        (early.id, 1),
        (also_middle.id, 3),
        (middle.id, 2),
    ]


def test_one_claim_may_answer_a_question_twice() -> None:
    twice = claim(figures=[{"series": "visitors", "hedge": "exact", "value": value} for value in ("1", "2")])
    assert [answer.figure.value for answer in group(archive(twice)).answers["visitors"]] == [1, 2]


def test_nothing_groups_to_nothing() -> None:
    groups = group(archive())
    assert groups.shown == ()
    assert not groups.naming("city-office")
    assert not groups.in_period


def test_a_dispute_is_open_until_one_of_both_is_revised() -> None:
    disputed, disputing = claim("2031-03-11-office"), claim("2031-03-12-union", disputes=["2031-03-11-office"])
    assert group(archive(disputed, disputing)).disputes == ((disputing, disputed),)
    for id in (disputed.id, disputing.id):
        assert group(archive(disputed, disputing, claim("2031-03-13-later", revises=[id]))).disputes == ()


def test_who_answered_most_comes_first() -> None:
    claims = [answering(f"2031-03-0{day}", who, value="1") for day, who in enumerate(("b", "a", "c", "c"), 1)]
    assert group(archive(*claims)).claimants["visitors"] == ("c", "a", "b")


def test_claims_of_a_day_stand_in_the_order_of_their_times_on_the_day_of_their_place() -> None:
    said = {
        "2031-03-12-a": "2031-03-12",
        "2031-03-12-b": "2031-03-12T23:00-10:00",
        "2031-03-12-c": "2031-03-12T09:00Z",
        "2031-03-12-d": "2031-03-12T09:00+09:00",
        "2031-03-13-e": "2031-03-13T00:30+09:00",
    }
    claims = in_order({id: claim(id, said=at) for id, at in said.items()})
    assert [each.id[-1] for each in claims] == ["d", "c", "b", "a", "e"]
    groups = group(archive(*claims))
    assert [each.id[-1] for each in groups.in_period["2031-03-12"]] == ["d", "c", "b", "a"]
    assert [each.id[-1] for each in groups.in_period["2031-03-13"]] == ["e"]
