"""An archive as it is shown while somebody works on it."""

import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from site_builder.check.validate import validate
from site_builder.cli.plugin import ClaimsPlugin
from site_builder.model.verification import LEDGER
from site_builder.publish.preview import Preview
from tests.records import changed, write

CLAIM = "claims/2031/2031-03-12-city-office-visitors.yml"
PAGE = "en/claims/2031-03-12-city-office-visitors/"
_ADDED = re.compile(r'\n<script src="/-/preview\.js" data-version="\d+"></script>\n')


def rendered(root: Path) -> Iterator[Preview]:
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(root / "nowhere"))
    plugin = config.plugins["claims"]
    assert isinstance(plugin, ClaimsPlugin)
    plugin.on_startup(command="serve", dirty=False)
    build(config)
    assert plugin.preview
    yield plugin.preview
    plugin.on_shutdown()


@pytest.fixture
def preview(archive: Path) -> Iterator[Preview]:
    yield from rendered(archive)


def text(preview: Preview, path: str) -> str:
    return preview.answer(path).content.decode()


def edit(archive: Path, old: str, new: str) -> None:
    file = archive / CLAIM
    file.write_text(changed(file.read_text("utf-8"), old, new), "utf-8")


def test_a_preview_shows_the_site_that_a_build_makes(preview: Preview, golden_site: Path) -> None:
    for file in golden_site.rglob("*"):
        path = file.relative_to(golden_site).as_posix()
        if file.is_file():
            answer = preview.answer(path)
            shown = _ADDED.sub("", answer.content.decode()).encode() if path.endswith(".html") else answer.content
            assert (path, shown, answer.status) == (path, file.read_bytes(), 200)
            assert preview.answer(path.removesuffix("index.html")) == answer


def test_nothing_is_written_beside_the_archive(preview: Preview, archive: Path) -> None:
    assert sorted(path.name for path in archive.iterdir()) == [".cache", "claims", "content", "mkdocs.yml"]


def test_an_address_without_slash_or_with_dots_leads_nowhere(preview: Preview) -> None:
    for path in ("en/nowhere/", "../mkdocs.yml", "en/../../mkdocs.yml", "assets/../../../mkdocs.yml", "c/%2e%2e/"):
        answer = preview.answer(path)
        assert answer.status == 404
        assert b"site_name" not in answer.content


def test_a_saved_record_shows_at_once(preview: Preview, archive: Path) -> None:
    version = preview.version
    edit(archive, "City Office now puts visitors", "City Office puts guests")
    preview.read([CLAIM])
    assert preview.version > version
    assert "City Office puts guests" in text(preview, PAGE)
    assert "City Office puts guests" in text(preview, "en/entities/city-office/")


def test_a_broken_record_is_told_of_on_pages_that_stay_as_they_were(preview: Preview, archive: Path) -> None:
    before = _ADDED.sub("", text(preview, PAGE))
    edit(archive, "claimant: city-office", "claimant: city-offise")
    preview.read([CLAIM])
    for language, words in (("en", "did you mean city-office?"), ("ko", "city-office")):
        html = text(preview, PAGE.replace("en/", f"{language}/"))
        assert "E703" in html
        assert words in html
    told = re.sub(r"<link [^\n]*\n<pre class=\"ca-problems.*?</pre>", "", text(preview, PAGE), flags=re.DOTALL)
    assert _ADDED.sub("", told) == before
    edit(archive, "claimant: city-offise", "claimant: city-office")
    preview.read([CLAIM])
    assert _ADDED.sub("", text(preview, PAGE)) == before


def test_a_preview_can_begin_with_a_broken_record(archive: Path) -> None:
    edit(archive, "claimant: city-office", "claimant: [<b>]")
    for preview in rendered(archive):
        assert "E302" in text(preview, PAGE)
        assert "<b>" not in text(preview, PAGE)
        edit(archive, "claimant: [<b>]", "claimant: city-office")
        preview.read([CLAIM])
        assert preview.answer(PAGE).status == 200


def test_a_changed_ledger_shows_at_once(preview: Preview, archive: Path) -> None:
    (archive / LEDGER).write_text("{}\n", "utf-8")
    preview.read([LEDGER])
    assert f"{LEDGER}:1:1: error[E951]" in text(preview, PAGE)
    (archive / LEDGER).write_text("", "utf-8")
    version = preview.version
    preview.read([LEDGER])
    assert "E951" not in text(preview, PAGE)
    assert preview.version > version


