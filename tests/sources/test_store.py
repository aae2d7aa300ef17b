"""Texts are kept under their digests, and are used only as long as they have them."""

import unicodedata
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.model.stored_texts import digest_of
from site_builder.sources.store import ELSEWHERE, FOLDER, Store, stored_form
from tests.records import ROOT


@pytest.fixture(autouse=True)
def _nothing_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(ELSEWHERE, raising=False)


def test_a_text_is_found_under_its_digest(tmp_path: Path) -> None:
    store = Store(tmp_path)
    digest = store.put("등불을 켰다\nThey lit lanterns", {"url": "https://example.org/"})
    assert store.text(digest) == "등불을 켰다\nThey lit lanterns\n"
    assert digest == digest_of("등불을 켰다\nThey lit lanterns\n")
    assert store.about(digest) == {"url": "https://example.org/"}
    assert not store.is_damaged(digest)


def test_a_file_is_named_by_the_digest_of_its_bytes(tmp_path: Path) -> None:
    digest = Store(tmp_path).put("가나다", {})
    files = {file.name: file for file in (tmp_path / FOLDER).iterdir()}
    name = digest.removeprefix("sha256:")
    assert sorted(files) == [f"{name}.json", f"{name}.txt"]
    assert sha256(files[f"{name}.txt"].read_bytes()).hexdigest() == name


def test_there_is_no_text_of_an_unknown_digest(tmp_path: Path) -> None:
    unknown = digest_of("unknown")
    assert (Store(tmp_path).text(unknown), Store(tmp_path).about(unknown)) == (None, {})
    assert not Store(tmp_path).is_damaged(unknown)


@pytest.mark.parametrize("data", [b"", b"They lit lantern\n", b"\xff", "They lit lanterns.\n".encode("utf-16")])
def test_a_text_that_has_its_digest_no_more_is_not_used(data: bytes, tmp_path: Path) -> None:
    store = Store(tmp_path)
    digest = store.put("They lit lanterns", {})
    (store.folder / f"{digest.removeprefix('sha256:')}.txt").write_bytes(data)
    assert store.text(digest) is None
    assert store.is_damaged(digest)
    assert store.put("They lit lanterns", {}) == digest
    assert store.text(digest)


@pytest.mark.parametrize("data", [b"", b"[]", b"{", b"\xff"])
def test_nothing_is_known_where_that_cannot_be_read(data: bytes, tmp_path: Path) -> None:
    store = Store(tmp_path)
    digest = store.put("They lit lanterns", {"status": 200})
    (store.folder / f"{digest.removeprefix('sha256:')}.json").write_bytes(data)
    assert store.about(digest) == {}


@pytest.mark.parametrize("digest", ["", "../../secret", "sha256:../x", f"sha256:{'A' * 64}", "0" * 64])
def test_what_is_no_digest_names_no_file(digest: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no digest"):
        Store(tmp_path).text(digest)


def test_the_environment_may_name_another_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ELSEWHERE, str(tmp_path / "newsroom" / "texts"))
    digest = Store(tmp_path / "archive").put("They lit lanterns", {})
    assert (tmp_path / "newsroom" / "texts" / f"{digest.removeprefix('sha256:')}.txt").exists()
    monkeypatch.setenv(ELSEWHERE, "beside")
    assert Store(tmp_path).folder == tmp_path / "beside"


def test_git_passes_over_the_texts() -> None:
    assert f"/{FOLDER}/" in (ROOT / ".gitignore").read_text().splitlines()


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd\n"),
        ("  a \n\n \t\n\u00a0b\u3000\n", "a\nb\n"),
        (unicodedata.normalize("NFD", "각"), "각\n"),
        ("a\ud800b", "a\ufffdb\n"),
        ("", ""),
    ],
)
def test_the_stored_form_is_composed_and_has_a_line_for_each_block(text: str, stored: str) -> None:
    assert stored_form(text) == stored


@given(st.text())
def test_what_is_in_its_stored_form_stays_so(text: str) -> None:
    assert stored_form(stored_form(text)) == stored_form(text)
