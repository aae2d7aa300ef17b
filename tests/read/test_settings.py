"""The languages of a site are those that MkDocs would read."""

from pathlib import Path

import pytest
from mkdocs.config import load_config

from site_builder.read import settings
from tests.records import ROOT

SITE = """\
site_name: Records of Omber
site_url: !ENV [OMBER_URL, "http://localhost/"]
plugins:
"""
PLUGIN = "  - claims:\n      languages: [ko, en]\n"
EXTENSION = "markdown_extensions:\n  - toc:\n      slugify: !!python/name:pymdownx.slugs.slugify\n"


def tags(file: Path) -> list[str]:
    return [language.tag for language in settings.site_languages(file)]


@pytest.mark.parametrize(
    "text",
    [
        SITE + PLUGIN,
        f"{SITE}  - search\n{PLUGIN}{EXTENSION}",
        f"{SITE}  claims:\n    languages: [ko, en]\n",
    ],
    ids=["list", "further plugins and tags", "mapping"],
)
def test_languages_are_those_that_mkdocs_reads(tmp_path: Path, text: str) -> None:
    file, heir = tmp_path / "mkdocs.yml", tmp_path / "heir.yml"
    file.write_text(text, "utf-8")
    heir.write_text("INHERIT: mkdocs.yml\nsite_name: Heir\n", "utf-8")
    (tmp_path / "docs").mkdir()
    for each in (file, heir):
        config = load_config(str(each)).plugins["claims"].config
        assert tags(each) == config["languages"] == ["ko", "en"]


def test_the_repository_has_languages() -> None:
    assert tags(ROOT / "mkdocs.yml") == ["en", "ko"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "there are no settings"),
        ("- claims\n", "there are no settings"),
        ("site_name: [\n", "mkdocs.yml"),
        ("site_name: Omber\n", "the plugin `claims` is missing"),
        ("plugins: claims\n", "the plugin `claims` is missing"),
        (f"{SITE}  - claims\n", "name at least one of en, ko"),
        (f"{SITE}  - claims: {{languages: [ko, xx]}}\n", "xx has no catalog"),
        (f"{SITE}  - claims: {{languages: ko}}\n", "a list of tags"),
        (f"{SITE}  - claims: {{languages: [ko, 5]}}\n", "a list of tags"),
        (f"{SITE}  - claims: [ko]\n", "name at least one of en, ko"),
        (f"{SITE}  - {{}}\n", "the plugin `claims` is missing"),
        ("INHERIT: nowhere.yml\n", "nowhere.yml"),
        ("INHERIT: mkdocs.yml\n", "the plugin `claims` is missing"),
    ],
)
def test_what_cannot_be_used_is_named(tmp_path: Path, text: str, why: str) -> None:
    file = tmp_path / "mkdocs.yml"
    file.write_text(text, "utf-8")
    with pytest.raises(settings.Unusable, match=why):
        tags(file)
