"""Pages to HTML: the templates, with autoescape on and nothing undefined."""

import re
from collections.abc import Callable, Iterator, MutableMapping
from functools import cache, partial
from pathlib import Path
from typing import Any, cast

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

from site_builder.language.language import Language
from site_builder.library.site import POLICY
from site_builder.model import urls
from site_builder.pages import fragments
from site_builder.text.escaping import Markup, escape
from site_builder.text.lines import on_one_line

TEMPLATES = Path(__file__).parent / "templates"
_MESSAGE = re.compile(r'{{ _\("([^"]+)"\) }}')


class Printer:
    """Prints what pages show, in one language.

    Every template gets `context`, `root` (the way to the language's pages) and `top` (the way to the site's root).
    """

    def __init__(self, language: Language) -> None:
        self._tag = language.tag
        self._environment = _environment(TEMPLATES, language)

    def print(self, template: str, context: object, path: str) -> str:
        """The HTML of a template for a page at a path of the site."""
        root, top = urls.language_root_from(path, self._tag), urls.root_from(path)
        return self._environment.get_template(template).render(context=context, root=root, top=top)


@cache
def _environment(folder: Path, language: Language) -> Environment:
    """The templates of a folder in a language, compiled once: a preview makes printers after every saved record."""
    environment = _Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
    )
    environment.globals.update(_=language.text, policy=Markup(POLICY))
    environment.filters.update(  # which cost a template less than functions do
        link=fragments.link,
        links=fragments.links,
        sentence=fragments.sentence,
        in_language=partial(fragments.in_language, language),
        source=partial(fragments.source, language),
        cards=partial(fragments.cards, language),
        marks=fragments.marks,
        notes=fragments.notes,
    )
    environment.add_extension(_Messages)
    environment.add_extension(_Lines)
    return environment


class _Environment(Environment):
    """As Jinja's, but that the globals of a template are one mapping.

    They are copied for every page, and a chain of mappings, as Jinja makes it, so slowly that pages take 9 % longer.
    """

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The globals of a template."""
        return {**self.globals, **(d or {})}


class _Messages(Extension):
    """Puts messages without placeholders into a template as it is read, instead of each time it is printed."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        say = cast(Callable[[str], str], self.environment.globals["_"])
        return _MESSAGE.sub(lambda match: escape(say(match[1])), source)


class _Lines(Extension):
    """Prints none of the line breaks by which a template is laid out; a space that is meant stands within a line."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """The tokens of a template, its text on one line."""
        for token in stream:
            text = on_one_line(token.value) if token.type == "data" else token.value
            yield Token(token.lineno, token.type, text)
