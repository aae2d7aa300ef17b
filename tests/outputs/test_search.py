"""The files of the search: what they say, and that an edit gives what a build from nothing would."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from site_builder.library.library import gathered
from site_builder.library.localized import LocalizedLibrary
from site_builder.model.records import Record
from site_builder.outputs import rows, search
from site_builder.outputs.search import SearchFiles
from site_builder.outputs.search_index import KeptIndex
from site_builder.read.loader import Loaded
from site_builder.runtime.digest import digest
from site_builder.search import index
from site_builder.search.index import Index
from site_builder.search.postings import decoded
from tests import libraries
from tests.records import archive, claim, entity, series

NAMES = (entity(), entity(id="lantern-walk"), entity(id="omber-daily"), series())
TITLES = [
    "두루미 서른 마리가 돌아왔다",
    "등대가 무너졌다",
    "Cranes return to the marsh",
    "A lighthouse fell",
    "임금 협상 타결",
]


@pytest.fixture(autouse=True)
def small_parts() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rows, "_LENGTH", 2)
        patch.setattr(index, "_CUT", 5)
        patch.setattr(index, "_SIZE", 200)
        patch.setattr(index, "_ENDS", 40)
        yield


def claims(titles: Sequence[str]) -> list[Record]:
    return [
        claim(id=f"2031-03-{day:02}-walk", said=f"2031-03-{day:02}", title={"en": title, "ko": title})
        for day, title in enumerate(titles, 1)
    ]


def files(root: Path, *records: Record) -> dict[str, bytes]:
    """The files of the search of an archive in a folder, by their paths."""
    these = archive(*records, *NAMES)
    digests = {record.file: digest(repr(record)) for record in these.records()}
    library = gathered(root, libraries.SITE, Loaded(these, frozenset(digests), digests), libraries.history({}))
    localized = [LocalizedLibrary(library, language) for language in library.site.languages]
    artifacts = SearchFiles(localized, rows.runs(library)).artifacts()
    return {artifact.name: artifact.content(artifact.name) for artifact in artifacts}


def read(found: dict[str, bytes], path: str) -> Any:
    return json.loads(found[f"search/{path}.json"])


def numbers(found: dict[str, bytes], word: str) -> list[list[int]]:
    """The claims of a word by level."""
    entries = [json.loads(data) for path, data in found.items() if path.startswith("search/t/")]
    return decoded(next((words[word] for words in entries if word in words), ""), 4)


def test_the_root_leads_to_all_files(tmp_path: Path) -> None:
    found = files(tmp_path, *claims(TITLES))
    root = read(found, "index")
    named = {f"search/f/{name}.json" for name in root["f"].values()} | {f"search/n/{root['n']}.json"}
    for folder, names in (("t", root["t"]["names"]), ("e", root["e"]["names"]), ("d", root["d"])):
        named |= {f"search/{folder}/{names[start : start + 6]}.json" for start in range(0, len(names), 6)}
    assert named == found.keys() - {"search/index.json"}
    assert len(root["t"]["first"]) * 6 == len(root["t"]["names"])
    assert (root["claims"], root["languages"], root["years"]) == (5, ["en", "ko"], [["2031", 0]])
    assert root["rules"]["particles"]


def test_the_root_tells_with_which_word_each_file_begins(tmp_path: Path) -> None:
    """Of the words for slips at a beginning, which stand in the order of their ends, turned round."""
    found = files(tmp_path, *claims(TITLES))
    root = read(found, "index")
    for folder, turn in (("t", 1), ("e", -1)):
        names = [root[folder]["names"][start : start + 6] for start in range(0, len(root[folder]["names"]), 6)]
        parts = [[word[::turn] for word in read(found, f"{folder}/{name}")] for name in names]
        assert len(parts) > 2
        assert root[folder]["first"] == [part[0] for part in parts]
        words = [word for part in parts for word in part]
        assert words == sorted(words)


def test_words_stand_at_the_level_of_their_best_place(tmp_path: Path) -> None:
    found = files(tmp_path, *claims(TITLES))
    assert numbers(found, "등대") == [[1], [], [], []]
    assert numbers(found, "2031-03-02") == [[], [1], [], []]
    assert numbers(found, "1200")[2] == [0, 1, 2, 3, 4]  # in the quotes
    assert numbers(found, "루미")[2] == [0]  # inside a word of a title


def test_cards_and_filters_are_in_every_language(tmp_path: Path) -> None:
    found = files(tmp_path, *claims(TITLES[:2]))
    root = read(found, "index")
    card = read(found, f"d/{root['d']}")[1]
    assert card[:3] == ["2031-03-02-walk", "2031-03-02", [TITLES[1]] * 2]
    assert card[4] == ["March 2, 2031", "2031년 3월 2일"]
    assert card[5].keys() == {"en", "ko"}
    assert read(found, f"f/{root['f']['claimant']}") == [["city-office", ["City Office of Omber", "옴버 시청"], "BB"]]
    assert [name[0] for name in read(found, f"n/{root['n']}")][-1] == "series/visitors/"


def test_equal_filters_are_one_file(tmp_path: Path) -> None:
    source = {"url": "https://example.org/walk", "publisher": "city-office"}
    quotes = {tag: {"text": "words", "origin": "source", "source": source} for tag in ("en", "ko")}
    root = read(files(tmp_path, claim(quotes=quotes)), "index")
    assert root["f"]["claimant"] == root["f"]["outlet"]


def test_withdrawn_claims_are_not_found(tmp_path: Path) -> None:
    gone = claim(
        id="2031-03-09-fox",
        title={"en": "A fox", "ko": "여우"},
        withdrawn={"on": "2031-04-01", "reason": {"en": "r", "ko": "r"}},
    )
    found = files(tmp_path, *claims(TITLES), gone)
    assert read(found, "index")["claims"] == len(TITLES)
    assert not any(numbers(found, "여우"))


def test_names_of_a_merged_entity_lead_to_the_one_it_was_merged_into(tmp_path: Path) -> None:
    old = entity(id="town-office", name={"en": "Town Bureau", "ko": "마을 관청"}, merged_into="city-office")
    found = files(tmp_path, *claims(TITLES[:1]), old)
    assert numbers(found, "관청")[0] == [0]
    names = read(found, f"n/{read(found, 'index')['n']}")
    assert "마을 관청" in next(others for path, _, others, _ in names if path == "entities/city-office/")


def test_an_edit_gives_what_a_build_from_nothing_would(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("site_builder.outputs.search_index._FEW", 1.0)
    files(tmp_path / "kept", *claims(TITLES))
    fresh = list[Index]()
    monkeypatch.setattr(KeptIndex, "_fresh", lambda self: fresh.append(self))
    edits = [[*TITLES[:1], "A crane left", *TITLES[2:]], ["등대가 무너졌다", *TITLES[1:]], TITLES]
    edited = [files(tmp_path / "kept", *claims(titles)) for titles in edits]
    monkeypatch.undo()
    assert not fresh
    assert edited == [files(tmp_path / str(number), *claims(titles)) for number, titles in enumerate(edits)]


def test_a_damaged_memory_is_none(tmp_path: Path) -> None:
    whole = files(tmp_path, *claims(TITLES))
    kept = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert kept
    for file in kept:
        file.write_bytes(file.read_bytes()[:-1])
    assert files(tmp_path, *claims(TITLES)) == whole


def test_an_archive_that_cannot_be_written_to_has_its_search(tmp_path: Path) -> None:
    (tmp_path / ".cache").write_text("in the way")
    assert files(tmp_path, *claims(TITLES)) == files(tmp_path / "other", *claims(TITLES))


def test_names_of_files_differ_where_digests_begin_alike() -> None:
    names = search._names(["00" * 10, "00" * 10 + "11", "ff" * 10])
    assert len(set(names)) == 3
    assert names[0] == search._names(["00" * 10])[0]
