"""How precise a number is by the words before and behind it: about 600, 600명을 넘어섰다."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from site_builder.language.quantities.amount import Amount
from site_builder.language.quantities.phrases import Found, Phrases, before_space, behind_space
from site_builder.language.quantities.tables import Said, Tables
from site_builder.model.records import Hedge

_RANK: dict[Hedge, int] = {"exact": 0, "about": 1, "nearly": 2, "more-than": 3, "at-most": 4, "at-least": 4}
"""Of several hedges the one that says most is meant: a bound before "about"."""
_NONE = frozenset[Hedge]()
_CLAUSE = 60
"""How far before a verb its subject may stand."""
_INSIDE = re.compile(r".?-|\w'")
"""What stands before a part of a word: non-, n'."""
_WORD = re.compile(r"[^\W\d_]+")
_MOST = 5
"""More words of this kind do not stand before one number."""
_QUOTES = '"“”'
_APART = frozenset([*",)-", *_QUOTES])
"""What stands between a number and a hedge by itself before it."""
_BEGINS = frozenset([*".;:!?…(-", *_QUOTES])
"""What stands before a clause."""
_OPENING = {")": "(", "-": " - "}
_ASIDE = 45
"""No longer is what stands between a hedge and its number: up to (but not exceeding) 40."""
_SETS_OFF = frozenset(",(-")
_SET_OFF = re.compile(r"(?:(?P<comma>, )| ?(?P<bracket>\()| ?(?P<dash>-) )")
_ENDS_OFF = {
    "comma": re.compile(r" -|[,.;:!?…)\"”]|$"),
    "bracket": re.compile(r"\)"),
    "dash": re.compile(r" -|[.;!?…)\"”]|$"),
}
"""The marks before a hedge that stands by itself behind a number, and those behind it: 600, at most, 600 (or more)."""


class Precision(NamedTuple):
    """What the words around a number say; None for the hedge where they deny it."""

    hedge: Hedge | None
    also: frozenset[Hedge]
    start: int
    end: int


