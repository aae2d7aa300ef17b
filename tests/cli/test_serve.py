"""What `claims serve` shows while somebody works on the hand-written pages and the settings."""

from functools import partial
from pathlib import Path

import pytest

from site_builder.cli.serve import _render
from site_builder.language.language import Language
from site_builder.publish.preview import Preview
from tests.records import changed

PAGE = "ko/about/"


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
    assert before[before.index("<main") :] == wrong[wrong.index("<main") :]
    edit(archive / file, new, old)
    render()
    assert "ca-problems" not in preview.answer(PAGE).content.decode()


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
