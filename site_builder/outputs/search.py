"""The files of the search, in the folder `search/`: `index.json` leads to all others, which are named by their digests.

| folder | a file holds |
|---|---|
| `t/` | some words in their order, each with its claims (see `search/postings.py`) |
| `e/` | some words in the order of their ends, in which a slip at the beginning of a word is found |
| `d/` | what a list of results shows of some claims |
| `f/` | the values of a filter, each with its claims |
| `n/` | the names of entities and the questions, for suggestions |

A claim's number is its place in the order of saying, so that claims are sorted by date as they are.
"""

import json
from base64 import b32encode
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict
from functools import cached_property, partial

from site_builder.language.language import Link
from site_builder.language.reduction import reduction
from site_builder.library.localized import LocalizedLibrary
from site_builder.model import urls
from site_builder.model.records import Claim, SourceQuote
from site_builder.outputs.artifact import Artifact
from site_builder.outputs.kept import Kept
from site_builder.outputs.rows import Run
from site_builder.outputs.search_index import KeptIndex, file_scale
from site_builder.pages import quotes
from site_builder.read.cache import CACHE
from site_builder.runtime.digest import digest, of_package
from site_builder.search.index import Shard, digest_of
from site_builder.search.postings import gaps
from site_builder.text.compact_json import as_json

VERSION = 1
_BATCH = 8
"""Claims whose cards are in one file."""
_CARDS = "cards"
_NAME = 6
"""Letters by which a file is named."""


