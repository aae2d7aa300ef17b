"""Every output as a program of others takes it: of the repository's own archive, and of one at its worst.

That one has hostile words, withdrawn, corrected and merged records, and numbers of every measure.
"""

import gzip
import html
import json
import re
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import feedparser
import frictionless
import jsonschema_rs
import mwparserfromhell
import pytest
import rispy
from lxml import etree
from pybtex.database import parse_string
from pybtex.richtext import Text
from pyld import jsonld

from site_builder.language.language import Language
from site_builder.library.library import Library
from site_builder.library.localized import LocalizedLibrary
from site_builder.model.records import Claim
from site_builder.outputs.tables import TABLES
from site_builder.pages.claim import citation
from tests import golden, libraries, sample
from tests.commands import run_python
from tests.records import ROOT

SCHEMAS = Path(__file__).parent / "schemas"
LANGUAGES = ("en", "ko")
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"
ARCHIVES = pytest.mark.parametrize("whole", ["sample_site", "site"], ids=["sample", "hostile"], indirect=True)


@pytest.fixture
def whole(request: pytest.FixtureRequest) -> Path:
    """The site of one of the two archives."""
    found: Path = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="module")
def both(archive: Path) -> Mapping[str, Library]:
    """The libraries of the two archives."""
    return {"sample": libraries.of_archive(sample.ARCHIVE), "hostile": libraries.of_archive(archive)}


def schema(name: str) -> jsonschema_rs.Draft7Validator:
    told = json.loads((SCHEMAS / name).read_text("utf-8"))
    return jsonschema_rs.Draft7Validator(told, validate_formats=True)


def claims_of(site: Path) -> Any:
    return json.loads(gzip.decompress((site / "data" / "claims.json.gz").read_bytes()))["claims"]


@ARCHIVES
def test_readers_of_feeds_take_every_one(whole: Path) -> None:
    standing = {each["id"] for each in claims_of(whole) if not each["withdrawn"]}
    seen = set()
    for file in whole.rglob("feed.xml"):
        etree.parse(file)
        found = feedparser.parse(file.read_bytes())
        assert not found.bozo, (file, found.get("bozo_exception"))
        for entry in found.entries:
            assert entry.title and entry.published_parsed and entry.updated_parsed and entry.tags[0].term
            seen.add(entry.link.partition("#")[0].rstrip("/").rpartition("/")[2])
    assert standing <= seen


@ARCHIVES
def test_the_feed_in_json_keeps_to_the_schema_of_its_format(whole: Path) -> None:
    validator = schema("json-feed.json")
    for tag in LANGUAGES:
        told = json.loads((whole / tag / "feed.json").read_text("utf-8"))
        assert [error.message for error in validator.iter_errors(told)] == []
        assert told["items"]
        del told["items"][0]["id"]
        assert not validator.is_valid(told)


@ARCHIVES
def test_processors_of_linked_data_read_every_record(whole: Path) -> None:
    context = json.loads((whole / "context.jsonld").read_text("utf-8"))

    def fetch(url: str, _: object) -> dict[str, Any]:
        assert url == f"{golden.SITE_URL}context.jsonld"
        return {"contextUrl": None, "documentUrl": url, "document": context}

    for file in whole.glob("c/*/claim.json"):
        record = json.loads(file.read_text("utf-8"))
        told = jsonld.to_rdf(record, {"documentLoader": fetch})["@default"]
        of = [each for each in told if each["subject"]["value"] == record["@id"]]
        named = {each["object"]["value"] for each in of if each["predicate"]["value"] == "https://schema.org/name"}
        assert named == set(record["title"].values())
        words = {each["object"]["value"] for each in told if each["predicate"]["value"] == "https://schema.org/text"}
        assert words == {quote["text"] for quote in record["quotes"].values()}


@ARCHIVES
def test_the_sitemap_keeps_to_its_schema(whole: Path) -> None:
    rules = etree.XMLSchema(etree.parse(SCHEMAS / "sitemap.xsd"))
    for file in whole.glob("sitemap-*.xml.gz"):
        part = etree.fromstring(gzip.decompress(file.read_bytes()))
        for link in list(part.iter(LINK)):  # of which the schema does not know, though all search engines do
            link.getparent().remove(link)
        rules.assertValid(part)
        assert len(part) > 100


@ARCHIVES
@pytest.mark.filterwarnings("ignore:Exception ignored:pytest.PytestUnraisableExceptionWarning")  # it leaves a file open
def test_the_data_package_is_what_it_says(whole: Path) -> None:
    report = frictionless.validate(str(whole / "data" / "datapackage.json"))
    assert report.flatten(["name", "rowNumber", "fieldName", "type", "message"]) == []


READ = """
import json, sys
import duckdb, pandas
for path in sys.argv[1:]:
    read = pandas.read_csv(path, dtype=str, keep_default_na=False)
    found = duckdb.read_csv(path, all_varchar=True)
    assert list(read.columns) == found.columns, path
    rows = [["" if cell is None else cell for cell in row] for row in found.fetchall()]
    assert read.values.tolist() == rows, path
    print(json.dumps([path, len(rows)]))
"""
"""In a process of its own: the threads of these programs would stay, and take signals that other tests send."""


@ARCHIVES
def test_pandas_and_duckdb_read_the_same_cells(whole: Path) -> None:
    paths = [str(whole / "data" / f"{table.name}.{tag}.csv") for table in TABLES for tag in LANGUAGES]
    done = run_python("-c", READ, *paths, at=whole)
    assert (done.code, done.err) == (0, "")
    counts = dict(json.loads(line) for line in done.out.splitlines())
    assert counts[paths[0]] == counts[paths[1]] == len(claims_of(whole))


