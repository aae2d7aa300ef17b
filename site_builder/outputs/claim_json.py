"""A claim for programs: `c/<id>/claim.json`, its record as plain values and as JSON-LD 1.1 in the words of schema.org.

What its keys mean to programs that read linked data stands once for all claims in `context.jsonld`. A claim as such has
an address of its own, that of its permanent link without the slash, so that nobody takes it for a page about it.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from site_builder.library.localized import LocalizedLibrary
from site_builder.library.site import Site
from site_builder.model import urls
from site_builder.model.records import Claim, Translation
from site_builder.outputs import values
from site_builder.outputs.artifact import Artifact
from site_builder.text.compact_json import as_json


def of_claim(libraries: Sequence[LocalizedLibrary]) -> Callable[[Claim], bytes]:
    """Return what makes the file of a claim."""
    return partial(_content, libraries)


def of_site(libraries: Sequence[LocalizedLibrary]) -> Iterator[Artifact]:
    """Yield the context that all claims share."""
    yield Artifact([urls.CONTEXT], tuple, lambda: [as_json(_context(libraries[0].site))])


def _content(libraries: Sequence[LocalizedLibrary], claim: Claim) -> bytes:
    site, plain = libraries[0].site, values.of_claim(libraries, claim)
    for tag, quote in claim.quotes.items():
        linked = {"@id": f"#{urls.quote(tag)}", "@type": "Quotation"}
        if isinstance(quote, Translation):
            linked["translation_of"] = f"#{urls.quote(quote.from_)}"
        plain["quotes"][tag] = {**linked, **plain["quotes"][tag]}
    plain["figures"] = [{"@type": "Observation", **figure} for figure in plain["figures"]]
    permalink = site.absolute(urls.permalink(claim.id))
    head = {
        "@context": [site.absolute(urls.CONTEXT), {"@base": permalink}],
        "@type": "Claim",
        "@id": permalink.removesuffix("/"),
        "version": values.VERSION,
        "license": site.licence.url,
    }
    return as_json({**head, **plain})


def _context(site: Site) -> dict[str, Any]:
    entities = site.page(site.languages[0].tag, urls.ENTITIES)
    series = site.page(site.languages[0].tag, urls.SERIES)
    claims = site.absolute(urls.PERMALINKS)
    own = f"{site.absolute(urls.CONTEXT)}#"
    return {
        "@context": {
            "@version": 1.1,
            **{word: f"https://schema.org/{word}" for word in ("Claim", "Quotation", "Observation")},
            "id": _term("identifier"),
            "url": {**_term("url"), "@type": "@id"},
            "version": _term("schemaVersion"),
            "license": {**_term("license"), "@type": "@id"},
            "added": _date("sdDatePublished"),
            "modified": _date("dateModified"),
            "revision": {"@id": f"{own}revision"},
            "title": _words("name"),
            "said": _term("datePublished"),
            "said_from": {**_own(own, "said_from"), "@type": _DAY},
            "said_to": {**_own(own, "said_to"), "@type": _DAY},
            "claimant": _among(entities, "claimant", _term("author")),
            "relayed_by": _among(entities, "relayed_by", _own(own, "relayed_by")),
            "about": _among(entities, "about", _term("about")),
            "quotes": {
                **_term("isBasedOn"),
                "@container": "@index",
                "@index": "https://schema.org/inLanguage",
            },
            "text": _term("text"),
            "origin": _own(own, "origin"),
            "speech": _own(own, "speech"),
            "translation_of": {**_term("translationOfWork"), "@type": "@id"},
            "method": _own(own, "method"),
            "by": _term("translator"),
            "reviewed": _own(own, "reviewed"),
            "source": _term("isPartOf"),
            "publisher": _among(entities, "publisher", _term("publisher")),
            "published": _term("datePublished"),
            "archived": {**_term("archivedAt"), "@type": "@id"},
            "accessed": _own(own, "accessed"),
            "snapshot": _term("sha256"),
            "reports": {**_own(own, "reports"), "@container": "@set"},
            "figures": {
                **_own(own, "figures"),
                "@container": "@set",
                "@context": {"text": _words("description")},
            },
            "series": _among(series, "series", _term("measuredProperty")),
            "value": _term("value"),
            "min": _term("minValue"),
            "max": _term("maxValue"),
            "hedge": _term("measurementQualifier"),
            "as_of": _term("observationDate"),
            "basis": {**_own(own, "basis"), "@container": "@language"},
            **{name: _among(claims, name, _own(own, name)) for name in _RELATIONS},
            "verification": {**_own(own, "verification"), "@context": {"text": _own(own, "verified_text")}},
            "state": _own(own, "state"),
            "day": {**_own(own, "day"), "@type": _DAY},
            "engine": _own(own, "engine"),
            "place": {**_own(own, "place"), "@container": "@list"},
            "why": _own(own, "why"),
            "missed": {**_own(own, "missed"), "@type": _DAY},
            "stale": _own(own, "stale"),
            "notes": _words("abstract"),
            "corrections": {**_term("correction"), "@container": "@set"},
            "on": {**_own(own, "on"), "@type": _DAY},
            "kind": _own(own, "kind"),
            "note": {**_own(own, "note"), "@container": "@language"},
            "withdrawn": _own(own, "withdrawn"),
            "reason": {**_own(own, "reason"), "@container": "@language"},
        }
    }


_DAY = "http://www.w3.org/2001/XMLSchema#date"
_RELATIONS = ("revises", "revised_by", "disputes", "disputed_by", "repeats", "repeated_by")


def _term(word: str) -> dict[str, Any]:
    return {"@id": f"https://schema.org/{word}"}


def _own(base: str, word: str) -> dict[str, Any]:
    return {"@id": f"{base}{word}"}


def _date(word: str) -> dict[str, Any]:
    return {**_term(word), "@type": _DAY}


def _words(word: str) -> dict[str, Any]:
    return {**_term(word), "@container": "@language"}


def _among(folder: str, key: str, term: dict[str, Any]) -> dict[str, Any]:
    """Have the values of a key stand for addresses in a folder of the site.

    A `@base` would not count in a context that is fetched. All other words of the context are forgotten for the
    values, since an id may be spelled as one of them.
    """
    resolved = {**term, "@type": "@vocab"}
    return {**resolved, "@context": [None, {"@version": 1.1, "@vocab": folder, key: resolved}]}
