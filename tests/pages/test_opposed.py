"""What stands against each other, side by side."""

from typing import Any

import pytest

from site_builder.language.language import Link, plain
from site_builder.library.localized import LocalizedLibrary
from site_builder.model import urls
from site_builder.model.records import Claim
from site_builder.pages import disagreements, opposed
from tests import libraries
from tests.records import claim, entity, series

QUOTES: dict[str, dict[str, Any]] = {
    "en": {
        "text": "some 300 came",
        "origin": "source",
        "source": {"url": "https://example.org/a", "publisher": "daily"},
    },
    "ko": {"text": "300명쯤 왔다", "origin": "translation", "from": "en", "method": "human", "reviewed": "true"},
}
OFFICE = claim(
    "2031-03-11-office",
    title={"en": "Office counts 300", "ko": "시청, 300명으로 집계"},
    quotes=QUOTES,
    figures=[{"series": "visitors", "value": "300", "hedge": "about"}],
)
UNION = claim(
    "2031-03-12-union",
    title={"en": "Union counts 600", "ko": "걷기 모임, 600명으로 집계"},
    claimant="union",
    quotes={**QUOTES, "en": {**QUOTES["en"], "text": "word " * 100}},
    figures=[{"series": "walkers", "value": "600", "hedge": "at-least", "as_of": "2031-03"}],
    disputes=["2031-03-11-office"],
    notes={"en": "They counted walkers.", "ko": "걸은 사람을 셌습니다."},
)


def seen(tag: str, *claims: Claim) -> LocalizedLibrary:
    return libraries.localized(
        tag,
        *claims,
        series("visitors"),
        series("walkers", question={"en": "How many walked?", "ko": "몇 명이 걸었나?"}),
        entity("city-office", name={"en": "City Office", "ko": "시청"}),
        entity("union", name={"en": "Union", "ko": "걷기 모임"}),
        entity("daily", kind="outlet"),
    )


@pytest.mark.parametrize(
    ("tag", "expected"),
    [("en", "Union disputes City Office"), ("ko", "걷기 모임 발언, 시청 발언과 상충")],
)
def test_a_dispute_says_who_disputes_whom(tag: str, expected: str) -> None:
    assert plain(opposed.dispute(seen(tag, OFFICE, UNION), UNION, OFFICE).sentence) == expected


def test_a_dispute_shows_what_differs() -> None:
    one, other = opposed.dispute(seen("ko", OFFICE, UNION), UNION, OFFICE).sides
    assert [one.relation, other.relation] == ["상대 발언", "이와 다르게 말한 발언"]
    assert [one.title.text, one.claimant.text, one.date] == ["시청, 300명으로 집계", "시청", "2031년 3월 11일"]
    [figure], [against] = one.figures, other.figures
    assert [figure.question.text, figure.quantity, figure.as_of] == [
        "방문객은 몇 명이었나?",
        "약 300명",
        "2031년 3월 11일",
    ]
    assert [against.question.text, against.quantity, against.as_of] == ["몇 명이 걸었나?", "최소 600명", "2031년 3월"]
    assert [(quote.language, quote.text) for quote in one.quotes] == [("ko", "300명쯤 왔다")]
    assert [one.notes, other.notes and other.notes.text] == [None, "걸은 사람을 셌습니다."]


def test_a_list_cuts_long_words_at_the_end_of_one() -> None:
    library = seen("en", OFFICE, UNION)
    [quote] = opposed.dispute(library, UNION, OFFICE).sides[1].quotes
    assert quote.text == "word " * 31 + "word…"
    assert opposed.side(library, UNION, "").quotes[0].text == "word " * 100


def test_words_without_spaces_are_cut_too() -> None:
    quotes = {**QUOTES, "ko": {**QUOTES["ko"], "text": "말" * 500}}
    library = seen("ko", claim("2031-03-11-office", quotes=quotes), UNION)
    [quote] = opposed.dispute(library, UNION, library.archive.claims["2031-03-11-office"]).sides[0].quotes
    assert quote.text == "말" * 159 + "…"