class SearchFiles:
    """All files of the search of a site; `runs` are those of all claims."""

    def __init__(self, libraries: Sequence[LocalizedLibrary], runs: Sequence[Run]) -> None:
        self._libraries = libraries
        self._claims = libraries[0].groups.shown
        self._tables = reduction((library.language.tag for library in libraries), libraries[0].root)
        self._index = KeptIndex(libraries[0], self._tables, runs)
        self._batch_size = _BATCH * file_scale(len(self._claims))
        self._kept = Kept(libraries[0].root / CACHE / "search-cards")

    def find_words(self, share: slice) -> None:
        """Find the words of the claims of some runs ahead, as processes can do side by side."""
        self._index.find_words(share)

    def artifacts(self) -> Iterator[Artifact]:
        """Yield the files."""
        index = self._index.index
        yield from self._shards(urls.SEARCH_WORDS, index.words)
        yield from self._shards(urls.SEARCH_ENDS, index.ends)
        cards = _names(each for each, _ in self._cards)
        for name, (_, make) in zip(cards, self._cards, strict=True):
            yield _artifact(urls.search_file(urls.SEARCH_CARDS, name), make)
        filters = {name: as_json(values) for name, values in self._filters().items()}
        names = as_json([*self._entities(), *self._questions()])
        for data in dict.fromkeys(filters.values()):  # where each outlet speaks for itself, two are one
            yield _artifact(urls.search_file(urls.SEARCH_FILTERS, _name(data)), partial(_same, data))
        yield _artifact(urls.search_file(urls.SEARCH_NAMES, _name(names)), partial(_same, names))
        root = {
            "version": VERSION,
            "claims": len(self._claims),
            "batch": self._batch_size,
            "languages": [library.language.tag for library in self._libraries],
            "rules": asdict(self._tables),
            "t": _listed(index.words),
            "e": _listed(index.ends),
            "d": "".join(cards),
            "f": {name: _name(data) for name, data in filters.items()},
            "n": _name(names),
            "years": self._years(),
        }
        data = as_json(root)
        yield Artifact([urls.SEARCH_INDEX], lambda: (digest(data),), lambda: [data])

    def _shards(self, folder: str, shards: Sequence[Shard]) -> Iterator[Artifact]:
        for name, shard in zip(_names(shard.digest for shard in shards), shards, strict=True):
            yield _artifact(urls.search_file(folder, name), partial(self._index.content, shard))

    @cached_property
    def _cards(self) -> list[tuple[str, Callable[[], bytes]]]:
        """The digest of each file of cards, and how to make it; the digests are kept by what the files are made of."""
        card = self._libraries[0].fingerprints.card
        languages = [library.language.fingerprint for library in self._libraries]
        known: dict[str, str] = json.loads(self._kept.get(_CARDS, of_package()) or "{}")
        size = self._batch_size
        batches = [self._claims[start : start + size] for start in range(0, len(self._claims), size)]
        made = [digest(languages, list(map(card, batch))) for batch in batches]
        new = {key: self._batch(batch) for key, batch in zip(made, batches, strict=True) if key not in known}
        digests = {key: known.get(key) or digest_of(new[key]) for key in made}
        self._kept.put(_CARDS, of_package(), as_json(digests))
        return [
            (digests[key], partial(_same, new[key]) if key in new else partial(self._batch, batch))
            for key, batch in zip(made, batches, strict=True)
        ]

    def _batch(self, claims: Iterable[Claim]) -> bytes:
        return as_json([self._card(claim) for claim in claims])

    def _card(self, claim: Claim) -> list[object]:
        """Return what a result shows of a claim, in all languages of the site."""
        cards = [library.card(claim) for library in self._libraries]
        return [
            claim.id,
            claim.said.text,
            [card.title.text for card in cards],
            [card.claimant for card in cards],
            [card.date for card in cards],
            {tag: self._quote(claim, tag) for tag in claim.quotes},
            [card.figures for card in cards] if claim.figures else [],
        ]

    def _quote(self, claim: Claim, tag: str) -> str | tuple[str, str]:
        """The words of a quote as pages show them; where nobody checked a translation, with the language it is from."""
        quote = claim.quotes[tag]
        words = quotes.words(self._libraries[0], claim, tag)
        return (words, quote.from_) if quotes.is_unchecked(quote) else words

    def _filters(self) -> dict[str, list[object]]:
        """The values of each filter with their claims, those with the most claims first."""
        found = {name: defaultdict[str, list[int]](list) for name in ("claimant", "about", "outlet", "series", "lang")}
        for number, claim in enumerate(self._claims):
            values = {
                "claimant": [claim.claimant],
                "about": claim.about,
                "outlet": [source.publisher for source in (*claim.sources, *claim.reports)],
                "series": [figure.series for figure in claim.figures],
                "lang": [tag for tag, quote in claim.quotes.items() if isinstance(quote, SourceQuote)],
            }
            for name, ids in values.items():
                for id in dict.fromkeys(ids):
                    found[name][id].append(number)
        label = {"series": LocalizedLibrary.series, "lang": _language_name}
        return {
            name: [
                [id, [label.get(name, _short_name)(library, id).text for library in self._libraries], gaps(numbers)]
                for id, numbers in sorted(values.items(), key=lambda value: (-len(value[1]), value[0]))
            ]
            for name, values in found.items()
        }

    def _entities(self) -> Iterator[list[object]]:
        """The names of entities, those that the most claims name first."""
        library = self._libraries[0]
        counts = {id: len(library.groups.naming(id)) for id in library.archive.entities}
        for id in sorted(counts, key=lambda id: (-counts[id], id)):
            names = [library.entity(id).text for library in self._libraries]
            others = [name for name in dict.fromkeys(library.archive.entities[id].names) if name not in names]
            yield [urls.entity(id), names, others, counts[id]]

    def _questions(self) -> Iterator[list[object]]:
        answers = self._libraries[0].groups.answers
        counts = {id: len(answers.get(id, ())) for id in self._libraries[0].archive.series}
        for id in sorted(counts, key=lambda id: (-counts[id], id)):
            yield [urls.series(id), [library.series(id).text for library in self._libraries], [], counts[id]]

    def _years(self) -> list[tuple[str, int]]:
        """The number of the first claim of each year."""
        found = dict[str, int]()
        for number, claim in enumerate(self._claims):
            found.setdefault(f"{claim.said.first.year:04}", number)
        return list(found.items())


def _short_name(library: LocalizedLibrary, id: str) -> Link:
    return library.entity(id, short=True)


def _language_name(library: LocalizedLibrary, tag: str) -> Link:
    return Link(library.language.name_of(tag), "")


def _artifact(path: str, content: Callable[[], bytes]) -> Artifact:
    """A file whose name says what is in it."""
    return Artifact([path], tuple, lambda: [content()])


def _same(data: bytes) -> bytes:
    return data


def _listed(shards: Sequence[Shard]) -> dict[str, object]:
    """The shards as the root lists them: the first word of each, and all names."""
    return {"first": [shard.first for shard in shards], "names": "".join(_names(shard.digest for shard in shards))}


def _names(digests: Iterable[str]) -> list[str]:
    """Names of files by digests of what is in them; of two whose digests begin alike the second has other letters."""
    found = dict[str, None]()
    for each in digests:
        name = _letters(each)
        while name in found:
            name = _letters(digest(each, name))
        found[name] = None
    return list(found)


def _name(data: bytes) -> str:
    return _letters(digest(data))


def _letters(hexadecimal: str) -> str:
    return b32encode(bytes.fromhex(hexadecimal)).decode().lower()[:_NAME]
