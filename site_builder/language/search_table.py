"""The words of a language that an archive brings for search, `locale/<tag>/search.toml`: read strictly, or not used.

What each table is says `reduction.py`. Everything in it is bounded, since the scripts of every page of search read it.
"""

import re
import tomllib
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from site_builder.problems import Place, Problem, message
from site_builder.problems.catalogs import BrokenTable
from site_builder.runtime.plain_files import is_plain
from site_builder.text.folding import search_folded

FILE = "search.toml"
FOLDERS = 2
"""The folders that it lies in: `locale/uk`."""
_LARGEST = 64_000
"""Bytes of a file."""
_MOST_WORDS = 3_000
_MOST_UNITS = 12
_MOST_STEPS = 8
_WORD = re.compile(r"[^\W_](?:[\w .'-]{0,22}[^\W_])?")
_PARTED = re.compile("[ -]")
_ORDER = re.compile(r"(?:[yMLd ,.'/-]|[^\W0-9_a-zA-Z]){1,40}")
_LINE = re.compile(r"at line ([0-9]+)")
_LETTER = "HANGUL LETTER "


class _Unusable(Exception):
    """A table cannot be used, for what stands in a line."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line, self.reason = line, reason


def own_table(catalogs: Path, tag: str) -> dict[str, Any]:
    """Read the tables of a language of an archive; none if there is no such file, or it cannot be used.

    As with catalogs, its folder may be named `pt_BR` or `pt-BR`.
    """
    folders = (catalogs / name for name in (tag.replace("-", "_"), tag))
    try:
        return next(filter(None, (_read(folder / FILE) for folder in folders)), {})
    except _Unusable:
        return {}


def problems(folder: Path, root: Path) -> Iterator[Problem]:
    """Yield what is wrong with the tables in a folder of an archive."""
    try:
        _read(folder / FILE)
    except _Unusable as unusable:
        path = (folder / FILE).relative_to(root).as_posix()
        yield Problem(BrokenTable, Place(path, unusable.line), {"reason": unusable.reason})


def ending_in_letters(text: str) -> str:
    """Write an ending in NFD; a lone consonant at its beginning closes the syllable before it."""
    name = unicodedata.name(text[0])
    if name.startswith(_LETTER):
        text = unicodedata.lookup(f"HANGUL JONGSEONG {name.removeprefix(_LETTER)}") + text[1:]
    return unicodedata.normalize("NFD", text)


def _read(file: Path) -> dict[str, Any]:
    if not is_plain(file, FOLDERS):
        return {}
    with file.open("rb") as opened:
        data = opened.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise _Unusable(1, message("it is larger than 64 kB"))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _Unusable(data.count(b"\n", 0, error.start) + 1, message("it is not UTF-8")) from None
    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # a number of thousands of digits raises no error of TOML's own
        found = _LINE.search(str(error))
        raise _Unusable(int(found[1]) if found else 1, message("it is no TOML from here on")) from None
    for name, value in table.items():
        fits = _SHAPES.get(name)
        if fits is None:
            raise _Unusable(_line(text, name), message("there is no table of this name"))
        if not fits(value):
            raise _Unusable(_line(text, name), message("a table of this name holds something else"))
    return table


def _line(text: str, name: str) -> int:
    """The line in which a table begins."""
    begins = re.compile(rf"\s*\[?\s*[\"']?{re.escape(name)}\b")
    return next((number for number, line in enumerate(text.split("\n"), 1) if begins.match(line)), 1)


def _is_word(value: object) -> bool:
    return isinstance(value, str) and bool(_WORD.fullmatch(value)) and bool(search_folded(value))


def _are_words(value: object) -> bool:
    words = value.split() if isinstance(value, str) else value
    return isinstance(words, list) and len(words) <= _MOST_WORDS and all(map(_is_word, words))


def _are_single(value: Any) -> bool:
    """Tell whether no space or hyphen parts these words, as numbers are read word by word."""
    words = value.split() if isinstance(value, str) else value
    return all(isinstance(word, str) and not _PARTED.search(word) for word in words)


def _are_joins(value: Any) -> bool:
    return _are_words(value) and _are_single(value)


def _are_endings(value: object) -> bool:
    if not isinstance(value, str | list) or not _are_words(value):
        return False
    try:
        list(map(ending_in_letters, value.split() if isinstance(value, str) else value))
    except (KeyError, ValueError):
        return False  # a pair of consonants that closes no syllable
    return True


def _numbers(least: int, largest: int) -> Callable[[Any], bool]:
    def fits(value: Any) -> bool:
        return _is_mapping(value) and all(type(each) is int and least <= each <= largest for each in value.values())

    return fits


def _spoken(least: int, largest: int) -> Callable[[Any], bool]:
    return lambda value: _numbers(least, largest)(value) and _are_single(value)


def _units(largest: int) -> Callable[[Any], bool]:
    """Words of one letter each, which are read one by one."""

    def fits(value: Any) -> bool:
        is_bounded = _is_mapping(value) and len(value) <= _MOST_UNITS and _numbers(1, largest)(value)
        return is_bounded and all(len(search_folded(word)) == 1 and word.isalpha() for word in value)

    return fits


def _is_mapping(value: Any) -> bool:
    return isinstance(value, Mapping) and len(value) <= _MOST_WORDS and all(map(_is_word, value))


def _are_forms(value: Any) -> bool:
    return _is_mapping(value) and all(map(_is_word, value.values()))


def _are_steps(value: object) -> bool:
    return isinstance(value, list) and len(value) <= _MOST_STEPS and all(map(_is_step, value))


def _is_step(step: object) -> bool:
    return isinstance(step, list) and len(step) <= _MOST_WORDS and all(map(_is_suffix, step))


def _is_suffix(value: Any) -> bool:
    if not isinstance(value, list) or len(value) != len(("suffix", "least", "instead")):
        return False
    suffix, least, instead = value
    return (
        _is_word(suffix) and type(least) is int and 0 <= least <= _MOST_UNITS and (instead == "" or _is_word(instead))
    )


def _are_orders(value: Any) -> bool:
    is_list = isinstance(value, Sequence) and not isinstance(value, str) and len(value) <= _MOST_UNITS
    return is_list and all(isinstance(each, str) and _ORDER.fullmatch(each) for each in value)


_SHAPES: Mapping[str, Callable[[Any], bool]] = {
    **dict.fromkeys(("plural", "future", "honorific", "polite"), _is_word),
    **dict.fromkeys(("particles", "nouns", "verbless", "contracted", "auxiliaries", "light_verbs"), _are_words),
    **dict.fromkeys(("counters", "about", "behind", "stop_words", "ordinals"), _are_words),
    "joins": _are_joins,
    "endings": _are_endings,
    "digits": _units(9),
    "multipliers": _units(3),
    "myriads": _units(15),
    "numerals": _spoken(0, 99),
    "powers": _spoken(2, 15),
    "marks": _numbers(0, 12),
    "months": _numbers(1, 12),
    "forms": _are_forms,
    "suffixes": _are_steps,
    "orders": _are_orders,
}
