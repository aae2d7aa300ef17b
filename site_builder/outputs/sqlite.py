"""The archive as a database of SQLite: `archive.sqlite`, as Datasette opens it, with full-text search of the quotes.

The same records make the same bytes: rows stand in the archive's order, and nothing is deleted.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing

from site_builder.library.localized import LocalizedLibrary
from site_builder.model import urls
from site_builder.model.records import Claim, Source, SourceQuote
from site_builder.outputs import values

_SCHEMA = """
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT);
CREATE TABLE entities (
  id TEXT PRIMARY KEY, kind TEXT, wikidata TEXT, part_of TEXT REFERENCES entities(id),
  merged_into TEXT REFERENCES entities(id));
CREATE TABLE entity_texts (
  entity TEXT REFERENCES entities(id), language TEXT, name TEXT, short TEXT, description TEXT,
  PRIMARY KEY (entity, language)) WITHOUT ROWID;
CREATE TABLE aliases (entity TEXT REFERENCES entities(id), alias TEXT);
CREATE TABLE series (
  id TEXT PRIMARY KEY, part_of TEXT REFERENCES series(id), measure TEXT, currency TEXT,
  merged_into TEXT REFERENCES series(id));
CREATE TABLE series_sums (
  series TEXT REFERENCES series(id), part TEXT REFERENCES series(id), PRIMARY KEY (series, part)) WITHOUT ROWID;
CREATE TABLE series_texts (
  series TEXT REFERENCES series(id), language TEXT, question TEXT, unit TEXT,
  PRIMARY KEY (series, language)) WITHOUT ROWID;
CREATE TABLE claims (
  id TEXT PRIMARY KEY, said TEXT, said_from TEXT, said_to TEXT, claimant TEXT REFERENCES entities(id),
  added TEXT, modified TEXT, withdrawn TEXT);
CREATE TABLE claim_texts (
  claim TEXT REFERENCES claims(id), language TEXT, title TEXT, notes TEXT, withdrawn_reason TEXT,
  PRIMARY KEY (claim, language)) WITHOUT ROWID;
CREATE TABLE sources (
  id INTEGER PRIMARY KEY, url TEXT, publisher TEXT REFERENCES entities(id), title TEXT, published TEXT, archived TEXT,
  accessed TEXT, snapshot TEXT);
CREATE TABLE quotes (
  id INTEGER PRIMARY KEY, claim TEXT REFERENCES claims(id), language TEXT, text TEXT, origin TEXT,
  translated_from TEXT, method TEXT, translator TEXT, reviewed INTEGER, source INTEGER REFERENCES sources(id),
  speech TEXT, state TEXT, day TEXT, engine TEXT, verified_text TEXT, place_start INTEGER, place_end INTEGER, why TEXT,
  missed TEXT, stale INTEGER);
CREATE TABLE reports (claim TEXT REFERENCES claims(id), source INTEGER REFERENCES sources(id));
CREATE TABLE relays (
  claim TEXT REFERENCES claims(id), position INTEGER, entity TEXT REFERENCES entities(id),
  PRIMARY KEY (claim, position)) WITHOUT ROWID;
CREATE TABLE subjects (
  claim TEXT REFERENCES claims(id), position INTEGER, entity TEXT REFERENCES entities(id),
  PRIMARY KEY (claim, position)) WITHOUT ROWID;
CREATE TABLE figures (
  claim TEXT REFERENCES claims(id), position INTEGER, series TEXT REFERENCES series(id), value NUMERIC, min NUMERIC,
  max NUMERIC, low NUMERIC, high NUMERIC, hedge TEXT, as_of TEXT, PRIMARY KEY (claim, position)) WITHOUT ROWID;
CREATE TABLE figure_texts (
  claim TEXT, position INTEGER, language TEXT, basis TEXT, PRIMARY KEY (claim, position, language),
  FOREIGN KEY (claim, position) REFERENCES figures(claim, position)) WITHOUT ROWID;
CREATE TABLE links (
  claim TEXT REFERENCES claims(id), relation TEXT, other TEXT REFERENCES claims(id),
  PRIMARY KEY (claim, relation, other)) WITHOUT ROWID;
