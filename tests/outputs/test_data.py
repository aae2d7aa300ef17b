"""The files with all data, as the programs of those who take them open them."""

import csv
import gzip
import json
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.model.verification import LEDGER
from site_builder.outputs import csv_files, tables
from site_builder.outputs.tables import TABLES, Column, Table
from site_builder.read.git import History
from tests.outputs.conftest import CORRECTED, FORMULAS

WITHDRAWN = "2031-03-12-mara-lind-withdrawn"


def everything(site: Path) -> Any:
    return json.loads(gzip.decompress((site / "data" / "claims.json.gz").read_bytes()))


def rows(site: Path, name: str) -> list[dict[str, str]]:
    with (site / "data" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def database(site: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(f"file:{site}/data/archive.sqlite?mode=ro", uri=True)
    connection.row_factory = sqlite3.Row
    yield connection
    connection.close()


def test_the_json_has_every_record_a_line_each(site: Path) -> None:
    packed = (site / "data" / "claims.json.gz").read_bytes()
    told = everything(site)
    assert packed.count(b"\x1f\x8b\x08") == 1
    assert {each["id"] for each in told["claims"]} == {file.parent.name for file in site.glob("c/*/claim.json")}
    lines = gzip.decompress(packed).decode().split("\n")
    assert sum(line.startswith('{"id":') for line in lines) == sum(
        len(told[kind]) for kind in ("claims", "entities", "series")
    )


def test_a_claim_in_the_json_is_its_record_without_what_links_it(site: Path) -> None:
    own = json.loads((site / "c" / CORRECTED / "claim.json").read_text("utf-8"))
    [told] = [each for each in everything(site)["claims"] if each["id"] == CORRECTED]
    assert list(told) == [key for key in own if not key.startswith("@") and key not in ("version", "license")]
    assert told["title"] == own["title"]
    assert not [key for quote in told["quotes"].values() for key in quote if key.startswith("@")]


def test_the_head_says_where_it_is_from_and_how_new_it_is(site: Path, history: History) -> None:
    told = everything(site)
    assert history.newest
    assert (told["commit"], told["modified"]) == (history.newest.hash, "2031-12-01")
    assert told["languages"] == ["en", "ko"]
    assert told["license"] == "https://creativecommons.org/licenses/by/4.0/"


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
@pytest.mark.parametrize("language", ["en", "ko"])
def test_tables_begin_with_their_mark_and_their_columns_and_end_in_a_line(
    site: Path, table: Table, language: str
) -> None:
    content = (site / "data" / f"{table.name}.{language}.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf" + ",".join(column.name for column in table.columns).encode() + b"\r\n")
    assert content.endswith(b"\r\n")


def test_tables_say_what_the_json_says(site: Path) -> None:
    told = everything(site)
    for tag in ("en", "ko"):
        by_id = {row["id"]: row for row in rows(site, f"claims.{tag}")}
        for claim in told["claims"]:
            row = by_id[claim["id"]]
            assert row["quote"].removeprefix("'") == claim["quotes"][tag]["text"].removeprefix("'")
            assert row["relayed_by"].split() == claim["relayed_by"]
            assert row["withdrawn"] == (claim["withdrawn"] or {"on": ""})["on"]
        figures = [(row["claim"], row["series"], row["text"].removeprefix("'")) for row in rows(site, f"figures.{tag}")]
        assert figures == [
            (claim["id"], figure["series"], figure["text"][tag])
            for claim in told["claims"]
            for figure in claim["figures"]
        ]


def test_a_translation_names_the_source_of_what_it_translates(site: Path) -> None:
    [english], [korean] = (
        [row for row in rows(site, f"claims.{tag}") if row["id"] == CORRECTED] for tag in ("en", "ko")
    )
    assert (korean["quote_origin"], korean["quote_translated_from"]) == ("translation", "en")
    assert korean["source_url"] == english["source_url"] != ""
    assert english["quote_reviewed"] == "" and korean["quote_reviewed"] == "false"
    assert english["source_published"] == "2031-03-12"


@given(st.sampled_from(FORMULAS) | st.text(max_size=9))
def test_no_text_begins_as_a_formula_does_and_all_can_be_had_back(text: str) -> None:
    cell = csv_files.cell(text, Column("x", "text", ""))
    assert not cell.startswith(("=", "+", "-", "@", "\t", "＝", "＋", "－", "＠"))
    is_safe_already = cell == text
    assert is_safe_already or re.sub(f"^'{csv_files.RISKY}", "", cell) == text
    assert csv_files.cell(text, Column("x", "id", "")) == text


@pytest.mark.parametrize("number", [-3, -1.5])
def test_numbers_below_zero_stay_numbers(number: float) -> None:
    assert csv_files.cell(number, Column("x", "number", "")) == str(number)


def test_the_database_is_whole(database: sqlite3.Connection, site: Path) -> None:
    assert database.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    told = everything(site)
    for table in ("claims", "entities", "series"):
        ids = [row[0] for row in database.execute(f"SELECT id FROM {table} ORDER BY rowid")]
        assert ids == [each["id"] for each in told[table]]
    quotes = {(claim["id"], tag): quote["text"] for claim in told["claims"] for tag, quote in claim["quotes"].items()}
    assert {(row["claim"], row["language"]): row["text"] for row in database.execute("SELECT * FROM quotes")} == quotes


RENAMED = {
    "from": "translated_from", "by": "translator", "on": "made_on", "reason": "withdrawn_reason",
    "relayed_by": "relays", "about": "subjects", "sum_of": "series_sums",
    "revises": "links", "disputes": "links", "repeats": "links",
    "verification": "quotes", "place": "place_start",
}  # fmt: skip
"""Keys of the JSON that are tables or columns of another name in the database."""
FOLLOWS = {"url", "revision", "revised_by", "disputed_by", "repeated_by"}
"""Keys whose values the database has in other words: addresses, and relations the other way round."""


def test_every_key_of_every_record_is_in_the_database(database: sqlite3.Connection, site: Path) -> None:
    """A key that a record gains is easily forgotten there."""
    names = [name for (name,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    columns = {row[1] for name in names for row in database.execute(f"PRAGMA table_info({name})")}

    def keys(value: object) -> set[str]:
        if isinstance(value, list):
            return set[str]().union(*map(keys, value))
        if not isinstance(value, dict):
            return set()
        inner = set[str]().union(*map(keys, value.values()))
        return inner | (set() if set(value) <= {"en", "ko", "fr", "one", "other"} else set(value))

    told = everything(site)
    used = keys([told["claims"], told["entities"], told["series"]]) - FOLLOWS
    has = {*names, *columns}
    assert {key for key in used if RENAMED.get(key, key) not in has} == set()


def test_the_database_says_of_figures_what_the_tables_say(database: sqlite3.Connection, site: Path) -> None:
    claims = everything(site)["claims"]
    for tag in ("en", "ko"):
        found = [dict(row) for row in database.execute(f'SELECT * FROM "figures_{tag}"')]
        units = {(row["claim"], row["series"], row["unit"].removeprefix("'")) for row in rows(site, f"figures.{tag}")}
        assert {(row["claim"], row["series"], row["unit"] or "") for row in found} == units
        assert "USD" in {unit for _, _, unit in units}
        quotes = {claim["id"]: claim["quotes"][tag]["text"] for claim in claims}
        assert all(row["quote"] == quotes[row["claim"]] for row in found)
        told = [
            (claim["id"], figure["series"], (figure["basis"] or {}).get(tag, ""))
            for claim in claims
            for figure in claim["figures"]
        ]
        assert sorted((row["claim"], row["series"], row["basis"] or "") for row in found) == sorted(told)
        assert any(basis for _, _, basis in told)


@pytest.mark.parametrize("tag", ["en", "ko"])
def test_the_views_are_named_as_the_tables_are(database: sqlite3.Connection, site: Path, tag: str) -> None:
    for view, table in (("claims", tables.CLAIMS), ("figures", tables.FIGURES)):
        found = database.execute(f'SELECT * FROM "{view}_{tag}"').fetchall()
        assert set(found[0].keys()) - {"title", "quote"} <= {column.name for column in table.columns}
        listed = {(row.get("id", row.get("claim")), row["url"]) for row in rows(site, f"{view}.{tag}")}
        assert {(row[0], row["url"]) for row in found} == listed


@pytest.mark.parametrize("tag", ["en", "ko"])
def test_the_database_and_the_tables_say_what_was_found_of_quotes(
    database: sqlite3.Connection, site: Path, tag: str
) -> None:
    told = {claim["id"]: claim["quotes"][tag] for claim in everything(site)["claims"]}
    found = [each["verification"] for each in told.values()]
    assert {each["state"] for each in found} >= {"changed-since", "not-verifiable", "not-yet-checked"}
    assert ("translation" in {each["state"] for each in found}) == (tag == "ko")
    for row in rows(site, f"claims.{tag}"):
        known, is_translation = told[row["id"]]["verification"], told[row["id"]]["origin"] == "translation"
        assert row["quote_state"] == known["state"]
        assert (row["quote_day"], row["quote_why"]) == (known["day"] or "", known["why"] or "")
        assert row["quote_stale"] == (str(known["stale"]).lower() if is_translation else "")
    for each in database.execute("SELECT * FROM quotes WHERE language = ?", [tag]):
        known = told[each["claim"]]["verification"]
        assert all(each[key] == known[key] for key in ("state", "day", "engine", "why"))
        assert (each["verified_text"], each["missed"]) == (known["text"], " ".join(known["missed"]))
        assert [each["place_start"], each["place_end"]] == (known["place"] or [None, None])
        assert bool(each["stale"]) == known["stale"]
    in_view = dict(database.execute(f'SELECT id, quote_state FROM "claims_{tag}"'))
    assert in_view == {id: quote["verification"]["state"] for id, quote in told.items()}


def test_quotes_are_found_by_words_of_both_languages(database: sqlite3.Connection) -> None:
    def found(query: str) -> set[str]:
        sql = "SELECT quotes.claim FROM quotes_fts JOIN quotes ON quotes.id = quotes_fts.rowid WHERE quotes_fts MATCH ?"
        return {row[0] for row in database.execute(sql, [query])}

    assert CORRECTED in found("walked lake")
    assert CORRECTED in found("호수*")


def test_changes_tell_the_whole_history_newest_first(site: Path, history: History) -> None:
    told = json.loads((site / "data" / "changes.json").read_text("utf-8"))
    assert len(told["changes"]) == len([each for each in history.changes if each.file != LEDGER])
    assert told["changes"][0] == {
        "date": "2031-12-01", "commit": history.changes[0].commit.hash, "op": "modified", "kind": "claim",
        "id": CORRECTED,
    }  # fmt: skip
    [withdrawn] = [each for each in told["changes"] if each["id"] == WITHDRAWN]
    assert withdrawn["op"] == "withdrawn"
    assert {each["kind"] for each in told["changes"]} == {"claim", "entity", "series"}
