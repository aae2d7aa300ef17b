"""HTML made by Python instead of templates: links, sentences, sources, cards of claims, marks of charts.

They make up most of a list. As macros, links and sentences together would take 20 % more of all pages' time, cards 8 %,
sources and marks 3 % each.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from site_builder.language import tags
from site_builder.language.language import Language, Link, Part
from site_builder.library.localized import Card
from site_builder.pages.chart import Mark
from site_builder.pages.quote_states import Note
from site_builder.pages.quotes import SourceView
from site_builder.text.escaping import Markup, escape

_BEFORE_BRACKET = re.compile(r"(?<=^[^\s(])(?=\()")
"""Where browsers would begin a line with the bracket of a particle."""


_TURNING = frozenset(("R", "AL", "AN", "RLE", "RLO", "RLI", "LRE", "LRO", "LRI", "FSI", "PDF", "PDI"))
"""The classes of characters (UAX 9) by which a text can turn what is written from left to right beside it."""


def link(to: Link, root: str) -> Markup:
    """A link to an address of the site; `root` is the way to its language's pages, here as below."""
    return Markup(_link(to, root))


def links(listed: Iterable[Link], root: str) -> Markup:
    """Links in a list that reads as a sentence does."""
    items = ", <li>".join([_link(to, root) for to in listed])
    return Markup(f"<ul class=ca-inline><li>{items}</ul>")


def sentence(parts: Iterable[Part], root: str) -> Markup:
    """A sentence with its links; what is put to one without a space stays in one piece, as 이(가) would not."""
    return Markup("".join([_link(part, root) if isinstance(part, Link) else _put_to_link(part) for part in parts]))


def _put_to_link(text: str) -> str:
    return _escaped(_BEFORE_BRACKET.sub("\u2060", text, count=1))


def in_language(language: Language, tag: str) -> Markup:
    """The attributes of an element whose words are in a language, which may be unknown, on a page in another."""
    if not tag:
        return Markup(" dir=auto")
    direction = tags.direction(tag)
    turned = f" dir={direction}" if direction != language.direction else ""
    return Markup(f" lang={tag}{turned}")


def source(language: Language, article: SourceView, root: str) -> Markup:
    """An article as it is cited."""
    facts = [_link(article.publisher, root)] if article.publisher else []
    if article.published:
        facts.append(_escaped(article.published))
    if article.archived:
        words = _escaped(language.text("archived copy"))
        facts.append(f'<a href="{_escaped(article.archived)}">{words}</a>')
    if article.accessed:
        facts.append(_escaped(language.text("read on {date}", date=article.accessed)))
    told = f" <span class=ca-facts>{' · '.join(facts)}</span>" if facts else ""
    title = f'<a href="{_escaped(article.url)}">{_escaped(article.title)}</a>'
    return Markup(f"<cite{in_language(language, article.language)}>{title}</cite>{told}")


def notes(said: Iterable[Note], root: str) -> Markup:
    """What was found of a quote; a warning is strong."""
    return Markup(" · ".join([_note(each, root) for each in said]))


def cards(language: Language, claims: Iterable[Card], root: str) -> Markup:
    """A list of claims."""
    tag = f" <span class=ca-tag>{_escaped(language.text('withdrawn'))}</span>"
    items = "".join(
        [
            f"<li>{_link(card.title, root)}{tag if card.is_withdrawn else ''}"
            f"<p>{_escaped(card.date)} · {_isolated(card.claimant, language.direction)}"
            f"{''.join([f' · {_escaped(figure)}' for figure in card.figures])}"
            for card in claims
        ]
    )
    return Markup(f"<ul class=ca-cards>{items}</ul>")


def marks(shown: Iterable[Mark], root: str) -> Markup:
    """The marks of a chart; those that have an address are links, for the mouse: the same stand in a list."""
    return Markup("".join([_link_of(mark, root) if mark.address else _group_of(mark) for mark in shown]))


@cache
def _escaped(text: str) -> str:
    """A text as HTML, worked out once: titles and names stand on many pages.

    All is taken for text, also what says that it is HTML. As a key it would be the same as the text of its letters, and
    the one of them that came first would decide for both. A plain string goes faster into another one than a `Markup`.
    """
    return str(escape(str(text)))


@cache
def _isolated(name: str, direction: str) -> str:
    """A name that does not turn the direction of what stands beside it; few need an element for that."""
    text = _escaped(name)
    turns = direction == "rtl" or any(unicodedata.bidirectional(letter) in _TURNING for letter in name)
    return f"<bdi>{text}</bdi>" if turns else text


def _link(to: Link, root: str) -> str:
    return f'<a href="{root}{_escaped(to.address)}">{_escaped(to.text)}</a>'


def _note(note: Note, root: str) -> str:
    words = _escaped(note.words.text)
    if note.words.address:
        words = f'<a href="{root}{_escaped(note.words.address)}">{words}</a>'
    return f"<strong>{words}</strong>" if note.is_warning else words


def _link_of(mark: Mark, root: str) -> str:
    href, name = f"{root}{_escaped(mark.address)}", _escaped(mark.name)
    return f'<a class="{_classes(mark)}" href="{href}" tabindex="-1"><title>{name}</title>{_shapes(mark)}</a>'


def _group_of(mark: Mark) -> str:
    return f'<g class="{_classes(mark)}">{_shapes(mark)}</g>'


def _classes(mark: Mark) -> str:
    return f"ca-mark ca-hue-{mark.hue}{' ca-hollow' if mark.is_hollow else ''}"


def _shapes(mark: Mark) -> str:
    x, y, shapes = mark.x, mark.y, ""
    aside = f' transform="translate({mark.shift})"' if mark.shift else ""
    if mark.is_span:
        shapes += f'<line class="ca-span" x1="{mark.left}" x2="{mark.right}" y1="{y}" y2="{y}"/>'
    if mark.is_range:
        shapes += f'<line class="ca-range" x1="{x}" x2="{x}" y1="{mark.top}" y2="{mark.bottom}"{aside}/>'
    else:
        shapes += f'<use href="#ca-g{mark.hue}" x="{x}" y="{y}"{aside}/>'
    if mark.arrow:
        shapes += f'<use class="ca-arrow" href="#ca-{mark.arrow}" x="{x}" y="{y}"{aside}/>'
    return shapes
