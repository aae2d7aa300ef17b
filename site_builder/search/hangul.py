"""Words of Hangul: nouns without their particles, the ends of these, what verbs are known by; and initials of names."""

import re
from collections.abc import Iterator

from site_builder.language.reduction import Reduction
from site_builder.search.endings import Endings
from site_builder.search.found import LONGEST, Found
from site_builder.search.verbs import KEY, SHORTEST, Verbs, decomposed
from site_builder.text.folding import search_folded

_NOMINAL = re.compile("(?:\u1100\u1175|\u11b7)$")
"""The ends of verbs that stand as nouns before a particle: 무너지기를, 무너짐을."""
_FIRST = re.compile("[\u1100-\u1112]")
_RUN = re.compile("[\uac00-\ud7a3]+")


class Hangul:
    """Finds the words of runs of Hangul by tables of particles and endings."""

    def __init__(self, tables: Reduction) -> None:
        plurals = [tables.plural + each for each in ["", *tables.particles]] if tables.plural else []
        self._particles = Endings([*tables.particles, *plurals])
        self._nouns = frozenset(tables.nouns)
        self._verbless = frozenset(tables.verbless)
        self._verbs = Verbs(tables)

    def find(self, run: str, found: Found) -> None:
        """Add the words of a run to what is found; it may be a noun, a verb, or one like the other."""
        stems = list(self._stems(run))
        nominal = (stem for stem in stems[:1] if _NOMINAL.search(decomposed(stem)))
        forms = [] if self._is_verbless(run) else [run, *nominal]
        verbs = [word for form in dict.fromkeys(forms) for word in self._verbs.of(form)]
        nouns = [word for word in verbs if not word.startswith(KEY)]
        has_ends = not nouns or self._verbs.may_be_noun(run)
        for stem in stems:
            found.add(stem, has_ends=has_ends)
        for noun in nouns:
            found.add(noun, has_ends=True)
        if self._verbs.is_doubtful(run):
            found.verbs.update(nouns)
            found.inner.update(verbs)
        else:
            found.verbs.update(verbs)

    def _is_verbless(self, run: str) -> bool:
        """Tell whether a run is a short noun that looks like a verb: 것은, 그는."""
        nouns = [run, *(run.removesuffix(each) for each in self._particles.of(run))]
        return not self._verbless.isdisjoint(nouns)

    def _stems(self, run: str) -> Iterator[str]:
        """A noun without its longest particle, and without a shorter one where the noun may end in a part of it."""
        for particle in self._particles.of(run):
            rest = len(run) - len(particle)
            if rest < SHORTEST:
                continue
            yield run[:rest]
            around = (run[max(0, rest - back) : rest + 1] for back in (1, 2))
            if not self._nouns.intersection(around):
                return
        yield run


def initials(name: str) -> set[str]:
    """The first consonants of a name in Hangul, and of each of its words: ㄱㅈㅇ of 김정은."""
    runs = _RUN.findall(search_folded(name))
    words = ["".join(_FIRST.findall(decomposed(run))) for run in runs]
    return {each[:LONGEST] for each in [*words, "".join(words)] if len(each) > 1}
