from site_builder.library.occasions import Coverage, briefings, coverage, occasion
from site_builder.model.records import Claim
from tests.records import claim


def said(id: str, when: str, *outlets: str, relayed_by: str = "mara-lind", claimant: str = "city-office") -> Claim:
    """A claim that outlets reported, of which the first is quoted."""
    first, *others = outlets or ("omber-daily",)
    quote = {"text": "x", "origin": "source", "source": {"url": "https://example.org/", "publisher": first}}
    reports = [{"url": f"https://example.org/{outlet}", "publisher": outlet} for outlet in others]
    return claim(
        f"{when[:10]}-{id}",
        said=when,
        claimant=claimant,
        relayed_by=[relayed_by] if relayed_by else [],
        quotes={"en": quote},
        reports=reports,
    )


KILLED = said("killed", "2031-03-12", "omber-daily", "lake-radio")


def test_claims_of_one_claimant_day_and_relay_are_of_one_occasion() -> None:
    assert occasion(KILLED) == occasion(said("hurt", "2031-03-12", "other"))


def test_another_claimant_day_or_relay_is_another_occasion() -> None:
    others = [
        said("a", "2031-03-13"),
        said("a", "2031-03-12", claimant="walkers-union"),
        said("a", "2031-03-12", relayed_by="lake-radio"),
        said("a", "2031-03-12", relayed_by=""),
    ]
    assert len({occasion(KILLED), *map(occasion, others)}) == 5


def test_the_order_of_relays_makes_no_other_occasion() -> None:
    one, other = (claim(f"2031-03-12-{id}", relayed_by=relays) for id, relays in (("a", ["x", "y"]), ("b", ["y", "x"])))
    assert occasion(one) == occasion(other)


def test_what_may_be_two_occasions_is_not_taken_for_one() -> None:
    for when in ("2031", "2031-03", "2031-03-12~", "2031-03-12/2031-03-13"):
        assert occasion(said("a", when)) != occasion(said("b", when))
    times = ["2031-03-12T09:00Z", "2031-03-12T18:00Z", "2031-03-12T18:30+00:30"]
    morning, evening, same = (said(id, when) for id, when in zip("abc", times, strict=True))
    assert occasion(morning) != occasion(evening) == occasion(same)


def test_each_outlet_counts_once_whether_it_is_quoted_or_reports() -> None:
    hurt = said("hurt", "2031-03-12", "lake-radio", "omber-daily", "evening")
    assert coverage([KILLED, hurt]) == Coverage(outlets=3, occasions=1, is_relayed=True)
    assert coverage([KILLED, said("a", "2031-03-12", relayed_by="")]) == Coverage(2, 2, is_relayed=False)


def test_outlets_depend_on_each_other_where_there_are_several_and_fewer_occasions() -> None:
    assert Coverage(4, 1, is_relayed=True).is_dependent
    assert Coverage(2, 1, is_relayed=False).is_dependent
    assert not Coverage(1, 1, is_relayed=True).is_dependent
    assert not Coverage(2, 2, is_relayed=True).is_dependent
    assert not Coverage(1, 0, is_relayed=True).is_dependent
    assert not coverage([]).is_dependent


def test_a_briefing_is_several_claims_that_were_passed_on_together() -> None:
    hurt, alone, direct = said("hurt", "2031-03-12"), said("a", "2031-03-13"), said("b", "2031-03-12", relayed_by="")
    second = said("c", "2031-03-12", relayed_by="")
    assert briefings([KILLED, alone, direct, hurt, second]) == [(KILLED, hurt)]
