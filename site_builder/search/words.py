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
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Set
from enum import IntEnum
from itertools import chain
from typing import NamedTuple

from site_builder.language.reduction import Reduction
from site_builder.text.folding import search_folded


class Kind(IntEnum):
    """How a word stands in its text; of several ways the first counts."""

    WHOLE = 0
    VERB = 1
    INNER = 2


class Found(NamedTuple):
    """The words of a text, each in the first of these ways in which it stands there."""

    whole: Set[str]
    verbs: Set[str]
    inner: Set[str]


_Words = Iterator[tuple[str, Kind]]

_LENGTH = 8
"""Letters by which a word of Hangul, Han or kana is known."""
_RUN = 24
"""Letters of a word that are looked at together; a longer run is cut."""
_MOST = 2**53 - 1
"""The largest whole number that scripts reckon with exactly."""
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
_NUMBER = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?(?![0-9])|[0-9]+(?:\.[0-9]+)?"
_TOKEN = re.compile(
    r"(?P<date>[0-9]{4}[-./][01]?[0-9](?:[-./][0-3]?[0-9])?(?![0-9]))"
    r"|(?P<number>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?(?![0-9a-z]))"
    r"|(?P<latin>[a-z0-9]+(?:[-'.&/_][a-z0-9]+)*)"
    rf"|(?P<hangul>[{_HANGUL}]+(?:·[{_HANGUL}]+)*)"
    rf"|(?P<han>[{_HAN_KANA}]+)"
    rf"|(?P<other>[{_OTHER}]+)"
)
_BETWEEN = " | "
"""What no number and no date goes across."""
_PARTS = re.compile(r"[-'.&/_]")
_RANGE = re.compile(r"[-'&/_]|\.(?=[0-9]+\.)")
_VOWEL = re.compile("[aeiouy]")
_DOUBLE = re.compile(r"([bdfgklmnprstz])\1$")
_CONTRACTED = str.maketrans("\u1167\u116b\u116a\u116f", "\u1175\u116c\u1169\u116e")
"""ㅕ, ㅙ, ㅘ and ㅝ, in which the vowel of a verb and 어 or 아 have become one: ㅣ, ㅚ, ㅗ, ㅜ."""
_OPEN = re.compile("[\u1161\u1162\u1165\u1167\u116a\u116b\u116f]$")
"""A syllable that 어 or 아 has become part of, and that nothing closes."""
_NOMINAL = re.compile("(?:\u1100\u1175|\u11b7)$")
"""The ends of verbs that stand as nouns before a particle: 무너지기를, 무너짐을."""
_PAST = re.compile("\u11bb$")
_SYLLABLE = re.compile("[\u1100-\u1112][\u1161-\u1175]")
_BIEUP = "\u11b8"
_JOINED = (
    ("\u1112\u1161\u110b\u1167", "\u1112\u1161"),
    ("\u1112\u1162", "\u1112\u1161"),
    ("\u110b\u1165", ""),
    ("\u110b\u1161", ""),
)
"""하여 and 해 are 하; 어 and 아 go."""
_EU = "\u110b\u1173"
_VOWEL_END = re.compile("[\u1161-\u1175]$")
_ONE_OPEN = re.compile("[\u1100-\u1112][\u1161-\u1175]")
_RO = re.compile("\u11af(\u1105[\u1161\u1165\u1173])$")
"""길러 of 기르다."""
_SHORT_STEM = re.compile("[\u11ae\u11af\u11ba]$")
_FIRST = re.compile("[\u1100-\u1112]")
_HANGUL_RUN = re.compile("[\uac00-\ud7a3]+")
_SHORTEST = 2
"""Syllables that a noun keeps without its particle."""
_SHORT = 4
"""Letters that a word must have to lose a suffix."""
_HUNDRED = 100
_KEY = "~"
"""What the key of a verb begins with."""
_ENDS = ("\u1103\u1161",)
_ONE_SYLLABLE = 2
"""Letters of an open syllable in NFD."""
_NOTHING = "(?!)"
"""A regular expression that nothing fits."""
_DIGITS = 16


