"""The forms follow the model and the languages of a site, and GitHub takes them."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from site_builder.github import forms, proposal_form
from site_builder.github.issue_form import Kind
from site_builder.language.catalogs import Catalogs
from site_builder.language.language import Language
from site_builder.model.records import HEDGES, METHODS, SPEECH
from tests.commands import RunCli
from tests.github.proposing import LANGUAGES
from tests.records import ROOT, write

TEMPLATES = ".github/ISSUE_TEMPLATE"
FORMS = [f"{TEMPLATES}/{name}.yml" for name in ("propose", "correct", "bug")]
SITES = {"en": ["en"], "en ko": ["en", "ko"], "ko": ["ko"], "en ko uk": ["en", "ko", "uk"], "ja en": ["ja", "en"]}
"""The languages of some sites. Two of them have no words for contributors."""


def languages(tags: list[str], root: Path) -> list[Language]:
    """Languages, some of which the archive brings itself."""
    for tag in tags:
        if tag not in ("en", "ko"):
            header = f'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\nLanguage: {tag}\\n"\n'
            write(root, {f"locale/{tag}/LC_MESSAGES/claims.po": header})
    return [Language(tag, Catalogs(root)) for tag in tags]


def read(text: str) -> Any:
    """A form as a program reads it that knows no more than YAML."""
    return yaml.safe_load(text)


@pytest.mark.parametrize("path", sorted(forms.files(LANGUAGES)))
def test_those_of_this_archive_are_as_they_are_made(path: str) -> None:
    assert (ROOT / path).read_text("utf-8") == forms.files(LANGUAGES)[path]


def test_no_form_of_this_archive_is_made_otherwise() -> None:
    assert {path.relative_to(ROOT).as_posix() for path in (ROOT / TEMPLATES).iterdir()} < forms.files(LANGUAGES).keys()


@pytest.mark.parametrize("tags", SITES.values(), ids=SITES)
def test_github_takes_those_of_any_site(tmp_path: Path, tags: list[str]) -> None:
    made = forms.files(languages(tags, tmp_path))
    write(tmp_path, made)
    judge = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-issue-forms"]
    done = subprocess.run([*judge, *FORMS], cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout
    for path in FORMS:
        questions = [each for each in read(made[path])["body"] if each["type"] != "markdown"]
        labels = [each["attributes"]["label"] for each in questions]
        ids = [each["id"] for each in questions]
        assert len(set(labels)) == len(labels)
        assert len({id.casefold() for id in ids}) == len(ids)
        assert all(re.fullmatch("[A-Za-z0-9_-]+", id) for id in ids)
        assert not [label for label in labels if "\n" in label or len(label) > 200 or "password" in label.lower()]
        choices = [str(choice) for each in questions for choice in each["attributes"].get("options", [])]
        assert "none" not in map(str.casefold, choices)


@pytest.mark.parametrize("tags", [["ja"], ["uk", "ja"], ["ja", "en"]], ids=" ".join)
def test_what_is_not_translated_is_said_once_in_english(tmp_path: Path, tags: list[str]) -> None:
    made = forms.files(languages(tags, tmp_path))
    form = read(made[FORMS[0]])
    assert form["name"] == "Propose a claim"
    assert form["body"][0]["attributes"]["value"].count("One statement by one claimant") == 1
    assert made[".github/PULL_REQUEST_TEMPLATE.md"].count("I read the source myself") == 1


def test_labels_are_in_every_language_of_the_site() -> None:
    form = read(forms.files(LANGUAGES)[FORMS[0]])
    labels = [each["attributes"]["label"] for each in form["body"] if each["type"] != "markdown"]
    assert all(re.search("[A-Za-z]", label) and re.search("[가-힣]", label) for label in labels)


def test_choices_are_those_of_the_model() -> None:
    form = read(forms.files(LANGUAGES)[FORMS[0]])
    choices = {
        each["id"]: [choice.partition(":")[0] for choice in each["attributes"]["options"]]
        for each in form["body"]
        if each["type"] == "dropdown"
    }
    assert choices == {
        "quote-language": ["en", "ko", "another"],
        "translated-by": [*METHODS],
        "speech": [*SPEECH],
        "hedge": [*HEDGES],
    }


def test_words_of_sources_are_shown_as_they_are() -> None:
    """Without that, what is pasted from a page becomes Markdown, and a name with @ tells somebody."""
    form = read(forms.files(LANGUAGES)[FORMS[0]])
    rendered = {each["id"] for each in form["body"] if each.get("attributes", {}).get("render") == "text"}
    words = {question.id for question in proposal_form.form(["en", "ko"]).questions if question.kind is Kind.WORDS}
    assert rendered == words >= {"quote", "translation-en", "translation-ko"}


def test_every_text_is_one_whatever_a_catalog_says(tmp_path: Path) -> None:
    words = {"Which record?": "no", "An error in a record": 'a: "b" # c', "Who made the claim?": "- &a *b\\n  c"}
    entries = "".join(f'\nmsgid "{id}"\nmsgstr "{text}"\n' for id, text in words.items()).replace('"b"', '\\"b\\"')
    header = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\nLanguage: ko\\n"\n'
    write(tmp_path, {"locale/ko/LC_MESSAGES/claims.po": header + entries})
    made = forms.files([Language("ko", Catalogs(tmp_path))])
    correction = read(made[FORMS[1]])
    assert correction["name"] == 'a: "b" # c'
    assert correction["body"][1]["attributes"]["label"] == "no"
    labels = [each["attributes"].get("label") for each in read(made[FORMS[0]])["body"]]
    assert "- &a *b c" in labels


@pytest.mark.parametrize(
    ("address", "owner"),
    [("https://github.com/floods-desk/floods", "floods-desk"), ("https://code.example/desk/floods", ""), ("", "")],
)
def test_the_machinery_has_an_owner_where_one_is_known(
    archive: Path, run_cli: RunCli, address: str, owner: str
) -> None:
    settings = (archive / "mkdocs.yml").read_text("utf-8")
    (archive / "mkdocs.yml").write_text(
        re.sub("^repo_url:.*$", f"repo_url: {address!r}", settings, flags=re.M), "utf-8"
    )
    done = run_cli("github", "forms", at=archive)
    assert (done.code, done.err) == (0, "")
    assert done.out == "".join(f"written: {path}\n" for path in forms.files(LANGUAGES))
    rules = re.findall(r"^(# )?(/\S+) @(\S+)$", (archive / ".github/CODEOWNERS").read_text("utf-8"), re.MULTILINE)
    assert {(mark, name) for mark, _, name in rules} == ({("", owner)} if owner else {("# ", "OWNER")})
    assert not [path for _, path, _ in rules if path.startswith(("/content", "/claims")) and "schema" not in path]
