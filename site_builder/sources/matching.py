"""A quote in the text of its source: found word for word, found with what it leaves out, or not found.

Both are folded first (`text/quote_folding.py`). A quote is looked for as it is written; only where it does not stand so
do brackets mean something: `[…]` leaves words out, `[T]he` changes the case of a letter, `[the army]` are an editor's
words in place of a few others, `[sic]` is nothing. Likeness is never enough.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Literal, NamedTuple

from site_builder.language.quotes import negation, words_for_omission
from site_builder.sources.boundaries import WINDOW, cuts_at_end, cuts_at_start
from site_builder.text.quote_folding import fold

ENGINE = "1"
"""The version of these rules, of the folding and of the boundaries: another one may find what this one did not."""
Outcome = Literal["word-for-word", "with-omissions", "not-found", "too-short"]
Doubt = Literal["cut", "short-part", "many-parts", "lonely-brackets"]
"""Why a quote counts as not found though its words may be there.

`cut` begins or ends within a word or a number, `short-part` is too little between two omissions, `many-parts` are more
than are looked for, `lonely-brackets` are an editor's words without enough of the source's on both sides.
"""
_Part = re.Pattern[str]
"""Words of a quote that stand in the source one behind the other."""
Span = tuple[int, int]
"""The place of words in a text: where they begin, and where they end."""

_WORDS, _SYLLABLES = 3, 8
_WORDS_OF_PART, _SYLLABLES_OF_PART = 3, 6
_MOST_PIECES = 20
_LONGEST_GAP = 1500
_LONGEST_REPLACED = 60
_LEAST_BESIDE = 12
"""Characters of the source that stand on each side of an editor's words."""
_WORDS_BESIDE = 3
"""Words before and behind a quote in which a negation is looked for."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Words of the source that a quote leaves out, or has other words for."""

    span: Span
    text: str
    negations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """What was found of a quote: the place of each of its parts, the gaps between them, how often it is there.

    `beside` are negations right before or behind the quote, which it would have to hold to say what its source says.
    """

    outcome: Outcome
    spans: tuple[Span, ...] = ()
    gaps: tuple[Gap, ...] = ()
    beside: tuple[str, ...] = ()
    occurrences: int = 0
    doubt: Doubt | None = None

    @property
    def is_found(self) -> bool:
        """Tell whether the quote is in the text."""
        return self.outcome in ("word-for-word", "with-omissions")

    @property
    def span(self) -> Span:
        """The place of all that was found, from the beginning of the first part to the end of the last."""
        return self.spans[0][0], self.spans[-1][1]


class Text:
    """The text of a source, folded once for all quotes that are looked for in it."""

    def __init__(self, original: str) -> None:
        self.original = original
        self.folded = fold(original)

    def original_span(self, span: Span) -> Span:
        """The place in the original of a place in the folded text."""
        return self.folded.original(*span)

    def is_cut_at_start(self, place: int) -> bool:
        """Tell whether what begins at a place would cut a word or a number."""
        return cuts_at_start(*self._around(place))

    def is_cut_at_end(self, place: int) -> bool:
        """Tell whether what ends at a place would cut a word or a number."""
        return cuts_at_end(*self._around(place))

    @cached_property
    def blocks(self) -> Mapping[str, list[Span]]:
        """The places of the blocks of the text, folded: a headline, a paragraph, a line of a list."""
        found: dict[str, list[Span]] = {}
        for block in _BLOCK.finditer(self.original):
            found.setdefault(fold(block[0]).text.strip(), []).append(block.span())
        return found

    def _around(self, place: int) -> tuple[str, str]:
        return self._as_set(max(0, place - WINDOW), place), self._as_set(place, place + WINDOW)

    def _as_set(self, start: int, end: int) -> str:
        """A piece of the folded text with the text's own dashes and spaces: a hyphen joins what a dash parts."""
        shown = self.folded.text[start:end]
        own = (self.original[place] for place in self.folded.starts[start:end])
        return "".join(each if folded in "- " else folded for folded, each in zip(shown, own, strict=True))


