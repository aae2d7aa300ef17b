"""Every setting of MkDocs and Material does something, is refused, or is said to do nothing."""

from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig

from site_builder.check import reports
from site_builder.language.language import Language
from site_builder.problems import Problem
from site_builder.read import settings
from site_builder.read.material import SETTINGS, Effect
from tests.records import ROOT, write

SITE = "site_name: Omber\ndocs_dir: content\n"
PLUGIN = "  - claims: {languages: [en]}\n"


def problems(root: Path, text: str, plugins: str = "") -> list[Problem]:
    """What is told of a site with some settings."""
    file = write(root, {"mkdocs.yml": f"{SITE}{text}\nplugins:\n{plugins}{PLUGIN}"}) / "mkdocs.yml"
    return list(settings.read(file).problems)


def written(name: str, value: str) -> tuple[str, str]:
    """A setting as it stands in `mkdocs.yml`, and a plugin in the list of these."""
    inside, _, key = name.rpartition(".")
    if inside == "plugins":
        return "", f"  - {key}\n"
    return f"{inside}:\n  {key}: {value}" if inside else f"{name}: {value}", ""


def line_of(name: str) -> int:
    """The line on which a setting stands."""
    return 5 if name.startswith("plugins.") else 4 if "." in name else 3


def named(effect: Effect) -> list[str]:
    return [name for name, setting in SETTINGS.items() if setting.effect is effect]


def test_every_setting_of_mkdocs_is_in_the_table() -> None:
    known = {name for name, _ in MkDocsConfig._schema}
    unwritten = {"config_file_path", "pages"}
    assert known - unwritten - {"theme", "extra"} <= SETTINGS.keys()


@pytest.mark.parametrize("name", named(Effect.IDLE))
def test_a_setting_without_effect_is_named_with_what_there_is_instead(tmp_path: Path, name: str) -> None:
    [problem] = problems(tmp_path, *written(name, "[x]"))
    assert (problem.kind.code, problem.values["names"]) == ("W841", name)
    assert problem.place.line == line_of(name)
    told = reports.help_text(problem, Language("en"))
    assert f"{name}: {SETTINGS[name].says}" in told


@pytest.mark.parametrize("name", named(Effect.REFUSED))
def test_what_is_refused_is_told_of_with_the_reason(tmp_path: Path, name: str) -> None:
    value = "false" if name == "use_directory_urls" else "[x]"
    [problem] = problems(tmp_path, *written(name, value))
    assert problem.kind.code == "E840"
    assert SETTINGS[name].says in reports.message(problem, Language("en"))
    assert problem.place.line == line_of(name)


@pytest.mark.parametrize("name", [*named(Effect.REFUSED), *named(Effect.IDLE)])
@pytest.mark.parametrize("value", ["", "[]", "''"])
def test_a_setting_that_asks_for_nothing_is_passed_over(tmp_path: Path, name: str, value: str) -> None:
    if not name.startswith("plugins."):
        assert problems(tmp_path, *written(name, value)) == []


def test_what_is_switched_off_is_passed_over(tmp_path: Path) -> None:
    assert (
        problems(tmp_path, "theme: {font: false, icon: false}\nextra: {generator: false}\nuse_directory_urls: true")
        == []
    )


def test_all_settings_without_effect_are_named_once(tmp_path: Path) -> None:
    text = (
        "repo_name: a\ntheme: {name: material, features: [a], highlightjs: true, locale: fr}\nextra: {version: {a: b}}"
    )
    [problem] = problems(tmp_path, text, "  - material/search\n  - tags\n")
    assert problem.values["names"] == (
        "repo_name, theme.features, theme.highlightjs, theme.locale, extra.version, plugins.search, plugins.tags"
    )
    assert problem.place.line == 3
    for language in (Language("en"), Language("ko")):
        told = reports.help_text(problem, language)
        assert language.text(SETTINGS["theme.features"].says) in told
        assert told.count("theme.highlightjs, theme.locale: ") == 1


def test_values_of_templates_and_plugins_of_ones_own_are_left_alone(tmp_path: Path) -> None:
    assert problems(tmp_path, "extra: {own: words}", "  - redirects\n") == []


def test_the_documents_tell_of_every_setting() -> None:
    text = (ROOT / "HACKING.md").read_text("utf-8")
    rows = [f"| `{name}` | {setting.effect} | {setting.says} |" for name, setting in SETTINGS.items()]
    assert "\n".join(rows) in text


@pytest.mark.parametrize(
    ("name", "meant"), [("site_autor", "site_author"), ("markdown_extension", "markdown_extensions")]
)
def test_a_setting_that_there_is_not_is_told_of_with_the_nearest(tmp_path: Path, name: str, meant: str) -> None:
    [problem] = problems(tmp_path, f"{name}: x")
    assert (problem.kind.code, str(problem.place), problem.values) == (
        "E849",
        "mkdocs.yml:3:1",
        {"name": name, "suggestion": meant},
    )


def test_a_setting_that_is_like_no_other_is_to_be_left_out(tmp_path: Path) -> None:
    [problem] = problems(tmp_path, "qqq: x")
    assert reports.help_text(problem, Language("en")).startswith("leave it out")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("copyright: a\ncopyright: b", "mkdocs.yml:4:1"),
        ("theme: {name: material, logo: '', logo: ''}", "mkdocs.yml:3:35"),
    ],
)
def test_a_setting_that_stands_there_twice_is_told_of(tmp_path: Path, text: str, place: str) -> None:
    [problem] = problems(tmp_path, text)
    assert (problem.kind.code, str(problem.place)) == ("E201", place)