class Words:
    """Finds the words of texts by the tables of some languages. What was cut once is remembered."""

    def __init__(self, tables: Reduction) -> None:
        self._tables = tables
        self._stop_words = frozenset(tables.stop_words)
        plurals = [tables.plural + each for each in ["", *tables.particles]] if tables.plural else []
        self._particles = _by_length([*tables.particles, *plurals])
        self._all_particles = frozenset(["", *tables.particles])
        self._nouns = frozenset(tables.nouns)
        self._endings = _by_length(tables.endings)
        self._light_verbs = _by_length(map(_decomposed, tables.light_verbs))
        self._contracted = _by_length(map(_decomposed, tables.contracted))
        self._auxiliaries = _by_length(map(_decomposed, tables.auxiliaries))
        self._future = _decomposed(tables.future)
        about, behind = _any(tables.about), _any(tables.behind)
        self._counter = re.compile(f"{about}?({_any(tables.counters)}?){behind}*")
        self._units = {**tables.digits, **tables.multipliers, **tables.myriads}
        self._spelt = re.compile(f"{_any(self._units)}{{2,}}")
        self._counted = re.compile(_counted(tables))
        self._piece = re.compile(f"({_NUMBER})({_any(tables.multipliers)}?)({_any(tables.myriads)}?)")
        first = f"(?:{_NUMBER}|{_any(tables.numerals)})"
        further = f"(?: {_any(tables.joins)} |[ -]){_any([*tables.numerals, *tables.powers])}"
        self._spoken = re.compile(f"(?<![0-9a-z.,-]){first}(?:{further})*(?![a-z0-9])")
        self._marked = re.compile(f"({_NUMBER})({_any(tables.marks)})")
        self._month = re.compile(_any(tables.months))
        self._dates = [(re.compile(each.regex), each.order) for each in tables.dates]
        self._chunks: dict[str, Found] = {}  # a memo of a method would outlive what it is for

    def of(self, *texts: str) -> Found:
        """Find the words of some texts."""
        whole, verbs, inner = set[str](), set[str](), set[str]()
        folded = _BETWEEN.join(map(self._folded, texts))
        for chunk in folded.split(" "):
            of_chunk = self._chunks.get(chunk) or self._find(chunk)
            whole |= of_chunk.whole
            verbs |= of_chunk.verbs
            inner |= of_chunk.inner
        if self._month.search(folded):
            for regex, order in self._dates:
                for match in regex.finditer(folded):
                    whole.update(self._of_date(match.groups(), order))
        return Found(whole, verbs - whole, inner - whole - verbs)

    def _folded(self, text: str) -> str:
        """Fold a text, and write numbers in digits where they are words: 1만 2000, 2.5 million, six thousand."""
        folded = _SPACES.sub(" ", search_folded(text))
        folded = self._counted.sub(self._from_counted, folded)
        return self._spoken.sub(self._from_spoken, folded)

    def _from_counted(self, match: re.Match[str]) -> str:
        total = section = 0
        if not self._units.keys() & set(match[0]):
            return match[0]
        for number, multiplier, myriad in self._piece.findall(match[0]):
            power = self._tables.multipliers.get(multiplier, 0)
            above = self._tables.myriads.get(myriad, 0)
            value = _scaled(number, power + above if not section else power)
            if value is None:
                return match[0]
            if not myriad:
                section += value
            else:
                total += (section + value) * 10**above if section else value
                section = 0
        return f"{total + section}{' ' * match[0].endswith(' ')}" if total + section <= _MOST else match[0]

    def _from_spoken(self, match: re.Match[str]) -> str:
        first, *words = [word for word in re.split("[ -]", match[0]) if word not in self._tables.joins]
        powers, numerals = self._tables.powers, self._tables.numerals
        if first not in numerals:
            is_scaled = words and all(word in powers for word in words)
            value = _scaled(first, sum(powers[word] for word in words)) if is_scaled else None
            return match[0] if value is None else str(value)
        total, section = 0, numerals[first]
        for word in words:
            power = 10 ** powers.get(word, 0)
            if power > _HUNDRED:
                total, section = total + section * power, 0
            elif power == _HUNDRED:
                section *= power
            elif section % 10 or section == 10 or (section % 100 and numerals[word] >= 10):
                return match[0]
            else:
                section += numerals[word]
        return str(total + section) if 10 <= total + section <= _MOST else match[0]

    def _of_date(self, parts: Iterable[str], order: str) -> list[str]:
        """Write a date in words as ISO 8601 does."""
        found = dict(zip(order, parts, strict=True))
        return _dates(found.get("y", ""), self._tables.months.get(found["M"], 0), int(found.get("d", 0)))

    def _find(self, chunk: str) -> Found:
        kinds = {kind: set[str]() for kind in Kind}
        for word, kind in self._of_chunk(chunk):
            if word:
                kinds[kind].add(word)
        found = self._chunks[chunk] = Found(*kinds.values())
        return found

    def _of_chunk(self, chunk: str) -> _Words:
        """Find the words of what stands between two spaces."""
        before, end = "", 0
        for token in _TOKEN.finditer(chunk):
            kind, text = token.lastgroup, token[0]
            adjoins = before if token.start() == end else ""
            if kind == "date":
                year, month, day = map(int, [*re.split("[-./]", text), "0"][:3])
                found = _dates(f"{year:04}", month, day)
                yield from ((word, Kind.WHOLE) for word in found or map(_canonical, re.split("[-/]", text)))
            elif kind == "number":
                yield _canonical(text), Kind.WHOLE
            elif kind == "latin":
                yield from self._of_latin(text)
            elif kind == "hangul":
                yield from self._of_hangul(text, adjoins)
            else:
                for start in range(0, len(text), _RUN):
                    yield from _of_letters(text[start : start + _RUN], has_ends=kind == "han")
            is_number = kind in ("date", "number") or (kind == "latin" and text[-1].isdigit())
            before, end = "number" if is_number else kind or "", token.end()

    def _of_latin(self, text: str) -> _Words:
        marked = self._marked.fullmatch(text)
        if marked:
            value = _scaled(marked[1], self._tables.marks[marked[2]])
            yield from ((each, Kind.WHOLE) for each in (_canonical(marked[1]), str(value or "")))
        elif text.isdigit() or not any("a" <= letter <= "z" for letter in text):
            yield from ((_canonical(part), Kind.WHOLE) for part in _RANGE.split(text))
        else:
            parts = _PARTS.split(text)
            joined = "".join(parts)
            for part in [*parts, joined]:
                if part.isdigit():
                    yield _canonical(part), Kind.WHOLE
                elif len(part) > 1 or part == joined:
                    yield self._stem(part[:_RUN]), Kind.WHOLE

    def _stem(self, word: str) -> str:
        """Take the suffixes off a word of Latin letters; empty for one that says nothing."""
        if word in self._stop_words:
            return ""
        word = self._tables.forms.get(word, word)
        if len(word) < _SHORT or not word.isalpha():
            return word
        for step in self._tables.suffixes:
            for suffix, least, instead in step:
                rest = word[: -len(suffix)]
                if word.endswith(suffix) and len(rest) >= least and _VOWEL.search(rest):
                    word = rest + instead
                    break
        return _DOUBLE.sub(r"\1", word)

    def _of_hangul(self, text: str, adjoins: str) -> _Words:
        """Find the words of a run of Hangul, which may stand right behind a number or Latin letters."""
        parts = text.split("·")
        runs = [*parts, "".join(parts)]
        if adjoins == "number":
            runs = [*self._behind_number(parts[0]), *parts[1:]]
        elif adjoins and parts[0] in self._all_particles:
            runs = parts[1:]
        for run in dict.fromkeys(runs):
            for start in range(0, len(run), _RUN):
                yield from self._of_run(run[start : start + _RUN])

    def _behind_number(self, run: str) -> list[str]:
        """What stands behind a number, with its counter and without: nothing in 600여 명이, 차관은 in 1차관은."""
        counter, rest = self._counted_by(run)
        if rest in self._all_particles:
            return [counter] if len(counter) > 1 else []
        return [run, rest] if len(rest) > 1 else [run]

    def _counted_by(self, run: str) -> tuple[str, str]:
        """A counter, and what stands behind it."""
        match = self._counter.match(run)
        return (match[1], run[match.end() :]) if match else ("", run)

    def _of_run(self, run: str) -> _Words:
        yield from ((word, Kind.WHOLE) for word in self._of_numerals(run))
        stems = list(self._stems(run))
        forms = [run, *(stem for stem in stems[:1] if _NOMINAL.search(_decomposed(stem)))]
        verbs = [word for form in dict.fromkeys(forms) for word in self._of_verb(form)]
        nouns = [word for word in verbs if not word.startswith(_KEY)]
        has_ends = not nouns or self._may_be_noun(run)
        for stem in stems:
            yield from _of_letters(stem, has_ends=has_ends)
        for noun in nouns:
            yield from _of_letters(noun, has_ends=True)
        yield from ((word, Kind.VERB) for word in verbs)

    def _of_numerals(self, run: str) -> Iterator[str]:
        """A number in syllables at the beginning of a run: 사천칠백 명."""
        match = self._spelt.match(run)
        if not match or self._counted_by(run[match.end() :])[1] not in self._all_particles:
            return
        tables = self._tables
        total = section = digit = 0
        for each in match[0]:
            if each in tables.digits:
                if digit:
                    return
                digit = tables.digits[each]
            elif each in tables.multipliers:
                section, digit = section + (digit or 1) * 10 ** tables.multipliers[each], 0
            else:
                total, section, digit = total + (section + digit or 1) * 10 ** tables.myriads[each], 0, 0
        if 10 <= total + section + digit <= _MOST:
            yield str(total + section + digit)

    def _stems(self, run: str) -> Iterator[str]:
        """A noun without its longest particle, and without a shorter one where the noun may end in a part of it."""
        for particle in _endings(run, self._particles):
            rest = len(run) - len(particle)
            if rest < _SHORTEST:
                continue
            yield run[:rest]
            around = (run[max(0, rest - back) : rest + 1] for back in (1, 2))
            if not self._nouns.intersection(around):
                return
        yield run

    def _of_verb(self, run: str) -> Iterator[str]:
        """The noun that a verb like 하다 was made of, or the key that forms of a verb share: `~무너ㅈ` of 무너졌다."""
        letters = _decomposed(run)
        ending = next(_endings(letters, self._endings), "")
        rest = letters.removesuffix(ending)
        forms = [rest] if ending else []
        if ending.startswith(_EU) and _VOWEL_END.search(rest):
            forms.append(rest + _EU)  # 은 stands behind consonants: 모은 is of 모으다, though 지은 is of 짓다
        forms += (
            form for each in _endings(letters, self._contracted) if _OPEN.search(form := letters.removesuffix(each))
        )
        if _OPEN.search(letters) and ending not in _ENDS and len(ending) <= _ONE_SYLLABLE:
            forms.append(letters)
        for form in dict.fromkeys(chain.from_iterable(map(self._plain, forms))):
            light = next(_endings(form, self._light_verbs), "")
            noun = unicodedata.normalize("NFC", form.removesuffix(light))
            if light and len(noun) >= _SHORTEST:
                yield noun
            elif form:
                yield _verb_key(form)

    def _plain(self, form: str) -> Iterator[str]:
        """A form of a verb in NFD as it stands before 다, as far as rules tell: without time, 아 or 어, helping verbs.

        Of 모아, which is 모 or 모으, both; and of 달아나, of which a helping verb would leave but 달.
        """
        form = _PAST.sub("", form.removesuffix(self._future) if self._future else form)
        helped = ""
        for _ in range(2):
            whole, form = form, _joined(form)
            helper = next(_endings(form, self._auxiliaries), "")
            rest = form.removesuffix(helper)
            if not helper or not _OPEN.search(rest) or len(_SYLLABLE.findall(rest)) < _SHORTEST:
                break
            helped, form = form, rest
        yield form
        if helped and len(_SYLLABLE.findall(form)) < _SHORTEST:
            yield helped
        if _ONE_OPEN.fullmatch(form) and whole[:-_ONE_SYLLABLE] == form:
            yield whole

    def _may_be_noun(self, run: str) -> bool:
        """Tell whether what looks like a form of 하다 or 되다 may as well end a noun: 제한, 피해, 조합."""
        return len(next(_endings(_decomposed(run), self._endings), "")) < _ONE_SYLLABLE


