import os
from pathlib import Path

import pytest

from site_builder.model.records import Claim
from site_builder.problems import Problem
from site_builder.read import files
from site_builder.read.loader import load
from tests.records import (
    ARCHIVE,
    CLAIM,
    CLAIM_FILE,
    ENTITY,
    ENTITY_FILE,
    SCHEMAS,
    SERIES,
    changed,
    coded,
    read,
    refuse,
    titled,
    write,
)

DIRECTION = ["\u061c", "\u200e", "\u200f", *map(chr, range(0x202A, 0x202F)), *map(chr, range(0x2066, 0x206A))]
CONTROL = ["\0", "\a", "\b", "\v", "\f", "\x1b", "\x7f", "\x80", "\x85", "\x9b", "\u2028", "\u2029", "\ufffe", "\ufeff"]
CONTROL += ["\ufdd0", "\U0001fffe", "\U0010ffff"]


def listed(root: Path) -> list[str]:
    """The files that are read, and problems as `path:line:column code`."""
    return [
        f"{file.place} {file.kind.code}" if isinstance(file, Problem) else file for file in files.record_files(root)
    ]


def test_every_record_of_an_archive_is_found_in_order(tmp_path: Path) -> None:
    explained = {f"claims/README{tag}.md": "# The records\n" for tag in ("", ".ko", ".zh-Hant-TW")}
    write(tmp_path, {**ARCHIVE, **explained, "claims/1999/1999-early.yml": CLAIM})
    assert listed(tmp_path) == ["claims/1999/1999-early.yml", *sorted(ARCHIVE)]


def test_the_schemas_of_the_editors_are_no_records_and_in_nobodys_way(tmp_path: Path) -> None:
    assert listed(write(tmp_path, {**ARCHIVE, **SCHEMAS})) == sorted(ARCHIVE)


def test_nothing_else_stands_among_the_schemas(tmp_path: Path) -> None:
    write(tmp_path, {**SCHEMAS, "claims/schema/2031-03-12-words.yml": CLAIM, "claims/schema/more/x.yml": CLAIM})
    schema = tmp_path / "claims/schema/entity.schema.json"
    schema.unlink()
    schema.symlink_to(tmp_path / "elsewhere.json")
    assert listed(tmp_path) == [
        "claims/schema/2031-03-12-words.yml:1:1 E902",
        "claims/schema/entity.schema.json:1:1 E107",
        "claims/schema/more:1:1 E902",
    ]


@pytest.mark.parametrize("folder", ["claims/schema", "claims/entities"])
def test_a_file_in_place_of_a_folder_is_told_of(tmp_path: Path, folder: str) -> None:
    assert listed(write(tmp_path, {folder: "words"})) == [f"{folder}:1:1 E106"]


@pytest.mark.parametrize("is_file", [False, True])
def test_a_root_without_the_folder_of_records_is_no_archive(tmp_path: Path, is_file: bool) -> None:
    if is_file:
        (tmp_path / "claims").write_text("no folder")
    assert listed(tmp_path) == ["claims:1:1 E114"]
    (tmp_path / "claims").unlink(missing_ok=True)
    (tmp_path / "claims").mkdir()
    assert listed(tmp_path) == []
    assert load(tmp_path).problems == []


@pytest.mark.parametrize(
    "name",
    [
        "claims/2031/x.yaml",
        "claims/2031/X.YML",
        "claims/2031/x.yml~",
        "claims/2031/.x.yml",
        "claims/2031/x.yml.orig",
        "claims/2031/x.txt",
        "claims/2031/x",
        "claims/2031/README.md",
        "claims/README.korean.md",
        "claims/README.KO.md",
        "claims/README.ko.md~",
        "claims/readme.md",
        "claims/entities/x.json",
        "claims/notes.txt",
    ],
)
def test_a_stray_file_is_told_of(tmp_path: Path, name: str) -> None:
    write(tmp_path, {CLAIM_FILE: CLAIM, name: CLAIM})
    assert sorted(listed(tmp_path)) == sorted([CLAIM_FILE, f"{name}:1:1 E106"])


@pytest.mark.parametrize("folder", ["other", "20311", "203", "Entities", "２０３１"])
def test_a_stray_folder_is_told_of(tmp_path: Path, folder: str) -> None:
    write(tmp_path, {f"claims/{folder}/x.yml": CLAIM})
    assert listed(tmp_path) == [f"claims/{folder}:1:1 E112"]


