"""Whatever the answers are that were given beforehand, they become a record, or somebody hears why not."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from site_builder.cli import answered
from site_builder.language.language import Language
from site_builder.new.session import NewRecordSession
from tests.records import ARCHIVE, SCHEMAS, SERIES_FILE, write
from tests.sites import files

LANGUAGES = (Language("en"), Language("ko"))
ANSWERS: dict[str, str | tuple[str, ...]] = {
    "url": "https://example.org/lanterns",
    "publisher": "Omber Daily",
    "accessed": "2031-03-20",
    "quote": "“about 900 people came”",
    "quote_language": "en",
    "translation_ko": "“약 900명이 왔다”",
    "translated_by": "human",
    "claimant": "city-office",
    "said": "2031-03-14",
    "about": ("Lantern Walk",),
    "title_en": "City Office counts about 900 visitors",
    "title_ko": "시청, 방문객 약 900명으로 집계",
    "series": "visitors",
    "value": "900",
    "hedge": "about",
}
PIECES = [
    *(
        "\0",
        "\ud800",
        "\u202e",
        "\u200b",
        "\u2028",
        "\ufeff",
        "\n",
        "\t",
        "e\u0301",
        "２０３１",
        "①",
        "½",
        "1/0",
        "٣",
        "9e9",
    ),
    *(
        "-0",
        "1,200",
        "2031-02-30",
        "T25:00Z",
        "~",
        "/",
        "..",
        "https://[",
        "a\\b",
        "```",
        "###",
        '"',
        "“",
        "'",
        "{",
        "{x}",
    ),
    *("%s", "&", "<", "::", "-", "?", "|", ">", "city-office", "visitors", "홍", "😀", "900", "약", " "),
]
ANYTHING = st.text(max_size=20) | st.lists(st.sampled_from(PIECES), max_size=6).map("".join)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small archive, which stays as it is."""
    return write(tmp_path_factory.mktemp("answered"), {**ARCHIVE, **SCHEMAS})


def claim(place: Path, **answers: str | tuple[str, ...]) -> answered.Answered:
    """What became of the answers; the archive is as it was before."""
    before = files(place)
    made = answered.claim(NewRecordSession(place, ["en", "ko"]), {**ANSWERS, **answers}, LANGUAGES)
    written = files(place).keys() - before.keys()
    assert written == made.files.keys()
    for file in written:
        (place / file).unlink()
    return made


def told(made: answered.Answered) -> list[str]:
    """The options about which something is said, the same ones in every language."""
    english, korean = ([option for option, _ in made.wrong[language]] for language in LANGUAGES)
    assert english == korean
    return english


def test_right_answers_are_a_record(place: Path) -> None:
    made = claim(place)
    assert [*made.files] == ["claims/2031/2031-03-14-city-office-visitors.yml"]
    assert made.id == "2031-03-14-city-office-visitors"
    assert not any(made.wrong.values())


@pytest.mark.parametrize(
    ("answers", "options"),
    [
        ({"claimant": "Nobody", "publisher": "Nobody", "said": "soon"}, ["publisher", "claimant", "said"]),
        ({"about": ("A", "Lantern Walk", "B"), "relayed_by": ("C",)}, ["relayed-by", "about", "about"]),
        ({"published": "soon", "value": "many"}, ["published", "value"]),
        ({"value": "900-900"}, ["value"]),
        ({"value": "12-8"}, ["value"]),
        ({"series": "Nothing?", "value": "many"}, ["series"]),
        ({"quote_language": "Korean", "said": "soon"}, ["quote-language", "said"]),
    ],
)
def test_all_that_are_wrong_by_themselves_are_told_together(
    place: Path, answers: dict[str, str | tuple[str, ...]], options: list[str]
) -> None:
    made = claim(place, **answers)
    assert told(made) == options
    assert not [text for _, text in made.wrong[LANGUAGES[0]] if "claims new" in text]  # which nobody there can type


def test_what_the_check_finds_is_told_of_the_answer_that_it_comes_from(place: Path) -> None:
    made = claim(place, title_ko="City Office counts 900", url="ftp://example.org")
    assert set(told(made)) == {"title-ko", "url"}
    assert not made.files


def test_without_records_to_stand_in_the_first_wrong_answer_is_told(tmp_path: Path) -> None:
    place = write(tmp_path, {**SCHEMAS, SERIES_FILE: ARCHIVE[SERIES_FILE]})
    made = answered.claim(NewRecordSession(place, ["en", "ko"]), ANSWERS, LANGUAGES)
    assert told(made) == ["publisher"]


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(st.sampled_from(sorted({*ANSWERS, "headline", "published"} - {"hedge"})), ANYTHING, max_size=3))
def test_any_answers_are_a_record_or_are_refused(place: Path, answers: dict[str, str]) -> None:
    given_answers = {name: (text,) if name == "about" else text for name, text in answers.items() if text}
    made = claim(place, **given_answers)
    assert bool(made.files) is not any(made.wrong.values())
