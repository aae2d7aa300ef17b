"""What languages do to quotes: the words for what is left out, and those that turn a sentence into its opposite.

Those of a language lie in `locale/<tag>/quotes.toml`; of one that has no such table no negation is known.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache

from site_builder.language.catalogs import LOCALE

_NOTHING = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class QuoteWords:
    """The words of one language, as patterns of a folded text (`text/quote_folding.py`)."""

    negation: re.Pattern[str]


@cache
def quote_words(tag: str) -> QuoteWords:
    """The words of a language."""
    table = _table(tag)
    words = [rf"(?<!\w){re.escape(word)}(?!\w)" for word in table.get("negations", ())]
    parts = map(re.escape, table.get("negating_parts", ()))
    choices = "|".join([*words, *parts])
    return QuoteWords(re.compile(choices, re.IGNORECASE) if choices else _NOTHING)


@cache
def words_for_omission() -> tuple[str, ...]:
    """What stands in brackets for words that are left out, in any language: a quote may use those of another one."""
    files = sorted(LOCALE.glob("*/quotes.toml"))
    return tuple(word for file in files for word in tomllib.loads(file.read_text("utf-8")).get("omitted", ()))


def _table(tag: str) -> dict[str, list[str]]:
    file = LOCALE / tag.replace("-", "_") / "quotes.toml"
    return tomllib.loads(file.read_text("utf-8")) if file.is_file() else {}
