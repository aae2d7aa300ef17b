"""What the script of the search says: `assets/search.<language>.json`, asked for when a reader begins to search."""

from collections.abc import Iterator, Sequence

from site_builder.language import tags
from site_builder.language.language import Language
from site_builder.library.localized import LocalizedLibrary
from site_builder.model import urls
from site_builder.outputs.artifact import Artifact
from site_builder.pages import quotes
from site_builder.text.compact_json import as_json


def of_site(libraries: Sequence[LocalizedLibrary]) -> Iterator[Artifact]:
    """Yield the texts in each language, which depend on the languages of the quotes alone."""
    if libraries[0].site.search:
        quoted = sorted({tag for claim in libraries[0].groups.shown for tag in claim.quotes})
        paths = [urls.search_texts(library.language.tag) for library in libraries]
        yield Artifact(paths, lambda: (quoted,), lambda: (as_json(_texts(each.language, quoted)) for each in libraries))


def _texts(language: Language, quoted: Sequence[str]) -> dict[str, object]:
    text, plural_forms = language.text, language.plural_forms
    return {
        "quoted": {tag: _quoted(language, tag) for tag in quoted},
        "filters": {
            "claimant": text("Claimant"),
            "about": text("Subject"),
            "outlet": text("Outlet"),
            "series": text("Question"),
            "year": text("Year"),
            "lang": text("Original language"),
        },
        "sort": text("Sort by"),
        "sorts": {
            "relevance": text("Relevance"),
            "newest": text("Newest first"),
            "oldest": text("Oldest first"),
        },
        "claims": plural_forms("{count} claim", "{count} claims"),
        "entries": plural_forms("{count} entry", "{count} entries"),
        "suggestions": plural_forms("{count} suggestion", "{count} suggestions"),
        "more": plural_forms("{count} more claim", "{count} more claims"),
        "listbox": text("Suggestions"),
        "names": text("People, topics, questions"),
        "found": text("Claims"),
        "all": text("All results for “{query}”"),
        "find": text("Find in this list"),
        "no_value": text("Nothing to choose from"),
        "remove": text("Remove filter: {name}"),
        "clear": text("Remove all filters"),
        "nothing": text("Nothing found for “{query}”"),
        "nothing_left": text("No claim fits these filters"),
        "notes": {
            "slip": text("Not found: “{word}”. Shown instead: {words}"),
            "keyboard": text("Typed with another keyboard: “{word}”. Read as: {words}"),
            "beginning": text("Not found: “{word}”. Shown instead: words that begin alike, {words}"),
            "none": text("Not found: “{word}”"),
        },
        "near": text("Similar words and names"),
        "widen": text("Search more widely"),
        "without": text("Without {name}"),
        "without_filters": text("Without any filter"),
        "hint": text("Try fewer words, another word for the same thing, or a name in any spelling or script."),
        "ways": [
            [text("All claims"), urls.CLAIMS],
            [text("By person or topic"), urls.ENTITIES],
            [text("By date"), urls.DATES],
            [text("By question"), urls.SERIES],
        ],
        "failed": text("The search could not be loaded. Check your connection and try again."),
    }


def _quoted(language: Language, tag: str) -> dict[str, str]:
    """A language as a quote in it is shown, or one that was translated from it and that nobody checked."""
    return {
        "name": language.name_of(tag),
        "direction": tags.direction(tag),
        "unchecked": quotes.unchecked_label(language, tag),
    }
