"""A number of a text with what it counts, while the text is being read."""

from dataclasses import dataclass

from site_builder.language.quantities.numeral import Numeral
from site_builder.language.quantities.reading import QuantityKind
from site_builder.model.numbers import Number


@dataclass(slots=True)
class Amount:
    """A number with its sign and its unit; `start` and `end` hold both, `noun_end` also the words for what is counted.

    `is_counted` tells that such words are there, `is_refused` that they say something else than how many,
    `is_denied` that the text says it is not so many.
    """

    numeral: Numeral
    start: int
    end: int
    noun_end: int
    low: Number
    high: Number
    kind: QuantityKind = "count"
    unit: str = ""
    is_counted: bool = False
    is_measured: bool = False
    is_refused: bool = False
    is_denied: bool = False
    is_joined: bool = False
    and_more: bool = False


def refuse(*amounts: Amount) -> None:
    """Refuse numbers that say something else than how many."""
    for amount in amounts:
        amount.is_refused = True