@ARCHIVES
def test_datasette_serves_every_table_and_view(whole: Path) -> None:
    database = whole / "data" / "archive.sqlite"
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        names = connection.execute("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')").fetchall()
        listed = [name for (name,) in names if not name.startswith("quotes_fts")]
        counts = {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in listed}
    query = " UNION ALL ".join(f"SELECT '{name}' AS name, count(*) AS rows FROM \"{name}\"" for name in counts)
    path = f"/archive.json?{urlencode({'sql': query})}&_shape=array"
    assert {row["name"]: row["rows"] for row in json.loads(ask(database, path))} == counts
    for tag in LANGUAGES:
        assert "<table" in ask(database, f"/archive/claims_{tag}?_size=3")


def ask(database: Path, path: str) -> str:
    """What Datasette answers, in a process of its own, for its threads would stay."""
    return run_python("-m", "datasette", str(database), "--get", path, at=database.parent).out


def cited(library: Library, form: str) -> Iterator[tuple[Claim, str, str]]:
    """Every claim of an archive with its citation in a form, in each language."""
    for tag in LANGUAGES:
        localized = LocalizedLibrary(library, Language(tag))
        for claim in library.archive.claims.values():
            yield claim, tag, citation(localized, claim, form)


def plain(text: str) -> str:
    return " ".join(text.split())


BOTH = pytest.mark.parametrize("which", ["sample", "hostile"])


@BOTH
def test_csl_keeps_to_its_schema(both: Mapping[str, Library], which: str) -> None:
    validator = schema("csl-data.json")
    for claim, tag, printed in cited(both[which], "csl"):
        [item] = told = json.loads(printed)
        assert [error.message for error in validator.iter_errors(told)] == []
        assert (item["id"], item["type"], item["language"]) == (claim.id, "webpage", tag)
        assert item["title"].startswith(claim.title[tag])


SYMBOLS = {
    "textless": "<", "textgreater": ">", "textbar": "|", "textbackslash": "\\", "textbraceleft": "{",
    "textbraceright": "}", "textasciitilde": "~", "textasciicircum": "^",
}  # fmt: skip
"""Commands of LaTeX for signs, which the reader leaves to LaTeX."""


def spoken(latex: str) -> str:
    """What a text of LaTeX says."""
    told = str(Text.from_latex(latex))
    return re.sub(
        r"\\(text[a-z]+)(?: |$)?|\\([&%$#_])", lambda found: SYMBOLS[found[1]] if found[1] else found[2], told
    )


def typeset(text: str) -> str:
    """A text as TeX sets its dashes and quotation marks."""
    return text.replace("--", "–").replace("''", "”").replace("`", "‘").replace("'", "’")


@BOTH
def test_pybtex_reads_bibtex(both: Mapping[str, Library], which: str) -> None:
    for claim, tag, printed in cited(both[which], "bibtex"):
        [(key, entry)] = parse_string(printed, "bibtex").entries.items()
        assert (key, entry.type, entry.fields["language"]) == (claim.id, "online", tag)
        assert entry.fields["url"].endswith(f"/c/{claim.id}/")
        assert len(entry.persons["author"]) == 1
        assert typeset(plain(spoken(entry.fields["title"]))).startswith(typeset(plain(claim.title[tag])))


@BOTH
def test_rispy_reads_ris(both: Mapping[str, Library], which: str) -> None:
    for claim, tag, printed in cited(both[which], "ris"):
        [item] = rispy.loads(printed)
        assert (item["type_of_reference"], item["language"]) == ("ELEC", tag)
        assert plain(item["title"]).startswith(plain(claim.title[tag]))
        assert item["urls"] == [item["urls"][0]] and item["urls"][0].endswith(f"/c/{claim.id}/")
        assert len(item["authors"]) == 1
        assert ("abstract" in item) == (claim.withdrawn is None)
        assert "unknown_tag" not in item


CITE_WEB = {
    "url", "title", "website", "date", "access-date", "language", "quote", "archive-url", "archive-date", "url-status",
}  # fmt: skip


@BOTH
def test_wiki_text_is_templates_and_words_and_nothing_else(both: Mapping[str, Library], which: str) -> None:
    for claim, tag, printed in cited(both[which], "wikipedia"):
        code = mwparserfromhell.parse(printed)
        templates = code.filter_templates()
        assert 1 <= len(templates) <= 2
        for template in templates:
            assert str(template.name).strip() == "cite web"
            assert {str(parameter.name).strip() for parameter in template.params} <= CITE_WEB
        title = re.sub("&#?[0-9A-Za-z]+;", lambda found: html.unescape(found[0]), str(templates[0].get("title").value))
        assert plain(title).startswith(plain(claim.title[tag]))
        for found in (code.filter_tags(), code.filter_wikilinks(), code.filter_comments(), code.filter_arguments()):
            assert found == []


@BOTH
def test_the_quotation_to_embed_is_one_and_well_formed(both: Mapping[str, Library], which: str) -> None:
    for claim, tag, printed in cited(both[which], "html"):
        [element] = etree.HTML(printed).find("body")
        assert (element.tag, element.get("lang")) == ("blockquote", tag)
        assert element.get("cite").endswith(f"/c/{claim.id}/")
        assert {each.tag for each in element.iter()} <= {"blockquote", "p", "br", "footer", "a", "cite"}
        assert {name for each in element.iter() for name in each.attrib} <= {"lang", "dir", "cite", "href"}


def test_the_citation_of_the_archive_keeps_to_its_schema() -> None:
    arguments = ("--builtin-schema", "vendor.citation-file-format", str(ROOT / "CITATION.cff"))
    done = run_python("-m", "check_jsonschema", *arguments, at=ROOT)
    assert done.code == 0, done.out
