"""Numbers that fit together: a part within its whole, a sum of its parts."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from site_builder.check.context import Context
from site_builder.model.records import Archive, Claim, Figure
from site_builder.problems import Finding, Path
from site_builder.problems.figures import LargerThanWhole, TwoAnswers, WrongSum

ABOUT = 0.1
"""How far from a number "about" reaches, and "nearly" below it: a tenth."""


@dataclass(frozen=True, slots=True)
class _Answer:
    """A figure with its place and the lowest and highest number that it can mean."""

    claim: Claim
    place: int
    figure: Figure
    low: float
    high: float

    @property
    def at(self) -> Path:
        key = next(key for key in ("value", "min", "max") if getattr(self.figure, key) is not None)
        return "figures", self.place, key

    @property
    def number(self) -> str:
        numbers = (self.figure.min, self.figure.max) if self.figure.value is None else (self.figure.value,)
        return "–".join("" if number is None else str(number) for number in numbers)


def two_answers(context: Context) -> Iterator[Finding]:
    """A claim answers a question once for a day."""
    for claim in context.archive.claims.values():
        if len(claim.figures) > 1:
            first: dict[tuple[str, str], int] = {}
            for place, figure in enumerate(claim.figures):
                before = first.setdefault((figure.series, claim.as_of(figure).text), place)
                if before != place:
                    related = (claim.file, ("figures", before, "series"))
                    at = ("figures", place, "series")
                    yield Finding(TwoAnswers, claim.file, at, {"series": figure.series}, related=related)


def sums(context: Context) -> Iterator[Finding]:
    """What one claimant says at one time about one day fits together: parts within wholes, sums of their parts."""
    wholes = {id: ways for id in context.archive.series if (ways := _wholes(context.archive, id))}
    summed = {id: series.sum_of for id, series in context.archive.series.items() if len(series.sum_of) > 1}
    for answers in _together(context.archive, {*wholes, *(whole for ways in wholes.values() for whole in ways)}):
        unfit: set[str] = set()
        for part in answers:
            for whole in wholes.get(part, ()):
                if whole in answers and whole not in unfit and answers[part].low > answers[whole].high:
                    unfit.update((part, whole))
                    yield _larger(answers[part], answers[whole])
                    break
        for whole, parts in summed.items():
            given = [part for part in parts if part in answers]
            if whole in answers and len(given) > 1 and not unfit.intersection((whole, *given)):
                yield from _sum(answers[whole], [answers[part] for part in given], len(given) == len(parts))


def bounds(figure: Figure) -> tuple[float, float]:
    """The lowest and the highest number that a figure can mean, as far as its hedge goes."""
    low = figure.min if figure.value is None else figure.value
    high = figure.max if figure.value is None else figure.value
    if low is None or figure.hedge == "at-most":
        low = 0
    below = 1 - ABOUT if figure.hedge in ("about", "nearly") else 1
    above = 1 + ABOUT if figure.hedge == "about" else 1
    if high is None or figure.hedge in ("at-least", "more-than"):
        return low * below, math.inf
    return low * below, high * above


def _together(archive: Archive, series: set[str]) -> Iterator[Mapping[str, _Answer]]:
    """Figures by their series, those of one claimant, one date of saying and one day that they are for."""
    groups = defaultdict[tuple[str, str, str], list[tuple[Claim, int, Figure]]](list)
    for claim in archive.claims.values():
        if claim.figures and not claim.withdrawn:
            for place, figure in enumerate(claim.figures):
                if figure.series in series:
                    key = claim.claimant, claim.said.text, (figure.as_of or claim.said).text
                    groups[key].append((claim, place, figure))
    for group in groups.values():
        if len(group) > 1:
            yield _by_series(group)


def _by_series(group: Iterable[tuple[Claim, int, Figure]]) -> Mapping[str, _Answer]:
    """Answers by series; where one was given twice, it can mean all that either can."""
    answers: dict[str, _Answer] = {}
    for claim, place, figure in group:
        low, high = bounds(figure)
        if before := answers.get(figure.series):
            low, high = min(low, before.low), max(high, before.high)
        answers[figure.series] = _Answer(claim, place, figure, low, high)
    return answers


def _wholes(archive: Archive, id: str) -> Sequence[str]:
    """Every series that a series is a part of, the nearest first."""
    found = [id]
    for each in found:
        series = archive.series.get(each)
        direct = [series.part_of] if series and series.part_of else []
        direct += [other.id for other in archive.series.values() if each in other.sum_of]
        found += [whole for whole in dict.fromkeys(direct) if whole not in found]
    return found[1:]


def _larger(part: _Answer, whole: _Answer) -> Finding:
    values = {
        "part": part.figure.series,
        "figure": part.number,
        "whole": whole.figure.series,
        "other": whole.number,
    }
    return Finding(LargerThanWhole, part.claim.file, part.at, values, related=(whole.claim.file, whole.at))


def _sum(whole: _Answer, parts: Sequence[_Answer], are_all: bool) -> Iterator[Finding]:
    if sum(part.low for part in parts) > whole.high or (are_all and sum(part.high for part in parts) < whole.low):
        values = {
            "whole": whole.figure.series,
            "figure": whole.number,
            "parts": ", ".join(f"{part.figure.series} ({part.number})" for part in parts),
        }
        related = (parts[0].claim.file, parts[0].at)
        yield Finding(WrongSum, whole.claim.file, whole.at, values, related=related)
