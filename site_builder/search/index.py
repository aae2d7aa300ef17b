"""The index: the words of all claims in order, cut into shards of some kilobytes, of which a reader loads a few.

An edited claim changes few words. The index is then patched: only the shards of those words are made again, and what
comes out is what would come out from nothing. So it is cut by its words alone: before each word with a certain digest,
and between two such cuts by size.
"""

import json
from array import array
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import blake2b
from itertools import chain
from typing import NamedTuple
from zlib import crc32

from site_builder.search.documents import LEVELS, Document
from site_builder.search.postings import decoded, encoded
from site_builder.text.compact_json import as_json

_CUT = 400
"""Words between two cuts by digest, on average."""
_SIZE = 12_000
"""Bytes of a shard, so that the two or three that a query needs load at once."""
_ENDS = 3_000
"""The same of a shard of words for slips."""
_SHORTEST = 3
"""Letters of a word in which a slip is looked for."""


class Shard(NamedTuple):
    """A file of the index: its first word, of words turned round turned round too, and the digest of its content."""

    first: str
    digest: str


@dataclass(slots=True)
class Index:
    """The shards of the words, and those of whole words turned round, by which slips at a beginning are found.

    `whole` counts the claims of each of these.
    """

    words: list[Shard]
    ends: list[Shard]
    whole: dict[str, int]


Read = Callable[[str], bytes]
Write = Callable[[str, bytes], None]
"""How the content of a shard is found by its digest, and kept."""


def indexed(documents: Iterable[tuple[int, Document]], write: Write, scale: int = 1) -> Index:
    """Make the index of claims with their numbers, in any order; shards hold so many times the usual.

    Each is let go before the next one is read: the words of a large archive take ten times the room of their numbers.
    """
    lists = tuple(defaultdict[str, "array[int]"](partial(array, "I")) for _ in LEVELS)
    whole = Counter[str]()
    for number, document in documents:
        for numbers, words in zip(lists, document.levels, strict=True):
            for word in words:
                numbers[word].append(number)
        whole.update(_whole(document))
    words = sorted({*chain(*lists)}, key=_in_scripts)
    entries = ((word, encoded([sorted(numbers.get(word, ())) for numbers in lists])) for word in words)
    return Index(list(_shards(entries, write, scale)), _ends(whole, write), dict(whole))


def patched(
    index: Index, changes: Iterable[tuple[int, Document, Document]], read: Read, write: Write, scale: int = 1
) -> Index:
    """Make an index of another, in which some claims, by their numbers, had other words before: old and new ones."""
    moved = defaultdict[str, list[tuple[int, int | None, int | None]]](list)
    whole = Counter(index.whole)
    for number, old, new in changes:
        before, behind = _levels(old), _levels(new)
        for word in before.keys() | behind.keys():
            if before.get(word) != behind.get(word):
                moved[word].append((number, before.get(word), behind.get(word)))
        whole.subtract(_whole(old))
        whole.update(_whole(new))
    words = _patched_words(index.words, moved, read, partial(_shards, write=write, scale=scale))
    left = {word: count for word, count in whole.items() if count}
    ends = index.ends if left.keys() == index.whole.keys() else _ends(left, write)
    return Index(words, ends, left)


def _patched_words(
    shards: Sequence[Shard],
    moved: Mapping[str, Sequence[tuple[int, int | None, int | None]]],
    read: Read,
    cut: Callable[[Iterable[tuple[str, str]]], Iterator[Shard]],
) -> list[Shard]:
    made, done = list[Shard](), 0
    for start, end, words in _stretches(shards, sorted(moved, key=_in_scripts)):
        entries: dict[str, str] = {}
        for shard in shards[start:end]:
            entries |= json.loads(read(shard.digest))
        for word in words:
            postings = decoded(entries.get(word, ""), len(LEVELS))
            for number, old, new in moved[word]:
                if old is not None:
                    postings[old].remove(number)
                if new is not None:
                    postings[new].append(number)
            if any(postings):
                entries[word] = encoded([sorted(numbers) for numbers in postings])
            else:
                del entries[word]
        made += shards[done:start]
        made += cut(sorted(entries.items(), key=lambda entry: _in_scripts(entry[0])))
        done = end
    return [*made, *shards[done:]]


def _stretches(shards: Sequence[Shard], words: Iterable[str]) -> list[tuple[int, int, list[str]]]:
    """Find the shards that words, in their order, may change, from one cut by digest to another: first, end, words.

    A word that is such a cut, when it comes or goes, changes what is before it as well.
    """
    firsts = [_in_scripts(shard.first) for shard in shards]
    found = list[tuple[int, int, list[str]]]()
    for word in words:
        start = max(0, bisect_right(firsts, _in_scripts(word)) - 1)
        end = start + 1
        if _is_cut(word):
            start = max(0, start - 1)
        while start and not _is_cut(shards[start].first):
            start -= 1
        while end < len(shards) and not _is_cut(shards[end].first):
            end += 1
        inside = [word]
        while found and start < found[-1][1]:
            before = found.pop()
            start, end, inside = min(start, before[0]), max(end, before[1]), before[2] + inside
        found.append((start, end, inside))
    return found


def _shards(entries: Iterable[tuple[str, str]], write: Write, scale: int) -> Iterator[Shard]:
    """Cut words with their claims into shards."""
    shard: dict[str, str] = {}
    filled = 0
    for word, postings in entries:
        weight = len(word.encode()) + len(postings) + len('"":"",')
        if shard and (filled + weight > _SIZE * scale or _is_cut(word)):
            yield _written(next(iter(shard)), shard, write)
            shard, filled = {}, 0
        shard[word] = postings
        filled += weight
    if shard:
        yield _written(next(iter(shard)), shard, write)


def _ends(whole: Iterable[str], write: Write) -> list[Shard]:
    """Cut the whole words, sorted from their ends, into shards."""
    turned = sorted((word[::-1] for word in whole if len(word) >= _SHORTEST), key=_in_scripts)
    shards, shard, size = list[Shard](), list[str](), 0
    for word in turned:
        weight = len(word.encode()) + len('"",')
        if shard and (size + weight > _ENDS or _is_cut(word)):
            shards.append(_written(shard[0][::-1], shard, write))
            shard, size = [], 0
        shard.append(word[::-1])
        size += weight
    return [*shards, _written(shard[0][::-1], shard, write)] if shard else shards


def _written(first: str, content: object, write: Write) -> Shard:
    data = as_json(content)
    name = digest_of(data)
    write(name, data)
    return Shard(first, name)


def digest_of(data: bytes) -> str:
    """Return the digest by which the content of a file is known."""
    return blake2b(data, digest_size=10).hexdigest()


def _levels(document: Document) -> dict[str, int]:
    """The place in `LEVELS` of each word."""
    return {word: place for place, words in enumerate(document.levels) for word in words}


def _whole(document: Document) -> Iterator[str]:
    """The words that slips are looked for in: neither ends of words, nor numbers, nor keys of verbs."""
    inner = frozenset(document.inner)
    return (word for word in chain(*document.levels) if word not in inner and word[0] not in "~0123456789")


def _is_cut(word: str) -> bool:
    return crc32(word.encode()) % _CUT == 0


def _in_scripts(word: str) -> bytes:
    """The order in which scripts compare texts: by their units of UTF-16."""
    return word.encode("utf-16-be")
