"""A quantity that a text says."""

from typing import Literal, NamedTuple

from site_builder.model.numbers import Number
from site_builder.model.records import Hedge

QuantityKind = Literal["count", "share", "percent", "times"]


class Reading(NamedTuple):
    """One quantity in a text: its place, from its first word to its last, and what the words say.

    `low` and `high` are the same unless it is a range. `also` are hedges that the same words may stand for: 남짓 is
    "more than", but many say it for "about". `vague` is a quantity that has no number of its own (dozens, 수백); its
    number is the lowest that it can mean. `measured` are durations, lengths, ages and occasions, which translations put
    differently.
    """

    start: int
    end: int
    kind: QuantityKind
    low: Number
    high: Number
    hedge: Hedge = "exact"
    unit: str = ""
    also: frozenset[Hedge] = frozenset()
    vague: bool = False
    measured: bool = False

    @property
    def hedges(self) -> frozenset[Hedge]:
        """The hedges that a record may give these words: their own, and the few that are as near (`_AS_NEAR`)."""
        near = _VAGUE if self.vague else frozenset(each for each in self.also if (self.hedge, each) in _AS_NEAR)
        return near | {self.hedge}


_VAGUE: frozenset[Hedge] = frozenset(["about", "at-least", "more-than"])
"""What can be said of a number that words like “hundreds” do not give."""
_AS_NEAR: frozenset[tuple[Hedge, Hedge]] = frozenset(
    [
        ("nearly", "at-most"),  # 못 미치다, short of
        ("at-most", "nearly"),
        ("more-than", "about"),  # 남짓, -odd
        ("about", "more-than"),
        ("at-least", "more-than"),  # 최소 300여 명: both are said
    ]
)
"""A hedge of some words with another that they can be given. “거의” is nearly and nothing else."""