@pytest.mark.parametrize(
    "name",
    [
        "claims/.gitkeep",
        "claims/.git/config.yml",
        "claims/2031/.DS_Store",
        "claims/2031/._x.yml",
        "claims/2031/.x.yml.swp",
        "claims/2031/.#x.yml",
        "claims/entities/Thumbs.db",
        "claims/schema/.DS_Store",
    ],
)
def test_hidden_files_of_editors_and_systems_are_passed_over(tmp_path: Path, name: str) -> None:
    write(tmp_path, {CLAIM_FILE: CLAIM, name: "x"})
    assert listed(tmp_path) == [CLAIM_FILE]


@pytest.mark.parametrize("name", ["x.yml~", "x.yml.orig", "x.yaml", "X.YML", ".x.yml"])
def test_a_copy_beside_a_record_is_told_of_as_one(tmp_path: Path, name: str) -> None:
    meant = "X.yml" if name == "X.YML" else "x.yml"
    write(tmp_path, {f"claims/2031/{meant}": CLAIM, f"claims/2031/{name}": CLAIM})
    problem = next(each for each in load(tmp_path).problems if each.place.path.endswith(f"/{name}"))
    assert (problem.kind.code, problem.values) == ("E113", {"name": name, "original": meant})


@pytest.mark.parametrize(
    ("name", "text", "suggestion"),
    [
        ("2031-03-12-words.yml", CLAIM, "claims/2031/2031-03-12-words.yml"),
        ("words.yml", CLAIM, "claims/2031/words.yml"),
        ("2030-03-12-words.yml", "title: [\n", "claims/2030/2030-03-12-words.yml"),
        ("city.yml", ENTITY, "claims/entities/city.yml"),
        ("boats.yml", SERIES, "claims/series/boats.yml"),
        ("words.yml", "", None),
    ],
)
def test_a_record_outside_the_folders_gets_its_own(
    tmp_path: Path, name: str, text: str, suggestion: str | None
) -> None:
    write(tmp_path, {f"claims/{name}": text})
    (problem,) = load(tmp_path).problems
    assert problem.kind.code == "E111"
    assert problem.values.get("suggestion") == suggestion


@pytest.mark.parametrize(
    ("name", "suggestion"),
    [
        ("x.yaml", "x.yml"),
        ("x.YML", "x.yml"),
        ("x.yml~", "x.yml"),
        (".x.yml", "x.yml"),
        ("x.yml.orig", "x.yml"),
        ("x.txt", None),
    ],
)
def test_a_stray_file_that_is_nearly_a_record_gets_its_name(tmp_path: Path, name: str, suggestion: str | None) -> None:
    write(tmp_path, {f"claims/2031/{name}": CLAIM})
    (problem,) = load(tmp_path).problems
    assert problem.values.get("suggestion") == suggestion


def test_what_is_no_plain_file_is_refused_and_never_opened(tmp_path: Path) -> None:
    write(tmp_path, ARCHIVE)
    year = tmp_path / "claims" / "2031"
    (tmp_path / "secret.yml").write_text(CLAIM, "utf-8")
    (year / "2031-03-12-link.yml").symlink_to(tmp_path / "secret.yml")
    (year / "2031-03-12-dangling.yml").symlink_to("nowhere")
    (year / "2031-03-12-up.yml").symlink_to("..")
    (year / "2031-03-12-folder.yml").mkdir()
    os.mkfifo(year / "2031-03-12-pipe.yml")  # reading it would wait for ever
    loaded = load(tmp_path)
    assert [f"{problem.place.path} {problem.kind.code}" for problem in loaded.problems] == [
        f"claims/2031/2031-03-12-{name}.yml E107" for name in ("dangling", "folder", "link", "pipe", "up")
    ]
    assert list(loaded.archive.claims) == ["2031-03-12-city-office-visitors"]


def test_a_linked_folder_is_not_entered(tmp_path: Path) -> None:
    write(tmp_path, {"elsewhere/2031-03-12-words.yml": CLAIM, ENTITY_FILE: ENTITY})
    (tmp_path / "claims" / "2031").symlink_to(tmp_path / "elsewhere")
    loaded = load(tmp_path)
    assert [problem.place.path for problem in loaded.problems] == ["claims/2031"]
    assert not loaded.archive.claims