class Hedges:
    """The hedges of a language."""

    def __init__(self, tables: Tables) -> None:
        joined = bool(tables.of("glued"))
        self._before = tables.hedges("before")
        self._behind = tables.hedges("behind", joined=joined)
        self._verbs = tables.hedges("verbs", joined=True)
        self._has_verbs = bool(tables.of("verbs"))
        self._particles = tables.words("verbs", "particles", joined=True)
        self._adverbs = tables.words("verbs", "adverbs", joined=True)
        self._places = tables.words("measures", "places", joined=True)
        self._negations = tables.words("nouns", "negations")
        self._of_tallies = frozenset(tables.listed("tallies", "verbs"))
        self._tallies = frozenset(tables.listed("tallies", "nouns"))
        self._otherwise: dict[str, Phrases[str]] = {
            hedge: tables.words("otherwise", hedge) for hedge in tables.of("otherwise")
        }

    def before(self, text: str, place: int, *, is_counted: bool = False) -> tuple[list[Said], int]:
        """The hedges that stand before a place, the nearest first, and where they begin."""
        found: list[Said] = []
        for _ in range(_MOST):
            near = place - 1 if text[place - 1 : place] == " " else place
            phrase = self._before.before(text, near)
            if not phrase and not found and text[near - 1 : near] in _APART:
                return self._apart(text, near) or ([], place)
            if not phrase or _INSIDE.fullmatch(text[max(0, phrase.edge - 2) : phrase.edge]):
                break
            word = text[phrase.edge : near]
            if (
                not word[0].isalpha()
                and phrase.edge
                and not text[phrase.edge - 1].isspace()
                and text[phrase.edge - 1] not in "(\"'"
            ):
                break
            other = self._otherwise.get(word)
            if other and other.before(text, phrase.edge - 1):
                break
            if word in self._of_tallies and is_counted and not self._tells_tally(text, phrase.edge):
                break
            found.append(phrase.value)
            place = phrase.edge
        return found, place

    def _apart(self, text: str, near: int) -> tuple[list[Said], int] | None:
        """The hedge that a mark parts from its number, and where it begins: "At the very least, 70", “about” 70."""
        mark = text[near - 1]
        phrase = self._before.before(text, near - 1)
        if phrase and not _is_apart(text, phrase.edge, mark):
            phrase = None
        opening = _OPENING.get(mark)
        if not phrase and opening:
            opened = text.rfind(opening, max(0, near - _ASIDE), near - 2)
            phrase = self._before.before(text, before_space(text, opened)) if opened > 0 else None
        return ([phrase.value], phrase.edge) if phrase and phrase.value[0] != "exact" else None

    def _tells_tally(self, text: str, place: int) -> bool:
        return not self._tallies.isdisjoint(_WORD.findall(text[max(0, place - _CLAUSE) : place]))

    def behind(self, text: str, place: int, limit: int) -> tuple[list[Said], int]:
        """The hedges that stand behind a place, and where they end, at a limit at most."""
        found: list[Said] = []
        for phrase, end in self._following(text, place):
            if end > limit:
                break
            found.append(phrase)
            place = end
        return found, place

    def _following(self, text: str, place: int) -> Iterator[tuple[Said, int]]:
        phrase = (
            self._behind.behind(text, behind_space(text, place))
            or self._behind.behind(text, place)
            or self._set_off(text, place)
        )
        if phrase:
            yield phrase.value, phrase.edge
            place = phrase.edge
        if not self._has_verbs:
            return
        particle = self._particles.behind(text, behind_space(text, place))
        edge = behind_space(text, particle.edge if particle else place)
        while verb := self._adverbs.behind(text, edge):
            if text[verb.edge : verb.edge + 1] != " ":
                break
            edge = verb.edge + 1
        verb_found = self._verbs.behind(text, edge)
        if verb_found:
            yield verb_found.value, verb_found.edge

    def _set_off(self, text: str, place: int) -> Found[Said] | None:
        """The hedge by itself that begins behind marks: 600, at most, 600 (or more); in brackets also 600 (approx.)."""
        near = behind_space(text, place)
        if text[near : near + 1] not in _SETS_OFF:
            return None
        mark = _SET_OFF.match(text, place)
        if not mark or not mark.lastgroup:
            return None
        phrase = self._behind.behind(text, mark.end())
        if not phrase and mark["bracket"]:
            phrase = self._before.behind(text, mark.end())
        return phrase if phrase and _ENDS_OFF[mark.lastgroup].match(text, phrase.edge) else None

    def precision(self, text: str, amount: Amount, limit: int) -> Precision:
        """What the words around a number say; those from a limit on belong to the next number: four need at least 3."""
        start, end = amount.start, amount.end
        before, first = self.before(text, start, is_counted=amount.is_counted)
        behind, last = self.behind(text, end, limit)
        if not behind and amount.noun_end > end:
            behind, last = self.behind(text, amount.noun_end, limit)
        if amount.is_measured and self._places.behind(text, behind_space(text, end)):  # 50m 아래로 떨어졌다
            behind = []
        said = [*before, *behind]
        if amount.and_more:
            said.append(("more-than",))
        if amount.numeral.roughly:
            said.append(("about", "exact"))
        near = first - 1 if text[first - 1 : first] == " " else first
        if self._negations.before(text, near) or any(each[0] is None for each in said):
            return Precision(None, _NONE, first, last)
        if not said:
            return Precision("exact", _NONE, first, end)
        hedge = max((hedge for hedge, *_ in said if hedge), key=_RANK.__getitem__)
        also = frozenset(each for one in said for each in one if each and each not in ("exact", hedge))
        return Precision(hedge, also, first, last if behind else end)


def _is_apart(text: str, start: int, mark: str) -> bool:
    """Tell whether the hedge that begins at a place, and ends before a mark, stands by itself."""
    match mark:
        case ",":
            start = before_space(text, start)
            return not start or text[start - 1] in _BEGINS
        case ")":
            return text[start - 1 : start] == "("
        case _:
            return mark in _QUOTES and text[start - 1 : start] in _APART
