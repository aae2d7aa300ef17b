"""Citations of claims and charts: what each place of a form (see `citation_forms`) has for a value.

The script of a claim's page finds the same values in the claim's record; what only Python can put into words, it reads
from the page.
"""

import re
from datetime import date
from typing import NamedTuple
from urllib.parse import quote

from site_builder.language.headlines import SMALL_WORDS, headline
from site_builder.library.citation_forms import BETWEEN_FIGURES, ESCAPES, FORMS, day_values, fill, wording
from site_builder.library.localized import LocalizedLibrary
from site_builder.model import urls
from site_builder.model.dates import EdtfDate
from site_builder.model.records import Claim, Source
from site_builder.text.escaping import Markup, in_html

_WHOLE_DATE = re.compile(r"\d{4}(?:-\d\d-\d\d)?(?=T|$)")
"""A date as templates of a wiki take it; of what is less or more than that they say that it is wrong."""
_ARCHIVED_ON = re.compile(r"/(\d{4})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{6}(?:[a-z]{2}_)?/")
"""The day in the address of an archived copy, as most archives of the web have it."""
_UNFIT = re.compile(r"[^!#-&(-;=?-Z_a-z~]")
"""What in an address means something to wikis, or is no letter of addresses."""


class Words(NamedTuple):
    """What the page of a claim says of it that is a matter of language.

    That is the sentence on top; the words of its quote, in quotation marks if they are the claimant's own; and their
    label, which says whose they are and how they were translated.
    """

    sentence: str
    quoted: str
    label: str


def contributors(library: LocalizedLibrary) -> str:
    """The authors of the records, as one name."""
    return library.language.text("{site} contributors", site=library.site.names[library.language.tag])


def table(library: LocalizedLibrary) -> dict[str, object]:
    """All that a language's citations are made of, as plain values; the last part is what the script says itself."""
    language, said = library.language, wording(library.language)
    return {
        "constants": _constants(library),
        "undated": said.undated,
        "months": said.months,
        "days": said.days,
        "small_words": SMALL_WORDS.get(language.tag),
        "parts": said.parts,
        "forms": {name: {"escape": FORMS[name].escape, "pieces": pieces} for name, pieces in said.forms.items()},
        "says": {
            "copied": language.text("Copied: {name}"),
            "failed": language.text("Copy it from below: {name}"),
            "saved": language.text("Saved: {name}"),
            "unsaved": language.text("Not saved, please try again: {name}"),
        },
    }


def citation(library: LocalizedLibrary, claim: Claim, words: Words, form: str) -> str:
    """Cite a claim, without a day of access."""
    pieces = wording(library.language).forms[form]
    return fill(pieces, _values(library, claim, words), ESCAPES[FORMS[form].escape])


def styled(library: LocalizedLibrary, claim: Claim) -> Markup:
    """The citation in words, as a page has it: titles are set apart, and the source goes without its address."""
    said, values = wording(library.language), _record_values(library, claim)
    told = _told(library, _original(claim, library.language.tag))
    source = fill(said.source, told, in_html, {"outlet": f"<cite>{in_html(told['outlet'])}</cite>"})
    marked = {"title": f"<cite>{in_html(values['title'])}</cite>", "source": f"<span>{source}</span>"}
    return Markup(fill(said.text, {**values, "source": source}, in_html, marked))


def styled_chart(library: LocalizedLibrary, title: str, path: str, changed: date | None) -> Markup:
    """Cite a chart of the page at a path in words, as the page has it; the day of its newest change may be unknown."""
    values = {
        **_constants(library),
        "title": title,
        "url": library.site.absolute(path),
        **(day_values(library.language, "added", changed) if changed else {}),
    }
    return Markup(fill(wording(library.language).text, values, in_html, {"title": f"<cite>{in_html(title)}</cite>"}))


def as_of(library: LocalizedLibrary, when: EdtfDate) -> str:
    """The date that a figure holds for, as it stands beside it."""
    return library.language.text("as of {date}", date=library.language.date(when))


def _constants(library: LocalizedLibrary) -> dict[str, str]:
    tag = library.language.tag
    return {
        "author": contributors(library),
        "site": library.site.names[tag],
        "language": tag,
        "langid": wording(library.language).langid,
    }


def _values(library: LocalizedLibrary, claim: Claim, words: Words) -> dict[str, str]:
    """The value of each place; those that have none are empty or missing."""
    tag, parts = library.language.tag, wording(library.language).parts
    original = _original(claim, tag)
    told = _told(library, original)
    figures = [
        fill(parts["figure"], {"quantity": quantity, "as_of": as_of(library, claim.as_of(figure))})
        for figure, quantity in zip(claim.figures, library.figures(claim), strict=True)
    ]
    values = {
        **_record_values(library, claim),
        "quote": claim.quotes[tag].text,
        "words": words.quoted,
        "label": words.label,
        "sentence": words.sentence,
        "figures": BETWEEN_FIGURES.join(figures),
        "outlet": told["outlet"],
        "source": fill(parts["source"], told) + fill(parts["address"], told),
        **_of_source(original, told["outlet"]),
    }
    if claim.withdrawn:
        # Its page shows neither its words nor its numbers; a citation does not spread them either.
        values |= {"quote": "", "words": "", "label": "", "figures": ""}
    values["headline"] = headline(values["title"], SMALL_WORDS[tag]) if tag in SMALL_WORDS else values["title"]
    for part in ("accessed", "attribution", "note"):
        values[part] = fill(parts[part], values)
    return values


def _record_values(library: LocalizedLibrary, claim: Claim) -> dict[str, str]:
    """The values of places that name the record."""
    language, added = library.language, library.history.added(claim.file)
    values = {
        **_constants(library),
        "id": claim.id,
        "url": library.site.absolute(urls.permalink(claim.id)),
        "title": claim.title[language.tag],
        **(day_values(language, "added", added) if added else {"undated": wording(language).undated}),
    }
    if claim.withdrawn:
        values |= day_values(language, "withdrawn", claim.withdrawn.on.first)
        values["title"] = values["withdrawn"] = fill(wording(language).parts["title"], values)
    return values


def _original(claim: Claim, tag: str) -> Source:
    """Return where the words of a quote were published; of translations that lead in a circle, some source."""
    original = claim.original(tag)
    return original.source if original else claim.sources[0]


def _told(library: LocalizedLibrary, source: Source) -> dict[str, str]:
    """The values of the part that names a source in words."""
    return {
        "outlet": library.entity(source.publisher).text,
        "headline": source.title or "",
        "published": library.language.date(source.published) if source.published else "",
        "address": source.url,
    }


def _of_source(source: Source, outlet: str) -> dict[str, str]:
    """The values of places that programs read of a source; an archived copy without a date is none to a wiki."""
    published = _WHOLE_DATE.match(source.published.text) if source.published else None
    archived = _ARCHIVED_ON.search(source.archived) if source.archived else None
    return {
        "source_url": _address(source.url),
        "source_title": source.title or outlet,
        "source_date": published[0] if published else "",
        "source_accessed": source.accessed.text if source.accessed else "",
        "archive_url": _address(source.archived) if source.archived else "",
        "archive_date": "-".join(archived.groups()) if archived else "",
    }


def _address(url: str) -> str:
    return _UNFIT.sub(lambda match: quote(match[0], safe=""), url)