def test_a_file_that_cannot_be_read_is_told_of_and_the_rest_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, ARCHIVE)
    refuse(ENTITY_FILE, monkeypatch)
    loaded = load(tmp_path)
    (problem,) = loaded.problems
    assert (str(problem.place), problem.kind.code) == (f"{ENTITY_FILE}:1:1", "E109")
    assert problem.values == {"reason": "Permission denied"}
    assert list(loaded.archive.claims) == ["2031-03-12-city-office-visitors"]


def test_a_file_has_a_largest_size() -> None:
    comment = "#" * (files.MAX_BYTES - len(CLAIM.encode()) - 1) + "\n"
    assert coded(read(comment + CLAIM)[1]) == []
    assert coded(read("#" + comment + CLAIM)[1]) == ["1:1 E101"]


def test_a_file_that_is_too_large_is_not_parsed() -> None:
    assert coded(read(b"\xff\0: [" * 20_000)[1]) == ["1:1 E101"]


@pytest.mark.parametrize(
    ("data", "place", "encoding"),
    [
        (CLAIM.encode("cp949"), "3:7", "CP949"),
        ("title: Café\n".encode("latin-1"), "1:11", "Latin-1"),
        ("title:\n  en: Grüße\n".encode("latin-1"), "2:9", "Latin-1"),
        (CLAIM.encode("utf-16"), "1:1", "UTF-16"),
        ("\ufeff".encode("utf-16-be") + CLAIM.encode("utf-16-be"), "1:1", "UTF-16"),
    ],
)
def test_a_file_in_another_encoding_is_told_which(data: bytes, place: str, encoding: str) -> None:
    _, problems = read(data)
    assert coded(problems) == [f"{place} E102"]
    assert problems[0].values == {"encoding": encoding}


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"\xff", "1:1"),
        ("한글 ".encode() + b"\xed\xa0\x80", "1:4"),  # half of a surrogate pair
        (b"a: \xc0\xaf", "1:4"),  # a slash, one byte too long
        (CLAIM.encode() + b"\xc3", "20:1"),  # cut off
    ],
)
def test_bytes_that_are_not_utf8_are_shown_where_they_begin(data: bytes, place: str) -> None:
    assert coded(read(data)[1]) == [f"{place} E102"]


def test_a_byte_order_mark_is_a_warning_and_no_part_of_the_first_key() -> None:
    record, problems = read("\ufeff" + CLAIM)
    assert coded(problems) == ["1:1 W103"]
    assert record == read(CLAIM)[0] is not None


def test_windows_line_ends_change_nothing() -> None:
    assert read(CLAIM.replace("\n", "\r\n")) == read(CLAIM)
    wrong = titled("rank #1")
    assert read(wrong.replace("\n", "\r\n")) == read(wrong)


def test_a_lone_carriage_return_is_refused() -> None:
    assert coded(read(titled("one\rtwo"))[1]) == ["2:10 E104"]


@pytest.mark.parametrize("character", CONTROL, ids=ascii)
def test_a_control_character_is_refused_where_it_stands(character: str) -> None:
    _, problems = read(titled(f"ab{character}c"))
    assert coded(problems) == ["2:9 E104"]
    assert problems[0].values == {"character": f"U+{ord(character):04X}"}


@pytest.mark.parametrize("character", DIRECTION, ids=ascii)
def test_a_character_that_turns_text_is_refused_in_comments_too(character: str) -> None:
    assert coded(read(titled(f"ab{character}c"))[1]) == ["2:9 E404"]
    assert coded(read(f"# {character}\n{CLAIM}")[1]) == ["1:3 E404"]


def test_every_refused_character_is_told_of() -> None:
    wrong = changed(titled("a\0b\u202e"), "약 1,200명이 왔다", "약\x1b")
    assert coded(read(wrong)[1]) == ["2:8 E104", "2:10 E404", "15:12 E104"]


def test_tabs_and_characters_beyond_the_basic_plane_are_text() -> None:
    record, problems = read(titled('"a\tb 🙂 𠮷"'))
    assert coded(problems) == []
    assert isinstance(record, Claim)
    assert record.title["en"] == "a\tb 🙂 𠮷"


def test_lines_are_shown_as_an_editor_counts_them(tmp_path: Path) -> None:
    write(tmp_path, {"a.yml": b"\xef\xbb\xbfone\r\ntwo\xff\n"})
    lines = files.lines_of(tmp_path)
    assert lines("a.yml") == ["one", "two\ufffd", ""]
    assert lines("missing.yml") == []
