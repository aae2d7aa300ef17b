"""Two numbers that are one quantity: the ends of a range, or a part and its whole; those of odds are none."""

from collections.abc import Callable, Sequence

from site_builder.language.quantities.amount import Amount, refuse
from site_builder.language.quantities.phrases import before_space
from site_builder.language.quantities.ranges import Ranges
from site_builder.language.quantities.tables import Tables
from site_builder.language.quantities.wholes import Wholes

_APART = 60
"""What stands further apart is not joined."""
_Join = Callable[[Amount, Amount, str], Amount | None]


class Joints:
    """The words of a language that join two numbers."""

    def __init__(self, tables: Tables) -> None:
        self._wholes, self._ranges = Wholes(tables), Ranges(tables)
        self._closing = tables.words("opening", "closing")
        self._odds = frozenset(tables.listed("labels", "odds"))
        self._articles = tables.words("articles")
        self._known = self._ranges.joints | self._wholes.joints | self._odds

    def join(self, amounts: Sequence[Amount], text: str) -> list[Amount]:
        """Join those that are one quantity; refuse those that are scores and odds."""
        return _pairs(_pairs(amounts, text, self._wholes.fraction), text, self._joined)

    def _joined(self, one: Amount, other: Amount, text: str) -> Amount | None:
        if other.start - one.end > _APART:
            return None
        if self._is_rate(one, other, text):
            refuse(other)
            return None
        between = self._between(one, other, text)
        if self._are_odds(one, other, between, text):
            refuse(one, other)
            return None
        return self._wholes.joined(one, other, between, text) or self._ranges.joined(one, other, between, text)

    def _is_rate(self, one: Amount, other: Amount, text: str) -> bool:
        """Tell whether a number is what a price is for: $4.99 a dozen."""
        if one.end + 1 != other.start or not (one.unit and other.numeral.spelled) or text[one.start].isalnum():
            return False
        return self._articles.behind(text, other.start) is not None

    def _are_odds(self, one: Amount, other: Amount, between: str, text: str) -> bool:
        """Tell whether two numbers are told against each other: 3 대 1, 3대 1."""
        if other.is_counted or other.numeral.spelled:
            return False
        return between in self._odds or (one.unit in self._odds and text[one.end : other.start] == " ")

    def _between(self, one: Amount, other: Amount, text: str) -> str:
        """The words that join two numbers, as far as they are known.

        They stand behind the first one or what it counts, and before the second one or what says that it is the higher.
        """
        closing = self._closing.before(text, before_space(text, other.start))
        starts, ends = [one.end], [other.start]
        if one.noun_end > one.end:
            starts.append(one.noun_end)
        if closing:
            ends.append(closing.edge)
        gaps = [text[start:end].strip() for start in starts for end in ends]
        noun = f" {one.unit} "  # one adult in eleven
        if one.low == 1 and not other.is_counted and text.startswith(noun, one.end):
            gaps += {text[one.end + len(noun) : other.start].strip()} & self._wholes.joints
        return next((gap for gap in gaps if gap in self._known), gaps[0])


def _pairs(amounts: Sequence[Amount], text: str, join: _Join) -> list[Amount]:
    """Join neighbours; what is joined already is joined no further."""
    joined: list[Amount] = []
    for amount in amounts:
        last = joined[-1] if joined else None
        both = join(last, amount, text) if last and not last.is_joined else None
        if both:
            joined[-1] = both
        else:
            joined.append(amount)
    return joined