def test_a_deleted_record_is_gone(preview: Preview, archive: Path) -> None:
    (archive / "claims/2031/2031-03-11-walkers-union-visitors.yml").unlink()
    preview.read(["claims/2031/2031-03-11-walkers-union-visitors.yml"])
    assert preview.answer("en/claims/2031-03-11-walkers-union-visitors/").status == 404


def test_what_was_merged_leads_where_its_record_says_now(preview: Preview, archive: Path) -> None:
    file, page = "claims/entities/city-hall.yml", "ko/entities/city-hall/"
    assert "url=../../entities/city-office/" in text(preview, page)
    record = archive / file
    record.write_text(changed(record.read_text("utf-8"), "city-office", "walkers-union"), "utf-8")
    preview.read([file])
    assert "url=../../entities/walkers-union/" in text(preview, page)
    assert "옴버 청사 &lt;b&gt;" in text(preview, "ko/entities/walkers-union/")
    assert "옴버 청사 &lt;b&gt;" not in text(preview, "ko/entities/city-office/")
    record.write_text(changed(record.read_text("utf-8"), "walkers-union", "city-hall"), "utf-8")
    preview.read([file])
    assert "E718" in text(preview, page)
    assert "url=../../entities/walkers-union/" in text(preview, page)


def test_a_page_is_shown_once_while_the_problems_stay_the_same(preview: Preview, archive: Path) -> None:
    file = "claims/entities/spare.yml"
    write(archive, {file: "kind: topic\nname: {en: Spare, ko: 예비}\n"})
    preview.read([file])
    assert [problem.kind.code for problem in preview.problems] == ["W705"]
    version = preview.version
    edit(archive, "City Office now puts visitors", "City Office puts guests")
    preview.read([CLAIM])
    assert preview.version == version + 1
    assert "W705" in text(preview, PAGE)
    preview.read([CLAIM])
    assert preview.version == version + 1


def test_an_error_of_another_record_is_told_of_until_it_is_mended(preview: Preview, archive: Path) -> None:
    file = "claims/entities/city-office.yml"
    entity, other = (archive / file).read_text("utf-8"), "claims/2031/2031-03-11-walkers-union-visitors.yml"
    (archive / file).unlink()
    preview.read([file])
    for _ in range(2):  # one record is looked at alone only where all were right before
        assert "E703" in text(preview, PAGE)
        preview.read([other])
    write(archive, {file: entity})
    preview.read([file])
    assert "ca-problems" not in text(preview, PAGE)
    assert preview.problems == validate(archive, ["en", "ko"]).problems


def test_browsers_are_told_of_a_saved_record_and_of_a_page_written_by_hand(archive: Path) -> None:
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "site_builder", "serve", "--port", str(port)]
    with subprocess.Popen(command, cwd=archive, stderr=subprocess.PIPE, encoding="utf-8") as process:
        try:
            assert process.stderr
            assert f":{port}/" in process.stderr.readline(), (
                "it says something else before where it is, or does not start"
            )
            assert "now puts visitors" in fetch(port, f"some/path/{PAGE}")
            edit(archive, "City Office now puts visitors", "City Office puts guests")
            reload_until(port, f"some/path/{PAGE}", "puts guests")
            (archive / "content/en/about.md").write_text("# Another beginning\n", "utf-8")
            reload_until(port, "some/path/en/about/", "Another beginning")
            with pytest.raises(HTTPError, match="404"):
                fetch(port, "some/path/nowhere/")
        finally:
            process.terminate()
        assert process.wait() == 128 + 15


def reload_until(port: int, path: str, words: str) -> None:
    """Do as a browser does with an open page, which asks for it again whenever it is told of a change."""
    while words not in (page := fetch(port, path)):
        version = re.search(r'data-version="(\d+)"', page)
        assert version
        with urlopen(f"http://127.0.0.1:{port}/-/changes?{version[1]}") as told:
            assert b"event: change\n" in islice(told, 40), "for five minutes there were but signs of life"


def fetch(port: int, path: str) -> str:
    """What the preview sends, however long it takes."""
    with urlopen(f"http://127.0.0.1:{port}/{path}") as response:
        content: bytes = response.read()
    return content.decode()


def test_a_preview_shows_what_the_owner_chose(archive: Path) -> None:
    config = changed((archive / "mkdocs.yml").read_text("utf-8"), "  font: false\n", "  palette: {primary: brown}\n")
    write(archive, {"mkdocs.yml": config, "content/robots.txt": "mine", "content/.well-known/a": "mine"})
    for preview in rendered(archive):
        [path] = re.findall(r"assets/palette\.\w+\.css", text(preview, "en/about/"))
        assert "#795649" in text(preview, path)
        assert text(preview, "robots.txt") == text(preview, ".well-known/a") == "mine"
