"""The page about the data: what it offers, and its examples, which run."""

import html
import json
import re
import sqlite3
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from site_builder.outputs.tables import TABLES
from tests import golden
from tests.commands import run_python


def page(site: Path, tag: str) -> str:
    return (site / tag / "data" / "index.html").read_text("utf-8")


def example(site: Path, tag: str, id: str) -> str:
    """The code of an example, with the files of the site at hand in place of their addresses."""
    found = re.search(rf'<h3 id="{id}">[^<]*</h3>\s*<pre><code>(.*?)</code></pre>', page(site, tag), re.DOTALL)
    assert found
    return html.unescape(found[1]).replace(golden.SITE_URL, f"{site}/")


@pytest.mark.parametrize("tag", ["en", "ko"])
def test_every_file_can_be_downloaded(site: Path, tag: str) -> None:
    links = re.findall(r'<a href="([^"]+)" download>', page(site, tag))
    files = {(site / tag / "data" / link).resolve().relative_to(site).as_posix() for link in links}
    everywhere = {"claims.json.gz", "archive.sqlite", "changes.json", "datapackage.json"}
    assert files == {f"data/{name}" for name in everywhere | {f"{table.name}.{tag}.csv" for table in TABLES}}
    assert all((site / file).is_file() for file in files)


@pytest.mark.parametrize("tag", ["en", "ko"])
def test_search_engines_are_told_of_the_data(site: Path, tag: str) -> None:
    found = re.search(r"<script type=application/ld\+json>(.*?)</script>", page(site, tag), re.DOTALL)
    assert found
    told: Any = json.loads(found[1])
    assert told["@type"] == "Dataset"
    assert 50 <= len(told["description"]) <= 5000
    assert told["dateModified"] == "2031-12-01"
    for each in told["distribution"]:
        content = (site / each["contentUrl"].removeprefix(golden.SITE_URL)).read_bytes()
        assert (each["contentSize"], each["sha256"]) == (f"{len(content)} B", sha256(content).hexdigest())


@pytest.mark.parametrize("tag", ["en", "ko"])
def test_every_column_stands_in_the_dictionary(site: Path, tag: str) -> None:
    for table in TABLES:
        [found] = re.findall(
            rf'<details class=ca-dictionary id="{table.name}">.*?</details>', page(site, tag), re.DOTALL
        )
        assert re.findall(r"<dt><code>(.*?)</code>", found) == [column.name for column in table.columns]


def test_the_example_of_pandas_runs(site: Path) -> None:
    assert "옴버 시청" in run_python("-c", example(site, "ko", "pandas"), at=site).out


def test_the_example_of_duckdb_runs(site: Path) -> None:
    program = f"import duckdb\nprint(duckdb.sql({example(site, 'en', 'duckdb').rstrip(';')!r}).fetchall())"
    assert "'about 4,700 people')" in run_python("-c", program, at=site).out


def ask(database: Path, path: str) -> str:
    """What Datasette answers, in a process of its own: its threads would stay, and take others' signals."""
    return run_python("-m", "datasette", str(database), "--get", path, at=database.parent).out


def test_datasette_opens_the_database_with_search_and_links(site: Path) -> None:
    database = site / "data" / "archive.sqlite"
    found = json.loads(ask(database, "/archive/quotes.json?_search=호수*&_searchmode=raw&_shape=array"))
    assert {row["language"] for row in found} == {"ko"}
    assert 'href="/archive/series/visitors"' in ask(database, "/archive/figures?_size=5")
    with closing(sqlite3.connect(database)) as connection:
        views = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'view'")}
    assert views == {"claims_en", "claims_ko", "figures_en", "figures_ko"}