def initials(name: str) -> set[str]:
    """The first consonants of a name in Hangul, and of each of its words: ㄱㅈㅇ of 김정은."""
    runs = _HANGUL_RUN.findall(search_folded(name))
    words = ["".join(_FIRST.findall(_decomposed(run))) for run in runs]
    return {each[:_RUN] for each in [*words, "".join(words)] if len(each) > 1}


def _of_letters(word: str, *, has_ends: bool) -> _Words:
    yield word[:_LENGTH], Kind.WHOLE
    if has_ends:
        for start in range(1, len(word) - 1):
            yield word[start : start + _LENGTH], Kind.INNER


def _joined(form: str) -> str:
    """A form of a verb without 아 or 어, which may have become one with it."""
    for old, new in _JOINED:
        if form.endswith(old) and len(form) > len(old):
            form = form.removesuffix(old) + new
    return form[:-1] + form[-1:].translate(_CONTRACTED)


def _verb_key(form: str) -> str:
    """What all forms of a verb have in common: all but its last syllable, and the first consonant of that."""
    form = _RO.sub(r"\1", form)
    if form.endswith(_BIEUP):  # 돕다, 도와
        form = form[:-1] + "\u110b\u116e"
    syllables = list(_SYLLABLE.finditer(form))
    if not syllables:
        return ""
    last = syllables[-1].start()
    if last:
        return _KEY + unicodedata.normalize("NFC", form[: last + 1])
    return _KEY + _SHORT_STEM.sub("", form).replace("\u1165", "\u1173")  # 듣다, 들은; 짓다, 지은; 쓰다, 써


