"""The page about the data: what it offers, and its examples, which run."""

import asyncio
import html
import json
import re
import sqlite3
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import Any

import duckdb
import pytest
from datasette.app import Datasette

from site_builder.outputs.tables import TABLES
from tests import golden


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
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page(site, tag), re.DOTALL)
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
            rf'<details class="ca-dictionary" id="{table.name}">.*?</details>', page(site, tag), re.DOTALL
        )
        assert re.findall(r"<dt><code>(.*?)</code>", found) == [column.name for column in table.columns]


def test_the_example_of_pandas_runs(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    exec(example(site, "ko", "pandas"), {})
    assert "옴버 시청" in capsys.readouterr().out


def test_the_example_of_duckdb_runs(site: Path) -> None:
    found = duckdb.sql(example(site, "en", "duckdb").rstrip(";"))
    assert found
    rows = found.fetchall()
    assert ("about 4,700 people",) in {row[3:] for row in rows}


async def _ask(files: list[str], path: str) -> Any:
    datasette = Datasette(files)
    await datasette.invoke_startup()
    return await datasette.client.get(path)


def test_datasette_opens_the_database_with_search_and_links(site: Path) -> None:
    database = str(site / "data" / "archive.sqlite")
    found = asyncio.run(_ask([database], "/archive/quotes.json?_search=호수*&_searchmode=raw&_shape=array"))
    assert found.status_code == 200
    assert {row["language"] for row in found.json()} == {"ko"}
    page = asyncio.run(_ask([database], "/archive/figures?_size=5"))
    assert 'href="/archive/series/visitors"' in page.text
    with closing(sqlite3.connect(database)) as connection:
        views = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'view'")}
    assert views == {"claims_en", "claims_ko", "figures_en", "figures_ko"}
