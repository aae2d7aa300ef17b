"""One catalog that an archive brings, read strictly: every fault has its line, and what is faulty is not used."""

import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations, c2py
from string import Formatter
from typing import Any

from babel import Locale
from babel.messages import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.plurals import get_plural
from babel.messages.pofile import PoFileError, read_po, write_po

from site_builder.problems import Kind, Place, Problem, message
from site_builder.problems.catalogs import BrokenCatalog, MissingForm, UnfitPlaceholders, UnfitPlurals


@dataclass(frozen=True, slots=True)
class PoFile:
    """What a catalog holds: its words for gettext, the messages that have some, and the lines of all of its messages.

    `is_whole` is false where the file as a whole cannot be used; its messages are not known then.
    """

    data: bytes
    problems: Sequence[Problem]
    is_whole: bool = False
    words: bytes = b""
    translated: frozenset[str] = frozenset()
    lines: Mapping[str, int] = field(default_factory=dict)

    def translations(self) -> NullTranslations:
        """The words as gettext gives them."""
        return GNUTranslations(io.BytesIO(self.words)) if self.words else NullTranslations()


class _Unusable(Exception):
    """A catalog cannot be used, for what stands in a line."""

    def __init__(self, kind: type[Kind], line: int, **values: Any) -> None:
        super().__init__(kind.code)
        self.kind, self.line, self.values = kind, line, values


@lru_cache(maxsize=16)
def read(data: bytes, tag: str, path: str) -> PoFile:
    """Read the catalog of a language that lies at a path of an archive."""
    try:
        catalog = _parsed(_text(data), tag)
    except _Unusable as reason:
        return PoFile(data, (Problem(reason.kind, Place(path, reason.line), reason.values),))
    entries = [each for each in catalog if each.id]
    problems = []
    translated = set[str]()
    for each in entries:
        fault = _fault(each, catalog.num_plurals)
        if fault:
            kind, values = fault
            problems.append(Problem(kind, Place(path, each.lineno or 1), values))
        if fault or each.fuzzy or each.context or not any(_forms(each)):
            catalog.delete(each.id, each.context)
        else:
            translated.add(key(each))
    words = io.BytesIO()
    write_mo(words, catalog)
    lines = {key(each): each.lineno or 1 for each in entries}
    return PoFile(data, problems, True, words.getvalue(), frozenset(translated), lines)


def written(catalog: Catalog) -> bytes:
    """Write the catalog of a language, with nothing in it that tells where or when."""
    header = f"""\
msgid ""
msgstr ""
"Language: {catalog.locale}\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: {catalog.plural_forms}\\n"

"""
    return header.encode() + entries(catalog)


def entries(catalog: Catalog) -> bytes:
    """Write the messages of a catalog."""
    lines = io.BytesIO()
    write_po(lines, catalog, width=0, no_location=True, omit_header=True)
    return lines.getvalue()


def key(entry: Message) -> str:
    """The id of a message; of a plural, its singular."""
    return str(entry.id if isinstance(entry.id, str) else entry.id[0])


def _text(data: bytes) -> str:
    """The text of a file whose every line is one of a catalog."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _Unusable(BrokenCatalog, line, reason=message("it is not UTF-8")) from None
    for number, each in enumerate(text.split("\n"), 1):
        if not _LINE.fullmatch(each):
            raise _Unusable(BrokenCatalog, number, reason=message("a catalog has no such line"))
    return text


def _parsed(text: str, tag: str) -> Catalog:
    """The messages of a catalog that has as many plural forms as its language."""
    header = next((number for number, line in enumerate(text.split("\n"), 1) if "Plural-Forms:" in line), 1)
    locale = Locale.parse(tag, sep="-")
    usual = get_plural(locale)
    unfit = _Unusable(UnfitPlurals, header, language=tag, forms=str(usual))
    if _TOO_MANY_FORMS.search(text):
        raise unfit
    try:
        catalog = read_po(io.StringIO(text), locale=str(locale), abort_invalid=True)
    except (PoFileError, ValueError, LookupError, TypeError, AttributeError) as error:  # whatever Babel trips over
        line = error.lineno + 1 if isinstance(error, PoFileError) else 1
        reason = message("its parts are incomplete or out of order")
        raise _Unusable(BrokenCatalog, line, reason=reason) from None
    reached = _reached(catalog.plural_expr)
    if len(reached) < len(_reached(usual.plural_expr)) or not reached <= set(range(catalog.num_plurals)):
        raise unfit
    return catalog


def _reached(expression: str) -> set[int]:
    """The plural forms that small whole numbers take; none where nobody can tell."""
    try:
        form_of = c2py(expression)
        return {form_of(number) for number in range(_SMALL)}
    except (ValueError, ArithmeticError):
        return set()


def _fault(entry: Message, forms: int) -> tuple[type[Kind], dict[str, Any]] | None:
    """What is wrong with a translation, as a kind of problem and its values."""
    texts = _forms(entry)
    is_plural = not isinstance(entry.id, str)
    needed = _placeholders(entry.id[-1] if is_plural else str(entry.id))
    if entry.fuzzy or not any(texts) or needed is None:
        return None
    if not all(texts):
        return MissingForm, {"count": forms}
    least = needed - {"count"} if is_plural else needed  # "one claim"
    found = [_placeholders(text) for text in texts]
    if all(names is not None and least <= names <= needed for names in found):
        return None
    return UnfitPlaceholders, {"needed": ", ".join(sorted(needed)) or "–"}


def _forms(entry: Message) -> list[str]:
    """The words of a message: one text, or one for each form of a plural."""
    return [entry.string] if isinstance(entry.string, str) else list(entry.string or ())


def _placeholders(text: str) -> set[str] | None:
    """The names of the placeholders of a text; None where it cannot be filled in."""
    try:
        fields = [field for field in Formatter().parse(text) if field[1] is not None]
    except ValueError:
        return None
    is_plain = all(not conversion and (form or "").count("/") == bool(form) for _, _, form, conversion in fields)
    return {str(name) for _, name, _, _ in fields} if is_plain else None


_LINE = re.compile(r"""\s*(?:#.*|(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[[0-9]\])?) +)?"(?:[^"\\]|\\.)*")?\s*""")
_TOO_MANY_FORMS = re.compile("nplurals *= *0*(?:[7-9]|[1-9][0-9])")
"""No language has more than six plural forms; Babel makes room for any number."""
_SMALL = 1_000
"""Numbers below this one take every plural form of a catalog."""
