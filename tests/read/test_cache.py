import random
from pathlib import Path

import pytest

from site_builder.problems import Problem
from site_builder.read import files, loader
from tests.records import ARCHIVE, CLAIM, CLAIM_FILE, ENTITY_FILE, changed, write


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path / "archive", ARCHIVE)


@pytest.fixture
def memory(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "records"


def parsed(root: Path, memory: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that are parsed when an archive is loaded, which gives the same as without memory."""
    parsed = set()
    really_decode = files.decode

    def decode(data: bytes, file: str) -> tuple[str, list[Problem]]:
        parsed.add(file)
        return really_decode(data, file)

    with monkeypatch.context() as patch:
        patch.setattr(files, "decode", decode)
        loaded = loader.load(root, memory)
    assert loaded == loader.load(root)
    return sorted(parsed)


def test_what_did_not_change_is_not_parsed_again(root: Path, memory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert parsed(root, memory, monkeypatch) == sorted(ARCHIVE)
    assert parsed(root, memory, monkeypatch) == []
    write(root, {CLAIM_FILE: changed(CLAIM, "about 1,200 people came", "some 1,200 people came")})
    assert parsed(root, memory, monkeypatch) == [CLAIM_FILE]
    write(root, {CLAIM_FILE: CLAIM})
    assert parsed(root, memory, monkeypatch) == []


def test_a_record_with_problems_is_read_each_time(root: Path, memory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(root, {CLAIM_FILE: "\ufeff" + CLAIM, ENTITY_FILE: "kind: organisation\n"})
    for _ in range(2):
        assert {CLAIM_FILE, ENTITY_FILE} <= {*parsed(root, memory, monkeypatch)}


def test_a_renamed_record_is_another_one(root: Path, memory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    loader.load(root, memory)
    renamed = ENTITY_FILE.replace("city-office", "town-office")
    (root / ENTITY_FILE).rename(root / renamed)
    assert parsed(root, memory, monkeypatch) == [renamed]


@pytest.mark.parametrize("seed", range(20))
def test_a_damaged_memory_does_no_harm(root: Path, memory: Path, monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    loader.load(root, memory)
    rng, damaged = random.Random(seed), bytearray(memory.read_bytes())
    for _ in range(5):
        damaged[rng.randrange(len(damaged))] = rng.randrange(256)
    memory.write_bytes(bytes(damaged[: rng.randrange(len(damaged) // 2, len(damaged))]))
    assert parsed(root, memory, monkeypatch)
    assert parsed(root, memory, monkeypatch) == []


def test_a_memory_of_other_code_is_of_no_use(root: Path, memory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    loader.load(root, memory)
    with monkeypatch.context() as patch:
        patch.setattr("site_builder.read.cache._code", lambda: "other code")
        assert parsed(root, memory, patch) == sorted(ARCHIVE)


def test_what_is_of_no_use_any_more_is_forgotten(root: Path, memory: Path) -> None:
    sizes = []
    for number in range(30):
        write(root, {CLAIM_FILE: changed(CLAIM, "about 1,200 people came", f"about 1,2{number:02} people came")})
        loader.load(root, memory)
        sizes.append(memory.stat().st_size)
    assert max(sizes) < 4 * sizes[0]


def test_an_archive_whose_folder_cannot_be_written_is_read_all_the_same(root: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    assert loader.load(root, tmp_path / "file" / "records") == loader.load(root)
