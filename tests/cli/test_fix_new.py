import os
import stat
import subprocess
import sys
import unicodedata
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from site_builder.cli import claims
from site_builder.new.session import NewRecordSession
from site_builder.read.loader import load
from tests.records import ARCHIVE, CLAIM, CLAIM_FILE, ENTITY_FILE, ROOT, SCHEMAS, changed, write

CONFIG = "site_name: X\ndocs_dir: content\ntheme: material\nplugins:\n  - claims:\n      languages: [en, ko]\n"
SAID = {
    "claimant": "city office of omber",
    "said": "2031-03-14",
    "title-en": "City Office says that the lanterns were red",
    "title-ko": "시청, 등불이 붉은색이었다고 발표",
    "quote": "the lanterns were red",
    "quote-language": "en",
    "url": "https://example.org/lanterns",
    "publisher": "옴버 일보",
    "translation-ko": "등불은 붉은색이었다",
    "translated-by": "machine",
    "about": "lantern-walk",
}
FILE = "claims/2031/2031-03-14-city-office-lanterns-red.yml"
WRITTEN = """\
# yaml-language-server: $schema=../schema/claim.schema.json
title:
  en: City Office says that the lanterns were red
  ko: 시청, 등불이 붉은색이었다고 발표
said: 2031-03-14
claimant: city-office
about: [lantern-walk]
quotes:
  en:
    text: >-
      the lanterns were red
    origin: source
    source:
      url: https://example.org/lanterns
      publisher: omber-daily
      accessed: 2032-01-01
  ko:
    text: >-
      등불은 붉은색이었다
    origin: translation
    from: en
    method: machine
    reviewed: false
"""
NEW_ENTITY = {"kind": "person", "name-en": "Mara Lind", "name-ko": "마라 린드"}
NEW_SERIES = {
    "question-en": "How many lanterns were red?",
    "question-ko": "붉은 등불은 몇 개였나?",
    "unit-en-one": "lantern",
    "unit-en-other": "lanterns",
    "unit-ko-other": "개",
}
NFD = partial(unicodedata.normalize, "NFD")
HOSTILE = [
    "Minister: we will # not",
    "\"quoted\" and 'quoted' and then more",
    "- dash --- and ... dots",
    "--- dashes",
    "back\\slash \\n \\u003c",
    "emoji 🏮 and {{ 7*7 }} <script>alert(1)</script>",
    "  spaces around  ",
    "@office `code` % *bold* &c !x [a] {b}",
    "12:30 NO ~ null",
    "two  spaces   inside a text that is long enough to be folded somewhere   in the middle of its  words",
]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An archive without a problem, which is the current folder."""
    pages = {f"content/{tag}/index.md": "# X\n" for tag in ("en", "ko")}
    write(tmp_path, {**ARCHIVE, **SCHEMAS, **pages, "mkdocs.yml": CONFIG})
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str, answers: Sequence[str] = ()) -> Result:
    """A command, with what is typed when it asks; no exception leaves it."""
    result = CliRunner().invoke(claims, arguments, input="".join(f"{answer}\n" for answer in answers))
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def options(values: Mapping[str, str]) -> list[str]:
    return [part for name, value in values.items() for part in (f"--{name}", value)]


def add(kind: str, values: Mapping[str, str], *further: str) -> Result:
    return run("new", kind, "--no-input", *options(values), *further)


def is_clean(root: Path) -> bool:
    """Whether `claims check` finds no error and `claims fix` nothing to mend."""
    checked, fixed = run("check"), run("fix", "--check")
    assert (checked.exit_code, fixed.exit_code) == (0, 0), checked.output + fixed.output
    return True


def files(root: Path) -> dict[str, bytes]:
    """All files but what a check remembers for the next one."""
    found = [path for path in root.rglob("*") if path.is_file() and ".cache" not in path.parts]
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}


# fix


def test_fix_mends_files_and_says_what_it_did(root: Path) -> None:
    untidy = changed(CLAIM, "said: 2031-03-12\n", "").replace("title:", "said: 2031-03-12 \ntitle:")
    write(root, {CLAIM_FILE: untidy})
    result = run("fix")
    assert result.output == f"fixed {CLAIM_FILE}: trailing spaces, key order\n"
    assert result.exit_code == 0
    assert (root / CLAIM_FILE).read_text("utf-8") == CLAIM
    assert run("fix").output == "nothing to fix\n"


def test_fix_tells_of_a_line_that_leads_editors_nowhere_and_mends_it(root: Path) -> None:
    write(root, {CLAIM_FILE: f"# yaml-language-server: $schema=../../site_builder/claim.schema.json\n{CLAIM}"})
    result = run("fix", "--check")
    assert (result.exit_code, result.output) == (1, f"to be fixed: {CLAIM_FILE}: path of the schema\n")
    assert run("fix").output == f"fixed {CLAIM_FILE}: path of the schema\n"
    modeline = "# yaml-language-server: $schema=../schema/claim.schema.json\n"
    assert (root / CLAIM_FILE).read_text("utf-8") == modeline + CLAIM
    assert is_clean(root)


def test_fix_says_what_it_leaves_to_the_person(root: Path) -> None:
    write(root, {CLAIM_FILE: changed(CLAIM, "reviewed: true", "reviewed: maybe")})
    result = run("fix", CLAIM_FILE)
    told = "1 problem is left, of which nothing is certain: run `claims check`\n"
    assert (result.exit_code, result.output) == (0, told)
    assert run("fix", ENTITY_FILE).output == "nothing to fix\n"
    assert "오류" not in run("fix", "--lang", "ko").output
    write(root, {CLAIM_FILE: changed(CLAIM, "reviewed: true", "reviewed: maybe") + "\n"})
    assert run("fix").output == f"fixed {CLAIM_FILE}: end of file\n{told}"


def test_fix_speaks_korean(root: Path) -> None:
    assert run("fix", "--lang", "ko").exit_code == 0


def test_fix_check_changes_nothing(root: Path) -> None:
    write(root, {CLAIM_FILE: f"{CLAIM}\n"})
    before = files(root)
    result = run("fix", "--check")
    assert (result.exit_code, result.output) == (1, f"to be fixed: {CLAIM_FILE}: end of file\n")
    assert files(root) == before


@pytest.mark.parametrize("path", [CLAIM_FILE, "claims/2031", "./claims/2031/", "claims/entities/../2031", "absolute"])
def test_fix_keeps_to_the_files_that_are_named(root: Path, path: str) -> None:
    write(root, {file: f"{ARCHIVE[file]}\n" for file in (CLAIM_FILE, ENTITY_FILE)})
    result = run("fix", str(root / CLAIM_FILE) if path == "absolute" else path)
    assert result.output == f"fixed {CLAIM_FILE}: end of file\n"
    assert (root / ENTITY_FILE).read_text("utf-8").endswith("\n\n")


def test_fix_wants_paths_that_are_there(root: Path) -> None:
    assert run("fix", "claims/2030").exit_code == 2


def test_fix_leaves_what_it_cannot_read_and_says_so(root: Path) -> None:
    broken = CLAIM.replace("City Office counts", '"City Office counts')
    write(root, {CLAIM_FILE: broken, ENTITY_FILE: f"{ARCHIVE[ENTITY_FILE]}\n"})
    result = run("fix")
    assert result.output == (
        f"left as it is: {CLAIM_FILE}: it cannot be read, as `claims check` explains\n"
        f"fixed {ENTITY_FILE}: end of file\n"
    )
    assert result.exit_code == 1
    assert (root / CLAIM_FILE).read_text("utf-8") == broken


def test_fix_passes_by_a_file_that_cannot_be_read(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    result = run("fix", CLAIM_FILE)
    assert (result.exit_code, result.output) == (1, f"left as it is: {CLAIM_FILE}: Permission denied\n")


def test_fix_replaces_a_file_whole_and_keeps_its_permissions(root: Path) -> None:
    write(root, {CLAIM_FILE: f"{CLAIM}\n"})
    (root / CLAIM_FILE).chmod(0o640)
    before = set(files(root))
    run("fix")
    assert stat.S_IMODE((root / CLAIM_FILE).stat().st_mode) == 0o640
    assert set(files(root)) == before


def test_fix_leaves_no_half_file_behind(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(root, {CLAIM_FILE: f"{CLAIM}\n"})
    before = files(root)

    def fail(path: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    assert run("fix").exit_code == 1
    assert files(root) == before


# new, with options


def test_a_claim_is_written_and_right(root: Path) -> None:
    result = add("claim", SAID)
    assert result.output == f"written: {FILE}\n"
    assert result.exit_code == 0
    assert (root / FILE).read_text("utf-8") == WRITTEN
    assert is_clean(root)


def test_new_alone_is_a_claim(root: Path) -> None:
    assert run("new", "--no-input", *options(SAID)).exit_code == 0
    assert (root / FILE).exists()


def test_an_entity_is_written_and_right(root: Path) -> None:
    more = {"short-en": "Mara", "short-ko": "마라", "description-en": "A walker.", "description-ko": "걷는 사람."}
    result = add(
        "entity",
        {**NEW_ENTITY, **more, "alias": "M. Lind", "wikidata": "Q42", "part-of": "city office of omber"},
    )
    assert result.exit_code == 0, result.output
    assert (root / "claims/entities/mara-lind.yml").read_text("utf-8") == (
        "# yaml-language-server: $schema=../schema/entity.schema.json\n"
        "kind: person\nname:\n  en: Mara Lind\n  ko: 마라 린드\nshort:\n  en: Mara\n  ko: 마라\n"
        "aliases:\n  - M. Lind\ndescription:\n  en: A walker.\n  ko: 걷는 사람.\nwikidata: Q42\npart_of: city-office\n"
    )
    assert is_clean(root)


def test_an_organization_is_called_by_its_short_name(root: Path) -> None:
    office = {"kind": "organization", "name-en": "National Lantern Office", "name-ko": "국립등불청"}
    add("entity", {**office, "short-en": "NLO", "short-ko": "등불청"})
    assert (root / "claims/entities/nlo.yml").exists()


def test_a_new_record_that_nothing_names_yet_is_no_fault(root: Path) -> None:
    assert add("entity", NEW_ENTITY).output == "written: claims/entities/mara-lind.yml\n"
    assert add("series", NEW_SERIES).output == "written: claims/series/lanterns-red.yml\n"


def test_a_series_is_written_and_right(root: Path) -> None:
    result = add("series", {**NEW_SERIES, "part-of": "visitors"})
    assert result.exit_code == 0, result.output
    assert (root / "claims/series/lanterns-red.yml").read_text("utf-8") == (
        "# yaml-language-server: $schema=../schema/series.schema.json\n"
        "question:\n  en: How many lanterns were red?\n  ko: 붉은 등불은 몇 개였나?\n"
        "unit:\n  en:\n    one: lantern\n    other: lanterns\n  ko:\n    other: 개\npart_of: visitors\n"
    )
    assert is_clean(root)


COST = {"question-en": "What did the walk cost?", "question-ko": "걷기에 얼마가 들었나?", "id": "cost"}


@pytest.mark.parametrize(
    ("given", "keys"),
    [
        ({"measure": "money", "currency": "usd"}, "measure: money\ncurrency: USD\n"),
        ({"measure": "percent"}, "measure: percent\n"),
        ({"measure": "share"}, "measure: share\n"),
    ],
)
def test_a_series_may_ask_for_more_than_a_count(root: Path, given: dict[str, str], keys: str) -> None:
    result = add("series", {**COST, **given})
    assert result.exit_code == 0, result.output
    text = (root / "claims/series/cost.yml").read_text("utf-8")
    assert text.endswith(f"  en: What did the walk cost?\n  ko: 걷기에 얼마가 들었나?\n{keys}")
    assert is_clean(root)


def test_a_series_in_a_unit_is_measured_in_decimals(root: Path) -> None:
    assert add("series", {**NEW_SERIES, "measure": "decimal"}).exit_code == 0
    assert "measure: decimal\nunit:\n" in (root / "claims/series/lanterns-red.yml").read_text("utf-8")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"measure": "money", "currency": "dollars"}, "there is no currency dollars"),
        ({"measure": "money"}, "missing options: --currency"),
        ({"measure": "percent", "currency": "USD"}, "error[E328]: currency does not go with the measure percent"),
        ({"measure": "share", "unit-ko-other": "개"}, "missing options: --unit-en-one"),
        ({"measure": "decimal"}, "missing options: --unit-en-one, --unit-en-other, --unit-ko-other"),
    ],
)
def test_a_series_is_given_what_its_measure_needs_and_no_more(root: Path, given: dict[str, str], said: str) -> None:
    before = files(root)
    result = add("series", {**COST, **given})
    assert said in " ".join(result.output.split())
    assert result.exit_code
    assert files(root) == before


def test_a_number_may_be_a_decimal_with_its_basis(root: Path) -> None:
    assert add("series", {**COST, "measure": "money", "currency": "KRW"}).exit_code == 0
    basis = {"basis-en": "Twice what one lantern costs.", "basis-ko": "등불 하나 값의 두 배입니다."}
    result = add("claim", {**SAID, "series": "cost", "value": "-1,500.50", "hedge": "exact", **basis})
    assert result.exit_code == 0, result.output
    assert (
        (root / FILE)
        .read_text("utf-8")
        .endswith(
            "figures:\n  - series: cost\n    value: -1500.50\n    hedge: exact\n    basis:\n"
            "      en: Twice what one lantern costs.\n      ko: 등불 하나 값의 두 배입니다.\n"
        )
    )
    assert is_clean(root)


def test_a_claim_may_name_what_was_added_before_it(root: Path) -> None:
    assert add("entity", NEW_ENTITY).exit_code == 0
    assert add("series", NEW_SERIES).exit_code == 0
    said = {
        **SAID,
        "claimant": "mara lind",
        "quote": "about 40 lanterns were red",
        "translation-ko": "등불 약 40개가 붉은색이었다",
    }
    title = {"title-en": "Mara Lind puts red lanterns at about 40", "title-ko": "마라 린드, 붉은 등불 약 40개로 집계"}
    result = add("claim", {**said, **title, "series": "how many lanterns were red?", "value": "40", "hedge": "about"})
    assert result.exit_code == 0, result.output
    text = (root / "claims/2031/2031-03-14-mara-lind-red-lanterns.yml").read_text("utf-8")
    assert "figures:\n  - series: lanterns-red\n    value: 40\n    hedge: about\n" in text
    assert is_clean(root)


def test_a_quote_may_be_in_a_language_that_the_site_has_not(root: Path) -> None:
    turned = {
        **SAID,
        "quote": "фонари были красными",
        "quote-language": "ru",
        "translation-en": "the lanterns were red",
    }
    result = add("claim", turned)
    assert result.exit_code == 0, result.output
    text = (root / FILE).read_text("utf-8")
    assert "  ru:\n    text: >-\n      фонари были красными\n    origin: source\n" in text
    assert text.count("from: ru") == 2


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_written_and_right(root: Path, words: str) -> None:
    english, korean = words, f"{words} 등불"
    entity = {"kind": "topic", "name-en": english, "name-ko": korean, "id": "topic"}
    series = {**NEW_SERIES, "question-en": english, "question-ko": korean, "unit-en-one": english, "id": "topics"}
    said = {
        **SAID,
        "title-en": english,
        "title-ko": korean,
        "quote": english,
        "translation-ko": korean,
        "headline": english,
    }
    for result in (
        add("entity", entity, "--alias", words),
        add("series", series),
        add("claim", {**said, "about": "topic", "words": "hostile"}),
    ):
        assert result.exit_code == 0, result.output
    assert is_clean(root)
    archive = load(root).archive
    claim = archive.claims["2031-03-14-city-office-hostile"]
    assert claim.title == {"en": english.strip(), "ko": korean.strip()}
    assert [quote.text for quote in claim.quotes.values()] == [english.strip(), korean.strip()]
    assert claim.sources[0].title == english.strip()
    assert archive.entities["topic"].aliases == (words.strip(),)
    assert archive.series["topics"].question["ko"] == korean.strip()


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("title-en", "one\ntwo", "E312"),
        ("quote", "a\x1b[31mb", "E104"),
        ("quote", "a\u202eb", "E404"),
        ("url", "javascript:alert(1)", "E6"),
        ("revises", "2031-03-13-nobody", "E707"),
        ("repeats", "2031-03-13-nobody", "E707"),
    ],
)
def test_a_wrong_record_is_told_of_and_not_kept(root: Path, name: str, value: str, code: str) -> None:
    before = files(root)
    result = add("claim", {**SAID, "said": "2030-03-14", name: value, "words": "lanterns-red"})
    assert result.exit_code == 1
    assert f"[{code}" in result.output
    assert "\x1b" not in result.output
    assert result.output.endswith("nothing was written\n")
    assert files(root) == before
    assert not (root / "claims/2030").exists()


def test_what_was_wrong_before_hinders_nobody(root: Path) -> None:
    write(root, {"claims/entities/broken.yml": "kind: x\n", "claims/stray.txt": ""})
    result = add("claim", SAID)
    assert (result.exit_code, result.output) == (0, f"written: {FILE}\n")


def test_nothing_stays_when_the_check_itself_fails(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = files(root)
    examine = NewRecordSession._new_problems

    def fail(session: NewRecordSession) -> None:
        examine(session)
        raise KeyboardInterrupt

    monkeypatch.setattr(NewRecordSession, "_new_problems", fail)
    assert run("new", "--no-input", *options({**SAID, "said": "2030"})).exit_code == 1
    assert files(root) == before


def test_missing_options_are_listed_when_nobody_may_be_asked(root: Path) -> None:
    result = run("new", "--no-input", "--said", "2031", "--quote-language", "ko", "--value", "4")
    assert result.exit_code == 2
    assert result.output.splitlines()[-1] == (
        "Error: missing options: --claimant, --title-en, --title-ko, --quote, --url, --publisher, --translation-en, "
        "--translated-by, --about, --series, --hedge"
    )
    result = run("new", "entity", "--no-input", "--short-en", "x")
    assert result.output.endswith("missing options: --kind, --name-en, --name-ko, --short-ko\n")
    result = run("new", "series", "--no-input", "--unit-ko-other", "개")
    assert result.output.endswith("missing options: --question-en, --question-ko, --unit-en-one, --unit-en-other\n")


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("said", "2031-02-30", "2031-02-30 is no date: there is no such day"),
        ("said", "yesterday", "yesterday is no date"),
        ("said", "2031-3-12", "2031-3-12 is no date: write 2031-03-12"),
        ("said", "2031년 3월 12일", "2031년 3월 12일 is no date: write 2031-03-12"),
        ("published", "12/03/2031", "12/03/2031 is no date: write 2031-03-12 or 2031-12-03, whichever is meant"),
        ("accessed", "x", "x is no date"),
        ("quote", "  ", "the text is empty"),
        ("quote-language", "Korean", "Korean is not the tag of a language"),
        (
            "claimant",
            "city offices",
            "there is no entity city offices; near: city-office; add it first: claims new entity",
        ),
        ("about", "???", "there is no entity ???; add it first: claims new entity"),
        ("series", "visitor count", "there is no series visitor count"),
        ("value", "many", "many is no number that fits here; these do: 4700, 8-12"),
        ("value", "약 4천700명", "약 4천700명 is not in digits: write 4700"),
        ("value", "1.5", "1.5 is no number that fits here"),
        ("hedge", "roughly", "'roughly' is not one of 'exact'"),
        ("words", "Red Lanterns", "2031-03-14-city-office-Red Lanterns is not an id"),
    ],
)
def test_a_wrong_option_is_told_of(root: Path, name: str, value: str, said: str) -> None:
    before = files(root)
    figure = {"series": "visitors", "value": "4", "hedge": "exact"}
    result = add("claim", {**SAID, **figure, name: value})
    assert result.exit_code == 2
    assert said in " ".join(result.output.split())
    assert files(root) == before


def test_a_name_of_several_entities_is_no_answer(root: Path) -> None:
    add("entity", {**NEW_ENTITY, "id": "mara-one"})
    assert "mara-one has this name already; with --id" in add("entity", NEW_ENTITY).output
    assert add("entity", {**NEW_ENTITY, "id": "mara-two"}).exit_code == 0
    assert "mara lind may be any of: mara-one, mara-two" in add("claim", {**SAID, "claimant": "mara lind"}).output


def test_an_id_that_is_taken_is_refused(root: Path) -> None:
    assert add("claim", SAID).exit_code == 0
    assert f"there is a record {Path(FILE).stem} already" in add("claim", {**SAID, "words": "lanterns-red"}).output
    assert (
        add("claim", {**SAID, "quote": "the lanterns were blue", "translation-ko": "등불은 푸른색이었다"}).exit_code
        == 0
    )
    assert (root / FILE.replace("red", "red-b")).exists()
    assert "there is a record city-office already" in add("entity", {**NEW_ENTITY, "id": "city-office"}).output


def counting(said: str, who: str, number: str) -> dict[str, str]:
    """The options of a claim that counts visitors."""
    return {
        **SAID,
        "said": said,
        "claimant": who,
        "title-en": f"{who} says {number} people came",
        "title-ko": f"{who}, {number}명이 왔다고 발표",
        "quote": f"{number} people came on {said}",
        "translation-ko": f"{said}에 {number}명이 왔다",
        "series": "visitors",
        "value": number,
        "hedge": "exact",
        "words": "visitors",
    }


def test_a_claim_that_may_be_revised_or_disputed_is_pointed_out(root: Path) -> None:
    assert add("claim", counting("2031-03-13", "city-office", "100")).exit_code == 0
    result = add("claim", counting("2031-03-14", "city-office", "120"))
    assert result.exit_code == 0, result.output
    assert "If so: --revises 2031-03-13-city-office-visitors" in result.stderr
    disputed = add("claim", counting("2031-03-15", "omber-daily", "300"))
    assert "If so: --disputes 2031-03-14-city-office-visitors" in disputed.stderr
    said = counting("2031-03-16", "city-office", "130")
    result = add(
        "claim", {**said, "revises": "2031-03-14-city-office-visitors", "disputes": "2031-03-15-omber-daily-visitors"}
    )
    assert result.exit_code == 0, result.output
    assert result.stderr == ""
    text = (root / "claims/2031/2031-03-16-city-office-visitors.yml").read_text("utf-8")
    assert text.endswith("revises: [2031-03-14-city-office-visitors]\ndisputes: [2031-03-15-omber-daily-visitors]\n")
    passed_on = {**counting("2031-03-17", "omber-daily", "130"), "repeats": "2031-03-16-city-office-visitors"}
    assert add("claim", passed_on).exit_code == 0
    text = (root / "claims/2031/2031-03-17-omber-daily-visitors.yml").read_text("utf-8")
    assert text.endswith("repeats: [2031-03-16-city-office-visitors]\n")
    assert is_clean(root)


def test_a_basis_alone_is_no_answer(root: Path) -> None:
    result = add("claim", {**SAID, "basis-en": "Both halls together."})
    assert result.exit_code == 2
    assert "--series, --value, --hedge" in result.output


def test_what_was_merged_is_written_as_what_it_was_merged_into(root: Path) -> None:
    hall, guests = "claims/entities/town-hall.yml", "claims/series/guests.yml"
    merged = {
        hall: "kind: organization\nname: {en: Town Hall, ko: 옴버 청사}\nmerged_into: city-office\n",
        guests: "question: {en: How many guests?, ko: 손님은 몇 명인가?}\nmerged_into: visitors\n",
    }
    write(root, merged)
    said = counting("2031-03-13", "town-hall", "100")
    assert add("claim", {**said, "series": "guests", "about": "옴버 청사"}).exit_code == 0
    text = (root / "claims/2031/2031-03-13-city-office-visitors.yml").read_text("utf-8")
    assert "claimant: city-office\nabout: [city-office]\n" in text
    assert "series: visitors\n" in text
    later = add("claim", counting("2031-03-14", "city-office", "120"))
    assert "If so: --revises 2031-03-13-city-office-visitors" in later.stderr


def test_without_a_site_there_is_nothing_to_add_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("new", "claim")
    assert result.exit_code == 2
    assert "mkdocs.yml" in result.output


def test_an_unknown_kind_is_refused(root: Path) -> None:
    assert "No such command 'clam'" in run("new", "clam").output


def test_help_lists_the_options_of_the_sites_languages(root: Path) -> None:
    assert run("new", "--help").output.count("Write the record") == 3
    text = run("new", "claim", "--help").output
    assert "--title-en" in text
    assert "--title-ko" in text
    assert "--title-fr" not in text


# new, with questions


def test_a_claim_with_a_new_claimant_and_a_new_question_is_asked_for(root: Path) -> None:
    answers = [
        *("https://example.org/walk", "", "", "", "8 to 12 lanterns were red", "", ""),
        *("붉은 등불은 8개에서 12개였다", "", "human"),
        *("Mara Lind", "0", "person", "", "마라 린드", "", "", "2031-02-30", "2031-03-15"),
        *("city office of omber", ""),
        *("lantern", "1", "visitors of the", "0", "event", "Visitors", "방문객", "", "", ""),
        *("red", "0", "How many lanterns were red?", "붉은 등불은 몇 개였나?", "", "lantern", "lanterns", "개", ""),
        *("8-12", "", "Mara Lind counts 8 to 12 red lanterns", "마라 린드, 붉은 등불 8~12개로 집계", ""),
    ]
    result = run("new", answers=answers)
    assert result.exit_code == 0, result.output
    assert [line for line in result.output.splitlines() if line.startswith("written")] == [
        "written: claims/entities/mara-lind.yml",
        "written: claims/entities/visitors.yml",
        "written: claims/series/lanterns-red.yml",
        "written: claims/2031/2031-03-15-mara-lind-red-lanterns.yml",
    ]
    assert "2031-02-30 is no date: there is no such day" in result.output
    assert (root / "claims/2031/2031-03-15-mara-lind-red-lanterns.yml").read_text("utf-8") == (
        "# yaml-language-server: $schema=../schema/claim.schema.json\n"
        "title:\n  en: Mara Lind counts 8 to 12 red lanterns\n  ko: 마라 린드, 붉은 등불 8~12개로 집계\n"
        "said: 2031-03-15\nclaimant: mara-lind\nrelayed_by: [city-office]\nabout: [lantern-walk, visitors]\n"
        "quotes:\n  en:\n    text: >-\n      8 to 12 lanterns were red\n    origin: source\n    source:\n"
        "      url: https://example.org/walk\n      publisher: omber-daily\n      accessed: 2032-01-01\n"
        "  ko:\n    text: >-\n      붉은 등불은 8개에서 12개였다\n    origin: translation\n    from: en\n"
        "    method: human\n    reviewed: false\n"
        "figures:\n  - series: lanterns-red\n    min: 8\n    max: 12\n    hedge: exact\n"
    )
    assert is_clean(root)


def test_a_question_about_money_is_asked_for_its_currency(root: Path) -> None:
    answers = [
        *("https://example.org/walk", "", "", "", "the walk cost 1.5 million won", "", ""),
        *("걷기에 150만 원이 들었다", "", ""),
        *("city office of omber", "2031-03-15", "", "lantern walk", ""),
        *("what did it cost", "0", "What did the walk cost?", "걷기에 얼마가 들었나?", "5", "won", "krw", ""),
        *("many", "1,500,000", "", "City Office puts the cost at ₩1.5 million", "시청, 비용 150만원으로 집계", ""),
    ]
    result = run("new", answers=answers)
    assert result.exit_code == 0, result.output
    assert "there is no currency won" in result.output
    assert "many is no number that fits here" in result.output
    [file] = (root / "claims/series").glob("*cost.yml")
    assert file.read_text("utf-8").endswith("measure: money\ncurrency: KRW\n")
    assert is_clean(root)


def test_the_person_decides_on_what_is_noticed(root: Path) -> None:
    add("claim", counting("2031-03-13", "city-office", "100"))
    add("claim", counting("2031-03-13", "omber-daily", "110"))
    said = counting("2031-03-14", "city-office", "120")
    result = run("new", *options(said), answers=["", "", "", "y", "n"])
    assert result.exit_code == 0, result.output
    text = (root / "claims/2031/2031-03-14-city-office-visitors.yml").read_text("utf-8")
    assert text.endswith("revises: [2031-03-13-city-office-visitors]\n")
    assert (
        "Does it contradict the claim 2031-03-13-omber-daily-visitors (omber-daily says 110 people came)?"
        in result.output
    )


def test_another_name_may_be_tried_instead_of_a_number(root: Path) -> None:
    result = run(
        "new",
        *options({**SAID, "claimant": ""})[2:],
        answers=["", "", "xyz", "offic", "2", "omber office", "1", "", "", ""],
    )
    assert result.exit_code == 0, result.output
    assert "  1  city-office · City Office of Omber · 옴버 시청\n" in result.output
    assert "  2 is not in the list: type one of its numbers\n" in result.output
    assert "claimant: city-office\n" in (root / FILE).read_text("utf-8")


def test_who_is_there_already_is_not_added_again(root: Path) -> None:
    answers = ["organization", "City Office of Omber", "다른 이름", "n"]
    result = run("new", "entity", answers=answers)
    assert result.exit_code == 1
    assert "city-office has this name already. Is this another one?" in result.output
    assert result.output.endswith("nothing was written\n")
    result = run("new", "entity", answers=[*answers[:-1], "y", "", "city-office", "other-office"])
    assert result.exit_code == 0, result.output
    assert "there is a record city-office already" in result.output
    assert (root / "claims/entities/other-office.yml").exists()


def test_when_the_answers_end_nothing_is_written(root: Path) -> None:
    before = files(root)
    stopped = run("new", answers=["Mara Lind", "0", "person"])
    assert (stopped.exit_code, stopped.stderr.strip()) == (1, "stopped; nothing was written")
    assert run("new", "--lang", "ko").stderr.strip() == "중단했습니다. 아무것도 저장하지 않았습니다"
    assert files(root) == before


def test_the_questions_are_asked_and_answered_in_korean(root: Path) -> None:
    add("claim", counting("2031-03-13", "city-office", "100"))
    answers = [
        *("https://example.net/walk", "옴버 신문", "0", "팥죽", "신문", "Omber News", "", "", "", "", ""),
        *("등불 걷기에 120명이 왔다", "", "", "120 people came to the walk", "", "기계"),
        *("옴버 시청", "2031-03-14", "", "등불 걷기", "", "방문객", "", "120", ""),
        *("City Office counts 120 visitors", "시청, 방문객 120명으로 집계", "글쎄", "네", ""),
    ]
    result = run("new", "--lang", "ko", answers=answers)
    assert result.exit_code == 0, result.output
    assert "목록에 없습니다: 팥죽" in result.output
    assert "예 또는 아니요로 답하십시오: 글쎄" in result.output
    assert "Error" not in result.output
    assert "kind: outlet\nname:\n  en: Omber News\n  ko: 옴버 신문\n" in (
        root / "claims/entities/omber-news.yml"
    ).read_text("utf-8")
    text = (root / "claims/2031/2031-03-14-city-office-visitors.yml").read_text("utf-8")
    assert "  ko:\n    text: >-\n      등불 걷기에 120명이 왔다\n    origin: source\n" in text
    assert text.endswith("revises: [2031-03-13-city-office-visitors]\n")
    assert is_clean(root)


def test_of_a_wrong_record_only_the_wrong_answer_is_asked_for_again(root: Path) -> None:
    answers = ["", "", "", "", "", "ftp://example.org/lanterns", "https://example.org/lanterns"]
    result = run("new", *options({**SAID, "url": "javascript:alert(1)"}), answers=answers)
    assert result.exit_code == 0, result.output
    assert result.output.count("Address of the article") == 2
    assert result.output.count("Headline of the article") == 1
    assert (root / FILE).read_text("utf-8") == WRITTEN


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        *(
            (answer, "outlet")
            for answer in ("outlet", "OUTLET", "3", "newspaper", "News-Agency", "매체", "언론사", "신문")
        ),
        *((answer, "organization") for answer in ("party", "단체", "기관", "정당")),
        *((answer, "group") for answer in ("people", "그룹", "집단")),
    ],
)
def test_a_kind_is_found_by_its_names(root: Path, answer: str, kind: str) -> None:
    result = run("new", "entity", "--lang", "ko", answers=[answer, "Late News", "늦은 뉴스", "", ""])
    assert result.exit_code == 0, result.output
    assert f"kind: {kind}\n" in (root / "claims/entities/late-news.yml").read_text("utf-8")


@pytest.mark.parametrize("answer", ["9999", "0", "a", "that", "no", "아니", "아니요", "네", "뉴스를", "의"])
def test_what_names_no_kind_chooses_none(root: Path, answer: str) -> None:
    result = run("new", "entity", "--lang", "ko", answers=[answer, "매체", "Late News", "늦은 뉴스", "", ""])
    assert result.exit_code == 0, result.output
    assert "목록에 없습니다" in result.output
    assert "kind: outlet\n" in (root / "claims/entities/late-news.yml").read_text("utf-8")


@pytest.mark.parametrize(
    ("answer", "hedge"), [("약", "about"), ("쯤", "about"), ("넘게", "more-than"), ("이상", "at-least")]
)
def test_a_hedge_is_found_by_the_words_of_the_quote(root: Path, answer: str, hedge: str) -> None:
    basis = {"basis-en": "Not all were counted.", "basis-ko": "모두를 세지는 않았다."}
    said = {**counting("2031-03-14", "city-office", "120"), **basis}
    del said["hedge"]
    result = run("new", "--lang", "ko", *options(said), answers=["", "", "", answer, ""])
    assert result.exit_code == 0, result.output
    assert f"hedge: {hedge}\n" in (root / "claims/2031/2031-03-14-city-office-visitors.yml").read_text("utf-8")


def test_number_and_hedge_are_proposed_from_the_quotes(root: Path) -> None:
    said = {
        **counting("2031-03-14", "city-office", "120"),
        "quote": "about 120 people came, said two men within three days",
        "translation-ko": "약 120명이 왔다고 사흘 만에 남성 두 명이 말했다",
        "title-en": "City Office counts about 120",
        "title-ko": "시청, 약 120명 집계",
    }
    del said["hedge"], said["value"]
    result = run("new", *options(said), answers=["", "", "", "120", "", ""])
    assert "The number, in digits (4700, 8-12): " in result.output, result.output  # two of them can be meant
    assert "Number or word [2]: " in result.output, result.output
    said |= {"quote": "about 120 people came within three days", "translation-ko": "사흘 만에 약 120명이 왔다"}
    assert result.exit_code == 0, result.output
    result = run("new", *options({**said, "words": "again"}), answers=["", "", "", "", "", "", ""])
    assert "The number, in digits (4700, 8-12) [120]: " in result.output, result.output
    written = (root / "claims/2031/2031-03-14-city-office-again.yml").read_text("utf-8")
    assert "    value: 120\n    hedge: about\n" in written


def test_without_questions_no_number_is_taken_from_the_words(root: Path) -> None:
    said = counting("2031-03-14", "city-office", "120")
    del said["value"]
    result = add("claim", said)
    assert (result.exit_code, "--value" in result.stderr) == (2, True), result.output


@pytest.mark.parametrize(
    ("answer", "is_second"),
    [
        *((answer, True) for answer in ("예", "네", "응", "ㅇ", "ㅇㅇ", "y", "Yes", "ＹＥＳ", " 네  ", NFD("네"))),
        *(
            (answer, False)
            for answer in ("아니요", "아니오", "아뇨", "아니", "ㄴ", "ㄴㄴ", "n", "NO", "ｎ", NFD("아니"), "")
        ),
    ],
)
@pytest.mark.parametrize("language", ["en", "ko"])
def test_yes_and_no_are_said_as_people_say_them(root: Path, answer: str, is_second: bool, language: str) -> None:
    twin = ["기관", "City Office of Omber", "다른 이름", answer, "", "city-office-b"]
    if language == "en":
        twin[0] = "organization"
    result = run("new", "entity", "--lang", language, answers=twin)
    assert result.exit_code == (0 if is_second else 1), result.output
    assert (root / "claims/entities/city-office-b.yml").exists() == is_second


def test_bytes_that_are_no_text_do_no_harm(root: Path) -> None:
    """On a command line anything may stand; the shell hands on bytes."""
    given = [part.encode() for part in options({**SAID, "title-en": "x"})]
    given[given.index(b"x")] = b"bad \xff byte"
    command: list[str | bytes] = [sys.executable, "-m", "site_builder", "new", "claim", "--no-input", *given]
    done = subprocess.run(command, cwd=root, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True)
    assert done.returncode == 1
    assert b"nothing was written" in done.stdout
    assert b"internal error" not in done.stderr


@pytest.mark.parametrize(
    ("more", "speech"),
    [
        ({}, None),
        ({"quote": "“twelve lanterns burned”"}, "direct"),
        ({"quote": "“twelve lanterns burned”", "speech": "reported"}, None),
        ({"speech": "direct"}, "direct"),
        ({"claimant": "omber-daily"}, "direct"),
        ({"claimant": "omber-daily", "speech": "reported"}, None),
    ],
)
def test_a_new_quote_is_direct_if_its_marks_its_publisher_or_the_person_say_so(
    root: Path, more: Mapping[str, str], speech: str | None
) -> None:
    result = add("claim", {**SAID, "words": "lanterns", **more})
    assert result.exit_code == 0, result.output
    (file,) = (root / "claims/2031").glob("*-lanterns.yml")
    quote = yaml.safe_load(file.read_text("utf-8"))["quotes"]["en"]
    assert quote.get("speech") == speech
    assert ("“" in quote["text"]) == ("quote" in more and speech is None)
    assert is_clean(root)


def test_a_new_claim_may_have_a_time_of_the_day(root: Path) -> None:
    result = add("claim", {**SAID, "said": "2031-03-14T19:30+09:00", "words": "lanterns"})
    assert result.exit_code == 0, result.output
    (file,) = (root / "claims/2031").glob("2031-03-14-*-lanterns.yml")
    assert "\nsaid: 2031-03-14T19:30+09:00\n" in file.read_text("utf-8")
    assert is_clean(root)


@pytest.mark.parametrize("option", ["said", "published"])
def test_a_new_claim_has_no_time_without_a_zone_and_none_elsewhere(root: Path, option: str) -> None:
    time = {"said": "2031-03-14T19:30", "published": "2031-03-14T19:30Z"}[option]
    reason = {"said": "the time of the day lacks its zone", "published": "a time of the day stands in said alone"}
    result = add("claim", {**SAID, option: time})
    assert result.exit_code == 2
    assert f"{time} is no date: {reason[option]}" in " ".join(result.output.split())
