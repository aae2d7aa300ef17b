"""What came of quotes, as a person at a terminal reads it: "found in the source", and never "true"."""

from collections.abc import Iterator, Mapping, Sequence

from site_builder.language.language import Language
from site_builder.model.verification import LEDGER
from site_builder.pages import quote_states
from site_builder.problems import Place, message
from site_builder.sources.again import News, Seen
from site_builder.sources.matching import Doubt, Match
from site_builder.sources.nearest import Nearest
from site_builder.sources.verify import Checked, Result
from site_builder.text.characters import visible

_RESULTS: Mapping[Result, str] = {
    "not-found": message("not found in the source"),
    "too-short": message("too short to be looked for: quote at least 3 words or 8 syllables, or a whole headline"),
    "translation": message("a translation; the ledger says of which words"),
    "stale": message("a translation of words that have changed since"),
    "no-snapshot": message("not looked for: the record names no stored text of its source (snapshot)"),
    "no-text": message("not looked for: the stored text of its source is not in {folder}"),
    "damaged": message("not looked for: the stored text in {folder} is not the one that the record names"),
    "as-before": message("found in the stored text; the source itself has changed since"),
}
_DOUBTS: Mapping[Doubt, str] = {
    "cut": message("the words stand there only as a part of longer words or numbers"),
    "short-part": message("each part of a quote with omissions needs 3 words or 6 syllables"),
    "many-parts": message("a quote with so many omissions is not looked for"),
    "lonely-brackets": message("words in brackets need 12 characters of the source on both sides"),
}
_NEWS: Mapping[News, str] = {
    "still-there": message("still in the source"),
    "back": message("in the source again"),
    "changed": message("changed since: the words are not in the source any more"),
    "headline-changed": message("still in the source, but its headline is another one now"),
    "missed": message("the page was not there; it counts as gone after three visits that lie days apart"),
    "gone": message("the page is gone: it was not there on three visits"),
    "not-seen": message("the page could not be read, which says nothing of the words"),
    "copy-bad": message("the words are not in the archived copy, or it could not be read"),
}
_UNUSUAL: frozenset[Result] = frozenset(["not-found", "too-short", "stale", "damaged", "as-before"])


def is_told(checked: Checked, was_asked_for: bool) -> bool:
    """Tell whether a person hears of a quote: of all that were asked for, else of what needs a look."""
    is_cut_up = checked.match is not None and bool(checked.match.gaps or checked.match.beside)
    return was_asked_for or is_cut_up or checked.result in _UNUSUAL


def as_text(
    checked: Checked, place: Place, folder: str, is_dropped: bool, advice: Sequence[str], language: Language
) -> str:
    """Say what came of a quote, with what was left out; `advice` are further lines."""
    match = checked.match
    said = _found(match, language) if checked.result == "found" and match else _RESULTS[checked.result]
    text = language.text(said, folder=folder)
    lines = [f"{visible(str(place))}: {language.name_of(checked.language)}: {text}"]
    lines += _details(match, language) if match else ()
    if checked.result in ("no-snapshot", "no-text", "damaged") and checked.line:
        known = quote_states.in_words(checked.line, language)
        lines.append(language.text("the ledger says: {sentence}", sentence=known))
    if checked.result == "stale":
        lines.append(language.text("if it still fits, delete its line in {file} and run this again", file=LEDGER))
    if is_dropped:
        lines.append(language.text("its line in the ledger was dropped: the page says “not yet looked for”"))
    return "\n     = ".join([*lines, *advice])


def nearest_as_text(nearest: Nearest | None, language: Language) -> Iterator[str]:
    """Show the passage that is nearest to a quote, with the words that only one of them has in brackets."""
    if not nearest:
        yield language.text("nothing in the source is like it")
        return
    quote, source = language.text("only in the quote"), language.text("only in the source")
    yield language.text("nearest passage, with {quote} and {source}:", quote=f"[-{quote}-]", source=f"{{+{source}+}}")
    marks = {"both": "{}", "quote": "[-{}-]", "source": "{{+{}+}}"}
    yield visible(" ".join(marks[piece.of].format(piece.words) for piece in nearest.difference))
    if nearest.is_ambiguous:
        yield language.text("another passage is equally near")


def seen_as_text(seen: Seen, place: Place, language: Language) -> str:
    """Say what a visit told of a quote."""
    lines = [f"{visible(str(place))}: {language.name_of(seen.language)}: {news_as_text(seen.news, language)}"]
    if seen.trouble:
        lines.append(visible(language.text(seen.trouble.words, detail=seen.trouble.detail)))
    return "\n     = ".join(lines)


def news_as_text(news: News, language: Language) -> str:
    """Say what is new of a quote."""
    return language.text(_NEWS[news])


def summary(results: Sequence[Result], language: Language) -> str:
    """Count what came of quotes."""
    found = sum(each in ("found", "as-before") for each in results)
    missing = sum(each in ("not-found", "too-short") for each in results)
    open_ = sum(each in ("no-snapshot", "no-text", "damaged") for each in results)
    translations = sum(each in ("translation", "stale") for each in results)
    counts = [
        language.plural("{count} quote found in its source", "{count} quotes found in their sources", found),
        language.plural("{count} not found", "{count} not found", missing) if missing else "",
        language.plural("{count} not looked for", "{count} not looked for", open_) if open_ else "",
        language.plural("{count} translation", "{count} translations", translations) if translations else "",
    ]
    return ", ".join(filter(None, counts))


def _found(match: Match, language: Language) -> str:
    if match.outcome == "with-omissions":
        return language.text("found in the source, with what its brackets say")
    if match.occurrences > 1:
        return language.plural(
            "found in the source word for word, {count} time",
            "found in the source word for word, {count} times",
            match.occurrences,
        )
    return language.text("found in the source word for word")


def _details(match: Match, language: Language) -> Iterator[str]:
    if match.doubt:
        yield language.text(_DOUBTS[match.doubt])
    for gap in match.gaps:
        yield language.text("left out or replaced: {words}", words=visible(" ".join(gap.text.split())) or "–")
        if gap.negations:
            yield language.text("mind the negation in it: {words}", words=", ".join(gap.negations))
    if match.beside:
        words = ", ".join(match.beside)
        yield language.text("mind the negation right before or behind the quote: {words}", words=words)