CREATE TABLE corrections (claim TEXT REFERENCES claims(id), made_on TEXT, kind TEXT, language TEXT, note TEXT);
"""
_SEARCH = """
CREATE VIRTUAL TABLE quotes_fts USING fts5(
  text, content="quotes", content_rowid="id", tokenize="unicode61 remove_diacritics 2");
INSERT INTO quotes_fts(quotes_fts) VALUES ('rebuild');
INSERT INTO quotes_fts(quotes_fts) VALUES ('optimize');
"""
"""Datasette finds the search of a table by `content="…"` in these very quotation marks."""
_VIEWS = """
CREATE VIEW "claims_{tag}" AS SELECT
  claims.id, (SELECT value FROM about WHERE key = 'url') || '{pages}' || claims.id || '/' AS url, claim_texts.title,
  claims.said, claims.said_from, claims.said_to, claims.claimant, entity_texts.name AS claimant_name,
  quotes.text AS quote, quotes.origin AS quote_origin, quotes.translated_from AS quote_translated_from,
  quotes.method AS quote_method, quotes.reviewed AS quote_reviewed, claim_texts.notes, claims.added, claims.modified,
  claims.withdrawn, quotes.speech, quotes.state AS quote_state, quotes.day AS quote_day, quotes.why AS quote_why,
  quotes.stale AS quote_stale
FROM claims
  JOIN claim_texts ON claim_texts.claim = claims.id AND claim_texts.language = '{tag}'
  JOIN quotes ON quotes.claim = claims.id AND quotes.language = '{tag}'
  JOIN entity_texts ON entity_texts.entity = claims.claimant AND entity_texts.language = '{tag}';
CREATE VIEW "figures_{tag}" AS SELECT
  figures.claim, (SELECT value FROM about WHERE key = 'url') || '{pages}' || figures.claim || '/' AS url,
  claim_texts.title, quotes.text AS quote, figures.series, series_texts.question,
  coalesce(series_texts.unit, series.currency) AS unit, figures.value, figures.min, figures.max, figures.low,
  figures.high, figures.hedge, figures.as_of, claims.said, claims.claimant, entity_texts.name AS claimant_name,
  claims.withdrawn, figure_texts.basis
FROM figures
  JOIN claims ON claims.id = figures.claim
  JOIN series ON series.id = figures.series
  JOIN quotes ON quotes.claim = claims.id AND quotes.language = '{tag}'
  LEFT JOIN figure_texts ON figure_texts.claim = figures.claim AND figure_texts.position = figures.position
    AND figure_texts.language = '{tag}'
  JOIN claim_texts ON claim_texts.claim = claims.id AND claim_texts.language = '{tag}'
  JOIN series_texts ON series_texts.series = figures.series AND series_texts.language = '{tag}'
  JOIN entity_texts ON entity_texts.entity = claims.claimant AND entity_texts.language = '{tag}';
"""
_Row = tuple[str | int | float | None, ...]


def database(libraries: Sequence[LocalizedLibrary]) -> bytes:
    """Make the database."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.executescript(_SCHEMA)
        connection.execute("BEGIN")
        for table, rows in _tables(libraries).items():
            columns = connection.execute(f"SELECT * FROM {table}").description
            connection.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(columns))})", rows)
        connection.execute("COMMIT")
        connection.executescript(_SEARCH)
        for library in libraries:
            tag = library.language.tag
            connection.executescript(_VIEWS.format(tag=tag, pages=urls.localized(tag, urls.CLAIMS)))
        connection.execute("VACUUM")
        return connection.serialize()


