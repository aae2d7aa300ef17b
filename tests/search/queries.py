"""What readers type, the claims that they mean, and how many of these are found."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

import yaml

from tests.search.archive import HERE, Told, told

FIRST = 10
"""The results that a reader looks at."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is typed on the site of a language, why that is not easy, and the ids of the claims that are meant."""

    language: str
    kind: str
    text: str
    meant: frozenset[str]

    def recall(self, found: Sequence[str]) -> float:
        """The share of the claims that are meant, as far as there is room for them, among the first results."""
        return len(self.meant.intersection(found[:FIRST])) / min(FIRST, len(self.meant))


Answers = Mapping[Query, Sequence[str]]
"""The ids that were found, best first."""


def queries() -> list[Query]:
    """All queries of `queries.yml`."""
    claims = {claim.name: claim for claim in told()}
    languages = yaml.safe_load((HERE / "queries.yml").read_text("utf-8"))
    return [
        Query(language, kind, str(text), frozenset(claim.id for word in meant for claim in _meant(word, claims)))
        for language, kinds in languages.items()
        for kind, typed in kinds.items()
        for text, meant in typed.items()
    ]


def recalls(answers: Answers) -> dict[tuple[str, str], list[float]]:
    """The recall of each query, by language and kind; under the kind "all" those of the language."""
    found = defaultdict(list)
    for query, ids in answers.items():
        for kind in (query.kind, "all"):
            found[query.language, kind].append(query.recall(ids))
    return found


def recall(answers: Answers, language: str) -> float:
    """The mean recall of a language's queries."""
    return fmean(recalls(answers)[language, "all"])


def report(answers: Answers) -> Iterator[str]:
    """Say how many are found of each kind, and of what not all is found."""
    for (language, kind), shares in recalls(answers).items():
        yield f"{language} {kind:26} {fmean(shares):.3f} of {len(shares)}"
    for query, ids in answers.items():
        if (share := query.recall(ids)) < 1:
            yield f"{share:.2f} {query.language} {query.kind}: {query.text}"
            yield f"       not among the first: {', '.join(sorted(query.meant.difference(ids[:FIRST]))[:3])}"
            yield f"       found: {', '.join(ids[:3]) or 'nothing'}"


def _meant(word: str, claims: Mapping[str, Told]) -> Iterable[Told]:
    """The claims that a word of `queries.yml` stands for."""
    mark, id = word[0], word[1:]
    if mark == "~":
        found = [claim for claim in claims.values() if id in claim.named]
    elif mark == "@":
        found = [claim for claim in claims.values() if claim.publisher == id]
    else:
        found = [claims[word]]
    assert found, word
    return found