def find(quote: str, text: Text, tag: str) -> Match:
    """Look for a quote in a text of a language."""
    wanted = fold(quote).text.strip()
    if not _is_long_enough(wanted, _WORDS, _SYLLABLES):
        return _whole_block(wanted, text)
    chains = [*_chains([re.compile(re.escape(wanted))], (), text)]
    if chains:
        return _matched("word-for-word", chains, text, tag)
    parts, joints, doubt = _read(wanted)
    chains = [*_chains(parts, joints, text)] if parts else []
    if chains:
        return _matched("with-omissions", chains, text, tag)
    return Match("not-found", doubt=doubt or ("cut" if wanted in text.folded.text else None))


def _whole_block(wanted: str, text: Text) -> Match:
    """Find a short text where it is all of a block, such as a headline: elsewhere a few words stand by chance."""
    spans = text.blocks.get(wanted)
    return Match("word-for-word", (spans[0],), occurrences=len(spans)) if spans else Match("too-short")


def _matched(outcome: Outcome, chains: Sequence[Sequence[Span]], text: Text, tag: str) -> Match:
    spans = [text.original_span(span) for span in chains[0]]
    negations = negation(tag).findall
    gaps = []
    for (_, start), (end, _) in pairwise(spans):
        left_out = text.original[start:end].strip()
        gaps.append(Gap((start, end), left_out, tuple(negations(fold(left_out).text))))
    beside = [found for words in _beside(text.original, spans[0][0], spans[-1][1]) for found in negations(words)]
    return Match(outcome, tuple(spans), tuple(gaps), tuple(beside), len(chains))


def _beside(original: str, start: int, end: int) -> tuple[str, str]:
    """The few words before and behind a quote that stand in its sentence, folded."""
    before = fold(original[max(0, start - _FAR) : start].rpartition("\n")[2]).text
    behind = fold(original[end - 1 : end + _FAR].partition("\n")[0]).text
    before, behind = _SENTENCE_END.split(before)[-1], _SENTENCE_END.split(behind)[0][1:]
    return " ".join(before.split()[-_WORDS_BESIDE:]), " ".join(behind.split()[:_WORDS_BESIDE])


_BLOCK = re.compile(r"[^\n]*\S[^\n]*")
_FAR = 120
"""Characters that a few words have at most."""
_SENTENCE_END = re.compile(r"""[.!?。…]["')\]]*(?= |$)""")


class _Joint(NamedTuple):
    """What stands between two parts: words left out, or an editor's words, which may belong to a word of the source."""

    is_omission: bool
    joins_before: bool = False
    joins_behind: bool = False

    def allows(self, between: str) -> bool:
        """Tell whether these words of the source may stand between the two parts."""
        if self.is_omission:
            return len(between) <= _LONGEST_GAP
        if self.joins_before and between[:1].isspace() and not between.isspace():
            return False
        if self.joins_behind and between[-1:].isspace() and not between.isspace():
            return False
        replaced = between.strip()
        if (self.joins_before or self.joins_behind) and not re.fullmatch(r"\S*", replaced):
            return False
        return len(replaced) <= _LONGEST_REPLACED and "\n" not in between and not _SENTENCE_END.search(between)

    @property
    def reach(self) -> int:
        """Characters behind one part within which the other one begins."""
        return _LONGEST_GAP if self.is_omission else _LONGEST_REPLACED + 2


def _chains(parts: Sequence[_Part], joints: Sequence[_Joint], text: Text) -> Iterator[Sequence[Span]]:
    """Yield the ways in which the parts stand in a text in order, each from another place on."""
    ends = [joint.joins_before for joint in joints]
    begins = [joint.joins_behind for joint in joints]
    places = [
        [*_places(part, text, begins_in_word, ends_in_word)]
        for part, begins_in_word, ends_in_word in zip(parts, [False, *begins], [*ends, False], strict=True)
    ]
    dead = set[tuple[int, int]]()
    for first in places[0]:
        chain = _chain(first, places, joints, text, dead)
        if chain:
            yield chain


def _chain(
    first: Span, places: Sequence[Sequence[Span]], joints: Sequence[_Joint], text: Text, dead: set[tuple[int, int]]
) -> Sequence[Span]:
    """Find all parts in order behind the first one; `dead` are numbers of parts and places from where that failed."""
    chain, choices = [first], [_next(first, places[1:2], joints[:1], text)]
    while choices and len(chain) < len(places):
        span = next(choices[-1], None)
        if span is None:
            dead.add((len(chain), chain.pop()[1]))
            choices.pop()
        elif (len(chain) + 1, span[1]) not in dead:
            chain.append(span)
            number = len(chain)
            choices.append(_next(span, places[number : number + 1], joints[number - 1 : number], text))
    return chain


