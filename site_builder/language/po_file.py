"""One catalog that an archive brings, read strictly: every fault has its line, and what is faulty is not used."""

import io
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations, c2py
from string import Formatter
from typing import Any

from babel import Locale
from babel.messages import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

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
    lines = {key(each): each.lineno or 1 for each in catalog if each.id}
    problems = []
    for each in list(catalog):
        for kind, values in _faults(each, catalog.num_plurals):
            problems.append(Problem(kind, Place(path, each.lineno or 1), values))
            each.string = "" if isinstance(each.string, str) else ("",) * len(each.string)
    words = io.BytesIO()
    translated = [each for each in catalog if each.id and _is_translated(each)]
    for each in list(catalog):
        if each.id and each not in translated:
            catalog.delete(each.id, each.context)
    write_mo(words, catalog)
    return PoFile(data, problems, True, words.getvalue(), frozenset(map(key, translated)), lines)


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
    for number, line in enumerate(text.split("\n"), 1):
        if not _LINE.fullmatch(line):
            raise _Unusable(BrokenCatalog, number, reason=message("a catalog has no such line"))
    return text


def _parsed(text: str, tag: str) -> Catalog:
    """The messages of a catalog whose plural forms are those of its language."""
    header = next((line for line, each in enumerate(text.split("\n"), 1) if "Plural-Forms:" in each), 1)
    locale = Locale.parse(tag, sep="-")
    unfit = _Unusable(UnfitPlurals, header, language=tag, forms=", ".join(_forms(locale)))
    if any(int(count) > _MOST_FORMS for count in re.findall("nplurals *= *([0-9]+)", text)):
        raise unfit
    try:
        catalog = read_po(io.StringIO(text), locale=str(locale), abort_invalid=True)
    except (PoFileError, ValueError, LookupError, TypeError, AttributeError) as error:  # whatever Babel trips over
        line = error.lineno + 1 if isinstance(error, PoFileError) else 1
        reason = message("its parts are incomplete or out of order")
        raise _Unusable(BrokenCatalog, line, reason=reason) from None
    if not _parts_numbers(catalog, locale):
        raise unfit
    return catalog


def _parts_numbers(catalog: Catalog, locale: Locale) -> bool:
    """Tell whether the forms of a catalog keep apart all numbers for which the language has other words."""
    said = defaultdict(set)
    try:
        form_of = c2py(catalog.plural_expr)
        for number in range(_SMALL):
            said[form_of(number)].add(locale.plural_form(number))
    except (ValueError, ArithmeticError):
        return False
    return set(said) <= set(range(catalog.num_plurals)) and all(len(forms) == 1 for forms in said.values())


def _forms(locale: Locale) -> list[str]:
    """The plural forms of a language, as far as small whole numbers take them."""
    return list(dict.fromkeys(locale.plural_form(number) for number in range(1, _SMALL)))


def _faults(entry: Message, forms: int) -> Iterator[tuple[type[Kind], dict[str, Any]]]:
    """The first thing that is wrong with a translation, as a kind of problem with its values."""
    texts = [entry.string] if isinstance(entry.string, str) else list(entry.string)
    needed = _placeholders(entry.id if isinstance(entry.id, str) else entry.id[-1])
    if not entry.id or entry.fuzzy or not any(texts) or needed is None:
        return
    least = needed if isinstance(entry.id, str) else needed - {"count"}  # "one claim"
    if not all(texts):
        yield MissingForm, {"count": forms}
    elif any((found := _placeholders(text)) is None or not least <= found <= needed for text in texts):
        yield UnfitPlaceholders, {"needed": ", ".join(sorted(needed)) or "–"}


def _placeholders(text: str) -> set[str] | None:
    """The names of the placeholders of a text; None where it cannot be filled in."""
    try:
        fields = [field for field in Formatter().parse(text) if field[1] is not None]
    except ValueError:
        return None
    is_plain = all(not conversion and (form or "").count("/") == bool(form) for _, _, form, conversion in fields)
    return {str(name) for _, name, _, _ in fields} if is_plain else None


def _is_translated(entry: Message) -> bool:
    return not entry.fuzzy and bool(entry.string if isinstance(entry.string, str) else all(entry.string))


_LINE = re.compile(r"""\s*(?:#.*|(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[[0-9]\])?) +)?"(?:[^"\\]|\\.)*")?\s*""")
_MOST_FORMS = 6
"""No language has more plural forms."""
_SMALL = 1_000
"""Numbers below this one take all plural forms of a language that whole numbers take, but that of millions."""