def _tables(libraries: Sequence[LocalizedLibrary]) -> Mapping[str, Iterable[_Row]]:
    """The rows of all tables by their names, those that others refer to first."""
    library = libraries[0]
    tags = [library.language.tag for library in libraries]
    claims = library.archive.claims.values()
    entities, series = library.all_entities.values(), library.all_series.values()
    sources = {source: place for place, source in enumerate(_sources(claims), start=1)}
    return {
        "about": _about(library),
        "entities": ((each.id, each.kind, each.wikidata, each.part_of, each.merged_into) for each in entities),
        "entity_texts": (
            (each.id, tag, each.name[tag], (each.short or {}).get(tag), (each.description or {}).get(tag))
            for each in entities
            for tag in tags
        ),
        "aliases": ((each.id, alias) for each in entities for alias in each.aliases),
        "series": ((each.id, each.part_of, each.measure, each.currency, each.merged_into) for each in series),
        "series_sums": ((each.id, part) for each in series for part in each.sum_of),
        "series_texts": (
            (each.id, tag, each.question[tag], each.unit[tag].other if each.unit else None)
            for each in series
            for tag in tags
        ),
        "claims": _claims(library),
        "claim_texts": (
            (
                each.id,
                tag,
                each.title[tag],
                each.notes.get(tag) if each.notes else None,
                each.withdrawn.reason.get(tag) if each.withdrawn else None,
            )
            for each in claims
            for tag in tags
        ),
        "sources": ((place, *_source(source)) for source, place in sources.items()),
        "quotes": (row for each in claims for row in _quotes(library, each, sources)),
        "reports": ((each.id, sources[report]) for each in claims for report in each.reports),
        "relays": ((each.id, *named) for each in claims for named in enumerate(each.relayed_by)),
        "subjects": ((each.id, *named) for each in claims for named in enumerate(each.about)),
        "figures": (row for each in claims for row in _figures(each)),
        "figure_texts": (
            (each.id, place, tag, basis)
            for each in claims
            for place, figure in enumerate(each.figures)
            if figure.basis
            for tag, basis in figure.basis.items()
        ),
        "links": (
            (each.id, relation, other)
            for each in claims
            for relation, others in (("revises", each.revises), ("disputes", each.disputes), ("repeats", each.repeats))
            for other in dict.fromkeys(others)
        ),
        "corrections": (
            (each.id, correction.on.text, correction.kind, tag, note)
            for each in claims
            for correction in each.corrections
            for tag, note in correction.note.items()
        ),
    }


def _about(library: LocalizedLibrary) -> Iterator[_Row]:
    newest = library.history.newest
    yield "license", library.site.licence.url
    yield "url", library.site.url
    yield "commit", newest.hash if newest else None
    yield "version", str(values.VERSION)


def _claims(library: LocalizedLibrary) -> Iterator[_Row]:
    history = library.history
    for claim in library.archive.claims.values():
        yield (
            claim.id,
            claim.said.text,
            claim.said.first.isoformat(),
            claim.said.last.isoformat(),
            claim.claimant,
            values.day(history.added(claim.file)),
            values.day(history.modified(claim.file)),
            claim.withdrawn.on.text if claim.withdrawn else None,
        )


def _sources(claims: Iterable[Claim]) -> dict[Source, None]:
    """Every article with what a record says of it, once."""
    return dict.fromkeys(source for claim in claims for source in (*claim.sources, *claim.reports))


def _source(source: Source) -> _Row:
    published, accessed = (date.text if date else None for date in (source.published, source.accessed))
    return source.url, source.publisher, source.title, published, source.archived, accessed, source.snapshot


def _quotes(library: LocalizedLibrary, claim: Claim, sources: Mapping[Source, int]) -> Iterator[_Row]:
    for tag, quote in claim.quotes.items():
        row: _Row = None, claim.id, tag, quote.text, quote.origin
        if isinstance(quote, SourceQuote):
            row += None, None, None, None, sources[quote.source]
        else:
            row += quote.from_, quote.method, quote.by, quote.reviewed, None
        yield *row, claim.speech(tag), *_found(library, claim, tag)


def _found(library: LocalizedLibrary, claim: Claim, tag: str) -> _Row:
    told = values.of_verification(library, claim, tag)
    stale = None if isinstance(claim.quotes[tag], SourceQuote) else told["stale"]
    known = told["state"], told["day"], told["engine"], told["text"], *(told["place"] or (None, None)), told["why"]
    return *known, " ".join(told["missed"]), stale


def _figures(claim: Claim) -> Iterator[_Row]:
    for place, figure in enumerate(claim.figures):
        numbers = (values.number(each) for each in (figure.value, figure.min, figure.max))
        ends = (values.decimal(each) for each in (figure.low, figure.high))
        yield claim.id, place, figure.series, *numbers, *ends, figure.hedge, claim.as_of(figure).text
