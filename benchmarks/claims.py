"""Invents the claims of an archive, in the order they are made, so that links only lead to earlier ones."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import accumulate
from typing import Generic, TypeVar

from benchmarks import invented
from benchmarks.invented import Both, Name, Question, quoted, same

T = TypeVar("T")

FIRST_DAY, DAYS = date(2022, 1, 1), 1096
MAKERS = ("person", "organization", "country", "group")
RELAYS = ("person", "organization", "outlet")
LETTERS = "abcdefghijklmnopqrstuvwxyz"
SHORTEST, LONGEST = 150, 400
"""The characters of a quote, in either language."""


class Pool(Generic[T]):
    """Things picked the more often the earlier they stand (Zipf): a few are everywhere, most are rare."""

    def __init__(self, rng: random.Random, things: Sequence[T]) -> None:
        self._rng, self._things = rng, things
        self._weights = list(accumulate(1 / rank for rank in range(1, len(things) + 1)))

    def pick(self, count: int) -> list[T]:
        """So many picks without doubles, hence at times fewer."""
        return list(dict.fromkeys(self._rng.choices(self._things, cum_weights=self._weights, k=count)))

    def one(self) -> T:
        """A single pick."""
        return self.pick(1)[0]


@dataclass(frozen=True, slots=True)
class Said:
    """When a claim was made: as its record and id say it, the last day it can mean, its day if certain."""

    text: str
    start: str
    last: date
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """An answer to a question, and the same in words."""

    question: Question
    keys: Mapping[str, int | str]
    words: Both


@dataclass(frozen=True, slots=True)
class Made:
    """What later claims need to know of one that they link to."""

    id: str
    claimant: str
    day: date
    figure: Figure


@dataclass
class Claims:
    """The claims of one archive; remembers what was said, to link what is said next."""

    rng: random.Random
    entities: Sequence[Name]
    _taken: set[str] = field(default_factory=set)
    _answers: defaultdict[str, list[Made]] = field(default_factory=lambda: defaultdict(list))
    _latest: dict[tuple[str, str], Made] = field(default_factory=dict)

    def __post_init__(self) -> None:
        kinds = defaultdict(list)
        for name in self.entities:
            kinds[name.kind].append(name)
        self._places, self._outlets = kinds["place"], Pool(self.rng, kinds["outlet"])
        self._makers = Pool(self.rng, [name for name in self.entities if name.kind in MAKERS])
        self._relays = Pool(self.rng, [name for name in self.entities if name.kind in RELAYS])
        self._subjects = Pool(self.rng, self.entities)
        self._questions = Pool(self.rng, invented.QUESTIONS)

    def records(self, count: int) -> Iterator[tuple[str, str]]:
        """Id and record of so many claims. Between them they name every entity at least once."""
        due: defaultdict[int, list[Name]] = defaultdict(list)
        for rank, name in enumerate(self.entities):
            due[rank * count // len(self.entities)].append(name)
        days = sorted(self.rng.randrange(DAYS) for _ in range(count))
        for number, day in enumerate(days):
            withdrawn = number % 499 == 250 and number not in due
            yield self._claim(FIRST_DAY + timedelta(day), due[number], withdrawn)

    def _claim(self, day: date, due: Sequence[Name], withdrawn: bool) -> tuple[str, str]:
        rng = self.rng
        said, claimant = self._said(day), self._makers.one()
        relays = self._relays.pick(rng.randint(1, 2)) if rng.random() < 0.4 else []
        about = [name for name in dict.fromkeys([*due, *self._subjects.pick(rng.randint(2, 5))]) if name != claimant]
        figures, links = self._figures(said, claimant) if rng.random() < 0.6 else ([], {})
        word, title = self._title(claimant, figures)
        id = self._id(f"{said.start}-{claimant.id}-{word}")
        if said.day and figures and not withdrawn:
            made = Made(id, claimant.id, said.day, figures[0])
            self._answers[figures[0].question.id].append(made)
            self._latest[claimant.id, figures[0].question.id] = made
        text = title.record("title")
        text += f"said: {said.text}\nclaimant: {claimant.id}\n"
        text += _ids("relayed_by", [name.id for name in relays if name != claimant])
        text += _ids("about", [name.id for name in about or self.entities[:1]])
        published = said.last + timedelta(rng.randint(0, 2))
        read = published + timedelta(rng.randint(1, 90))
        text += self._quotes(title, figures, published, read)
        if rng.random() < 0.3:
            text += "reports:\n" + "".join(self._report(published) for _ in range(rng.randint(1, 3)))
        text += self._figure_lines(figures, day)
        text += "".join(_ids(kind, ids) for kind, ids in links.items())
        if rng.random() < 0.2:
            text += self._notes().record("notes")
        return id, text + self._corrections(read, withdrawn)

    def _said(self, day: date) -> Said:
        chance = self.rng.random()
        month_end = (day.replace(day=1) + timedelta(31)).replace(day=1) - timedelta(1)
        if chance < 0.9:
            return Said(f"{day}", f"{day}", day, day)
        if chance < 0.94:
            return Said(f"{day}~", f"{day}", day)
        if chance < 0.97:
            return Said(f"{day:%Y-%m}", f"{day:%Y-%m}", month_end)
        if chance < 0.995:
            end = day + timedelta(self.rng.randint(1, 4))
            return Said(f"{day}/{end}", f"{day}", end)
        return Said(f"{day:%Y}", f"{day:%Y}", date(day.year, 12, 31))

    def _figures(self, said: Said, claimant: Name) -> tuple[list[Figure], dict[str, list[str]]]:
        """One figure or two, and how the first stands to what was said before it."""
        question = self._questions.one()
        latest = self._latest.get((claimant.id, question.id))
        others = [made for made in self._answers[question.id][-40:] if said.day and made.day < said.day]
        earlier = self.rng.choice(others) if others else None
        chance = self.rng.random()
        if earlier and earlier.claimant != claimant.id and chance < 0.06:
            return [earlier.figure], {"repeats": [earlier.id]}
        figures = [self._figure(question)]
        if self.rng.random() < 0.15:
            figures += [self._figure(part) for part in invented.QUESTIONS if part.part_of == question.id][:1]
        if latest and said.day and latest.day < said.day and chance > 0.6:
            return figures, {"revises": [latest.id]}
        if earlier and earlier.claimant != claimant.id and chance < 0.2:
            return figures, {"disputes": [earlier.id]}
        return figures, {}

    def _figure(self, question: Question) -> Figure:
        rng, unit = self.rng, Both("", question.other.ko)
        hedge = rng.choices([*invented.HEDGES, "range"], [25, 30, 8, 10, 12, 5, 10])[0]
        value = rng.randint(question.low, question.high)
        if hedge != "exact":
            value -= value % (10 if value < 2_000 else 100)
        if hedge == "range":
            low = max(question.low, value * 3 // 40 * 10)
            value = max(value, low + 10)
            words = invented.RANGE.fill(low=invented.number(low), high=invented.number(value), unit=unit)
            return Figure(question, {"min": low, "max": value, "hedge": "exact"}, words)
        words = invented.HEDGES[hedge].fill(n=invented.number(value), unit=unit)
        bound = {"at-least": "min", "at-most": "max"}.get(hedge, "value") if rng.random() < 0.3 else "value"
        return Figure(question, {bound: value, "hedge": hedge}, words)

    def _title(self, claimant: Name, figures: Sequence[Figure]) -> tuple[str, Both]:
        """What the id ends in, and the title."""
        if figures:
            first = figures[0]
            title = invented.FIGURE_HEADLINE.fill(who=claimant.full, subject=first.question.subject, figure=first.words)
            return first.question.id, title
        word, headline = self.rng.choice(invented.HEADLINES)
        place, n = self.rng.choice(self._places).stem, same(self.rng.randint(2, 19))
        return word, headline.fill(who=claimant.full, place=place, n=n)

    def _id(self, wanted: str) -> str:
        """The wanted id, or with a letter behind it where several claims say the like on one day."""
        id, letters = wanted, (first + second for first in ("", *LETTERS) for second in LETTERS)
        while id in self._taken:
            id = f"{wanted}-{next(letters)}"
        self._taken.add(id)
        return id

    def _words(self, figures: Sequence[Figure]) -> Both:
        """What was said: the figures, and sentences until neither language is too short."""
        said = Both("", "")
        for figure in figures:
            counted = self.rng.choice(invented.COUNTED)
            counted = counted.fill(subject=figure.question.subject, figure=figure.words)
            said = Both(said.en + counted.en, said.ko + counted.ko)
        goal = SHORTEST + 1 + self.rng.choice((0, 0, 20, 50))
        while len(said.ko) < goal or len(said.en) < goal:
            more = invented.sentence(self.rng, self._places)
            if len(said.en) + len(more.en) < LONGEST:
                said = Both(f"{said.en}{more.en} ", f"{said.ko}{more.ko} ")
        return Both(said.en.strip(), said.ko.strip())

    def _quotes(self, title: Both, figures: Sequence[Figure], published: date, read: date) -> str:
        words = self._words(figures)
        url, publisher = self._article(published)
        text = f"quotes:\n  en:\n    text: {quoted(words.en)}\n    origin: source\n    source:\n"
        text += f"      url: {url}\n      publisher: {publisher}\n      title: {quoted(title.en)}\n"
        text += f"      published: {published}\n"
        if self.rng.random() < 0.5:
            text += f"      archived: https://web.archive.org/web/{read:%Y%m%d}120000/{url}\n"
        text += f"      accessed: {read}\n"
        text += f"  ko:\n    text: {quoted(words.ko)}\n    origin: translation\n    from: en\n"
        return text + "    method: machine\n    by: Archive contributors\n    reviewed: false\n"

    def _article(self, published: date) -> tuple[str, str]:
        """Address and publisher of an article; no two are the same."""
        publisher = self._outlets.one().id
        return (
            f"https://news.example.org/{publisher}/{published:%Y/%m/%d}/{self.rng.getrandbits(48):x}",
            publisher,
        )

    def _report(self, published: date) -> str:
        url, publisher = self._article(published)
        return f"  - {{url: {quoted(url)}, publisher: {publisher}, published: {published}}}\n"

    def _figure_lines(self, figures: Sequence[Figure], day: date) -> str:
        text = "figures:\n" if figures else ""
        for figure in figures:
            text += f"  - series: {figure.question.id}\n"
            text += "".join(f"    {key}: {value}\n" for key, value in figure.keys.items())
            if self.rng.random() < 0.1:
                text += f"    as_of: {day - timedelta(self.rng.randint(1, 5))}\n"
        return text

    def _notes(self) -> Both:
        place = self.rng.choice(self._places).stem
        notes = [note.fill(place=place) for note in self.rng.sample(invented.NOTES, self.rng.randint(1, 2))]
        return Both("\n\n".join(note.en for note in notes), "\n\n".join(note.ko for note in notes))

    def _corrections(self, read: date, withdrawn: bool) -> str:
        entries = [self.rng.choice(list(invented.CORRECTIONS.items()))] if self.rng.random() < 0.03 else []
        if withdrawn:
            entries.append(("withdrawal", invented.WITHDRAWAL))
        text, on = "corrections:\n" if entries else "", read
        for kind, note in entries:
            on += timedelta(self.rng.randint(1, 100))
            text += f"  - on: {on}\n    kind: {kind}\n" + note.record("note", "    ")
        return text + (f"withdrawn:\n  on: {on}\n{invented.WITHDRAWAL.record('reason', '  ')}" if withdrawn else "")


def _ids(key: str, ids: Sequence[str]) -> str:
    return f"{key}: [{', '.join(ids)}]\n" if ids else ""
