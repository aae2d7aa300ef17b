"""The words of a text that it can be found by, by rule: without dictionary, the same for records and for queries.

The script `search-words.js` does the same in browsers, from the same tables; a test holds the two together.

- **Hangul**: a word without its particle, the ends of that (무인기 of 자폭무인기), and a key that all forms of a verb
  share; a noun before a verb like 하다 is a word.
- **Latin**: a word without its suffixes; of one with hyphens or apostrophes its parts, and the whole without them.
- **Numbers** in any spelling are digits (4천700, 4,700), without the counter behind them. **Dates** are those of ISO
  8601, also without their day or year.
- All other scripts: whole words.
"""

import re

from site_builder.language.reduction import Reduction
from site_builder.search import dates
from site_builder.search.digits import canonical
from site_builder.search.found import LONGEST, Found, nothing
from site_builder.search.hangul import Hangul
from site_builder.search.latin import Latin
from site_builder.search.spelt_numbers import SpeltNumbers
from site_builder.text.folding import search_folded

_SPACES = re.compile(r"[\s\x1c-\x1f\x85\ufeff]+")
_HANGUL = "\u1100-\u11ff\uac00-\ud7a3"
_HAN_KANA = (
    "\u3005-\u3007\u3031-\u3035\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_OTHER = (
    "\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1fff\u2c00-\u2dff\u3021-\u3029\u3100-\u318f\u31a0-\u31bf"
    "\ua000-\uabff\ud7b0-\ud7ff\ufb00-\ufdff\ufe70-\ufefc\U00010000-\U0001efff"
)
"""What stands in words of other scripts: all that is no punctuation, symbol or control."""
_TOKEN = re.compile(
    rf"(?P<date>{dates.IN_DIGITS})"
    r"|(?P<number>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?(?![0-9a-z]))"
    r"|(?P<latin>[a-z0-9]+(?:[-'.&/_][a-z0-9]+)*)"
    rf"|(?P<hangul>[{_HANGUL}]+(?:·[{_HANGUL}]+)*)"
    rf"|(?P<han>[{_HAN_KANA}]+)"
    rf"|(?P<other>[{_OTHER}]+)"
)
_APART = re.compile(r"[-/]|\.(?=[0-9]+\.)")
_NUMBERS = re.compile("[0-9]+(?:/[0-9]+)?")
_BETWEEN = " | "
"""What no number and no date goes across."""


class Words:
    """Finds the words of texts by the tables of some languages. What was cut once is remembered."""

    def __init__(self, tables: Reduction) -> None:
        self._particles = frozenset(["", *tables.particles])
        self._hangul = Hangul(tables)
        self._latin = Latin(tables)
        self._numbers = SpeltNumbers(tables)
        self._dates = dates.Dates(tables)
        self._chunks: dict[str, Found] = {}  # a memo of a method would outlive what it is for

    def of(self, *texts: str) -> Found:
        """Find the words of some texts."""
        folded = _BETWEEN.join(map(self._folded, texts))
        of_chunks = [self._chunks.get(chunk) or self._find(chunk) for chunk in folded.split(" ")]
        whole, verbs, inner = (set[str]().union(*of_kind) for of_kind in zip(*of_chunks, strict=True))
        whole.update(self._dates.of(folded))
        return Found(whole, verbs - whole, inner - whole - verbs)

    def _folded(self, text: str) -> str:
        return self._numbers.in_digits(dates.without_spaces(_SPACES.sub(" ", search_folded(text))))

    def _find(self, chunk: str) -> Found:
        """Find the words of what stands between two spaces."""
        found = nothing()
        before, end = "", 0
        for token in _TOKEN.finditer(chunk):
            kind, text = token.lastgroup, token[0]
            adjoins = before if token.start() == end else ""
            if kind == "date":
                found.whole.update(_of_date(text))
            elif kind == "number":
                found.whole.add(canonical(text))
            elif kind == "latin":
                found.whole.update(self._latin.words(text))
            elif kind == "hangul":
                self._find_hangul(text, adjoins, found)
            else:
                for part in _cut(text):
                    found.add(part, has_ends=kind == "han")
            is_number = kind in ("date", "number") or (kind == "latin" and text[-1].isdigit())
            before, end = "number" if is_number else kind or "", token.end()
        for words in found:
            words.discard("")
        self._chunks[chunk] = found
        return found

    def _find_hangul(self, text: str, adjoins: str, found: Found) -> None:
        """Find the words of a run of Hangul, which may stand right behind a number or Latin letters."""
        parts = text.split("·")
        runs = [*parts, "".join(parts)]
        if adjoins == "number":
            runs = [*self._numbers.behind(parts[0]), *parts[1:]]
        elif adjoins and parts[0] in self._particles:
            runs = parts[1:]
        for run in dict.fromkeys(runs):
            for part in _cut(run):
                found.whole.add(self._numbers.in_syllables(part))
                self._hangul.find(part, found)


def _of_date(text: str) -> list[str]:
    """The words of a date; also its numbers where it may as well be a fraction or a number, or can be no date."""
    found = dates.in_digits(text)
    is_sure = found and not _NUMBERS.fullmatch(text)
    return found if is_sure else [*found, *map(canonical, _APART.split(text))]


def _cut(text: str) -> list[str]:
    return [text[start : start + LONGEST] for start in range(0, len(text), LONGEST)]
