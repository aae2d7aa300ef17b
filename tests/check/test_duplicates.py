from pathlib import Path
from typing import Any

import pytest

from site_builder.check import duplicates
from site_builder.model.records import Claim
from tests.check.examined import OTHER_FILE, examined, related, told, with_claim
from tests.records import CLAIM, CLAIM_FILE, ENTITY, altered, changed, claim, coded, context, entity, found, marked

SECOND = "2031-03-12-city-office-walkers"
SECOND_FILE = f"claims/2031/{SECOND}.yml"
WORDS = "some words that were said by the river at night when the lanterns went out one after another"


def quoting(id: str, words: str, url: str = "https://example.org/a", **values: Any) -> Claim:
    source = {"url": url, "publisher": "omber-daily"}
    return claim(id, quotes={"en": {"text": words, "origin": "source", "source": source}}, **values)


def near(*claims: Claim) -> list[tuple[str, str]]:
    """Which claims are too near, each with the earlier one."""
    archive = context(*claims)
    return [(Path(finding.file).stem, finding.values["other"]) for finding in duplicates.same_claims(archive)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("text: about", "text: ⊥about"),
        ("text: about 1,200 people came", 'text: ⊥"ABOUT  1,200 “people” came."'),
        ("text: about 1,200 people came", "text: ⊥ABOUT 1,200 people came"),
        (
            "text: about 1,200 people came\n    origin: source\n    source:\n      url: https://example.org/walk",
            "text: ⊥about 1,200 people came\n    origin: source\n    source:\n"
            "      url: http://EXAMPLE.org/walk/?utm_source=letter#top",
        ),
    ],
)
def test_a_claim_is_recorded_once(tmp_path: Path, old: str, new: str) -> None:
    problem = told(tmp_path, "E701", with_claim(old, new), SECOND_FILE)
    assert related(problem) == f"{CLAIM_FILE}:9:11"
    assert problem.values == {"other": "2031-03-12-city-office-visitors"}


@pytest.mark.parametrize(
    "text",
    [
        with_claim("text: about", "text: ⊥about").replace("/walk", "/another-page"),
        with_claim("text: about 1,200 people came", "text: ⊥at about 1,200 people came").replace("/walk", "/other"),
        with_claim("claimant: city-office", "claimant: omber-daily").replace("text: about", "text: ⊥about"),
    ],
)
def test_nearly_the_same_claim_is_told_of(tmp_path: Path, text: str) -> None:
    assert related(told(tmp_path, "W702", text, SECOND_FILE)) == f"{CLAIM_FILE}:9:11"


@pytest.mark.parametrize("key", ["revises", "disputes", "repeats"])
def test_claims_that_are_linked_may_be_alike(key: str) -> None:
    first, links = quoting("2031-03-11-a", WORDS), {key: ("2031-03-11-a",)}
    assert near(first, altered(quoting("2031-03-12-b", WORDS), **links)) == []
    assert near(first, quoting("2031-03-12-b", WORDS)) == [("2031-03-12-b", "2031-03-11-a")]


def test_other_numbers_make_another_claim() -> None:
    assert near(quoting("2031-03-11-a", f"{WORDS} 600"), quoting("2031-03-12-b", f"{WORDS} 700")) == []
    assert len(near(quoting("2031-03-11-a", f"{WORDS} 1,200"), quoting("2031-03-12-b", f"{WORDS} 1200"))) == 1


def test_other_occasions_are_other_claims() -> None:
    first = quoting("2031-03-11-a", WORDS, "https://example.org/a")
    assert near(first, quoting("2031-04-11-b", WORDS, "https://example.org/b")) == []
    assert near(first, quoting("2031-03-11-b", WORDS, "https://example.org/b", claimant="omber-daily")) == []


def test_what_a_withdrawn_claim_said_may_be_said_again() -> None:
    withdrawn = {"on": "2031-04-01", "reason": {"en": "a", "ko": "b"}}
    assert near(quoting("2031-03-11-a", WORDS, withdrawn=withdrawn), quoting("2031-03-11-b", WORDS)) == []


def test_quotes_of_one_claim_may_be_alike() -> None:
    source = {"origin": "source", "source": {"url": "https://example.org/a", "publisher": "omber-daily"}}
    assert near(claim(quotes={"en": {"text": WORDS} | source, "fr": {"text": WORDS} | source})) == []


def test_each_claim_is_told_of_once() -> None:
    claims = [quoting(f"2031-03-{day}-a", f"{WORDS} {'again ' * (day % 3)}") for day in range(10, 30)]
    assert [id for id, _ in near(*claims)] == [each.id for each in claims[1:]]


def test_characters_are_compared_where_words_have_no_spaces() -> None:
    first = quoting("2031-03-11-a", "约有一千二百人参加了灯笼游行活动")
    assert len(near(first, quoting("2031-03-12-b", "约有一千二百人参加了灯笼游行"))) == 1
    assert near(first, quoting("2031-03-12-b", "没有人受伤而且天气一直很好")) == []


