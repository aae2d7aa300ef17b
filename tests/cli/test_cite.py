"""`claims cite`: a citation and nothing else, or why there is none."""

import re
import shutil
from pathlib import Path

import pytest

from site_builder.library.citation_forms import FORMATS
from tests import records, repository
from tests.commands import Done, RunCli, run_module
from tests.golden import ARCHIVE
from tests.records import changed

CLAIM = "2031-03-11-walkers-union-visitors"
FILE = f"claims/2031/{CLAIM}.yml"
URL = f"https://archive.example/some/path/c/{CLAIM}/"
APA = {
    "en": "Golden Archive contributors. (n.d.). "
    f"Walkers' Union counts more than 8,000 visitors. Golden Archive. {URL}\n",
    "ko": f". (날짜 미상). 걷기 모임, 등불 걷기 참가자 8000명 넘는다고 집계. 황금 기록관. {URL}\n",
}


@pytest.mark.parametrize("tag", ["en", "ko"])
def test_a_citation_goes_to_standard_output_alone(archive: Path, run_cli: RunCli, tag: str) -> None:
    done = run_cli("cite", CLAIM, "--format", "apa", "--lang", tag, at=archive)
    assert (done.code, done.err) == (0, "")
    assert done.out.endswith(APA[tag])
    assert done.out.count("\n") == 1


def test_text_is_what_one_gets_without_asking(archive: Path, run_cli: RunCli) -> None:
    assert run_cli("cite", CLAIM, at=archive) == run_cli("cite", CLAIM, "--format", "text", at=archive)
    assert run_cli("cite", CLAIM, at=archive).out.startswith(APA["en"].strip())


def test_the_forms_are_those_that_pages_offer(archive: Path, run_cli: RunCli) -> None:
    assert FORMATS == ("text", "apa", "chicago", "bibtex", "ris", "csl", "wikipedia", "quote", "html")
    for form in FORMATS:
        done = run_cli("cite", CLAIM, "--format", form, at=archive)
        assert done.code == 0
        assert URL in done.out
    assert run_cli("cite", CLAIM, "--format", "mla", at=archive).code == 2


def test_the_day_is_that_of_the_first_commit(archive: Path, run_cli: RunCli) -> None:
    repository.commit(archive, day="2031-05-01")
    (archive / FILE).write_text((archive / FILE).read_text("utf-8") + "# again\n", "utf-8")
    repository.commit(archive, day="2031-05-09")
    assert "date = {2031-05-01}" in run_cli("cite", CLAIM, "--format", "bibtex", at=archive).out


@pytest.mark.parametrize(
    ("id", "said", "meant"),
    [
        (
            "2031-03-11-walker-union-visitor",
            "there is no claim 2031-03-11-walker-union-visitor",
            f"did you mean {CLAIM}?",
        ),
        ("x", "there is no claim x", ""),
        ("", "there is no claim ", ""),
    ],
)
def test_an_unknown_claim(archive: Path, run_cli: RunCli, id: str, said: str, meant: str) -> None:
    assert run_cli("cite", id, at=archive) == Done(1, "", "\n".join(filter(None, [said, meant])) + "\n")


def test_an_unknown_claim_in_korean(archive: Path, run_cli: RunCli) -> None:
    done = run_cli("cite", f"{CLAIM}s", "--lang", "ko", at=archive)
    assert (done.code, done.out) == (1, "")
    assert done.err.endswith(f"혹시 {CLAIM} 아닙니까?\n")


def test_an_archive_with_an_error_is_not_cited(archive: Path, run_cli: RunCli) -> None:
    (archive / FILE).write_text(changed((archive / FILE).read_text("utf-8"), "value: 8000", "value: 8,000"), "utf-8")
    done = run_cli("cite", CLAIM, at=archive)
    assert (done.code, done.out) == (1, "")
    assert "E308" in done.err


def test_the_help_asks_for_one_id(archive: Path, run_cli: RunCli) -> None:
    assert run_cli("cite", "--help", at=archive).out.partition("\n")[0].endswith(" cite [OPTIONS] ID")


def test_without_an_archive(tmp_path: Path, run_cli: RunCli) -> None:
    done = run_cli("cite", CLAIM, at=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert done.err


def test_a_language_that_the_site_lacks(tmp_path: Path, run_cli: RunCli) -> None:
    """The messages speak it; the citation is in the first language that there is."""
    config = changed((ARCHIVE / "mkdocs.yml").read_text("utf-8"), "[en, ko]", "[en]")
    english = {
        file: re.sub("^  ko:.*\n(?:    .*\n)*|, ko: [^}]*", "", text, flags=re.MULTILINE)
        for file, text in records.ARCHIVE.items()
    }
    records.write(tmp_path, {**english, "mkdocs.yml": config})
    shutil.copytree(ARCHIVE / "content/en", tmp_path / "content/en")
    done = run_cli("cite", "2031-03-12-city-office-visitors", "--lang", "ko", at=tmp_path)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Golden Archive contributors. (n.d.). City Office counts about 1,200 visitors. ")


def test_the_package_is_the_command(archive: Path) -> None:
    done = run_module("site_builder", "cite", CLAIM, "--format", "ris", at=archive)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("TY  - ELEC\n")
    assert done.out.endswith("\nER  - \n")
