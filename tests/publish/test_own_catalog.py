"""An archive that brings a language of its own, of which only readers' messages are translated."""

import json
import re
from functools import partial
from gettext import NullTranslations
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError

from site_builder.check import schema_writer
from site_builder.cli.serve import _render
from site_builder.language import catalogs
from site_builder.language.catalogs import TEMPLATE
from site_builder.language.language import Language
from site_builder.model.records import Claim
from site_builder.publish.preview import Preview
from site_builder.read import settings
from tests import ukrainian
from tests.building import make_site
from tests.commands import RunCli
from tests.records import changed, write

TOLD_IN_ENGLISH = "Messages for contributors are not translated to uk yet.\n"
PROBLEMS = "uk/contribute/problems/"


def text(file: Path) -> str:
    return file.read_text("utf-8")


def edit(root: Path, old: str, new: str, file: str = ukrainian.FILE) -> None:
    (root / file).write_text(changed(text(root / file), old, new), "utf-8")


def test_pages_speak_the_language_of_the_catalog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ukrainian.archive(tmp_path)
    make_site(tmp_path)
    page = text(tmp_path / "site/uk/claims/index.html")
    assert "<h1>укр Claims</h1>" in page
    assert "одна укр 1 claims" in page
    assert "<html lang=uk dir=ltr>" in page