@pytest.mark.parametrize("words", [WORDS, f"{WORDS} {{}}x", "{}x y"])
def test_many_claims_from_one_page_are_not_compared_each_with_each(words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    first, later, compared = quoting("2031-03-a", WORDS), claim("2031-04-a").said, list[object]()

    def share(*pairs: object) -> float:
        compared.append(pairs)
        return 0

    monkeypatch.setattr(duplicates, "_share", share)
    claims = [
        altered(
            first,
            id=f"2031-03-a{number}",
            quotes={"en": altered(first.quotes["en"], text=words.format("x" * number))},
            said=first.said if number % 2 else later,
        )
        for number in range(500)
    ]
    list(duplicates.same_claims(context(*claims)))
    assert len(compared) <= 60 * len(claims)


def test_a_page_has_one_publisher(tmp_path: Path) -> None:
    text = f"{CLAIM}reports:\n  - url: https://example.org/first-walk#top\n    publisher: ⊥city-office\n"
    problem = told(tmp_path, "W709", text)
    assert related(problem) == f"{OTHER_FILE}:13:18"
    assert problem.values == {"publisher": "omber-daily"}


def test_the_publisher_that_most_records_name_is_taken_for_right() -> None:
    claims = [quoting(f"2031-03-1{day}-a", f"{WORDS} {day}") for day in range(3)]
    source = {"url": "https://example.org/a", "publisher": "other"}
    wrong = claim("2031-03-01-b", reports=[source])
    assert found(duplicates.publishers(context(wrong, *claims))) == [(wrong.file, "reports.0.publisher", "W709")]


def test_a_publisher_may_have_many_pages() -> None:
    claims = [quoting(f"2031-03-1{day}-a", WORDS, f"https://example.org/{day}") for day in range(3)]
    assert found(duplicates.publishers(context(*claims))) == []


def test_two_entities_have_two_names(tmp_path: Path) -> None:
    text = changed(ENTITY, "en: City Office of Omber", "en: ⊥CITY OFFICE of  Omber").replace("옴버 시청", "옴버 청사")
    text, expected = marked(text, "W715")
    problems = examined(tmp_path, {"claims/entities/omber-office.yml": text})
    assert coded(problems) == ["1:1 W705", *expected]
    assert related(problems[1]) == "claims/entities/city-office.yml:3:7"


def test_an_alias_is_not_the_name_of_another_entity() -> None:
    archive = context(entity("a", name={"en": "A", "ko": "가"}, aliases=["Same"]), entity("b", aliases=["x", "same"]))
    assert found(duplicates.same_names(archive)) == [("claims/entities/b.yml", "aliases.1", "W715")]


def test_entities_of_two_kinds_may_share_a_name() -> None:
    assert found(duplicates.same_names(context(entity("a"), entity("b", kind="place")))) == []
    assert found(duplicates.same_names(context(entity("a", name={"en": "SBS", "ko": "SBS"}, aliases=["SBS"])))) == []


def test_a_merged_entity_may_be_called_as_the_other_one_and_as_no_third_one() -> None:
    merged = [entity("b", merged_into="c"), entity("c"), entity("d", merged_into="b")]
    assert found(duplicates.same_names(context(*merged))) == []
    named = entity("a", name={"en": "A", "ko": "가"}, aliases=["Town Hall"])
    third = entity("d", name={"en": "Town Hall", "ko": "나"}, merged_into="c")
    assert found(duplicates.same_names(context(named, *merged[:2], third))) == [
        ("claims/entities/d.yml", "name.en", "W715")
    ]


def test_a_merged_publisher_or_claimant_is_the_other_one() -> None:
    merged = [entity("old", merged_into="omber-daily"), entity("omber-daily")]
    source = {"url": "https://example.org/walk", "publisher": "old"}
    assert found(duplicates.publishers(context(claim(), claim("2031-03-13-b", reports=[source]), *merged))) == []
    assert found(duplicates.publishers(context(claim(), claim("2031-03-13-b", reports=[source]))))
    twice = [claim("2031-03-12-a", claimant="old"), claim("2031-03-12-b", claimant="omber-daily")]
    assert [code for *_, code in found(duplicates.same_claims(context(*twice, *merged)))] == ["E701"]


def test_the_sample_of_words_that_are_near_is_near() -> None:
    first = quoting("2031-03-11-a", "about 40 ships are held")
    assert len(near(first, quoting("2031-03-12-b", "about 40 ships are held now", "https://example.org/b"))) == 1


@pytest.mark.parametrize("dot", ["\u00b7", "\u318d", "\u30fb", "\uff65", "\u2027", " "])
def test_the_dots_of_korean_keyboards_are_one(dot: str) -> None:
    archive = context(
        entity("a", kind="event", name={"en": "War", "ko": "러·우 전쟁"}),
        entity("b", kind="event", name={"en": "Other war", "ko": f"러{dot}우 전쟁"}),
    )
    assert [code for _, _, code in found(duplicates.same_names(archive))] == ["W715"]


def test_a_claim_is_recorded_once_whether_its_time_is_known_or_not(tmp_path: Path) -> None:
    timed = with_claim("said: 2031-03-12", "said: 2031-03-12T14:30+09:00")
    problem = told(tmp_path, "E701", with_claim("text: about", "text: ⊥about"), CLAIM_FILE, {SECOND_FILE: timed})
    assert problem.values == {"other": SECOND}
