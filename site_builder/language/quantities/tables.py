"""The tables by which the quantities of a language are read: `[quantities]` in `locale/<tag>/numbers.toml`.

Of the tables that the search reads too, those of numbers lie in the same file, counters and particles in `search.toml`.
A list of phrases is an array, or a text: parted at its commas where it has any, else at its spaces.

- `letters` stand for others. `articles`, `several`, `again`, `halves`, `of`, `dozens`, `plurals`, `crowds`, `couples`
  make numbers of words that stand apart (`spaced`); `numerals`, `spans`, `several`, `more` those of a language with
  myriads (`myriads`), in which `homographs` are other words. `glued` tells that words are joined to numbers, and that
  a counter decides what is one.
- `before` and `behind` are hedges by where they stand; the first of a key is meant, its others may be meant as well.
  `otherwise` are words behind which a hedge is none, `tallies` those that pass a number. `verbs` are hedges behind
  `particles` and `adverbs`, or deny the number (`negated`), as do `nouns.negations` before it.
- `labels` are what numbers name or put in order, `ages` and `decades` what people are grouped by. Some label a number
  only where it is bare (`loosely`), large or small (`numbered`, `numbered_below`), or in their clause (`aged`,
  `ratios`); some with a capital letter whatever it counts (`named`).
- `joints` stand between two numbers, `opening` before the first. `changes` are verbs that make two quantities of them.
- `parts`, `whole`, `percents`, `times`, `multiples` are words of shares and multiples.
- `counters` are what follows a number of a language that has them, besides those of the search; `measures` what follows
  one that is measured, and by what words that is rather a date, a place or a time; `nouns` tell what is counted where
  there are no counters; `one` where a word is the number one, `none` where one of something is said to be none, or
  words for none that are a number.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, cast

from babel import Locale, UnknownLocaleError
from babel.dates import get_month_names

from site_builder.language.catalogs import LOCALE
from site_builder.language.quantities.phrases import Phrases, any_of, words
from site_builder.model.records import HEDGES, Hedge

Said = tuple[Hedge | None, ...]
"""The hedges of a phrase, the meant one first; None where it denies the number."""


class UnknownLanguage(Exception):
    """A tag of no language."""


class Tables:
    """The tables of a language; those of `en` serve `en-GB` as well."""

    def __init__(self, tag: str) -> None:
        try:
            self.locale = Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError, TypeError):
            raise UnknownLanguage(tag) from None
        folder = next((each for each in _folders(self.locale) if (each / "numbers.toml").is_file()), LOCALE)
        self.numbers = _read(folder / "numbers.toml")
        self.search = _read(folder / "search.toml")
        self.own: Mapping[str, Any] = self.numbers.get("quantities", {})

    def __bool__(self) -> bool:
        return bool(self.own)

    def of(self, *names: str) -> Any:
        """The table of a name within tables, empty where the language has none."""
        found: Any = self.own
        for name in names:
            found = found.get(name, {})
        return found

    def listed(self, *names: str) -> list[str]:
        """The phrases of a list."""
        return phrases(self.of(*names))

    def words(self, *names: str, joined: bool = False) -> Phrases[str]:
        """The phrases of a list, to be found in texts."""
        return words(self.listed(*names), joined=joined)

    def beginnings(self, *names: str) -> re.Pattern[str]:
        """The phrases of a list as words begin with them, behind a space or none; one letter is a word by itself."""
        listed = self.listed(*names)
        letters = any_of([phrase for phrase in listed if len(phrase) == 1])
        longer = any_of([phrase for phrase in listed if len(phrase) > 1])
        return re.compile(rf" ?(?:{longer}|{letters}(?![^\W\d_]))")

    def hedges(self, name: str, *, joined: bool = False) -> Phrases[Said]:
        """The hedges of a table."""
        found: dict[str, Said] = {}
        for key, listed in self.of(name).items():
            said = tuple(None if each == "negated" else cast(Hedge, each) for each in key.split())
            if set(said) <= _HEDGES:
                found.update(dict.fromkeys(phrases(listed), said))
        return Phrases(found, joined=joined)

    @property
    def counters(self) -> list[str]:
        """The counters, those of the search among them."""
        searched = self.search.get("counters", "").split()
        return [*self.listed("counters", "words"), *self.listed("counters", "phrases"), *searched]

    @property
    def joined_to_numbers(self) -> list[str]:
        """All that may be joined to a number of a language in which words are."""
        joints = [*self.listed("joints", "range"), *self.listed("joints", "from"), *self.listed("joints", "either")]
        parts = [*self.listed("whole", "fraction"), *self.listed("whole", "among")]
        units = [
            *self.counters,
            *self.listed("measures", "words"),
            *self.listed("times", "behind"),
            *self.of("percents"),
        ]
        hedges = [phrase for listed in self.of("behind").values() for phrase in phrases(listed)]
        return [*joints, *parts, *units, *hedges, *self.listed("more")]

    @property
    def months(self) -> frozenset[str]:
        """The names of the months, as dates have them, in the letters that they begin with there."""
        found = [
            get_month_names(width, context, self.locale).values()
            for width in ("wide", "abbreviated")
            for context in ("format", "stand-alone")
        ]
        more = [name.capitalize() for name in self.search.get("months", {})]
        return frozenset(name.rstrip(".") for names in [*found, more] for name in names)


@cache
def tables(tag: str) -> Tables:
    """The tables of a language."""
    return Tables(tag)


def phrases(listed: str | Iterable[str] | Mapping[str, Any]) -> list[str]:
    """The phrases of a list, as a table writes it."""
    if isinstance(listed, str):
        parts = listed.split(",") if "," in listed.strip(",") else listed.split()
        return [part.strip() for part in parts if part.strip()]
    return list(listed)


def _folders(locale: Locale) -> tuple[Path, Path]:
    return LOCALE / str(locale), LOCALE / locale.language


def _read(file: Path) -> Mapping[str, Any]:
    return tomllib.loads(file.read_text("utf-8")) if file.is_file() else {}


_HEDGES: frozenset[Hedge | None] = frozenset([None, *HEDGES])
