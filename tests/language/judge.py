"""The judge of what was read in sentences whose quantities are known: those that are right, too many, missed.

The rules stand at the top of `numbers_dev.json`: a field that is a list takes each of its values, `ok` are further
forms of a reading or further lists of them, an `optional` one may be missing, `vague` ones take a span of numbers.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from site_builder.language.quantities import Reading
from site_builder.model.numbers import Number

Wanted = Mapping[str, Any]
VAGUE_VALUE, VAGUE_HIGHEST = 3, 10
"""So many times the number of "hundreds" may be what a program takes for it, and the highest that it may mean."""


class Verdict(NamedTuple):
    """What is right among the readings of a sentence, with what was read wrongly and what was not read."""

    right: int
    extra: list[Reading]
    missed: list[Wanted]


def sentences(name: str) -> list[dict[str, Any]]:
    """The sentences of a file beside this one."""
    items: list[dict[str, Any]] = json.loads((Path(__file__).parent / name).read_text("utf-8"))["items"]
    return items


def judged(item: Mapping[str, Any], got: Sequence[Reading]) -> Verdict:
    """Hold readings against the list of right ones that they fit best."""
    verdicts = [_held(wanted, got) for wanted in (item["readings"], *item.get("ok", ()))]
    return min(verdicts, key=lambda one: len(one.extra) + len(one.missed))


def _held(wanted: Sequence[Wanted], got: Sequence[Reading]) -> Verdict:
    left, right, missed = list(got), 0, []
    for want in sorted(wanted, key=lambda one: bool(one.get("optional"))):
        found = next((reading for reading in left if is_right(reading, want)), None)
        if found:
            left.remove(found)
            right += not want.get("optional")
        elif not want.get("optional"):
            missed.append(want)
    return Verdict(right, left, missed)


def is_right(reading: Reading, want: Wanted) -> bool:
    """Tell whether a reading says what is expected, at its place."""
    start, end = want["start"], want["start"] + len(want["span"])
    if not (reading.start < end and start < reading.end):
        return False
    if "vague" in want:
        return _is_vaguely(reading, want["vague"])
    return any(
        _has_numbers(reading, form) and _has(form["hedge"], reading.hedge) for form in (want, *want.get("ok", ()))
    )


def _is_vaguely(reading: Reading, least: int) -> bool:
    low, high, hedge = reading.low, reading.high, reading.hedge
    if reading.kind != "count" or not least <= low <= VAGUE_VALUE * least:
        return False
    if low == high:
        return hedge in ("about", "at-least", "more-than")
    return high <= VAGUE_HIGHEST * least and hedge not in ("nearly", "at-most")


def _has_numbers(reading: Reading, want: Wanted) -> bool:
    scale = {("percent", "share"): 0.01, ("share", "percent"): 100}.get((reading.kind, want["kind"]), 1)
    if scale == 1 and reading.kind != want["kind"]:
        return False
    low, high = (want["value"], want["value"]) if "value" in want else (want["min"], want["max"])
    return _is(reading.low, scale, low) and _is(reading.high, scale, high)


def _is(number: Number, scale: float, wanted: float) -> bool:
    return abs(float(number) * scale - wanted) <= 1e-6 * max(abs(wanted), 1)


def _has(accepted: str | Sequence[str], value: str) -> bool:
    return value == accepted if isinstance(accepted, str) else value in accepted