def _dates(year: str, month: int, day: int) -> list[str]:
    """A date as ISO 8601 writes it, and its parts; none if there is no such month or day. Zero is an unknown one."""
    if not 1 <= month <= 12 or day > 31:
        return []
    dated = [f"{month:02}-{day:02}"] if day else []
    return [
        *([year, f"{year}-{month:02}"] if year else []),
        *([f"{year}-{dated[0]}"] if year and dated else []),
        *dated,
    ]


def _canonical(number: str) -> str:
    """A number without commas, leading zeros, and zeros at its end that say nothing."""
    whole, _, part = number.replace(",", "").partition(".")
    part = part.rstrip("0")
    return ((whole.lstrip("0") or whole[:1]) + (f".{part}" if part else ""))[:_RUN]


def _scaled(number: str, power: int) -> int | None:
    """A number times a power of ten; None if that is not whole, or larger than scripts reckon with."""
    whole, _, part = _canonical(number).partition(".")
    digits = whole + part + "0" * (power - len(part))
    return int(digits) if len(part) <= power and len(digits) < _DIGITS else None


def _counted(tables: Reduction) -> str:
    """A regular expression of numbers whose powers of ten are words, the larger ones first; each may be missing."""
    number, units = f"(?:{_NUMBER})", "".join([*tables.multipliers, *tables.myriads])
    if not units:
        return _NOTHING
    below = "".join(f"(?:{number}{each})?" for each in _descending(tables.multipliers))
    above = "".join(f"(?:(?=[0-9]){below}{number}?{each} ?)?" for each in _descending(tables.myriads))
    return f"(?<![0-9.,a-z])(?=[0-9]){above}(?:(?=[0-9]){below}(?:{number}(?![0-9.,a-z{units}]))?(?!{_any(units)}))?"


def _descending(powers: Mapping[str, int]) -> list[str]:
    return sorted(powers, key=lambda word: -powers[word])


def _decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def _by_length(endings: Iterable[str]) -> dict[int, frozenset[str]]:
    """Endings by their length, the longest first."""
    known = sorted({*endings}, key=len, reverse=True)
    return {length: frozenset(each for each in known if len(each) == length) for length in map(len, known) if length}


def _endings(word: str, endings: Mapping[int, frozenset[str]]) -> Iterator[str]:
    """The endings that a word has, the longest first."""
    for length, known in endings.items():
        if word[-length:] in known and length < len(word):
            yield word[-length:]


def _any(words: Iterable[str]) -> str:
    """A regular expression of any of some words, the longest that fits; where there are none, nothing fits."""
    return "(?:" + ("|".join(map(re.escape, sorted({*words}, key=lambda word: (-len(word), word)))) or _NOTHING) + ")"
