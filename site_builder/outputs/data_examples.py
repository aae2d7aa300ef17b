"""Examples of how to open the data files with programs that many people use, ready to run; a test runs them."""

from dataclasses import dataclass

from site_builder.library.localized import LocalizedLibrary
from site_builder.model import urls


@dataclass(slots=True)
class Example:
    """An example for one program: its anchor, its name, what to type, and what else to know."""

    id: str
    title: str
    code: str
    note: str = ""


@dataclass(slots=True)
class ExamplesContext:
    """All examples."""

    examples: tuple[Example, ...]


def examples(library: LocalizedLibrary) -> ExamplesContext:
    """The examples, with the addresses of this site's files in the language of the page."""
    text, tag = library.language.text, library.language.tag
    claims, figures = (library.site.absolute(urls.table(name, tag)) for name in ("claims", "figures"))
    packed, database = (library.site.absolute(path) for path in (urls.CLAIMS_JSON, urls.DATABASE))
    return ExamplesContext(
        (
            Example("pandas", "pandas", _PANDAS.format(claims=claims)),
            Example("r", "R", _R.format(claims=claims)),
            Example("duckdb", "DuckDB", _DUCKDB.format(figures=figures)),
            Example(
                "datasette",
                "Datasette",
                _DATASETTE.format(database=database),
                text("Search for Korean words with a star behind them, as in {example}.", example="북한*"),
            ),
            Example("curl", "curl, jq", _CURL.format(packed=packed)),
            Example(
                "spreadsheet",
                text("Spreadsheet"),
                claims,
                text("Download the table and open it: Excel, Calc and Sheets take it as it is."),
            ),
        )
    )


_PANDAS = """\
import pandas

claims = pandas.read_csv("{claims}", dtype=str)
print(claims.groupby("claimant_name").size().sort_values(ascending=False))"""
_R = """\
claims <- read.csv("{claims}", fileEncoding = "UTF-8-BOM")
sort(table(claims$claimant_name), decreasing = TRUE)"""
_DUCKDB = """\
SELECT question, as_of, claimant_name, text
FROM read_csv('{figures}')
ORDER BY series, as_of;"""
_DATASETTE = """\
curl -O {database}
datasette archive.sqlite"""
_CURL = """\
curl -s {packed} | gunzip | jq -r '.claims[] | [.said, .claimant, .title.en] | @tsv'"""
