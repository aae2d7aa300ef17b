"""The answers to a question put before a reader at once: as a chart and as a sentence."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from site_builder.language.language import Language, Link, Part, plain
from site_builder.library.groups import extremes, number
from site_builder.library.library import Library
from site_builder.library.localized import LocalizedLibrary
from site_builder.model import urls
from site_builder.model.dates import EdtfDate
from site_builder.model.figures import Answer, meaning
from site_builder.model.numbers import exact
from site_builder.model.records import Claim
from site_builder.pages.chart import HUES, LARGE, SMALL, Canvas, Extent, Mark, Scale, Size, set_apart
from site_builder.runtime.digest import Fingerprint, digest

_SMALL_MARKS = 24
"""Marks that a small chart has at most; where there would be more, only the newest answer has one."""


@dataclass(slots=True)
class Key:
    """A line of a chart's key: whose a mark is by its hue, how the number was put by its shape."""

    hue: int
    shape: str
    meaning: Link | str


@dataclass(slots=True)
class Drawing:
    """A chart of a question's answers with all that is said around it.

    `rest` counts the answers without a mark, `notes` say what is unusual about the chart.
    """

    label: str
    sentence: tuple[Part, ...]
    canvas: Canvas
    marks: tuple[Mark, ...]
    lines: tuple[tuple[Mark, Mark], ...]
    claimants: tuple[Key, ...]
    shapes: tuple[Key, ...]
    rest: str
    notes: tuple[str, ...]
    whole: Link | None


def fingerprint(library: Library, id: str) -> Fingerprint:
    """A digest of all that a drawing of a series shows."""
    series, answers = library.archive.series[id], library.groups.answers.get(id, ())
    told = [answer.claim.claimant for answer in library.groups.extremes.get(id, ())]
    named = {id: library.fingerprints.entity(id) for id in (*_leading(library, id), *told)}
    return digest(
        library.fingerprints.series(id),
        library.fingerprints.series(series.part_of) if series.part_of else "",
        sorted(named.items()),
        library.groups.numbers.get(id),
        [(each.claim.id, each.claim.claimant, each.claim.revises, _corrected_on(each.claim)) for each in answers],
        library.groups.numbers.get(series.part_of) if series.part_of else None,
    )


def differ(answers: Sequence[Answer]) -> bool:
    """Tell whether answers give more than one number: only then a chart shows more than a sentence says."""
    numbers = ((answer.figure.low, answer.figure.high) for answer in answers)
    first = next(numbers, None)
    return any(number != first for number in numbers)


def canvas(library: LocalizedLibrary, id: str) -> Canvas:
    """The chart of a series before its marks: the same on all of its pages."""
    return _canvas(library, id, library.groups.answers.get(id, ()), _whole(library, id), LARGE)


def drawing(library: LocalizedLibrary, id: str, canvas: Canvas, marked: Iterable[Answer]) -> Drawing:
    """The chart of a series, with marks that lead to some of its answers."""
    answers, shown = library.groups.answers.get(id, ()), sorted(marked, key=lambda answer: answer.sort_key)
    leading = _leading(library, id)
    marks = [_mark(library, canvas, answer, _hue(leading, answer.claim.claimant)) for answer in shown]
    by_claim = {answer.claim.id: mark for answer, mark in zip(shown, marks, strict=True)}
    notes = tuple(_notes(library.language, canvas, marks, set_apart(marks)))
    return Drawing(
        library.archive.series[id].question[library.language.tag],
        summary(library, id),
        canvas,
        tuple(marks),
        tuple(
            (by_claim[before], mark)
            for answer, mark in zip(shown, marks, strict=True)
            for before in answer.claim.revises
            if before in by_claim
        ),
        tuple(_claimants(library, marks, leading)),
        tuple(_shapes(library.language, marks)),
        _rest(library.language, len(answers) - len(shown)),
        notes,
        _link_to_whole(library, id) if canvas.dashes else None,
    )


def _rest(language: Language, count: int) -> str:
    return language.plural("{count} further answer", "{count} further answers", count) if count else ""


def _notes(language: Language, canvas: Canvas, marks: Iterable[Mark], hidden: int) -> Iterator[str]:
    if canvas.is_logarithmic:
        yield language.text("The scale goes up by powers of ten.")
    if any(mark.shift for mark in marks):
        yield language.text("Answers that would cover each other stand side by side.")
    if hidden:
        yield language.plural("{count} answer lies under another one.", "{count} answers lie under other ones.", hidden)


def small(library: LocalizedLibrary, id: str, by: str | None = None) -> Drawing:
    """The small chart of a series: its answers, or those of one claimant alone, with marks as on the large one."""
    answers = given(library, id, by)
    shown, sentence = answers if len(answers) <= _SMALL_MARKS else answers[-1:], summary(library, id, by)
    canvas, leading = _canvas(library, id, answers, (), SMALL), _leading(library, id)
    marks = [canvas.mark(_extent(each), meaning(each.figure), _hue(leading, each.claim.claimant)) for each in shown]
    notes = tuple(_notes(library.language, canvas, marks, set_apart(marks)))
    return Drawing(
        " ".join((library.archive.series[id].question[library.language.tag], plain(sentence))),
        sentence,
        canvas,
        tuple(marks),
        (),
        () if by else tuple(_claimants(library, marks, leading)),
        (),
        _rest(library.language, len(answers) - len(shown)),
        notes,
        None,
    )


