"""Titles in the capitals of headlines, where a language has them: "Office Counts More Than 1,200 at the Lake"."""

from collections.abc import Collection, Mapping

SMALL_WORDS: Mapping[str, tuple[str, ...]] = {
    "en": (
        *("a", "an", "and", "as", "at", "but", "by", "down", "for", "from", "in", "into", "nor", "of", "on", "onto"),
        *("or", "over", "so", "the", "till", "to", "up", "via", "with", "yet"),
    )
}
"""For each language that has such capitals, the words that take none in the middle of a title."""


def headline(title: str, small_words: Collection[str]) -> str:
    """Give the words of a title capitals, unless they have some already; `cite.js` does the same."""
    words, before = [], ":"
    for word in title.split(" "):
        is_lower = word == word.lower() and word != word.upper()
        if is_lower and (word not in small_words or before in ":."):
            word = word[0].upper() + word[1:]
        before = word[-1:] or before
        words.append(word)
    return " ".join(words)
