"""How the words of languages are reduced to what is searched for: the tables of each language, put together.

A text of the archive may be in any language and a query in any other, so one set of tables serves them all. Those of
a language lie in `locale/<tag>/`, in `search.toml` and `numbers.toml`; one that has none is searched by whole words.
An archive may have a `search.toml` of its own there, beside its catalog (`search_table.py`).
Names of months and orders of dates are CLDR's. The rules that read the tables are in `search/words.py`, and in a
script that readers' browsers run.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from babel import Locale
from babel.dates import get_month_names

from site_builder.language.catalogs import FOLDER, LOCALE
from site_builder.language.search_table import FILE, ending_in_letters, own_table
from site_builder.text.folding import search_folded

Step = Sequence[tuple[str, int, str]]
"""Suffixes, the longest first: how many letters they leave at least, and what stands in their place."""


@dataclass(frozen=True, slots=True)
class DatePattern:
    """A date in words, as a regular expression of folded text; `order` names its groups: `y`, `M` and `d`."""

    regex: str
    order: str


@dataclass(slots=True)
class Reduction:
    """The tables of several languages in one; all words are folded.

    `nouns` end as if in a particle, `verbless` ones look like verbs, `endings` are in the letters of Unicode's NFD and
    may have `polite` behind them, `powers` are words for powers of ten that follow a number or a `numerals`, `joins`
    stand between these, `marks` follow digits at once. The other tables of numbers are of languages that count in ten
    thousands: `digits`, `multipliers` (powers of ten below that) and `myriads`; `counters` follow a number, with
    `about` before and `behind` after them. `months` are names with their numbers.
    """

    plural: str = ""
    particles: list[str] = field(default_factory=list)
    nouns: list[str] = field(default_factory=list)
    verbless: list[str] = field(default_factory=list)
    endings: list[str] = field(default_factory=list)
    contracted: list[str] = field(default_factory=list)
    auxiliaries: list[str] = field(default_factory=list)
    future: str = ""
    honorific: str = ""
    polite: str = ""
    light_verbs: list[str] = field(default_factory=list)
    digits: dict[str, int] = field(default_factory=dict)
    multipliers: dict[str, int] = field(default_factory=dict)
    myriads: dict[str, int] = field(default_factory=dict)
    counters: list[str] = field(default_factory=list)
    about: list[str] = field(default_factory=list)
    behind: list[str] = field(default_factory=list)
    stop_words: list[str] = field(default_factory=list)
    suffixes: list[Step] = field(default_factory=list)
    forms: dict[str, str] = field(default_factory=dict)
    numerals: dict[str, int] = field(default_factory=dict)
    powers: dict[str, int] = field(default_factory=dict)
    joins: list[str] = field(default_factory=list)
    marks: dict[str, int] = field(default_factory=dict)
    months: dict[str, int] = field(default_factory=dict)
    dates: list[DatePattern] = field(default_factory=list)


_FILES = ("numbers.toml", FILE)


def reduction(tags: Iterable[str], root: Path | None = None) -> Reduction:
    """Put together the tables of the languages with these tags: ours, and those of the archive below `root`."""
    whole = Reduction()
    for tag in tags:
        table = _table(tag)
        table.pop("quantities", None)  # how the numbers of a sentence are read (`language/quantities`)
        own = own_table(root / FOLDER, tag) if root else {}
        orders, ordinals = ([*table.pop(name, []), *own.pop(name, [])] for name in ("orders", "ordinals"))
        _add_dates(whole, tag, orders, {**table.pop("months", {}), **own.pop("months", {})}, ordinals)
        for name, value in (*table.items(), *own.items()):
            _add(whole, name, value)
    return whole


def _table(tag: str) -> dict[str, Any]:
    folder = LOCALE / tag.replace("-", "_")
    files = [file for name in _FILES if (file := folder / name).is_file()]
    return {name: value for file in files for name, value in tomllib.loads(file.read_text("utf-8")).items()}


def _add(whole: Reduction, name: str, value: Any) -> None:
    """Add a table to the one of the same name."""
    known = getattr(whole, name)
    if isinstance(value, Mapping):
        known.update({_spelt(word): each for word, each in value.items()})
    elif name == "suffixes":
        known.extend(sorted(step, key=lambda each: -len(each[0])) for step in value)
    elif isinstance(known, str):
        setattr(whole, name, value)
    else:
        words = value.split() if isinstance(value, str) else value
        known.extend(dict.fromkeys(map(ending_in_letters if name == "endings" else _spelt, words)))


def _spelt(word: str) -> str:
    return search_folded(word)


def _add_dates(
    whole: Reduction, tag: str, orders: Sequence[str], more: Mapping[str, int], ordinals: Sequence[str]
) -> None:
    """Add the names of the months of a language, and the orders in which it writes dates.

    `ordinals` may stand behind a day.
    """
    locale = Locale.parse(tag, sep="-")
    months = dict(more)
    for width in ("wide", "abbreviated"):
        for context in ("format", "stand-alone"):
            names = get_month_names(width, context, locale)
            months.update({search_folded(name).rstrip("."): number for number, name in names.items()})
    whole.months.update(months)
    usual = [locale.date_formats["long"].pattern, *(locale.datetime_skeletons[each].pattern for each in _SKELETONS)]
    name = "|".join(re.escape(each) for each in sorted(months, key=lambda each: (-len(each), each)))
    behind = f"(?:{'|'.join(map(re.escape, ordinals))})?" if ordinals else ""
    alone = ["MMMM"] if all(any(map(str.isdigit, name)) for name in months) else []  # 7월, but not March
    for order in dict.fromkeys([*usual, *orders, *alone]):
        regex = _SEPARATORS.sub(lambda match: _SEPARATOR, "".join(_regex(order, name, behind)))
        found = DatePattern(regex, "".join(_fields(order)))
        if found not in whole.dates and "M" in found.order:
            whole.dates.append(found)


def _fields(pattern: str) -> Iterator[str]:
    return (part[0].replace("L", "M") for part in _PART.findall(pattern) if part[0] in "yMLd")


def _regex(pattern: str, month: str, behind_day: str) -> Iterator[str]:
    """Write a date pattern of CLDR (UTS 35) as parts of a regular expression: spaces and commas may be missing.

    A year before a word may have two digits: 31년.
    """
    parts = _PART.findall(pattern)
    for part, following in zip(parts, [*parts[1:], ""], strict=True):
        if part[0] == "y":
            is_marked = following and following[0] not in " ,.yMLd"
            yield r"(?<![0-9])((?:[0-9]{2})?[0-9]{2})" if is_marked else r"(?<![0-9])([0-9]{4})"
        elif part[0] == "d":
            yield rf"(?<![0-9])([0-3]?[0-9]){behind_day}(?![0-9])"
        elif part[0] in "ML":
            yield rf"(?<![0-9a-z])({month})\.?(?![a-z])"
        else:
            words = re.findall(r"[^ ,.]+", search_folded(part.strip("'")))
            yield _SEPARATOR.join(["", *map(re.escape, words), ""])


_SKELETONS = ("yMMMM", "MMMMd", "yMMM", "MMMd")
_SEPARATOR = r"[ ,.]*"
_SEPARATORS = re.compile(f"(?:{re.escape(_SEPARATOR)})+")
"""Several in a row, as of quotes in a pattern, are one: each would take any part of what stands there."""
_PART = re.compile(r"y+|M+|L+|d+|'[^']*'|[^yMLd']+")
