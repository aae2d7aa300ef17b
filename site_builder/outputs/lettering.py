"""Text put into lines of a limited width, and lines into a limited height, whatever letters are measured with.

Lines break at spaces, as Korean and European languages do; a word that is longer than a line, anywhere. An ellipsis
stands for what has no room or cannot be written: a text never looks whole where it is not.
"""

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from site_builder.text.characters import look_alike_latin

Measure = Callable[[str], float]
"""The width of a text on one line."""
ELLIPSIS = "…"
_CLOSE = 16
"""Pixels that a width need not be known better."""
_UNSEEN = ("Mn", "Me", "Cf", "Cc", "Cs", "Co", "Cn", "Zl", "Zp")
"""Categories of characters that show nothing by themselves: marks that no letter took in, orders, no characters."""
_PICTURES = ("So", "Sk")


def legible(text: str, is_drawn: Callable[[str], bool]) -> str:
    """Return what can be written of a text, where an ellipsis stands for the rest; nothing if that is most of it.

    Pictures among the words, such as emoji, are left out without a sign, and so is what nobody sees.
    """
    words = list[str]()
    for word in unicodedata.normalize("NFC", text).split():
        written = _legible_word(word, is_drawn)
        if written and not written == ELLIPSIS == "".join(words[-1:]):
            words.append(written)
    whole = " ".join(words)
    return whole if 2 * _letters(whole) >= _letters(text) else ""


def _legible_word(word: str, is_drawn: Callable[[str], bool]) -> str:
    """Return a word as far as it can be written: without a letter of an alphabet it is another word, or none."""
    written = ""
    for character in map(partial(_alike, is_drawn), word):
        category = unicodedata.category(character)
        if category in _UNSEEN or (category in _PICTURES and not is_drawn(character)):
            continue
        if is_drawn(character):
            written += character
        elif category != "Lo":
            return ELLIPSIS
        elif not written.endswith(ELLIPSIS):
            written += ELLIPSIS
    return written


def _alike(is_drawn: Callable[[str], bool], character: str) -> str:
    """Return a letter, or the Latin one that it looks like where it is not drawn itself."""
    if is_drawn(character):
        return character
    apart = unicodedata.normalize("NFD", character)
    return unicodedata.normalize("NFC", look_alike_latin(apart[0]) + apart[1:])


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def lines(text: str, width: float, measure: Measure) -> list[str]:
    """Break a text into lines."""
    found, line = list[str](), ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if measure(longer) <= width:
            line = longer
            continue
        if line:
            found.append(line)
        *full, line = _pieces(word, width, measure)
        found += full
    return [*found, line] if line else found


def balanced(text: str, width: float, measure: Measure) -> list[str]:
    """Break a text into as few lines, about as long as each other: no word stands alone at the end."""
    count, least = len(lines(text, width, measure)), width / 2
    while count > 1 and width - least > _CLOSE:
        middle = (least + width) / 2
        if len(lines(text, middle, measure)) > count:
            least = middle
        else:
            width = middle
    return lines(text, width, measure)


def shortened(text: str, width: float, measure: Measure) -> str:
    """Cut a text to one line."""
    if measure(text) <= width:
        return text
    start = _beginning(text, width - measure(ELLIPSIS), measure)
    words = start if text[len(start) :].startswith(" ") else start.rpartition(" ")[0]
    kept = words if 2 * len(words) > len(start) else start
    return kept.rstrip(" ,.;:·–—-") + ELLIPSIS


def cut(text: Sequence[str], count: int, width: float, measure: Measure) -> list[str]:
    """Cut a broken text to some of its lines."""
    if len(text) <= count:
        return list(text)
    return [*text[: count - 1], shortened(" ".join(text[count - 1 :]), width, measure)] if count else []


def shares(needed: Sequence[int], count: int) -> list[int]:
    """Divide lines among texts that need more together: each gets as many as any other, as far as it needs them."""
    given = [0] * len(needed)
    for _ in range(count):
        waiting = [number for number, need in enumerate(needed) if given[number] < need]
        if waiting:
            given[min(waiting, key=lambda number: given[number])] += 1
    return given


def _pieces(word: str, width: float, measure: Measure) -> Iterator[str]:
    """Cut a word that is longer than a line."""
    while word and measure(word) > width:
        start = _beginning(word, width, measure) or word[0]
        yield start
        word = word[len(start) :]
    yield word


def _beginning(text: str, width: float, measure: Measure) -> str:
    """The longest beginning of a text that fits."""
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if measure(text[:middle]) <= width:
            low = middle
        else:
            high = middle - 1
    return text[:low]