def test_no_page_for_readers_asks_for_more_than_their_messages(
    archive: Path, tmp_path: Path, golden_site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    class Asked(NullTranslations):
        """Stands behind the catalog, and takes note of what that has no words for."""

        def gettext(self, message: str) -> str:
            asked.append(message)
            return message

        def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
            asked.append(msgid1)
            return msgid2

    english = Language("en")
    write(archive, {"locale/ko/LC_MESSAGES/claims.po": ukrainian.catalog()})
    monkeypatch.setattr(catalogs, "_shipped", dict)
    monkeypatch.setattr(catalogs, "NullTranslations", Asked)
    site = settings.read(archive / "mkdocs.yml")
    preview = Preview(archive, site.languages)
    _render(site.file, site.url, preview, tmp_path, english)
    for file in sorted((golden_site / "ko").rglob("*.html")):
        path = file.relative_to(golden_site).as_posix()
        assert preview.answer(path).status == 200
        assert (path, asked) == (path, [])
    assert site.languages[1].text("no problems") == "no problems"
    assert asked == ["no problems"]


def test_what_contributors_are_told_is_marked_as_english(tmp_path: Path) -> None:
    ukrainian.archive(tmp_path)
    make_site(tmp_path)
    page = text(tmp_path / "site" / PROBLEMS / "dates" / "index.html")
    assert "<h1 lang=en dir=ltr>Dates</h1><p><span class=ca-tag>укр in англійська</span>" in page
    assert re.search('<h2 id="e305" lang=en dir=ltr>E305: ', page)
    assert "<h3>укр Wrong</h3>" in page
    assert "ca-tag" not in text(tmp_path / "site/en/contribute/problems/dates/index.html")


def test_a_catalog_with_all_messages_speaks_to_contributors_too(tmp_path: Path, run_cli: RunCli) -> None:
    ukrainian.archive(tmp_path, ukrainian.catalog(TEMPLATE))
    done = run_cli("check", "--lang", "uk", at=tmp_path)
    assert (done.code, done.out, done.err) == (0, "укр no problems\n", "")
    make_site(tmp_path)
    assert "укр Dates</h1>" in text(tmp_path / "site" / PROBLEMS / "dates" / "index.html")


def test_a_command_says_once_that_it_speaks_english_instead(tmp_path: Path, run_cli: RunCli) -> None:
    ukrainian.archive(tmp_path)
    done = run_cli("check", "--lang", "uk", at=tmp_path)
    assert (done.code, done.out, done.err) == (0, "no problems\n", TOLD_IN_ENGLISH)
    done = run_cli("check", at=tmp_path, LC_ALL="uk_UA.UTF-8")
    assert (done.code, done.out, done.err) == (0, "no problems\n", TOLD_IN_ENGLISH)
    assert run_cli("check", "--lang", "en", at=tmp_path).err == ""
    done = run_cli("check", "--lang", "fr", at=tmp_path)
    assert done.code == 2
    assert "'fr' is not one of 'en', 'ko', 'uk'." in done.err


@pytest.mark.parametrize("folder", [".", "claims", "claims/2031", "content/uk", "locale/uk"])
def test_a_command_speaks_it_in_every_folder_of_the_archive(tmp_path: Path, run_cli: RunCli, folder: str) -> None:
    ukrainian.archive(tmp_path, ukrainian.catalog(TEMPLATE))
    for arguments, environment in ((("--lang", "uk"), {}), ((), {"LC_ALL": "uk_UA.UTF-8"})):
        done = run_cli("check", *arguments, at=tmp_path / folder, **environment)
        assert (done.code, done.out, done.err) == (0, "укр no problems\n", "")
        assert "укр Usage:" in run_cli("check", "--help", *arguments, at=tmp_path / folder, **environment).out


def test_mkdocs_says_so_too(tmp_path: Path) -> None:
    ukrainian.archive(tmp_path)
    edit(tmp_path, "languages: [en, uk]", "languages: [uk, en]", "mkdocs.yml")
    edit(tmp_path, "kind: outlet", "kind: outlets", "claims/entities/omber-daily.yml")
    config = load_config(str(tmp_path / "mkdocs.yml"))
    with pytest.raises(PluginError, match=f"^{TOLD_IN_ENGLISH}\n.*error\\[E307\\]"):
        config.plugins.on_config(config)


def test_a_missing_message_for_readers_is_told_and_stays_english(tmp_path: Path, run_cli: RunCli) -> None:
    ukrainian.archive(tmp_path)
    edit(tmp_path, '\nmsgid "Claims"\nmsgstr "укр Claims"\n', "")
    edit(tmp_path, 'msgstr "укр Answer"', 'msgstr ""')
    line = text(tmp_path / ukrainian.FILE).split("\n").index('msgid "Answer"') + 1
    done = run_cli("check", at=tmp_path)
    count = len(catalogs.messages(catalogs.FOR_READERS))
    said = f"2 of {count} messages for readers are not translated into the language Ukrainian (uk), and stay English"
    assert done.code == 0
    assert f"{ukrainian.FILE}:{line}:1: warning[W917]: {said}; the first is “Answer”" in done.out
    assert "1 warning in 1 file" in done.out
    make_site(tmp_path)
    assert "<h1>Claims</h1>" in text(tmp_path / "site/uk/claims/index.html")


def test_a_fuzzy_message_is_not_translated(tmp_path: Path, run_cli: RunCli) -> None:
    ukrainian.archive(tmp_path)
    edit(tmp_path, 'msgid "Answer"', '#, fuzzy\nmsgid "Answer"')
    assert "W917" in run_cli("check", at=tmp_path).out


def test_a_broken_catalog_is_told_of_at_its_line_and_stops_a_build(tmp_path: Path, run_cli: RunCli) -> None:
    ukrainian.archive(tmp_path)
    edit(tmp_path, 'msgstr "укр Answer"', 'msgstr "укр Answer')
    line = text(tmp_path / ukrainian.FILE).split("\n").index('msgstr "укр Answer') + 1
    done = run_cli("check", "--format", "json", "--lang", "uk", at=tmp_path)
    (problem,) = json.loads(done.out)["problems"]
    assert (done.code, problem["code"], problem["path"], problem["line"]) == (1, "E911", ukrainian.FILE, line)
    assert run_cli("build", "--lang", "uk", at=tmp_path).code == 1
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize(
    ("link", "target"),
    [
        *((ukrainian.FILE, target) for target in ("/etc/passwd", "/dev/zero", "/etc")),
        *((link, "outside") for link in (ukrainian.FILE, "locale/uk/LC_MESSAGES", "locale/uk", "locale")),
    ],
)
def test_no_link_is_followed_to_a_catalog(tmp_path: Path, run_cli: RunCli, link: str, target: str) -> None:
    ukrainian.archive(tmp_path)
    (tmp_path / link).rename(tmp_path / "outside")
    (tmp_path / link).symlink_to(tmp_path / target)
    done = run_cli("check", "--format", "json", "--lang", "en", at=tmp_path)
    codes = [(each["code"], each["path"]) for each in json.loads(done.out)["problems"]]
    assert (done.code, codes) == (1, [("E107", ukrainian.FILE)])


def test_words_in_a_catalog_of_ones_own_go_before_ours(tmp_path: Path) -> None:
    own = write(tmp_path, {"locale/ko/LC_MESSAGES/claims.po": 'msgid "Claims"\nmsgstr "말"\n'})
    found = catalogs.Catalogs(own)
    assert found.tags() == ["en", "ko"]
    assert [*found.problems(["en", "ko"])] == []
    language = Language("ko", found)
    assert [language.text("Claims"), language.text("Claimant")] == ["말", "발언자"]
    assert language.plural("{count} claim", "{count} claims", 2) == "발언 2건"
    assert language.for_contributors is language
    assert Language("ko").text("Claims") == "발언"
    english = write(tmp_path, {"locale/en/LC_MESSAGES/claims.po": 'msgid "Claims"\nmsgstr "Sayings"\n'})
    assert Language("en", catalogs.Catalogs(english)).text("Claims") == "Sayings"


def test_a_changed_catalog_changes_the_pages_that_are_there(tmp_path: Path) -> None:
    ukrainian.archive(tmp_path)
    make_site(tmp_path)
    page = tmp_path / "site/uk/claims/index.html"
    assert "<h1>укр Claims</h1>" in text(page)
    edit(tmp_path, '"укр Claims"', '"Усі"')
    assert make_site(tmp_path).written > 0
    assert "<h1>Усі</h1>" in text(page)
    assert make_site(tmp_path).written == 0


def test_a_preview_shows_a_saved_catalog_and_what_is_wrong_with_it(tmp_path: Path) -> None:
    ukrainian.archive(tmp_path)
    site = settings.read(tmp_path / "mkdocs.yml")
    assert tmp_path / "locale" in site.sources
    preview = Preview(tmp_path, site.languages)
    render = partial(_render, site.file, site.url, preview, tmp_path, Language("en"))
    page = partial(preview.answer, "uk/claims/")
    render()
    assert "<h1>укр Claims</h1>" in page().content.decode()
    edit(tmp_path, '"укр Claims"', '"Усі {count}"')
    render()
    shown = page().content.decode()
    assert "error[E912]: the translation has other placeholders" in shown
    assert "<h1>укр Claims</h1>" in shown
    edit(tmp_path, "Усі {count}", "Усі")
    render()
    assert "<h1>Усі</h1>" in page().content.decode()
    assert "E912" not in page().content.decode()


def test_a_preview_tells_of_problems_in_english(tmp_path: Path) -> None:
    ukrainian.archive(tmp_path)
    edit(tmp_path, "kind: outlet", "kind: outlets", "claims/entities/omber-daily.yml")
    preview = Preview(tmp_path, settings.read(tmp_path / "mkdocs.yml").languages)
    shown = preview.answer("uk/claims/").content.decode()
    assert f'<pre class="ca-problems" lang="en" dir="ltr" role="alert" tabindex="0">{TOLD_IN_ENGLISH}' in shown


def test_the_schemas_say_in_english_once_what_has_no_translation(tmp_path: Path) -> None:
    ukrainian.archive(tmp_path)
    languages = settings.read(tmp_path / "mkdocs.yml").languages
    made = json.loads(schema_writer.schema(Claim, languages))
    assert made["title"] == "Claim"
    assert made["properties"]["title"]["required"] == ["en", "uk"]
    ukrainian.archive(tmp_path, ukrainian.catalog(TEMPLATE))
    languages = settings.read(tmp_path / "mkdocs.yml").languages
    assert json.loads(schema_writer.schema(Claim, languages))["title"] == "Claim · укр Claim"


def test_a_folder_that_is_no_language_is_named_and_passed_over(tmp_path: Path, run_cli: RunCli) -> None:
    ukrainian.archive(tmp_path)
    write(
        tmp_path,
        {
            "locale/README.md": "",
            "locale/notes/words.txt": "",
            "locale/ukrainian/LC_MESSAGES/claims.po": "what is this",
            "locale/fr/LC_MESSAGES/other.po": "",
        },
    )
    done = run_cli("check", at=tmp_path)
    assert done.code == 0
    assert "locale/ukrainian/LC_MESSAGES/claims.po:1:1: warning[W916]: ukrainian is no tag of a language" in done.out
    assert "1 warning in 1 file" in done.out


def test_a_language_without_a_catalog_is_told_where_its_own_would_be(tmp_path: Path, run_cli: RunCli) -> None:
    ukrainian.archive(tmp_path)
    (tmp_path / ukrainian.FILE).unlink()
    done = run_cli("check", at=tmp_path)
    assert (done.code, done.err) == (
        2,
        "languages: uk has no catalog; there are en, ko. Yours would be locale/uk/LC_MESSAGES/claims.po\n",
    )
