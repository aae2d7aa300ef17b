"""The settings of a site are those that MkDocs would read."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from mkdocs.config import load_config

from site_builder.language.language import Language
from site_builder.read import settings
from site_builder.read.appearance import OutsideLink
from site_builder.read.settings import NavEntry, Settings
from tests import sample
from tests.records import write

SITE = """\
site_name: Records of Omber
site_url: !ENV [OMBER_URL, "http://localhost/some/path"]
docs_dir: content
plugins:
"""
PLUGIN = "  - claims:\n      languages: [ko, en]\n"
EXTENSION = "markdown_extensions:\n  - toc:\n      slugify: !!python/name:pymdownx.slugs.slugify\n"
NAV = """\
nav:
  - Start: en/index.md
  - en/about.md
  - More:
      - https://omber.example/
      - Deep: en/deep/in.md
  - mailto:desk@omber.example
"""


def read(root: Path, text: str, **others: str) -> Settings:
    write(root, {"mkdocs.yml": text, **{f"{name}.yml": other for name, other in others.items()}})
    return settings.read(root / "mkdocs.yml")


@pytest.mark.parametrize(
    "text",
    [
        SITE + PLUGIN,
        f"{SITE}  - search\n{PLUGIN}{EXTENSION}",
        f"{SITE}  claims:\n    languages: [ko, en]\n",
        f"{SITE}{PLUGIN}repo_url: https://code.example/omber/\nsite_dir: built/there\n",
        f"{SITE}{PLUGIN}repo_url: !ENV [NOTHING, OMBER_REPO, none]\nsite_dir: !ENV [NOTHING, NOT_EITHER, out]\n",
    ],
    ids=["list", "further plugins and tags", "mapping", "addresses and folder", "environment"],
)
def test_settings_are_those_that_mkdocs_reads(tmp_path: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OMBER_REPO", "https://code.example/from/environment")
    (tmp_path / "content").mkdir()
    write(tmp_path, {"heir.yml": "INHERIT: mkdocs.yml\nsite_name: Heir\n", "mkdocs.yml": text})
    for file in (tmp_path / "mkdocs.yml", tmp_path / "heir.yml"):
        found, config = settings.read(file), load_config(str(file))
        assert found.tags == config.plugins["claims"].config["languages"] == ["ko", "en"]
        assert found.url == config.site_url
        assert found.repository == (config.repo_url or "").rstrip("/")
        assert str(found.site_dir) == config.site_dir


@pytest.mark.parametrize(
    ("written", "cards"),
    [
        ("", "claims"),
        ("cards:", "claims"),
        ("cards: claims", "claims"),
        ("cards: 'entities'", "entities"),
        ("cards: none", "none"),
        ("cards: !ENV [OMBER_CARDS, none]", "none"),
    ],
)
def test_cards_are_those_that_are_wanted(tmp_path: Path, written: str, cards: str) -> None:
    found = read(tmp_path, f"{SITE}{PLUGIN}      {written}\n")
    assert (found.cards, found.problems) == (cards, ())


@pytest.mark.parametrize("written", ["all", "no", "False", "Claims", "1", "[claims]", "{claims: 1}"])
def test_cards_that_nobody_knows_are_told_of_at_their_place(tmp_path: Path, written: str) -> None:
    found = read(tmp_path, f"{SITE}{PLUGIN}      cards: {written}\n")
    [problem] = found.problems
    assert problem.kind.code == "E820"
    assert str(problem.place) == f"mkdocs.yml:{(SITE + PLUGIN).count(chr(10)) + 1}:14"
    assert problem.values["known"] == "claims, entities, none"


def test_the_environment_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OMBER_URL", "https://omber.example")
    assert read(tmp_path, SITE + PLUGIN).url == "https://omber.example/"
    monkeypatch.setenv("OMBER_URL", "")
    assert read(tmp_path, SITE + PLUGIN).url == "http://localhost:8000/"


def test_the_repository_has_languages() -> None:
    assert settings.read(sample.ARCHIVE / "mkdocs.yml").tags == ["en", "ko"]


def test_nav_lists_pages_in_order_with_titles_and_places(tmp_path: Path) -> None:
    first = f"{SITE}{PLUGIN}".count("\n") + 1
    found = read(tmp_path, SITE + PLUGIN + NAV).nav
    assert found
    pages = [entry for entry in found if isinstance(entry, NavEntry)]
    assert [(entry.path, entry.title, str(entry.place)) for entry in pages] == [
        ("en/index.md", "Start", f"mkdocs.yml:{first + 1}:12"),
        ("en/about.md", "", f"mkdocs.yml:{first + 2}:5"),
        ("en/deep/in.md", "Deep", f"mkdocs.yml:{first + 5}:15"),
    ]
    assert read(tmp_path, f"{SITE}{PLUGIN}nav:\n").nav is None


@pytest.mark.parametrize(
    ("entry", "link"),
    [
        ("https://omber.example/", OutsideLink("omber.example", "https://omber.example/")),
        (
            "'The \"city\"': https://www.omber.example/a?b=1",
            OutsideLink('The "city"', "https://www.omber.example/a?b=1"),
        ),
        ("Write: mailto:desk@omber.example", OutsideLink("Write", "mailto:desk@omber.example")),
    ],
)
def test_nav_lists_links_to_other_sites_where_they_stand(tmp_path: Path, entry: str, link: OutsideLink) -> None:
    found = read(tmp_path, f"{SITE}{PLUGIN}nav:\n  - en/index.md\n  - {entry}\n  - en/about.md\n")
    assert found.nav
    assert (found.nav[1], len(found.nav), found.problems) == (link, 3, ())


@pytest.mark.parametrize(
    "entry",
    ["javascript:alert(1)", "//omber.example/", "ftp://omber.example/", '"https://a/\\"><script>"'],
)
def test_what_nav_cannot_lead_to_is_told_of(tmp_path: Path, entry: str) -> None:
    found = read(tmp_path, f"{SITE}{PLUGIN}nav:\n  - {entry}\n")
    [problem] = found.problems
    assert (problem.kind.code, problem.values["name"], found.nav) == ("E843", "nav", ())
    assert str(problem.place) == f"mkdocs.yml:{(SITE + PLUGIN).count(chr(10)) + 2}:5"


@pytest.mark.parametrize(
    ("written", "id"),
    [
        ("", "CC-BY-4.0"),
        ("licence:", "CC-BY-4.0"),
        ("licence: CC BY-SA 4.0", "CC-BY-SA-4.0"),
        ("licence: cc0-1.0", "CC0-1.0"),
    ],
)
def test_the_licence_is_the_one_that_is_written(tmp_path: Path, written: str, id: str) -> None:
    found = read(tmp_path, f"{SITE}{PLUGIN}      {written}\n")
    assert (found.licence.id, found.problems) == (id, ())


@pytest.mark.parametrize("written", ["free", "MIT", "5", "[CC-BY-4.0]", "'\"><script>'"])
def test_a_licence_that_nobody_knows_is_told_of_at_its_place(tmp_path: Path, written: str) -> None:
    [problem] = read(tmp_path, f"{SITE}{PLUGIN}      licence: {written}\n").problems
    assert problem.kind.code == "E844"
    assert str(problem.place) == f"mkdocs.yml:{(SITE + PLUGIN).count(chr(10)) + 1}:16"
    assert "CC-BY-4.0" in problem.values["known"]


def test_the_theme_is_the_owners(tmp_path: Path) -> None:
    for theme, expected in {
        "theme: material\n": {"name": "material"},
        "theme: {name: materialx, custom_dir: own}\n": {"name": "materialx", "custom_dir": "own"},
        "": {"name": None},
    }.items():
        assert read(tmp_path, SITE + PLUGIN + theme).theme == expected


class Loader(yaml.SafeLoader):
    """Shows tags as what they are."""


Loader.add_multi_constructor("", lambda loader, tag, node: (tag, node.value))


def for_engine(found: Settings, ours: dict[str, object], *without: str) -> Any:
    return yaml.load(found.for_engine(ours, without), Loader)


def test_an_engine_gets_what_the_owner_wrote_but_for_ours(tmp_path: Path) -> None:
    plugins = f"  - search:\n      lang: en\n{PLUGIN}  - tags\n"
    found = read(tmp_path, f"{SITE}{plugins}{EXTENSION}nav: [en/index.md]\nextra: {{a: 1, c: {{d: 2}}}}\n")
    ours: dict[str, object] = {"extra": {"claims": {"제목": "<b>\u2028'\""}, "c": 3}, "docs_dir": "docs"}
    passed = for_engine(found, ours, "nav")
    url = passed.pop("site_url")
    assert url[0] == "!ENV"
    assert [each.value for each in url[1]] == ["OMBER_URL", "http://localhost/some/path"]
    assert passed == {
        "site_name": "Records of Omber",
        "docs_dir": "docs",
        "plugins": [{"search": {"lang": "en"}}, "tags"],
        "markdown_extensions": [{"toc": {"slugify": ("tag:yaml.org,2002:python/name:pymdownx.slugs.slugify", "")}}],
        "extra": {"a": 1, "c": 3, "claims": {"제목": "<b>\u2028'\""}},
    }


def test_what_is_inherited_is_merged_as_mkdocs_merges_it(tmp_path: Path) -> None:
    base = "site_name: Base\ntheme: {name: material, font: false}\nmarkdown_extensions: [tables]\nextra: {a: {b: 1}}\n"
    heir = f"INHERIT: base.yml\n{SITE}  claims: {{languages: [en]}}\ntheme: {{custom_dir: own}}\n"
    heir += "extra: {a: {c: 2}}\n"
    found = read(tmp_path, heir, base=base)
    assert found.tags == ["en"]
    assert found.theme == {"name": "material", "font": False, "custom_dir": "own"}
    passed = for_engine(found, {})
    assert passed["site_name"] == "Records of Omber"
    assert passed["theme"] == {"name": "material", "font": False, "custom_dir": "own"}
    assert passed["markdown_extensions"] == ["tables"]
    assert passed["extra"] == {"a": {"b": 1, "c": 2}}
    assert passed["plugins"] == []
    assert "INHERIT" not in passed


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "there are no settings"),
        ("- claims\n", "there are no settings"),
        ("site_name: [\n", r"mkdocs\.yml:1:12: "),
        ("docs_dir: content\n", "the plugin `claims` is missing"),
        ("docs_dir: content\nplugins: claims\n", "the plugin `claims` is missing"),
        (f"{SITE}  - claims\n", "name at least one of en, ko"),
        (f"{SITE}  - claims: {{languages: [ko, xx]}}\n", "xx has no catalog"),
        (f"{SITE}  - claims: {{languages: ko}}\n", "a list of tags"),
        (f"{SITE}  - claims: {{languages: [ko, 5]}}\n", "a list of tags"),
        (f"{SITE}  - claims: [ko]\n", "name at least one of en, ko"),
        (f"{SITE}  - {{}}\n", "the plugin `claims` is missing"),
        ("INHERIT: nowhere.yml\n", "nowhere.yml"),
        ("INHERIT: mkdocs.yml\n", "there are no settings"),
        (f"{SITE}{PLUGIN}".replace("docs_dir: content\n", ""), "write docs_dir: content"),
        (f"{SITE}{PLUGIN}".replace("docs_dir: content", "docs_dir: docs"), "write docs_dir: content"),
    ],
)
def test_what_cannot_be_used_is_named(tmp_path: Path, text: str, why: str) -> None:
    with pytest.raises(settings.Unusable, match=why):
        read(tmp_path, text)


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("https://omber.example", "https://omber.example/"),
        ("https://omber.example/some/path", "https://omber.example/some/path/"),
        ("https://omber.example//", "https://omber.example/"),
        ("https://omber.example:8443/a/", "https://omber.example:8443/a/"),
        ("HTTPS://Omber.Example/A/", "https://omber.example/A/"),
        ("https://omber.example/기록/", "https://omber.example/%EA%B8%B0%EB%A1%9D/"),
        ("https://omber.example/%EA%B8%B0%EB%A1%9D", "https://omber.example/%EA%B8%B0%EB%A1%9D/"),
        ("https://omber.example/a b/", "https://omber.example/a%20b/"),
        ("https://기록.example/", "https://xn--ok0b06q.example/"),
    ],
)
def test_the_address_is_encoded_and_ends_in_a_slash(tmp_path: Path, written: str, url: str) -> None:
    assert read(tmp_path, f"site_url: {written}\ndocs_dir: content\nplugins:\n{PLUGIN}").url == url


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("omber.example/", "no whole address"),
        ("//omber.example/", "no whole address"),
        ("/some/path/", "no whole address"),
        ("https:///path/", "no whole address"),
        ("ftp://omber.example/", "no whole address"),
        ("javascript:alert(1)", "no whole address"),
        ("https://omber.example/?a=1", "must end with the folder"),
        ("'https://omber.example/#a'", "must end with the folder"),
        ("https://name:secret@omber.example/", "take the name or password out"),
        ("https://name@omber.example/", "take the name or password out"),
        ("https://omber.example:port/", "not the address of a site"),
        ("'https://[omber/'", "not the address of a site"),
    ],
)
def test_an_address_that_would_have_to_be_guessed_is_refused(tmp_path: Path, written: str, why: str) -> None:
    with pytest.raises(settings.Unusable, match=why) as refused:
        read(tmp_path, f"site_url: {written}\ndocs_dir: content\nplugins:\n{PLUGIN}")
    assert f"{tmp_path / 'mkdocs.yml'}:1:11" in str(refused.value)
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("repo_url: omber/records", "7:11 repo_url: it is not the address of a site"),
        ("repo_url: javascript:alert(1)", "7:11 repo_url: it is not the address of a site"),
        ("repo_url: mailto:desk@omber.example", "7:11 repo_url: it is not the address of a site"),
        ("theme: readthedocs", "7:8 theme.name: the pages use the stylesheet of Material"),
        ("theme: {name: mkdocs}", "7:15 theme.name: the pages use the stylesheet of Material"),
        ("theme: {name: material, custom_dir: own}", "7:37 theme.custom_dir: there is no such folder"),
        ("extra_css: own.css", "7:12 extra_css: it is no list"),
        ("nav: {Start: en/index.md}", "7:6 nav: it is no list"),
        ("nav:\n  - Start:", "8:11 nav: it is neither a page of content/ nor an address of another site"),
        ("hooks: [gone.py]", "7:9 hooks: there is no such file"),
    ],
)
def test_what_mkdocs_would_refuse_is_told_of_at_its_place(tmp_path: Path, text: str, told: str) -> None:
    problems = read(tmp_path, f"{SITE}{PLUGIN}{text}\n").problems
    problem = next(each for each in problems if each.kind.code == "E843")
    assert f"{problem.place.line}:{problem.place.column} {problem.values['name']}: {problem.values['reason']}" == told


def test_what_mkdocs_takes_is_not_told_of(tmp_path: Path) -> None:
    write(tmp_path, {"own/own.css": "", "hook.py": ""})
    theme = "theme: {name: material, custom_dir: own}\nhooks: [hook.py]\nextra_css: [own.css]\n"
    for repository in ("''", "https://code.example/omber", "!ENV [NOTHING, '']"):
        assert read(tmp_path, f"{SITE}{PLUGIN}{theme}repo_url: {repository}\nnav:\n").problems == ()


@pytest.mark.parametrize(
    ("text", "place"), [("? [a]\n: b\n", "7:1"), ("theme:\n  ? {a: b}\n  : c\n", "8:3"), ("nav: [{[a]: b}]\n", "7:6")]
)
def test_a_key_that_is_no_text_is_told_of_at_its_place(tmp_path: Path, text: str, place: str) -> None:
    with pytest.raises(settings.Unusable, match=rf"mkdocs\.yml:{place}: "):
        read(tmp_path, f"{SITE}{PLUGIN}{text}")


def test_a_plugin_that_is_a_list_is_none(tmp_path: Path) -> None:
    assert read(tmp_path, f"{SITE}{PLUGIN}  - [claims]\n").tags == ["ko", "en"]


def test_plugins_may_be_a_mapping(tmp_path: Path) -> None:
    [problem] = read(tmp_path, f"{SITE}  search: {{}}\n  claims:\n    languages: [en]\n").problems
    assert (problem.kind.code, str(problem.place)) == ("W841", "mkdocs.yml:5:3")


def test_what_is_inherited_and_added_to_has_a_place(tmp_path: Path) -> None:
    base = f"{SITE}{PLUGIN}extra:\n  analytics: {{provider: a}}\n"
    [problem] = read(tmp_path, "INHERIT: base.yml\nextra:\n  analytics: {property: b}\n", base=base).problems
    assert (problem.kind.code, str(problem.place)) == ("E840", "base.yml:8:14")


@pytest.mark.parametrize(
    ("tag", "said"),
    [("en", 'the text after " #" would be lost as a comment\nput the whole'), ("ko", '" #" 뒤의 글은 주석으로 읽혀')],
)
def test_settings_that_yaml_cannot_read_are_told_of_in_words(tmp_path: Path, tag: str, said: str) -> None:
    with pytest.raises(settings.Unusable) as unusable:
        read(tmp_path, "site_name: a\ntheme:\n  palette: {primary: #007f72}\n")
    assert f"mkdocs.yml:3:22: {said}" in unusable.value.text(Language(tag))
