"""What the forms of a Korean verb have in common: the noun of one like 격추하다, else a key (`~무너ㅈ` of 무너졌다).

A form is looked at in the letters of Unicode's NFD, where the last consonant of a syllable is a letter of its own.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import chain

from site_builder.language.reduction import Reduction
from site_builder.search.endings import Endings

KEY = "~"
"""What a key begins with."""
SHORTEST = 2
"""Syllables that a noun keeps without what stands behind it."""
_ONE_SYLLABLE = 2
"""Letters of an open syllable."""
_CONTRACTED = str.maketrans("\u1167\u116b\u116a\u116f", "\u1175\u116c\u1169\u116e")
"""ㅕ, ㅙ, ㅘ and ㅝ, in which the vowel of a verb and 어 or 아 have become one: ㅣ, ㅚ, ㅗ, ㅜ."""
_OPEN = re.compile("[\u1161\u1162\u1165\u1167\u116a\u116b\u116f]$")
"""A syllable that 어 or 아 has become part of, and that nothing closes."""
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
_PLAIN_ENDING = "\u1103\u1161"
"""다, behind which no 어 or 아 has become part of the syllable before."""


class Verbs:
    """Finds what forms of verbs are known by, from tables of endings."""

    def __init__(self, tables: Reduction) -> None:
        self._endings = Endings(tables.endings)
        self._light_verbs = Endings(map(decomposed, tables.light_verbs))
        self._contracted = Endings(map(decomposed, tables.contracted))
        self._auxiliaries = Endings(map(decomposed, tables.auxiliaries))
        self._future = decomposed(tables.future)

    def of(self, run: str) -> Iterator[str]:
        """Yield the nouns and the keys that a form is known by."""
        letters = decomposed(run)
        ending = self._endings.longest_of(letters)
        rest = letters.removesuffix(ending)
        forms = [rest] if ending else []
        if ending.startswith(_EU) and _VOWEL_END.search(rest):
            forms.append(rest + _EU)  # 은 stands behind consonants: 모은 is of 모으다, though 지은 is of 짓다
        forms += (form for each in self._contracted.of(letters) if _OPEN.search(form := letters.removesuffix(each)))
        if _OPEN.search(letters) and ending != _PLAIN_ENDING and len(ending) <= _ONE_SYLLABLE:
            forms.append(letters)
        for form in dict.fromkeys(chain.from_iterable(map(self._plain, forms))):
            light = self._light_verbs.longest_of(form)
            noun = unicodedata.normalize("NFC", form.removesuffix(light))
            if light and len(noun) >= SHORTEST:
                yield noun
            elif form:
                yield _key(form)

    def may_be_noun(self, run: str) -> bool:
        """Tell whether what looks like a form of 하다 or 되다 may as well end a noun: 제한, 피해, 조합."""
        return len(self._endings.longest_of(decomposed(run))) < _ONE_SYLLABLE

    def _plain(self, form: str) -> Iterator[str]:
        """A form as it stands before 다, as far as rules tell: without time, 아 or 어, helping verbs.

        Of 모아, which is 모 or 모으, both; and of 달아나, of which a helping verb would leave but 달.
        """
        form = _PAST.sub("", form.removesuffix(self._future) if self._future else form)
        helped = ""
        for _ in range(2):
            whole, form = form, _joined(form)
            helper = self._auxiliaries.longest_of(form)
            rest = form.removesuffix(helper)
            if not helper or not _OPEN.search(rest) or len(_SYLLABLE.findall(rest)) < SHORTEST:
                break
            helped, form = form, rest
        yield form
        if helped and len(_SYLLABLE.findall(form)) < SHORTEST:
            yield helped
        if _ONE_OPEN.fullmatch(form) and whole[:-_ONE_SYLLABLE] == form:
            yield whole


def decomposed(text: str) -> str:
    """Return a text in the letters of Unicode's NFD."""
    return unicodedata.normalize("NFD", text)


def _joined(form: str) -> str:
    """A form without 아 or 어, which may have become one with it."""
    for old, new in _JOINED:
        if form.endswith(old) and len(form) > len(old):
            form = form.removesuffix(old) + new
    return form[:-1] + form[-1:].translate(_CONTRACTED)


def _key(form: str) -> str:
    """All but the last syllable of a form, and the first consonant of that; empty where there is no syllable."""
    form = _RO.sub(r"\1", form)
    if form.endswith(_BIEUP):  # 돕다, 도와
        form = form[:-1] + "\u110b\u116e"
    syllables = list(_SYLLABLE.finditer(form))
    if not syllables:
        return ""
    last = syllables[-1].start()
    if last:
        return KEY + unicodedata.normalize("NFC", form[: last + 1])
    return KEY + _SHORT_STEM.sub("", form).replace("\u1165", "\u1173")  # 듣다, 들은; 짓다, 지은; 쓰다, 써