def _hue(leading: Sequence[str], claimant: str) -> int:
    return leading.index(claimant) if claimant in leading else HUES


def fingerprint_of_small(library: Library, id: str, by: str) -> Fingerprint:
    """A digest of all that the small chart of one claimant's answers shows."""
    return digest(
        library.fingerprints.series(id),
        library.fingerprints.entity(by),
        _hue(_leading(library, id), by),
        [(*number(each), each.claim.id) for each in given(library, id, by)],
    )


def given(library: Library, id: str, by: str | None = None) -> Sequence[Answer]:
    """The answers to a question, or those of one claimant, oldest first."""
    if by is None:
        return library.groups.answers.get(id, ())
    return library.groups.answers_by.get((id, by), ())


def summary(library: LocalizedLibrary, id: str, by: str | None = None) -> tuple[Part, ...]:
    """Sum up the answers to one question, or those of one claimant, in a sentence; nothing where there are none."""
    language, answers = library.language, given(library, id, by)
    if not answers:
        return ()
    lowest, highest, newest = library.groups.extremes[id] if by is None else extremes(answers)
    claimant = library.entity(newest.claim.claimant, short=True)
    date = language.date(newest.as_of)
    if len(answers) == 1:
        return language.sentence(
            "So far there is one answer: {quantity}, given by {claimant}, as of {date}.",
            quantity=_quantity(library, newest),
            claimant=claimant,
            date=date,
        )
    if not differ(answers):
        return language.sentence(
            "All {count} answers give the same number. The newest is {quantity}, given by {claimant}, as of {date}.",
            count=len(answers),
            quantity=_quantity(library, newest),
            claimant=claimant,
            date=date,
        )
    return language.sentence(
        "The answers range from {lowest} ({first}) to {highest} ({second}). "
        "The newest is {quantity}, given by {claimant}, as of {date}.",
        lowest=_quantity(library, lowest),
        first=library.entity(lowest.claim.claimant, short=True),
        highest=_quantity(library, highest),
        second=library.entity(highest.claim.claimant, short=True),
        quantity=_quantity(library, newest),
        claimant=claimant,
        date=date,
    )


def _quantity(library: LocalizedLibrary, answer: Answer) -> Link:
    return Link(library.figure(answer), urls.claim(answer.claim.id))


def _whole(library: Library, id: str) -> tuple[Answer, ...]:
    """The answers to the question that this one is a part of."""
    whole = library.archive.series[id].part_of
    return library.groups.answers.get(whole, ()) if whole else ()


def _link_to_whole(library: LocalizedLibrary, id: str) -> Link | None:
    whole = library.archive.series[id].part_of
    return library.series(whole) if whole else None


def _leading(library: Library, id: str) -> tuple[str, ...]:
    """The claimants that have a mark of their own: those with the most answers."""
    return library.groups.claimants.get(id, ())[:HUES]


def _canvas(
    library: LocalizedLibrary, id: str, answers: Sequence[Answer], behind: Sequence[Answer], size: Size
) -> Canvas:
    language, series = library.language, library.archive.series[id]
    scale = Scale(partial(language.amount, series=series), series.measure == "count")
    return Canvas([*map(_extent, answers)], [*map(_extent, behind)], size, scale, language.day)


def _extent(answer: Answer) -> Extent:
    when, figure = answer.as_of, answer.figure
    return Extent(when.first, when.last, exact(figure.low), exact(figure.high))


def _mark(library: LocalizedLibrary, canvas: Canvas, answer: Answer, hue: int) -> Mark:
    link = _quantity(library, answer)
    claimant = library.entity(answer.claim.claimant, short=True).text
    correction = corrected(library, answer.claim)
    told = (link.text, claimant, library.language.date(answer.as_of), *([correction.text] if correction else []))
    name = " · ".join(told)
    return canvas.mark(_extent(answer), meaning(answer.figure), hue, name, link.address)


def corrected(library: LocalizedLibrary, claim: Claim) -> Link | None:
    """Say that a claim's record was corrected, and when last, with the way to what was; None where it never was."""
    on = _corrected_on(claim)
    if on is None:
        return None
    text = library.language.text("corrected on {date}", date=library.language.date(on))
    return Link(text, urls.anchored(urls.claim(claim.id), urls.CORRECTED))


def _corrected_on(claim: Claim) -> EdtfDate | None:
    return claim.corrections[-1].on if claim.corrections else None


def _claimants(library: LocalizedLibrary, marks: Iterable[Mark], leading: Sequence[str]) -> Iterator[Key]:
    hues = {mark.hue for mark in marks}
    for hue, claimant in enumerate(leading):
        if hue in hues:
            yield Key(hue, "", library.entity(claimant, short=True))
    if HUES in hues:
        yield Key(HUES, "", library.language.text("others"))


def _shapes(language: Language, marks: Sequence[Mark]) -> Iterator[Key]:
    """Return how to read the shapes that are there."""
    for shape, is_there, words in (
        ("filled", any(not mark.is_hollow for mark in marks), language.text("stated without “about”")),
        ("hollow", any(mark.is_hollow for mark in marks), language.text("about, nearly")),
        ("up", any(mark.arrow == "up" for mark in marks), language.text("at least, more than")),
        ("down", any(mark.arrow == "down" for mark in marks), language.text("at most")),
        ("range", any(mark.is_range for mark in marks), language.text("from … to …")),
        ("span", any(mark.is_span for mark in marks), language.text("day not known")),
    ):
        if is_there:
            yield Key(HUES, shape, words)
