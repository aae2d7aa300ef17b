"""Pages to HTML: the templates, with autoescape on and nothing undefined.

What stands on a page a hundred times (links, sentences, cards of claims, marks of charts) is printed here instead of by
a macro, and a card once for all lists: that is half of the time of a build. It is escaped by the same `escape` as what
templates print.
"""

import re
from collections.abc import Callable, Iterable, MutableMapping
from functools import cache
from pathlib import Path
from types import CodeType
from typing import Any, cast

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined, Template, nodes
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame
from jinja2.ext import Extension
from markupsafe import Markup

from site_builder.language.language import Language, Link, Part
from site_builder.library.site import POLICY
from site_builder.model import urls
from site_builder.pages.chart import Mark
from site_builder.pages.view import Card, SourceView
from site_builder.text.escaping import escape, html

TEMPLATES = Path(__file__).parent / "templates"
_ROOT = "\0"
"""Stands for the way to the root in what is printed once for all pages; no record holds this character."""
_MESSAGE = re.compile(r'{{ _\("([^"]+)"\) }}')


class Printer:
    """Prints what pages show, in one language.

    Every template gets `content`, `root` (the way to the language's pages) and `top` (the way to the site's root).
    """

    def __init__(self, language: Language) -> None:
        self._language = language
        self._environment = _Environment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            extensions=[_Messages],
            bytecode_cache=_compiled(language.tag),
        )
        self._environment.globals.update(_=language.text, language=language, policy=html(POLICY))
        self._environment.filters.update(  # which cost a template less than functions do
            link=self._link,
            links=self._listed_links,
            sentence=self._sentence,
            source=self._source,
            cards=self._cards,
            marks=_marks,
        )
        self._templates: dict[str, Template] = {}
        self._links: dict[Link, str] = {}
        self._printed: dict[str, tuple[str, ...]] = {}

    def print(self, template: str, content: object, path: str) -> str:
        """The HTML of a template for a page at a path of the site."""
        if template not in self._templates:
            self._templates[template] = self._environment.get_template(template)
        root, top = urls.language_root_from(path, self._language.tag), urls.root_from(path)
        return self._templates[template].render(content=content, root=html(root), top=html(top))

    def _link(self, to: Link, root: str) -> Markup:
        """A link to an address of the site."""
        printed = self._links.get(to)
        if printed is None:
            printed = self._links[to] = f'{escape(to.address)}">{escape(to.text)}</a>'
        return html(f'<a href="{root}{printed}')

    def _sentence(self, parts: Iterable[Part], root: str) -> Markup:
        """A sentence with its links."""
        return html("".join(self._link(part, root) if isinstance(part, Link) else escape(part) for part in parts))

    def _listed_links(self, links: Iterable[Link], root: str) -> Markup:
        """Links in a list of one line."""
        items = "".join(f"<li>{self._link(to, root)}</li>" for to in links)
        return html(f'<ul class="ca-inline">{items}</ul>')

    def _source(self, source: SourceView, root: str) -> Markup:
        """An article with what is known of it."""
        facts: list[str] = [self._link(source.publisher, root)] if source.publisher else []
        if source.published:
            facts.append(escape(source.published))
        if source.archived:
            words = escape(self._language.text("archived copy"))
            facts.append(f'<a href="{escape(source.archived)}" rel="noopener">{words}</a>')
        if source.accessed:
            facts.append(escape(self._language.text("read on {date}", date=source.accessed)))
        told = f'\n<span class="ca-facts">{" · ".join(facts)}</span>' if facts else ""
        return html(f'<cite><a href="{escape(source.url)}" rel="noopener">{escape(source.title)}</a></cite>{told}')

    def _cards(self, cards: Iterable[Card], root: str) -> Markup:
        printed = []
        for card in cards:
            pieces = self._printed.get(card.title.address)
            if pieces is None:
                pieces = self._printed[card.title.address] = tuple(self._card(card, _ROOT).split(_ROOT))
            printed.append(str.join(root, pieces))  # what stands between the ways to the root is HTML
        return html(f'<ul class="ca-cards">\n{"".join(printed)}</ul>')

    def _card(self, card: Card, root: str) -> str:
        tag = f' <span class="ca-tag">{escape(self._language.text("withdrawn"))}</span>' if card.is_withdrawn else ""
        facts = escape(" · ".join((card.date, card.claimant, *card.figures)))
        return f"<li>{self._link(card.title, root)}{tag}<p>{facts}</p></li>\n"


def _marks(marks: Iterable[Mark], root: str) -> Markup:
    """The marks of a chart; those that have an address are links, for the mouse: the same stand in a list."""
    return html("\n".join(_link_of(mark, root) if mark.address else _group_of(mark) for mark in marks))


def _link_of(mark: Mark, root: str) -> str:
    href, name = f"{root}{escape(mark.address)}", escape(mark.name)
    return f'<a class="{_classes(mark)}" href="{href}" tabindex="-1"><title>{name}</title>{_shapes(mark)}</a>'


def _group_of(mark: Mark) -> str:
    return f'<g class="{_classes(mark)}">{_shapes(mark)}</g>'


def _classes(mark: Mark) -> str:
    return f"ca-mark ca-hue-{mark.hue}{' ca-hollow' if mark.is_hollow else ''}"


def _shapes(mark: Mark) -> str:
    x, y, shapes = mark.x, mark.y, ""
    if mark.is_span:
        shapes += f'<line class="ca-span" x1="{mark.left}" x2="{mark.right}" y1="{y}" y2="{y}"/>'
    if mark.is_range:
        shapes += f'<line class="ca-range" x1="{x}" x2="{x}" y1="{mark.top}" y2="{mark.bottom}"/>'
    else:
        shapes += f'<use href="#ca-g{mark.hue}" x="{x}" y="{y}"/>'
    if mark.arrow:
        shapes += f'<use class="ca-arrow" href="#ca-{mark.arrow}" x="{x}" y="{y}"/>'
    return shapes


class _Code(CodeGenerator):
    """Python for templates whose values are all objects: an attribute is looked up as Python does, or is an error."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        """The code of `node.attr`."""
        self.visit(node.node, frame)
        self.write(f".{node.attr}")


class _Environment(Environment):
    """Templates that print a page in half the time that Jinja's own defaults take."""

    code_generator_class = _Code

    def _generate(self, *args: Any, **kwargs: Any) -> str:
        """The code of a template, in which our own `escape` takes the place of the one that it begins with."""
        return f"{super()._generate(*args, **kwargs)}\nfrom {escape.__module__} import {escape.__name__}\n"

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The globals of a template in one mapping: Jinja copies them for every page, a chain of mappings slowly."""
        return {**self.globals, **(d or {})}


class _Compiled(BytecodeCache):
    """The templates of one language, compiled once: a preview makes a printer after every change of a record."""

    def __init__(self) -> None:
        self._code: dict[tuple[str, str], CodeType | None] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template its code."""
        bucket.code = self._code.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template."""
        self._code[bucket.key, bucket.checksum] = bucket.code


@cache
def _compiled(tag: str) -> _Compiled:
    return _Compiled()


class _Messages(Extension):
    """Puts messages without placeholders into a template as it is read, instead of each time it is printed."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        say = cast(Callable[[str], str], self.environment.globals["_"])
        return _MESSAGE.sub(lambda match: escape(say(match[1])), source)
