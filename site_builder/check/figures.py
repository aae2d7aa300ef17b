"""Numbers that fit together: a part within its whole, a sum of its parts."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from site_builder.check.context import Context
from site_builder.model.figures import SPANS, Answer, Bound, Bounds, answers_of, bounds, rounding, total
from site_builder.model.records import Archive, Figure, Measure, SourceQuote
from site_builder.problems import Finding, Path
from site_builder.problems.figures import LargerThanWhole, SumOfSource, TwoAnswers, WrongSum


class _Bounded(NamedTuple):
    """An answer with what it can mean. Where no number is below zero, no part is larger than its whole."""

    answer: Answer
    bounds: Bounds
    is_from_zero: bool

    @property
    def file(self) -> str:
        return self.answer.claim.file

    @property
    def series(self) -> str:
        return self.answer.figure.series

    @property
    def at(self) -> Path:
        figure = self.answer.figure
        key = next(key for key in ("value", "min", "max") if getattr(figure, key) is not None)
        return "figures", self.answer.place, key

    @property
    def number(self) -> str:
        """The number as the record has it, with its hedge: `about 600`, `8–12`."""
        figure = self.answer.figure
        numbers = (figure.min, figure.max) if figure.value is None else (figure.value,)
        written = "–".join("" if number is None else str(number) for number in numbers)
        return written if figure.hedge == "exact" else f"{figure.hedge} {written}"


def two_answers(context: Context) -> Iterator[Finding]:
    """A claim answers a question once for a day."""
    for claim in context.unified.archive.claims.values():
        if len(claim.figures) > 1:
            first: dict[tuple[str, str], int] = {}
            for place, figure in enumerate(claim.figures):
                before = first.setdefault((figure.series, claim.as_of(figure).text), place)
                if before != place:
                    related = (claim.file, ("figures", before, "series"))
                    at = ("figures", place, "series")
                    yield Finding(TwoAnswers, claim.file, at, {"series": figure.series}, related=related)


def sums(context: Context) -> Iterator[Finding]:
    """Compare what one claimant says at one time about one day: parts with wholes, sums with their parts."""
    archive = context.unified.archive
    wholes = {id: ways for id in archive.series if (ways := _wholes(archive, id))}
    summed = _summed(archive)
    compared = {*wholes, *(whole for ways in wholes.values() for whole in ways)}
    measures = {id: archive.series[id].measure for id in compared}
    for answers in _together(archive, measures):
        unfit: set[str] = set()
        for part in answers:
            for whole in wholes.get(part, ()):
                if whole in answers and whole not in unfit and _is_larger(answers[part], answers[whole]):
                    unfit.update((part, whole))
                    yield _larger(answers[part], answers[whole])
                    break
        for whole, parts in summed.items():
            given = [part for part in parts if part in answers]
            if whole in answers and len(given) > 1 and not unfit.intersection((whole, *given)):
                yield from _sum(answers[whole], [answers[part] for part in given], are_all=len(given) == len(parts))


def sums_of_sources(context: Context) -> Iterator[Finding]:
    """Compare what different claims from one source say of one time, unless one of them disputes another."""
    archive = context.unified.archive
    summed = _summed(archive)
    measures = {id: archive.series[id].measure for id in {*summed, *chain.from_iterable(summed.values())}}
    for answers in _of_sources(archive, measures):
        for whole in answers:
            parts = [
                [other for other in answers if other.figure.series == part and _may_be_of_one_day(other, whole)]
                for part in summed.get(whole.figure.series, ())
            ]
            alone = [each for each in parts if all(_saying(part) != _saying(whole) for part in each)]
            if alone and all(parts) and not _are_disputed([whole, *chain.from_iterable(parts)]):
                bounded = [_by_series(each, measures)[each[0].figure.series] for each in parts]
                of_whole = _by_series([whole], measures)[whole.figure.series]
                for wrong in _sum(of_whole, bounded, are_all=True):
                    other = bounded[parts.index(alone[0])]
                    told = {"id": other.answer.claim.id, "line": f"disputes: [{whole.claim.id}]"}
                    yield Finding(
                        SumOfSource,
                        other.file,
                        other.at,
                        {**wrong.values, **told},
                        related=(whole.claim.file, of_whole.at),
                    )


def _of_sources(archive: Archive, measures: Mapping[str, Measure]) -> Iterator[Sequence[Answer]]:
    """The answers to some series in claims with words from one page, of more than one saying."""
    groups = defaultdict[str, list[Answer]](list)
    for claim in archive.claims.values():
        if claim.figures and not claim.withdrawn:
            for url in {quote.source.url for quote in claim.quotes.values() if isinstance(quote, SourceQuote)}:
                groups[url] += (answer for answer in answers_of(claim) if answer.figure.series in measures)
    for group in groups.values():
        if len(set(map(_saying, group))) > 1:
            yield group


def _saying(answer: Answer) -> tuple[str, str]:
    """Who gave an answer, and when."""
    return answer.claim.claimant, answer.claim.said.text


def _may_be_of_one_day(one: Answer, other: Answer) -> bool:
    return one.as_of.first <= other.as_of.last and other.as_of.first <= one.as_of.last


def _are_disputed(answers: Sequence[Answer]) -> bool:
    """Tell whether a claim says already that another one contradicts it."""
    ids = {answer.claim.id for answer in answers}
    return any(not ids.isdisjoint(answer.claim.disputes) for answer in answers)


def _together(archive: Archive, measures: Mapping[str, Measure]) -> Iterator[Mapping[str, _Bounded]]:
    """Answers to some series, by those: of one claimant, one date of saying and one day that they are for."""
    groups = defaultdict[tuple[str, str, str], list[Answer]](list)
    for claim in archive.claims.values():
        if claim.figures and not claim.withdrawn:
            for place, figure in enumerate(claim.figures):
                if figure.series in measures:
                    groups[claim.claimant, claim.said.text, claim.as_of(figure).text].append(Answer(claim, place))
    for group in groups.values():
        if len(group) > 1:
            yield _by_series(group, measures)


def _by_series(group: Iterable[Answer], measures: Mapping[str, Measure]) -> Mapping[str, _Bounded]:
    """Answers by series; where one was given twice, it can mean all that either can."""
    answers: dict[str, _Bounded] = {}
    for answer in group:
        figure = answer.figure
        lower, upper = _unrounded(figure, measures[figure.series])
        if before := answers.get(figure.series):
            lower, upper = min(lower, before.bounds.lower), max(upper, before.bounds.upper)
        is_from_zero = SPANS[measures[figure.series]].lower >= Bound(0)
        answers[figure.series] = _Bounded(answer, Bounds(lower, upper), is_from_zero)
    return answers


def _unrounded(figure: Figure, measure: Measure) -> Bounds:
    """Return what a figure can mean before it was rounded to its last digit: three times 33% may be a whole."""
    lower, upper = bounds(figure, measure)
    down, up = rounding(figure.low, measure), rounding(figure.high, measure)
    return Bounds(lower._replace(number=lower.number - down), upper._replace(number=upper.number + up))


def _summed(archive: Archive) -> Mapping[str, Sequence[str]]:
    """The series that are sums of others, with these, as far as their numbers can be compared."""
    return {
        id: series.sum_of
        for id, series in archive.series.items()
        if len(series.sum_of) > 1 and all(_are_alike(archive, part, id) for part in series.sum_of)
    }


def _wholes(archive: Archive, id: str) -> Sequence[str]:
    """Every series that a series is a part of, the nearest first, as far as their numbers can be compared."""
    found = [id]
    for each in found:
        series = archive.series.get(each)
        direct = [series.part_of] if series and series.part_of else []
        direct += [other.id for other in archive.series.values() if each in other.sum_of]
        found += [whole for whole in dict.fromkeys(direct) if whole not in found and _are_alike(archive, each, whole)]
    return found[1:]


def _are_alike(archive: Archive, one: str, other: str) -> bool:
    """Tell whether the numbers of two series can be compared."""
    series = archive.series
    return one in series and other in series and series[one].scale == series[other].scale


def _is_larger(part: _Bounded, whole: _Bounded) -> bool:
    return whole.is_from_zero and part.bounds.lower > whole.bounds.upper


def _larger(part: _Bounded, whole: _Bounded) -> Finding:
    values = {"part": part.series, "figure": part.number, "whole": whole.series, "other": whole.number}
    return Finding(LargerThanWhole, part.file, part.at, values, related=(whole.file, whole.at))


def _sum(whole: _Bounded, parts: Sequence[_Bounded], *, are_all: bool) -> Iterator[Finding]:
    least, most = total(part.bounds for part in parts)
    is_too_much = least > whole.bounds.upper and (are_all or whole.is_from_zero)
    if is_too_much or (are_all and most < whole.bounds.lower):
        values = {
            "whole": whole.series,
            "figure": whole.number,
            "parts": ", ".join(f"{part.series} ({part.number})" for part in parts),
        }
        yield Finding(WrongSum, whole.file, whole.at, values, related=(parts[0].file, parts[0].at))
