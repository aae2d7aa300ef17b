"""What the forms of a Korean verb have in common: the noun of one like 격추하다, else a key (`~무너지` of 무너졌다).

A form is looked at in the letters of Unicode's NFD, where the last consonant of a syllable is a letter of its own. A
key is the form before 다, without what changes from form to form: some last consonants, and which of 아, 어 and 으 it
is.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import chain

from site_builder.language.reduction import Reduction
from site_builder.search.endings import Endings

KEY = "~"
"""What a key begins with."""
LONGEST_KEY = 8
"""Syllables of a key."""
SHORTEST = 2
"""Syllables that a noun keeps without what stands behind it."""
_ONE_SYLLABLE = 2
"""Letters of an open syllable."""
_CONTRACTED = str.maketrans("\u1167\u116b\u116a\u116f", "\u1175\u116c\u1169\u116e")
"""ㅕ, ㅙ, ㅘ and ㅝ, in which the vowel of a verb and 어 or 아 have become one: ㅣ, ㅚ, ㅗ, ㅜ."""
_OPEN = re.compile("[\u1161\u1162\u1165\u1167\u116a\u116b\u116f]$")
"""A syllable that 어 or 아 has become part of, and that nothing closes."""
_PAST = re.compile("(?<!\u110b\u1175)\u11bb$")
"""The end of 았 and 었, but not of 있."""
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
_BETWEEN = re.compile(f"(?<=[\u11a8-\u11c2]){_EU}$")
"""으 that stands between a consonant and what follows: 읽으시."""
_VOWEL_END = re.compile("[\u1161-\u1175]$")
_ONE_OPEN = re.compile("[\u1100-\u1112][\u1161-\u1175]")
_RO = re.compile("\u11af(\u1105[\u1161\u1165\u1173])$|(?<=\u1105\u1173)\u1105\u1165$")
"""길러 of 기르다, and 이르러 of 이르다."""
_LOST = re.compile("[\u11ae\u11af\u11ba\u11c2]$")
"""Last consonants that not all forms have: 듣다, 들은; 만들다, 만든; 짓다, 지은; 놓다, 놔."""
_DARK = re.compile("[\u1161\u1165]$")
"""ㅏ and ㅓ, in which ㅡ may have been lost: 따르다, 따라."""
_O = re.compile("\u110b\u1169$")
"""와 of 도와, which is 우 in other forms."""
_VOICE = re.compile("(?<=[\u11a8-\u11c2])(?:\u110b|\u1112|\u1105|\u1100)\u1175$")
"""이, 히, 리 and 기 behind a consonant, by which a verb is done to somebody: 섞다, 섞이다."""
_DOUBTFUL = re.compile("(?!\u110b)[\u1100-\u1112][\u1161\u1162\u1165]$")
"""A syllable that may have been the end of a verb (보내) or of a noun (조사)."""
_RA = "\u1105\u1161"
_PLAIN_ENDING = "\u1103\u1161"
"""다, behind which no 어 or 아 has become part of the syllable before."""


class Verbs:
    """Finds what forms of verbs are known by, from tables of endings."""

    def __init__(self, tables: Reduction) -> None:
        self._endings = Endings([*tables.endings, *(each + decomposed(tables.polite) for each in tables.endings)])
        self._light_verbs = Endings(map(decomposed, tables.light_verbs))
        self._contracted = Endings(map(decomposed, tables.contracted))
        self._auxiliaries = Endings(map(decomposed, tables.auxiliaries))
        self._future = decomposed(tables.future)
        self._honorific = decomposed(tables.honorific)

    def of(self, run: str) -> Iterator[str]:
        """Yield the nouns and the keys that a form is known by."""
        letters = decomposed(run)
        forms = []
        for ending in self._endings.of(letters):
            rest = letters.removesuffix(ending)
            forms.append(rest)
            if ending.startswith(_EU) and _VOWEL_END.search(rest):
                forms.append(rest + _EU)  # 은 stands behind consonants: 모은 is of 모으다, though 지은 is of 짓다
            if len(_SYLLABLE.findall(rest)) >= SHORTEST or not ending.startswith(_RA):
                break  # else it may be a part of the verb: 자라고
        contractions = list(self._contractions(letters))
        forms += contractions
        if not contractions and self._may_be_contracted(letters):
            forms.append(letters)
        for form in dict.fromkeys(chain.from_iterable(map(self._plain, forms))):
            light = self._light_verbs.longest_of(form)
            noun = unicodedata.normalize("NFC", form.removesuffix(light))
            if light and len(noun) >= SHORTEST:
                yield noun
            else:
                yield from filter(None, map(_key, dict.fromkeys([form, _VOICE.sub("", form)])))

    def may_be_noun(self, run: str) -> bool:
        """Tell whether what looks like a form of 하다 or 되다 may as well end a noun: 제한, 피해, 조합."""
        return len(self._endings.longest_of(decomposed(run))) < _ONE_SYLLABLE

    def is_doubtful(self, run: str) -> bool:
        """Tell whether a run has no ending, and looks less like the form of a verb than like a noun: 모래, 조사."""
        letters = decomposed(run)
        is_bare = not self._endings.longest_of(letters) and not any(self._contractions(letters))
        return is_bare and bool(_DOUBTFUL.search(letters))

    def _contractions(self, letters: str) -> Iterator[str]:
        """Yield a form without what stands behind an 아 or 어 that has become part of the syllable before: 출발해서."""
        return (form for each in self._contracted.of(letters) if _OPEN.search(form := letters.removesuffix(each)))

    def _may_be_contracted(self, letters: str) -> bool:
        ending = self._endings.longest_of(letters)
        return bool(_OPEN.search(letters)) and ending != _PLAIN_ENDING and len(ending) <= _ONE_SYLLABLE

    def _plain(self, form: str) -> Iterator[str]:
        """A form as it stands before 다, as far as rules tell: without time, respect, 아 or 어, helping verbs.

        Of 모아, which is 모 or 모으, both; of 밝혀지다 also 밝히다, and so of 달아나다 another verb, 달다.
        """
        present = form.removesuffix(self._future) if self._future else form
        form = self._without_respect(_PAST.sub("", present), is_past=bool(_PAST.search(present)))
        forms = []
        for _ in range(3):
            whole, form = form, _joined(form)
            forms.append(form)
            helper = self._auxiliaries.longest_of(form)
            rest = form.removesuffix(helper)
            if not helper or not _OPEN.search(rest) or len(_SYLLABLE.findall(rest)) < SHORTEST:
                break
            form = rest
        yield from forms
        if _ONE_OPEN.fullmatch(form) and whole[:-_ONE_SYLLABLE] == form:
            yield whole

    def _without_respect(self, form: str, *, is_past: bool) -> str:
        """다치시 without 시; not of what may be a short noun: 도시."""
        short = _joined(form)
        if not self._honorific or not short.endswith(self._honorific):
            return form
        rest = short.removesuffix(self._honorific)
        stem = _BETWEEN.sub("", rest)
        is_sure = is_past or short != form or stem != rest
        return stem if len(_SYLLABLE.findall(stem)) >= (1 if is_sure else SHORTEST) else form


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
    """What all forms of a verb share; empty where there is no syllable."""
    form = _RO.sub(r"\1", form)
    if form.endswith(_BIEUP):  # 돕다, 도와
        form = form[:-1] + "\u110b\u116e"
    syllables = len(_SYLLABLE.findall(form))
    if not syllables:
        return ""
    form = _O.sub("\u110b\u116e", _LOST.sub("", form))
    dark = _DARK.sub("\u1173", form) if syllables > 1 else re.sub("\u1165$", "\u1173", form)  # 쓰다, 써
    return KEY + unicodedata.normalize("NFC", dark)[:LONGEST_KEY]