def test_differing_answers_stand_beside_each_other_by_claimant() -> None:
    other = claim(
        "2031-03-12-union",
        claimant="union",
        quotes=QUOTES,
        figures=[{"series": "visitors", "value": "600", "hedge": "exact"}],
    )
    library = seen("en", OFFICE, other)
    [found] = library.groups.disagreements_over["visitors"]
    view = opposed.disagreement(library, found)
    assert (view.question.text, view.days) == ("How many visitors came?", "March 11\u2009–\u200912, 2031")
    assert [each.claimant.text for each in view.claimants] == ["City Office", "Union"]
    [answer] = view.claimants[0].answers
    assert answer.quantity == Link("about 300 visitors", "claims/2031-03-11-office/")
    assert [quote.text for quote in answer.quotes] == ["some 300 came"]


def differing(*numbers: str) -> LocalizedLibrary:
    """An archive with the office's answer and these of the union, one a day."""
    return seen(
        "en",
        OFFICE,
        *(
            claim(
                f"2031-03-{day}-union",
                claimant="union",
                quotes=QUOTES,
                figures=[{"series": "visitors", "value": number, "hedge": "exact"}],
            )
            for day, number in enumerate(numbers, 12)
        ),
    )


def test_more_than_two_differing_answers_are_numbers_without_words() -> None:
    library = differing("1200", "1300")
    [found] = library.groups.disagreements_over["visitors"]
    office, union = opposed.disagreement(library, found).claimants
    assert [each.quotes for each in (*office.answers, *union.answers)] == [(), (), ()]
    assert [(each.quantity, each.as_of) for each in union.answers] == [
        (Link("1,200 visitors", "claims/2031-03-12-union/"), "March 12, 2031"),
        (Link("1,300 visitors", "claims/2031-03-13-union/"), "March 13, 2031"),
    ]


def test_a_part_of_two_answers_of_a_disagreement_has_no_words_either() -> None:
    library = differing("1200", "1300")
    [found] = library.groups.disagreements_over["visitors"]
    [union] = opposed.disagreement(library, found, opposed.by_claimant(found)[1:]).claimants
    assert [each.quotes for each in union.answers] == [(), ()]


def test_a_long_disagreement_reaches_over_pages_and_shows_each_answer_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disagreements, "_WEIGHT", 50)
    library = differing(*(str(600 + number) for number in range(19)))
    shown = [page.show(library).context for page in disagreements.pages(library)]
    assert len(shown) == 2
    answers = [
        answer.quantity.address
        for context in shown
        for each in context.disagreements
        for claimant in each.claimants
        for answer in claimant.answers
    ]
    assert sorted(answers) == sorted(urls.claim(id) for id in library.archive.claims)


def test_a_series_shows_the_disputes_of_either_side() -> None:
    library = seen("en", OFFICE, UNION)
    for id in ("visitors", "walkers"):
        found = opposed.in_series(library, id)
        assert found
        assert [plain(each.sentence) for each in found.disputes] == ["Union disputes City Office"]
        assert (found.disagreements, found.more) == ((), None)
    assert opposed.in_series(seen("en", OFFICE), "visitors") is None


def test_answers_of_which_one_disputes_the_other_are_shown_once() -> None:
    figure = {"series": "visitors", "value": "600", "hedge": "exact"}
    library = seen(
        "en", OFFICE, claim("2031-03-12-union", claimant="union", quotes=QUOTES, figures=[figure], disputes=[OFFICE.id])
    )
    assert len(library.groups.disagreements_over["visitors"]) == 1
    assert opposed.count_in_series(library, "visitors") == 1


def test_a_series_leads_to_what_it_does_not_show() -> None:
    further = [
        claim(f"2031-03-{day}-union", claimant="union", quotes=QUOTES, disputes=[OFFICE.id], figures=UNION.figures)
        for day in range(12, 17)
    ]
    found = opposed.in_series(seen("en", OFFICE, *further), "walkers")
    assert found
    assert len(found.disputes) == 3
    assert found.more == Link("All disagreements", "disagreements/")


def test_what_a_series_shows_hangs_on_both_claims() -> None:
    before = opposed.dependencies_in_series(seen("en", OFFICE, UNION), "walkers")
    assert before != opposed.dependencies_in_series(seen("en", OFFICE), "walkers")
