"""What languages do to quotes: the words for what is left out, and those that turn a sentence into its opposite.

Those of a language lie in `locale/<tag>/quotes.toml`; of one that has no such table no negation is known.
"""

import re
import tomllib
from functools import cache

from site_builder.language.catalogs import LOCALE

_NOTHING = re.compile(r"(?!)")


@cache
def negation(tag: str) -> re.Pattern[str]:
    """What finds the negations of a language in a folded text (`text/quote_folding.py`)."""
    file = LOCALE / tag.replace("-", "_") / "quotes.toml"
    table = tomllib.loads(file.read_text("utf-8")) if file.is_file() else {}
    words = [rf"(?<!\w){re.escape(word)}(?!\w)" for word in table.get("negations", ())]
    choices = "|".join([*words, *map(re.escape, table.get("negating_parts", ()))])
    return re.compile(choices, re.IGNORECASE) if choices else _NOTHING


def words_for_omission() -> tuple[str, ...]:
    """What stands in brackets for words that are left out, in any language: a quote may use those of another one."""
    return _of_all("omitted")


def parts_of_numbers() -> tuple[str, ...]:
    """Words behind a number, in any language, without which it is another one: percent."""
    return _of_all("parts_of_numbers")


def _of_all(key: str) -> tuple[str, ...]:
    files = sorted(LOCALE.glob("*/quotes.toml"))
    return tuple(word for file in files for word in tomllib.loads(file.read_text("utf-8")).get(key, ()))
