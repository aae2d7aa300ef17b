"""An archive is read once, in as many processes as there are, and files again only for the places of findings."""

from collections import Counter
from pathlib import Path

import pytest

from site_builder.check.validate import validate
from site_builder.problems import Problem
from site_builder.read import fast, loader, yaml_tree
from site_builder.runtime import workers
from tests.records import ARCHIVE, CLAIM, CLAIM_FILE, ENTITY, ENTITY_FILE, SERIES_FILE, changed, coded, refuse, write

WRONG_IN_MANY_WAYS: dict[str, str | bytes] = {
    CLAIM_FILE: changed(CLAIM, "claimant:", "speaker:"),  # the model refuses it
    ENTITY_FILE: "kind: [\n",  # YAML cannot read it
    SERIES_FILE: b"\xff",
    "claims/2031/2031-03-12-warned-of.yml": "\ufeff" + CLAIM.replace("/walk", "/walk-again"),
    "claims/2031/2031-03-12-escaped.yml": changed(CLAIM, "about 1,200 people came", '"1,200\\u0020people"'),
    "claims/2031/2031-03-13-misplaced.yml": CLAIM,
    "claims/2031/stray.txt": "",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path, {**ARCHIVE, **WRONG_IN_MANY_WAYS})


def in_order(problems: list[Problem]) -> list[Problem]:
    return sorted(problems, key=lambda problem: problem.place)


@pytest.mark.parametrize("cores", [1, 2, 3])
def test_it_does_not_matter_how_many_processes_read(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cores: int
) -> None:
    one_by_one = loader.collect(*loader.listed(root), [loader.read_file(root, name) for name in loader.listed(root)[0]])
    monkeypatch.setattr(workers, "cores", lambda: cores)
    monkeypatch.setattr(loader, "_ONE_SHARE", 2)
    for _ in range(2):  # the second time most of it comes from the cache
        loaded = loader.load(root, tmp_path / "records")
        assert loaded.archive == one_by_one.archive
        assert loaded.digests == one_by_one.digests
        assert loaded.partial_values == one_by_one.partial_values
        assert in_order(loaded.problems) == in_order(one_by_one.problems)


def test_what_can_be_read_of_a_broken_record_is_kept(root: Path) -> None:
    loaded = loader.load(root)
    assert loaded.files == {*ARCHIVE, *WRONG_IN_MANY_WAYS} - {"claims/2031/stray.txt"}
    assert sorted(loaded.partial_values) == [CLAIM_FILE, "claims/2031/2031-03-13-misplaced.yml"]
    assert loaded.digests.keys() == {record.file for record in loaded.archive.records()}
    assert {*loaded.archive.claims} == {"2031-03-12-warned-of", "2031-03-12-escaped"}


def test_a_file_is_parsed_once_each_way_and_once_more_for_all_that_is_found_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong_twice = changed(CLAIM, "[lantern-walk]", "[nobody, nothing]")
    write(tmp_path, {**ARCHIVE, CLAIM_FILE: wrong_twice, ENTITY_FILE: f"{ENTITY}sorce: x\npart_of: nowhere\n"})
    parsed = Counter[str]()

    def count(module: object, name: str) -> None:
        really = getattr(module, name)

        def counting(text: str, *rest: str) -> object:
            parsed[f"{name} {text[:5]}"] += 1
            return really(text, *rest)

        monkeypatch.setattr(module, name, counting)

    count(fast, "values")
    count(yaml_tree, "parse")
    monkeypatch.setattr(workers, "cores", lambda: 1)
    problems = validate(tmp_path, ["en", "ko"]).problems
    assert len(coded(problems)) == 4
    assert parsed["values title"] == parsed["parse title"] == 1  # as a tree for the places of what was found
    assert parsed["values kind:"] == len([text for text in ARCHIVE.values() if text.startswith("kind:")])
    assert parsed["parse kind:"] == 2  # for what the model says of it, and for the place of what was found


def test_a_file_that_cannot_be_opened_is_told_of(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refuse(CLAIM_FILE, monkeypatch)
    assert coded(loader.read_file(root, CLAIM_FILE).problems) == ["1:1 E109"]
    assert loader.plain_values(root, CLAIM_FILE) is None
