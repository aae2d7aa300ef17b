"""The forms of citations: one table, filled here for `claims cite`, and by the script of claims' and charts' pages.

A form is a list of pieces: texts with places such as `{title}`. A piece is printed if all of its places have a value,
so that nothing is said of what is not known; the day of access, which only a reader has, is the value of some places.
What a place gets is escaped as the form needs it; a full stop behind it is left out where its value ends in one, or in
another mark that ends a sentence. `engine/theme/assets/cite.js` does the same with the published table (see
`outputs/citations.py`). A test holds the two together.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from site_builder.language.language import Language
from site_builder.language.tags import english_name
from site_builder.problems import message
from site_builder.text import escaping

Pieces = Sequence[str]
Escape = Callable[[str], str]


class Form(NamedTuple):
    """A form of citation: the name of the escape that its values need, and its pieces.

    Of a form that people read the pieces are one message, with `|` between them.
    """

    escape: str
    pieces: str | Pieces


ESCAPES: Mapping[str, Escape] = {
    "plain": escaping.as_is,
    "bibtex": escaping.in_bibtex,
    "ris": escaping.in_ris,
    "json": escaping.in_json,
    "wikitext": escaping.in_wikitext,
    "html": escaping.in_html,
}
FORMS: Mapping[str, Form] = {
    "text": Form(
        "plain",
        message(
            "{author}.| {added_text}.| ({undated}).| {title}.| {site}.| Retrieved {accessed_read}, from| {url}|. "
            "{source}"
        ),
    ),
    "apa": Form(
        "plain",
        message("{author}.| ({added_apa}).| ({undated}).| {title}.| {site}.| Retrieved {accessed_long}, from| {url}"),
    ),
    "chicago": Form(
        "plain",
        message("{author}.| “{headline}.”| {site}|, {added_long}|.| Accessed {accessed_long}.| {url}."),
    ),
    "bibtex": Form(
        "bibtex",
        (
            "@online{{id},\n",
            "  author = {{{author}}},\n",
            "  title = {{{title}}},\n",
            "  date = {{added_iso}},\n",
            "  url = {{url}},\n",
            "  urldate = {{accessed_iso}},\n",
            "  organization = {{site}},\n",
            "  note = {{note}},\n",
            "  abstract = {{quote}},\n",
            "  language = {{language}},\n",
            "  langid = {{langid}}\n",
            "}",
        ),
    ),
    "ris": Form(
        "ris",
        (
            "TY  - ELEC\n",
            "AU  - {author}\n",
            "TI  - {title}\n",
            "T2  - {site}\n",
            "DA  - {added_slashed}\n",
            "Y2  - {accessed_slashed}\n",
            "UR  - {url}\n",
            "LA  - {language}\n",
            "AB  - {quote}\n",
            "N1  - {note}\n",
            "ER  - ",
        ),
    ),
    "csl": Form(
        "json",
        (
            '[\n  {\n    "id": "{id}",\n    "type": "webpage",\n    "language": "{language}"',
            ',\n    "title": "{title}"',
            ',\n    "author": [{"literal": "{author}"}]',
            ',\n    "container-title": "{site}"',
            ',\n    "issued": {"date-parts": [[{added_parts}]]}',
            ',\n    "accessed": {"date-parts": [[{accessed_parts}]]}',
            ',\n    "URL": "{url}"',
            ',\n    "abstract": "{quote}"',
            ',\n    "note": "{note}"',
            "\n  }\n]",
        ),
    ),
    "wikipedia": Form(
        "wikitext",
        (
            "{{cite web |url={url} |title={title} |website={site}",
            " |date={added_iso}",
            " |access-date={accessed_iso}",
            " |language={language}",
            " |quote={quote}",
            "}}",
            " {attribution}",
            " {label}.",
            " {{cite web |url={source_url} |title={source_title} |website={outlet}",
            " |date={source_date}",
            " |access-date={source_accessed}",
            " |archive-url={archive_url} |archive-date={archive_date} |url-status=live",
            "}}",
        ),
    ),
    "quote": Form(
        "plain",
        message("{withdrawn}|{words}| ({label})| — {attribution}| {site}, {url}| ({accessed})|. {source}"),
    ),
    "html": Form(
        "html",
        (
            '<blockquote lang="{language}" cite="{url}">\n',
            '<p dir="auto">{words}</p>\n',
            '<p dir="auto">{withdrawn}</p>\n',
            "<footer>",
            "{label}. ",
            "{attribution} ",
            '<a href="{url}">{title}</a>, {site}',
            " ({accessed})",
            ". {source}",
            "</footer>\n</blockquote>",
        ),
    ),
}
"""Every form by its name; each says of a claim all that a reader needs to know of its words and numbers."""
FORMATS = tuple(FORMS)

PARTS: Mapping[str, str | Pieces] = {
    "title": message("{title} [withdrawn: {withdrawn_long}]"),
    "figure": message("{quantity} ({as_of})"),
    "attribution": message("{sentence}| Figures: {figures}."),
    "note": ("{attribution}", " {label}.", " {source}"),
    "accessed": message("accessed {accessed_read}"),
    "source": message("Source: {outlet}|, “{headline}”|, {published}"),
    "address": (", {address}",),
}
"""What several forms have, in pieces as well. A withdrawn claim says so behind its title, wherever that stands."""
BETWEEN_FIGURES = "; "
_DAYS = {
    "apa": message("y, MMMM d"),
    "text": message("(y, MMMM d)"),
    "read": message("MMMM d, y"),
}
"""Patterns of days, in the letters of CLDR (Unicode Technical Standard 35)."""
_PLAIN_DAYS = {"iso": "{y}-{MM}-{dd}", "slashed": "{y}/{MM}/{dd}", "parts": "{y}, {M}, {d}"}


_PLACE = re.compile(r"\{([a-z_]+)\}(\.?)")
_ENDED = (".", "!", "?", "…", "。", "！", "？")


class Wording(NamedTuple):
    """The table in one language, in pieces.

    `text` and `source` are the two that a page shows, as HTML; `days` are templates, `langid` is the language's name
    for programs that typeset.
    """

    forms: Mapping[str, Pieces]
    parts: Mapping[str, Pieces]
    text: Pieces
    source: Pieces
    days: Mapping[str, str]
    months: Sequence[str]
    undated: str
    langid: str


@cache
def wording(language: Language) -> Wording:
    """Return the table in a language."""
    forms = {name: _cut(language, form.pieces) for name, form in FORMS.items()}
    parts = {name: _cut(language, part) for name, part in PARTS.items()}
    days = {name: language.day_template(language.text(pattern)) for name, pattern in _DAYS.items()}
    return Wording(
        forms=forms,
        parts=parts,
        text=[escaping.in_html(piece) for piece in forms["text"]],
        source=[escaping.in_html(piece) for piece in parts["source"]],
        days={**days, "long": language.day_template(), **_PLAIN_DAYS},
        months=language.months,
        undated=language.text("n.d."),
        langid=english_name(language.tag).lower(),
    )


def fill(
    pieces: Pieces,
    values: Mapping[str, str],
    escape: Escape = escaping.as_is,
    marked: Mapping[str, str] = MappingProxyType({}),
) -> str:
    """Print the pieces of which all places have a value; `marked` are values that are escaped already."""
    printed = ""
    for piece in pieces:
        seam = piece.removeprefix(".") if printed.endswith(_ENDED) else piece
        places, rest = _places(seam)
        if all(values.get(name) for _, name, _ in places):
            for before, name, stop in places:
                value = values[name]
                printed += before + (marked.get(name) or escape(value)) + ("" if value.endswith(_ENDED) else stop)
            printed += rest
    return printed


@cache
def day_values(language: Language, name: str, day: date) -> Mapping[str, str]:
    """A day in every pattern, by the name of a place: `added_iso`, `added_long`."""
    letters = {
        "y": str(day.year),
        "M": str(day.month),
        "MM": f"{day.month:02}",
        "MMMM": wording(language).months[day.month - 1],
        "d": str(day.day),
        "dd": f"{day.day:02}",
    }
    return {f"{name}_{pattern}": template.format_map(letters) for pattern, template in wording(language).days.items()}


def _cut(language: Language, pieces: str | Pieces) -> Pieces:
    return language.text(pieces).split("|") if isinstance(pieces, str) else pieces


@cache
def _places(piece: str) -> tuple[list[tuple[str, str, str]], str]:
    """The places of a piece, each with what stands before it and the full stop behind it; what stands after all."""
    *cut, rest = _PLACE.split(piece)
    return list(zip(cut[::3], cut[1::3], cut[2::3], strict=True)), rest
