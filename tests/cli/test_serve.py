"""What `claims serve` shows while somebody works on the hand-written pages and the settings."""

import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from site_builder.cli.serve import _render
from site_builder.language.language import Language
from site_builder.publish.preview import Preview
from site_builder.publish.server import Server
from tests.records import changed, write

PAGE = "ko/about/"
HANG = 300
"""Seconds after which a test that waits for what never comes fails instead of waiting for ever."""


def edit(file: Path, old: str, new: str) -> None:
    file.write_text(changed(file.read_text("utf-8"), old, new), "utf-8")


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("content/en/about.md", "# About\n", "# About\n\n<!-- slot:none -->\n", "content/en/about.md:8:1: error[E808]"),
        ("mkdocs.yml", "docs_dir: content", "docs_dir: docs", "write docs_dir: content"),
        ("mkdocs.yml", "  - attr_list", "  - none_such", "none_such"),
    ],
    ids=["problem", "settings", "engine"],
)
def test_what_is_wrong_is_told_of_on_pages_that_stay_as_they_were(
    archive: Path, tmp_path: Path, file: str, old: str, new: str, told: str
) -> None:
    english, workshop = Language("en"), tmp_path / "workshop"
    workshop.mkdir()
    preview = Preview(archive, [english, Language("ko")])
    render = partial(_render, archive / "mkdocs.yml", "http://127.0.0.1:1/", preview, workshop, english)
    render()
    before = preview.answer(PAGE).content.decode()
    assert "ca-problems" not in before
    edit(archive / file, old, new)
    render()
    wrong = preview.answer(PAGE).content.decode()
    assert told in wrong
    assert len([*workshop.iterdir()]) == 1
    assert before[before.index("<main") :] == wrong[wrong.index("<main") :]
    edit(archive / file, new, old)
    render()
    assert "ca-problems" not in preview.answer(PAGE).content.decode()
    assert preview.rendered
    assert [*workshop.iterdir()] == [folder for folder in preview.rendered.folder.parents if folder.parent == workshop]


@pytest.mark.parametrize(
    ("link", "told"),
    [
        ("[nowhere](nowhere.md)", "content/ko/about.md:8:11: error[E810]: nowhere.md leads to nothing"),
        ("[nothing](#nothing)", "content/ko/about.md:8:11: error[E812]: the page has no part #nothing"),
    ],
)
def test_a_link_to_nothing_is_told_of_until_it_is_mended(archive: Path, tmp_path: Path, link: str, told: str) -> None:
    english = Language("en")
    preview = Preview(archive, [english, Language("ko")])
    render = partial(_render, archive / "mkdocs.yml", "http://127.0.0.1:1/", preview, tmp_path, english)
    edit(archive / "content/ko/about.md", "# 소개\n", f"# 소개\n\n{link}\n")
    render()
    assert told in preview.answer("en/about/").content.decode()
    edit(archive / "content/ko/about.md", link, "")
    render()
    assert "ca-problems" not in preview.answer("en/about/").content.decode()


def test_a_link_to_a_record_is_told_of_while_the_record_is_gone(archive: Path, tmp_path: Path) -> None:
    english, claim = Language("en"), "claims/2031/2031-03-12-city-office-visitors.yml"
    preview = Preview(archive, [english, Language("ko")])
    link = "[gone](claims/2031-03-12-city-office-visitors/)"
    edit(archive / "content/ko/about.md", "# 소개\n", f"# 소개\n\n{link}\n")
    _render(archive / "mkdocs.yml", "http://127.0.0.1:1/", preview, tmp_path, english)
    assert not preview.problems
    text = (archive / claim).read_text("utf-8")
    (archive / claim).unlink()
    preview.read([claim])
    told = "content/ko/about.md:8:8: error[E810]: claims/2031-03-12-city-office-visitors/ leads to nothing"
    assert told in preview.answer("en/about/").content.decode()
    (archive / claim).write_text(text, "utf-8")
    preview.read([claim])
    assert "ca-problems" not in preview.answer("en/about/").content.decode()


def test_a_preview_can_begin_with_a_wrong_page(archive: Path, tmp_path: Path) -> None:
    (archive / "content/ko/index.md").unlink()
    preview = Preview(archive, [Language("en"), Language("ko")])
    _render(archive / "mkdocs.yml", "http://127.0.0.1:1/", preview, tmp_path, Language("ko"))
    answer = preview.answer(PAGE)
    assert answer.status == 404
    assert "E803" in answer.content.decode()


@pytest.fixture
def edited(archive: Path, tmp_path: Path) -> Iterator[Preview]:
    """The preview of an archive in which files are watched, as `claims serve` has it."""
    english, config, workshop = Language("en"), archive / "mkdocs.yml", tmp_path / "workshop"
    workshop.mkdir()
    preview = Preview(archive, [english, Language("ko")])
    render = partial(_render, config, "http://127.0.0.1:1/", preview, workshop, english)
    render()
    server = Server(config, preview, ("127.0.0.1", 0), "/", render)
    thread = threading.Thread(target=server.serve)
    thread.start()
    yield preview
    server.shutdown()
    thread.join(HANG)
    assert not thread.is_alive()


def until(preview: Preview, *words: str, path: str = PAGE) -> None:
    """Wait until a page says some words, or, where there are none, until nothing wrong is told of on it."""
    while True:
        version = str(preview.version)
        page = preview.answer(path).content.decode()
        if all(word in page for word in words) and ("ca-problems" in page) <= bool(words):
            return
        assert preview.wait(version, HANG), f"nothing changes any more:\n{page}"


def test_a_folder_of_catalogs_that_comes_later_is_seen(edited: Preview, archive: Path) -> None:
    write(archive, {"locale/ko/LC_MESSAGES/claims.po": 'msgid "Claims"\nmsgstr "말씀"\n'})
    until(edited, "<h1>말씀</h1>", path="ko/claims/")
    (archive / "locale").rename(archive / "elsewhere")
    until(edited, "<h1>발언</h1>", path="ko/claims/")


def test_hand_written_pages_may_go_and_come_back(edited: Preview, archive: Path) -> None:
    for _ in range(2):
        (archive / "content").rename(archive / "elsewhere")
        until(edited, "E803")
        (archive / "elsewhere").rename(archive / "content")
        until(edited)
    edit(archive / "content/ko/about.md", "# 소개\n", "# 다른 소개\n")
    until(edited, "다른 소개")


def test_a_folder_of_the_theme_is_watched_from_when_the_settings_name_it(edited: Preview, archive: Path) -> None:
    edit(archive / "mkdocs.yml", "  font: false\n", "  font: false\n  custom_dir: own\n")
    until(edited, "there is no such folder")
    write(archive, {"own/own.txt": "mine"})
    until(edited)
    assert edited.answer("own.txt").content == b"mine"
    write(archive, {"own/own.txt": "yours"})
    until(edited, "yours", path="own.txt")


def test_a_hook_is_watched_from_when_the_settings_name_it(edited: Preview, archive: Path) -> None:
    with (archive / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("hooks:\n  - more.py\n")
    until(edited, "more.py")
    for words, told in (
        ('"\\n\\nOnce"', "<p>Once</p>"),
        ("(", "was never closed"),
        ('"\\n\\nThen"', "<p>Then</p>"),
        ("nothing", "name &#39;nothing&#39; is not defined"),
        ('"\\n\\nIn the end"', "<p>In the end</p>"),
    ):
        hook = f"def on_page_markdown(markdown, page, config, files):\n    return markdown + {words}\n"
        write(archive, {"more.py": hook})
        until(edited, told)
    until(edited)