def _next(before: Span, places: Sequence[Sequence[Span]], joints: Sequence[_Joint], text: Text) -> Iterator[Span]:
    """Yield where the next part may stand behind a part, if there is one: the nearest place first."""
    for spans, joint in zip(places, joints, strict=True):
        for span in spans[bisect_left(spans, (before[1], 0)) :]:
            if span[0] > before[1] + joint.reach:
                return
            if joint.allows(text.original[text.folded.ends[before[1] - 1] : text.folded.starts[span[0]]]):
                yield span


def _places(part: _Part, text: Text, begins_in_word: bool, ends_in_word: bool) -> Iterator[Span]:
    """Yield where a part stands, as far as it cuts nothing."""
    start = 0
    while found := part.search(text.folded.text, start):
        is_cut = not begins_in_word and text.is_cut_at_start(found.start())
        if not is_cut and (ends_in_word or not text.is_cut_at_end(found.end())):
            yield found.span()
        start = found.start() + 1


def _read(wanted: str) -> tuple[list[_Part], list[_Joint], Doubt | None]:
    """Take a quote apart at its brackets; nothing, and the reason, where too little is left beside them."""
    pieces = [piece.strip() for piece in _OMISSION.split(_SIC.sub("", wanted))]
    least = (_WORDS_OF_PART, _SYLLABLES_OF_PART) if sum(map(bool, pieces)) > 1 else (_WORDS, _SYLLABLES)
    parts: list[_Part] = []
    joints: list[_Joint] = []
    if len(pieces) > _MOST_PIECES:
        return [], [], "many-parts"
    for piece in filter(None, pieces):
        if not _is_long_enough(_EDITOR.sub(" ", _CASE.sub(r"\1", piece)), *least):
            return [], [], "short-part"
        if parts:
            joints.append(_Joint(is_omission=True))
        if not _read_editors(piece, parts, joints):
            return [], [], "lonely-brackets"
    return parts, joints, None


def _read_editors(piece: str, parts: list[_Part], joints: list[_Joint]) -> bool:
    """Take a piece apart at an editor's words; False where too little stands on one of their sides."""
    edits = [edit for edit in _EDITOR.finditer(piece) if not _CASE.match(piece, edit.start())]
    places = [0, *(place for edit in edits for place in edit.span()), len(piece)]
    kept = [piece[start:end] for start, end in zip(places[::2], places[1::2], strict=True)]
    if edits and any(len(_verified(each)) < _LEAST_BESIDE for each in kept):
        return False
    for number, words in enumerate(kept):
        if number:
            joints.append(_Joint(False, kept[number - 1][-1:].isalpha(), words[:1].isalpha()))
        parts.append(re.compile(_pattern(words.strip())))
    return True


def _pattern(words: str) -> str:
    """Words as a pattern that takes a letter in brackets in either case."""
    pieces = _CASE.split(words)
    pieces[::2] = map(re.escape, pieces[::2])
    pieces[1::2] = [f"[{letter.lower()}{letter.upper()}]" for letter in pieces[1::2]]
    return "".join(pieces)


def _verified(words: str) -> str:
    """The words of a part that the source must have, without the brackets of single letters."""
    return _CASE.sub(r"\1", words).strip()


def _is_long_enough(words: str, least_words: int, least_syllables: int) -> bool:
    plain = [word for word in words.split() if any(map(str.isalnum, word))]
    return len(plain) >= least_words or len(_SYLLABLE.findall(words)) >= least_syllables


_SYLLABLE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_SIC = re.compile(r" ?\[sic\]")
_OMISSION = re.compile(rf"[\[(] ?(?:…|{'|'.join(map(re.escape, words_for_omission()))}) ?[\])]|…")
_CASED = r"A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u03ff\u0400-\u052f\u0531-\u0587\u1e00-\u1fff"
_CASE = re.compile(rf"(?<!\w)\[([{_CASED}])\](?=\w)")
_EDITOR = re.compile(r"\[[^\[\]]+\]")
