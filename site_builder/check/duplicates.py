"""Nothing is recorded twice."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from site_builder.check.context import Context
from site_builder.model import walk
from site_builder.model.addresses import normalised
from site_builder.model.records import Archive, Claim
from site_builder.model.roles import Role
from site_builder.problems import Finding, Kind, Path
from site_builder.problems.duplicates import Duplicate, NearDuplicate, SameName, TwoPublishers
from site_builder.text.folding import folded

NEAR = 0.6
"""The share of pairs of words that two quotes must have in common to be taken for one."""
_WINDOW = 30
"""The number of neighbours that a quote is compared with where very many could be near."""
_NAMES = walk.values(Role.NAME)
_NO_DIGITS = bytes(byte for byte in range(256) if chr(byte) not in "0123456789")


class _Quoted(NamedTuple):
    """The words of a claim in one language, as published at one address, with their place among all quotes."""

    place: int
    claim: Claim
    language: str
    text: str
    digits: bytes
    url: str

    @property
    def at(self) -> Path:
        return "quotes", self.language, "text"

    @property
    def month(self) -> str:
        return self.claim.said.text[:7]


def same_claims(context: Context) -> Iterator[Finding]:
    """No two claims have the same words, claimant, date and source; nearly the same ones are told of."""
    quoted = _quoted(context.unified.archive)
    said_again = set()
    for earlier, later in _exact(quoted):
        said_again.add(later.claim.id)
        yield _finding(Duplicate, earlier, later)
    for earlier, later in _near([each for each in quoted if each.claim.id not in said_again]):
        yield _finding(NearDuplicate, earlier, later)


def publishers(context: Context) -> Iterator[Finding]:
    """The same page has the same publisher in every record: the one that most of them name, or the first."""
    first: dict[str, str] = {}
    doubtful: set[str] = set()
    claims = context.unified.archive.claims.values()
    for claim in claims:
        for _, source in walk.sources(claim):
            url = normalised(source.url)
            if first.setdefault(url, source.publisher) != source.publisher:
                doubtful.add(url)
    named = defaultdict[str, list[tuple[str, Path, str]]](list)
    for claim in claims if doubtful else ():
        for at, source in walk.sources(claim):
            url = normalised(source.url)
            if url in doubtful:
                named[url].append((claim.file, (*at, "publisher"), source.publisher))
    for places in named.values():
        publisher = Counter(name for _, _, name in places).most_common(1)[0][0]
        related = next((file, at) for file, at, name in places if name == publisher)
        for file, at, name in places:
            if name != publisher:
                yield Finding(TwoPublishers, file, at, {"publisher": publisher}, related=related)


def same_names(context: Context) -> Iterator[Finding]:
    """No two entities of a kind share a name or an alias, unless one was merged into the other."""
    first: dict[tuple[str, str], tuple[str, str, Path]] = {}
    shown = context.unified.entity
    for entity in context.archive.entities.values():
        for at, name in _NAMES(entity):
            other, file, where = first.setdefault((entity.kind, folded(name)), (entity.id, entity.file, at))
            if shown(other) != shown(entity.id):
                yield Finding(SameName, entity.file, at, {"other": other, "name": name}, related=(file, where))
                break


def _quoted(archive: Archive) -> list[_Quoted]:
    """The words of every claim as published, oldest first."""
    quoted: list[_Quoted] = []
    for claim in archive.claims.values():
        if not claim.withdrawn:
            for language, quote in claim.quotes.items():
                if quote.origin == "source":
                    digits = quote.text.encode().translate(None, _NO_DIGITS)
                    url = normalised(quote.source.url)
                    quoted.append(_Quoted(len(quoted), claim, language, quote.text, digits, url))
    return quoted


def _finding(kind: type[Kind], earlier: _Quoted, later: _Quoted) -> Finding:
    related = (earlier.claim.file, earlier.at)
    return Finding(kind, later.claim.file, later.at, {"other": earlier.claim.id}, related=related)


def _exact(quoted: Sequence[_Quoted]) -> Iterator[tuple[_Quoted, _Quoted]]:
    """Yield each quote that is there already, behind the first one like it."""
    for block in _blocks(quoted, lambda each: (each.url, each.language)):
        first: dict[tuple[str, str, str], _Quoted] = {}
        for each in block:
            key = folded(each.text), each.claim.claimant, each.claim.said.day.text
            other = first.setdefault(key, each)
            if other is not each:
                yield other, each


def _near(quoted: Sequence[_Quoted]) -> Iterator[tuple[_Quoted, _Quoted]]:
    """Quotes with nearly the same words and the same digits, of one claimant in one month or from one page.

    Each is told of once. In a large block only neighbours are compared, in the order of their words: the time grows
    with the number of claims, not with its square.
    """
    pairs: dict[int, frozenset[tuple[str, ...]]] = {}
    told: set[int] = set()
    same_month = _blocks(
        quoted, lambda each: (each.claim.claimant, each.claim.said.text[:7], each.language, each.digits)
    )
    same_page = _blocks(quoted, lambda each: (each.digits, each.language, each.url))
    for block in chain(same_month, same_page):
        if len(block) > _WINDOW:
            block.sort(key=lambda each: folded(each.text))
        for each in block:
            if each.place not in pairs:
                pairs[each.place] = _pairs(each.text)
        for position, one in enumerate(block):
            for other in block[max(0, position - _WINDOW) : position]:
                earlier, later = (one, other) if one.place < other.place else (other, one)
                is_near = _share(pairs[earlier.place], pairs[later.place]) >= NEAR
                if is_near and later.place not in told and not _are_linked(earlier.claim, later.claim):
                    told.add(later.place)
                    yield earlier, later


def _blocks(quoted: Sequence[_Quoted], key: Callable[[_Quoted], tuple[object, ...]]) -> Iterator[list[_Quoted]]:
    """The quotes that have something in common, where there is more than one of them."""
    blocks = defaultdict[tuple[object, ...], list[_Quoted]](list)
    for each in quoted:
        blocks[key(each)].append(each)
    return (block for block in blocks.values() if len(block) > 1)


def _are_linked(one: Claim, other: Claim) -> bool:
    """True if one of two claims is linked to the other, or both are the same."""
    return (
        one.id == other.id
        or any(id == other.id for _, id in walk.claim_ids(one))
        or any(id == one.id for _, id in walk.claim_ids(other))
    )


def _pairs(text: str) -> frozenset[tuple[str, ...]]:
    """The words of a text, two by two."""
    words = folded(text).split()
    return frozenset(pairwise(words)) or frozenset({tuple(words)})


def _share(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> float:
    """The share of two sets that is in both: 0 to 1."""
    common = len(one & other)
    return common / (len(one) + len(other) - common)
