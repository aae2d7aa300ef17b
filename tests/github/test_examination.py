"""A night's look at sources and packages."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from site_builder.github import advisories, examination
from site_builder.github.advisories import LIST, installed, weaknesses
from site_builder.github.examination import Examination, Round, Sighting, sightings
from site_builder.github.handover import Unreadable
from site_builder.github.web import Answer
from site_builder.model.records import Claim, SourceQuote
from site_builder.read.loader import Loaded
from site_builder.sources.troubles import Trouble
from tests.commands import RunCli
from tests.github.archives import repository
from tests.libraries import loaded
from tests.records import altered
from tests.sources.test_again import Page
from tests.sources.test_verify import TEXT, line, quoting

TODAY = date(2031, 5, 1)
FOUND = Page(TEXT)


def archive(count: int) -> Loaded:
    """Claims with a quote that was found, each on a page of its own."""
    made = [_on_page(f"2031-03-12-city-office-{number}", f"https://example.org/{number}") for number in range(count)]
    lines = [replace(each, claim=of.id) for of in made for each in (line(), line("ko"))]
    return loaded(*made, lines=lines)


def _on_page(id: str, url: str) -> Claim:
    made = quoting()
    quote = made.quotes["en"]
    assert isinstance(quote, SourceQuote)
    return altered(made, id=id, quotes={**made.quotes, "en": altered(quote, source=altered(quote.source, url=url))})


def look(of: Loaded, page: Page = FOUND, today: date = TODAY, visits: int = 10_000) -> tuple[Sighting, ...]:
    left = iter(range(visits))
    return sightings(examination.quotes(of), lambda url: page, today, lambda: next(left, None) is None)


def test_what_was_seen_of_a_quote_is_taken_down() -> None:
    assert look(archive(1)) == (Sighting("2031-03-12-city-office-0", "en", "still-there", "https://example.org/0"),)
    (gone,) = look(archive(1), Page("", Trouble("gone", "404")))
    assert (gone.news, gone.trouble, gone.detail) == ("missed", "gone", "404")


def test_few_quotes_are_looked_at_every_night() -> None:
    for day in range(3):
        assert len(look(archive(50), today=TODAY + timedelta(days=day))) == 50


@pytest.mark.parametrize(("count", "a_night"), [(51, 50), (400, 58), (2500, 300)])
def test_of_many_quotes_each_has_its_turn(count: int, a_night: int) -> None:
    of, nights = archive(count), -(-count // a_night)
    seen = [look(of, today=TODAY + timedelta(days=day)) for day in range(nights)]
    assert {len(each) for each in seen} == {a_night}
    assert len({each.url for night in seen for each in night}) == count


@pytest.mark.parametrize(
    ("count", "a_night", "nights", "is_slow"),
    [
        (0, 0, 0, False),
        (1, 1, 1, False),
        (50, 50, 1, False),
        (51, 50, 2, False),
        (350, 50, 7, False),
        (351, 51, 7, False),
        (2_100, 300, 7, False),
        (2_101, 300, 8, True),
        (30_000, 300, 100, True),
    ],
)
def test_a_round_takes_a_week_as_long_as_there_is_time(count: int, a_night: int, nights: int, is_slow: bool) -> None:
    round = examination.round_of(count)
    assert (round.quotes, round.a_night, round.nights, round.is_slow) == (count, a_night, nights, is_slow)


def test_whoever_looks_is_told_how_long_a_round_takes(
    tmp_path: Path, run_cli: RunCli, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository(tmp_path)
    monkeypatch.setattr(examination, "quotes", lambda loaded: [None] * 2_400)
    monkeypatch.setattr(examination, "sightings", lambda *asked: ())
    monkeypatch.setattr(advisories, "weaknesses", lambda *asked: {})
    done = run_cli("github", "examine", "--output", "found.json", at=tmp_path)
    assert done.code == 0
    assert "300 of 2,400 a night, so each is looked at once in 8 nights." in done.out
    assert "`claims verify --again`" in done.out
    assert examination.read(tmp_path / "found.json").round == Round(2_400, 300)


def test_when_it_is_late_the_rest_waits() -> None:
    assert len(look(archive(9), visits=4)) == 4


def test_a_withdrawn_claim_is_not_looked_at() -> None:
    withdrawn = quoting(withdrawn={"on": "2031-04-01", "reason": {"en": "An error.", "ko": "오류"}})
    assert look(loaded(withdrawn, lines=[line()])) == ()
    assert len(look(loaded(quoting(), lines=[line()]))) == 1


def test_what_was_found_travels_as_json(tmp_path: Path) -> None:
    found = Examination(TODAY, Round(2, 2), look(archive(2)), {"jinja2": "3.1.5"}, {"jinja2": ["GHSA-cpwx-vrp4-4pq7"]})
    assert read(tmp_path, examination.write(found)) == found


def read(place: Path, written: bytes) -> Examination:
    (place / "found.json").write_bytes(written)
    return examination.read(place / "found.json")


SIGHTING = {"claim": "2031-03-12-a", "language": "en", "news": "gone", "url": ""}


@pytest.mark.parametrize(
    "change",
    [
        {"weaknesses": {"jinja2": ["[x](https://evil.example)"]}},
        {"weaknesses": {"jinja2": ["GHSA-1\n@all"]}},
        {"weaknesses": {"jinja2": ["GHSA-1\n"]}},
        {"weaknesses": {"jinja2": ["GHSA-1-2-3"] * 21}},
        {"weaknesses": {str(number): ["GHSA-1-2-3"] for number in range(1_001)}},
        {"packages": {str(number): "1" for number in range(1_001)}},
        {"packages": {"a" * 301: "1"}},
        {"packages": {"jinja2": "1" * 301}},
        {"packages": {"jinja2": 3}},
        {"day": "yesterday"},
        {"day": 19_000},
        {"seen": [SIGHTING | {"news": "<b>"}]},
        {"seen": [SIGHTING | {"claim": "../../a"}]},
        {"seen": [SIGHTING | {"claim": "2031-03-12-a\n"}]},
        {"seen": [SIGHTING | {"language": "<b>"}]},
        {"seen": [SIGHTING | {"trouble": "@all"}]},
        {"seen": [SIGHTING | {"url": "a" * 301}]},
        {"seen": [SIGHTING | {"detail": "a" * 301}]},
        {"seen": [SIGHTING | {"url": 7}]},
        {"seen": [SIGHTING | {"more": 7}]},
        {"seen": [SIGHTING] * 601},
        {"round": {"quotes": -1, "a_night": 1}},
        {"round": {"quotes": 10**30, "a_night": 1}},
        {"round": None},
    ],
)
def test_no_other_file_is_taken_for_one(tmp_path: Path, change: Mapping[str, object]) -> None:
    written = json.loads(examination.write(Examination(TODAY, Round(), (), {}, {})))
    assert read(tmp_path, json.dumps(written | {"seen": [SIGHTING] * 600}).encode()).seen
    with pytest.raises(Unreadable):
        read(tmp_path, json.dumps(written | change).encode())


def test_whatever_pages_and_packages_have_what_is_written_can_be_read(tmp_path: Path) -> None:
    of, detail = archive(1), "\ud800\x00\n" * 400
    copied = _on_page("2031-03-12-city-office-0", f"https://example.org/{'a' * 5_000}")
    long = replace(of, archive=replace(of.archive, claims={copied.id: copied}))
    seen = look(long, Page("", Trouble("gone", detail)))
    packages = {f"package-{number}-{'a' * 500}": "1" * 500 for number in range(1_500)}
    weak = {name: [f"GHSA-{number}" for number in range(50)] for name in packages}
    found = examination.of(TODAY, Round(), seen, packages, weak)
    assert read(tmp_path, examination.write(found)) == found
    assert len(found.seen) == 1
    assert len(found.weaknesses or ()) == 1_000
    assert examination.of(TODAY, Round(), seen, {}, None).weaknesses is None


def ask(packages: Mapping[str, str], answer: object, status: int | None = 200) -> dict[str, list[str]] | None:
    def post(url: str, value: Mapping[str, object], limit: int) -> Answer:
        assert url == LIST
        assert value == {
            "queries": [
                {"package": {"name": name, "ecosystem": "PyPI"}, "version": version}
                for name, version in packages.items()
            ]
        }
        return Answer(status, json.dumps(answer).encode()[:limit])

    return weaknesses(packages, post)


def test_weak_packages_are_those_for_which_there_are_advisories() -> None:
    answer = {"results": [{}, {"vulns": [{"id": "GHSA-cpwx-vrp4-4pq7", "modified": "2031"}, {"id": "PYSEC-2031-1"}]}]}
    assert ask({"babel": "2.18.0", "jinja2": "3.1.5"}, answer) == {"jinja2": ["GHSA-cpwx-vrp4-4pq7", "PYSEC-2031-1"]}
    assert ask({"babel": "2.18.0"}, {"results": [{}]}) == {}


@pytest.mark.parametrize(
    "answer",
    [
        [],
        {},
        {"results": None},
        {"results": []},
        {"results": [{"vulns": [{}]}]},
        {"results": [{"vulns": [{"id": 7}]}]},
        {"results": [{"vulns": [{"id": "a](b) @all"}]}]},
        {"results": [{}, {}]},
        {"results": ["GHSA-1"]},
    ],
)
def test_an_odd_answer_says_nothing_of_packages(answer: object) -> None:
    assert ask({"babel": "2.18.0"}, answer) is None


@pytest.mark.parametrize("status", [None, 400, 500])
def test_a_list_that_does_not_answer_says_nothing_of_packages(status: int | None) -> None:
    assert ask({"babel": "2.18.0"}, {"results": [{}]}, status) is None


def test_the_packages_in_use_are_asked_for() -> None:
    assert {name.lower() for name in installed()} >= {"jinja2", "mkdocs", "pydantic"}
